package dev.policyscan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.policyscan.report.ReportSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final String POLICY = """
            # Privacy Policy

            Last updated: March 3, 2025

            Fernwick Tea Company collects your name and your email address. We do not sell personal information.
            """;

    @TempDir
    private Path folder;

    private Path policy;
    private Path other;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> env = new HashMap<>();
    private String in = "";
    private boolean interactive;

    @BeforeEach
    void policies() throws IOException {
        policy = Files.writeString(folder.resolve("fernwick.md"), POLICY);
        other = Files.writeString(folder.resolve("other one.md"), POLICY.replace("Fernwick", "Alderbrook"));
    }

    @Test
    void printsText() {
        assertEquals(0, run("analyze", policy.toString()));
        assertTrue(out().contains("Identifiers"), out());
        assertTrue(out().endsWith("\n"));
        assertEquals("", err());
    }

    @Test
    void printsJson() throws Exception {
        assertEquals(0, run("analyze", "-f", "json", policy.toString()));
        JsonNode report = json(out());
        assertEquals("1.0", report.at("/schema_version").asText());
        assertEquals(policy.toString(), report.at("/source/uri").asText());
        assertEquals("text/markdown", report.at("/source/media_type").asText());
    }

    @Test
    void printsMarkdown() {
        assertEquals(0, run("analyze", "--format=markdown", policy.toString()));
        assertTrue(out().startsWith("# "), out());
    }

    @Test
    void readsStandardInput() throws Exception {
        in = POLICY;
        assertEquals(0, run("analyze", "-f", "JSON", "-"));
        assertEquals("-", json(out()).at("/source/uri").asText());
        assertEquals("text/plain", json(out()).at("/source/media_type").asText());
    }

    @Test
    void severalReportsAreOneJsonArray() throws Exception {
        assertEquals(0, run("analyze", "-f", "json", policy.toString(), other.toString()));
        JsonNode reports = json(out());
        assertTrue(reports.isArray());
        assertEquals(other.toString(), reports.at("/1/source/uri").asText());
    }

    @Test
    void aJsonArrayStaysOneWhereAnInputFails() throws Exception {
        assertEquals(3, run("analyze", "-f", "json", policy.toString(), folder.resolve("missing.md").toString()));
        assertEquals(1, json(out()).size());
    }

    @Test
    void severalTextsHaveARuleBetween() {
        run("analyze", policy.toString());
        String first = out();
        out.reset();
        run("analyze", other.toString());
        String second = out();
        out.reset();
        assertEquals(0, run("analyze", policy.toString(), other.toString()));
        assertEquals(first + "\n────────\n\n" + second, out());
    }

    @Test
    void twoRunsGiveTheSameBytes() {
        run("analyze", "-f", "json", policy.toString());
        byte[] first = out.toByteArray();
        out.reset();
        run("analyze", "-f", "json", policy.toString());
        assertEquals(new String(first, UTF_8), out());
    }

    @Test
    void writesAFileAndNothingElse() throws Exception {
        Path file = folder.resolve("report.json");
        Files.writeString(file, "old");
        assertEquals(0, run("analyze", "-f", "json", "-o", file.toString(), policy.toString()));
        assertEquals(policy.toString(), json(Files.readString(file)).at("/source/uri").asText());
        assertEquals("", out());
        assertEquals(List.of("fernwick.md", "other one.md", "report.json"), files(folder));
    }

    @Test
    void writesAFolderOfReports() throws Exception {
        String reports = folder.resolve("new/reports") + "/";
        in = POLICY;
        assertEquals(0, run("analyze", "-f", "json", "-o", reports, policy.toString(), other.toString(), "-"));
        assertEquals(List.of("fernwick.json", "other one.json", "stdin.json"), files(Path.of(reports)));
    }

    @ParameterizedTest
    @CsvSource({"text, fernwick.txt", "json, fernwick.json", "markdown, fernwick.md"})
    void namesReportsAfterInputs(String format, String name) throws Exception {
        Path reports = Files.createDirectory(folder.resolve("reports"));
        assertEquals(0, run("analyze", "-f", format, "-o", reports.toString(), policy.toString()));
        assertEquals(List.of(name), files(reports));
    }

    @Test
    void reportsClashingNamesBeforeWriting() throws Exception {
        Path html = Files.writeString(folder.resolve("fernwick.html"), "<p>" + POLICY);
        String reports = folder.resolve("reports") + "/";
        assertEquals(2, run("analyze", "-f", "json", "-o", reports, policy.toString(), html.toString()));
        assertTrue(err().contains(policy + " and " + html + " would both be written to "), err());
        assertEquals(1, err().lines().count());
        assertFalse(Files.exists(Path.of(reports)));
    }

    @Test
    void neverOverwritesAnInput() throws Exception {
        assertEquals(2, run("analyze", "-f", "markdown", "-o", folder.toString(), policy.toString()));
        assertEquals(2, run("analyze", "-o", policy.toString(), policy.toString()));
        assertEquals(2, run("analyze", "-o", policy.toString(), other.toString(), folder + "/../" + folder.getFileName() + "/fernwick.md"));
        assertEquals(POLICY, Files.readString(policy));
        assertEquals(3, err().lines().count());
    }

    @Test
    void writesNoFileWhereNothingWasRead() throws Exception {
        Path file = folder.resolve("report.json");
        assertEquals(3, run("analyze", "-f", "json", "-o", file.toString(), folder.resolve("missing.md").toString()));
        assertFalse(Files.exists(file));
    }

    @Test
    void keepsAnOldFileWhereWritingFails() throws Exception {
        Path file = Files.writeString(folder.resolve("report.json"), "old");
        Files.createDirectory(folder.resolve(".report.json." + ProcessHandle.current().pid() + ".tmp"));
        assertEquals(3, run("analyze", "-f", "json", "-o", file.toString(), policy.toString()));
        assertEquals("old", Files.readString(file));
        assertTrue(err().startsWith("policyscan: " + file + ": cannot be written ("), err());
        assertEquals(1, err().lines().count());
    }

    @Test
    void followsALinkToWriteTo() throws Exception {
        Path file = Files.writeString(folder.resolve("report.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        assertEquals(0, run("analyze", "-f", "json", "-o", link.toString(), policy.toString()));
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(json(Files.readString(file)).isObject());
    }

    @Test
    void saysThatTheOutputFolderIsMissing() {
        assertEquals(2, run("analyze", "-o", folder.resolve("no/report.txt").toString(), policy.toString()));
        assertTrue(err().contains("there is no folder"), err());
    }

    @Test
    void goesOnAfterAnInputThatCannotBeRead() throws Exception {
        Path pdf = Files.write(folder.resolve("policy.pdf"), "%PDF-1.7\n".getBytes(UTF_8));
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        Path zeros = Files.write(folder.resolve("zeros.txt"), new byte[512]);
        String missing = folder.resolve("missing.md").toString();
        assertEquals(3, run("analyze", missing, folder.toString(), pdf.toString(), empty.toString(), zeros.toString(), policy.toString()));
        assertEquals(
                List.of(
                        "policyscan: " + missing + ": no such file; check the name",
                        "policyscan: " + folder + ": is a folder; pass the files in it",
                        "policyscan: " + pdf + ": is a damaged PDF; get the file again or save it anew",
                        "policyscan: " + empty + ": is empty; there is nothing to read",
                        "policyscan: " + zeros + ": holds only zeros; get the file again"),
                err().lines().toList());
        assertTrue(out().contains("Identifiers"), out());
    }

    @Test
    void namesOfInputsCannotBreakLines() {
        assertEquals(3, run("analyze", "no\nsuch\u001b[31m file"));
        assertEquals("policyscan: no?such?[31m file: no such file; check the name\n", err());
        err.reset();
        assertEquals(3, run("analyze", "nul\0"));
        assertEquals(1, err().lines().count());
    }

    @Test
    void asksNoPrivateAddressUnlessTold() {
        assertEquals(3, run("analyze", "http://127.0.0.1:9/privacy"));
        assertEquals("policyscan: http://127.0.0.1:9/privacy: leads to the private address 127.0.0.1 (127.0.0.1); "
                + "pass --allow-private if that is meant\n", err());
    }

    @Test
    void printsStackTracesOnRequestOnly() {
        assertEquals(3, run("analyze", "--verbose", "missing.md"));
        assertTrue(err().contains("\tat dev.policyscan."), err());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "analyze", "analyse x", "analyze --fromat json x", "analyze -f yaml x", "analyze --color=maybe x", "analyze -o", "analyze - -",
        "schema x", "help nothing", "evaluate", "x.md"
    })
    void wrongUsageIsOneLine(String line) {
        assertEquals(2, run(line.isEmpty() ? new String[0] : line.split(" ")));
        assertEquals("", out());
        assertTrue(err().startsWith("policyscan: ") && err().endsWith("--help\n"), err());
        assertEquals(1, err().lines().count());
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        run("analyse", "x");
        assertEquals("policyscan: no such command: analyse (did you mean analyze?); see policyscan --help\n", err());
    }

    @ParameterizedTest
    @CsvSource({
        "auto, true, , xterm, true",
        "auto, false, , xterm, false",
        "auto, true, 1, xterm, false",
        "auto, true, , dumb, false",
        "always, false, 1, dumb, true",
        "never, true, , xterm, false"
    })
    void colours(String when, boolean terminal, String noColor, String term, boolean expected) {
        interactive = terminal;
        env.put("NO_COLOR", noColor == null ? "" : noColor);
        env.put("TERM", term);
        assertEquals(0, run("--color", when, "analyze", policy.toString()));
        assertEquals(expected, out().contains("\u001b["), out());
    }

    @Test
    void filesAreNotColouredUnlessAsked() throws Exception {
        interactive = true;
        Path file = folder.resolve("report.txt");
        run("analyze", "-o", file.toString(), policy.toString());
        assertFalse(Files.readString(file).contains("\u001b["));
        run("analyze", "--color=always", "-o", file.toString(), policy.toString());
        assertTrue(Files.readString(file).contains("\u001b["));
    }

    @Test
    void wrapsToTheTerminal() {
        env.put("COLUMNS", "60");
        run("analyze", policy.toString());
        assertTrue(out().lines().allMatch(l -> l.length() <= 60), out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "help", "analyze --help", "help analyze", "evaluate -h", "help schema", "help help"})
    void helpListsExitCodesAndExamples(String line) {
        assertEquals(0, run(line.split(" ")));
        assertTrue(out().contains("Exit codes:"), out());
        assertTrue(out().contains("Examples:\n  policyscan "), out());
        assertTrue(out().lines().allMatch(l -> l.length() <= 80), out());
        assertEquals("", err());
    }

    @Test
    void printsTheVersion() {
        assertEquals(0, run("--version"));
        assertTrue(out().matches("policyscan \\d+\\.\\d+\\.\\d+ \\(Java .+\\)\n"), out());
    }

    @Test
    void printsTheSchemas() throws Exception {
        assertEquals(0, run("schema"));
        assertEquals(ReportSchema.REPORT.text(), out());
        for (ReportSchema schema : ReportSchema.values()) {
            out.reset();
            assertEquals(0, run("schema", schema.name().toLowerCase(Locale.ROOT)));
            assertEquals(schema.text(), out());
            assertEquals("https://json-schema.org/draft/2020-12/schema", json(out()).at("/$schema").asText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze -f json %s", "schema"})
    void aReaderThatGoesAwayIsNoError(String line) {
        assertEquals(0, run(failing("Broken pipe"), line.formatted(policy).split(" ", 4)));
        assertEquals("", err());
    }

    @Test
    void aFullDiskIsAnError() {
        assertEquals(3, run(failing("No space left on device"), "analyze", policy.toString()));
        assertEquals("policyscan: standard output: cannot be written (No space left on device); choose another place with -o\n", err());
    }

    @Test
    void evaluatesLabelledPolicies() throws Exception {
        Path gold = Files.createDirectory(folder.resolve("gold"));
        Files.writeString(gold.resolve("fernwick.md"), POLICY);
        Files.writeString(gold.resolve("fernwick.json"), "{\"id\": \"fernwick\", \"sale\": {\"stance\": \"sells\"}}");
        assertEquals(0, run("evaluate", "--errors", gold.toString()), err());
        assertTrue(out().contains("overall"), out());
        assertTrue(out().contains("sells"), out());
        assertTrue(out().contains("confidence 0."), out());
    }

    @Test
    void saysThatThereIsNothingToEvaluate() {
        assertEquals(3, run("evaluate", folder.toString()));
        assertEquals(3, run("evaluate", folder.resolve("none").toString()));
        assertEquals(2, err().lines().count());
    }

    private int run(String... args) {
        return run(out, args);
    }

    private int run(OutputStream stdout, String... args) {
        return new Main(new ByteArrayInputStream(in.getBytes(UTF_8)), stdout, err, env, interactive).run(args);
    }

    private String out() {
        return out.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }

    private String err() {
        return err.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return List.copyOf(files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
