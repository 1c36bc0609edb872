package dev.policyscan.classify;

import dev.policyscan.report.PolicyReport.ScoredTopic;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * What clauses are about: the maximum-entropy model of {@code models/}, over the words of a clause and the pairs of neighbours among them.
 * The build takes the weights out of the OpenNLP model and lays them out by word number, so that scoring makes no strings.
 * Immutable and thread-safe.
 */
public final class TopicModel {
    /** Topics less likely than this are left out; chosen by cross-validation, see {@code models/README.md}. */
    public static final double THRESHOLD = 0.25;

    private static final int MOST = 3;
    private static final String RESOURCE = "topics.bin";
    private static final Topic[] TOPICS = Topic.values();
    /** A weight is kept as a multiple of this, so that sums are exact. */
    private static final double UNIT = 1.0 / 1024;
    private static final int TOPIC_BITS = 5;
    private static final int TOPIC_MASK = (1 << TOPIC_BITS) - 1;
    /** Topics this far behind the best one add nothing to a sum of probabilities. */
    private static final int NEGLIGIBLE = (int) (24 / UNIT);
    /** Powers of e, coarse and fine: a score is a whole number of units, and a product of two powers takes less time than {@link Math#exp}. */
    private static final int FINE_BITS = 7;
    private static final double[] COARSE = powers(NEGLIGIBLE >> FINE_BITS, UNIT * (1 << FINE_BITS));
    private static final double[] FINE = powers(1 << FINE_BITS, UNIT);
    /** From so many topics on that a feature has weights for, they are added for all. */
    private static final int MANY = 8;
    /** Numbers that hold the scores of all topics, three to a number, each in so many bits. */
    private static final int LANES = 3;
    private static final int LANE_BITS = 21;
    private static final int PACKED = (TOPICS.length + LANES - 1) / LANES;
    /** After so many tokens packed scores are taken apart: each adds two weights, its own and its pair's, and no sum of so many may grow into the next. */
    private static final int RUN = 32;
    private static final int LARGEST = (1 << LANE_BITS - 1) / (2 * RUN + 2);
    private static final int UNKNOWN = 0;
    private static final List<String> SPECIAL =
            List.of(TopicWords.UNKNOWN, TopicWords.START, TopicWords.END, TopicWords.EMAIL, TopicWords.URL, TopicWords.NUMBER, TopicWords.YEAR);
    private static final int START = 1;
    private static final int END = 2;

    private final String[] forms;
    private final int[] formWords;
    /** Where in {@link #weights} the weights of a feature begin; words come first, then pairs. One more entry closes the last. */
    private final int[] begins;
    /** A weight in units, above the ordinal of its topic. */
    private final int[] weights;
    /** A number for each feature with weights for many topics, from 1; 0 for the others. */
    private final char[] dense;
    /** The weights of such a feature for all topics, three to a number, which makes a third of the sums. */
    private final long[] denseWeights;
    /** Open-addressed table of pairs of words: both numbers, and the feature. */
    private final int[] pairs;
    private final int[] pairFeatures;
    /** A bit for each upper half of a hash that a pair has: most pairs of a text are in no table, and this tells it from the nearest cache. */
    private final long[] perhaps = new long[1 << 10];
    private final int[] atStart = new int[TOPICS.length];
    private final char[] wordOfId;

    private TopicModel(Vocabulary vocabulary, String[] forms, int[] formWords, int[] begins, int[] weights, int[] pairs, int[] pairFeatures) {
        this.forms = forms;
        this.formWords = formWords;
        this.begins = begins;
        this.weights = weights;
        this.pairs = pairs;
        this.pairFeatures = pairFeatures;
        dense = new char[begins.length - 1];
        denseWeights = denseWeights();
        for (int pair : pairs) {
            if (pair != 0) {
                int bit = hash(pair) >>> 16;
                perhaps[bit >>> 6] |= 1L << bit;
            }
        }
        long[] packed = new long[PACKED];
        add(START, atStart, packed);
        add(END, atStart, packed);
        unpack(packed, atStart);
        int[] ids = new int[forms.length];
        for (int i = 0; i < forms.length; i++) {
            ids[i] = vocabulary.add(forms[i]);
        }
        wordOfId = new char[vocabulary.size()];
        for (int i = 0; i < forms.length; i++) {
            wordOfId[ids[i]] = (char) formWords[i];
        }
    }

    /**
     * The built-in model; reads its resource anew at each call. The words it knows become known to the lexicon: to be called before the
     * lexicon reads any text, and by the thread that loaded it.
     */
    public static TopicModel load(Lexicon lexicon) {
        try (InputStream in = TopicModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            return read(in, lexicon.vocabulary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a clause is about: at most three topics, the likeliest first, none less likely than {@link #THRESHOLD}.
     *
     * @param tokens the tokens it stands among, made by the lexicon that the model was loaded with
     * @param from its first token
     * @param to the token after its last
     */
    public List<ScoredTopic> topics(Tokens tokens, int from, int to) {
        if (from >= to) {
            return List.of();
        }
        double[] probabilities = probabilities(tokens, from, to);
        List<ScoredTopic> found = new ArrayList<>(MOST);
        for (int topic = 0; topic < probabilities.length; topic++) {
            double probability = probabilities[topic];
            if (probability >= THRESHOLD) {
                int at = 0;
                while (at < found.size() && found.get(at).confidence() >= probability) {
                    at++;
                }
                found.add(at, new ScoredTopic(TOPICS[topic], probability));
            }
        }
        return found.size() > MOST ? List.copyOf(found.subList(0, MOST)) : found;
    }

    /** The probability of each topic, by its ordinal. */
    double[] probabilities(Tokens tokens, int from, int to) {
        int[] scores = scores(tokens, from, to);
        int best = scores[0];
        for (int score : scores) {
            best = Math.max(best, score);
        }
        double[] probabilities = new double[scores.length];
        double sum = 0;
        for (int topic = 0; topic < scores.length; topic++) {
            int behind = best - scores[topic];
            if (behind < NEGLIGIBLE) {
                probabilities[topic] = COARSE[behind >> FINE_BITS] * FINE[behind & FINE.length - 1];
                sum += probabilities[topic];
            }
        }
        for (int topic = 0; topic < scores.length; topic++) {
            probabilities[topic] /= sum;
        }
        return probabilities;
    }

    private long[] denseWeights() {
        int count = 0;
        for (int feature = 0; feature < dense.length; feature++) {
            if (begins[feature + 1] - begins[feature] >= MANY) {
                dense[feature] = (char) ++count;
            }
        }
        long[] all = new long[count * PACKED];
        for (int feature = 0; feature < dense.length; feature++) {
            for (int i = begins[feature]; dense[feature] > 0 && i < begins[feature + 1]; i++) {
                int topic = weights[i] & TOPIC_MASK;
                all[(dense[feature] - 1) * PACKED + topic / LANES] += (long) (weights[i] >> TOPIC_BITS) << LANE_BITS * (topic % LANES);
            }
        }
        return all;
    }

    private static double[] powers(int count, double step) {
        double[] powers = new double[count];
        for (int i = 0; i < count; i++) {
            powers[i] = StrictMath.exp(-i * step);
        }
        return powers;
    }

    private int[] scores(Tokens tokens, int from, int to) {
        int[] scores = atStart.clone();
        long[] packed = new long[PACKED];
        int before = START;
        int token = from;
        while (token < to) {
            for (int end = Math.min(to, token + RUN); token < end; token++) {
                int word = word(tokens, token);
                if (word != UNKNOWN) {
                    add(word, scores, packed);
                    addPair(before, word, scores, packed);
                }
                before = word;
            }
            if (token < to) {
                unpack(packed, scores);
            }
        }
        addPair(before, END, scores, packed);
        unpack(packed, scores);
        return scores;
    }

    /** Adds what is packed to the scores, and empties it. */
    private static void unpack(long[] packed, int[] scores) {
        int topic = 0;
        for (int i = 0; i < PACKED; i++) {
            long rest = packed[i];
            packed[i] = 0;
            for (int lane = 0; lane < LANES && topic < scores.length; lane++) {
                long score = rest << Long.SIZE - LANE_BITS >> Long.SIZE - LANE_BITS;
                scores[topic++] += (int) score;
                rest = rest - score >> LANE_BITS;
            }
        }
    }

    private int word(Tokens tokens, int token) {
        int id = tokens.id(token);
        int word = id < wordOfId.length ? wordOfId[id] : UNKNOWN;
        if (word == UNKNOWN) {
            String special = TopicWords.special(tokens, token);
            return special == null ? UNKNOWN : SPECIAL.indexOf(special);
        }
        return word;
    }

    private void addPair(int first, int second, int[] scores, long[] packed) {
        int pair = pair(first, second);
        int hash = hash(pair);
        int bit = hash >>> 16;
        if ((perhaps[bit >>> 6] & 1L << bit) == 0) {
            return;
        }
        int mask = pairs.length - 1;
        for (int slot = hash & mask; pairs[slot] != 0; slot = (slot + 1) & mask) {
            if (pairs[slot] == pair) {
                add(pairFeatures[slot], scores, packed);
                return;
            }
        }
    }

    /** Adds the weights of a feature: those for a few topics to the scores, those for many to the ones that hold three topics each. */
    private void add(int feature, int[] scores, long[] packed) {
        if (dense[feature] > 0) {
            int at = (dense[feature] - 1) * PACKED;
            for (int i = 0; i < PACKED; i++) {
                packed[i] += denseWeights[at + i];
            }
            return;
        }
        for (int i = begins[feature], end = begins[feature + 1]; i < end; i++) {
            int weight = weights[i];
            scores[weight & TOPIC_MASK] += weight >> TOPIC_BITS;
        }
    }

    private static int pair(int first, int second) {
        return first << 16 | second;
    }

    private static int hash(int pair) {
        int h = pair * 0x9E3779B9;
        return h ^ h >>> 15;
    }

    /** How many words and pairs have a weight. */
    int features() {
        return begins.length - 1;
    }

    /** Rounds a weight to what the model keeps of it. */
    static double rounded(double weight) {
        return Math.rint(weight / UNIT) * UNIT;
    }

    /**
     * The model over a vocabulary.
     *
     * @param model the OpenNLP model
     * @param words the word that each form counts as
     */
    static TopicModel of(AbstractModel model, Map<String, String> words, Vocabulary vocabulary) {
        @SuppressWarnings("unchecked")
        Map<String, Context> features = new TreeMap<>((Map<String, Context>) model.getDataStructures()[1]);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        SPECIAL.forEach(word -> numbers.put(word, numbers.size()));
        Map<Integer, Context> pairs = new LinkedHashMap<>();
        features.forEach((name, context) -> {
            List<Integer> of = wordsOf(name).stream().map(word -> number(word, numbers)).toList();
            if (of.size() == 2) {
                pairs.put(pair(of.get(0), of.get(1)), context);
            }
        });
        List<Integer> weights = new ArrayList<>();
        int[] begins = new int[numbers.size() + pairs.size() + 1];
        int feature = 0;
        for (String word : numbers.keySet()) {
            addWeights(features.get("bow=" + word), model, weights);
            begins[++feature] = weights.size();
        }
        int[] keys = new int[Integer.highestOneBit(Math.max(16, pairs.size() * 2)) * 2];
        int[] values = new int[keys.length];
        for (Map.Entry<Integer, Context> pair : pairs.entrySet()) {
            addWeights(pair.getValue(), model, weights);
            int slot = hash(pair.getKey()) & keys.length - 1;
            while (keys[slot] != 0) {
                slot = slot + 1 & keys.length - 1;
            }
            keys[slot] = pair.getKey();
            values[slot] = feature;
            begins[++feature] = weights.size();
        }
        List<String> forms =
                words.keySet().stream().filter(form -> !SPECIAL.contains(form) && numbers.containsKey(words.get(form))).sorted().toList();
        int[] formWords = forms.stream().mapToInt(form -> numbers.get(words.get(form))).toArray();
        int[] flat = weights.stream().mapToInt(weight -> weight).toArray();
        return new TopicModel(vocabulary, forms.toArray(String[]::new), formWords, begins, flat, keys, values);
    }

    /** The word of an OpenNLP feature, or the two words of a pair. */
    static List<String> wordsOf(String feature) {
        if (!feature.startsWith("ng=:")) {
            return List.of(feature.substring("bow=".length()));
        }
        String both = feature.substring("ng=:".length());
        // A colon may be the first word.
        int colon = both.indexOf(':', 1);
        return List.of(both.substring(0, colon), both.substring(colon + 1));
    }

    private static int number(String word, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(word, w -> numbers.size());
    }

    private static void addWeights(Context context, AbstractModel model, List<Integer> weights) {
        if (context == null) {
            return;
        }
        for (int i = 0; i < context.getOutcomes().length; i++) {
            Topic topic = TopicModelTrainer.topic(model.getOutcome(context.getOutcomes()[i]));
            int weight = (int) Math.rint(context.getParameters()[i] / UNIT);
            if (Math.abs(weight) > LARGEST) {
                throw new IllegalStateException("a weight of the topic model is too large: " + weight * UNIT);
            }
            weights.add(weight << TOPIC_BITS | topic.ordinal());
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(forms.length);
        for (String form : forms) {
            out.writeUTF(form);
        }
        for (int[] numbers : List.of(formWords, begins, weights, pairs, pairFeatures)) {
            Numbers.write(numbers, out);
        }
    }

    static TopicModel read(InputStream in, Vocabulary vocabulary) throws IOException {
        // Bulk reads: a cold start has no time for a call a number.
        ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
        String[] forms = new String[bytes.getInt()];
        for (int i = 0; i < forms.length; i++) {
            byte[] form = new byte[bytes.getShort()];
            bytes.get(form);
            forms[i] = new String(form, StandardCharsets.UTF_8);
        }
        return new TopicModel(
                vocabulary, forms, Numbers.read(bytes), Numbers.read(bytes), Numbers.read(bytes), Numbers.read(bytes), Numbers.read(bytes));
    }
}
