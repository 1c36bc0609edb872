package dev.policyscan.document;

import dev.policyscan.document.Draft.DraftTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Reads plain text: lines, wrapped or not, bullets, pipe tables, underlined and starred headings. The text stays as it is, save where a table in aligned columns stands. */
final class PlainTextReader {
    /** Longest line that can be the product of hard wrapping. */
    private static final int WIDEST = 130;

    /** Words that something follows in the same sentence, and not the items of a list. */
    private static final Set<String> OPEN_ENDED = Set.of("the", "our", "your", "this", "a", "an", "at", "of", "via", "visit", "visiting", "see", "click", "clicking");

    private String text;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] indents = new int[256];
    private int count;
    private boolean everyLineStands;
    private int width;
    private Draft draft;

    private PlainTextReader(String text) {
        this.text = text;
    }

    static Draft read(String text) {
        return new PlainTextReader(text).read();
    }

    private Draft read() {
        Spans lines = scanLines();
        AlignedTables.Result aligned = AlignedTables.layOut(text, starts, ends, indents, count, lines);
        if (aligned != null) {
            text = aligned.text();
            count = 0;
            scanLines();
            lines = aligned.lines();
        }
        measure();
        draft = new Draft(text, true, lines);
        Iterator<AlignedTables.Laid> tables = (aligned == null ? List.<AlignedTables.Laid>of() : aligned.tables()).iterator();
        AlignedTables.Laid laid = tables.hasNext() ? tables.next() : null;
        boolean gap = true;
        int line = 0;
        while (line < count) {
            if (laid != null && ends[line] > laid.start()) {
                laid.addTo(draft);
                while (line < count && starts[line] < laid.end()) {
                    line++;
                }
                laid = tables.hasNext() ? tables.next() : null;
                gap = true;
                continue;
            }
            if (blank(line) || rule(line)) {
                gap = true;
                line++;
                continue;
            }
            int after = table(line);
            if (after > line) {
                gap = true;
                line = after;
                continue;
            }
            int last = line;
            Piece piece = open(line, gap || everyLineStands);
            boolean single = piece.tag > 0 || piece.bold;
            while (!single && last + 1 < count && continues(last, last + 1, piece)) {
                last++;
            }
            if (piece.end < ends[last]) {
                piece.end = ends[last];
            }
            line = last + 1;
            gap = false;
            if (piece.tag == 0 && last + 1 < count && underline(line) && piece.length() <= Shape.LIMIT && piece.marker == null) {
                piece.tag = text.charAt(starts[line]) == '=' ? 1 : 2;
                line++;
                gap = true;
            }
            draft.pieces.add(piece);
        }
        bareLinks();
        return draft;
    }

    private Spans scanLines() {
        Spans lines = new Spans();
        int length = text.length();
        int at = 0;
        int number = 1;
        while (at <= length) {
            lines.add(at, number++);
            int end = at;
            while (end < length) {
                char c = text.charAt(end);
                if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85) {
                    break;
                }
                end++;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
                indents = Arrays.copyOf(indents, 2 * count);
            }
            int from = at;
            int indent = 0;
            while (from < end && Text.isSpace(text.charAt(from))) {
                char c = text.charAt(from++);
                indent += c == '\t' ? 4 - indent % 4 : Text.isInvisible(c) ? 0 : 1;
            }
            starts[count] = from;
            ends[count] = Text.trimEnd(text, from, end);
            indents[count++] = indent;
            if (end >= length) {
                break;
            }
            char c = text.charAt(end);
            at = end + (c == '\r' && end + 1 < length && text.charAt(end + 1) == '\n' ? 2 : 1);
            if (c == 0x2028 || c == 0x2029 || c == 0x85) {
                // Not a line end to editors, so that line numbers stay theirs.
                number--;
            }
        }
        return lines;
    }

    /** Finds out whether lines are wrapped, and how wide. */
    private void measure() {
        int filled = 0;
        int blanks = 0;
        int wrapped = 0;
        int pairs = 0;
        int[] histogram = new int[WIDEST + 1];
        for (int i = 0; i < count; i++) {
            if (blank(i)) {
                blanks++;
                continue;
            }
            filled++;
            if (i + 1 >= count || blank(i + 1)) {
                continue;
            }
            pairs++;
            int length = ends[i] - starts[i] + indents[i];
            char last = text.charAt(ends[i] - 1);
            if (length >= 40 && length <= WIDEST && Character.isLowerCase(text.charAt(starts[i + 1])) && last != '.' && last != ':' && last != ';'
                    && last != '|') {
                wrapped++;
                histogram[length]++;
            }
        }
        if (wrapped >= 3 && wrapped * 6 >= pairs) {
            int seen = 0;
            for (int length = 0; length <= WIDEST; length++) {
                seen += histogram[length];
                if (seen * 20 >= wrapped * 19) {
                    width = length;
                    break;
                }
            }
        }
        everyLineStands = width == 0 && blanks * 12 < filled;
    }

    private boolean blank(int line) {
        return starts[line] == ends[line];
    }

    /** Whether the line is a rule such as {@code * * *}. */
    private boolean rule(int line) {
        int start = starts[line];
        int marks = 0;
        char mark = text.charAt(start);
        if ("-*_=~".indexOf(mark) < 0) {
            return false;
        }
        for (int i = start; i < ends[line]; i++) {
            char c = text.charAt(i);
            if (c == mark) {
                marks++;
            } else if (!Text.isSpace(c)) {
                return false;
            }
        }
        return marks >= 3;
    }

    private boolean underline(int line) {
        char c = blank(line) ? 0 : text.charAt(starts[line]);
        return (c == '=' || c == '-') && rule(line) && text.substring(starts[line], ends[line]).indexOf(' ') < 0;
    }

    private Piece open(int line, boolean gap) {
        int start = starts[line];
        int end = ends[line];
        Piece piece = new Piece(Piece.Type.TEXT, start, end);
        piece.indent = indents[line];
        piece.gap = gap;
        int hashes = 0;
        while (start + hashes < end && hashes < 6 && text.charAt(start + hashes) == '#') {
            hashes++;
        }
        if (hashes > 0 && start + hashes < end && Text.isSpace(text.charAt(start + hashes))) {
            piece.tag = hashes;
            piece.start = Text.skipSpace(text, start + hashes, end);
            int close = end;
            while (close > piece.start && text.charAt(close - 1) == '#') {
                close--;
            }
            piece.end = Text.trimEnd(text, piece.start, close);
            return piece;
        }
        if (starred(start, end)) {
            piece.start = start + 2;
            piece.end = end - 2;
            piece.bold = true;
            return piece;
        }
        Marker marker = Marker.at(text, start, end);
        if (marker != null && marker.kind() != Marker.Kind.BARE) {
            piece.marker = marker;
            if (marker.bullet() && marker.end() < end) {
                piece.type = Piece.Type.ITEM;
                piece.bullet = text.charAt(start);
                piece.start = marker.end();
                if (starred(piece.start, end)) {
                    piece.bold = true;
                    piece.start += 2;
                    piece.end -= 2;
                }
            }
        }
        return piece;
    }

    /** Whether a line is wholly between two pairs of asterisks. */
    private boolean starred(int start, int end) {
        return end - start > 5 && end - start <= Shape.LIMIT && text.startsWith("**", start) && text.startsWith("**", end - 2)
                && text.indexOf("**", start + 2) == end - 2;
    }

    /** In a text too short to measure: whether a line ends in the middle of a sentence. */
    private boolean breaksOff(int line, int length) {
        char last = text.charAt(ends[line] - 1);
        return last == ',' && length >= 20 || Text.isLetter(last) && length >= 40;
    }

    /** Whether two lines are parts of one sentence: programs that strip the tags off a page put each link on a line of its own. */
    private boolean joins(int line, int next, boolean joined) {
        char first = text.charAt(starts[next]);
        char last = text.charAt(ends[line] - 1);
        if (".,;:)!?”".indexOf(first) >= 0) {
            return ends[next] - starts[next] == 1 || Text.isSpace(text.charAt(starts[next] + 1)) || first == ')' || first == '”';
        }
        if (".:;!?".indexOf(last) >= 0 || Marker.at(text, starts[next], ends[next]) != null) {
            return false;
        }
        return joined && Character.isLowerCase(first) || last == '“' || last == '(' || leadsOn(line);
    }

    /** Whether the last word of a line is one that no line ends with. */
    private boolean leadsOn(int line) {
        int word = ends[line];
        while (word > starts[line] && Text.isLetter(text.charAt(word - 1))) {
            word--;
        }
        return word > starts[line] && Text.isSpace(text.charAt(word - 1)) && OPEN_ENDED.contains(text.substring(word, ends[line]));
    }

    /** Whether a line goes on with what the line before it began. */
    private boolean continues(int line, int next, Piece piece) {
        if (blank(next) || rule(next)) {
            return false;
        }
        int length = ends[line] - starts[line] + indents[line];
        if (width == 0) {
            return joins(line, next, starts[line] != piece.start) || breaksOff(line, length) && Character.isLowerCase(text.charAt(starts[next]))
                    && Marker.at(text, starts[next], ends[next]) == null;
        }
        if (length > width + width / 4 || text.charAt(starts[next]) == '#') {
            return false;
        }
        int word = starts[next];
        while (word < ends[next] && !Text.isSpace(text.charAt(word))) {
            word++;
        }
        int first = word - starts[next];
        boolean full = length + 1 + first > width - width / 10;
        char start = text.charAt(starts[next]);
        char last = text.charAt(ends[line] - 1);
        boolean lower = Character.isLowerCase(start) && last != '.' && last != ':' && last != ';' && length * 5 >= width * 2;
        if (!full && !lower) {
            return false;
        }
        Marker marker = Marker.at(text, starts[next], ends[next]);
        if (marker == null || marker.kind() == Marker.Kind.BARE) {
            return true;
        }
        // A number or a dash can fall on the start of a line by wrapping.
        boolean before = piece.type == Piece.Type.ITEM || piece.marker != null;
        boolean deeper = before && indents[next] > piece.indent;
        char mark = text.charAt(starts[next]);
        boolean byChance = mark == '–' || mark == '—' || mark == '-' || mark == '+' || Character.isDigit(mark) && marker.kind() != Marker.Kind.DECIMAL_PAREN;
        return byChance && full && !deeper && last != '.' && last != ':' && last != ';' && (!before || indents[next] != piece.indent);
    }

    /** Reads a table that begins on a line; answers the line after it, or the line itself where there is none. */
    private int table(int line) {
        char bar = '|';
        if (find('|', line) < 0) {
            bar = '\t';
            if (!tabbed(line)) {
                return line;
            }
        }
        int columns = columns(line, bar);
        if (columns < 2) {
            return line;
        }
        int last = line + 1;
        int rows = dashes(line) ? 0 : 1;
        boolean dashed = rows == 0;
        int blanks = 0;
        int end = last;
        boolean spaced = last < count && blank(last);
        for (; last < count; last++) {
            if (blank(last)) {
                if (!spaced || ++blanks > 1 || bar == '\t') {
                    break;
                }
                continue;
            }
            boolean dash = bar == '|' && dashes(last);
            boolean belongs = dash || columns(last, bar) >= 2 && (dashed || Math.abs(columns(last, bar) - columns) <= 1);
            if (!belongs || bar == '\t' && (columns(last, bar) != columns || !tabbed(last))) {
                break;
            }
            dashed |= dash;
            rows += dash ? 0 : 1;
            blanks = 0;
            end = last + 1;
        }
        boolean outer = text.charAt(starts[line]) == '|';
        int enough = dashed || outer ? 1 : bar == '|' && columns > 2 ? 2 : 3;
        if (rows < enough || !dashed && !outer && rows < 2) {
            return line;
        }
        emit(line, end, bar);
        return end;
    }

    /** Whether a line holds cells parted by tabs, rather than a bullet and its text. */
    private boolean tabbed(int line) {
        int tab = find('\t', line);
        if (tab < 0) {
            return false;
        }
        Marker marker = Marker.at(text, starts[line], ends[line]);
        return marker == null || marker.end() <= tab;
    }

    private int find(char wanted, int line) {
        for (int i = starts[line]; i < ends[line]; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a line is a rule of a table, such as {@code ---|---|}. */
    private boolean dashes(int line) {
        int dashes = 0;
        boolean bar = false;
        for (int i = starts[line]; i < ends[line]; i++) {
            char c = text.charAt(i);
            if (c == '-' || c == '=') {
                dashes++;
            } else if (c == '|' || c == '+') {
                bar = true;
            } else if (c != ':' && !Text.isSpace(c)) {
                return false;
            }
        }
        return dashes >= 2 && bar;
    }

    private int columns(int line, char bar) {
        int columns = 1;
        for (int i = starts[line]; i < ends[line]; i++) {
            if (bar(i, bar) && i > starts[line] && i < ends[line] - 1) {
                columns++;
            }
        }
        return columns;
    }

    private boolean bar(int at, char bar) {
        return text.charAt(at) == bar && (bar == '\t' || at == 0 || text.charAt(at - 1) != '\\');
    }

    private void emit(int from, int to, char bar) {
        DraftTable table = new DraftTable();
        int index = draft.tables.size();
        draft.tables.add(table);
        for (int line = from; line < to; line++) {
            if (blank(line)) {
                continue;
            }
            if (bar == '|' && dashes(line)) {
                if (table.rows.size() == 1) {
                    table.headers.set(0, true);
                    table.rows.get(0).replaceAll(cell -> new Draft.DraftCell(cell.piece(), cell.column(), true));
                }
                continue;
            }
            ArrayList<Draft.DraftCell> row = new ArrayList<>();
            int cell = starts[line];
            int end = ends[line];
            if (bar == '|' && text.charAt(cell) == '|') {
                cell++;
            }
            for (int i = cell; i <= end; i++) {
                if (i == end || bar(i, bar)) {
                    if (i == end && cell >= end) {
                        break;
                    }
                    int start = Text.skipSpace(text, cell, i);
                    int stop = Text.trimEnd(text, start, i);
                    if (stop - start >= 4 && text.startsWith("**", start) && text.startsWith("**", stop - 2)) {
                        start += 2;
                        stop -= 2;
                    }
                    Piece piece = null;
                    if (start < stop) {
                        piece = new Piece(Piece.Type.CELL, start, stop);
                        piece.table = index;
                        piece.row = table.rows.size();
                        draft.pieces.add(piece);
                    }
                    row.add(new Draft.DraftCell(piece, row.size(), false));
                    cell = i + 1;
                }
            }
            table.rows.add(row);
            table.headers.add(false);
        }
    }

    /** Web addresses that stand in the text. */
    private void bareLinks() {
        int at = text.indexOf("http");
        while (at >= 0) {
            int end = at + 4;
            if (text.startsWith("://", at + 4) || text.startsWith("s://", at + 4)) {
                while (end < text.length() && !Text.isSpace(text.charAt(end)) && "\"<>()[]“”|".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                while (end > at && ".,;:'’!?*_".indexOf(text.charAt(end - 1)) >= 0) {
                    end--;
                }
                draft.links.add(new Link(at, end, text.substring(at, end)));
            }
            at = text.indexOf("http", Math.max(end, at + 4));
        }
    }
}
