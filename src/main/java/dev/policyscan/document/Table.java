package dev.policyscan.document;

import java.util.List;

/**
 * A table.
 *
 * @param start offset of its first character in the document text
 * @param end offset after its last character
 * @param section index of the section it stands in; -1 outside any
 * @param lead index of the block that introduces it (a caption or the paragraph before it); -1 where there is none
 * @param rows its rows, top to bottom
 */
public record Table(int start, int end, int section, int lead, List<Row> rows) {
    public Table {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param header whether it is a row of column headings
     * @param cells its cells, left to right; a cell that spans rows or columns stands in each of them
     */
    public record Row(boolean header, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param block index of its {@link Block.Kind#CELL} block, or -1 where the cell is empty
     * @param column its column, from 0
     * @param header whether it heads its row or column
     */
    public record Cell(int block, int column, boolean header) {}
}
