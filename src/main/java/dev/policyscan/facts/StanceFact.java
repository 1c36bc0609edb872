package dev.policyscan.facts;

import java.util.List;
import java.util.Objects;

/**
 * A stance of the policy on one question.
 *
 * @param stance the answer, never null; the vocabulary's {@code UNSTATED} where the policy is silent
 * @param evidence the words relied on, best first; empty where unstated
 * @param <S> the vocabulary of the question
 */
public record StanceFact<S extends Enum<S> & Term>(S stance, List<Evidence> evidence) {
    public StanceFact {
        Objects.requireNonNull(stance, "stance");
        evidence = List.copyOf(evidence);
    }
}
