package dev.policyscan.document;

/** Reads the characters of symbol fonts, which stand in Unicode's private area, and the ligatures of typesetters. */
final class Symbols {
    private Symbols() {}

    /** What a character of a symbol font looks like: a check mark, a cross, a box, else a bullet; other characters as they are. */
    static char of(char c) {
        if (c < 0xF000 || c > 0xF0FF) {
            return c;
        }
        return switch (c & 0xff) {
            case 0xFC, 0xFE, 0x52, 0x50 -> '✓';
            case 0xFB, 0xFD, 0x4F, 0x51, 0x53, 0x54 -> '✗';
            case 0xA8, 0x6F, 0x71, 0x72 -> '☐';
            case 0xA7, 0x6E -> '▪';
            case 0xD8 -> '➢';
            case 0x76 -> '❖';
            case 0x2D, 0xBE -> '–';
            default -> '•';
        };
    }

    /** A text with symbols as they look and ligatures as letters. */
    static String plain(String s) {
        int at = 0;
        while (at < s.length() && !special(s.charAt(at))) {
            at++;
        }
        if (at == s.length()) {
            return s;
        }
        StringBuilder out = new StringBuilder(s.length() + 4).append(s, 0, at);
        for (; at < s.length(); at++) {
            char c = s.charAt(at);
            switch (c) {
                case 0xFB00 -> out.append("ff");
                case 0xFB01 -> out.append("fi");
                case 0xFB02 -> out.append("fl");
                case 0xFB03 -> out.append("ffi");
                case 0xFB04 -> out.append("ffl");
                case 0xFB05, 0xFB06 -> out.append("st");
                default -> out.append(of(c));
            }
        }
        return out.toString();
    }

    private static boolean special(char c) {
        return c >= 0xFB00 && c <= 0xFB06 || c >= 0xF000 && c <= 0xF0FF;
    }
}
