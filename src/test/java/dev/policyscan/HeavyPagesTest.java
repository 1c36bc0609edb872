package dev.policyscan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of megabytes, in a process with half a gigabyte of memory, state what the bare policy states. */
class HeavyPagesTest {
    private static final int PAGES = 100;

    @TempDir
    private Path folder;

    @Test
    void heavyPagesStateTheFactsOfTheirSamples() throws IOException, InterruptedException {
        Path out = Files.createDirectory(folder.resolve("out"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m",
                "-cp", System.getProperty("java.class.path"), "dev.policyscan.cli.Main", "analyze", "-f", "json", "-o", out.toString()));
        for (int i = 0; i < PAGES; i++) {
            byte[] page = HeavyPages.page(i).getBytes(UTF_8);
            assertTrue(page.length >= 1_000_000 && page.length <= 4_300_000, i + ": " + page.length + " bytes");
            command.add(Files.write(folder.resolve("page-" + i + ".html"), page).toString());
        }
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(err.toFile()).start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "time");
        assertEquals("", Files.readString(err));
        assertEquals(0, process.exitValue());
        Map<Path, String> expected = new HashMap<>();
        for (int i = 0; i < PAGES; i++) {
            Path sample = HeavyPages.sample(i);
            if (!expected.containsKey(sample)) {
                expected.put(sample, FormatsTest.lines(FormatsTest.facts(sample)));
            }
            assertEquals(expected.get(sample), FormatsTest.lines(FormatsTest.factsOf(Files.readString(out.resolve("page-" + i + ".json")))), i + " in " + sample);
        }
    }
}
