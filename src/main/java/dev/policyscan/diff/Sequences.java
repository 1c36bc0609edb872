package dev.policyscan.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what two sequences have in common, in order. Elements that stand once in each are anchors (the longest chain of them that is in
 * order in both); between anchors, short stretches are compared exactly. Time is near-linear in the lengths.
 */
final class Sequences {
    /** Stretches whose lengths multiply to more than this are compared by anchors only. */
    private static final long EXACT = 250_000;

    private final int[] a;
    private final int[] b;
    private final int[] match;

    private Sequences(int[] a, int[] b) {
        this.a = a;
        this.b = b;
        this.match = new int[a.length];
        Arrays.fill(match, -1);
    }

    /** For each element of the first sequence the index of its counterpart in the second, or -1; ascending where not -1. */
    static int[] match(int[] a, int[] b) {
        Sequences sequences = new Sequences(a, b);
        sequences.run();
        return sequences.match;
    }

    private void run() {
        Deque<int[]> open = new ArrayDeque<>();
        open.push(new int[] {0, a.length, 0, b.length});
        while (!open.isEmpty()) {
            int[] stretch = trim(open.pop());
            int fromA = stretch[0];
            int toA = stretch[1];
            int fromB = stretch[2];
            int toB = stretch[3];
            if (fromA == toA || fromB == toB) {
                continue;
            }
            if ((long) (toA - fromA) * (toB - fromB) <= EXACT) {
                exact(fromA, toA, fromB, toB);
                continue;
            }
            List<int[]> chain = chain(fromA, toA, fromB, toB);
            int atA = fromA;
            int atB = fromB;
            for (int[] anchor : chain) {
                match[anchor[0]] = anchor[1];
                open.push(new int[] {atA, anchor[0], atB, anchor[1]});
                atA = anchor[0] + 1;
                atB = anchor[1] + 1;
            }
            if (!chain.isEmpty()) {
                open.push(new int[] {atA, toA, atB, toB});
            }
        }
    }

    /** Matches what two stretches begin and end with, and gives the rest. */
    private int[] trim(int[] stretch) {
        int fromA = stretch[0];
        int toA = stretch[1];
        int fromB = stretch[2];
        int toB = stretch[3];
        while (fromA < toA && fromB < toB && a[fromA] == b[fromB]) {
            match[fromA++] = fromB++;
        }
        while (fromA < toA && fromB < toB && a[toA - 1] == b[toB - 1]) {
            match[--toA] = --toB;
        }
        return new int[] {fromA, toA, fromB, toB};
    }

    private void exact(int fromA, int toA, int fromB, int toB) {
        List<Integer> left = Arrays.stream(a, fromA, toA).boxed().toList();
        List<Integer> right = Arrays.stream(b, fromB, toB).boxed().toList();
        Patch<Integer> patch = DiffUtils.diff(left, right);
        int atA = 0;
        int atB = 0;
        for (AbstractDelta<Integer> delta : patch.getDeltas()) {
            while (atA < delta.getSource().getPosition()) {
                match[fromA + atA++] = fromB + atB++;
            }
            atA += delta.getSource().size();
            atB += delta.getTarget().size();
        }
        while (atA < left.size()) {
            match[fromA + atA++] = fromB + atB++;
        }
    }

    /** The longest chain of elements that stand once in each stretch, ascending in both. */
    private List<int[]> chain(int fromA, int toA, int fromB, int toB) {
        Map<Integer, int[]> seen = new HashMap<>();
        for (int i = fromA; i < toA; i++) {
            int[] entry = seen.computeIfAbsent(a[i], k -> new int[4]);
            entry[0]++;
            entry[1] = i;
        }
        for (int i = fromB; i < toB; i++) {
            int[] entry = seen.get(b[i]);
            if (entry != null) {
                entry[2]++;
                entry[3] = i;
            }
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = fromA; i < toA; i++) {
            int[] entry = seen.get(a[i]);
            if (entry[0] == 1 && entry[2] == 1) {
                pairs.add(new int[] {i, entry[3]});
            }
        }
        return ascending(pairs);
    }

    /** The longest subsequence of pairs whose second members ascend. */
    private static List<int[]> ascending(List<int[]> pairs) {
        int[] tails = new int[pairs.size()];
        int[] before = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(tails[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low > 0 ? tails[low - 1] : -1;
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        List<int[]> chain = new ArrayList<>();
        for (int i = length > 0 ? tails[length - 1] : -1; i >= 0; i = before[i]) {
            chain.add(pairs.get(i));
        }
        java.util.Collections.reverse(chain);
        return chain;
    }
}
