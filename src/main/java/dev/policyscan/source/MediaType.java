package dev.policyscan.source;

/** The kinds of input that can be read. */
public enum MediaType {
    TEXT("text/plain"),
    MARKDOWN("text/markdown"),
    HTML("text/html"),
    /** A web page saved as one file, {@code .mhtml}. */
    WEB_ARCHIVE("multipart/related"),
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String iana;

    MediaType(String iana) {
        this.iana = iana;
    }

    /** The registered media type. */
    public String iana() {
        return iana;
    }

    /** Whether an input of this kind is text in some character encoding, rather than packed in a format of its own. */
    public boolean isText() {
        return this != PDF && this != DOCX;
    }

    /** Whether an input of this kind is a web page, by itself or in an archive. */
    public boolean isPage() {
        return this == HTML || this == WEB_ARCHIVE;
    }
}
