package dev.policyscan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchCommandTest {
    private static final String POLICY = """
            <!doctype html><html><head><title>Fernwick Privacy Policy</title></head><body><h1>Privacy Policy</h1>
            <p>Last updated: March 3, 2025</p>
            <p>Fernwick Tea Company collects your name and your email address. We do not sell personal information. This privacy policy applies to all
            personal information that we collect from visitors of our shop. We keep personal information for two years.</p></body></html>
            """;

    @TempDir
    private Path folder;

    private HttpServer server;
    private String base;
    private String name;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String in = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        page("/robots.txt", "User-agent: *\nDisallow: /private");
        page("/privacy", POLICY);
        page("/private", POLICY);
        page("/hub", "<title>Privacy Center</title><p>Read our <a href='/privacy'>privacy policy</a>.</p>");
        page("/app", "<title>Fernwick</title><div id='root'></div><script src='/a.js'></script>");
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        name = "127.0.0.1-" + server.getAddress().getPort();
    }

    private void page(String path, String body) {
        server.createContext(path, exchange -> {
            asked.add(path);
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", path.endsWith(".txt") ? "text/plain" : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        return new Main(new ByteArrayInputStream(in.getBytes(UTF_8)), out, err, Map.of(), false).run(args);
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void savesAPageThatAnalyzeKnows() throws IOException {
        assertEquals(0, run("fetch", "--allow-private", "-o", folder.toString(), base + "/privacy"), err());
        Path file = folder.resolve(name + "-privacy.html");
        assertEquals(file + "\n", out());
        assertEquals(List.of(name + "-privacy.html", name + "-privacy.meta.json"), files());
        assertEquals(POLICY, Files.readString(file));

        assertEquals(0, run("analyze", "-f", "json", file.toString()), err());
        JsonNode saved = new ObjectMapper().readTree(out());
        assertEquals(base + "/privacy", saved.at("/source/origin").asText());
        assertTrue(saved.at("/source/fetched").asText().endsWith("Z"));

        assertEquals(0, run("analyze", "-f", "json", "--allow-private", base + "/privacy"), err());
        JsonNode direct = new ObjectMapper().readTree(out());
        assertEquals(base + "/privacy", direct.at("/source/uri").asText());
        assertEquals(saved.at("/facts"), direct.at("/facts"));
        assertEquals(saved.at("/source/sha256"), direct.at("/source/sha256"));
        // One page is no list.
        assertTrue(!asked.contains("/robots.txt"), asked.toString());
    }

    @Test
    void savesAListAndSaysWhatFailed() throws IOException {
        in = "# vendors\n" + base + "/privacy\n\n" + base + "/private\n" + base + "/app\nnonsense\n" + base + "/privacy\n";
        assertEquals(3, run("fetch", "--allow-private", "-o", folder + "/", "-"));
        assertEquals(folder.resolve(name + "-privacy.html") + "\n", out());
        assertEquals(2, files().size());
        assertTrue(err().contains(base + "/private: its host's robots.txt asks programs to leave it alone"), err());
        assertTrue(err().contains(base + "/app: rendered by JavaScript: the page holds no policy text; save it from a browser and pass the file\n"), err());
        assertTrue(err().contains("nonsense: is no web address"), err());
        assertEquals(3, err().lines().count());
    }

    @Test
    void followsWhereAsked() throws IOException {
        assertEquals(3, run("fetch", "--allow-private", "-o", folder.toString(), base + "/hub"));
        assertEquals("policyscan: " + base + "/hub: not the policy itself, but links to it; pass one of these, or --follow for the first: "
                + base + "/privacy (privacy policy)\n", err());
        assertEquals(List.of(), files());
        assertEquals(0, run("fetch", "--follow", "--allow-private", "-o", folder.toString(), base + "/hub"));
        assertEquals("policyscan: " + base + "/hub: not the policy itself; took " + base + "/privacy\n", err());
        assertEquals(POLICY, Files.readString(folder.resolve(name + "-hub.html")));
        assertEquals(0, run("analyze", "--follow", "--allow-private", base + "/hub"));
        assertTrue(out().contains("does not sell"), out());
    }

    @Test
    void reportsOfPagesAreNamedAfterThem() throws IOException {
        assertEquals(0, run("analyze", "--allow-private", "-f", "json", "-o", folder + "/", base + "/privacy", base + "/privacy?a=1"), err());
        assertEquals(List.of(name + "-privacy-a-1.json", name + "-privacy.json"), files());
    }

    @Test
    void refusesPrivateAddresses() {
        assertEquals(3, run("fetch", base + "/privacy"));
        assertTrue(err().contains("leads to the private address 127.0.0.1"), err());
        assertEquals(List.of(), asked);
    }

    @Test
    void saysThatItCannotSave() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(3, run("fetch", "--allow-private", "-o", file.toString(), base + "/privacy"));
        assertTrue(err().contains("cannot be written ("), err());
    }

    @Test
    void heedsLimits() {
        assertEquals(3, run("fetch", "--allow-private", "--max-size", "100", base + "/privacy"));
        assertTrue(err().contains("larger than 100 bytes; pass --max-size to allow more"), err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--max-size=0", "--max-size=1G", "--max-size=999M", "--max-size=-5", "--timeout=0", "--timeout=soon", "--timeout=99999"})
    void refusesNonsense(String option) {
        assertEquals(2, run("fetch", option, base + "/privacy"));
        assertEquals(1, err().lines().count(), err());
        assertEquals(List.of(), asked);
    }
}
