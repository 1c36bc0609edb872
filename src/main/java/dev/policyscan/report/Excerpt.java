package dev.policyscan.report;

/** Makes words of a policy fit to be shown: on one line, short, and without characters that could play tricks on a terminal. */
final class Excerpt {
    private static final char ELLIPSIS = '…';

    private Excerpt() {}

    /** The text on one line: white space folded, control and formatting characters (colours, direction overrides) left out. */
    static String oneLine(String text) {
        return fold(text, 0, text.length()).toString().strip();
    }

    /**
     * The text on one line and at most {@code limit} characters long: where it is longer, what stands around the words
     * from {@code start} to {@code end}, cut between words, with an ellipsis where something is left out.
     */
    static String around(String text, int start, int end, int limit) {
        String before = fold(text, 0, start).toString();
        String words = fold(text, start, end).toString();
        String all = before + words + fold(text, end, text.length());
        if (all.strip().length() <= limit) {
            return all.strip();
        }
        // The words in the middle, but no room wasted beyond either end.
        int from = Math.max(0, before.length() - Math.max(0, limit - words.length()) / 2);
        from = Math.min(from, all.length() - limit);
        int to = from + limit;
        if (from > 0 && from < before.length()) {
            int space = all.indexOf(' ', from - 1);
            from = space >= 0 && space < before.length() ? space + 1 : wholeCharacter(all, from);
        }
        if (to < all.length()) {
            int wordsEnd = before.length() + words.length();
            int space = all.lastIndexOf(' ', to);
            to = space > from && (space >= wordsEnd || wordsEnd > to) ? space : wholeCharacter(all, to);
        }
        String shown = all.substring(from, to).strip();
        return (from > 0 ? ELLIPSIS + " " : "") + shown + (to < all.length() ? " " + ELLIPSIS : "");
    }

    private static int wholeCharacter(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }

    private static StringBuilder fold(String text, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        boolean space = start > 0 && blank(text.codePointBefore(start));
        for (int at = start; at < end; ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (blank(point)) {
                if (!space) {
                    out.append(' ');
                }
                space = true;
            } else if (visible(point)) {
                out.appendCodePoint(point);
                space = false;
            }
        }
        return out;
    }

    private static boolean blank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
