package dev.policyscan.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table on a page. */
final class PdfTable {
    final List<List<Cell>> rows = new ArrayList<>();
    /** Left edges of its columns. */
    final float[] columns;
    /** Places between them that no word crosses. */
    final float[] cuts;
    final float right;
    final int page;
    /** Whether its first row is set off as a heading. */
    boolean headed;

    PdfTable(float[] columns, float right, int page) {
        this.columns = columns;
        this.cuts = Arrays.copyOfRange(columns, 1, columns.length);
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

    /**
     * A table on the next page with the columns of this one; null where its words do not stand in them. A few rows alone do not tell
     * all columns.
     */
    PdfTable likewise(PdfTable next) {
        List<PdfWord> words = new ArrayList<>();
        for (List<Cell> row : next.rows) {
            for (Cell cell : row) {
                cell.lines.forEach(line -> words.addAll(line.words));
            }
        }
        List<float[]> gutters = new ArrayList<>();
        for (float cut : cuts) {
            gutters.add(new float[] {cut - 0.1f, cut + 0.1f});
        }
        for (PdfWord word : words) {
            if (word.left < columns[0] - 6 || word.right > right + 6) {
                return null;
            }
            for (float cut : cuts) {
                if (word.left < cut - 0.1f && word.right > cut + 0.1f) {
                    return null;
                }
            }
        }
        PdfTable made = PdfBand.table(PdfRow.of(words), gutters, List.of(), columns[0], right, next.page);
        int number = next.rows.get(0).get(0).lines.isEmpty() ? 0 : next.rows.get(0).get(0).lines.get(0).number;
        for (List<Cell> row : made.rows) {
            row.forEach(cell -> cell.lines.forEach(line -> line.number = number));
        }
        return words.isEmpty() ? null : made;
    }
}
