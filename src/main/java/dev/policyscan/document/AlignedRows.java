package dev.policyscan.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Parts the lines of an aligned table into its rows. Nothing may stand between two rows, and cells stand at the top or in the middle of
 * theirs; so of all ways to part the lines that is taken which explains best where words stand and where lines end.
 */
final class AlignedRows {
    /** Lines of a row, at most. */
    private static final int TALLEST = 80;
    /** Lines of headings, at most. */
    private static final int TALLEST_HEADINGS = 14;
    /** Costs of what speaks against a way to part the lines, in tenths. */
    private static final int ROW = 8;
    private static final int ASTRAY = 20;
    private static final int NAMELESS = 30;
    private static final int GAP = 10;
    private static final int RULED = 100;
    private static final int SECOND = 10;
    private static final int SECOND_NAME = 40;
    private static final int TORN = 40;
    private static final int WRAPPED = 8;
    private static final int EARLY = 7;
    private static final int EARLY_NAME = 30;

    /** Words that more must follow. */
    private static final Set<String> OPEN_ENDED = Set.of("and", "or", "of", "the", "to", "for", "with", "in", "by", "a", "our", "your");

    private final String text;
    private final List<AlignedLine> lines;
    private final int count;
    private final int columns;
    /** For each line and column, where its words begin and end in the text; the same where there are none. */
    private final int[][] starts;
    private final int[][] ends;
    /** The room that the words take. */
    private final int[][] widths;
    /** The next and the last line with words in a column, from a line on and up to it. */
    private final int[][] following;
    private final int[][] last;
    /** How many times words begin in a column after none, up to a line. */
    private final int[][] runs;
    /** Costs of the lines up to one if none of them begins a row, and of a row that begins on a line. */
    private final int[] within;
    private final int[] begins;
    private final boolean[] answers;
    private int cost;
    private final List<Integer> rows = new ArrayList<>();

    /** Parts lines into rows of cells; the second and later columns begin where given at the latest. */
    AlignedRows(String text, List<AlignedLine> lines, int[] edges) {
        this.text = text;
        this.lines = lines;
        count = lines.size();
        columns = edges.length + 1;
        starts = new int[columns][count];
        ends = new int[columns][count];
        widths = new int[columns][count];
        following = new int[columns][count + 1];
        last = new int[columns][count + 1];
        runs = new int[columns][count + 1];
        within = new int[count + 1];
        begins = new int[count + 1];
        answers = new boolean[columns];
        for (int i = 0; i < count; i++) {
            place(i, edges);
        }
        for (int column = 0; column < columns; column++) {
            follow(column);
        }
        costs();
    }

    /** Parts the lines, those of the headings first, which a test knows by the line after them; whether there are any. */
    boolean part(IntPredicate headings) {
        int[] heads = IntStream.range(1, Math.min(count, TALLEST_HEADINGS + 1)).filter(headings).toArray();
        if (heads.length == 0) {
            return false;
        }
        int[][] next = new int[2][count + 1];
        int[][] best = {best(next[0], false), best(next[1], true)};
        int style = 0;
        int first = 0;
        cost = Integer.MAX_VALUE;
        for (int to : heads) {
            int least = best[1][to] < best[0][to] ? 1 : 0;
            int all = headings(to) + best[least][to];
            if (all < cost) {
                cost = all;
                first = to;
                style = least;
            }
        }
        rows.clear();
        rows.add(0);
        for (int at = first; at < count; at = next[style][at]) {
            rows.add(at);
        }
        return true;
    }

    private void place(int line, int[] edges) {
        AlignedLine words = lines.get(line);
        int column = 0;
        int left = 0;
        for (int i = 0; i < words.size; i++) {
            while (column < edges.length && words.left[i] >= edges[column]) {
                column++;
            }
            if (ends[column][line] == 0) {
                starts[column][line] = words.start[i];
                left = words.left[i];
            }
            ends[column][line] = words.end[i];
            widths[column][line] = words.right[i] - left;
        }
    }

    private void follow(int column) {
        last[column][0] = -1;
        int said = 0;
        for (int i = 0; i < count; i++) {
            last[column][i + 1] = filled(i, column) ? i : last[column][i];
            boolean opens = filled(i, column) && !on(i, column);
            runs[column][i + 1] = runs[column][i] + (opens ? 1 : 0);
            said += filled(i, column) && answer(i, column) ? 1 : 0;
        }
        following[column][count] = count;
        for (int i = count - 1; i >= 0; i--) {
            following[column][i] = filled(i, column) ? i : following[column][i + 1];
        }
        answers[column] = said >= 2 && said * 10 >= runs[column][count] * 6;
    }

    private boolean answer(int line, int column) {
        return FlatTables.answers(text, starts[column][line], ends[column][line]);
    }

    /** Whether words of a column go on from the line right above. */
    private boolean on(int line, int column) {
        return line > 0 && filled(line, column) && filled(line - 1, column) && !apart(line);
    }

    /** Whether blank lines part a line from the one before it. */
    private boolean apart(int line) {
        return line > 0 && (lines.get(line).ruled || lines.get(line).number - lines.get(line - 1).number > 1);
    }

    private void costs() {
        for (int column = 0; column < columns; column++) {
            int widest = Arrays.stream(widths[column]).max().orElse(0);
            boolean wraps = wraps(column);
            for (int i = 1; i < count; i++) {
                if (!on(i, column)) {
                    continue;
                }
                boolean early = widths[column][i - 1] + 1 + firstWord(i, column) <= widest;
                if (answers[column] && (answer(i - 1, column) || answer(i, column))) {
                    within[i] += TORN;
                } else if (goesOn(i, column)) {
                    begins[i] += TORN;
                } else if (!early) {
                    begins[i] += wraps && !ends(i - 1, column) ? WRAPPED : 0;
                } else if (Text.isLetterOrDigit(text.charAt(starts[column][i]))) {
                    within[i] += column == 0 ? EARLY_NAME : EARLY;
                    begins[i] -= EARLY / 2;
                }
            }
        }
        long rules = lines.stream().filter(line -> line.ruled).count();
        for (int i = 1; i < count; i++) {
            boolean ruled = lines.get(i).ruled;
            within[i] += ruled ? RULED : apart(i) ? GAP : 0;
            begins[i] += ruled ? -RULED : rules > 2 ? RULED : apart(i) ? -GAP : 0;
        }
        for (int i = 1; i <= count; i++) {
            within[i] += within[i - 1];
        }
    }

    private boolean ends(int line, int column) {
        char last = Text.lastChar(text, starts[column][line], ends[column][line]);
        return last == '.' || last == ';';
    }

    /** Whether there is a cell in a column that surely goes on from line to line. */
    private boolean wraps(int column) {
        for (int i = 1; i < count; i++) {
            if (on(i, column) && goesOn(i, column)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line surely goes on with the words above: it begins in small letters, or more must follow their last word. */
    private boolean goesOn(int line, int column) {
        char first = text.charAt(starts[column][line]);
        int end = ends[column][line - 1];
        char last = text.charAt(end - 1);
        if (Character.isLowerCase(first) || last == ',' || last == '-' || last == '/' || last == '&' || last == '(') {
            return true;
        }
        int word = end;
        while (word > starts[column][line - 1] && end - word <= 4 && Text.isLetter(text.charAt(word - 1))) {
            word--;
        }
        return OPEN_ENDED.contains(text.substring(word, end));
    }

    private int firstWord(int line, int column) {
        int at = starts[column][line];
        while (at < ends[column][line] && !Text.isSpace(text.charAt(at))) {
            at++;
        }
        return at - starts[column][line];
    }

    /** What the cheapest way to part the lines from each on costs, and where its second row begins. */
    private int[] best(int[] second, boolean middle) {
        int[] best = new int[count + 1];
        for (int from = count - 1; from > 0; from--) {
            best[from] = Integer.MAX_VALUE;
            for (int to = from + 1; to <= count && to - from <= TALLEST; to++) {
                int cost = begins[from] + within[to - 1] - within[from] + row(from, to, middle) + best[to];
                if (cost < best[from]) {
                    best[from] = cost;
                    second[from] = to;
                }
            }
        }
        return best;
    }

    /** What speaks against the lines up to one being headings: words of a column in two places, or high and low by turns. */
    private int headings(int to) {
        int cost = within[to - 1];
        for (int column = 0; column < columns; column++) {
            int first = following[column][0];
            if (first < to) {
                int above = above(0, first);
                int below = below(to, column);
                cost += above > 0 && below > 0 && Math.abs(above - below) > 1 ? ASTRAY : 0;
                cost += (runs[column][to] - 1) * SECOND_NAME;
            }
        }
        return cost;
    }

    private int row(int from, int to, boolean middle) {
        int cost = ROW;
        for (int column = 0; column < columns; column++) {
            int first = following[column][from];
            if (first >= to) {
                cost += column == 0 ? NAMELESS : 0;
                continue;
            }
            int above = above(from, first);
            cost += (middle ? Math.abs(above - below(to, column)) > 1 : above > 0) ? ASTRAY : 0;
            cost += (runs[column][to] - runs[column][first + 1]) * (column == 0 || answers[column] ? SECOND_NAME : SECOND);
        }
        return cost;
    }

    /** How far below the first line of a row words stand. */
    private int above(int from, int first) {
        return lines.get(first).number - lines.get(from).number;
    }

    /** How far above the last line of a row the last words of a column stand. */
    private int below(int to, int column) {
        return lines.get(to - 1).number - lines.get(last[column][to]).number;
    }

    /** Words of a line within one column that stand further apart than words of a sentence do, in a hundred lines. */
    int torn() {
        int torn = 0;
        int filled = 0;
        for (int line = 0; line < count; line++) {
            AlignedLine words = lines.get(line);
            int word = 0;
            for (int column = 0; column < columns; column++) {
                int from = word;
                while (word < words.size && words.end[word] <= ends[column][line]) {
                    torn += word > from && words.room(word) > 2 ? 1 : 0;
                    word++;
                }
                filled += word > from ? 1 : 0;
            }
        }
        return 100 * torn / filled;
    }

    /** What speaks against the rows found. */
    int cost() {
        return cost;
    }

    int count() {
        return rows.size();
    }

    int columns() {
        return columns;
    }

    /** The first line of a row. */
    int from(int row) {
        return rows.get(row);
    }

    /** The line after a row. */
    int to(int row) {
        return row + 1 < rows.size() ? rows.get(row + 1) : count;
    }

    boolean filled(int line, int column) {
        return ends[column][line] > 0;
    }

    /** Whether lines have words in a column. */
    boolean filled(int from, int to, int column) {
        return following[column][from] < to;
    }

    int start(int line, int column) {
        return starts[column][line];
    }

    int end(int line, int column) {
        return ends[column][line];
    }

    /** The words of a cell, cut off at a number of characters. */
    String cell(int row, int column, int limit) {
        return words(from(row), to(row), column, limit);
    }

    /** The words of lines in a column, cut off at a number of characters. */
    String words(int from, int to, int column, int limit) {
        StringBuilder words = new StringBuilder();
        for (int i = following[column][from]; i < to && words.length() < limit; i = following[column][i + 1]) {
            words.append(words.length() > 0 ? " " : "").append(text, starts[column][i], Math.min(ends[column][i], starts[column][i] + limit));
        }
        words.setLength(Math.min(words.length(), limit));
        return words.toString();
    }
}
