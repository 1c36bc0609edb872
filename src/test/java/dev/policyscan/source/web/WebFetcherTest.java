package dev.policyscan.source.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.policyscan.source.MediaType;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server on loopback that misbehaves in every way that servers do. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class WebFetcherTest {
    private static final FetchOptions OPTIONS = FetchOptions.defaults()
            .withAllowPrivate(true)
            .withProxies(ProxySelector.of(null))
            .withTimeouts(Duration.ofMillis(1500), Duration.ofMillis(1500), Duration.ofSeconds(4))
            .withRetries(2, Duration.ofMillis(20), Duration.ofSeconds(2));

    @TempDir
    private Path folder;

    private Loopback server;

    @BeforeEach
    void start() throws IOException {
        server = new Loopback();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static Fetched fetch(URI url) throws SourceException {
        return fetch(url, OPTIONS);
    }

    private static Fetched fetch(URI url, FetchOptions options) throws SourceException {
        try (WebFetcher fetcher = new WebFetcher(options)) {
            return fetcher.fetch(url);
        }
    }

    private static String refusal(URI url) {
        return refusal(url, OPTIONS);
    }

    private static String refusal(URI url, FetchOptions options) {
        String said = assertThrows(SourceException.class, () -> fetch(url, options)).getMessage();
        assertEquals(1, said.lines().count(), said);
        return said;
    }

    @Test
    void fetchesAPage() throws Exception {
        URI url = server.on("/privacy", exchange -> {
            assertTrue(exchange.getRequestHeaders().getFirst("User-Agent").startsWith("policyscan/"));
            exchange.getResponseHeaders().set("Last-Modified", "Mon, 05 May 2025 10:00:00 GMT");
            exchange.getResponseHeaders().set("X-Powered-By", "steam");
            Loopback.send(exchange, 200, "Text/HTML; charset=\"UTF-8\"", Loopback.POLICY.getBytes(UTF_8));
        });
        Fetched page = fetch(url);
        assertEquals(url, page.url());
        assertEquals(url, page.finalUrl());
        assertEquals(200, page.status());
        assertEquals("text/html", page.mediaType());
        assertEquals("UTF-8", page.charset());
        assertArrayEquals(Loopback.POLICY.getBytes(UTF_8), page.bytes());
        assertEquals("Mon, 05 May 2025 10:00:00 GMT", page.headers().get("last-modified"));
        assertEquals(List.of("content-type", "date", "last-modified"), List.copyOf(page.headers().keySet()));
        Source source = page.source();
        assertEquals(url.toString(), source.uri());
        assertEquals(url.toString(), source.origin());
        assertEquals(page.fetched(), source.fetched());
        assertEquals(MediaType.HTML, source.mediaType());
    }

    @Test
    void followsRedirects() throws Exception {
        server.redirect("/old", 301, "middle?a=1");
        server.redirect("/middle", 302, "/privacy/#cookies");
        server.page("/privacy/", "text/html", Loopback.POLICY);
        Fetched page = fetch(server.uri("/old"));
        assertEquals(server.uri("/old"), page.url());
        assertEquals(server.uri("/privacy/"), page.finalUrl());
        assertEquals(List.of(server.uri("/old"), server.uri("/middle?a=1")), page.via());
    }

    @Test
    void readsRedirectsWithLettersThatNoAddressHas() throws Exception {
        URI url = server.raw(out -> out.write(("HTTP/1.1 302 Found\r\nLocation: " + server.uri("/") + "política privada|1\r\nContent-Length: 0\r\n\r\n").getBytes(UTF_8)));
        server.page("/", "text/html", Loopback.POLICY);
        assertEquals("/pol%C3%ADtica%20privada%7C1", fetch(url).finalUrl().getRawPath());
    }

    @Test
    void keepsCookiesBetweenRedirects() throws Exception {
        URI url = server.on("/door", exchange -> {
            boolean known = "pass=1".equals(exchange.getRequestHeaders().getFirst("Cookie"));
            if (known) {
                Loopback.send(exchange, 200, "text/html", Loopback.POLICY.getBytes(UTF_8));
            } else {
                exchange.getResponseHeaders().set("Set-Cookie", "pass=1; Path=/");
                exchange.getResponseHeaders().set("Location", "/door");
                exchange.sendResponseHeaders(302, -1);
            }
        });
        assertEquals(200, fetch(url).status());
    }

    @Test
    void endsRedirectsInACircle() {
        server.redirect("/a", 302, "/b");
        server.redirect("/b", 307, "/a");
        assertEquals("is redirected in a circle; check it in a browser", refusal(server.uri("/a")));
        assertEquals(2, server.asked.size());
    }

    @Test
    void endsRedirectsWithoutEnd() {
        server.on("/n", exchange -> {
            exchange.getResponseHeaders().set("Location", exchange.getRequestURI() + "n");
            exchange.sendResponseHeaders(302, -1);
        });
        assertEquals("is redirected more than 10 times; check it in a browser", refusal(server.uri("/n")));
        assertEquals(11, server.asked.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "http://", "ftp://127.0.0.1/"})
    void followsRedirectsOnTheWebOnly(String location) {
        server.redirect("/a", 302, location);
        String said = refusal(server.uri("/a"));
        assertTrue(said.startsWith("leads to what is no web address") || said.startsWith("is no web address") || said.startsWith("names no host"), said);
    }

    @Test
    void asksNoPrivateAddressUnlessTold() {
        server.page("/privacy", "text/html", Loopback.POLICY);
        String said = refusal(server.uri("/privacy"), OPTIONS.withAllowPrivate(false));
        assertEquals("leads to the private address 127.0.0.1 (127.0.0.1); pass --allow-private if that is meant", said);
        assertEquals(List.of(), server.asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://[::1]:9/", "http://[::ffff:127.0.0.1]:9/", "http://[fe80::1]:9/", "http://169.254.169.254/latest/meta-data", "http://2130706433:9/",
        "http://100.64.0.1:9/", "http://0.0.0.0:9/"
    })
    void asksNoPrivateAddressInDisguise(String url) {
        String said = refusal(URI.create(url), OPTIONS.withAllowPrivate(false));
        assertTrue(said.startsWith("leads to the private address "), said);
    }

    @Test
    void doesNotLeaveHttps() throws Exception {
        SSLContext trust = trust();
        HttpsServer https = HttpsServer.create(Loopback.here(), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(trust));
        server.page("/privacy", "text/html", Loopback.POLICY);
        try (Loopback secure = new Loopback(https);
                WebFetcher fetcher = new WebFetcher(OPTIONS, trust)) {
            URI url = secure.redirect("/down", 302, server.uri("/privacy").toString());
            String said = assertThrows(SourceException.class, () -> fetcher.fetch(url)).getMessage();
            assertTrue(said.startsWith("leads from https to http://127.0.0.1"), said);
            secure.redirect("/within", 302, "/privacy");
            secure.page("/privacy", "text/html", Loopback.POLICY);
            assertEquals(secure.uri("/privacy"), fetcher.fetch(secure.uri("/within")).finalUrl());
            // The way up is fine.
            assertEquals(secure.uri("/privacy"), fetcher.fetch(server.redirect("/up", 301, secure.uri("/privacy").toString())).finalUrl());
            assertTrue(refusal(secure.uri("/privacy")).startsWith("no secure connection ("));
        }
        assertEquals(List.of("/up"), server.asked);
    }

    /** Of a key made for this run. */
    private SSLContext trust() throws GeneralSecurityException, IOException, InterruptedException {
        Path file = folder.resolve("key.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "loopback", "-keyalg", "EC",
                        "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", "loopback")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, keytool.waitFor());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "loopback".toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "loopback".toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    @Test
    void decompresses() throws Exception {
        byte[] plain = Loopback.POLICY.getBytes(UTF_8);
        server.on("/gzip", exchange -> sendCoded(exchange, "gzip", gzip(plain)));
        server.on("/zlib", exchange -> sendCoded(exchange, "deflate", deflate(plain, false)));
        server.on("/raw", exchange -> sendCoded(exchange, "deflate", deflate(plain, true)));
        server.on("/lie", exchange -> sendCoded(exchange, "gzip", plain));
        server.on("/twice", exchange -> sendCoded(exchange, "deflate, gzip", gzip(deflate(plain, false))));
        for (String path : List.of("/gzip", "/zlib", "/raw", "/lie", "/twice")) {
            assertArrayEquals(plain, fetch(server.uri(path)).bytes(), path);
        }
        server.on("/br", exchange -> sendCoded(exchange, "br", plain));
        assertEquals("is sent compressed by br, which was not asked for; save it from a browser and pass the file", refusal(server.uri("/br")));
        server.on("/cut", exchange -> sendCoded(exchange, "gzip", java.util.Arrays.copyOf(gzip(plain), 60)));
        assertEquals("broke off before its end; try again", refusal(server.uri("/cut")));
        byte[] damaged = gzip(plain);
        damaged[damaged.length - 6] ^= 0x55;
        server.on("/damaged", exchange -> sendCoded(exchange, "gzip", damaged));
        assertTrue(refusal(server.uri("/damaged")).startsWith("is damaged ("));
    }

    private static void sendCoded(HttpExchange exchange, String coding, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", coding);
        Loopback.send(exchange, 200, "text/html", body);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean raw) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, deflater)) {
            deflate.write(plain);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    @Test
    void defusesGzipBombs() throws Exception {
        byte[] bomb = gzip(new byte[64 << 20]);
        server.on("/bomb", exchange -> sendCoded(exchange, "gzip", bomb));
        FetchOptions options = OPTIONS.withMaxBytes(1 << 20);
        assertTrue(bomb.length < options.maxBytes());
        assertEquals("larger than 1 MB; pass --max-size to allow more", refusal(server.uri("/bomb"), options));
        byte[] doubled = gzip(bomb);
        server.on("/doubled", exchange -> sendCoded(exchange, "gzip, gzip", doubled));
        assertEquals("larger than 1 MB; pass --max-size to allow more", refusal(server.uri("/doubled"), options));

        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThrows(TooLarge.class, () -> ContentCoding.decode(bomb, "gzip", 1 << 20));
        long used = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(used < 8 << 20, used + " bytes");
    }

    @Test
    void refusesHugePages() throws Exception {
        FetchOptions options = OPTIONS.withMaxBytes(100 << 10);
        AtomicInteger written = new AtomicInteger();
        server.on("/announced", exchange -> {
            exchange.sendResponseHeaders(200, 3L << 30);
            pour(exchange.getResponseBody(), written, 8);
        });
        assertEquals("larger than 100 kB; pass --max-size to allow more", refusal(server.uri("/announced"), options));
        server.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            pour(exchange.getResponseBody(), written, Integer.MAX_VALUE);
        });
        written.set(0);
        assertEquals("larger than 100 kB; pass --max-size to allow more", refusal(server.uri("/endless"), options));
        assertTrue(written.get() < 64 << 20, written + " bytes were taken");
        byte[] just = new byte[100 << 10];
        java.util.Arrays.fill(just, (byte) 'a');
        server.on("/just", exchange -> Loopback.send(exchange, 200, "text/plain", just));
        assertEquals(just.length, fetch(server.uri("/just"), options).bytes().length);
    }

    private static void pour(OutputStream out, AtomicInteger written, int times) throws IOException {
        byte[] block = new byte[32 << 10];
        java.util.Arrays.fill(block, (byte) 'x');
        for (int i = 0; i < times; i++) {
            out.write(block);
            written.addAndGet(block.length);
        }
    }

    @Test
    void waitsForNoServerThatDoesNotAnswer() {
        URI url = server.raw(out -> Thread.sleep(60_000));
        long start = System.nanoTime();
        String said = refusal(url, OPTIONS.withTimeouts(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofSeconds(2)));
        assertEquals("the server does not answer within 200 ms; try again", said);
        assertTrue(System.nanoTime() - start < 1_500_000_000L);
    }

    @Test
    void waitsForNoPageThatNeverEnds() {
        URI url = server.raw(out -> {
            out.write(Loopback.latin1("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"));
            while (true) {
                out.write(Loopback.latin1("1\r\na\r\n"));
                out.flush();
                Thread.sleep(5);
            }
        });
        String said = refusal(url, OPTIONS.withTimeouts(Duration.ofMillis(500), Duration.ofMillis(1500), Duration.ofMillis(500)));
        assertEquals("takes longer than 500 ms; try again, or allow more time", said);
    }

    @Test
    void takesASlowPageInTime() throws Exception {
        URI url = server.raw(out -> {
            Thread.sleep(150);
            out.write(Loopback.latin1("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n"));
            for (char c : "abc".toCharArray()) {
                Thread.sleep(50);
                out.write(c);
                out.flush();
            }
        });
        assertEquals("abc", new String(fetch(url).bytes(), UTF_8));
    }

    @Test
    void noticesWhereAPageBreaksOff() throws Exception {
        URI url = server.raw(out -> out.write(Loopback.latin1("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<p>We collect")));
        assertEquals("broke off before its end; try again", refusal(url));
        try (Loopback other = new Loopback()) {
            URI chunked = other.raw(out ->
                    out.write(Loopback.latin1("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n<p>We collect")));
            assertEquals("broke off before its end; try again", refusal(chunked));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''", "SSH-2.0-tea", "HTTP/1.1 two hundred OK", "HTTP/1.1 200 OK\\r\\nContent-Length: -5\\r\\n\\r\\n"})
    void survivesWhatIsNoHttp(String answer) {
        URI url = server.raw(out -> out.write(Loopback.latin1(answer.replace("\\r\\n", "\r\n") + "\r\n\r\n")));
        refusal(url);
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        assertEquals("the server refuses the connection; check the address", refusal(URI.create("http://127.0.0.1:" + port + "/")));
    }

    @Test
    void triesAgainWhereTheServerIsBusy() throws Exception {
        AtomicInteger count = new AtomicInteger();
        URI url = server.on("/busy", exchange -> {
            if (count.incrementAndGet() == 1) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                Loopback.send(exchange, 429, "text/html", "slow down".getBytes(UTF_8));
            } else {
                Loopback.send(exchange, 200, "text/html", Loopback.POLICY.getBytes(UTF_8));
            }
        });
        long start = System.nanoTime();
        assertEquals(200, fetch(url).status());
        assertTrue(System.nanoTime() - start > 900_000_000L, "Retry-After was not honoured");
        assertEquals(2, count.get());
    }

    @Test
    void givesUpWhereTheServerStaysBusy() {
        URI url = server.on("/busy", exchange -> Loopback.send(exchange, 503, "text/html", "closed".getBytes(UTF_8)));
        assertEquals("the server is busy (503); try again later", refusal(url));
        assertEquals(3, server.asked.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"86400", "99999999999999999999", "Fri, 31 Dec 2100 23:59:59 GMT"})
    void doesNotWaitForever(String retryAfter) {
        URI url = server.on("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            Loopback.send(exchange, 503, "text/html", "closed".getBytes(UTF_8));
        });
        String said = refusal(url);
        assertTrue(said.startsWith("the server is busy (503) and asks to be left alone for "), said);
        assertEquals(1, server.asked.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "404 | the server has no such page (404); check the address",
        "410 | the server has no such page (410); check the address",
        "403 | the server refuses it (403); save the page from a browser and pass the file",
        "401 | the server asks for a password (401); save the page from a browser and pass the file",
        "500 | the server failed (500); try again later",
        "304 | the server redirects nowhere (304); check it in a browser",
        "204 | the server refuses it (204); save the page from a browser and pass the file"
    })
    void saysWhatIsWrong(int status, String message) {
        assertEquals(message, refusal(server.on("/x", exchange -> Loopback.send(exchange, status, "text/html", new byte[0]))));
    }

    @Test
    void recognizesChallenges() {
        String page = "<html><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript></body></html>";
        String said = "a bot challenge: the page holds no policy text; save it from a browser and pass the file";
        server.on("/403", exchange -> Loopback.send(exchange, 403, "text/html", page.getBytes(UTF_8)));
        server.on("/503", exchange -> Loopback.send(exchange, 503, "text/html", page.getBytes(UTF_8)));
        server.on("/header", exchange -> {
            exchange.getResponseHeaders().set("cf-mitigated", "challenge");
            Loopback.send(exchange, 403, "text/html", new byte[0]);
        });
        assertEquals(said, refusal(server.uri("/403")));
        assertEquals(said, refusal(server.uri("/503")));
        assertEquals(said, refusal(server.uri("/header")));
        // Asking again would not help.
        assertEquals(3, server.asked.size());
    }

    @Test
    void readsPagesInAnotherCharsetThanAnnounced() throws Exception {
        String text = "<p>We collect the name of your café – and “tea” preferences.</p>";
        byte[] windows = text.getBytes("windows-1252");
        URI said8 = server.on("/said-utf8", exchange -> Loopback.send(exchange, 200, "text/html; charset=utf-8", windows));
        assertEquals(text, fetch(said8).source().decode().text());
        URI said1 = server.on("/said-latin1", exchange -> Loopback.send(exchange, 200, "text/html; charset=iso-8859-1", text.getBytes(UTF_8)));
        assertEquals(text, fetch(said1).source().decode().text());
        URI nonsense = server.on("/nonsense", exchange -> Loopback.send(exchange, 200, "text/html; charset=klingon; x=\u0001".replace("\u0001", ""), text.getBytes(UTF_8)));
        assertEquals(text, fetch(nonsense).source().decode().text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/a      | text/html                | <p>x                      | text/html",
        "/b      | ''                       | <!doctype html><p>x       | text/html",
        "/c.md   | text/plain               | x                         | text/markdown",
        "/d.md   | text/html                | <p>x                      | text/html",
        "/e      | application/octet-stream | %PDF-1.7 x                | application/pdf",
        "/f      | text/html                | %PDF-1.7 x                | application/pdf",
        "/g.txt  | text/plain; charset=x    | We collect.               | text/plain",
        "/h      | application/xhtml+xml    | <p>x                      | text/html"
    })
    void tellsWhatItFetched(String path, String announced, String body, String mediaType) throws Exception {
        URI url = server.on(path, exchange -> Loopback.send(exchange, 200, announced.isEmpty() ? null : announced, body.getBytes(UTF_8)));
        assertEquals(mediaType, fetch(url).mediaType());
    }

    @Test
    void refusesWhatIsNoDocument() {
        URI image = server.on("/a", exchange -> Loopback.send(exchange, 200, "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}));
        assertEquals("is image/png, not a document; pass the address of the policy itself", refusal(image));
        assertEquals("is an empty page; check the address", refusal(server.on("/b", exchange -> Loopback.send(exchange, 200, "text/html", new byte[0]))));
    }

    @Test
    void asksAHostOneThingAtATime() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        server.on("/", exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.sleep(60);
            now.decrementAndGet();
            Loopback.send(exchange, 200, "text/html", Loopback.POLICY.getBytes(UTF_8));
        });
        List<Thread> threads = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        // Waiting for a turn is not counted: these take longer together than each may.
        try (WebFetcher fetcher = new WebFetcher(OPTIONS.withTimeouts(Duration.ofMillis(800), Duration.ofMillis(800), Duration.ofMillis(800)))) {
            for (int i = 0; i < 15; i++) {
                URI url = server.uri("/" + i);
                Thread thread = new Thread(() -> {
                    try {
                        fetcher.fetch(url);
                        done.incrementAndGet();
                    } catch (SourceException e) {
                        // Counted as not done.
                        return;
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertEquals(15, done.get());
        assertEquals(1, most.get());
    }

    @Test
    void fetchesAListInOrder() throws Exception {
        server.page("/", "text/html", Loopback.POLICY);
        server.on("/missing", exchange -> Loopback.send(exchange, 404, "text/html", new byte[0]));
        List<URI> urls = List.of(server.uri("/a"), server.uri("/missing"), server.uri("/b"));
        try (WebFetcher fetcher = new WebFetcher(OPTIONS)) {
            List<Future<Fetched>> pages = fetcher.each(urls, fetcher::fetch);
            assertEquals(urls.get(0), pages.get(0).get().url());
            assertThrows(ExecutionException.class, () -> pages.get(1).get());
            assertEquals(urls.get(2), pages.get(2).get().url());
        }
    }

    @Test
    void obeysRobots() throws Exception {
        server.on("/robots.txt", exchange -> Loopback.send(
                exchange, 200, "text/plain", "User-agent: *\nDisallow: /\n\nUser-agent: PolicyScan\nDisallow: /private/\nCrawl-delay: 0.2\n".getBytes(UTF_8)));
        server.page("/", "text/html", Loopback.POLICY);
        server.redirect("/sly", 302, "/private/policy");
        try (WebFetcher fetcher = new WebFetcher(OPTIONS.withRobots(true))) {
            long start = System.nanoTime();
            assertEquals(200, fetcher.fetch(server.uri("/privacy")).status());
            String said = assertThrows(SourceException.class, () -> fetcher.fetch(server.uri("/private/policy"))).getMessage();
            assertEquals("its host's robots.txt asks programs to leave it alone; fetch this page by itself, or save it from a browser", said);
            assertThrows(SourceException.class, () -> fetcher.fetch(server.uri("/sly")));
            assertTrue(System.nanoTime() - start > 180_000_000L, "the delay was not kept");
        }
        assertEquals(List.of("/robots.txt", "/privacy", "/sly"), server.asked);
        assertEquals(200, fetch(server.uri("/private/policy")).status());
    }

    @ParameterizedTest
    @CsvSource({"404, true", "403, true", "500, false", "503, false"})
    void takesMissingRobotsForLeaveAndBrokenOnesForNone(int status, boolean allowed) throws Exception {
        server.on("/robots.txt", exchange -> Loopback.send(exchange, status, "text/html", "<p>none".getBytes(UTF_8)));
        server.page("/privacy", "text/html", Loopback.POLICY);
        if (allowed) {
            assertEquals(200, fetch(server.uri("/privacy"), OPTIONS.withRobots(true)).status());
        } else {
            assertTrue(refusal(server.uri("/privacy"), OPTIONS.withRobots(true)).startsWith("its host's robots.txt could not be read"));
        }
    }

    @Test
    void goesThroughAProxy() throws Exception {
        // A proxy for http is asked for the whole address.
        AtomicInteger authorized = new AtomicInteger();
        server.on("/privacy", exchange -> {
            String given = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
            if (given == null) {
                exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"tea\"");
                exchange.sendResponseHeaders(407, -1);
            } else if (given.equals("Basic dTpwQHNz")) {
                authorized.incrementAndGet();
                Loopback.send(exchange, 200, "text/html", Loopback.POLICY.getBytes(UTF_8));
            }
        });
        EnvironmentProxies proxies = EnvironmentProxies.of(
                java.util.Map.of("http_proxy", "http://u:p%40ss@127.0.0.1:" + server.uri("/").getPort(), "no_proxy", "tea.invalid"));
        // Names that only the proxy knows are no private addresses.
        Fetched page = fetch(URI.create("http://fernwick.invalid/privacy"), OPTIONS.withProxies(proxies).withAllowPrivate(false));
        assertEquals("http://fernwick.invalid/privacy", page.finalUrl().toString());
        assertEquals(1, authorized.get());
        assertEquals("there is no such host; check the address", refusal(URI.create("http://tea.invalid/"), OPTIONS.withProxies(proxies)));
    }

    @Test
    void followsAHubToThePolicy() throws Exception {
        String hub = """
                <html><head><title>Fernwick Privacy Center</title></head><body><h1>Your privacy matters</h1><p>Learn how we look after you.</p>
                <a href="/cookies">Cookie policy</a> <a href="/legal/privacy-policy">Privacy policy</a> <a href="/legal/applicants">Applicant privacy policy</a>
                </body></html>""";
        server.page("/hub", "text/html", hub);
        server.page("/legal/privacy-policy", "text/html", Loopback.POLICY);
        try (WebFetcher fetcher = new WebFetcher(OPTIONS)) {
            String said = assertThrows(SourceException.class, () -> fetcher.fetchPolicy(server.uri("/hub"), false)).getMessage();
            assertEquals("not the policy itself, but links to it; pass one of these, or --follow for the first: "
                    + server.uri("/legal/privacy-policy") + " (Privacy policy)", said);
            Fetched policy = fetcher.fetchPolicy(server.uri("/hub"), true);
            assertEquals(server.uri("/hub"), policy.url());
            assertEquals(server.uri("/hub"), policy.hub());
            assertEquals(server.uri("/legal/privacy-policy"), policy.finalUrl());
            assertEquals(List.of(server.uri("/hub")), policy.via());
        }
    }

    @Test
    void followsHubsInACircleOnce() throws Exception {
        server.page("/a", "text/html", "<title>Legal</title><p>See our <a href='/b-privacy-policy'>privacy policy</a>.</p>");
        server.page("/b-privacy-policy", "text/html", "<title>Legal</title><p>See our <a href='/a?privacy-policy'>full privacy policy</a>.</p>");
        try (WebFetcher fetcher = new WebFetcher(OPTIONS)) {
            assertThrows(SourceException.class, () -> fetcher.fetchPolicy(server.uri("/a"), true));
        }
        assertTrue(server.asked.size() <= 4, server.asked.toString());
    }

    @Test
    void leavesNoThreadsBehind() throws Exception {
        server.page("/privacy", "text/html", Loopback.POLICY);
        URI endless = server.raw(out -> {
            out.write(Loopback.latin1("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(5);
            }
        });
        List<String> before = ours();
        FetchOptions hasty = OPTIONS.withTimeouts(Duration.ofMillis(800), Duration.ofMillis(800), Duration.ofMillis(800));
        try (WebFetcher fetcher = new WebFetcher(hasty)) {
            int most = 0;
            for (int i = 0; i < 5; i++) {
                assertThrows(SourceException.class, () -> fetcher.fetch(endless));
                fetcher.each(List.of(server.uri("/privacy")), fetcher::fetch).get(0).get();
                most = Math.max(most, ours().size() - before.size());
            }
            assertTrue(most < 15, most + " threads");
        }
        for (int i = 0; i < 80 && !gone(before); i++) {
            // Before Java 21, a client's own thread ends when the client is collected.
            System.gc();
            Thread.sleep(100);
        }
        List<String> left = ours();
        left.removeAll(before);
        assertEquals(List.of(), left);
    }

    private static boolean gone(List<String> before) {
        List<String> left = ours();
        left.removeAll(before);
        return left.isEmpty();
    }

    private static List<String> ours() {
        List<String> names = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("policyscan") || thread.getName().startsWith("HttpClient-")) {
                names.add(thread.getName());
            }
        }
        return names;
    }

    @Test
    void canBeInterrupted() throws Exception {
        URI url = server.raw(out -> Thread.sleep(60_000));
        List<String> said = new ArrayList<>();
        Thread thread = new Thread(() -> said.add(refusal(url)));
        thread.start();
        Thread.sleep(150);
        thread.interrupt();
        thread.join(1000);
        assertEquals(List.of("was interrupted"), said);
    }
}
