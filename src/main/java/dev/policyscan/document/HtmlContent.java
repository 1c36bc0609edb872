package dev.policyscan.document;

import java.util.BitSet;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Finds the policy in a page: which subtrees are navigation, banners and the like, judged by tag, role, class and above all
 * by how many of their words are policy prose and how many are links.
 */
final class HtmlContent {
    /** Names of what stands around an article and may well hold sentences. */
    private static final String[] AROUND = {
        "social", "share", "sharing", "sharebar", "related", "newsletter", "subscribe", "signup", "footer", "popup", "modal", "advert", "ads", "comments", "search", "login",
        "copyright", "promo", "offcanvas", "dialog", "toast", "lightbox", "testimonials", "reviews",
    };
    /** Names of lists of links and of frames around a page. */
    private static final String[] LINKS = {
        "breadcrumb", "breadcrumbs", "sidebar", "menu", "navbar", "nav", "navigation", "masthead", "topbar", "toolbar", "banner", "pagination", "pager", "skip", "megamenu", "widget",
    };
    /** Names of remarks that only screen readers say, such as "opens in a new window". */
    private static final String[] UNSEEN = {"sr-only", "screen-reader-text", "visually-hidden", "visuallyhidden", "screen-reader"};
    /** Beginnings of ids and classes that consent managers give their banners and dialogs. */
    private static final String[] CONSENT = {
        "onetrust-consent", "onetrust-banner", "onetrust-pc", "optanon", "cybotcookiebot", "cookiebanner", "cookie-banner", "cookie-consent", "cookieconsent",
        "cookie-notice", "cookie_notice", "cookie-bar", "cookie-popup", "cookie-law", "cookiescript", "cc-window", "cc-banner", "truste-", "truste_", "trustarc-banner",
        "usercentrics", "didomi", "qc-cmp", "cmplz", "borlabs", "cky-", "iubenda-cs", "osano-cm", "evidon", "moove_gdpr", "moove-gdpr", "cli-modal", "cli-bar", "gdpr-banner",
        "gdpr-cookie", "consent-banner", "consent-manager", "sp_message", "klaro", "tarteaucitron", "cookiefirst", "termly-", "ketch-", "transcend-", "wt-cli", "hs-eu-cookie", "cassie-", "ccc-",
        "fc-consent", "acsb-", "userway", "hs-eu-", "js-cookie", "global-cookie", "ch2-", "axeptio", "shopify-pc", "catapult-cookie", "uc-banner", "cookiehub", "cookie-modal", "cookiemodal", "privacy-banner",
    };

    /** What a notice about cookies says to get rid of itself. */
    private static final String[] ASKING = {
        "by using th", "by continu", "you continue", "continuing to", "accept", "agree", "i consent", "manage cookies", "cookie settings", "got it", "dismiss", "allow all", "find out more", "improve your experience",
        "you are happy", "you consent",
    };

    private final HtmlTree tree;
    private final BitSet dropped = new BitSet();
    private final BitSet path = new BitSet();
    private int root;

    HtmlContent(HtmlTree tree) {
        this.tree = tree;
        if (tree.size() > 0) {
            byName();
            root = findRoot();
            prune();
            if (nothingLeft()) {
                dropped.clear();
            }
        }
    }

    /** Whether the subtree of a node is no part of the policy. */
    boolean dropped(int index) {
        return dropped.get(index);
    }

    private boolean nothingLeft() {
        for (int i = 0; i < tree.size(); i++) {
            if (dropped.get(i)) {
                i = tree.end(i) - 1;
            } else if (tree.node(i) instanceof TextNode && tree.words(i) > 0) {
                return false;
            }
        }
        return true;
    }

    private void byName() {
        int total = tree.policy(0);
        int index = 0;
        while (index < tree.size()) {
            if (tree.node(index) instanceof Element element && index > 0) {
                int words = tree.words(index);
                boolean bulk = tree.policy(index) * 100L >= total * 30L && total > 40;
                if (words > 0 && !bulk && noise(element, index)) {
                    dropped.set(index);
                    index = tree.end(index);
                    continue;
                }
            }
            index++;
        }
    }

    private boolean noise(Element element, int index) {
        if (tree.words(index) <= 8 && named(element.className(), UNSEEN)) {
            // In a table's cell it may say what a mark means.
            return tree.words(index) > 2 || element.closest("td, th") == null;
        }
        String tag = element.normalName();
        String role = element.attr("role").toLowerCase(Locale.ROOT);
        switch (tag) {
            case "nav":
                return !contents(index) && !prose(index) && !running(index);
            case "menu":
                return linkDense(index);
            case "header":
                return !holdsTitle(index);
            case "footer":
                return !inArticle(index) || linkDense(index) || tree.words(index) < 15;
            case "aside":
                return linkDense(index) || tree.words(index) < 60 || !prose(index);
            case "dialog":
                return true;
            case "form":
                return !prose(index) || tree.words(index) < 120;
            case "button":
                return !accordion(element, index);
            case "label", "legend", "option":
                return false;
            case "p", "span", "a", "b", "strong", "em", "i", "td", "tr", "tbody", "br", "h1", "h2", "h3", "h4", "h5", "h6", "main", "article", "html", "body":
                return false;
            default:
        }
        switch (role) {
            case "navigation", "menu", "menubar":
                // Foundation calls the folds of a text menus, too.
                return !contents(index) && !prose(index) && !running(index) && (linkDense(index) || !element.className().contains("accordion"));
            case "banner":
                return !holdsTitle(index);
            case "search", "alertdialog", "dialog":
                return true;
            case "contentinfo":
                return !prose(index);
            case "complementary":
                return linkDense(index) || !prose(index);
            case "tablist":
                return linkDense(index);
            default:
        }
        String id = element.id();
        String classes = element.className();
        if (id.isEmpty() && classes.isEmpty()) {
            return false;
        }
        if (consent(id) || consent(classes)) {
            return true;
        }
        if (named(id, AROUND) || named(classes, AROUND)) {
            return !contents(index) && (linkDense(index) || !prose(index) && !running(index) && !titled(index));
        }
        if (named(id, LINKS) || named(classes, LINKS)) {
            return !contents(index) && (linkDense(index) || tree.words(index) < 12 && !heading(index) || !prose(index) && !running(index) && !heading(index));
        }
        return false;
    }

    private static boolean consent(String names) {
        if (names.isEmpty()) {
            return false;
        }
        String lower = names.toLowerCase(Locale.ROOT);
        for (String name : CONSENT) {
            int at = lower.indexOf(name);
            if (at == 0 || at > 0 && lower.charAt(at - 1) == ' ') {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the names between blanks is a word of the list, or begins or ends with it as with a word of its own. */
    private static boolean named(String names, String[] words) {
        int at = 0;
        int length = names.length();
        while (at < length) {
            while (at < length && names.charAt(at) <= ' ') {
                at++;
            }
            int from = at;
            while (at < length && names.charAt(at) > ' ') {
                at++;
            }
            if (at == from || generic(names, from, at)) {
                continue;
            }
            for (String word : words) {
                int size = word.length();
                if (at - from < size) {
                    continue;
                }
                if (Text.startsWith(names, from, at, word) && (at - from == size || parted(names, from + size))) {
                    return true;
                }
                if (Text.startsWith(names, at - size, at, word) && (at - from == size || parted(names, at - size))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a new word begins at an offset of a name: after a hyphen, or at a capital. */
    private static boolean parted(String names, int at) {
        return !Text.isAsciiAlnum(names.charAt(at)) || !Text.isAsciiAlnum(names.charAt(at - 1))
                || Character.isUpperCase(names.charAt(at)) && Character.isLowerCase(names.charAt(at - 1));
    }

    /** Whether a name is one that page builders give to any block. */
    private static boolean generic(String names, int from, int to) {
        for (String builder : new String[] {"elementor-", "wp-block-", "et_pb_", "accordion", "is-accordion", "widget-span", "hs_cos", "has-"}) {
            if (Text.startsWith(names, from, to, builder)) {
                return true;
            }
        }
        return false;
    }

    /** Whether most of its words are links that lead away. */
    private boolean linkDense(int index) {
        int words = tree.words(index);
        return words > 0 && (tree.linked(index) - tree.anchored(index)) * 2 >= words;
    }

    /** Whether it is a table of contents. */
    private boolean contents(int index) {
        int words = tree.words(index);
        return tree.anchored(index) * 2 >= words && words >= 8;
    }

    /** Whether it reads like a policy. */
    private boolean prose(int index) {
        int words = tree.words(index);
        int plain = words - tree.linked(index);
        return plain >= 25 && plain * 10 >= words * 6 && tree.policy(index) * 5 >= words;
    }

    /** Whether most of it is sentences. */
    private boolean running(int index) {
        return tree.running(index) * 2 >= tree.words(index) && tree.policy(index) * 6 >= tree.words(index);
    }

    /** Whether it is a short subtree with a heading in it. */
    private boolean heading(int index) {
        return tree.words(index) <= 40 && tree.headings(index) > 0;
    }

    static int level(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6' ? name.charAt(1) - '0' : 0;
    }

    private boolean holdsTitle(int index) {
        return tree.words(index) <= 80 && !linkDense(index) && (heading(index) || inArticle(index)) || prose(index);
    }

    private boolean inArticle(int index) {
        for (int i = tree.parent(index), steps = 0; i > 0 && steps < 12; i = tree.parent(i), steps++) {
            String name = tree.node(i).normalName();
            if (name.equals("article") || name.equals("main")) {
                return true;
            }
        }
        return false;
    }

    private boolean accordion(Element element, int index) {
        if (tree.words(index) > 25) {
            return true;
        }
        for (int i = tree.parent(index), steps = 0; i > 0 && steps < 4; i = tree.parent(i), steps++) {
            String name = tree.node(i).normalName();
            if (level(name) > 0 || name.equals("summary") || name.equals("dt")) {
                return true;
            }
        }
        if (element.hasAttr("aria-expanded") && element.hasAttr("aria-controls")) {
            return true;
        }
        String names = (element.className() + " " + element.attr("data-toggle") + " " + element.attr("data-bs-toggle")).toLowerCase(Locale.ROOT);
        return names.contains("accordion") || names.contains("collaps") || names.contains("expand") || names.contains("faq");
    }

    /** The innermost node that holds nearly all of the policy, what is dropped not counted. */
    private int findRoot() {
        int[] kept = new int[tree.size()];
        int last = tree.size() - 1;
        // Children come after their parents, so one pass from the end adds them up.
        for (int i = last; i >= 0; i--) {
            if (dropped.get(i)) {
                kept[i] = 0;
            } else if (!(tree.node(i) instanceof Element)) {
                kept[i] = tree.policy(i);
            }
            if (i > 0 && tree.parent(i) >= 0 && !dropped.get(i)) {
                kept[tree.parent(i)] += kept[i];
            }
        }
        int total = kept[0];
        int node = 0;
        path.set(0);
        while (true) {
            int next = -1;
            for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
                if (kept[child] * 100L >= kept[node] * 95L && kept[child] > 0 && tree.node(child) instanceof Element element && container(element)) {
                    next = child;
                    break;
                }
            }
            if (next < 0 || total == 0) {
                return node;
            }
            path.set(next);
            node = next;
        }
    }

    private static boolean container(Element element) {
        return switch (element.normalName()) {
            case "p", "ul", "ol", "li", "dl", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "a", "pre", "summary", "tbody", "tr", "thead" -> false;
            default -> true;
        };
    }

    /** Drops what stands beside the way to the root and does not read like a part of the policy. */
    private void prune() {
        boolean inside = false;
        int node = 0;
        while (true) {
            int next = -1;
            boolean before = true;
            String name = tree.node(node).normalName();
            inside |= node == root || name.equals("main") || name.equals("article") || tree.node(node).attr("role").equals("main");
            for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
                if (path.get(child)) {
                    next = child;
                    before = false;
                } else if (!dropped.get(child) && tree.words(child) > 0 && !(inside ? keepInside(child) : keepBeside(child, before))) {
                    dropped.set(child);
                }
            }
            if (next < 0) {
                break;
            }
            node = next;
        }
    }

    private boolean keepInside(int index) {
        if (!(tree.node(index) instanceof Element element) || !container(element)) {
            return true;
        }
        if (linkDense(index) && tree.words(index) - tree.linked(index) < 30 && tree.words(index) > 6 && !contents(index)) {
            return element.normalName().equals("table") || element.normalName().equals("span") || dateAmongLinks(index);
        }
        return !(tree.words(index) <= 60 && (tree.parent(index) == 0 || form(index)) && cookieNotice(index));
    }

    private boolean keepBeside(int index, boolean before) {
        if (!(tree.node(index) instanceof Element)) {
            return tree.words(index) > 6;
        }
        if (prose(index)) {
            return !cookieNotice(index);
        }
        if (running(index) && tree.running(index) >= 40) {
            return true;
        }
        if (contents(index)) {
            return true;
        }
        if (linkDense(index) || cookieNotice(index)) {
            return before && dateAmongLinks(index);
        }
        int words = tree.words(index);
        if (words >= 6 && words <= 40 && tree.policy(index) * 4 >= words && !form(index)) {
            return true;
        }
        return before && words <= 60 && (dated(index) || topHeading(index));
    }

    private boolean topHeading(int index) {
        return titled(index) && !form(index);
    }

    /** Whether a short subtree holds a heading of the first level. */
    private boolean titled(int index) {
        if (!heading(index)) {
            return false;
        }
        for (int i = index; i < tree.end(index); i++) {
            if (tree.node(i).nameIs("h1")) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a short text that asks for consent to cookies. */
    private boolean cookieNotice(int index) {
        int words = tree.words(index);
        if (words > 140) {
            return false;
        }
        boolean cookie = false;
        boolean asks = false;
        for (int i = index; i < tree.end(index); i++) {
            if (tree.node(i) instanceof TextNode text) {
                String lower = text.getWholeText().toLowerCase(Locale.ROOT);
                cookie |= lower.contains("cookie");
                for (String phrase : ASKING) {
                    asks |= lower.contains(phrase);
                }
            }
        }
        return cookie && asks;
    }

    private boolean form(int index) {
        for (int i = index; i < tree.end(index); i++) {
            String name = tree.node(i).normalName();
            if (name.equals("form") || name.equals("input") || name.equals("label") || name.equals("button")) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a line such as "Last updated: May 2, 2023". */
    private boolean dated(int index) {
        if (tree.words(index) > 25) {
            return false;
        }
        for (int i = index; i < tree.end(index); i++) {
            if (tree.node(i) instanceof TextNode text) {
                String lower = text.getWholeText().toLowerCase(Locale.ROOT);
                if (labelsDate(lower) || lower.contains("privacy")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean labelsDate(String lower) {
        return lower.contains("updated") || lower.contains("effective") || lower.contains("revised") || lower.contains("modified");
    }

    /** "Effective May 2, 2023 | Archive | Print": a line with a date, the rest of it links. */
    private boolean dateAmongLinks(int index) {
        if (tree.words(index) > 25) {
            return false;
        }
        for (int i = index; i < tree.end(index); i++) {
            if (tree.node(i) instanceof TextNode text && tree.linked(i) == 0 && labelsDate(text.getWholeText().toLowerCase(Locale.ROOT))
                    && text.getWholeText().chars().anyMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }
}
