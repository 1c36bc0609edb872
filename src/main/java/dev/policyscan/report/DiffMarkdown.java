package dev.policyscan.report;

import dev.policyscan.facts.Evidence;
import dev.policyscan.report.PolicyDiff.Change;
import dev.policyscan.report.PolicyDiff.Direction;
import dev.policyscan.report.PolicyDiff.Layer;
import dev.policyscan.report.PolicyDiff.Segment;
import dev.policyscan.report.PolicyDiff.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes a diff as a comment on a pull request: a table of what changed first, the words folded, never longer than GitHub takes. */
public final class DiffMarkdown implements DiffWriter {
    /** A comment on GitHub must be shorter than this. */
    static final int LIMIT = 65_536;

    /** What closes folds and tells what was left out fits into the rest. */
    private static final int BUDGET = LIMIT - 1_500;
    private static final int TABLE_BUDGET = 20_000;
    private static final int QUOTE = 300;
    private static final int CLAUSE = 1_200;
    private static final int NAME = 300;

    @Override
    public void write(PolicyDiff diff, Writer out) throws IOException {
        out.write(render(diff));
    }

    @Override
    public String render(PolicyDiff diff) {
        DiffSummary summary = new DiffSummary(diff);
        StringBuilder out = new StringBuilder();
        out.append("### ").append(MarkdownReport.escape(summary.headline())).append("\n\n");
        out.append(name(diff.before())).append(" → ").append(name(diff.after())).append("\n\n");
        if (!summary.balance().isEmpty()) {
            out.append(summary.balance()).append("\n\n");
        }
        summary.remarks().forEach(remark -> out.append("**").append(remark).append("**\n\n"));
        List<Change> facts = summary.changes(Layer.FACT, Severity.COSMETIC);
        List<Change> clauses = summary.changes(Layer.CLAUSE, Severity.MINOR);
        table(facts, clauses, out);
        quotes(facts, out);
        clauses("Material clauses", clauses.stream().filter(c -> c.severity() == Severity.MATERIAL).toList(), out);
        clauses("Minor clauses", clauses.stream().filter(c -> c.severity() == Severity.MINOR).toList(), out);
        if (!summary.cosmetic().isEmpty()) {
            out.append("Cosmetic: ").append(summary.cosmetic()).append(".\n\n");
        }
        out.append("_").append(MarkdownReport.escape(Summary.DISCLAIMER)).append("_\n");
        return out.toString();
    }

    private static String name(PolicyReport.SourceInfo source) {
        return MarkdownReport.escape(Excerpt.around(source.uri(), 0, 1, NAME));
    }

    private static void table(List<Change> facts, List<Change> clauses, StringBuilder out) {
        if (facts.isEmpty() && clauses.isEmpty()) {
            return;
        }
        out.append("| | What | Change | For the consumer |\n|---|---|---|---|\n");
        int limit = out.length() + TABLE_BUDGET;
        int shown = 0;
        for (List<Change> changes : List.of(facts, clauses)) {
            for (Change change : changes) {
                String row = row(change);
                if (out.length() + row.length() > limit) {
                    break;
                }
                out.append(row);
                shown++;
            }
        }
        int rest = facts.size() + clauses.size() - shown;
        if (rest > 0) {
            out.append("| | … and ").append(rest).append(" more | | |\n");
        }
        out.append('\n');
    }

    private static String row(Change change) {
        String severity = change.severity() == Severity.MATERIAL ? "**material**" : change.severity().term();
        String what = MarkdownReport.escape(DiffSummary.subject(change));
        String step = change.layer() == Layer.FACT ? MarkdownReport.escape(DiffSummary.step(change))
                : DiffSummary.happened(change) + (change.newLine() > 0 ? ", line " + change.newLine() : "");
        String effect = change.direction() == Direction.WEAKENS ? "**weakens**" : change.direction() == Direction.NEUTRAL ? Summary.NOTHING : change.direction().term();
        return "| " + severity + " | " + what + " | " + step + " | " + effect + " |\n";
    }

    private static void quotes(List<Change> facts, StringBuilder out) {
        if (facts.isEmpty()) {
            return;
        }
        fold("The words behind the facts", out);
        int shown = 0;
        for (Change change : facts) {
            StringBuilder entry = new StringBuilder("**" + MarkdownReport.escape(DiffSummary.subject(change)) + "**: " + MarkdownReport.escape(DiffSummary.step(change)) + "\n\n");
            change.oldEvidence().forEach(words -> quote("−", words, entry));
            change.newEvidence().forEach(words -> quote("\\+", words, entry));
            if (out.length() + entry.length() > BUDGET) {
                break;
            }
            out.append(entry);
            shown++;
        }
        unfold(facts.size() - shown, out);
    }

    private static void quote(String sign, Evidence words, StringBuilder out) {
        String place = DiffSummary.place(words);
        out.append("> ").append(sign).append(" “").append(MarkdownReport.escape(Excerpt.around(words.quote(), 0, 1, QUOTE))).append("”")
                .append(place.isEmpty() ? "" : " (" + place + ")").append("\n\n");
    }

    private static void clauses(String title, List<Change> changes, StringBuilder out) {
        if (changes.isEmpty()) {
            return;
        }
        fold(title + " (" + changes.size() + ")", out);
        int shown = 0;
        for (Change change : changes) {
            String entry = entry(change);
            if (out.length() + entry.length() > BUDGET) {
                break;
            }
            out.append(entry);
            shown++;
        }
        unfold(changes.size() - shown, out);
    }

    private static String entry(Change change) {
        StringBuilder out = new StringBuilder();
        String effect = change.direction() == Direction.NEUTRAL ? "" : ", " + change.direction().term();
        out.append("**").append(MarkdownReport.escape(DiffSummary.subject(change))).append("** ").append(DiffSummary.happened(change)).append(effect)
                .append(change.newLine() > 0 ? " (line " + change.newLine() + ")" : "").append("\n\n> ");
        if (change.segments().isEmpty()) {
            StringBuilder text = new StringBuilder();
            for (Evidence words : change.oldEvidence()) {
                text.append("~~").append(MarkdownReport.escape(Excerpt.around(words.quote(), 0, 1, CLAUSE))).append("~~ ");
            }
            for (Evidence words : change.newEvidence()) {
                text.append(MarkdownReport.escape(Excerpt.around(words.quote(), 0, 1, CLAUSE))).append(' ');
            }
            return out.append(text.toString().strip()).append("\n\n").toString();
        }
        StringBuilder words = new StringBuilder();
        for (Segment segment : change.segments()) {
            if (segment.same()) {
                append(words, "", segment.after(), "");
            } else {
                append(words, "~~", segment.before(), "~~");
                append(words, "**", segment.after(), "**");
            }
        }
        return out.append(words.toString().strip()).append("\n\n").toString();
    }

    private static void append(StringBuilder out, String open, String text, String close) {
        String shown = Excerpt.oneLine(text);
        if (!shown.isEmpty()) {
            String part = shown.length() > CLAUSE ? Excerpt.around(shown, 0, 1, CLAUSE) : shown;
            out.append(open).append(MarkdownReport.escape(part)).append(close).append(' ');
        }
    }

    private static void fold(String title, StringBuilder out) {
        out.append("<details><summary>").append(title).append("</summary>\n\n");
    }

    private static void unfold(int rest, StringBuilder out) {
        if (rest > 0) {
            out.append("… and ").append(rest).append(" more\n\n");
        }
        out.append("</details>\n\n");
    }
}
