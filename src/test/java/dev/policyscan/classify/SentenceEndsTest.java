package dev.policyscan.classify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;

class SentenceEndsTest {
    private static final SentenceEnds ENDS = SentenceEnds.load();

    private final SentenceDetectorME detector;

    SentenceEndsTest() throws IOException {
        try (InputStream in = SentenceEndsTest.class.getResourceAsStream("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")) {
            detector = new SentenceDetectorME(new SentenceModel(in));
        }
    }

    private void assertSame(String text) {
        String before = "Before. ";
        Span[] spans = detector.sentPosDetect(text);
        int[] starts = new int[spans.length - 1];
        for (int i = 1; i < spans.length; i++) {
            starts[i - 1] = before.length() + spans[i].getStart();
        }
        assertArrayEquals(starts, starts(before + text + " Behind.", before.length(), before.length() + text.length()), text);
    }

    private static int[] starts(String text, int from, int to) {
        int[] marks = SentenceEnds.marks(text);
        return ENDS.starts(text, from, to, marks, SentenceEnds.firstFrom(marks, from));
    }

    @Test
    void findsWhatOpenNlpFinds() throws IOException {
        int sentences = 0;
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(md|txt)")).sorted().toList()) {
                for (String block : Files.readString(file).split("\n\n")) {
                    String text = block.strip();
                    if (!text.isEmpty()) {
                        assertSame(text);
                        sentences += starts(text, 0, text.length()).length;
                    }
                }
            }
        }
        assertTrue(sentences > 100, sentences + " sentences");
    }

    @Test
    void findsWhatOpenNlpFindsInAnyText() {
        List<String> parts = new ArrayList<>(List.of(".", ".", ".", "!", "?", "...", " ", " ", " ", "  ", "\n", "\t", "\u00a0", "\u2003", "(", ")", "\"", "\u201d", "\u2019", ",",
                "We", "we", "I", "The", "Inc", "e.g", "U.S", "www.example.com", "12", "3", "No", "information", "a", "\u00c9t\u00e9", "Sept", "ve", "x".repeat(70), "\u200b", "\ufeff"));
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(24); n > 0; n--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            String trimmed = text.toString().strip();
            if (!trimmed.isEmpty() && !SentenceEnds.isSpace(trimmed.charAt(0)) && !SentenceEnds.isSpace(trimmed.charAt(trimmed.length() - 1))) {
                assertSame(trimmed);
            }
        }
    }
}
