package dev.policyscan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.policyscan.Policyscan;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static JsonNode tree(PolicyReport report) throws IOException {
        return new ObjectMapper().readTree(new JsonReport().render(report));
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void hasTheDocumentedShape() throws IOException {
        JsonNode report = tree(Reports.full());
        assertEquals(List.of("schema_version", "tool", "source", "document", "facts", "clauses", "findings"), keys(report));
        assertEquals(
                List.of("last_updated", "effective", "categories", "disclosed", "sold_or_shared", "sale", "sharing", "minors_sale",
                        "retention", "dnt", "gpc", "children", "rights", "authorized_agent", "request_methods"),
                keys(report.path("facts")));
        assertEquals(List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"), keys(report.at("/facts/categories")));
        assertEquals(
                List.of("actor", "practice", "polarity", "modality", "object", "speech"), keys(report.at("/clauses/0/statements/0")));
        assertEquals("1.0", report.path("schema_version").asText());
        assertEquals(Policyscan.version(), report.at("/tool/version").asText());
    }

    @Test
    void printsFactsInTheirVocabulary() throws IOException {
        JsonNode facts = tree(Reports.full()).path("facts");
        assertEquals("2025-05-04", facts.at("/last_updated/value").asText());
        assertTrue(facts.at("/effective/value").isNull());
        assertEquals("inferred", facts.at("/categories/B/basis").asText());
        assertTrue(facts.at("/categories/C/basis").isNull());
        assertEquals("[\"A\",\"B\"]", facts.at("/disclosed/values").toString());
        assertEquals("does_not_sell", facts.at("/sale/stance").asText());
        assertEquals("[\"period\",\"indefinite\"]", facts.at("/retention/kinds").toString());
        assertEquals("[16,18]", facts.at("/children/other_ages").toString());
        assertEquals("[\"know\",\"non_discrimination\"]", facts.at("/rights/values").toString());
        assertTrue(facts.at("/authorized_agent/value").asBoolean());
    }

    @Test
    void laysOutTheSameOnEveryPlatform() {
        String json = new JsonReport().render(Reports.full());
        assertFalse(json.contains("\r"));
        assertTrue(json.startsWith("{\n  \"schema_version\": \"1.0\",\n  \"tool\": {\n    \"name\": \"policyscan\",\n"), json);
        assertTrue(json.contains("      \"durations\": [\"P2Y\"],\n"), json);
        assertTrue(json.contains(", \"topics\": [{\"topic\": \"sale\", \"confidence\": 0.97}, {"), json);
        assertTrue(json.contains("    \"effective\": {\n      \"value\": null,\n      \"evidence\": []\n    },\n"), json);
        assertTrue(json.endsWith("\n}\n"), json);
        assertEquals(json, new JsonReport().render(Reports.full()));
    }

    @Test
    void printsConfidencesWithTwoDecimalsAtMost() {
        String json = new JsonReport().render(Reports.full());
        assertTrue(json.contains("\"confidence\": 0.99\n"), json);
        assertTrue(json.contains("\"confidence\": 0.95\n"), json);
        assertTrue(json.contains("\"confidence\": 0.01\n"), json);
        assertTrue(json.contains("\"confidence\": 1\n"), json);
    }

    @Test
    void leavesTheWriterOpen() throws IOException {
        boolean[] closed = {false};
        StringWriter out = new StringWriter() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        new JsonReport().write(Reports.full(), out);
        assertFalse(closed[0]);
    }
}
