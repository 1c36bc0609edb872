package dev.policyscan.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The JSON Schemas (2020-12) of what policyscan writes as JSON. */
public enum ReportSchema {
    /** Of a policy's report. */
    REPORT,
    /** Of what changed between two versions. */
    DIFF,
    /** Of policies side by side: {@code comparison.json}. */
    COMPARISON,
    /** Of a scan's {@code summary.json}. */
    SUMMARY;

    /** The schema's text, ending with a line feed. */
    public String text() {
        String name = name().toLowerCase(Locale.ROOT) + ".schema.json";
        try (InputStream in = ReportSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
