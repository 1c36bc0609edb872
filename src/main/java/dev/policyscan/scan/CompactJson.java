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
            byte b = json[at];
            if (b == '"') {
                int end = at + 1;
                while (json[end] != '"') {
                    end += json[end] == '\\' ? 2 : 1;
                }
                end++;
                System.arraycopy(json, at, line, length, end - at);
                length += end - at;
                at = end;
            } else {
                if (b > ' ') {
                    line[length++] = b;
                }
                at++;
            }
        }
        line[length++] = '\n';
        return Arrays.copyOf(line, length);
    }
}
