package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;

/** A denial that waits for what it denies: "We never:", "What we do not do", "We do not use your data for". */
final class OpenDenial {
    /** What a denial may leave out, or hand to the reader: nothing is denied of all that follows then. */
    private static final long[] NARROWING = Clause.set(Concept.EXCEPTION, Concept.CONTRAST, Concept.CONDITION, Concept.RIGHT_FRAME, Concept.RIGHT, Concept.REQUEST_VERB);
    private static final WordSet OPEN = WordSet.of("for", "to", "by");
    private static final WordSet WILL = WordSet.of("will", "does", "shall", "would");
    /** Tokens from the business to the word that denies, at most. */
    private static final int REACH = 4;

    private OpenDenial() {}

    /** Whether the business denies in the clause, before a token, what comes behind that token. */
    static boolean before(Clause clause, int end) {
        if (!clause.has(Concept.NEGATION) || clause.hasAny(NARROWING)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int last = end - 1;
        while (last > clause.from() && tokens.kind(last) == Tokens.Kind.PUNCTUATION) {
            last--;
        }
        int negation = last;
        while (negation >= clause.from() && (!clause.covers(Concept.NEGATION, negation) || clause.covers(Concept.PSEUDO_NEGATION, negation))) {
            negation--;
        }
        if (negation <= clause.from() || !ofBusiness(clause, negation) && !ofName(clause, negation)) {
            return false;
        }
        return negation == last || tokens.is(negation + 1, "do")
                || tokens.isAny(last, OPEN) && (clause.hasWithin(Concept.USE, negation, last) || clause.hasWithin(Concept.DISCLOSE, negation, last));
    }

    /** Whether the negation belongs to the business: "we do not", "we will never". */
    private static boolean ofBusiness(Clause clause, int negation) {
        for (Mention mention : clause.found()) {
            if (mention.concept() == Concept.BUSINESS && mention.to() <= negation && negation - mention.to() < REACH && !clause.tokens().is(mention.from(), "us")) {
                return true;
            }
        }
        return false;
    }

    /** "Heron will not:": a name that is no word for readers or others. */
    private static boolean ofName(Clause clause, int negation) {
        int name = negation - 2;
        return name >= clause.from() && clause.tokens().isAny(negation - 1, WILL) && clause.tokens().kind(name) == Tokens.Kind.WORD && clause.tokens().capitalized(name)
                && !clause.covers(Concept.CONSUMER, name) && !clause.covers(Concept.THIRD_PARTY, name);
    }
}
