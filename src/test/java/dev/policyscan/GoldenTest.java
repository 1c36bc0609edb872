package dev.policyscan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.policyscan.document.DocumentReader;
import dev.policyscan.evaluate.Evaluation;
import dev.policyscan.facts.Category;
import dev.policyscan.facts.CategoryFact;
import dev.policyscan.facts.Collected;
import dev.policyscan.facts.Evidence;
import dev.policyscan.facts.PolicyFacts;
import dev.policyscan.facts.SetFact;
import dev.policyscan.facts.Term;
import dev.policyscan.report.JsonReport;
import dev.policyscan.report.PolicyReport;
import dev.policyscan.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Written-out expectations: short texts with the facts they are about, and whole policies with their reports.
 *
 * <p>After an intended change of a report, {@code -Dpolicyscan.golden=update} rewrites the reports of the samples; read the difference.
 */
class GoldenTest {
    private static final Path CASES = Path.of("src", "test", "resources", "golden");
    private static final Path REPORTS = Path.of("src", "test", "resources", "golden-reports");
    private static final Path SAMPLES = Path.of("samples");
    private static final boolean UPDATE = "update".equals(System.getProperty("policyscan.golden"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PolicyAnalyzer ANALYZER = Policyscan.analyzer();

    @TestFactory
    Stream<DynamicTest> factsOfCases() throws IOException {
        List<Path> cases = policies(CASES, 2);
        assertTrue(cases.size() > 0, "no cases in " + CASES);
        return cases.stream().map(policy -> dynamicTest(CASES.relativize(policy).toString(), policy.toUri(), () -> facts(policy)));
    }

    /** The same texts in other forms, which change no meaning: what is read must not hang on spelling, quotation marks, white space or the kind of file. */
    @TestFactory
    Stream<DynamicTest> factsOfCasesInOtherForms() throws IOException {
        List<Path> cases = policies(CASES, 2).stream().filter(policy -> policy.toString().endsWith(".md")).toList();
        return cases.stream().map(policy -> dynamicTest(CASES.relativize(policy).toString(), policy.toUri(), () -> {
            String text = Files.readString(policy);
            List<Executable> forms = new ArrayList<>();
            for (TextForm form : TextForm.values()) {
                String other = form.of(text);
                if (!other.equals(text)) {
                    forms.add(() -> facts(policy, Source.of("policy" + form.ending(), other.getBytes(StandardCharsets.UTF_8))));
                }
            }
            assertAll(forms);
        }));
    }

    private static void facts(Path policy) throws IOException {
        facts(policy, Source.of(policy));
    }

    private static void facts(Path policy, Source source) throws IOException {
        JsonNode expected = JSON.readTree(beside(policy, policy.getParent()).toFile());
        PolicyReport report = ANALYZER.analyze(source);
        List<Executable> checks = new ArrayList<>();
        expected.properties().forEach(entry -> checks.add(() -> check(entry.getKey(), entry.getValue(), report.facts())));
        assertTrue(!checks.isEmpty(), "nothing is expected");
        assertAll(report.document().isPrivacyPolicy() ? null : "not recognized as a privacy policy in English", checks);
    }

    private static void check(String fact, JsonNode expected, PolicyFacts facts) {
        switch (fact) {
            case "categories" -> {
                List<Executable> letters = new ArrayList<>();
                expected.properties().forEach(entry -> letters.add(() -> {
                    CategoryFact category = facts.categories().get(Category.valueOf(entry.getKey()));
                    String got = category.collected().term();
                    // Asked for "no" alone, either basis will do.
                    if (category.basis() != null && !(category.collected() == Collected.NO && entry.getValue().asText().equals("no"))) {
                        got += " " + category.basis().term();
                    }
                    equal("category " + entry.getKey(), entry.getValue().asText(), got, category.evidence());
                }));
                assertAll(letters);
            }
            case "disclosed" -> set(fact, expected, facts.disclosed(), Category::name);
            case "sold_or_shared" -> set(fact, expected, facts.soldOrShared(), Category::name);
            case "sale" -> equal(fact, expected.asText(), facts.sale().stance().term(), facts.sale().evidence());
            case "sharing" -> equal(fact, expected.asText(), facts.sharing().stance().term(), facts.sharing().evidence());
            case "minors_sale" -> equal(fact, expected.asText(), facts.minorsSale().stance().term(), facts.minorsSale().evidence());
            case "dnt" -> equal(fact, expected.asText(), facts.dnt().stance().term(), facts.dnt().evidence());
            case "gpc" -> equal(fact, expected.asText(), facts.gpc().stance().term(), facts.gpc().evidence());
            case "retention" -> parts(fact, expected, facts.retention().evidence(), Map.of(
                    "kinds", sorted(facts.retention().kinds(), Term::term),
                    "durations", sorted(facts.retention().durations(), Function.identity())));
            case "children" -> parts(fact, expected, facts.children().evidence(), Map.of(
                    "age", String.valueOf(facts.children().age()),
                    "other_ages", sorted(facts.children().otherAges(), String::valueOf),
                    "stance", facts.children().stance().term()));
            case "last_updated" -> equal(fact, shown(expected), String.valueOf(facts.lastUpdated().value()), facts.lastUpdated().evidence());
            case "effective" -> equal(fact, shown(expected), String.valueOf(facts.effective().value()), facts.effective().evidence());
            case "rights" -> set(fact, expected, facts.rights(), Term::term);
            case "authorized_agent" -> equal(
                    fact, shown(expected), String.valueOf(facts.authorizedAgent().value()), facts.authorizedAgent().evidence());
            case "request_methods" -> set(fact, expected, facts.requestMethods(), Term::term);
            default -> fail("the expectations name an unknown fact: " + fact);
        }
    }

    private static void parts(String fact, JsonNode expected, List<Evidence> evidence, Map<String, String> got) {
        List<Executable> checks = new ArrayList<>();
        expected.properties().forEach(entry -> checks.add(() -> {
            assertTrue(got.containsKey(entry.getKey()), "the expectations name an unknown part of " + fact + ": " + entry.getKey());
            equal(fact + " " + entry.getKey(), shown(entry.getValue()), got.get(entry.getKey()), evidence);
        }));
        assertAll(checks);
    }

    private static <E extends Enum<E>> void set(String fact, JsonNode expected, SetFact<E> got, Function<? super E, String> word) {
        equal(fact, shown(expected), sorted(got.values(), word), got.evidence());
    }

    private static void equal(String fact, String expected, String got, List<Evidence> evidence) {
        assertEquals(expected, got, () -> fact + ", on the words " + evidence.stream().map(e -> "line " + e.line() + ": “" + e.quote() + "”").toList());
    }

    private static <E> String sorted(List<E> values, Function<? super E, String> word) {
        return new TreeSet<>(values.stream().map(word).toList()).toString();
    }

    private static String shown(JsonNode expected) {
        if (!expected.isArray()) {
            return expected.asText();
        }
        TreeSet<String> values = new TreeSet<>();
        expected.forEach(value -> values.add(value.asText()));
        return values.toString();
    }

    @Test
    void samplesAgreeWithTheirLabels() throws IOException {
        Evaluation evaluation = Evaluation.of(SAMPLES, ANALYZER);
        assertTrue(evaluation.policies() > 0, "no labels in " + SAMPLES);
        assertEquals(List.of(), evaluation.unread());
        List<String> misses = evaluation.misses().stream().filter(miss -> !miss.startsWith("[basis]")).toList();
        assertEquals("", String.join("\n", misses));
        assertEquals(1, evaluation.overall(), 1e-9);
    }

    @TestFactory
    Stream<DynamicTest> reportsOfSamples() throws IOException {
        List<Path> samples = policies(SAMPLES, 1);
        assertTrue(samples.size() > 0, "no policies in " + SAMPLES);
        return samples.stream().map(sample -> dynamicTest(sample.getFileName().toString(), sample.toUri(), () -> report(sample)));
    }

    private static void report(Path sample) throws IOException {
        // Named in the same way on every platform, and whatever the version.
        Source source = Source.of("samples/" + sample.getFileName(), Files.readAllBytes(sample));
        String got = new JsonReport().render(ANALYZER.analyze(source))
                .replace("\"version\": \"" + Policyscan.version() + "\"", "\"version\": \"any\"");
        Path golden = beside(sample, REPORTS);
        if (UPDATE) {
            Files.createDirectories(REPORTS);
            Files.writeString(golden, got);
            return;
        }
        assertTrue(Files.exists(golden), golden + " is missing; -Dpolicyscan.golden=update writes it");
        List<String> expectedLines = Files.readAllLines(golden);
        List<String> gotLines = got.lines().toList();
        for (int line = 0; line < Math.min(expectedLines.size(), gotLines.size()); line++) {
            if (!Objects.equals(expectedLines.get(line), gotLines.get(line))) {
                assertEquals(expectedLines.get(line), gotLines.get(line), golden + ":" + (line + 1));
            }
        }
        assertEquals(expectedLines.size(), gotLines.size(), "lines of " + golden);
    }

    @Test
    void quotesOfSamplesAreVerbatim() throws IOException {
        for (Path sample : policies(SAMPLES, 1)) {
            Source source = Source.of(sample);
            String text = new DocumentReader().read(source).text();
            JSON.readTree(new JsonReport().render(ANALYZER.analyze(source))).findParents("quote").forEach(evidence -> assertEquals(
                    text.substring(evidence.path("start").asInt(), evidence.path("end").asInt()), evidence.path("quote").asText(), sample.toString()));
        }
    }

    private static List<Path> policies(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> {
                String name = file.getFileName().toString();
                return !name.equals("README.md") && (name.endsWith(".txt") || name.endsWith(".md") || name.endsWith(".html"));
            }).sorted().toList();
        }
    }

    private static Path beside(Path policy, Path folder) {
        String name = policy.getFileName().toString();
        return folder.resolve(name.substring(0, name.lastIndexOf('.')) + ".json");
    }
}
