package dev.policyscan.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebArchiveTest {
    private static final String HEAD = """
            From: <Saved by a browser>
            Subject: Privacy
            MIME-Version: 1.0
            Content-Type: multipart/related;
            \ttype="text/html";
            \tboundary="--=_part; one"

            """;

    private static Decoded read(String archive) throws SourceException {
        Source source = Source.of("page.mhtml", archive.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(MediaType.WEB_ARCHIVE, source.mediaType());
        return source.decode();
    }

    private static String part(String head, String body) {
        return "----=_part; one\n" + head + "\n\n" + body + "\n";
    }

    @Test
    void takesThePageInQuotedPrintable() throws Exception {
        assertEquals(new Decoded("<p id=x>We don\u2019t sell =3D umbrel=las.</p>", "UTF-8"),
                read(HEAD + part("Content-Type: text/css", "p {}") + part("Content-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: Quoted-Printable",
                        "<p id=3Dx>We don=E2=80=99t sell =3D3D um=\nbrel=las.</p>") + part("Content-Type: text/html", "<p>an advertisement</p>") + "----=_part; one--\n"));
    }

    @Test
    void takesThePageInBase64AndItsCharset() throws Exception {
        byte[] page = "<p>\u0416 privacy</p>".getBytes(Charset.forName("windows-1251"));
        assertEquals(new Decoded("<p>\u0416 privacy</p>", "windows-1251"),
                read(HEAD + part("Content-Type: text/html;\n charset=windows-1251\nContent-Transfer-Encoding: base64", Base64.getMimeEncoder(20, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(page))));
    }

    @Test
    void takesThePartThatTheMessageStartsWith() throws Exception {
        String head = HEAD.replace("\ttype=", "\tstart=\"<b@x>\";\n\ttype=");
        assertEquals("<p>two</p>", read(head + part("Content-Type: text/html\nContent-ID: <a@x>", "<p>one</p>") + part("Content-Type: text/html\nContent-ID: <b@x>", "<p>two</p>") + "----=_part; one--").text());
    }

    @Test
    void readsWhatIsCutOff() throws Exception {
        assertEquals("<p>one</p><p>tw\r\n", read(HEAD + part("Content-Type: text/html", "<p>one</p><p>tw")).text());
    }

    @Test
    void looksIntoPartsOfParts() throws Exception {
        assertEquals("<p>in</p>", read(HEAD + part("Content-Type: multipart/alternative; boundary=inner", "--inner\nContent-Type: text/plain\n\nin\n--inner\nContent-Type: text/html\n\n<p>in</p>\n--inner--")
                + "----=_part; one--\n").text());
    }

    @Test
    void saysThatThereIsNoPage() {
        SourceException e = assertThrows(SourceException.class, () -> read(HEAD + part("Content-Type: image/png", "x")));
        assertEquals("is a web archive without a page in it; save the page again", e.getMessage());
    }

    @Test
    void headersAloneMakeNoArchive() throws Exception {
        assertEquals(MediaType.TEXT, Source.of("x", "Policy: multipart/related privacy".getBytes(StandardCharsets.UTF_8)).mediaType());
        assertEquals(MediaType.TEXT, Source.of("x", "MIME-Version: 1.0\nWe collect names.".getBytes(StandardCharsets.UTF_8)).mediaType());
    }

    @Test
    void isLinear() {
        String nested = "Content-Type: multipart/related; boundary=a\n\n--a\n";
        assertTimeout(Duration.ofSeconds(10), () -> {
            assertThrows(SourceException.class, () -> read("MIME-Version: 1.0\n" + nested.repeat(100_000)));
            read(HEAD + "----=_part; one\n".repeat(500_000) + part("Content-Type: text/html", "=".repeat(1 << 20)));
        });
    }
}
