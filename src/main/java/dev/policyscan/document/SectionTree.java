package dev.policyscan.document;

import java.util.ArrayList;
import java.util.List;

/** The sections that headings open, each closed by the next heading that is no deeper. */
final class SectionTree {
    /** Sections that may be open at a time; deeper headings open none that could be stood in. */
    private static final int DEEPEST = 64;

    private final List<Opened> made = new ArrayList<>();
    private final int[] open = new int[DEEPEST];
    private int depth;

    private static final class Opened {
        private final Piece heading;
        private final String title;
        private final int parent;
        private int end;

        Opened(Piece heading, String title, int parent) {
            this.heading = heading;
            this.title = title;
            this.parent = parent;
            this.end = heading.end;
        }
    }

    /**
     * Opens a section.
     *
     * @param before offset after the last character that stands before the heading
     */
    void open(Piece heading, String title, int before) {
        while (depth > 0 && made.get(current()).heading.level >= heading.level) {
            made.get(open[--depth]).end = before;
        }
        made.add(new Opened(heading, title, current()));
        if (depth < DEEPEST) {
            open[depth++] = made.size() - 1;
        }
    }

    /** Index of the innermost open section; -1 outside any. */
    int current() {
        return depth > 0 ? open[depth - 1] : -1;
    }

    /** All sections in the order of their headings, with those still open reaching to the end. */
    List<Section> close(int end, LineMap lines) {
        while (depth > 0) {
            made.get(open[--depth]).end = end;
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            Opened section = made.get(i);
            int start = section.heading.start;
            sections.add(new Section(id(i), section.parent < 0 ? null : id(section.parent), section.heading.level, section.title, start, section.end, lines.lineAt(start)));
        }
        return sections;
    }

    private static String id(int index) {
        return "s" + (index + 1);
    }
}
