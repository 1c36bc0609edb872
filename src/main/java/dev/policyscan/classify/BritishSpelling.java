package dev.policyscan.classify;

import java.util.List;

/** How American words are spelled in Britain: the lexicon is written in American English and understands both. */
final class BritishSpelling {
    /** Endings of verbs in -ize and of what is made from them. */
    private static final List<String> IZE = List.of("ize", "izes", "ized", "izing", "ization", "izations", "izer", "izers", "izable", "yze", "yzes", "yzed", "yzing");
    /** Shorter words are no verbs in -ize: "size", "prize". */
    private static final int SHORTEST = 7;
    private static final List<String> OUR = List.of("behavior", "honor", "color", "favor");

    private BritishSpelling() {}

    /** A word, in lower case, in British spelling; the word itself where it is the same. */
    static String of(String word) {
        if (word.length() >= SHORTEST && word.indexOf('z') >= 0) {
            for (String ending : IZE) {
                if (word.endsWith(ending)) {
                    return word.substring(0, word.length() - ending.length()) + ending.replace('z', 's');
                }
            }
        }
        for (String stem : OUR) {
            if (word.startsWith(stem)) {
                return stem.substring(0, stem.length() - 1) + "ur" + word.substring(stem.length());
            }
        }
        if (word.startsWith("license")) {
            // The noun; many write the verb so, too.
            return "licence" + word.substring("license".length());
        }
        return word.equals("center") || word.equals("centers") ? "centre" + word.substring("center".length()) : word;
    }
}
