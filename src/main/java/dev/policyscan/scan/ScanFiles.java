package dev.policyscan.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.policyscan.Policyscan;
import dev.policyscan.report.ComparisonColumn;
import dev.policyscan.report.ComparisonCsv;
import dev.policyscan.report.ComparisonJson;
import dev.policyscan.report.ComparisonMarkdown;
import dev.policyscan.report.ComparisonMark;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what a scan knows only at its end, from its journal: the comparison and the summary. */
final class ScanFiles {
    private final ScanFolder folder;
    private final RowFile file;
    private final StoredRows rows;

    /** @param places where in the journal the rows are, in the order of the inputs */
    ScanFiles(ScanFolder folder, RowFile file, Growing places) throws IOException {
        this.folder = folder;
        this.file = file;
        this.rows = new StoredRows(file, places);
    }

    Comparison compare(Comparison.View view) throws IOException {
        Comparison comparison = new Comparison(rows, view);
        ScanFolder.Draft[] drafts = {folder.begin("comparison.json"), folder.begin("comparison.md"), folder.begin("comparison.csv")};
        try (Writer json = text(drafts[0]); Writer markdown = text(drafts[1]); Writer csv = text(drafts[2])) {
            comparison.write(List.of(new ComparisonJson(json), new ComparisonMarkdown(markdown), new ComparisonCsv(csv)));
        }
        for (ScanFolder.Draft draft : drafts) {
            draft.keep();
        }
        return comparison;
    }

    void summary(List<String> operands, long found, Map<FailureKind, Long> failures, Map<InputSink.Skipped, Long> skipped, Comparison comparison)
            throws IOException {
        ScanFolder.Draft draft = folder.begin("summary.json");
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(draft).setPrettyPrinter(layout)) {
            json.writeStartObject();
            json.writeStringField("schema_version", ComparisonJson.SCHEMA_VERSION);
            json.writeObjectFieldStart("tool");
            json.writeStringField("name", "policyscan");
            json.writeStringField("version", Policyscan.version());
            json.writeEndObject();
            json.writeArrayFieldStart("inputs");
            for (String operand : operands) {
                json.writeString(operand);
            }
            json.writeEndArray();
            json.writeNumberField("found", found);
            json.writeNumberField("reports", rows.size());
            json.writeNumberField("failed", failures.values().stream().mapToLong(Long::longValue).sum());
            json.writeObjectFieldStart("failures");
            for (FailureKind kind : FailureKind.values()) {
                json.writeNumberField(kind.term(), failures.getOrDefault(kind, 0L));
            }
            json.writeEndObject();
            json.writeObjectFieldStart("skipped");
            for (InputSink.Skipped why : InputSink.Skipped.values()) {
                json.writeNumberField(why.name().toLowerCase(Locale.ROOT), skipped.getOrDefault(why, 0L));
            }
            json.writeEndObject();
            json.writeObjectFieldStart("stands_out");
            for (ComparisonMark mark : ComparisonMark.values()) {
                json.writeNumberField(mark.term(), comparison.marked().getOrDefault(mark, 0));
            }
            json.writeEndObject();
            json.writeObjectFieldStart("facts");
            for (Map.Entry<ComparisonColumn, Map<String, Integer>> fact : comparison.counts().entrySet()) {
                json.writeObjectFieldStart(fact.getKey().term());
                for (Map.Entry<String, Integer> count : fact.getValue().entrySet()) {
                    json.writeNumberField(count.getKey(), count.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeArrayFieldStart("similar");
            for (List<Integer> group : rows.groups()) {
                json.writeStartArray();
                for (int member : group) {
                    json.writeString(rows.id(member));
                }
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        draft.keep();
    }

    /** Rewrites the journal in the order of the inputs, without what no input needs any more. */
    void journal() throws IOException {
        ScanFolder.Draft draft = folder.begin("journal.jsonl", folder.journal());
        for (int i = 0; i < rows.size(); i++) {
            draft.write(rows.line(i));
        }
        file.close();
        draft.keep();
    }

    private static Writer text(ScanFolder.Draft draft) {
        return new BufferedWriter(new OutputStreamWriter(draft, StandardCharsets.UTF_8), 1 << 16);
    }
}
