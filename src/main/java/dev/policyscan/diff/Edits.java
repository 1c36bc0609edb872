package dev.policyscan.diff;

import dev.policyscan.report.PolicyDiff.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a group, compared.
 *
 * @param before the old words
 * @param after the new words
 * @param edits where they differ, in order
 */
record Edits(List<Word> before, List<Word> after, List<Edit> edits) {
    /**
     * One difference: words taken out, words put in, or both.
     *
     * @param fromBefore index of the first old word
     * @param toBefore index after the last
     * @param fromAfter index of the first new word
     * @param toAfter index after the last
     */
    record Edit(int fromBefore, int toBefore, int fromAfter, int toAfter) {}

    /** Compares the words of a group. */
    static Edits of(Alignment.Group group) {
        List<Word> before = new ArrayList<>();
        group.before().forEach(unit -> before.addAll(unit.words()));
        List<Word> after = new ArrayList<>();
        group.after().forEach(unit -> after.addAll(unit.words()));
        Map<String, Integer> ids = new HashMap<>();
        int[] a = before.stream().mapToInt(w -> ids.computeIfAbsent(w.key(), k -> ids.size())).toArray();
        int[] b = after.stream().mapToInt(w -> ids.computeIfAbsent(w.key(), k -> ids.size())).toArray();
        int[] match = Sequences.match(a, b);
        dropIslands(match, before);
        List<Edit> edits = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            if (i < a.length && match[i] == j) {
                i++;
                j++;
                continue;
            }
            int fromBefore = i;
            while (i < a.length && match[i] < 0) {
                i++;
            }
            int toAfter = i < a.length ? match[i] : b.length;
            edits.add(new Edit(fromBefore, i, j, toAfter));
            j = toAfter;
        }
        return new Edits(before, after, edits);
    }

    /** A single word without weight between two replaced stretches says nothing: the stretches are one. */
    private static void dropIslands(int[] match, List<Word> before) {
        for (int i = 1; i < match.length - 1; i++) {
            if (match[i] >= 0 && before.get(i).isFunction() && match[i - 1] < 0 && match[i + 1] < 0) {
                match[i] = -1;
            }
        }
    }

    /** The old words of an edit. */
    List<Word> removed(Edit edit) {
        return before.subList(edit.fromBefore(), edit.toBefore());
    }

    /** The new words of an edit. */
    List<Word> added(Edit edit) {
        return after.subList(edit.fromAfter(), edit.toAfter());
    }

    /** The texts of both sides cut where they differ. */
    List<Segment> segments(Alignment.Group group, String textBefore, String textAfter) {
        List<Segment> segments = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (Edit edit : edits) {
            if (edit.fromBefore() > i) {
                segments.add(new Segment(true, slice(before, i, edit.fromBefore(), textBefore), slice(after, j, edit.fromAfter(), textAfter)));
            }
            segments.add(new Segment(false, slice(before, edit.fromBefore(), edit.toBefore(), textBefore), slice(after, edit.fromAfter(), edit.toAfter(), textAfter)));
            i = edit.toBefore();
            j = edit.toAfter();
        }
        if (i < before.size()) {
            segments.add(new Segment(true, slice(before, i, before.size(), textBefore), slice(after, j, after.size(), textAfter)));
        }
        return segments;
    }

    /** The text of words, from the first to where the next word begins if that follows closely. */
    private static String slice(List<Word> words, int from, int to, String text) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            Word word = words.get(i);
            // The words of a contraction stand in one place.
            if (i + 1 < to && words.get(i + 1).start() == word.start()) {
                continue;
            }
            out.append(text, word.start(), word.end());
            int next = i + 1 < words.size() ? words.get(i + 1).start() : -1;
            if (next > word.end() && next - word.end() <= 8) {
                out.append(text, word.end(), next);
            } else if (next < 0) {
                int end = word.end();
                while (end < text.length() && end < word.end() + 3 && ".,;:!?)]”\"".indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                out.append(text, word.end(), end);
            } else if (next != word.start()) {
                out.append(' ');
            }
        }
        return out.toString();
    }
}
