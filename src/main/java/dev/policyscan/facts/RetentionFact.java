package dev.policyscan.facts;

import java.util.List;

/**
 * How long personal information is kept.
 *
 * @param kinds how the policy tells it, in the vocabulary's order; empty where unstated
 * @param durations every stated duration for keeping or deleting, ISO 8601 ({@code P30D}, {@code P2Y}), shortest first
 * @param evidence the words relied on, best first
 */
public record RetentionFact(List<RetentionKind> kinds, List<String> durations, List<Evidence> evidence) {
    public RetentionFact {
        kinds = List.copyOf(kinds);
        durations = List.copyOf(durations);
        evidence = List.copyOf(evidence);
    }
}
