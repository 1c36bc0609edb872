package dev.policyscan.report;

import java.io.IOException;

/** Writes a comparison in one format, row by row, so that any number of policies takes the same memory. */
public interface ComparisonWriter {
    /** Begins. */
    void begin(ComparisonHead head) throws IOException;

    /** Adds a row, in the order they are to stand in. */
    void row(ComparisonRow row) throws IOException;

    /** Ends; what was written to is flushed but not closed. */
    void end() throws IOException;
}
