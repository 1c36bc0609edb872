package dev.policyscan.report;

import dev.policyscan.facts.Evidence;
import dev.policyscan.report.PolicyDiff.Change;
import dev.policyscan.report.PolicyDiff.Direction;
import dev.policyscan.report.PolicyDiff.Layer;
import dev.policyscan.report.PolicyDiff.Segment;
import dev.policyscan.report.PolicyDiff.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Writes a diff as a terminal shows it; where that is wide, the old words left and the new ones right. */
public final class DiffText implements DiffWriter {
    private static final int NARROWEST = 52;
    /** From this width on, reworded clauses stand side by side. */
    private static final int WIDE = 100;
    private static final int LABEL = 26;
    private static final int QUOTE = 700;
    /** Words that stayed are shown so many at each end. */
    private static final int CONTEXT = 8;

    private final boolean color;
    private final int width;

    /**
     * @param color whether to colour with ANSI escape sequences
     * @param width columns of the terminal; below 52 it counts as 52
     */
    public DiffText(boolean color, int width) {
        this.color = color;
        this.width = Math.max(NARROWEST, width);
    }

    private enum Paint {
        PLAIN(""), BOLD("1"), DIM("2"), RED("31"), GREEN("32"), YELLOW("33");

        private final String code;

        Paint(String code) {
            this.code = code;
        }
    }

    /** A word with its colour. */
    private record Piece(String word, Paint paint) {}

    @Override
    public void write(PolicyDiff diff, Writer out) throws IOException {
        DiffSummary summary = new DiffSummary(diff);
        paragraph(out, DiffSummary.name(diff.before()) + " → " + DiffSummary.name(diff.after()), 0, Paint.PLAIN);
        paragraph(out, summary.headline(), 0, verdictPaint(diff.verdict()));
        if (!summary.balance().isEmpty()) {
            paragraph(out, summary.balance(), 0, Paint.PLAIN);
        }
        for (String remark : summary.remarks()) {
            paragraph(out, remark, 0, Paint.YELLOW);
        }
        List<Change> facts = summary.changes(Layer.FACT, Severity.COSMETIC);
        if (!facts.isEmpty()) {
            out.write("\n" + paint("Facts", Paint.BOLD) + "\n");
            for (Change change : facts) {
                fact(change, out);
            }
        }
        clauses("Material clauses", summary.changes(Layer.CLAUSE, Severity.MATERIAL), out);
        clauses("Minor clauses", summary.changes(Layer.CLAUSE, Severity.MINOR).stream().filter(c -> c.severity() == Severity.MINOR).toList(), out);
        if (!summary.cosmetic().isEmpty()) {
            out.write('\n');
            paragraph(out, "Cosmetic: " + summary.cosmetic(), 0, Paint.DIM);
        }
        if (!diff.changes().isEmpty()) {
            out.write('\n');
            paragraph(out, Summary.DISCLAIMER, 0, Paint.DIM);
        }
    }

    private static Paint verdictPaint(Severity verdict) {
        return verdict == Severity.MATERIAL ? Paint.RED : verdict == Severity.MINOR ? Paint.YELLOW : Paint.GREEN;
    }

    private static Paint paintOf(Direction direction) {
        return direction == Direction.WEAKENS ? Paint.RED : direction == Direction.STRENGTHENS ? Paint.GREEN : Paint.PLAIN;
    }

    private static String effect(Change change) {
        return change.direction() == Direction.NEUTRAL ? "" : " (" + change.direction().term() + ")";
    }

    private void fact(Change change, Writer out) throws IOException {
        String label = DiffSummary.subject(change);
        String step = DiffSummary.step(change) + effect(change);
        Paint paint = change.severity() == Severity.MATERIAL ? paintOf(change.direction()) : Paint.PLAIN;
        if (label.length() < LABEL) {
            List<String> lines = TextReport.wrap(step, width - LABEL);
            out.write(label + " ".repeat(LABEL - label.length()) + paint(lines.get(0), paint) + "\n");
            for (String line : lines.subList(1, lines.size())) {
                out.write(" ".repeat(LABEL) + paint(line, paint) + "\n");
            }
        } else {
            paragraph(out, label, 0, Paint.PLAIN);
            paragraph(out, step, 2, paint);
        }
        quotes(change.oldEvidence(), "- ", Paint.RED, out);
        quotes(change.newEvidence(), "+ ", Paint.GREEN, out);
    }

    private void quotes(List<Evidence> evidence, String sign, Paint paint, Writer out) throws IOException {
        for (Evidence words : evidence) {
            String place = DiffSummary.place(words);
            String quote = Excerpt.around(words.quote(), 0, 1, QUOTE / 2);
            signed(out, sign, "“" + quote + "”" + (place.isEmpty() ? "" : " (" + place + ")"), 4, paint);
        }
    }

    private void clauses(String title, List<Change> changes, Writer out) throws IOException {
        if (changes.isEmpty()) {
            return;
        }
        out.write("\n" + paint(title, Paint.BOLD) + "\n");
        for (Change change : changes) {
            String place = change.newLine() > 0 ? ", line " + change.newLine() : "";
            paragraph(out, DiffSummary.happened(change) + ": " + DiffSummary.subject(change) + place + effect(change), 0,
                    change.severity() == Severity.MATERIAL ? paintOf(change.direction()) : Paint.PLAIN);
            if (change.segments().isEmpty()) {
                for (Evidence words : change.oldEvidence()) {
                    signed(out, "- ", Excerpt.around(words.quote(), 0, 1, QUOTE), 4, Paint.RED);
                }
                for (Evidence words : change.newEvidence()) {
                    signed(out, "+ ", Excerpt.around(words.quote(), 0, 1, QUOTE), 4, Paint.GREEN);
                }
            } else if (width >= WIDE) {
                sideBySide(change.segments(), out);
            } else {
                inline(change.segments(), out);
            }
        }
    }

    private void inline(List<Segment> segments, Writer out) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (segment.same()) {
                stayed(segment.after(), i > 0, i < segments.size() - 1, pieces);
            } else {
                marked(segment.before(), "[-", "-]", Paint.RED, pieces);
                marked(segment.after(), "{+", "+}", Paint.GREEN, pieces);
            }
        }
        for (List<Piece> line : lines(pieces, width - 4)) {
            out.write("    " + painted(line) + "\n");
        }
    }

    private void marked(String text, String open, String close, Paint paint, List<Piece> pieces) {
        String shown = Excerpt.oneLine(text);
        if (!shown.isEmpty()) {
            for (String word : (color ? shown : open + shown + close).split(" ")) {
                pieces.add(new Piece(word, paint));
            }
        }
    }

    /** Words that stayed, those in the middle left out. */
    private static void stayed(String text, boolean behindChange, boolean beforeChange, List<Piece> pieces) {
        String shown = Excerpt.oneLine(text);
        if (shown.isEmpty()) {
            return;
        }
        String[] words = shown.split(" ");
        int head = behindChange ? CONTEXT : 0;
        int tail = beforeChange ? CONTEXT : 0;
        boolean whole = words.length <= head + tail + 2;
        for (int i = 0; i < words.length; i++) {
            if (whole || i < head || i >= words.length - tail) {
                pieces.add(new Piece(words[i], Paint.PLAIN));
            } else if (i == head) {
                pieces.add(new Piece("…", Paint.DIM));
            }
        }
    }

    private void sideBySide(List<Segment> segments, Writer out) throws IOException {
        List<Piece> left = new ArrayList<>();
        List<Piece> right = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (segment.same()) {
                stayed(segment.before(), i > 0, i < segments.size() - 1, left);
                stayed(segment.after(), i > 0, i < segments.size() - 1, right);
            } else {
                marked(segment.before(), "[-", "-]", Paint.RED, left);
                marked(segment.after(), "{+", "+}", Paint.GREEN, right);
            }
        }
        int column = (width - 4 - 3) / 2;
        List<List<Piece>> old = lines(left, column);
        List<List<Piece>> young = lines(right, column);
        for (int i = 0; i < Math.max(old.size(), young.size()); i++) {
            List<Piece> was = i < old.size() ? old.get(i) : List.of();
            List<Piece> is = i < young.size() ? young.get(i) : List.of();
            String padding = " ".repeat(Math.max(0, column - columns(was)));
            out.write(("    " + painted(was) + padding + " │ " + painted(is)).stripTrailing() + "\n");
        }
    }

    private static int columns(List<Piece> line) {
        int columns = Math.max(0, line.size() - 1);
        for (Piece piece : line) {
            columns += piece.word().codePointCount(0, piece.word().length());
        }
        return columns;
    }

    private static List<List<Piece>> lines(List<Piece> pieces, int columns) {
        List<List<Piece>> lines = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        int used = 0;
        for (Piece piece : pieces) {
            // A word longer than a line is broken.
            for (String part : TextReport.wrap(piece.word(), columns)) {
                int length = part.codePointCount(0, part.length());
                if (!line.isEmpty() && used + 1 + length > columns) {
                    lines.add(line);
                    line = new ArrayList<>();
                    used = 0;
                }
                used += length + (line.isEmpty() ? 0 : 1);
                line.add(new Piece(part, piece.paint()));
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** The words of a line, one escape sequence for neighbours of one colour. */
    private String painted(List<Piece> line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.size(); ) {
            int end = i;
            StringBuilder words = new StringBuilder();
            while (end < line.size() && line.get(end).paint() == line.get(i).paint()) {
                words.append(end > i ? " " : "").append(line.get(end).word());
                end++;
            }
            out.append(i > 0 ? " " : "").append(paint(words.toString(), line.get(i).paint()));
            i = end;
        }
        return out.toString();
    }

    private void signed(Writer out, String sign, String text, int indent, Paint paint) throws IOException {
        String lead = sign;
        for (String line : TextReport.wrap(text, width - indent - sign.length())) {
            out.write(" ".repeat(indent) + paint(lead + line, paint) + "\n");
            lead = " ".repeat(sign.length());
        }
    }

    private void paragraph(Writer out, String text, int indent, Paint paint) throws IOException {
        for (String line : TextReport.wrap(text, width - indent)) {
            out.write(" ".repeat(indent) + paint(line, paint) + "\n");
        }
    }

    private String paint(String text, Paint paint) {
        return color && paint != Paint.PLAIN && !text.isEmpty() ? "\u001b[" + paint.code + "m" + text + "\u001b[0m" : text;
    }
}
