package dev.policyscan.document;

import java.util.Arrays;

/** Maps offsets of a document's text to lines of its source. Immutable. */
public final class LineMap {
    private final int[] offsets;
    private final int[] lines;

    /**
     * @param offsets offsets in the document text, ascending, the first of them 0
     * @param lines for each offset the source line, from 1, of the text from there to the next offset
     */
    public LineMap(int[] offsets, int[] lines) {
        if (offsets.length != lines.length || offsets.length == 0 || offsets[0] != 0) {
            throw new IllegalArgumentException("offsets and lines must pair up from offset 0");
        }
        this.offsets = offsets.clone();
        this.lines = lines.clone();
    }

    /** The source line, from 1, of the character at the offset. */
    public int lineAt(int offset) {
        int at = Arrays.binarySearch(offsets, offset);
        return lines[at >= 0 ? at : -at - 2];
    }
}
