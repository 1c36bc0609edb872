package dev.policyscan.source.web;

import dev.policyscan.source.SourceException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;

/** Addresses of pages as people and servers write them: with spaces, with letters of any script, relative to another page. */
public final class WebAddress {
    private static final int LONGEST = 8192;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private WebAddress() {}

    /** Whether an input is meant as the address of a page rather than as the name of a file. */
    public static boolean isOne(String input) {
        return input.regionMatches(true, 0, "https://", 0, 8) || input.regionMatches(true, 0, "http://", 0, 7);
    }

    /**
     * Reads an address; the part after {@code #} is left out, since servers never see it.
     *
     * @throws SourceException if it is none
     */
    public static URI parse(String written) throws SourceException {
        if (!isOne(written.strip())) {
            throw new SourceException("is no web address; it must begin with https:// or http://");
        }
        return normal(escape(written.strip(), StandardCharsets.UTF_8));
    }

    /** Reads what a server gives as the next address. */
    static URI redirect(URI from, String location) throws SourceException {
        // The client hands over the bytes of a header as Latin-1; escaped as such they are the server's bytes again.
        return resolve(from, location, StandardCharsets.ISO_8859_1);
    }

    /** Reads an address in a page. */
    static URI link(URI page, String written) throws SourceException {
        return resolve(page, written, StandardCharsets.UTF_8);
    }

    private static URI resolve(URI from, String written, Charset charset) throws SourceException {
        // java.net.URI drops empty segments, which some addresses need: https://archive.example/https://fernwick.example/
        String escaped = escape(written.strip(), charset);
        String root = from.getScheme() + "://" + from.getRawAuthority();
        String next;
        if (escaped.isEmpty() || escaped.startsWith("#")) {
            next = from.toString();
        } else if (escaped.startsWith("//")) {
            next = from.getScheme() + ":" + escaped;
        } else if (escaped.startsWith("/")) {
            next = root + escaped;
        } else if (escaped.startsWith("?")) {
            next = root + from.getRawPath() + escaped;
        } else if (hasScheme(escaped)) {
            next = escaped;
        } else {
            next = root + from.getRawPath().substring(0, from.getRawPath().lastIndexOf('/') + 1) + escaped;
        }
        if (!isOne(next)) {
            throw new SourceException("leads to what is no web address (" + shorten(written) + "); check it in a browser");
        }
        return normal(next);
    }

    private static boolean hasScheme(String written) {
        int colon = written.indexOf(':');
        return colon > 0 && written.substring(0, colon).chars().allMatch(
                c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.');
    }

    /** Without {@code .} and {@code ..}. */
    private static String path(String written) {
        if (!written.contains("/.")) {
            return written.isEmpty() ? "/" : written;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = written.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String segment = segments[i];
            boolean up = segment.equals("..");
            if (up && !kept.isEmpty()) {
                kept.removeLast();
            }
            if (!up && !segment.equals(".")) {
                kept.addLast(segment);
            } else if (i == segments.length - 1) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    private static URI normal(String escaped) throws SourceException {
        if (escaped.length() > LONGEST) {
            throw new SourceException("is too long for a web address; check it");
        }
        URI uri;
        try {
            int fragment = escaped.indexOf('#');
            uri = new URI(fragment < 0 ? escaped : escaped.substring(0, fragment));
        } catch (URISyntaxException e) {
            throw new SourceException("is no web address (" + e.getReason() + "); check it", e);
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65535) {
            throw new SourceException("names no host that can be asked; check the address");
        }
        if (uri.getRawUserInfo() != null) {
            throw new SourceException("holds a user name or password, which would end up in reports; leave it out");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path(uri.getRawPath()) + query);
    }

    /** Escapes what may not stand in a URI, in the host by its own rules. */
    private static String escape(String written, Charset charset) throws SourceException {
        int start = written.startsWith("//") ? 2 : isOne(written) ? written.indexOf("//") + 2 : -1;
        StringBuilder out = new StringBuilder(written.length() + 16);
        int at = 0;
        if (start >= 0) {
            int end = start;
            while (end < written.length() && "/?#\\".indexOf(written.charAt(end)) < 0) {
                end++;
            }
            out.append(written, 0, start).append(host(written.substring(start, end)));
            at = end;
        }
        while (at < written.length()) {
            int point = written.codePointAt(at);
            int next = at + Character.charCount(point);
            boolean escaped = point == '%' && isHex(written, at + 1) && isHex(written, at + 2);
            if (point == '\\' && out.indexOf("?") < 0) {
                // As browsers do.
                out.append('/');
            } else if (point == '\t' || point == '\n' || point == '\r') {
                // Browsers drop them.
                at = next;
                continue;
            } else if (escaped || point > ' ' && point < 0x7f && "\"<>\\^`{|}[]%".indexOf(point) < 0) {
                out.append((char) point);
            } else {
                for (byte b : written.substring(at, next).getBytes(charset)) {
                    out.append('%').append(HEX.toHexDigits(b));
                }
            }
            at = next;
        }
        return out.toString();
    }

    private static String host(String written) throws SourceException {
        boolean ascii = written.chars().allMatch(c -> c < 0x80);
        if (ascii) {
            return written;
        }
        try {
            return IDN.toASCII(written, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            throw new SourceException("names no host that can be asked; check the address", e);
        }
    }

    private static boolean isHex(String s, int at) {
        return at < s.length() && Character.digit(s.charAt(at), 16) >= 0 && s.charAt(at) < 0x80;
    }

    static String shorten(String s) {
        return s.length() <= 80 ? s : s.substring(0, 77) + "…";
    }
}
