package dev.policyscan.report;

import dev.policyscan.facts.Evidence;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a comparison as GitHub shows Markdown: what stands out, then the facts side by side, with the quotes as footnotes. */
public final class ComparisonMarkdown implements ComparisonWriter {
    /** How many policies fit a page that someone reads. */
    public static final int LIMIT = 500;

    private static final int QUOTE = 240;

    private final Writer out;
    private final List<ComparisonRow> rows = new ArrayList<>();
    private ComparisonHead head;
    private int more;

    /** Writes to {@code out}. */
    public ComparisonMarkdown(Writer out) {
        this.out = out;
    }

    @Override
    public void begin(ComparisonHead head) {
        // All there is would be wider than any page: what is about the policy's file is left to the other formats.
        boolean all = head.columns().equals(Arrays.asList(ComparisonColumn.values()));
        this.head = !all ? head : new ComparisonHead(
                ComparisonColumn.facts(), head.policies(), head.all(), head.where(), head.sort(), head.marked(), head.first(), head.similar());
    }

    @Override
    public void row(ComparisonRow row) {
        if (rows.size() < LIMIT) {
            rows.add(row);
        } else {
            more++;
        }
    }

    @Override
    public void end() throws IOException {
        out.write("# Privacy policies side by side\n\n");
        out.write(head.policies() + (head.policies() == 1 ? " policy" : " policies")
                + (head.where() == null ? "" : " of " + head.all() + ", those where " + code(head.where())) + ".\n\n");
        standsOut();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        List<ComparisonColumn> questions = new ArrayList<>(head.particulars());
        questions.addAll(head.questions());
        table(questions, numbers, notes);
        table(head.letterColumns(), numbers, notes);
        if (more > 0) {
            out.write("… and " + more + " more; the CSV and JSON files have them all.\n\n");
        }
        for (int i = 0; i < notes.size(); i++) {
            out.write("[^" + (i + 1) + "]: " + notes.get(i) + "\n");
        }
        out.write((notes.isEmpty() ? "" : "\n") + "_" + MarkdownReport.escape(Summary.DISCLAIMER) + "_\n");
        out.flush();
    }

    private void standsOut() throws IOException {
        boolean any = false;
        for (ComparisonMark mark : ComparisonMark.values()) {
            int count = head.marked().get(mark);
            if (count > 0) {
                List<String> names = head.first().get(mark).stream().map(MarkdownReport::escape).toList();
                int unnamed = count - names.size();
                out.write("- **" + mark.title() + "** (" + count + "): " + String.join("; ", names) + (unnamed > 0 ? " … and " + unnamed + " more" : "") + "\n");
                any = true;
            }
        }
        if (head.similar() > 0) {
            out.write("- **Nearly the same text as another of these policies**: " + head.similar() + "\n");
            any = true;
        }
        out.write(any ? "\n" : "");
    }

    private void table(List<ComparisonColumn> columns, Map<String, Integer> numbers, List<String> notes) throws IOException {
        if (columns.isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder("| Policy |");
        for (ComparisonColumn column : columns) {
            line.append(' ').append(column.category() == null ? column.title() : column.term() + " " + column.title()).append(" |");
        }
        out.write(line.append("\n|---|").append("---|".repeat(columns.size())).append('\n').toString());
        for (int i = 0; i < rows.size(); i++) {
            ComparisonRow row = rows.get(i);
            line.setLength(0);
            line.append("| ").append(name(row)).append(" |");
            for (ComparisonColumn column : columns) {
                line.append(' ').append(value(column, row)).append(note(i, row, column, numbers, notes)).append(" |");
            }
            out.write(line.append('\n').toString());
        }
        out.write('\n');
    }

    private static String name(ComparisonRow row) {
        String name = MarkdownReport.escape(row.name());
        return row.name().equals(row.id()) ? name : name + " (" + MarkdownReport.escape(row.id()) + ")";
    }

    private static String value(ComparisonColumn column, ComparisonRow row) {
        List<String> values = row.values(column);
        if (values.isEmpty() || values.equals(List.of(ComparisonColumn.UNSTATED))) {
            return Summary.NOTHING;
        }
        List<String> shown = values.stream().map(value -> MarkdownReport.escape(inWords(column, value))).toList();
        String text = String.join(", ", shown);
        boolean alarm = column == ComparisonColumn.SALE && values.contains("sells")
                || column == ComparisonColumn.RETENTION && values.contains("indefinite");
        return alarm ? "**" + text + "**" : text;
    }

    /** A value for people. */
    static String inWords(ComparisonColumn column, String value) {
        return switch (column.kind()) {
            case DURATIONS -> Summary.inWords(value);
            case TEXT -> Excerpt.oneLine(value);
            default -> value.equals("non_discrimination") ? "non-discrimination" : value.replace('_', ' ');
        };
    }

    /** Cells of a policy that rest on the same words share a footnote. */
    private static String note(int policy, ComparisonRow row, ComparisonColumn column, Map<String, Integer> numbers, List<String> notes) {
        Evidence words = column.isFact() && row.cells().containsKey(column) ? row.cells().get(column).evidence() : null;
        if (words == null) {
            return "";
        }
        int number = numbers.computeIfAbsent(policy + ":" + words.start() + ":" + words.end(), key -> {
            String quote = Excerpt.around(words.quote(), 0, Math.min(words.quote().length(), QUOTE / 2), QUOTE);
            notes.add(MarkdownReport.escape(row.name()) + ": “" + MarkdownReport.escape(quote) + "” (line " + words.line() + ")");
            return notes.size();
        });
        return "[^" + number + "]";
    }

    private static String code(String text) {
        String line = Excerpt.oneLine(text);
        return line.indexOf('`') < 0 ? "`" + line + "`" : MarkdownReport.escape(line);
    }
}
