package dev.policyscan.document;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader makes of a source: its text and the pieces of it in order, before headings, sections and leads are known.
 *
 * <p>In the text of a draft, {@link #SOFT} marks a line break that only wraps the source, and a line feed one that is seen.
 */
final class Draft {
    /** A line break of the source that a reader does not see. */
    static final char SOFT = '\r';

    /** The text. */
    final String text;
    /** Whether the text is the source itself, so that offsets must not move. */
    final boolean verbatim;
    /** The title that the source's own metadata gives; null where there is none. */
    String title;
    /** The pieces, in text order. */
    List<Piece> pieces = new ArrayList<>();
    final List<DraftTable> tables = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    /** Offsets and the source lines that begin there. */
    final Spans lines;

    Draft(String text, boolean verbatim, Spans lines) {
        this.text = text;
        this.verbatim = verbatim;
        this.lines = lines;
    }

    /** A table in the making. */
    static final class DraftTable {
        final List<List<DraftCell>> rows = new ArrayList<>();
        final List<Boolean> headers = new ArrayList<>();
    }

    /**
     * A cell in the making.
     *
     * @param piece its piece, or null where it is empty
     * @param column its column
     * @param header whether it heads its row or column
     */
    record DraftCell(Piece piece, int column, boolean header) {}
}
