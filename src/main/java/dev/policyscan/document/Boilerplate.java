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

    private Boilerplate() {}

    /** Whether the text is such a line, or has no letter or digit at all. */
    static boolean is(String text, int start, int end) {
        if (end - start > LONGEST) {
            return !hasWord(text, start, end);
        }
        String key = Text.key(text, start, end, LONGEST);
        return key.isEmpty() && !isMark(text, start, end) || LINES.contains(key);
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
