package dev.policyscan.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a comparison before its rows.
 *
 * @param columns what is shown of each policy
 * @param policies how many rows follow
 * @param all how many policies there were before the filter
 * @param where the filter as it was given; null where there is none
 * @param sort by what the rows are sorted, as it was given
 * @param marked how many of the rows stand out by what
 * @param first the names of the first few of them, in row order
 * @param similar how many rows resemble an earlier policy
 */
public record ComparisonHead(
        List<ComparisonColumn> columns, int policies, int all, String where, String sort, Map<ComparisonMark, Integer> marked,
        Map<ComparisonMark, List<String>> first, int similar) {
    /** How many names {@link #first} holds at most. */
    public static final int NAMES = 20;

    public ComparisonHead {
        columns = List.copyOf(columns);
        Map<ComparisonMark, Integer> counts = new EnumMap<>(ComparisonMark.class);
        Map<ComparisonMark, List<String>> names = new EnumMap<>(ComparisonMark.class);
        for (ComparisonMark mark : ComparisonMark.values()) {
            counts.put(mark, marked.getOrDefault(mark, 0));
            names.put(mark, List.copyOf(first.getOrDefault(mark, List.of())));
        }
        marked = Collections.unmodifiableMap(counts);
        first = Collections.unmodifiableMap(names);
    }

    /** The columns of facts that are not categories, and not sets of them. */
    List<ComparisonColumn> questions() {
        return columns.stream().filter(c -> c.isFact() && !letters(c)).toList();
    }

    /** The columns of categories and of sets of them. */
    List<ComparisonColumn> letterColumns() {
        return columns.stream().filter(ComparisonHead::letters).toList();
    }

    /** The columns that are no facts, such as the title; the policy's own name is shown in any case. */
    List<ComparisonColumn> particulars() {
        return columns.stream().filter(c -> !c.isFact() && c != ComparisonColumn.ID && c != ComparisonColumn.COMPANY).toList();
    }

    private static boolean letters(ComparisonColumn column) {
        return column.category() != null || column == ComparisonColumn.DISCLOSED || column == ComparisonColumn.SOLD_OR_SHARED;
    }
}
