package dev.policyscan.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.policyscan.Policyscan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "evaluate");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private static Evaluation evaluate(String gold) throws IOException {
        return Evaluation.of(
                RESOURCES.resolve(gold), id -> JSON.readTree(RESOURCES.resolve("reports").resolve(id + ".json").toFile()).path("facts"));
    }

    @Test
    void scoresOpenLabels() throws IOException {
        Evaluation evaluation = evaluate("gold");
        assertEquals(Files.readString(RESOURCES.resolve("table.txt")), evaluation.table());
        assertEquals(3, evaluation.policies());
        assertEquals(List.of(), evaluation.unread());
    }

    @Test
    void scoresBlindLabelsTheSameAndNamesNoMiss() throws IOException {
        Evaluation evaluation = evaluate("blind");
        assertEquals(Files.readString(RESOURCES.resolve("table.txt")), evaluation.table());
        assertEquals(List.of(), evaluation.misses());
    }

    @Test
    void countsWhatWasRightByConfidence() throws IOException {
        Files.writeString(folder.resolve("plover.json"), "{\"sale\": {\"stance\": \"sells\"}, \"dnt\": {\"stance\": \"honors\"}, \"last_updated\": \"2031-05-04\"}");
        String facts = """
                {"sale": {"stance": "sells", "evidence": [{"confidence": 0.7}, {"confidence": 0.97}]},
                 "dnt": {"stance": "does_not_honor", "evidence": [{"confidence": 0.95}]}, "gpc": {"stance": "unstated", "evidence": []},
                 "last_updated": {"value": "2031-05-04", "evidence": [{"confidence": 0.7}]}}""";
        Evaluation evaluation = Evaluation.of(folder, id -> JSON.readTree(facts));
        assertEquals(List.of("confidence 0.95 to 1", "50.0", "1 of 2", "confidence 0.7 to 0.8", "100.0", "1 of 1"),
                evaluation.reliability().lines().flatMap(line -> List.of(line.split(" {2,}")).stream()).map(String::strip).toList());
    }

    @Test
    void namesEveryMiss() throws IOException {
        List<String> misses = evaluate("gold").misses();
        assertTrue(misses.contains("[sale] brass\n  expected sale = sells\n  got      does_not_sell\n  words    we sell your listening history\n"),
                String.join("\n", misses));
        assertTrue(misses.contains("[rights] brass\n  expected delete, know\n  got      know, portability\n"), String.join("\n", misses));
    }

    @Test
    void countsWhatCannotBeScoredAsAllWrong() throws IOException {
        Files.writeString(folder.resolve("alone.json"), "{\"id\": \"alone\", \"rights\": [\"know\"]}");
        Files.writeString(folder.resolve("broken.json"), "{\"id\": ");
        Files.writeString(folder.resolve("list.json"), "[]");
        Evaluation evaluation = Evaluation.of(folder, Policyscan.analyzer());
        assertEquals(3, evaluation.policies());
        assertEquals(3, evaluation.unread().size());
        assertEquals("alone: no policy beside the label (alone.txt, .md, .html, .htm, .mhtml, .pdf, .docx)", evaluation.unread().get(0));
        assertTrue(evaluation.unread().get(1).startsWith("broken: the label is not valid JSON: "), evaluation.unread().get(1));
        assertTrue(evaluation.table().contains("sale                      0.0   0 of 3\n"), evaluation.table());
        assertTrue(evaluation.table().contains("rights                    0.0   F1: 0 found, 0 false, 1 missed\n"), evaluation.table());
        assertTrue(evaluation.table().contains("no report:\n  alone: no policy"), evaluation.table());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "docx", "mhtml"})
    void scoresPoliciesInEveryFormat(String extension) throws IOException {
        Files.copy(Path.of("samples", "pennywhistle-kids.json"), folder.resolve("kids.json"));
        Files.copy(RESOURCES.resolveSibling("formats").resolve("pennywhistle-kids." + extension), folder.resolve("kids." + extension));
        Evaluation evaluation = Evaluation.of(folder, Policyscan.analyzer());
        assertEquals(List.of(), evaluation.unread());
        assertTrue(evaluation.table().contains("sale                    100.0"), evaluation.table());
    }

    @Test
    void refusesAMissingFolder() {
        assertThrows(NoSuchFileException.class, () -> Evaluation.of(folder.resolve("none"), Policyscan.analyzer()));
    }

    @Test
    void comparesDurationsByLength() {
        assertEquals(Duration.length("P2Y"), Duration.length("P24M"));
        assertEquals(Duration.length("P12M"), Duration.length("P365D"));
        assertEquals(Duration.length("P1D"), Duration.length("PT24H"));
        assertEquals("30d", Duration.length("P30D"));
        assertEquals("0.02d", Duration.length("PT30M"));
        assertEquals("1m", Duration.length("P45D"));
        assertEquals("forever", Duration.length("forever"));
    }
}
