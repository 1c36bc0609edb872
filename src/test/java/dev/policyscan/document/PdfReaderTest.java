package dev.policyscan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.policyscan.source.MediaType;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class PdfReaderTest {
    private static final String[] PROSE = {
        "We mend umbrellas, and we remember whose umbrella stands in which corner of the shop until it",
        "is fetched. We write the name of its owner and a telephone number on a label of brown paper,",
        "and we burn the label when the umbrella has gone home.",
    };

    private static PolicyDocument read(Paper paper) throws SourceException {
        return new DocumentReader().read(Source.of("umbrellas.pdf", paper.bytes()));
    }

    private static String sketch(Paper paper) throws SourceException {
        return Sketch.of(read(paper));
    }

    private static String refused(byte[] pdf) {
        return assertThrows(SourceException.class, () -> new DocumentReader().read(new Source("x.pdf", pdf, MediaType.PDF, null))).getMessage();
    }

    @Test
    void largerLettersAreHeadingsAndLinesAreJoined() throws Exception {
        Paper paper = new Paper().page()
                .text(72, 80, 20, true, "Umbrella Policy")
                .text(72, 120, 14, true, "What We Write Down")
                .lines(72, 145, PROSE)
                .text(72, 190, 10, true, "On paper")
                .lines(72, 210, PROSE)
                .text(72, 260, 14, true, "Contact")
                .lines(72, 285, PROSE);
        PolicyDocument document = read(paper);
        String prose = String.join(" ", PROSE);
        assertEquals("""
                # Umbrella Policy
                ## What We Write Down
                %1$s
                ### On paper
                %1$s
                ## Contact
                %1$s
                """.formatted(prose), Sketch.of(document));
        assertEquals("Umbrella Policy", document.title());
        assertEquals(2, document.sections().get(1).line());
        assertEquals(10, document.sections().get(3).line());
    }

    @Test
    void paragraphsGoOnOverPagesWithoutHeadersAndPageNumbers() throws Exception {
        Paper paper = new Paper();
        String[] ends = {"and so on to the", "next page of it.", "Then we stop at last."};
        for (int i = 0; i < 3; i++) {
            paper.page().text(72, 40, 9, false, "Umbrella Menders - Privacy").lines(72, 90, PROSE).lines(72, 140, PROSE[0], PROSE[1], PROSE[0] + " x", ends[i])
                    .text(300, 760, 9, false, "Page " + (i + 1) + " of 3");
        }
        String text = sketch(paper);
        assertFalse(text.contains("Menders"), text);
        assertFalse(text.contains("Page"), text);
        assertTrue(text.contains("Then we stop at last."), text);
    }

    @Test
    void sentencesThatComeAgainInOtherNumbersAreNoHeaders() throws Exception {
        Paper paper = new Paper();
        for (int i = 1; i < 5; i++) {
            paper.page().lines(72, 60, "In the year of the shop " + i + " we kept the labels of umbrellas for " + i + " weeks and then burnt them.").lines(72, 100, PROSE);
        }
        String text = sketch(paper);
        for (int i = 1; i < 5; i++) {
            assertTrue(text.contains("for " + i + " weeks"), text);
        }
    }

    @Test
    void hyphensAtLineEndsAreJoined() throws Exception {
        assertEquals("We keep information of third-party menders, and a label of the self-made kind. Information is third-party matter, as is the umbrella.\n",
                sketch(new Paper().page().lines(72, 100, "We keep infor-", "mation of third-", "party menders, and a label of the self-", "made kind. Information is third-party matter, as is the um-",
                        "brella.")));
    }

    @Test
    void columnsAreReadOneAfterTheOther() throws Exception {
        Paper paper = new Paper().page().text(180, 60, 18, true, "The Umbrella Policy");
        String[] left = new String[12];
        String[] right = new String[12];
        for (int i = 0; i < 12; i++) {
            left[i] = "the left side says to you number " + word(i) + " of the";
            right[i] = "on the right it goes on with " + word(i) + " and the";
        }
        paper.lines(72, 100, left).lines(305, 104, right);
        assertEquals("# The Umbrella Policy\n" + String.join(" ", left) + " " + String.join(" ", right) + "\n", sketch(paper));
    }

    private static String word(int i) {
        return new String[] {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}[i];
    }

    @Test
    void tablesWithoutLinesAreFoundByPosition() throws Exception {
        Paper paper = new Paper().page().lines(72, 60, PROSE).text(72, 120, 10, true, "Category").text(230, 120, 10, true, "Examples").text(470, 120, 10, true, "Collected")
                .text(72, 140, "A. Identifiers").lines(230, 140, "The name of the owner, the colour of the", "umbrella").text(470, 140, "Yes")
                .lines(72, 172, "E. Biometric", "information").lines(230, 172, "The grip of the owner's hand on the", "handle, as far as it can be told from the", "varnish").text(470, 172, "No")
                .text(72, 216, "G. Geolocation").lines(230, 216, "Where it rained").text(470, 216, "Yes")
                .lines(72, 260, PROSE);
        PolicyDocument document = read(paper);
        assertEquals("""
                *Category|*Examples|*Collected|
                A. Identifiers|The name of the owner, the colour of the umbrella|Yes|
                E. Biometric information|The grip of the owner's hand on the handle, as far as it can be told from the varnish|No|
                G. Geolocation|Where it rained|Yes|
                """, Sketch.table(document, 0));
        assertEquals(1, document.tables().size());
    }

    @Test
    void fullLinesOfCellsEndNoTable() throws Exception {
        Paper paper = new Paper().page().text(72, 60, "What we bake stands in this table.");
        String[][] rows = {{"What", "How long we keep it"}, {"Rolls", "A day"}, {"Bread", "A week"}, {"Cakes", "Three days"}, {"Rolls and bread that were", "Nobody keeps them"}, {"ordered", ""}, {"Rusks", "A year"}};
        for (int i = 0; i < rows.length; i++) {
            float y = 90 + 20 * i - (i > 4 ? 8 : 0);
            paper.text(72, y, rows[i][0]);
            if (!rows[i][1].isEmpty()) {
                paper.text(193, y, rows[i][1]);
            }
        }
        PolicyDocument document = read(paper);
        assertEquals(1, document.tables().size(), Sketch.of(document));
        assertEquals("What|How long we keep it|\nRolls|A day|\nBread|A week|\nCakes|Three days|\nRolls and bread that were ordered|Nobody keeps them|\nRusks|A year|\n",
                Sketch.table(document, 0));
    }

    @Test
    void tablesWithLinesKeepTheirSpans() throws Exception {
        Paper paper = new Paper().page().lines(72, 60, PROSE);
        for (float y : new float[] {100, 120, 140, 160}) {
            paper.rule(y == 140 ? 200 : 72, y, 500, y);
        }
        paper.rule(72, 100, 72, 160).rule(200, 100, 200, 160).rule(350, 120, 350, 160).rule(500, 100, 500, 160);
        paper.text(76, 114, 10, true, "Kind").text(300, 114, 10, true, "What happens")
                .text(76, 134, "Umbrellas").text(204, 134, "mended").text(354, 134, "kept")
                .text(204, 154, "oiled").text(354, 154, "returned");
        assertEquals("""
                *Kind|*What happens|*What happens|
                Umbrellas|mended|kept|
                Umbrellas|oiled|returned|
                """, Sketch.table(read(paper), 0));
    }

    @Test
    void checkMarksOfSymbolFontsAreRead() throws Exception {
        Paper paper = new Paper().page().lines(72, 60, PROSE);
        for (int line = 0; line < 5; line++) {
            paper.rule(72, 100 + 20 * line, 400, 100 + 20 * line);
        }
        paper.rule(72, 100, 72, 180).rule(250, 100, 250, 180).rule(325, 100, 325, 180).rule(400, 100, 400, 180);
        paper.text(76, 114, 10, true, "Category").text(254, 114, 10, true, "Collected").text(329, 114, 10, true, "Sold");
        String[] names = {"A. Identifiers", "E. Biometric information", "G. Geolocation data"};
        for (int i = 0; i < 3; i++) {
            paper.text(76, 134 + 20 * i, names[i]).sign(270, 134 + 20 * i, i == 1 ? "\u2718" : "\u2714");
            if (i == 2) {
                paper.sign(345, 134 + 20 * i, "\u2713");
            }
        }
        assertEquals("""
                *Category|*Collected|*Sold|
                A. Identifiers|\u2714|-|
                E. Biometric information|\u2718|-|
                G. Geolocation data|\u2714|\u2713|
                """, Sketch.table(read(paper), 0));
    }

    @Test
    void tablesGoOnOverPages() throws Exception {
        Paper paper = new Paper();
        String[] names = {"Identifiers", "Commercial information", "Biometric information", "Geolocation data"};
        for (int i = 0; i < 2; i++) {
            float y = i == 0 ? 680 : 60;
            paper.page();
            if (i == 0) {
                paper.lines(72, 60, PROSE);
            }
            for (int line = 0; line < 4; line++) {
                paper.rule(72, y - 14 + 20 * line, 400, y - 14 + 20 * line);
            }
            paper.rule(72, y - 14, 72, y + 46).rule(300, y - 14, 300, y + 46).rule(400, y - 14, 400, y + 46);
            paper.text(76, y, 10, true, "Category").text(304, y, 10, true, "Sold");
            paper.text(76, y + 20, names[2 * i]).text(304, y + 20, "No").text(76, y + 40, names[2 * i + 1]).text(304, y + 40, "Yes");
        }
        assertEquals("""
                *Category|*Sold|
                Identifiers|No|
                Commercial information|Yes|
                Biometric information|No|
                Geolocation data|Yes|
                """, Sketch.table(read(paper), 0));
    }

    @Test
    void bulletsAreListsEvenWhereTheyAreDrawn() throws Exception {
        Paper paper = new Paper().page().text(72, 100, "We write down:")
                .text(90, 120, "\u2022").text(104, 120, "the name of the owner, which we ask for when the umbrella is handed over the")
                .text(104, 132, "counter;")
                .text(90, 146, "\u2022").text(104, 146, "the weather, as").text(120, 160, "- rain or").text(120, 174, "- hail;")
                .disc(91, 191).text(104, 194, "the day.")
                .lines(72, 220, PROSE);
        assertEquals("""
                We write down:
                - the name of the owner, which we ask for when the umbrella is handed over the counter;
                - the weather, as
                  - rain or
                  - hail;
                - the day.
                %s
                """.formatted(String.join(" ", PROSE)), sketch(paper));
    }

    @Test
    void linksKeepTheirTargets() throws Exception {
        PolicyDocument document = read(new Paper().page().text(72, 100, "Ask at our shop whenever you like.").link(108, 100, 40, "https://umbrellas.example/ask"));
        assertEquals(1, document.links().size());
        Link link = document.links().get(0);
        assertEquals("https://umbrellas.example/ask", link.target());
        assertEquals("our shop", document.quote(link.start(), link.end()).strip().replace("at ", ""));
    }

    @Test
    void footnotesDoNotInterrupt() throws Exception {
        Paper paper = new Paper().page().lines(72, 600, PROSE[0], PROSE[1], PROSE[0], "with the menders" ).text(152, 633, 6, false, "1")
                .text(158, 636, "of the whole country, who are many and who keep what they are told to the")
                .text(72, 697, 6, false, "1").text(77, 700, 8, false, "Menders are listed in the shop.")
                .page().lines(72, 60, "end of the season.");
        String text = sketch(paper);
        assertTrue(text.contains("with the menders of the whole country, who are many and who keep what they are told to the end of the season."), text);
        assertTrue(text.endsWith("\nMenders are listed in the shop.\n"), text);
    }

    @Test
    void pagesLyingOnTheirSideAreRead() throws Exception {
        Paper paper = new Paper().page();
        paper.upwards().lines(72, 200, PROSE).rotate(90);
        assertEquals(String.join(" ", PROSE) + "\n", sketch(paper));
    }

    @Test
    void titlesThatProgramsMakeUpAreNoTitles() throws Exception {
        assertEquals("Umbrella Menders", read(new Paper().title("Umbrella Menders").page().lines(72, 100, PROSE)).title());
        assertEquals(null, read(new Paper().title("Microsoft Word - final_v3.docx").page().lines(72, 100, PROSE)).title());
    }

    @Test
    void namesWhatCannotBeRead() throws Exception {
        assertEquals("is a PDF with no text; it looks scanned; run OCR and pass the result", refused(new Paper().page().picture().bytes()));
        assertEquals("is a PDF with no text; there is nothing to read", refused(new Paper().page().bytes()));
        assertEquals("is encrypted; open it with its password and save it without one", refused(new Paper().page().lines(72, 100, PROSE).encrypt("secret").bytes()));
        byte[] whole = new Paper().page().lines(72, 100, PROSE).bytes();
        assertEquals("is a damaged PDF; get the file again or save it anew", refused(Arrays.copyOf(whole, 100)));
        assertEquals("is a damaged PDF; get the file again or save it anew", refused(("%PDF-1.4\n1 0 obj\n" + "[".repeat(200_000)).getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void readsWhatOnlyForbidsChanges() throws Exception {
        assertEquals(String.join(" ", PROSE) + "\n", sketch(new Paper().page().lines(72, 100, PROSE).encrypt("")));
    }

    @Test
    void refusesWhatUnpacksWithoutEnd() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            byte[] blank = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(blank);
            }
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(("%PDF-1.4\n1 0 obj <</Filter/FlateDecode/Length " + packed.size() + ">>\nstream\n").getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(packed.toByteArray());
        pdf.writeBytes("\nendstream endobj\n".getBytes(StandardCharsets.US_ASCII));
        assertTimeout(Duration.ofSeconds(10), () -> assertEquals("holds more than is ever read of a PDF; pass the policy alone", refused(pdf.toByteArray())));
    }
}
