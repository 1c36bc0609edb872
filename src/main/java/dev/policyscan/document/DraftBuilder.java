package dev.policyscan.document;

import dev.policyscan.document.Draft.DraftCell;
import dev.policyscan.document.Draft.DraftTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Takes text and structure as a reader of mark-up meets them, and makes a draft of them: white space folded, blocks parted. */
final class DraftBuilder {
    private static final byte BOLD = 1;
    private static final byte LINK = 2;
    private static final byte ANCHOR = 4;

    /** The text, and for each of its characters whether it is bold, a link, a link within the page. */
    private final TextBuffer raw;
    private final Spans lines = new Spans();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<DraftTable> tables = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private int blockStart;
    /** Whether there is a line break in the block at hand. */
    private boolean broken;
    private boolean space;
    private boolean breakBefore;
    private int line = 1;
    private int bold;
    private int heading;
    private boolean styled;
    private boolean explaining;
    private String target;
    private int linkStart;
    private int linkIndex;
    private final Spans lists = new Spans();
    private int listCount;
    private int itemCount;
    private boolean itemPending;
    private int ordinal;
    private int table = -1;
    private boolean inCell;

    DraftBuilder(int capacity) {
        raw = new TextBuffer(capacity);
    }

    Draft build() {
        block();
        if (lines.size() == 0 || lines.first(0) != 0) {
            Spans all = new Spans();
            all.add(0, 1);
            for (int i = 0; i < lines.size(); i++) {
                all.add(lines.first(i), lines.second(i));
            }
            Draft draft = new Draft(raw.toString(), false, all);
            return fill(draft);
        }
        return fill(new Draft(raw.toString(), false, lines));
    }

    private Draft fill(Draft draft) {
        draft.pieces.addAll(pieces);
        draft.tables.addAll(tables);
        draft.links.addAll(links);
        return draft;
    }

    /** Adds text that begins on a line of the source; its line ends are white space. */
    void text(String s, int sourceLine) {
        int current = sourceLine > 0 ? sourceLine : line;
        boolean marked = false;
        int length = s.length();
        int i = 0;
        while (i < length) {
            char c = s.charAt(i);
            if (Text.isSpace(c)) {
                if (c == '\n') {
                    current++;
                    marked = false;
                }
                if (!Text.isInvisible(c)) {
                    space = true;
                }
                i++;
                continue;
            }
            if (!marked) {
                marked = true;
                mark(current);
            }
            part();
            // Most text is words with one blank between them, which can be copied at once.
            int end = i + 1;
            while (end < length) {
                char d = s.charAt(end);
                if (d > ' ' && d < 0x80 || d == ' ' && end + 1 < length && s.charAt(end + 1) > ' ' && s.charAt(end + 1) < 0x80) {
                    end++;
                } else {
                    break;
                }
            }
            raw.append(s, i, end, style());
            i = end;
        }
        line = current;
    }

    /** Adds preformatted text, whose line ends are breaks that only a list or a table makes visible. */
    void preformatted(String s, int sourceLine) {
        int at = 0;
        int current = sourceLine > 0 ? sourceLine : line;
        while (at <= s.length()) {
            int end = s.indexOf('\n', at);
            boolean last = end < 0;
            if (last) {
                end = s.length();
            }
            if (Text.skipSpace(s, at, end) == end && !last && at < end + 1 && raw.length() > blockStart && raw.charAt(raw.length() - 1) == Draft.SOFT) {
                block();
            } else {
                text(s.substring(at, end), current);
                if (!last) {
                    softBreak();
                }
            }
            current++;
            at = end + 1;
        }
    }

    private void mark(int number) {
        int at = raw.length();
        int size = lines.size();
        if (size > 0 && lines.second(size - 1) == number) {
            return;
        }
        if (size > 0 && lines.first(size - 1) == at) {
            lines.setSecond(size - 1, number);
            return;
        }
        lines.add(at, number);
    }

    /** Puts the blank or the line break that is due before more text. */
    private void part() {
        if (space || breakBefore) {
            int length = raw.length();
            if (length > blockStart) {
                char last = raw.charAt(length - 1);
                if (breakBefore && last != '\n') {
                    put('\n');
                } else if (space && last != '\n' && last != Draft.SOFT) {
                    put(' ');
                }
            }
            space = false;
            breakBefore = false;
        }
    }

    private byte style() {
        byte style = bold > 0 ? BOLD : 0;
        if (target != null) {
            style |= within(target) ? LINK | ANCHOR : LINK;
        }
        return style;
    }

    /** Whether a link leads to a place in a page; saved pages write the address of their own before it. */
    static boolean within(String target) {
        int at = target.indexOf('#');
        return at >= 0 && at + 1 < target.length() && target.charAt(at + 1) != '/' && target.charAt(at + 1) != '!';
    }

    private void put(char c) {
        broken |= c == '\n' || c == Draft.SOFT;
        raw.append(c, style());
    }

    /** A line break of the source, invisible unless what follows it begins a list item. */
    void softBreak() {
        space = true;
        if (!inCell && raw.length() > blockStart) {
            space = false;
            put(Draft.SOFT);
        }
    }

    /** A visible line break; two of them part paragraphs. */
    void hardBreak() {
        int length = raw.length();
        if (length == blockStart) {
            return;
        }
        if (inCell) {
            breakBefore = true;
            return;
        }
        if (raw.charAt(length - 1) == '\n') {
            block();
            return;
        }
        space = false;
        put('\n');
    }

    void openBold() {
        bold++;
    }

    void closeBold() {
        bold = Math.max(0, bold - 1);
    }

    /** Begins a link; links do not nest. */
    void openLink(String to) {
        if (target == null && !to.isBlank()) {
            target = to;
            linkStart = -1;
            linkIndex = links.size();
            linkStart = raw.length();
        }
    }

    void closeLink() {
        if (target != null) {
            addLink();
            target = null;
        }
    }

    /** How the text that follows looks: bold or not, and where it leads; null for nowhere. */
    void look(boolean isBold, String to) {
        bold = isBold ? 1 : 0;
        if (!Objects.equals(to, target)) {
            closeLink();
            if (to != null) {
                openLink(to);
            }
        }
    }

    private void addLink() {
        int start = Math.max(linkStart, 0);
        int end = raw.length();
        while (start < end && (raw.charAt(start) <= ' ')) {
            start++;
        }
        while (end > start && raw.charAt(end - 1) <= ' ') {
            end--;
        }
        if (start < end) {
            links.add(new Link(start, end, target.strip()));
        }
    }

    /** Begins a heading; what is text until it is closed is its own. */
    void openHeading(int level) {
        block();
        heading = level;
    }

    void closeHeading() {
        block();
        heading = 0;
    }

    /** Says that the block at hand looks like a heading. */
    void likeHeading() {
        styled = true;
    }

    /** Says that the block at hand explains the term before it, and so heads nothing. */
    void explains() {
        explaining = true;
    }

    void openList() {
        block();
        lists.add(++listCount, 0);
    }

    void closeList() {
        block();
        if (lists.size() > 0) {
            lists.truncate(lists.size() - 1);
        }
        itemPending = false;
    }

    /** Begins a list item; its number is 0 in lists without. */
    void openItem(int number) {
        block();
        if (lists.size() == 0) {
            return;
        }
        lists.setSecond(lists.size() - 1, ++itemCount);
        itemPending = true;
        ordinal = number;
    }

    void closeItem() {
        block();
        itemPending = false;
        if (lists.size() > 0) {
            lists.setSecond(lists.size() - 1, 0);
        }
    }

    boolean inCell() {
        return inCell;
    }

    DraftTable openTable() {
        block();
        DraftTable made = new DraftTable();
        table = tables.size();
        tables.add(made);
        return made;
    }

    void closeTable() {
        table = -1;
    }

    void openCell() {
        block();
        inCell = true;
    }

    /** Ends a cell; answers its piece, or null where it is empty. */
    Piece closeCell(int row) {
        inCell = false;
        breakBefore = false;
        space = false;
        int end = Text.trimEnd(raw, blockStart, raw.length());
        Piece piece = null;
        if (end > blockStart) {
            piece = new Piece(Piece.Type.CELL, blockStart, end);
            piece.table = table;
            piece.row = row;
            piece.gap = true;
            look(piece);
            pieces.add(piece);
        }
        start();
        return piece;
    }

    private void start() {
        // A separator keeps the text of links that end one block out of the next.
        if (raw.length() > blockStart) {
            put('\n');
        }
        blockStart = raw.length();
        broken = false;
        if (target != null) {
            if (linkStart < blockStart) {
                addLink();
            }
            linkStart = blockStart;
        }
    }

    /** Ends the block at hand. */
    void block() {
        if (inCell) {
            breakBefore = true;
            return;
        }
        space = false;
        breakBefore = false;
        int end = Text.trimEnd(raw, blockStart, raw.length());
        if (end > blockStart) {
            split(blockStart, end);
            start();
        }
        styled = false;
        explaining = false;
    }

    /** Makes the pieces of a block: one, or more where its line breaks part paragraphs, list items or rows. */
    private void split(int start, int end) {
        if (!broken) {
            add(Text.skipSpace(raw, start, end), end, true);
            return;
        }
        if (heading == 0 && lists.size() == 0 && rows(start, end)) {
            return;
        }
        int from = start;
        int line = start;
        boolean first = true;
        for (int at = start; at <= end; at++) {
            char c = at == end ? '\n' : raw.charAt(at);
            if (c != '\n' && c != Draft.SOFT) {
                continue;
            }
            if (at < end && !parts(line, at, end)) {
                raw.set(at, ' ');
                line = at + 1;
                continue;
            }
            int to = Text.trimEnd(raw, from, at);
            from = Text.skipSpace(raw, from, to);
            if (from < to) {
                add(from, to, first);
                first = false;
            }
            from = at + 1;
            line = from;
        }
    }

    /** Whether a line break ends a piece. */
    private boolean parts(int start, int at, int end) {
        if (heading > 0) {
            return false;
        }
        int next = Text.skipSpace(raw, at + 1, end);
        int stop = next;
        while (stop < end && raw.charAt(stop) != '\n' && raw.charAt(stop) != Draft.SOFT) {
            stop++;
        }
        Marker marker = Marker.at(raw, next, stop);
        boolean soft = raw.charAt(at) == Draft.SOFT;
        if (marker != null && marker.kind() != Marker.Kind.BARE && (!soft || marker.bullet() && (!dash(next) || dash(start) || dash(Text.skipSpace(raw, stop, end)) || Text.lastChar(raw, start, at) == ':'))) {
            return true;
        }
        if (soft) {
            return false;
        }
        char first = next < end ? raw.charAt(next) : 0;
        if (!Character.isLowerCase(first) || covered(start, at, BOLD) && !covered(next, stop, BOLD)) {
            return true;
        }
        char last = Text.lastChar(raw, start, at);
        return last == '.' || last == ';' || last == ':' || last == '?' || last == '!';
    }

    /** Whether a long dash stands there, which is a bullet where another line has one, and else a dash of the sentence that goes on. */
    private boolean dash(int at) {
        return at < raw.length() && (raw.charAt(at) == '–' || raw.charAt(at) == '—');
    }

    private void add(int start, int end, boolean first) {
        Piece piece = new Piece(Piece.Type.TEXT, start, end);
        piece.gap = first;
        piece.tag = heading;
        piece.styled = styled;
        piece.explaining = explaining;
        int depth = lists.size();
        piece.depth = depth;
        if (depth > 0) {
            piece.list = lists.first(depth - 1);
            piece.item = lists.second(depth - 1);
        }
        Marker marker = Marker.at(raw, start, end);
        if (marker != null && marker.kind() != Marker.Kind.BARE) {
            piece.marker = marker;
            if (marker.bullet() && heading == 0 && marker.end() < end) {
                piece.type = Piece.Type.ITEM;
                piece.bullet = raw.charAt(start);
                piece.start = marker.end();
                if (!itemPending) {
                    piece.depth++;
                    piece.list = 0;
                    piece.item = 0;
                }
            }
        }
        if (itemPending) {
            itemPending = false;
            if (heading == 0) {
                piece.type = Piece.Type.ITEM;
                if (piece.marker == null && ordinal > 0) {
                    piece.marker = new Marker(Marker.Kind.DECIMAL, 1, ordinal, start);
                }
            }
        }
        look(piece);
        pieces.add(piece);
    }

    /** Finds what of a piece is bold or a link. */
    private void look(Piece piece) {
        boolean allBold = true;
        boolean allLink = true;
        boolean allAnchor = true;
        boolean letters = false;
        int opening = -1;
        for (int i = piece.start; i < piece.end; i++) {
            byte style = raw.style(i);
            boolean letter = Text.isLetterOrDigit(raw.charAt(i));
            if (!letter) {
                continue;
            }
            letters = true;
            if ((style & BOLD) == 0) {
                allBold = false;
                if (opening == -1) {
                    opening = i > piece.start ? boldEnd(piece.start, i) : 0;
                }
            }
            allLink &= (style & LINK) != 0;
            allAnchor &= (style & ANCHOR) != 0;
            if (!allBold && !allLink) {
                break;
            }
        }
        piece.bold = letters && allBold;
        piece.linked = letters && allLink;
        piece.anchored = letters && allLink && allAnchor;
        piece.opening = Math.max(opening, 0);
    }

    /** End of the bold text before an offset, or 0. */
    private int boldEnd(int start, int end) {
        int at = end;
        while (at > start && (raw.style(at - 1) & BOLD) == 0) {
            at--;
        }
        at = Text.trimEnd(raw, start, at);
        for (int i = start; i < at; i++) {
            if (Text.isLetter(raw.charAt(i))) {
                return at;
            }
        }
        return 0;
    }

    private boolean covered(int start, int end, byte style) {
        boolean letters = false;
        for (int i = start; i < end; i++) {
            if (Text.isLetterOrDigit(raw.charAt(i))) {
                if ((raw.style(i) & style) == 0) {
                    return false;
                }
                letters = true;
            }
        }
        return letters;
    }

    /** Makes a table of a block whose every line has bars; Markdown without a proper rule, or bars in a web page. */
    private boolean rows(int start, int end) {
        int bars = 0;
        int expected = -1;
        int rows = 0;
        int lastBar = -2;
        int from = start;
        for (int i = start; i <= end; i++) {
            char c = i == end ? '\n' : raw.charAt(i);
            if (c == '|') {
                if (i > from && i + 1 < end && raw.charAt(i + 1) != '\n' && raw.charAt(i + 1) != Draft.SOFT) {
                    bars++;
                }
                lastBar = i;
            } else if (c == '\n' || c == Draft.SOFT) {
                if (bars == 0 || expected >= 0 && Math.abs(bars - expected) > 1) {
                    return false;
                }
                expected = expected < 0 ? bars : expected;
                rows++;
                bars = 0;
                from = i + 1;
            }
        }
        if (rows < 2 || lastBar < 0) {
            return false;
        }
        DraftTable made = new DraftTable();
        int index = tables.size();
        int at = start;
        boolean header = false;
        while (at < end) {
            int stop = at;
            boolean dashes = true;
            while (stop < end && raw.charAt(stop) != '\n' && raw.charAt(stop) != Draft.SOFT) {
                char c = raw.charAt(stop++);
                dashes &= c == '-' || c == '|' || c == ':' || c == ' ';
            }
            if (dashes) {
                header |= made.rows.size() == 1;
            } else {
                made.rows.add(cells(at, stop, index, made.rows.size()));
                made.headers.add(false);
            }
            at = stop + 1;
        }
        if (header) {
            made.headers.set(0, true);
            made.rows.get(0).replaceAll(cell -> new DraftCell(cell.piece(), cell.column(), true));
        }
        tables.add(made);
        return true;
    }

    private List<DraftCell> cells(int start, int end, int index, int row) {
        List<DraftCell> cells = new ArrayList<>();
        int from = start < end && raw.charAt(start) == '|' ? start + 1 : start;
        for (int i = from; i <= end; i++) {
            if (i < end && raw.charAt(i) != '|') {
                continue;
            }
            int left = Text.skipSpace(raw, from, i);
            int right = Text.trimEnd(raw, left, i);
            if (i == end && left >= right) {
                break;
            }
            Piece piece = null;
            if (left < right) {
                piece = new Piece(Piece.Type.CELL, left, right);
                piece.table = index;
                piece.row = row;
                pieces.add(piece);
            }
            cells.add(new DraftCell(piece, cells.size(), false));
            from = i + 1;
        }
        return cells;
    }
}
