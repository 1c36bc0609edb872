package dev.policyscan.document;

import dev.policyscan.document.Draft.DraftCell;
import dev.policyscan.document.Draft.DraftTable;
import dev.policyscan.document.DocxBlock.Cell;
import dev.policyscan.document.DocxBlock.Paragraph;
import dev.policyscan.document.DocxBlock.Run;
import dev.policyscan.document.DocxBlock.Table;
import dev.policyscan.document.DocxPackage.Relation;
import dev.policyscan.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Reads Word documents: paragraphs, headings, lists and tables, with the text as it stands once all tracked changes are accepted.
 * Headers, footers, comments and hidden text are left out; footnotes follow the paragraph that refers to them.
 *
 * <p>A Word document has no lines of its own. The line numbers of its document count its paragraphs, those in tables included.
 */
final class DocxReader {
    /** Words in a cell from which a table is rather a way to lay out a page. */
    private static final int HUGE = 450;
    /** Nearest that two lists can be set in to count as different, in twentieths of a point. */
    private static final int STEP = 60;

    private final DraftBuilder out;
    private final DocxStyles styles = new DocxStyles();
    private final Map<String, List<DocxBlock>> notes = new HashMap<>();
    private final List<String> waiting = new ArrayList<>();
    private final List<Open> lists = new ArrayList<>();
    private final Map<Long, Integer> counters = new HashMap<>();
    private Paragraph pending;
    private boolean titled;

    /**
     * A list whose end is still to come.
     *
     * @param list its number
     * @param indent how far its text is set in
     */
    private record Open(int list, int indent) {}

    private DocxReader(int capacity) {
        out = new DraftBuilder(capacity);
    }

    static Draft read(byte[] bytes) throws SourceException {
        try (DocxPackage parts = new DocxPackage(bytes)) {
            return read(parts);
        } catch (SourceException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new SourceException("needs more memory than there is; pass the policy alone, or give Java more with -Xmx", e);
        } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
            throw new SourceException("is a damaged Word document; get the file again or save it anew", e);
        }
    }

    private static Draft read(DocxPackage parts) throws IOException, XMLStreamException {
        Map<String, Relation> root = parts.relations("");
        String main = "word/document.xml";
        String core = "docProps/core.xml";
        for (Relation relation : root.values()) {
            if (relation.type().equals("officeDocument")) {
                main = relation.target();
            } else if (relation.type().equals("core-properties")) {
                core = relation.target();
            }
        }
        byte[] body = parts.part(main);
        if (body == null) {
            throw new SourceException("is no Word document that can be read; save it as .docx again");
        }
        DocxReader reader = new DocxReader(Math.min(16 << 20, body.length / 4 + 1024));
        Map<String, Relation> relations = parts.relations(main);
        reader.parts(parts, relations);
        DocxXml xml = new DocxXml(body);
        for (String name = xml.next(0); name != null; name = xml.next(0)) {
            if (name.equals("body")) {
                new DocxBody(xml, reader.styles, relations).blocks(reader::block);
            }
        }
        reader.finish();
        Draft draft = reader.out.build();
        if (draft.pieces.isEmpty()) {
            throw new SourceException("is a Word document with no text; there is nothing to read");
        }
        draft.title = title(parts.part(core));
        return draft;
    }

    private void parts(DocxPackage parts, Map<String, Relation> relations) throws IOException, XMLStreamException {
        for (Relation relation : relations.values()) {
            if (relation.external()) {
                continue;
            }
            byte[] part = switch (relation.type()) {
                case "styles", "numbering", "footnotes", "endnotes" -> parts.part(relation.target());
                default -> null;
            };
            if (part == null) {
                continue;
            }
            switch (relation.type()) {
                case "styles" -> styles.read(part);
                case "numbering" -> styles.readNumbering(part);
                default -> notes(part, relation.type().substring(0, relation.type().length() - 1), parts.relations(relation.target()));
            }
        }
    }

    private void notes(byte[] part, String kind, Map<String, Relation> relations) throws XMLStreamException {
        DocxXml xml = new DocxXml(part);
        DocxBody body = new DocxBody(xml, styles, relations);
        xml.next(0);
        for (String name = xml.next(1); name != null; name = xml.next(1)) {
            String id = xml.attribute("id");
            if (!name.equals(kind) || id == null || xml.attribute("type") != null) {
                xml.skip();
                continue;
            }
            List<DocxBlock> blocks = new ArrayList<>();
            body.blocks(blocks::add);
            notes.put(kind + id, blocks);
        }
    }

    private static String title(byte[] core) throws XMLStreamException {
        if (core == null) {
            return null;
        }
        DocxXml xml = new DocxXml(core);
        for (String name = xml.next(0); name != null; name = xml.next(0)) {
            if (name.equals("title")) {
                return Title.proper(xml.text());
            }
        }
        return null;
    }

    private void block(DocxBlock block) {
        if (block instanceof Paragraph paragraph) {
            if (pending != null) {
                pending.runs.addAll(paragraph.runs);
                pending.boxes.addAll(paragraph.boxes);
                pending.notes.addAll(paragraph.notes);
                pending.joins = paragraph.joins;
            }
            Paragraph whole = pending == null ? paragraph : pending;
            pending = whole.joins ? whole : null;
            if (pending == null) {
                paragraph(whole);
            }
        } else {
            flush();
            table((Table) block);
        }
    }

    private void flush() {
        if (pending != null) {
            Paragraph whole = pending;
            pending = null;
            paragraph(whole);
        }
    }

    private void finish() {
        flush();
        closeLists(-1);
        footnotes();
    }

    private void paragraph(Paragraph paragraph) {
        if (!paragraph.blank()) {
            boolean title = styles.named(paragraph.style, "title");
            Integer outline = paragraph.format.outline;
            if (title || outline != null && outline < 9) {
                heading(paragraph, title ? 0 : outline + (titled ? 1 : 0));
                titled |= title;
            } else if (styles.named(paragraph.style, "toc ")) {
                contents(paragraph);
            } else if (list(paragraph)) {
                runs(paragraph.runs, paragraph.line);
                out.block();
            } else {
                text(paragraph);
            }
        }
        waiting.addAll(paragraph.notes);
        if (!paragraph.boxes.isEmpty()) {
            closeLists(-1);
            paragraph.boxes.forEach(this::block);
            flush();
        }
    }

    private void heading(Paragraph paragraph, int level) {
        closeLists(-1);
        footnotes();
        out.openHeading(Math.min(6, level + 1));
        // Headings look bold as such.
        runs(paragraph.runs, paragraph.line);
        out.closeHeading();
    }

    private void text(Paragraph paragraph) {
        int indent = paragraph.format.indent == null ? 0 : paragraph.format.indent;
        closeLists(indent);
        if (lists.isEmpty()) {
            footnotes();
        }
        out.block();
        if (large(paragraph)) {
            out.likeHeading();
        }
        runs(paragraph.runs, paragraph.line);
        out.block();
    }

    /** Whether a short paragraph is written larger than the text. */
    private boolean large(Paragraph paragraph) {
        int body = styles.bodySize();
        return paragraph.words() <= 16 && paragraph.runs.stream().allMatch(run -> run.text().isBlank() || run.size() * 10 >= body * 12);
    }

    /** Writes a line of the table of contents, without its page number, as the link that it is. */
    private void contents(Paragraph paragraph) {
        closeLists(-1);
        out.block();
        StringBuilder text = new StringBuilder();
        paragraph.runs.forEach(run -> text.append(run.text()));
        int end = text.length();
        int tab = text.lastIndexOf("\t");
        if (tab > 0 && PdfFurniture.pageNumber(text.substring(tab + 1))) {
            end = tab;
        }
        out.openLink("#contents");
        out.text(text.substring(0, end), paragraph.line);
        out.closeLink();
        out.block();
    }

    /** Opens a list item for a paragraph that is one; answers whether it is. */
    private boolean list(Paragraph paragraph) {
        Integer list = paragraph.format.list;
        if (list == null || list == 0) {
            return false;
        }
        int depth = paragraph.format.level == null ? 0 : paragraph.format.level;
        DocxStyles.Level level = styles.level(list, depth);
        int indent = paragraph.format.indent != null ? paragraph.format.indent : level != null && level.indent() >= 0 ? level.indent() : 720 * (depth + 1);
        if (level == null || level.blank() && !level.numbered()) {
            // The rest of an item, which has a level but shows no bullet.
            closeLists(indent);
            out.block();
            return true;
        }
        while (!lists.isEmpty() && lists.get(lists.size() - 1).indent > indent + STEP) {
            closeList();
        }
        Open top = lists.isEmpty() ? null : lists.get(lists.size() - 1);
        boolean same = top != null && top.indent >= indent - STEP;
        if (same && top.list != list) {
            closeList();
            same = false;
        }
        if (same) {
            out.closeItem();
        } else {
            if (lists.isEmpty()) {
                footnotes();
            }
            out.openList();
            lists.add(new Open(list, indent));
        }
        out.openItem(level.numbered() ? count(list, depth, level.start()) : 0);
        return true;
    }

    /** The number of an item. */
    private int count(int list, int depth, int start) {
        for (int below = depth + 1; below < 9; below++) {
            counters.remove(list * 16L + below);
        }
        return counters.merge(list * 16L + depth, Math.max(1, start), (before, first) -> before + 1);
    }

    private void closeList() {
        out.closeItem();
        out.closeList();
        lists.remove(lists.size() - 1);
    }

    /** Closes the lists whose text is set in further than an indent; all of them where there is none. */
    private void closeLists(int indent) {
        while (!lists.isEmpty() && (indent <= 0 || lists.get(lists.size() - 1).indent > indent + STEP)) {
            closeList();
        }
    }

    private void footnotes() {
        if (waiting.isEmpty()) {
            return;
        }
        List<String> ids = List.copyOf(waiting);
        waiting.clear();
        for (String id : ids) {
            List<DocxBlock> blocks = notes.remove(id);
            if (blocks != null) {
                blocks.forEach(this::block);
                flush();
            }
        }
    }

    private void runs(List<Run> runs, int line) {
        for (Run run : runs) {
            out.look(run.bold(), run.link());
            int from = 0;
            String text = run.text();
            for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
                out.text(text.substring(from, at), line);
                out.hardBreak();
                from = at + 1;
            }
            out.text(from == 0 ? text : text.substring(from), line);
        }
        out.look(false, null);
    }

    private void table(Table table) {
        closeLists(-1);
        footnotes();
        if (!data(table)) {
            for (List<Cell> row : table.rows) {
                for (Cell cell : row) {
                    if (!cell.written) {
                        cell.written = true;
                        cell.blocks.forEach(this::block);
                        flush();
                        closeLists(-1);
                    }
                }
            }
            return;
        }
        DraftTable made = out.openTable();
        boolean headed = table.headers.contains(true);
        for (int row = 0; row < table.rows.size(); row++) {
            List<DraftCell> cells = new ArrayList<>();
            boolean header = table.headers.get(row);
            for (Cell cell : table.rows.get(row)) {
                if (!cell.written) {
                    cell.written = true;
                    out.openCell();
                    write(cell.blocks);
                    cell.piece = out.closeCell(made.rows.size());
                }
                cells.add(new DraftCell(cell.piece, cells.size(), header));
            }
            if (cells.stream().allMatch(cell -> cell.piece() == null)) {
                continue;
            }
            if (made.rows.isEmpty() && !headed && cells.stream().allMatch(cell -> cell.piece() == null || cell.piece().bold)) {
                header = true;
                cells.replaceAll(cell -> new DraftCell(cell.piece(), cell.column(), true));
            }
            made.rows.add(cells);
            made.headers.add(header);
        }
        out.closeTable();
    }

    /** Writes what stands in a cell, tables in it as their text. */
    private void write(List<DocxBlock> blocks) {
        for (DocxBlock block : blocks) {
            out.block();
            if (block instanceof Paragraph paragraph) {
                runs(paragraph.runs, paragraph.line);
                waiting.addAll(paragraph.notes);
                write(paragraph.boxes);
            } else {
                for (List<Cell> row : ((Table) block).rows) {
                    out.block();
                    for (Cell cell : row) {
                        if (!cell.written) {
                            cell.written = true;
                            write(cell.blocks);
                        }
                    }
                }
            }
        }
    }

    /** Whether a table holds data rather than the parts of a page. */
    private boolean data(Table table) {
        int columns = 0;
        int full = 0;
        int filledRows = 0;
        int cells = 0;
        boolean huge = false;
        for (List<Cell> row : table.rows) {
            columns = Math.max(columns, row.size());
            boolean filled = false;
            Cell before = null;
            for (Cell cell : row) {
                if (cell == before) {
                    continue;
                }
                before = cell;
                int words = cell.words();
                cells++;
                full += words > 0 ? 1 : 0;
                filled |= words > 0;
                huge |= words > HUGE;
                if (words > 60 && headings(cell)) {
                    return false;
                }
            }
            filledRows += filled ? 1 : 0;
        }
        return columns >= 2 && full >= 2 && filledRows >= 2 && !(huge && cells < 8);
    }

    private boolean headings(Cell cell) {
        for (DocxBlock block : cell.blocks) {
            if (block instanceof Paragraph paragraph && paragraph.format.outline != null && paragraph.format.outline < 9 && !paragraph.blank()) {
                return true;
            }
        }
        return false;
    }
}
