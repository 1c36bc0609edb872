package dev.policyscan.classify;

import java.util.stream.Stream;

/**
 * The noun that several modifiers share: in "usage, billing and contact information" the word at the end belongs to each of the three. Stateless.
 */
final class SharedHead {
    private static final String[] NOUNS = {"information", "data", "details"};
    private static final WordSet HEADS = WordSet.of(NOUNS);
    private static final WordSet AND = WordSet.of("and", "or");
    /** What ends a row of modifiers: the words between are no longer adjectives or nouns in a row. */
    private static final WordSet ENDS = WordSet.of("the", "a", "an", "our", "your", "their", "its", "his", "her", "my", "this", "that", "these", "those", "any", "all", "no",
            "some", "such", "each", "we", "you", "they", "it", "of", "to", "in", "on", "for", "from", "with", "by", "at", "as", "about", "through", "under", "into", "not",
            "is", "are", "was", "were", "be", "has", "have", "will", "may", "can", "other", "collect", "share", "use", "process", "store", "provide", "disclose");
    /** "Data protection", "information security": no information is meant. */
    private static final WordSet COMPOUNDS = WordSet.of("protection", "processing", "security", "privacy", "controller", "controllers", "processor", "processors", "broker", "brokers",
            "analytics", "analysis", "storage", "center", "centers", "technology", "technologies", "systems", "services", "management", "breach", "breaches", "transfer", "transfers",
            "exchange", "collection", "providers", "provider", "companies", "company", "practices", "officer", "science", "use", "uses", "usage", "rates", "charges");
    /** Modifiers behind the first, and words of one, at most. */
    private static final int MEMBERS = 7;
    private static final int WORDS = 3;

    private SharedHead() {}

    /** The numbers of such nouns in a vocabulary. */
    static int[] numbers(Vocabulary vocabulary) {
        return Stream.of(NOUNS).mapToInt(noun -> vocabulary.find(noun.toCharArray(), noun.length())).toArray();
    }

    /** Whether a token may stand between two modifiers. */
    static boolean joins(Tokens tokens, int token) {
        return tokens.is(token, ',') || tokens.isAny(token, AND);
    }

    /** The token of the noun that the modifier before a token shares with those behind it; -1 where it shares none. */
    static int behind(Tokens tokens, int token) {
        int at = token;
        for (int member = 0; member < MEMBERS; member++) {
            boolean last = false;
            int begin = at;
            at += at < tokens.size() && tokens.is(at, ',') ? 1 : 0;
            if (at < tokens.size() && tokens.isAny(at, AND)) {
                last = true;
                at++;
            }
            if (at == begin) {
                return -1;
            }
            int words = 0;
            while (words < WORDS && at < tokens.size() && tokens.kind(at) == Tokens.Kind.WORD && !tokens.isAny(at, ENDS) && !tokens.isAny(at, AND) && !tokens.isAny(at, HEADS)) {
                words += tokens.is(at, "personal") ? 0 : 1;
                at++;
            }
            if (words == 0 || at >= tokens.size()) {
                return -1;
            }
            if (last) {
                return tokens.isAny(at, HEADS) && (at + 1 >= tokens.size() || !tokens.isAny(at + 1, COMPOUNDS)) ? at : -1;
            }
        }
        return -1;
    }

    /** "Your name, location, and account information": whether the word stands in a list of things, the last of which has the noun for itself. */
    static boolean isListed(Tokens tokens, int from, int head) {
        int and = head - 1;
        while (and > from && !tokens.isAny(and, AND)) {
            and--;
        }
        return from > 0 && tokens.is(from - 1, ',') && and > 0 && tokens.is(and - 1, ',');
    }
}
