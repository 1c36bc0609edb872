package dev.policyscan.scan;

import dev.policyscan.report.ComparisonRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a file in a given order, each with the first of those that its text is nearly the same as. */
final class StoredRows implements Comparison.Rows {
    private final RowFile file;
    private final Growing places;
    private final int[] groups;
    private final Map<Integer, String> firstIds = new HashMap<>();

    /** @param places where in the file the rows are */
    StoredRows(RowFile file, Growing places) throws IOException {
        this.file = file;
        this.places = places;
        Lookalikes lookalikes = new Lookalikes();
        for (int i = 0; i < places.size(); i++) {
            lookalikes.add(file.sketch(places.get(i)));
        }
        groups = lookalikes.groups();
    }

    @Override
    public int size() {
        return places.size();
    }

    @Override
    public ComparisonRow row(int number) throws IOException {
        ComparisonRow row = file.entry(places.get(number)).row();
        if (groups[number] == number) {
            return row;
        }
        String first = firstIds.get(groups[number]);
        if (first == null) {
            first = id(groups[number]);
            firstIds.put(groups[number], first);
        }
        return row.similarTo(first);
    }

    /** The line that a row is kept as. */
    byte[] line(int number) throws IOException {
        return file.line(places.get(number));
    }

    /** A row's id, which is quicker than the whole row. */
    String id(int number) throws IOException {
        return file.id(places.get(number));
    }

    /** The numbers of the rows that are nearly the same, group by group. */
    Collection<List<Integer>> groups() {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] != i) {
                members.computeIfAbsent(groups[i], first -> new ArrayList<>(List.of(first))).add(i);
            }
        }
        return members.values();
    }
}
