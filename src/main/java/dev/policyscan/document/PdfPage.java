package dev.policyscan.document;

import java.util.ArrayList;
import java.util.List;

/** What a page shows: its words in the order they were drawn, and its straight lines. In points from the top left corner. */
final class PdfPage {
    final float width;
    final float height;
    final List<PdfWord> words = new ArrayList<>();
    /** Lines across the page, as from left to right. */
    final List<Rule> across = new ArrayList<>();
    /** Lines down the page. */
    final List<Rule> down = new ArrayList<>();
    /** Areas of colour. */
    final List<Area> areas = new ArrayList<>();
    /** Small shapes that may be bullets. */
    final List<Area> dots = new ArrayList<>();

    PdfPage(float width, float height) {
        this.width = width;
        this.height = height;
    }

    /**
     * A straight line.
     *
     * @param at its height, for a line across the page; its distance from the left, for a line down
     * @param from where it begins
     * @param to where it ends
     */
    record Rule(float at, float from, float to) {
        float length() {
            return to - from;
        }
    }

    /** A rectangle. */
    record Area(float left, float top, float right, float bottom) {}
}
