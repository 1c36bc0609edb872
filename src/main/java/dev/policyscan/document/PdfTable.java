package dev.policyscan.document;

import java.util.ArrayList;
import java.util.List;

/** A table on a page. */
final class PdfTable {
    final List<List<Cell>> rows = new ArrayList<>();
    /** Left edges of its columns. */
    final float[] columns;
    final float right;
    final int page;
    /** Whether its first row is set off as a heading. */
    boolean headed;

    PdfTable(float[] columns, float right, int page) {
        this.columns = columns;
        this.right = right;
        this.page = page;
    }

    /** A cell; one that spans rows or columns stands in each of them. */
    static final class Cell {
        final List<PdfLine> lines = new ArrayList<>();
        final int row;

        Cell(int row) {
            this.row = row;
        }

        String text() {
            StringBuilder out = new StringBuilder();
            for (PdfLine line : lines) {
                out.append(line.text()).append(' ');
            }
            return out.toString().strip();
        }

        boolean bold() {
            return !lines.isEmpty() && lines.stream().allMatch(line -> line.bold);
        }
    }

    String rowText(int row) {
        StringBuilder out = new StringBuilder();
        for (Cell cell : rows.get(row)) {
            out.append(cell == null ? "" : cell.text()).append('\t');
        }
        return out.toString();
    }

    /** Whether a table on the next page has the same columns. */
    boolean fits(PdfTable next) {
        if (next.columns.length != columns.length) {
            return false;
        }
        for (int i = 1; i < columns.length; i++) {
            if (Math.abs(columns[i] - columns[0] - next.columns[i] + next.columns[0]) > 6) {
                return false;
            }
        }
        return true;
    }
}
