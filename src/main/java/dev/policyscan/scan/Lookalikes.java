package dev.policyscan.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Groups texts that are nearly the same, in time linear in their number: only those that agree in a whole band of their sketches are compared. */
final class Lookalikes {
    private static final int ROWS = 4;
    private static final int BANDS = Likeness.PLACES / ROWS;
    /** How many texts that agree in a band by chance are told apart. */
    private static final int LEADERS = 4;

    private final List<short[]> sketches = new ArrayList<>();

    /** Adds a text; its sketch may be null. */
    void add(short[] sketch) {
        sketches.add(sketch);
    }

    /** For each text the number of the first of its group; for the first itself, and for texts without a group, their own. */
    int[] groups() {
        int n = sketches.size();
        int[] parent = new int[n];
        Arrays.setAll(parent, i -> i);
        int size = Integer.highestOneBit(Math.max(16, n)) * 4;
        long[] keys = new long[size];
        int[] first = new int[size];
        for (int band = 0; band < BANDS; band++) {
            Arrays.fill(keys, 0);
            for (int i = 0; i < n; i++) {
                if (sketches.get(i) != null) {
                    join(i, band, keys, first, parent);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            parent[i] = root(parent, i);
        }
        return parent;
    }

    private void join(int i, int band, long[] keys, int[] first, int[] parent) {
        short[] sketch = sketches.get(i);
        long key = 1;
        for (int row = 0; row < ROWS; row++) {
            key = key * 0x9E3779B97F4A7C15L + sketch[band * ROWS + row];
        }
        key ^= key >>> 32;
        key = key == 0 ? 1 : key;
        int slot = (int) key & keys.length - 1;
        int tried = 0;
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                if (Likeness.alike(sketches.get(first[slot]), sketch)) {
                    int a = root(parent, first[slot]);
                    int b = root(parent, i);
                    parent[Math.max(a, b)] = Math.min(a, b);
                    return;
                }
                if (++tried == LEADERS) {
                    return;
                }
            }
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        first[slot] = i;
    }

    private static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
