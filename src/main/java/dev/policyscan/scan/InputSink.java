package dev.policyscan.scan;

/** Takes what {@link Inputs} finds, one after the other; it may make the finder wait. */
public interface InputSink {
    /** Something to read. */
    void input(ScanInput input) throws InterruptedException;

    /** Something that cannot even be tried. */
    void failure(String name, FailureKind kind, String message) throws InterruptedException;

    /** Something passed over. */
    void skipped(String name, Skipped why);

    /** Why something is passed over. */
    enum Skipped {
        /** Its name, or that of its folder, begins with a dot. */
        HIDDEN,
        /** Its extension says that it is no document: a picture, a script, data. */
        NOT_DOCUMENTS,
        /** The globs leave it out. */
        EXCLUDED,
        /** A link to a folder that it lies in. */
        LOOPS
    }
}
