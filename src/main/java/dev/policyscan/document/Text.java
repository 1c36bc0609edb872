package dev.policyscan.document;

/** What characters are. */
final class Text {
    /** The letters and digits of ASCII in lower case; nothing elsewhere. */
    private static final char[] ALNUM = new char[128];

    static {
        for (char c = 0; c < ALNUM.length; c++) {
            ALNUM[c] = isAsciiAlnum(c) ? toLowerCase(c) : 0;
        }
    }

    private Text() {}

    /** Whether it is white space as people see it: no-break spaces, line ends and invisible characters included. */
    static boolean isSpace(char c) {
        return c <= ' ' || c >= 0x80 && isSpaceBeyondAscii(c);
    }

    // Apart, so that the compiler puts the rest where it is asked.
    private static boolean isSpaceBeyondAscii(char c) {
        return c == 0xA0 || c == 0x85 || c == 0x1680 || c >= 0x2000 && c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F
                || c == 0x205F || c == 0x3000 || isInvisible(c);
    }

    /** Whether it takes no room: zero-width characters, direction marks, the soft hyphen, the byte order mark. */
    static boolean isInvisible(char c) {
        return c >= 0xAD && isInvisibleBeyondLatin(c);
    }

    private static boolean isInvisibleBeyondLatin(char c) {
        return c == 0xAD || c >= 0x200B && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2060 && c <= 0x2064 || c == 0xFEFF
                || c == 0xFFFC;
    }

    /** {@link Character#isLetter(char)}, quicker where most letters are English. */
    static boolean isLetter(char c) {
        return c < 128 ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(c);
    }

    /** {@link Character#isLetterOrDigit(char)}. */
    static boolean isLetterOrDigit(char c) {
        return c < 128 ? isAsciiAlnum(c) : Character.isLetterOrDigit(c);
    }

    /** The letters that words begin with, to tell at once that something is none of them. */
    static String initials(Iterable<String> words) {
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            initials.append(word.charAt(0));
        }
        return initials.toString();
    }

    /** {@link Character#isUpperCase(char)}. */
    static boolean isUpperCase(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    /** {@link Character#toLowerCase(char)}. */
    static char toLowerCase(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' ? (char) (c + 32) : c : Character.toLowerCase(c);
    }

    static boolean isAsciiAlnum(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static int skipSpace(CharSequence s, int start, int end) {
        int at = start;
        while (at < end && isSpace(s.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Skips white space and one dash or colon, as in {@code Section 1 - Cookies}. */
    static int skipDash(CharSequence s, int start, int end) {
        int at = skipSpace(s, start, end);
        if (at + 1 < end && "-–—:.|".indexOf(s.charAt(at)) >= 0 && isSpace(s.charAt(at + 1))) {
            at = skipSpace(s, at + 1, end);
        }
        return at;
    }

    static int trimEnd(CharSequence s, int start, int end) {
        int at = end;
        while (at > start && isSpace(s.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Whether the text has the lower-case word at an offset, in any case. */
    static boolean startsWith(CharSequence s, int start, int end, String lower) {
        if (end - start < lower.length()) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            char c = s.charAt(start + i);
            if (c >= 'A' && c <= 'Z') {
                c += 32;
            }
            if (c != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The text in lower case, letters and digits only, words parted by one blank; at most {@code limit} characters are read. */
    static String key(String s, int start, int end, int limit) {
        int stop = Math.min(end, start + limit);
        if (stop <= start) {
            return "";
        }
        // What is kept is never longer than what was read.
        char[] out = new char[stop - start];
        s.getChars(start, stop, out, 0);
        int length = 0;
        boolean blank = false;
        for (int i = 0; i < stop - start; i++) {
            char c = out[i];
            char folded = c < 128 ? ALNUM[c] : Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
            if (folded != 0) {
                if (blank && length > 0) {
                    out[length++] = ' ';
                }
                blank = false;
                out[length++] = folded;
            } else if (c != '\'' && c != '’' && !isInvisible(c)) {
                blank = true;
            }
        }
        return new String(out, 0, length);
    }

    /** Last character that is not white space, a closing quote or a bracket; 0 for none. */
    static char lastChar(CharSequence s, int start, int end) {
        for (int i = end - 1; i >= start; i--) {
            char c = s.charAt(i);
            if (!isSpace(c) && "\"'”’)]»*_".indexOf(c) < 0) {
                return c;
            }
        }
        return 0;
    }
}
