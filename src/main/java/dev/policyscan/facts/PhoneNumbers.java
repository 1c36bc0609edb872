package dev.policyscan.facts;

import dev.policyscan.classify.Tokens;
import dev.policyscan.statement.Clause;
import java.util.Locale;

/** Telephone numbers among tokens. */
final class PhoneNumbers {
    /** Figures of a telephone number, at most. */
    private static final int FIGURES = 15;
    /** What toll-free numbers begin with, at least, and the letters and figures behind it. */
    private static final int TOLL_FREE = 800;
    private static final int SPELLED = 6;

    private PhoneNumbers() {}

    /** Whether a telephone number begins at the token: groups of three, three and four figures. */
    static boolean phone(Tokens tokens, int i, int to) {
        if (tokens.kind(i) != Tokens.Kind.NUMBER || tokens.end(i) - tokens.start(i) != 3) {
            return false;
        }
        int second = nextNumber(tokens, i + 1, to);
        int length = second < 0 ? 0 : tokens.end(second) - tokens.start(second);
        int third = second < 0 ? -1 : nextNumber(tokens, second + 1, to);
        return length == 3 && third >= 0 && tokens.end(third) - tokens.start(third) == 4 || length == 7 || letters(tokens, i, to);
    }

    /** "+44 20 7946 0958", or "0303 123 1113" where a telephone is named: figures in groups of any length, eight or more. */
    static boolean international(Tokens tokens, int i, Clause clause, boolean named) {
        boolean plus = i > clause.from() && tokens.is(i - 1, '+');
        if (tokens.kind(i) != Tokens.Kind.NUMBER || !plus && !(named && tokens.end(i) - tokens.start(i) >= 2)) {
            return false;
        }
        int figures = 0;
        for (int next = i; next >= 0 && figures <= FIGURES; next = nextNumber(tokens, next + 1, clause.to())) {
            figures += tokens.end(next) - tokens.start(next);
        }
        return figures >= 8 && figures <= FIGURES;
    }

    /** "Fax to 425 555 0144": a number nobody speaks at. */
    static boolean toFax(Clause clause, int number) {
        Tokens tokens = clause.tokens();
        for (int i = number - 1; i >= clause.from() && i >= number - 5 && !tokens.is(i, "or") && !tokens.is(i, "phone") && !tokens.is(i, "call"); i--) {
            if (tokens.is(i, "fax")) {
                return tokens.is(Math.min(i + 1, clause.to() - 1), "to") || tokens.is(Math.min(i + 1, clause.to() - 1), ':') || tokens.is(Math.min(i + 1, clause.to() - 1), "at");
            }
        }
        return false;
    }

    /** "888-ALE-TOUR", "866-4HERON1": a number spelled in letters, all of them capitals or with figures among them. */
    private static boolean letters(Tokens tokens, int i, int to) {
        int count = 0;
        boolean letters = false;
        boolean figures = false;
        for (int next = i + 1; tokens.number(i) >= TOLL_FREE && next < to && joined(tokens, next); next++) {
            boolean word = tokens.kind(next) == Tokens.Kind.WORD;
            boolean figure = tokens.kind(next) == Tokens.Kind.NUMBER;
            String text = tokens.text(next);
            if (!figure && !(word && (figures || text.equals(text.toUpperCase(Locale.ROOT)))) && !tokens.is(next, '-')) {
                break;
            }
            letters |= word;
            figures |= figure;
            count += word || figure ? text.length() : 0;
        }
        return letters && count <= FIGURES && (!figures || count >= SPELLED);
    }

    /** Whether nothing but a hyphen stands between a token and the one before it, with or without blanks around it. */
    private static boolean joined(Tokens tokens, int token) {
        int gap = tokens.start(token) - tokens.end(token - 1);
        return gap == 0 || tokens.hyphenated(token - 1) || gap == 1 && (tokens.is(token, '-') || tokens.is(token - 1, '-'));
    }

    private static int nextNumber(Tokens tokens, int from, int to) {
        for (int i = from; i < Math.min(to, from + 3); i++) {
            if (tokens.kind(i) == Tokens.Kind.NUMBER) {
                return i;
            }
            if (tokens.kind(i) != Tokens.Kind.PUNCTUATION) {
                return -1;
            }
        }
        return -1;
    }
}
