package dev.policyscan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The front door. {@code Policyscan.analyzer().analyze(Source.of(path))} gives the report of a policy.
 */
public final class Policyscan {
    private static final String VERSION = readVersion();

    private Policyscan() {}

    /** An analyzer with the built-in lexicon and model; immutable, thread-safe, worth keeping. */
    public static PolicyAnalyzer analyzer() {
        return new PolicyAnalyzer();
    }

    /** The version of the product, such as {@code 0.1.0}. */
    public static String version() {
        return VERSION;
    }

    private static String readVersion() {
        try (InputStream in = Policyscan.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
