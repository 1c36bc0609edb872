package dev.policyscan.classify;

import java.util.Arrays;
import java.util.Set;

/**
 * The tokens of a stretch of text, as parallel arrays. Words are folded: lower case, without accents on apostrophes, possessive
 * {@code 's} taken off, contractions taken apart ({@code don't} is {@code do}, {@code not}; {@code it's} is {@code it}, {@code is}), hyphenated words split, {@code and/or} read as
 * {@code or}, {@code &} between blanks as {@code and}, pictures passed over, {@code PI} and {@code PII} as {@code personal}, {@code information}, {@code SPI}
 * with {@code sensitive} before them, ligatures as their letters. Immutable.
 */
public final class Tokens {
    /** What a token is. */
    public enum Kind { WORD, NUMBER, PUNCTUATION, EMAIL, URL }

    /** Words whose {@code 's} is a verb. */
    private static final Set<String> PRONOUNS = Set.of("it", "that", "there", "here", "what", "who", "he", "she");

    private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl"};
    private static final Kind[] KINDS = Kind.values();
    private static final byte NUMBER = (byte) Kind.NUMBER.ordinal();
    private static final byte PUNCTUATION = (byte) Kind.PUNCTUATION.ordinal();
    /** What words are made of in ASCII, in lower case; nothing elsewhere. */
    private static final char[] IN_WORD = new char[128];
    /** Empty tokens behind the last, which are no word and no mark: what may follow the last word can be asked without a look at where the text ends. */
    private static final int BEHIND = 4;

    static {
        for (char c = 0; c < IN_WORD.length; c++) {
            IN_WORD[c] = Character.isLetterOrDigit(c) || c == '_' ? Character.toLowerCase(c) : 0;
        }
    }

    private final String text;
    private final int size;
    private final int[] starts;
    private final int[] ends;
    private final int[] ids;
    private final byte[] kinds;
    /** The hash of each token in lower case, as {@link String#hashCode} has it: most comparisons end here. Of punctuation the folded mark. */
    private final int[] hashes;
    private final Vocabulary vocabulary;
    /** The tokens in lower case, as far as someone asked for them. */
    private String[] lower;

    private Tokens(String text, Vocabulary vocabulary, int size, int[] starts, int[] ends, int[] ids, byte[] kinds, int[] hashes) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.size = size;
        this.starts = starts;
        this.ends = ends;
        this.ids = ids;
        this.kinds = kinds;
        this.hashes = hashes;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Offset of the token's first character. */
    public int start(int token) {
        return starts[token];
    }

    /** Offset after the token's last character. */
    public int end(int token) {
        return ends[token];
    }

    /** The vocabulary's number of the folded word; {@link Vocabulary#UNKNOWN} for words it does not hold. */
    int id(int token) {
        return ids[token];
    }

    /** What the token is. */
    public Kind kind(int token) {
        return KINDS[kinds[token]];
    }

    /** Whether the token is this punctuation mark; quotation marks of all kinds, single ones included, are {@code "}, dashes are hyphens. */
    public boolean is(int token, char mark) {
        return hashes[token] == mark && kinds[token] == PUNCTUATION;
    }

    /** Whether the token begins with an upper-case letter. */
    public boolean capitalized(int token) {
        return starts[token] < ends[token] && Character.isUpperCase(text.charAt(starts[token]));
    }

    /** Whether a hyphen, which is no token between words, joins the token to the next one: "do-not-track". */
    public boolean hyphenated(int token) {
        int hyphen = ends[token];
        return token + 1 < size && starts[token + 1] == hyphen + 1 && (text.charAt(hyphen) == '-' || text.charAt(hyphen) == '\u2010' || text.charAt(hyphen) == '\u2011');
    }

    /** Whether the token is the word, which is given in lower case, whatever the token's case; half of a contraction is the word it stands for. */
    public boolean is(int token, String word) {
        return hashes[token] == word.hashCode() && surely(token, word);
    }

    // Apart, so that the compiler puts the comparison of hashes where it is asked.
    private boolean surely(int token, String word) {
        return same(token, word) || ids[token] != Vocabulary.UNKNOWN && vocabulary.word(ids[token]).equals(word);
    }

    private boolean same(int token, String word) {
        int length = word.length();
        int start = starts[token];
        if (ends[token] - start != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (lower(text.charAt(start + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /** Whether the token is one of the words, whatever its case. */
    public boolean isAny(int token, WordSet words) {
        return words.mayHold(hashes[token]) && words.contains(this, token, hashes[token]);
    }

    /** What words may stand between two tokens, a bit for many of them each: for {@link WordSet#mayMeet}. */
    public long[] signature(int from, int to) {
        long[] signature = new long[WordSet.SIGNATURE];
        for (int i = from; i < to; i++) {
            WordSet.sign(hashes[i], signature);
        }
        return signature;
    }

    /** Whether the token ends in these characters, as they stand. */
    public boolean endsWith(int token, String suffix) {
        int at = ends[token] - suffix.length();
        return at >= starts[token] && text.startsWith(suffix, at);
    }

    /** The token with the letters A to Z in lower case. */
    public String word(int token) {
        // Threads that meet here find the same words.
        String[] known = lower;
        if (known == null) {
            known = new String[size];
            lower = known;
        }
        String word = known[token];
        if (word == null) {
            word = vocabulary.word(ids[token]);
            if (ids[token] == Vocabulary.UNKNOWN || !is(token, word)) {
                char[] chars = new char[ends[token] - starts[token]];
                for (int i = 0; i < chars.length; i++) {
                    chars[i] = lower(text.charAt(starts[token] + i));
                }
                word = new String(chars);
            }
            known[token] = word;
        }
        return word;
    }

    /** The token as it stands in the text. */
    public String text(int token) {
        return text.substring(starts[token], ends[token]);
    }

    /** The value of a number of up to nine digits, or -1 for other tokens. */
    public int number(int token) {
        if (kinds[token] != NUMBER || ends[token] - starts[token] > 11) {
            return -1;
        }
        long value = 0;
        for (int i = starts[token]; i < ends[token]; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
            } else if (c != ',') {
                return -1;
            }
        }
        return value > 999_999_999 ? -1 : (int) value;
    }

    /** Index of the first token that starts at the offset or behind it. */
    public int firstFrom(int offset) {
        int at = Arrays.binarySearch(starts, 0, size, offset);
        return at >= 0 ? at : -at - 1;
    }

    /** The tokens of the text between two offsets. */
    static Tokens of(String text, int from, int to, Vocabulary vocabulary) {
        return new Scanner(text, vocabulary).scan(from, to);
    }

    private static char fold(char c) {
        if (c < 128) {
            return c == '`' ? '\'' : c;
        }
        return switch (c) {
            case '\u2018', '\u2019', '\u201b', '\u02bc', '\u00b4' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb', '\u2033' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            case '\uff1a' -> ':';
            default -> c;
        };
    }

    private static boolean invisible(char c) {
        if (c < '\u00ad') {
            return false;
        }
        return c == '\u00ad' || c >= '\u200b' && c <= '\u200d' || c == '\u2060' || c == '\ufeff';
    }

    private static boolean space(char c) {
        return c <= ' ' || c == '\u00a0' || Character.isWhitespace(c) || Character.isSpaceChar(c) || invisible(c) || pictures(c);
    }

    /** Pictures that decorate headings and items: emoji and miscellaneous symbols, without the boxes and marks that answer in tables. */
    private static boolean pictures(char c) {
        return c >= '\u2600' && (Character.isSurrogate(c) || c <= '\u26ff' && (c < '\u2610' || c > '\u2612') || c == '\u2709' || c == '\u2b50' || c == '\ufe0f');
    }

    private static final class Scanner {
        private final String text;
        private final Vocabulary vocabulary;
        private int size;
        private int[] starts;
        private int[] ends;
        private int[] ids;
        private byte[] kinds;
        private int[] hashes;
        private char[] word = new char[64];
        /** The text between the two offsets, the first of which is {@link #base}. */
        private char[] chars;
        private int base;
        /** Whether a single quotation mark is open, which the mark behind an s closes. */
        private boolean quoting;

        Scanner(String text, Vocabulary vocabulary) {
            this.text = text;
            this.vocabulary = vocabulary;
        }

        Tokens scan(int from, int to) {
            base = from;
            chars = new char[to - from];
            text.getChars(from, to, chars, 0);
            int guess = Math.max(16, (to - from) / 5);
            starts = new int[guess];
            ends = new int[guess];
            ids = new int[guess];
            kinds = new byte[guess];
            hashes = new int[guess];
            int i = from;
            while (i < to) {
                char c = chars[i - base];
                if (letter(c)) {
                    i = word(i, to);
                } else if (space(c) || inner(i, from, to)) {
                    i++;
                } else if (digit(c)) {
                    i = number(i, to);
                } else {
                    if (c == '[' && text.startsWith("[email", i)) {
                        int close = text.indexOf(']', i);
                        if (close > 0 && close < Math.min(to, i + 20)) {
                            add(i, close + 1, Vocabulary.UNKNOWN, Kind.EMAIL);
                            i = close + 1;
                            continue;
                        }
                    }
                    if (c == '&' && i > from && space(chars[i - 1 - base]) && i + 1 < to && space(chars[i + 1 - base])) {
                        addMeaning("and", i, i + 1);
                        i++;
                        continue;
                    }
                    word[0] = mark(i, from, to);
                    add(i, i + 1, vocabulary.find(word, 1, word[0]), Kind.PUNCTUATION, word[0]);
                    i++;
                }
            }
            for (int blank = 0; blank < BEHIND; blank++) {
                add(to, to, Vocabulary.UNKNOWN, Kind.PUNCTUATION, 0);
            }
            // Arrays that are a little too long do no harm.
            return new Tokens(text, vocabulary, size - BEHIND, starts, ends, ids, kinds, hashes);
        }

        /** A mark by itself. What is no apostrophe of a word or figure is a quotation mark: 'sell', not "the 1990's". */
        private char mark(int at, int from, int to) {
            char folded = fold(chars[at - base]);
            if (folded != '\'') {
                return folded;
            }
            boolean behind = at > from && Character.isLetterOrDigit(chars[at - 1 - base]);
            boolean before = at + 1 < to && Character.isLetterOrDigit(chars[at + 1 - base]);
            if (behind && before) {
                return folded;
            }
            quoting = before;
            return '"';
        }

        private int hash(int start, int end) {
            int h = 0;
            for (int k = start - base; k < end - base; k++) {
                h = 31 * h + lower(chars[k]);
            }
            return h;
        }

        /** Whether a hyphen joins two halves of a word. */
        private boolean inner(int at, int from, int to) {
            return fold(chars[at - base]) == '-' && at > from && at + 1 < to && chars[at - base] != '\u2014'
                    && letter(chars[at - 1 - base]) && letter(chars[at + 1 - base]);
        }

        private int word(int from, int to) {
            char[] in = chars;
            char[] out = word;
            int first = from - base;
            int last = Math.min(to - base, first + out.length);
            int at = first;
            int hash = 0;
            while (at < last) {
                char c = in[at];
                char folded = c < 128 ? IN_WORD[c] : 0;
                if (folded == 0) {
                    break;
                }
                out[at - first] = folded;
                hash = 31 * hash + folded;
                at++;
            }
            if (at == to - base || in[at] == ' ') {
                if (at - first <= 3 && in[at - 1] == 'I' && personal(from, at - first)) {
                    return at + base;
                }
                add(from, at + base, vocabulary.find(out, at - first, hash), Kind.WORD, hash);
                return at + base;
            }
            return at == last || in[at] >= 128 ? rareWord(from, to) : wordBefore(in[at], from, at + base, at - first, hash, hash, to);
        }

        /** Adds "personal information" for its abbreviations, PI and PII, and "sensitive personal information" for SPI; false for any other word. */
        private boolean personal(int from, int length) {
            char[] in = chars;
            int at = from - base;
            boolean sensitive = length == 3 && in[at] == 'S' && in[at + 1] == 'P';
            if (!sensitive && (in[at] != 'P' || length < 2 || length == 3 && in[at + 1] != 'I')) {
                return false;
            }
            int end = from + length;
            if (sensitive) {
                addMeaning("sensitive", from, from + 1);
            }
            addMeaning("personal", sensitive ? from + 1 : from, end - 1);
            addMeaning("information", end - 1, end);
            return true;
        }

        /** Adds a word that characters stand for which spell another, or none. */
        private void addMeaning(String meaning, int start, int end) {
            meaning.getChars(0, meaning.length(), word, 0);
            add(start, end, vocabulary.find(word, meaning.length()), Kind.WORD, meaning.hashCode());
        }

        /** A word that is very long, or has other characters than those of ASCII. */
        private int rareWord(int from, int to) {
            int end = from;
            int length = 0;
            boolean ligatures = false;
            int hash = 0;
            while (end < to) {
                char c = chars[end - base];
                char folded;
                if (c < 128) {
                    folded = IN_WORD[c];
                    if (folded == 0) {
                        break;
                    }
                } else if (c >= '\ufb00' && c <= '\ufb04') {
                    // Text out of a PDF file has "ff", "fi", "fl", "ffi" and "ffl" as one character.
                    ligatures = true;
                    for (char part : LIGATURES[c - '\ufb00'].toCharArray()) {
                        if (length == word.length) {
                            word = Arrays.copyOf(word, length * 2);
                        }
                        word[length++] = part;
                        hash = 31 * hash + part;
                    }
                    end++;
                    continue;
                } else if (Character.isLetter(c)) {
                    folded = Character.toLowerCase(c);
                } else if (invisible(c) && end + 1 < to && letter(chars[end + 1 - base])) {
                    end++;
                    continue;
                } else {
                    break;
                }
                if (length == word.length) {
                    word = Arrays.copyOf(word, length * 2);
                }
                word[length++] = folded;
                hash = 31 * hash + folded;
                end++;
            }
            return wordBefore(end < to ? chars[end - base] : ' ', from, end, length, hash, ligatures ? hash : hash(from, end), to);
        }

        /** A word with what follows it: the rest of an address, or of a word with an apostrophe. It has a hash as folded and one as it stands. */
        private int wordBefore(char next, int from, int end, int length, int folded, int own, int to) {
            if (next == '@' || next == ':' || next == '.' || next == '-' || next == '+') {
                int address = address(from, end, to);
                if (address > end) {
                    return address;
                }
            }
            if (fold(next) == '\'' && end + 1 < to && letter(chars[end + 1 - base])) {
                return apostrophe(from, end, length, to);
            }
            if (next == '/' && andOr(length, end, to)) {
                addMeaning("or", from, end + 3);
                return end + 3;
            }
            if (length <= 3 && chars[end - 1 - base] == 'I' && personal(from, length)) {
                return end;
            }
            add(from, end, vocabulary.find(word, length, folded), Kind.WORD, own);
            if (!quoting && fold(next) == '\'' && length > 1 && word[length - 1] == 's') {
                ends[size - 1] = end + 1;
                hashes[size - 1] = hash(from, end + 1);
                return end + 1;
            }
            return end;
        }

        /** Whether the word and what follows it are "and/or". */
        private boolean andOr(int length, int end, int to) {
            return length == 3 && word[0] == 'a' && word[1] == 'n' && word[2] == 'd' && text.regionMatches(true, end + 1, "or", 0, 2)
                    && end + 3 <= to && (end + 3 == to || !letter(chars[end + 3 - base]));
        }

        /** A word with an apostrophe inside: a possessive, a contraction, or a name. */
        private int apostrophe(int from, int apostrophe, int length, int to) {
            int end = apostrophe + 1;
            while (end < to && letter(chars[end - base])) {
                end++;
            }
            String tail = text.substring(apostrophe + 1, Math.min(end, apostrophe + 4)).toLowerCase(java.util.Locale.ROOT);
            String second = switch (tail) {
                case "t" -> "not";
                case "re" -> "are";
                case "ve" -> "have";
                case "ll" -> "will";
                case "m" -> "am";
                case "s" -> PRONOUNS.contains(new String(word, 0, length)) ? "is" : null;
                default -> null;
            };
            if (tail.equals("t") && length > 1 && word[length - 1] == 'n') {
                String stem = new String(word, 0, length - 1);
                String first = switch (stem) {
                    case "ca" -> "can";
                    case "wo" -> "will";
                    case "sha" -> "shall";
                    default -> stem;
                };
                addMeaning(first, from, apostrophe - 1);
                addMeaning("not", apostrophe - 1, end);
            } else {
                add(from, second == null ? end : apostrophe, vocabulary.find(word, length), Kind.WORD);
                if (second != null) {
                    addMeaning(second, apostrophe, end);
                }
            }
            return end;
        }

        /** The end of an e-mail address or URL that begins at {@code from}, or {@code wordEnd} if there is none. */
        private int address(int from, int wordEnd, int to) {
            int limit = Math.min(to, from + 2048);
            boolean at = false;
            boolean scheme = text.startsWith("://", wordEnd);
            boolean www = wordEnd - from == 3 && text.regionMatches(true, from, "www.", 0, 4);
            int end = wordEnd;
            int dots = 0;
            while (end < limit) {
                char c = chars[end - base];
                if (letter(c) || digit(c) || c == '-' || c == '_' || c == '+') {
                    end++;
                } else if (c == '@' && !at && !scheme) {
                    at = true;
                    end++;
                } else if (c == '.' && dots > 0 && end + 1 < limit && (at || www || scheme) && Character.isLowerCase(chars[end - 1 - base])
                        && Character.isUpperCase(chars[end + 1 - base])) {
                    // "Write to a@b.example.We": the next sentence begins.
                    break;
                } else if (c == '.' && end + 1 < limit && (letter(chars[end + 1 - base]) || digit(chars[end + 1 - base]))) {
                    dots++;
                    end++;
                } else if ((scheme || www || dots > 0 && !at && c == '/') && !space(c) && "<>\"()[]{}|,;\u201c\u201d".indexOf(c) < 0
                        && (end + 1 < limit && !space(chars[end + 1 - base]) || c == '/')) {
                    end++;
                } else {
                    break;
                }
            }
            if (at && end > wordEnd + 1 && chars[end - 1 - base] != '@') {
                add(from, end, Vocabulary.UNKNOWN, Kind.EMAIL);
                return end;
            }
            if (scheme || www || dots > 0 && domain(from, end)) {
                add(from, end, Vocabulary.UNKNOWN, Kind.URL);
                return end;
            }
            return wordEnd;
        }

        /** Whether the characters look like a host name with a common top-level domain, perhaps with a path, or like the name of a picture. */
        private boolean domain(int from, int end) {
            int host = from;
            while (host < end && chars[host - base] != '/') {
                host++;
            }
            int dot = text.lastIndexOf('.', host - 1);
            if (dot <= from) {
                return false;
            }
            String top = text.substring(dot + 1, host).toLowerCase(java.util.Locale.ROOT);
            return switch (top) {
                case "com", "org", "net", "gov", "edu", "io", "co", "uk", "eu", "de", "fr", "ca", "au", "us", "info", "biz", "ai", "app", "tv", "me", "dev" -> true;
                // Pictures, whose names are read where a page shows their alternative text.
                case "svg", "png", "jpg", "jpeg", "gif", "webp", "ico" -> true;
                default -> false;
            };
        }

        private int number(int from, int to) {
            int end = from;
            while (end < to) {
                char c = chars[end - base];
                if (digit(c)) {
                    end++;
                } else if (c == ',' && end + 3 < to && digit(chars[end + 1 - base]) && digit(chars[end + 2 - base]) && digit(chars[end + 3 - base])
                        && (end + 4 >= to || !digit(chars[end + 4 - base]))) {
                    end += 4;
                } else {
                    break;
                }
            }
            word = word.length < end - from ? Arrays.copyOf(word, end - from) : word;
            text.getChars(from, end, word, 0);
            add(from, end, vocabulary.find(word, end - from), Kind.NUMBER);
            return end;
        }

        private void add(int start, int end, int id, Kind kind) {
            add(start, end, id, kind, hash(start, end));
        }

        private void add(int start, int end, int id, Kind kind, int hash) {
            if (size == starts.length) {
                int larger = size + (size >> 1) + 16;
                starts = Arrays.copyOf(starts, larger);
                ends = Arrays.copyOf(ends, larger);
                ids = Arrays.copyOf(ids, larger);
                kinds = Arrays.copyOf(kinds, larger);
                hashes = Arrays.copyOf(hashes, larger);
            }
            starts[size] = start;
            ends[size] = end;
            ids[size] = id;
            hashes[size] = hash;
            kinds[size++] = (byte) kind.ordinal();
        }

        private static boolean letter(char c) {
            return c < 128 ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(c);
        }

        private static boolean digit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
