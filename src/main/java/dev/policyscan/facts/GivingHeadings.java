package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;

/** What headings say of information that is disclosed or, the same for those that speak of sale, sold. */
final class GivingHeadings {
    /** Words of headings that tell how or to whom something is given, and not what. */
    private static final WordSet MANNER = WordSet.of("how", "why", "when", "with", "who", "to", "where");

    private static final WordSet SALES = WordSet.of("sale", "sales", "selling");
    private static final WordSet DISCLOSURES = WordSet.of("disclosure", "disclosures");

    /** Tokens of a short heading, at most. */
    private static final int SHORT = 5;

    private final boolean sold;

    /** For headings of what is sold or shared, or else of what is disclosed. */
    GivingHeadings(boolean sold) {
        this.sold = sold;
    }

    /** "Sales of personal information", "Disclosures for business purposes", right above a list. */
    boolean nameAct(Clause heading) {
        Tokens tokens = heading.tokens();
        if (heading.to() - heading.from() <= SHORT && tokens.isAny(heading.from(), sold ? SALES : DISCLOSURES) && !heading.hasAny(Concept.NEGATION, Concept.RIGHT)
                && (sold ? heading.has(Concept.SHARE_WORD) : Recipients.forBusiness(heading, heading.to()))) {
            return true;
        }
        return heading.to() - heading.from() > 2 && tokens.isAny(heading.from(), sold ? SALES : DISCLOSURES) && tokens.is(heading.from() + 1, "of")
                && heading.has(Concept.PERSONAL) && !heading.hasAny(Concept.NEGATION, Concept.RIGHT);
    }

    /** "Information shared for advertising", "What we disclosed last year", "Personal data we sell", "Disclosed for a business purpose": a heading of what is given to others. */
    static boolean nameGiven(Clause heading) {
        Tokens tokens = heading.tokens();
        if (heading.from() >= heading.to()) {
            return false;
        }
        if (tokens.isAny(heading.from(), NamedCategories.GIVEN) && heading.to() - heading.from() > 1 && tokens.is(heading.from() + 1, "for")) {
            return true;
        }
        boolean we = heading.hasWord("we") && !tokens.isAny(heading.from(), MANNER) && !tokens.is(heading.to() - 1, '?');
        return tokens.is(heading.from(), "what") && we || heading.has(Concept.PERSONAL) && (we || heading.hasAny(NamedCategories.GIVEN));
    }

    /** "Categories of information disclosed": whether a heading tells what is done with the categories under it. */
    boolean headKinds(Clause heading) {
        return practised(heading) && (heading.hasAny(NamedCategories.CATEGORIES) || nameGiven(heading)) && !heading.hasAny(Concept.COLLECT_STRONG, Concept.RIGHT_FRAME);
    }

    /** Whether a heading tells of disclosing (or of selling and sharing) at all. */
    boolean practised(Clause heading) {
        return sold ? heading.has(Concept.SELL) || heading.has(Concept.TARGETED_ADS)
                : heading.has(Concept.DISCLOSE) && !heading.has(Concept.SELL) && !heading.has(Concept.COLLECT_STRONG);
    }
}
