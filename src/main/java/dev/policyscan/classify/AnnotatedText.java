package dev.policyscan.classify;

import java.util.List;

/**
 * Tokens of a text with the lexicon's phrases found among them.
 *
 * @param text the text
 * @param tokens its tokens
 * @param mentions the phrases, by first token
 */
public record AnnotatedText(String text, Tokens tokens, List<Mention> mentions) {
    /** Index of the first mention that begins at the token or behind it. */
    public int firstMentionFrom(int token) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).from() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
