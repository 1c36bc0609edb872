package dev.policyscan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.policyscan.classify.Topic;
import dev.policyscan.facts.Category;
import dev.policyscan.facts.ChildrenStance;
import dev.policyscan.facts.Collected;
import dev.policyscan.facts.MinorsSaleStance;
import dev.policyscan.facts.RequestMethod;
import dev.policyscan.facts.RetentionKind;
import dev.policyscan.facts.Right;
import dev.policyscan.facts.SaleStance;
import dev.policyscan.facts.SharingStance;
import dev.policyscan.facts.SignalStance;
import dev.policyscan.statement.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReportSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(ReportSchema.REPORT.text(), InputFormat.JSON);

    private static List<Error> errors(String report) {
        return SCHEMA.validate(report, InputFormat.JSON);
    }

    @Test
    void acceptsReports() {
        assertEquals(List.of(), errors(new JsonReport().render(Reports.full())));
        assertEquals(List.of(), errors(new JsonReport().render(Reports.silent(null, null, "und", false))));
    }

    @TestFactory
    Stream<DynamicTest> acceptsTheReportsOfTheSamples() throws IOException {
        Path golden = Path.of("src", "test", "resources", "golden-reports");
        if (!Files.isDirectory(golden)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(golden)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(), () -> assertEquals(List.of(), errors(Files.readString(file)))));
        }
    }

    @Test
    void refusesWhatIsNotInTheVocabulary() throws IOException {
        JsonNode report = JSON.readTree(new JsonReport().render(Reports.full()));
        ((ObjectNode) report.at("/facts/sale")).put("stance", "sometimes");
        assertFalse(errors(report.toString()).isEmpty());
    }

    @Test
    void refusesUnknownAndMissingKeysEverywhere() throws IOException {
        List<String> pointers = new ArrayList<>();
        objects(JSON.readTree(new JsonReport().render(Reports.full())), "", pointers);
        assertTrue(pointers.size() > 40, pointers.toString());
        for (String pointer : pointers) {
            JsonNode unknown = JSON.readTree(new JsonReport().render(Reports.full()));
            ((ObjectNode) unknown.at(pointer)).put("unknown", 1);
            assertFalse(errors(unknown.toString()).isEmpty(), "an unknown key at " + pointer);
            JsonNode missing = JSON.readTree(new JsonReport().render(Reports.full()));
            ObjectNode object = (ObjectNode) missing.at(pointer);
            object.remove(object.fieldNames().next());
            assertFalse(errors(missing.toString()).isEmpty(), "a missing key at " + pointer);
        }
    }

    private static void objects(JsonNode node, String pointer, List<String> pointers) {
        if (node.isObject()) {
            pointers.add(pointer);
            node.properties().forEach(entry -> objects(entry.getValue(), pointer + "/" + entry.getKey(), pointers));
        } else if (node.isArray() && !node.isEmpty()) {
            objects(node.get(0), pointer + "/0", pointers);
        }
    }

    @Test
    void knowsTheVocabularyOfTheCode() throws IOException {
        JsonNode schema = JSON.readTree(ReportSchema.REPORT.text());
        JsonNode facts = schema.at("/properties/facts/properties");
        assertSame(SaleStance.values(), facts.at("/sale/properties/stance"));
        assertSame(SharingStance.values(), facts.at("/sharing/properties/stance"));
        assertSame(MinorsSaleStance.values(), facts.at("/minors_sale/properties/stance"));
        assertSame(RetentionKind.values(), facts.at("/retention/properties/kinds/items"));
        assertSame(ChildrenStance.values(), facts.at("/children/properties/stance"));
        assertSame(Right.values(), facts.at("/rights/properties/values/items"));
        assertSame(RequestMethod.values(), facts.at("/request_methods/properties/values/items"));
        JsonNode shared = schema.path("$defs");
        assertSame(SignalStance.values(), shared.path("signal"));
        assertSame(Collected.values(), shared.at("/category/properties/collected"));
        assertSame(Topic.values(), shared.path("topic"));
        assertEquals(
                Arrays.stream(Category.values()).map(Enum::name).toList(), words(shared.path("letter")));
        JsonNode statement = shared.at("/statement/properties");
        assertSame(Statement.Actor.values(), statement.path("actor"));
        assertSame(Statement.Practice.values(), statement.path("practice"));
        assertSame(Statement.Polarity.values(), statement.path("polarity"));
        assertSame(Statement.Modality.values(), statement.path("modality"));
        assertSame(Statement.Subject.values(), statement.path("object"));
        assertSame(Statement.Speech.values(), statement.path("speech"));
    }

    private static void assertSame(Enum<?>[] constants, JsonNode vocabulary) {
        assertEquals(Arrays.stream(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).toList(), words(vocabulary));
    }

    private static List<String> words(JsonNode vocabulary) {
        List<String> words = new ArrayList<>();
        vocabulary.path("enum").forEach(word -> words.add(word.asText()));
        return words;
    }
}
