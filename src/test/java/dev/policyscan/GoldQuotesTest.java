package dev.policyscan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.policyscan.document.DocumentReader;
import dev.policyscan.document.PolicyDocument;
import dev.policyscan.report.JsonReport;
import dev.policyscan.source.MediaType;
import dev.policyscan.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Over a folder of real policies, named by the property {@code policyscan.gold}: every quote stands at its offsets and on its line. */
@EnabledIfSystemProperty(named = "policyscan.gold", matches = ".+")
class GoldQuotesTest {
    private static final PolicyAnalyzer ANALYZER = Policyscan.analyzer();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> quotesAreVerbatim() throws IOException {
        Path gold = Path.of(System.getProperty("policyscan.gold"));
        List<Path> policies;
        try (Stream<Path> files = Files.walk(gold)) {
            policies = files.filter(f -> f.toString().matches(".*\\.(txt|md|html|htm)")).sorted().toList();
        }
        assertFalse(policies.isEmpty(), "no policies in " + gold);
        return policies.stream().map(policy -> dynamicTest(gold.relativize(policy).toString(), () -> check(policy)));
    }

    private static void check(Path policy) throws IOException {
        Source source = Source.of(policy);
        String report = new JsonReport().render(ANALYZER.analyze(source));
        assertEquals(report, new JsonReport().render(ANALYZER.analyze(source)), "a second run gives other bytes");
        PolicyDocument document = new DocumentReader().read(source);
        String text = document.text();
        String decoded = source.decode().text();
        assertTrue(source.mediaType() != MediaType.TEXT || text.equals(decoded) || !document.tables().isEmpty(), "plain text is held as decoded");
        int lines = decoded.split("\r\n|[\n\r]", -1).length;
        for (JsonNode evidence : JSON.readTree(report).findParents("quote")) {
            int start = evidence.path("start").asInt(-1);
            int end = evidence.path("end").asInt(-1);
            String quote = evidence.path("quote").asText();
            assertTrue(start >= 0 && start < end && end <= text.length(), () -> "offsets of: " + quote);
            assertEquals(text.substring(start, end), quote);
            int line = evidence.path("line").asInt();
            assertTrue(line >= 1 && line <= lines, () -> "line of: " + quote);
        }
    }
}
