package dev.policyscan.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.policyscan.PolicyAnalyzer;
import dev.policyscan.Policyscan;
import dev.policyscan.report.JsonReport;
import dev.policyscan.report.ReportSchema;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PolicyAnalyzer ANALYZER = Policyscan.analyzer();

    @TempDir
    private Path folder;

    private Path shelf;
    private Path out;
    private final AtomicInteger analyzed = new AtomicInteger();
    private final List<Failure> failures = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void makeShelf() throws IOException {
        shelf = Files.createDirectory(folder.resolve("shelf"));
        out = folder.resolve("out");
    }

    private void fill(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Files.writeString(shelf.resolve("p" + i + ".md"), Found.policy("Company " + "abcdefghij".charAt(i % 10) + i));
        }
    }

    private ScanResult scan(Path to, int jobs, boolean resume, Comparison.View view, Scan.Analysis analysis, String... operands) throws IOException, InterruptedException {
        Inputs inputs = new Inputs(Inputs.Selection.ALL, url -> {
            throw new SourceException("no web here");
        }, new ByteArrayInputStream(new byte[0]), to);
        List<String> all = operands.length == 0 ? List.of(shelf.toString()) : List.of(operands);
        try (Scan scan = new Scan(new Scan.Settings(all, jobs, resume, view), analysis, inputs, to, failure -> {
            if (failure != null) {
                failures.add(failure);
            }
        })) {
            return scan.run();
        }
    }

    private ScanResult scan(Path to, int jobs, boolean resume) throws IOException, InterruptedException {
        return scan(to, jobs, resume, Comparison.View.ALL, source -> {
            analyzed.incrementAndGet();
            return ANALYZER.analyze(source);
        });
    }

    /** All files of a folder but the lock, with their bytes. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).filter(f -> !f.endsWith("lock")).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static void assertValid(String schema, Path file) throws IOException {
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema, InputFormat.JSON);
        assertEquals(List.of(), compiled.validate(Files.readString(file), InputFormat.JSON), file.toString());
    }

    @Test
    void writesReportsOfTheSamples() throws Exception {
        ScanResult result = scan(out, 2, false, Comparison.View.ALL, ANALYZER::analyze, "samples");
        assertEquals(0, result.failed());
        assertTrue(result.reports() >= 6);
        List<JsonNode> reports = lines(out.resolve("reports.jsonl"));
        assertEquals(result.reports(), reports.size());
        for (JsonNode report : reports) {
            Path sample = Path.of(report.at("/source/uri").asText());
            String name = sample.getFileName().toString();
            Path file = out.resolve("reports").resolve(name.substring(0, name.lastIndexOf('.')) + ".json");
            assertEquals(new JsonReport().render(ANALYZER.analyze(Source.of(sample))), Files.readString(file));
            assertEquals(report, JSON.readTree(file.toFile()));
            assertValid(ReportSchema.REPORT.text(), file);
        }
        assertValid(ReportSchema.COMPARISON.text(), out.resolve("comparison.json"));
        assertValid(ReportSchema.SUMMARY.text(), out.resolve("summary.json"));
        assertEquals(reports.size(), JSON.readTree(out.resolve("summary.json").toFile()).path("reports").asInt());
        assertEquals(0, Files.size(out.resolve("failures.jsonl")));
    }

    @Test
    void doesNotDependOnTiming() throws Exception {
        fill(60);
        scan(out, 1, false);
        Map<String, String> one = files(out);
        AtomicInteger turn = new AtomicInteger();
        scan(folder.resolve("again"), 7, false, Comparison.View.ALL, source -> {
            pause(turn.incrementAndGet() * 37 % 11);
            return ANALYZER.analyze(source);
        });
        assertEquals(one, files(folder.resolve("again")));
        assertEquals(60, one.keySet().stream().filter(name -> name.startsWith("reports/")).count());
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void resumesWhatIsUnchanged() throws Exception {
        fill(20);
        scan(out, 2, false);
        Map<String, String> before = files(out);
        assertEquals(20, analyzed.getAndSet(0));
        assertEquals(20, scan(out, 2, true).reused());
        assertEquals(0, analyzed.get());
        assertEquals(before, files(out));

        Files.writeString(shelf.resolve("p3.md"), Found.policy("Changed"));
        Files.delete(shelf.resolve("p4.md"));
        Files.writeString(shelf.resolve("new.md"), Found.policy("New"));
        Files.writeString(out.resolve("reports/p5.json"), "tampered with");
        Files.delete(out.resolve("reports/p6.json"));
        scan(out, 2, true);
        assertEquals(4, analyzed.get());
        assertFalse(Files.exists(out.resolve("reports/p4.json")));
        scan(folder.resolve("fresh"), 2, false);
        assertEquals(files(folder.resolve("fresh")), files(out));
    }

    @Test
    void resumesAfterAnUnfinishedLine() throws Exception {
        fill(10);
        scan(out, 2, false);
        Map<String, String> whole = files(out);
        Path journal = out.resolve(".policyscan/journal.jsonl");
        String text = Files.readString(journal);
        List<String> lines = text.lines().toList();
        Files.writeString(journal, lines.get(7) + "\n" + lines.get(2) + "\n{\"key\":\"" + "0".repeat(64) + "\",garbage\n" + lines.get(4).substring(0, 300));
        Files.writeString(out.resolve(".policyscan/drafts/p9.json"), "half a rep");
        Files.delete(out.resolve("summary.json"));
        analyzed.set(0);
        scan(out, 2, true);
        assertEquals(8, analyzed.get());
        assertEquals(whole, files(out));
    }

    @Test
    void startsAnewWithoutResume() throws Exception {
        fill(5);
        scan(out, 2, false);
        Files.delete(shelf.resolve("p1.md"));
        analyzed.set(0);
        scan(out, 2, false);
        assertEquals(4, analyzed.get());
        assertFalse(Files.exists(out.resolve("reports/p1.json")));
    }

    @Test
    void oneBugDoesNotStopTheRest() throws Exception {
        fill(6);
        try (OutputStream file = Files.newOutputStream(shelf.resolve("v.zip")); ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("it's.html"));
            zip.write("<p>We collect names, bug.</p>".getBytes(UTF_8));
        }
        ScanResult result = scan(out, 2, false, Comparison.View.ALL, source -> {
            String text = new String(source.bytes(), UTF_8);
            if (text.contains("bug") || text.contains("Company c2")) {
                throw new IllegalStateException("a secret of the policy");
            }
            if (text.contains("Company d3")) {
                throw new StackOverflowError();
            }
            if (text.contains("Company e4")) {
                throw new OutOfMemoryError();
            }
            return ANALYZER.analyze(source);
        });
        assertEquals(3, result.reports());
        assertEquals(4, result.failed());
        List<JsonNode> failed = lines(out.resolve("failures.jsonl"));
        assertEquals(List.of("bug", "bug", "memory", "bug"), failed.stream().map(f -> f.path("kind").asText()).toList());
        assertEquals("policyscan analyze --verbose " + shelf.resolve("p2.md"), failed.get(0).path("reproduce").asText());
        assertTrue(failed.get(0).path("message").asText().startsWith("a bug in policyscan (IllegalStateException at dev.policyscan.scan.ScanTest"), failed.toString());
        assertFalse(failed.toString().contains("secret"), "what a policy says is not to be sent around in bug reports");
        Path kept = out.resolve("failed").resolve(failed.get(3).path("id").asText() + ".html");
        assertEquals("<p>We collect names, bug.</p>", Files.readString(kept));
        assertEquals("policyscan analyze --verbose " + kept, failed.get(3).path("reproduce").asText());
    }

    @Test
    void notesTheSameTemplate() throws Exception {
        String template = Files.readString(Path.of("samples", "orrery-cloud.md"));
        for (String company : List.of("Alder", "Birch", "Cedar")) {
            Files.writeString(shelf.resolve(company + ".md"), template.replace("Orrery", company));
        }
        Files.copy(Path.of("samples", "linden-labs.md"), shelf.resolve("linden.md"));
        scan(out, 2, false);
        assertEquals("[[\"Alder\",\"Birch\",\"Cedar\"]]", JSON.readTree(out.resolve("summary.json").toFile()).path("similar").toString());
        Map<String, String> similar = new TreeMap<>();
        JSON.readTree(out.resolve("comparison.json").toFile()).path("policies")
                .forEach(row -> similar.put(row.path("id").asText(), row.path("similar_to").asText()));
        assertEquals(Map.of("Alder", "null", "Birch", "Alder", "Cedar", "Alder", "linden", "null"), similar);
    }

    @Test
    void filtersAndGates() throws Exception {
        fill(4);
        Files.writeString(shelf.resolve("seller.md"), "# Privacy Policy\n\nWe collect your name. We sell personal information to data brokers.\n");
        Comparison.View view = new Comparison.View(
                SortOrder.columns("sale,A"), Where.parse("sale=sells"), SortOrder.parse("id"), Where.parse("sale=sells"));
        ScanResult result = scan(out, 2, false, view, ANALYZER::analyze);
        assertEquals(1, result.gated());
        assertEquals(List.of("seller"), result.gatedIds());
        assertEquals(5, result.reports());
        assertEquals("id,sale,A\nseller,sells,yes\n", Files.readString(out.resolve("comparison.csv")));
        assertEquals(1, JSON.readTree(out.resolve("comparison.json").toFile()).path("policies").size());
        assertValid(ReportSchema.COMPARISON.text(), out.resolve("comparison.json"));
        assertEquals(4, JSON.readTree(out.resolve("summary.json").toFile()).at("/facts/sale/does_not_sell").asInt());
    }

    @Test
    void leavesOtherFoldersAlone() throws Exception {
        fill(1);
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.txt"), "precious");
        assertThrows(IOException.class, () -> scan(out, 1, false));
        assertEquals(Map.of("thesis.txt", "precious"), files(out));
        ScanOutputException file = assertThrows(ScanOutputException.class, () -> scan(out.resolve("thesis.txt"), 1, false));
        assertEquals(out.resolve("thesis.txt").toString(), file.file());
    }

    @Test
    void twoScansDoNotShareAFolder() throws Exception {
        fill(2);
        List<String> said = new ArrayList<>();
        scan(out, 1, false, Comparison.View.ALL, source -> {
            if (said.isEmpty()) {
                said.add(assertThrows(IOException.class, () -> scan(out, 1, true)).getMessage());
            }
            return ANALYZER.analyze(source);
        });
        assertEquals(List.of("another scan is writing to it; wait for it or choose another folder with -o"), said);
    }

    @Test
    void largeInputsDoNotPileUp() throws Exception {
        for (int i = 0; i < 12; i++) {
            Files.writeString(shelf.resolve("p" + i + ".txt"), Found.policy("Company " + i) + " ".repeat(30 << 20));
        }
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        scan(out, 8, false, Comparison.View.ALL, source -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                return ANALYZER.analyze(Source.of(source.uri(), Found.policy("Company").getBytes(UTF_8)));
            } finally {
                atOnce.decrementAndGet();
            }
        });
        long budget = Math.max(8L << 20, Runtime.getRuntime().maxMemory() >> 6);
        assertTrue(most.get() <= Math.max(1, budget / (30 << 20)), most + " at once");
    }

    @Test
    void completesOverHostileFiles() throws Exception {
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            for (Path sample : samples.filter(Files::isRegularFile).toList()) {
                Files.copy(sample, shelf.resolve(sample.getFileName().toString()));
            }
        }
        hostile();
        ScanResult result = scan(out, 2, false);
        List<JsonNode> failed = lines(out.resolve("failures.jsonl"));
        assertEquals(result.failed(), failed.size());
        assertEquals(result.found(), result.reports() + result.failed());
        assertEquals(0, failed.stream().filter(f -> f.path("kind").asText().equals("bug")).count(), failed.toString());
        List<String> names = failed.stream().map(f -> Path.of(f.path("input").asText()).getFileName().toString()).toList();
        for (String expected : List.of(
                "empty.md", "zeros.txt", "line.txt", "cut.zip", "bomb.txt", "picture.html", "program.txt", "spaces.txt", "zip.html", "gzip.md", "dangling.md")) {
            assertTrue(names.contains(expected), expected + " is not among " + names);
        }
        for (JsonNode failure : failed) {
            assertEquals(1, failure.path("message").asText().lines().count(), failure.toString());
        }
        try (Stream<Path> reports = Files.list(out.resolve("reports"))) {
            for (Path report : reports.toList()) {
                assertTrue(report.getFileName().toString().matches("[A-Za-z0-9._-]+\\.json"), report.toString());
                assertValid(ReportSchema.REPORT.text(), report);
            }
        }
        assertValid(ReportSchema.COMPARISON.text(), out.resolve("comparison.json"));
        assertValid(ReportSchema.SUMMARY.text(), out.resolve("summary.json"));
    }

    private void hostile() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("empty.md", new byte[0]);
        files.put("zeros.txt", new byte[100_000]);
        files.put("picture.html", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        files.put("program.txt", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0});
        files.put("spaces.txt", " \n\t\r\n".repeat(5000).getBytes(UTF_8));
        files.put("broken.pdf", "%PDF-1.7\n1 0 obj <</Type /Catalog".getBytes(UTF_8));
        files.put("deep.html", ("<div>".repeat(100_000) + "We collect names." + "</div>".repeat(50_000)).getBytes(UTF_8));
        files.put("unclosed.html", "<table><tr><td><b><i><a href='".repeat(20_000).getBytes(UTF_8));
        files.put("lists.html", "<ul><li>x".repeat(20_000).getBytes(UTF_8));
        files.put("quotes.md", ">".repeat(20_000).getBytes(UTF_8));
        files.put("brackets.md", "[".repeat(100_000).getBytes(UTF_8));
        files.put("pipes.md", ("|".repeat(2000) + "\n" + "|-".repeat(2000) + "\n").repeat(3).getBytes(UTF_8));
        files.put("long-line.txt", "we sell and ".repeat(50_000).getBytes(UTF_8));
        files.put("long-word.txt", "x".repeat(3_000_000).getBytes(UTF_8));
        files.put("latin.txt", "Politique \u00e9 de confidentialit\u00e9".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        files.put("utf16.txt", Found.policy("Wide").getBytes(java.nio.charset.StandardCharsets.UTF_16));
        files.put("surrogates.txt", new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 'a', 0, 0, (byte) 0xdc, 'b', 0});
        files.put("not-utf8.md", new byte[] {'W', 'e', ' ', (byte) 0xc3, ' ', (byte) 0xff, (byte) 0xfe, ' ', 's', 'e', 'l', 'l'});
        files.put("zip.html", new byte[] {'P', 'K', 3, 4, 0, 0});
        files.put("gzip.md", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        files.put("cut.zip", Arrays.copyOf(new byte[] {'P', 'K', 3, 4, 20, 0}, 200));
        files.put("cut.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nHTTP".getBytes(UTF_8));
        files.put("wrong.jsonl", "{\"id\": \n{]\n\u0000\n".getBytes(UTF_8));
        files.put("new\nline 'and' \"quotes\".md", Found.policy("Quotes").getBytes(UTF_8));
        files.put("-rf.md", Found.policy("Dash").getBytes(UTF_8));
        files.put("$(touch pwned);.md", Found.policy("Shell").getBytes(UTF_8));
        files.put("x".repeat(240) + ".md", Found.policy("Long").getBytes(UTF_8));
        files.put("=cmd|' _C calc'!A0.md", "# =HYPERLINK(\"https://evil.example\")\n\nPrivacy policy. We collect names.".getBytes(UTF_8));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(shelf.resolve(file.getKey()), file.getValue());
        }
        try (RandomAccessFile line = new RandomAccessFile(shelf.resolve("line.txt").toFile(), "rw")) {
            line.setLength(200L << 20);
        }
        try (OutputStream file = Files.newOutputStream(shelf.resolve("bomb.zip")); ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            zip.write(new byte[60 << 20]);
        }
        Files.createSymbolicLink(shelf.resolve("dangling.md"), shelf.resolve("nowhere"));
        Files.createSymbolicLink(shelf.resolve("loop"), shelf);
        Path secret = Files.writeString(shelf.resolve("secret.md"), "We sell.");
        secret.toFile().setReadable(false);
        try {
            // A name that is no UTF-8.
            new ProcessBuilder("sh", "-c", "cp quotes.md \"$(printf 'bad\\377.md')\"; cp quotes.md \"$(printf 'bad\\376.md')\"")
                    .directory(shelf.toFile()).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anInputMayVanish() throws Exception {
        fill(3);
        Path list = Files.writeString(folder.resolve("list"), shelf.resolve("p0.md") + "\n" + shelf.resolve("p1.md") + "\n" + shelf.resolve("p2.md") + "\n");
        ScanResult result = scan(out, 1, false, Comparison.View.ALL, source -> {
            try {
                Files.deleteIfExists(shelf.resolve("p2.md"));
            } catch (IOException e) {
                throw new SourceException("cannot delete", e);
            }
            return ANALYZER.analyze(source);
        }, list.toString());
        assertEquals(2, result.reports());
        assertEquals("no such file; check the name", lines(out.resolve("failures.jsonl")).get(0).path("message").asText());
    }

    @Test
    void otherToolOtherReports() {
        assertNotEquals(Build.sha256("a", "b"), Build.sha256("ab"));
        assertTrue(Build.id().startsWith(Policyscan.version()));
    }

    @Test
    void quotesNamesForTheShell() throws Exception {
        for (String name : List.of("plain-1.md", "two words.md", "it's.md", "$(x);`y`", "-rf", "new\nline", "ünïcode")) {
            assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
            Process shell = new ProcessBuilder("/bin/sh", "-c", "policyscan() { printf %s \"$3\"; }; " + Failure.command(name)).start();
            String got = new String(shell.getInputStream().readAllBytes(), UTF_8);
            assertEquals(name.startsWith("-") ? "./" + name : name, got);
        }
    }
}
