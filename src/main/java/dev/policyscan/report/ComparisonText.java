package dev.policyscan.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Writes a comparison for a terminal: the facts down, the policies across, as many at a time as fit. */
public final class ComparisonText implements ComparisonWriter {
    private static final int LABEL = 24;
    private static final int NARROWEST = 20;
    private static final int WIDEST = 34;

    private final Writer out;
    private final boolean color;
    private final int width;
    private final List<ComparisonRow> rows = new ArrayList<>();
    private ComparisonHead head;
    private int across;

    /**
     * @param out where to
     * @param color whether to colour with ANSI escape sequences
     * @param width columns of the terminal
     */
    public ComparisonText(Writer out, boolean color, int width) {
        this.out = out;
        this.color = color;
        this.width = Math.max(LABEL + NARROWEST, width);
    }

    @Override
    public void begin(ComparisonHead head) throws IOException {
        this.head = head;
        int fit = Math.max(1, (width - LABEL) / NARROWEST);
        // Nine policies are better shown as three times three than as four, four and one.
        int blocks = (head.policies() + fit - 1) / fit;
        across = blocks == 0 ? 1 : (head.policies() + blocks - 1) / blocks;
        if (head.where() != null) {
            out.write(head.policies() + " of " + head.all() + " policies, those where " + Excerpt.oneLine(head.where()) + "\n\n");
        }
        boolean any = false;
        for (ComparisonMark mark : ComparisonMark.values()) {
            int count = head.marked().get(mark);
            if (count > 0) {
                List<String> names = head.first().get(mark);
                int unnamed = count - names.size();
                String text = mark.title() + ": " + String.join("; ", names) + (unnamed > 0 ? " … and " + unnamed + " more" : "");
                boolean alarm = mark == ComparisonMark.SELLS || mark == ComparisonMark.KEEPS_WITHOUT_END;
                for (String line : TextReport.wrap(text, width)) {
                    out.write((alarm ? paint(line, "31") : line) + "\n");
                }
                any = true;
            }
        }
        out.write(any ? "\n" : "");
    }

    @Override
    public void row(ComparisonRow row) throws IOException {
        rows.add(row);
        if (rows.size() == across) {
            block();
        }
    }

    @Override
    public void end() throws IOException {
        if (!rows.isEmpty()) {
            block();
        }
        out.write(paint(Summary.DISCLAIMER, "2") + "\n");
        out.flush();
    }

    private void block() throws IOException {
        int column = Math.min(WIDEST, (width - LABEL) / rows.size());
        line("", rows.stream().map(ComparisonRow::name).toList(), column, "1", null);
        if (rows.stream().anyMatch(row -> !row.name().equals(row.id()))) {
            line("", rows.stream().map(ComparisonRow::id).toList(), column, "2", null);
        }
        for (ComparisonColumn shown : head.columns()) {
            if (shown == ComparisonColumn.ID || shown == ComparisonColumn.COMPANY) {
                continue;
            }
            String label = shown.category() == null ? shown.title() : shown.term() + " " + shown.title();
            line(label, rows.stream().map(row -> value(shown, row)).toList(), column, null, shown);
        }
        out.write('\n');
        rows.clear();
    }

    private static String value(ComparisonColumn column, ComparisonRow row) {
        List<String> values = row.values(column);
        if (values.isEmpty() || values.equals(List.of(ComparisonColumn.UNSTATED))) {
            return Summary.NOTHING;
        }
        boolean letters = column == ComparisonColumn.DISCLOSED || column == ComparisonColumn.SOLD_OR_SHARED;
        return String.join(letters ? " " : ", ", values.stream().map(value -> ComparisonMarkdown.inWords(column, value)).toList());
    }

    private void line(String label, List<String> cells, int column, String paint, ComparisonColumn of) throws IOException {
        List<List<String>> wrapped = new ArrayList<>();
        List<String> labels = TextReport.wrap(label, LABEL - 1);
        int lines = labels.size();
        for (String cell : cells) {
            List<String> parts = TextReport.wrap(cell, column - 1);
            wrapped.add(parts);
            lines = Math.max(lines, parts.size());
        }
        for (int i = 0; i < lines; i++) {
            StringBuilder line = new StringBuilder(pad(i < labels.size() ? labels.get(i) : "", LABEL));
            for (int j = 0; j < wrapped.size(); j++) {
                List<String> parts = wrapped.get(j);
                String text = i < parts.size() ? parts.get(i) : "";
                String code = paint != null ? paint : paint(of, cells.get(j));
                String gap = j == wrapped.size() - 1 ? "" : " ".repeat(Math.max(0, column - columns(text)));
                line.append(code == null || text.isEmpty() ? text : paint(text, code)).append(gap);
            }
            out.write(line.toString().stripTrailing() + "\n");
        }
    }

    private static String paint(ComparisonColumn of, String cell) {
        if (cell.equals(Summary.NOTHING)) {
            return "2";
        }
        return switch (of) {
            case SALE -> cell.equals("sells") ? "31" : cell.equals("mixed") ? "33" : "32";
            case SHARING -> cell.equals("shares") ? "31" : "32";
            case RETENTION -> cell.contains("indefinite") ? "31" : null;
            default -> null;
        };
    }

    private String paint(String text, String code) {
        return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - columns(text)));
    }

    private static int columns(String text) {
        return text.codePointCount(0, text.length());
    }
}
