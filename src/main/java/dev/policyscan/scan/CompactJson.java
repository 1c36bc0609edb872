package dev.policyscan.scan;

import java.util.Arrays;

/** Brings JSON onto one line by leaving out the white space between its tokens. */
final class CompactJson {
    private CompactJson() {}

    /** The same JSON as a line, with its end. */
    static byte[] line(byte[] json) {
        byte[] line = new byte[json.length + 1];
        int length = 0;
        boolean string = false;
        for (int at = 0; at < json.length; at++) {
            byte b = json[at];
            if (string) {
                line[length++] = b;
                if (b == '\\') {
                    line[length++] = json[++at];
                } else if (b == '"') {
                    string = false;
                }
            } else if (b > ' ' || b < 0) {
                line[length++] = b;
                string = b == '"';
            }
        }
        line[length++] = '\n';
        return Arrays.copyOf(line, length);
    }
}
