package dev.policyscan.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.policyscan.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookalikesTest {
    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("samples", name));
    }

    @Test
    void printedFormsOfAPolicyAreAlike() throws Exception {
        Path formats = Path.of("src", "test", "resources", "formats");
        short[] page = Likeness.of(Source.of(formats.resolve("linden-labs.html")));
        assertTrue(Likeness.alike(page, Likeness.of(Source.of(formats.resolve("linden-labs.docx")))));
        assertTrue(Likeness.alike(page, Likeness.of(Source.of(formats.resolve("linden-labs.pdf")))));
    }

    @Test
    void groupsTheSameTemplateUnderOtherNames() throws IOException {
        String orrery = sample("orrery-cloud.md");
        Lookalikes lookalikes = new Lookalikes();
        lookalikes.add(Likeness.of(sample("linden-labs.md"), false));
        lookalikes.add(Likeness.of(orrery, false));
        lookalikes.add(null);
        lookalikes.add(Likeness.of(orrery.replace("Orrery", "Brightwater").replace("2025", "2024"), false));
        lookalikes.add(Likeness.of(sample("tidewater-news.txt"), false));
        lookalikes.add(Likeness.of("<html><style>a {}</style><p>" + orrery.replace("\n", "<br>\n") + "<script>if (1 < 2) go();</script>", true));
        assertArrayEquals(new int[] {0, 1, 2, 1, 4, 1}, lookalikes.groups());
    }

    @Test
    void groupsAPageWithItsArchive() throws IOException {
        Path archive = Path.of("src", "test", "resources", "formats", "pennywhistle-kids.mhtml");
        assertTrue(Likeness.alike(Likeness.of(Source.of(Path.of("samples", "pennywhistle-kids.html"))), Likeness.of(Source.of(archive))));
    }

    @Test
    void doesNotCompareWhatIsTooShort() {
        assertNull(Likeness.of("We collect names. We do not sell them.", false));
        assertNull(Likeness.of("", true));
        assertNull(Likeness.of("<script>".repeat(50_000), true));
    }

    @Test
    void isLinearInTheNumberOfTexts() {
        Random random = new Random(3);
        short[][] templates = new short[50][Likeness.PLACES];
        for (short[] template : templates) {
            for (int i = 0; i < template.length; i++) {
                template[i] = (short) random.nextInt();
            }
        }
        Lookalikes lookalikes = new Lookalikes();
        for (int i = 0; i < 100_000; i++) {
            short[] sketch = templates[i % templates.length].clone();
            sketch[random.nextInt(sketch.length)]++;
            sketch[random.nextInt(sketch.length)]++;
            lookalikes.add(sketch);
        }
        long start = System.nanoTime();
        int[] groups = lookalikes.groups();
        assertTrue(System.nanoTime() - start < 10_000_000_000L);
        for (int i = 0; i < groups.length; i++) {
            assertEquals(i % templates.length, groups[i]);
        }
    }
}
