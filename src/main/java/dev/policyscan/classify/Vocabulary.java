package dev.policyscan.classify;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Numbers for the words of the lexicon and the clause model, looked up from characters without making a string of each word of a text.
 * Words are kept folded, as {@link Tokens} folds them. Filled once, then only read, by any number of threads.
 */
final class Vocabulary {
    /** The number of every word that is not in the vocabulary. */
    static final int UNKNOWN = 0;

    private char[] pool = new char[1 << 15];
    private int poolSize;
    private int[] starts = new int[1 << 12];
    private int[] lengths = new int[1 << 12];
    /** Open-addressed: a hash and the number of its word; 0 for a free place. */
    private int[] table = new int[1 << 15];
    private int size = 1;
    /** The words as strings, as far as someone asked for them. */
    private String[] words = {""};

    /** The number of a word, given to it now if it has none. */
    int add(CharSequence word) {
        char[] chars = new char[word.length()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = word.charAt(i);
        }
        int id = find(chars, chars.length);
        return id != UNKNOWN ? id : insert(chars);
    }

    /** The number of the word, or {@link #UNKNOWN}. */
    int find(char[] chars, int length) {
        return find(chars, length, hash(chars, 0, length));
    }

    /** The number of the word, or {@link #UNKNOWN}, where its hash is known; it is that of {@link String}. */
    int find(char[] chars, int length, int hash) {
        int[] places = table;
        int mask = places.length - 2;
        for (int place = place(hash) & mask; places[place + 1] != 0; place = (place + 2) & mask) {
            if (places[place] == hash && same(chars, length, places[place + 1])) {
                return places[place + 1];
            }
        }
        return UNKNOWN;
    }

    /** Words are short: a loop of their characters ends before a general comparison begins. */
    private boolean same(char[] chars, int length, int id) {
        if (lengths[id] != length) {
            return false;
        }
        char[] known = pool;
        int start = starts[id];
        for (int i = 0; i < length; i++) {
            if (known[start + i] != chars[i]) {
                return false;
            }
        }
        return true;
    }

    /** The word of a number; of {@link #UNKNOWN} the empty one. */
    String word(int id) {
        // Threads that meet here make equal strings.
        String[] known = words;
        if (id >= known.length) {
            known = Arrays.copyOf(known, size);
            words = known;
        }
        String word = known[id];
        if (word == null) {
            word = id == UNKNOWN ? "" : new String(pool, starts[id], lengths[id]);
            known[id] = word;
        }
        return word;
    }

    /** How many numbers are in use, {@link #UNKNOWN} included. */
    int size() {
        return size;
    }

    /** Characters of the longest word. */
    int longest() {
        int longest = 0;
        for (int id = 1; id < size; id++) {
            longest = Math.max(longest, lengths[id]);
        }
        return longest;
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(Arrays.copyOf(starts, size), out);
        Numbers.write(Arrays.copyOf(lengths, size), out);
        Numbers.write(table, out);
        out.writeInt(poolSize);
        for (int i = 0; i < poolSize; i++) {
            out.writeChar(pool[i]);
        }
    }

    static Vocabulary read(ByteBuffer in) {
        Vocabulary vocabulary = new Vocabulary();
        vocabulary.starts = Numbers.read(in);
        vocabulary.lengths = Numbers.read(in);
        vocabulary.table = Numbers.read(in);
        vocabulary.size = vocabulary.starts.length;
        vocabulary.poolSize = in.getInt();
        vocabulary.pool = new char[vocabulary.poolSize];
        in.asCharBuffer().get(vocabulary.pool);
        in.position(in.position() + vocabulary.poolSize * Character.BYTES);
        return vocabulary;
    }

    private int insert(char[] chars) {
        if (size * 4 >= table.length) {
            grow();
        }
        if (poolSize + chars.length > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(pool.length * 2, poolSize + chars.length));
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        System.arraycopy(chars, 0, pool, poolSize, chars.length);
        starts[size] = poolSize;
        lengths[size] = chars.length;
        poolSize += chars.length;
        enter(size);
        return size++;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int id = 1; id < size; id++) {
            enter(id);
        }
    }

    private void enter(int id) {
        int mask = table.length - 2;
        int hash = hash(pool, starts[id], lengths[id]);
        int place = place(hash) & mask;
        while (table[place + 1] != 0) {
            place = (place + 2) & mask;
        }
        table[place] = hash;
        table[place + 1] = id;
    }

    private static int hash(char[] chars, int start, int length) {
        int h = 0;
        for (int i = start; i < start + length; i++) {
            h = 31 * h + chars[i];
        }
        return h;
    }

    /** Spreads a hash over all its bits, the lowest apart. */
    private static int place(int hash) {
        int h = hash * 0x9E3779B9;
        return (h ^ h >>> 15) << 1;
    }
}
