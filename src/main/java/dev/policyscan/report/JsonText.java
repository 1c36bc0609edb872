package dev.policyscan.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * JSON being written, as UTF-8, with two spaces a level and line feeds on every platform. A report has so many small values that a generator
 * of general use takes several times as long.
 */
final class JsonText {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /** A line feed and the indentation behind it. */
    private static final byte[] BREAK = ("\n" + " ".repeat(64)).getBytes(StandardCharsets.US_ASCII);
    /** The constants of an enum as strings in lower case. */
    private static final ClassValue<byte[][]> TERMS = new ClassValue<>() {
        @Override
        protected byte[][] computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ('"' + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT) + '"').getBytes(StandardCharsets.US_ASCII))
                    .toArray(byte[][]::new);
        }
    };

    private byte[] bytes;
    private int length;
    private int depth;
    /** Whether nothing stands in the innermost object or array yet. */
    private boolean empty = true;
    /** Whether the next value belongs to the name before it. */
    private boolean named;
    /** How many of the open objects and arrays stay on one line. */
    private int inline;

    /** @param capacity about how many bytes it will have */
    JsonText(int capacity) {
        bytes = new byte[capacity];
    }

    /** What was written, and a line feed. */
    byte[] line() {
        put('\n');
        return Arrays.copyOf(bytes, length);
    }

    /** The name of a field, all letters, figures and underscores. */
    JsonText name(String name) {
        separate();
        int count = name.length();
        room(count + 4);
        bytes[length] = '"';
        ascii(name, length + 1);
        length += count + 1;
        bytes[length++] = '"';
        bytes[length++] = ':';
        bytes[length++] = ' ';
        named = true;
        return this;
    }

    @SuppressWarnings("deprecation") // It drops the upper half of characters, and ASCII has none.
    private void ascii(String text, int at) {
        text.getBytes(0, text.length(), bytes, at);
    }

    void beginObject() {
        begin('{');
    }

    void beginObject(String name) {
        name(name).begin('{');
    }

    void endObject() {
        end('}');
    }

    void beginArray() {
        begin('[');
    }

    void beginArray(String name) {
        name(name).begin('[');
    }

    void endArray() {
        end(']');
    }

    /** An array on one line. */
    void beginList(String name) {
        name(name);
        inline++;
        begin('[');
    }

    void endList() {
        end(']');
        inline--;
    }

    /** An object on one line. */
    void beginLine() {
        begin('{');
        inline++;
    }

    void endLine() {
        end('}');
        inline--;
    }

    void field(String name, String value) {
        name(name).value(value);
    }

    void field(String name, long value) {
        name(name).value(value);
    }

    void field(String name, boolean value) {
        name(name).raw(value ? "true" : "false");
    }

    void term(String name, Enum<?> constant) {
        name(name).term(constant);
    }

    /** A constant's name in lower case; null is {@code null}. */
    void term(Enum<?> constant) {
        if (constant == null) {
            raw("null");
            return;
        }
        separate();
        byte[] term = TERMS.get(constant.getDeclaringClass())[constant.ordinal()];
        room(term.length);
        System.arraycopy(term, 0, bytes, length, term.length);
        length += term.length;
    }

    /** A string; null is {@code null}. */
    void value(String value) {
        if (value == null) {
            raw("null");
        } else {
            separate();
            quoted(value);
        }
    }

    void value(long value) {
        separate();
        digits(value);
    }

    /** A part of one with two decimals at most, no trailing zeros. */
    void hundredths(long hundredths) {
        separate();
        digits(hundredths / 100);
        int rest = (int) (hundredths % 100);
        if (rest != 0) {
            put('.');
            put((char) ('0' + rest / 10));
            if (rest % 10 != 0) {
                put((char) ('0' + rest % 10));
            }
        }
    }

    private void raw(String literal) {
        separate();
        room(literal.length());
        ascii(literal, length);
        length += literal.length();
    }

    private void begin(char bracket) {
        separate();
        put(bracket);
        depth++;
        empty = true;
    }

    private void end(char bracket) {
        depth--;
        if (!empty) {
            breakLine();
        }
        put(bracket);
        empty = false;
    }

    /** Writes what stands between a value and the one before it. */
    private void separate() {
        if (named || depth == 0) {
            named = false;
        } else {
            part();
        }
    }

    private void part() {
        if (!empty) {
            put(',');
            if (inline > 0) {
                put(' ');
            }
        }
        empty = false;
        breakLine();
    }

    private void breakLine() {
        if (inline == 0) {
            int count = 2 * depth + 1;
            room(count);
            System.arraycopy(BREAK, 0, bytes, length, count);
            length += count;
        }
    }

    private void digits(long value) {
        int count = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            count++;
        }
        room(count);
        length += count;
        int at = length;
        for (long rest = value; count > 0; count--, rest /= 10) {
            bytes[--at] = (byte) ('0' + rest % 10);
        }
    }

    private void quoted(String value) {
        int count = value.length();
        // No character takes more than six bytes.
        room(6 * count + 2);
        byte[] out = bytes;
        int at = length;
        out[at++] = '"';
        for (int i = 0; i < count; i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                if (c >= ' ' && c != '"' && c != '\\') {
                    out[at++] = (byte) c;
                } else {
                    at = escape(c, out, at);
                }
            } else if (c < 0x800) {
                out[at++] = (byte) (0xC0 | c >> 6);
                out[at++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                out[at++] = (byte) (0xE0 | c >> 12);
                out[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < count && Character.isLowSurrogate(value.charAt(i + 1))) {
                int point = Character.toCodePoint(c, value.charAt(++i));
                out[at++] = (byte) (0xF0 | point >> 18);
                out[at++] = (byte) (0x80 | point >> 12 & 0x3F);
                out[at++] = (byte) (0x80 | point >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | point & 0x3F);
            } else {
                // Half a character has no encoding.
                out[at++] = '?';
            }
        }
        out[at++] = '"';
        length = at;
    }

    private static int escape(char c, byte[] out, int from) {
        int at = from;
        out[at++] = '\\';
        int letter = "\b\t\n\f\r\"\\".indexOf(c);
        if (letter >= 0) {
            out[at++] = (byte) "btnfr\"\\".charAt(letter);
        } else {
            out[at++] = 'u';
            out[at++] = '0';
            out[at++] = '0';
            out[at++] = HEX[c >> 4];
            out[at++] = HEX[c & 0xF];
        }
        return at;
    }

    private void put(char c) {
        room(1);
        bytes[length++] = (byte) c;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
