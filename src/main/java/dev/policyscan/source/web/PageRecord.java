package dev.policyscan.source.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Where and when a saved page came from: the file {@code NAME.meta.json} beside {@code NAME.html}.
 *
 * @param url the address that was asked for; null where the file does not say
 * @param finalUrl the address that the page was found at
 * @param fetched when
 * @param charset the character encoding that the server named; null for none
 * @param sha256 the digest of the page's bytes
 */
public record PageRecord(String url, String finalUrl, Instant fetched, String charset, String sha256) {
    private static final String EXTENSION = ".meta.json";
    private static final int MAX_BYTES = 1 << 20;

    /**
     * Reads a file, with its origin where a record of it lies beside it. A file that was changed since it was saved is no longer what its
     * record speaks of, so it has none.
     *
     * @throws SourceException if the file cannot be read, or is no text
     */
    public static Source source(Path file) throws SourceException {
        Source source = Source.of(file);
        PageRecord record = beside(file);
        if (record == null || !record.sha256.equals(source.sha256())) {
            return source;
        }
        return new Source(source.uri(), source.bytes(), source.mediaType(), record.charset, record.finalUrl, record.fetched);
    }

    /** The record beside a page; null where there is none that can be read. */
    static PageRecord beside(Path page) {
        Path name = page.getFileName();
        if (name == null) {
            return null;
        }
        int dot = name.toString().lastIndexOf('.');
        return read(page.resolveSibling((dot > 0 ? name.toString().substring(0, dot) : name) + EXTENSION));
    }

    static Path file(Path folder, String name) {
        return folder.resolve(name + EXTENSION);
    }

    /** Null where it is no record: any program may call a file of its own by that name. */
    static PageRecord read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return null;
            }
            Map<String, String> values = new HashMap<>();
            try (JsonParser json = new JsonFactory().createParser(Files.readAllBytes(file))) {
                if (json.nextToken() != JsonToken.START_OBJECT) {
                    return null;
                }
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    if (json.nextToken() == JsonToken.VALUE_STRING) {
                        values.put(name, json.getText());
                    } else {
                        json.skipChildren();
                    }
                }
            }
            String finalUrl = values.get("final_url");
            String fetched = values.get("fetched");
            String sha256 = values.get("sha256");
            if (finalUrl == null || fetched == null || sha256 == null) {
                return null;
            }
            return new PageRecord(values.get("url"), finalUrl, Instant.parse(fetched), values.get("charset"), sha256);
        } catch (IOException | DateTimeException e) {
            return null;
        }
    }

    /** The record of a page, as JSON. */
    static String json(Fetched page) {
        StringWriter out = new StringWriter();
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        lines.indentObjectsWith(indenter);
        lines.indentArraysWith(indenter);
        try (JsonGenerator json = new JsonFactory().createGenerator(out).setPrettyPrinter(lines)) {
            json.writeStartObject();
            json.writeStringField("url", page.url().toString());
            json.writeStringField("final_url", page.finalUrl().toString());
            json.writeArrayFieldStart("via");
            for (URI uri : page.via()) {
                json.writeString(uri.toString());
            }
            json.writeEndArray();
            if (page.hub() != null) {
                json.writeStringField("hub", page.hub().toString());
            }
            json.writeNumberField("status", page.status());
            json.writeStringField("fetched", page.fetched().toString());
            json.writeStringField("media_type", page.mediaType());
            json.writeStringField("charset", page.charset());
            json.writeNumberField("bytes", page.bytes().length);
            json.writeStringField("sha256", page.sha256());
            json.writeObjectFieldStart("headers");
            for (Map.Entry<String, String> header : page.headers().entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a string takes everything", e);
        }
        return out + "\n";
    }
}
