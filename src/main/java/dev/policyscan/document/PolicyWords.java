package dev.policyscan.document;

import java.util.ArrayList;
import java.util.List;

/** Words that are frequent in privacy policies and rare in the rest of a web page. */
final class PolicyWords {
    private static final String[] WORDS = {
        "privacy", "policy", "personal", "information", "data", "collect", "collects", "collected", "collecting", "collection", "use", "uses", "used",
        "using", "disclose", "disclosed", "disclosure", "disclosures", "share", "shared", "sharing", "sell", "sold", "sale", "third", "parties", "party",
        "cookies", "cookie", "consent", "rights", "right", "request", "requests", "california", "consumer", "consumers", "ccpa", "gdpr", "retain", "retention", "delete",
        "deletion", "security", "children", "services", "service", "website", "we", "our", "us", "you", "your", "may", "provide", "provided", "purposes",
        "purpose", "law", "legal", "applicable", "identifiers", "categories", "category", "access", "account", "advertising", "providers", "affiliates",
        "business", "browser", "address", "device", "processing", "process", "protect", "necessary", "pursuant", "including", "such", "opt", "notice",
        "transfer", "residents", "age", "tracking", "identify", "other", "contact", "email", "these", "with", "or", "as",
    };
    private static final int SIZE = 1024;
    private static final String[][] TABLE = table();

    private PolicyWords() {}

    private static String[][] table() {
        List<List<String>> slots = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            slots.add(new ArrayList<>());
        }
        for (String word : WORDS) {
            int hash = 0;
            for (int i = 0; i < word.length(); i++) {
                hash = 31 * hash + (word.charAt(i) | 32);
            }
            slots.get(slot(hash)).add(word);
        }
        String[][] table = new String[SIZE][];
        for (int i = 0; i < SIZE; i++) {
            table[i] = slots.get(i).isEmpty() ? null : slots.get(i).toArray(String[]::new);
        }
        return table;
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 10) & SIZE - 1;
    }

    /** Whether the characters, letters and figures all, are one of the words, in any case; their hash is 31 times that before, plus the letter in lower case. */
    static boolean contains(char[] chars, int start, int end, int hash) {
        String[] words = TABLE[slot(hash)];
        if (words == null) {
            return false;
        }
        for (String word : words) {
            if (word.length() == end - start && equal(word, chars, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equal(String word, char[] chars, int start) {
        for (int i = 0; i < word.length(); i++) {
            if ((chars[start + i] | 32) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
