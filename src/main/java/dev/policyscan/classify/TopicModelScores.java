package dev.policyscan.classify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Counts how often the clause model is right, and says so in Markdown. */
final class TopicModelScores {
    private static final Topic[] TOPICS = Topic.values();
    private static final int MOST_CONFUSIONS = 20;
    private static final int BINS = 10;

    private final int[] right = new int[TOPICS.length];
    private final int[] wrong = new int[TOPICS.length];
    private final int[] missed = new int[TOPICS.length];
    private final int[][] confused = new int[TOPICS.length][TOPICS.length];
    private final int[] binSize = new int[BINS];
    private final int[] binRight = new int[BINS];
    private final double[] binSum = new double[BINS];
    private int clauses;
    private int bestRight;
    private int threeRight;

    /** Takes in a clause with its topics and the probability that the model gives to each. */
    void add(List<Topic> topics, double[] probabilities) {
        clauses++;
        Topic[] ranked = TOPICS.clone();
        Arrays.sort(ranked, Comparator.comparingDouble(topic -> -probabilities[topic.ordinal()]));
        Topic best = ranked[0];
        if (topics.contains(best)) {
            bestRight++;
        } else {
            confused[topics.get(0).ordinal()][best.ordinal()]++;
        }
        threeRight += topics.contains(ranked[0]) || topics.contains(ranked[1]) || topics.contains(ranked[2]) ? 1 : 0;
        double confidence = probabilities[best.ordinal()];
        int bin = Math.min(BINS - 1, (int) (confidence * BINS));
        binSize[bin]++;
        binSum[bin] += confidence;
        binRight[bin] += topics.contains(best) ? 1 : 0;
        for (Topic topic : TOPICS) {
            boolean said = probabilities[topic.ordinal()] >= TopicModel.THRESHOLD;
            boolean is = topics.contains(topic);
            right[topic.ordinal()] += said && is ? 1 : 0;
            wrong[topic.ordinal()] += said && !is ? 1 : 0;
            missed[topic.ordinal()] += !said && is ? 1 : 0;
        }
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        double macro = 0;
        for (Topic topic : TOPICS) {
            macro += f1(right[topic.ordinal()], wrong[topic.ordinal()], missed[topic.ordinal()]) / TOPICS.length;
        }
        double micro = f1(Arrays.stream(right).sum(), Arrays.stream(wrong).sum(), Arrays.stream(missed).sum());
        line(out, "| clauses | best topic right | among the best three | micro F1 | macro F1 |");
        line(out, "|---|---|---|---|---|");
        line(out, "| %d | %.1f | %.1f | %.1f | %.1f |%n", clauses, 100.0 * bestRight / clauses, 100.0 * threeRight / clauses, 100 * micro, 100 * macro);
        line(out, "| topic | clauses | precision | recall | F1 |");
        line(out, "|---|---|---|---|---|");
        for (Topic topic : TOPICS) {
            int t = topic.ordinal();
            line(out, "| %s | %d | %.0f | %.0f | %.0f |", topic.term(), right[t] + missed[t], percent(right[t], right[t] + wrong[t]),
                    percent(right[t], right[t] + missed[t]), 100 * f1(right[t], wrong[t], missed[t]));
        }
        line(out, "%n| is | taken for | times |");
        line(out, "|---|---|---|");
        confusions(out);
        line(out, "%n| confidence of the best topic | clauses | mean confidence | right |");
        line(out, "|---|---|---|---|");
        for (int bin = 0; bin < BINS; bin++) {
            if (binSize[bin] > 0) {
                line(out, "| %.1f–%.1f | %d | %.2f | %.2f |", bin / (double) BINS, (bin + 1) / (double) BINS, binSize[bin],
                        binSum[bin] / binSize[bin], binRight[bin] / (double) binSize[bin]);
            }
        }
        return out.toString();
    }

    private void confusions(StringBuilder out) {
        record Pair(Topic is, Topic said, int times) {}
        Arrays.stream(TOPICS)
                .flatMap(is -> Arrays.stream(TOPICS).map(said -> new Pair(is, said, confused[is.ordinal()][said.ordinal()])))
                .sorted(Comparator.comparingInt(pair -> -pair.times()))
                .limit(MOST_CONFUSIONS)
                .forEach(pair -> line(out, "| %s | %s | %d |", pair.is().term(), pair.said().term(), pair.times()));
    }

    private static void line(StringBuilder out, String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format.replace("%n", "\n"), arguments)).append('\n');
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private static double f1(int right, int wrong, int missed) {
        return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
    }
}
