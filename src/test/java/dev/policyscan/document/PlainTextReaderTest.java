package dev.policyscan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlainTextReaderTest {
    private static final String PROSE = "We keep a small bakery and we would rather knead dough than read your letters to us.";

    @Test
    void numberedHeadingsNest() {
        PolicyDocument document = Sketch.text("""
                1. Information We Collect

                %1$s

                1.1 What You Give Us

                %1$s

                1.2 What We See

                %1$s

                2. Contact

                %1$s
                """.formatted(PROSE));
        assertEquals("""
                Information We Collect
                  What You Give Us
                  What We See
                Contact
                """, Sketch.sections(document));
        assertEquals("s1", document.sections().get(1).parent());
        assertNull(document.sections().get(3).parent());
        assertEquals(13, document.sections().get(3).line());
    }

    @Test
    void romanNumeralsAndLettersNestByWhichCameFirst() {
        PolicyDocument document = Sketch.text("""
                IV. OUR BREAD

                %1$s

                A. Rye

                %1$s

                B. Wheat

                %1$s

                V. OUR CAKES

                %1$s
                """.formatted(PROSE));
        assertEquals("""
                OUR BREAD
                  Rye
                  Wheat
                OUR CAKES
                """, Sketch.sections(document));
    }

    @Test
    void capitalsTitleCaseAndQuestions() {
        PolicyDocument document = Sketch.text("""
                WHAT WE BAKE

                %1$s

                Loaves And Rolls

                %1$s

                Do we sell your recipes?

                %1$s

                HOW TO REACH US

                %1$s
                """.formatted(PROSE));
        assertEquals("""
                WHAT WE BAKE
                  Loaves And Rolls
                  Do we sell your recipes?
                HOW TO REACH US
                """, Sketch.sections(document));
    }

    @Test
    void bulletedCapitalsAreHeadings() {
        PolicyDocument document = Sketch.text("""
                  \u2022  DATA RETENTION

                \u00a0

                %1$s

                ,

                  \u2022  \u201cDO NOT TRACK\u201d DISCLOSURE

                We send:

                  \u2022 bread;
                  \u2022 cake.
                """.formatted(PROSE));
        assertEquals("""
                # DATA RETENTION
                %1$s
                # \u201cDO NOT TRACK\u201d DISCLOSURE
                We send:
                - bread;
                - cake.
                """.formatted(PROSE), Sketch.of(document));
    }

    @Test
    void headingsThatRunIntoTheirParagraph() {
        PolicyDocument document = Sketch.text("""
                OUR PARTNERS

                Service Providers.\u00a0\u00a0We may share a crust with the millers who work for us.

                Right to Delete:  California residents may ask us to forget what they ordered.

                Note: We close on Mondays, and nothing that is said here changes that at all.
                """);
        assertEquals("""
                # OUR PARTNERS
                ## Service Providers.
                We may share a crust with the millers who work for us.
                ## Right to Delete:
                California residents may ask us to forget what they ordered.
                Note: We close on Mondays, and nothing that is said here changes that at all.
                """, Sketch.of(document));
    }

    @Test
    void wrappedLinesAreOneParagraph() {
        PolicyDocument document = Sketch.text("""
                Our Ovens

                We bake in ovens that are heated with wood from the forest behind the
                house, and while they are hot we also roast the chestnuts that children
                bring us. In return for the chestnuts, of which there are never enough,
                they get a bun.

                We use these:
                - the large oven, which holds sixty loaves and which has to be lit at
                  two in the morning;
                - the small one.

                Another paragraph that is long enough to reach the margin of this page
                and then ends.
                """);
        assertEquals("""
                # Our Ovens
                We bake in ovens that are heated with wood from the forest behind the/house, and while they are hot we also roast the chestnuts that children/bring us. In return for the chestnuts, of which there are never enough,/they get a bun.
                We use these:
                - the large oven, which holds sixty loaves and which has to be lit at/  two in the morning;
                - the small one.
                Another paragraph that is long enough to reach the margin of this page/and then ends.
                """, Sketch.of(document));
    }

    @Test
    void everyLineIsAParagraphWhereNothingIsWrapped() {
        PolicyDocument document = Sketch.text("""
                What We Collect
                We write down what you order and when you would like to fetch it from the counter, and nothing else.
                What We Share
                We tell the miller how much flour we need, which tells him nothing about you or about your breakfast.
                """);
        assertEquals("What We Collect\nWhat We Share\n", Sketch.sections(document));
    }

    @Test
    void listsNestByIndentationAndKnowWhatIntroducesThem() {
        PolicyDocument document = Sketch.text("""
                We collect the following:

                  1) names;
                  2) orders, such as
                     (a) bread
                     (b) cake
                  3) complaints.
                """);
        assertEquals("""
                We collect the following:
                - names;
                - orders, such as
                  - bread
                  - cake
                - complaints.
                """, Sketch.of(document));
        assertEquals(0, document.blocks().get(1).lead());
        assertEquals(2, document.blocks().get(3).lead());
        assertEquals(0, document.blocks().get(5).lead());
    }

    @Test
    void shortLinesAfterAColonAreAList() {
        PolicyDocument document = Sketch.text("""
                We ask you for:
                your name;
                your street; and
                your favourite cake.

                Last year we passed on these categories for a business purpose:
                Category A: Identifiers.
                Category D: Commercial information.

                That is all there is to say about it, and we are glad that it is not more than this.
                """);
        assertEquals("""
                We ask you for:
                - your name;
                - your street; and
                - your favourite cake.
                Last year we passed on these categories for a business purpose:
                - Category A: Identifiers.
                - Category D: Commercial information.
                That is all there is to say about it, and we are glad that it is not more than this.
                """, Sketch.of(document));
    }

    @Test
    void theTableOfContentsIsNoSection() {
        PolicyDocument document = Sketch.text("""
                Skip to main content

                Tern Bakery Privacy Policy

                Contents

                1. What We Collect

                2. What We Share

                3. How To Reach Us

                1. WHAT WE COLLECT

                %1$s

                2. WHAT WE SHARE

                %1$s

                3. HOW TO REACH US

                %1$s

                Back to top
                """.formatted(PROSE));
        assertEquals("Tern Bakery Privacy Policy", document.title());
        assertEquals("""
                Tern Bakery Privacy Policy
                  WHAT WE COLLECT
                  WHAT WE SHARE
                  HOW TO REACH US
                """, Sketch.sections(document));
        assertTrue(!Sketch.of(document).contains("Skip to") && !Sketch.of(document).contains("Back to"), Sketch.of(document));
    }

    @Test
    void addressesAreNoHeadings() {
        PolicyDocument document = Sketch.text("""
                Contact Us

                Please write to us at the address below, and we will answer as soon as the ovens are cold.

                Tern Bakery, LLC

                Attn: Privacy

                12 Mill Lane

                Ashby, ME 04001

                Thank you for reading all of this, which is more than most of our customers ever do.
                """);
        assertEquals("Contact Us\n", Sketch.sections(document));
    }

    @Test
    void pipeTablesWithAndWithoutRulesAndBars() {
        PolicyDocument document = Sketch.text("""
                This is what we collect:
                Category | Examples | Collected |
                ---|---|---|
                A. Identifiers | Your name, and the name of your dog | YES |
                E. Biometric | Floury fingerprints | NO |

                | What | How long |
                | Orders | two years |
                """);
        assertEquals("""
                *Category|*Examples|*Collected|
                A. Identifiers|Your name, and the name of your dog|YES|
                E. Biometric|Floury fingerprints|NO|
                """, Sketch.table(document, 0));
        assertEquals(0, document.tables().get(0).lead());
        assertTrue(document.tables().get(0).rows().get(0).header());
        assertEquals("What|How long|\nOrders|two years|\n", Sketch.table(document, 1));
    }

    @Test
    void aTableThatBeginsWithItsRuleHasNoHeader() {
        PolicyDocument document = Sketch.text("---|---\nOrders | two years\nLetters | one year\n");
        assertEquals("Orders|two years|\nLetters|one year|\n", Sketch.table(document, 0));
    }

    @Test
    void tablesFlattenedToLinesAreFound() {
        PolicyDocument document = Sketch.text("""
                What we collected last year is this:

                Category

                Examples

                Collected

                A. Identifiers.

                Your name and your telephone number.

                YES

                B. Customer records.

                Your street.

                It overlaps with the category above.

                YES

                C. Protected characteristics.

                Your age.

                NO

                After the table the text goes on as it did before, with a sentence that is long enough.
                """);
        assertEquals("""
                *Category|*Examples|*Collected|
                A. Identifiers.|Your name and your telephone number.|YES|
                B. Customer records.|Your street.//It overlaps with the category above.|YES|
                C. Protected characteristics.|Your age.|NO|
                """, Sketch.table(document, 0));
    }

    @Test
    void theTextStaysAsItIs() {
        String text = "PRIVACY\u00a0POLICY\r\n\r\nWe\u00a0collect\u200b names.\r\rWe keep them.\n";
        PolicyDocument document = Sketch.text(text);
        assertEquals(text, document.text());
        assertEquals(5, document.lineAt(text.indexOf("We keep")));
        assertEquals("PRIVACY POLICY", document.title());
    }

    @Test
    void markdownHeadingsInPlainText() {
        PolicyDocument document = Sketch.text("""
                # Privacy

                %1$s

                Ovens
                -----

                %1$s

                **Flour**

                %1$s
                """.formatted(PROSE));
        assertEquals("Privacy\n  Ovens\n    Flour\n", Sketch.sections(document));
    }

    @Test
    void linksAreFoundInPlainText() {
        PolicyDocument document = Sketch.text("See https://tern.example/privacy. Or write.");
        assertEquals("https://tern.example/privacy", document.links().get(0).target());
    }

    @Test
    void nothingIsNothing() {
        PolicyDocument document = Sketch.text(" \n-----\n\u00a0");
        assertTrue(document.blocks().isEmpty() && document.sentences().isEmpty());
        assertNull(document.title());
    }
}
