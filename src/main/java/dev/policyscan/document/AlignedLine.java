package dev.policyscan.document;

import java.util.Arrays;

/** A line of plain text: where its words stand, counted in columns, and where in the text. A bullet or a number is part of the word after it. */
final class AlignedLine {
    /** Widest room after a bullet. */
    private static final int AFTER_MARK = 8;

    /** Its number among the lines, from 0. */
    final int number;
    int size;
    int[] left = new int[16];
    int[] right = new int[16];
    int[] start = new int[16];
    int[] end = new int[16];
    /** Whether a rule stands above it. */
    boolean ruled;
    private boolean[] barred = new boolean[16];

    /** Reads a trimmed line that begins at a column; bars are rules between its words where it is part of a grid. */
    AlignedLine(String text, int number, int from, int to, int indent, boolean grid) {
        this.number = number;
        int column = indent;
        boolean word = false;
        boolean bar = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean rule = upright(c) || grid && c == '|';
            boolean blank = rule || Text.isSpace(c);
            bar |= rule;
            if (!blank && !word) {
                open(text, i, column, bar);
                bar = false;
            }
            word = !blank;
            column += c == '\t' ? 8 - column % 8 : Text.isInvisible(c) || Character.isLowSurrogate(c) ? 0 : 1;
            if (word) {
                right[size - 1] = column;
                end[size - 1] = i + 1;
            }
        }
    }

    /** Whether a character draws a line down. */
    private static boolean upright(char c) {
        return c == '│' || c == '┃' || c == '║';
    }

    /** Whether the characters from one offset to another draw a line across; where bars and corners stand in it does not matter. */
    static boolean isRule(String text, int from, int to) {
        int marks = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean drawn = c >= 0x2500 && c < 0x2580;
            if (c == '-' || c == '=' || drawn && !upright(c)) {
                marks++;
            } else if (!drawn && c != '+' && c != ' ') {
                return false;
            }
        }
        return marks > 2;
    }

    private void open(String text, int at, int column, boolean bar) {
        int before = size - 1;
        if (before >= 0 && !bar && column - right[before] <= AFTER_MARK && (before == 0 || left[before] - right[before - 1] > 1)
                && PdfRow.marks(text.substring(start[before], end[before]))) {
            return;
        }
        if (size == left.length) {
            left = Arrays.copyOf(left, 2 * size);
            right = Arrays.copyOf(right, 2 * size);
            start = Arrays.copyOf(start, 2 * size);
            end = Arrays.copyOf(end, 2 * size);
            barred = Arrays.copyOf(barred, 2 * size);
        }
        left[size] = column;
        barred[size] = bar;
        start[size++] = at;
    }

    /** The room before a word; more than that between words of a sentence where a bar stands in it. */
    int room(int word) {
        int room = left[word] - right[word - 1];
        return barred[word] ? Math.max(3, room) : room;
    }

    int left() {
        return left[0];
    }

    int right() {
        return right[size - 1];
    }

    /** The first word that ends after a column; the number of words where there is none. */
    int after(int column) {
        int at = 0;
        while (at < size && right[at] <= column) {
            at++;
        }
        return at;
    }

    /** The widest part of a gap that the words leave free, as two columns; null where they leave none. */
    int[] leaves(int from, int to) {
        int[] widest = {from, from};
        int low = from;
        for (int i = after(from); low < to; i++) {
            int high = i < size ? Math.min(left[i], to) : to;
            if (high - low > widest[1] - widest[0]) {
                widest = new int[] {low, high};
            }
            low = i < size ? right[i] : to;
        }
        return widest[0] < widest[1] ? widest : null;
    }
}
