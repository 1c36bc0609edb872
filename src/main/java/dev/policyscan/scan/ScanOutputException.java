package dev.policyscan.scan;

import java.io.IOException;

/** A result of a scan that cannot be written. */
public final class ScanOutputException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;

    ScanOutputException(String file, IOException cause) {
        super(cause);
        this.file = file;
    }

    /** What was to be written. */
    public String file() {
        return file;
    }

    /** Why it could not be. */
    public IOException why() {
        return (IOException) getCause();
    }
}
