package dev.policyscan.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final int MANY = 50_000;

    private final Vocabulary vocabulary = new Vocabulary();

    @Test
    void aWordHasOneNumber() {
        int sell = vocabulary.add("sell");
        int share = vocabulary.add("share");
        assertNotEquals(sell, share);
        assertNotEquals(Vocabulary.UNKNOWN, sell);
        assertEquals(sell, vocabulary.add(new StringBuilder("sell")));
        assertEquals(sell, find("sell"));
        assertEquals(3, vocabulary.size());
    }

    @Test
    void otherWordsAreUnknown() {
        vocabulary.add("sells");
        for (String word : new String[] {"sell", "ells", "Sells", "sellss", "slels", ""}) {
            assertEquals(Vocabulary.UNKNOWN, find(word), word);
        }
    }

    @Test
    void onlyTheGivenLengthOfTheCharactersCounts() {
        int sell = vocabulary.add("sell");
        assertEquals(sell, vocabulary.find("sells".toCharArray(), 4));
        assertEquals(Vocabulary.UNKNOWN, vocabulary.find("sells".toCharArray(), 5));
    }

    @Test
    void growsAndKeepsItsNumbers() {
        for (int i = 0; i < MANY; i++) {
            assertEquals(i + 1, vocabulary.add(word(i)));
        }
        String longWord = "y".repeat(100_000);
        assertEquals(MANY + 1, vocabulary.add(longWord));
        for (int i = 0; i < MANY; i++) {
            assertEquals(i + 1, find(word(i)));
        }
        assertEquals(MANY + 1, find(longWord));
        assertEquals(Vocabulary.UNKNOWN, find(word(MANY)));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        for (int i = 0; i < MANY; i++) {
            vocabulary.add(word(i));
        }
        vocabulary.add("r\u00e9sum\u00e9");
        vocabulary.add("\u2713");
        vocabulary.add("\"");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        vocabulary.write(new DataOutputStream(bytes));
        Vocabulary read = Vocabulary.read(ByteBuffer.wrap(bytes.toByteArray()));
        assertEquals(vocabulary.size(), read.size());
        for (String word : new String[] {word(0), word(MANY - 1), "r\u00e9sum\u00e9", "\u2713", "\"", word(MANY)}) {
            assertEquals(find(word), read.find(word.toCharArray(), word.length()), word);
        }
    }

    private int find(String word) {
        return vocabulary.find(word.toCharArray(), word.length());
    }

    private static String word(int i) {
        return Integer.toString(i, 26) + "x" + i % 7;
    }
}
