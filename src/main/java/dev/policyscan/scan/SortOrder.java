package dev.policyscan.scan;

import dev.policyscan.report.ComparisonColumn;
import dev.policyscan.report.ComparisonRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** By what a comparison is sorted: columns, the most important first, with a dash before those that go the other way round. */
public final class SortOrder {
    /** What stands out first: who sells, who keeps data without end, who says nothing. */
    public static final String PROMINENCE = "prominence";
    /** As the inputs were found. */
    public static final String INPUT = "input";

    /** A key is kept for each policy, so long names are cut. */
    private static final int LONGEST = 60;

    private record Part(ComparisonColumn column, boolean backwards) {}

    private final String text;
    private final List<Part> parts = new ArrayList<>();

    private SortOrder(String text) {
        this.text = text;
    }

    /**
     * Reads an order such as {@code sale,-last_updated}.
     *
     * @throws IllegalArgumentException with a message for people, where it is none
     */
    public static SortOrder parse(String text) {
        SortOrder order = new SortOrder(text);
        if (text.equals(PROMINENCE) || text.equals(INPUT)) {
            return order;
        }
        for (String name : text.split(",")) {
            String plain = name.strip();
            boolean backwards = plain.startsWith("-");
            order.parts.add(new Part(column(backwards ? plain.substring(1) : plain), backwards));
        }
        return order;
    }

    /** Reads a list of columns; {@code categories} stands for those of the categories. */
    public static List<ComparisonColumn> columns(String text) {
        List<ComparisonColumn> columns = new ArrayList<>();
        for (String name : text.split(",")) {
            String plain = name.strip();
            List<ComparisonColumn> some = switch (plain) {
                case "categories" -> ComparisonColumn.categories();
                case "facts" -> ComparisonColumn.facts();
                case "all" -> List.of(ComparisonColumn.values());
                default -> List.of(column(plain));
            };
            some.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        }
        return columns;
    }

    private static ComparisonColumn column(String name) {
        ComparisonColumn column = ComparisonColumn.named(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "there is no column " + name + Where.nearest(name, Arrays.stream(ComparisonColumn.values()).map(ComparisonColumn::term).toList()));
        }
        return column;
    }

    /** What the order needs of a row. */
    Object[] key(ComparisonRow row) {
        if (text.equals(INPUT)) {
            return new Object[0];
        }
        if (text.equals(PROMINENCE)) {
            return new Object[] {row.prominence()};
        }
        return parts.stream().map(part -> row.values(part.column()).stream().map(v -> v.length() > LONGEST ? v.substring(0, LONGEST) : v).toList()).toArray();
    }

    /** Orders keys. */
    @SuppressWarnings("unchecked")
    Comparator<Object[]> keys() {
        if (text.equals(INPUT)) {
            return (a, b) -> 0;
        }
        if (text.equals(PROMINENCE)) {
            return (a, b) -> Integer.compare((int) b[0], (int) a[0]);
        }
        return (a, b) -> {
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                List<String> one = (List<String>) a[i];
                List<String> other = (List<String>) b[i];
                // What is missing stays last either way.
                boolean words = part.column().kind() == ComparisonColumn.Kind.WORD || part.column().kind() == ComparisonColumn.Kind.SET;
                int compared = !words && one.isEmpty() != other.isEmpty() ? Boolean.compare(one.isEmpty(), other.isEmpty())
                        : part.column().order().compare(one, other) * (part.backwards() ? -1 : 1);
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
