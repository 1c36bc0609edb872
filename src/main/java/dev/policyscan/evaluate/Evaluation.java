package dev.policyscan.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.policyscan.PolicyAnalyzer;
import dev.policyscan.report.JsonReport;
import dev.policyscan.report.PolicyReport;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How well an analyzer reads labelled policies. A folder of labelled policies holds, for each, {@code ID.json}, the facts
 * as a careful reader found them, beside {@code ID.txt}, {@code ID.md}, {@code ID.html}, {@code ID.htm}, {@code ID.mhtml},
 * {@code ID.pdf} or {@code ID.docx}, the policy.
 *
 * <p>Questions with one answer score the share of right answers; sets score F1 over all their members; the overall score
 * is the mean. A policy that cannot be analyzed counts as all wrong.
 */
public final class Evaluation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> EXTENSIONS = List.of("txt", "md", "html", "htm", "mhtml", "pdf", "docx");
    private static final String BASIS = "basis";
    private static final List<String> ROWS = List.of(
            "categories", "categories yes", "sale", "sharing", "minors_sale", "retention kinds", "retention durations", "dnt", "gpc",
            "children age", "children stance", "dates", "rights", "request_methods", "disclosed", "sold_or_shared", "authorized_agent");

    /** Lower bounds of the bands of confidence. */
    private static final double[] BANDS = {0.95, 0.9, 0.8, 0.7, 0};

    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final Tally[] reliability = new Tally[BANDS.length];
    private final List<Miss> misses = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private int policies;

    private Evaluation() {
        ROWS.forEach(row -> tallies.put(row, new Tally()));
        tallies.put(BASIS, new Tally());
        Arrays.setAll(reliability, band -> new Tally());
    }

    /**
     * Analyzes and scores every labelled policy of a folder.
     *
     * @param gold the folder
     * @param analyzer what to score
     * @throws IOException if the folder cannot be listed
     */
    public static Evaluation of(Path gold, PolicyAnalyzer analyzer) throws IOException {
        return of(gold, id -> facts(gold, id, analyzer));
    }

    /** Scores facts wherever they come from. */
    static Evaluation of(Path gold, Reading reading) throws IOException {
        Evaluation evaluation = new Evaluation();
        List<Path> labels;
        try (Stream<Path> files = Files.list(gold)) {
            labels = files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
        for (Path label : labels) {
            evaluation.score(label, reading);
        }
        return evaluation;
    }

    /** Gives the {@code facts} of a policy's JSON report. */
    interface Reading {
        JsonNode facts(String id) throws IOException;
    }

    private static JsonNode facts(Path gold, String id, PolicyAnalyzer analyzer) throws IOException {
        for (String extension : EXTENSIONS) {
            Path policy = gold.resolve(id + "." + extension);
            if (Files.exists(policy)) {
                PolicyReport report = analyzer.analyze(Source.of(policy));
                // Scored is what users get: the report as written.
                return JSON.readTree(new JsonReport().render(report)).path("facts");
            }
        }
        throw new SourceException("no policy beside the label (" + id + "." + String.join(", .", EXTENSIONS) + ")");
    }

    private void score(Path file, Reading reading) {
        policies++;
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - ".json".length());
        String id = stem;
        Label label = Label.UNREADABLE;
        Answers answers = Answers.NONE;
        boolean read = false;
        try {
            JsonNode json = label(file);
            id = json.path("id").asText(stem);
            label = Label.of(json);
            answers = Answers.of(reading.facts(stem));
            read = true;
        } catch (IOException e) {
            unread.add(id + ": " + (e instanceof SourceException ? e.getMessage() : e.getClass().getSimpleName() + ": " + e.getMessage()));
        }
        for (Map.Entry<String, Object> entry : answers.exact().entrySet()) {
            exact(id, label, answers, entry.getKey(), entry.getValue(), read);
        }
        for (Map.Entry<String, Set<String>> entry : answers.sets().entrySet()) {
            set(id, label, entry.getKey(), entry.getValue());
        }
    }

    private static JsonNode label(Path file) throws IOException {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (!json.isObject()) {
                throw new SourceException("the label is not a JSON object");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new SourceException("the label is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private void exact(String id, Label label, Answers answers, String question, Object got, boolean read) {
        String row = switch (question) {
            case "last_updated", "effective" -> "dates";
            default -> question.startsWith("category ") ? "categories" : question.startsWith("basis ") ? BASIS : question;
        };
        if (row.equals(BASIS)) {
            String category = "category " + question.substring("basis ".length());
            // What an answer rests on is only asked where the answer is right and rests on something.
            if (got == null || !label.has(category, answers.exact().get(category)) || label.has(question, null)) {
                return;
            }
        }
        boolean month = row.equals("dates") && got instanceof String date && label.has(question, date.substring(0, Math.min(7, date.length())));
        boolean right = read && (label.has(question, got) || month);
        Double confidence = answers.confidences().get(question);
        for (int band = 0; confidence != null && band < BANDS.length; band++) {
            if (confidence >= BANDS[band]) {
                reliability[band].asked++;
                reliability[band].right += right ? 1 : 0;
                break;
            }
        }
        Tally tally = tallies.get(row);
        tally.asked++;
        if (right) {
            tally.right++;
        } else if (label.shown() != null) {
            misses.add(new Miss(row, id, question + " = " + label.shown().exact().get(question), String.valueOf(got), label.words(question)));
        }
    }

    private void set(String id, Label label, String question, Set<String> got) {
        int hits = (int) got.stream().filter(member -> label.holds(question, member)).count();
        int wanted = label.count(question);
        Tally tally = tallies.get(question);
        tally.found += hits;
        tally.wrong += got.size() - hits;
        tally.missed += wanted - hits;
        if ((hits != got.size() || hits != wanted) && label.shown() != null) {
            misses.add(new Miss(question, id, shown(label.shown().sets().get(question)), shown(got), label.words(question)));
        }
    }

    private static String shown(Set<String> members) {
        return members.isEmpty() ? "(none)" : String.join(", ", members);
    }

    /** The number of labelled policies. */
    public int policies() {
        return policies;
    }

    /** The mean of all rows, from 0 to 1. */
    public double overall() {
        double sum = 0;
        for (String row : ROWS) {
            sum += tallies.get(row).score();
        }
        return sum / ROWS.size();
    }

    /** The labels that could not be scored, each with the reason: {@code ID: reason}. */
    public List<String> unread() {
        return List.copyOf(unread);
    }

    /** The score of each row, and the overall score, as lines of text, ending with a line feed. */
    public String table() {
        StringBuilder out = new StringBuilder();
        for (String row : ROWS) {
            line(out, row, tallies.get(row).score(), tallies.get(row).detail());
        }
        Tally basis = tallies.get(BASIS);
        line(out, "(basis, not counted)", basis.right / (double) Math.max(1, basis.asked), basis.right + " of " + basis.asked);
        if (!unread.isEmpty()) {
            out.append("no report:\n");
            unread.forEach(policy -> out.append("  ").append(policy).append('\n'));
        }
        return out.append("overall ").append(percent(overall())).append(" over ").append(policies).append(" policies\n").toString();
    }

    /**
     * How often single answers were right by the greatest confidence of their evidence, as lines of text, each ending with a line feed:
     * categories, stances and dates that the analyzer gave words for. Answers that nothing is stated are left out, and so are sets, whose
     * evidence is not told apart by member.
     */
    public String reliability() {
        StringBuilder out = new StringBuilder();
        for (int band = 0; band < BANDS.length; band++) {
            Tally tally = reliability[band];
            String name = band == 0 ? "confidence 0.95 to 1" : "confidence " + decimal(BANDS[band]) + " to " + decimal(BANDS[band - 1]);
            if (tally.asked > 0) {
                line(out, name, tally.score(), tally.detail());
            }
        }
        return out.toString();
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static void line(StringBuilder out, String row, double score, String detail) {
        String percent = percent(score);
        out.append(row).append(" ".repeat(Math.max(0, 22 - row.length()) + 1)).append(" ".repeat(6 - percent.length())).append(percent)
                .append("   ").append(detail).append('\n');
    }

    private static String percent(double score) {
        // Not String.format, which follows the locale and rounds halves up.
        return new BigDecimal(100 * score).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Every wrong answer, by row and policy: what was expected, what was found, and the words the labeller relied on. Empty for blind labels. */
    public List<String> misses() {
        return misses.stream().sorted(Comparator.comparing(Miss::row).thenComparing(Miss::id)).map(Miss::text).toList();
    }

    private record Miss(String row, String id, String expected, String got, String words) {
        String text() {
            return "[" + row + "] " + id + "\n  expected " + expected + "\n  got      " + got + (words == null ? "" : "\n  words    " + words) + "\n";
        }
    }

    /** What was right of what was asked, and for sets what was found, found wrongly and missed. */
    private static final class Tally {
        private int asked;
        private int right;
        private int found;
        private int wrong;
        private int missed;

        double score() {
            if (asked > 0) {
                return right / (double) asked;
            }
            int all = 2 * found + wrong + missed;
            return all == 0 ? 1 : 2 * found / (double) all;
        }

        String detail() {
            return asked > 0 ? right + " of " + asked : "F1: " + found + " found, " + wrong + " false, " + missed + " missed";
        }
    }
}
