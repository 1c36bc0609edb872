package dev.policyscan.report;

import dev.policyscan.classify.Topic;
import dev.policyscan.facts.Category;
import dev.policyscan.facts.Evidence;
import dev.policyscan.facts.Term;
import dev.policyscan.statement.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What changed between two versions of a policy. Immutable.
 *
 * @param before what was read as the old version
 * @param after what was read as the new version
 * @param verdict the severity of the most severe change; cosmetic where there is none
 * @param silent whether something material changed while the date that the policy gives itself stayed
 * @param identical whether both versions hold the same bytes
 * @param clausesCompared whether the texts were at hand; saved reports hold facts with their quotes only
 * @param dateBefore the date that the old version gives itself; null for none
 * @param dateAfter the date that the new version gives itself; null for none
 * @param changes the changes: by layer, the most severe first, then in text order
 */
public record PolicyDiff(
        PolicyReport.SourceInfo before,
        PolicyReport.SourceInfo after,
        Severity verdict,
        boolean silent,
        boolean identical,
        boolean clausesCompared,
        String dateBefore,
        String dateAfter,
        List<Change> changes) {
    /** The version of the JSON report's shape, printed as {@code schema_version}. */
    public static final String SCHEMA_VERSION = "1.0";

    public PolicyDiff {
        changes = List.copyOf(changes);
    }

    /** What kind of thing changed. */
    public enum Layer implements Term { FACT, CLAUSE, FINDING }

    /** What happened to it. */
    public enum What implements Term { ADDED, REMOVED, CHANGED, MOVED }

    /** How much it matters, from least to most. */
    public enum Severity implements Term { COSMETIC, MINOR, MATERIAL }

    /** What it does to the consumer. */
    public enum Direction implements Term {
        WEAKENS, STRENGTHENS, NEUTRAL;

        /** What undoing it does. */
        public Direction reversed() {
            return switch (this) {
                case WEAKENS -> STRENGTHENS;
                case STRENGTHENS -> WEAKENS;
                case NEUTRAL -> NEUTRAL;
            };
        }
    }

    /**
     * A piece of a reworded clause, in reading order: words that stayed, or words that were taken out and those put in for them.
     *
     * @param same whether the words stayed
     * @param before the old version's words, white space and punctuation behind them included; empty where words were only put in
     * @param after the new version's words; empty where words were only taken out
     */
    public record Segment(boolean same, String before, String after) {}

    /**
     * One change.
     *
     * @param layer what kind of thing changed
     * @param fact the fact's name; null for other layers
     * @param letter the category; null for facts that are none
     * @param what what happened
     * @param severity how much it matters
     * @param direction what it does to the consumer
     * @param rule what decided the severity, such as {@code statement disclose}; null where nothing did
     * @param from the old value of a fact; null for none
     * @param to the new value of a fact; null for none
     * @param topics what a clause is about
     * @param oldStatements what the old clause asserts
     * @param newStatements what the new clause asserts
     * @param oldEvidence the words in the old version
     * @param newEvidence the words in the new version
     * @param segments the words of a reworded clause, compared
     * @param oldLine the line of the old version to look at
     * @param newLine the line of the new version to look at, also where words were taken out
     */
    public record Change(
            Layer layer,
            String fact,
            Category letter,
            What what,
            Severity severity,
            Direction direction,
            String rule,
            String from,
            String to,
            List<Topic> topics,
            List<Statement> oldStatements,
            List<Statement> newStatements,
            List<Evidence> oldEvidence,
            List<Evidence> newEvidence,
            List<Segment> segments,
            int oldLine,
            int newLine) {
        public Change {
            Objects.requireNonNull(layer, "layer");
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(direction, "direction");
            topics = List.copyOf(topics);
            oldStatements = List.copyOf(oldStatements);
            newStatements = List.copyOf(newStatements);
            oldEvidence = List.copyOf(oldEvidence);
            newEvidence = List.copyOf(newEvidence);
            segments = List.copyOf(segments);
        }

        /** The change with another direction. */
        public Change towards(Direction other) {
            return new Change(layer, fact, letter, what, severity, other, rule, from, to, topics, oldStatements, newStatements, oldEvidence, newEvidence, segments,
                    oldLine, newLine);
        }

        private Change reversed() {
            What undone = switch (what) {
                case ADDED -> What.REMOVED;
                case REMOVED -> What.ADDED;
                default -> what;
            };
            List<Segment> swapped = segments.stream().map(s -> new Segment(s.same(), s.after(), s.before())).toList();
            return new Change(layer, fact, letter, undone, severity, direction.reversed(), rule, to, from, topics, newStatements, oldStatements,
                    newEvidence, oldEvidence, swapped, newLine, oldLine);
        }
    }

    /** The order of changes: by layer, the most severe first, then in the order of the new text. */
    private static final Comparator<Change> ORDER = Comparator.comparing(Change::layer)
            .thenComparing(Comparator.comparing(Change::severity).reversed())
            .thenComparing(c -> c.layer() == Layer.FACT ? c.fact() : "")
            .thenComparing(c -> c.letter() == null ? "" : c.letter().name())
            .thenComparing(c -> c.newLine())
            .thenComparing(c -> c.newEvidence().isEmpty() ? -1 : c.newEvidence().get(0).start())
            .thenComparing(c -> c.oldEvidence().isEmpty() ? -1 : c.oldEvidence().get(0).start())
            .thenComparing(Change::what)
            .thenComparing(c -> String.valueOf(c.from()))
            .thenComparing(c -> String.valueOf(c.to()));

    /** The changes in their order. */
    public static List<Change> ordered(List<Change> changes) {
        List<Change> sorted = new ArrayList<>(changes);
        sorted.sort(ORDER);
        return sorted;
    }

    /** The diff of the same versions the other way round. */
    public PolicyDiff reversed() {
        return new PolicyDiff(after, before, verdict, silent, identical, clausesCompared, dateAfter, dateBefore,
                ordered(changes.stream().map(Change::reversed).toList()));
    }
}
