package dev.policyscan.document;

import dev.policyscan.source.SourceException;

/** Reads Word documents. */
final class DocxReader {
    private DocxReader() {}

    static Draft read(byte[] bytes) throws SourceException {
        throw new SourceException("a Word document (DOCX); this version reads text, Markdown and HTML");
    }
}
