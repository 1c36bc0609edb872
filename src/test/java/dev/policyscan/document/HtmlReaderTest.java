package dev.policyscan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {
    private static final String PROSE = "We collect personal information that you provide when you use our services, and we may share it with third parties.";
    private static final String P = "<p>" + PROSE + "</p>";

    @Test
    void thePolicyIsFoundInThePage() {
        PolicyDocument document = Sketch.html("""
                <html><head><title>Privacy Policy | Kite Works</title><script>var x = "we collect";</script></head><body>
                <header><a href="/">Home</a> <a href="/kites">Kites</a> <a href="/about">About our kites</a></header>
                <nav><ul><li><a href="/a">Box kites</a></li><li><a href="/b">Stunt kites</a></li></ul></nav>
                <div class="hero"><h1>Privacy Policy</h1><p>Last updated: May 2, 2023</p></div>
                <div class="wrap"><div class="content">
                  <h2>What We Collect</h2> %1$s %1$s
                  <div class="share-bar"><a href="#">Tweet</a> <a href="#">Pin</a></div>
                  <h2>What We Share</h2> %1$s %1$s
                </div></div>
                <div class="newsletter"><h3>Stay aloft</h3><form><label>Your email</label><input><button>Go</button></form></div>
                <footer><a href="/t">Terms</a> <a href="/p">Privacy</a> \u00a9 2023 Kite Works</footer>
                <div id="onetrust-consent-sdk"><p>We use cookies and similar technologies to process your personal information and improve our services.</p></div>
                <div><p>By using this website you agree to our use of cookies.</p><button>OK</button></div>
                </body></html>
                """.formatted(P));
        assertEquals("""
                # Privacy Policy
                Last updated: May 2, 2023
                ## What We Collect
                %1$s
                %1$s
                ## What We Share
                %1$s
                %1$s
                """.formatted(PROSE), Sketch.of(document));
        assertEquals("Privacy Policy", document.title());
    }

    @Test
    void partsInSiblingContainersAreKept() {
        PolicyDocument document = Sketch.html("<body><section><h2>One</h2>%1$s%1$s%1$s</section><section><h2>Two</h2>%1$s</section></body>".formatted(P));
        assertEquals("One\nTwo\n", Sketch.sections(document));
    }

    @Test
    void footnotesInCellsStandApartAndOrdinalsDoNot() {
        String text = Sketch.html("<main><h1>Privacy Notice</h1>%1$s<table><tr><th>Sold</th><th>Since</th></tr><tr><td>No<sup>3</sup></td><td>May 21<sup>st</sup></td></tr></table></main>"
                .formatted(P)).text();
        assertTrue(text.contains("No 3"), text);
        assertTrue(text.contains("May 21st"), text);
    }

    @Test
    void hiddenPanelsAreRead() {
        PolicyDocument document = Sketch.html("""
                <main><h1>Privacy Notice</h1>
                <details><summary>What we collect</summary>%1$s</details>
                <h3><button aria-expanded="false" aria-controls="p1">Who gets it</button></h3><div id="p1" style="display:none" aria-hidden="true">%1$s</div>
                <div class="accordion-title" role="button">How long we keep it</div><div class="accordion-panel" hidden>%1$s</div>
                </main>
                """.formatted(P));
        assertEquals("What we collect, Who gets it, How long we keep it", document.sections().stream().skip(1).map(Section::title).collect(Collectors.joining(", ")));
    }

    @Test
    void headingsByLook() {
        PolicyDocument document = Sketch.html("""
                <article><h1>Privacy</h1>
                <p><strong>What We Collect</strong></p>%1$s
                <p><span style="font-weight:700">What We Share</span></p>%1$s
                <div class="section-title">Your choices</div>%1$s
                <div role="heading" aria-level="2">Children</div>%1$s
                <p><b>Retention.</b> We keep your information for as long as your kite flies.</p>
                </article>
                """.formatted(P));
        assertEquals("""
                # Privacy
                ## What We Collect
                ## What We Share
                ## Your choices
                ## Children
                ### Retention.
                """, Sketch.of(document).lines().filter(line -> line.startsWith("#")).map(line -> line + "\n").reduce("", String::concat));
    }

    @Test
    void breaksPartParagraphsAndHeadings() {
        PolicyDocument document = Sketch.html("""
                <div><b>Our Kites</b><br>%1$s<br><br>We also use:<br>\u2022 paper<br>\u2022 string<br>
                Write to:<br>Kite Works<br>12 Hill Road</div>
                """.formatted(PROSE));
        assertEquals("""
                # Our Kites
                %1$s
                We also use:
                - paper
                - string
                Write to:
                Kite Works
                12 Hill Road
                """.formatted(PROSE), Sketch.of(document));
    }

    @Test
    void listsAndDefinitionLists() {
        PolicyDocument document = Sketch.html("""
                <div>%1$s<p>We collect:</p><ol><li>names<ul><li>of people<li>of kites</ul><li><p>colours</p><p>all of them</p></ol>
                <dl><dt>Do we sell data?</dt><dd>%1$s</dd></dl></div>
                """.formatted(PROSE));
        assertEquals("""
                %1$s
                We collect:
                - names
                  - of people
                  - of kites
                - colours
                all of them
                # Do we sell data?
                %1$s
                """.formatted(PROSE), Sketch.of(document));
        assertEquals(2, document.blocks().get(3).lead());
        assertEquals(5, document.blocks().get(6).lead());
    }

    @Test
    void tablesWithSpansListsAndIcons() {
        PolicyDocument document = Sketch.html("""
                <main>%1$s<table><caption>What we collect</caption>
                <thead><tr><th>Category<th>Examples<th>Collected<th>Sold</tr></thead>
                <tr><td rowspan=2>A. Identifiers<td><ul><li>name<li>street</ul><td><img src="a.png" alt="Yes"><td><i class="fa fa-times"></i></tr>
                <tr><td>IP address<td><svg><title>Check mark</title></svg><td></tr>
                <tr><td colspan=2>K. Inferences<td><span class="icon icon-check"></span><td>No</tr>
                </table></main>
                """.formatted(P));
        assertEquals("""
                *Category|*Examples|*Collected|*Sold|
                A. Identifiers|name/street|Yes|\u2717|
                A. Identifiers|IP address|\u2713|-|
                K. Inferences|K. Inferences|\u2713|No|
                """, Sketch.table(document, 0));
        assertEquals("What we collect", Sketch.words(document, document.tables().get(0).lead()));
    }

    @Test
    void ariaTables() {
        PolicyDocument document = Sketch.html("""
                <main>%1$s<div role="table"><div role="row"><div role="columnheader">What</div><div role="columnheader">Kept</div></div>
                <div role="row"><div role="cell">Orders</div><div role="cell">two years</div></div></div></main>
                """.formatted(P));
        assertEquals("*What|*Kept|\nOrders|two years|\n", Sketch.table(document, 0));
    }

    @Test
    void blocksInRowsUnderColumnHeadingsAreATable() {
        String row = "<div class='r'><div><b>%s</b></div><div>%s</div><div>%s</div></div>";
        PolicyDocument document = Sketch.html("<main>" + P + "<div class='grid'>" + row.formatted("Category", "Examples", "Collected") + row.formatted("Identifiers", "name", "<img src='/i/check.png'>")
                + row.formatted("Biometrics", "wingspan", "") + row.formatted("Inferences", "", "No") + "</div></main>");
        assertEquals("""
                *Category|*Examples|*Collected|
                Identifiers|name|\u2713|
                Biometrics|wingspan|-|
                Inferences|-|No|
                """, Sketch.table(document, 0));
    }

    @Test
    void tablesThatLayOutThePageAreNoTables() {
        PolicyDocument document = Sketch.html("<body><table><tr><td><h1>Privacy</h1>%1$s%1$s</td></tr></table></body>".formatted(P));
        assertTrue(document.tables().isEmpty());
        assertEquals("Privacy\n", Sketch.sections(document));
    }

    @Test
    void wholePageFormsAreRead() {
        PolicyDocument document = Sketch.html("<body><form id='aspnetForm'><input type=hidden value=x><h1>Privacy</h1>%1$s%1$s%1$s%1$s%1$s%1$s</form></body>".formatted(P));
        assertEquals(7, document.blocks().size());
    }

    @Test
    void linksAndLines() {
        PolicyDocument document = Sketch.html("<p>We use your\n  data; see <a href=\"/terms\">our <b>terms</b></a>.</p>\n<p>Third&nbsp;line &amp; more\u200b.</p>");
        assertEquals("We use your data; see our terms.\n\nThird line & more.", document.text());
        Link link = document.links().get(0);
        assertEquals("our terms", document.quote(link.start(), link.end()));
        assertEquals("/terms", link.target());
        assertEquals(1, document.lineAt(0));
        assertEquals(2, document.lineAt(document.text().indexOf("data")));
        assertEquals(3, document.lineAt(document.text().indexOf("Third")));
    }

    @Test
    void preformattedText() {
        PolicyDocument document = Sketch.html("<pre>WHAT WE DO\n\nWe collect personal information about you and your kites,\nand we keep it.\n\nWe use:\n- paper\n- string\n</pre>");
        assertEquals("""
                # WHAT WE DO
                We collect personal information about you and your kites, and we keep it.
                We use:
                - paper
                - string
                """, Sketch.of(document));
    }

    @Test
    void deepAndUnclosedMarkUpIsReadInTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertEquals(1, Sketch.html("<div>".repeat(100_000) + PROSE).blocks().size());
            assertFalse(Sketch.html("<table><tr><td>".repeat(20_000) + PROSE).blocks().isEmpty());
            assertFalse(Sketch.html("<ul><li>a".repeat(20_000)).blocks().isEmpty());
            assertFalse(Sketch.html("<b><a href=x>a".repeat(5_000)).blocks().isEmpty());
        });
    }

    @Test
    void anEmptyPage() {
        assertTrue(Sketch.html("<script>1</script><p></p>").blocks().isEmpty());
    }
}
