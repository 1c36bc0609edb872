package dev.policyscan.cli;

import dev.policyscan.report.PolicyReport;
import java.io.Closeable;

/** Where the reports of one run go. Closing it without finishing leaves no file behind. */
interface Destination extends Closeable {
    /** Writes the report of an input. */
    void write(String input, PolicyReport report) throws OutputException;

    /** All reports were written. */
    void finish() throws OutputException;

    @Override
    void close() throws OutputException;
}
