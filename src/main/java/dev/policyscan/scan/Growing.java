package dev.policyscan.scan;

import java.util.Arrays;

/** A list of numbers that takes eight bytes for each. */
final class Growing {
    private long[] values = new long[256];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    long get(int at) {
        return values[at];
    }

    int size() {
        return size;
    }
}
