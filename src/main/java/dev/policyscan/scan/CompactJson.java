package dev.policyscan.scan;

import java.util.Arrays;

/** Brings JSON onto one line by leaving out the white space between its tokens. */
final class CompactJson {
    private CompactJson() {}

    /** The same JSON as a line, with its end. */
    static byte[] line(byte[] json) {
        byte[] line = new byte[json.length + 1];
        int length = 0;
        int at = 0;
        while (at < json.length) {
            byte b = json[at++];
            if (b <= ' ') {
                continue;
            }
            line[length++] = b;
            if (b == '"') {
                // Most strings are a few letters, sooner copied than measured.
                do {
                    b = json[at++];
                    line[length++] = b;
                    if (b == '\\') {
                        line[length++] = json[at++];
                    }
                } while (b != '"');
            }
        }
        line[length++] = '\n';
        return Arrays.copyOf(line, length);
    }
}
