package dev.policyscan.document;

import dev.policyscan.classify.SentenceEnds;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds sentences: a statistical model proposes where they end, and rules for what policies are full of (abbreviations,
 * addresses of the web, numbered sections) correct it. Immutable and thread-safe.
 */
final class Sentences {
    /** Abbreviations after which a sentence goes on. */
    private static final Set<String> WITHIN = Set.of("e.g", "i.e", "eg", "ie", "cal", "civ", "bus", "prof", "sec", "sect", "no", "nos", "v", "vs", "mr", "mrs", "ms", "dr", "st", "art", "arts",
            "para", "approx", "incl", "cf", "al", "dept", "ave", "rd", "blvd", "ste", "fl", "attn", "tel", "ph", "ext", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
            "dec", "rev", "stat", "pub", "fed", "reg", "subd", "ch", "pt", "vol", "ed", "gov", "hon", "univ", "u.s.c", "c.f.r", "viz", "resp", "max", "min", "est", "gen");
    /** Abbreviations that may also end a sentence. */
    private static final Set<String> EITHER = Set.of("inc", "corp", "ltd", "co", "llc", "l.l.c", "l.p", "lp", "plc", "gmbh", "s.a", "n.a", "u.s", "u.s.a", "u.k", "e.u", "etc", "a.m", "p.m", "jr", "sr", "bros",
            "d.c", "b.v", "n.v", "pty", "pte", "a.g", "s.r.l", "p.o", "d.b.a", "ph.d", "assn");
    /** Words that begin sentences of policies rather than go on after an abbreviation. */
    private static final Set<String> STARTERS = Set.of("we", "our", "this", "these", "the", "you", "your", "if", "when", "in", "to", "it", "all", "any", "some", "for", "by", "under", "please", "such", "they", "there",
            "however", "where", "while", "as", "a", "an", "each", "at", "personal", "no", "but", "and", "those", "that", "information", "on", "with", "nothing", "unless", "once", "upon", "after");

    private static final Set<String> DETERMINERS = Set.of("your", "a", "an", "any", "all", "the", "some", "each", "such");

    private static final int[] NONE = {};
    private static final String SUPERSCRIPT = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u2020\u2021";
    /** Characters of a footnote's mark, brackets not counted, at most. */
    private static final int LONGEST_NOTE = 3;
    private static final int LONGEST_WORD = 1000;
    /** Digits of the number of an item, at most. */
    private static final int LONGEST_NUMBER = 2;
    /** Characters of an item that ends with a full stop and is no sentence, with its number, at most. */
    private static final int SHORT_ITEM = 60;
    /** How far back the word before a full stop is looked at. */
    private static final int LOOK_BACK = 40;

    private final SentenceEnds ends = SentenceEnds.load();

    /** Adds the sentences of all blocks. */
    void find(String text, List<Block> blocks, boolean verbatim, List<Sentence> found) {
        int[] marks = SentenceEnds.marks(text);
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.kind() == Block.Kind.HEADING) {
                found.add(new Sentence(block.start(), block.end(), i));
            } else if (block.kind() == Block.Kind.CELL && !verbatim) {
                int from = block.start();
                while (from < block.end()) {
                    int end = text.indexOf('\n', from);
                    end = end < 0 || end > block.end() ? block.end() : end;
                    split(text, from, end, i, marks, found);
                    from = end + 1;
                }
            } else {
                split(text, block.start(), block.end(), i, marks, found);
            }
        }
    }

    private void split(String text, int from, int to, int block, int[] marks, List<Sentence> found) {
        int start = Text.skipSpace(text, from, to);
        int end = Text.trimEnd(text, start, to);
        if (start >= end) {
            return;
        }
        int first = SentenceEnds.firstFrom(marks, start);
        // A sentence end before the last character.
        if (first == marks.length || marks[first] >= end - 1) {
            found.add(new Sentence(start, end, block));
            return;
        }
        // The model looks back to the last blank at every full stop, which words without end would make quadratic.
        int[] starts = end - start > LONGEST_WORD && longestWord(text, start, end) > LONGEST_WORD ? NONE : ends.starts(text, start, end, marks, first);
        int at = start;
        for (int i = 0; i <= starts.length; i++) {
            // The text up to the next end that the model proposes, which rules may divide further.
            int limit = end;
            if (i < starts.length) {
                limit = starts[i];
                while (limit > start && SentenceEnds.isSpace(text.charAt(limit - 1))) {
                    limit--;
                }
                if (joined(text, at, limit, starts[i], end)) {
                    continue;
                }
            }
            int cut = divide(text, at, limit, marks);
            while (cut > 0) {
                found.add(new Sentence(at, cut, block));
                at = Text.skipSpace(text, cut, end);
                cut = divide(text, at, limit, marks);
            }
            int stop = Text.trimEnd(text, at, limit);
            if (at < stop) {
                found.add(new Sentence(at, stop, block));
                at = Text.skipSpace(text, stop, end);
            }
        }
    }

    private static int longestWord(String text, int start, int end) {
        int longest = 0;
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end || Text.isSpace(text.charAt(i))) {
                longest = Math.max(longest, i - from);
                from = i + 1;
            }
        }
        return longest;
    }

    /** Whether a sentence goes on over an end that the model proposes. */
    private static boolean joined(String text, int start, int end, int next, int limit) {
        int stop = Text.trimEnd(text, start, end);
        if (next >= limit || stop <= start) {
            return true;
        }
        char first = text.charAt(next);
        boolean tight = next == stop;
        if (tight) {
            return !glued(text, start, stop, next, limit);
        }
        if (Character.isLowerCase(first) || ",;:)]%&/".indexOf(first) >= 0) {
            return !(first == 'i' && next + 1 < limit && text.charAt(next + 1) != ' ' && Text.isUpperCase(text.charAt(next + 1)));
        }
        char last = text.charAt(stop - 1);
        if (continuesList(text, start, stop, next, limit)) {
            return true;
        }
        if (last != '.') {
            return last != '!' && last != '?' && last != ':' && last != ';' && "\"'”’)]".indexOf(last) < 0;
        }
        return abbreviated(text, start, stop - 1, next, limit);
    }

    /** Whether a full stop without white space after it ends a sentence all the same: "information.We collect". */
    private static boolean glued(String text, int start, int stop, int next, int limit) {
        if (!Text.isUpperCase(text.charAt(next)) || next + 1 >= limit || stop - 1 <= start) {
            return false;
        }
        int word = stop - 1;
        while (word > start && stop - word < LOOK_BACK && !Text.isSpace(text.charAt(word - 1))) {
            word--;
        }
        if (stop - 1 - word < 2) {
            return false;
        }
        boolean address = text.startsWith("http", word) || text.startsWith("www.", word) || text.substring(word, stop).indexOf('@') > 0;
        for (int i = word; i < stop - 1 && !address; i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '.' || c == ':') {
                return false;
            }
        }
        return Character.isLowerCase(text.charAt(stop - 2)) && starter(text, next, limit);
    }

    /** Whether the full stop at an offset belongs to an abbreviation or number, and the sentence goes on. */
    private static boolean abbreviated(String text, int start, int stop, int next, int limit) {
        int word = stop;
        while (word > start && stop - word < LOOK_BACK && !Text.isSpace(text.charAt(word - 1)) && "(“\"‘'[/".indexOf(text.charAt(word - 1)) < 0) {
            word--;
        }
        if (word == stop) {
            return false;
        }
        String token = text.substring(word, stop).toLowerCase(Locale.ROOT);
        if (WITHIN.contains(token)) {
            // "There is no." and "at st." are rare; "No. We do not" is not.
            return !(token.equals("no") && (word == start || !Character.isDigit(text.charAt(next))));
        }
        if (EITHER.contains(token)) {
            return !starter(text, next, limit);
        }
        boolean opens = word == start;
        boolean number = true;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            number &= c >= '0' && c <= '9' || c == '.';
        }
        if (number) {
            return opens || numbersItem(text, start, word, stop);
        }
        if (token.length() == 1 && Text.isLetter(token.charAt(0))) {
            if (opens) {
                return true;
            }
            // The initial of a name, but not "category A. We".
            int before = Text.trimEnd(text, start, word);
            return !starter(text, next, limit) && before > start && Text.isLetter(text.charAt(before - 1));
        }
        return opens && token.length() <= 5 && roman(token);
    }

    /** "We collect: 1. your name; 2. your address": whether a number, and the full stop behind it, begin an item within the sentence. */
    private static boolean numbersItem(String text, int start, int word, int stop) {
        int before = Text.trimEnd(text, start, word);
        return stop - word <= LONGEST_NUMBER && before > start && (":;,".indexOf(text.charAt(before - 1)) >= 0 || previousItem(text, start, word, stop) > 0);
    }

    /** "We collect: 1. Your name. 2. Your address": whether what comes next is the item after the one that the sentence ends with, and both are short. */
    private static boolean continuesList(String text, int start, int end, int next, int limit) {
        int behind = next;
        while (behind < limit && Character.isDigit(text.charAt(behind))) {
            behind++;
        }
        if (behind == next || behind - next > LONGEST_NUMBER || behind + 2 >= limit || text.charAt(behind) != '.' || text.charAt(behind + 1) != ' ' || sentence(text, behind + 2, limit)) {
            return false;
        }
        int item = previousItem(text, start, next, behind);
        return item > 0 && !sentence(text, Text.skipSpace(text, item, end), limit);
    }

    /** Behind the number that is one less than the one that stands at the offset, in the sentence before it and no farther than a short item; 0 where it is not there. */
    private static int previousItem(String text, int start, int number, int end) {
        int value = 0;
        for (int i = number; i < end; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return 0;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        String previous = " " + (value - 1) + ". ";
        int at = value > 1 ? text.lastIndexOf(previous, number - previous.length()) : -1;
        return at > start && number - at <= SHORT_ITEM ? at + previous.length() : 0;
    }

    private static boolean roman(String token) {
        for (int i = 0; i < token.length(); i++) {
            if ("ivxl".indexOf(token.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The first end of a sentence that the model missed, or 0. */
    private static int divide(String text, int start, int end, int[] marks) {
        for (int m = SentenceEnds.firstFrom(marks, start + 1); m < marks.length && marks[m] < end - 2; m++) {
            int i = marks[m];
            int stop = i + 1;
            while (stop < end && "\"”’)]".indexOf(text.charAt(stop)) >= 0) {
                stop++;
            }
            int note = footnote(text, start, i, stop, end);
            if (note > stop) {
                return note;
            }
            if (stop < end && !Text.isSpace(text.charAt(stop))) {
                if (stop == i + 1 && glued(text, start, stop, stop, end)) {
                    return stop;
                }
                continue;
            }
            int next = Text.skipSpace(text, stop, end);
            if (next >= end || !starter(text, next, end) || !Text.isUpperCase(text.charAt(letter(text, next, end)))) {
                continue;
            }
            if (text.charAt(i) == '.' && abbreviated(text, start, i, next, end)) {
                continue;
            }
            return stop;
        }
        return 0;
    }

    /** Behind a footnote's mark at the end of a sentence, "to third parties.[2] We", "to third parties.² We"; the place itself where there is none. */
    private static int footnote(String text, int start, int mark, int stop, int end) {
        int at = stop;
        boolean bracket = at < end && text.charAt(at) == '[';
        at += bracket ? 1 : 0;
        int first = at;
        boolean plain = true;
        while (at < end && at - first < LONGEST_NOTE && (Character.isDigit(text.charAt(at)) || SUPERSCRIPT.indexOf(text.charAt(at)) >= 0)) {
            plain &= Character.isDigit(text.charAt(at));
            at++;
        }
        if (at == first || bracket && (at == end || text.charAt(at) != ']')) {
            return stop;
        }
        at += bracket ? 1 : 0;
        int next = Text.skipSpace(text, at, end);
        // "Section A.2 The" may be a number of parts, "parties.2 The" is not.
        boolean word = mark - 3 > start && Character.isLowerCase(text.charAt(mark - 1)) && Character.isLowerCase(text.charAt(mark - 2)) && Text.isLetter(text.charAt(mark - 3));
        if (next == at || next >= end || !Text.isUpperCase(text.charAt(letter(text, next, end))) || plain && !bracket && !word
                || text.charAt(mark) == '.' && abbreviated(text, start, mark, next, end)) {
            return stop;
        }
        return at;
    }

    private static int letter(String text, int at, int end) {
        return at + 1 < end && !Text.isLetter(text.charAt(at)) ? at + 1 : at;
    }

    private static boolean starter(String text, int next, int limit) {
        return STARTERS.contains(word(text, next, limit));
    }

    /** Whether a word begins sentences rather than items, "your name". */
    private static boolean sentence(String text, int next, int limit) {
        String word = word(text, next, limit);
        return STARTERS.contains(word) && !DETERMINERS.contains(word);
    }

    private static String word(String text, int next, int limit) {
        int from = letter(text, next, limit);
        int at = from;
        while (at < limit && at - from < 14 && Text.isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at).toLowerCase(Locale.ROOT);
    }
}
