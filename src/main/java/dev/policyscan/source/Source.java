package dev.policyscan.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An input, read but not yet decoded. The factory methods refuse what is certainly no text; the bytes are not copied and must not
 * be changed.
 *
 * @param uri the input as it was named: a path, a URL, or {@code -} for standard input
 * @param bytes its bytes
 * @param mediaType what it is read as
 * @param declaredCharset the character encoding it came with, such as that of an HTTP header; null where there is none
 * @param origin the address on the web that it came from, after redirects; null where it is not known to come from there
 * @param fetched when it was fetched from there; null where there is no origin
 */
public record Source(String uri, byte[] bytes, MediaType mediaType, String declaredCharset, String origin, Instant fetched) {
    /** The largest input that is read. */
    public static final int MAX_BYTES = 64 << 20;

    public Source {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(mediaType, "mediaType");
    }

    /** An input that is not known to come from the web. */
    public Source(String uri, byte[] bytes, MediaType mediaType, String declaredCharset) {
        this(uri, bytes, mediaType, declaredCharset, null, null);
    }

    /**
     * Reads a file.
     *
     * @throws SourceException if it cannot be read, or is no text
     */
    public static Source of(Path path) throws SourceException {
        if (Files.isDirectory(path)) {
            throw new SourceException("is a folder; pass the files in it");
        }
        try (SeekableByteChannel in = Files.newByteChannel(path)) {
            // At once, where the file knows its size; a pipe does not.
            byte[] bytes = new byte[(int) Math.min(in.size(), MAX_BYTES) + 1];
            int length = 0;
            for (int read = 0; read >= 0 && length <= MAX_BYTES; length += Math.max(read, 0)) {
                bytes = length == bytes.length ? Arrays.copyOf(bytes, Math.min(MAX_BYTES + 1, Math.max(bytes.length * 2, 1 << 13))) : bytes;
                read = in.read(ByteBuffer.wrap(bytes, length, bytes.length - length));
            }
            return of(path.toString(), Arrays.copyOf(bytes, length));
        } catch (SourceException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new SourceException("no such file; check the name", e);
        } catch (AccessDeniedException e) {
            throw new SourceException("no permission to read it; check who may", e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads a stream to its end. The stream is not closed.
     *
     * @throws SourceException if it cannot be read, or is no text
     */
    public static Source of(String uri, InputStream in) throws SourceException {
        try {
            return of(uri, in.readNBytes(MAX_BYTES + 1));
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Takes bytes as they are; the name's extension and the bytes tell what they are.
     *
     * @throws SourceException if they are no text
     */
    public static Source of(String uri, byte[] bytes) throws SourceException {
        if (bytes.length > MAX_BYTES) {
            throw new SourceException("larger than " + (MAX_BYTES >> 20) + " MB; pass the policy alone");
        }
        BinaryKind.refuse(bytes);
        return new Source(uri, bytes, Sniffer.mediaType(uri, bytes), null);
    }

    /**
     * The text; of a web archive, the page in it.
     *
     * @throws SourceException if there is none but white space
     * @throws IllegalStateException if sources of its media type are no text
     */
    public Decoded decode() throws SourceException {
        if (!mediaType.isText()) {
            throw new IllegalStateException(mediaType + " is no text");
        }
        Decoded decoded = mediaType == MediaType.WEB_ARCHIVE ? WebArchive.page(bytes) : Encoding.decode(bytes, mediaType, declaredCharset);
        if (isBlank(decoded.text())) {
            throw new SourceException("holds only white space; there is nothing to read");
        }
        return decoded;
    }

    /** The digest of the bytes, lower-case hexadecimal. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT) {
                return false;
            }
        }
        return true;
    }

    private static SourceException unreadable(IOException e) {
        // The message of a FileSystemException starts with the file's name.
        String said = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        String why = said == null ? e.getClass().getSimpleName() : said.lines().findFirst().orElse("");
        return new SourceException("cannot be read (" + why + "); check the file or the disk", e);
    }
}
