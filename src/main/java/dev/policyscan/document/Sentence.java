package dev.policyscan.document;

/**
 * A sentence, or a block without one, such as a noun in a list.
 *
 * @param start offset of its first character in the document text
 * @param end offset after its last character
 * @param block index of the block it stands in
 */
public record Sentence(int start, int end, int block) {}
