package dev.policyscan.source.web;

import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Whether a web page holds a policy or only what stands before one. In doubt it does: only a page with hardly a word of a policy
 * is anything else.
 *
 * @param verdict what the page is
 * @param links for a {@link Verdict#HUB}, where it may lead, best first; at least one
 */
public record PageCheck(Verdict verdict, List<PolicyLink> links) {
    static final PageCheck POLICY = new PageCheck(Verdict.POLICY, List.of());

    private static final PageSigns SIGNS = PageSigns.load("page-signs.txt");
    /** So many phrases of policies make one whatever else is on the page. */
    private static final int CERTAIN = 12;
    /** So many make one unless they drown in other text. */
    private static final int LIKELY = 6;
    private static final int WORDS_PER_PHRASE = 250;
    /** Words that a page that is only an obstacle stays below. */
    private static final int SHORT = 400;
    private static final int VERY_SHORT = 80;
    private static final int LONG = 1000;
    /** Of these words, English text has at least one in so many. */
    private static final int WORDS_PER_ENGLISH_WORD = 16;
    private static final int LOOK = 200_000;
    /** A policy gives itself away early. */
    private static final int FIRST_LOOK = 20_000;

    public PageCheck {
        links = List.copyOf(links);
    }

    /** What a page is. */
    public enum Verdict {
        /** It holds a policy, or nothing says that it does not. */
        POLICY(null),
        /** Scripts are to put the text there. */
        SCRIPTED("rendered by JavaScript"),
        /** It wants a consent first. */
        CONSENT("a consent wall"),
        /** It wants to see that a person asks. */
        CHALLENGE("a bot challenge"),
        /** It says that there is no such page, though its status does not. */
        MISSING("a page that says it was not found"),
        /** It is about privacy, or about anything else, and links to the policy. */
        HUB(null);

        private final String name;

        Verdict(String name) {
            this.name = name;
        }

        String message() {
            return name + ": the page holds no policy text; save it from a browser and pass the file";
        }
    }

    /**
     * Looks at a page.
     *
     * @throws SourceException if the source holds no text
     */
    public static PageCheck of(Source source) throws SourceException {
        if (!source.mediaType().isPage()) {
            return POLICY;
        }
        String html = source.decode().text();
        Document page = Jsoup.parse(html, "");
        PageText text = PageText.of(page, SIGNS);
        return judge(page, text, html, address(source, page));
    }

    /**
     * Refuses a page that holds no policy; cheap for one that does.
     *
     * @param text what was read of the page
     * @throws SourceException if it holds none; its message is one line for people
     */
    public static void refuse(Source source, CharSequence text) throws SourceException {
        if (!source.mediaType().isPage() || isPolicy(PageSigns.words(text, FIRST_LOOK)) || isPolicy(PageSigns.words(text, LOOK))) {
            return;
        }
        PageCheck check = of(source);
        // A long page that links to a policy, as most pages do, is a document of its own: a report tells that it is no policy.
        boolean document = check.verdict == Verdict.HUB && PageSigns.number(PageSigns.words(text, LOOK)) >= SHORT;
        if (!check.holdsPolicy() && !document) {
            throw new SourceException(check.message());
        }
    }

    /** Whether there is a policy to read. */
    public boolean holdsPolicy() {
        return verdict == Verdict.POLICY;
    }

    /** What is wrong and what to do, in one line; null where nothing is. */
    public String message() {
        return switch (verdict) {
            case POLICY -> null;
            case HUB -> {
                StringJoiner targets = new StringJoiner(", ");
                links.forEach(link -> targets.add(link.target() + (link.text().isEmpty() ? "" : " (" + link.text() + ")")));
                yield "not the policy itself, but links to it; pass one of these, or --follow for the first: " + targets;
            }
            default -> verdict.message();
        };
    }

    /** Whether an answer that is no page, or none yet, asks for proof that a person asks. */
    static boolean isChallenge(String html) {
        Document page = Jsoup.parse(html, "");
        PageText text = PageText.of(page, SIGNS);
        String words = PageSigns.words(page.title() + " " + text.content + " " + text.unscripted, LOOK);
        return PageSigns.number(words) < SHORT && (SIGNS.kinds("challenge", words) > 0 || SIGNS.inMarkup("challenge_markup", markup(html)));
    }

    private static PageCheck judge(Document page, PageText text, String html, URI address) {
        String words = PageSigns.words(text.content, LOOK);
        int number = PageSigns.number(words);
        int strength = SIGNS.count("policy", words);
        String own = PageSigns.words(page.title() + " " + text.headings, LOOK);
        String asking = PageSigns.words(text.content + " " + text.consent, LOOK);
        boolean wall = SIGNS.kinds("consent", asking) >= 3 && number < SHORT && strength < CERTAIN;
        boolean named = SIGNS.kinds("policy_name", own) > 0;
        if (isPolicy(words) && !(wall && !named)) {
            return POLICY;
        }
        boolean shortPage = number < SHORT;
        String title = PageSigns.words(page.title() + " " + words, LOOK);
        if (shortPage && SIGNS.kinds("challenge", title) > 0
                || number < VERY_SHORT && strength == 0 && SIGNS.inMarkup("challenge_markup", markup(html))) {
            return new PageCheck(Verdict.CHALLENGE, List.of());
        }
        if (number < LONG && SIGNS.kinds("missing", own) > 0 || number < VERY_SHORT && SIGNS.kinds("missing", words) > 0) {
            return new PageCheck(Verdict.MISSING, List.of());
        }
        if (named && strength >= 2) {
            // A short policy with a banner, scripts and links to others' policies.
            return POLICY;
        }
        if (wall) {
            return new PageCheck(Verdict.CONSENT, List.of());
        }
        if (number >= VERY_SHORT && SIGNS.count("english", words) * WORDS_PER_ENGLISH_WORD < number) {
            // Nothing here can judge it.
            return POLICY;
        }
        String heading = PageSigns.words(page.title(), LOOK);
        List<PolicyLink> links = PolicyLinks.of(text.anchors, address, heading, true);
        if (links.isEmpty()) {
            if (isScripted(text, number, strength)) {
                return new PageCheck(Verdict.SCRIPTED, List.of());
            }
            links = PolicyLinks.of(text.anchors, address, heading, false);
        }
        return links.isEmpty() || named && strength > 0 ? POLICY : new PageCheck(Verdict.HUB, links);
    }

    private static boolean isScripted(PageText text, int number, int strength) {
        boolean asks = SIGNS.kinds("script", PageSigns.words(text.unscripted + " " + text.content, LOOK)) > 0;
        if (text.scripts == 0 && !asks || number >= VERY_SHORT) {
            return false;
        }
        return strength == 0 && (text.appRoot || asks || number < VERY_SHORT / 3) || strength <= 1 && text.appRoot && number < VERY_SHORT / 2;
    }

    private static boolean isPolicy(String words) {
        int strength = SIGNS.count("policy", words);
        return strength >= CERTAIN || strength >= LIKELY && strength * WORDS_PER_PHRASE >= PageSigns.number(words);
    }

    private static String markup(String html) {
        return html.substring(0, Math.min(html.length(), LOOK)).toLowerCase(Locale.ROOT);
    }

    /** Where the page stood on the web; null where nothing tells. */
    private static URI address(Source source, Document page) {
        String[] said = {
            source.origin(), source.uri(), attribute(page, "link[rel=canonical]", "href"), attribute(page, "meta[property=og:url]", "content")
        };
        for (String address : said) {
            if (address != null && WebAddress.isOne(address)) {
                try {
                    return WebAddress.parse(address);
                } catch (SourceException e) {
                    // The next may be better.
                    continue;
                }
            }
        }
        return null;
    }

    private static String attribute(Document page, String selector, String name) {
        return page.select(selector).stream().map(element -> element.attr(name)).findFirst().orElse(null);
    }
}
