package dev.policyscan.scan;

import java.util.Locale;

/** Where the fault lies when an input gives no report. */
public enum FailureKind {
    /** In the input: it cannot be read, is too large, or is of the wrong type. */
    INPUT,
    /** In the archive that holds it. */
    ARCHIVE,
    /** In the memory, which does not suffice for it. */
    MEMORY,
    /** In policyscan. */
    BUG;

    /** The word in files. */
    public String term() {
        return name().toLowerCase(Locale.ROOT);
    }
}
