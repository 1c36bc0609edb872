package dev.policyscan.document;

import java.util.List;

/** A line of words in a column of a page. */
final class PdfLine {
    /** Gaps below this many ems stand within a word. */
    private static final float TIGHT = 0.16f;

    final List<PdfWord> words;
    final Column column;
    final int page;
    final float left;
    final float right;
    final float base;
    final float size;
    final boolean bold;
    /** Its number among the lines of the document, from 1. */
    int number;
    /** Whether it is a line of a table of contents. */
    boolean contents;

    /** The room that lines have. */
    static final class Column {
        float left;
        float right;
        /** Whether it is the page's own, rather than one of several side by side. */
        boolean whole;

        Column(float left, float right) {
            this.left = left;
            this.right = right;
        }
    }

    PdfLine(List<PdfWord> words, Column column, int page) {
        this.words = words;
        this.column = column;
        this.page = page;
        float from = Float.MAX_VALUE;
        float to = 0;
        int letters = 0;
        int boldLetters = 0;
        for (PdfWord word : words) {
            from = Math.min(from, word.left);
            to = Math.max(to, word.right);
            int length = letters(word.text);
            letters += length;
            boldLetters += word.bold ? length : 0;
        }
        left = from;
        right = to;
        PdfWord usual = usual(words);
        base = usual.base;
        size = usual.size;
        bold = letters > 0 && boldLetters == letters;
    }

    /** A word of the size that most of the letters have. */
    static PdfWord usual(List<PdfWord> words) {
        PdfWord best = words.get(0);
        int most = -1;
        for (int i = 0; i < words.size() && i < 40; i++) {
            PdfWord word = words.get(i);
            int length = 0;
            for (int j = 0; j < words.size() && j < 200; j++) {
                length += !word.raised && Math.abs(words.get(j).size - word.size) < 0.3f ? words.get(j).text.length() : 0;
            }
            if (length > most) {
                most = length;
                best = word;
            }
        }
        return best;
    }

    private static int letters(String s) {
        int count = 0;
        for (int i = 0; i < s.length(); i++) {
            count += Character.isLetterOrDigit(s.charAt(i)) ? 1 : 0;
        }
        return count;
    }

    /** Whether no blank stands before a word of the line. */
    boolean glued(int index) {
        if (index == 0) {
            return false;
        }
        PdfWord word = words.get(index);
        PdfWord before = words.get(index - 1);
        return !word.spaced && word.left - before.right < TIGHT * Math.min(word.size, before.size);
    }

    String text() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0 && !glued(i)) {
                out.append(' ');
            }
            out.append(words.get(i).text);
        }
        return out.toString();
    }

    /** Room that its first word takes. */
    float first() {
        PdfWord word = words.get(0);
        return word.right - word.left;
    }

    /** Whether a word more would have fitted, so that something other than the end of the room ended the line. */
    boolean endsEarly(PdfLine next) {
        if (hyphenated(words.get(words.size() - 1).text) && Character.isLowerCase(next.words.get(0).text.charAt(0))) {
            return false;
        }
        return right + 0.3f * size + next.first() + 0.6f * size < column.right;
    }

    /** Whether a word ends in a hyphen. */
    static boolean hyphenated(String word) {
        int length = word.length();
        if (length < 2) {
            return false;
        }
        char c = word.charAt(length - 1);
        return (c == '-' || c == '‐' || c == 0xAD) && Character.isLetterOrDigit(word.charAt(length - 2));
    }
}
