package dev.policyscan.document;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Measures what the packed parts of a PDF unpack to, so that a small file cannot fill the memory. Pictures are never unpacked, and do not count. */
final class PdfStreams {
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final long MOST_OF_ONE = 64L << 20;
    private static final long MOST_OF_ALL = 512L << 20;
    /** Longest part that is packed in a way that is not measured. */
    private static final int LONGEST_UNMEASURED = 1 << 20;
    private static final int DICTIONARY = 2048;

    private PdfStreams() {}

    /** Whether the file unpacks to more than is ever read. */
    static boolean tooLarge(byte[] pdf) {
        Inflater inflater = new Inflater();
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        try {
            int before = 0;
            int at = find(pdf, 0);
            while (at >= 0) {
                int start = at + STREAM.length;
                start += start < pdf.length && pdf[start] == '\r' ? 1 : 0;
                start += start < pdf.length && pdf[start] == '\n' ? 1 : 0;
                int next = find(pdf, start);
                String dictionary = dictionary(pdf, Math.max(before, at - DICTIONARY), at);
                boolean opens = at < 3 || pdf[at - 1] != 'd';
                if (opens && !(dictionary.contains("/Image") && dictionary.contains("/Width"))) {
                    long size = size(pdf, start, inflater, buffer);
                    if (size < 0) {
                        int length = (next < 0 ? pdf.length : next) - start;
                        boolean packed = dictionary.contains("/LZW") || dictionary.contains("/RunLength") || dictionary.contains("/ASCII85");
                        if (packed && length > LONGEST_UNMEASURED) {
                            return true;
                        }
                        size = 0;
                    }
                    all += size;
                    if (size > MOST_OF_ONE || all > MOST_OF_ALL) {
                        return true;
                    }
                }
                before = start;
                at = next;
            }
        } finally {
            inflater.end();
        }
        return false;
    }

    private static int find(byte[] pdf, int from) {
        for (int i = from; i + STREAM.length <= pdf.length; i++) {
            if (pdf[i] == 's' && pdf[i + 1] == 't' && pdf[i + 2] == 'r' && pdf[i + 3] == 'e' && pdf[i + 4] == 'a' && pdf[i + 5] == 'm') {
                return i;
            }
        }
        return -1;
    }

    private static String dictionary(byte[] pdf, int from, int to) {
        String s = new String(pdf, from, to - from, StandardCharsets.ISO_8859_1);
        return s.substring(Math.max(0, s.lastIndexOf(" obj")));
    }

    /** Size that deflated bytes unpack to, at most a little more than is allowed; -1 where the bytes are not deflated. */
    private static long size(byte[] pdf, int start, Inflater inflater, byte[] buffer) {
        if (start + 2 > pdf.length || (pdf[start] & 0x0f) != 8 || ((pdf[start] & 0xff) << 8 | pdf[start + 1] & 0xff) % 31 != 0) {
            return -1;
        }
        inflater.reset();
        inflater.setInput(pdf, start, pdf.length - start);
        long size = 0;
        try {
            while (size <= MOST_OF_ONE) {
                int got = inflater.inflate(buffer);
                if (got == 0 && (inflater.finished() || inflater.needsInput() || inflater.needsDictionary())) {
                    return size;
                }
                size += got;
            }
        } catch (DataFormatException e) {
            // Broken data unpacks to no more than what came before the break.
            return size;
        }
        return size;
    }
}
