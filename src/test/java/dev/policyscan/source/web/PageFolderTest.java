package dev.policyscan.source.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.policyscan.Policyscan;
import dev.policyscan.report.PolicyReport.SourceInfo;
import dev.policyscan.source.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFolderTest {
    private static final Instant TIME = Instant.parse("2025-05-05T10:00:00Z");

    @TempDir
    private Path folder;

    private static Fetched page(String url, String mediaType, String charset, byte[] bytes) {
        return new Fetched(URI.create(url), URI.create(url + "/final"), List.of(URI.create(url)), null, 200, TIME, mediaType, charset, Map.of("etag", "\"5\""), bytes);
    }

    @Test
    void savesAPageWithItsRecord() throws IOException {
        PageFolder pages = new PageFolder(folder.resolve("new/one"));
        URI url = URI.create("https://fernwick.example/privacy");
        Fetched page = page(url.toString(), "text/html", "windows-1252", Loopback.POLICY.getBytes(UTF_8));
        Path file = pages.save(pages.name(url), page);
        assertEquals(folder.resolve("new/one/fernwick.example-privacy.html"), file);
        assertArrayEquals(page.bytes(), Files.readAllBytes(file));
        JsonNode record = new ObjectMapper().readTree(file.resolveSibling("fernwick.example-privacy.meta.json").toFile());
        assertEquals("https://fernwick.example/privacy", record.path("url").asText());
        assertEquals("https://fernwick.example/privacy/final", record.path("final_url").asText());
        assertEquals(200, record.path("status").asInt());
        assertEquals("2025-05-05T10:00:00Z", record.path("fetched").asText());
        assertEquals("text/html", record.path("media_type").asText());
        assertEquals("windows-1252", record.path("charset").asText());
        assertEquals("\"5\"", record.at("/headers/etag").asText());
        assertEquals(page.sha256(), record.path("sha256").asText());
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void theReportOfASavedPageTellsItsOrigin() throws IOException {
        PageFolder pages = new PageFolder(folder);
        Fetched page = page("https://fernwick.example/privacy", "text/html", "utf-8", Loopback.POLICY.getBytes(UTF_8));
        Path file = pages.save("tea", page);
        SourceInfo saved = Policyscan.analyzer().analyze(PageRecord.source(file)).source();
        assertEquals("https://fernwick.example/privacy/final", saved.origin());
        assertEquals(TIME, saved.fetched());
        SourceInfo direct = Policyscan.analyzer().analyze(page.source()).source();
        assertEquals(new SourceInfo(file.toString(), direct.mediaType(), direct.charset(), direct.bytes(), direct.sha256(), direct.origin(), direct.fetched()), saved);
    }

    @Test
    void aFileThatWasChangedHasNoOrigin() throws IOException {
        Path file = new PageFolder(folder).save("tea", page("https://fernwick.example/privacy", "text/html", null, Loopback.POLICY.getBytes(UTF_8)));
        Files.writeString(file, Loopback.POLICY.replace("two", "three"));
        assertNull(PageRecord.source(file).origin());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[]", "{", "{\"final_url\": 5, \"fetched\": \"now\", \"sha256\": \"x\"}", "{\"final_url\": \"x\", \"fetched\": \"now\", \"sha256\": \"x\"}", "''", "null"
    })
    void anotherProgramsRecordIsNone(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("tea.html"), Loopback.POLICY);
        Files.writeString(folder.resolve("tea.meta.json"), json);
        Source source = PageRecord.source(file);
        assertNull(source.origin());
        assertNull(source.fetched());
    }

    @Test
    void numbersNamesThatAreTaken() throws IOException {
        PageFolder pages = new PageFolder(folder);
        assertEquals("fernwick.example-a", pages.name(URI.create("https://fernwick.example/a")));
        // One file on some file systems.
        assertEquals("fernwick.example-A-2", pages.name(URI.create("https://fernwick.example/A")));
        assertEquals("fernwick.example-a-3", pages.name(URI.create("https://fernwick.example/a/")));
        Files.writeString(folder.resolve("fernwick.example-mine.pdf"), "mine");
        assertEquals("fernwick.example-mine-2", pages.name(URI.create("https://fernwick.example/mine")));
    }

    @Test
    void replacesTheSamePageOnly() throws IOException {
        URI url = URI.create("https://fernwick.example/privacy");
        PageFolder first = new PageFolder(folder);
        Path file = first.save(first.name(url), page(url.toString(), "text/html", null, new byte[] {'1'}));
        PageFolder second = new PageFolder(folder);
        assertEquals(file, second.save(second.name(url), page(url.toString(), "text/html", null, new byte[] {'2'})));
        assertEquals("2", Files.readString(file));
        assertEquals("fernwick.example-privacy-2", new PageFolder(folder).name(URI.create("https://fernwick.example/privacy/")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "https://www.fernwick.example/                       | www.fernwick.example",
        "https://fernwick.example/legal/privacy.html         | fernwick.example-legal-privacy",
        "https://fernwick.example/Privacy.aspx?id=7&l=en     | fernwick.example-Privacy-id-7-l-en",
        "https://fernwick.example/privacy.v2/                | fernwick.example-privacy.v2",
        "https://fernwick.example/../..%2f%2e%2e/etc/passwd  | fernwick.example-2f-2e-2e-etc-passwd",
        "https://fernwick.example/.hidden                    | fernwick.example-hidden",
        "https://con.example/                                | _con.example",
        "http://127.0.0.1:8080/a                             | 127.0.0.1-8080-a",
        "http://[::1]/a                                      | 1-a",
        "https://fernwick.example/%E7%A7%81                  | fernwick.example-E7-A7-81"
    })
    void namesAreGoodEverywhere(String url, String name) {
        assertEquals(name, PageName.of(URI.create(url)));
    }

    @Test
    void namesAreShort() {
        assertEquals(100, PageName.of(URI.create("https://fernwick.example/" + "a".repeat(5000))).length());
    }
}
