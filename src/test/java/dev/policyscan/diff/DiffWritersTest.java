package dev.policyscan.diff;

import static dev.policyscan.diff.Policies.FERNWICK;
import static dev.policyscan.diff.Policies.diff;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.policyscan.classify.Topic;
import dev.policyscan.report.DiffAnnotations;
import dev.policyscan.report.DiffJson;
import dev.policyscan.report.DiffMarkdown;
import dev.policyscan.report.DiffText;
import dev.policyscan.report.PolicyDiff;
import dev.policyscan.report.ReportSchema;
import dev.policyscan.statement.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DiffWritersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(ReportSchema.DIFF.text(), InputFormat.JSON);
    private static final PolicyDiff CHANGED = diff(FERNWICK, FERNWICK.replace("We do not sell", "We may sell").replace("for 30 days", "for two years")
            .replace("- the bank", "- advertising networks;\n- the bank").replace("your name and", "your name, your fingerprints and"));

    @Test
    void jsonIsValid() {
        assertEquals(List.of(), SCHEMA.validate(new DiffJson().render(CHANGED), InputFormat.JSON));
        assertEquals(List.of(), SCHEMA.validate(new DiffJson().render(diff(FERNWICK, FERNWICK)), InputFormat.JSON));
        PolicyDiff wholly = diff(Policies.version("a.md", FERNWICK), Policies.version("b.md", Policies.samples().get("linden-labs.md")));
        assertEquals(List.of(), SCHEMA.validate(new DiffJson().render(wholly), InputFormat.JSON));
    }

    @Test
    void theSchemaKnowsTheVocabularyOfTheCode() throws Exception {
        JsonNode change = JSON.readTree(ReportSchema.DIFF.text()).at("/$defs/change/properties");
        assertSame(PolicyDiff.Layer.values(), change.path("layer"));
        assertSame(PolicyDiff.What.values(), change.path("what"));
        assertSame(PolicyDiff.Direction.values(), change.path("direction"));
        assertSame(PolicyDiff.Severity.values(), JSON.readTree(ReportSchema.DIFF.text()).at("/$defs/severity"));
        assertSame(Topic.values(), JSON.readTree(ReportSchema.DIFF.text()).at("/$defs/topic"));
        assertSame(Statement.Practice.values(), JSON.readTree(ReportSchema.DIFF.text()).at("/$defs/statement/properties/practice"));
        List<String> facts = words(change.path("fact"));
        facts.remove("null");
        assertEquals(Gate.FACTS.stream().sorted().toList(), facts.stream().sorted().toList());
    }

    private static void assertSame(Enum<?>[] constants, JsonNode vocabulary) {
        assertEquals(Arrays.stream(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).toList(), words(vocabulary));
    }

    private static List<String> words(JsonNode vocabulary) {
        List<String> words = new ArrayList<>();
        vocabulary.path("enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    @Test
    void quotesAreVerbatim() throws Exception {
        String text = Policies.version("policy.md", FERNWICK).document().text();
        for (JsonNode change : JSON.readTree(new DiffJson().render(CHANGED)).path("changes")) {
            for (JsonNode words : change.path("old_evidence")) {
                assertEquals(words.path("quote").asText(), text.substring(words.path("start").asInt(), words.path("end").asInt()));
            }
        }
    }

    @Test
    void textFitsTheTerminal() {
        for (int width : List.of(60, 80, 100, 120)) {
            String text = new DiffText(false, width).render(CHANGED);
            assertTrue(text.lines().allMatch(line -> line.length() <= width), text);
            assertTrue(text.contains("does not sell → sells (weakens)"), text);
            assertFalse(text.contains("\u001b"));
        }
    }

    @Test
    void wideTextStandsSideBySide() {
        assertTrue(new DiffText(false, 120).render(CHANGED).contains(" │ "));
        assertFalse(new DiffText(false, 80).render(CHANGED).contains(" │ "));
        assertTrue(new DiffText(true, 120).render(CHANGED).contains("\u001b[31m"));
    }

    @Test
    void textSaysWhatDoesNotMatter() {
        assertTrue(new DiffText(false, 80).render(diff(FERNWICK, FERNWICK)).contains("No change"));
        assertTrue(new DiffText(false, 80).render(diff(FERNWICK, FERNWICK.replace("- the bank", "*   the bank"))).contains("only layout, punctuation or links"));
    }

    @Test
    void markdownBeginsWithItsTableAndFoldsQuotes() {
        String comment = new DiffMarkdown().render(CHANGED);
        assertTrue(comment.contains("| **material** | sale | does not sell → sells | **weakens** |"), comment);
        assertTrue(comment.indexOf("| | What |") < comment.indexOf("<details>"), comment);
        assertEquals(count(comment, "<details>"), count(comment, "</details>"));
        assertTrue(comment.contains("We ~~do not~~ **may** sell"), comment);
    }

    @Test
    void markdownFitsIntoAComment() {
        StringBuilder old = new StringBuilder(FERNWICK);
        StringBuilder young = new StringBuilder(FERNWICK);
        for (int i = 0; i < 1500; i++) {
            old.append("\n\nRoom ").append(i).append(" holds the letters that guests of house ").append(7 * i).append(" wrote about jasmine.");
            young.append("\n\nWe share the address of guest ").append(13 * i).append(" with tea brokers in street ").append(i * 31).append(" of the harbour.");
        }
        PolicyDiff diff = diff(old.toString(), young.toString());
        String comment = new DiffMarkdown().render(diff);
        assertTrue(comment.length() < 65_536, "length " + comment.length());
        assertTrue(comment.contains("… and "), "says what it leaves out");
        assertEquals(count(comment, "<details>"), count(comment, "</details>"));
        long rows = comment.lines().filter(line -> line.startsWith("| **material**") || line.startsWith("| minor")).count();
        long rest = comment.lines().filter(line -> line.startsWith("| | … and ")).mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).sum();
        assertEquals(diff.changes().stream().filter(c -> c.severity() != PolicyDiff.Severity.COSMETIC).count(), rows + rest);
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    @Test
    void markdownShowsMarkUpOfAPolicyAsText() {
        String nasty = "\n\nWe sell your <script>alert(1)</script> name to @everyone and `this` | that.\n";
        String comment = new DiffMarkdown().render(diff(FERNWICK, FERNWICK + nasty));
        assertFalse(comment.contains("<script>"), comment);
        assertFalse(comment.contains(" @everyone"), comment);
    }

    @Test
    void annotationsPointToTheNewFile() {
        String commands = new DiffAnnotations("docs/a,b.md").render(CHANGED);
        assertTrue(commands.lines().allMatch(line -> line.matches("::(error|warning|notice) file=docs/a%2Cb\\.md,(line=\\d+,)?title=[^:,]+::.+")), commands);
        assertTrue(commands.contains("::error file=docs/a%2Cb.md,line=5,title=sale::does not sell → sells"), commands);
        assertFalse(new DiffAnnotations(null).render(CHANGED).contains("file="));
        assertEquals("", new DiffAnnotations("a.md").render(diff(FERNWICK, FERNWICK.replace("- the", "* the"))));
    }
}
