package dev.policyscan.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** What holds several policies, by its first bytes. */
enum Container {
    ZIP, TAR, TAR_GZIP, JSON_LINES, JSON_LINES_GZIP, WARC, NONE;

    /** How many bytes are looked at. */
    static final int LOOK = 4096;

    static Container of(byte[] head) {
        if (at(head, 0, "PK\3\4") || at(head, 0, "PK\5\6")) {
            return ZIP;
        }
        if (head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            return gzip(head);
        }
        return plain(head);
    }

    private static Container gzip(byte[] head) {
        byte[] inner = new byte[600];
        int length = 0;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
            int read;
            while (length < inner.length && (read = in.read(inner, length, inner.length - length)) > 0) {
                length += read;
            }
        } catch (IOException e) {
            // The head is cut off in the middle; what came out before will do.
            length = Math.max(length, 0);
        }
        return switch (plain(Arrays.copyOf(inner, length))) {
            case TAR -> TAR_GZIP;
            case JSON_LINES -> JSON_LINES_GZIP;
            case WARC -> WARC;
            default -> NONE;
        };
    }

    private static Container plain(byte[] head) {
        if (at(head, 0, "WARC/")) {
            return WARC;
        }
        if (at(head, 257, "ustar")) {
            return TAR;
        }
        int start = at(head, 0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        while (start < head.length && head[start] <= ' ' && head[start] > 0) {
            start++;
        }
        return at(head, start, "{") ? JSON_LINES : NONE;
    }

    private static boolean at(byte[] head, int offset, String latin) {
        byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < offset + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (head[offset + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
