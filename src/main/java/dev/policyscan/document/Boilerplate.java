package dev.policyscan.document;

import java.util.Set;

/** Lines that belong to the page rather than to the policy. */
final class Boilerplate {
    private static final int LONGEST = 60;
    private static final Set<String> LINES = Set.of(
            "skip to main content", "skip to content", "skip to main", "skip navigation", "skip to navigation", "skip to footer", "jump to content",
            "top", "back to top", "return to top", "go to top", "to the top", "to top", "page top", "scroll to top", "top of page", "back to contents",
            "back to table of contents", "return to table of contents", "print", "print this page", "print page", "print this policy", "print version",
            "download pdf", "download as pdf", "save as pdf", "share", "share this page", "share this", "menu", "main menu", "close", "close menu", "open menu",
            "toggle navigation", "toggle menu", "search", "expand all", "collapse all", "expand all collapse all", "show all", "hide all", "show more", "show less",
            "read more", "loading", "previous", "next", "back", "go back", "you are here", "breadcrumb", "learn more", "click to expand", "advertisement",
            "cookie settings", "accept all cookies", "accept cookies", "accept all", "reject all", "sign in", "log in", "login", "sign up", "register",
            "table of contents back to top", "link copied", "copy link", "facebook", "twitter", "linkedin", "instagram", "youtube", "pinterest",
            "opens in a new window", "opens in new tab", "email this page", "all rights reserved");

    /** Names of pages that menus lead to. */
    private static final Set<String> PAGES = Set.of("home", "about", "about us", "our story", "careers", "jobs", "blog", "news", "press", "investors", "products", "services", "solutions",
            "pricing", "shop", "store", "shipping", "returns", "faq", "faqs", "help", "help center", "support", "contact", "contact us", "terms", "terms of use", "terms of service",
            "terms conditions", "terms and conditions", "privacy", "privacy policy", "privacy notice", "cookies", "cookie policy", "legal", "legal notice", "imprint", "accessibility",
            "sitemap", "site map", "login", "sign in", "my account", "account", "security", "status", "advertise", "partners", "affiliates", "events", "resources", "company", "team");
    /** Characters of a menu on one line, and pages that it names, at most and at least. */
    private static final int LONGEST_MENU = 300;
    private static final int FEWEST_PAGES = 3;

    private Boilerplate() {}

    /** Whether a line is a menu: names of pages between bars or dots, "Home | About us | Contact". One that leads to an opt-out stays. */
    private static boolean menu(String text, int start, int end) {
        if (start == end || text.charAt(end - 1) == '.') {
            return false;
        }
        int bars = 0;
        for (int i = start; i < end; i++) {
            bars += bar(text.charAt(i)) ? 1 : 0;
        }
        if (bars < FEWEST_PAGES - 1) {
            return false;
        }
        int pages = 0;
        int others = 0;
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end || bar(text.charAt(i))) {
                String key = Text.key(text, from, i, LONGEST);
                if (PAGES.contains(key)) {
                    pages++;
                } else if (!key.isEmpty()) {
                    others++;
                }
                if (key.startsWith("do not sell") || key.contains("choices") || key.contains("opt out")) {
                    return false;
                }
                from = i + 1;
            }
        }
        return pages >= FEWEST_PAGES && others < pages;
    }

    /** Whether the text is such a line, or has no letter or digit at all. */
    static boolean is(String text, int start, int end) {
        if (end - start > LONGEST) {
            return !hasWord(text, start, end) || end - start <= LONGEST_MENU && menu(text, start, end);
        }
        String key = Text.key(text, start, end, LONGEST);
        return key.isEmpty() && !isMark(text, start, end) || LINES.contains(key) || menu(text, start, end);
    }

    private static boolean bar(char c) {
        return c == '|' || c == '\u00b7' || c == '\u2022';
    }

    private static boolean isMark(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x2713 && c <= 0x2718 || c == 0x2611 || c == 0x2705) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWord(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Text.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
