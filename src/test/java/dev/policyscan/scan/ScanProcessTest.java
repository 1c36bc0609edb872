package dev.policyscan.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.policyscan.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Scans as processes of their own, which are killed, interrupted, and run out of room. */
@DisabledOnOs(OS.WINDOWS)
class ScanProcessTest {
    private static final int POLICIES = 150;

    @TempDir
    private Path folder;

    private Path shelf;

    @BeforeEach
    void makeShelf() throws IOException {
        shelf = Files.createDirectory(folder.resolve("shelf"));
        String template = Files.readString(Path.of("samples", "orrery-cloud.md"));
        for (int i = 0; i < POLICIES; i++) {
            Files.writeString(shelf.resolve("p" + i + ".md"), template.replace("Orrery", "Company" + i));
        }
    }

    private Process scan(String out, String... more) throws IOException {
        return shell("exec \"$@\"", out, more);
    }

    private Process shell(String script, String out, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "sh", "-c", script, "sh", Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), "dev.policyscan.cli.Main", "scan", shelf.toString(), "-o", folder.resolve(out).toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(folder.resolve("err").toFile()).start();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    private int reports(String out) throws IOException {
        Path reports = folder.resolve(out).resolve("reports");
        if (!Files.isDirectory(reports)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(reports)) {
            return (int) files.count();
        }
    }

    private void waitFor(Process process, String out, int reports) throws IOException, InterruptedException {
        while (process.isAlive() && reports(out) < reports) {
            Thread.sleep(5);
        }
    }

    private void assertWhole(String out) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(out).resolve("reports"))) {
            for (Path file : files.toList()) {
                assertTrue(new ObjectMapper().readTree(file.toFile()).path("findings").isArray(), file.toString());
            }
        }
    }

    @Test
    void goesOnAfterBeingKilled() throws Exception {
        assertEquals(0, scan("whole", "-q").waitFor(), err());
        Map<String, String> whole = ScanTest.files(folder.resolve("whole"));
        assertEquals(POLICIES, reports("whole"));
        for (int reports : new int[] {20, 70}) {
            Process process = scan("killed", "-q", "--resume");
            waitFor(process, "killed", reports);
            process.destroyForcibly().waitFor();
            assertWhole("killed");
            assertTrue(reports("killed") < POLICIES);
        }
        assertEquals(0, scan("killed", "--resume").waitFor());
        assertTrue(err().contains(" kept from before)"), err());
        assertEquals(whole, ScanTest.files(folder.resolve("killed")));
        assertEquals("", Files.readString(folder.resolve("whole/failures.jsonl")));
    }

    @Test
    void stopsAtOnceWhenInterrupted() throws Exception {
        Process process = scan("out");
        waitFor(process, "out", 20);
        assumeTrue(process.isAlive());
        long start = System.nanoTime();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        long took = System.nanoTime() - start;
        assertTrue(took < 3_000_000_000L, took / 1e9 + " s");
        assertEquals(130, process.exitValue());
        assertTrue(err().contains("--resume goes on from there"), err());
        assertWhole("out");
        try (Stream<Path> drafts = Files.list(folder.resolve("out/.policyscan/drafts"))) {
            assertEquals(List.of(), drafts.toList());
        }
        assertFalse(Files.exists(folder.resolve("out/reports.jsonl")));
    }

    @Test
    void saysThatThereIsNoRoom() throws Exception {
        // No file may be larger than 512 blocks: the reports are not, but all of them together are.
        Process process = shell("ulimit -f 512; exec \"$@\"", "out", "-q");
        assertEquals(3, process.waitFor(), err());
        assertEquals(1, err().lines().count(), err());
        assertTrue(err().matches("(?s)policyscan: .*(journal|reports)\\.jsonl: cannot be written \\(.+\\); choose another place with -o\n"), err());
        assertWhole("out");
        assertEquals(0, scan("out", "-q", "--resume").waitFor(), err());
        assertEquals(POLICIES, reports("out"));
    }

    @Test
    void saysThatItMayNotWrite() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assertTrue(closed.toFile().setWritable(false));
        // Some may write anywhere.
        Path out = Files.isWritable(closed) ? Path.of("/proc/out") : closed.resolve("out");
        assumeFalse(Files.isWritable(out.getParent()) && !out.startsWith("/proc"));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Main(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err, Map.of(), false)
                .run("scan", shelf.toString(), "-o", out.toString());
        assertEquals(3, code);
        assertEquals(1, err.toString(UTF_8).lines().count(), err.toString(UTF_8));
        assertTrue(err.toString(UTF_8).startsWith("policyscan: " + out + ": cannot be written ("), err.toString(UTF_8));
    }
}
