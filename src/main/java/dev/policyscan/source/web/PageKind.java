package dev.policyscan.source.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The kinds of document that a policy comes as on the web, and the extension each is saved with. */
enum PageKind {
    HTML("html", "text/html", Set.of("text/html", "application/xhtml+xml")),
    MARKDOWN("md", "text/markdown", Set.of("text/markdown", "text/x-markdown")),
    TEXT("txt", "text/plain", Set.of("text/plain")),
    PDF("pdf", "application/pdf", Set.of("application/pdf", "application/x-pdf")),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Set.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
    DOC("doc", "application/msword", Set.of("application/msword")),
    ODT("odt", "application/vnd.oasis.opendocument.text", Set.of("application/vnd.oasis.opendocument.text")),
    RTF("rtf", "application/rtf", Set.of("application/rtf", "text/rtf")),
    MHTML("mhtml", "multipart/related", Set.of("multipart/related", "message/rfc822", "application/x-mimearchive"));

    private static final int LOOK = 1024;

    private final String extension;
    private final String iana;
    private final Set<String> types;

    PageKind(String extension, String iana, Set<String> types) {
        this.extension = extension;
        this.iana = iana;
        this.types = types;
    }

    String extension() {
        return extension;
    }

    String iana() {
        return iana;
    }

    /**
     * What a page is, by its bytes where they leave no doubt, else by what the server calls it.
     *
     * @param type the server's media type, in lower case, without parameters; empty for none
     * @return null where it is no document, or where neither tells
     */
    static PageKind of(String type, byte[] bytes, String path) {
        String start = new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-") && !start.stripLeading().startsWith("<")) {
            return PDF;
        }
        if (start.startsWith("{\\rtf")) {
            return RTF;
        }
        String extension = extension(path);
        if (start.startsWith("PK\3\4")) {
            return type.contains("opendocument") || start.contains("opendocument.text") ? ODT
                    : DOCX.types.contains(type) || extension.equals("docx") || start.contains("[Content_Types].xml") ? DOCX : null;
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return DOC;
        }
        for (PageKind kind : values()) {
            if (kind.types.contains(type) && kind.isText()) {
                // Servers know nothing of Markdown.
                return kind == TEXT && (extension.equals("md") || extension.equals("markdown")) ? MARKDOWN : kind;
            }
        }
        return null;
    }

    /** The kinds without a signature of their own. */
    private boolean isText() {
        return this == HTML || this == MARKDOWN || this == TEXT || this == MHTML;
    }

    static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
