package dev.policyscan.document;

import dev.policyscan.document.PdfPage.Area;
import dev.policyscan.document.PdfPage.Rule;
import dev.policyscan.document.PdfTable.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Finds tables whose cells are drawn with lines, and takes their words out of the flow of the page. */
final class PdfGrid {
    /** Lines that are this near each other touch. */
    private static final float NEAR = 3;
    private static final int MOST_LINES = 1500;
    private static final int MOST_CELLS = 20_000;
    /** Words in a cell from which a table is rather a way to lay out a page. */
    private static final int HUGE = 450;

    private final PdfPage page;
    private final int number;
    private final List<Rule> across;
    private final List<Rule> down;
    private float[] xs;
    private float[] ys;

    private PdfGrid(PdfPage page, int number) {
        this.page = page;
        this.number = number;
        across = merged(page.across);
        down = merged(page.down);
    }

    /** Puts a word in the flow of the page for each table on it. */
    static void find(PdfPage page, int number) {
        if (page.down.isEmpty() || page.across.isEmpty()) {
            return;
        }
        PdfGrid grid = new PdfGrid(page, number);
        if (grid.across.size() <= MOST_LINES && grid.down.size() <= MOST_LINES) {
            grid.components();
        }
    }

    /** Joins lines that go on from one another. */
    static List<Rule> merged(List<Rule> rules) {
        List<Rule> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparingDouble((Rule rule) -> Math.round(rule.at())).thenComparingDouble(Rule::from));
        List<Rule> made = new ArrayList<>();
        for (Rule rule : sorted) {
            Rule last = made.isEmpty() ? null : made.get(made.size() - 1);
            if (last != null && Math.abs(last.at() - rule.at()) <= 1.5f && rule.from() <= last.to() + NEAR) {
                made.set(made.size() - 1, new Rule(last.at(), Math.min(last.from(), rule.from()), Math.max(last.to(), rule.to())));
            } else {
                made.add(rule);
            }
        }
        made.removeIf(rule -> rule.length() < 8);
        return made;
    }

    /** Parts the lines by which touch, and makes a table of each part that can be one. */
    private void components() {
        int count = across.size();
        int[] parent = new int[count + down.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (int i = 0; i < count; i++) {
            Rule flat = across.get(i);
            for (int j = 0; j < down.size(); j++) {
                Rule steep = down.get(j);
                if (steep.at() >= flat.from() - NEAR && steep.at() <= flat.to() + NEAR
                        && flat.at() >= steep.from() - NEAR && flat.at() <= steep.to() + NEAR) {
                    parent[root(parent, i)] = root(parent, count + j);
                }
            }
        }
        boolean[] done = new boolean[parent.length];
        for (int i = 0; i < count; i++) {
            int root = root(parent, i);
            if (done[root]) {
                continue;
            }
            done[root] = true;
            List<Rule> flat = new ArrayList<>();
            List<Rule> steep = new ArrayList<>();
            for (int k = i; k < parent.length; k++) {
                if (root(parent, k) == root) {
                    (k < count ? flat : steep).add(k < count ? across.get(k) : down.get(k - count));
                }
            }
            if (!steep.isEmpty()) {
                table(flat, steep);
            }
        }
    }

    private static int root(int[] parent, int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void table(List<Rule> flat, List<Rule> steep) {
        xs = edges(steep, flat);
        ys = edges(flat, steep);
        int columns = xs.length - 1;
        int rows = ys.length - 1;
        if (columns < 2 || rows < 1 || (long) columns * rows > MOST_CELLS) {
            return;
        }
        List<PdfWord> inside = new ArrayList<>();
        for (PdfWord word : page.words) {
            float middle = (word.left + word.right) / 2;
            if (word.table == null && middle > xs[0] && middle < xs[columns] && word.middle() > ys[0] && word.middle() < ys[rows]) {
                inside.add(word);
            }
        }
        int[] cells = join(flat, steep, rows, columns);
        List<List<PdfWord>> words = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            words.add(new ArrayList<>());
        }
        for (PdfWord word : inside) {
            int row = at(ys, word.middle());
            int column = at(xs, (word.left + word.right) / 2);
            words.get(cells[row * columns + column]).add(word);
        }
        int filled = 0;
        boolean[] used = new boolean[columns];
        for (int i = 0; i < cells.length; i++) {
            if (words.get(i).size() > HUGE) {
                return;
            }
            if (!words.get(i).isEmpty()) {
                filled++;
                used[i % columns] = true;
            }
        }
        int usedColumns = 0;
        for (boolean one : used) {
            usedColumns += one ? 1 : 0;
        }
        if (filled < 2 || usedColumns < 2) {
            return;
        }
        PdfTable table = new PdfTable(Arrays.copyOf(xs, columns), xs[columns], number);
        Cell[] made = new Cell[cells.length];
        for (int row = 0; row < rows; row++) {
            List<Cell> line = new ArrayList<>();
            boolean any = false;
            for (int column = 0; column < columns; column++) {
                int cell = cells[row * columns + column];
                if (made[cell] == null) {
                    int right = column;
                    while (right + 1 < columns && cells[row * columns + right + 1] == cell) {
                        right++;
                    }
                    made[cell] = new Cell(table.rows.size());
                    PdfLine.Column room = new PdfLine.Column(xs[column], xs[right + 1] - 2);
                    for (PdfRow part : PdfRow.of(words.get(cell))) {
                        made[cell].lines.add(new PdfLine(part.words, room, number));
                    }
                }
                any |= !made[cell].lines.isEmpty() && made[cell].row == table.rows.size();
                line.add(made[cell]);
            }
            if (any) {
                table.rows.add(line);
            }
        }
        dropEmptyColumns(table, columns);
        table.headed = shaded(rows);
        // Few lines across many rows of words: the rows are parted by room instead.
        PdfTable split = rows <= 3 && table.rows.size() <= 3 ? splitRows(table, inside, rows) : null;
        place(split == null ? table : split, inside);
    }

    private void place(PdfTable table, List<PdfWord> inside) {
        page.words.removeAll(new HashSet<>(inside));
        PdfWord stand = new PdfWord("", xs[0], xs[xs.length - 1], ys[0] + 1, 1);
        stand.table = table;
        page.words.add(stand);
    }

    /** Where lines of one direction stand, the ends of those of the other direction included. */
    private static float[] edges(List<Rule> rules, List<Rule> others) {
        List<Float> at = new ArrayList<>();
        rules.forEach(rule -> at.add(rule.at()));
        at.add(extreme(others, Rule::from, -1));
        at.add(extreme(others, Rule::to, 1));
        at.sort(null);
        float[] edges = new float[at.size()];
        int count = 0;
        for (float one : at) {
            if (count == 0 || one - edges[count - 1] > NEAR + 2) {
                edges[count++] = one;
            }
        }
        return Arrays.copyOf(edges, count);
    }

    private static float extreme(List<Rule> rules, ToDoubleFunction<Rule> end, int sign) {
        double most = sign * end.applyAsDouble(rules.get(0));
        for (Rule rule : rules) {
            most = Math.max(most, sign * end.applyAsDouble(rule));
        }
        return (float) (sign * most);
    }

    /** The number of the cell that each field of the grid belongs to: its first field's. */
    private int[] join(List<Rule> flat, List<Rule> steep, int rows, int columns) {
        int[] cells = new int[rows * columns];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i;
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int field = row * columns + column;
                float middleX = (xs[column] + xs[column + 1]) / 2;
                float middleY = (ys[row] + ys[row + 1]) / 2;
                if (column + 1 < columns && !covered(steep, xs[column + 1], middleY)) {
                    union(cells, field, field + 1);
                }
                if (row + 1 < rows && !covered(flat, ys[row + 1], middleX)) {
                    union(cells, field, field + columns);
                }
            }
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = root(cells, i);
        }
        return cells;
    }

    private static void union(int[] cells, int a, int b) {
        int first = root(cells, a);
        int second = root(cells, b);
        cells[Math.max(first, second)] = Math.min(first, second);
    }

    private static boolean covered(List<Rule> rules, float at, float across) {
        for (Rule rule : rules) {
            if (Math.abs(rule.at() - at) <= NEAR + 2 && rule.from() <= across + 1 && rule.to() >= across - 1) {
                return true;
            }
        }
        return false;
    }

    private static int at(float[] edges, float place) {
        int found = 0;
        while (found + 2 < edges.length && edges[found + 1] <= place) {
            found++;
        }
        return found;
    }

    private static void dropEmptyColumns(PdfTable table, int columns) {
        for (int column = columns - 1; column >= 0; column--) {
            boolean empty = true;
            for (List<Cell> row : table.rows) {
                Cell cell = row.get(column);
                boolean spans = column > 0 && row.get(column - 1) == cell || column + 1 < row.size() && row.get(column + 1) == cell;
                empty &= cell.lines.isEmpty() || spans;
            }
            if (empty && table.rows.stream().allMatch(row -> row.size() > 2)) {
                for (List<Cell> row : table.rows) {
                    row.remove(column);
                }
            }
        }
    }

    /** Whether the first row lies on colour that ends with it. */
    private boolean shaded(int rows) {
        if (rows < 2) {
            return false;
        }
        for (Area area : page.areas) {
            boolean top = area.top() < ys[0] + 6 && area.bottom() > ys[1] - 6 && area.bottom() < ys[1] + 6;
            if (top && area.left() < xs[0] + 20 && area.top() > ys[0] - 20) {
                return true;
            }
        }
        return false;
    }

    /** The table with its rows parted by the room between them, under a heading that a line sets off; null where there is none. */
    private PdfTable splitRows(PdfTable table, List<PdfWord> inside, int lines) {
        if (table.columns.length != xs.length - 1) {
            return null;
        }
        List<PdfRow> rows = PdfRow.of(inside);
        if (rows.size() < 2 * lines + 2) {
            return null;
        }
        List<float[]> gutters = new ArrayList<>();
        for (int i = 1; i + 1 < xs.length; i++) {
            gutters.add(new float[] {xs[i], xs[i]});
        }
        List<Rule> borders = new ArrayList<>();
        for (int i = 1; i + 1 < ys.length; i++) {
            borders.add(new Rule(ys[i], xs[0], xs[xs.length - 1]));
        }
        PdfTable split = PdfBand.table(rows, gutters, borders, xs[0], xs[xs.length - 1], number);
        if (split.rows.size() <= table.rows.size()) {
            return null;
        }
        split.headed = table.headed;
        return split;
    }
}
