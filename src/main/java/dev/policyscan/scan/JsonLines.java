package dev.policyscan.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.policyscan.source.MediaType;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The policies of a file with a JSON object on each line: {@code id}, and one of {@code text}, {@code html} and {@code url}. */
final class JsonLines {
    /** Text in JSON may take more room than the text itself. */
    private static final int LONGEST = 2 * Source.MAX_BYTES;

    static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST).build()).build());

    private final String name;
    private final Inputs.Fetcher fetcher;

    JsonLines(String name, Inputs.Fetcher fetcher) {
        this.name = name;
        this.fetcher = fetcher;
    }

    void read(InputStream raw, boolean gzip, InputSink sink) throws IOException, InterruptedException {
        Lines lines = new Lines(gzip ? new GZIPInputStream(raw, 1 << 16) : raw, '\n', LONGEST);
        for (byte[] line = next(lines); line != null; line = next(lines)) {
            String place = name + ":" + lines.number();
            if (lines.tooLong()) {
                sink.failure(place, FailureKind.INPUT, TooLarge.MESSAGE);
            } else if (!isBlank(line)) {
                line(place, line, lines.number(), sink);
            }
        }
    }

    private static byte[] next(Lines lines) throws IOException {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new Archive.DamagedException(lines.number(), e);
        }
    }

    private void line(String place, byte[] line, long number, InputSink sink) throws InterruptedException {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            sink.failure(place, FailureKind.INPUT, "is no JSON (" + e.getOriginalMessage().lines().findFirst().orElse("") + ")");
            return;
        } catch (IOException e) {
            sink.failure(place, FailureKind.INPUT, "is no JSON (" + e.getMessage() + ")");
            return;
        }
        if (node.has("schema_version") && node.has("facts")) {
            sink.failure(place, FailureKind.INPUT, "is a report, not a policy; use policyscan compare");
            return;
        }
        String id = node.path("id").isValueNode() && !node.path("id").isNull() ? node.path("id").asText() : "";
        String label = id.isEmpty() ? "line-" + number : id;
        String uri = id.isEmpty() ? place : name + "#" + id;
        String key = null;
        for (String one : new String[] {"text", "html", "url"}) {
            if (node.path(one).isTextual()) {
                if (key != null) {
                    sink.failure(uri, FailureKind.INPUT, "has both " + key + " and " + one + "; give one of them");
                    return;
                }
                key = one;
            }
        }
        if (key == null) {
            sink.failure(uri, FailureKind.INPUT, "has neither text nor html nor url; give one of them as a string");
        } else if (key.equals("url")) {
            String url = node.path(key).asText();
            // What names a file must not reach beyond the web.
            sink.input(new ScanInput(url, label + ".", 1 << 18, false, () -> {
                if (!Inputs.isWeb(url)) {
                    throw new SourceException("is no web address; it has to begin with https:// or http://");
                }
                return fetcher.fetch(url);
            }));
        } else {
            byte[] bytes = node.path(key).asText().getBytes(StandardCharsets.UTF_8);
            boolean html = key.equals("html");
            // An id may look like a file's name, but is none: its "extension" stays.
            sink.input(new ScanInput(uri, label + ".", bytes.length, true, () -> {
                Source source = Source.of(html ? uri : place, bytes);
                return new Source(uri, bytes, html ? MediaType.HTML : source.mediaType() == MediaType.HTML ? MediaType.TEXT : source.mediaType(), "UTF-8");
            }));
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
