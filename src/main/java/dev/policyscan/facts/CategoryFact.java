package dev.policyscan.facts;

import java.util.List;

/**
 * Whether one category is collected.
 *
 * @param collected the answer
 * @param basis what the answer rests on; null where it is {@link Collected#UNSTATED}
 * @param evidence the words relied on, best first; empty only where unstated
 */
public record CategoryFact(Collected collected, Basis basis, List<Evidence> evidence) {
    /** The answer of a policy that says nothing about the category. */
    public static final CategoryFact UNSTATED = new CategoryFact(Collected.UNSTATED, null, List.of());

    public CategoryFact {
        evidence = List.copyOf(evidence);
        if ((basis == null) != (collected == Collected.UNSTATED)) {
            throw new IllegalArgumentException(collected + " with basis " + basis);
        }
    }
}
