package dev.policyscan.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String TEXT = "Café “Privacy” – we don’t sell naïve data.\r\nLine two.\n";

    @TempDir
    private Path folder;

    @Test
    void decodesUtf8() throws Exception {
        assertDecoded(TEXT, "UTF-8", TEXT.getBytes(UTF_8));
    }

    @Test
    void dropsByteOrderMarks() throws Exception {
        assertDecoded(TEXT, "UTF-8", joined("efbbbf", TEXT.getBytes(UTF_8)));
        assertDecoded(TEXT, "UTF-16LE", joined("fffe", TEXT.getBytes(UTF_16LE)));
        assertDecoded(TEXT, "UTF-16BE", joined("feff", TEXT.getBytes(UTF_16BE)));
        assertDecoded(TEXT, "UTF-32LE", joined("fffe0000", TEXT.getBytes(Charset.forName("UTF-32LE"))));
        assertDecoded(TEXT, "UTF-32BE", joined("0000feff", TEXT.getBytes(Charset.forName("UTF-32BE"))));
    }

    @Test
    void tellsUtf16ByItsZeros() throws Exception {
        assertDecoded(TEXT, "UTF-16LE", TEXT.getBytes(UTF_16LE));
        assertDecoded(TEXT, "UTF-16BE", TEXT.getBytes(UTF_16BE));
    }

    @Test
    void fallsBackToWindows1252() throws Exception {
        assertDecoded(TEXT, "windows-1252", TEXT.getBytes(WINDOWS_1252));
    }

    @Test
    void forgivesOneDamagedCharacterInUtf8() throws Exception {
        byte[] bytes = joined(TEXT.repeat(10).getBytes(UTF_8), new byte[] {(byte) 0xe2, (byte) 0x80});
        Decoded decoded = Source.of("x.txt", bytes).decode();
        assertEquals("UTF-8", decoded.charset());
        assertTrue(decoded.text().startsWith(TEXT));
    }

    @Test
    void believesWhatAPageDeclares() throws Exception {
        String page = "<!DOCTYPE html><html><head><META http-equiv=Content-Type content='text/html; charset=%s'></head><p>Ж privacy</p>";
        assertDecoded(page.formatted("koi8-r"), "KOI8-R", page.formatted("koi8-r").getBytes(Charset.forName("KOI8-R")));
        String xml = "<?xml version='1.0' encoding='Windows-1251'?><html><p>Ж privacy</p></html>";
        assertDecoded(xml, "windows-1251", xml.getBytes(Charset.forName("windows-1251")));
    }

    @Test
    void readsLatin1AsBrowsersDo() throws Exception {
        String page = "<html><meta charset=\"iso-8859-1\"><p>“Privacy”</p></html>";
        assertDecoded(page, "windows-1252", page.getBytes(WINDOWS_1252));
    }

    @Test
    void believesTheBytesRatherThanAnOldDeclaration() throws Exception {
        String page = "<html><meta charset=iso-8859-1><p>“Privacy”</p></html>";
        assertDecoded(page, "UTF-8", page.getBytes(UTF_8));
        String wrong = "<html><meta charset=utf-8><p>caf\u00e9</p></html>";
        assertDecoded(wrong, "windows-1252", wrong.getBytes(ISO_8859_1));
        String utf16 = "<html><meta charset=utf-16><p>privacy</p></html>";
        assertDecoded(utf16, "UTF-8", utf16.getBytes(UTF_8));
    }

    @Test
    void declaredCharsetOfTheSourceCounts() throws Exception {
        String text = "個人情報";
        Source source = new Source("x.txt", text.getBytes(Charset.forName("Shift_JIS")), MediaType.TEXT, "shift_jis");
        assertEquals(new Decoded(text, "Shift_JIS"), source.decode());
        assertEquals("UTF-8", new Source("x.txt", text.getBytes(UTF_8), MediaType.TEXT, "no such charset!").decode().charset());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "a.md                    | We collect.                         | MARKDOWN",
        "A.MARKDOWN              | <html></html>                       | MARKDOWN",
        "a.txt                   | # Heading                           | TEXT",
        "a.txt                   | <p>We collect.</p>                  | TEXT",
        "a.txt                   | `  <!-- x -->\n<!DOCTYPE HTML><p>x` | HTML",
        "a.htm                   | We collect.                         | HTML",
        "a.xhtml                 | <?xml version='1.0'?><html/>        | HTML",
        "https://a.example/p.md?q=a.html#x | We collect.               | MARKDOWN",
        "https://a.example/legal.html/privacy | We collect.            | TEXT",
        "-                       | We collect.                         | TEXT",
        "-                       | <html lang='en'>                    | HTML",
        "-                       | <htmlx>                             | TEXT",
        "-                       | <div class='policy'>x</div>         | HTML",
        "-                       | <?xml version='1.0'?><html/>        | HTML",
        "-                       | <a> is no page                      | TEXT",
        "-                       | `# Policy\n\nText\n\n## Data\n`     | MARKDOWN",
        "-                       | `Name | Sold\n---|---\n# x`         | MARKDOWN",
        "-                       | `See [us](http://x.example).\n\n# A`| MARKDOWN",
        "-                       | `One # sign\n#hashtag\n-----\n`     | TEXT",
        "policy                  | `\r\n\r\n<body>x`                   | HTML",
        "folder.md/policy        | We collect.                         | TEXT"
    })
    void tellsTheMediaType(String uri, String text, MediaType expected) throws Exception {
        String unescaped = text.replace("\\n", "\n").replace("\\r", "\r");
        assertEquals(expected, Source.of(uri, unescaped.getBytes(UTF_8)).mediaType());
        assertEquals(expected, Source.of(uri, joined("fffe", unescaped.getBytes(UTF_16LE))).mediaType());
    }

    @ParameterizedTest
    @CsvSource({
        "504b030414000600, a ZIP archive",
        "504b0304140006000800786c2f, an Office document",
        "d0cf11e0a1b11ae100, an old Microsoft Office document",
        "7b5c727466315c616e7369, an RTF document",
        "1f8b080000, a gzip archive",
        "89504e470d0a1a0a, a PNG image",
        "ffd8ffe0, a JPEG image",
        "474946383961, a GIF image",
        "524946460000000057454250, a WebP image",
        "00000018667479706d703432, a video or image",
        "0001020304050607, a binary file"
    })
    void refusesBinaries(String hex, String kind) {
        assertRefused(kind + "; this version reads text, Markdown, HTML, MHTML, PDF and DOCX", HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @CsvSource({
        "255044462d312e37, PDF",
        "0d0a255044462d312e37, PDF",
        "504b0304140006005b436f6e74656e745f54797065735d2e786d6c20776f72642f646f63756d656e742e786d6c, DOCX",
        "46726f6d3a20780d0a4d494d452d56657273696f6e3a20312e300d0a436f6e74656e742d547970653a206d756c7469706172742f72656c617465640d0a, WEB_ARCHIVE"
    })
    void tellsDocumentsByTheirBytes(String hex, MediaType expected) throws Exception {
        assertEquals(expected, Source.of("x.txt", HexFormat.of().parseHex(hex)).mediaType());
    }

    @Test
    void refusesEncryptedOfficeDocuments() {
        byte[] name = "EncryptedPackage".getBytes(UTF_16LE);
        assertRefused("is encrypted; open it with its password and save it without one", joined("d0cf11e0a1b11ae10000", name));
    }

    @Test
    void refusesRandomBytes() {
        byte[] bytes = new byte[100_000];
        new Random(7).nextBytes(bytes);
        bytes[0] = 'x';
        assertRefused("a binary file; this version reads text, Markdown, HTML, MHTML, PDF and DOCX", bytes);
    }

    @Test
    void toleratesAStrayControlCharacter() throws Exception {
        String text = "We collect your name.\0\f\u001a\n";
        assertDecoded(text, "UTF-8", text.getBytes(UTF_8));
    }

    @Test
    void refusesWhatHoldsNothing() throws Exception {
        assertRefused("is empty; there is nothing to read", new byte[0]);
        assertRefused("holds only zeros; get the file again", new byte[3000]);
        for (byte[] blank : new byte[][] {" \r\n\t\u00a0\u200b".getBytes(UTF_8), joined("efbbbf", new byte[0]), joined("fffe", new byte[0])}) {
            Source source = Source.of("x", blank);
            SourceException e = assertThrows(SourceException.class, source::decode);
            assertEquals("holds only white space; there is nothing to read", e.getMessage());
        }
    }

    @Test
    void refusesFilesThatCannotBeRead() throws Exception {
        assertEquals("no such file; check the name", message(folder.resolve("missing.txt")));
        assertEquals("is a folder; pass the files in it", message(folder));
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertEquals("cannot be read (Not a directory); check the file or the disk", message(file.resolve("below")));
        Path secret = Files.writeString(folder.resolve("secret.txt"), "x");
        if (secret.toFile().setReadable(false) && !Files.isReadable(secret)) {
            assertEquals("no permission to read it; check who may", message(secret));
        }
    }

    @Test
    void refusesWhatIsTooLargeWithoutReadingOn() {
        EndlessText in = new EndlessText();
        SourceException e = assertThrows(SourceException.class, () -> Source.of("-", in));
        assertEquals("larger than 64 MB; pass the policy alone", e.getMessage());
        assertEquals(Source.MAX_BYTES + 1L, in.read);
    }

    @Test
    void namesAFailingStream() {
        InputStream in = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire\nreally");
            }
        };
        SourceException e = assertThrows(SourceException.class, () -> Source.of("-", in));
        assertEquals("cannot be read (disk on fire); check the file or the disk", e.getMessage());
    }

    @Test
    void keepsNameBytesAndDigest() throws Exception {
        Path file = Files.writeString(folder.resolve("a policy.md"), "abc");
        Source source = Source.of(file);
        assertEquals(file.toString(), source.uri());
        assertArrayEquals("abc".getBytes(UTF_8), source.bytes());
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", source.sha256());
        assertEquals("-", Source.of("-", new ByteArrayInputStream("abc".getBytes(UTF_8))).uri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<meta ", "<!--", "<!-- --> ", "<?", "#", "# ", "[", "](", "|", "-", "a", "\n", "é"})
    void isLinear(String seed) {
        // Each of these makes a scan quadratic that starts over at every tag, line or character.
        byte[] bytes = ("x" + seed.repeat((8 << 20) / seed.length())).getBytes(UTF_8);
        assertTimeout(Duration.ofSeconds(10), () -> {
            Source.of("-", bytes).decode();
            new Source("-", bytes, MediaType.HTML, null).decode();
        });
    }

    @Test
    void takesPdf() throws Exception {
        assertEquals(MediaType.PDF, Source.of("x.txt", HexFormat.of().parseHex("255044462d312e37")).mediaType());
        assertEquals(MediaType.PDF, Source.of("x", HexFormat.of().parseHex("0d0a255044462d312e37")).mediaType());
    }

    private String message(Path path) {
        return assertThrows(SourceException.class, () -> Source.of(path)).getMessage();
    }

    private static void assertDecoded(String text, String charset, byte[] bytes) throws SourceException {
        assertEquals(new Decoded(text, charset), Source.of("x", bytes).decode());
    }

    private static void assertRefused(String message, byte[] bytes) {
        assertEquals(message, assertThrows(SourceException.class, () -> Source.of("x.txt", bytes)).getMessage());
    }

    private static byte[] joined(String hex, byte[] rest) {
        return joined(HexFormat.of().parseHex(hex), rest);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private static final class EndlessText extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            Arrays.fill(buffer, offset, offset + length, (byte) 'x');
            read += length;
            return length;
        }
    }
}
