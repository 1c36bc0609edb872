package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;

/** What somebody else than the consumer does with information in the words of a right: "we may delete old records", "they can access your file". */
final class OthersActs {
    /** Tokens between a subject and its verb, at most: "they may from time to time". */
    private static final int APART = 6;
    /** Tokens from a subject back to the word that asks for what it does: "request, free of charge, that we". */
    private static final int ASKING = 12;
    private static final WordSet AUXILIARIES = WordSet.of("may", "can", "will", "might", "could", "would", "must", "should", "do", "does", "did", "cannot");
    private static final WordSet BETWEEN = WordSet.of("also", "then", "have", "has", "had", "be", "able", "to", "not", "never", "still", "only", "no", "longer", "any", "gain", "obtain", "get",
            "periodically", "automatically", "always", "further", "therefore", "sometimes", "later", "occasionally", "need", "from", "time");
    /** What the one who does it has of it: nothing that a reader is promised. */
    private static final WordSet GAINED = WordSet.of("access", "view", "see", "know", "review", "obtain", "receive", "inspect");
    private static final WordSet RESERVED = WordSet.of("not", "may", "might", "never", "cannot", "no");
    private static final WordSet THEY = WordSet.of("they", "who", "which", "that");
    private static final WordSet OTHER = WordSet.of("other", "another", "outside", "external");
    private static final WordSet BOUND = WordSet.of("bound", "required", "obliged", "obligated", "agreed", "committed", "instructed", "undertaken");
    /** Words with which the consumer has somebody act. */
    private static final WordSet ASKED = WordSet.of("request", "requests", "requested", "ask", "asks", "asked", "tell", "instruct", "direct", "require", "demand", "right", "rights", "upon", "contact",
            "write", "email", "call", "wish", "want", "like");

    private OthersActs() {
    }

    /** Whether what the mention names is done, or is to be done, by somebody else, and not because the consumer asked. */
    static boolean of(Clause clause, Mention mention) {
        int verb = mention.from();
        while (verb < mention.to() && (clause.tokens().isAny(verb, AUXILIARIES) || clause.tokens().isAny(verb, BETWEEN) || clause.tokens().is(verb, "we") || clause.tokens().is(verb, "they"))) {
            verb++;
        }
        return verb > clause.from() && verb < mention.to() && (bound(clause, verb) || subjectOf(clause, verb));
    }

    /** "They are bound by contract to limit", "carriers required to erase". */
    private static boolean bound(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        if (!tokens.is(verb - 1, "to") || clause.hasAny(ASKED)) {
            return false;
        }
        for (int i = verb - 2; i >= clause.from() && i >= verb - APART; i--) {
            if (tokens.isAny(i, BOUND)) {
                return !isConsumer(clause, i - 2) && !isConsumer(clause, i - 3);
            }
        }
        return false;
    }

    private static boolean isConsumer(Clause clause, int token) {
        return clause.covers(Concept.CONSUMER, token) && !clause.tokens().is(token, "your");
    }

    private static boolean subjectOf(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        boolean auxiliary = false;
        int subject = verb - 1;
        while (subject > clause.from() && subject >= verb - APART && (tokens.isAny(subject, AUXILIARIES) || tokens.isAny(subject, BETWEEN))) {
            auxiliary |= tokens.isAny(subject, AUXILIARIES) || tokens.is(subject, "have") || tokens.is(subject, "has");
            subject--;
        }
        if (!auxiliary || asked(clause, subject)) {
            return false;
        }
        if (tokens.isAny(subject, THEY)) {
            return !clause.hasWithin(Concept.CONSUMER, clause.from(), subject) && clause.hasWord("your");
        }
        // "Members of our club may": theirs is the deed.
        boolean ofTheirs = !tokens.is(subject, "we") && clause.hasWithin(Concept.CONSUMER, clause.from(), subject);
        if (tokens.is(subject, "it") || clause.covers(Concept.BUSINESS, subject) && !ofTheirs) {
            return tokens.isAny(verb, GAINED) || clause.hasWithin(RESERVED, subject, verb);
        }
        boolean another = clause.hasWithin(Concept.THIRD_PARTY, subject - 2, subject + 1) || subject > clause.from() && tokens.isAny(subject - 1, OTHER);
        return another && !clause.covers(Concept.CONSUMER, subject);
    }

    /** "You may request that we …", "the right to have us …", "… upon your request". */
    private static boolean asked(Clause clause, int subject) {
        return clause.hasAny(ASKED) && clause.hasWithin(ASKED, subject - ASKING, clause.to());
    }
}
