package dev.policyscan.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes a diff in one format. Implementations are immutable and thread-safe, and the same diff always gives the same characters. */
public interface DiffWriter {
    /**
     * Writes the diff, ending with a line feed.
     *
     * @throws IOException if {@code out} fails
     */
    void write(PolicyDiff diff, Writer out) throws IOException;

    /** The diff as a string, ending with a line feed. */
    default String render(PolicyDiff diff) {
        StringWriter out = new StringWriter();
        try {
            write(diff, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
