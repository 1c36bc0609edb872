package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;

/** Words around a verb that more than one reading asks for. */
final class VerbWords {
    static final WordSet BE = WordSet.of("is", "are", "was", "were", "be", "been", "being", "gets", "get");
    static final WordSet FINITE = WordSet.of("do", "does", "did", "will", "would", "shall", "have", "has", "had", "may", "might", "can", "could", "must", "should", "am", "is", "are", "was", "were", "cannot");
    static final WordSet PREPOSITIONS = WordSet.of("with", "to", "from", "by", "of", "for", "between", "among", "on", "about", "through", "via", "and", "or", "other", "including", "as", "like", "against");
    static final WordSet DETERMINERS = WordSet.of("our", "your", "the", "a", "an", "any", "this", "such", "these", "those", "of", "consumer", "privacy", "each", "customer");
    private static final WordSet OPEN = WordSet.of("to", "not", "never", "we", "will", "may", "be");
    private static final WordSet ADVERBS = WordSet.of("not", "also", "never", "ever", "only", "otherwise", "sometimes", "often", "then", "therefore", "thus", "hence");

    private VerbWords() {}

    /** Whether the token may stand between an auxiliary and its verb. */
    static boolean adverb(Tokens tokens, int i) {
        return tokens.isAny(i, ADVERBS) || tokens.endsWith(i, "ly");
    }

    /** Whether the token belongs to a verb of a practice. */
    static boolean practiceVerb(Clause clause, int i) {
        return clause.coversAny(StatementParser.PRACTISED, i);
    }

    /** Whether a colon cuts a verb from its auxiliary, "under no circumstances will we: sell", "you may tell us not to: sell". */
    static boolean unfinished(Clause clause, int colon) {
        return clause.tokens().is(colon, ':') && colon > clause.from() && clause.tokens().isAny(colon - 1, OPEN);
    }

    /** Whether a negation stands at most so many tokens before the token. */
    static boolean denied(Clause clause, int token, int reach) {
        for (int i = token - 1; i >= clause.from() && i >= token - reach; i--) {
            if (clause.covers(Concept.NEGATION, i) && !clause.covers(Concept.PSEUDO_NEGATION, i)) {
                return true;
            }
        }
        return false;
    }
}
