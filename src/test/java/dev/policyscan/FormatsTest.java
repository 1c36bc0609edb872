package dev.policyscan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.policyscan.report.JsonReport;
import dev.policyscan.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same policy as a web page, PDF, Word document, Markdown and plain text states the same facts. */
class FormatsTest {
    private static final Path SAMPLES = Path.of("samples");
    private static final Path FORMATS = Path.of("src", "test", "resources", "formats");
    private static final List<String> EXTENSIONS = List.of("html", "pdf", "docx", "md", "txt");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PolicyAnalyzer ANALYZER = Policyscan.analyzer();

    @TestFactory
    Stream<DynamicTest> sameFactsInEveryFormat() throws IOException {
        List<Path> samples;
        try (Stream<Path> files = Files.list(SAMPLES)) {
            samples = files.filter(file -> EXTENSIONS.contains(extension(file)) && !file.getFileName().toString().equals("README.md")).sorted().toList();
        }
        assertTrue(samples.size() >= 4, "samples");
        return samples.stream().flatMap(sample -> {
            String name = sample.getFileName().toString();
            String stem = name.substring(0, name.lastIndexOf('.') + 1);
            Stream<Path> forms = Stream.concat(EXTENSIONS.stream().map(extension -> FORMATS.resolve(stem + extension)),
                    Stream.of(FORMATS.resolve(stem + "mhtml")).filter(Files::exists));
            return forms.map(form -> dynamicTest(form.getFileName().toString(), form.toUri(), () -> compare(sample, form)));
        });
    }

    private static void compare(Path sample, Path form) throws IOException {
        Map<String, String> expected = facts(sample);
        Map<String, String> got = facts(form);
        assertEquals(lines(expected), lines(got), form + " states other facts than " + sample);
    }

    /** What a policy states, fact for fact, its company included; not where it says so. */
    static Map<String, String> facts(Path policy) throws IOException {
        return factsOf(new JsonReport().render(ANALYZER.analyze(Source.of(policy))));
    }

    static Map<String, String> factsOf(String json) throws IOException {
        JsonNode report = JSON.readTree(json);
        JsonNode facts = report.path("facts");
        facts.findParents("evidence").forEach(fact -> ((ObjectNode) fact).remove("evidence"));
        Map<String, String> values = new TreeMap<>();
        facts.properties().forEach(fact -> values.put(fact.getKey(), fact.getValue().toString()));
        facts.path("categories").properties().forEach(category -> values.put("category " + category.getKey(), category.getValue().toString()));
        values.remove("categories");
        values.put("company", report.path("document").path("company").asText());
        return values;
    }

    static String lines(Map<String, String> facts) {
        StringBuilder out = new StringBuilder();
        facts.forEach((fact, value) -> out.append(fact).append(": ").append(value).append('\n'));
        return out.toString();
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
