package dev.policyscan.diff;

import dev.policyscan.report.PolicyDiff;
import dev.policyscan.report.PolicyDiff.Change;
import dev.policyscan.report.PolicyDiff.Direction;
import dev.policyscan.report.PolicyDiff.Layer;
import dev.policyscan.report.PolicyDiff.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a build is to fail on: changes of a severity, changes that weaken the consumer's position, silent changes, changes of a fact.
 * Immutable.
 */
public final class Gate {
    /** The facts that a gate may name. */
    public static final List<String> FACTS = List.of("category", "disclosed", "sold_or_shared", "sale", "sharing", "minors_sale", "retention", "dnt", "gpc", "children",
            "rights", "request_methods", "date");
    /** What else a gate may name. */
    public static final List<String> KINDS = List.of("material", "minor", "weakens", "silent");

    private final Set<String> conditions;

    private Gate(Set<String> conditions) {
        this.conditions = conditions;
    }

    /**
     * A gate that fails where one of the conditions is met; none, where there are none.
     *
     * @throws IllegalArgumentException if one is not known; its message is for people
     */
    public static Gate of(List<String> conditions) {
        Set<String> known = new LinkedHashSet<>();
        for (String condition : conditions) {
            String name = condition.strip().toLowerCase(Locale.ROOT).replace('-', '_');
            if (!KINDS.contains(name) && !FACTS.contains(name)) {
                throw new IllegalArgumentException(condition + " is none of " + String.join(", ", KINDS) + " and no fact (" + String.join(", ", FACTS) + ")");
            }
            known.add(name);
        }
        return new Gate(known);
    }

    /** Whether the diff does not pass. A policy that was not there before always does: it takes nothing back. */
    public boolean fails(PolicyDiff diff) {
        if (diff.before().bytes() == 0) {
            return false;
        }
        return conditions.contains("silent") && diff.silent() || diff.changes().stream().anyMatch(this::meets);
    }

    private boolean meets(Change change) {
        return conditions.contains("material") && change.severity() == Severity.MATERIAL
                || conditions.contains("minor") && change.severity() != Severity.COSMETIC
                || conditions.contains("weakens") && change.severity() == Severity.MATERIAL && change.direction() == Direction.WEAKENS
                || change.layer() == Layer.FACT && conditions.contains(change.fact());
    }
}
