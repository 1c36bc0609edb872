package dev.policyscan.classify;

import java.util.Set;

/** Words that tokens are looked for in, given in lower case. Immutable. */
public final class WordSet {
    private static final int BITS = 1 << 10;

    private final Set<String> words;
    /** A bit for each hash that a word has: most tokens are in no set, and this tells it without a string. */
    private final long[] perhaps = new long[BITS >> 6];

    private WordSet(Set<String> words) {
        this.words = words;
        for (String word : words) {
            int bit = bit(word.hashCode());
            perhaps[bit >> 6] |= 1L << bit;
        }
    }

    /** A set of words, no word twice. */
    public static WordSet of(String... words) {
        return new WordSet(Set.of(words));
    }

    boolean mayHold(int hash) {
        int bit = bit(hash);
        return (perhaps[bit >> 6] & 1L << bit) != 0;
    }

    /** Whether a word, in lower case, is one of them. */
    public boolean contains(String word) {
        return words.contains(word);
    }

    private static int bit(int hash) {
        return (hash ^ hash >>> 10) & BITS - 1;
    }
}
