package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rights that the policy describes as available to California or US consumers, or to all users. */
final class RightsExtractor {
    private final Regions regions;
    private final Quotes quotes;
    private final Map<Right, List<Evidence>> found = new EnumMap<>(Right.class);

    RightsExtractor(Regions regions, Quotes quotes) {
        this.regions = regions;
        this.quotes = quotes;
    }

    SetFact<Right> extract(PolicyReading reading) {
        for (Clause clause : reading.clauses()) {
            if (clause.hasAny(Concept.RIGHT, Concept.RIGHT_WORD) && !regions.isForeign(clause) && !parental(clause)) {
                read(clause);
            }
        }
        List<Evidence> evidence = new ArrayList<>();
        found.values().forEach(list -> evidence.add(Quotes.best(list).get(0)));
        return new SetFact<>(List.copyOf(found.keySet()), evidence);
    }

    private void read(Clause clause) {
        Mention frame = clause.first(Concept.RIGHT_FRAME);
        boolean section = clause.underHeading(Concept.RIGHT_FRAME) || clause.isHeading() && clause.has(Concept.RIGHT_FRAME);
        boolean led = clause.lead() != null && clause.leadWith(Concept.RIGHT_FRAME) != null;
        boolean framed = frame != null || led || section;
        if (!framed) {
            return;
        }
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.RIGHT) {
                if (accepted(clause, mention, section || led)) {
                    add(mention, clause, 0.9);
                }
            } else if (mention.concept() == Concept.RIGHT_WORD && mention.entry().name().equals("limit") && frame != null && clause.has(Concept.SENSITIVE_USE)) {
                add(mention, clause, 0.8);
            } else if (mention.concept() == Concept.RIGHT_WORD && (opens(clause, mention) && (led || section && rightsHeading(clause)) || listed(clause, mention))
                    && accepted(clause, mention, true)) {
                add(mention, clause, 0.8);
            }
        }
    }

    private void add(Mention mention, Clause clause, double confidence) {
        Right right = Right.valueOf(mention.entry().name().toUpperCase(Locale.ROOT));
        found.computeIfAbsent(right, r -> new ArrayList<>()).add(quotes.of(clause, confidence));
    }

    private static boolean rightsHeading(Clause clause) {
        for (Clause heading : clause.headings()) {
            for (int i = heading.from(); i < heading.to(); i++) {
                if (heading.tokens().is(i, "rights") || heading.tokens().is(i, "right")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean accepted(Clause clause, Mention mention, boolean context) {
        return switch (mention.entry().name()) {
            case "opt_out" -> optOut(clause, mention);
            case "limit" -> clause.has(Concept.SENSITIVE_USE) || clause.leadWith(Concept.SENSITIVE_USE) != null && context;
            case "portability" -> clause.hasAny(Concept.PERSONAL, Concept.RIGHT_FRAME) || context;
            default -> true;
        };
    }

    /** Whether an opt-out is one of sale, sharing or targeted advertising. */
    private static boolean optOut(Clause clause, Mention mention) {
        for (Mention other : clause.mentions()) {
            if (other.concept() == Concept.OPT_OUT_OBJECT && other.from() - mention.to() <= 14 && mention.from() - other.to() <= 12) {
                return true;
            }
        }
        return clause.isHeading() && clause.has(Concept.OPT_OUT_OBJECT);
    }

    /** Whether the mention opens its clause. */
    private static boolean opens(Clause clause, Mention mention) {
        return mention.from() - clause.from() <= 2;
    }

    /** Whether the mention stands in an enumeration behind "right to" or "rights". */
    private static boolean listed(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.from() - 1, seen = 0; i >= clause.from() && seen < 24; i--, seen++) {
            if (tokens.is(i, ';') || tokens.is(i, '.')) {
                return false;
            }
            if (tokens.is(i, "right") || tokens.is(i, "rights")) {
                return true;
            }
        }
        return false;
    }

    private static boolean parental(Clause clause) {
        if (!clause.has(Concept.CHILD)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.is(i, "parent") || tokens.is(i, "parents") || tokens.is(i, "parental") || tokens.is(i, "guardian")) {
                return true;
            }
        }
        return false;
    }
}
