package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Block;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import java.util.BitSet;

/** Which clauses speak to people outside the United States alone. */
final class Regions {
    /** Tokens from the house number of an address to its country, at most. */
    private static final int ADDRESS = 14;
    /** Words of a cell that says whom its row is for, at most. */
    private static final int LABEL = 4;
    /** Words of a line of an address, at most. */
    private static final int LINE = 12;
    private static final WordSet READS = WordSet.of("see", "review", "read", "consult", "refer", "visit");
    private static final WordSet COMPANIES = WordSet.of("limited", "ltd", "gmbh", "inc", "llc", "plc", "b", "bv", "pty", "ag", "sas", "sarl", "co", "corporation");

    private final BitSet foreign = new BitSet();

    Regions(PolicyReading reading) {
        boolean american = reading.clauses().stream().anyMatch(clause -> clause.has(Concept.CALIFORNIA));
        int section = -2;
        boolean open = false;
        Clause item = null;
        boolean row = false;
        for (Clause clause : reading.clauses()) {
            if (clause.block().section() != section || clause.isHeading()) {
                section = clause.block().section();
                open = false;
            }
            if (open && item != null && (endsItem(item, clause) || behindItsList(item, clause, reading))) {
                open = false;
            }
            boolean authority = clause.has(Concept.REGION_FOREIGN) && authoritiesOnly(clause);
            boolean names = clause.has(Concept.REGION_FOREIGN) && !(authority && RightsExtractor.several(clause)) && !liveOutside(clause) && !orSimilarLaws(clause) && !isExample(clause) && !inAddress(clause)
                    && (american || !citesOnly(clause));
            boolean us = clause.has(Concept.REGION_US);
            if (us) {
                open = false;
            } else if (names && !authority && !pointsAway(clause) && (clause.has(Concept.CONDITION) || clause.has(Concept.RIGHT_FRAME) || clause.has(Concept.CONSUMER)
                    || clause.hasWord("representative"))) {
                item = clause.block().kind() != Block.Kind.LIST_ITEM ? null : open ? item : clause;
                open = true;
            }
            if (clause.block().kind() != Block.Kind.CELL || !besideCell(reading, clause)) {
                row = names && !us && clause.block().kind() == Block.Kind.CELL && clause.words() <= LABEL;
            }
            if (names && !us || !us && (open || row || clause.lead() != null && foreign.get(clause.lead().index()) && !pointsAway(clause.lead())
                    || underForeignHeading(clause, american))) {
                foreign.set(clause.index());
            }
        }
    }

    /** "For rights in the EEA, please see the notice for Europe": where those are told, not the beginning of it. */
    private static boolean pointsAway(Clause clause) {
        if (!clause.hasWord("please") || clause.hasAny(Concept.RIGHT, Concept.EMAIL_WORD)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            if (tokens.is(i - 1, "please") && tokens.isAny(i, READS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause goes on in the row of the one before it. */
    private static boolean besideCell(PolicyReading reading, Clause clause) {
        int start = clause.block().start();
        return start > 0 && reading.document().text().charAt(start - 1) == '\t' || clause.index() > 0
                && reading.clauses().get(clause.index() - 1).blockIndex() == clause.blockIndex();
    }

    /** "Write to Heron France SAS, 4 Quay Road, Dover, United Kingdom": places in a company's name and those that only end an address. */
    private static boolean inAddress(Clause clause) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions(Concept.REGION_FOREIGN)) {
            if (!(mention.to() < clause.to() && tokens.isAny(mention.to(), COMPANIES))) {
                boolean number = false;
                for (int i = mention.from() - 1; i >= clause.from() && i >= mention.from() - ADDRESS; i--) {
                    number |= tokens.kind(i) == Tokens.Kind.NUMBER;
                }
                if (!number || mention.from() == clause.from() || !tokens.is(mention.from() - 1, ',') && !tokens.is(mention.from() - 1, '-')) {
                    return false;
                }
            }
        }
        return true;
    }

    /** "For example, the GDPR entitles you": a law named to show what laws do. */
    private static boolean isExample(Clause clause) {
        Tokens tokens = clause.tokens();
        return clause.from() + 1 < clause.to() && tokens.is(clause.from(), "for") && (tokens.is(clause.from() + 1, "example") || tokens.is(clause.from() + 1, "instance"));
    }

    /** "If you are located in any country outside of the EEA or the UK": those who live there are not spoken to. */
    private static boolean liveOutside(Clause clause) {
        Tokens tokens = clause.tokens();
        int first = clause.first(Concept.REGION_FOREIGN).from();
        for (int i = first - 1; i > clause.from() && i >= first - 3; i--) {
            if (tokens.is(i, "outside")) {
                for (int k = i - 1; k >= clause.from() && k >= i - 10; k--) {
                    if (tokens.is(k, "located") || tokens.is(k, "reside") || tokens.is(k, "resident") || tokens.is(k, "residents") || tokens.is(k, "live")
                            || tokens.is(k, "based")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** "You have rights under the GDPR and similar privacy laws": rights that are not tied to a place. */
    private static boolean orSimilarLaws(Clause clause) {
        if (!citesOnly(clause)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int law = clause.first(Concept.REGION_FOREIGN).to();
        for (int i = law; i < Math.min(clause.to(), law + 4); i++) {
            if (tokens.is(i, "similar") || tokens.is(i, "comparable") || tokens.is(i, "equivalent") || tokens.is(i, "other") && i > law
                    && (tokens.is(i - 1, "and") || tokens.is(i - 1, "or"))) {
                for (int k = i + 1; k < Math.min(clause.to(), i + 5); k++) {
                    if (tokens.is(k, "laws") || tokens.is(k, "legislation") || tokens.is(k, "regulations")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether a clause names a foreign law and no place: "the right to portability (Art. 20 GDPR)". In a policy that names no American law it speaks to everyone. */
    private static boolean citesOnly(Clause clause) {
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.REGION_FOREIGN) {
                String first = clause.tokens().word(mention.from());
                String last = clause.tokens().word(mention.to() - 1);
                boolean law = last.equals("gdpr") || first.equals("general") || last.equals("regulation") || last.startsWith("authorit") || first.equals("supervisory")
                        || first.equals("member");
                if (!law) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a clause stands behind a list item that speaks of a place, in an item beside it or below the list: "- If you live in Norway" in a table of contents. */
    private static boolean endsItem(Clause item, Clause clause) {
        if (clause.blockIndex() == item.blockIndex() || item.tokens().is(item.to() - 1, ':')) {
            return false;
        }
        // "Canadians may contact our officer at", and the lines of the address.
        boolean ofAddress = item.has(Concept.CONTACT_CUE) && clause.words() <= LINE && !clause.has(Concept.CONSUMER);
        return !ofAddress && (clause.block().kind() != Block.Kind.LIST_ITEM || clause.block().level() <= item.block().level());
    }

    /** Whether an item that ends in a colon has a list of its own, and the clause stands behind that, below the item's list. */
    private static boolean behindItsList(Clause item, Clause clause, PolicyReading reading) {
        if (!item.tokens().is(item.to() - 1, ':') || clause.block().kind() == Block.Kind.LIST_ITEM || clause.index() < item.index() + 2) {
            return false;
        }
        return reading.clauses().get(item.index() + 1).lead() == item && clause.lead() == null;
    }

    /** Whether no place and no law is named, only those who watch over them: "the right to erasure and to complain to a supervisory authority". */
    private static boolean authoritiesOnly(Clause clause) {
        for (Mention mention : clause.mentions(Concept.REGION_FOREIGN)) {
            String last = clause.tokens().word(mention.to() - 1);
            if (!last.startsWith("authorit") && !last.equals("supervisory")) {
                return false;
            }
        }
        return true;
    }

    private static boolean underForeignHeading(Clause clause, boolean american) {
        for (Clause heading : clause.headings()) {
            if (heading.hasWord("shield") && heading.hasWord("privacy") && heading.index() > 0) {
                // "EU-U.S. Privacy Shield": for those whose data come over from Europe.
                return true;
            }
            if (heading.has(Concept.REGION_US)) {
                return false;
            }
            if (heading.has(Concept.REGION_FOREIGN) && heading.index() > 0 && (american || !citesOnly(heading))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause speaks to people outside the United States alone. */
    boolean isForeign(Clause clause) {
        return foreign.get(clause.index());
    }
}
