package dev.policyscan.document;

import dev.policyscan.document.Draft.DraftCell;
import dev.policyscan.document.Draft.DraftTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the document of a draft whose outline is drawn: lays out its text and turns pieces into blocks, sections and tables. */
final class Assembly {
    private final Draft draft;
    private final Sentences sentences;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private List<Section> sections;
    private String text;
    private LineMap lines;

    private Assembly(Draft draft, Sentences sentences) {
        this.draft = draft;
        this.sentences = sentences;
    }

    static PolicyDocument of(Draft draft, Sentences sentences) {
        return new Assembly(draft, sentences).assemble();
    }

    private PolicyDocument assemble() {
        layOut();
        blocks();
        List<Table> tables = tables();
        List<Sentence> found = new ArrayList<>();
        sentences.find(text, blocks, draft.verbatim, found);
        return new PolicyDocument(text, Title.of(draft, text, blocks, sections), blocks, sections, tables, found, links, lines);
    }

    /** Writes the text that people see, and moves pieces, links and lines to where they now stand. */
    private void layOut() {
        if (draft.verbatim) {
            text = draft.text;
            links.addAll(draft.links);
            lines = lineMap(draft.lines);
            return;
        }
        TextBuffer out = new TextBuffer(draft.text.length() + 64);
        Spans marks = new Spans();
        int link = 0;
        int mark = 0;
        Piece before = null;
        for (Piece piece : draft.pieces) {
            if (before != null) {
                String separator = separator(before, piece);
                out.append(separator, 0, separator.length(), (byte) 0);
            }
            int start = out.length();
            int shift = start - piece.start;
            while (mark + 1 < draft.lines.size() && draft.lines.first(mark + 1) <= piece.start) {
                mark++;
            }
            add(marks, start, draft.lines.second(mark));
            for (int i = mark + 1; i < draft.lines.size() && draft.lines.first(i) < piece.end; i++) {
                add(marks, draft.lines.first(i) + shift, draft.lines.second(i));
                mark = i;
            }
            out.append(draft.text, piece.start, piece.end, (byte) 0);
            for (int i = start; i < out.length(); i++) {
                char c = out.charAt(i);
                if (c == Draft.SOFT || c == '\n' && piece.type != Piece.Type.CELL) {
                    out.set(i, ' ');
                }
            }
            while (link < draft.links.size() && draft.links.get(link).end() <= piece.start) {
                link++;
            }
            for (int i = link; i < draft.links.size() && draft.links.get(i).start() < piece.end; i++) {
                Link found = draft.links.get(i);
                int from = Math.max(found.start(), piece.start);
                int to = Math.min(found.end(), piece.end);
                if (from < to) {
                    links.add(new Link(from + shift, to + shift, found.target()));
                }
            }
            piece.start = start;
            piece.end = out.length();
            before = piece;
        }
        text = out.toString();
        lines = lineMap(marks);
    }

    private static void add(Spans marks, int offset, int line) {
        int size = marks.size();
        if (size > 0 && marks.first(size - 1) == offset) {
            marks.setSecond(size - 1, line);
        } else if (size == 0 || marks.second(size - 1) != line) {
            marks.add(size == 0 ? 0 : offset, line);
        }
    }

    private static LineMap lineMap(Spans marks) {
        int size = Math.max(1, marks.size());
        int[] offsets = new int[size];
        int[] numbers = new int[size];
        numbers[0] = 1;
        for (int i = 0; i < marks.size(); i++) {
            offsets[i] = marks.first(i);
            numbers[i] = marks.second(i);
        }
        return new LineMap(offsets, numbers);
    }

    private static String separator(Piece before, Piece piece) {
        if (piece.type == Piece.Type.CELL && before.type == Piece.Type.CELL && piece.table == before.table) {
            return piece.row == before.row ? "\t" : "\n";
        }
        if (piece.rest) {
            return " ";
        }
        return before.type == Piece.Type.ITEM && piece.type == Piece.Type.ITEM ? "\n" : "\n\n";
    }

    private void blocks() {
        SectionTree tree = new SectionTree();
        Nesting nesting = new Nesting(text, blocks);
        int lastTable = -1;
        int tableLead = -1;
        for (Piece piece : draft.pieces) {
            int index = blocks.size();
            piece.block = index;
            if (piece.type == Piece.Type.HEADING) {
                tree.open(piece, Title.heading(text, piece), index == 0 ? 0 : blocks.get(index - 1).end());
            }
            boolean entry = piece.entry && (piece.type == Piece.Type.ITEM || piece.type == Piece.Type.TEXT);
            if (entry || piece.type == Piece.Type.HEADING || piece.type == Piece.Type.CELL) {
                nesting.end();
            }
            if (piece.type == Piece.Type.CELL && piece.table != lastTable) {
                tableLead = index - 1;
                lastTable = piece.table;
            }
            int section = tree.current();
            blocks.add(entry ? new Block(Block.Kind.CONTENTS, piece.start, piece.end, section, 0, -1) : switch (piece.type) {
                case ITEM -> nesting.item(piece, section);
                case CELL -> new Block(Block.Kind.CELL, piece.start, piece.end, section, 0, tableLead);
                case HEADING -> new Block(Block.Kind.HEADING, piece.start, piece.end, section, piece.level, -1);
                default -> new Block(Block.Kind.PARAGRAPH, piece.start, piece.end, section, 0, nesting.paragraph(piece));
            });
        }
        sections = tree.close(blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end(), lines);
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (DraftTable table : draft.tables) {
            List<Table.Row> rows = new ArrayList<>();
            int start = Integer.MAX_VALUE;
            int end = 0;
            int first = Integer.MAX_VALUE;
            for (int r = 0; r < table.rows.size(); r++) {
                List<Table.Cell> cells = new ArrayList<>();
                for (DraftCell cell : table.rows.get(r)) {
                    Piece piece = cell.piece();
                    boolean there = piece != null && piece.block >= 0;
                    cells.add(new Table.Cell(there ? piece.block : -1, cell.column(), cell.header()));
                    if (there) {
                        start = Math.min(start, piece.start);
                        end = Math.max(end, piece.end);
                        first = Math.min(first, piece.block);
                    }
                }
                rows.add(new Table.Row(table.headers.get(r), cells));
            }
            if (first < Integer.MAX_VALUE) {
                tables.add(new Table(start, end, blocks.get(first).section(), blocks.get(first).lead(), rows));
            }
        }
        tables.sort(Comparator.comparingInt(Table::start));
        return tables;
    }
}
