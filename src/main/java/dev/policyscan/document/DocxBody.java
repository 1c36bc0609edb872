package dev.policyscan.document;

import dev.policyscan.document.DocxBlock.Cell;
import dev.policyscan.document.DocxBlock.Paragraph;
import dev.policyscan.document.DocxBlock.Run;
import dev.policyscan.document.DocxBlock.Table;
import dev.policyscan.document.DocxPackage.Relation;
import dev.policyscan.document.DocxStyles.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/** Reads the paragraphs and tables of a part of a Word document, tracked changes as if all were accepted. */
final class DocxBody {
    /** Widest span that is believed, and most columns of a table. */
    private static final int WIDEST = 60;
    private static final int MOST_NESTED = 40;

    private final DocxXml xml;
    private final DocxStyles styles;
    private final Map<String, Relation> relations;
    private final List<Field> fields = new ArrayList<>();
    private int nested;
    private int line;
    private Boolean box;

    /** A field whose end is still to come: what it says to do, then what it shows. */
    private static final class Field {
        final StringBuilder instruction = new StringBuilder();
        boolean shows;
        String link;
        Boolean checked;
    }

    DocxBody(DocxXml xml, DocxStyles styles, Map<String, Relation> relations) {
        this.xml = xml;
        this.styles = styles;
        this.relations = relations;
    }

    /** Reads the blocks in the element that was just opened. */
    void blocks(Consumer<DocxBlock> to) throws XMLStreamException {
        if (++nested > MOST_NESTED) {
            nested--;
            xml.skip();
            return;
        }
        int within = xml.depth();
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            switch (name) {
                case "p" -> to.accept(paragraph());
                case "tbl" -> to.accept(table());
                case "sdt" -> control(to);
                case "ins", "moveTo", "smartTag", "customXml", "sdtContent" -> blocks(to);
                default -> xml.skip();
            }
        }
        nested--;
    }

    /** Reads a control: what it holds, and whether it is a box that is checked. */
    private void control(Consumer<DocxBlock> to) throws XMLStreamException {
        int within = xml.depth();
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            if (name.equals("sdtPr")) {
                box = checkbox();
            } else if (name.equals("sdtContent")) {
                blocks(to);
            } else {
                xml.skip();
            }
        }
        box = null;
    }

    private Boolean checkbox() throws XMLStreamException {
        Boolean checked = null;
        boolean found = false;
        int within = xml.depth();
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            found |= name.equals("checkbox");
            if (name.equals("checked")) {
                checked = xml.on();
            }
        }
        return found && checked == null ? Boolean.FALSE : found ? checked : null;
    }

    private Paragraph paragraph() throws XMLStreamException {
        Paragraph made = new Paragraph();
        made.line = ++line;
        int within = xml.depth();
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            if (name.equals("pPr")) {
                made.style = styles.paragraph(xml, made.format);
                made.joins = made.format.deleted;
            } else {
                inline(name, made, null);
            }
        }
        styles.fill(made.format, made.style);
        return made;
    }

    /** Reads what stands in a paragraph: the element that was just opened. */
    private void inline(String name, Paragraph to, String link) throws XMLStreamException {
        switch (name) {
            case "r" -> run(to, link);
            case "hyperlink" -> {
                String id = xml.attribute("id");
                String anchor = xml.attribute("anchor");
                Relation relation = id == null ? null : relations.get(id);
                inlines(to, relation != null ? relation.target() : anchor != null ? "#" + anchor : link);
            }
            case "fldSimple" -> {
                String instruction = xml.attribute("instr");
                inlines(to, instruction == null ? link : target(instruction, link));
            }
            case "ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo" -> inlines(to, link);
            case "sdt" -> {
                int within = xml.depth();
                for (String part = xml.next(within); part != null; part = xml.next(within)) {
                    if (part.equals("sdtPr")) {
                        box = checkbox();
                    } else if (part.equals("sdtContent")) {
                        inlines(to, link);
                    } else {
                        xml.skip();
                    }
                }
                box = null;
            }
            default -> xml.skip();
        }
    }

    private void inlines(Paragraph to, String link) throws XMLStreamException {
        if (++nested > 4 * MOST_NESTED) {
            xml.skip();
        } else {
            int within = xml.depth();
            for (String name = xml.next(within); name != null; name = xml.next(within)) {
                inline(name, to, link);
            }
        }
        nested--;
    }

    private void run(Paragraph to, String link) throws XMLStreamException {
        Format format = new Format();
        StringBuilder text = new StringBuilder();
        boolean symbols = false;
        int within = xml.depth();
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            switch (name) {
                case "rPr" -> {
                    String style = styles.run(xml, format);
                    symbols = format.symbols;
                    if (style != null) {
                        styles.fillRun(format, style);
                    }
                }
                case "t" -> text.append(xml.text());
                case "tab", "ptab" -> {
                    text.append('\t');
                    xml.skip();
                }
                case "br", "cr" -> {
                    String type = xml.attribute("type");
                    text.append(type == null || type.equals("textWrapping") ? '\n' : ' ');
                    xml.skip();
                }
                case "noBreakHyphen" -> {
                    text.append('-');
                    xml.skip();
                }
                case "sym" -> {
                    text.append(symbol(xml.attribute("char")));
                    xml.skip();
                }
                case "footnoteReference" -> note(to, "footnote");
                case "endnoteReference" -> note(to, "endnote");
                case "instrText" -> instruction(xml.text());
                case "fldChar" -> field(text);
                case "drawing", "pict", "object", "AlternateContent" -> boxes(name, to);
                default -> xml.skip();
            }
        }
        boolean instruction = !fields.isEmpty() && !fields.get(fields.size() - 1).shows;
        styles.fill(format, to.style);
        if (text.length() == 0 || instruction || format.is(format.hidden)) {
            return;
        }
        String plain = symbols ? symbols(text) : Symbols.plain(text.toString());
        if (box != null && plain.strip().length() == 1) {
            plain = box ? HtmlIcon.YES : HtmlIcon.NO;
        }
        String target = link;
        for (Field field : fields) {
            target = field.link != null ? field.link : target;
        }
        boolean bold = format.is(format.bold) || format.is(format.underlined) && target == null;
        to.runs.add(new Run(plain, bold, format.size == null ? 0 : format.size, target));
    }

    private void note(Paragraph to, String kind) throws XMLStreamException {
        String id = xml.attribute("id");
        if (id != null) {
            to.notes.add(kind + id);
        }
        xml.skip();
    }

    private static char symbol(String code) {
        int value = 0;
        for (int i = 0; code != null && i < code.length() && i < 4; i++) {
            value = 16 * value + Math.max(0, Character.digit(code.charAt(i), 16));
        }
        return Symbols.of((char) (value < 0x100 ? 0xF000 | value : value));
    }

    /** Letters of a symbol font that are written as if they were others. */
    private static String symbols(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c > ' ' && c < 0x100 ? Symbols.of((char) (0xF000 | c)) : Symbols.of(c));
        }
        return out.toString();
    }

    private void instruction(String text) {
        if (!fields.isEmpty()) {
            fields.get(fields.size() - 1).instruction.append(text);
        }
    }

    private void field(StringBuilder text) throws XMLStreamException {
        String type = xml.attribute("fldCharType");
        int last = fields.size() - 1;
        if ("begin".equals(type)) {
            Field field = new Field();
            int within = xml.depth();
            for (String name = xml.next(within); name != null; name = xml.next(within)) {
                if (name.equals("default") || name.equals("checked")) {
                    field.checked = xml.on();
                }
            }
            fields.add(field);
            return;
        }
        if ("separate".equals(type) && last >= 0) {
            fields.get(last).shows = true;
            fields.get(last).link = target(fields.get(last).instruction.toString(), null);
        } else if ("end".equals(type) && last >= 0) {
            Field field = fields.remove(last);
            if (field.instruction.toString().strip().startsWith("FORMCHECKBOX")) {
                text.append(Boolean.TRUE.equals(field.checked) ? HtmlIcon.YES : HtmlIcon.NO);
            }
        }
        xml.skip();
    }

    /** Where a field leads. */
    private static String target(String instruction, String otherwise) {
        String s = instruction.strip();
        if (s.startsWith("PAGEREF") || s.startsWith("REF ")) {
            return "#ref";
        }
        if (!s.toUpperCase(Locale.ROOT).startsWith("HYPERLINK")) {
            return otherwise;
        }
        int open = s.indexOf('"');
        int close = open < 0 ? -1 : s.indexOf('"', open + 1);
        if (close < 0) {
            return otherwise;
        }
        int local = s.indexOf("\\l");
        return (local >= 0 && local < open ? "#" : "") + s.substring(open + 1, close);
    }

    /** Looks for text boxes in a drawing; what stands in for it in older programs is passed over. */
    private void boxes(String element, Paragraph to) throws XMLStreamException {
        if (nested > MOST_NESTED) {
            xml.skip();
            return;
        }
        int within = xml.depth();
        boolean chosen = false;
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            if (name.equals("txbxContent")) {
                blocks(to.boxes::add);
            } else if (name.equals("Fallback") && chosen) {
                xml.skip();
            }
            chosen |= name.equals("Choice");
        }
    }

    private Table table() throws XMLStreamException {
        Table made = new Table();
        List<Cell> carried = new ArrayList<>();
        boolean[] headed = new boolean[1];
        rows(made, carried, headed);
        if (headed[0] && !made.headers.isEmpty() && !made.headers.contains(true)) {
            made.headers.set(0, true);
        }
        return made;
    }

    private void rows(Table to, List<Cell> carried, boolean[] headed) throws XMLStreamException {
        int within = xml.depth();
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            switch (name) {
                case "tblPr" -> {
                    String style = null;
                    boolean first = false;
                    int inner = xml.depth();
                    for (String part = xml.next(inner); part != null; part = xml.next(inner)) {
                        if (part.equals("tblStyle")) {
                            style = xml.value();
                        } else if (part.equals("tblLook")) {
                            String said = xml.attribute("firstRow");
                            first = said != null ? said.equals("1") || said.equals("true") : mask(xml.value());
                        }
                        xml.skip();
                    }
                    headed[0] = first && styles.headed(style);
                }
                case "tr" -> row(to, carried);
                case "sdt", "sdtContent", "ins", "moveTo", "customXml" -> rows(to, carried, new boolean[1]);
                default -> xml.skip();
            }
        }
    }

    /** Whether the older way to say it calls for a first row of its own. */
    private static boolean mask(String value) {
        return value.length() == 4 && Character.digit(value.charAt(2), 16) >= 0 && (Character.digit(value.charAt(2), 16) & 2) != 0;
    }

    private void row(Table to, List<Cell> carried) throws XMLStreamException {
        List<Cell> row = new ArrayList<>();
        List<Cell> below = new ArrayList<>();
        boolean[] flags = new boolean[2];
        cells(row, below, carried, flags);
        if (flags[1]) {
            // A deleted row.
            return;
        }
        carried.clear();
        carried.addAll(below);
        to.rows.add(row);
        to.headers.add(flags[0]);
    }

    private void cells(List<Cell> row, List<Cell> below, List<Cell> carried, boolean[] flags) throws XMLStreamException {
        int within = xml.depth();
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            switch (name) {
                case "trPr" -> {
                    int inner = xml.depth();
                    for (String part = xml.next(inner); part != null; part = xml.next(inner)) {
                        if (part.equals("tblHeader")) {
                            flags[0] = xml.on();
                        } else if (part.equals("del")) {
                            flags[1] = true;
                        } else if (part.equals("gridBefore")) {
                            for (int i = Math.min(WIDEST, DocxXml.number(xml.value(), 0)); i > 0; i--) {
                                row.add(new Cell());
                                below.add(null);
                            }
                        }
                        xml.skip();
                    }
                }
                case "tc" -> cell(row, below, carried);
                case "sdt", "sdtContent", "customXml" -> cells(row, below, carried, flags);
                default -> xml.skip();
            }
        }
    }

    private void cell(List<Cell> row, List<Cell> below, List<Cell> carried) throws XMLStreamException {
        Cell cell = new Cell();
        int wide = 1;
        boolean merges = false;
        boolean goesOn = false;
        int within = xml.depth();
        if (++nested > MOST_NESTED) {
            xml.skip();
            nested--;
            return;
        }
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            switch (name) {
                case "tcPr" -> {
                    int inner = xml.depth();
                    for (String part = xml.next(inner); part != null; part = xml.next(inner)) {
                        if (part.equals("gridSpan")) {
                            wide = Math.max(1, Math.min(WIDEST, DocxXml.number(xml.value(), 1)));
                        } else if (part.equals("vMerge")) {
                            merges = true;
                            goesOn = !xml.value().equals("restart");
                        }
                        xml.skip();
                    }
                }
                case "p" -> cell.blocks.add(paragraph());
                case "tbl" -> cell.blocks.add(table());
                case "sdt" -> control(cell.blocks::add);
                case "ins", "moveTo", "customXml" -> blocks(cell.blocks::add);
                default -> xml.skip();
            }
        }
        nested--;
        Cell above = goesOn && row.size() < carried.size() ? carried.get(row.size()) : null;
        Cell stands = above != null ? above : cell;
        for (int i = 0; i < wide && row.size() < WIDEST * 2; i++) {
            row.add(stands);
            below.add(merges ? stands : null);
        }
    }
}
