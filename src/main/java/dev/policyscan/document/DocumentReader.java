package dev.policyscan.document;

import dev.policyscan.source.MediaType;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;

/** Reads sources of any kind as documents. Immutable and thread-safe. */
public final class DocumentReader {
    private final Sentences sentences = new Sentences();

    /**
     * Reads a source.
     *
     * <p>Formats whose text has no lines of its own get line numbers all the same: a PDF those of the lines as printed, headers, footers
     * and page numbers left out; a Word document those of its paragraphs; a web archive those of the page in it.
     *
     * @throws SourceException if its bytes cannot be read as text
     */
    public PolicyDocument read(Source source) throws SourceException {
        return switch (source.mediaType()) {
            case PDF -> finish(PdfReader.read(source.bytes()));
            case DOCX -> finish(DocxReader.read(source.bytes()));
            case TEXT, MARKDOWN, HTML, WEB_ARCHIVE -> read(source.mediaType(), source.decode().text());
        };
    }

    /**
     * Reads a text that is already decoded.
     *
     * @throws IllegalArgumentException if sources of the media type are no text
     */
    public PolicyDocument read(MediaType mediaType, String text) {
        return finish(switch (mediaType) {
            case TEXT -> PlainTextReader.read(text);
            case MARKDOWN -> MarkdownReader.read(text);
            case HTML, WEB_ARCHIVE -> HtmlReader.read(text);
            case PDF, DOCX -> throw new IllegalArgumentException(mediaType + " is no text");
        });
    }

    private PolicyDocument finish(Draft draft) {
        Outline.draw(draft);
        return Assembly.of(draft, sentences);
    }
}
