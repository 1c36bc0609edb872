package dev.policyscan.source;

import java.io.IOException;

/** An input that cannot be read or analyzed. Its message is one line for people: what is wrong and what to do; the input's name is not part of it. */
public final class SourceException extends IOException {
    private static final long serialVersionUID = 1L;

    /** With a message for people. */
    public SourceException(String message) {
        super(message);
    }

    /** With a message for people and the failure behind it. */
    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
