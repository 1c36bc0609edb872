package dev.policyscan.scan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** Gives each input an id: a name that every file system takes, made from the input's own, the same in every run over the same inputs. */
final class InputIds {
    private static final int LONGEST = 100;
    private static final Set<String> RESERVED = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4",
            "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    /** Ids given so far, as a table of their digests: eight bytes for each. */
    private long[] taken = new long[1 << 10];
    private int count;

    String of(String label) {
        String base = slug(label);
        String id = base;
        for (int n = 2; !take(id); n++) {
            id = base + "-" + n;
        }
        return id;
    }

    /** The label in letters, digits, dots, dashes and underscores; what else it has is told apart by a digest at the end. */
    private static String slug(String label) {
        String name = withoutExtension(label);
        StringBuilder slug = new StringBuilder();
        boolean lossy = false;
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.';
            if (plain) {
                slug.append(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
            lossy |= !plain && "/\\- ".indexOf(c) < 0;
        }
        while (slug.length() > 0 && (slug.charAt(slug.length() - 1) == '-' || slug.charAt(slug.length() - 1) == '.')) {
            slug.setLength(slug.length() - 1);
        }
        boolean web = label.startsWith("http://") || label.startsWith("https://");
        if (slug.length() > LONGEST || lossy && !web || slug.length() == 0) {
            slug.setLength(Math.min(slug.length(), LONGEST));
            slug.append(slug.length() == 0 ? "policy-" : "-").append(digest(label));
        }
        // A leading dot would hide the report; some names are devices elsewhere.
        int dot = slug.indexOf(".");
        String stem = (dot < 0 ? slug : slug.substring(0, dot)).toString().toLowerCase(Locale.ROOT);
        return slug.charAt(0) == '.' || RESERVED.contains(stem) ? "_" + slug : slug.toString();
    }

    private static String withoutExtension(String label) {
        if (label.startsWith("http://") || label.startsWith("https://")) {
            String address = label.substring(label.indexOf("//") + 2);
            return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        }
        int slash = Math.max(label.lastIndexOf('/'), label.lastIndexOf('\\'));
        int dot = label.lastIndexOf('.');
        return dot > slash + 1 && label.length() - dot <= 6 ? label.substring(0, dot) : label;
    }

    private static String digest(String label) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(label.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 4));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Notes an id; false if it is taken, or the same but for case, which some file systems do not tell apart. */
    private boolean take(String id) {
        if (count * 2 > taken.length) {
            long[] old = taken;
            taken = new long[old.length * 2];
            for (long hash : old) {
                if (hash != 0) {
                    taken[slot(hash)] = hash;
                }
            }
        }
        long hash = hash(id);
        int slot = slot(hash);
        if (taken[slot] == hash) {
            return false;
        }
        taken[slot] = hash;
        count++;
        return true;
    }

    /** Whether the id was given to an input. */
    boolean given(String id) {
        long hash = hash(id);
        return taken[slot(hash)] == hash;
    }

    private static long hash(String id) {
        long hash = 1125899906842597L;
        for (char c : id.toLowerCase(Locale.ROOT).toCharArray()) {
            hash = (hash ^ c) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }

    private int slot(long hash) {
        int slot = (int) (hash >>> 33) & (taken.length - 1);
        while (taken[slot] != 0 && taken[slot] != hash) {
            slot = (slot + 1) & (taken.length - 1);
        }
        return slot;
    }
}
