package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.facts.CategoryTables.Column;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import java.util.Map;
import java.util.Set;

/**
 * A label under the name of a category, which answers as a cell of a table does: "Disclosed to: printers", "Is it sold? No".
 *
 * @param clause the label's clause
 * @param end the token behind its last
 * @param next the clause that follows; null at the end of the policy
 */
record CategoryLabel(Clause clause, int end, Clause next) {
    /** Tokens of a label before its colon, at most. */
    private static final int MOST = 14;

    /** Tokens of "How we disclose it", at most; of all that may follow. */
    private static final int HOW = 8;
    private static final int FOLLOWING = 40;

    private static final WordSet PASSIVE = WordSet.of("disclosed", "shared", "sold");
    private static final WordSet BEHIND_PASSIVE = WordSet.of("to", "with", "for", "or");
    private static final WordSet PARTIES = WordSet.of("categories", "third", "recipients", "parties", "who");
    private static final WordSet WHOM = WordSet.of("whom", "which", "who", "recipients");

    /** Words that speak of more than one category. */
    private static final WordSet SEVERAL = WordSet.of("above", "following", "categories", "these", "such", "any", "all", "each");

    /** The label that a clause is; null where it is none. */
    static CategoryLabel of(Clause clause, PolicyReading reading) {
        int end = end(clause);
        if (!isLabel(clause, end)) {
            return null;
        }
        return new CategoryLabel(clause, end, clause.index() + 1 < reading.clauses().size() ? reading.clauses().get(clause.index() + 1) : null);
    }

    private static int end(Clause clause) {
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            if (clause.tokens().is(i, ':') || clause.tokens().is(i, '?')) {
                return i;
            }
        }
        return clause.to();
    }

    /** "Disclosed to", "Categories of third parties to whom it is sold", "Do we share it?". */
    private static boolean isLabel(Clause clause, int end) {
        Tokens tokens = clause.tokens();
        int from = clause.from();
        if (from + 1 >= clause.to()) {
            return false;
        }
        boolean parties = tokens.is(from, "third") && tokens.is(from + 1, "parties") || tokens.is(from, "recipients") || tokens.is(from, "categories") && tokens.is(from + 1, "of")
                && clause.hasWithin(Concept.THIRD_PARTY, from + 2, from + 4);
        if (parties && end < clause.to() && end - from <= 5) {
            return true;
        }
        if ((tokens.is(from, "to") || tokens.is(from, "with")) && tokens.isAny(from + 1, WHOM) && end < clause.to() && end - from <= MOST
                && clause.hasWithin(Concept.DISCLOSE, from + 2, end)) {
            return true;
        }
        if (tokens.is(from, "who") && !clause.isHeading() && clause.hasWithin(Concept.COLLECT_STRONG, from, end) && end < clause.to()) {
            return true;
        }
        if (!clause.hasAny(Concept.DISCLOSE, Concept.SELL) && !clause.hasAny(Concept.TARGETED_ADS, Concept.COLUMN_DISCLOSED)) {
            return false;
        }
        if (tokens.isAny(from, PASSIVE)) {
            return tokens.isAny(from + 1, BEHIND_PASSIVE) || from + 1 == end || asks(clause, end);
        }
        if (tokens.is(from, "how") || tokens.is(from, "why")) {
            return clause.to() - from <= FOLLOWING && end < clause.to() && end - from <= HOW;
        }
        boolean noun = tokens.isAny(from, PARTIES);
        for (int i = from; noun && i < Math.min(clause.to(), from + 12); i++) {
            if (tokens.isAny(i, WHOM)) {
                return true;
            }
        }
        return asks(clause, end);
    }

    /** Whether a few words before a colon or question mark ask or tell what is done, and not with which information or what for. */
    private static boolean asks(Clause clause, int end) {
        if (clause.isHeading() || end == clause.to() || end - clause.from() > MOST || clause.hasWithin(Concept.CATEGORY, clause.from(), end)
                || clause.hasWithin(Concept.NEGATION, clause.from(), end) || ofUses(clause.lead())) {
            return false;
        }
        boolean given = false;
        for (int i = clause.from(); i < end; i++) {
            if (clause.tokens().isAny(i, SEVERAL)) {
                return false;
            }
        }
        for (Mention mention : clause.mentions()) {
            if (mention.from() >= end) {
                break;
            }
            String word = clause.tokens().word(mention.from());
            boolean pointing = word.equals("this") || word.equals("the") || word.equals("that") || word.equals("such");
            if (mention.concept() == Concept.PERSONAL && !pointing || mention.concept() == Concept.AGGREGATED || word.startsWith("collect") || word.startsWith("obtain")) {
                return false;
            }
            given |= mention.concept() == Concept.SELL || mention.concept() == Concept.SHARE_WORD || mention.concept() == Concept.TARGETED_ADS || word.startsWith("disclos");
        }
        Tokens tokens = clause.tokens();
        return given && !tokens.is(clause.from(), "purpose") && !tokens.is(clause.from(), "purposes") && !tokens.is(clause.from(), "you") && !tokens.is(clause.from(), "if");
    }

    /** "We use cookies for these purposes:": under it stands what something is used for. */
    private static boolean ofUses(Clause lead) {
        return lead != null && !lead.isHeading() && lead.has(Concept.USE) && !lead.hasAny(Concept.DISCLOSE, Concept.SELL) && lead.hasWord("purposes");
    }

    /** "Disclosed: identifiers and inferences", "Disclosed for a business purpose identifiers and inferences": whether it lists categories itself; "Disclosed: yes, online identifiers" answers. */
    boolean lists() {
        return clause.tokens().isAny(clause.from(), PASSIVE) && !clause.hasWithin(Concept.ANSWER_YES, end + 1, end + 2)
                && (clause.hasWithin(Concept.CATEGORY, end, clause.to()) || NamedCategories.enumerated(clause).size() >= 2);
    }

    boolean sells() {
        return within(Concept.SELL);
    }

    /** Whether it speaks of sharing, in the statute's sense or plainly. */
    boolean shares() {
        return within(Concept.SHARE_WORD) || within(Concept.TARGETED_ADS);
    }

    /** "Disclosed for a business purpose: …", in another word than sharing. */
    boolean tellsDisclosing() {
        return (within(Concept.DISCLOSE) || within(Concept.COLUMN_DISCLOSED)) && !shares() && !sells();
    }

    /** Whether it tells of selling or of sharing in the statute's sense; so does "Shared" where disclosing has a label of its own, or where advertisers alone get it. */
    boolean ofSale(boolean apart) {
        return sells() || within(Concept.TARGETED_ADS) || within(Concept.SHARE_WORD)
                && (apart || clause.hasWithin(Concept.TARGETED_ADS, end, clause.to()) && GivingClauses.onlyAdPartners(clause));
    }

    /** Whether it is answered by more than no. */
    boolean yes() {
        SaleWords words = words();
        return words.told() ? words.any() : answered();
    }

    /** What it tells of the categories it stands under, as a row would. */
    CategoryTables.Row row(Set<Category> named, Evidence evidence) {
        SaleWords words = words();
        boolean yes = yes();
        Column column = words.told() ? words.column() : sells() && shares() ? Column.SOLD_OR_SHARED : sells() ? Column.SOLD : Column.SHARED;
        boolean deniesSale = words.told() ? Boolean.FALSE.equals(words.sold()) : !yes && sells();
        boolean deniesSharing = words.told() ? Boolean.FALSE.equals(words.shared()) : !yes && shares();
        return new CategoryTables.Row(Set.copyOf(named), true, Map.of(column, yes), deniesSale, deniesSharing, evidence);
    }

    /** What the answer to "Sold or shared" tells of each. */
    private SaleWords words() {
        if (!sells() || !shares()) {
            return SaleWords.NONE;
        }
        SaleWords said = end + 1 < clause.to() ? SaleWords.of(clause, end + 1, clause.to()) : SaleWords.NONE;
        boolean goesOn = next != null && !next.isHeading() && (end + 1 >= clause.to() || next.blockIndex() == clause.blockIndex() && !next.has(Concept.BUSINESS));
        return goesOn ? said.and(SaleWords.of(next, next.from(), next.to())) : said;
    }

    /** Whether the answer, behind the colon or in the clause that follows, names anyone. */
    private boolean answered() {
        Tokens tokens = clause.tokens();
        if (end + 2 == clause.to() && tokens.is(end + 1, '-')) {
            // "Sold to: —".
            return false;
        }
        int at = -1;
        for (int i = clause.from(); i < clause.to(); i++) {
            if (i == end || tokens.is(i, ':') || tokens.is(i, '-') && i > clause.from() + 2) {
                at = i + 1;
            }
        }
        for (int i = clause.from() + 1; at < 0 && i + 1 < clause.to() && tokens.isAny(clause.from(), PASSIVE); i++) {
            at = tokens.is(i, "to") || tokens.is(i, "with") ? i + 1 : at;
        }
        for (int i = clause.from(); at < 0 && i + 1 < clause.to(); i++) {
            at = clause.covers(Concept.COLUMN_EXAMPLES, i) ? i + 1 : at;
        }
        if (at > 0 && at < clause.to()) {
            // "Sold to: this was not sold to anyone".
            return !clause.hasWithin(Concept.ANSWER_NO, at, at + 2) && !(clause.hasWithin(Concept.NEGATION, at, clause.to()) && clause.hasWithin(Concept.SELL, at, clause.to()));
        }
        return next != null && next.from() < next.to() && !next.isHeading() && !next.hasWithin(Concept.ANSWER_NO, next.from(), next.from() + 2);
    }

    private boolean within(Concept concept) {
        return clause.hasWithin(concept, clause.from(), end);
    }
}
