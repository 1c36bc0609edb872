package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Durations in figures and words: "eighteen (18) months", "twelve-month", "a year", "10 to 14 days", as ISO 8601. */
final class Durations {
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("a", 1), Map.entry("an", 1), Map.entry("one", 1), Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5),
            Map.entry("six", 6), Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10), Map.entry("eleven", 11),
            Map.entry("twelve", 12), Map.entry("thirteen", 13), Map.entry("fourteen", 14), Map.entry("fifteen", 15), Map.entry("sixteen", 16),
            Map.entry("eighteen", 18), Map.entry("twenty", 20), Map.entry("thirty", 30), Map.entry("forty", 40), Map.entry("fifty", 50),
            Map.entry("sixty", 60), Map.entry("ninety", 90));

    /**
     * A duration in a clause.
     *
     * @param iso the duration, {@code P30D}
     * @param from its first token
     * @param to after its last token
     */
    record Duration(String iso, int from, int to) {}

    /** Between a number and its unit: "six tax years". */
    private static final WordSet KINDS = WordSet.of("full", "calendar", "business", "consecutive", "additional", "working", "tax", "fiscal", "financial", "school", "academic", "whole", "complete", "further",
            "more");

    /** As many days are about a month, and no rest of one. */
    private static final int DAYS = 28;

    private Durations() {}

    /** The durations of the clause, in order. */
    static List<Duration> of(Clause clause) {
        List<Duration> durations = new ArrayList<>();
        if (!clause.has(Concept.DURATION_UNIT)) {
            return durations;
        }
        for (Mention mention : clause.mentions()) {
            if (mention.concept() != Concept.DURATION_UNIT) {
                continue;
            }
            Duration duration = before(clause, mention);
            if (duration == null) {
                continue;
            }
            Duration last = durations.isEmpty() ? null : durations.get(durations.size() - 1);
            if (last != null && goesOn(clause, last, duration)) {
                durations.set(durations.size() - 1, new Duration(last.iso() + duration.iso().substring(1), last.from(), duration.to()));
                continue;
            }
            int lower = lower(clause, duration);
            if (lower > 0) {
                durations.add(new Duration(iso(lower, clause.tokens().word(duration.to() - 1)), duration.from(), duration.to()));
            }
            durations.add(duration);
        }
        return durations;
    }

    /** "18 months and 7 days": whether a duration adds to the one before it. */
    private static boolean goesOn(Clause clause, Duration last, Duration duration) {
        boolean days = duration.iso().endsWith("D") && !duration.iso().startsWith("PT") && days(duration.iso()) < DAYS;
        boolean longer = last.iso().endsWith("M") && !last.iso().startsWith("PT") || last.iso().endsWith("Y");
        boolean months = last.iso().endsWith("Y") && duration.iso().endsWith("M") && !duration.iso().startsWith("PT") && days(duration.iso()) < days("P1Y");
        return (months || longer && days) && duration.from() == last.to() + 1 && clause.tokens().is(last.to(), "and")
                && (duration.to() >= clause.to() || !clause.tokens().is(duration.to(), ',') && !clause.tokens().is(duration.to(), "respectively"));
    }

    /** "10-14 days", "two to three years", "between 6 and 12 months": the lower end; -1 where no range ends with the duration. */
    private static int lower(Clause clause, Duration duration) {
        Tokens tokens = clause.tokens();
        int at = duration.from() - 1;
        if (at <= clause.from()) {
            return -1;
        }
        boolean joined = tokens.hyphenated(at);
        boolean range = tokens.is(at, '-') || tokens.is(at, "to") || tokens.is(at, "or") || tokens.is(at, "and") && at - 2 >= clause.from() && tokens.is(at - 2, "between");
        int lower = joined ? value(tokens, at) : range ? value(tokens, at - 1) : -1;
        int number = joined ? at : at - 1;
        int upper = value(tokens, duration.from());
        return lower > 0 && lower < upper && !tokens.is(number, "a") && !tokens.is(number, "an") ? lower : -1;
    }

    private static Duration before(Clause clause, Mention unit) {
        Tokens tokens = clause.tokens();
        int i = unit.from() - 1;
        while (i >= clause.from() && (tokens.is(i, ')') || tokens.is(i, '(') || tokens.is(i, '-') || tokens.is(i, '"') || tokens.isAny(i, KINDS))) {
            i--;
        }
        if (i < clause.from()) {
            return null;
        }
        int value = value(tokens, i);
        int from = i;
        if (value > 0 && i - 1 >= clause.from() && value < 10 && value(tokens, i - 1) >= 20 && tokens.kind(i) == Tokens.Kind.WORD && value(tokens, i - 1) % 10 == 0) {
            value += value(tokens, i - 1);
            from = i - 1;
        }
        if (value <= 0 || value > 1000) {
            return null;
        }
        if (from - 2 >= clause.from() && tokens.is(from - 1, '(') && value(tokens, from - 2) == value) {
            // "Eighteen (18)".
            from -= 2;
        }
        String word = tokens.word(unit.to() - 1);
        if (tokens.is(i, "a") || tokens.is(i, "an")) {
            if (word.endsWith("s")) {
                return null;
            }
        }
        return new Duration(iso(value, word), from, unit.to());
    }

    private static String iso(int value, String unit) {
        return unit.startsWith("day") ? "P" + value + "D" : unit.startsWith("week") ? "P" + value + "W" : unit.startsWith("month") ? "P" + value + "M"
                : unit.startsWith("year") ? "P" + value + "Y" : unit.startsWith("hour") ? (value % 24 == 0 ? "P" + value / 24 + "D" : "PT" + value + "H") : "PT" + value + "M";
    }

    private static int value(Tokens tokens, int i) {
        if (tokens.kind(i) == Tokens.Kind.NUMBER) {
            return tokens.number(i);
        }
        return tokens.kind(i) == Tokens.Kind.WORD ? WORDS.getOrDefault(tokens.word(i), -1) : -1;
    }

    /** Days that the duration is about, to order durations by. */
    static double days(String iso) {
        boolean time = iso.startsWith("PT");
        int rest = iso.length() - 2;
        while (rest > 0 && Character.isDigit(iso.charAt(rest))) {
            rest--;
        }
        if (Character.isLetter(iso.charAt(rest)) && rest > 0 && !time) {
            return days(iso.substring(0, rest + 1)) + days("P" + iso.substring(rest + 1));
        }
        double n = Double.parseDouble(iso.substring(time ? 2 : 1, iso.length() - 1));
        return switch (iso.charAt(iso.length() - 1)) {
            case 'Y' -> n * 365.25;
            case 'M' -> time ? n / 1440 : n * 30.4375;
            case 'W' -> n * 7;
            case 'H' -> n / 24;
            default -> n;
        };
    }
}
