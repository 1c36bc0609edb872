package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;

/** Who is named as getting the categories that stand beside: "payment processors: commercial information". */
final class Recipients {
    private static final WordSet WHOM = WordSet.of("whom", "which");

    private final boolean sold;
    private final GivingHeadings headings;

    /** Of what is sold or shared, or else of what is disclosed. */
    Recipients(boolean sold, GivingHeadings headings) {
        this.sold = sold;
        this.headings = headings;
    }

    /** "To payment processors: commercial information", under a heading that tells of the categories disclosed, or "for business purposes" in the label. */
    boolean first(Clause clause) {
        int colon = colon(clause);
        if (colon <= 0) {
            return false;
        }
        if (clause.tokens().is(clause.from(), "to") && clause.hasWithin(Concept.SELL, clause.from(), colon)) {
            return sold;
        }
        if (clause.tokens().is(clause.from(), "to") && forBusiness(clause, colon)) {
            return !sold;
        }
        return !clause.headings().isEmpty() && headings.practised(clause.headings().get(0)) && NamedCategories.speaksOfCategories(clause.headings().get(0));
    }

    /** The colon between a recipient and a category, "Payment processors: commercial information"; -1 where there is none. */
    static int colon(Clause clause) {
        int colon = clause.isHeading() ? -1 : clause.indexOf(':');
        return colon > 0 && clause.hasWithin(Concept.THIRD_PARTY, clause.from(), colon) && clause.hasWithin(Concept.CATEGORY, colon + 1, colon + 2) ? colon : -1;
    }

    /** "Inferences, to advertising networks": whether recipients stand behind the name of a category that a line begins with. */
    static boolean behindName(Clause clause) {
        for (int i = clause.from() + 1; i + 1 < clause.to() && clause.statements().isEmpty() && NamedCategories.opensWithName(clause); i++) {
            if ((clause.tokens().is(i, "to") || clause.tokens().is(i, "with")) && clause.hasWithin(Concept.THIRD_PARTY, i + 1, clause.to())) {
                return true;
            }
        }
        return false;
    }

    /** "The vendors and partners to whom we disclose this information are …", behind a list of categories. */
    boolean ofThis(Clause clause) {
        if (!clause.hasAny(WHOM)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        boolean whom = false;
        boolean verb = false;
        for (int i = clause.from(); i < Math.min(clause.to(), clause.from() + 24); i++) {
            whom |= tokens.is(i, "whom") || tokens.is(i, "which") && i > clause.from() && (tokens.is(i - 1, "to") || tokens.is(i - 1, "with"));
            verb |= whom && clause.covers(sold ? Concept.SELL : Concept.DISCLOSE, i) && !tokens.is(i, "provide");
            if (verb && i + 1 < clause.to() && (tokens.is(i, "this") || tokens.is(i, "these"))
                    && (tokens.is(i + 1, "information") || tokens.is(i + 1, "personal") || tokens.is(i + 1, "categories"))) {
                return clause.hasWithin(Concept.THIRD_PARTY, clause.from(), i);
            }
        }
        return false;
    }

    /** "With whom we share or disclose information". */
    static boolean withWhom(Clause clause) {
        for (int i = clause.from(); i + 2 < clause.to(); i++) {
            if (clause.tokens().isAny(i, WHOM) && clause.tokens().is(i + 1, "we") && clause.hasWithin(Concept.DISCLOSE, i + 2, i + 8)) {
                return true;
            }
        }
        return false;
    }

    static boolean forBusiness(Clause clause, int end) {
        for (int i = clause.from(); i + 1 < end; i++) {
            if (clause.tokens().is(i, "business") && (clause.tokens().is(i + 1, "purpose") || clause.tokens().is(i + 1, "purposes"))) {
                return true;
            }
        }
        return false;
    }
}
