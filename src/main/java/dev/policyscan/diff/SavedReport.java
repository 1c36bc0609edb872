package dev.policyscan.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.policyscan.document.LineMap;
import dev.policyscan.document.PolicyDocument;
import dev.policyscan.facts.Basis;
import dev.policyscan.facts.Category;
import dev.policyscan.facts.CategoryFact;
import dev.policyscan.facts.ChildrenFact;
import dev.policyscan.facts.ChildrenStance;
import dev.policyscan.facts.Collected;
import dev.policyscan.facts.Evidence;
import dev.policyscan.facts.MinorsSaleStance;
import dev.policyscan.facts.PolicyFacts;
import dev.policyscan.facts.RequestMethod;
import dev.policyscan.facts.RetentionFact;
import dev.policyscan.facts.RetentionKind;
import dev.policyscan.facts.Right;
import dev.policyscan.facts.SaleStance;
import dev.policyscan.facts.SetFact;
import dev.policyscan.facts.SharingStance;
import dev.policyscan.facts.SignalStance;
import dev.policyscan.facts.StanceFact;
import dev.policyscan.facts.Term;
import dev.policyscan.facts.ValueFact;
import dev.policyscan.report.PolicyReport;
import dev.policyscan.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the JSON report of an analysis back, as far as facts can be compared with it. The text of the policy is not in it, only the quotes
 * that the facts rest on.
 */
public final class SavedReport {
    /** The document of a version that is not there. */
    static final PolicyDocument NO_TEXT = new PolicyDocument("", null, List.of(), List.of(), List.of(), List.of(), List.of(), new LineMap(new int[] {0}, new int[] {1}));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LOOK = 200;

    private final JsonNode root;

    private SavedReport(JsonNode root) {
        this.root = root;
    }

    /** Whether bytes look like a saved report rather than a policy. */
    public static boolean isOne(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] <= ' ') {
            at++;
        }
        if (at >= bytes.length || bytes[at] != '{') {
            return false;
        }
        String head = new String(bytes, at, Math.min(LOOK, bytes.length - at), java.nio.charset.StandardCharsets.ISO_8859_1);
        return head.contains("\"schema_version\"");
    }

    /**
     * Reads a saved report.
     *
     * @throws SourceException if it is none, or of a version that is not known
     */
    public static Version read(byte[] bytes) throws SourceException {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (!root.path("schema_version").asText().startsWith("1.")) {
                throw new SourceException("a report of schema version " + root.path("schema_version").asText() + ", which is not known; analyze the policy again");
            }
            if (!root.path("facts").isObject()) {
                throw new SourceException("a JSON file, but no report of an analysis; pass one that analyze -f json wrote");
            }
            return new Version(new SavedReport(root).report(), null);
        } catch (IOException | IllegalArgumentException e) {
            String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
            throw new SourceException("a damaged report (" + said + "); analyze the policy again", e);
        }
    }

    /** The report of a policy that says nothing. */
    static PolicyReport silent(String uri) {
        // The digest of no bytes.
        String nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        return new PolicyReport(new PolicyReport.SourceInfo(uri, "text/plain", null, 0, nothing),
                new PolicyReport.DocumentInfo(null, null, "und", 0, false, List.of()), PolicyFacts.NONE, List.of(), List.of());
    }

    private PolicyReport report() {
        JsonNode source = root.path("source");
        JsonNode document = root.path("document");
        return new PolicyReport(
                new PolicyReport.SourceInfo(source.path("uri").asText(), source.path("media_type").asText(), text(source.path("charset")), source.path("bytes").asLong(), source.path("sha256").asText()),
                new PolicyReport.DocumentInfo(text(document.path("title")), text(document.path("company")), document.path("language").asText("und"),
                        document.path("words").asInt(), document.path("is_privacy_policy").asBoolean(), List.of()),
                facts(root.path("facts")), List.of(), List.of());
    }

    private static PolicyFacts facts(JsonNode facts) {
        Map<Category, CategoryFact> categories = new EnumMap<>(Category.class);
        for (Category letter : Category.values()) {
            JsonNode fact = facts.path("categories").path(letter.name());
            if (fact.isObject()) {
                String basis = text(fact.path("basis"));
                categories.put(letter, new CategoryFact(term(Collected.class, fact.path("collected")), basis == null ? null : term(Basis.class, fact.path("basis")), evidence(fact)));
            }
        }
        JsonNode retention = facts.path("retention");
        JsonNode children = facts.path("children");
        List<Integer> ages = new ArrayList<>();
        children.path("other_ages").forEach(age -> ages.add(age.asInt()));
        return new PolicyFacts(
                date(facts.path("last_updated")), date(facts.path("effective")), categories, letters(facts.path("disclosed")), letters(facts.path("sold_or_shared")),
                new StanceFact<>(term(SaleStance.class, facts.at("/sale/stance")), evidence(facts.path("sale"))),
                new StanceFact<>(term(SharingStance.class, facts.at("/sharing/stance")), evidence(facts.path("sharing"))),
                new StanceFact<>(term(MinorsSaleStance.class, facts.at("/minors_sale/stance")), evidence(facts.path("minors_sale"))),
                new RetentionFact(terms(RetentionKind.class, retention.path("kinds")), words(retention.path("durations")), evidence(retention)),
                new StanceFact<>(term(SignalStance.class, facts.at("/dnt/stance")), evidence(facts.path("dnt"))),
                new StanceFact<>(term(SignalStance.class, facts.at("/gpc/stance")), evidence(facts.path("gpc"))),
                new ChildrenFact(children.path("age").isNumber() ? children.path("age").asInt() : null, ages, term(ChildrenStance.class, children.path("stance")), evidence(children)),
                new SetFact<>(terms(Right.class, facts.at("/rights/values")), evidence(facts.path("rights"))),
                new ValueFact<>(facts.at("/authorized_agent/value").asBoolean(), evidence(facts.path("authorized_agent"))),
                new SetFact<>(terms(RequestMethod.class, facts.at("/request_methods/values")), evidence(facts.path("request_methods"))));
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static ValueFact<String> date(JsonNode fact) {
        return new ValueFact<>(text(fact.path("value")), evidence(fact));
    }

    private static SetFact<Category> letters(JsonNode fact) {
        return new SetFact<>(words(fact.path("values")).stream().map(Category::valueOf).toList(), evidence(fact));
    }

    private static List<String> words(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(value.asText()));
        return words;
    }

    private static <E extends Enum<E> & Term> E term(Class<E> type, JsonNode value) {
        return Enum.valueOf(type, value.asText("unstated").toUpperCase(Locale.ROOT));
    }

    private static <E extends Enum<E> & Term> List<E> terms(Class<E> type, JsonNode values) {
        return words(values).stream().map(value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT))).toList();
    }

    private static List<Evidence> evidence(JsonNode fact) {
        List<Evidence> evidence = new ArrayList<>();
        for (JsonNode words : fact.path("evidence")) {
            evidence.add(new Evidence(words.path("quote").asText(), words.path("start").asInt(), words.path("end").asInt(), words.path("line").asInt(),
                    text(words.path("section")), words.path("confidence").asDouble()));
        }
        return evidence;
    }
}
