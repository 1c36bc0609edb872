package dev.policyscan.document;

import dev.policyscan.document.Draft.DraftCell;
import dev.policyscan.document.Draft.DraftTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the document of a draft whose outline is drawn: lays out its text and turns pieces into blocks, sections and tables. */
final class Assembly {
    private final Draft draft;
    private final Sentences sentences;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
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
        List<Section> opened = blocks();
        List<Table> tables = tables();
        List<Sentence> found = new ArrayList<>();
        sentences.find(text, blocks, draft.verbatim, found);
        return new PolicyDocument(text, Title.of(draft, text, blocks, opened), blocks, opened, tables, found, links, lines);
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

    private List<Section> blocks() {
        int[] stack = new int[64];
        int depth = 0;
        List<int[]> made = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        // Where the items of each depth stand, for the items beneath them.
        int[] parents = new int[64];
        Map<Integer, Integer> items = new HashMap<>();
        int listLead = -1;
        boolean inList = false;
        int outerLead = -1;
        int list = 0;
        int tableLead = -1;
        int lastTable = -1;
        for (Piece piece : draft.pieces) {
            int index = blocks.size();
            piece.block = index;
            if (piece.type == Piece.Type.HEADING) {
                while (depth > 0 && made.get(stack[depth - 1])[0] >= piece.level) {
                    made.get(stack[--depth])[3] = blocks.get(index - 1).end();
                }
                made.add(new int[] {piece.level, depth > 0 ? stack[depth - 1] : -1, piece.start, piece.end});
                titles.add(Title.heading(text, piece));
                if (depth < stack.length) {
                    stack[depth++] = made.size() - 1;
                }
            }
            int section = depth > 0 ? stack[depth - 1] : -1;
            int lead = -1;
            switch (piece.type) {
                case ITEM -> {
                    int level = Math.min(Math.max(1, piece.depth), parents.length - 1);
                    if (!inList) {
                        listLead = index > 0 && blocks.get(index - 1).kind() == Block.Kind.CELL ? -1 : index - 1;
                        Arrays.fill(parents, -1);
                        inList = true;
                        outerLead = listLead;
                        list = piece.list;
                    } else if (level == 1 && piece.list != list) {
                        listLead = announces(blocks.get(index - 1)) ? index - 1 : outerLead;
                        list = piece.list;
                    }
                    lead = listLead;
                    for (int i = level - 1; i > 0; i--) {
                        if (parents[i] >= 0) {
                            lead = parents[i];
                            break;
                        }
                    }
                    parents[level] = index;
                    Arrays.fill(parents, level + 1, parents.length, -1);
                    if (piece.item > 0) {
                        items.put(piece.item, index);
                    }
                    blocks.add(new Block(Block.Kind.LIST_ITEM, piece.start, piece.end, section, level, lead));
                }
                case CELL -> {
                    if (piece.table != lastTable) {
                        tableLead = index - 1;
                        lastTable = piece.table;
                    }
                    inList = false;
                    blocks.add(new Block(Block.Kind.CELL, piece.start, piece.end, section, 0, tableLead));
                }
                case HEADING -> {
                    inList = false;
                    blocks.add(new Block(Block.Kind.HEADING, piece.start, piece.end, section, piece.level, -1));
                }
                default -> {
                    Integer item = piece.item > 0 ? items.get(piece.item) : null;
                    if (item == null) {
                        inList = false;
                    } else {
                        lead = item;
                    }
                    blocks.add(new Block(Block.Kind.PARAGRAPH, piece.start, piece.end, section, 0, lead));
                }
            }
        }
        int last = blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end();
        while (depth > 0) {
            made.get(stack[--depth])[3] = last;
        }
        for (int i = 0; i < made.size(); i++) {
            int[] section = made.get(i);
            sections.add(new Section("s" + (i + 1), section[1] < 0 ? null : "s" + (section[1] + 1), section[0], titles.get(i), section[2], section[3],
                    lines.lineAt(section[2])));
        }
        return sections;
    }

    /** Whether a block is a list item that announces what follows, as the numbered paragraph before a list of bullets does. */
    private boolean announces(Block block) {
        return block.kind() == Block.Kind.LIST_ITEM && block.level() == 1 && Text.lastChar(text, block.start(), block.end()) == ':';
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
