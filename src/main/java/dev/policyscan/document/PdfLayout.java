package dev.policyscan.document;

import dev.policyscan.document.PdfPage.Area;
import dev.policyscan.document.PdfPage.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts what stands on a page in the order it is read: lines of text and tables, column by column. */
final class PdfLayout {
    private static final int DEEPEST = 4;
    /** Rows of a page from which on it is taken as it comes; no page that people read has so many. */
    private static final int MOST_ROWS = 2000;

    private final PdfPage page;
    private final int number;
    private final List<Rule> across;
    private final List<Item> items = new ArrayList<>();

    /**
     * A line or a table.
     *
     * @param line the line; null for a table
     * @param table the table; null for a line
     */
    record Item(PdfLine line, PdfTable table) {}

    private PdfLayout(PdfPage page, int number) {
        this.page = page;
        this.number = number;
        List<Rule> rules = new ArrayList<>(page.across);
        for (Area area : page.areas) {
            rules.add(new Rule(area.top(), area.left(), area.right()));
            rules.add(new Rule(area.bottom(), area.left(), area.right()));
        }
        across = PdfGrid.merged(rules);
    }

    /** The items of a page in reading order. */
    static List<Item> read(PdfPage page, int number) {
        PdfLayout layout = new PdfLayout(page, number);
        layout.underlines();
        PdfGrid.find(page, number);
        List<PdfRow> rows = PdfRow.of(page.words);
        if (layout.bullets(rows)) {
            rows = PdfRow.of(page.words);
        }
        PdfLine.Column column = column(rows);
        column.whole = true;
        layout.flow(rows, column, 0);
        return layout.items;
    }

    private static PdfLine.Column column(List<PdfRow> rows) {
        float left = Float.MAX_VALUE;
        float right = 0;
        for (PdfRow row : rows) {
            if (!row.isTable()) {
                left = Math.min(left, row.left());
                right = Math.max(right, row.right());
            }
        }
        return new PdfLine.Column(left, right);
    }

    /** Makes words of the small shapes that stand where bullets stand. */
    private boolean bullets(List<PdfRow> rows) {
        int before = page.words.size();
        int row = 0;
        List<Area> dots = new ArrayList<>(page.dots);
        dots.sort(Comparator.comparingDouble(Area::bottom));
        for (Area dot : dots) {
            while (row < rows.size() && rows.get(row).base < dot.bottom() - 1) {
                row++;
            }
            if (row == rows.size()) {
                break;
            }
            PdfRow found = rows.get(row);
            if (found.isTable() || dot.top() < found.base - found.size) {
                continue;
            }
            PdfWord next = null;
            boolean free = true;
            for (PdfWord word : found.words) {
                if (word.left >= dot.right() - 1) {
                    next = next == null ? word : next;
                } else if (word.right > dot.left() - 0.6f * found.size) {
                    free = false;
                }
            }
            if (free && next != null && next.left - dot.right() < 2.2f * found.size && !PdfRow.marks(next.text)) {
                PdfWord bullet = new PdfWord("•", dot.left(), dot.right(), found.base, next.size);
                bullet.spaced = true;
                next.spaced = true;
                page.words.add(bullet);
            }
        }
        return page.words.size() > before;
    }

    /** Takes underlined words for bold ones, as readers do where they are no links. */
    private void underlines() {
        if (page.across.size() > 1000 || page.across.isEmpty()) {
            return;
        }
        List<Rule> rules = new ArrayList<>(page.across);
        rules.sort(Comparator.comparingDouble(Rule::at));
        rules.removeIf(rule -> !within(rule));
        for (PdfWord word : page.words) {
            if (word.link != null) {
                continue;
            }
            int from = 0;
            int to = rules.size();
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (rules.get(middle).at() < word.base) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            for (int i = from; i < rules.size() && rules.get(i).at() < word.base + 0.22f * word.size; i++) {
                Rule rule = rules.get(i);
                if (rule.from() <= word.left + 1 && rule.to() >= word.right - 1) {
                    word.bold = true;
                }
            }
        }
    }

    /** Whether a line begins and ends where words above it do; borders are longer. */
    private boolean within(Rule rule) {
        boolean begins = false;
        boolean ends = false;
        for (PdfWord word : page.words) {
            if (rule.at() >= word.base && rule.at() < word.base + 0.3f * word.size) {
                begins |= Math.abs(word.left - rule.from()) < 1.5f;
                ends |= Math.abs(word.right - rule.to()) < 1.5f;
            }
        }
        return begins && ends;
    }

    private void flow(List<PdfRow> rows, PdfLine.Column column, int depth) {
        int at = 0;
        while (at < rows.size()) {
            PdfRow row = rows.get(at);
            if (row.isTable()) {
                items.add(new Item(null, row.words.get(0).table));
                at++;
                continue;
            }
            boolean looks = depth < DEEPEST && rows.size() <= MOST_ROWS;
            PdfBand columns = looks ? PdfBand.columns(rows, at, page.across) : null;
            if (columns != null) {
                columns(columns, depth);
                at += columns.rows.size();
                continue;
            }
            PdfBand band = looks ? PdfBand.at(rows, at) : null;
            if (band == null) {
                line(row.words, column);
                at++;
                continue;
            }
            // Words above the first row with a gap may belong to it.
            int taken = band.rows.indexOf(row);
            for (int i = 0; i < taken && !items.isEmpty() && items.get(items.size() - 1).line() != null; i++) {
                items.remove(items.size() - 1);
            }
            at -= taken;
            if (band.isProse()) {
                columns(band, depth);
            } else if (band.isContents()) {
                for (PdfRow part : band.rows) {
                    List<PdfWord> words = part.words.subList(0, Math.max(1, part.words.size() - 1));
                    line(words, column).contents = true;
                }
            } else if (band.rows.stream().anyMatch(PdfRow::isTable)) {
                for (PdfRow part : band.rows) {
                    if (part.isTable()) {
                        items.add(new Item(null, part.words.get(0).table));
                    } else {
                        line(part.words, column);
                    }
                }
            } else {
                items.add(new Item(null, band.table(across, number)));
            }
            at += band.rows.size();
        }
    }

    private void columns(PdfBand band, int depth) {
        for (List<PdfWord> words : band.columns()) {
            List<PdfRow> own = PdfRow.of(words);
            flow(own, column(own), depth + 1);
        }
    }

    private PdfLine line(List<PdfWord> words, PdfLine.Column column) {
        PdfLine line = new PdfLine(words, column, number);
        items.add(new Item(line, null));
        return line;
    }
}
