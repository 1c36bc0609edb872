package dev.policyscan.document;

import dev.policyscan.document.Draft.DraftCell;
import dev.policyscan.document.Draft.DraftTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** A table of data in a page: where its cells stand once the spans of rows and columns are laid out. */
final class HtmlTable {
    /** Widest span that is believed; pages write colspan="1000" to say "all". */
    private static final int WIDEST = 50;
    /** Words in a cell from which a table is rather a way to lay out a page. */
    private static final int HUGE = 450;

    /** Cells of a row of a table of blocks, at most. */
    private static final int MOST_COLUMNS = 8;
    /** Words of the headings of a table of blocks, at most. */
    private static final int LONGEST_HEADS = 80;
    /** Characters of a heading that are read. */
    private static final int LONGEST_KEY = 100;
    /** Rows of a table of blocks, the headings counted, at least. */
    private static final int FEWEST_ROWS = 3;
    /** How deep the rows of a table of blocks may stand in blocks about them. */
    private static final int WRAPPED = 2;

    private final Map<Integer, Place> places = new HashMap<>();
    private final List<List<Place>> rows = new ArrayList<>();
    private final List<Boolean> headers = new ArrayList<>();
    private DraftTable draft;

    /** A cell of the source, and the piece that it became. */
    private static final class Place {
        final int row;
        final boolean header;
        Piece piece;

        Place(int row, boolean header) {
            this.row = row;
            this.header = header;
        }
    }

    private HtmlTable() {}

    /** Whether an ARIA role makes an element a table. */
    static boolean role(String role) {
        return role.equals("table") || role.equals("grid") || role.equals("treegrid");
    }

    /** The table at a node; null if it holds no data but lays out a page. */
    static HtmlTable of(HtmlTree tree, int index) {
        String role = tree.node(index).attr("role");
        if (role.equals("presentation") || role.equals("none")) {
            return null;
        }
        HtmlTable table = new HtmlTable();
        boolean data = table.scan(tree, index);
        return data ? table : null;
    }

    /** The table that blocks of blocks form: rows of the same number of cells under column headings; null if they form none. */
    static HtmlTable grid(HtmlTree tree, int index) {
        List<List<Integer>> cellNodes = new ArrayList<>();
        if (!rows(tree, index, WRAPPED, cellNodes) || cellNodes.size() < FEWEST_ROWS) {
            return null;
        }
        List<Boolean> inHead = new ArrayList<>();
        for (int i = 0; i < cellNodes.size(); i++) {
            inHead.add(i == 0);
        }
        HtmlTable table = new HtmlTable();
        table.lay(tree, cellNodes, inHead);
        return table;
    }

    /** Adds the rows that a block consists of, some of them perhaps in blocks of their own; false if there is anything else. */
    private static boolean rows(HtmlTree tree, int index, int wrapped, List<List<Integer>> rows) {
        for (int row = index + 1; row < tree.end(index); row = tree.end(row)) {
            if (tree.end(row) == row + 1 && tree.words(row) == 0) {
                continue;
            }
            List<Integer> cells = cellsOf(tree, row);
            boolean first = rows.isEmpty();
            boolean fits = cells != null && (first ? columnHeads(tree, row, cells) : cells.size() == rows.get(0).size() && !holdsRows(tree, cells));
            if (fits) {
                rows.add(cells);
            } else if (wrapped == 0 || !tree.node(row).nameIs("div") || !rows(tree, row, wrapped - 1, rows)) {
                return false;
            }
        }
        return !rows.isEmpty();
    }

    /** Whether each of the blocks consists of as many blocks as there are. */
    private static boolean holdsRows(HtmlTree tree, List<Integer> blocks) {
        for (int block : blocks) {
            List<Integer> cells = cellsOf(tree, block);
            if (cells == null || cells.size() != blocks.size()) {
                return false;
            }
        }
        return true;
    }

    /** The blocks that a block consists of, two of them or more; null if it holds text of its own or another number of blocks. */
    private static List<Integer> cellsOf(HtmlTree tree, int row) {
        if (!tree.node(row).nameIs("div") && !tree.node(row).nameIs("li")) {
            return null;
        }
        List<Integer> cells = new ArrayList<>();
        for (int cell = row + 1; cell < tree.end(row); cell = tree.end(cell)) {
            if (tree.node(cell) instanceof Element element) {
                if (element.normalName().equals("br") || element.normalName().equals("a") || cells.size() == MOST_COLUMNS) {
                    return null;
                }
                cells.add(cell);
            } else if (tree.words(cell) > 0) {
                return null;
            }
        }
        return cells.size() < 2 ? null : cells;
    }

    /** Whether blocks are column headings: the first of what a table of categories begins with, some other of what is told of them. */
    private static boolean columnHeads(HtmlTree tree, int row, List<Integer> cells) {
        if (tree.words(row) > LONGEST_HEADS || !FlatTables.namesCategories(key(tree, cells.get(0)))) {
            return false;
        }
        for (int cell : cells.subList(1, cells.size())) {
            if (FlatTables.names(key(tree, cell))) {
                return true;
            }
        }
        return false;
    }

    private static String key(HtmlTree tree, int cell) {
        StringBuilder words = new StringBuilder();
        for (int i = cell; i < tree.end(cell); i++) {
            if (tree.node(i) instanceof TextNode text && words.length() < LONGEST_KEY) {
                words.append(text.getWholeText()).append(' ');
            }
        }
        return Text.key(words.toString(), 0, words.length(), LONGEST_KEY);
    }

    private boolean scan(HtmlTree tree, int table) {
        List<Integer> rowNodes = new ArrayList<>();
        List<List<Integer>> cellNodes = new ArrayList<>();
        List<Boolean> inHead = new ArrayList<>();
        int end = tree.end(table);
        int headEnd = 0;
        int rowEnd = 0;
        int total = 0;
        int full = 0;
        int huge = 0;
        boolean headings = false;
        for (int i = table + 1; i < end; ) {
            if (!(tree.node(i) instanceof Element element)) {
                i++;
                continue;
            }
            String name = element.normalName();
            String role = element.attr("role");
            if (name.equals("table") || role(role)) {
                headings |= tree.words(i) > 100;
                i = tree.end(i);
                continue;
            }
            if (name.equals("thead")) {
                headEnd = tree.end(i);
            }
            if (name.equals("tr") || role.equals("row")) {
                rowNodes.add(i);
                cellNodes.add(new ArrayList<>());
                inHead.add(i < headEnd);
                rowEnd = tree.end(i);
            } else if (i < rowEnd && isCell(name, role)) {
                cellNodes.get(cellNodes.size() - 1).add(i);
                total++;
                int words = tree.words(i);
                full += words > 0 ? 1 : 0;
                huge += words > HUGE ? 1 : 0;
                headings |= words > 60 && tree.topHeadings(i) > 0;
                i = tree.end(i);
                continue;
            }
            i++;
        }
        if (rowNodes.isEmpty() || full < 2 || huge > 0 && total < 8 || headings) {
            return false;
        }
        lay(tree, cellNodes, inHead);
        int columns = 0;
        int filledRows = 0;
        for (List<Place> row : rows) {
            columns = Math.max(columns, row.size());
            filledRows += row.isEmpty() ? 0 : 1;
        }
        return columns >= 2 && (filledRows >= 2 || full >= 2 && headers.contains(true));
    }

    private static boolean isCell(String name, String role) {
        return name.equals("td") || name.equals("th") || role.equals("cell") || role.equals("gridcell") || role.equals("columnheader") || role.equals("rowheader");
    }

    /** Lays cells out on a grid. */
    private void lay(HtmlTree tree, List<List<Integer>> cellNodes, List<Boolean> inHead) {
        List<Place> carried = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        for (int r = 0; r < cellNodes.size(); r++) {
            List<Place> row = new ArrayList<>();
            int column = 0;
            boolean allHeads = !cellNodes.get(r).isEmpty();
            for (int index : cellNodes.get(r)) {
                column = carry(row, column, carried, left);
                Element cell = (Element) tree.node(index);
                boolean header = cell.normalName().equals("th") || cell.attr("role").endsWith("header");
                allHeads &= header || tree.words(index) == 0;
                Place place = new Place(r, header || inHead.get(r));
                places.put(index, place);
                int wide = span(cell, "colspan", "aria-colspan");
                int high = span(cell, "rowspan", "aria-rowspan");
                for (int i = 0; i < wide && row.size() < 200; i++) {
                    row.add(place);
                    while (carried.size() <= column) {
                        carried.add(null);
                        left.add(0);
                    }
                    carried.set(column, place);
                    left.set(column, high - 1);
                    column++;
                }
            }
            carry(row, column, carried, left);
            rows.add(row);
            headers.add((allHeads || inHead.get(r)) && !row.isEmpty());
        }
    }

    /** Adds the cells that reach down from earlier rows. */
    private static int carry(List<Place> row, int from, List<Place> carried, List<Integer> left) {
        int column = from;
        while (column < carried.size() && left.get(column) > 0) {
            row.add(carried.get(column));
            left.set(column, left.get(column) - 1);
            column++;
        }
        return column;
    }

    private static int span(Element cell, String attribute, String aria) {
        String value = cell.hasAttr(attribute) ? cell.attr(attribute) : cell.attr(aria);
        int span = 0;
        for (int i = 0; i < value.length() && span < 10000; i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                break;
            }
            span = 10 * span + c - '0';
        }
        return Math.max(1, Math.min(WIDEST, span));
    }

    void into(DraftTable target) {
        draft = target;
    }

    boolean cell(int index) {
        return places.containsKey(index);
    }

    int row(int index) {
        return places.get(index).row;
    }

    void put(int index, Piece piece) {
        places.get(index).piece = piece;
    }

    /** Fills in the draft once all cells are read. */
    void finish() {
        boolean headed = headers.contains(true);
        boolean allHeads = !headers.contains(false);
        boolean first = true;
        for (int r = 0; r < rows.size(); r++) {
            List<DraftCell> cells = new ArrayList<>();
            boolean filled = false;
            for (Place place : rows.get(r)) {
                filled |= place.piece != null;
                cells.add(new DraftCell(place.piece, cells.size(), place.header));
            }
            if (!filled) {
                continue;
            }
            // Pages that mark every cell as a heading mean the first row by it.
            boolean header = headers.get(r) && (first || !allHeads);
            if (first && !headed && headLike(cells)) {
                header = true;
                cells.replaceAll(cell -> new DraftCell(cell.piece(), cell.column(), true));
            }
            first = false;
            draft.rows.add(cells);
            draft.headers.add(header);
        }
    }

    /** Whether a first row without header tags looks like column headings: all bold. */
    private static boolean headLike(List<DraftCell> cells) {
        for (DraftCell cell : cells) {
            if (cell.piece() != null && !cell.piece().bold) {
                return false;
            }
        }
        return true;
    }
}
