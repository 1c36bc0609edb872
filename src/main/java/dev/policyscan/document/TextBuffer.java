package dev.policyscan.document;

import java.util.Arrays;

/** Growing text with a style for each of its characters. */
final class TextBuffer implements CharSequence {
    private char[] chars;
    private byte[] styles;
    private int length;

    TextBuffer(int capacity) {
        chars = new char[Math.max(64, capacity)];
        styles = new byte[chars.length];
    }

    void append(char c, byte style) {
        if (length == chars.length) {
            grow(length + 1);
        }
        styles[length] = style;
        chars[length++] = c;
    }

    void append(String s, int start, int end, byte style) {
        int count = end - start;
        if (length + count > chars.length) {
            grow(length + count);
        }
        s.getChars(start, end, chars, length);
        if (style != 0) {
            Arrays.fill(styles, length, length + count, style);
        }
        length += count;
    }

    private void grow(int least) {
        int size = Math.max(least, chars.length + (chars.length >> 1));
        chars = Arrays.copyOf(chars, size);
        styles = Arrays.copyOf(styles, size);
    }

    byte style(int index) {
        return styles[index];
    }

    void set(int index, char c) {
        chars[index] = c;
    }

    @Override
    public char charAt(int index) {
        return chars[index];
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(chars, start, end - start);
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
