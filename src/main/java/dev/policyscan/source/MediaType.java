package dev.policyscan.source;

/** The kinds of input that can be read. */
public enum MediaType {
    TEXT("text/plain"),
    MARKDOWN("text/markdown"),
    HTML("text/html");

    private final String iana;

    MediaType(String iana) {
        this.iana = iana;
    }

    /** The registered media type. */
    public String iana() {
        return iana;
    }
}
