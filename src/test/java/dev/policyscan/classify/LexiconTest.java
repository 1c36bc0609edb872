package dev.policyscan.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.policyscan.facts.Category;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples that stand in the lexicon's files beside the phrases, and checks the phrases themselves. */
class LexiconTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "dev", "policyscan", "lexicon");
    private static final List<LexiconSource.Item> ITEMS = items();
    private static final Lexicon LEXICON = LexiconCompiler.compile(ITEMS);

    @TestFactory
    Stream<DynamicContainer> examples() {
        Map<String, List<DynamicContainer>> files = new LinkedHashMap<>();
        for (LexiconSource.Item item : ITEMS) {
            files.computeIfAbsent(item.file(), file -> new ArrayList<>()).add(dynamicContainer(header(item), examples(item)));
        }
        return files.entrySet().stream().map(file -> dynamicContainer(file.getKey() + ".txt", file.getValue()));
    }

    private static List<DynamicTest> examples(LexiconSource.Item item) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("has examples", () -> {
            assertFalse(item.matching().isEmpty(), "no 'yes:' example");
            assertFalse(item.others().isEmpty(), "no 'no:' example");
        }));
        for (String text : item.matching()) {
            tests.add(dynamicTest("yes: " + text, () -> assertTrue(found(item, text).size() > 0, () -> "not found: " + text)));
        }
        for (String text : item.others()) {
            tests.add(dynamicTest("no: " + text, () -> assertEquals(List.of(), found(item, text), text)));
        }
        return tests;
    }

    @TestFactory
    Stream<DynamicTest> phrases() {
        return ITEMS.stream().map(item -> dynamicTest(item.file() + " " + header(item), () -> {
            assertFalse(item.phrases().isEmpty(), "no phrases");
            for (String phrase : item.phrases()) {
                List<PhraseSyntax.Part> parts = PhraseSyntax.parse(phrase);
                String text = first(parts);
                assertFalse(text.isEmpty(), "no words: " + phrase);
                assertFalse(optional(parts), "matches without any word: " + phrase);
                assertFalse(text.contains("?"), "a '?' with nothing before it: " + phrase);
                assertTrue(found(item, text).contains(text), () -> "does not find its own words '" + text + "': " + phrase);
            }
        }));
    }

    @Test
    void everyWordCanBeRead() {
        for (LexiconSource.Item item : ITEMS) {
            for (String phrase : item.phrases()) {
                for (String words : words(PhraseSyntax.parse(phrase))) {
                    Tokens tokens = Tokens.of(words, 0, words.length(), LEXICON.vocabulary());
                    assertTrue(tokens.size() > 0, () -> "nothing to read in '" + words + "': " + phrase);
                    for (int i = 0; i < tokens.size(); i++) {
                        String word = tokens.text(i);
                        assertTrue(tokens.id(i) != Vocabulary.UNKNOWN, () -> "no text ever gives the word '" + word + "': " + phrase);
                    }
                }
            }
        }
    }

    @Test
    void noPhraseStandsTwiceInAnEntry() {
        for (LexiconSource.Item item : ITEMS) {
            Set<String> twice = item.phrases().stream().collect(Collectors.groupingBy(phrase -> phrase, Collectors.counting())).entrySet().stream()
                    .filter(phrase -> phrase.getValue() > 1).map(Map.Entry::getKey).collect(Collectors.toSet());
            assertEquals(Set.of(), twice, () -> item.file() + " " + header(item));
        }
    }

    @Test
    void noSentenceIsAnExampleForAndAgainst() {
        for (LexiconSource.Item item : ITEMS) {
            for (String text : item.matching()) {
                assertFalse(item.others().contains(text), () -> item.file() + " " + header(item) + ": " + text);
            }
        }
    }

    @Test
    void compiledResourceIsWhatTheFilesSay() {
        Lexicon loaded = Lexicon.load();
        assertEquals(LEXICON.vocabulary().size(), loaded.vocabulary().size());
        for (LexiconSource.Item item : ITEMS) {
            for (List<String> texts : List.of(item.matching(), item.others(), item.phrases().stream().map(phrase -> first(PhraseSyntax.parse(phrase))).toList())) {
                for (String text : texts) {
                    assertEquals(LEXICON.annotate(text, 0, text.length()).mentions(), loaded.annotate(text, 0, text.length()).mentions(), text);
                }
            }
        }
    }

    @Test
    void longestPhraseOfAnEntryWins() {
        assertEquals(List.of("SELL sell your data", "PERSONAL your data"), mentions("We sell your data.", item(Concept.SELL, "sell~", "sell~ (your)? data"),
                item(Concept.PERSONAL, "your (data|details)", "your data")));
        assertEquals(List.of("SELL sell", "SELL_2 sell your data"), mentions("We sell your data.", item(Concept.SELL, "sell~"),
                new LexiconSource.Item(new Lexicon.Entry(Concept.SELL, "2", Set.of()), List.of("sell~ your data"), List.of(), List.of(), "x")));
    }

    @Test
    void phrasesMayOverlapAndRepeat() {
        assertEquals(List.of("SELL sell or sell", "SELL sell or sell", "SELL sell"), mentions("sell or sell or sell", item(Concept.SELL, "sell (or sell)?")));
    }

    @Test
    void optionalPartsAndAlternatives() {
        LexiconSource.Item item = item(Concept.GPC, "(universal)? opt out (preference|(browser)? privacy) signals?");
        for (String text : List.of("opt-out preference signal", "Universal Opt-Out privacy signals", "opt out browser privacy signal")) {
            assertTrue(mentions(text, item).contains("GPC " + text), text);
        }
        for (String text : List.of("opt out signal", "opt out browser preference signal", "universal opt out", "opt out preference, signal")) {
            assertEquals(List.of(), mentions(text, item));
        }
    }

    @Test
    void quotationMarksInsideAPhraseArePassedOver() {
        LexiconSource.Item item = item(Concept.PERSONAL, "categories of personal data");
        for (String text : List.of("categories of \"personal data\"", "\u201ccategories\u201d of personal data", "categories of 'personal' data")) {
            assertEquals(1, mentions(text, item).size(), text);
        }
        // However many marks there are, a walk ends at the second of a run.
        assertEquals(List.of(), mentions("categories of " + "\"".repeat(1000) + "personal data", item));
    }

    @Test
    void britishSpellingIsFound() {
        LexiconSource.Item item = item(Concept.AGENT_STRONG, "authorize~ agents?");
        for (String text : List.of("authorized agent", "authorised agents", "AUTHORISING AGENTS")) {
            assertEquals(1, mentions(text, item).size(), text);
        }
    }

    @Test
    void annotatesOnlyTheStretchAskedFor() {
        Lexicon lexicon = LexiconCompiler.compile(List.of(item(Concept.SELL, "sell~ data", "sell~")));
        String text = "We sell data, sell data.";
        AnnotatedText annotated = lexicon.annotate(text, 3, 7);
        assertEquals(1, annotated.mentions().size());
        assertEquals(3, annotated.tokens().start(0));
        assertEquals(7, annotated.tokens().end(annotated.mentions().get(0).to() - 1));
        AnnotatedText whole = lexicon.annotate(text, 0, text.length());
        assertEquals(0, whole.firstMentionFrom(0));
        assertEquals(1, whole.firstMentionFrom(2));
        assertEquals(2, whole.firstMentionFrom(5));
    }

    @Test
    void faultsInAFileAreNamed(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".txt"))::iterator) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        assertEquals(ITEMS.size(), LexiconSource.read(folder).size());
        Path signals = folder.resolve("signals.txt");
        List<String> written = Files.readAllLines(signals);

        Files.write(signals, List.of("signal~"));
        assertEquals("signals:1: phrase before the first [concept]", fault(folder));
        Files.write(signals, List.of("# Browser signals.", "", "[dnt]", "dnt", "[dnt]"));
        assertEquals("signals:5: [dnt] stands twice", fault(folder));
        Files.write(signals, List.of("[dnt]", "dnt"));
        assertEquals("no lexicon entry for [GPC, SIGNAL_WORD, NO_STANDARD]", fault(folder));
        Files.write(signals, written);
        Files.writeString(signals, "[dnt header = AF]\n\n  dnt headers?  \nyes: A DNT header.\nno: A header.\n", StandardOpenOption.APPEND);
        LexiconSource.Item added = LexiconSource.read(folder).stream().filter(item -> item.entry().name().equals("header")).findFirst().orElseThrow();
        assertEquals(new LexiconSource.Item(new Lexicon.Entry(Concept.DNT, "header", Set.of(Category.A, Category.F)), List.of("dnt headers?"),
                List.of("A DNT header."), List.of("A header."), "signals"), added);
    }

    private static String fault(Path folder) {
        return assertThrows(IllegalStateException.class, () -> LexiconSource.read(folder)).getMessage();
    }

    private static List<LexiconSource.Item> items() {
        try {
            return LexiconSource.read(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LexiconSource.Item item(Concept concept, String... phrases) {
        return new LexiconSource.Item(new Lexicon.Entry(concept, "", Set.of()), List.of(phrases), List.of(), List.of(), "x");
    }

    private static List<String> mentions(String text, LexiconSource.Item... items) {
        AnnotatedText annotated = LexiconCompiler.compile(List.of(items)).annotate(text, 0, text.length());
        return annotated.mentions().stream()
                .map(m -> m.concept() + (m.entry().name().isEmpty() ? "" : "_" + m.entry().name()) + " " + words(annotated, m)).toList();
    }

    private static String header(LexiconSource.Item item) {
        String name = item.entry().name();
        return "[" + item.entry().concept().name().toLowerCase(Locale.ROOT) + (name.isEmpty() ? "" : " " + name) + "]";
    }

    /** The words of the text that the entry's phrases match. */
    private static List<String> found(LexiconSource.Item item, String text) {
        AnnotatedText annotated = LEXICON.annotate(text, 0, text.length());
        return annotated.mentions().stream().filter(m -> m.entry().equals(item.entry())).map(m -> words(annotated, m)).toList();
    }

    private static String words(AnnotatedText annotated, Mention mention) {
        return annotated.text().substring(annotated.tokens().start(mention.from()), annotated.tokens().end(mention.to() - 1));
    }

    /** A phrase's words, the first of all alternatives and every optional part included. */
    private static String first(List<PhraseSyntax.Part> parts) {
        return parts.stream().map(part -> part.group() != null ? first(part.group().get(0)) : part.words().iterator().next())
                .filter(words -> !words.isEmpty()).collect(Collectors.joining(" "));
    }

    /** Whether nothing at all satisfies the parts. */
    private static boolean optional(List<PhraseSyntax.Part> parts) {
        return parts.stream().allMatch(part -> part.optional() || part.group() != null && part.group().stream().anyMatch(LexiconTest::optional));
    }

    private static List<String> words(List<PhraseSyntax.Part> parts) {
        List<String> words = new ArrayList<>();
        for (PhraseSyntax.Part part : parts) {
            if (part.group() == null) {
                words.addAll(part.words());
            } else {
                part.group().forEach(sequence -> words.addAll(words(sequence)));
            }
        }
        return words;
    }
}
