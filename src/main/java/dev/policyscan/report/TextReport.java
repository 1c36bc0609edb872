package dev.policyscan.report;

import dev.policyscan.facts.Collected;
import dev.policyscan.facts.Evidence;
import dev.policyscan.statement.Statement.Practice;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes a report as a terminal shows it: what a lawyer reads in half a minute. */
public final class TextReport implements ReportWriter {
    private static final int NARROWEST = 52;
    private static final int LABEL = 24;
    private static final int QUOTE = 180;
    private static final int TITLE = 38;

    private final boolean color;
    private final int width;

    /**
     * @param color whether to colour with ANSI escape sequences
     * @param width columns of the terminal; below 52 it counts as 52
     */
    public TextReport(boolean color, int width) {
        this.color = color;
        this.width = Math.max(NARROWEST, width);
    }

    @Override
    public void write(PolicyReport report, Writer out) throws IOException {
        Summary summary = new Summary(report);
        for (String line : wrap(summary.title(), width)) {
            out.write(paint(line, Paint.BOLD) + "\n");
        }
        String company = report.document().company();
        String source = Excerpt.oneLine(report.source().uri());
        paragraph(out, company == null ? source : Excerpt.oneLine(company) + " · " + source, 0, Paint.PLAIN);
        String origin = summary.origin();
        if (origin != null) {
            paragraph(out, origin, 0, Paint.DIM);
        }
        out.write('\n');
        if (!summary.readable()) {
            paragraph(out, summary.whyNot(), 0, Paint.PLAIN);
            return;
        }
        categories(summary.categories(), out);
        out.write('\n');
        for (Summary.FactRow row : summary.facts()) {
            fact(summary, row, out);
        }
        if (!report.findings().isEmpty()) {
            out.write("\n" + paint("Findings", Paint.BOLD) + "\n");
            for (PolicyReport.Finding finding : report.findings()) {
                finding(summary, finding, out);
            }
        }
        out.write('\n');
        paragraph(out, Summary.DISCLAIMER, 0, Paint.DIM);
    }

    private void categories(List<Summary.CategoryRow> rows, Writer out) throws IOException {
        int name = Math.max(10, Math.min(TITLE, width - 41));
        out.write(paint("   " + pad("Category", name) + "  Collected     Disclosed  Sold/shared", Paint.BOLD) + "\n");
        for (Summary.CategoryRow row : rows) {
            String category = row.category() + "  " + pad(fit(row.category().title(), name), name) + "  ";
            String collected = pad(row.basis() == null ? row.answer() : row.answer() + " " + row.ground(), 12) + "  ";
            String disclosed = pad(row.disclosed() ? "yes" : Summary.NOTHING, 9) + "  ";
            String sold = row.soldOrShared() ? "yes" : Summary.NOTHING;
            if (row.collected() == Collected.UNSTATED && !row.disclosed() && !row.soldOrShared()) {
                out.write(paint(category + collected + disclosed + sold, Paint.DIM));
            } else {
                out.write(category + paint(collected, row.collected() == Collected.NO ? Paint.GREEN : Paint.PLAIN) + disclosed
                        + paint(sold, row.soldOrShared() ? Paint.RED : Paint.PLAIN));
            }
            out.write('\n');
        }
    }

    private void fact(Summary summary, Summary.FactRow row, Writer out) throws IOException {
        Paint paint = switch (row.tone()) {
            case PLAIN -> Paint.PLAIN;
            case ALARM -> Paint.RED;
            case DENIAL -> Paint.GREEN;
            case CAUTION -> Paint.YELLOW;
            case SILENCE -> Paint.DIM;
        };
        String label = pad(row.label(), LABEL);
        List<String> lines = wrap(row.value(), width - LABEL);
        out.write((paint == Paint.DIM ? paint(label + lines.get(0), paint) : label + paint(lines.get(0), paint)) + "\n");
        for (String line : lines.subList(1, lines.size())) {
            out.write(" ".repeat(LABEL) + paint(line, paint) + "\n");
        }
        quotes(summary, row.quotes(), row.practices(), row.furtherLines(), out);
    }

    private void finding(Summary summary, PolicyReport.Finding finding, Writer out) throws IOException {
        Paint paint = switch (finding.severity()) {
            case "error" -> Paint.RED;
            case "warning" -> Paint.YELLOW;
            default -> Paint.PLAIN;
        };
        String message = Excerpt.oneLine(finding.severity() + ": " + finding.message() + (finding.statute() == null ? "" : " (" + finding.statute() + ")"));
        paragraph(out, message, 0, paint);
        quotes(summary, finding.evidence(), EnumSet.noneOf(Practice.class), List.of(), out);
    }

    private void quotes(Summary summary, List<Evidence> quotes, Set<Practice> practices, List<Integer> furtherLines, Writer out)
            throws IOException {
        for (int i = 0; i < quotes.size(); i++) {
            Evidence words = quotes.get(i);
            List<Integer> further = i == quotes.size() - 1 ? furtherLines : List.of();
            paragraph(out, "“" + summary.excerpt(words, practices, QUOTE) + "” (" + Summary.place(words, further) + ")", 4, Paint.PLAIN);
        }
    }

    private void paragraph(Writer out, String text, int indent, Paint paint) throws IOException {
        for (String line : wrap(text, width - indent)) {
            out.write(" ".repeat(indent) + paint(line, paint) + "\n");
        }
    }

    private enum Paint {
        PLAIN(""), BOLD("1"), DIM("2"), RED("31"), GREEN("32"), YELLOW("33");

        private final String code;

        Paint(String code) {
            this.code = code;
        }
    }

    private String paint(String text, Paint paint) {
        return color && paint != Paint.PLAIN ? "\u001b[" + paint.code + "m" + text + "\u001b[0m" : text;
    }

    private static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - columns(text)));
    }

    private static String fit(String text, int columns) {
        return columns(text) <= columns ? text : text.substring(0, columns - 1).stripTrailing() + "…";
    }

    /** Breaks one line into several between words, or within a word that is longer than a line; never returns an empty list. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        int used = 0;
        int space = -1;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            used += columns(point);
            if (used > columns && point != ' ') {
                int to = space > from ? space : at;
                lines.add(text.substring(from, to));
                from = space > from ? space + 1 : at;
                used = columns(text.substring(from, at)) + columns(point);
                space = -1;
            }
            if (point == ' ') {
                space = at;
            }
            at += Character.charCount(point);
        }
        lines.add(text.substring(from));
        return lines;
    }

    private static int columns(String text) {
        return text.codePoints().map(TextReport::columns).sum();
    }

    /** How many columns a character takes, near enough: East Asian wide characters and emoji two, combining marks none. */
    private static int columns(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0xA4CF
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x1F300 && point <= 0x1FAFF
                || point >= 0x20000 && point <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
