package dev.policyscan.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes a report in one format. Implementations are immutable and thread-safe, and the same report always gives the same characters. */
public interface ReportWriter {
    /**
     * Writes the report, ending with a line feed. The writer is neither closed nor flushed further than its own buffer needs.
     *
     * @param report the report
     * @param out where to
     * @throws IOException if {@code out} fails
     */
    void write(PolicyReport report, Writer out) throws IOException;

    /** The report as a string, ending with a line feed. */
    default String render(PolicyReport report) {
        StringWriter out = new StringWriter();
        try {
            write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
