package dev.policyscan.facts;

import java.util.Objects;

/**
 * The words a fact rests on.
 *
 * @param quote the verbatim words, {@code document.text().substring(start, end)}
 * @param start offset of the first character in the document text, in UTF-16 units
 * @param end offset after the last character
 * @param line line of the source file on which the quote begins, from 1
 * @param section id of the section that holds the quote, or null outside any section
 * @param confidence how sure the reading is, from 0 to 1
 */
public record Evidence(String quote, int start, int end, int line, String section, double confidence) {
    public Evidence {
        Objects.requireNonNull(quote, "quote");
        if (start < 0 || end <= start || end - start != quote.length()) {
            throw new IllegalArgumentException("quote of " + quote.length() + " characters at " + start + "–" + end);
        }
    }
}
