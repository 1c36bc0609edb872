package dev.policyscan.facts;

import java.util.EnumSet;
import java.util.List;

/**
 * A set of words or letters that the policy names.
 *
 * @param values the members, in the vocabulary's order, without repetition; empty where the policy names none
 * @param evidence the words relied on, best first
 * @param <E> the vocabulary
 */
public record SetFact<E extends Enum<E>>(List<E> values, List<Evidence> evidence) {
    public SetFact {
        values = values.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(values));
        evidence = List.copyOf(evidence);
    }
}
