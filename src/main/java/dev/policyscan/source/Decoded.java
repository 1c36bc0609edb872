package dev.policyscan.source;

/**
 * A source as text.
 *
 * @param text the text, without a byte order mark, its line endings untouched
 * @param charset the IANA name of the character encoding it was decoded with
 */
public record Decoded(String text, String charset) {}
