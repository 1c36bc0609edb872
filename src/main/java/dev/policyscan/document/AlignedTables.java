package dev.policyscan.document;

import dev.policyscan.document.Draft.DraftCell;
import dev.policyscan.document.Draft.DraftTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Finds tables of plain text whose columns stand side by side, as programs that turn pages into text write them: nothing but room parts
 * the cells, which are wrapped within their columns. The words of such a cell do not follow each other, so where a table stands the text
 * is laid out anew: cell after cell, row after row.
 */
final class AlignedTables {
    /** Lines that are longer stand in no table. */
    private static final int WIDEST = 4000;
    /** Blank lines between two lines of a table, at most. */
    private static final int MOST_BLANK = 4;
    /** Lines above the first with words side by side that the headings of columns may fill. */
    private static final int MOST_ABOVE = 8;
    /** Lines in a row from which a table may be looked for in vain. */
    private static final int MOST_TRIES = 6;
    private static final int MOST_COLUMNS = 10;
    /** Gaps between the words of a line of a table, at most. */
    private static final int MOST_GAPS = 30;
    private static final int MOST_LINES = 5000;
    /** Characters of the heading of a column, at most. */
    private static final int LONGEST_HEAD = 160;
    /** Characters of the name of a row, at most. */
    private static final int LONGEST_NAME = 260;

    /** Words that sentences begin with, and names of rows do not; and how long a sentence is at least. */
    private static final Set<String> SPEAKERS = Set.of("We", "You", "If", "When", "Our", "Your", "This", "It", "They");
    private static final int SENTENCE = 80;
    /** What the parting of a table into rows may cost where its rows do not begin with names. */
    private static final int DEAREST = 22;

    /** Lines of a hundred whose words stand apart within a column, at most: the columns are others than it seems. */
    private static final int MOST_TORN = 6;

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final int[] indents;
    private final int count;
    private final StringBuilder out = new StringBuilder();
    private final Spans numbers = new Spans();
    private final List<Laid> tables = new ArrayList<>();
    /** The line after the last table. */
    private int done;
    private List<AlignedLine> lines = new ArrayList<>();
    private List<Gutter> gutters = new ArrayList<>();
    /** The first and the last line of the source that are part of the table, rules included. */
    private int top;
    private int bottom;
    /** Whether lines are part of a grid, drawn with pluses and bars. */
    private final boolean[] grid;
    /** Columns that the lines at hand have words in, and the column after the last of them. */
    private int reach;
    private final boolean[] used = new boolean[WIDEST + 8];

    /**
     * A gap between columns of words.
     *
     * @param from where it begins
     * @param to where it ends
     * @param support lines that have words on both its sides, at some distance
     */
    private record Gutter(int from, int to, int support) {}

    /**
     * A table as it is laid out.
     *
     * @param start where it begins
     * @param end where it ends
     * @param rows where the cells of each of its rows begin and end; null for empty ones
     */
    record Laid(int start, int end, List<List<int[]>> rows) {
        /** Adds it to a draft. */
        void addTo(Draft draft) {
            DraftTable table = new DraftTable();
            int index = draft.tables.size();
            draft.tables.add(table);
            for (List<int[]> row : rows) {
                boolean first = table.rows.isEmpty();
                List<DraftCell> cells = new ArrayList<>();
                for (int[] cell : row) {
                    Piece piece = null;
                    if (cell != null) {
                        piece = new Piece(Piece.Type.CELL, cell[0], cell[1]);
                        piece.table = index;
                        piece.row = table.rows.size();
                        draft.pieces.add(piece);
                    }
                    cells.add(new DraftCell(piece, cells.size(), first));
                }
                table.rows.add(cells);
                table.headers.add(first);
            }
        }
    }

    /**
     * A text whose aligned tables are laid out.
     *
     * @param text the text
     * @param lines offsets in it, and the lines of the source that begin there
     * @param tables its tables
     */
    record Result(String text, Spans lines, List<Laid> tables) {}

    private AlignedTables(String text, int[] starts, int[] ends, int[] indents, int count) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.indents = indents;
        this.count = count;
        grid = new boolean[count];
        for (int i = 0; i < count; i++) {
            char first = blank(i) ? 0 : text.charAt(starts[i]);
            grid[i] = first == '+' && AlignedLine.isRule(text, starts[i], ends[i]) || first == '|' && i > 0 && grid[i - 1];
        }
    }

    /** Lays out the tables of a text whose trimmed lines begin and end at offsets; null where there are none. */
    static Result layOut(String text, int[] starts, int[] ends, int[] indents, int count, Spans numbers) {
        AlignedTables found = new AlignedTables(text, starts, ends, indents, count);
        int line = 0;
        int end = 0;
        int tries = 0;
        while (line < count) {
            if (!gapped(text, starts[line], ends[line])) {
                line++;
                continue;
            }
            found.grow(line);
            int seen = found.bottom - line;
            if (found.table(numbers)) {
                line = found.done;
            } else {
                // Few of the lines are looked at again, so that the whole takes time in proportion to their number.
                tries = line < end ? tries + 1 : 0;
                end = Math.max(end, line + seen);
                line += tries < MOST_TRIES ? 1 : Math.max(1, seen / 4);
            }
        }
        if (found.tables.isEmpty()) {
            return null;
        }
        found.copy(count, numbers);
        return new Result(found.out.toString(), found.numbers, found.tables);
    }

    /** Whether two words of a line stand further apart than sentences do. */
    private static boolean gapped(String text, int start, int end) {
        if (end - start > WIDEST) {
            return false;
        }
        int blanks = 0;
        for (int i = start + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '│' || c != ' ' && blanks > 0 && apart(blanks, text.charAt(i - blanks - 1))) {
                return true;
            }
            blanks = c == ' ' ? blanks + 1 : 0;
        }
        return false;
    }

    /** Whether so much room behind a character is more than that between words, or sentences that two blanks part. */
    private static boolean apart(int room, char before) {
        return room > 2 || room == 2 && ".:?!".indexOf(before) < 0;
    }

    private boolean blank(int line) {
        return starts[line] == ends[line];
    }

    private AlignedLine read(int line) {
        return new AlignedLine(text, line, starts[line], ends[line], indents[line], grid[line]);
    }

    /** Whether a line can be part of a table: it is not too wide, and bars do not part its words as those of Markdown do. */
    private boolean fits(int line) {
        return ends[line] - starts[line] + indents[line] <= WIDEST && (grid[line] || text.charAt(starts[line]) != '|');
    }

    /** Collects the lines from one on that leave the same gaps free. */
    private void grow(int first) {
        Arrays.fill(used, 0, reach, false);
        reach = 0;
        lines = new ArrayList<>();
        gutters = new ArrayList<>();
        int last = first;
        int full = 0;
        bottom = first;
        boolean ruled = false;
        for (int i = first; i < count && i - last <= MOST_BLANK + 1 && lines.size() < MOST_LINES; i++) {
            if (blank(i)) {
                continue;
            }
            if (AlignedLine.isRule(text, starts[i], ends[i])) {
                bottom = full == lines.size() && i - last == 1 ? i : bottom;
                ruled = true;
                last = i;
                continue;
            }
            AlignedLine line = fits(i) ? read(i) : null;
            if (line != null && line.size == 0) {
                last = i;
                continue;
            }
            int kept = line == null || line.right() > WIDEST ? -1 : add(line, i - last > 1);
            if (kept < 0) {
                break;
            }
            line.ruled = ruled;
            ruled = false;
            lines.add(line);
            full = kept > 0 || i - last == 1 && full == lines.size() - 1 ? lines.size() : full;
            last = i;
            bottom = full == lines.size() ? i : bottom;
        }
        lines = new ArrayList<>(lines.subList(0, full));
        // Words stand apart by chance in a line, but not below each other in several.
        gutters.removeIf(gutter -> gutter.support() < 2);
        above(first);
    }

    /** Narrows the gaps to what a line leaves of them: -1 where it is no part of the table, 1 where it has words on both sides of one, else 0. */
    private int add(AlignedLine line, boolean apart) {
        List<Gutter> left = new ArrayList<>();
        int lost = 0;
        boolean straddles = false;
        boolean parted = lines.isEmpty();
        for (Gutter gutter : gutters) {
            int[] gap = line.leaves(gutter.from(), gutter.to());
            if (gap == null) {
                lost = Math.max(lost, gutter.support());
                continue;
            }
            int next = line.after(gap[0]);
            boolean both = next > 0 && next < line.size;
            int room = both ? line.room(next) : 0;
            straddles |= both;
            // A full line of a cell may leave one blank only before the next cell, which begins where its column does.
            parted |= room > 1 || room == 1 && !apart && gutter.support() > 1 && line.left[next] == gutter.to();
            left.add(new Gutter(gap[0], gap[1], gutter.support() + (room > 1 ? 1 : 0)));
        }
        if (lost > 2 || left.size() > MOST_GAPS || !gutters.isEmpty() && left.isEmpty() || straddles && !parted) {
            return -1;
        }
        for (int i = 1; i < line.size; i++) {
            int room = line.room(i);
            if (left.size() <= MOST_GAPS && apart(room, text.charAt(line.end[i - 1] - 1))) {
                straddles |= fresh(line.right[i - 1], line.left[i], left);
            }
        }
        gutters = left;
        for (int i = 0; i < line.size; i++) {
            Arrays.fill(used, line.left[i], line.right[i], true);
            reach = Math.max(reach, line.right[i]);
        }
        return straddles ? 1 : 0;
    }

    /** Adds the part of a gap that no line so far crosses, unless it is known. */
    private boolean fresh(int from, int to, List<Gutter> known) {
        int place = 0;
        for (Gutter gutter : known) {
            if (from < gutter.to() && to > gutter.from()) {
                return false;
            }
            place += gutter.from() < from ? 1 : 0;
        }
        int best = from;
        int length = 0;
        int run = 0;
        for (int i = from; i < to; i++) {
            run = used[i] ? 0 : run + 1;
            if (run > length) {
                length = run;
                best = i + 1 - run;
            }
        }
        if (length == 0) {
            return false;
        }
        known.add(place, new Gutter(best, best + length, 1));
        return true;
    }

    /** Adds the lines right above that belong to headings of columns: they cross no gap, and do not begin at the left. */
    private void above(int first) {
        top = first;
        for (int i = first - 1; i >= done && first - i <= MOST_ABOVE && !gutters.isEmpty() && !blank(i) && fits(i); i--) {
            if (AlignedLine.isRule(text, starts[i], ends[i])) {
                top = i;
                return;
            }
            AlignedLine line = read(i);
            if (line.size == 0 || line.left() < gutters.get(0).from() || crosses(line)) {
                return;
            }
            lines.add(0, line);
            top = i;
        }
    }

    private boolean crosses(AlignedLine line) {
        for (Gutter gutter : gutters) {
            if (line.leaves(gutter.from(), gutter.to()) == null) {
                return true;
            }
        }
        return false;
    }

    /** Lays out the table that the lines at hand are; whether they are one. */
    private boolean table(Spans source) {
        if (gutters.isEmpty() || gutters.size() >= MOST_COLUMNS || lines.size() < 3) {
            return false;
        }
        AlignedRows rows = rows();
        if (rows == null || !named(rows) || rows.torn() > MOST_TORN) {
            return false;
        }
        copy(top, source);
        int start = out.length();
        List<List<int[]>> laid = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            List<int[]> cells = new ArrayList<>();
            for (int column = 0; column < rows.columns(); column++) {
                if (column > 0) {
                    out.append('\t');
                }
                cells.add(lay(rows, row, column, source));
            }
            laid.add(cells);
            if (row + 1 < rows.count()) {
                out.append('\n');
            }
        }
        tables.add(new Laid(start, out.length(), laid));
        done = bottom + 1;
        out.append('\n');
        return true;
    }

    /** Writes a cell: where it begins and ends; null for an empty one. */
    private int[] lay(AlignedRows rows, int row, int column, Spans source) {
        int start = out.length();
        for (int i = rows.from(row); i < rows.to(row); i++) {
            if (!rows.filled(i, column)) {
                continue;
            }
            int from = rows.start(i, column);
            if (out.length() > start && !(hyphenated() && Character.isLowerCase(text.charAt(from)))) {
                out.append(' ');
            }
            numbers.add(out.length(), source.second(lines.get(i).number));
            out.append(text, from, rows.end(i, column));
        }
        return out.length() > start ? new int[] {start, out.length()} : null;
    }

    private boolean hyphenated() {
        int last = out.length() - 1;
        return last > 0 && out.charAt(last) == '-' && Text.isLetter(out.charAt(last - 1));
    }

    /** Copies the lines up to one. */
    private void copy(int to, Spans source) {
        for (int i = done; i < to; i++) {
            numbers.add(out.length(), source.second(i));
            out.append(text, source.first(i), i + 1 < source.size() ? source.first(i + 1) : text.length());
        }
        done = to;
    }

    /** Parts the lines at hand into rows of cells below headings of columns; null where there are none. */
    private AlignedRows rows() {
        AlignedRows rows = new AlignedRows(text, lines, gutters.stream().mapToInt(Gutter::to).toArray());
        if (!rows.part(to -> headed(rows, to))) {
            return null;
        }
        List<Gutter> headed = new ArrayList<>();
        for (int column = 1; column < rows.columns(); column++) {
            if (!rows.cell(0, column, 1).isEmpty()) {
                headed.add(gutters.get(column - 1));
            }
        }
        if (headed.size() == gutters.size()) {
            return rows;
        }
        // A gap below no heading stands within a column.
        gutters = headed;
        AlignedRows fewer = new AlignedRows(text, lines, gutters.stream().mapToInt(Gutter::to).toArray());
        return fewer.part(to -> headed(fewer, to)) ? fewer : null;
    }

    /** Whether the lines up to one hold headings of columns. */
    private static boolean headed(AlignedRows rows, int to) {
        int filled = 0;
        int heads = 0;
        for (int column = 0; column < rows.columns(); column++) {
            String cell = rows.words(0, to, column, LONGEST_HEAD);
            if (cell.isEmpty()) {
                continue;
            }
            char last = Text.lastChar(cell, 0, cell.length());
            if (cell.length() == LONGEST_HEAD || last == ',' || last == ';' || column == 0 && (last == '.' || Character.isLowerCase(cell.charAt(0)))) {
                return false;
            }
            boolean named = last != '.' && FlatTables.names(Text.key(cell, 0, cell.length(), LONGEST_HEAD));
            if (column == 0 && !named) {
                return false;
            }
            filled++;
            heads += named ? 1 : 0;
        }
        return heads > 1 && heads * 2 >= filled && filled * 3 >= rows.columns() * 2 && rows.filled(0, to, 0);
    }

    /** Whether most rows begin with a name, and have something beside it; columns of a newspaper begin with sentences. */
    private boolean named(AlignedRows rows) {
        int named = 0;
        int begun = 0;
        int spoken = 0;
        for (int row = 1; row < rows.count(); row++) {
            String name = rows.cell(row, 0, LONGEST_NAME);
            if (name.isEmpty()) {
                continue;
            }
            begun++;
            boolean beside = false;
            for (int column = 1; column < rows.columns(); column++) {
                beside |= !rows.cell(row, column, 1).isEmpty();
            }
            char last = Text.lastChar(name, 0, name.length());
            spoken += name.length() > SENTENCE && SPEAKERS.contains(name.substring(0, name.indexOf(' '))) ? 1 : 0;
            named += beside && name.length() < LONGEST_NAME && last != '.' && last != ',' ? 1 : 0;
        }
        if (spoken * 2 > begun) {
            return false;
        }
        return begun >= 2 && named * 10 >= begun * 6 || begun >= 3 && rows.cost() <= begun * DEAREST;
    }
}
