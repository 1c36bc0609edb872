package dev.policyscan.classify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.policyscan.report.PolicyReport.ScoredTopic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicModelTest {
    private static final Path MODELS = Path.of("models");
    private static final Lexicon LEXICON = Lexicon.load();
    private static final TopicModel MODEL = TopicModel.load(LEXICON);

    @Test
    void givesTheProbabilitiesOfOpenNlp() throws Exception {
        DoccatModel trained = new DoccatModel(MODELS.resolve("topics.model"));
        DocumentCategorizerME categorizer = new DocumentCategorizerME(trained);
        Map<String, String> words = TopicModelCompiler.words(trained);
        TopicWords reader = new TopicWords(MODELS.resolve("words.txt"));
        List<String> texts = new ArrayList<>(List.of(
                "Write to privacy@kestrelbay.example or see https://kestrelbay.example/privacy: 1,250 of 1998's records, 45 days, 7 zyzzyvas.",
                "“We don’t sell it”, you can't, they won't; the children's parents' e-mail…", "?", "frobnicate the quuxes", "12 345 6789 2024 0"));
        for (TopicModelTrainer.Example example : TopicModelTrainer.read(MODELS.resolve("clauses"), reader)) {
            texts.add(example.text());
        }
        for (String text : texts) {
            double[] expected = new double[Topic.values().length];
            categorizer.scoreMap(TopicWords.read(reader.forms(text), words))
                    .forEach((label, probability) -> expected[TopicModelTrainer.topic(label).ordinal()] = probability);
            Tokens tokens = LEXICON.annotate(text, 0, text.length()).tokens();
            assertArrayEquals(expected, MODEL.probabilities(tokens, 0, tokens.size()), 1e-9, text);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "gpc | Our site honors the Global Privacy Control signal sent by your browser.",
        "dnt | We do not respond to Do Not Track signals.",
        "retention | We keep your records for seven years after your account is closed, then delete them.",
        "children | Our service is not directed to children under 13, and we do not knowingly collect their information.",
        "sale | We have not sold personal information in the preceding twelve months.",
        "changes | We may update this policy from time to time and will post the new version here.",
        "authorized_agent | You may use an authorized agent to submit a request on your behalf.",
        "cookies | We use cookies and similar tracking technologies on our website.",
        "other | Preheat the oven and butter the baking dish.",
    })
    void knowsPlainClauses(String topic, String clause) {
        assertEquals(topic, topics(clause).get(0).topic().term());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "You may ask us to delete, correct or send you your data by e-mail, telephone or web form.",
        "We share identifiers with advertising networks so that they can target ads, and we sell none.",
        "frobnicate the quuxes",
    })
    void givesTheLikeliestTopicsFirst(String clause) {
        List<ScoredTopic> topics = topics(clause);
        assertTrue(topics.size() <= 3);
        double before = 1;
        for (ScoredTopic topic : topics) {
            assertTrue(topic.confidence() <= before && topic.confidence() >= TopicModel.THRESHOLD, topics.toString());
            before = topic.confidence();
        }
    }

    @Test
    void saysNothingOfNothing() {
        Tokens tokens = LEXICON.annotate("We sell data.", 0, 13).tokens();
        assertEquals(List.of(), MODEL.topics(tokens, 2, 2));
    }

    @Test
    void readsTheGivenTokensOnly() {
        String text = "We use cookies. We do not respond to Do Not Track signals. Contact us.";
        Tokens tokens = LEXICON.annotate(text, 0, text.length()).tokens();
        int from = tokens.firstFrom(text.indexOf("We do"));
        int to = tokens.firstFrom(text.indexOf("Contact"));
        assertEquals(topics("We do not respond to Do Not Track signals."), MODEL.topics(tokens, from, to));
    }

    @Test
    void leavesTheLexiconAsItWas() throws Exception {
        Lexicon without = Lexicon.load();
        TopicWords reader = new TopicWords(MODELS.resolve("words.txt"));
        for (TopicModelTrainer.Example example : TopicModelTrainer.read(MODELS.resolve("clauses"), reader)) {
            String text = example.text();
            assertEquals(mentions(without, text), mentions(LEXICON, text), text);
        }
    }

    @Test
    void servesManyThreads() throws Exception {
        String clause = "We do not sell or share the personal information of consumers we know to be under 16.";
        List<ScoredTopic> expected = topics(clause);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<ScoredTopic>>> results = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                results.add(threads.submit(() -> topics(clause)));
            }
            for (Future<List<ScoredTopic>> result : results) {
                assertEquals(expected, result.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    private static List<ScoredTopic> topics(String clause) {
        Tokens tokens = LEXICON.annotate(clause, 0, clause.length()).tokens();
        return MODEL.topics(tokens, 0, tokens.size());
    }

    private static List<String> mentions(Lexicon lexicon, String text) {
        return lexicon.annotate(text, 0, text.length()).mentions().stream().map(m -> m.entry() + " " + m.from() + "-" + m.to()).toList();
    }
}
