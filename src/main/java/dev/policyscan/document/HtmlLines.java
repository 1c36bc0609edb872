package dev.policyscan.document;

/**
 * Finds the lines of a page's source on which its texts stand, by reading both side by side. A parser that tracks positions notes those of every tag
 * and attribute, which takes half as long as the parsing itself.
 */
final class HtmlLines {
    /** Letters of a text that are compared. */
    private static final int COMPARED = 48;
    /** How many runs of text in the source are looked over for a text, and how many for a short one, which may well stand there twice. */
    private static final int FAR = 4096;
    private static final int NEAR = 48;
    private static final int SHORT = 16;
    /** Elements that hold nothing to read, or nothing that is mark-up. */
    private static final String[] PASSED = {"script", "style", "svg", "noscript", "select", "textarea", "template", "iframe"};

    private final String html;
    /** Where the search goes on: the start of a text between two tags. */
    private int at;
    /** The line of the text found last, and where it ends; -1 for the last line. */
    private int line;
    private int lineEnd;
    /** Characters that may still be looked over in vain, so that the time for a page stays linear. */
    private long patience;
    private boolean unclosed;

    private final Next tags;
    private final Next brackets;

    /** The next place of a character, kept so that one that is far away is not looked for again from each place before it. */
    private static final class Next {
        private final String text;
        private final char wanted;
        private int from;
        private int at = -1;

        Next(String text, char wanted) {
            this.text = text;
            this.wanted = wanted;
        }

        /** Its first place from an offset on; the length of the text for none. */
        int from(int offset) {
            if (offset < from || offset > at) {
                from = offset;
                at = text.indexOf(wanted, offset);
                at = at < 0 ? text.length() : at;
            }
            return at;
        }
    }

    HtmlLines(String html, int firstLine) {
        this.html = html;
        tags = new Next(html, '<');
        brackets = new Next(html, '>');
        line = firstLine;
        lineEnd = html.indexOf('\n');
        patience = 8L * html.length();
    }

    /** The line on which a text begins that comes after those asked for before; where it is not found, that of the one before. */
    int next(String text) {
        if (at < 0 || patience < 0) {
            return line;
        }
        int most = text.length() < SHORT ? NEAR : FAR;
        int run = at;
        for (int i = 0; i < most && run >= 0; i++) {
            if (begins(text, run)) {
                at = after(run);
                return line(run);
            }
            run = after(run);
        }
        patience -= (run < 0 ? html.length() : run) - at;
        return line;
    }

    /** Where the next text may start, or -1: after a tag, and after a bracket in an attribute, which only looks like the end of one. */
    private int after(int run) {
        int start = run;
        int first;
        do {
            int tag = tags.from(start);
            int end = brackets.from(start);
            if (tag == html.length() || end == html.length()) {
                return -1;
            }
            start = end < tag ? end + 1 : tagEnd(tag, end);
            first = start;
            while (first >= 0 && first < html.length() && html.charAt(first) <= ' ') {
                first++;
            }
        } while (first >= 0 && first < html.length() && html.charAt(first) == '<');
        return start;
    }

    /** Where the tag, comment or passed element ends that begins at an offset, or -1; the first bracket after it is given. */
    private int tagEnd(int tag, int end) {
        if (html.startsWith("!--", tag + 1)) {
            int close = html.indexOf("-->", tag + 2);
            return close < 0 ? -1 : close + 3;
        }
        char first = html.charAt(tag + 1);
        if (!Text.isLetter(first) && "/!?".indexOf(first) < 0) {
            return tag + 1;
        }
        for (String name : PASSED) {
            if ((first | 32) == name.charAt(0) && Text.startsWith(html, tag + 1, end, name) && !Text.isAsciiAlnum(html.charAt(tag + 1 + name.length()))
                    && html.charAt(end - 1) != '/') {
                return closing(name, end);
            }
        }
        return end + 1;
    }

    private int closing(String name, int from) {
        int end = unclosed ? -1 : html.indexOf("</", from);
        while (end >= 0 && !Text.startsWith(html, end + 2, html.length(), name)) {
            end = html.indexOf("</", end + 2);
        }
        if (end < 0) {
            // What is not closed is looked for no more, so that the time stays linear.
            unclosed = true;
            return from + 1;
        }
        int bracket = html.indexOf('>', end);
        return bracket < 0 ? -1 : bracket + 1;
    }

    /** Whether a text stands at an offset of the source. */
    private boolean begins(String text, int run) {
        int length = Math.min(text.length(), COMPARED);
        int source = run;
        int i = 0;
        while (i < length) {
            char c = source < html.length() ? html.charAt(source) : 0;
            int end = c == '&' ? entityEnd(source) : 0;
            if (end > 0 && !Text.isAsciiAlnum(text.charAt(i))) {
                source = end;
                i += Character.isHighSurrogate(text.charAt(i)) ? 2 : 1;
            } else if (c == text.charAt(i)) {
                source++;
                i++;
            } else {
                return false;
            }
        }
        return length < text.length() || source >= html.length() || html.charAt(source) == '<';
    }

    /** Where a character reference ends; 0 where there is none. */
    private int entityEnd(int start) {
        int end = start + 1;
        while (end < html.length() && end < start + 12 && (Text.isAsciiAlnum(html.charAt(end)) || html.charAt(end) == '#')) {
            end++;
        }
        return end < html.length() && html.charAt(end) == ';' ? end + 1 : 0;
    }

    private int line(int offset) {
        while (lineEnd >= 0 && lineEnd < offset) {
            line++;
            lineEnd = html.indexOf('\n', lineEnd + 1);
        }
        return line;
    }
}
