package dev.policyscan.scan;

import dev.policyscan.report.ComparisonColumn;
import dev.policyscan.report.ComparisonHead;
import dev.policyscan.report.ComparisonMark;
import dev.policyscan.report.ComparisonRow;
import dev.policyscan.report.ComparisonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts policies side by side: filters, sorts and counts them. Of each policy only what sorting needs is kept. */
public final class Comparison {
    private static final int EXAMPLES = 5;

    private final Rows rows;
    private final List<Integer> order = new ArrayList<>();
    private final ComparisonHead head;
    private final Map<ComparisonColumn, Map<String, Integer>> counts = new LinkedHashMap<>();
    private final Map<ComparisonMark, Integer> allMarked = new EnumMap<>(ComparisonMark.class);
    private final List<String> gated = new ArrayList<>();
    private int gatedCount;

    /** Policies that can be read again and again, in the order they were found. */
    public interface Rows {
        /** How many there are. */
        int size();

        /** One of them. */
        ComparisonRow row(int number) throws IOException;
    }

    /**
     * What is compared, and how.
     *
     * @param columns what is shown of each
     * @param where which are shown; null for all
     * @param sort in which order
     * @param gate which of those shown are a reason to fail; null for none
     */
    public record View(List<ComparisonColumn> columns, Where where, SortOrder sort, Where gate) {
        /** Every column, every policy, what stands out first. */
        public static final View ALL = new View(List.of(ComparisonColumn.values()), null, SortOrder.parse(SortOrder.PROMINENCE), null);
    }

    /** Reads all rows once. */
    public Comparison(Rows rows, View view) throws IOException {
        this.rows = rows;
        for (ComparisonColumn column : ComparisonColumn.facts()) {
            if (!column.vocabulary().isEmpty()) {
                Map<String, Integer> words = new TreeMap<>();
                column.vocabulary().forEach(word -> words.put(word, 0));
                words.put(ComparisonColumn.UNSTATED, 0);
                counts.put(column, words);
            }
        }
        List<Object[]> keys = new ArrayList<>();
        byte[] marks = new byte[rows.size()];
        int similar = 0;
        for (int i = 0; i < rows.size(); i++) {
            ComparisonRow row = rows.row(i);
            count(row);
            for (ComparisonMark mark : row.marks()) {
                marks[i] |= (byte) (1 << mark.ordinal());
            }
            boolean shown = view.where() == null || view.where().test(row);
            keys.add(shown ? view.sort().key(row) : null);
            if (shown) {
                order.add(i);
                similar += row.similarTo() == null ? 0 : 1;
                if (view.gate() != null && view.gate().test(row)) {
                    gatedCount++;
                    if (gated.size() < EXAMPLES) {
                        gated.add(row.id());
                    }
                }
            }
        }
        Comparator<Object[]> comparator = view.sort().keys();
        // Stable: the order of the inputs decides between equals.
        order.sort((a, b) -> comparator.compare(keys.get(a), keys.get(b)));
        Map<ComparisonMark, Integer> marked = new EnumMap<>(ComparisonMark.class);
        Map<ComparisonMark, List<String>> first = new EnumMap<>(ComparisonMark.class);
        for (int i : order) {
            for (ComparisonMark mark : ComparisonMark.values()) {
                if ((marks[i] & 1 << mark.ordinal()) != 0) {
                    marked.merge(mark, 1, Integer::sum);
                    List<String> names = first.computeIfAbsent(mark, m -> new ArrayList<>());
                    if (names.size() < ComparisonHead.NAMES) {
                        names.add(rows.row(i).name());
                    }
                }
            }
        }
        head = new ComparisonHead(view.columns(), order.size(), rows.size(), view.where() == null ? null : view.where().toString(),
                view.sort().toString(), marked, first, similar);
    }

    private void count(ComparisonRow row) {
        row.marks().forEach(mark -> allMarked.merge(mark, 1, Integer::sum));
        counts.forEach((column, words) -> {
            List<String> values = row.values(column);
            (values.isEmpty() ? List.of(ComparisonColumn.UNSTATED) : values).forEach(word -> words.merge(word, 1, Integer::sum));
        });
    }

    /** How many of all policies, shown or not, say what. */
    Map<ComparisonColumn, Map<String, Integer>> counts() {
        return counts;
    }

    /** How many of all policies, shown or not, stand out by what. */
    Map<ComparisonMark, Integer> marked() {
        return allMarked;
    }

    /** How many of the policies shown are a reason to fail. */
    public int gatedCount() {
        return gatedCount;
    }

    /** The ids of the first few of them. */
    public List<String> gated() {
        return List.copyOf(gated);
    }

    /** Writes it; several writers share one reading. */
    public void write(List<ComparisonWriter> writers) throws IOException {
        for (ComparisonWriter writer : writers) {
            writer.begin(head);
        }
        for (int i : order) {
            ComparisonRow row = rows.row(i);
            for (ComparisonWriter writer : writers) {
                writer.row(row);
            }
        }
        for (ComparisonWriter writer : writers) {
            writer.end();
        }
    }
}
