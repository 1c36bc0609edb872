package dev.policyscan.classify;

import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * Where sentences begin: OpenNLP's maximum-entropy model for English, which looks at the words around a full stop, exclamation or question
 * mark. The build takes the weights out of OpenNLP's file, so that reading them takes no time to speak of and looking at a mark makes no
 * strings; what is found is what OpenNLP's {@code SentenceDetectorME} finds. Immutable and thread-safe.
 */
public final class SentenceEnds {
    private static final String RESOURCE = "sentences.bin";
    private static final int[] NONE = {};
    /** No feature is the length of a word that is not shorter than this. */
    private static final int LENGTHS = 64;

    private final Vocabulary features;
    /** For each feature how much it speaks for an end of a sentence; below zero where it speaks against it. */
    private final double[] weights;
    private final int longest;
    private final double[] lengths = new double[LENGTHS];
    private final double spaceBefore;
    private final double spaceAfter;

    private SentenceEnds(Vocabulary features, double[] weights) {
        this.features = features;
        this.weights = weights;
        this.longest = features.longest();
        for (int length = 1; length < LENGTHS; length++) {
            lengths[length] = weight(Integer.toString(length));
        }
        this.spaceBefore = weight("sp");
        this.spaceAfter = weight("sn");
    }

    /** The built-in model; reads its resource anew at each call. */
    public static SentenceEnds load() {
        try (InputStream in = SentenceEnds.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
            Vocabulary features = Vocabulary.read(bytes);
            double[] weights = new double[features.size()];
            bytes.asDoubleBuffer().get(weights);
            return new SentenceEnds(features, weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the weights out of OpenNLP's model. */
    static SentenceEnds of(AbstractModel model) {
        @SuppressWarnings("unchecked")
        Map<String, Context> contexts = (Map<String, Context>) model.getDataStructures()[1];
        Vocabulary features = new Vocabulary();
        double[] weights = new double[contexts.size() + 1];
        contexts.forEach((name, context) -> {
            int id = features.add(name);
            for (int i = 0; i < context.getOutcomes().length; i++) {
                boolean end = model.getOutcome(context.getOutcomes()[i]).equals("s");
                weights[id] += end ? context.getParameters()[i] : -context.getParameters()[i];
            }
        });
        return new SentenceEnds(features, weights);
    }

    void write(DataOutput out) throws IOException {
        features.write(out);
        for (double weight : weights) {
            out.writeDouble(weight);
        }
    }

    private double weight(String feature) {
        return weights[features.find(feature.toCharArray(), feature.length())];
    }

    /**
     * The offsets at which sentences begin, the first one of the text apart.
     *
     * @param from where the text begins, with no white space
     * @param to where it ends, with no white space
     * @param marks the {@link #marks} of the text
     * @param first the first of them within
     */
    public int[] starts(String text, int from, int to, int[] marks, int first) {
        int[] found = NONE;
        int count = 0;
        int begin = from;
        char[] room = new char[longest];
        for (int m = first; m < marks.length && marks[m] < to; m++) {
            int at = marks[m];
            boolean last = true;
            int end = at + 1;
            while (end < to && !isSpace(text.charAt(end))) {
                last &= !isMark(text.charAt(end));
                end++;
            }
            if (!last && !Character.isUpperCase(text.charAt(at + 1)) || count > 0 && at < found[count - 1] || !ends(text, from, to, at, room)) {
                continue;
            }
            if (at != begin) {
                int next = end;
                while (next < to && isSpace(text.charAt(next))) {
                    next++;
                }
                found = count == found.length ? Arrays.copyOf(found, count * 2 + 4) : found;
                found[count++] = next;
            }
            begin = at + 1;
        }
        // What ends with the text begins nothing.
        count -= count > 0 && found[count - 1] == to ? 1 : 0;
        return Arrays.copyOf(found, count);
    }

    /** The offsets of all full stops, exclamation and question marks of a text. */
    public static int[] marks(String text) {
        char[] chars = text.toCharArray();
        int[] found = new int[chars.length / 64 + 8];
        int count = 0;
        for (int i = 0; i < chars.length; i++) {
            if (isMark(chars[i])) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Index of the first of the marks at the offset or behind it. */
    public static int firstFrom(int[] marks, int offset) {
        int at = Arrays.binarySearch(marks, offset);
        return at >= 0 ? at : -at - 1;
    }

    /** Whether the mark ends a sentence: what the word before it, the one before that, the rest of its word and the word behind it say. */
    private boolean ends(String text, int from, int to, int mark, char[] room) {
        int last = to - 1;
        int prefix = spaceBefore(text, from, mark);
        for (int i = mark - 1; i > prefix; i--) {
            if (isMark(text.charAt(i))) {
                prefix = i;
            }
        }
        int previous = spaceBefore(text, from, prefix);
        int suffix = spaceAfter(text, mark, last, to);
        for (int i = mark + 1; i < suffix; i++) {
            if (isMark(text.charAt(i))) {
                suffix = i;
            }
        }
        int next = spaceAfter(text, suffix + 1, to, to);
        room[0] = 'e';
        room[1] = 'o';
        room[2] = 's';
        room[3] = '=';
        room[4] = text.charAt(mark);
        double sum = weights[features.find(room, 5)];
        sum += mark > from && isSpace(text.charAt(mark - 1)) ? spaceBefore : 0;
        sum += mark < last && isSpace(text.charAt(mark + 1)) ? spaceAfter : 0;
        sum += word('x', text, prefix, mark, room);
        sum += word('v', text, previous, prefix, room);
        sum += mark < last ? word('s', text, mark + 1, suffix, room) : word('s', text, mark, mark, room);
        sum += mark < last ? word('n', text, suffix + 1, next, room) : word('n', text, mark, mark, room);
        return sum >= 0;
    }

    /** What a word says in a place: itself, its capital and, before the mark, its length. */
    private double word(char place, String text, int from, int to, char[] room) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (start < end && text.charAt(end - 1) <= ' ') {
            end--;
        }
        int length = end - start;
        double sum = 0;
        room[0] = place;
        if (length + 2 <= longest) {
            room[1] = '=';
            text.getChars(start, end, room, 2);
            sum += weights[features.find(room, length + 2)];
        }
        if (length > 0 && Character.isUpperCase(text.charAt(start))) {
            room[1] = 'c';
            room[2] = 'a';
            room[3] = 'p';
            sum += weights[features.find(room, 4)];
        }
        return place == 'x' && length < LENGTHS ? sum + lengths[length] : sum;
    }

    /** The beginning of the white space before an offset; where there is none, that of the text. */
    private static int spaceBefore(String text, int from, int offset) {
        int at = offset - 1;
        while (at > from && !isSpace(text.charAt(at))) {
            at--;
        }
        while (at > from && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return Math.max(at, from);
    }

    /** The last of the white space behind an offset; where there is none before the limit, the limit. */
    private static int spaceAfter(String text, int offset, int limit, int to) {
        int at = offset + 1;
        while (at < limit && !isSpace(text.charAt(at))) {
            at++;
        }
        if (at >= limit) {
            return limit;
        }
        while (at + 1 < to && isSpace(text.charAt(at + 1))) {
            at++;
        }
        return at;
    }

    private static boolean isMark(char c) {
        return c == '.' || c == '!' || c == '?';
    }

    /** White space as OpenNLP has it: Java's, and blanks that do not break. */
    public static boolean isSpace(char c) {
        return c == ' ' || (c < ' ' || c >= 0x80) && isRareSpace(c);
    }

    private static boolean isRareSpace(char c) {
        return Character.isWhitespace(c) || Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
