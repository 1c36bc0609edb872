package dev.policyscan.classify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The notation of the lexicon's phrases: {@code word~} with its inflections, {@code (a|b c)} alternatives,
 * {@code (a)?} an optional group, {@code words?} an optional letter, {@code \(} a literal mark.
 */
final class PhraseSyntax {
    private static final int MOST = 2000;

    /** Verbs whose forms the rules of {@link #inflect} do not give. */
    private static final Map<String, List<String>> IRREGULAR = Map.ofEntries(
            Map.entry("sell", List.of("sells", "selling", "sold")),
            Map.entry("resell", List.of("resells", "reselling", "resold")),
            Map.entry("tell", List.of("tells", "telling", "told")),
            Map.entry("show", List.of("shows", "showing", "showed", "shown")),
            Map.entry("keep", List.of("keeps", "keeping", "kept")),
            Map.entry("hold", List.of("holds", "holding", "held")),
            Map.entry("give", List.of("gives", "giving", "gave", "given")),
            Map.entry("get", List.of("gets", "getting", "got", "gotten")),
            Map.entry("take", List.of("takes", "taking", "took", "taken")),
            Map.entry("make", List.of("makes", "making", "made")),
            Map.entry("send", List.of("sends", "sending", "sent")),
            Map.entry("let", List.of("lets", "letting")),
            Map.entry("do", List.of("does", "doing", "did", "done")),
            Map.entry("be", List.of("is", "are", "was", "were", "been", "being")),
            Map.entry("have", List.of("has", "had", "having")),
            Map.entry("see", List.of("sees", "seeing", "saw", "seen")),
            Map.entry("read", List.of("reads", "reading")),
            Map.entry("know", List.of("knows", "knowing", "knew", "known")),
            Map.entry("choose", List.of("chooses", "choosing", "chose", "chosen")),
            Map.entry("seek", List.of("seeks", "seeking", "sought")),
            Map.entry("build", List.of("builds", "building", "built")),
            Map.entry("buy", List.of("buys", "buying", "bought")),
            Map.entry("draw", List.of("draws", "drawing", "drew", "drawn")),
            Map.entry("understand", List.of("understands", "understanding", "understood")),
            Map.entry("put", List.of("puts", "putting")),
            Map.entry("set", List.of("sets", "setting")),
            Map.entry("write", List.of("writes", "writing", "wrote", "written")),
            Map.entry("lease", List.of("leases", "leasing", "leased")),
            Map.entry("find", List.of("finds", "finding", "found")),
            Map.entry("mean", List.of("means", "meaning", "meant")),
            Map.entry("pay", List.of("pays", "paying", "paid")),
            Map.entry("child", List.of("children")),
            Map.entry("person", List.of("persons", "people")),
            Map.entry("visit", List.of("visits", "visiting", "visited")),
            Map.entry("begin", List.of("begins", "beginning", "began", "begun")),
            Map.entry("become", List.of("becomes", "becoming", "became")),
            Map.entry("go", List.of("goes", "going", "went", "gone")),
            Map.entry("leave", List.of("leaves", "leaving", "left")),
            Map.entry("lose", List.of("loses", "losing", "lost")));

    /** Verbs that double their last consonant. */
    private static final Set<String> DOUBLING =
            Set.of("transfer", "infer", "refer", "permit", "submit", "stop", "log", "tag", "swap", "plan", "scan", "control", "cancel", "chat", "map", "tap", "ship", "remit", "transmit");

    private PhraseSyntax() {}

    /**
     * Part of a phrase: either words that may stand there, each alternative one or more words, or a group of sequences.
     *
     * @param words the alternatives; null for a group
     * @param group the sequences one of which may stand there; null for words
     * @param optional whether nothing may stand there as well
     */
    record Part(Set<String> words, List<List<Part>> group, boolean optional) {}

    /** The parts of a phrase, in order. */
    static List<Part> parse(String phrase) {
        List<Part> parts = new ArrayList<>();
        for (String chunk : split(phrase, ' ')) {
            if (chunk.isBlank()) {
                continue;
            }
            int close = chunk.charAt(0) == '(' ? matching(chunk) : -1;
            boolean optional = close >= 0 && close == chunk.length() - 2 && chunk.endsWith("?");
            if (optional || close >= 0 && close == chunk.length() - 1) {
                List<List<Part>> group = new ArrayList<>();
                for (String alternative : split(chunk.substring(1, close), '|')) {
                    group.add(parse(alternative));
                }
                parts.add(new Part(null, group, optional));
            } else {
                Reader reader = new Reader(chunk);
                Set<String> words = reader.alternatives();
                if (!reader.atEnd() || words.contains("")) {
                    throw new IllegalArgumentException("cannot read '" + chunk + "' in phrase '" + phrase + "'");
                }
                parts.add(new Part(words, null, false));
            }
        }
        return parts;
    }

    /** The pieces between separators outside parentheses. */
    private static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == separator && depth == 0) {
                pieces.add(text.substring(from, i));
                from = i + 1;
            }
        }
        if (depth != 0) {
            throw new IllegalArgumentException("unbalanced parentheses in '" + text + "'");
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /** Index of the parenthesis that closes the one at 0. */
    private static int matching(String chunk) {
        int depth = 0;
        for (int i = 0; i < chunk.length(); i++) {
            char c = chunk.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** A word with its plural and verb forms. */
    static Set<String> inflect(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        if (IRREGULAR.containsKey(word)) {
            forms.addAll(IRREGULAR.get(word));
            return forms;
        }
        char last = word.charAt(word.length() - 1);
        boolean vowelBefore = word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) >= 0;
        if (last == 'y' && !vowelBefore) {
            String stem = word.substring(0, word.length() - 1);
            forms.add(stem + "ies");
            forms.add(stem + "ied");
            forms.add(word + "ing");
        } else if (last == 'e') {
            forms.add(word + "s");
            forms.add(word + "d");
            forms.add(word.substring(0, word.length() - 1) + "ing");
        } else {
            String stem = DOUBLING.contains(word) ? word + last : word;
            boolean hissing = word.endsWith("s") || word.endsWith("x") || word.endsWith("z") || word.endsWith("ch") || word.endsWith("sh");
            forms.add(word + (hissing ? "es" : "s"));
            forms.add(stem + "ed");
            forms.add(stem + "ing");
        }
        return forms;
    }

    private static final class Reader {
        private final String phrase;
        private int at;

        Reader(String phrase) {
            this.phrase = phrase;
        }

        boolean atEnd() {
            return at >= phrase.length();
        }

        Set<String> alternatives() {
            Set<String> all = new LinkedHashSet<>(sequence());
            while (!atEnd() && phrase.charAt(at) == '|') {
                at++;
                all.addAll(sequence());
            }
            return all;
        }

        private Set<String> sequence() {
            Set<String> all = Set.of("");
            while (!atEnd() && phrase.charAt(at) != '|' && phrase.charAt(at) != ')') {
                if (phrase.charAt(at) == '~') {
                    at++;
                    all = inflectLast(all);
                    continue;
                }
                Set<String> next = item();
                Set<String> product = new LinkedHashSet<>();
                for (String head : all) {
                    for (String tail : next) {
                        product.add(head + tail);
                    }
                }
                if (product.size() > MOST) {
                    throw new IllegalArgumentException("phrase '" + phrase + "' stands for more than " + MOST + " phrases");
                }
                all = product;
            }
            return all;
        }

        private Set<String> item() {
            Set<String> item;
            char c = phrase.charAt(at++);
            if (c == '(') {
                item = new LinkedHashSet<>(alternatives());
                if (atEnd() || phrase.charAt(at) != ')') {
                    throw new IllegalArgumentException("no ')' in phrase '" + phrase + "'");
                }
                at++;
            } else {
                item = new LinkedHashSet<>(Set.of(String.valueOf(c == '\\' ? phrase.charAt(at++) : c)));
            }
            if (!atEnd() && phrase.charAt(at) == '?') {
                at++;
                item.add("");
            }
            return item;
        }

        private static Set<String> inflectLast(Set<String> phrases) {
            Set<String> inflected = new LinkedHashSet<>();
            for (String one : phrases) {
                int word = one.lastIndexOf(' ') + 1;
                for (String form : inflect(one.substring(word))) {
                    inflected.add(one.substring(0, word) + form);
                }
            }
            return inflected;
        }
    }
}
