package dev.policyscan.document;

import java.util.Locale;
import java.util.Set;

/** Words that make a run of words a sentence rather than a heading. */
final class Verbs {
    private static final Set<String> WORDS = Set.of("is", "are", "was", "were", "will", "shall", "may", "can", "must", "have", "has", "does", "please", "been");

    private Verbs() {}

    static boolean contains(String s, int start, int end) {
        return WORDS.contains(s.subSequence(start, end).toString().toLowerCase(Locale.ROOT));
    }
}
