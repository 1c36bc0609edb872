package dev.policyscan.facts;

import java.util.List;
import java.util.Objects;

/**
 * What the policy says about children.
 *
 * @param age the age in years under which it does not knowingly collect or is not meant for; null where none is stated
 * @param otherAges further ages named, ascending (an eligibility age, COPPA's 13, the sale rule's 16)
 * @param stance the stance, never null
 * @param evidence the words relied on, best first
 */
public record ChildrenFact(Integer age, List<Integer> otherAges, ChildrenStance stance, List<Evidence> evidence) {
    public ChildrenFact {
        otherAges = List.copyOf(otherAges);
        Objects.requireNonNull(stance, "stance");
        evidence = List.copyOf(evidence);
    }
}
