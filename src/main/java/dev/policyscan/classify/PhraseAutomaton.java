package dev.policyscan.classify;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A minimal acyclic automaton over word numbers; each state may end phrases of several lexicon entries. Immutable.
 * Built by subset construction and merging of equal states (Revuz, 1992).
 */
final class PhraseAutomaton {
    private static final int[] NONE = {};
    /** More states than this would not fit into half of a cell. */
    private static final int MOST_STATES = 0xffff;

    /** Where in {@link #cells} the words of a state are: each at its own number behind this place. */
    private final int[] bases;
    /** The state that a cell belongs to, in its upper half, and the one that the word leads to; 0 for a free cell. State numbers begin at 1. */
    private final int[] cells;
    /** Where in {@link #ends} the entries of a state begin; one more closes the last. */
    private final int[] firstEnds;
    private final int[] ends;
    private final int start;

    private PhraseAutomaton(int[] bases, int[] cells, int[] firstEnds, int[] ends, int start) {
        this.bases = bases;
        this.cells = cells;
        this.firstEnds = firstEnds;
        this.ends = ends;
        this.start = start;
    }

    /** The state before the first word. */
    int start() {
        return start;
    }

    /** The state a word leads to, or -1. */
    int next(int state, int word) {
        int at = bases[state] + word;
        if (at >= cells.length) {
            return -1;
        }
        int cell = cells[at];
        return cell >>> 16 == state ? cell & 0xffff : -1;
    }

    /** By state, whether one of some words leads on; the start is none of these. */
    boolean[] before(int[] words) {
        boolean[] before = new boolean[bases.length];
        for (int state = 1; state < bases.length; state++) {
            for (int word : words) {
                before[state] |= state != start && next(state, word) >= 0;
            }
        }
        return before;
    }

    /** Where the entries whose phrases end in the state begin among all {@link #end ends}. */
    int firstEnd(int state) {
        return firstEnds[state];
    }

    /** The entry at a place between {@link #firstEnd} of a state and of the next. */
    int end(int at) {
        return ends[at];
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(start);
        for (int[] numbers : List.of(bases, cells, firstEnds, ends)) {
            Numbers.write(numbers, out);
        }
    }

    static PhraseAutomaton read(ByteBuffer in) {
        int start = in.getInt();
        return new PhraseAutomaton(Numbers.read(in), Numbers.read(in), Numbers.read(in), Numbers.read(in), start);
    }

    /** Collects phrases as a nondeterministic automaton. */
    static final class Builder {
        private final List<Map<Integer, List<Integer>>> words = new ArrayList<>();
        private final List<List<Integer>> skips = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private final int root = state();

        /** A new state. */
        int state() {
            words.add(new TreeMap<>());
            skips.add(new ArrayList<>());
            ends.add(-1);
            return words.size() - 1;
        }

        /** A new state behind the start of all phrases. */
        int begin() {
            int state = state();
            skip(root, state);
            return state;
        }

        void word(int from, int word, int to) {
            words.get(from).computeIfAbsent(word, w -> new ArrayList<>()).add(to);
        }

        void skip(int from, int to) {
            skips.get(from).add(to);
        }

        /** Marks the end of a phrase of the entry. */
        void end(int state, int entry) {
            int end = state();
            skip(state, end);
            ends.set(end, entry);
        }

        PhraseAutomaton build() {
            Map<BitSet, Integer> numbers = new HashMap<>();
            List<TreeMap<Integer, Integer>> edges = new ArrayList<>();
            List<int[]> accepted = new ArrayList<>();
            Map<String, Integer> merged = new HashMap<>();
            int start = number(closure(List.of(root)), numbers, edges, accepted, merged);
            if (edges.size() >= MOST_STATES) {
                throw new IllegalStateException("the lexicon has too many phrases: " + edges.size() + " states");
            }
            int[] firstEnds = new int[edges.size() + 2];
            for (int state = 1; state <= edges.size(); state++) {
                firstEnds[state + 1] = firstEnds[state] + accepted.get(state - 1).length;
            }
            int[] ends = accepted.stream().flatMapToInt(Arrays::stream).toArray();
            int[] bases = new int[edges.size() + 1];
            return new PhraseAutomaton(bases, cells(edges, bases), firstEnds, ends, start + 1);
        }

        /** Lays the states over each other so that no two have a word in one cell; those of most words first, each at the first place that fits. */
        private static int[] cells(List<TreeMap<Integer, Integer>> edges, int[] bases) {
            List<Integer> order = new ArrayList<>();
            for (int state = 0; state < edges.size(); state++) {
                order.add(state);
            }
            order.sort(Comparator.comparing(state -> -edges.get(state).size()));
            int[] cells = new int[1 << 16];
            int used = 0;
            int free = 0;
            for (int state : order) {
                TreeMap<Integer, Integer> out = edges.get(state);
                if (out.isEmpty()) {
                    continue;
                }
                while (free < cells.length && cells[free] != 0) {
                    free++;
                }
                int base = Math.max(0, free - out.firstKey());
                while (!fits(out, base, cells)) {
                    base++;
                }
                while (base + out.lastKey() >= cells.length) {
                    cells = Arrays.copyOf(cells, cells.length * 2);
                }
                bases[state + 1] = base;
                for (Map.Entry<Integer, Integer> edge : out.entrySet()) {
                    cells[base + edge.getKey()] = state + 1 << 16 | edge.getValue() + 1;
                }
                used = Math.max(used, base + out.lastKey() + 1);
            }
            return Arrays.copyOf(cells, used);
        }

        private static boolean fits(TreeMap<Integer, Integer> out, int base, int[] cells) {
            for (int word : out.keySet()) {
                if (base + word < cells.length && cells[base + word] != 0) {
                    return false;
                }
            }
            return true;
        }

        /** The number of the deterministic state for a set of states, equal states having one number. */
        private int number(BitSet set, Map<BitSet, Integer> numbers, List<TreeMap<Integer, Integer>> edges, List<int[]> accepted, Map<String, Integer> merged) {
            Integer known = numbers.get(set);
            if (known != null) {
                return known;
            }
            TreeMap<Integer, List<Integer>> moves = new TreeMap<>();
            BitSet endings = new BitSet();
            for (int s = set.nextSetBit(0); s >= 0; s = set.nextSetBit(s + 1)) {
                if (ends.get(s) >= 0) {
                    endings.set(ends.get(s));
                }
                words.get(s).forEach((word, to) -> moves.computeIfAbsent(word, w -> new ArrayList<>()).addAll(to));
            }
            TreeMap<Integer, Integer> out = new TreeMap<>();
            for (Map.Entry<Integer, List<Integer>> move : moves.entrySet()) {
                out.put(move.getKey(), number(closure(move.getValue()), numbers, edges, accepted, merged));
            }
            int[] here = endings.isEmpty() ? NONE : endings.stream().toArray();
            int number = merged.computeIfAbsent(out + Arrays.toString(here), signature -> {
                edges.add(out);
                accepted.add(here);
                return edges.size() - 1;
            });
            numbers.put(set, number);
            return number;
        }

        private BitSet closure(List<Integer> states) {
            BitSet closed = new BitSet();
            List<Integer> open = new ArrayList<>(states);
            while (!open.isEmpty()) {
                int state = open.remove(open.size() - 1);
                if (!closed.get(state)) {
                    closed.set(state);
                    open.addAll(skips.get(state));
                }
            }
            return closed;
        }
    }
}
