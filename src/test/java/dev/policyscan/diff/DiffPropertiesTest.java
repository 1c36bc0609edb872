package dev.policyscan.diff;

import static dev.policyscan.diff.Policies.diff;
import static dev.policyscan.diff.Policies.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.policyscan.report.PolicyDiff;
import dev.policyscan.report.PolicyDiff.Change;
import dev.policyscan.report.PolicyDiff.Layer;
import dev.policyscan.report.PolicyDiff.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiffPropertiesTest {
    private static final Map<String, String> SAMPLES = Policies.samples();

    static List<String> names() {
        return List.copyOf(SAMPLES.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aVersionAgainstItselfIsEmpty(String name) {
        PolicyDiff diff = diff(version(name, SAMPLES.get(name)), version(name, SAMPLES.get(name)));
        assertEquals(List.of(), diff.changes());
        assertEquals(Severity.COSMETIC, diff.verdict());
        assertTrue(diff.identical());
    }

    @ParameterizedTest
    @MethodSource("names")
    void bothDirectionsMirrorEachOther(String name) {
        List<String> names = names();
        Version one = version(name, SAMPLES.get(name));
        for (String other : List.of(names.get((names.indexOf(name) + 1) % names.size()), names.get((names.indexOf(name) + 3) % names.size()))) {
            mirrors(one, version(other, SAMPLES.get(other)));
        }
        for (int seed = 0; seed < 3; seed++) {
            mirrors(one, version(name, edited(SAMPLES.get(name), seed)));
        }
    }

    private static void mirrors(Version a, Version b) {
        PolicyDiff there = diff(a, b);
        PolicyDiff back = diff(b, a);
        assertEquals(there, back.reversed());
        assertEquals(there.verdict(), back.verdict());
        assertEquals(there.changes().size(), back.changes().size());
        assertEquals(count(there, PolicyDiff.What.ADDED), count(back, PolicyDiff.What.REMOVED));
        assertEquals(there.changes().stream().filter(c -> c.direction() == PolicyDiff.Direction.WEAKENS).count(),
                back.changes().stream().filter(c -> c.direction() == PolicyDiff.Direction.STRENGTHENS).count());
    }

    private static long count(PolicyDiff diff, PolicyDiff.What what) {
        return diff.changes().stream().filter(c -> c.what() == what).count();
    }

    /** The text with paragraphs dropped, doubled and exchanged. */
    private static String edited(String text, int seed) {
        Random random = new Random(seed);
        List<String> paragraphs = new ArrayList<>(List.of(text.split("\n\n")));
        for (int i = 0; i < 6; i++) {
            int at = random.nextInt(paragraphs.size());
            switch (i % 3) {
                case 0 -> paragraphs.remove(at);
                case 1 -> paragraphs.add(at, paragraphs.get(random.nextInt(paragraphs.size())));
                default -> paragraphs.set(at, paragraphs.get(at).replace("We ", "Our partners "));
            }
        }
        return String.join("\n\n", paragraphs);
    }

    @ParameterizedTest
    @MethodSource("names")
    void anotherFormOfAPolicyHasNoMaterialChange(String name) {
        Version own = version(name, SAMPLES.get(name));
        String stem = name.substring(0, name.indexOf('.'));
        for (Version form : List.of(version(stem + ".html", Policies.html(own.document())), version(stem + ".md", Policies.markdown(own.document())),
                version(stem + ".pdf", Policies.pdf(own.document())))) {
            PolicyDiff diff = diff(own, form);
            List<Change> material = diff.changes().stream().filter(c -> c.severity() == Severity.MATERIAL).toList();
            assertEquals(List.of(), material);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void shuffledAndRestyledIsCosmetic(String name) {
        String text = SAMPLES.get(name);
        if (name.endsWith(".html")) {
            return;
        }
        for (int seed = 0; seed < 4; seed++) {
            List<String> paragraphs = new ArrayList<>(List.of(text.split("\n\n")));
            Collections.shuffle(paragraphs, new Random(seed));
            String restyled = String.join("\n\n", paragraphs).replace("\n- ", "\n*   ").replace("\n• ", "\n- ").replace("**", "").replace('“', '"').replace('”', '"').replace('’', '\'');
            assertNotEquals(text, restyled);
            PolicyDiff diff = diff(version(name, text), version(name, restyled));
            assertEquals(Severity.COSMETIC, diff.verdict(), diff.changes().stream().filter(c -> c.severity() != Severity.COSMETIC).toList().toString());
            assertTrue(diff.changes().stream().allMatch(c -> c.layer() == Layer.CLAUSE), "no fact changed");
        }
    }

    @Test
    void whiteSpaceAndLineEndsSayNothing() {
        String text = SAMPLES.get("linden-labs.md");
        PolicyDiff diff = diff(text, text.replace("\n", "\r\n").replace(" you ", "\u00a0you  ").replace("- **", "*   **"));
        assertEquals(List.of(), diff.changes());
    }
}
