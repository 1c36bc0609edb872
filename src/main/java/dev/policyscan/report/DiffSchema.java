package dev.policyscan.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (2020-12) of the JSON diff. */
public final class DiffSchema {
    private DiffSchema() {}

    /** The schema's text, ending with a line feed. */
    public static String text() {
        try (InputStream in = DiffSchema.class.getResourceAsStream("diff.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks diff.schema.json");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
