package dev.policyscan.facts;

import dev.policyscan.document.Block;
import dev.policyscan.document.PolicyDocument;
import dev.policyscan.statement.Clause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes evidence of clauses, and keeps the best of it. */
final class Quotes {
    private static final int MOST = 5;

    private final PolicyDocument document;

    Quotes(PolicyDocument document) {
        this.document = document;
    }

    /** The clause's words. */
    Evidence of(Clause clause, double confidence) {
        return of(clause.start(), clause.end(), clause.block(), confidence);
    }

    /** The words between two offsets of a block. */
    Evidence of(int start, int end, Block block, double confidence) {
        String quote = document.quote(start, end);
        return new Evidence(quote, start, end, document.lineAt(start), document.sectionId(block), confidence);
    }

    /** The best pieces of evidence: by confidence, then by place; none twice. */
    static List<Evidence> best(List<Evidence> evidence) {
        List<Evidence> sorted = new ArrayList<>(evidence);
        sorted.sort(Comparator.comparingDouble(Evidence::confidence).reversed().thenComparingInt(Evidence::start));
        List<Evidence> best = new ArrayList<>();
        for (Evidence one : sorted) {
            if (!holds(best, one)) {
                best.add(one);
            }
            if (best.size() == MOST) {
                break;
            }
        }
        return best;
    }

    private static boolean holds(List<Evidence> best, Evidence one) {
        for (Evidence other : best) {
            if (other.start() == one.start() && other.end() == one.end()) {
                return true;
            }
        }
        return false;
    }
}
