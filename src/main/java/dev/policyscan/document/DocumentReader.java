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
     * @throws SourceException if its bytes cannot be read as text
     */
    public PolicyDocument read(Source source) throws SourceException {
        return read(source.mediaType(), source.decode().text());
    }

    /** Reads a text that is already decoded. */
    public PolicyDocument read(MediaType mediaType, String text) {
        Draft draft = switch (mediaType) {
            case TEXT -> PlainTextReader.read(text);
            case MARKDOWN -> MarkdownReader.read(text);
            case HTML -> HtmlReader.read(text);
        };
        Outline.draw(draft);
        return Assembly.of(draft, sentences);
    }
}
