package dev.policyscan.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.policyscan.report.ComparisonColumn;
import dev.policyscan.report.ComparisonRow;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rows of a comparison in a file, one a line, so that their number takes no memory to speak of; and the journal of a scan: each line also
 * says from what it was made, so that it need not be made again. Lines are only ever appended, whole; one that a killed process left
 * unfinished is cut off.
 */
final class RowFile implements Closeable {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final List<ComparisonColumn> FACTS = ComparisonColumn.facts();

    private final FileChannel channel;
    private final Map<String, Long> byKey = new ConcurrentHashMap<>();
    private long end;

    /**
     * A line.
     *
     * @param key what it was made from
     * @param report length and checksum of the report's file
     * @param sketch what the text is found similar by; null where it is not
     * @param row the row
     */
    record Entry(String key, String report, short[] sketch, ComparisonRow row) {}

    private RowFile(FileChannel channel) {
        this.channel = channel;
    }

    /** A new file; one that is there is emptied. */
    static RowFile create(Path path) throws IOException {
        return new RowFile(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** A file that is deleted when it is closed. */
    static RowFile temporary(Path path) throws IOException {
        return new RowFile(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** The file as it is, with what is in it found by key. */
    static RowFile resume(Path path) throws IOException {
        RowFile file = new RowFile(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        file.index();
        return file;
    }

    private void index() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        long line = 0;
        long at = 0;
        while (channel.read(buffer, at) > 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                byte b = buffer.get();
                at++;
                if (b == '\n') {
                    note(head, line);
                    head.reset();
                    line = at;
                } else if (head.size() < 80) {
                    head.write(b);
                }
            }
            buffer.clear();
        }
        end = line;
        channel.truncate(end);
    }

    private void note(ByteArrayOutputStream head, long line) {
        String start = head.toString(StandardCharsets.UTF_8);
        String before = "{\"key\":\"";
        if (start.startsWith(before) && start.length() > before.length() + 64) {
            byKey.put(start.substring(before.length(), before.length() + 64), line);
        }
    }

    /** Where the line of a key begins, or -1. */
    long find(String key) {
        return byKey.getOrDefault(key, -1L);
    }

    /** Appends an entry and gives its place. */
    long append(Entry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("key", entry.key());
            json.writeStringField("report", entry.report());
            json.writeStringField("sketch", entry.sketch() == null ? null : hex(entry.sketch()));
            json.writeFieldName("row");
            entry.row().write(json, FACTS);
            json.writeEndObject();
        }
        bytes.write('\n');
        return append(bytes.toByteArray());
    }

    /** Appends a line as it stands. */
    synchronized long append(byte[] line) throws IOException {
        long place = end;
        ByteBuffer buffer = ByteBuffer.wrap(line);
        long at = place;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
        // Only now: what a full disk left of a line is written over by the next.
        end = at;
        return place;
    }

    /** The line at a place, with its end. */
    byte[] line(long place) throws IOException {
        byte[] line = new byte[8192];
        int length = 0;
        while (true) {
            int read = channel.read(ByteBuffer.wrap(line, length, line.length - length), place + length);
            if (read <= 0) {
                throw new EOFException("the journal is shorter than it was");
            }
            for (int i = length; i < length + read; i++) {
                if (line[i] == '\n') {
                    return Arrays.copyOf(line, i + 1);
                }
            }
            length += read;
            line = length == line.length ? Arrays.copyOf(line, length * 2) : line;
        }
    }

    /** The entry at a place. */
    Entry entry(long place) throws IOException {
        JsonNode node = JsonLines.JSON.readTree(line(place));
        String sketch = node.path("sketch").asText(null);
        return new Entry(node.path("key").asText(), node.path("report").asText(), sketch == null ? null : sketch(sketch), ComparisonRow.ofRow(node.path("row")));
    }

    /** The id of the row at a place, which is quicker than the whole entry. */
    String id(long place) throws IOException {
        try (JsonParser json = FACTORY.createParser(line(place))) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("id")) {
                    return json.nextTextValue();
                }
            }
        }
        throw new IOException("the journal has a line without an id");
    }

    /** The sketch of the entry at a place, or null. */
    short[] sketch(long place) throws IOException {
        try (JsonParser json = FACTORY.createParser(line(place))) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("sketch")) {
                    String hex = json.nextTextValue();
                    return hex == null ? null : sketch(hex);
                }
            }
        }
        return null;
    }

    private static String hex(short[] sketch) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * sketch.length);
        bytes.asShortBuffer().put(sketch);
        return HexFormat.of().formatHex(bytes.array());
    }

    private static short[] sketch(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        short[] sketch = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).asShortBuffer().get(sketch);
        return sketch;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
