package dev.policyscan.document;

/** A block in the making: what a reader found, and what the outline makes of it. Mutable, and never leaves the package. */
final class Piece {
    /** What the piece becomes. */
    enum Type { TEXT, ITEM, CELL, HEADING, DROPPED }

    Type type;
    int start;
    int end;
    /** Level of a heading tag, 1 to 6; 0 for text that no tag calls a heading. */
    int tag;
    /** Whether the source's styling suggests a heading (a summary, an accordion's button, a class named "title"). */
    boolean styled;
    /** Whether the source calls it the explanation of a term (the {@code dd} of HTML). */
    boolean explaining;
    /** Depth of the list that it stands in, from 1; 0 outside lists. */
    int depth;
    /** Identity of its list in the source; 0 where the source has no list structure. */
    int list;
    /** Identity of its list item in the source; 0 outside list items. */
    int item;
    /** The bullet or number before it, where the text begins with one; null otherwise. */
    Marker marker;
    /** The bullet's character; 0 for none. */
    char bullet;
    /** Columns of white space before it, in plain text. */
    int indent;
    /** Whether a blank line or a block boundary precedes it. */
    boolean gap;
    /** Index of its table in the draft; -1 outside tables. */
    int table = -1;
    /** Row of its table. */
    int row;
    /** Whether it is part of a table of contents. */
    boolean contents;
    /** Whether it is surely an entry of one, which names a section and says nothing. */
    boolean entry;
    /** Whether all its letters are bold or underlined. */
    boolean bold;
    /** End of an emphasised opening that is followed by plain text; 0 where there is none. */
    int opening;
    /** Whether all its letters are a link. */
    boolean linked;
    /** Whether all its letters are a link within the page. */
    boolean anchored;
    /** Whether it is the rest of a paragraph whose opening was split off as a heading. */
    boolean rest;
    /** Rank of its heading style; smaller is higher. */
    int rank;
    /** Level of the heading, from 1. */
    int level;
    /** Index of its block once that is made; -1 before. */
    int block = -1;
    /** Cached look of its words. */
    Shape shape;

    Piece(Type type, int start, int end) {
        this.type = type;
        this.start = start;
        this.end = end;
    }

    Shape shape(String text) {
        if (shape == null) {
            shape = Shape.of(text, start, end);
        }
        return shape;
    }

    int length() {
        return end - start;
    }
}
