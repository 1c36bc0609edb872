package dev.policyscan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlLinesTest {
    /** The lines found are those that jsoup notes where it tracks positions. */
    private static int compare(String html) {
        Document page = Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true));
        HtmlTree tree = new HtmlTree(page.body(), new HtmlLines(html, 1));
        int texts = 0;
        for (int i = 0; i < tree.size(); i++) {
            if (tree.node(i) instanceof TextNode text && tree.line(i) > 0) {
                assertEquals(text.sourceRange().start().lineNumber(), tree.line(i), text.getWholeText());
                texts++;
            }
        }
        return texts;
    }

    @Test
    void linesOfTextsAreThoseOfTheSource() {
        String html = """
                <html>
                <body class="a
                b" data-more="About > Us">About Us
                <p>One</p><p
                 title='x > y'>Two &amp; three</p>
                <!-- <p>Four</p>
                --><script>
                document.write("<p>Four</p>");
                </script><style>
                p > b {}</style>
                <p>Four</p>&nbsp;
                <p>&copy; 5 &#8211; six</p>
                <select><option>Seven</option>
                </select>
                <svg viewBox="0 0 1 1"><title>Seven</title>
                </svg>
                <p>Seven</p><p>eight < nine</p>
                <p>eight
                more</p>
                <noscript><p>Ten</p>
                </noscript>
                <ul><li>Ten<li>Ten
                <li>Ten</ul>
                <p>x</bogus>y
                </p><p>z</p>
                <table><tr><td>Yes</td>
                <td></td>
                <td>Yes</td></tr></table>
                """;
        assertEquals(16, compare(html));
    }

    @Test
    void textThatIsNotFoundHasTheLineBeforeIt() {
        String html = "<p>One</p>\n<p>Two</p>\n";
        HtmlLines lines = new HtmlLines(html, 5);
        assertEquals(5, lines.next("One"));
        assertEquals(5, lines.next("Three"));
        assertEquals(6, lines.next("Two"));
        assertEquals(6, lines.next("One"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>a", "<", ">", "<!--", "<select>a", "<script", "<a title='>'>b", "a<b>&amp", "\n<p>a</p>", "</select><textarea>"})
    void time(String part) {
        String html = part.repeat(400_000) + "<p>a</p>";
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            HtmlLines lines = new HtmlLines(html, 1);
            for (int i = 0; i < 400_000; i++) {
                assertTrue(lines.next(i % 2 == 0 ? "a" : "a text that is nowhere in the page") > 0);
            }
        });
    }
}
