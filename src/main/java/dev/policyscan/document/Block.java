package dev.policyscan.document;

/**
 * A run of text that stands by itself: a heading, a paragraph, a list item, a table cell.
 *
 * @param kind what it is
 * @param start offset of its first character in the document text
 * @param end offset after its last character
 * @param section index into {@link PolicyDocument#sections()} of the innermost section it stands in (a heading: the section it opens); -1 outside any
 * @param level a heading's or list item's depth, from 1; 0 for other blocks
 * @param lead index of the block that introduces this one: the paragraph before a list or table ("We collect:"), the parent of a nested list item; -1 where there is none
 */
public record Block(Kind kind, int start, int end, int section, int level, int lead) {
    /** What a block is; {@code CONTENTS} is an entry of a table of contents, which names a section and says nothing. */
    public enum Kind { HEADING, PARAGRAPH, LIST_ITEM, CELL, CONTENTS }
}
