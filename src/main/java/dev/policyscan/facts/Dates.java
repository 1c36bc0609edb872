package dev.policyscan.facts;

import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calendar dates in the forms policies print: "October 20th, 2020", "20 October 2020", "2020-10-20", "10/20/2020", "May 2024". */
public final class Dates {
    /**
     * A date in a clause.
     *
     * @param iso the date, {@code YYYY-MM-DD} or {@code YYYY-MM}
     * @param from its first token
     * @param to after its last token
     */
    record Date(String iso, int from, int to) {}

    private static final WordSet ORDINALS = WordSet.of("st", "nd", "rd", "th");
    private static final Map<String, Integer> NUMBERS = new HashMap<>(Map.of("sept", 9));
    private static final WordSet MONTHS;

    static {
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            NUMBERS.put(name, month.getValue());
            NUMBERS.put(name.substring(0, 3), month.getValue());
        }
        MONTHS = WordSet.of(NUMBERS.keySet().toArray(String[]::new));
    }

    private Dates() {}

    /** Whether a word, in lower case, is a month's name, in full or cut short, or the ending of a numbered day: "st", "th". */
    public static boolean isWord(String word) {
        return NUMBERS.containsKey(word) || ORDINALS.contains(word);
    }

    /** The dates of the clause, in order. */
    static List<Date> of(Clause clause) {
        if (!clause.hasFigures()) {
            return List.of();
        }
        List<Date> dates = new ArrayList<>(1);
        Tokens tokens = clause.tokens();
        boolean dayFirst = clause.indexOf('/') >= 0 && beginsWithDay(clause);
        for (int i = clause.from(); i < clause.to(); i++) {
            Date date = tokens.kind(i) == Tokens.Kind.NUMBER ? numeric(tokens, i, clause.to(), dayFirst) : null;
            if (date == null && tokens.kind(i) == Tokens.Kind.WORD) {
                date = named(tokens, i, clause.from(), clause.to());
            }
            if (date != null && (dates.isEmpty() || date.from() >= dates.get(dates.size() - 1).to())) {
                dates.add(date);
                i = date.to() - 1;
            }
        }
        return dates;
    }

    /** A date whose month stands at the token. */
    private static Date named(Tokens tokens, int month, int from, int to) {
        int number = month(tokens, month);
        if (number == 0) {
            return null;
        }
        int i = month + 1;
        if (i < to && (tokens.is(i, '.') || tokens.is(i, ',') || tokens.is(i, '/'))) {
            i++;
        }
        int day = 0;
        int begin = month;
        if (i < to && day(tokens, i) > 0 && tokens.number(i) < 32) {
            day = day(tokens, i++);
            // "22^nd" is how some programs write a raised ending.
            i += i + 1 < to && tokens.is(i, '^') ? 1 : 0;
            if (i < to && ordinal(tokens, i)) {
                i++;
            }
        } else {
            int back = month - 1;
            if (back >= from && (tokens.is(back, "of") || joint(tokens, back))) {
                back--;
            }
            if (back >= from && tokens.is(back, "day")) {
                back--;
            }
            if (back >= from && ordinal(tokens, back)) {
                back--;
            }
            if (back >= from && day(tokens, back) > 0) {
                day = day(tokens, back);
                begin = back;
            }
        }
        while (i < to && (tokens.is(i, ',') || tokens.is(i, '.') || tokens.is(i, "of") || tokens.is(i, '-') || tokens.is(i, '/'))) {
            i++;
        }
        int year = i < to ? tokens.number(i) : -1;
        return year >= 1990 && year <= 2100 ? new Date(iso(year, number, day), begin, i + 1) : null;
    }

    /** A date in figures that begins at the token. */
    private static Date numeric(Tokens tokens, int i, int to, boolean clearlyDayFirst) {
        if (i + 2 < to && tokens.is(i + 1, '/') && tokens.number(i) <= 12 && tokens.number(i + 2) >= 1990 && tokens.number(i + 2) <= 2100
                && tokens.end(i) == tokens.start(i + 1) && !(i > 1 && tokens.is(i - 1, '/')) && !(i + 3 < to && tokens.is(i + 3, '/'))) {
            return tokens.number(i) < 1 ? null : new Date(iso(tokens.number(i + 2), tokens.number(i), 0), i, i + 3);
        }
        if (i + 4 >= to || tokens.kind(i + 2) != Tokens.Kind.NUMBER || tokens.kind(i + 4) != Tokens.Kind.NUMBER
                || tokens.end(i) != tokens.start(i + 1) && (tokens.number(i) < 1990 && tokens.number(i + 4) < 1990 || tokens.end(i + 2) == tokens.start(i + 3))) {
            return null;
        }
        char mark = tokens.is(i + 1, '-') ? '-' : tokens.is(i + 1, '/') ? '/' : '.';
        if (!tokens.is(i + 1, mark) || !tokens.is(i + 3, mark)) {
            return null;
        }
        int a = tokens.number(i);
        int b = tokens.number(i + 2);
        int c = tokens.number(i + 4);
        if (a >= 1990 && a <= 2100 && b >= 1 && b <= 12 && c >= 1 && c <= 31) {
            return new Date(iso(a, b, c), i, i + 5);
        }
        int year = c < 100 && tokens.end(i + 4) - tokens.start(i + 4) == 2 ? 2000 + c : c;
        if (year < 1990 || year > 2100 || a < 1 || b < 1) {
            return null;
        }
        boolean dayFirst = a > 12 || tokens.is(i + 1, '.') || b <= 12 && clearlyDayFirst;
        int month = dayFirst ? b : a;
        int day = dayFirst ? a : b;
        return month <= 12 && day <= 31 ? new Date(iso(year, month, day), i, i + 5) : null;
    }

    /** Whether a date of the clause begins with what can be no month, which tells how the others are written: "from 28/02/2030 to 03/04/2030". */
    private static boolean beginsWithDay(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 4 < clause.to(); i++) {
            if (tokens.is(i + 1, '/') && tokens.is(i + 3, '/') && tokens.number(i) > 12 && day(tokens, i) > 0) {
                return true;
            }
        }
        return false;
    }

    private static int month(Tokens tokens, int i) {
        return tokens.isAny(i, MONTHS) ? NUMBERS.get(tokens.word(i)) : 0;
    }

    /** Whether a mark joins the day to the month: "12-Sep-2024". */
    private static boolean joint(Tokens tokens, int i) {
        return (tokens.is(i, '-') || tokens.is(i, '/') || tokens.is(i, '.')) && tokens.end(i) == tokens.start(i + 1);
    }

    private static int day(Tokens tokens, int i) {
        int day = tokens.number(i);
        return day >= 1 && day <= 31 ? day : 0;
    }

    private static boolean ordinal(Tokens tokens, int i) {
        return tokens.isAny(i, ORDINALS);
    }

    private static String two(int number) {
        return (number < 10 ? "-0" : "-") + number;
    }

    private static String iso(int year, int month, int day) {
        // Years have four figures.
        return year + two(month) + (day == 0 ? "" : two(day));
    }
}
