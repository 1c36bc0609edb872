package dev.policyscan.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** A result that cannot be written. Its message says why, in a line. */
final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String name;

    OutputException(String name, IOException cause) {
        super("cannot be written (" + why(cause) + "); choose another place with -o", cause);
        this.name = name;
    }

    /** What was to be written. */
    String name() {
        return name;
    }

    /** Whether the reader of a pipe went away, as {@code head} does: no one is left to tell. */
    boolean nobodyReads() {
        String said = getCause().getMessage();
        return said != null && said.toLowerCase(Locale.ROOT).contains("pipe");
    }

    private static String why(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "no permission";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such folder";
        }
        String said = cause instanceof FileSystemException f ? f.getReason() : cause.getMessage();
        return said == null ? cause.getClass().getSimpleName() : said.lines().findFirst().orElse("");
    }
}
