package dev.policyscan.document;

import java.util.Arrays;

/** A growing list of pairs of numbers, such as the spans of bold text. */
final class Spans {
    private int[] data = new int[32];
    private int size;

    void add(int first, int second) {
        if (2 * size == data.length) {
            data = Arrays.copyOf(data, 2 * data.length);
        }
        data[2 * size] = first;
        data[2 * size + 1] = second;
        size++;
    }

    int size() {
        return size;
    }

    int first(int index) {
        return data[2 * index];
    }

    int second(int index) {
        return data[2 * index + 1];
    }

    void setSecond(int index, int value) {
        data[2 * index + 1] = value;
    }

    void truncate(int newSize) {
        size = newSize;
    }
}
