package dev.policyscan.source.web;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Undoes the compression that a page was sent in, up to a size. */
final class ContentCoding {
    /** Nobody sends more; more would only be work. */
    private static final int MOST = 3;

    private ContentCoding() {}

    /** What was sent in a coding that was not asked for, or not as it claims. */
    static final class BadCoding extends IOException {
        private static final long serialVersionUID = 1L;

        BadCoding(String message) {
            super(message);
        }
    }

    /**
     * @param codings the header {@code Content-Encoding}; blank for none
     * @throws TooLarge if there is more than {@code max} after decompression
     */
    static byte[] decode(byte[] sent, String codings, int max) throws IOException {
        String[] names = codings.isBlank() ? new String[0] : codings.toLowerCase(Locale.ROOT).split(",");
        if (names.length > MOST) {
            throw new BadCoding("is compressed " + names.length + " times");
        }
        byte[] bytes = sent;
        for (int i = names.length - 1; i >= 0; i--) {
            String name = names[i].strip();
            bytes = switch (name) {
                case "", "identity", "none", "utf-8" -> bytes;
                case "gzip", "x-gzip" -> isGzip(bytes) ? inflate(new GZIPInputStream(new ByteArrayInputStream(bytes)), max) : bytes;
                case "deflate" -> deflate(bytes, max);
                default -> throw new BadCoding("is sent compressed by " + WebAddress.shorten(name) + ", which was not asked for");
            };
        }
        return bytes;
    }

    private static boolean isGzip(byte[] bytes) {
        // Some servers announce a compression that they do not do.
        return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    private static byte[] deflate(byte[] bytes, int max) throws IOException {
        if (bytes.length < 2) {
            return bytes;
        }
        // The standard means zlib; some servers send the bare stream.
        boolean zlib = (bytes[0] & 0x0f) == 8 && ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try {
            return inflate(new InflaterInputStream(new ByteArrayInputStream(bytes), inflater), max);
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflate(InputStream in, int max) throws IOException {
        try (in) {
            byte[] out = in.readNBytes(max);
            if (in.read() >= 0) {
                throw new TooLarge(max);
            }
            return out;
        } catch (EOFException e) {
            throw new BrokenOff(e);
        } catch (ZipException e) {
            throw new BadCoding("is damaged (" + e.getMessage() + ")");
        }
    }
}
