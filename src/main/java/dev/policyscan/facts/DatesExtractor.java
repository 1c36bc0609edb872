package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Block;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import java.util.ArrayList;
import java.util.List;

/** The policy's own dates: a date behind "last updated" or "effective", or a bare date under the title. */
final class DatesExtractor {
    private static final WordSet UPDATED = WordSet.of("updated", "revised", "modified", "amended");
    private static final WordSet EFFECTIVE = WordSet.of("effective");
    private static final int GAP = 9;
    private static final int HEAD = 40;
    /** Sentences of running text before or behind a date at an edge of the policy, whatever menus the page has around it. */
    private static final int PROSE = 12;
    /** Words of a sentence of running text, at least: menus, buttons and lists of links have fewer. */
    private static final int SENTENCE = 8;
    private static final int OPENING = 2;
    /** Tokens of a line with a date, at most. */
    private static final int SHORT = 24;
    /** Words of a title that ends in a date, at most. */
    private static final int TITLE = 8;
    /** Blocks from the title to a date, at most, where a heading stands between. */
    private static final int NEAR_TITLE = 6;
    /** What has a date of its own within a policy. */
    private static final WordSet PARTS = WordSet.of("addendum", "supplement", "supplemental", "supplementary", "section", "annex", "schedule", "appendix");
    /** Tokens of a version's number and the comma behind it: "Version: 2.1 (4 May 2031)". */
    private static final int VERSION = 6;
    /** The rank of a date in the middle of a page; where several of them differ, none is the policy's. */
    private static final int OF_PAGE = 4;

    private final Quotes quotes;

    DatesExtractor(Quotes quotes) {
        this.quotes = quotes;
    }

    /**
     * The two dates.
     *
     * @param lastUpdated the date of the last update
     * @param effective the effective date
     */
    record Both(ValueFact<String> lastUpdated, ValueFact<String> effective) {}

    private record Found(String date, Evidence evidence, int rank) {}

    /** What the place of a date is worth: the lower rank wins. */
    private record Place(int rank, double confidence) {}

    Both extract(PolicyReading reading) {
        List<Found> updated = new ArrayList<>();
        List<Found> effective = new ArrayList<>();
        int blocks = reading.document().blocks().size();
        int sentences = 0;
        for (Clause clause : reading.clauses()) {
            sentences += running(clause) ? 1 : 0;
        }
        int before = 0;
        Clause updatedAtTop = null;
        Clause effectiveAtTop = null;
        for (Clause clause : reading.clauses()) {
            List<Dates.Date> dates = Dates.of(clause);
            before += running(clause) ? 1 : 0;
            if (dates.isEmpty()) {
                updatedAtTop = atTop(clause, UPDATED) ? clause : updatedAtTop;
                effectiveAtTop = atTop(clause, EFFECTIVE) ? clause : effectiveAtTop;
                continue;
            }
            boolean edge = clause.blockIndex() < HEAD || clause.blockIndex() >= blocks - HEAD;
            boolean amidMenus = before <= PROSE || before >= sentences - PROSE;
            for (Dates.Date date : dates) {
                Concept label = label(clause, date);
                if (label == null && endsTitle(clause, date)) {
                    updated.add(new Found(date.iso(), quotes.of(clause, 0.7), OF_PAGE - 1));
                } else if (label == null && unled(reading, clause) && alone(clause, date) && (bare(reading, clause, blocks) || underTitle(reading, clause))) {
                    Concept above = previousLabel(reading, clause);
                    (above == Concept.DATE_EFFECTIVE ? effective : updated).add(new Found(date.iso(), quotes.of(clause, above != null ? 0.9 : 0.7), above != null ? 1 : 3));
                } else if (label != null) {
                    Place place = edge && (ownDate(clause) || clause.index() <= OPENING && clause.to() - clause.from() <= 12 && !clause.has(Concept.LAW)
                            && !ofFormer(clause)) ? atEdge(clause, dates.size())
                            : ownDate(clause) ? within(reading, clause, amidMenus) : null;
                    if (place != null && ofRegion(clause)) {
                        place = new Place(OF_PAGE + 1, place.confidence());
                    }
                    if (place != null) {
                        (label == Concept.DATE_EFFECTIVE ? effective : updated).add(new Found(date.iso(), quotes.of(clause, place.confidence()), place.rank()));
                    }
                    if (place != null && bothLabels(clause, date)) {
                        (label == Concept.DATE_EFFECTIVE ? updated : effective).add(new Found(date.iso(), quotes.of(clause, place.confidence() - 0.05), place.rank()));
                    }
                }
            }
        }
        ValueFact<String> lastUpdated = first(updated);
        ValueFact<String> since = first(effective);
        return new Both(
                lastUpdated.value() == null && updatedAtTop != null ? sameAs(since, updatedAtTop) : lastUpdated,
                since.value() == null && effectiveAtTop != null ? sameAs(lastUpdated, effectiveAtTop) : since);
    }

    private static Place atEdge(Clause clause, int dates) {
        boolean each = dates == 2 && clause.has(Concept.DATE_UPDATED) && clause.has(Concept.DATE_EFFECTIVE);
        return new Place(clause.to() - clause.from() > SHORT ? 2 : dates > 1 && !each ? 1 : 0, 0.95);
    }

    /** What a labelled date in the middle of a page is worth: between menus, on a line of its own, under the title; null where it dates something else. */
    private static Place within(PolicyReading reading, Clause clause, boolean amidMenus) {
        if (amidMenus && clause.to() - clause.from() <= SHORT && !underPart(clause)) {
            return new Place(OF_PAGE, 0.9);
        }
        if (!datesPage(clause) && !underTitle(reading, clause)) {
            return null;
        }
        return new Place(!clause.headings().isEmpty() && isLabel(clause.headings().get(0)) ? OF_PAGE - 1 : OF_PAGE, 0.7);
    }

    private static boolean running(Clause clause) {
        return clause.words() >= SENTENCE && clause.block().kind() != Block.Kind.CELL;
    }

    /** The date of the other kind, which the pointer means, too. */
    private ValueFact<String> sameAs(ValueFact<String> stated, Clause pointer) {
        if (stated.value() == null) {
            return stated;
        }
        List<Evidence> evidence = new ArrayList<>(stated.evidence());
        evidence.add(quotes.of(pointer, 0.8));
        return new ValueFact<>(stated.value(), evidence);
    }

    /** "This policy was last updated on the date at the beginning of it". */
    private static boolean atTop(Clause clause, WordSet what) {
        Tokens tokens = clause.tokens();
        if (!clause.hasWord("was") || !clause.hasWord("date")) {
            return false;
        }
        int date = -1;
        boolean was = false;
        boolean done = false;
        for (int i = clause.from(); i < clause.to(); i++) {
            was |= tokens.is(i, "was");
            done |= was && tokens.isAny(i, what);
            date = done && tokens.is(i, "date") ? i : date;
            if (date >= 0 && i - date <= GAP && (tokens.is(i, "beginning") || tokens.is(i, "top"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a date in the middle of a page is the whole of its line, and not under the heading of one region's section. */
    private static boolean datesPage(Clause clause) {
        if (clause.to() - clause.from() > 16 || clause.block().kind() == Block.Kind.CELL || clause.lead() != null && !clause.lead().isHeading()
                || !clause.headings().isEmpty() && clause.headings().get(0).hasAny(Concept.REGION_US, Concept.REGION_FOREIGN) || underPart(clause)) {
            return false;
        }
        boolean opens = clause.hasWithin(Concept.DATE_UPDATED, clause.from(), clause.from() + 1) || clause.hasWithin(Concept.DATE_EFFECTIVE, clause.from(), clause.from() + 1);
        return opens && !clause.headings().isEmpty() && (namesPolicy(clause.headings().get(0)) || isLabel(clause.headings().get(0)) || shortlyUnderTitle(clause)) || namesPolicy(clause);
    }

    /** Under "Supplemental Privacy Statement": what has a date of its own. */
    private static boolean underPart(Clause clause) {
        return !clause.headings().isEmpty() && clause.headings().get(0).hasAny(PARTS);
    }

    /** Whether little more than a heading of another kind, such as one above links to translations, stands between the clause and the title. */
    private static boolean shortlyUnderTitle(Clause clause) {
        Clause above = clause.headings().size() > 1 ? clause.headings().get(1) : clause;
        return above != clause && clause.blockIndex() - above.blockIndex() <= NEAR_TITLE && namesPolicy(above) && !above.hasAny(Concept.REGION_US, Concept.REGION_FOREIGN)
                && above.words() <= TITLE && !above.hasAny(PARTS);
    }

    /** Whether the clause is a short line under one that is the title, "Privacy Policy". */
    private static boolean underTitle(PolicyReading reading, Clause clause) {
        if (clause.index() == 0 || clause.words() > TITLE || clause.block().kind() == Block.Kind.CELL) {
            return false;
        }
        Clause above = reading.clauses().get(clause.index() - 1);
        return above.words() <= TITLE && namesPolicy(above) && !above.hasAny(PARTS) && !above.hasAny(Concept.REGION_US, Concept.REGION_FOREIGN) && Dates.of(above).isEmpty();
    }

    /** A heading that is nothing but "Last updated". */
    private static boolean isLabel(Clause heading) {
        return heading.to() - heading.from() <= 4 && heading.has(Concept.DATE_UPDATED);
    }

    private static boolean namesPolicy(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if (tokens.is(i, "privacy") && (tokens.is(i + 1, "policy") || tokens.is(i + 1, "notice") || tokens.is(i + 1, "statement"))) {
                return true;
            }
        }
        return false;
    }

    private static ValueFact<String> first(List<Found> found) {
        Found best = null;
        for (Found one : found) {
            // Of two dates in a sentence, "reviewed on … and last updated on …", the later is the last.
            boolean later = best != null && one.rank() == best.rank() && one.evidence().start() == best.evidence().start() && one.date().compareTo(best.date()) > 0;
            if (best == null || one.rank() < best.rank() || later) {
                best = one;
            }
        }
        for (Found one : found) {
            // "May 2031" at the top and "3 May 2031" at the end are one date.
            if (one.date().length() > best.date().length() && one.date().startsWith(best.date())) {
                best = one;
            }
        }
        Found chosen = best;
        boolean several = best != null && best.rank() >= OF_PAGE && found.stream().anyMatch(one -> !one.date().equals(chosen.date()));
        return best == null || several ? new ValueFact<>(null, List.of()) : new ValueFact<>(best.date(), List.of(best.evidence()));
    }

    /** The label before a date, no more than a few words away. */
    private static Concept label(Clause clause, Dates.Date date) {
        Concept label = null;
        int nearest = GAP + 1;
        for (Mention mention : clause.mentions()) {
            if (mention.concept() != Concept.DATE_UPDATED && mention.concept() != Concept.DATE_EFFECTIVE) {
                continue;
            }
            int gap = date.from() - mention.to();
            if (gap >= 0 && gap <= nearest && !dateBetween(clause, mention.to(), date.from()) && strong(clause, mention, gap)) {
                if (gap < nearest || mention.concept() == Concept.DATE_EFFECTIVE) {
                    label = mention.concept();
                }
                nearest = gap;
            }
        }
        return label;
    }

    /** Whether a weak label ("as of", "version", "posted") stands right before the date. */
    private static boolean strong(Clause clause, Mention mention, int gap) {
        Tokens tokens = clause.tokens();
        if (mention.from() > clause.from() && tokens.is(mention.from() - 1, "this")) {
            return false;
        }
        boolean weak = tokens.is(mention.from(), "as") || tokens.is(mention.from(), "version") || tokens.is(mention.from(), "posted") || tokens.is(mention.from(), "published")
                || tokens.is(mention.from(), "this") || tokens.is(mention.from(), "status") || tokens.is(mention.from(), "rev");
        return !weak || gap <= (tokens.is(mention.from(), "version") ? VERSION : 2) && clause.to() - clause.from() <= 16;
    }

    private static boolean dateBetween(Clause clause, int from, int to) {
        for (int i = from; i < to; i++) {
            if (clause.tokens().kind(i) == Tokens.Kind.NUMBER && clause.tokens().number(i) > 1000) {
                return true;
            }
        }
        return false;
    }

    private static boolean bothLabels(Clause clause, Dates.Date date) {
        boolean updated = false;
        boolean effective = false;
        for (Mention mention : clause.mentions()) {
            if (mention.to() <= date.from() && date.from() - mention.to() <= GAP + 4) {
                updated |= mention.concept() == Concept.DATE_UPDATED && !insideEffective(clause, mention) && strong(clause, mention, GAP);
                effective |= mention.concept() == Concept.DATE_EFFECTIVE;
            }
        }
        return updated && effective && Dates.of(clause).size() == 1;
    }

    private static boolean insideEffective(Clause clause, Mention mention) {
        return clause.anyMention(m -> m.concept() == Concept.DATE_EFFECTIVE && m.from() <= mention.from() && mention.to() <= m.to());
    }

    /** "We last updated this China Statement on …": the date of a part, behind any of the whole. */
    private static boolean ofRegion(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 2; i < clause.to(); i++) {
            if ((tokens.is(i, "statement") || tokens.is(i, "notice") || tokens.is(i, "policy")) && clause.hasWithin(Concept.REGION_FOREIGN, i - 2, i)) {
                return true;
            }
        }
        return false;
    }

    /** "The previous policy was posted on …". */
    private static boolean ofFormer(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to() && !clause.covers(Concept.DATE_UPDATED, i) && !clause.covers(Concept.DATE_EFFECTIVE, i); i++) {
            if (tokens.is(i, "previous") || tokens.is(i, "prior") || tokens.is(i, "archived")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause dates this policy, not a law or another document. */
    private static boolean ownDate(Clause clause) {
        Tokens tokens = clause.tokens();
        boolean terms = false;
        boolean cookies = false;
        boolean privacy = false;
        boolean titled = false;
        for (int i = clause.from(); i < clause.to(); i++) {
            terms |= tokens.is(i, "terms") || tokens.is(i, "conditions");
            cookies |= tokens.is(i, "cookie") || tokens.is(i, "cookies");
            titled |= tokens.is(i, "policy") || tokens.is(i, "notice") || tokens.is(i, "statement");
            privacy |= tokens.is(i, "privacy");
        }
        if (terms && !titled && !privacy || cookies && !privacy) {
            return false;
        }
        if (ofFormer(clause) || clause.index() > OPENING && !titled && clause.hasAny(PARTS)) {
            return false;
        }
        if (clause.to() - clause.from() <= 12) {
            return titled || !clause.has(Concept.LAW);
        }
        for (int i = clause.from(); i < clause.to(); i++) {
            if (clause.covers(Concept.DATE_UPDATED, i) || clause.covers(Concept.DATE_EFFECTIVE, i)) {
                break;
            }
            if (tokens.is(i, "shield") || tokens.is(i, "before") || tokens.is(i, "until")) {
                return false;
            }
        }
        return (!clause.has(Concept.LAW) || titled && clause.to() - clause.from() <= 16) && !clause.has(Concept.SELL);
    }

    /** "Privacy Policy (May 2031)". */
    private static boolean endsTitle(Clause clause, Dates.Date date) {
        return clause.index() < OPENING && namesPolicy(clause) && clause.words() <= TITLE && date.to() >= clause.to() - 1;
    }

    /** Whether the clause is no item of a list, but for one right under the title or under a label: "Last updated:" on a line of its own. */
    private static boolean unled(PolicyReading reading, Clause clause) {
        return clause.lead() == null || besideLabel(reading, clause) || clause.lead().index() == clause.index() - 1 && previousLabel(reading, clause) != null || clause.lead().isHeading()
                && clause.lead().index() < OPENING && clause.index() < OPENING * 3;
    }

    /** "| Last updated | May 4, 2024 |": a row of the table that a policy opens with. */
    private static boolean besideLabel(PolicyReading reading, Clause clause) {
        return clause.block().kind() == Block.Kind.CELL && clause.blockIndex() < HEAD && previousLabel(reading, clause) != null
                && reading.clauses().get(clause.index() - 1).block().kind() == Block.Kind.CELL;
    }

    /** Whether the clause holds the date and nothing else, or no more than "Date:" before it. */
    private static boolean alone(Clause clause, Dates.Date date) {
        int others = 0;
        for (int i = clause.from(); i < clause.to(); i++) {
            boolean label = i == clause.from() && clause.tokens().is(i, "date");
            if (!label && (i < date.from() || i >= date.to()) && clause.tokens().kind(i) != Tokens.Kind.PUNCTUATION) {
                others++;
            }
        }
        return others == 0;
    }

    private static boolean bare(PolicyReading reading, Clause clause, int blocks) {
        return (clause.blockIndex() < 8 || clause.blockIndex() >= blocks - 4) && reading.clausesOf(clause.blockIndex()).size() == 1
                && clause.block().kind() != Block.Kind.CELL || previousLabel(reading, clause) != null;
    }

    private static Concept previousLabel(PolicyReading reading, Clause clause) {
        if (clause.index() == 0) {
            return null;
        }
        Clause before = reading.clauses().get(clause.index() - 1);
        boolean announces = before.indexOf(':') == before.to() - 1 && namesPolicy(before);
        if (before.to() - before.from() > 6 && !announces || !Dates.of(before).isEmpty()) {
            return null;
        }
        return before.has(Concept.DATE_EFFECTIVE) ? Concept.DATE_EFFECTIVE : before.has(Concept.DATE_UPDATED) ? Concept.DATE_UPDATED : null;
    }
}
