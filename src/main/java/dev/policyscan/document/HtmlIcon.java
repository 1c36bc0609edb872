package dev.policyscan.document;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** Reads the pictures that tables put in place of words. */
final class HtmlIcon {
    /** What a picture of a check mark is read as. */
    static final String YES = "✓";
    /** What a picture of a cross is read as. */
    static final String NO = "✗";

    private static final String[] YES_NAMES = {"check", "checkmark", "tick", "yes", "included", "available", "done"};
    private static final String[] NO_NAMES = {"cross", "times", "xmark", "no", "close", "remove", "cancel", "ban", "uncheck", "unchecked", "minus", "not"};

    private HtmlIcon() {}

    /** The word for a picture: its description, a check mark or a cross; null for a picture that says nothing. */
    static String mark(Element element) {
        String name = element.normalName();
        if (name.equals("input")) {
            if (!element.attr("type").equalsIgnoreCase("checkbox") && !element.attr("type").equalsIgnoreCase("radio")) {
                return null;
            }
            return element.hasAttr("checked") ? YES : NO;
        }
        for (String attribute : new String[] {"alt", "aria-label", "title", "data-original-title"}) {
            String said = element.attr(attribute).strip();
            if (!said.isEmpty() && said.length() < 80) {
                return word(said);
            }
        }
        if (name.equals("svg")) {
            for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
                if (child.normalName().equals("title") && !child.ownText().isBlank()) {
                    return word(child.ownText().strip());
                }
                if (child.normalName().equals("use")) {
                    String mark = byNames(child.attr("href") + " " + child.attr("xlink:href"));
                    if (mark != null) {
                        return mark;
                    }
                }
            }
        }
        String mark = byNames(element.className() + " " + element.attr("data-icon") + " " + element.id());
        if (mark == null && name.equals("img")) {
            String source = element.attr("src");
            mark = source.startsWith("data:") ? null : byNames(source.substring(source.lastIndexOf('/') + 1));
        }
        return mark;
    }

    /** A description as it is, unless it only names the picture. */
    private static String word(String said) {
        String key = Text.key(said, 0, said.length(), 80);
        if (key.equals("yes") || key.equals("no")) {
            return said;
        }
        if (key.indexOf(' ') < 0 || key.endsWith(" icon") || key.endsWith(" mark") || key.endsWith(" image") || key.endsWith(" img") || key.endsWith(" symbol")) {
            String mark = byNames(said);
            if (mark != null) {
                return mark;
            }
        }
        return said;
    }

    private static String byNames(String names) {
        String lower = names.toLowerCase(Locale.ROOT);
        String found = null;
        int at = 0;
        while (at < lower.length()) {
            while (at < lower.length() && !Text.isAsciiAlnum(lower.charAt(at))) {
                at++;
            }
            int from = at;
            while (at < lower.length() && Text.isAsciiAlnum(lower.charAt(at))) {
                at++;
            }
            for (String no : NO_NAMES) {
                if (lower.regionMatches(from, no, 0, no.length()) && no.length() == at - from) {
                    return NO;
                }
            }
            for (String yes : YES_NAMES) {
                if (lower.regionMatches(from, yes, 0, yes.length()) && yes.length() == at - from) {
                    found = YES;
                }
            }
        }
        return found;
    }
}
