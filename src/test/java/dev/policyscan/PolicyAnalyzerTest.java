package dev.policyscan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.policyscan.facts.PolicyFacts;
import dev.policyscan.report.JsonReport;
import dev.policyscan.report.PolicyReport;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The front door: what is no policy, the same bytes each time, and one analyzer for many threads. */
class PolicyAnalyzerTest {
    private static final PolicyAnalyzer ANALYZER = Policyscan.analyzer();

    private static PolicyReport analyze(String text) throws SourceException {
        return ANALYZER.analyze(Source.of("text.txt", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String json(PolicyAnalyzer analyzer, Path path) throws Exception {
        StringWriter out = new StringWriter();
        new JsonReport().write(analyzer.analyze(Source.of(path)), out);
        return out.toString();
    }

    private static List<Path> samples() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(file -> !file.toString().endsWith(".json")).sorted().toList();
        }
    }

    @Test
    void recipeIsNoPolicy() throws Exception {
        PolicyReport report = analyze("""
                Oat Cookies

                Heat the oven to 180 degrees. Mix the butter with the sugar and beat in the egg. Stir in the oats, the flour
                and the raisins. Put spoonfuls on a tray and bake them for twelve minutes. Keep the cookies in a tin for up to
                ten days; do not sell them on the day you bake them, they are better later. Children under 13 like them warm.
                """);
        assertFalse(report.document().isPrivacyPolicy());
        assertEquals(PolicyFacts.NONE, report.facts());
    }

    @Test
    void termsOfServiceAreNoPolicy() throws Exception {
        PolicyReport report = analyze("""
                TERMS OF SERVICE

                1. Your account. You must be at least 18 years old to open an account, and you keep your password to yourself.
                2. Orders. We sell tools and seeds. Prices include tax. We may refuse an order that we cannot fill.
                3. Returns. You may return goods within 30 days of delivery if they are unused; we refund what you paid.
                4. Liability. The service comes as it is. We are not liable for lost profits, as far as the law allows that.
                5. Law. These terms are governed by the law of the State of Vermont. How we treat personal information stands in
                our privacy policy.
                """);
        assertFalse(report.document().isPrivacyPolicy());
        assertEquals(PolicyFacts.NONE, report.facts());
    }

    @Test
    void anotherLanguageIsNamedAndNotRead() throws Exception {
        PolicyReport report = analyze("""
                Datenschutzerklärung

                Wir verkaufen Ihre Daten nicht. Wir erheben Ihren Namen, Ihre Anschrift und Ihre E-Mail-Adresse, wenn Sie bei uns
                ein Konto eröffnen. Die Daten werden gelöscht, sobald sie für die Zwecke, für die sie erhoben wurden, nicht mehr
                erforderlich sind. Sie haben das Recht auf Auskunft, Berichtigung und Löschung, und Sie können sich mit einer
                Beschwerde an die zuständige Aufsichtsbehörde wenden. Der Zugriff auf die Seite wird mit der Adresse des Rechners
                für die Dauer von dreißig Tagen gespeichert, damit wir Störungen und Missbrauch erkennen und beheben können.
                """);
        assertEquals("de", report.document().language());
        assertFalse(report.document().isPrivacyPolicy());
        assertEquals(PolicyFacts.NONE, report.facts());
    }

    @Test
    void blankTextIsRefused() {
        assertThrows(SourceException.class, () -> analyze(" \n\t \n"));
    }

    @Test
    void reportsNameWhatWasRead() throws Exception {
        PolicyReport report = ANALYZER.analyze(Source.of(Path.of("samples", "linden-labs.md")));
        assertTrue(report.document().isPrivacyPolicy());
        assertEquals("en", report.document().language());
        assertEquals("UTF-8", report.source().charset());
        assertTrue(report.document().words() > 1000);
        assertFalse(report.clauses().isEmpty());
    }

    @Test
    void twoAnalyzersGiveTheSameBytes() throws Exception {
        PolicyAnalyzer other = Policyscan.analyzer();
        for (Path sample : samples()) {
            assertEquals(json(ANALYZER, sample), json(other, sample), sample.toString());
        }
    }

    @Test
    void eightThreadsGiveTheReportsOfOne() throws Exception {
        List<Path> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            work.addAll(samples());
        }
        List<String> expected = new ArrayList<>();
        for (Path path : work) {
            expected.add(json(ANALYZER, path));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < work.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(8));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i : order) {
                calls.add(() -> json(ANALYZER, work.get(i)));
            }
            List<Future<String>> results = threads.invokeAll(calls);
            for (int i = 0; i < order.size(); i++) {
                assertEquals(expected.get(order.get(i)), results.get(i).get(), work.get(order.get(i)).toString());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void garbageTakesLinearTime() throws Exception {
        StringBuilder words = new StringBuilder("# Privacy Policy\n\n");
        while (words.length() < 2_000_000) {
            words.append("we do not sell or share your personal information with ( [ | * , ");
        }
        PolicyReport report = analyze(words.toString());
        assertTrue(report.document().isPrivacyPolicy());
    }
}
