package dev.policyscan.diff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequencesTest {
    @Test
    void matchesWhatIsEqualAndInOrder() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            int[] a = random.ints(random.nextInt(60), 0, 12).toArray();
            int[] b = random.ints(random.nextInt(60), 0, 12).toArray();
            int last = -1;
            int[] match = Sequences.match(a, b);
            for (int i = 0; i < a.length; i++) {
                if (match[i] >= 0) {
                    assertEquals(a[i], b[match[i]]);
                    assertTrue(match[i] > last);
                    last = match[i];
                }
            }
        }
    }

    @Test
    void findsWhatStayedAroundAnInsertion() {
        assertArrayEquals(new int[] {0, 1, 3, 4}, Sequences.match(new int[] {1, 2, 3, 4}, new int[] {1, 2, 9, 3, 4}));
    }

    @Test
    void isQuickOnLongSequencesWithLittleInCommon() {
        int[] a = IntStream.range(0, 200_000).toArray();
        int[] b = IntStream.range(0, 200_000).map(i -> i % 3 == 0 ? i : -i).toArray();
        int[] same = new Random(1).ints(200_000, 0, 5).toArray();
        int[] other = new Random(2).ints(200_000, 0, 5).toArray();
        assertTimeout(Duration.ofSeconds(5), () -> {
            int[] match = Sequences.match(a, b);
            assertEquals(3, match[3]);
            Sequences.match(same, other);
        });
    }
}
