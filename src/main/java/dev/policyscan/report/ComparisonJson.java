package dev.policyscan.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.policyscan.Policyscan;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** Writes a comparison as JSON, in the shape that {@code comparison.schema.json} describes: a line for each policy, every fact with its quote. */
public final class ComparisonJson implements ComparisonWriter {
    /** The version of the comparison's shape, and of the summary's. */
    public static final String SCHEMA_VERSION = "1.0";

    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Writer out;
    private ComparisonHead head;
    private boolean any;

    /** Writes to {@code out}. */
    public ComparisonJson(Writer out) {
        this.out = out;
    }

    @Override
    public void begin(ComparisonHead head) throws IOException {
        this.head = head;
        out.write("{\"schema_version\": \"" + SCHEMA_VERSION + "\",\n\"tool\": ");
        object(json -> {
            json.writeStringField("name", "policyscan");
            json.writeStringField("version", Policyscan.version());
        });
        out.write(",\n\"where\": ");
        value(json -> json.writeString(head.where()));
        out.write(",\n\"sort\": ");
        value(json -> json.writeString(head.sort()));
        out.write(",\n\"columns\": ");
        value(json -> {
            json.writeStartArray();
            for (ComparisonColumn column : head.columns()) {
                json.writeString(column.term());
            }
            json.writeEndArray();
        });
        out.write(",\n\"stands_out\": ");
        object(json -> {
            for (Map.Entry<ComparisonMark, Integer> entry : head.marked().entrySet()) {
                json.writeNumberField(entry.getKey().term(), entry.getValue());
            }
        });
        out.write(",\n\"policies\": [");
    }

    @Override
    public void row(ComparisonRow row) throws IOException {
        out.write(any ? ",\n" : "\n");
        any = true;
        value(json -> row.write(json, head.columns()));
    }

    @Override
    public void end() throws IOException {
        out.write(any ? "\n]}\n" : "]}\n");
        out.flush();
    }

    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    private void value(Part part) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            part.write(json);
        }
    }

    private void object(Part fields) throws IOException {
        value(json -> {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        });
    }
}
