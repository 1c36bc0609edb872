package dev.policyscan.document;

import java.util.List;
import java.util.Objects;

/**
 * A document as people see it. The text is held once; everything else points into it. Immutable.
 *
 * <p>Plain text is held exactly as decoded, save that tables in aligned columns are laid out cell by cell. Of Markdown and HTML it holds
 * what a reader would see: blocks are separated by a blank line, list items by a line break, cells of a row by a tab, rows by a line
 * break.
 *
 * @param text the text
 * @param title the document's title; null where it has none
 * @param blocks its blocks, in text order, not overlapping
 * @param sections its sections, in text order
 * @param tables its tables, in text order
 * @param sentences its sentences, in text order, not overlapping
 * @param links its links, in text order
 * @param lines the lines of the source
 */
public record PolicyDocument(
        String text,
        String title,
        List<Block> blocks,
        List<Section> sections,
        List<Table> tables,
        List<Sentence> sentences,
        List<Link> links,
        LineMap lines) {
    public PolicyDocument {
        Objects.requireNonNull(text, "text");
        blocks = List.copyOf(blocks);
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
        sentences = List.copyOf(sentences);
        links = List.copyOf(links);
    }

    /** The verbatim words between two offsets. */
    public String quote(int start, int end) {
        return text.substring(start, end);
    }

    /** The source line, from 1, of the character at the offset. */
    public int lineAt(int offset) {
        return lines.lineAt(offset);
    }

    /** The id of the section a block stands in, or null. */
    public String sectionId(Block block) {
        return block.section() < 0 ? null : sections.get(block.section()).id();
    }
}
