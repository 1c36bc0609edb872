package dev.policyscan.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.policyscan.source.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Found all() throws InterruptedException {
        return Found.in(Inputs.Selection.ALL, "", folder.toString());
    }

    private static Inputs.Selection only(List<String> include, List<String> exclude) {
        return new Inputs.Selection(new Globs(include), new Globs(exclude), false, false);
    }

    @Test
    void walksInOrderAndPassesOverWhatIsNoDocument() throws Exception {
        for (String name : List.of("b.md", "a/z.html", "a/y.txt", "README", "a/.git/config", ".hidden.md", "a/logo.PNG", "x.json", "page_files/ads.js")) {
            write(name, Found.policy(name));
        }
        Found found = all();
        assertEquals(List.of("README", "a/y.txt", "a/z.html", "b.md"), found.labels);
        assertEquals(Map.of(), found.failures);
        assertEquals(
                Map.of(".hidden.md", InputSink.Skipped.HIDDEN, "a/.git", InputSink.Skipped.HIDDEN, "a/logo.PNG", InputSink.Skipped.NOT_DOCUMENTS,
                        "x.json", InputSink.Skipped.NOT_DOCUMENTS, "page_files/ads.js", InputSink.Skipped.NOT_DOCUMENTS),
                relative(found.skipped));
    }

    private <V> Map<String, V> relative(Map<String, V> named) {
        Map<String, V> relative = new java.util.TreeMap<>();
        named.forEach((name, value) -> relative.put(folder.relativize(Path.of(name)).toString(), value));
        return relative;
    }

    @Test
    void selects() throws Exception {
        for (String name : List.of("acme/privacy.html", "acme/old/privacy.html", "acme/terms.html", "birch/privacy.json", "birch/.draft.md")) {
            write(name, Found.policy(name));
        }
        String root = folder.toString();
        assertEquals(List.of("acme/old/privacy.html", "acme/privacy.html"), Found.in(only(List.of("privacy.html"), List.of()), "", root).labels);
        assertEquals(List.of("acme/privacy.html"), Found.in(only(List.of("*/privacy.{html,md}"), List.of()), "", root).labels);
        assertEquals(List.of("acme/privacy.html"), Found.in(only(List.of("**/privacy.html"), List.of("acme/old")), "", root).labels);
        assertEquals(List.of("birch/privacy.json"), Found.in(only(List.of("*.json"), List.of()), "", root).labels);
        Inputs.Selection hidden = new Inputs.Selection(Globs.NONE, new Globs(List.of("acme/")), true, false);
        assertEquals(List.of("birch/.draft.md"), Found.in(hidden, "", root).labels);
    }

    @Test
    void followsLinksButNotInCircles() throws Exception {
        write("a/one.md", Found.policy("One"));
        Path other = write("other.md", Found.policy("Other"));
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createSymbolicLink(folder.resolve("a/self"), folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("a/two.md"), other);
        Files.createSymbolicLink(folder.resolve("a/gone.md"), folder.resolve("nowhere.md"));
        Found found = all();
        assertEquals(List.of("a/gone.md", "a/one.md", "a/two.md", "other.md"), found.labels);
        assertEquals(Map.of("a/gone.md", "no such file; check the name"), relative(found.failures));
        assertEquals(Map.of("a/self", InputSink.Skipped.LOOPS, "a/up", InputSink.Skipped.LOOPS), relative(found.skipped));
    }

    @Test
    void doesNotReadItsOwnResults() throws Exception {
        write("one.md", Found.policy("One"));
        write("earlier/.policyscan/lock", "");
        write("earlier/comparison.md", Found.policy("Earlier"));
        write("out/comparison.md", Found.policy("Out"));
        Found found = new Found();
        new Inputs(Inputs.Selection.ALL, null, null, folder.resolve("out")).scan(folder.toString(), found);
        assertEquals(List.of("one.md"), found.labels);
    }

    @Test
    void doesNotWaitForPipes() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("pipe.md").toString()).start();
        assumeTrue(mkfifo.waitFor() == 0);
        assertEquals(Map.of("pipe.md", "is no regular file; pass files"), relative(all().failures));
    }

    @Test
    void refusesLargeFilesUnread() throws Exception {
        try (java.io.RandomAccessFile file = new java.io.RandomAccessFile(folder.resolve("large.txt").toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        assertEquals(Map.of("large.txt", "larger than 64 MB; pass the policy alone"), relative(all().failures));
    }

    private static byte[] zip(Object... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1] instanceof byte[] b ? b : ((String) namesAndTexts[i + 1]).getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void readsZipArchives() throws Exception {
        byte[] zeros = new byte[100 << 20];
        Path zip = folder.resolve("vendors.zip");
        Files.write(zip, zip("acme/privacy.md", Found.policy("Acme"), "../../etc/evil.md", Found.policy("Evil"), "/absolute.md", Found.policy("Absolute"),
                "line\nbreak.md", Found.policy("Break"), "__MACOSX/._privacy.md", "x", "bomb.txt", zeros, "inner.zip", zip("a.md", "x"), "empty.md", "",
                "folder/", ""));
        Found found = all();
        assertEquals(
                Set.of(zip + "!/acme/privacy.md", zip + "!/../../etc/evil.md", zip + "!//absolute.md", zip + "!/line\nbreak.md"), found.texts.keySet());
        assertEquals(Found.policy("Acme"), found.texts.get(zip + "!/acme/privacy.md"));
        assertEquals("vendors/acme/privacy.md", found.labels.get(0));
        assertEquals(
                Map.of(zip + "!/bomb.txt", TooLarge.BOMB, zip + "!/inner.zip", "an archive within an archive; unpack it",
                        zip + "!/empty.md", "is empty; there is nothing to read"),
                found.failures);
        assertEquals(List.of("acme/privacy.md"), Found.in(only(List.of("acme/*"), List.of()), "", zip.toString()).labels);
    }

    @Test
    void readsArchivesFromStandardInput() throws Exception {
        Found found = Found.in(Inputs.Selection.ALL, new String(zip("a.md", Found.policy("A")), ISO_8859_1), "-");
        assertEquals(Map.of("-!/a.md", Found.policy("A")), found.texts);
    }

    @Test
    void tellsThatAnArchiveIsDamaged() throws Exception {
        byte[] good = zip("a.md", Found.policy("A"));
        Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(good, good.length - 30));
        Found found = all();
        assertTrue(found.failures.get(cut.toString()).startsWith("is damaged after 0 entries ("), found.failures.toString());
        good[50] ^= 0x55;
        Path flipped = Files.write(folder.resolve("flipped.zip"), good);
        found = Found.in(Inputs.Selection.ALL, "", flipped.toString());
        assertEquals(1, found.failures.size(), found.failures.toString());
    }

    @Test
    void neverFailsOnAnyArchive() throws Exception {
        byte[] zip = zip("a.md", Found.policy("A"), "b.md", Found.policy("B"));
        byte[] tar = tar();
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = (i % 2 == 0 ? zip : tar).clone();
            for (int j = 0; j < 4; j++) {
                bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
            }
            Found.in(Inputs.Selection.ALL, new String(bytes, ISO_8859_1), "-");
        }
    }

    private static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (String name : List.of("vendors/acme.md", "vendors/" + "long".repeat(60) + ".md", "../up.md")) {
                byte[] text = Found.policy("Acme").getBytes(UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(name, true);
                entry.setSize(text.length);
                tar.putArchiveEntry(entry);
                tar.write(text);
                tar.closeArchiveEntry();
            }
            TarArchiveEntry link = new TarArchiveEntry("passwd.md", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void readsTarArchives() throws Exception {
        Path tar = Files.write(folder.resolve("v.tar.gz"), tar());
        Found found = Found.in(Inputs.Selection.ALL, "", tar.toString());
        assertEquals(List.of("vendors/acme.md", "vendors/" + "long".repeat(60) + ".md", "../up.md"), found.labels);
        assertEquals(3, found.texts.size());
        Files.write(tar, java.util.Arrays.copyOf(tar(), tar().length / 2));
        found = all();
        assertTrue(found.failures.get(tar.toString()).startsWith("is damaged after "), found.failures.toString());
    }

    @Test
    void givesUpOnTarBombs() throws Exception {
        Path bomb = folder.resolve("bomb.tgz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb)); TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            TarArchiveEntry entry = new TarArchiveEntry("zeros.txt");
            entry.setSize(160L << 20);
            tar.putArchiveEntry(entry);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 160; i++) {
                tar.write(zeros);
            }
            tar.closeArchiveEntry();
        }
        Found found = all();
        assertEquals(
                Map.of("bomb.tgz", "after 1 entries: " + TooLarge.BOMB, "bomb.tgz!/zeros.txt", "larger than 64 MB; pass the policy alone"), relative(found.failures));
    }

    @Test
    void readsLinesOfJson() throws Exception {
        Path lines = write("p.jsonl", """
                {"id": "acme", "text": "Privacy Policy\\n\\nWe collect names."}

                {"id": "b.c", "html": "<p>We collect names.</p>", "more": [1]}
                {"id": 7, "url": "https://seven.example/privacy"}
                {"id": "file", "url": "file:///etc/passwd"}
                {"text": "no id"}
                {"id": "both", "text": "a", "html": "b"}
                {"id": "none"}
                {"id": "broken", "text":
                ["not", "an", "object"]
                {"schema_version": "1.0", "facts": {}}
                """);
        Found found = all();
        assertEquals(
                Set.of(lines + "#acme", lines + "#b.c", "https://seven.example/privacy", lines + ":6"), found.texts.keySet());
        assertEquals(MediaType.TEXT, found.sources.get(0).mediaType());
        assertEquals(MediaType.HTML, found.sources.get(1).mediaType());
        assertEquals(List.of("acme.", "b.c.", "7.", "file.", "line-6."), found.labels);
        assertEquals("is no web address; it has to begin with https:// or http://", found.failures.get("file:///etc/passwd"));
        assertEquals("has both text and html; give one of them", found.failures.get(lines + "#both"));
        assertEquals("has neither text nor html nor url; give one of them as a string", found.failures.get(lines + "#none"));
        assertTrue(found.failures.get(lines + ":9").startsWith("is no JSON ("), found.failures.toString());
        assertEquals("has neither text nor html nor url; give one of them as a string", found.failures.get(lines + ":10"));
        assertEquals("is a report, not a policy; use policyscan compare", found.failures.get(lines + ":11"));
        assertEquals(6, found.failures.size(), found.failures.toString());
    }

    @Test
    void passesOverLinesThatAreTooLong() throws Exception {
        Path lines = folder.resolve("long.jsonl");
        try (java.io.RandomAccessFile file = new java.io.RandomAccessFile(lines.toFile(), "rw")) {
            file.write('{');
            file.seek(200L << 20);
            file.write("\n{\"id\": \"a\", \"text\": \"We collect names.\"}\n".getBytes(UTF_8));
        }
        Found found = all();
        assertEquals(Map.of("long.jsonl:1", "larger than 64 MB; pass the policy alone"), relative(found.failures));
        assertEquals(Set.of(lines + "#a"), found.texts.keySet());
    }

    @Test
    void readsLists() throws Exception {
        Path one = write("one.md", Found.policy("One"));
        write("sub/two.md", Found.policy("Two"));
        Path list = write("list", "\uFEFF# vendors\r\n" + one + "\r\n\nhttps://three.example/privacy\n  " + folder.resolve("sub") + "  \n" + folder.resolve("gone.md") + "\n");
        Found found = Found.in(Inputs.Selection.ALL, "", list.toString());
        assertEquals(Set.of(one.toString(), "https://three.example/privacy", folder.resolve("sub/two.md").toString()), found.texts.keySet());
        assertEquals(Map.of("gone.md", "no such file; check the name"), relative(found.failures));
        Found piped = Found.in(Inputs.Selection.ALL, Files.readString(list).substring(1), "-");
        assertEquals(found.texts.keySet(), piped.texts.keySet());
        Path strange = write("new\nline.md", Found.policy("Strange"));
        Inputs.Selection zeroes = new Inputs.Selection(Globs.NONE, Globs.NONE, false, true);
        assertEquals(Set.of(strange.toString(), one.toString()), Found.in(zeroes, strange + "\0" + one + "\0", "-").texts.keySet());
    }

    @Test
    void tellsAPolicyFromAList() throws Exception {
        Path text = write("policy.txt", Found.policy("Text"));
        Path markdown = write("policy.md", Found.policy("Markdown"));
        Found found = Found.in(Inputs.Selection.ALL, "", text.toString(), markdown.toString(), folder.resolve("none").toString(), folder.resolve("none.md").toString());
        assertEquals(Set.of(markdown.toString()), found.texts.keySet());
        assertEquals(
                Map.of("policy.txt", "is no list: none of its lines names a file or a web address; to report on one policy use policyscan analyze",
                        "none", "no such file; check the name", "none.md", "no such file; check the name"),
                relative(found.failures));
    }

    private static String record(String type, String uri, String contentType, String body) {
        return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + java.util.UUID.nameUUIDFromBytes(uri.getBytes(UTF_8)) + ">\r\n"
                + "WARC-Date: 2025-03-01T10:00:00Z\r\nWARC-Target-URI: " + uri + "\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                + body.getBytes(ISO_8859_1).length + "\r\n\r\n" + body + "\r\n\r\n";
    }

    private static String response(String uri, int status, String type, String headers, String body) {
        return record("response", uri, "application/http; msgtype=response",
                "HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\n" + headers + "\r\n" + body);
    }

    @Test
    void readsWebArchives() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("<p>We collect packed names.</p>".getBytes(UTF_8));
        }
        String archive = record("warcinfo", "urn:info", "application/warc-fields", "software: test\r\n")
                + response("https://a.example/privacy", 200, "text/html; charset=ISO-8859-1", "", "<p>We collect Ren\u00e9's name.</p>")
                + response("https://a.example/logo", 200, "image/png", "", "png")
                + response("https://a.example/gone", 404, "text/html", "", "<p>We collect nothing here.</p>")
                + response("https://b.example/", 200, "text/html", "Content-Encoding: gzip\r\n", packed.toString(ISO_8859_1))
                + response("https://c.example/", 200, "text/html", "Transfer-Encoding: chunked\r\n", "6\r\n<p>We \r\n5\r\nstore\r\n0\r\n\r\n")
                + response("https://d.example/", 200, "text/html", "Content-Encoding: gzip\r\n", "this is not gzip")
                + record("resource", "https://e.example/privacy.txt", "text/plain", "We collect names.")
                + record("resource", "https://f.example/privacy.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx")
                + response("https://f.example/privacy", 200, "multipart/related; boundary=x", "", "mhtml")
                + record("request", "https://e.example/", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n");
        Path warc = Files.write(folder.resolve("pages.warc"), archive.getBytes(ISO_8859_1));
        Found found = all();
        assertEquals(
                Map.of("https://a.example/privacy", "<p>We collect Ren\u00e9's name.</p>", "https://b.example/", "<p>We collect packed names.</p>",
                        "https://c.example/", "<p>We store", "https://e.example/privacy.txt", "We collect names.",
                        "https://f.example/privacy.docx", "docx", "https://f.example/privacy", "mhtml"),
                found.texts);
        assertEquals(Set.of("https://d.example/"), found.failures.keySet());
        Files.write(warc, java.util.Arrays.copyOf(archive.getBytes(ISO_8859_1), 700));
        found = all();
        assertEquals(1, found.failures.size(), found.failures.toString());
    }

    @Test
    void countsWhatIsQuicklyCounted() throws Exception {
        write("a.md", "x");
        write("b/c.html", "x");
        Inputs inputs = new Inputs(Inputs.Selection.ALL, null, null, null);
        assertEquals(2, inputs.count(folder.toString()));
        Files.write(folder.resolve("d.zip"), zip("a.md", "x"));
        assertEquals(-1, inputs.count(folder.toString()));
        assertEquals(-1, inputs.count("-"));
    }

    @Test
    void namesReports() {
        InputIds ids = new InputIds();
        assertEquals("linear", ids.of("linear.md"));
        assertEquals("linear-2", ids.of("linear.html"));
        assertEquals("Linear-3", ids.of("Linear.txt"));
        assertEquals("vendors-acme-privacy", ids.of("vendors/acme/privacy.html"));
        assertEquals("en.example.com-privacy", ids.of("https://en.example.com/privacy/"));
        assertEquals("_nul", ids.of("nul.txt"));
        assertTrue(ids.of("../../etc/passwd").matches("_?\\.?[a-z.-]+"), "no path");
        assertTrue(ids.of("naïve\n\"café\".md").matches("na-ve-caf-[0-9a-f]{8}"));
        assertTrue(ids.of("政策.md").matches("policy-[0-9a-f]{8}"));
        assertEquals(109, ids.of("x".repeat(3000)).length());
        assertTrue(ids.given("linear") && !ids.given("quadratic"));
    }
}
