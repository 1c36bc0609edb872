package dev.policyscan.document;

import dev.policyscan.document.DocxStyles.Format;
import java.util.ArrayList;
import java.util.List;

/** A paragraph or a table of a Word document. */
abstract sealed class DocxBlock {
    /** Number of words. */
    abstract int words();

    /** A paragraph. */
    static final class Paragraph extends DocxBlock {
        final List<Run> runs = new ArrayList<>();
        /** Text boxes that hang on it. */
        final List<DocxBlock> boxes = new ArrayList<>();
        /** Footnotes that it refers to. */
        final List<String> notes = new ArrayList<>();
        Format format = new Format();
        String style;
        int line;
        /** Whether the next paragraph goes on with it. */
        boolean joins;

        @Override
        int words() {
            int count = 0;
            for (Run run : runs) {
                boolean inside = false;
                for (int i = 0; i < run.text().length(); i++) {
                    boolean letter = Character.isLetterOrDigit(run.text().charAt(i));
                    count += letter && !inside ? 1 : 0;
                    inside = letter;
                }
            }
            return count;
        }

        boolean blank() {
            return runs.stream().allMatch(run -> run.text().isBlank());
        }
    }

    /**
     * Text of one look.
     *
     * @param text the text; a line feed stands for a line break
     * @param bold whether it is bold or underlined
     * @param size size of its letters in half points; 0 where nothing is said
     * @param link where it leads; null where it is no link
     */
    record Run(String text, boolean bold, int size, String link) {}

    /** A table. */
    static final class Table extends DocxBlock {
        final List<List<Cell>> rows = new ArrayList<>();
        final List<Boolean> headers = new ArrayList<>();

        @Override
        int words() {
            int count = 0;
            for (List<Cell> row : rows) {
                for (Cell cell : row) {
                    count += cell.words();
                }
            }
            return count;
        }
    }

    /** A cell; one that spans rows or columns stands in each of them. */
    static final class Cell {
        final List<DocxBlock> blocks = new ArrayList<>();
        Piece piece;
        boolean written;

        int words() {
            int count = 0;
            for (DocxBlock block : blocks) {
                count += block.words();
            }
            return count;
        }
    }
}
