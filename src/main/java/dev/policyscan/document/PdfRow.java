package dev.policyscan.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Words of a page that stand at the same height. */
final class PdfRow {
    final List<PdfWord> words = new ArrayList<>();
    float base;
    float size;

    /** Sorts words into rows, top to bottom. */
    static List<PdfRow> of(List<PdfWord> words) {
        List<PdfWord> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble((PdfWord word) -> word.base).thenComparingDouble(word -> word.left));
        List<PdfRow> rows = new ArrayList<>();
        PdfRow row = null;
        for (PdfWord word : sorted) {
            if (row == null || word.table != null || row.words.get(0).table != null || word.base - row.base > 0.3f * Math.min(word.size, row.size)) {
                row = new PdfRow();
                row.base = word.base;
                row.size = word.size;
                rows.add(row);
            }
            row.words.add(word);
            row.size = Math.max(row.size, word.size);
        }
        for (PdfRow made : rows) {
            made.words.sort(Comparator.comparingDouble(word -> word.left));
            made.size = PdfLine.usual(made.words).size;
        }
        return rows;
    }

    float left() {
        return words.get(0).left;
    }

    float right() {
        float right = 0;
        for (PdfWord word : words) {
            right = Math.max(right, word.right);
        }
        return right;
    }

    boolean isTable() {
        return words.get(0).table != null;
    }

    String text() {
        StringBuilder out = new StringBuilder();
        for (PdfWord word : words) {
            out.append(word.text).append(' ');
        }
        return out.toString().strip();
    }

    /** The gaps that are wider than those between words, the room after a bullet or a number apart: pairs of left and right. */
    List<float[]> gaps() {
        List<float[]> gaps = new ArrayList<>();
        int from = 0;
        float right = words.get(0).right;
        for (int i = 1; i < words.size(); i++) {
            PdfWord word = words.get(i);
            float gap = word.left - right;
            if (gap > 1.2f * size && !(i - from == 1 && marks(words.get(from).text))) {
                gaps.add(new float[] {right, word.left});
                from = i;
            }
            right = Math.max(right, word.right);
        }
        return gaps;
    }

    /** Whether a word is a bullet or a number of a list. */
    static boolean marks(String word) {
        if (word.length() > 8) {
            return false;
        }
        Marker marker = Marker.at(word + " x", 0, word.length() + 2);
        return marker != null && marker.end() == word.length() + 1 && marker.kind() != Marker.Kind.NAMED && marker.kind() != Marker.Kind.BARE;
    }

    /** Narrows a gap to what of it this row leaves free; whether enough is left. */
    boolean leaves(float[] gap, float least) {
        for (PdfWord word : words) {
            if (word.right <= gap[0] || word.left >= gap[1]) {
                continue;
            }
            boolean covers = word.left <= gap[0] && word.right >= gap[1];
            if (covers) {
                return false;
            }
            // The larger of the free parts beside the word.
            if (word.left - gap[0] > gap[1] - word.right) {
                gap[1] = word.left;
            } else {
                gap[0] = word.right;
            }
            if (gap[1] - gap[0] < least) {
                return false;
            }
        }
        return gap[1] - gap[0] >= least;
    }

    /** Whether a word begins at a place. */
    boolean begins(float x) {
        return words.stream().anyMatch(word -> Math.abs(word.left - x) < 1);
    }

    /** How far apart the words on both sides of a place are; without end where they stand on one side only. */
    float room(float x) {
        float before = -1;
        float after = Float.MAX_VALUE;
        for (PdfWord word : words) {
            if (word.left < x) {
                before = Math.max(before, word.right);
            } else {
                after = Math.min(after, word.left);
            }
        }
        return before < 0 || after == Float.MAX_VALUE ? Float.MAX_VALUE : after - before;
    }
}
