package dev.policyscan.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds the character encoding of bytes: a byte order mark, else the pattern of zeros of UTF-16, else what is declared, else UTF-8
 * where the bytes are that, else Windows-1252.
 */
final class Encoding {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** How far into a page a declared encoding or the pattern of UTF-16 is looked for. */
    private static final int LOOK = 4096;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final Charset charset;
    private final int bomLength;

    private Encoding(Charset charset, int bomLength) {
        this.charset = charset;
        this.bomLength = bomLength;
    }

    static Decoded decode(byte[] bytes, MediaType mediaType, String declared) {
        Encoding found = detect(bytes, mediaType, declared);
        return new Decoded(new String(bytes, found.bomLength, bytes.length - found.bomLength, found.charset), found.charset.name());
    }

    /** The first characters, enough to tell HTML and Markdown from plain text. */
    static String beginning(byte[] bytes, int length) {
        Encoding found = unicode(bytes);
        // Any ASCII-compatible reading will do: mark-up is ASCII.
        Charset charset = found == null ? StandardCharsets.ISO_8859_1 : found.charset;
        int start = found == null ? 0 : found.bomLength;
        return new String(bytes, start, Math.min(length, bytes.length - start), charset);
    }

    static boolean isUtf16Or32(byte[] bytes) {
        Encoding found = unicode(bytes);
        return found != null && !found.charset.equals(StandardCharsets.UTF_8);
    }

    private static Encoding detect(byte[] bytes, MediaType mediaType, String declared) {
        Encoding unicode = unicode(bytes);
        if (unicode != null) {
            return unicode;
        }
        boolean utf8 = isUtf8(bytes);
        Charset said = charset(declared);
        if (said == null && mediaType == MediaType.HTML) {
            said = charset(declaredIn(beginning(bytes, LOOK)));
        }
        // Pages are converted to UTF-8 and keep their old declaration; text in a one-byte encoding is never UTF-8 by chance.
        boolean believed = said != null && !(utf8 && isOneByte(said)) && (utf8 || !said.equals(StandardCharsets.UTF_8));
        if (believed) {
            return new Encoding(said, 0);
        }
        return new Encoding(utf8 ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
    }

    /** The encoding that a byte order mark or the zeros of UTF-16 give away, or null. */
    private static Encoding unicode(byte[] bytes) {
        int b0 = at(bytes, 0);
        int b1 = at(bytes, 1);
        int b2 = at(bytes, 2);
        int b3 = at(bytes, 3);
        if (b0 == 0xef && b1 == 0xbb && b2 == 0xbf) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (b0 == 0xff && b1 == 0xfe) {
            return b2 == 0 && b3 == 0 ? new Encoding(Charset.forName("UTF-32LE"), 4) : new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (b0 == 0xfe && b1 == 0xff) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        if (b0 == 0 && b1 == 0 && b2 == 0xfe && b3 == 0xff) {
            return new Encoding(Charset.forName("UTF-32BE"), 4);
        }
        return utf16ByZeros(bytes);
    }

    private static Encoding utf16ByZeros(byte[] bytes) {
        int pairs = Math.min(bytes.length, LOOK) / 2;
        int zerosFirst = 0;
        int zerosSecond = 0;
        for (int i = 0; i < pairs; i++) {
            zerosFirst += bytes[2 * i] == 0 ? 1 : 0;
            zerosSecond += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        if (zerosSecond * 2 > pairs && zerosFirst * 20 <= pairs) {
            return new Encoding(StandardCharsets.UTF_16LE, 0);
        }
        if (zerosFirst * 2 > pairs && zerosSecond * 20 <= pairs) {
            return new Encoding(StandardCharsets.UTF_16BE, 0);
        }
        return null;
    }

    /** Whether the bytes are UTF-8, a few damaged characters among many good ones forgiven. */
    private static boolean isUtf8(byte[] bytes) {
        int good = 0;
        int bad = 0;
        for (int i = ascii(bytes, 0); i < bytes.length; i = ascii(bytes, i)) {
            int b = bytes[i] & 0xff;
            int length = sequenceLength(bytes, i, b);
            if (length == 0) {
                bad++;
                i++;
            } else {
                good++;
                i += length;
            }
        }
        return bad == 0 || good > 10 * bad;
    }

    /** Where the ASCII that begins at an offset ends, eight bytes at a time. */
    private static int ascii(byte[] bytes, int from) {
        int i = from;
        while (i + Long.BYTES <= bytes.length && ((long) LONGS.get(bytes, i) & 0x8080808080808080L) == 0) {
            i += Long.BYTES;
        }
        while (i < bytes.length && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /** The length of the UTF-8 sequence at the offset; 0 where there is none. */
    private static int sequenceLength(byte[] bytes, int i, int lead) {
        int length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
        for (int k = 1; k < length; k++) {
            if ((at(bytes, i + k) & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static boolean isOneByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1f;
    }

    /** The value of the first {@code charset=} or {@code encoding=} inside a tag, or null. */
    private static String declaredIn(String beginning) {
        String lower = beginning.toLowerCase(Locale.ROOT);
        for (int tag = lower.indexOf('<'); tag >= 0; tag = lower.indexOf('<', tag + 1)) {
            boolean xml = lower.startsWith("<?xml", tag);
            if (!xml && !lower.startsWith("<meta", tag)) {
                continue;
            }
            int end = lower.indexOf('>', tag);
            int close = end < 0 ? lower.length() : end;
            String name = xml ? "encoding" : "charset";
            int at = lower.indexOf(name, tag);
            if (at >= 0 && at < close) {
                return value(lower.substring(at + name.length(), close));
            }
        }
        return null;
    }

    /** The name in <code> = "utf-8" /</code>. */
    private static String value(String rest) {
        int start = 0;
        while (start < rest.length() && " \t\r\n=\"'".indexOf(rest.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < rest.length() && " \t\r\n\"';/?".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(start, end);
    }

    /** The encoding of that name as browsers understand it, or null. */
    private static Charset charset(String name) {
        try {
            if (name == null || !Charset.isSupported(name)) {
                return null;
            }
        } catch (IllegalCharsetNameException e) {
            return null;
        }
        Charset charset = Charset.forName(name);
        if (charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)) {
            return WINDOWS_1252;
        }
        // A declaration that could be read as ASCII is not in UTF-16.
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32") ? null : charset;
    }

    private static int at(byte[] bytes, int i) {
        return i < bytes.length ? bytes[i] & 0xff : -1;
    }
}
