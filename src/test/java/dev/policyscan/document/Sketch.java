package dev.policyscan.document;

import dev.policyscan.source.MediaType;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.nio.charset.StandardCharsets;

/** Draws documents as text that tests can compare: one line a block, indented by depth. */
final class Sketch {
    private static final DocumentReader READER = new DocumentReader();

    private Sketch() {}

    static PolicyDocument text(String text) {
        return read(text, MediaType.TEXT);
    }

    static PolicyDocument markdown(String text) {
        return read(text, MediaType.MARKDOWN);
    }

    static PolicyDocument html(String text) {
        return read(text, MediaType.HTML);
    }

    private static PolicyDocument read(String text, MediaType type) {
        try {
            return READER.read(new Source("test", text.getBytes(StandardCharsets.UTF_8), type, "UTF-8"));
        } catch (SourceException e) {
            throw new AssertionError(e);
        }
    }

    /** Headings as {@code #}, items as {@code -}, cells as {@code |}, paragraphs bare. */
    static String of(PolicyDocument document) {
        StringBuilder out = new StringBuilder();
        for (Block block : document.blocks()) {
            String words = document.quote(block.start(), block.end()).replace("\r", "").replace("\n", "/");
            out.append(switch (block.kind()) {
                case HEADING -> "#".repeat(block.level()) + " ";
                case LIST_ITEM -> "  ".repeat(block.level() - 1) + "- ";
                case CONTENTS -> "- ";
                case CELL -> "| ";
                case PARAGRAPH -> "";
            });
            out.append(words).append('\n');
        }
        return out.toString();
    }

    /** The titles of the sections, indented by level. */
    static String sections(PolicyDocument document) {
        StringBuilder out = new StringBuilder();
        for (Section section : document.sections()) {
            out.append("  ".repeat(section.level() - 1)).append(section.title()).append('\n');
        }
        return out.toString();
    }

    /** The rows of a table, cells between bars; empty cells as a dash, header cells with an asterisk. */
    static String table(PolicyDocument document, int index) {
        StringBuilder out = new StringBuilder();
        for (Table.Row row : document.tables().get(index).rows()) {
            for (Table.Cell cell : row.cells()) {
                String words = cell.block() < 0 ? "-" : words(document, cell.block()).replace("\n", "/");
                out.append(cell.header() ? "*" : "").append(words).append('|');
            }
            out.append('\n');
        }
        return out.toString();
    }

    static String words(PolicyDocument document, int block) {
        Block found = document.blocks().get(block);
        return document.quote(found.start(), found.end());
    }

    /** The sentences, one a line. */
    static String sentences(PolicyDocument document) {
        StringBuilder out = new StringBuilder();
        for (Sentence sentence : document.sentences()) {
            out.append(document.quote(sentence.start(), sentence.end()).replace("\n", "/")).append('\n');
        }
        return out.toString();
    }
}
