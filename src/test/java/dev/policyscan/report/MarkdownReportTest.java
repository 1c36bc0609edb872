package dev.policyscan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    private static String html(String markdown) {
        return HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build()
                .render(Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown));
    }

    @Test
    void showsTheFacts() {
        String markdown = new MarkdownReport().render(Reports.full());
        assertTrue(markdown.startsWith("# Quillfeather Privacy Notice\n\n**Quillfeather \\& Daughters** · `shop/quillfeather.txt`\n\n"), markdown);
        assertTrue(markdown.contains("| B | Customer records information | yes | inferred | yes | **yes** |\n"), markdown);
        assertTrue(markdown.contains("| C | Protected classifications | — | — | — | — |\n"), markdown);
        assertTrue(markdown.contains("- **Last updated**: 2025-05-04\n  > “Last revised: 4 May 2025” (line 2)\n"), markdown);
        assertTrue(markdown.contains("## Findings\n\n- **warning**: Guest-book entries"), markdown);
        assertTrue(markdown.endsWith("not legal advice._\n"), markdown);
        String html = html(markdown);
        assertTrue(html.contains("<td>Customer records information</td>"), html);
        assertTrue(html.contains("kept | for ever &lt;b&gt;`really`&lt;/b&gt;.”"), html);
        assertFalse(html.contains("<b>"), html);
    }

    @Test
    void showsTextAsItIs() {
        String nasty = "a|b <img src=x> `code` *bold* _it_ [link](http://x.example) &amp; \\ ~~no~~ ![i](j) $x$";
        String cell = html("| x |\n|---|\n| " + MarkdownReport.escape(nasty) + " |\n");
        assertTrue(cell.contains(
                "<td>a|b &lt;img src=x&gt; `code` *bold* _it_ [link](http://x.example) &amp;amp; \\ ~~no~~ ![i](j) $x$</td>"), cell);
    }

    @Test
    void mentionsNobody() {
        assertEquals("@<!-- -->octocat, a@b.example, \\#<!-- -->12", MarkdownReport.escape("@octocat, a@b.example, #12"));
    }

    @Test
    void saysWhereThePolicyCameFrom() {
        assertTrue(new MarkdownReport().render(Reports.fetched("shop.html", "https://shop.example/legal/_privacy_"))
                .contains("`shop.html`\n\nFetched from https://shop.example/legal/\\_privacy\\_ at 2025-05-06T07:08:09Z\n\n"));
    }

    @Test
    void saysWhyThereAreNoFacts() {
        assertEquals(
                "# Pancakes\n\n`shop/quillfeather.txt`\n\nThis is not a privacy policy, so no facts were read from it.\n",
                new MarkdownReport().render(Reports.silent("Pancakes", null, "en", false)));
    }
}
