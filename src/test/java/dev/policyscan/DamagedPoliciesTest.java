package dev.policyscan;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Policies that were cut off, with words and marks where none belong and cells that hold something else: each is read, or refused with a reason. */
class DamagedPoliciesTest {
    private static final PolicyAnalyzer ANALYZER = Policyscan.analyzer();
    private static final List<String> CELLS = List.of("", " ", "\uD83D\uDFE2", "\u2709", "\u2713", "\u2014", "N/A", "**", "<br>", "&nbsp;", "\u200b", "Yes", "No", "X", "Sold", "Shared", "Category",
            "Collected", "`", "[]()", "\"", "Not sold", "None", "All", "A.", "Disclosed", "Recipients");
    private static final List<String> WORDS = List.of("sell ", "not ", "we ", "share ", "or ", "no ", "sold ", "sale ", "loan ", "with ", "to ", "of ", "do ", "by ", "nor ", "except ", "your account ",
            "years ", "under ", "13 ", ",", ";", ":", "\"", "(", ")", ".", "|", "*", "- ", "# ", "/", "'", "\n", "\n\n");

    private enum Damage {
        CUT {
            @Override
            String of(String policy, Random random) {
                int from = random.nextInt(policy.length());
                int to = Math.min(policy.length(), from + 1 + random.nextInt(600));
                String part = policy.substring(policy.lastIndexOf(' ', from) + 1, Math.max(policy.lastIndexOf(' ', from) + 1, policy.lastIndexOf(' ', to)));
                // Without the mark that ends a sentence.
                return part.replaceAll("[.:;,)\\s]+$", "");
            }
        },
        WORDS_AND_MARKS {
            @Override
            String of(String policy, Random random) {
                StringBuilder damaged = new StringBuilder();
                for (String word : policy.split("(?<= )")) {
                    int what = random.nextInt(15);
                    damaged.append(what == 0 ? WORDS.get(random.nextInt(WORDS.size())) : "").append(what == 1 ? "" : word);
                }
                return damaged.toString();
            }
        },
        CELLS_OF_TABLES {
            @Override
            String of(String policy, Random random) {
                StringBuilder damaged = new StringBuilder();
                for (String line : policy.split("\n")) {
                    boolean row = line.startsWith("|") && !line.contains("--");
                    for (String cell : row ? line.split("(?<=\\|)") : new String[] {line}) {
                        int what = random.nextInt(24);
                        damaged.append(row && what < 4 && !cell.equals("|") ? CELLS.get(random.nextInt(CELLS.size())) + "|" : row && what == 4 ? "" : cell);
                    }
                    damaged.append('\n');
                }
                return damaged.toString();
            }
        };

        abstract String of(String policy, Random random);
    }

    private static List<Path> policies() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void isReadAllTheSame(Damage damage) throws Exception {
        Random random = new Random(damage.ordinal());
        int read = 0;
        for (Path file : policies()) {
            String policy = Files.readString(file);
            for (int i = 0; i < (damage == Damage.CELLS_OF_TABLES && policy.contains("\n|") ? 6 : 1); i++) {
                String damaged = damage.of(policy, random);
                try {
                    assertNotNull(ANALYZER.analyze(Source.of("text.md", damaged.getBytes(StandardCharsets.UTF_8))).facts());
                    read++;
                } catch (SourceException nothingLeft) {
                    assertTrue(damaged.isBlank() || nothingLeft.getMessage() != null, damaged);
                } catch (RuntimeException e) {
                    throw new AssertionError(file + ", damaged:\n" + damaged, e);
                }
            }
        }
        assertTrue(read > 1000, "only " + read + " were read");
    }

    @Test
    void aCellOfNothingButAPictureIsNoAnswer() throws Exception {
        String table = "# Privacy Policy\n\n| Categories of personal information | \uD83D\uDFE2 | Disclosed or sold to | Shared |\n|---|---|---|---|\n| Identifiers | \uD83D\uDFE2 | \uD83D\uDFE2 | \uD83D\uDFE2 |\n"
                + "| Biometric information | Yes | Data brokers | |\n";
        assertNotNull(ANALYZER.analyze(Source.of("text.md", table.getBytes(StandardCharsets.UTF_8))).facts().categories());
    }
}
