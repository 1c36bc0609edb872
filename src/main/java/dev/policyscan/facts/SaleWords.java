package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import java.util.List;

/**
 * What a few words tell of sale and of sharing, each for itself: "Not sold; may be shared for advertising".
 *
 * @param sold whether it is sold; null where they do not say
 * @param shared the same for shared
 */
record SaleWords(Boolean sold, Boolean shared) {
    /** Tokens behind a verb in which a list that is denied as a whole goes on: "not sold, shared or leased". */
    private static final int LISTED = 3;

    /** What begins a condition or points elsewhere: "unless you opt out of sharing". */
    private static final WordSet ENDS = WordSet.of("unless", "until", "if", "opt", "see");

    private static final WordSet TURNS = WordSet.of("but", "however", "yes");

    static SaleWords of(List<Clause> clauses) {
        Boolean sold = null;
        Boolean shared = null;
        for (Clause clause : clauses) {
            Tokens tokens = clause.tokens();
            boolean denied = false;
            for (int i = clause.from(); i < clause.to() && !tokens.isAny(i, ENDS); i++) {
                if (tokens.is(i, ';') || tokens.is(i, ':') || tokens.isAny(i, TURNS) || tokens.is(i, ',') && !listed(clause, i + 1)) {
                    denied = false;
                }
                denied |= clause.covers(Concept.NEGATION, i) && !clause.covers(Concept.PSEUDO_NEGATION, i) || tokens.is(i, "no");
                if (clause.covers(Concept.SELL, i)) {
                    sold = Boolean.TRUE.equals(sold) || !denied;
                } else if (clause.covers(Concept.SHARE_WORD, i)) {
                    shared = Boolean.TRUE.equals(shared) || !denied;
                }
            }
        }
        return new SaleWords(sold, shared);
    }

    /** Whether the verb at the token is followed by "or": the list before it goes on. */
    private static boolean listed(Clause clause, int verb) {
        for (int i = verb + 1; i < Math.min(clause.to(), verb + LISTED); i++) {
            if (clause.tokens().is(i, "or") || clause.tokens().is(i, "nor")) {
                return true;
            }
        }
        return false;
    }
}
