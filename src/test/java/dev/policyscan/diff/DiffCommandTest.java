package dev.policyscan.diff;

import static dev.policyscan.diff.Policies.FERNWICK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.policyscan.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {
    @TempDir
    private Path folder;

    private Path before;
    private Path after;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String in = "";

    @BeforeEach
    void policies() throws IOException {
        before = Files.writeString(folder.resolve("old.md"), FERNWICK);
        after = Files.writeString(folder.resolve("new.md"), FERNWICK.replace("We do not sell", "We may sell").replace("under 13", "under 16"));
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new Main(new ByteArrayInputStream(in.getBytes(UTF_8)), out, err, Map.of(), false).run(arguments);
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out());
    }

    @Test
    void printsWhatChanged() {
        assertEquals(0, run("diff", before.toString(), after.toString()));
        assertTrue(out().contains("does not sell → sells"), out());
        assertEquals("", err.toString(UTF_8));
    }

    @Test
    void printsJson() throws IOException {
        assertEquals(0, run("diff", "-f", "json", before.toString(), after.toString()));
        assertEquals("material", json().path("verdict").asText());
        assertTrue(json().path("silent").asBoolean());
        assertEquals(before.toString(), json().at("/old/uri").asText());
    }

    @ParameterizedTest
    @CsvSource({"material, 1", "weakens, 1", "silent, 1", "sale, 1", "'dnt,children', 1", "minors-sale, 0", "date, 0", "retention, 0"})
    void gatesDecideTheExitCode(String gate, int code) {
        assertEquals(code, run("diff", "-q", "--fail-on", gate, before.toString(), after.toString()));
        assertEquals("", out());
    }

    @Test
    void whatPassesInOneDirectionFailsInTheOther() {
        assertEquals(1, run("diff", "-q", "--fail-on", "weakens", after.toString(), before.toString()), "the age falls");
        assertEquals(0, run("diff", "-q", "--fail-on", "material", before.toString(), before.toString()));
    }

    @Test
    void readsStandardInput() throws IOException {
        in = Files.readString(after);
        assertEquals(0, run("diff", "-f", "json", before.toString(), "-"));
        assertEquals("material", json().path("verdict").asText());
    }

    @Test
    void comparesSavedReports() throws IOException {
        Path saved = folder.resolve("old.json");
        assertEquals(0, run("analyze", "-f", "json", "-o", saved.toString(), before.toString()));
        assertEquals(0, run("diff", "-f", "json", saved.toString(), after.toString()));
        assertFalse(json().path("clauses_compared").asBoolean());
        assertEquals("material", json().path("verdict").asText());
        assertTrue(json().path("changes").findValuesAsText("fact").contains("sale"));
        assertEquals(0, run("diff", saved.toString(), before.toString()));
        assertTrue(out().contains("No change"), out());
        assertEquals(0, run("diff", saved.toString(), after.toString()));
        assertTrue(out().contains("does not hold the text"), out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"schema_version": "9.0"} | 9.0, which is not known
            {"schema_version": "1.0"} | no report of an analysis
            {"schema_version": "1.0" | damaged
            """)
    void refusesReportsItCannotRead(String text, String said) throws IOException {
        Path saved = Files.writeString(folder.resolve("saved.json"), text);
        assertEquals(3, run("diff", saved.toString(), after.toString()));
        assertTrue(err.toString(UTF_8).contains(said), err.toString(UTF_8));
    }

    @Test
    void writesAFile() throws IOException {
        Path file = folder.resolve("diff.md");
        assertEquals(0, run("diff", "-f", "markdown", "-o", file.toString(), before.toString(), after.toString()));
        assertTrue(Files.readString(file).startsWith("### Material"));
        assertEquals(2, run("diff", "-o", after.toString(), before.toString(), after.toString()));
        assertTrue(Files.readString(after).startsWith("# Privacy"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            diff one.md | two versions are needed
            diff a b c | two versions can be compared, not 3
            diff - - | can be read once only
            diff --fail-on nonsense a b | nonsense is none of material
            """)
    void refusesWrongUsage(String line, String said) {
        assertEquals(2, run(line.split(" ")));
        assertTrue(err.toString(UTF_8).contains(said), err.toString(UTF_8));
    }

    @Test
    void saysWhichVersionCannotBeRead() {
        assertEquals(3, run("diff", before.toString(), folder.resolve("missing.md").toString()));
        assertTrue(err.toString(UTF_8).contains("missing.md: no such file"), err.toString(UTF_8));
    }

    @Test
    void comparesWithNothing() throws IOException {
        assertEquals(0, run("diff", "-f", "json", "/dev/null", after.toString()));
        assertEquals("material", json().path("verdict").asText());
    }
}
