package dev.policyscan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a command talks to.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error, where everything but results goes
 * @param env the environment variables
 * @param interactive whether standard output is a terminal
 */
record Terminal(InputStream in, OutputStream out, PrintWriter err, Map<String, String> env, boolean interactive) {
    private static final int DEFAULT_WIDTH = 80;
    private static final int MAX_WIDTH = 120;

    /** Columns to write for; lines longer than 120 are hard to read. */
    int width() {
        String columns = env.getOrDefault("COLUMNS", "");
        boolean number = !columns.isEmpty() && columns.length() <= 4 && columns.chars().allMatch(c -> c >= '0' && c <= '9');
        int width = number ? Integer.parseInt(columns) : 0;
        return width == 0 ? DEFAULT_WIDTH : Math.min(width, MAX_WIDTH);
    }

    /** Whether colours are wanted when no one asks for them or against them. */
    boolean colorful() {
        return interactive && env.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(env.get("TERM"));
    }

    /** Prints a result at once, in UTF-8. */
    void print(String text) throws OutputException {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new OutputException("standard output", e);
        }
    }

    /** Says in one line what went wrong. */
    void complain(String what) {
        StringBuilder line = new StringBuilder("policyscan: ");
        what.codePoints().map(c -> Character.isISOControl(c) ? '?' : c).forEach(line::appendCodePoint);
        err.println(line);
        err.flush();
    }
}
