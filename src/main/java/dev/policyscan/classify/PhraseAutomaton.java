package dev.policyscan.classify;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

    private final long[] keys;
    private final int[] targets;
    private final int[][] entries;
    private final int start;

    private PhraseAutomaton(long[] keys, int[] targets, int[][] entries, int start) {
        this.keys = keys;
        this.targets = targets;
        this.entries = entries;
        this.start = start;
    }

    /** The state before the first word. */
    int start() {
        return start;
    }

    /** The state a word leads to, or -1. */
    int next(int state, int word) {
        long key = key(state, word);
        int mask = keys.length - 1;
        for (int slot = hash(key) & mask; keys[slot] != 0; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return targets[slot];
            }
        }
        return -1;
    }

    /** The entries whose phrases end in the state. */
    int[] entries(int state) {
        return entries[state];
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(start);
        out.writeInt(entries.length);
        for (int[] ends : entries) {
            out.writeByte(ends.length);
            for (int entry : ends) {
                out.writeShort(entry);
            }
        }
        int used = 0;
        for (long key : keys) {
            used += key != 0 ? 1 : 0;
        }
        out.writeInt(keys.length);
        out.writeInt(used);
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                out.writeInt(slot);
                out.writeLong(keys[slot]);
                out.writeInt(targets[slot]);
            }
        }
    }

    static PhraseAutomaton read(DataInput in) throws IOException {
        int start = in.readInt();
        int[][] entries = new int[in.readInt()][];
        for (int i = 0; i < entries.length; i++) {
            int n = in.readByte();
            entries[i] = n == 0 ? NONE : new int[n];
            for (int k = 0; k < n; k++) {
                entries[i][k] = in.readShort();
            }
        }
        long[] keys = new long[in.readInt()];
        int[] targets = new int[keys.length];
        for (int used = in.readInt(); used > 0; used--) {
            int slot = in.readInt();
            keys[slot] = in.readLong();
            targets[slot] = in.readInt();
        }
        return new PhraseAutomaton(keys, targets, entries, start);
    }

    private static long key(int state, int word) {
        return (long) (state + 1) << 32 | word;
    }

    private static int hash(long key) {
        long h = key * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 40) ^ (int) (h >>> 20);
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
            int count = 0;
            for (TreeMap<Integer, Integer> out : edges) {
                count += out.size();
            }
            long[] keys = new long[Integer.highestOneBit(Math.max(16, count * 2)) * 2];
            int[] targets = new int[keys.length];
            int mask = keys.length - 1;
            for (int state = 0; state < edges.size(); state++) {
                for (Map.Entry<Integer, Integer> edge : edges.get(state).entrySet()) {
                    long key = key(state, edge.getKey());
                    int slot = hash(key) & mask;
                    while (keys[slot] != 0) {
                        slot = (slot + 1) & mask;
                    }
                    keys[slot] = key;
                    targets[slot] = edge.getValue();
                }
            }
            return new PhraseAutomaton(keys, targets, accepted.toArray(int[][]::new), start);
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
