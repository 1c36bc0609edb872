package dev.policyscan.scan;

import dev.policyscan.Policyscan;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Which policyscan this is, down to the rules in it: reports of another one are not taken over. */
final class Build {
    private Build() {}

    /** The version, and the digest of the jar where there is one. */
    static String id() {
        String version = Policyscan.version();
        CodeSource code = Policyscan.class.getProtectionDomain().getCodeSource();
        try {
            Path jar = code == null ? null : Path.of(code.getLocation().toURI());
            return jar == null || !Files.isRegularFile(jar) ? version : version + " " + sha256(Files.readAllBytes(jar));
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return version;
        }
    }

    static String sha256(String... parts) {
        return sha256(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
