package dev.policyscan.source.web;

import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.EOFException;
import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Fetches pages: within limits of time and size, from the public internet, with at most one request to a host at a time. Immutable and
 * thread-safe; close it to end its threads.
 *
 * <p>A host's addresses are looked up and checked before each request; the request itself then finds them in the JVM's cache of names, which
 * keeps them for half a minute, so that a host cannot give one address to be checked and another to be asked.
 */
public final class WebFetcher implements AutoCloseable {
    private static final int HOSTS_AT_ONCE = 8;
    private static final int MAX_FOLLOWED = 3;
    /** How much is read of an answer that is no page, to tell why. */
    private static final int REASON_BYTES = 64 << 10;
    private static final int UNKNOWN = -1;
    private static final List<String> KEPT_HEADERS = List.of("content-type", "content-language", "last-modified", "etag", "date", "memento-datetime");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final FetchOptions options;
    private final ExecutorService threads;
    private final HttpClient client;
    private final ProxySelector proxies;
    private final Turn.Turns turns = new Turn.Turns();
    private final Robots robots;

    /** A fetcher that works by these rules. */
    public WebFetcher(FetchOptions options) {
        this(options, null);
    }

    /** @param trust what to trust on secure connections; null for what the JVM trusts */
    WebFetcher(FetchOptions options, SSLContext trust) {
        this.options = options;
        int number = COUNT.incrementAndGet();
        AtomicInteger thread = new AtomicInteger();
        threads = Executors.newCachedThreadPool(task -> {
            Thread made = new Thread(task, "policyscan-web-" + number + "-" + thread.incrementAndGet());
            made.setDaemon(true);
            return made;
        });
        proxies = options.proxies() == null ? ProxySelector.getDefault() : options.proxies();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.connectTimeout())
                .executor(threads);
        if (proxies != null) {
            builder.proxy(proxies);
        }
        Authenticator authenticator = proxies instanceof EnvironmentProxies own && own.hasPassword() ? own.authenticator() : null;
        if (authenticator != null) {
            builder.authenticator(authenticator);
        }
        if (trust != null) {
            builder.sslContext(trust);
        }
        client = builder.build();
        robots = new Robots(this::robotsText);
    }

    /**
     * Fetches a page, following redirects.
     *
     * @throws SourceException if there is no page to be had; its message is one line for people
     */
    public Fetched fetch(URI url) throws SourceException {
        try {
            URI normal = WebAddress.parse(url.toString());
            return page(normal, exchange(normal, options.robots(), options.maxBytes()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException("was interrupted", e);
        }
    }

    /**
     * Fetches a policy: a page that holds one or, if asked to, the page that it links to as the policy.
     *
     * @throws SourceException if there is no policy to be had; its message is one line for people, likely links included
     */
    public Fetched fetchPolicy(URI url, boolean follow) throws SourceException {
        Fetched page = fetch(url);
        Set<URI> seen = new HashSet<>();
        for (int followed = 0; ; followed++) {
            PageCheck check = page.kind() == PageKind.HTML || page.kind() == PageKind.MHTML ? PageCheck.of(page.source()) : PageCheck.POLICY;
            if (check.holdsPolicy()) {
                return page;
            }
            seen.add(page.finalUrl());
            PolicyLink best = follow && check.verdict() == PageCheck.Verdict.HUB && followed < MAX_FOLLOWED ? check.links().get(0) : null;
            if (best == null) {
                throw new SourceException(check.message());
            }
            URI next = WebAddress.parse(best.target());
            refuseDowngrade(page.finalUrl(), next);
            if (!seen.add(next)) {
                throw new SourceException(check.message());
            }
            try {
                page = fetch(next).from(page);
            } catch (SourceException e) {
                throw new SourceException("links to " + next + ", which " + e.getMessage(), e);
            }
        }
    }

    /** What to do with an address. */
    public interface Task<T> {
        /** Does it. */
        T run(URI url) throws Exception;
    }

    /**
     * Does something with each address, a few hosts at a time, one host's addresses one after the other.
     *
     * @return the outcomes, in the order of the addresses
     */
    public <T> List<Future<T>> each(List<URI> urls, Task<T> task) {
        Map<String, List<FutureTask<T>>> hosts = new LinkedHashMap<>();
        List<Future<T>> outcomes = new ArrayList<>();
        for (URI url : urls) {
            FutureTask<T> outcome = new FutureTask<>(() -> task.run(url));
            hosts.computeIfAbsent(url.getHost(), host -> new ArrayList<>()).add(outcome);
            outcomes.add(outcome);
        }
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, Math.min(HOSTS_AT_ONCE, hosts.size())), work -> {
            Thread thread = new Thread(work, "policyscan-fetch");
            thread.setDaemon(true);
            return thread;
        });
        hosts.values().forEach(queue -> workers.execute(() -> queue.forEach(FutureTask::run)));
        workers.shutdown();
        return outcomes;
    }

    /** Ends the fetcher's threads; what is being fetched fails. */
    @Override
    public void close() {
        threads.shutdownNow();
        // From Java 21 on; before that, the client ends its own thread once nobody holds the client.
        Object closeable = client;
        if (closeable instanceof AutoCloseable open) {
            shutDownNow(open);
        }
    }

    /** Closing alone would wait for what is being fetched. */
    private static void shutDownNow(AutoCloseable client) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer that is no redirect. */
    private record Exchange(URI url, List<URI> via, int status, HttpHeaders headers, byte[] body) {}

    /** How long something may still take. */
    private static final class Clock {
        private long end;

        Clock(Duration limit) {
            end = System.nanoTime() + limit.toNanos();
        }

        long left() {
            return end - System.nanoTime();
        }

        void stopped(long nanos) {
            end += nanos;
        }
    }

    /**
     * Asks until there is an answer that is no redirect and no request for patience.
     *
     * @param obey whether to obey robots.txt on the way
     * @param max the largest answer
     */
    private Exchange exchange(URI url, boolean obey, int max) throws SourceException, InterruptedException {
        Clock clock = new Clock(options.totalTimeout());
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
        Set<String> asked = new HashSet<>();
        List<URI> via = new ArrayList<>();
        URI at = url;
        while (true) {
            HttpResponse<byte[]> answer = turn(at, obey, cookies, asked, clock, max);
            String location = answer.headers().firstValue("location").orElse(null);
            if (!isRedirect(answer.statusCode()) || location == null) {
                return new Exchange(at, via, answer.statusCode(), answer.headers(), answer.body());
            }
            via.add(at);
            if (via.size() > options.maxRedirects()) {
                throw new SourceException("is redirected more than " + options.maxRedirects() + " times; check it in a browser");
            }
            URI next = WebAddress.redirect(at, location);
            refuseDowngrade(at, next);
            at = next;
        }
    }

    private static void refuseDowngrade(URI from, URI to) throws SourceException {
        if (from.getScheme().equals("https") && to.getScheme().equals("http")) {
            throw new SourceException("leads from https to " + to + ", which anyone on the way could change; save it from a browser and pass the file");
        }
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** Asks a host, again if it is busy, while nobody else asks it. */
    private HttpResponse<byte[]> turn(URI at, boolean obey, CookieManager cookies, Set<String> asked, Clock clock, int max)
            throws SourceException, InterruptedException {
        long before = System.nanoTime();
        Duration pause = obey ? robots.check(at) : Duration.ZERO;
        try (Turn turn = turns.take(at.getHost())) {
            // Waiting for others is not the page's fault.
            clock.stopped(System.nanoTime() - before);
            turn.pause(pause);
            String cookie = cookie(at, cookies);
            if (!asked.add(at + " " + cookie)) {
                throw new SourceException("is redirected in a circle; check it in a browser");
            }
            for (int attempt = 0; ; attempt++) {
                HttpResponse<byte[]> answer = ask(at, cookie, clock, max);
                cookies.put(at, answer.headers().map());
                int status = answer.statusCode();
                boolean busy = status == 429 || status == 503;
                if (!busy || attempt >= options.maxRetries() || isChallenge(answer)) {
                    return answer;
                }
                rest(answer, attempt, clock);
            }
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw new SourceException("cannot be fetched (" + reason(e) + "); try again", e);
        }
    }

    private void rest(HttpResponse<byte[]> answer, int attempt, Clock clock) throws SourceException, InterruptedException {
        Duration wanted = answer.headers().firstValue("retry-after").map(value -> RetryAfter.parse(value, Instant.now())).orElse(null);
        Duration wait = wanted != null ? wanted : options.backOff().multipliedBy(1L << Math.min(attempt, 20));
        if (wait.compareTo(options.longestWait()) > 0 || wait.toNanos() > clock.left()) {
            throw new SourceException("the server is busy (" + answer.statusCode() + ") and asks to be left alone for " + inWords(wait) + "; try again then");
        }
        TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    }

    private static String cookie(URI at, CookieManager cookies) throws IOException {
        return String.join("; ", cookies.get(at, Map.of()).getOrDefault("Cookie", List.of()));
    }

    private HttpResponse<byte[]> ask(URI at, String cookie, Clock clock, int max) throws SourceException, InterruptedException {
        checkHost(at, clock);
        Duration patience = Duration.ofNanos(Math.max(1, Math.min(options.requestTimeout().toNanos(), clock.left())));
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .GET()
                .timeout(patience)
                // Upgrading an open connection to HTTP/2 gains nothing and confuses old servers.
                .version(at.getScheme().equals("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .header("User-Agent", options.userAgent())
                .header("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,text/markdown;q=0.9,text/plain;q=0.9,*/*;q=0.5")
                .header("Accept-Language", "en-US,en;q=0.9")
                .header("Accept-Encoding", "gzip, deflate");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), info -> {
            boolean page = info.statusCode() >= 200 && info.statusCode() < 300;
            long announced = info.headers().firstValueAsLong("content-length").orElse(UNKNOWN);
            return new LimitedBody(page ? max : Math.min(max, REASON_BYTES), !page, announced);
        });
        try {
            return answer.get(Math.max(1, clock.left()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw tooSlow(e);
        } catch (CancellationException e) {
            throw new SourceException("was interrupted", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause(), patience, clock);
        } finally {
            // Ends the connection where the answer did not come to its end.
            answer.cancel(true);
        }
    }

    private SourceException tooSlow(Exception e) {
        return new SourceException("takes longer than " + inWords(options.totalTimeout()) + "; try again, or allow more time", e);
    }

    private SourceException failure(Throwable failure, Duration patience, Clock clock) {
        // The client wraps what happened, at times more than once.
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SourceException said) {
                return said;
            }
            if (cause instanceof TooLarge) {
                return tooLarge(cause);
            }
            if (cause instanceof BrokenOff || cause instanceof EOFException || cause instanceof SocketException && !(cause instanceof ConnectException)) {
                return new SourceException("broke off before its end; try again", failure);
            }
            if (cause instanceof HttpConnectTimeoutException) {
                return new SourceException("the server does not answer; check the address", failure);
            }
            if (cause instanceof HttpTimeoutException e) {
                return clock.left() <= 0 ? tooSlow(e) : new SourceException("the server does not answer within " + inWords(patience) + "; try again", failure);
            }
            if (cause instanceof UnknownHostException || cause instanceof ConnectException && cause.getCause() instanceof UnresolvedAddressException) {
                return new SourceException("there is no such host; check the address", failure);
            }
            if (cause instanceof ConnectException) {
                return new SourceException("the server refuses the connection; check the address", failure);
            }
            if (cause instanceof SSLException) {
                return new SourceException("no secure connection (" + reason(cause) + "); check the address", failure);
            }
        }
        return new SourceException("cannot be fetched (" + reason(failure) + "); try again", failure);
    }

    private SourceException tooLarge(Throwable cause) {
        return new SourceException("larger than " + size(options.maxBytes()) + "; pass --max-size to allow more", cause);
    }

    private static String reason(Throwable e) {
        String said = e.getMessage();
        return said == null || said.isBlank() ? e.getClass().getSimpleName() : WebAddress.shorten(said.lines().findFirst().orElse("").strip());
    }

    /** Refuses hosts that are not on the public internet. */
    private void checkHost(URI at, Clock clock) throws SourceException, InterruptedException {
        if (options.allowPrivate()) {
            return;
        }
        String host = at.getHost();
        CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
        // Looking up a name takes as long as it takes.
        Future<?> search = threads.submit(() -> {
            try {
                found.complete(InetAddress.getAllByName(host));
            } catch (UnknownHostException e) {
                found.completeExceptionally(e);
            }
        });
        InetAddress[] addresses;
        try {
            addresses = found.get(Math.max(1, clock.left()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw tooSlow(e);
        } catch (ExecutionException e) {
            if (viaProxy(at)) {
                // The proxy may know names that this machine does not.
                return;
            }
            throw new SourceException("there is no such host; check the address", e.getCause());
        } finally {
            search.cancel(true);
        }
        for (InetAddress address : addresses) {
            if (!PublicInternet.holds(address)) {
                throw new SourceException(
                        "leads to the private address " + address.getHostAddress() + " (" + host + "); pass --allow-private if that is meant");
            }
        }
    }

    private boolean viaProxy(URI at) {
        return proxies != null && proxies.select(at).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    private Robots.Answer robotsText(URI url) throws IOException {
        try {
            Exchange answer = exchange(url, false, Robots.MAX_BYTES);
            byte[] text = decoded(answer, Robots.MAX_BYTES);
            return new Robots.Answer(answer.status, answer.headers.firstValue("content-type").orElse("text/plain"), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException("was interrupted", e);
        }
    }

    private byte[] decoded(Exchange answer, int max) throws SourceException {
        String codings = String.join(",", answer.headers.allValues("content-encoding"));
        try {
            return ContentCoding.decode(answer.body, codings, max);
        } catch (TooLarge e) {
            throw tooLarge(e);
        } catch (BrokenOff e) {
            throw new SourceException("broke off before its end; try again", e);
        } catch (IOException e) {
            throw new SourceException(e.getMessage() + "; save it from a browser and pass the file", e);
        }
    }

    private Fetched page(URI url, Exchange answer) throws SourceException {
        if (answer.status != 200 && answer.status != 203) {
            throw refusal(answer);
        }
        byte[] bytes = decoded(answer, options.maxBytes());
        if (bytes.length == 0) {
            throw new SourceException("is an empty page; check the address");
        }
        String contentType = answer.headers.firstValue("content-type").orElse("");
        String type = Fetched.mediaType(contentType);
        PageKind kind = PageKind.of(type, bytes, answer.url.getPath());
        if (kind == null) {
            kind = sniffed(type, answer.url, bytes);
        }
        Map<String, String> headers = new TreeMap<>();
        for (String name : KEPT_HEADERS) {
            answer.headers.firstValue(name).ifPresent(value -> headers.put(name, value));
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Fetched(
                url, answer.url, answer.via, null, answer.status, now, kind.iana(), Fetched.charset(contentType), headers, bytes);
    }

    /** What a page is that the server calls nothing, or "bytes". */
    private static PageKind sniffed(String type, URI url, byte[] bytes) throws SourceException {
        boolean unknown = type.isEmpty() || type.equals("application/octet-stream") || type.equals("binary/octet-stream") || type.startsWith("text/")
                || type.equals("unknown/unknown") || type.equals("application/force-download");
        if (!unknown) {
            throw new SourceException("is " + WebAddress.shorten(type) + ", not a document; pass the address of the policy itself");
        }
        return switch (Source.of(url.toString(), bytes).mediaType()) {
            case HTML -> PageKind.HTML;
            case MARKDOWN -> PageKind.MARKDOWN;
            default -> PageKind.TEXT;
        };
    }

    private SourceException refusal(Exchange answer) {
        int status = answer.status;
        if (isChallenge(answer.headers, answer.body)) {
            return new SourceException(PageCheck.Verdict.CHALLENGE.message());
        }
        String what = switch (status) {
            case 401, 407 -> "the server asks for a password (" + status + "); save the page from a browser and pass the file";
            case 404, 410 -> "the server has no such page (" + status + "); check the address";
            case 429 -> "the server is asked too often (429); try again later";
            case 503 -> "the server is busy (503); try again later";
            default -> status >= 500 ? "the server failed (" + status + "); try again later"
                    : status >= 300 && status < 400 ? "the server redirects nowhere (" + status + "); check it in a browser"
                    : "the server refuses it (" + status + "); save the page from a browser and pass the file";
        };
        return new SourceException(what);
    }

    private static boolean isChallenge(HttpResponse<byte[]> answer) {
        return isChallenge(answer.headers(), answer.body());
    }

    private static boolean isChallenge(HttpHeaders headers, byte[] body) {
        if (headers.firstValue("cf-mitigated").orElse("").equalsIgnoreCase("challenge")) {
            return true;
        }
        byte[] text;
        try {
            text = ContentCoding.decode(body, String.join(",", headers.allValues("content-encoding")), 4 * REASON_BYTES);
        } catch (IOException e) {
            // What is cut off or in disguise tells nothing.
            return false;
        }
        return PageCheck.isChallenge(new String(text, StandardCharsets.UTF_8));
    }

    private static String size(int bytes) {
        boolean mega = bytes >= 1 << 20 && bytes % (1 << 20) == 0;
        boolean kilo = bytes >= 1 << 10 && bytes % (1 << 10) == 0;
        return mega ? (bytes >> 20) + " MB" : kilo ? (bytes >> 10) + " kB" : bytes + " bytes";
    }

    private static String inWords(Duration time) {
        long seconds = time.toSeconds();
        if (seconds == 0) {
            return time.toMillis() + " ms";
        }
        return seconds < 120 ? seconds + " s" : seconds < 7200 ? seconds / 60 + " minutes" : seconds / 3600 + " hours";
    }
}
