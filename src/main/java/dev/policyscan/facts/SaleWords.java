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
    static final SaleWords NONE = new SaleWords(null, null);

    /** Tokens behind a verb in which a list that is denied as a whole goes on: "not sold, shared or leased". */
    private static final int LISTED = 3;

    /** What begins a condition or points elsewhere: "unless you opt out of sharing". */
    private static final WordSet ENDS = WordSet.of("unless", "until", "if", "opt", "see");

    private static final WordSet TURNS = WordSet.of("but", "however", "yes");

    static SaleWords of(List<Clause> clauses) {
        SaleWords words = NONE;
        for (Clause clause : clauses) {
            words = words.and(of(clause, clause.from(), clause.to()));
        }
        return words;
    }

    /** What a part of a clause tells. */
    static SaleWords of(Clause clause, int from, int to) {
        Boolean sold = null;
        Boolean shared = null;
        Tokens tokens = clause.tokens();
        boolean denied = false;
        for (int i = from; i < to && !tokens.isAny(i, ENDS); i++) {
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
        return new SaleWords(sold, shared);
    }

    /** Whether they tell of either. */
    boolean told() {
        return sold != null || shared != null;
    }

    /** Whether they affirm either. */
    boolean any() {
        return Boolean.TRUE.equals(sold) || Boolean.TRUE.equals(shared);
    }

    /** What a table would head that they affirm, or deny. */
    CategoryTables.Column column() {
        boolean sells = Boolean.TRUE.equals(sold);
        return sells == Boolean.TRUE.equals(shared) ? CategoryTables.Column.SOLD_OR_SHARED : sells ? CategoryTables.Column.SOLD : CategoryTables.Column.SHARED;
    }

    /** What the two tell together. */
    SaleWords and(SaleWords other) {
        return new SaleWords(or(sold, other.sold), or(shared, other.shared));
    }

    private static Boolean or(Boolean one, Boolean other) {
        return one == null ? other : other == null ? one : Boolean.valueOf(one || other);
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
