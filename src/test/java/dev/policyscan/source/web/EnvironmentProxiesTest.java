package dev.policyscan.source.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentProxiesTest {
    private static String proxy(Map<String, String> environment, String url) {
        Proxy proxy = EnvironmentProxies.of(environment).select(URI.create(url)).get(0);
        return proxy.address() instanceof InetSocketAddress at ? at.getHostString() + ":" + at.getPort() : "direct";
    }

    @Test
    void areNoneWhereNoneAreNamed() {
        assertNull(EnvironmentProxies.of(Map.of()));
        assertNull(EnvironmentProxies.of(Map.of("NO_PROXY", "x", "HTTP_PROXY", " ")));
    }

    @Test
    void goByScheme() {
        Map<String, String> environment = Map.of("HTTP_PROXY", "127.0.0.1:3128", "https_proxy", "http://127.0.0.2:3129/");
        assertEquals("127.0.0.1:3128", proxy(environment, "http://fernwick.example/"));
        assertEquals("127.0.0.2:3129", proxy(environment, "https://fernwick.example/"));
        assertEquals("127.0.0.3:80", proxy(Map.of("ALL_PROXY", "http://127.0.0.3"), "https://fernwick.example/"));
        assertEquals("direct", proxy(Map.of("https_proxy", "127.0.0.2:1"), "http://fernwick.example/"));
    }

    @Test
    void areNotTakenFromARequestsHeader() {
        assertNull(EnvironmentProxies.of(Map.of("HTTP_PROXY", "127.0.0.1:3128", "REQUEST_METHOD", "GET")));
    }

    @ParameterizedTest
    @CsvSource({
        "http://fernwick.example/, direct", "http://shop.fernwick.example/, direct", "http://notfernwick.example/, 127.0.0.1:3128", "http://tea.example/, direct",
        "http://10.0.0.1/, direct", "http://port.example:8080/, direct", "http://port.example/, 127.0.0.1:3128", "http://[fd00::1]/, direct", "http://a.star.example/, direct"
    })
    void areLeftOutWhereToldSo(String url, String expected) {
        Map<String, String> environment =
                Map.of("http_proxy", "127.0.0.1:3128", "NO_PROXY", "fernwick.example, .tea.example,10.0.0.1,port.example:8080 fd00::1,*.star.example");
        assertEquals(expected, proxy(environment, url));
    }

    @Test
    void areLeftOutAltogether() {
        assertEquals("direct", proxy(Map.of("http_proxy", "127.0.0.1:1", "no_proxy", "*"), "http://fernwick.example/"));
    }

    @Test
    void keepPasswordsToThemselves() {
        EnvironmentProxies proxies = EnvironmentProxies.of(Map.of("http_proxy", "http://me:secret@127.0.0.1:3128"));
        assertTrue(proxies.hasPassword());
        String said = assertThrows(IllegalArgumentException.class, () -> EnvironmentProxies.of(Map.of("HTTPS_PROXY", "socks5://me:secret@127.0.0.1:1"))).getMessage();
        assertFalse(said.contains("secret"), said);
        assertTrue(said.contains("HTTPS_PROXY"), said);
    }
}
