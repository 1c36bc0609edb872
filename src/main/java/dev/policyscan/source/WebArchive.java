package dev.policyscan.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Takes the page out of a web archive: a MIME message whose parts are a page and what it shows (RFC 2557). */
final class WebArchive {
    /** Longest head of a message or a part. */
    private static final int HEAD = 1 << 16;
    private static final int DEEPEST = 8;

    private final byte[] bytes;

    /** A message or a part of one: where its head and its body stand, and what the head says. */
    private record Part(String head, int start, int end) {
        /** The value of a header field, folded lines joined; empty where there is none. */
        String field(String name) {
            int at = 0;
            while (at < head.length()) {
                int end = lineEnd(at);
                if (head.regionMatches(true, at, name, 0, name.length()) && at + name.length() < end && head.charAt(at + name.length()) == ':') {
                    return head.substring(at + name.length() + 1, end).replace("\r", "").replace("\n", "").strip();
                }
                at = end + 1;
            }
            return "";
        }

        /** End of a field: of the last of its lines. */
        private int lineEnd(int from) {
            int end = head.indexOf('\n', from);
            while (end >= 0 && end + 1 < head.length() && (head.charAt(end + 1) == ' ' || head.charAt(end + 1) == '\t')) {
                end = head.indexOf('\n', end + 1);
            }
            return end < 0 ? head.length() : end;
        }

        String type() {
            String type = field("Content-Type");
            int end = type.indexOf(';');
            return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        }

        /** A parameter of the content type, without quotes; null where there is none. */
        String parameter(String name) {
            String type = field("Content-Type");
            int at = type.indexOf(';');
            while (at >= 0) {
                int from = at + 1;
                while (from < type.length() && (type.charAt(from) == ' ' || type.charAt(from) == '\t')) {
                    from++;
                }
                int equals = type.indexOf('=', from);
                if (equals < 0) {
                    return null;
                }
                int value = equals + 1;
                boolean quoted = value < type.length() && type.charAt(value) == '"';
                int end = type.indexOf(quoted ? '"' : ';', value + (quoted ? 1 : 0));
                end = end < 0 ? type.length() : end;
                if (type.substring(from, equals).strip().equalsIgnoreCase(name)) {
                    return quoted ? type.substring(value + 1, end) : type.substring(value, end).strip();
                }
                at = type.indexOf(';', end);
            }
            return null;
        }
    }

    private WebArchive(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether the bytes are a message of several parts. */
    static boolean is(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
        int first = start.indexOf(':');
        if (first <= 0 || first > 60) {
            return false;
        }
        for (int i = 0; i < first; i++) {
            char c = start.charAt(i);
            if (!(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-')) {
                return false;
            }
        }
        String lower = start.toLowerCase(Locale.ROOT);
        return lower.contains("mime-version:") && lower.contains("content-type:") && lower.contains("multipart/");
    }

    /**
     * The page.
     *
     * @throws SourceException if there is none
     */
    static Decoded page(byte[] bytes) throws SourceException {
        WebArchive archive = new WebArchive(bytes);
        Part page = archive.root(archive.part(0, bytes.length), 0);
        if (page == null) {
            throw new SourceException("is a web archive without a page in it; save the page again");
        }
        return Encoding.decode(archive.body(page), MediaType.HTML, page.parameter("charset"));
    }

    private Part part(int from, int to) {
        int at = from;
        while (at < to && at < from + HEAD) {
            int end = line(at, to);
            int length = end - at;
            if (length == 0 || length == 1 && bytes[at] == '\r') {
                return new Part(text(from, at), Math.min(end + 1, to), to);
            }
            at = end + 1;
        }
        return new Part("", from, to);
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** End of a line, its line feed not included. */
    private int line(int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The part that is the page: the one that the message says it starts with, else the first page. */
    private Part root(Part message, int depth) {
        if (message.type().equals("text/html") || message.type().equals("application/xhtml+xml")) {
            return message;
        }
        String boundary = message.parameter("boundary");
        if (!message.type().startsWith("multipart/") || boundary == null || boundary.isEmpty() || depth >= DEEPEST) {
            return null;
        }
        String start = message.parameter("start");
        Part first = null;
        for (Part part : parts(message, "--" + boundary)) {
            Part found = root(part, depth + 1);
            if (found != null && start != null && part.field("Content-ID").equals(start)) {
                return found;
            }
            first = first == null ? found : first;
        }
        return first;
    }

    private List<Part> parts(Part message, String delimiter) {
        byte[] wanted = delimiter.getBytes(StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int begun = -1;
        int at = message.start;
        while (at < message.end) {
            int end = line(at, message.end);
            if (startsWith(at, end, wanted)) {
                if (begun >= 0) {
                    parts.add(part(begun, Math.max(begun, trimmed(at))));
                }
                boolean last = startsWith(at + wanted.length, end, new byte[] {'-', '-'});
                begun = last ? -1 : Math.min(end + 1, message.end);
                if (last) {
                    break;
                }
            }
            at = end + 1;
        }
        if (begun >= 0 && begun < message.end) {
            // Cut off in the middle.
            parts.add(part(begun, message.end));
        }
        return parts;
    }

    /** Start of the line end before an offset, which belongs to the delimiter after it. */
    private int trimmed(int at) {
        int end = at > 0 && bytes[at - 1] == '\n' ? at - 1 : at;
        return end > 0 && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    private boolean startsWith(int at, int end, byte[] wanted) {
        if (end - at < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private byte[] body(Part part) throws SourceException {
        return switch (part.field("Content-Transfer-Encoding").toLowerCase(Locale.ROOT)) {
            case "quoted-printable" -> quotedPrintable(part);
            case "base64" -> base64(part);
            default -> Arrays.copyOfRange(bytes, part.start, part.end);
        };
    }

    private byte[] base64(Part part) throws SourceException {
        try {
            return Base64.getMimeDecoder().decode(Arrays.copyOfRange(bytes, part.start, part.end));
        } catch (IllegalArgumentException e) {
            throw new SourceException("is a damaged web archive; save the page again", e);
        }
    }

    private byte[] quotedPrintable(Part part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(part.end - part.start);
        int at = part.start;
        while (at < part.end) {
            byte b = bytes[at];
            if (b != '=') {
                out.write(b);
                at++;
                continue;
            }
            int next = at + 1;
            while (next < part.end && (bytes[next] == ' ' || bytes[next] == '\t' || bytes[next] == '\r')) {
                next++;
            }
            if (next == part.end || bytes[next] == '\n') {
                // A line end that only the encoding needs.
                at = next + 1;
                continue;
            }
            int high = at + 1 < part.end ? Character.digit(bytes[at + 1], 16) : -1;
            int low = at + 2 < part.end ? Character.digit(bytes[at + 2], 16) : -1;
            if (high < 0 || low < 0) {
                out.write(b);
                at++;
            } else {
                out.write(high << 4 | low);
                at += 3;
            }
        }
        return out.toByteArray();
    }
}
