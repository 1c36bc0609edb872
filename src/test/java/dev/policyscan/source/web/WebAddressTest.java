package dev.policyscan.source.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.policyscan.source.SourceException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @Test
    void tellsAddressesFromNamesOfFiles() {
        assertTrue(WebAddress.isOne("https://fernwick.example/"));
        assertTrue(WebAddress.isOne("HTTP://fernwick.example/"));
        assertFalse(WebAddress.isOne("https.html"));
        assertFalse(WebAddress.isOne("ftp://fernwick.example/"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "https://fernwick.example            | https://fernwick.example/",
        "HTTPS://Fernwick.Example:443/Legal  | https://fernwick.example/Legal",
        "http://fernwick.example:80?a=b#c    | http://fernwick.example/?a=b",
        "https://fernwick.example/a b/é^x    | https://fernwick.example/a%20b/%C3%A9%5Ex",
        "https://fernwick.example/a%20b%zz   | https://fernwick.example/a%20b%25zz",
        "https://fernwick.example/a[1]{2}    | https://fernwick.example/a%5B1%5D%7B2%7D",
        "https://fernwick.example/a/../b/./c | https://fernwick.example/b/c",
        "https://fernwick.example/https://tea.example/../.. | https://fernwick.example/https:/",
        "https://bücher.example/             | https://xn--bcher-kva.example/",
        "https://fernwick.example\\legal     | https://fernwick.example/legal",
        "http://[2001:db8::1]:8080/x         | http://[2001:db8::1]:8080/x"
    })
    void readsAddresses(String written, String uri) throws SourceException {
        assertEquals(uri, WebAddress.parse(written).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "fernwick.example/privacy", "https://", "https:///privacy", "https://user:secret@fernwick.example/", "http://fernwick.example:99999/",
        "http://fernwick.example:0/", "http://fern wick.example/", "http://[::1/", "https://%31/", ""
    })
    void refuses(String written) {
        String said = assertThrows(SourceException.class, () -> WebAddress.parse(written)).getMessage();
        assertFalse(said.contains("secret"), said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "notice            | https://fernwick.example/legal/notice",
        "/notice           | https://fernwick.example/notice",
        "?lang=en          | https://fernwick.example/legal/privacy?lang=en",
        "//tea.example/x y | https://tea.example/x%20y",
        "../..//notice     | https://fernwick.example//notice",
        "https://tea.example/a//b | https://tea.example/a//b",
        "'#cookies'        | https://fernwick.example/legal/privacy"
    })
    void resolvesLinks(String written, String uri) throws SourceException {
        assertEquals(uri, WebAddress.link(URI.create("https://fernwick.example/legal/privacy"), written).toString());
    }
}
