package dev.policyscan.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream, of which none takes more memory than it may. */
final class Lines {
    private final InputStream in;
    private final int separator;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;
    private boolean tooLong;

    Lines(InputStream in, int separator, int longest) {
        this.in = in;
        this.separator = separator;
        this.longest = longest;
    }

    /** The next line without its end, or null after the last. Of a line that is too long, nothing. */
    byte[] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        tooLong = false;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != separator) {
                at++;
            }
            if (line.size() + at - from > longest) {
                tooLong = true;
                line.reset();
            } else if (!tooLong) {
                line.write(buffer, from, at - from);
            }
            if (at < end) {
                at++;
                break;
            }
        }
        number += any ? 1 : 0;
        return any ? line.toByteArray() : null;
    }

    /** Whether the last line was longer than allowed. */
    boolean tooLong() {
        return tooLong;
    }

    /** The number of the last line, from 1. */
    long number() {
        return number;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
