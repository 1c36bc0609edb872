package dev.policyscan.document;

/**
 * A link in the text.
 *
 * @param start offset of its first character in the document text
 * @param end offset after its last character
 * @param target where it leads, as written in the source
 */
public record Link(int start, int end, String target) {}
