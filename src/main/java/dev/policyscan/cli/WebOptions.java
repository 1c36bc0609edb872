package dev.policyscan.cli;

import dev.policyscan.source.Source;
import dev.policyscan.source.web.EnvironmentProxies;
import dev.policyscan.source.web.FetchOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How pages are fetched: the options of every command that takes a web address. */
final class WebOptions {
    private static final int LONGEST_SECONDS = 3600;

    @Option(
            names = "--follow",
            order = 50,
            description = "Where a page from the web is not the policy itself but links to it, take the likeliest link.")
    private boolean follow;

    @Option(names = "--allow-private", order = 51, description = "Fetch from addresses that are not on the public internet, too.")
    private boolean allowPrivate;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            order = 52,
            converter = Size.class,
            description = "The largest page to fetch, such as 500k or 30M. Default: 20M.")
    private Integer maxSize;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            order = 53,
            converter = Seconds.class,
            description = "The longest that fetching one page may take, redirects and retries included. Default: 90.")
    private Duration timeout;

    boolean follow() {
        return follow;
    }

    /**
     * What was asked for.
     *
     * @param list whether several pages are fetched, so that robots.txt is to be obeyed
     * @throws IllegalArgumentException if the environment names a proxy that cannot be used; its message is for people
     */
    FetchOptions fetchOptions(Map<String, String> env, boolean list) {
        FetchOptions options = FetchOptions.defaults().withAllowPrivate(allowPrivate).withRobots(list);
        if (maxSize != null) {
            options = options.withMaxBytes(maxSize);
        }
        if (timeout != null) {
            options = options.withTimeouts(least(options.connectTimeout(), timeout), least(options.requestTimeout(), timeout), timeout);
        }
        EnvironmentProxies proxies = EnvironmentProxies.of(env);
        if (proxies != null && proxies.hasPassword() && System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) {
            // Without this, the JDK never tells a proxy the password for a secure page.
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        }
        return proxies == null ? options : options.withProxies(proxies);
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** Reads a size: bytes, or a number with k or M, with or without B. */
    static final class Size implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            String size = value.strip().toLowerCase(Locale.ROOT);
            size = size.endsWith("b") ? size.substring(0, size.length() - 1) : size;
            int shift = size.endsWith("k") ? 10 : size.endsWith("m") ? 20 : 0;
            String digits = (shift == 0 ? size : size.substring(0, size.length() - 1)).strip();
            boolean number = !digits.isEmpty() && digits.length() <= 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            long bytes = number ? Long.parseLong(digits) << shift : 0;
            if (bytes <= 0 || bytes > Source.MAX_BYTES) {
                throw new TypeConversionException(value + " is no size from 1 to " + (Source.MAX_BYTES >> 20) + "M");
            }
            return (int) bytes;
        }
    }

    /** Reads a time in whole seconds. */
    static final class Seconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            boolean number = !value.isEmpty() && value.length() <= 4 && value.chars().allMatch(c -> c >= '0' && c <= '9');
            int seconds = number ? Integer.parseInt(value) : 0;
            if (seconds <= 0 || seconds > LONGEST_SECONDS) {
                throw new TypeConversionException(value + " is no number of seconds from 1 to " + LONGEST_SECONDS);
            }
            return Duration.ofSeconds(seconds);
        }
    }
}
