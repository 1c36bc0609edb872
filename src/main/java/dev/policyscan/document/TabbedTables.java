package dev.policyscan.document;

import dev.policyscan.document.Draft.DraftCell;
import dev.policyscan.document.Draft.DraftTable;
import java.util.ArrayList;
import java.util.List;

/** Finds tables as browsers copy them to text: a tab before every cell but the first of a row, and a cell of as many lines as it has paragraphs. */
final class TabbedTables {
    private static final int MOST_COLUMNS = 8;
    /** Rows, the headings counted, at least. */
    private static final int FEWEST_ROWS = 3;
    /** Lines of a cell, at most. */
    private static final int MOST_LINES = 40;
    /** Characters of the heading of the first column, at most. */
    private static final int LONGEST_HEAD = 70;

    private final Draft draft;
    /** What stands between tabs and line ends, in text order. */
    private final List<Line> lines = new ArrayList<>();

    /**
     * A line, or part of one.
     *
     * @param piece it alone, as a piece
     * @param source the piece that it is part of
     * @param beside whether a tab parts it from what is before it
     */
    private record Line(Piece piece, Piece source, boolean beside) {
        boolean opens() {
            return piece.start == source.start;
        }

        boolean closes() {
            return piece.end == source.end;
        }
    }

    private TabbedTables(Draft draft, List<Piece> pieces) {
        this.draft = draft;
        pieces.forEach(this::split);
    }

    /** The pieces, those of such tables made cells. */
    static List<Piece> find(Draft draft, List<Piece> pieces) {
        return draft.verbatim && draft.text.indexOf('\t') >= 0 ? new TabbedTables(draft, pieces).find() : pieces;
    }

    private void split(Piece source) {
        boolean beside = tabBefore(source.start);
        int tab = plain(source) ? tab(source.start, source.end) : source.end;
        if (tab == source.end) {
            lines.add(new Line(source, source, beside));
            return;
        }
        int start = source.start;
        while (start < source.end) {
            int end = Text.trimEnd(draft.text, start, tab);
            if (end > start) {
                lines.add(new Line(new Piece(Piece.Type.TEXT, start, end), source, beside));
            }
            beside = true;
            start = Text.skipSpace(draft.text, tab, source.end);
            tab = tab(start, source.end);
        }
    }

    /** The first tab between two offsets; the second where there is none. */
    private int tab(int start, int end) {
        int at = start;
        while (at < end && draft.text.charAt(at) != '\t') {
            at++;
        }
        return at;
    }

    private boolean tabBefore(int start) {
        for (int i = start - 1; i >= 0 && Text.isSpace(draft.text.charAt(i)); i--) {
            if (draft.text.charAt(i) == '\t') {
                return true;
            }
        }
        return false;
    }

    private static boolean plain(Piece piece) {
        return (piece.type == Piece.Type.TEXT || piece.type == Piece.Type.ITEM) && piece.tag == 0 && !piece.contents;
    }

    private List<Piece> find() {
        List<Piece> found = new ArrayList<>(lines.size());
        int at = 0;
        while (at < lines.size()) {
            int end = table(at, found);
            if (end == at) {
                if (lines.get(at).opens()) {
                    found.add(lines.get(at).source());
                }
                end++;
            }
            at = end;
        }
        return found;
    }

    /** Adds the cells of a table that begins on a line; answers the line after it, or the line itself where there is none. */
    private int table(int start, List<Piece> found) {
        int width = columns(start);
        if (width < 2) {
            return start;
        }
        List<int[]> rows = new ArrayList<>();
        rows.add(FlatTables.row(start, width));
        int at = start + width;
        for (int[] row = row(at, width); row != null; row = row(at, width)) {
            rows.add(row);
            at = row[width];
        }
        // A table ends where a line of the source does.
        while (rows.size() >= FEWEST_ROWS && !lines.get(at - 1).closes()) {
            at = rows.remove(rows.size() - 1)[0];
        }
        if (rows.size() < FEWEST_ROWS) {
            return start;
        }
        emit(rows, width, found);
        return at;
    }

    /** How many column headings stand beside each other on a line and behind its tabs; 0 where they head no table of categories. */
    private int columns(int start) {
        Line first = lines.get(start);
        if (first.beside() || !first.opens() || !plain(first.source()) || first.piece().length() > LONGEST_HEAD || !FlatTables.namesCategories(key(first))) {
            return 0;
        }
        boolean named = false;
        int end = start + 1;
        while (end < lines.size() && lines.get(end).beside() && plain(lines.get(end).source())) {
            named |= FlatTables.names(key(lines.get(end)));
            end++;
        }
        return named && end - start <= MOST_COLUMNS ? end - start : 0;
    }

    private String key(Line line) {
        return Text.key(draft.text, line.piece().start, line.piece().end, LONGEST_HEAD);
    }

    /** Where the cells of a row begin and where it ends; null if no row begins on the line. */
    private int[] row(int at, int width) {
        if (at >= lines.size() || lines.get(at).beside() || !plain(lines.get(at).source()) || !FlatTables.begins(draft, lines.get(at).piece())
                && !FlatTables.kind(draft, lines.get(at).piece())) {
            return null;
        }
        int[] row = new int[width + 1];
        row[0] = at;
        for (int column = 1; column < width; column++) {
            row[column] = next(row[column - 1]);
            if (row[column] < 0) {
                return null;
            }
        }
        row[width] = end(row[width - 1]);
        return row;
    }

    /** The next line behind a tab; -1 if none is near. */
    private int next(int line) {
        for (int i = line + 1; i < lines.size() && i <= line + MOST_LINES && plain(lines.get(i).source()); i++) {
            if (lines.get(i).beside()) {
                return i;
            }
        }
        return -1;
    }

    /** The line after the last cell of a row, before the name that the next row begins with. */
    private int end(int last) {
        int next = next(last);
        for (int i = last + 1; i < next; i++) {
            if (FlatTables.begins(draft, lines.get(i).piece())) {
                return i;
            }
        }
        for (int i = last + 1; i < next; i++) {
            if (FlatTables.kind(draft, lines.get(i).piece())) {
                return i;
            }
        }
        return next < 0 ? last + 1 : Math.max(last + 1, next - 1);
    }

    private void emit(List<int[]> rows, int width, List<Piece> found) {
        DraftTable table = new DraftTable();
        int index = draft.tables.size();
        draft.tables.add(table);
        for (int[] row : rows) {
            List<DraftCell> cells = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                Piece piece = lines.get(row[column]).piece();
                piece.type = Piece.Type.CELL;
                piece.end = lines.get(row[column + 1] - 1).piece().end;
                piece.table = index;
                piece.row = table.rows.size();
                found.add(piece);
                cells.add(new DraftCell(piece, column, table.rows.isEmpty()));
            }
            table.headers.add(table.rows.isEmpty());
            table.rows.add(cells);
        }
    }
}
