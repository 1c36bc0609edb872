package dev.policyscan.document;

import java.util.List;

/**
 * The look of a short text's words: what tells a heading from a sentence.
 *
 * @param words number of words
 * @param letters number of letters
 * @param upper number of capital letters
 * @param digits number of digits
 * @param longWords words of four letters or more, the first word always counted
 * @param longCapitalized how many of them begin with a capital
 * @param capitalFirst whether the first letter is a capital (or the text begins with a digit)
 * @param contact whether it holds an e-mail or web address
 * @param last its last visible character, closing quotes and brackets apart
 */
record Shape(int words, int letters, int upper, int digits, int longWords, int longCapitalized, boolean capitalFirst, boolean contact, char last) {
    /** Longest text that can be a heading. */
    static final int LIMIT = 240;

    private static final String[] SMALL = {"from", "with", "that", "when", "into", "upon", "about", "over", "under", "your", "their", "this", "than"};
    private static final String INITIALS = Text.initials(List.of(SMALL));

    /** The shape of a text; null if it is too long to be a heading. */
    static Shape of(String s, int start, int end) {
        if (end - start > LIMIT || end <= start) {
            return null;
        }
        int words = 0;
        int letters = 0;
        int upper = 0;
        int digits = 0;
        int longWords = 0;
        int longCapitalized = 0;
        boolean capitalFirst = false;
        boolean contact = false;
        char[] chars = new char[end - start];
        s.getChars(start, end, chars, 0);
        int at = 0;
        while (at < chars.length) {
            char c = chars[at];
            if (!Text.isLetterOrDigit(c)) {
                if (c == '@' || c == ':' && at + 2 < chars.length && chars[at + 1] == '/' && chars[at + 2] == '/') {
                    contact = true;
                }
                at++;
                continue;
            }
            int from = start + at;
            int wordLetters = 0;
            while (at < chars.length) {
                char d = chars[at];
                // Most letters are small ones, and most of what ends a word is a blank.
                if (d >= 'a' && d <= 'z') {
                    wordLetters++;
                } else if (d == ' ') {
                    break;
                } else if (Text.isLetter(d)) {
                    wordLetters++;
                    upper += Text.isUpperCase(d) ? 1 : 0;
                } else if (d >= '0' && d <= '9') {
                    digits++;
                } else if (d != '\'' && d != '’' && !Text.isInvisible(d)) {
                    break;
                }
                at++;
            }
            letters += wordLetters;
            boolean capital = Text.isUpperCase(c) || c >= '0' && c <= '9';
            if (words == 0) {
                capitalFirst = capital;
            }
            if (words == 0 || wordLetters >= 4 && (capital || !small(s, from, start + at))) {
                longWords++;
                if (capital) {
                    longCapitalized++;
                }
            }
            if ((c | 32) == 'w' && Text.startsWith(s, from, start + at, "www") || (c | 32) == 'h' && Text.startsWith(s, from, start + at, "http")) {
                contact = true;
            }
            words++;
        }
        return new Shape(words, letters, upper, digits, longWords, longCapitalized, capitalFirst, contact, Text.lastChar(s, start, end));
    }

    /** Whether a word of four letters or more is one that titles leave in lower case. */
    static boolean small(String s, int start, int end) {
        int length = end - start;
        if (length > 5 || INITIALS.indexOf(s.charAt(start) | 32) < 0) {
            return false;
        }
        for (String word : SMALL) {
            if (word.length() == length && Text.startsWith(s, start, end, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all its words are capitals. */
    boolean allCaps() {
        return letters >= 3 && upper * 10 >= letters * 9;
    }

    /** Whether its words begin with capitals, small words apart. */
    boolean titleCase() {
        return capitalFirst && letters >= 2 && longCapitalized * 5 >= longWords * 4;
    }

    /** Whether it ends like a sentence or like part of one. */
    boolean ended() {
        return last == '.' || last == ';' || last == ',' || last == '!';
    }
}
