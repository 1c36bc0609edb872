package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.statement.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Durations in figures and words: "eighteen (18) months", "twelve-month", "a year", as ISO 8601. */
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
            if (duration != null) {
                durations.add(duration);
            }
        }
        return durations;
    }

    private static Duration before(Clause clause, Mention unit) {
        Tokens tokens = clause.tokens();
        int i = unit.from() - 1;
        while (i >= clause.from() && (tokens.is(i, ')') || tokens.is(i, '(') || tokens.is(i, '-') || tokens.is(i, '"') || tokens.is(i, "full") || tokens.is(i, "calendar")
                || tokens.is(i, "business") || tokens.is(i, "consecutive") || tokens.is(i, "additional") || tokens.is(i, "working"))) {
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
        String word = tokens.word(unit.to() - 1);
        if (tokens.is(i, "a") || tokens.is(i, "an")) {
            if (word.endsWith("s")) {
                return null;
            }
        }
        String iso = word.startsWith("day") ? "P" + value + "D" : word.startsWith("week") ? "P" + value + "W" : word.startsWith("month") ? "P" + value + "M"
                : word.startsWith("year") ? "P" + value + "Y" : word.startsWith("hour") ? (value % 24 == 0 ? "P" + value / 24 + "D" : "PT" + value + "H") : "PT" + value + "M";
        return new Duration(iso, from, unit.to());
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
