package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import java.util.EnumSet;
import java.util.Set;

/** Denials that leave out advertising, and with it concede it: "we do not sell it other than through advertising cookies". */
final class ExceptedAdvertising {
    private static final Set<Practice> HANDING_OUT = EnumSet.of(Practice.SELL, Practice.DISCLOSE, Practice.SHARE_FOR_ADVERTISING);
    /** Exceptions that are conditions or permissions. */
    private static final WordSet CONDITIONS = WordSet.of("unless", "without", "subject", "only", "solely", "but");
    /** "Except as described in the part on advertising", "except with your consent to advertising". */
    private static final WordSet ELSEWHERE = WordSet.of("described", "set", "stated", "disclosed", "provided", "outlined", "explained", "noted", "consent", "permission", "authorization");
    /** Tokens from an exception to the advertising it names, or from its comma to what is denied, at most. */
    private static final int REACH = 12;

    private ExceptedAdvertising() {}

    /** Whether a denial of selling or sharing excepts advertising. */
    static boolean from(Clause clause, Statement statement) {
        if (!clause.has(Concept.EXCEPTION) || !clause.hasAny(Concept.TARGETED_ADS, Concept.AD_PARTNER) || statement.polarity() != Polarity.NEGATIVE
                || !HANDING_OUT.contains(statement.practice()) || MinorsSaleExtractor.onlyMinors(clause, statement)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        for (Mention mention : clause.mentions(Concept.EXCEPTION)) {
            if (!tokens.isAny(mention.from(), CONDITIONS)) {
                int end = mention.from() > verb ? end(clause, mention.to()) : comma(clause, mention);
                boolean reached = mention.from() > verb ? !anotherVerb(clause, verb, mention.from()) : mention.from() == clause.from() && opens(clause, end, verb);
                if (reached && advertises(clause, mention.to(), end)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean advertises(Clause clause, int from, int to) {
        for (int i = from; i < to; i++) {
            if (clause.tokens().isAny(i, ELSEWHERE)) {
                return false;
            }
        }
        return clause.hasWithin(Concept.TARGETED_ADS, from, to) || clause.hasWithin(Concept.AD_PARTNER, from, to);
    }

    private static int end(Clause clause, int from) {
        int i = from;
        while (i < Math.min(clause.to(), from + REACH) && !clause.tokens().is(i, ';') && !clause.covers(Concept.BUSINESS, i)) {
            i++;
        }
        return i;
    }

    private static int comma(Clause clause, Mention exception) {
        int i = exception.to();
        while (i < Math.min(clause.to(), exception.to() + REACH) && !clause.tokens().is(i, ',')) {
            i++;
        }
        return i;
    }

    /** "Apart from …, we do not sell", "…, it is never sold": whether what is denied stands right behind the comma. */
    private static boolean opens(Clause clause, int comma, int verb) {
        return comma + 1 < clause.to() && clause.tokens().is(comma, ',') && verb - comma <= REACH
                && (clause.hasWithin(Concept.BUSINESS, comma + 1, verb) || clause.hasWithin(Concept.PERSONAL, comma + 1, verb)) && !anotherVerb(clause, comma + 2, verb);
    }

    /** "We do not sell it or use it for a purpose other than …": an exception from what is denied besides. */
    private static boolean anotherVerb(Clause clause, int from, int to) {
        return clause.hasWithin(Concept.USE, from, to) || clause.hasWithin(Concept.COLLECT_STRONG, from, to) || clause.hasWithin(Concept.CONTRAST, from, to);
    }
}
