package dev.policyscan.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.policyscan.report.ComparisonRow;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Collects policies to compare: policies themselves, saved reports, the results of a scan. */
public final class SideBySide implements Closeable {
    /** Reports are larger than their policies, but not without end. */
    private static final int LARGEST_REPORT = 1 << 29;

    private final Inputs inputs;
    private final Scan.Analysis analysis;
    private final Consumer<Failure> failures;
    private final InputIds ids = new InputIds();
    private final Growing places = new Growing();
    private final RowFile rows;

    /**
     * @param inputs finds policies
     * @param analysis reads them
     * @param failures is told of what cannot be compared
     */
    public SideBySide(Inputs inputs, Scan.Analysis analysis, Consumer<Failure> failures) throws IOException {
        this.inputs = inputs;
        this.analysis = analysis;
        this.failures = failures;
        this.rows = RowFile.temporary(Files.createTempFile("policyscan", ".rows"));
    }

    /** Adds a policy, a folder or archive of them, a saved report, a file with a report on each line, or the folder of a scan. */
    public void add(String operand) throws IOException, InterruptedException {
        Path path = file(operand);
        if (path != null && Files.isDirectory(path.resolve(ScanFolder.STATE))) {
            path = path.resolve("reports.jsonl");
            if (!Files.exists(path)) {
                fail(operand, null, FailureKind.INPUT, "holds a scan that is not finished; finish it with policyscan scan --resume");
                return;
            }
        }
        if (path != null && Files.isRegularFile(path) && beginsLikeReport(path)) {
            reports(path);
            return;
        }
        inputs.compare(operand, new Sink());
    }

    private static Path file(String operand) {
        try {
            return operand.equals(Inputs.STDIN) || Inputs.isWeb(operand) ? null : Path.of(operand);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static boolean beginsLikeReport(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            String head = new String(in.readNBytes(200), StandardCharsets.ISO_8859_1).stripLeading();
            return head.startsWith("{") && head.substring(1).stripLeading().startsWith("\"schema_version\"");
        } catch (IOException e) {
            // Whoever reads it next says why it cannot be read.
            return false;
        }
    }

    /** One report that is laid out over many lines, or one on each line. */
    private void reports(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            Lines lines = new Lines(in, '\n', LARGEST_REPORT);
            byte[] line = lines.next();
            if (line != null && line.length < 3) {
                byte[] all = Files.size(path) > LARGEST_REPORT ? new byte[0] : Files.readAllBytes(path);
                report(path.toString(), path.getFileName().toString(), all);
                return;
            }
            for (; line != null; line = lines.next()) {
                if (line.length > 0) {
                    report(path + ":" + lines.number(), null, line);
                }
            }
        }
    }

    private void report(String name, String label, byte[] json) throws IOException {
        JsonNode report;
        try {
            report = JsonLines.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            fail(name, null, FailureKind.INPUT, "is no JSON (" + e.getOriginalMessage().lines().findFirst().orElse("") + ")");
            return;
        }
        if (!report.path("schema_version").asText().startsWith("1.") || !report.path("facts").has("sale")) {
            fail(name, null, FailureKind.INPUT, "is no report of this version; analyze the policy again");
            return;
        }
        String from = label != null ? label : report.at("/source/uri").asText("report");
        String id = ids.of(from.substring(Math.max(from.lastIndexOf('/'), from.lastIndexOf('\\')) + 1));
        keep(ComparisonRow.ofReport(id, report), null);
    }

    private void keep(ComparisonRow row, short[] sketch) throws IOException {
        places.add(rows.append(new RowFile.Entry("", "", sketch, row)));
    }

    private void fail(String name, String id, FailureKind kind, String message) {
        failures.accept(new Failure(name, id, kind, message, null));
    }

    private final class Sink implements InputSink {
        @Override
        public void input(ScanInput input) {
            String id = ids.of(input.label());
            try {
                Source source = input.opening().open();
                keep(ComparisonRow.of(id, analysis.analyze(source)), Likeness.of(source));
            } catch (SourceException e) {
                fail(input.name(), id, FailureKind.INPUT, e.getMessage());
            } catch (IOException e) {
                fail(input.name(), id, FailureKind.INPUT, Inputs.why(e));
            } catch (OutOfMemoryError e) {
                fail(input.name(), id, FailureKind.MEMORY, "takes more memory than there is; set JAVA_TOOL_OPTIONS=-Xmx2g");
            } catch (RuntimeException | StackOverflowError e) {
                fail(input.name(), id, FailureKind.BUG, Scan.bug(e));
            }
        }

        @Override
        public void failure(String name, FailureKind kind, String message) {
            fail(name, null, kind, message);
        }

        @Override
        public void skipped(String name, Skipped why) {}
    }

    /** How many policies there are. */
    public int size() {
        return places.size();
    }

    /** Puts them side by side. */
    public Comparison compare(Comparison.View view) throws IOException {
        return new Comparison(new StoredRows(rows, places), view);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
