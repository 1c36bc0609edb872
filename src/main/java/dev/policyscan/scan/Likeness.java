package dev.policyscan.scan;

import dev.policyscan.document.DocumentReader;
import dev.policyscan.source.MediaType;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.util.Arrays;

/**
 * A sketch of a text by which texts that are nearly the same are found: MinHash over runs of four words. The share of equal places in two
 * sketches is about the share of runs that the texts have in common.
 */
final class Likeness {
    /** Places of a sketch. */
    static final int PLACES = 64;

    /** From this share of equal places on, two texts count as nearly the same. */
    private static final int ALIKE = PLACES * 4 / 5;

    /** A power of two. */
    private static final int RUN = 4;
    /** What a word of a run is multiplied by for each word behind it, and the first of a run by. */
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long FIRST = FACTOR * FACTOR * FACTOR;
    /** Shorter texts have too few runs to compare. */
    private static final int FEWEST = 40;

    /** Letters and figures in lower case; nothing elsewhere. */
    private static final char[] ASCII = new char[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
        }
    }

    private Likeness() {}

    /** The sketch of a policy's text, or null where it is too short or cannot be read. */
    static short[] of(Source source) {
        MediaType type = source.mediaType();
        try {
            return type.isText() ? of(source.decode().text(), type.isPage()) : of(new DocumentReader().read(source).text(), false);
        } catch (SourceException e) {
            return null;
        }
    }

    static short[] of(String text, boolean html) {
        long[] least = new long[PLACES];
        Arrays.fill(least, -1);
        long[] words = new long[RUN];
        long run = 0;
        int count = 0;
        long word = 0;
        int at = 0;
        int length = text.length();
        while (at <= length) {
            char c = at < length ? text.charAt(at) : ' ';
            int letter = c < 128 ? ASCII[c] : Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
            if (letter != 0) {
                word = (word ^ letter) * 0x100000001B3L + 1;
                at++;
                continue;
            }
            at = html && c == '<' ? afterTag(text, at) : at + 1;
            if (word != 0) {
                // The run without the word that leaves it, and with this one.
                int place = count++ & RUN - 1;
                long mixed = mix(word);
                run = (run - words[place] * FIRST) * FACTOR + mixed;
                words[place] = mixed;
                word = 0;
                if (count >= RUN) {
                    note(least, run);
                }
            }
        }
        return count < FEWEST ? null : sketch(least);
    }

    private static void note(long[] least, long run) {
        long mixed = mix(run);
        int place = (int) (mixed & PLACES - 1);
        long value = mixed >>> 7;
        if (least[place] < 0 || value < least[place]) {
            least[place] = value;
        }
    }

    private static short[] sketch(long[] least) {
        short[] sketch = new short[PLACES];
        for (int i = 0; i < PLACES; i++) {
            // A place that nothing fell on borrows from the next that something did.
            int from = i;
            while (least[from] < 0) {
                from = (from + 1) % PLACES;
            }
            sketch[i] = (short) (mix(least[from] + (from - i + PLACES) % PLACES) >>> 11);
        }
        return sketch;
    }

    /** Where a tag ends; for scripts and styles, where they do. */
    private static int afterTag(String text, int at) {
        for (String name : new String[] {"script", "style"}) {
            if (text.regionMatches(true, at + 1, name, 0, name.length())) {
                int end = at + 1;
                do {
                    end = text.indexOf("</", end + 1);
                } while (end >= 0 && !text.regionMatches(true, end + 2, name, 0, name.length()));
                return end < 0 ? text.length() : end + 2;
            }
        }
        int end = text.indexOf('>', at);
        return end < 0 ? text.length() : end + 1;
    }

    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    static boolean alike(short[] one, short[] other) {
        int equal = 0;
        for (int i = 0; i < PLACES; i++) {
            equal += one[i] == other[i] ? 1 : 0;
        }
        return equal >= ALIKE;
    }
}
