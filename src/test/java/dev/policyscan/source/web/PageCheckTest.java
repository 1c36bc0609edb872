package dev.policyscan.source.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.policyscan.Policyscan;
import dev.policyscan.source.MediaType;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import dev.policyscan.source.web.PageCheck.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCheckTest {
    private static final String FOOTER = "<footer><a href='/privacy'>Privacy Policy</a> <a href='/terms'>Terms</a> © Fernwick Tea Company</footer>";

    private static PageCheck check(String url, String html) throws SourceException {
        return PageCheck.of(new Source(url, html.getBytes(UTF_8), MediaType.HTML, null));
    }

    @Test
    void looksIntoWebArchives() throws SourceException {
        String page = "<html><head><title>Page not found</title></head><body><h1>Page not found</h1>" + FOOTER + "</body></html>";
        String archive = "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n\r\n" + page + "\r\n--x--\r\n";
        Source source = Source.of("privacy.mhtml", archive.getBytes(UTF_8));
        assertEquals(MediaType.WEB_ARCHIVE, source.mediaType());
        assertEquals(Verdict.MISSING, PageCheck.of(source).verdict());
        assertThrows(SourceException.class, () -> Policyscan.analyzer().analyze(source));
    }

    private static Verdict verdict(String html) throws SourceException {
        return check("https://fernwick.example/privacy", html).verdict();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<html><head><title>Fernwick</title><script src='/main.1f.js'></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript>"
                + "<div id='root'></div></body></html>",
        "<html><head><title>Privacy Policy | Fernwick</title></head><body><div id='__next'><header><a href='/'>Home</a></header><div class='spinner'>Loading…</div>"
                + FOOTER + "</div><script id='__NEXT_DATA__' type='application/json'>{\"p\":\"We collect personal information\"}</script></body></html>",
        "<html><body><app-root></app-root><script src='runtime.js'></script></body></html>",
        "<html><body><script>document.write('x')</script></body></html>"
    })
    void recognizesPagesThatScriptsFill(String html) throws SourceException {
        assertEquals(Verdict.SCRIPTED, verdict(html));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<html><head><title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/h/b.js'></script></head><body><p>Fernwick needs to review the security of your "
                + "connection before proceeding.</p></body></html>",
        "<html><head><title>fernwick.example</title></head><body><script src='https://ct.captcha-delivery.com/c.js'></script></body></html>",
        "<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1>You don't have permission to access \"/privacy\" on this server. Reference #18.2f</body></html>",
        "<html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1>" + FOOTER + "</body></html>",
        "<html><body><h1>Pardon Our Interruption</h1><p>As you were browsing something made us think you were a bot.</p></body></html>"
    })
    void recognizesChallenges(String html) throws SourceException {
        assertEquals(Verdict.CHALLENGE, verdict(html));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<html><head><title>Before you continue</title></head><body><h1>Before you continue</h1><p>We use cookies and data to run our services. If you choose to accept all, "
                + "we will also use cookies to measure the effect of ads.</p><button>Reject all</button><button>Accept all</button><a href='/o'>More options</a></body></html>",
        "<html><body><div class='cmp-wall'><h2>We value your privacy</h2><p>We and our partners store and/or access information on a device and process personal data. "
                + "You may withdraw your consent at any time.</p><button>Agree and close</button><button>Manage options</button></div></body></html>"
    })
    void recognizesConsentWalls(String html) throws SourceException {
        assertEquals(Verdict.CONSENT, verdict(html));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<html><head><title>Page not found – Fernwick</title></head><body><h1>Oops!</h1><p>Nothing brews here.</p>" + FOOTER + "</body></html>",
        "<html><head><title>Fernwick</title></head><body><h1>404 error</h1><p>Try our shop.</p></body></html>",
        "<html><head><title>Fernwick</title></head><body><p>Sorry, we can’t find the page you are looking for.</p></body></html>"
    })
    void recognizesPagesThatAreNotThere(String html) throws SourceException {
        assertEquals(Verdict.MISSING, verdict(html));
    }

    @Test
    void saysWhatToDo() throws SourceException {
        String said = check("https://fernwick.example/", "<div id=root></div><script src=a.js></script>").message();
        assertEquals("rendered by JavaScript: the page holds no policy text; save it from a browser and pass the file", said);
        for (Verdict verdict : List.of(Verdict.CONSENT, Verdict.CHALLENGE, Verdict.MISSING)) {
            assertTrue(verdict.message().endsWith(": the page holds no policy text; save it from a browser and pass the file"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        Loopback.POLICY,
        "<p>We collect names. We do not sell personal information.</p>",
        "<html><head><title>Privacy</title><script src=a.js></script></head><body id='app'><p>We keep personal information for two years.</p></body></html>",
        "<p>Orders are packed by hand.</p>",
        // A banner, an analytics script, a link to a partner's policy and one to itself.
        "<html><head><title>Privacy Policy</title><script src=ga.js></script></head><body><div id='cookie-banner'>We value your privacy <button>Accept all</button>"
                + "<button>Reject all</button><a href='#'>Manage options</a></div><h1>Privacy Policy</h1><p>We collect your name. We use Brewmetrics; see its "
                + "<a href='https://brewmetrics.example/privacy-policy'>privacy policy</a>. We keep it a year.</p>" + FOOTER + "</body></html>",
    })
    void inDoubtItIsAPolicy(String html) throws SourceException {
        assertEquals(Verdict.POLICY, verdict(html));
        assertEquals(Verdict.POLICY, check("saved.html", html).verdict());
    }

    @Test
    void aPolicyMaySpeakOfConsentAndRobots() throws SourceException {
        StringBuilder html = new StringBuilder("<title>Privacy Policy</title><h1>Privacy Policy</h1>");
        for (int i = 0; i < 30; i++) {
            html.append("<p>We collect personal information to verify that you are not a robot. Accept all cookies, reject all, or manage options. "
                    + "If the page you are looking for was not found, enable JavaScript.</p>");
        }
        assertEquals(Verdict.POLICY, verdict(html.toString()));
    }

    @Test
    void othersAreLeftAlone() throws SourceException {
        assertEquals(Verdict.POLICY, PageCheck.of(Source.of("a.txt", "Page not found".getBytes(UTF_8))).verdict());
    }

    @Test
    void listsTheLinksOfAHub() throws SourceException {
        String hub = """
                <html><head><title>Privacy Center</title></head><body>
                <nav><a href="/">Home</a><a href="/privacy-center">Privacy</a></nav>
                <h1>Your privacy, your choice</h1><p>Tea is personal. So is privacy.</p>
                <ul><li><a href="/legal/cookie-policy">Cookie policy</a></li>
                <li><a href="/legal/us-privacy-notice">Read the full privacy notice</a></li>
                <li><a href="https://tea.example/privacy">Tea Group privacy policy</a></li>
                <li><a href="/legal/privacy.pdf?v=2">Privacy Policy (PDF)</a></li>
                <li><a href="/careers/privacy-policy">Applicant privacy policy</a></li>
                <li><a href="/legal/archive/privacy-policy-2019">Previous privacy policy</a></li>
                <li><a href="mailto:privacy@fernwick.example">Privacy office</a></li>
                <li><a href="https://app.termly.io/document/privacy-policy/5">Our privacy policy</a></li></ul>
                </body></html>""";
        PageCheck check = check("https://www.fernwick.example/privacy-center", hub);
        assertEquals(Verdict.HUB, check.verdict());
        assertEquals(
                List.of("https://www.fernwick.example/legal/us-privacy-notice", "https://app.termly.io/document/privacy-policy/5",
                        "https://www.fernwick.example/legal/privacy.pdf?v=2"),
                check.links().stream().map(PolicyLink::target).toList());
        assertTrue(check.message().startsWith("not the policy itself, but links to it; pass one of these, or --follow for the first: https://www.fernwick.example/legal/us-privacy-notice (Read the full privacy notice), "));
    }

    @Test
    void aHomePageIsAHub() throws SourceException {
        String home = "<html><head><title>Fernwick Tea</title><script src=a.js></script></head><body><h1>Tea</h1>" + "<p>Our teas are picked in spring.</p>".repeat(40)
                + FOOTER + "</body></html>";
        PageCheck check = check("https://fernwick.example/", home);
        assertEquals(Verdict.HUB, check.verdict());
        assertEquals("https://fernwick.example/privacy", check.links().get(0).target());
        // A file whose address nobody knows.
        assertEquals("/privacy", check("home.html", home).links().get(0).target());
    }

    @Test
    void aPageInAnotherLanguageIsNotJudged() throws SourceException {
        String german = "<title>Datenschutz</title>" + "<p>Wir verarbeiten Ihre Daten, damit wir Ihnen Tee liefern können.</p>".repeat(20)
                + "<a href='/en/privacy-policy'>Privacy policy</a>";
        assertEquals(Verdict.POLICY, verdict(german));
    }

    @Test
    void analysisReadsLongPagesThatLinkToAPolicy() throws SourceException {
        String page = "<title>Terms of Service</title><h1>Terms of Service</h1>" + "<p>The buyer pays for the tea before it is sent.</p>".repeat(60) + FOOTER;
        PageCheck.refuse(new Source("terms.html", page.getBytes(UTF_8), MediaType.HTML, null), org.jsoup.Jsoup.parse(page).text());
        assertEquals(Verdict.HUB, check("terms.html", page).verdict());
    }

    @Test
    void analysisRefusesSavedPagesWithoutAPolicy() {
        Source source = new Source("saved.html", "<div id=root></div><script src=a.js></script>".getBytes(UTF_8), MediaType.HTML, null);
        String said = assertThrows(SourceException.class, () -> Policyscan.analyzer().analyze(source)).getMessage();
        assertTrue(said.startsWith("rendered by JavaScript: "), said);
    }

    @Test
    void takesItsTimeWithNoPage() throws SourceException {
        StringBuilder html = new StringBuilder("<body>");
        for (int i = 0; i < 30_000; i++) {
            html.append("<div class='cookie consent'><a href='/privacy-policy-").append(i).append("'>x");
        }
        long start = System.nanoTime();
        verdict(html.toString());
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }
}
