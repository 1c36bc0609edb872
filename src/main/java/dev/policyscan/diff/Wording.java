package dev.policyscan.diff;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads text as words in their normal form, by the rules of {@code wording.txt}: whatever differs in spelling, punctuation, mark-up or
 * choice between words of one meaning comes out the same. Immutable and thread-safe; time is linear in the text.
 */
final class Wording {
    private static final String SECTION_FUNCTION = "function";
    private static final int LONGEST_ADDRESS = 200;
    /** Marks that answer in tables. */
    private static final String YES = "\u2713\u2714\u2611\u2705";
    private static final String NO = "\u2717\u2718\u2715\u2716\u2612\u274c\u274e";
    private static final Set<String> DOMAINS = Set.of("com", "org", "net", "io", "co", "uk", "eu", "gov", "edu", "info", "app", "ai", "dev", "us", "de", "fr", "ca", "au",
            "nl", "ie", "in", "it", "es", "ch", "se", "example", "test", "biz", "tv", "me", "int", "mil", "jp", "cn", "br", "be", "at", "pl", "html", "htm", "php", "pdf");

    private final Set<String> function = new HashSet<>();
    private final Map<String, String> endings = new HashMap<>();
    private final Map<String, String> inside = new LinkedHashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    /** Phrases of several words, by their first word. */
    private final Map<String, List<Phrase>> phrases = new HashMap<>();
    private final Map<String, String> single = new HashMap<>();
    private final Set<String> furniture = new HashSet<>();

    private record Phrase(List<String> words, String key) {}

    private Wording() {}

    /** The built-in rules; reads its resource anew at each call. */
    static Wording load() {
        Wording wording = new Wording();
        RuleFile file = RuleFile.load("wording.txt");
        for (String line : file.lines(SECTION_FUNCTION)) {
            wording.function.addAll(List.of(line.split(" ")));
        }
        pairs(file, "endings", wording.endings);
        pairs(file, "inside", wording.inside);
        pairs(file, "numbers", wording.numbers);
        for (String line : file.lines("same")) {
            wording.same(line);
        }
        for (String line : file.lines("furniture")) {
            wording.furniture.add(contentKey(wording.words(line)));
        }
        return wording;
    }

    private static void pairs(RuleFile file, String section, Map<String, String> into) {
        for (String line : file.lines(section)) {
            String[] pair = line.split(" ");
            into.put(pair[0], pair[1]);
        }
    }

    private void same(String line) {
        String key = null;
        for (String alternative : line.split("\\|")) {
            List<String> words = raw(alternative).stream().map(Word::key).toList();
            if (words.isEmpty()) {
                continue;
            }
            key = key == null ? "=" + String.join("_", words) : key;
            if (words.size() == 1) {
                single.putIfAbsent(words.get(0), key);
            } else {
                phrases.computeIfAbsent(words.get(0), w -> new ArrayList<>()).add(new Phrase(words, key));
            }
        }
    }

    /** Whether words of this content are what a page has around its policy. */
    boolean isFurniture(String contentKey) {
        return furniture.contains(contentKey);
    }

    /** The words of a text. */
    List<Word> words(String text) {
        return words(text, 0, text.length());
    }

    /** The words of a text between two offsets. */
    List<Word> words(String text, int from, int to) {
        List<Word> raw = new Scanner(text, from, to).scan();
        List<Word> words = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); ) {
            Phrase phrase = phraseAt(raw, i);
            if (phrase != null) {
                int last = i + phrase.words().size() - 1;
                words.add(new Word(phrase.key(), raw.get(i).start(), raw.get(last).end(), Word.Kind.CONTENT));
                i = last + 1;
                continue;
            }
            Word word = raw.get(i);
            String same = word.kind() == Word.Kind.CONTENT ? single.get(word.key()) : null;
            words.add(same == null ? word : new Word(same, word.start(), word.end(), Word.Kind.CONTENT));
            i++;
        }
        return words;
    }

    private Phrase phraseAt(List<Word> words, int at) {
        Phrase longest = null;
        for (Phrase phrase : phrases.getOrDefault(words.get(at).key(), List.of())) {
            int size = phrase.words().size();
            if (at + size <= words.size() && (longest == null || size > longest.words().size())) {
                int i = 1;
                while (i < size && words.get(at + i).key().equals(phrase.words().get(i))) {
                    i++;
                }
                longest = i == size ? phrase : longest;
            }
        }
        return longest;
    }

    private List<Word> raw(String text) {
        return new Scanner(text, 0, text.length()).scan();
    }

    /** The content of words, in order, as one string: equal for texts that say the same. */
    static String contentKey(List<Word> words) {
        StringBuilder key = new StringBuilder();
        for (Word word : words) {
            if (!word.isFunction()) {
                key.append(word.key()).append(' ');
            }
        }
        return key.toString().stripTrailing();
    }

    /** Whether two words are forms of one word, or one is the other misspelled. */
    static boolean nearlySame(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        return stem(a).equals(stem(b)) || a.length() >= 6 && b.length() >= 6 && a.charAt(0) == b.charAt(0) && Character.isLetter(a.charAt(0)) && oneLetterApart(a, b);
    }

    private static String stem(String word) {
        String stem = word;
        for (String ending : List.of("ing", "ed", "es", "s", "ly")) {
            if (stem.length() >= ending.length() + 4 && stem.endsWith(ending)) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        int last = stem.length() - 1;
        if (last > 3 && (stem.charAt(last) == 'e' || stem.charAt(last) == stem.charAt(last - 1))) {
            stem = stem.substring(0, last);
        }
        return stem.endsWith("y") || stem.endsWith("i") ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static boolean oneLetterApart(String a, String b) {
        String shorter = a.length() <= b.length() ? a : b;
        String longer = shorter.equals(a) ? b : a;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int head = 0;
        while (head < shorter.length() && shorter.charAt(head) == longer.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter.length() - head && shorter.charAt(shorter.length() - 1 - tail) == longer.charAt(longer.length() - 1 - tail)) {
            tail++;
        }
        int left = shorter.length() - head - tail;
        boolean swapped = left == 2 && shorter.length() == longer.length() && shorter.charAt(head) == longer.charAt(head + 1) && shorter.charAt(head + 1) == longer.charAt(head);
        return left <= (longer.length() > shorter.length() ? 0 : 1) || swapped;
    }

    /** Cuts one text into words. */
    private final class Scanner {
        private final String text;
        private final int to;
        private final List<Word> words = new ArrayList<>();
        private int at;

        Scanner(String text, int from, int to) {
            this.text = text;
            this.to = to;
            this.at = from;
        }

        List<Word> scan() {
            while (at < to) {
                char c = text.charAt(at);
                if (isWordPart(c)) {
                    if (!address()) {
                        word();
                    }
                } else if (YES.indexOf(c) >= 0 || NO.indexOf(c) >= 0) {
                    words.add(new Word(YES.indexOf(c) >= 0 ? "yes" : "no", at, at + 1, Word.Kind.CONTENT));
                    at++;
                } else if (c == '%') {
                    words.add(new Word("percent", at, at + 1, Word.Kind.CONTENT));
                    at++;
                } else if (c == '[' && text.startsWith("[email\u00a0protected]", at) || c == '[' && text.startsWith("[email protected]", at)) {
                    words.add(new Word("@", at, at + 17, Word.Kind.EMAIL));
                    at += 17;
                } else {
                    at++;
                }
            }
            return words;
        }

        private boolean isWordPart(char c) {
            return Character.isLetterOrDigit(c) || Character.isSurrogate(c) && !Character.isHighSurrogate(c);
        }

        private boolean isInner(int i) {
            char c = text.charAt(i);
            return isApostrophe(c) && i + 1 < to && Character.isLetter(text.charAt(i + 1)) || c == '\u00ad' || c >= '\u200b' && c <= '\u200d';
        }

        private static boolean isApostrophe(char c) {
            return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02bc' || c == '`' || c == '\u00b4';
        }

        /** An e-mail or web address that begins here, also one written so that harvesters miss it: "privacy [at] fern [dot] example". */
        private boolean address() {
            int end = at;
            boolean mail = false;
            boolean dot = false;
            boolean slash = false;
            while (end < to && end - at < LONGEST_ADDRESS) {
                char c = text.charAt(end);
                if (Character.isLetterOrDigit(c) || "-_+%=&#~?".indexOf(c) >= 0) {
                    end++;
                } else if (c == '.' && end + 1 < to && Character.isLetterOrDigit(text.charAt(end + 1))) {
                    dot = true;
                    end++;
                } else if (c == '@' && end + 1 < to && Character.isLetterOrDigit(text.charAt(end + 1)) && !mail) {
                    mail = true;
                    dot = false;
                    end++;
                } else if (c == '/' && (slash || dot || end - at <= 6 && text.startsWith("://", end - 1))) {
                    slash = true;
                    end++;
                } else if (c == ':' && text.startsWith("://", end) && end - at <= 5) {
                    slash = true;
                    end += 3;
                } else {
                    break;
                }
            }
            while (end > at && "-_+%=&#~?/".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            if (mail && dot) {
                String address = text.substring(at, end).toLowerCase(Locale.ROOT);
                words.add(new Word(address.startsWith("mailto:") ? address.substring(7) : address, at, end, Word.Kind.EMAIL));
                at = end;
                return true;
            }
            if (!mail && (slash && text.startsWith("http", at) || dot && isHost(at, end))) {
                words.add(new Word("url:" + url(text.substring(at, end)), at, end, Word.Kind.URL));
                at = end;
                return true;
            }
            return hiddenMail();
        }

        private boolean isHost(int from, int end) {
            int stop = from;
            while (stop < end && "/?#".indexOf(text.charAt(stop)) < 0) {
                stop++;
            }
            int dot = text.lastIndexOf('.', stop - 1);
            return dot > from && (text.startsWith("www.", from) || DOMAINS.contains(text.substring(dot + 1, stop).toLowerCase(Locale.ROOT)) && stop - from >= 5);
        }

        private static String url(String url) {
            String bare = url.toLowerCase(Locale.ROOT);
            int scheme = bare.indexOf("://");
            bare = scheme >= 0 ? bare.substring(scheme + 3) : bare;
            bare = bare.startsWith("www.") ? bare.substring(4) : bare;
            for (int i = 0; i < bare.length(); i++) {
                if (bare.charAt(i) == '?' || bare.charAt(i) == '#') {
                    bare = bare.substring(0, i);
                }
            }
            while (bare.endsWith("/")) {
                bare = bare.substring(0, bare.length() - 1);
            }
            return bare;
        }

        private boolean hiddenMail() {
            int local = at;
            while (local < to && (Character.isLetterOrDigit(text.charAt(local)) || "-_.+".indexOf(text.charAt(local)) >= 0)) {
                local++;
            }
            int behind = separator(local, "at", '@');
            if (behind < 0) {
                return false;
            }
            StringBuilder address = new StringBuilder(text.substring(at, local).toLowerCase(Locale.ROOT)).append('@');
            int end = behind;
            boolean dotted = false;
            while (end < to && Character.isLetterOrDigit(text.charAt(end))) {
                int label = end;
                while (label < to && (Character.isLetterOrDigit(text.charAt(label)) || text.charAt(label) == '-')) {
                    label++;
                }
                address.append(text, end, label);
                end = label;
                int next = label + 1 < to && text.charAt(label) == '.' && Character.isLetterOrDigit(text.charAt(label + 1)) ? label + 1 : separator(label, "dot", '\0');
                if (next < 0 || next >= to || !Character.isLetterOrDigit(text.charAt(next))) {
                    break;
                }
                address.append('.');
                dotted = true;
                end = next;
            }
            if (!dotted) {
                return false;
            }
            words.add(new Word(address.toString().toLowerCase(Locale.ROOT), at, end, Word.Kind.EMAIL));
            at = end;
            return true;
        }

        /** The offset behind "[at]", "(at)" or " @ ", or -1. */
        private int separator(int from, String word, char mark) {
            int i = from;
            while (i < to && i < from + 3 && (text.charAt(i) == ' ' || text.charAt(i) == '\\')) {
                i++;
            }
            if (i < to && mark != 0 && text.charAt(i) == mark) {
                i++;
            } else {
                if (i >= to || "[({<".indexOf(text.charAt(i)) < 0) {
                    return -1;
                }
                i++;
                while (i < to && text.charAt(i) == ' ') {
                    i++;
                }
                if (!text.regionMatches(true, i, word, 0, word.length())) {
                    return -1;
                }
                i += word.length();
                while (i < to && (text.charAt(i) == ' ' || text.charAt(i) == '\\')) {
                    i++;
                }
                if (i >= to || "])}>".indexOf(text.charAt(i)) < 0) {
                    return -1;
                }
                i++;
            }
            while (i < to && text.charAt(i) == ' ') {
                i++;
            }
            return i < to ? i : -1;
        }

        private void word() {
            int start = at;
            boolean digits = true;
            StringBuilder folded = new StringBuilder();
            while (at < to) {
                char c = text.charAt(at);
                if (isWordPart(c)) {
                    digits &= c >= '0' && c <= '9';
                    folded.append(c);
                } else if ((c == ',' || c == '.') && digits && !folded.isEmpty() && at + 1 < to && Character.isDigit(text.charAt(at + 1))) {
                    if (c == '.') {
                        folded.append(c);
                    }
                } else if (isInner(at)) {
                    if (isApostrophe(c)) {
                        folded.append('\'');
                    }
                } else {
                    break;
                }
                at++;
            }
            String word = folded.toString();
            for (int i = 0; i < word.length(); i++) {
                if (word.charAt(i) > 0x7f) {
                    word = Normalizer.normalize(word, Normalizer.Form.NFKC);
                    break;
                }
            }
            word = word.toLowerCase(Locale.ROOT);
            if (enumerates(word, start, digits)) {
                return;
            }
            if (digits) {
                number(word, start);
            } else {
                contraction(word, start);
            }
        }

        /** Whether the word only counts the items of a sentence: "(a) your name and (2) your address", "b) your address". */
        private boolean enumerates(String word, int start, boolean digits) {
            boolean closed = at < to && text.charAt(at) == ')';
            boolean opened = start > 0 && text.charAt(start - 1) == '(';
            boolean free = start == 0 || opened || text.charAt(start - 1) <= ' ' || text.charAt(start - 1) == '\u00a0';
            if (digits && word.length() <= 2 && numbered(start)) {
                return true;
            }
            if (!closed || !free || word.length() > 4) {
                return false;
            }
            if (digits) {
                return word.length() <= 2 && opened && !(words.size() > 0 && words.get(words.size() - 1).isNumber());
            }
            return word.length() == 1 || word.chars().allMatch(c -> c == 'i' || c == 'v' || c == 'x');
        }

        /** Whether a number with a full stop counts an item: "; 2. why we keep it". */
        private boolean numbered(int start) {
            if (at + 1 >= to || text.charAt(at) != '.' || text.charAt(at + 1) > ' ' && text.charAt(at + 1) != '\u00a0') {
                return false;
            }
            int before = start - 1;
            while (before >= 0 && text.charAt(before) == ' ') {
                before--;
            }
            return before < 0 || before < start - 1 && ";:\n".indexOf(text.charAt(before)) >= 0 || text.charAt(before) == '\n';
        }

        private void number(String digits, int start) {
            int last = words.size() - 1;
            // "thirty (30) days"
            if (last >= 0 && words.get(last).isNumber() && words.get(last).key().equals(digits) && start > 0 && text.charAt(start - 1) == '(') {
                words.set(last, new Word(digits, words.get(last).start(), at, Word.Kind.NUMBER));
            } else {
                words.add(new Word(digits, start, at, Word.Kind.NUMBER));
            }
        }

        private void contraction(String word, int start) {
            int mark = word.indexOf('\'');
            if (mark < 0) {
                if (word.equals("cannot")) {
                    add("can", start);
                    add("not", start);
                } else {
                    add(word, start);
                }
                return;
            }
            String stem = word.substring(0, mark);
            String rest = word.substring(mark + 1);
            switch (rest) {
                case "s" -> add(stem, start);
                case "re" -> addBoth(stem, "are", start);
                case "ve" -> addBoth(stem, "have", start);
                case "ll" -> addBoth(stem, "will", start);
                case "d" -> addBoth(stem, "would", start);
                case "m" -> addBoth(stem, "am", start);
                case "t" -> {
                    if (stem.equals("can")) {
                        addBoth("can", "not", start);
                    } else if (stem.equals("won")) {
                        addBoth("will", "not", start);
                    } else if (stem.endsWith("n")) {
                        addBoth(stem.substring(0, stem.length() - 1), "not", start);
                    } else {
                        add(stem + rest, start);
                    }
                }
                default -> add(stem + rest, start);
            }
        }

        private void addBoth(String first, String second, int start) {
            add(first, start);
            add(second, start);
        }

        private void add(String word, int start) {
            if (word.isEmpty()) {
                return;
            }
            if (function.contains(word)) {
                words.add(new Word(word, start, at, Word.Kind.FUNCTION));
                return;
            }
            String number = numbers.get(word);
            if (number != null) {
                number(number, start);
                return;
            }
            words.add(new Word(fold(word), start, at, Word.Kind.CONTENT));
        }

        /** American spelling, singular. */
        private String fold(String word) {
            String folded = word;
            for (Map.Entry<String, String> letters : inside.entrySet()) {
                folded = folded.replace(letters.getKey(), letters.getValue());
            }
            for (int length = Math.min(5, folded.length() - 3); length >= 3; length--) {
                String ending = endings.get(folded.substring(folded.length() - length));
                if (ending != null) {
                    folded = folded.substring(0, folded.length() - length) + ending;
                    break;
                }
            }
            int size = folded.length();
            if (size > 4 && folded.endsWith("ies")) {
                return folded.substring(0, size - 3) + "y";
            }
            if (size > 4 && (folded.endsWith("sses") || folded.endsWith("xes") || folded.endsWith("ches") || folded.endsWith("shes"))) {
                return folded.substring(0, size - 2);
            }
            if (size > 3 && folded.endsWith("s") && !folded.endsWith("ss") && !folded.endsWith("us") && !folded.endsWith("is")) {
                return folded.substring(0, size - 1);
            }
            return folded;
        }
    }
}
