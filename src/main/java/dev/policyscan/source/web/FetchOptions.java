package dev.policyscan.source.web;

import dev.policyscan.Policyscan;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Objects;

/**
 * How pages are fetched. Immutable; {@link #defaults()} with one thing changed at a time.
 *
 * @param userAgent what servers are told who asks
 * @param connectTimeout how long a connection may take to come about
 * @param requestTimeout how long a server may take to begin its answer
 * @param totalTimeout how long a page may take in all, redirects and retries included, waiting for other requests to the same host not
 * @param maxBytes the largest page, before and after decompression
 * @param maxRedirects how many redirects are followed
 * @param maxRetries how often a page is asked for again when the server is busy (429, 503)
 * @param backOff the wait before the first retry where the server names none; doubled each time
 * @param longestWait the longest wait that a server may ask for
 * @param allowPrivate whether addresses that are not on the public internet may be asked
 * @param robots whether {@code robots.txt} is obeyed, as it must be when a list of pages is fetched
 * @param proxies which proxy to ask for which page; null for what the JVM was started with
 */
public record FetchOptions(
        String userAgent,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration totalTimeout,
        int maxBytes,
        int maxRedirects,
        int maxRetries,
        Duration backOff,
        Duration longestWait,
        boolean allowPrivate,
        boolean robots,
        ProxySelector proxies) {
    /** The name that {@code robots.txt} may address. */
    public static final String ROBOT = "policyscan";

    private static final FetchOptions DEFAULTS = new FetchOptions(
            ROBOT + "/" + Policyscan.version() + " (reads privacy policies)", Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(90),
            20 << 20, 10, 3, Duration.ofSeconds(1), Duration.ofSeconds(30), false, false, null);

    public FetchOptions {
        Objects.requireNonNull(userAgent, "userAgent");
        if (connectTimeout.isNegative() || connectTimeout.isZero() || requestTimeout.isNegative() || requestTimeout.isZero()
                || totalTimeout.isNegative() || totalTimeout.isZero() || backOff.isNegative() || longestWait.isNegative()) {
            throw new IllegalArgumentException("a timeout must be longer than nothing");
        }
        if (maxBytes <= 0 || maxRedirects < 0 || maxRetries < 0) {
            throw new IllegalArgumentException("a limit must not be negative");
        }
    }

    /** 20 MB, ten redirects, 90 seconds, three retries, public addresses only. */
    public static FetchOptions defaults() {
        return DEFAULTS;
    }

    /** With other timeouts. */
    public FetchOptions withTimeouts(Duration connect, Duration request, Duration total) {
        return new FetchOptions(userAgent, connect, request, total, maxBytes, maxRedirects, maxRetries, backOff, longestWait, allowPrivate, robots, proxies);
    }

    /** With another limit of size. */
    public FetchOptions withMaxBytes(int bytes) {
        return new FetchOptions(
                userAgent, connectTimeout, requestTimeout, totalTimeout, bytes, maxRedirects, maxRetries, backOff, longestWait, allowPrivate, robots, proxies);
    }

    /** With other retries. */
    public FetchOptions withRetries(int retries, Duration first, Duration longest) {
        return new FetchOptions(
                userAgent, connectTimeout, requestTimeout, totalTimeout, maxBytes, maxRedirects, retries, first, longest, allowPrivate, robots, proxies);
    }

    /** With or without private addresses. */
    public FetchOptions withAllowPrivate(boolean allow) {
        return new FetchOptions(
                userAgent, connectTimeout, requestTimeout, totalTimeout, maxBytes, maxRedirects, maxRetries, backOff, longestWait, allow, robots, proxies);
    }

    /** With or without obedience to {@code robots.txt}. */
    public FetchOptions withRobots(boolean obey) {
        return new FetchOptions(
                userAgent, connectTimeout, requestTimeout, totalTimeout, maxBytes, maxRedirects, maxRetries, backOff, longestWait, allowPrivate, obey, proxies);
    }

    /** With other proxies. */
    public FetchOptions withProxies(ProxySelector selector) {
        return new FetchOptions(
                userAgent, connectTimeout, requestTimeout, totalTimeout, maxBytes, maxRedirects, maxRetries, backOff, longestWait, allowPrivate, robots, selector);
    }
}
