package dev.policyscan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MarkdownReaderTest {
    private static final String PROSE = "We mend umbrellas, and we remember only whose umbrella stands in which corner of the shop.";

    @Test
    void headingsNest() {
        PolicyDocument document = Sketch.markdown("""
                Umbrella Policy
                ===============

                ## 1\\. What We Collect

                %1$s

                ### On paper

                %1$s

                ## 2\\. Contact

                %1$s
                """.formatted(PROSE));
        assertEquals("""
                Umbrella Policy
                  What We Collect
                    On paper
                  Contact
                """, Sketch.sections(document));
        assertEquals("## 1. What We Collect", Sketch.of(document).split("\n")[1]);
        assertEquals(4, document.sections().get(1).line());
    }

    @Test
    void boldLinesAndBoldOpeningsAreHeadings() {
        PolicyDocument document = Sketch.markdown("""
                **What We Collect**

                %1$s

                **Cookies.** We set one to know which umbrella you looked at.

                **Letters** \u2014 We keep them in a drawer that is never locked, because nobody reads them.

                **When you call us**, we answer.
                """.formatted(PROSE));
        assertEquals("""
                # What We Collect
                %1$s
                ## Cookies.
                We set one to know which umbrella you looked at.
                ## Letters
                We keep them in a drawer that is never locked, because nobody reads them.
                When you call us, we answer.
                """.formatted(PROSE), Sketch.of(document));
    }

    @Test
    void linesWithLabelsOfColumnsStandAlone() {
        PolicyDocument document = Sketch.markdown("""
                %1$s

                Category: Identifiers
                Disclosed to: Movers
                Do we sell it?: No

                Email: desk@tern.example
                Website: tern.example
                """.formatted(PROSE));
        assertEquals("""
                %1$s
                Category: Identifiers
                Disclosed to: Movers
                Do we sell it?: No
                Email: desk@tern.example Website: tern.example
                """.formatted(PROSE), Sketch.of(document));
    }

    @Test
    void plainNumbersStandUnderBoldHeadings() {
        PolicyDocument document = Sketch.markdown("""
                **About This Notice**

                %1$s

                **What We Collect**

                %1$s

                1\\. Names of customers

                %1$s

                2\\. Colours of umbrellas

                %1$s

                **Do Not Track**

                %1$s
                """.formatted(PROSE));
        assertEquals("""
                About This Notice
                What We Collect
                  Names of customers
                  Colours of umbrellas
                Do Not Track
                """, Sketch.sections(document));
    }

    @Test
    void numbersOnTheirOwnLineBelongToTheNext() {
        PolicyDocument document = Sketch.markdown("""
                1.

                WHAT WE COLLECT

                %1$s

                2.

                WHAT WE SHARE

                %1$s
                """.formatted(PROSE));
        assertEquals("WHAT WE COLLECT\nWHAT WE SHARE\n", Sketch.sections(document));
    }

    @Test
    void listsNestAndParagraphsInThemFollowTheirItem() {
        PolicyDocument document = Sketch.markdown("""
                We collect:

                *   _Examples_
                    *   name
                    *   colour

                    More about these.
                *   Handles
                """);
        assertEquals("""
                We collect:
                - Examples
                  - name
                  - colour
                More about these.
                - Handles
                """, Sketch.of(document));
        assertEquals(1, document.blocks().get(2).lead());
        assertEquals(1, document.blocks().get(4).lead());
        assertEquals(0, document.blocks().get(5).lead());
        assertEquals("We collect:\n\nExamples\nname\ncolour\n\nMore about these.\n\nHandles", document.text());
    }

    @Test
    void bulletsThatAreOnlyTypedAreListItems() {
        PolicyDocument document = Sketch.markdown("We use:\n\n\u2022 cloth\n\n\u2022 wire  \n\u2022 glue\n");
        assertEquals("We use:\n- cloth\n- wire\n- glue\n", Sketch.of(document));
    }

    @Test
    void tables() {
        PolicyDocument document = Sketch.markdown("""
                What we collect:

                | Category | Collected |
                |---|---|
                | **A. Identifiers**<br>name, street | YES |
                | K. Inferences | |
                """);
        assertEquals("""
                *Category|*Collected|
                A. Identifiers/name, street|YES|
                K. Inferences|-|
                """, Sketch.table(document, 0));
        assertEquals(0, document.tables().get(0).lead());
        assertTrue(document.text().contains("Category\tCollected\nA. Identifiers"), document.text());
    }

    @Test
    void barsWithoutAProperRuleAreATableToo() {
        PolicyDocument document = Sketch.markdown("Category | Collected |\nA. Identifiers | YES |\nE. Biometric | NO |\n");
        assertEquals("Category|Collected|\nA. Identifiers|YES|\nE. Biometric|NO|\n", Sketch.table(document, 0));
    }

    @Test
    void theTextIsWhatPeopleSee() {
        PolicyDocument document = Sketch.markdown("We\u00a0keep  *your*\n**name**\u200b; see [our \u201cterms\u201d](https://brolly.example/t) or `write`.\n");
        assertEquals("We keep your name; see our \u201cterms\u201d or write.", document.text());
        Link link = document.links().get(0);
        assertEquals("our \u201cterms\u201d", document.quote(link.start(), link.end()));
        assertEquals("https://brolly.example/t", link.target());
        assertEquals(1, document.lineAt(0));
        assertEquals(2, document.lineAt(document.text().indexOf("see")));
    }

    @Test
    void aListOfLinksIsTheTableOfContents() {
        PolicyDocument document = Sketch.markdown("""
                # Notice

                1.  [Our umbrellas](#a)
                2.  [Your umbrella](#b)
                3.  [Writing to us](#c)

                ## Our umbrellas

                %1$s

                ## Your umbrella

                %1$s

                ## Writing to us

                %1$s
                """.formatted(PROSE));
        assertEquals("Notice\n  Our umbrellas\n  Your umbrella\n  Writing to us\n", Sketch.sections(document));
    }

    @Test
    void singleNumberedItemsBeforeProseAreHeadings() {
        PolicyDocument document = Sketch.markdown("1. **What We Collect**\n\n%1$s\n\n2. **What We Share**\n\n%1$s\n".formatted(PROSE));
        assertEquals("What We Collect\nWhat We Share\n", Sketch.sections(document));
    }

    @Test
    void htmlInMarkdown() {
        PolicyDocument document = Sketch.markdown("<table><tr><th>What</th><th>Kept</th></tr><tr><td>Orders</td><td>a year</td></tr></table>\n\nText<br>more.\n");
        assertEquals("*What|*Kept|\nOrders|a year|\n", Sketch.table(document, 0));
    }
}
