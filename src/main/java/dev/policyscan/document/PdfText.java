package dev.policyscan.document;

import dev.policyscan.document.Draft.DraftCell;
import dev.policyscan.document.Draft.DraftTable;
import dev.policyscan.document.PdfTable.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes a draft of the lines and tables of a PDF: headings, paragraphs, lists and tables over all pages. */
final class PdfText {
    /** Words from which a text in large letters is no heading. */
    private static final int LONGEST_HEADING = 32;

    /** Words that are joined to others with a hyphen, and hardly ever begin a word that was parted. */
    private static final Set<String> JOINED = Set.of("self", "third", "first", "cross", "opt", "non", "well", "user");

    private final DraftBuilder out;
    private final List<List<PdfLayout.Item>> pages;
    private final List<Object> parts = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private final Map<Integer, Float> pitches = new HashMap<>();
    private final Map<Integer, Integer> levels = new HashMap<>();
    private final List<Paragraph> notes = new ArrayList<>();
    private final List<float[]> lists = new ArrayList<>();
    private float body;
    private boolean allBold;
    /** Whether words are parted at the ends of lines. */
    private boolean hyphenates;

    /** Lines that belong together. */
    private static final class Paragraph {
        final List<PdfLine> lines = new ArrayList<>();
        /** Lines before which the line is broken on purpose. */
        final Set<PdfLine> broken = new HashSet<>();
        /** Distance of its first line from the left of its column. */
        float indent;
        /** Distance of its text, after a bullet or number. */
        float textIndent;
        /** Whether it begins with a bullet or number that is set off. */
        boolean item;
        boolean note;
        boolean contents;

        PdfLine first() {
            return lines.get(0);
        }

        PdfLine last() {
            return lines.get(lines.size() - 1);
        }

        int words() {
            int count = 0;
            for (PdfLine line : lines) {
                count += line.words.size();
            }
            return count;
        }

        boolean bold() {
            return lines.stream().allMatch(line -> line.bold);
        }
    }

    private PdfText(List<List<PdfLayout.Item>> pages, int capacity) {
        this.pages = pages;
        out = new DraftBuilder(capacity);
    }

    /** The draft of pages that hold letters. */
    static Draft read(List<List<PdfLayout.Item>> pages, int capacity) {
        PdfText text = new PdfText(pages, capacity);
        text.number();
        text.measure();
        text.margins();
        text.pitches();
        for (List<PdfLayout.Item> page : pages) {
            text.paragraphs(page);
        }
        text.headingSizes();
        for (Object part : text.parts) {
            if (part instanceof PdfTable table) {
                text.table(table);
            } else {
                text.paragraph((Paragraph) part);
            }
        }
        text.closeLists(-1);
        text.notes();
        return text.out.build();
    }

    private void number() {
        int number = 0;
        for (List<PdfLayout.Item> page : pages) {
            for (PdfLayout.Item item : page) {
                if (item.line() != null) {
                    item.line().number = ++number;
                    continue;
                }
                Set<Cell> seen = new HashSet<>();
                for (List<Cell> row : item.table().rows) {
                    int most = 0;
                    for (Cell cell : row) {
                        if (seen.add(cell)) {
                            for (int i = 0; i < cell.lines.size(); i++) {
                                cell.lines.get(i).number = number + 1 + i;
                            }
                            most = Math.max(most, cell.lines.size());
                        }
                    }
                    number += most;
                }
            }
        }
    }

    private interface LineVisitor {
        void visit(PdfLine line);
    }

    private void each(LineVisitor visitor) {
        for (List<PdfLayout.Item> page : pages) {
            for (PdfLayout.Item item : page) {
                if (item.line() != null) {
                    visitor.visit(item.line());
                } else {
                    item.table().rows.forEach(row -> row.forEach(cell -> cell.lines.forEach(visitor::visit)));
                }
            }
        }
    }

    /** Finds the size of most letters, whether all are bold, and which words there are. */
    private void measure() {
        Map<Integer, Integer> sizes = new TreeMap<>();
        int[] letters = new int[2];
        each(line -> {
            for (int i = 0; i < line.words.size(); i++) {
                PdfWord word = line.words.get(i);
                sizes.merge(Math.round(4 * line.size), word.text.length(), Integer::sum);
                letters[0] += word.text.length();
                letters[1] += word.bold ? word.text.length() : 0;
                if (i + 1 < line.words.size()) {
                    words.add(bare(word.text));
                }
            }
        });
        int most = 0;
        for (Map.Entry<Integer, Integer> size : sizes.entrySet()) {
            if (size.getValue() > most) {
                most = size.getValue();
                body = size.getKey() / 4f;
            }
        }
        allBold = letters[1] * 10 > letters[0] * 6;
        int[] ends = new int[2];
        each(line -> {
            ends[0]++;
            ends[1] += PdfLine.hyphenated(line.words.get(line.words.size() - 1).text) ? 1 : 0;
        });
        hyphenates = ends[1] * 40 > ends[0];
    }

    /** The word in lower case, marks around it apart. */
    private static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Gives pages that hold short lines only the margins of the others. Odd and even pages may differ. */
    private void margins() {
        Map<Integer, float[]> margins = new HashMap<>();
        Set<PdfLine.Column> seen = new HashSet<>();
        for (int pass = 0; pass < 2; pass++) {
            seen.clear();
            for (List<PdfLayout.Item> page : pages) {
                for (PdfLayout.Item item : page) {
                    PdfLine line = item.line();
                    if (line == null || !line.column.whole || !seen.add(line.column)) {
                        continue;
                    }
                    float[] margin = margins.computeIfAbsent(line.page % 2, key -> new float[] {Float.MAX_VALUE, 0});
                    if (pass == 0) {
                        margin[0] = Math.min(margin[0], line.column.left);
                        margin[1] = Math.max(margin[1], line.column.right);
                    } else if (line.column.left - margin[0] < 90 && margin[1] - line.column.right < 250) {
                        line.column.left = margin[0];
                        line.column.right = margin[1];
                    }
                }
            }
        }
    }

    /** Finds the usual step from one line to the next for each size of letters. */
    private void pitches() {
        Map<Integer, Map<Integer, Integer>> steps = new HashMap<>();
        for (List<PdfLayout.Item> page : pages) {
            PdfLine before = null;
            for (PdfLayout.Item item : page) {
                PdfLine line = item.line();
                if (line != null && before != null && line.column == before.column && Math.abs(line.size - before.size) < 0.3f) {
                    float step = line.base - before.base;
                    if (step > 0.8f * line.size && step < 2.6f * line.size && !before.endsEarly(line)) {
                        steps.computeIfAbsent(Math.round(2 * line.size), key -> new TreeMap<>()).merge(Math.round(4 * step), 1, Integer::sum);
                    }
                }
                before = line;
            }
        }
        steps.forEach((size, counts) -> {
            int most = 0;
            int step = 0;
            for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
                if (count.getValue() > most) {
                    most = count.getValue();
                    step = count.getKey();
                }
            }
            pitches.put(size, step / 4f);
        });
    }

    private float pitch(float size) {
        Float pitch = pitches.get(Math.round(2 * size));
        return pitch != null ? pitch : 1.3f * size;
    }

    private void paragraphs(List<PdfLayout.Item> page) {
        Paragraph open = null;
        boolean fresh = true;
        int notesFrom = notesFrom(page);
        int taken = restOfTable(page);
        for (int i = taken; i < page.size(); i++) {
            PdfLayout.Item item = page.get(i);
            if (item.table() != null) {
                add(item.table(), i == taken);
                open = null;
                fresh = false;
                continue;
            }
            PdfLine line = item.line();
            boolean note = i >= notesFrom;
            if (fresh && !note) {
                open = lastParagraph();
                if (open != null && !carries(open, line)) {
                    open = null;
                }
            } else if (open != null && (open.note != note || !continues(open, line))) {
                open = null;
            }
            if (open == null) {
                open = begin(line);
                open.note = note;
                parts.add(open);
            } else {
                PdfLine last = open.last();
                if (last.column == line.column && last.endsEarly(line)) {
                    open.broken.add(line);
                }
                open.lines.add(line);
                if (open.lines.size() == 2 && !open.item && numbered(open) && line.left - line.column.left > open.indent + 0.6f * line.size) {
                    open.item = true;
                }
            }
            fresh = i + 1 < page.size() && page.get(i + 1).line() != null && page.get(i + 1).line().column != line.column;
        }
    }

    /** Adds lines at the top of a page to the last row of the table before them that goes on below; answers how many they are. */
    private int restOfTable(List<PdfLayout.Item> page) {
        int lines = 0;
        while (lines < page.size() && page.get(lines).line() != null) {
            lines++;
        }
        PdfTable before = lines == 0 || lines > 8 || lines == page.size() ? null : lastTable();
        PdfTable table = lines == page.size() ? null : page.get(lines).table();
        if (before == null || before.rows.isEmpty() || !before.fits(table)) {
            return 0;
        }
        List<Cell> last = before.rows.get(before.rows.size() - 1);
        for (int i = 0; i < lines; i++) {
            PdfLine line = page.get(i).line();
            int column = table.columns.length - 1;
            while (column > 0 && line.left < table.columns[column] - 1) {
                column--;
            }
            float end = column + 1 < table.columns.length ? table.columns[column + 1] : table.right + 3;
            if (line.right > end || column >= last.size()) {
                return i;
            }
            PdfLine.Column room = new PdfLine.Column(table.columns[column], column + 1 < table.columns.length ? end - 0.4f * line.size : table.right);
            PdfLine moved = new PdfLine(line.words, room, line.page);
            moved.number = line.number;
            last.get(column).lines.add(moved);
        }
        return lines;
    }

    /** The table that all text so far ends with; null where it ends with a paragraph. */
    private PdfTable lastTable() {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i) instanceof PdfTable table) {
                return table;
            }
            if (!((Paragraph) parts.get(i)).note) {
                return null;
            }
        }
        return null;
    }

    /** The last paragraph that is no footnote, unless a table stands after it. */
    private Paragraph lastParagraph() {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (!(parts.get(i) instanceof Paragraph paragraph)) {
                return null;
            }
            if (!paragraph.note) {
                return paragraph;
            }
        }
        return null;
    }

    private void add(PdfTable found, boolean fresh) {
        PdfTable before = lastTable();
        PdfTable table = found;
        if (fresh && before != null && !before.fits(found) && found.columns.length < before.columns.length) {
            PdfTable alike = before.likewise(found);
            table = alike == null ? found : alike;
        }
        if (!fresh || before == null || table == found && !before.fits(table) || before.rows.isEmpty() || table.rows.isEmpty()) {
            parts.add(table);
            return;
        }
        int from = 0;
        if (before.rowText(0).equals(table.rowText(0))) {
            from = 1;
            before.headed |= before.rows.size() > 1;
        }
        List<Cell> last = before.rows.get(before.rows.size() - 1);
        for (int i = from; i < table.rows.size(); i++) {
            List<Cell> row = table.rows.get(i);
            if (row.size() != last.size()) {
                parts.add(table);
                return;
            }
            if (i == from && rest(last, row)) {
                for (int column = 0; column < row.size(); column++) {
                    if (column == 0 || row.get(column) != row.get(column - 1)) {
                        last.get(column).lines.addAll(row.get(column).lines);
                    }
                }
                continue;
            }
            int to = before.rows.size();
            List<Cell> moved = new ArrayList<>();
            for (Cell cell : row) {
                Cell copy = !moved.isEmpty() && cell == row.get(moved.size() - 1) ? moved.get(moved.size() - 1) : new Cell(to);
                if (copy.lines.isEmpty()) {
                    copy.lines.addAll(cell.lines);
                }
                moved.add(copy);
            }
            before.rows.add(moved);
        }
    }

    /** Whether a row at the top of a page goes on with the last one of the page before. */
    private static boolean rest(List<Cell> last, List<Cell> row) {
        if (row.get(0).lines.isEmpty() && !last.get(0).lines.isEmpty()) {
            return true;
        }
        boolean lower = false;
        for (int column = 0; column < row.size(); column++) {
            List<PdfLine> above = last.get(column).lines;
            List<PdfLine> lines = row.get(column).lines;
            if (lines.isEmpty()) {
                continue;
            }
            if (above.isEmpty() || above.get(above.size() - 1).endsEarly(lines.get(0))) {
                return false;
            }
            lower |= Character.isLowerCase(lines.get(0).words.get(0).text.charAt(0));
        }
        return lower;
    }

    /** Index of the first footnote of a page: of the first line of the last lines that begins with a mark, raised or in small print. */
    private int notesFrom(List<PdfLayout.Item> page) {
        int found = page.size();
        for (int i = page.size() - 1; i > 0; i--) {
            PdfLine line = page.get(i).line();
            if (line == null || line.size > body + 0.6f || line.column != page.get(page.size() - 1).line().column) {
                break;
            }
            PdfWord first = line.words.get(0);
            boolean number = Character.isDigit(first.text.charAt(0)) && first.text.length() <= 2;
            boolean mark = "*†‡".indexOf(first.text.charAt(0)) >= 0;
            boolean small = line.size <= 0.93f * body;
            if (line.words.size() > 1 && (first.raised && (number || mark) || small && (number || mark))) {
                found = i;
            } else if (line.bold || !small && found == page.size() && page.size() - i > 12) {
                break;
            }
        }
        return found;
    }

    private Paragraph begin(PdfLine line) {
        Paragraph made = new Paragraph();
        made.lines.add(line);
        made.indent = line.left - line.column.left;
        made.textIndent = made.indent;
        made.contents = line.contents;
        if (line.words.size() > 1 && marked(line)) {
            PdfWord second = line.words.get(1);
            made.textIndent = second.left - line.column.left;
            made.item = bullet(line) || made.indent > 0.8f * line.size && !line.bold;
        }
        return made;
    }

    private static boolean marked(PdfLine line) {
        return PdfRow.marks(line.words.get(0).text) && !line.glued(1);
    }

    private static boolean bullet(PdfLine line) {
        Marker marker = line.words.size() > 1 ? marker(line) : null;
        return marker != null && marker.bullet();
    }

    private static boolean numbered(Paragraph paragraph) {
        PdfLine line = paragraph.first();
        return line.words.size() > 1 && marked(line) && !bullet(line) && !line.bold;
    }

    /** Whether a line goes on with the paragraph of the line above it. */
    private boolean continues(Paragraph open, PdfLine line) {
        PdfLine last = open.last();
        if (line.column != last.column || open.contents || line.contents || leader(last)) {
            return false;
        }
        float step = line.base - last.base;
        if (step <= 0 || step > 1.22f * pitch(Math.min(line.size, last.size)) + 0.6f || Math.abs(line.size - last.size) > 0.7f) {
            return false;
        }
        boolean early = last.endsEarly(line);
        if (line.words.size() > 1 && marked(line) && (early || bullet(line) || line.left < last.left - 0.5f * line.size
                || (open.item || follows(open.first(), line)) && Math.abs(line.left - open.first().left) < 0.4f * line.size)) {
            return false;
        }
        if (last.bold != line.bold && early && !allBold) {
            return false;
        }
        float indent = line.left - line.column.left;
        if (open.item) {
            // What stands left of an item's text is no part of it, unless the item's lines are not set off at all.
            boolean hanging = Math.abs(indent - open.textIndent) < 0.5f * line.size;
            boolean flush = indent < open.textIndent - 0.5f * line.size && !early;
            return hanging || flush || indent > open.textIndent && !early;
        }
        if (indent > open.indent + 0.9f * line.size && open.lines.size() > 1 && !centred(line)) {
            return false;
        }
        return open.lines.size() != 1 || indent <= open.indent + 0.9f * line.size || !early || centred(line) || numbered(open);
    }

    /** Whether the number of a line comes after that of another. */
    private static boolean follows(PdfLine first, PdfLine line) {
        Marker before = first.words.size() > 1 && marked(first) ? marker(first) : null;
        Marker marker = marker(line);
        return before != null && marker.kind() == before.kind() && marker.depth() == before.depth() && marker.ordinal() == before.ordinal() + 1;
    }

    private static Marker marker(PdfLine line) {
        String word = line.words.get(0).text;
        return Marker.at(word + " x", 0, word.length() + 2);
    }

    private static boolean centred(PdfLine line) {
        float left = line.left - line.column.left;
        float right = line.column.right - line.right;
        return left > 1.5f * line.size && right > 1.5f * line.size && Math.abs(left - right) < 1.5f * line.size;
    }

    /** Whether the first line of a page or column goes on with the paragraph before. */
    private boolean carries(Paragraph open, PdfLine line) {
        PdfLine last = open.last();
        boolean weight = line.bold != last.bold && (line.bold || last.endsEarly(line));
        if (Math.abs(line.size - last.size) > 0.6f || weight || open.contents || line.contents || leader(last)) {
            return false;
        }
        if (line.words.size() > 1 && marked(line)) {
            return false;
        }
        String text = last.text();
        char end = Text.lastChar(text, 0, text.length());
        boolean ended = end == '.' || end == ':' || end == '?' || end == '!' || end == ';';
        boolean lower = Character.isLowerCase(line.words.get(0).text.charAt(0));
        if (lower) {
            return !ended || !last.endsEarly(line);
        }
        boolean large = line.size > body + 0.6f;
        // The last line of a paragraph hardly ever fills the room to its end.
        return !large && !last.endsEarly(line) && !(last.bold && line.bold);
    }

    /** Whether a line ends in a row of dots and a page number. */
    private static boolean leader(PdfLine line) {
        int size = line.words.size();
        if (size < 2 || !pageNumber(line.words.get(size - 1).text)) {
            return false;
        }
        return dots(line.words.get(size - 2).text);
    }

    private static boolean pageNumber(String word) {
        return word.length() <= 4 && PdfFurniture.pageNumber(word);
    }

    private static boolean dots(String word) {
        int dots = 0;
        for (int i = 0; i < word.length(); i++) {
            dots += word.charAt(i) == '.' || word.charAt(i) == '…' || word.charAt(i) == '·' ? 1 : 0;
        }
        return dots >= 3 || dots > 0 && dots == word.length();
    }

    /** Orders the sizes that are larger than the text's, as levels of headings. */
    private void headingSizes() {
        TreeMap<Integer, Integer> sizes = new TreeMap<>();
        for (Object part : parts) {
            if (part instanceof Paragraph paragraph && large(paragraph)) {
                sizes.merge(key(paragraph.first().size), 1, Integer::sum);
            }
        }
        int level = 0;
        int before = Integer.MAX_VALUE;
        for (int size : sizes.descendingKeySet()) {
            if (before - size > 1) {
                level++;
            }
            before = size;
            levels.put(size, Math.min(6, Math.max(1, level)));
        }
    }

    private static int key(float size) {
        return Math.round(2 * size);
    }

    private boolean large(Paragraph paragraph) {
        PdfLine line = paragraph.first();
        if (line.size < Math.max(1.06f * body, body + 0.6f) || paragraph.contents || paragraph.note || bullet(line)
                || paragraph.words() > LONGEST_HEADING) {
            return false;
        }
        for (PdfWord word : line.words) {
            for (int i = 0; i < word.text.length(); i++) {
                if (Character.isLetterOrDigit(word.text.charAt(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void paragraph(Paragraph paragraph) {
        if (paragraph.note) {
            notes.add(paragraph);
            return;
        }
        if (large(paragraph)) {
            closeLists(-1);
            notes();
            out.openHeading(levels.getOrDefault(key(paragraph.first().size), 1));
            lines(paragraph, 0);
            out.closeHeading();
            return;
        }
        if (paragraph.item) {
            openItem(paragraph);
            lines(paragraph, 0);
            out.block();
            return;
        }
        // Text that is set in as far as the item above belongs to it.
        while (!lists.isEmpty() && paragraph.indent < lists.get(lists.size() - 1)[1] - 0.6f * paragraph.first().size) {
            closeList();
        }
        if (lists.isEmpty()) {
            notes();
        }
        out.block();
        lines(paragraph, 0);
        out.block();
    }

    private void openItem(Paragraph paragraph) {
        float size = paragraph.first().size;
        while (!lists.isEmpty() && paragraph.indent < lists.get(lists.size() - 1)[0] - 0.7f * size) {
            closeList();
        }
        if (lists.isEmpty() || paragraph.indent > lists.get(lists.size() - 1)[0] + 0.7f * size) {
            out.openList();
            lists.add(new float[] {paragraph.indent, paragraph.textIndent});
        } else {
            out.closeItem();
        }
        out.openItem(0);
    }

    private void closeList() {
        out.closeItem();
        out.closeList();
        lists.remove(lists.size() - 1);
    }

    private void closeLists(float indent) {
        while (!lists.isEmpty() && lists.get(lists.size() - 1)[0] > indent) {
            closeList();
        }
    }

    /** Puts the footnotes that wait after the paragraph that ended. */
    private void notes() {
        for (Paragraph note : notes) {
            out.block();
            PdfWord first = note.first().words.get(0);
            boolean number = note.first().words.size() > 1 && (first.raised || Character.isDigit(first.text.charAt(0)) && first.text.length() <= 2);
            lines(note, number ? 1 : 0);
            out.block();
        }
        notes.clear();
    }

    private void lines(Paragraph paragraph, int skip) {
        List<PdfLine> lines = paragraph.lines;
        boolean joined = false;
        boolean contents = paragraph.contents || leader(paragraph.first());
        for (int i = 0; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            if (i > 0 && !joined && paragraph.broken.contains(line)) {
                out.hardBreak();
            }
            PdfLine next = i + 1 < lines.size() && !paragraph.broken.contains(lines.get(i + 1)) ? lines.get(i + 1) : null;
            joined = line(line, i == 0 ? skip : 0, next, !joined, contents);
        }
        out.look(false, null);
    }

    /** Writes a line; answers whether the next one goes on with its last word. */
    private boolean line(PdfLine line, int skip, PdfLine next, boolean blank, boolean contents) {
        int end = line.words.size();
        if (contents) {
            while (end > 1 && (dots(line.words.get(end - 1).text)
                    || end > 2 && pageNumber(line.words.get(end - 1).text) && dots(line.words.get(end - 2).text))) {
                end--;
            }
        }
        boolean space = blank;
        for (int i = skip; i < end; i++) {
            PdfWord word = line.words.get(i);
            if (word.raised && i > 0 && reference(word.text)) {
                continue;
            }
            boolean glued = i > skip && line.glued(i);
            String text = word.text;
            boolean last = i + 1 == end;
            boolean hyphen = last && next != null && PdfLine.hyphenated(text) && Character.isLetterOrDigit(next.words.get(0).text.charAt(0));
            boolean cut = last && next != null && !hyphen && cut(text, next.words.get(0).text);
            if (hyphen && !keepsHyphen(text, next.words.get(0).text)) {
                text = text.substring(0, text.length() - 1);
            }
            out.look(word.bold && !allBold, contents ? "#page" : word.link);
            if (space && !glued) {
                out.text(" ", line.number);
            }
            out.text(text, line.number);
            space = true;
            if (hyphen || cut) {
                return true;
            }
        }
        return false;
    }

    /** Whether a raised word is the mark of a footnote. */
    private static boolean reference(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!(c >= '0' && c <= '9') && "*†‡§¶,[]()".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word was cut at the end of a line, as happens where a column is narrower than the word. */
    private boolean cut(String start, String end) {
        char last = start.charAt(start.length() - 1);
        if (!Character.isLetter(last) || !Character.isLowerCase(end.charAt(0))) {
            return false;
        }
        String first = bare(start);
        String rest = bare(end);
        int hyphen = rest.indexOf('-');
        String second = hyphen > 0 ? rest.substring(0, hyphen) : rest;
        boolean letter = rest.length() == 1 && rest.charAt(0) != 'a' && rest.charAt(0) != 'i';
        return letter || !words.contains(first) && (words.contains(first + rest) || words.contains(first + second));
    }

    /** Whether the hyphen at the end of a line belongs to the word, as in "third-party". */
    private boolean keepsHyphen(String start, String end) {
        if (start.charAt(start.length() - 1) == 0xAD) {
            return false;
        }
        String first = bare(start);
        String second = bare(end);
        if (words.contains(first + "-" + second)) {
            return true;
        }
        if (words.contains(first + second)) {
            return false;
        }
        if (JOINED.contains(first) || first.length() == 1 || !Character.isLowerCase(end.charAt(0)) || first.indexOf('-') > 0) {
            return true;
        }
        return !hyphenates || words.contains(first) && words.contains(second) && first.length() > 3 && second.length() > 3;
    }

    private void table(PdfTable table) {
        closeLists(-1);
        notes();
        DraftTable made = out.openTable();
        boolean header = table.rows.size() > 1 && (table.headed || !allBold && bold(table.rows.get(0)) && !bold(table.rows.get(1)));
        Map<Cell, Piece> pieces = new IdentityHashMap<>();
        Set<Cell> empty = new HashSet<>();
        for (int row = 0; row < table.rows.size(); row++) {
            List<DraftCell> cells = new ArrayList<>();
            for (Cell cell : table.rows.get(row)) {
                Piece piece = pieces.get(cell);
                if (piece == null && !empty.contains(cell)) {
                    out.openCell();
                    cell(cell);
                    piece = out.closeCell(row);
                    if (piece == null) {
                        empty.add(cell);
                    } else {
                        pieces.put(cell, piece);
                    }
                }
                cells.add(new DraftCell(piece, cells.size(), header && row == 0));
            }
            made.rows.add(cells);
            made.headers.add(header && row == 0);
        }
        out.closeTable();
    }

    private static boolean bold(List<Cell> row) {
        boolean any = false;
        for (Cell cell : row) {
            if (!cell.lines.isEmpty() && !cell.bold()) {
                return false;
            }
            any |= !cell.lines.isEmpty();
        }
        return any;
    }

    private void cell(Cell cell) {
        PdfLine before = null;
        boolean joined = false;
        for (int i = 0; i < cell.lines.size(); i++) {
            PdfLine line = cell.lines.get(i);
            boolean begins = before != null && !joined && (line.words.size() > 1 && marked(line) || before.endsEarly(line) && before.column == line.column
                    || line.base - before.base > 1.3f * pitch(line.size) + 1);
            if (begins) {
                out.hardBreak();
            }
            PdfLine next = i + 1 < cell.lines.size() && !line.endsEarly(cell.lines.get(i + 1)) ? cell.lines.get(i + 1) : null;
            joined = line(line, 0, next, !joined, false);
            before = line;
        }
        out.look(false, null);
    }
}
