package dev.policyscan.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** The styles and the list numbering of a Word document. */
final class DocxStyles {
    private static final int LONGEST_CHAIN = 20;
    private static final int LEVELS = 9;

    private final Map<String, Style> styles = new HashMap<>();
    private final Map<Integer, Level[]> abstracts = new HashMap<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    /** Size of letters where nothing is said, in half points. */
    private int size = 20;
    private String standard;

    /** What a style says itself; fields that it leaves to the style it is based on are null. */
    private static final class Style {
        String name = "";
        String basedOn;
        final Format format = new Format();
        boolean headed;
    }

    /** How a paragraph or a run of text looks; null where it does not say. */
    static final class Format {
        Integer outline;
        Integer list;
        Integer level;
        Integer indent;
        Integer hanging;
        Integer size;
        Boolean bold;
        Boolean underlined;
        Boolean hidden;
        /** Whether the mark at the end of the paragraph is deleted, so that the next one goes on with it. */
        boolean deleted;
        /** Whether the letters are those of a symbol font. */
        boolean symbols;

        /** Takes from another what this one leaves open. */
        void fill(Format other) {
            outline = outline == null ? other.outline : outline;
            list = list == null ? other.list : list;
            level = level == null ? other.level : level;
            indent = indent == null ? other.indent : indent;
            hanging = hanging == null ? other.hanging : hanging;
            size = size == null ? other.size : size;
            bold = bold == null ? other.bold : bold;
            underlined = underlined == null ? other.underlined : underlined;
            hidden = hidden == null ? other.hidden : hidden;
        }

        boolean is(Boolean what) {
            return what != null && what;
        }
    }

    /**
     * A level of a list.
     *
     * @param numbered whether its items have numbers rather than bullets
     * @param blank whether its items show neither
     * @param start its first number
     * @param indent how far its text is set in; -1 where it does not say
     */
    record Level(boolean numbered, boolean blank, int start, int indent) {}

    void read(byte[] part) throws XMLStreamException {
        DocxXml xml = new DocxXml(part);
        for (String name = xml.next(0); name != null; name = xml.next(0)) {
            if (name.equals("docDefaults")) {
                defaults(xml);
            } else if (name.equals("style")) {
                style(xml);
            }
        }
    }

    private void defaults(DocxXml xml) throws XMLStreamException {
        int within = xml.depth();
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            if (name.equals("sz")) {
                size = DocxXml.number(xml.value(), size);
            }
        }
    }

    private void style(DocxXml xml) throws XMLStreamException {
        Style style = new Style();
        String id = xml.attribute("styleId");
        if (id == null) {
            xml.skip();
            return;
        }
        if ("paragraph".equals(xml.attribute("type")) && "1".equals(xml.attribute("default"))) {
            standard = id;
        }
        styles.put(id, style);
        int within = xml.depth();
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            switch (name) {
                case "name" -> style.name = xml.value().toLowerCase(Locale.ROOT);
                case "basedOn" -> style.basedOn = xml.value();
                case "pPr" -> paragraph(xml, style.format);
                case "rPr" -> run(xml, style.format);
                case "tblStylePr" -> {
                    boolean first = "firstRow".equals(xml.attribute("type"));
                    int inner = xml.depth();
                    for (String part = xml.next(inner); part != null; part = xml.next(inner)) {
                        style.headed |= first && part.equals("b") && xml.on();
                    }
                }
                default -> xml.skip();
            }
        }
    }

    /** Reads one of the properties of a paragraph that was just opened, and closes it. */
    private static void property(DocxXml xml, String name, Format format) throws XMLStreamException {
        switch (name) {
            case "outlineLvl" -> format.outline = DocxXml.number(xml.value(), 9);
            case "ind" -> {
                String left = xml.attribute("left");
                format.indent = DocxXml.number(left == null ? xml.attribute("start") : left, 0);
                format.hanging = DocxXml.number(xml.attribute("hanging"), 0);
            }
            case "numPr" -> {
                int within = xml.depth();
                for (String part = xml.next(within); part != null; part = xml.next(within)) {
                    if (part.equals("numId")) {
                        format.list = DocxXml.number(xml.value(), 0);
                    } else if (part.equals("ilvl")) {
                        format.level = Math.max(0, Math.min(LEVELS - 1, DocxXml.number(xml.value(), 0)));
                    }
                }
                return;
            }
            default -> { }
        }
        xml.skip();
    }

    /** Reads properties of a paragraph; answers the name of its style, or null. */
    String paragraph(DocxXml xml, Format format) throws XMLStreamException {
        String style = null;
        int within = xml.depth();
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            if (name.equals("pStyle")) {
                style = xml.value();
                xml.skip();
            } else if (name.equals("rPr")) {
                int inner = xml.depth();
                for (String part = xml.next(inner); part != null; part = xml.next(inner)) {
                    format.deleted |= part.equals("del") || part.equals("moveFrom");
                    xml.skip();
                }
            } else {
                property(xml, name, format);
            }
        }
        return style;
    }

    /** Reads properties of a run of text; answers the name of its style, or null. */
    String run(DocxXml xml, Format format) throws XMLStreamException {
        String style = null;
        int within = xml.depth();
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            switch (name) {
                case "rStyle" -> style = xml.value();
                case "b" -> format.bold = xml.on();
                case "u" -> format.underlined = xml.on();
                case "rFonts" -> {
                    String font = xml.attribute("ascii");
                    format.symbols = font != null && font.startsWith("Wingdings");
                }
                case "vanish" -> format.hidden = xml.on();
                case "sz" -> format.size = DocxXml.number(xml.value(), size);
                default -> { }
            }
            xml.skip();
        }
        return style;
    }

    /** Fills in what a style of runs says. */
    void fillRun(Format format, String style) {
        if (styles.containsKey(style)) {
            fill(format, style);
        }
    }

    /** Fills in what a style and those it is based on say. */
    void fill(Format format, String style) {
        String at = style == null ? standard : style;
        for (int i = 0; i < LONGEST_CHAIN && at != null; i++) {
            Style found = styles.get(at);
            if (found == null) {
                return;
            }
            format.fill(found.format);
            if (format.outline == null) {
                format.outline = outline(found.name);
            }
            at = found.basedOn;
        }
    }

    /** The level that the name of a built-in heading style tells; null for other names. */
    private static Integer outline(String name) {
        if (name.startsWith("heading ") && name.length() == 9 && name.charAt(8) >= '1' && name.charAt(8) <= '9') {
            return name.charAt(8) - '1';
        }
        return null;
    }

    /** Whether a style or one that it is based on has a name. */
    boolean named(String style, String name) {
        Set<String> seen = new HashSet<>();
        String at = style;
        while (at != null && seen.add(at) && styles.containsKey(at)) {
            if (styles.get(at).name.startsWith(name)) {
                return true;
            }
            at = styles.get(at).basedOn;
        }
        return false;
    }

    /** Whether a table of the style shows its first row in bold. */
    boolean headed(String style) {
        String at = style;
        for (int i = 0; i < LONGEST_CHAIN && at != null && styles.containsKey(at); i++) {
            if (styles.get(at).headed) {
                return true;
            }
            at = styles.get(at).basedOn;
        }
        return false;
    }

    /** The usual size of letters, in half points. */
    int bodySize() {
        Format format = new Format();
        fill(format, null);
        return format.size == null ? size : format.size;
    }

    void readNumbering(byte[] part) throws XMLStreamException {
        DocxXml xml = new DocxXml(part);
        for (String name = xml.next(0); name != null; name = xml.next(0)) {
            if (name.equals("abstractNum")) {
                int id = DocxXml.number(xml.attribute("abstractNumId"), -1);
                Level[] levels = new Level[LEVELS];
                abstracts.put(id, levels);
                int within = xml.depth();
                for (String inner = xml.next(within); inner != null; inner = xml.next(within)) {
                    if (inner.equals("lvl")) {
                        int level = DocxXml.number(xml.attribute("ilvl"), 0);
                        Level made = level(xml);
                        if (level >= 0 && level < LEVELS) {
                            levels[level] = made;
                        }
                    } else {
                        xml.skip();
                    }
                }
            } else if (name.equals("num")) {
                int id = DocxXml.number(xml.attribute("numId"), -1);
                int within = xml.depth();
                for (String inner = xml.next(within); inner != null; inner = xml.next(within)) {
                    if (inner.equals("abstractNumId")) {
                        numbers.put(id, DocxXml.number(xml.value(), -1));
                    }
                    xml.skip();
                }
            }
        }
    }

    private Level level(DocxXml xml) throws XMLStreamException {
        boolean numbered = false;
        boolean blank = false;
        int start = 1;
        Format format = new Format();
        int within = xml.depth();
        for (String name = xml.next(within); name != null; name = xml.next(within)) {
            switch (name) {
                case "numFmt" -> {
                    String kind = xml.value();
                    numbered = !kind.equals("bullet") && !kind.equals("none");
                    blank |= kind.equals("none");
                    xml.skip();
                }
                case "lvlText" -> {
                    blank |= xml.value().isBlank();
                    xml.skip();
                }
                case "start" -> {
                    start = DocxXml.number(xml.value(), 1);
                    xml.skip();
                }
                case "pPr" -> paragraph(xml, format);
                default -> xml.skip();
            }
        }
        return new Level(numbered, blank, start, format.indent == null ? -1 : format.indent);
    }

    /** A level of a list; null where it is not known, so that it shows no number. */
    Level level(int list, int level) {
        Integer id = numbers.get(list);
        Level[] levels = id == null ? null : abstracts.get(id);
        return levels == null ? null : levels[level];
    }
}
