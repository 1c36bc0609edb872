package dev.policyscan.document;

import dev.policyscan.document.Draft.DraftCell;
import dev.policyscan.document.Draft.DraftTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds tables that were flattened to one cell a line: column headings, then rows in the same rhythm. */
final class FlatTables {
    private static final Set<String> VALUES = Set.of("yes", "no", "✓", "✗", "x", "n a", "none", "not collected", "collected", "not sold", "sold", "not shared", "shared", "not disclosed", "disclosed");
    private static final String[] HEADS = {"categor", "example", "collect", "disclos", "sold", "sell", "shared", "share", "sale", "sharing", "purpose", "source", "retention", "third part", "recipient",
        "type", "personal information", "personal data", "description", "reason", "legal basis", "how we", "what we", "business", "service provider", "vendor", "provider", "name", "duration",
        "cookie", "expir", "right", "where it", "where we", "comes from", "why we", "to whom", "who receives", "how long"};

    /** What the names of the statute's categories begin with. */
    private static final String[] CATEGORIES = {"identifiers", "personal identifiers", "customer records", "california customer records", "personal information categories", "personal information as", "personal information described", "personal information under", "categories of personal information described", "characteristics of protected", "protected class",
        "protected characteristics", "commercial information", "biometric", "internet", "network activity", "geolocation", "sensory", "audio", "professional", "employment", "education", "non-public education", "inferences", "sensitive personal"};

    /** Words that a company's own names of kinds of data hold: "Contact details", "Order history". */
    private static final String[] KINDS = {"information", "data", "identifier", "detail", "characteristic", "classification", "inference", "history", "record", "activity", "location", "preference",
        "credential", "content", "communication", "number", "name"};
    /** What no name of a kind of data begins with, but a sentence does. */
    private static final String[] SENTENCE = {"we ", "you ", "this ", "these ", "the ", "our ", "to ", "if ", "for ", "from ", "in ", "as ", "third ", "service provider", "affiliate", "vendor", "advertis", "directly ", "yes",
        "no ", "not ", "none", "business "};
    /** Words at the start of a cell within which it names a kind of data. */
    private static final int NAMING = 60;
    private static final int LONGEST_NAME = 400;
    private static final int MOST_COLUMNS = 7;
    /** Longest heading of a column. */
    private static final int LONGEST_HEAD = 140;
    /** Lines of a cell beyond the first, at most. */
    private static final int MOST_LINES = 12;
    private static final int MOST_ROWS = 300;

    private FlatTables() {}

    /** Makes cells of the pieces of such tables. */
    static void find(Draft draft, List<Piece> pieces) {
        int i = 0;
        while (i < pieces.size()) {
            if (!plain(pieces.get(i))) {
                i++;
                continue;
            }
            int end = headed(draft, pieces, i);
            if (end == 0) {
                end = valued(draft, pieces, i);
            }
            i = Math.max(end, i + 1);
        }
    }

    private static boolean plain(Piece piece) {
        return piece.type == Piece.Type.TEXT && piece.tag == 0 && !piece.contents;
    }

    /** A table with a row of column headings; answers the index after it, 0 where there is none. */
    private static int headed(Draft draft, List<Piece> pieces, int start) {
        Piece first = pieces.get(start);
        if (first.length() > LONGEST_HEAD / 2 || !head(draft, first) || !namesCategories(key(draft, first)) || lettered(draft, first)) {
            return 0;
        }
        boolean colon = colon(draft, first);
        int columns = 1;
        while (start + columns < pieces.size() && columns < MOST_COLUMNS && plain(pieces.get(start + columns)) && head(draft, pieces.get(start + columns))
                && (colon || !colon(draft, pieces.get(start + columns))) && !starts(draft, pieces.get(start + columns))) {
            columns++;
        }
        for (int width = columns; width >= 2; width--) {
            List<int[]> rows = rows(draft, pieces, start + width, width, true);
            if (rows.size() < 3) {
                rows = namedRows(draft, pieces, start + width, width);
            }
            if (rows.size() >= 3 || rows.size() == 2 && width >= 3) {
                rows.add(0, row(start, width));
                return emit(draft, pieces, rows, width, true);
            }
        }
        return 0;
    }

    private static boolean colon(Draft draft, Piece piece) {
        return Text.lastChar(draft.text, piece.start, piece.end) == ':';
    }

    /** Whether a piece is the statute's name of a category behind its letter: "Category A: Identifiers". */
    private static boolean lettered(Draft draft, Piece piece) {
        String key = key(draft, piece);
        return key.startsWith("category ") && key.indexOf(' ', "category ".length()) == "category ".length() + 1;
    }

    /** A table without column headings whose rows begin with letters A, B, C and end with YES or NO. */
    private static int valued(Draft draft, List<Piece> pieces, int start) {
        Marker marker = pieces.get(start).marker;
        if (marker == null || marker.kind() != Marker.Kind.UPPER || marker.ordinal() != 1) {
            return 0;
        }
        for (int width = 2; width <= 5; width++) {
            List<int[]> rows = rows(draft, pieces, start, width, false);
            if (rows.size() >= 3 && value(draft, pieces, rows.get(0)[width] - 1)) {
                return emit(draft, pieces, rows, width, false);
            }
        }
        return 0;
    }

    /** A row of one piece a cell: where each of its cells begins, and where the last one ends. */
    static int[] row(int start, int width) {
        int[] row = new int[width + 1];
        for (int i = 0; i <= width; i++) {
            row[i] = start + i;
        }
        return row;
    }

    /** The rows in the rhythm of a width: the last column all YES and NO, or the first lettered or naming categories. */
    private static List<int[]> rows(Draft draft, List<Piece> pieces, int start, int width, boolean headed) {
        List<int[]> rows = new ArrayList<>();
        int valued = 0;
        int lettered = 0;
        int before = 0;
        int byName = 0;
        int at = start;
        while (at + width <= pieces.size() && rows.size() < MOST_ROWS) {
            Marker marker = pieces.get(at).marker;
            boolean letter = marker != null && (marker.kind() == Marker.Kind.UPPER || marker.kind() == Marker.Kind.ROMAN)
                    && (marker.ordinal() > before || marker.kind() == Marker.Kind.ROMAN);
            int last = at + width - 1;
            // The examples of a row may fill several paragraphs.
            while (width == 3 && last < at + 5 && last + 1 < pieces.size() && !value(draft, pieces, last) && cell(pieces.get(last)) && !begins(draft, pieces.get(last + 1))) {
                last++;
            }
            boolean value = value(draft, pieces, last) && (width == 2 || !value(draft, pieces, at));
            if (!value) {
                last = at + width - 1;
            }
            boolean named = starts(draft, pieces.get(at));
            if (headed && named && !value) {
                last = upToNext(draft, pieces, last);
            }
            boolean fits = letter || value || named;
            for (int i = at; i <= last && fits; i++) {
                fits = cell(pieces.get(i));
            }
            if (!fits) {
                break;
            }
            lettered += letter ? 1 : 0;
            before = letter && marker.kind() == Marker.Kind.UPPER ? marker.ordinal() : before;
            valued += value ? 1 : 0;
            byName += named ? 1 : 0;
            int[] row = row(at, width);
            row[width - 1] = value ? last : at + width - 1;
            row[width] = last + 1;
            rows.add(row);
            at = last + 1;
        }
        return valued == rows.size() || lettered == rows.size() || byName == rows.size() ? rows : new ArrayList<>();
    }

    /** The rows under headings of which each begins with a name for a kind of data, the company's own or the statute's. */
    private static List<int[]> namedRows(Draft draft, List<Piece> pieces, int start, int width) {
        List<int[]> rows = new ArrayList<>();
        int at = start;
        while (at + width <= pieces.size() && rows.size() < MOST_ROWS && (kind(draft, pieces.get(at)) || begins(draft, pieces.get(at)))) {
            int more = width == 2 ? rest(draft, pieces, at) : examples(draft, pieces, at, width);
            for (int i = at; i < at + width + more; i++) {
                if (!cell(pieces.get(i))) {
                    return rows;
                }
            }
            int[] row = row(at, width);
            for (int column = width == 2 ? width : 1; column <= width; column++) {
                row[column] += more;
            }
            rows.add(row);
            at = row[width];
        }
        return rows;
    }

    /** How many lines more the second cell of a row of two has, up to the next name. */
    private static int rest(Draft draft, List<Piece> pieces, int at) {
        int more = 0;
        for (int next = at + 2; more < MOST_LINES && next < pieces.size() && cell(pieces.get(next)) && !pieces.get(next).gap && !kind(draft, pieces.get(next))
                && !begins(draft, pieces.get(next)); next++) {
            more++;
        }
        return more;
    }

    /** How many lines of examples stand between the name of a row and its values, where the next row does not begin sooner. */
    private static int examples(Draft draft, List<Piece> pieces, int at, int width) {
        if (at + width >= pieces.size() || kind(draft, pieces.get(at + width)) && !value(draft, pieces, at + width - 1) || begins(draft, pieces.get(at + width))) {
            return 0;
        }
        int more = 0;
        while (more < MOST_LINES && at + 1 + more < pieces.size() && !value(draft, pieces, at + 1 + more)) {
            more++;
        }
        int next = at + width + more;
        boolean ends = next >= pieces.size() || pieces.get(next).gap || begins(draft, pieces.get(next)) || !cell(pieces.get(next));
        return more < MOST_LINES && value(draft, pieces, at + 2 + more) && ends ? more : 0;
    }

    /** The last line of a row, where its last cell fills the lines up to the name of the next category. */
    private static int upToNext(Draft draft, List<Piece> pieces, int last) {
        int next = last + 1;
        while (next < pieces.size() && next <= last + MOST_LINES && cell(pieces.get(next)) && !begins(draft, pieces.get(next))) {
            next++;
        }
        for (int i = last; i < next; i++) {
            Piece piece = pieces.get(i);
            if (value(draft, pieces, i) || i > last && (piece.length() > LONGEST_HEAD || Text.lastChar(draft.text, piece.start, piece.end) == '.')) {
                return last;
            }
        }
        return next < pieces.size() && next <= last + MOST_LINES && cell(pieces.get(next)) ? next - 1 : last;
    }

    /** Whether a piece can only be the first cell of a row: it names a category, or has a letter. */
    static boolean begins(Draft draft, Piece piece) {
        return starts(draft, piece) || piece.marker != null && piece.marker.kind() == Marker.Kind.UPPER;
    }

    /** Whether a piece begins with the name of a category. */
    private static boolean starts(Draft draft, Piece piece) {
        String key = key(draft, piece);
        for (String name : CATEGORIES) {
            if (key.startsWith(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a piece begins with a name for a kind of data. */
    static boolean kind(Draft draft, Piece piece) {
        if (piece.length() > LONGEST_NAME) {
            return false;
        }
        String key = Text.key(draft.text, piece.start, piece.end, NAMING);
        for (String start : SENTENCE) {
            if (key.startsWith(start)) {
                return false;
            }
        }
        for (String kind : KINDS) {
            if (key.contains(kind)) {
                return true;
            }
        }
        return false;
    }

    private static boolean cell(Piece piece) {
        return piece.type == Piece.Type.TEXT && piece.tag == 0 || piece.type == Piece.Type.ITEM && piece.list == 0;
    }

    private static boolean value(Draft draft, List<Piece> pieces, int index) {
        return index < pieces.size() && answers(draft.text, pieces.get(index).start, pieces.get(index).end);
    }

    /** Whether a text is an answer such as "yes". */
    static boolean answers(String text, int start, int end) {
        return end - start <= 16 && (VALUES.contains(Text.key(text, start, end, 16)) || VALUES.contains(text.substring(start, end)));
    }

    private static boolean head(Draft draft, Piece piece) {
        if (piece.length() > LONGEST_HEAD) {
            return false;
        }
        char last = Text.lastChar(draft.text, piece.start, piece.end);
        if (last == '.' || piece.marker != null || !Text.isUpperCase(draft.text.charAt(piece.start))) {
            return false;
        }
        String key = Text.key(draft.text, piece.start, piece.end, LONGEST_HEAD);
        return names(key) && !key.contains("following") && !key.contains("right to ") && !(last == ':' && piece.length() > LONGEST_HEAD / 2);
    }

    /** Whether a text in lower case can head the first column of a table of categories. */
    static boolean namesCategories(String key) {
        return key.startsWith("categor") || key.startsWith("type") || key.contains("personal information") || key.contains("personal data");
    }

    /** Whether a text in lower case can head a column. */
    static boolean names(String key) {
        for (String head : HEADS) {
            if (key.contains(head)) {
                return true;
            }
        }
        return false;
    }

    private static String key(Draft draft, Piece piece) {
        return Text.key(draft.text, piece.start, piece.end, 80);
    }

    /** Makes the table; answers the index after it. Pieces that share a cell become one, the others are dropped. */
    private static int emit(Draft draft, List<Piece> pieces, List<int[]> rows, int width, boolean headed) {
        DraftTable table = new DraftTable();
        int index = draft.tables.size();
        draft.tables.add(table);
        for (int row = 0; row < rows.size(); row++) {
            List<DraftCell> cells = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                int from = rows.get(row)[column];
                int to = rows.get(row)[column + 1];
                Piece piece = pieces.get(from);
                piece.type = Piece.Type.CELL;
                piece.table = index;
                piece.row = row;
                piece.end = pieces.get(to - 1).end;
                for (int i = from + 1; i < to; i++) {
                    pieces.get(i).type = Piece.Type.DROPPED;
                }
                cells.add(new DraftCell(piece, column, headed && row == 0));
            }
            table.rows.add(cells);
            table.headers.add(headed && row == 0);
        }
        return rows.get(rows.size() - 1)[width];
    }
}
