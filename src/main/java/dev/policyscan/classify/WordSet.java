package dev.policyscan.classify;

import java.util.HashSet;
import java.util.Set;

/** Words that tokens are looked for in, given in lower case and American spelling. Immutable. */
public final class WordSet {
    private static final int BITS = 1 << 10;
    /** Longs of a {@link Tokens#signature}. */
    static final int SIGNATURE = 8;

    /** Open-addressed table of the words, by their hashes. */
    private final String[] table;
    /** A bit for each hash that a word has: most tokens are in no set, and this tells it at once. */
    private final long[] perhaps = new long[BITS >> 6];
    private final long[] signature = new long[SIGNATURE];

    private WordSet(Set<String> given) {
        Set<String> words = new HashSet<>(given);
        given.forEach(word -> words.add(BritishSpelling.of(word)));
        table = new String[Integer.highestOneBit(words.size() + 1) * 4];
        for (String word : words) {
            int hash = word.hashCode();
            int bit = bit(hash);
            perhaps[bit >> 6] |= 1L << bit;
            sign(hash, signature);
            int slot = slot(hash);
            while (table[slot] != null) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = word;
        }
    }

    /** A set of words, no word twice; their British spelling belongs to it, too. */
    public static WordSet of(String... words) {
        return new WordSet(Set.of(words));
    }

    boolean mayHold(int hash) {
        int bit = bit(hash);
        return (perhaps[bit >> 6] & 1L << bit) != 0;
    }

    /** Whether a word, in lower case, is one of them. */
    public boolean contains(String word) {
        for (int slot = slot(word.hashCode()); table[slot] != null; slot = slot + 1 & table.length - 1) {
            if (table[slot].equals(word)) {
                return true;
            }
        }
        return false;
    }

    boolean contains(Tokens tokens, int token, int hash) {
        for (int slot = slot(hash); table[slot] != null; slot = slot + 1 & table.length - 1) {
            if (tokens.is(token, table[slot])) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the words may be among the tokens of a {@link Tokens#signature}; where not, none is. */
    public boolean mayMeet(long[] other) {
        long both = 0;
        for (int i = 0; i < SIGNATURE; i++) {
            both |= signature[i] & other[i];
        }
        return both != 0;
    }

    /** Whether a word, in lower case, may be among the tokens of a {@link Tokens#signature}; where not, it is not. */
    public static boolean mayHold(long[] signature, String word) {
        return mayHold(signature, word.hashCode());
    }

    /** Whether a punctuation mark may be among the tokens of a {@link Tokens#signature}; where not, it is not. */
    public static boolean mayHold(long[] signature, char mark) {
        return mayHold(signature, (int) mark);
    }

    private static boolean mayHold(long[] signature, int hash) {
        int bit = bit(hash);
        return (signature[bit >> 6 & SIGNATURE - 1] & 1L << bit) != 0;
    }

    static void sign(int hash, long[] signature) {
        int bit = bit(hash);
        signature[bit >> 6 & SIGNATURE - 1] |= 1L << bit;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 10) & table.length - 1;
    }

    private static int bit(int hash) {
        return (hash ^ hash >>> 10) & BITS - 1;
    }
}
