package dev.policyscan.document;

/**
 * A bullet or a number at the beginning of a line.
 *
 * @param kind how it is written
 * @param depth number of its parts: 2 for {@code 3.1}
 * @param ordinal value of its last part, from 1; 0 for bullets
 * @param end offset of the text after it
 */
record Marker(Kind kind, int depth, int ordinal, int end) {
    /** How a marker is written. */
    enum Kind { BULLET, DECIMAL, DECIMAL_PAREN, UPPER, LOWER, ROMAN, LOWER_ROMAN, PAREN, NAMED, BARE }

    private static final String BULLETS = "-*+•·▪–—●○■□◦‣⁃➢➤►▶∙⚫➔→✓✔❖◆◾▸";
    private static final String[] NAMES = {"section", "article", "part", "chapter", "clause"};

    boolean bullet() {
        return kind == Kind.BULLET;
    }

    /** The marker at the start of a line, or null. The line is trimmed; {@code BARE} numbers without a full stop count too. */
    static Marker at(CharSequence s, int start, int end) {
        if (start >= end) {
            return null;
        }
        char c = s.charAt(start);
        if (BULLETS.indexOf(c) >= 0) {
            return bulletAt(s, start, end, c);
        }
        if (c == 'o' || c == '§') {
            if (start + 1 < end && Text.isSpace(s.charAt(start + 1))) {
                return new Marker(c == 'o' ? Kind.BULLET : Kind.NAMED, 1, 0, Text.skipSpace(s, start + 1, end));
            }
        }
        if (c >= '0' && c <= '9') {
            return decimalAt(s, start, end);
        }
        if (c == '(') {
            return parenAt(s, start, end);
        }
        if (c < 'A' || c > 'z' || c > 'Z' && c < 'a') {
            return null;
        }
        for (String name : NAMES) {
            Marker named = namedAt(s, start, end, name);
            if (named != null) {
                return named;
            }
        }
        return letterAt(s, start, end);
    }

    private static Marker bulletAt(CharSequence s, int start, int end, char c) {
        int at = start + 1;
        if (at < end && !Text.isSpace(s.charAt(at))) {
            // "•Name" is a bullet, "-5", "*Note" and "—which" are not.
            boolean tight = c == '•' || c == '●' || c == '▪' || c == '■' || c == '·' || c == '➢' || c == '◦';
            if (!tight || !Text.isLetter(s.charAt(at)) && "“\"'‘(*".indexOf(s.charAt(at)) < 0) {
                return null;
            }
        }
        return new Marker(Kind.BULLET, 1, 0, Text.skipSpace(s, at, end));
    }

    private static Marker decimalAt(CharSequence s, int start, int end) {
        int at = start;
        int depth = 0;
        int value = 0;
        while (true) {
            int digits = at;
            value = 0;
            while (at < end && s.charAt(at) >= '0' && s.charAt(at) <= '9' && at - digits < 3) {
                value = 10 * value + s.charAt(at++) - '0';
            }
            if (at == digits || at - digits > 2) {
                return null;
            }
            depth++;
            if (at + 1 < end && s.charAt(at) == '.' && s.charAt(at + 1) >= '0' && s.charAt(at + 1) <= '9') {
                at++;
                continue;
            }
            break;
        }
        Kind kind = depth > 1 ? Kind.DECIMAL : Kind.BARE;
        boolean tight = false;
        if (at < end && (s.charAt(at) == '.' || s.charAt(at) == ')')) {
            kind = s.charAt(at) == ')' ? Kind.DECIMAL_PAREN : Kind.DECIMAL;
            at++;
            tight = depth == 1 && at < end && Text.isUpperCase(s.charAt(at));
        } else if (at < end && s.charAt(at) == '\\') {
            return null;
        }
        if (at < end && !Text.isSpace(s.charAt(at)) && !tight) {
            return null;
        }
        if (kind == Kind.BARE && at >= end) {
            return null;
        }
        return new Marker(kind, depth, value, Text.skipDash(s, at, end));
    }

    private static Marker parenAt(CharSequence s, int start, int end) {
        int at = start + 1;
        int close = at;
        while (close < end && close - at < 5 && Text.isAsciiAlnum(s.charAt(close))) {
            close++;
        }
        if (close == at || close >= end || s.charAt(close) != ')') {
            return null;
        }
        int value;
        char c = s.charAt(at);
        if (c >= '0' && c <= '9') {
            value = number(s, at, close);
        } else if (close - at == 1) {
            value = Character.toLowerCase(c) - 'a' + 1;
        } else {
            value = roman(s, at, close);
        }
        return value <= 0 || value > 99 ? null : new Marker(Kind.PAREN, 1, value, Text.skipSpace(s, close + 1, end));
    }

    private static Marker letterAt(CharSequence s, int start, int end) {
        int at = start;
        while (at < end && at - start < 6 && "IVXLivxl".indexOf(s.charAt(at)) >= 0) {
            at++;
        }
        boolean roman = at > start;
        if (!roman) {
            at = start + 1;
        }
        if (at >= end || s.charAt(at) != '.' && s.charAt(at) != ')') {
            return null;
        }
        int depth = 1;
        int number = at + 1;
        while (s.charAt(at) == '.' && number < end && number - at < 3 && s.charAt(number) >= '0' && s.charAt(number) <= '9') {
            number++;
        }
        if (number > at + 1) {
            // "A.1 Cookies", "II.3. Cookies"
            depth = 2;
            if (number < end && s.charAt(number) != '.') {
                number--;
            }
        } else {
            number = at;
        }
        if (number + 1 < end && !Text.isSpace(s.charAt(number + 1))) {
            return null;
        }
        boolean upper = Text.isUpperCase(s.charAt(start));
        int value = roman ? roman(s, start, at) : 0;
        boolean single = at - start == 1;
        if (roman && value <= 0) {
            return null;
        }
        // A lone L, X or V is more often the letter; a lone I, the numeral.
        if (single && Character.toLowerCase(s.charAt(start)) != 'i' && Character.toLowerCase(s.charAt(start)) != 'v'
                && Character.toLowerCase(s.charAt(start)) != 'x') {
            roman = false;
        }
        int next = Text.skipSpace(s, Math.min(number + 1, end), end);
        if (roman) {
            return new Marker(upper ? Kind.ROMAN : Kind.LOWER_ROMAN, depth, value, next);
        }
        return single
                ? new Marker(upper ? Kind.UPPER : Kind.LOWER, depth, Character.toLowerCase(s.charAt(start)) - 'a' + 1, next)
                : null;
    }

    private static Marker namedAt(CharSequence s, int start, int end, String name) {
        int at = start + name.length();
        if (at + 1 >= end || !Text.startsWith(s, start, end, name) || !Text.isSpace(s.charAt(at))) {
            return null;
        }
        at = Text.skipSpace(s, at, end);
        int from = at;
        while (at < end && at - from < 6 && (Text.isAsciiAlnum(s.charAt(at)) || s.charAt(at) == '.')) {
            at++;
        }
        if (at == from || at < end && Text.isAsciiAlnum(s.charAt(at))) {
            return null;
        }
        int last = at;
        while (last > from && s.charAt(last - 1) == '.') {
            last--;
        }
        int value = number(s, from, last);
        if (value <= 0) {
            value = roman(s, from, last);
        }
        if (value <= 0 && last - from == 1 && Text.isUpperCase(s.charAt(from))) {
            value = s.charAt(from) - 'A' + 1;
        }
        if (value <= 0) {
            return null;
        }
        return new Marker(Kind.NAMED, 1, value, Text.skipDash(s, at, end));
    }

    private static int number(CharSequence s, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = s.charAt(i);
            if (c == '.' && i > start) {
                value = 0;
                continue;
            }
            if (c < '0' || c > '9') {
                return 0;
            }
            value = Math.min(1000, 10 * value + c - '0');
        }
        return value;
    }

    private static int roman(CharSequence s, int start, int end) {
        int total = 0;
        int last = 0;
        for (int i = end - 1; i >= start; i--) {
            int value = switch (s.charAt(i)) {
                case 'I', 'i' -> 1;
                case 'V', 'v' -> 5;
                case 'X', 'x' -> 10;
                case 'L', 'l' -> 50;
                default -> 0;
            };
            if (value == 0) {
                return 0;
            }
            total += value < last ? -value : value;
            last = Math.max(last, value);
        }
        return total;
    }
}
