package dev.policyscan.document;

/** A word on a page, in points from the top left corner; or a table that stands in the flow of words. */
final class PdfWord {
    String text;
    float left;
    float right;
    /** Height of its baseline, downwards from the top of the page. */
    float base;
    float size;
    boolean bold;
    /** Where it leads; null where it is no link. */
    String link;
    /** Whether a space stands before it. */
    boolean spaced;
    /** Whether it stands above the line, as the marks of footnotes do. */
    boolean raised;
    /** The table that it stands for; null for a word. */
    PdfTable table;

    PdfWord(String text, float left, float right, float base, float size) {
        this.text = text;
        this.left = left;
        this.right = right;
        this.base = base;
        this.size = size;
    }

    float top() {
        return base - 0.75f * size;
    }

    float middle() {
        return base - 0.3f * size;
    }
}
