package dev.policyscan.classify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicModelTrainerTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void clauses() throws IOException {
        Files.createDirectory(folder.resolve("clauses"));
        Files.writeString(folder.resolve("words.txt"), "# what counts as one\ninformation: data\n");
        Files.writeString(folder.resolve("clauses/a.tsv"), "sale\tWe sell data.\nsale,sharing\tWe sell information.\ncookies\tWe set cookies.\n".repeat(10));
    }

    @Test
    void committedModelIsWhatTheCommittedClausesGive() throws IOException {
        Path model = folder.resolve("topics.model");
        TopicModelTrainer.train(Path.of("models"), model);
        assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(Path.of("models/topics.model")),
                "models/topics.model is not of these clauses; run policyscan train");
    }

    @Test
    void sameClausesGiveTheSameBytes() throws IOException {
        TopicModelTrainer.train(folder, folder.resolve("first"));
        TopicModelTrainer.train(folder, folder.resolve("second"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("first")), Files.readAllBytes(folder.resolve("second")));
    }

    @Test
    void wordsOfOneLineCountAsOne() throws IOException {
        TopicWords words = new TopicWords(folder.resolve("words.txt"));
        assertEquals("information", words.word("data"));
        assertEquals(words.word("selling"), words.word("sells"));
    }

    @Test
    void foldsAsTokensDo() throws IOException {
        TopicWords words = new TopicWords(folder.resolve("words.txt"));
        assertEquals(
                List.of("[start]", "you", "can", "not", "see", "a", "child", "\"", "file", "\"", "from", "[year]", ",", "13", "or", "[number]", "e", "mail",
                        "to", "[email]", "[end]"),
                words.forms("You can't see a child’s “file” from 2019, 13 or 250; e-mail to dpo@fernhollow.example".replace(";", "")));
    }

    @Test
    void wordInTwoLinesIsRefused() throws IOException {
        Files.writeString(folder.resolve("words.txt"), "information: data\nfact: data\n");
        IOException e = assertThrows(IOException.class, () -> new TopicWords(folder.resolve("words.txt")));
        assertTrue(e.getMessage().contains("words.txt") && e.getMessage().contains("data"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"We sell data.", "sales\tWe sell data.", "sale,\tWe sell data.", "sale\t", "\tWe sell data."})
    void wrongLineIsNamed(String line) throws IOException {
        Files.writeString(folder.resolve("clauses/b.tsv"), "sale\tWe sell data.\n" + line + "\n");
        IOException e = assertThrows(IOException.class, () -> TopicModelTrainer.train(folder, folder.resolve("model")));
        assertTrue(e.getMessage().startsWith("line 2 of ") && e.getMessage().contains("b.tsv"), e.getMessage());
    }

    @Test
    void crossValidationCountsEachClauseOnce() throws IOException {
        assertTrue(TopicModelTrainer.crossValidate(folder).contains("| 30 |"));
    }
}
