package dev.policyscan.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.policyscan.facts.Category;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The facts as answers that can be compared; read in the same way from labels and from reports.
 *
 * @param exact the single answer to each question: a string, a number, a boolean, or null
 * @param sets the members of each set
 * @param confidences for each single answer that rests on evidence, the greatest confidence of it, from 0 to 1
 */
record Answers(Map<String, Object> exact, Map<String, Set<String>> sets, Map<String, Double> confidences) {
    /** The letters that are scored: the categories of §1798.140(v)(1), without L, sensitive personal information. */
    static final List<String> LETTERS = letters();

    /** The answers of a report that there is none of: nothing is answered. */
    static final Answers NONE = of(MissingNode.getInstance());

    private static List<String> letters() {
        List<String> letters = new ArrayList<>();
        for (Category category : Category.values()) {
            if (category != Category.L) {
                letters.add(category.name());
            }
        }
        return List.copyOf(letters);
    }

    static Answers of(JsonNode facts) {
        Map<String, Object> exact = new LinkedHashMap<>();
        for (String letter : LETTERS) {
            exact.put("category " + letter, plain(facts.path("categories").path(letter).path("collected")));
        }
        for (String letter : LETTERS) {
            exact.put("basis " + letter, plain(facts.path("categories").path(letter).path("basis")));
        }
        for (String question : List.of("sale", "sharing", "minors_sale", "dnt", "gpc")) {
            exact.put(question, plain(facts.path(question).path("stance")));
        }
        exact.put("children age", plain(facts.path("children").path("age")));
        exact.put("children stance", plain(facts.path("children").path("stance")));
        for (String question : List.of("authorized_agent", "last_updated", "effective")) {
            JsonNode fact = facts.path(question);
            exact.put(question, plain(fact.isObject() ? fact.path("value") : fact));
        }

        Map<String, Set<String>> sets = new LinkedHashMap<>();
        sets.put("retention kinds", members(facts.path("retention").path("kinds")));
        Set<String> lengths = new TreeSet<>();
        members(facts.path("retention").path("durations")).forEach(duration -> lengths.add(Duration.length(duration)));
        sets.put("retention durations", lengths);
        for (String question : List.of("rights", "request_methods", "disclosed", "sold_or_shared")) {
            JsonNode fact = facts.path(question);
            sets.put(question, members(fact.isObject() ? fact.path("values") : fact));
        }
        Set<String> yes = new TreeSet<>();
        for (String letter : LETTERS) {
            if ("yes".equals(exact.get("category " + letter))) {
                yes.add(letter);
            }
        }
        sets.put("categories yes", yes);
        return new Answers(exact, sets, confidences(facts));
    }

    private static Map<String, Double> confidences(JsonNode facts) {
        Map<String, Double> confidences = new LinkedHashMap<>();
        for (String letter : LETTERS) {
            confidence(facts.path("categories").path(letter), "category " + letter, confidences);
        }
        for (String question : List.of("sale", "sharing", "minors_sale", "dnt", "gpc", "last_updated", "effective")) {
            confidence(facts.path(question), question, confidences);
        }
        confidence(facts.path("children"), "children stance", confidences);
        return confidences;
    }

    private static void confidence(JsonNode fact, String question, Map<String, Double> confidences) {
        for (JsonNode evidence : fact.path("evidence")) {
            confidences.merge(question, evidence.path("confidence").asDouble(), Math::max);
        }
    }

    private static Set<String> members(JsonNode list) {
        Set<String> members = new TreeSet<>();
        list.forEach(member -> members.add(member.asText()));
        return members;
    }

    private static Object plain(JsonNode answer) {
        if (answer.canConvertToExactIntegral()) {
            return answer.asLong();
        }
        if (answer.isNumber()) {
            return answer.asDouble();
        }
        if (answer.isBoolean()) {
            return answer.asBoolean();
        }
        return answer.isTextual() ? answer.asText() : null;
    }
}
