package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import java.util.BitSet;

/** Which clauses speak to people outside the United States alone. */
final class Regions {
    private final BitSet foreign = new BitSet();

    Regions(PolicyReading reading) {
        int section = -2;
        boolean open = false;
        for (Clause clause : reading.clauses()) {
            if (clause.block().section() != section || clause.isHeading()) {
                section = clause.block().section();
                open = false;
            }
            boolean names = clause.has(Concept.REGION_FOREIGN);
            boolean us = clause.has(Concept.REGION_US);
            if (us) {
                open = false;
            } else if (names && (clause.has(Concept.CONDITION) || clause.has(Concept.RIGHT_FRAME) || clause.has(Concept.CONSUMER))) {
                open = true;
            }
            if (names && !us || !us && (open || clause.lead() != null && foreign.get(clause.lead().index()) || underForeignHeading(clause))) {
                foreign.set(clause.index());
            }
        }
    }

    private static boolean underForeignHeading(Clause clause) {
        for (Clause heading : clause.headings()) {
            if (heading.has(Concept.REGION_US)) {
                return false;
            }
            if (heading.has(Concept.REGION_FOREIGN)) {
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
