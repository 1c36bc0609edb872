package dev.policyscan.scan;

import dev.policyscan.source.Source;
import java.io.IOException;
import java.io.InputStream;

/** Reads what may be larger than anyone said. */
final class TooLarge {
    static final String MESSAGE = "larger than " + (Source.MAX_BYTES >> 20) + " MB; pass the policy alone";
    static final String BOMB = "unpacks to more than 200 times its size, as no text does; unpack it yourself if it can be trusted";

    private static final int RATIO = 200;
    /** So much may come of next to nothing. */
    private static final int FREE = 8 << 20;

    private TooLarge() {}

    /** Something that will not be read to its end. Its message is for people. */
    static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    /** All bytes of an entry whose packed size is known, or -1. */
    static byte[] read(InputStream in, long packed) throws IOException {
        long honest = packed < 0 ? Long.MAX_VALUE : Math.max(FREE, packed * RATIO);
        int limit = (int) Math.min(Source.MAX_BYTES, honest);
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new Refusal(limit == Source.MAX_BYTES ? MESSAGE : BOMB);
        }
        return bytes;
    }
}
