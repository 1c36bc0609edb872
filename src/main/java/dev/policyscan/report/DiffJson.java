package dev.policyscan.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.policyscan.Policyscan;
import dev.policyscan.classify.Topic;
import dev.policyscan.facts.Evidence;
import dev.policyscan.report.PolicyDiff.Change;
import dev.policyscan.report.PolicyDiff.Segment;
import dev.policyscan.statement.Statement;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

/** Writes a diff as JSON, in the shape that {@link ReportSchema#DIFF} describes. */
public final class DiffJson implements DiffWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    @Override
    public void write(PolicyDiff diff, Writer out) throws IOException {
        Separators separators = Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter(separators).withObjectIndenter(LINES).withArrayIndenter(LINES));
            json.writeStartObject();
            json.writeStringField("schema_version", PolicyDiff.SCHEMA_VERSION);
            json.writeObjectFieldStart("tool");
            json.writeStringField("name", "policyscan");
            json.writeStringField("version", Policyscan.version());
            json.writeEndObject();
            source(json, "old", diff.before(), diff.dateBefore());
            source(json, "new", diff.after(), diff.dateAfter());
            json.writeStringField("verdict", diff.verdict().term());
            json.writeBooleanField("silent", diff.silent());
            json.writeBooleanField("identical", diff.identical());
            json.writeBooleanField("clauses_compared", diff.clausesCompared());
            json.writeArrayFieldStart("changes");
            for (Change change : diff.changes()) {
                change(json, change);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void source(JsonGenerator json, String name, PolicyReport.SourceInfo source, String date) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("uri", source.uri());
        json.writeStringField("media_type", source.mediaType());
        json.writeStringField("charset", source.charset());
        json.writeNumberField("bytes", source.bytes());
        json.writeStringField("sha256", source.sha256());
        json.writeStringField("date", date);
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, Change change) throws IOException {
        json.writeStartObject();
        json.writeStringField("layer", change.layer().term());
        json.writeStringField("fact", change.fact());
        json.writeStringField("letter", change.letter() == null ? null : change.letter().name());
        json.writeStringField("what", change.what().term());
        json.writeStringField("severity", change.severity().term());
        json.writeStringField("direction", change.direction().term());
        json.writeStringField("rule", change.rule());
        json.writeStringField("from", change.from());
        json.writeStringField("to", change.to());
        json.writeArrayFieldStart("topics");
        for (Topic topic : change.topics()) {
            json.writeString(topic.term());
        }
        json.writeEndArray();
        statements(json, "old_statements", change.oldStatements());
        statements(json, "new_statements", change.newStatements());
        evidence(json, "old_evidence", change.oldEvidence());
        evidence(json, "new_evidence", change.newEvidence());
        json.writeArrayFieldStart("words");
        for (Segment segment : change.segments()) {
            json.writeStartObject();
            json.writeBooleanField("same", segment.same());
            json.writeStringField("old", segment.before());
            json.writeStringField("new", segment.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        line(json, "old_line", change.oldLine());
        line(json, "new_line", change.newLine());
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, String name, int line) throws IOException {
        if (line > 0) {
            json.writeNumberField(name, line);
        } else {
            json.writeNullField(name);
        }
    }

    private static void statements(JsonGenerator json, String name, List<Statement> statements) throws IOException {
        json.writeArrayFieldStart(name);
        for (Statement statement : statements) {
            json.writeStartObject();
            json.writeStringField("actor", Statement.term(statement.actor()));
            json.writeStringField("practice", Statement.term(statement.practice()));
            json.writeStringField("polarity", Statement.term(statement.polarity()));
            json.writeStringField("modality", Statement.term(statement.modality()));
            json.writeStringField("object", Statement.term(statement.object()));
            json.writeStringField("speech", Statement.term(statement.speech()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void evidence(JsonGenerator json, String name, List<Evidence> evidence) throws IOException {
        json.writeArrayFieldStart(name);
        for (Evidence words : evidence) {
            json.writeStartObject();
            json.writeStringField("quote", words.quote());
            json.writeNumberField("start", words.start());
            json.writeNumberField("end", words.end());
            json.writeNumberField("line", words.line());
            json.writeStringField("section", words.section());
            json.writeFieldName("confidence");
            json.writeNumber(BigDecimal.valueOf(Math.round(words.confidence() * 100), 2).stripTrailingZeros().toPlainString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
