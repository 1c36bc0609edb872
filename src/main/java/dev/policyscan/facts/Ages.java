package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ages in years, in figures and words. */
final class Ages {
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("twelve", 12), Map.entry("thirteen", 13), Map.entry("fourteen", 14), Map.entry("fifteen", 15), Map.entry("sixteen", 16),
            Map.entry("seventeen", 17), Map.entry("eighteen", 18), Map.entry("nineteen", 19), Map.entry("twenty", 20));
    private static final WordSet UNITS =
            WordSet.of("days", "day", "months", "month", "weeks", "hours", "minutes", "percent", "business", "calendar", "th", "st", "cfr", "u", "usc");
    /** Behind "13 or", "18 and". */
    private static final WordSet UPWARDS = WordSet.of("older", "over", "above", "up");
    private static final WordSet DOWNWARDS = WordSet.of("younger", "under", "below");
    private static final WordSet SPELLED = WordSet.of(WORDS.keySet().toArray(String[]::new));

    /**
     * An age in a clause.
     *
     * @param years the age
     * @param token its token
     * @param under whether the words before it make it "under" that age, rather than "at least" it
     */
    record Age(int years, int token, boolean under) {}

    private Ages() {}

    /** Whether any age stands in the clause. */
    static boolean any(Clause clause) {
        return !of(clause).isEmpty();
    }

    /** The ages of the clause, in order; numbers that count other things (days, sections, dates) are left out. */
    static List<Age> of(Clause clause) {
        if (!clause.hasFigures() && !clause.hasAny(SPELLED)) {
            return List.of();
        }
        List<Age> ages = new ArrayList<>();
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            int years = years(tokens, i);
            if (years < 5 || years > 21 || counted(clause, i)) {
                continue;
            }
            if (i > clause.from() && (tokens.is(i - 1, '(') || tokens.is(i - 1, '"')) && !ages.isEmpty() && ages.get(ages.size() - 1).years() == years) {
                continue;
            }
            Boolean under = under(clause, i);
            if (under != null) {
                ages.add(new Age(years, i, under));
            }
        }
        return ages;
    }

    private static int years(Tokens tokens, int i) {
        if (tokens.kind(i) == Tokens.Kind.NUMBER) {
            return tokens.number(i);
        }
        if (!tokens.isAny(i, SPELLED)) {
            return -1;
        }
        int age = WORDS.get(tokens.word(i));
        if (age == 20 && i + 1 < tokens.size() && tokens.is(i + 1, "one")) {
            return 21;
        }
        // "Twenty-four months".
        return age == 20 && tokens.hyphenated(i) ? -1 : age;
    }

    /** Whether the number counts something else than years of life. */
    private static boolean counted(Clause clause, int i) {
        Tokens tokens = clause.tokens();
        int next = i + 1;
        while (next < clause.to() && (tokens.is(next, ')') || tokens.is(next, '(') || tokens.kind(next) == Tokens.Kind.NUMBER)) {
            next++;
        }
        if (next < clause.to()) {
            if (tokens.isAny(next, UNITS) || tokens.is(next, '%') || tokens.is(next, '.') && next + 1 < clause.to() && tokens.kind(next + 1) == Tokens.Kind.NUMBER
                    && tokens.start(next + 1) == tokens.end(next)) {
                return true;
            }
        }
        return i > clause.from() && (tokens.is(i - 1, "section") || tokens.is(i - 1, "article") || tokens.is(i - 1, '\u00a7') || tokens.is(i - 1, '$')
                || tokens.is(i - 1, "ios") || tokens.is(i - 1, '.') && i - 2 >= clause.from() && tokens.end(i - 2) == tokens.start(i - 1)
                && tokens.kind(i - 2) == Tokens.Kind.NUMBER);
    }

    /** True for "under 13", false for "at least 13" and "13 or older", null for a number that no word makes an age. */
    private static Boolean under(Clause clause, int i) {
        Tokens tokens = clause.tokens();
        int after = i + 1;
        while (after < clause.to() && after < i + 6 && (tokens.is(after, ')') || tokens.is(after, '(') || tokens.kind(after) == Tokens.Kind.NUMBER
                || tokens.is(after, "years") || tokens.is(after, "year") || tokens.is(after, "of") || tokens.is(after, "old") || tokens.is(after, "age")
                || tokens.is(after, '"'))) {
            after++;
        }
        boolean unit = after > i + 1 && (clause.tokens().is(Math.min(i + 1, clause.to() - 1), "years") || clause.tokens().is(Math.min(i + 1, clause.to() - 1), "year")
                || hasYears(tokens, i + 1, after));
        boolean joined = after + 1 < clause.to() && (tokens.is(after, "or") || tokens.is(after, "and"));
        if (joined && tokens.isAny(after + 1, UPWARDS) || after < clause.to() && tokens.is(after, '+') || minimum(clause, i)) {
            return false;
        }
        if (joined && tokens.isAny(after + 1, DOWNWARDS)) {
            return true;
        }
        for (int k = i - 1; k >= clause.from() && k >= i - 8; k--) {
            if (tokens.is(k, "under") || tokens.is(k, "below") || tokens.is(k, "younger") || tokens.is(k, "less") || tokens.is(k, "yet")) {
                return true;
            }
            if (tokens.is(k, "least") || tokens.is(k, "over") || tokens.is(k, "above") || tokens.is(k, "older")) {
                return false;
            }
            if (tokens.is(k, "age") || tokens.is(k, "aged") || tokens.is(k, "ages")) {
                for (int m = k - 1; m >= clause.from() && m >= k - 6; m--) {
                    if (m == k - 2 && tokens.is(m + 1, "the") && (tokens.is(m, "over") || tokens.is(m, "above"))) {
                        return m > clause.from() && clause.covers(Concept.NEGATION, m - 1);
                    }
                    if (tokens.is(m, "under") || tokens.is(m, "below") || tokens.is(m, "reached") || tokens.is(m, "attained") || tokens.is(m, "than")) {
                        return true;
                    }
                }
                return clause.has(Concept.NEGATION) && clause.has(Concept.CHILD);
            }
            if (tokens.kind(k) == Tokens.Kind.PUNCTUATION && !tokens.is(k, '(') && !tokens.is(k, '"') && !tokens.is(k, ')') && !(tokens.is(k, '-') && k == i - 1)) {
                break;
            }
        }
        return unit && clause.has(Concept.CHILD) ? Boolean.FALSE : null;
    }

    /** "The minimum age to open an account is 13". */
    static boolean minimum(Clause clause, int i) {
        Tokens tokens = clause.tokens();
        for (int k = i - 1; k > clause.from() && k >= i - 10 && tokens.kind(k) == Tokens.Kind.WORD; k--) {
            if (tokens.is(k, "age") && tokens.is(k - 1, "minimum")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasYears(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.is(i, "years") || tokens.is(i, "year")) {
                return true;
            }
        }
        return false;
    }
}
