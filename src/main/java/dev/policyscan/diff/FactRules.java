package dev.policyscan.diff;

import dev.policyscan.report.PolicyDiff.Direction;
import dev.policyscan.report.PolicyDiff.Severity;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How much a changed fact matters, and for whom: what {@code facts.txt} says. Immutable and thread-safe. */
final class FactRules {
    private final Map<String, Rule> rules = new HashMap<>();

    /** What is said of one fact: where its values stand, or what it does that it grows. */
    private record Rule(Severity severity, Map<String, Integer> ranks, Direction growing) {}

    private FactRules() {}

    /** The built-in rules; reads its resource anew at each call. */
    static FactRules load() {
        FactRules rules = new FactRules();
        for (String line : RuleFile.load("facts.txt").lines("")) {
            int colon = line.indexOf(':');
            String rest = line.substring(colon + 1).strip();
            int space = rest.indexOf(' ');
            String order = rest.substring(space).strip();
            Map<String, Integer> ranks = new HashMap<>();
            Direction growing = Direction.NEUTRAL;
            if (order.contains("<")) {
                String[] steps = order.split("<");
                for (int i = 0; i < steps.length; i++) {
                    for (String value : steps[i].split("=")) {
                        ranks.put(value.strip(), i);
                    }
                }
            } else {
                growing = Direction.valueOf(order.substring(order.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT));
            }
            rules.rules.put(line.substring(0, colon), new Rule(Severity.valueOf(rest.substring(0, space).toUpperCase(Locale.ROOT)), ranks, growing));
        }
        return rules;
    }

    private Rule rule(String fact) {
        Rule rule = rules.get(fact);
        if (rule == null) {
            throw new IllegalStateException("facts.txt says nothing of " + fact);
        }
        return rule;
    }

    /** How much a change of the fact matters. */
    Severity severity(String fact) {
        return rule(fact).severity();
    }

    /** What a step from one value to another does. */
    Direction step(String fact, String from, String to) {
        Map<String, Integer> ranks = rule(fact).ranks();
        if (!ranks.containsKey(from) || !ranks.containsKey(to)) {
            throw new IllegalStateException("facts.txt does not place " + fact + " " + from + " and " + to);
        }
        return sign(Integer.compare(ranks.get(to), ranks.get(from)), Direction.WEAKENS);
    }

    /** What it does that the fact grows (1) or shrinks (-1). */
    Direction growth(String fact, int sign) {
        return sign(sign, rule(fact).growing());
    }

    private static Direction sign(int sign, Direction growing) {
        return sign == 0 ? Direction.NEUTRAL : sign > 0 ? growing : growing.reversed();
    }
}
