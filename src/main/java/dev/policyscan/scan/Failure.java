package dev.policyscan.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An input that gave no report.
 *
 * @param input its name
 * @param id the id its report would have; null where it has none
 * @param kind where the fault lies
 * @param message what is wrong, in a line
 * @param reproduce a command that shows the failure; null where there is none
 */
public record Failure(String input, String id, FailureKind kind, String message, String reproduce) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** The failure as a line of JSON, with its end. */
    byte[] line() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("input", input);
            json.writeStringField("id", id);
            json.writeStringField("kind", kind.term());
            json.writeStringField("message", message);
            json.writeStringField("reproduce", reproduce);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /** A command as a POSIX shell takes it, whatever is in the name. */
    static String command(String name) {
        boolean plain = !name.isEmpty() && !name.startsWith("-");
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            plain &= c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_-./:@%+=,".indexOf(c) >= 0;
        }
        String shown = name.startsWith("-") ? "./" + name : name;
        return "policyscan analyze --verbose " + (plain ? shown : "'" + shown.replace("'", "'\\''") + "'");
    }
}
