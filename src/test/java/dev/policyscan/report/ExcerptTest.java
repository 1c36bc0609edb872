package dev.policyscan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static String around(String text, String words, int limit) {
        int at = text.indexOf(words);
        return Excerpt.around(text, at, at + words.length(), limit);
    }

    @Test
    void foldsWhiteSpaceAndDropsWhatIsNotSeen() {
        assertEquals("We do not sell it", Excerpt.oneLine("  We\tdo\r\n not\u00a0 sell\u200b it\u202e "));
        assertEquals("[31mred", Excerpt.oneLine("\u001b[31mred"));
    }

    @Test
    void showsShortTextWhole() {
        assertEquals("we never sell it", around("we never\n sell it", "sell", 40));
    }

    @Test
    void cutsBetweenWords() {
        String text = "alpha bravo charlie delta echo foxtrot golf hotel india juliett";
        assertEquals("… delta echo foxtrot …", around(text, "echo", 28));
        assertEquals("alpha bravo charlie …", around(text, "alpha", 20));
        assertEquals("… hotel india juliett", around(text, "juliett", 20));
        assertEquals("alpha bravo charlie …", Excerpt.around(text, 0, text.length(), 22));
    }

    @Test
    void keepsTheWordsWhole() {
        String text = "alpha bravo charlie delta echo foxtrot golf hotel india juliett";
        for (int limit = 7; limit < text.length(); limit++) {
            for (String word : text.split(" ")) {
                String shown = around(text, word, limit);
                assertTrue(shown.contains(word), limit + ": " + shown);
                assertTrue(shown.length() <= limit + 4, limit + ": " + shown);
            }
        }
    }

    @Test
    void neverHalvesACharacter() {
        String text = "😀".repeat(50);
        for (int limit = 5; limit < 20; limit++) {
            String shown = Excerpt.around(text, 40, 42, limit);
            assertTrue(shown.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE), shown);
        }
    }
}
