package dev.policyscan.document;

import dev.policyscan.document.PdfPage.Rule;
import dev.policyscan.document.PdfTable.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of a page between which the same gaps run down: columns of text, or a table without lines. */
final class PdfBand {
    /** Narrowest gap between columns, in ems. */
    private static final float NARROW = 0.15f;
    /** Gap between words, in ems, that no line of text has by itself. */
    private static final float WIDE = 0.9f;
    /** Gap between words, in ems, that only lines spread to the margin have. */
    private static final float TIGHT = 0.45f;
    /** Narrowest gap between columns of text, in points. */
    private static final float GUTTER = 6;
    /** Most rows that are looked at together; no page has more. */
    private static final int MOST_ROWS = 500;

    final List<PdfRow> rows;
    /** The gaps, left to right: pairs of left and right. */
    final List<float[]> gutters;

    private PdfBand(List<PdfRow> rows, List<float[]> gutters) {
        this.rows = rows;
        this.gutters = gutters;
    }

    /** The band that begins with a row; null where the row has no gap, or none that goes on. */
    static PdfBand at(List<PdfRow> all, int start) {
        PdfRow first = all.get(start);
        List<float[]> gutters = first.isTable() ? List.of() : first.gaps();
        if (gutters.isEmpty()) {
            return null;
        }
        int[] support = new int[gutters.size()];
        int[] narrow = new int[gutters.size()];
        Arrays.fill(support, 1);
        int end = start + 1;
        int full = end;
        float normal = 0;
        while (end < all.size() && end - start < MOST_ROWS) {
            PdfRow row = all.get(end);
            PdfRow above = all.get(end - 1);
            float step = row.base - above.base;
            if (step > 5 * Math.max(row.size, above.size) && !row.isTable() && !above.isTable()) {
                break;
            }
            List<float[]> left = new ArrayList<>();
            List<int[]> kept = new ArrayList<>();
            int lost = 0;
            boolean straddles = false;
            boolean apart = false;
            for (int i = 0; i < gutters.size(); i++) {
                float[] gap = gutters.get(i).clone();
                if (row.leaves(gap, NARROW * Math.max(6, Math.min(row.size, 20)))) {
                    float room = row.room((gap[0] + gap[1]) / 2);
                    boolean wide = room >= WIDE * row.size;
                    if (!wide && narrow[i] >= support[i]) {
                        lost = Math.max(lost, support[i]);
                        continue;
                    }
                    left.add(gap);
                    boolean both = room < Float.MAX_VALUE;
                    // A full line of a cell leaves less room, but the next cell begins where its column does.
                    boolean edge = both && support[i] >= 3 && room >= TIGHT * row.size && row.begins(gutters.get(i)[1]);
                    apart |= both && wide || edge;
                    kept.add(new int[] {support[i] + (both && wide ? 1 : 0), narrow[i] + (wide ? 0 : 1)});
                    straddles |= both;
                } else {
                    lost = Math.max(lost, support[i]);
                }
            }
            // Text whose blanks happen to stand below the gaps is no part of it.
            if (left.isEmpty() || lost >= 3 || straddles && !apart) {
                break;
            }
            for (float[] gap : row.isTable() ? List.<float[]>of() : row.gaps()) {
                int found = fresh(all, start, end, gap, left);
                if (found >= 0) {
                    left.add(found, gap);
                    kept.add(found, new int[] {1, 0});
                    straddles = true;
                }
            }
            gutters = left;
            support = kept.stream().mapToInt(one -> one[0]).toArray();
            narrow = kept.stream().mapToInt(one -> one[1]).toArray();
            end++;
            if (straddles) {
                full = end;
                normal = normal == 0 ? step : Math.min(normal, step);
            }
        }
        // Below the last row with words on both sides, a column may go on alone; other text stands further down.
        while (full < end && all.get(full).base - all.get(full - 1).base <= beside(all.get(full), gutters) * Math.max(normal, 1.2f * all.get(full).size)
                && Math.abs(all.get(full).size - all.get(full - 1).size) < 1) {
            full++;
        }
        List<float[]> good = new ArrayList<>();
        for (int i = 0; i < gutters.size(); i++) {
            if (support[i] >= 2) {
                good.add(gutters.get(i));
            }
        }
        return good.isEmpty() || full - start < 2 ? null : new PdfBand(all.subList(above(all, start, good), full), good);
    }

    /** How far below the last row of a table words may stand that belong to it: further where they do not begin at the left. */
    private static float beside(PdfRow row, List<float[]> gutters) {
        return row.left() > gutters.get(0)[0] ? 1.5f : 1.3f;
    }

    /**
     * Columns of text that begin with a row: a gap that no word crosses runs down between them, however narrow it is and whether or not
     * the lines beside it stand at the same heights. Null where there are none.
     */
    static PdfBand columns(List<PdfRow> all, int start, List<Rule> across) {
        List<float[]> free = List.of(new float[] {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY});
        List<float[]> gutters = List.of();
        int end = start;
        boolean crossed = false;
        while (end < all.size() && end - start < MOST_ROWS) {
            List<float[]> left = without(free, all.get(end).words);
            List<float[]> inner = left.stream().filter(gap -> gap[0] > Float.NEGATIVE_INFINITY && gap[1] < Float.POSITIVE_INFINITY).toList();
            // A row across one of several columns ends them all; in the first rows a gap may be there by chance.
            if (inner.isEmpty() && (!gutters.isEmpty() || end - start > 40) || inner.size() < gutters.size() && end - start >= 6
                    || end > start && !gutters.isEmpty() && ruled(across, all.get(end - 1).base, all.get(end).base, gutters.get(0))) {
                crossed = true;
                break;
            }
            free = left;
            gutters = inner;
            end++;
        }
        if (gutters.isEmpty() || end - start < 8) {
            return null;
        }
        int last = crossed ? trimmed(all, start, end, gutters) : end;
        PdfBand band = new PdfBand(all.subList(start, last), gutters);
        for (List<PdfWord> column : band.columns()) {
            if (PdfRow.of(column).size() < 4) {
                return null;
            }
        }
        return band.isProse() ? band : null;
    }

    /** Whether a line is drawn across a gap between two heights. */
    private static boolean ruled(List<Rule> across, float above, float below, float[] gap) {
        for (Rule rule : across) {
            if (rule.at() > above && rule.at() < below && rule.from() < gap[0] - 20 && rule.to() > gap[1] + 20) {
                return true;
            }
        }
        return false;
    }

    /** What of free gaps words leave. */
    private static List<float[]> without(List<float[]> free, List<PdfWord> words) {
        List<float[]> left = new ArrayList<>();
        for (float[] gap : free) {
            float from = gap[0];
            for (PdfWord word : words) {
                if (word.right <= from || word.left >= gap[1]) {
                    continue;
                }
                if (word.left - from >= GUTTER) {
                    left.add(new float[] {from, word.left});
                }
                from = Math.max(from, word.right);
            }
            if (gap[1] - from >= GUTTER) {
                left.add(new float[] {from, gap[1]});
            }
        }
        return left;
    }

    /** End of columns above a row that crosses the gap: a line or two that stand off from the columns belong to what follows. */
    private static int trimmed(List<PdfRow> all, int start, int end, List<float[]> gutters) {
        int cut = end;
        for (int i = end - 1; i > start && end - i <= 4 && all.get(i).right() <= gutters.get(0)[0]; i--) {
            if (all.get(i).base - all.get(i - 1).base > 1.5f * all.get(i).size) {
                cut = i;
            }
        }
        return cut;
    }

    /** The first row of a band: words of cells that stand lower or higher than those beside them count. */
    private static int above(List<PdfRow> all, int start, List<float[]> gutters) {
        int first = start;
        while (first > 0 && start - first < 12 && all.get(first).base - all.get(first - 1).base <= 1.6f * all.get(first).size
                && free(all.get(first - 1), gutters)) {
            first--;
        }
        if (first == 0) {
            // At the top of a page they belong to a table that goes on from the page before.
            return 0;
        }
        first = start;
        while (first > 0 && start - first < 3) {
            PdfRow row = all.get(first - 1);
            if (row.isTable() || all.get(first).base - row.base > 1.6f * row.size || row.left() < gutters.get(0)[0]) {
                break;
            }
            if (!free(row, gutters)) {
                return first;
            }
            first--;
        }
        return first;
    }

    /** Whether a row crosses none of the gaps. */
    private static boolean free(PdfRow row, List<float[]> gutters) {
        for (float[] gap : gutters) {
            if (row.isTable() || !row.leaves(gap.clone(), NARROW * row.size)) {
                return false;
            }
        }
        return true;
    }

    /** Where among the gutters a new gap belongs; -1 where it is part of one, or earlier rows cross it. */
    private static int fresh(List<PdfRow> all, int start, int end, float[] gap, List<float[]> gutters) {
        int place = 0;
        for (float[] gutter : gutters) {
            if (gap[0] < gutter[1] && gap[1] > gutter[0]) {
                return -1;
            }
            place += gutter[0] < gap[0] ? 1 : 0;
        }
        for (int i = start; i < end; i++) {
            if (!all.get(i).leaves(gap, NARROW * 10)) {
                return -1;
            }
        }
        return place;
    }

    float left() {
        float left = Float.MAX_VALUE;
        for (PdfRow row : rows) {
            left = Math.min(left, row.left());
        }
        return left;
    }

    float right() {
        float right = 0;
        for (PdfRow row : rows) {
            right = Math.max(right, row.right());
        }
        return right;
    }

    /** The words of each column. */
    List<List<PdfWord>> columns() {
        List<List<PdfWord>> columns = new ArrayList<>();
        for (int i = 0; i <= gutters.size(); i++) {
            columns.add(new ArrayList<>());
        }
        for (PdfRow row : rows) {
            for (PdfWord word : row.words) {
                columns.get(column(gutters, word)).add(word);
            }
        }
        return columns;
    }

    private static int column(List<float[]> gutters, PdfWord word) {
        int column = 0;
        while (column < gutters.size() && (word.left + word.right) / 2 > (gutters.get(column)[0] + gutters.get(column)[1]) / 2) {
            column++;
        }
        return column;
    }

    /** Whether the columns are read one after the other, like those of a newspaper, rather than row by row. */
    boolean isProse() {
        List<List<PdfWord>> columns = columns();
        if (columns.size() > 4) {
            return false;
        }
        int prose = 0;
        int filled = 0;
        int longest = 0;
        for (List<PdfWord> column : columns) {
            List<PdfRow> own = PdfRow.of(column);
            float left = Float.MAX_VALUE;
            float right = 0;
            int words = 0;
            for (PdfRow row : own) {
                left = Math.min(left, row.left());
                right = Math.max(right, row.right());
                words += row.isTable() ? 10 : row.words.size();
            }
            int full = 0;
            for (PdfRow row : own) {
                full += row.right() - row.left() > 0.6f * (right - left) ? 1 : 0;
            }
            boolean wordy = words >= (columns.size() > 2 ? 3 : 4) * own.size();
            prose += wordy ? 1 : 0;
            filled += full * 2 >= own.size() ? 1 : 0;
            longest = Math.max(longest, own.size());
        }
        boolean evenly = evenly(columns);
        if (prose < columns.size() || filled < (evenly ? 1 : columns.size()) || longest < 5) {
            return false;
        }
        // Cells of a row begin, end or have their middles at the same height; paragraphs side by side do so by chance.
        List<List<PdfRow>> groups = cells(rows, gutters, pitch(rows, gutters));
        int several = 0;
        int aligned = 0;
        for (List<PdfRow> group : groups) {
            Boolean found = aligned(group);
            several += found != null ? 1 : 0;
            aligned += found != null && found ? 1 : 0;
        }
        if (evenly) {
            return several < 5 || aligned < several;
        }
        return groups.size() < 3 || several < 2 || aligned * 10 < several * 8;
    }

    /** Whether columns are equally wide, as those of a newspaper are. */
    private static boolean evenly(List<List<PdfWord>> columns) {
        float[] left = new float[columns.size()];
        float[] width = new float[columns.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = Float.MAX_VALUE;
            float right = 0;
            for (PdfWord word : columns.get(i)) {
                left[i] = Math.min(left[i], word.left);
                right = Math.max(right, word.right);
            }
            width[i] = right - left[i];
        }
        for (int i = 1; i < left.length; i++) {
            boolean same = Math.abs(width[i] - width[0]) < 0.05f * width[0];
            boolean spaced = i == 1 || Math.abs(left[i] - left[i - 1] - (left[1] - left[0])) < 0.02f * width[0];
            if (!spaced || !same && left.length == 2) {
                return false;
            }
        }
        return true;
    }

    /** Whether what stands in each column of a group begins, ends or has its middle at one height; null where one column is filled only. */
    private Boolean aligned(List<PdfRow> group) {
        float[] least = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
        float[] most = {0, 0, 0};
        int filled = 0;
        for (int column = 0; column <= gutters.size(); column++) {
            float first = Float.NaN;
            float last = Float.NaN;
            for (PdfRow row : group) {
                float base = base(row, gutters, column);
                first = Float.isNaN(first) ? base : first;
                last = Float.isNaN(base) ? last : base;
            }
            if (Float.isNaN(first)) {
                continue;
            }
            filled++;
            float[] places = {first, last, (first + last) / 2};
            for (int i = 0; i < 3; i++) {
                least[i] = Math.min(least[i], places[i]);
                most[i] = Math.max(most[i], places[i]);
            }
        }
        if (filled < 2) {
            return null;
        }
        return most[0] - least[0] < 1.5f || most[1] - least[1] < 1.5f || most[2] - least[2] < 1.5f;
    }

    /** Whether the last column holds nothing but numbers that grow, as the page numbers of a table of contents do. */
    boolean isContents() {
        List<List<PdfWord>> columns = columns();
        List<PdfWord> last = columns.get(columns.size() - 1);
        if (columns.size() != 2 || last.size() < 3) {
            return false;
        }
        int before = 0;
        for (PdfWord word : last) {
            if (!PdfFurniture.pageNumber(word.text) || word.text.length() > 4) {
                return false;
            }
            int number = 0;
            for (int i = 0; i < word.text.length(); i++) {
                number = 10 * number + Math.max(0, Math.min(9, word.text.charAt(i) - '0'));
            }
            if (number < before) {
                return false;
            }
            before = number;
        }
        return true;
    }

    PdfTable table(List<Rule> across, int page) {
        return table(rows, gutters, across, left(), right(), page);
    }

    /** Makes a table of rows. */
    static PdfTable table(List<PdfRow> rows, List<float[]> gutters, List<Rule> across, float left, float right, int page) {
        float[] starts = new float[gutters.size() + 1];
        starts[0] = left;
        for (int i = 0; i < gutters.size(); i++) {
            starts[i + 1] = gutters.get(i)[1];
        }
        PdfTable table = new PdfTable(starts, right, page);
        for (int i = 0; i < gutters.size(); i++) {
            table.cuts[i] = (gutters.get(i)[0] + gutters.get(i)[1]) / 2;
        }
        for (List<PdfRow> group : groups(rows, gutters, across, left, right)) {
            List<List<PdfRow>> parts = new ArrayList<>();
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < starts.length; column++) {
                List<PdfWord> words = new ArrayList<>();
                for (PdfRow row : group) {
                    for (PdfWord word : row.words) {
                        if (column(gutters, word) == column) {
                            words.add(word);
                        }
                    }
                }
                Cell cell = new Cell(table.rows.size());
                float end = column < gutters.size() ? gutters.get(column)[0] : right;
                PdfLine.Column room = new PdfLine.Column(starts[column], end);
                parts.add(PdfRow.of(words));
                for (PdfRow row : parts.get(column)) {
                    cell.lines.add(new PdfLine(row.words, room, page));
                }
                cells.add(cell);
            }
            table.rows.add(cells);
        }
        return table;
    }

    /** Parts rows of words into rows of a table: by lines across, by the room between cells, else by what begins in the first column. */
    private static List<List<PdfRow>> groups(List<PdfRow> rows, List<float[]> gutters, List<Rule> across, float left, float right) {
        float pitch = pitch(rows, gutters);
        List<List<PdfRow>> ruled = new ArrayList<>();
        List<PdfRow> group = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0 && ruleBetween(across, rows.get(i - 1).base, rows.get(i).base, left, right)) {
                ruled.add(group);
                group = new ArrayList<>();
            }
            group.add(rows.get(i));
        }
        ruled.add(group);
        List<List<PdfRow>> groups = new ArrayList<>();
        int answers = answers(rows, gutters);
        Map<String, Integer> texts = answers < 0 ? Map.of() : texts(rows, gutters, answers);
        for (List<PdfRow> one : ruled) {
            for (List<PdfRow> cell : cells(one, gutters, pitch)) {
                groups.addAll(answers < 0 ? List.of(cell) : byAnswers(cell, gutters, answers, texts));
            }
        }
        if (ruled.size() >= 3 && groups.size() * 2 < ruled.size() * 3) {
            return ruled;
        }
        if (groups.size() > 2 || rows.size() <= groups.size()) {
            return groups;
        }
        List<List<PdfRow>> split = new ArrayList<>();
        for (List<PdfRow> one : groups) {
            List<PdfRow> part = new ArrayList<>();
            for (PdfRow row : one) {
                if (!part.isEmpty() && begins(part.get(part.size() - 1), row, gutters)) {
                    split.add(part);
                    part = new ArrayList<>();
                }
                part.add(row);
            }
            split.add(part);
        }
        return split;
    }

    /**
     * Parts rows by the room between cells. Cells may stand at the top, the middle or the bottom of their rows; those of one row
     * overlap in height, those of different rows never do.
     */
    private static List<List<PdfRow>> cells(List<PdfRow> rows, List<float[]> gutters, float pitch) {
        int columns = gutters.size() + 1;
        int[] until = new int[rows.size()];
        for (int column = 0; column < columns; column++) {
            int begun = -1;
            float before = 0;
            for (int i = 0; i < rows.size(); i++) {
                float base = base(rows.get(i), gutters, column);
                if (Float.isNaN(base)) {
                    continue;
                }
                if (begun < 0 || base - before > 1.08f * pitch + 0.5f) {
                    begun = i;
                }
                until[begun] = Math.max(until[begun], i);
                before = base;
            }
        }
        List<List<PdfRow>> groups = new ArrayList<>();
        List<PdfRow> group = new ArrayList<>();
        int end = 0;
        int named = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (i > end) {
                groups.add(group);
                group = new ArrayList<>();
            }
            group.add(rows.get(i));
            end = Math.max(end, Math.max(i, until[i]));
        }
        groups.add(group);
        for (List<PdfRow> one : groups) {
            named += named(one, gutters) ? 1 : 0;
        }
        if (named * 10 < groups.size() * 6) {
            return groups;
        }
        // What stands beside no name goes on with the row above.
        List<List<PdfRow>> joined = new ArrayList<>();
        for (List<PdfRow> one : groups) {
            if (joined.isEmpty() || named(one, gutters)) {
                joined.add(new ArrayList<>(one));
            } else {
                joined.get(joined.size() - 1).addAll(one);
            }
        }
        return joined;
    }

    /**
     * The column of answers, such as "yes" and "no": the same few words over and over, one in each row of the table beside the first
     * line of its name. Its lines tell where rows begin even if there is no room between them. -1 where there is none.
     */
    private static int answers(List<PdfRow> rows, List<float[]> gutters) {
        for (int column = gutters.size(); column > 0; column--) {
            Map<String, Integer> texts = texts(rows, gutters, column);
            int lines = 0;
            int beside = 0;
            int often = 0;
            for (PdfRow row : rows) {
                String text = text(row, gutters, column);
                if (texts.getOrDefault(text, 0) > 1) {
                    lines++;
                    often = Math.max(often, texts.get(text));
                    beside += stands(row, gutters, 0) ? 1 : 0;
                }
            }
            texts.values().removeIf(times -> times == 1);
            int all = texts(rows, gutters, column).values().stream().mapToInt(Integer::intValue).sum();
            if (often >= 3 && texts.size() <= 3 && beside * 10 >= lines * 9 && lines >= all - 3 && lines * 3 >= all * 2) {
                return column;
            }
        }
        return -1;
    }

    private static Map<String, Integer> texts(List<PdfRow> rows, List<float[]> gutters, int column) {
        Map<String, Integer> texts = new HashMap<>();
        for (PdfRow row : rows) {
            String text = text(row, gutters, column);
            if (!text.isEmpty()) {
                texts.merge(text, 1, Integer::sum);
            }
        }
        return texts;
    }

    private static String text(PdfRow row, List<float[]> gutters, int column) {
        StringBuilder out = new StringBuilder();
        for (PdfWord word : row.words) {
            if (column(gutters, word) == column && out.length() < 100) {
                out.append(word.text).append(' ');
            }
        }
        return out.toString();
    }

    /** Parts a group before each answer, unless other words stand among its answers. */
    private static List<List<PdfRow>> byAnswers(List<PdfRow> group, List<float[]> gutters, int column, Map<String, Integer> texts) {
        List<List<PdfRow>> split = new ArrayList<>();
        boolean answered = false;
        for (PdfRow row : group) {
            String text = text(row, gutters, column);
            if (!text.isEmpty() && texts.get(text) == 1) {
                return List.of(group);
            }
            if (split.isEmpty() || answered && !text.isEmpty()) {
                split.add(new ArrayList<>());
            }
            answered |= !text.isEmpty();
            split.get(split.size() - 1).add(row);
        }
        return split;
    }

    private static boolean named(List<PdfRow> group, List<float[]> gutters) {
        return group.stream().anyMatch(row -> stands(row, gutters, 0));
    }

    /** Whether words stand in every column; it hardly happens that all cells of a row go on for the same number of lines. */
    private static boolean full(PdfRow row, List<float[]> gutters) {
        for (int column = 0; column <= gutters.size(); column++) {
            if (!stands(row, gutters, column)) {
                return false;
            }
        }
        return true;
    }

    private static boolean stands(PdfRow row, List<float[]> gutters, int column) {
        return !Float.isNaN(base(row, gutters, column));
    }

    /** Where the words of a row in a column stand; not a number where there are none. */
    private static float base(PdfRow row, List<float[]> gutters, int column) {
        for (PdfWord word : row.words) {
            if (column(gutters, word) == column) {
                return word.base;
            }
        }
        return Float.NaN;
    }

    /** Whether a row of words begins a row of the table rather than going on with that of the words above. */
    private static boolean begins(PdfRow above, PdfRow row, List<float[]> gutters) {
        PdfWord first = row.words.get(0);
        if (column(gutters, first) > 0) {
            return false;
        }
        if (full(above, gutters) && full(row, gutters)) {
            return true;
        }
        float room = 0;
        for (PdfWord word : above.words) {
            room = column(gutters, word) == 0 ? Math.max(room, gutters.get(0)[0] - word.right) : room;
        }
        if (room > 0 && room < 0.3f * first.size + first.right - first.left && !full(row, gutters)) {
            return false;
        }
        if (Character.isLowerCase(first.text.charAt(0)) || row.words.stream().allMatch(word -> column(gutters, word) == 0)) {
            return false;
        }
        float used = 0;
        for (PdfWord word : above.words) {
            if (column(gutters, word) == 0) {
                used = Math.max(used, word.right);
            }
        }
        return used > 0 || above.words.size() > 1;
    }

    private static boolean ruleBetween(List<Rule> across, float above, float below, float left, float right) {
        for (Rule rule : across) {
            if (rule.at() > above && rule.at() < below - 1 && Math.min(rule.to(), right) - Math.max(rule.from(), left) > 0.6f * (right - left)) {
                return true;
            }
        }
        return false;
    }

    /** The usual step from line to line within the columns. */
    private static float pitch(List<PdfRow> rows, List<float[]> gutters) {
        List<Float> steps = new ArrayList<>();
        for (int column = 0; column <= gutters.size(); column++) {
            float before = Float.NEGATIVE_INFINITY;
            for (PdfRow row : rows) {
                float base = base(row, gutters, column);
                if (!Float.isNaN(base)) {
                    if (base - before > 0.95f * row.size && base - before < 3 * row.size) {
                        steps.add(base - before);
                    }
                    before = base;
                }
            }
        }
        if (steps.isEmpty()) {
            return 1.2f * rows.get(0).size;
        }
        steps.sort(null);
        return steps.get(steps.size() / 50);
    }
}
