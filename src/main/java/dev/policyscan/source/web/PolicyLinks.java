package dev.policyscan.source.web;

import dev.policyscan.source.SourceException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Finds the links of a page that lead to a policy, by their words and by where they lead. */
final class PolicyLinks {
    private static final PageSigns SIGNS = PageSigns.load("policy-links.txt");
    private static final int LIKELY = 10;
    private static final int MOST = 5;
    private static final int OUTSIDE = -9;
    private static final int IN_FRAME = -3;
    private static final int LONGEST_TEXT = 120;

    private PolicyLinks() {}

    /**
     * The likely ones, best first.
     *
     * @param page the page's address; null where it is not known
     * @param own the page's title and headings, as words: with no address known, a link of that name leads to the page itself
     * @param contentOnly whether to leave out navigation and footers
     */
    static List<PolicyLink> of(List<PageText.Anchor> anchors, URI page, String own, boolean contentOnly) {
        Map<String, PolicyLink> found = new LinkedHashMap<>();
        for (PageText.Anchor anchor : anchors) {
            if (contentOnly && !anchor.inContent()) {
                continue;
            }
            PolicyLink link = link(anchor, page, own);
            if (link != null && link.score() >= LIKELY) {
                found.merge(link.target(), link, (a, b) -> a.score() >= b.score() ? a : b);
            }
        }
        List<PolicyLink> best = new ArrayList<>(found.values());
        best.sort(Comparator.comparingInt(PolicyLink::score).reversed());
        return List.copyOf(best.subList(0, Math.min(MOST, best.size())));
    }

    private static PolicyLink link(PageText.Anchor anchor, URI page, String own) {
        String href = anchor.element().attr("href").strip();
        String scheme = href.indexOf(':') < 0 ? "" : href.substring(0, href.indexOf(':')).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (href.isEmpty() || href.startsWith("#") || !web && isScheme(scheme)) {
            return null;
        }
        String text = text(anchor.element());
        String words = PageSigns.words(text, LONGEST_TEXT);
        int score = SIGNS.weight("text", words) + (anchor.inContent() ? 0 : IN_FRAME);
        if (page == null) {
            if (words.equals(own) || own.startsWith(words) && words.length() > 1) {
                return null;
            }
            score += SIGNS.weight("url", PageSigns.words(href, href.length())) + (web ? OUTSIDE : 0);
            return new PolicyLink(text, href, score);
        }
        URI target;
        try {
            target = WebAddress.link(page, href);
        } catch (SourceException e) {
            return null;
        }
        if (target.equals(page) || samePage(target, page)) {
            return null;
        }
        String path = target.getRawPath() + " " + (target.getRawQuery() == null ? "" : target.getRawQuery());
        boolean outside = !site(target.getHost()).equals(site(page.getHost())) && !SIGNS.isHost("hosts", target.getHost());
        return new PolicyLink(text, target.toString(), score + SIGNS.weight("url", PageSigns.words(path, path.length())) + (outside ? OUTSIDE : 0));
    }

    private static boolean isScheme(String scheme) {
        return !scheme.isEmpty() && scheme.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.');
    }

    private static String text(Element anchor) {
        String text = anchor.text().strip();
        if (text.isEmpty()) {
            text = anchor.attr("aria-label").strip();
        }
        if (text.isEmpty()) {
            text = anchor.attr("title").strip();
        }
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static boolean samePage(URI a, URI b) {
        return bare(a.getHost()).equals(bare(b.getHost())) && trimmed(a.getRawPath()).equals(trimmed(b.getRawPath()))
                && String.valueOf(a.getRawQuery()).equals(String.valueOf(b.getRawQuery()));
    }

    private static String bare(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The part of a host's name that one owner has, near enough: example.com, example.co.uk. */
    private static String site(String host) {
        if (host.startsWith("[") || host.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.')) {
            return host;
        }
        String[] labels = host.split("\\.");
        int n = labels.length;
        boolean country = n > 2 && labels[n - 1].length() == 2 && labels[n - 2].length() <= 3;
        int kept = Math.min(n, country ? 3 : 2);
        return String.join(".", List.of(labels).subList(n - kept, n));
    }
}
