package dev.policyscan.report;

import dev.policyscan.classify.Topic;
import dev.policyscan.facts.Evidence;
import dev.policyscan.report.PolicyDiff.Change;
import dev.policyscan.report.PolicyDiff.Direction;
import dev.policyscan.report.PolicyDiff.Layer;
import dev.policyscan.report.PolicyDiff.Severity;
import dev.policyscan.report.PolicyDiff.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** What diffs for people say, and in which words, whatever their format. */
final class DiffSummary {
    private static final Map<String, String> FACTS = Map.of(
            "minors_sale", "sale of minors' data",
            "sharing", "sharing for advertising",
            "dnt", "Do Not Track",
            "gpc", "Global Privacy Control",
            "request_methods", "request methods",
            "disclosed", "disclosed for business",
            "sold_or_shared", "sold or shared");

    private final PolicyDiff diff;

    DiffSummary(PolicyDiff diff) {
        this.diff = diff;
    }

    /** The changes of a layer that are at least so severe. */
    List<Change> changes(Layer layer, Severity least) {
        return diff.changes().stream().filter(c -> c.layer() == layer && c.severity().compareTo(least) >= 0).toList();
    }

    /** What happened, in a sentence. */
    String headline() {
        if (diff.identical()) {
            return "No change: both versions are the same";
        }
        if (diff.changes().isEmpty()) {
            return diff.clausesCompared() ? "Cosmetic: only layout, punctuation or links differ" : "No fact changed";
        }
        StringJoiner counts = new StringJoiner(", ");
        count(counts, Severity.MATERIAL, "material");
        count(counts, Severity.MINOR, "minor");
        count(counts, Severity.COSMETIC, "cosmetic");
        String verdict = diff.verdict().term();
        return Character.toUpperCase(verdict.charAt(0)) + verdict.substring(1) + ": " + counts;
    }

    private void count(StringJoiner counts, Severity severity, String word) {
        long facts = diff.changes().stream().filter(c -> c.severity() == severity && c.layer() == Layer.FACT).count();
        long clauses = diff.changes().stream().filter(c -> c.severity() == severity && c.layer() == Layer.CLAUSE).count();
        if (facts + clauses > 0) {
            StringJoiner parts = new StringJoiner(" and ");
            if (facts > 0) {
                parts.add(facts + (facts == 1 ? " fact" : " facts"));
            }
            if (clauses > 0) {
                parts.add(clauses + (clauses == 1 ? " clause" : " clauses"));
            }
            counts.add(parts + " " + word);
        }
    }

    /** How many material changes weaken and strengthen the consumer; empty where none does either. */
    String balance() {
        long weaker = diff.changes().stream().filter(c -> c.severity() == Severity.MATERIAL && c.direction() == Direction.WEAKENS).count();
        long stronger = diff.changes().stream().filter(c -> c.severity() == Severity.MATERIAL && c.direction() == Direction.STRENGTHENS).count();
        if (weaker + stronger == 0) {
            return "";
        }
        return "Of the material changes, " + weaker + " weaken" + (weaker == 1 ? "s" : "") + " and " + stronger + " strengthen" + (stronger == 1 ? "s" : "")
                + " the consumer's position.";
    }

    /** What a reader must know beside the changes. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (diff.silent()) {
            remarks.add("Silent change: the policy still gives itself the date " + diff.dateAfter() + ".");
        }
        if (!diff.clausesCompared() && !diff.identical()) {
            remarks.add("Only facts were compared: a saved report does not hold the text of the policy. Pass the texts to see its clauses.");
        }
        return remarks;
    }

    /** What moved or was reworded with the same meaning; empty where nothing was. */
    String cosmetic() {
        List<Change> changes = changes(Layer.CLAUSE, Severity.COSMETIC).stream().filter(c -> c.severity() == Severity.COSMETIC).toList();
        long moved = changes.stream().filter(c -> c.what() == What.MOVED).count();
        long reworded = changes.stream().filter(c -> c.what() == What.CHANGED).count();
        long others = changes.size() - moved - reworded;
        StringJoiner parts = new StringJoiner(", ");
        if (moved > 0) {
            parts.add(moved + " moved");
        }
        if (reworded > 0) {
            parts.add(reworded + " reworded with the same meaning");
        }
        if (others > 0) {
            parts.add(others + " added or removed without saying anything new");
        }
        return parts.toString();
    }

    /** What a change is about: "sale", "category E", "disclosure, transfers". */
    static String subject(Change change) {
        if (change.layer() == Layer.FACT) {
            String name = FACTS.getOrDefault(change.fact(), change.fact());
            return change.letter() == null ? name : name + " " + change.letter() + " (" + change.letter().title() + ")";
        }
        StringJoiner topics = new StringJoiner(", ");
        change.topics().stream().limit(2).map(Topic::term).map(DiffSummary::words).forEach(topics::add);
        return topics.length() == 0 ? "clause" : topics.toString();
    }

    /** How a fact changed: "does not sell → sells", "correct added". */
    static String step(Change change) {
        String from = change.from() == null ? null : words(change.from());
        String to = change.to() == null ? null : words(change.to());
        if (change.letter() != null && !change.fact().equals("category")) {
            return words(change.what().term());
        }
        if (change.fact().equals("children") && (from == null || Character.isDigit(from.charAt(0))) && (to == null || Character.isDigit(to.charAt(0)))) {
            from = from == null ? null : "under " + from;
            to = to == null ? null : "under " + to;
        }
        if (from == null || to == null) {
            return (from == null ? to : from) + " " + words(change.what().term());
        }
        return from + " → " + to;
    }

    /** What happened to a clause. */
    static String happened(Change change) {
        return change.what() == What.CHANGED ? "reworded" : change.what().term();
    }

    /** "line 12", or nothing for words without a line. */
    static String place(Evidence words) {
        return words.line() > 0 ? "line " + words.line() : "";
    }

    /** A word of the vocabulary as people say it; ISO 8601 durations in words. */
    static String words(String term) {
        if (term.length() < 3 || term.charAt(0) != 'P' || !Character.isDigit(term.charAt(1))) {
            return term.replace('_', ' ').toLowerCase(Locale.ROOT);
        }
        StringJoiner words = new StringJoiner(" ");
        StringBuilder number = new StringBuilder();
        boolean time = false;
        for (int i = 1; i < term.length(); i++) {
            char c = term.charAt(i);
            if (Character.isDigit(c)) {
                number.append(c);
                continue;
            }
            String unit = switch (c) {
                case 'Y' -> "year";
                case 'M' -> time ? "minute" : "month";
                case 'W' -> "week";
                case 'D' -> "day";
                case 'H' -> "hour";
                case 'S' -> "second";
                default -> "";
            };
            time |= c == 'T';
            if (!unit.isEmpty()) {
                words.add(number + " " + unit + (number.toString().equals("1") ? "" : "s"));
                number.setLength(0);
            }
        }
        return words.toString();
    }

    /** The name of a version as people gave it. */
    static String name(PolicyReport.SourceInfo source) {
        return Excerpt.oneLine(source.uri());
    }
}
