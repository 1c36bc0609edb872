package dev.policyscan.source.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** What a page has to read in it, taken apart: its own text, the asking for consent, headings, links, scripts. */
final class PageText implements NodeFilter {
    private static final Set<String> UNSEEN = Set.of("script", "style", "noscript", "svg", "select", "iframe", "object", "head", "textarea");
    private static final Set<String> FRAME = Set.of("nav", "footer", "header");
    private static final Set<String> FRAME_ROLES = Set.of("navigation", "contentinfo", "banner");
    private static final Set<String> WHOLE = Set.of("html", "body", "main", "article");
    private static final Set<String> INLINE = Set.of("a", "b", "i", "em", "strong", "span", "font", "u", "small", "sup", "sub", "mark", "abbr", "code");
    private static final String[] CONSENT_NAMES = {"cookie", "consent", "gdpr", "onetrust", "cmp-", "cmpbox", "didomi", "usercentrics", "qc-cmp", "truste"};
    /** A banner is no longer than this; a policy is. */
    private static final int BANNER_LETTERS = 3000;
    private static final int BANNER_NODES = 3000;
    private static final int MAX_LETTERS = 400_000;
    private static final int MAX_LINKS = 5000;

    final StringBuilder content = new StringBuilder();
    final StringBuilder consent = new StringBuilder();
    final StringBuilder headings = new StringBuilder();
    final StringBuilder unscripted = new StringBuilder();
    final List<Anchor> anchors = new ArrayList<>();
    int scripts;
    boolean appRoot;

    private final PageSigns signs;
    private int frame;
    private int banner;
    private int heading;

    /** A link, and whether it stands in the page's own text rather than in what frames it. */
    record Anchor(Element element, boolean inContent) {}

    private PageText(PageSigns signs) {
        this.signs = signs;
    }

    static PageText of(Document page, PageSigns signs) {
        PageText text = new PageText(signs);
        page.body().filter(text);
        text.scripts = page.getElementsByTag("script").size();
        page.getElementsByTag("noscript").forEach(element -> append(text.unscripted, element.wholeText()));
        return text;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(banner > 0 ? consent : frame > 0 ? null : content, text.getWholeText());
            append(heading > 0 ? headings : null, text.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String name = element.normalName();
        appRoot |= signs.isOne("app_root", name) || element.hasAttr("id") && signs.isOne("app_root", element.id().toLowerCase(Locale.ROOT));
        if (UNSEEN.contains(name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (!INLINE.contains(name)) {
            append(content, " ");
            append(consent, " ");
        }
        if (frame > 0 || isFrame(element)) {
            frame++;
        }
        if (banner > 0 || isBanner(element)) {
            banner++;
        }
        if (heading > 0 || name.equals("h1") || name.equals("h2")) {
            append(heading == 0 ? headings : null, " ");
            heading++;
        }
        if (name.equals("a") && element.hasAttr("href") && anchors.size() < MAX_LINKS) {
            anchors.add(new Anchor(element, frame == 0 && banner == 0));
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !UNSEEN.contains(element.normalName())) {
            frame -= frame > 0 ? 1 : 0;
            banner -= banner > 0 ? 1 : 0;
            heading -= heading > 0 ? 1 : 0;
        }
        return FilterResult.CONTINUE;
    }

    private static void append(StringBuilder out, String text) {
        if (out != null && out.length() < MAX_LETTERS) {
            out.append(text);
        }
    }

    private static boolean isFrame(Element element) {
        return FRAME.contains(element.normalName()) || FRAME_ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT));
    }

    private static boolean isBanner(Element element) {
        if (WHOLE.contains(element.normalName())) {
            return false;
        }
        String names = (element.id() + " " + element.className()).toLowerCase(Locale.ROOT);
        for (String name : CONSENT_NAMES) {
            if (names.contains(name)) {
                return isShort(element);
            }
        }
        return false;
    }

    private static boolean isShort(Element element) {
        int[] left = {BANNER_LETTERS, BANNER_NODES};
        element.filter((node, depth) -> {
            left[0] -= node instanceof TextNode text ? text.getWholeText().strip().length() : 0;
            return --left[1] < 0 || left[0] < 0 ? FilterResult.STOP : FilterResult.CONTINUE;
        });
        return left[0] >= 0 && left[1] >= 0;
    }
}
