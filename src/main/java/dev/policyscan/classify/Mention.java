package dev.policyscan.classify;

/**
 * A phrase of the lexicon found in a text.
 *
 * @param entry the entry it belongs to
 * @param from index of its first token
 * @param to index after its last token
 */
public record Mention(Lexicon.Entry entry, int from, int to) {
    /** The concept of the entry. */
    public Concept concept() {
        return entry.concept();
    }
}
