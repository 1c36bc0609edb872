package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import java.util.ArrayList;
import java.util.List;

/** Whether an agent may make requests for a consumer, 11 CCR §7063. */
final class AuthorizedAgentExtractor {
    private final Regions regions;
    private final Quotes quotes;

    AuthorizedAgentExtractor(Regions regions, Quotes quotes) {
        this.regions = regions;
        this.quotes = quotes;
    }

    ValueFact<Boolean> extract(PolicyReading reading) {
        List<Evidence> evidence = new ArrayList<>();
        for (Clause clause : reading.clauses()) {
            if (clause.has(Concept.AGENT_STRONG) && !regions.isForeign(clause) && aboutRequests(clause)) {
                evidence.add(quotes.of(clause, clause.isHeading() ? 0.7 : 0.9));
            }
        }
        return new ValueFact<>(!evidence.isEmpty(), Quotes.best(evidence));
    }

    private static boolean aboutRequests(Clause clause) {
        if (clause.hasWord("terms") && clause.hasWord("agreed")) {
            // Who agrees to a contract for someone else asks for nothing.
            return false;
        }
        return clause.hasAny(Concept.REQUEST_VERB, Concept.RIGHT_FRAME) || clause.hasAny(Concept.RIGHT, Concept.RIGHT_WORD) || clause.underHeading(Concept.RIGHT_FRAME)
                || clause.underHeading(Concept.AGENT_STRONG) || clause.underHeading(Concept.REQUEST_VERB) || clause.underHeading(Concept.REGION_US)
                || (clause.hasWord("act") || clause.hasWord("ask")) && clause.has(Concept.MODAL, "may");
    }
}
