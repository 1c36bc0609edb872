package dev.policyscan.facts;

import java.util.List;

/**
 * A single value that the policy states.
 *
 * @param value the value; null where the policy states none
 * @param evidence the words relied on, best first
 * @param <T> the type of the value
 */
public record ValueFact<T>(T value, List<Evidence> evidence) {
    public ValueFact {
        evidence = List.copyOf(evidence);
    }
}
