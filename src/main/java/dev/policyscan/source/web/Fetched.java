package dev.policyscan.source.web;

import dev.policyscan.source.MediaType;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A page as a server sent it. The bytes are not copied and must not be changed.
 *
 * @param url the address that was asked for
 * @param finalUrl the address that the page was found at, after redirects
 * @param via the addresses in between, in order
 * @param hub the page that was no policy itself and linked to this one; null where none was
 * @param status the status of the answer
 * @param fetched when it was answered, to the second
 * @param mediaType its media type: what the server calls it, unless the bytes are clearly something else
 * @param charset the character encoding that the server names; null for none
 * @param headers the headers that tell versions of a page apart, by name in lower case
 * @param bytes the page, decompressed and otherwise untouched
 */
public record Fetched(
        URI url, URI finalUrl, List<URI> via, URI hub, int status, Instant fetched, String mediaType, String charset, Map<String, String> headers, byte[] bytes) {
    public Fetched {
        via = List.copyOf(via);
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /**
     * The page as an input to analyze.
     *
     * @throws SourceException if it holds no text that can be read
     */
    public Source source() throws SourceException {
        Source sniffed = Source.of(finalUrl.toString(), bytes);
        MediaType read = switch (kind()) {
            case HTML -> MediaType.HTML;
            case MARKDOWN -> MediaType.MARKDOWN;
            case TEXT -> MediaType.TEXT;
            default -> sniffed.mediaType();
        };
        return new Source(url.toString(), bytes, read, charset, finalUrl.toString(), fetched);
    }

    /** The digest of the bytes, lower-case hexadecimal. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What it is saved as. */
    PageKind kind() {
        for (PageKind kind : PageKind.values()) {
            if (kind.iana().equals(mediaType)) {
                return kind;
            }
        }
        throw new IllegalStateException(mediaType);
    }

    /** The same page, reached from another by a link in it. */
    Fetched from(Fetched page) {
        List<URI> all = new ArrayList<>(page.via);
        all.add(page.finalUrl);
        all.addAll(via);
        return new Fetched(page.url, finalUrl, all, page.finalUrl, status, fetched, mediaType, charset, headers, bytes);
    }

    /** The media type of a {@code Content-Type}, in lower case; empty for none. */
    static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** The {@code charset} of a {@code Content-Type}; null for none. */
    static String charset(String contentType) {
        String[] parts = contentType.split(";");
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            if (part.regionMatches(true, 0, "charset=", 0, 8)) {
                String name = part.substring(8).replace("\"", "").replace("'", "").strip();
                return name.isEmpty() || name.length() > 40 ? null : name;
            }
        }
        return null;
    }
}
