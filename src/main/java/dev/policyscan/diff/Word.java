package dev.policyscan.diff;

/**
 * A word of a text, reduced to what it means.
 *
 * @param key the word or phrase in its normal form; words of one meaning have one key
 * @param start offset of its first character in the text
 * @param end offset after its last character
 * @param kind what it is
 */
record Word(String key, int start, int end, Kind kind) {
    /** What a word is. */
    enum Kind {
        /** A word that carries meaning. */
        CONTENT,
        /** An article, preposition or auxiliary. */
        FUNCTION,
        /** A number. */
        NUMBER,
        /** An address of the web as the reader sees it. */
        URL,
        /** An e-mail address. */
        EMAIL
    }

    boolean isFunction() {
        return kind == Kind.FUNCTION;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
