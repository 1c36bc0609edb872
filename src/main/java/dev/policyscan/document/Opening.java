package dev.policyscan.document;

import java.util.Locale;
import java.util.Set;

/** Headings that run into the paragraph they open: {@code Service Providers.  We may share …}. */
final class Opening {
    private static final int LONGEST = 110;
    /** Characters behind a title that tell whether the paragraph is in capitals, too. */
    private static final int SHOUTED = 40;
    /** Labels of a value or a remark, not of a section. */
    private static final Set<String> LABELS = Set.of("note", "notes", "important", "please note", "example", "examples", "e g", "i e", "yes", "no", "email", "e mail", "phone",
            "telephone", "tel", "fax", "address", "mail", "mailing address", "postal address", "website", "web", "attn", "attention", "toll free", "last updated", "effective date", "effective",
            "last modified", "last revised", "date", "updated", "by mail", "by email", "by phone", "by telephone", "online", "call", "call us", "write to", "contact", "for example",
            "privacy policy", "source", "sources", "inc", "mr", "mrs", "ms", "dr", "u s", "url", "version", "via email", "by e mail", "re", "ps", "note to users", "warning",
            "name", "subject", "link", "visit", "read more", "see", "collected", "disclosed", "sold", "shared", "purpose", "purposes", "hours", "postal mail", "toll free number", "toll free phone",
            "step 1", "step 2", "step 3", "category", "california", "tip", "in short", "summary", "in summary", "key points", "tl dr", "in other words", "in brief", "that is", "what this means");
    private static final Set<String> STARTERS = Set.of("we", "our", "this", "these", "the", "you", "your", "if", "when", "in", "to", "as", "for", "it", "all", "any", "some",
            "most", "by", "personal", "under", "at", "with", "from", "please", "information", "an", "a", "and", "such", "there", "they", "upon", "while", "on", "no", "each", "that", "use", "based",
            "where", "users", "like", "certain", "depending", "unless", "once", "cookies", "before", "because", "although", "how", "california", "residents", "consumers",
            "subject", "except", "though", "what", "data", "may", "third", "parents", "children", "not", "after", "during", "including", "many", "either", "websites", "web", "sometimes");
    /** What a short answer ends in: "We do not.", "No, it does not.", "We do so." */
    private static final Set<String> ANSWERS = Set.of("not", "do", "does", "so");
    private static final Set<String> ABBREVIATED = Set.of("inc", "co", "corp", "ltd", "llc", "no", "v", "vs", "mr", "mrs", "ms", "dr", "st", "u.s", "e.g", "i.e", "etc", "sec", "cal", "civ",
            "dept", "jr", "sr", "approx");

    private Opening() {}

    /** End of the heading at the start of a piece, its punctuation included; 0 where there is none. */
    static int end(String s, Piece piece) {
        int start = piece.start;
        int body = piece.marker != null && !piece.marker.bullet() ? Math.max(start, Math.min(piece.marker.end(), piece.end)) : start;
        if (piece.opening > body) {
            int end = emphasised(s, body, piece.opening, piece.end);
            if (end > 0) {
                return end;
            }
        }
        return plain(s, body, piece.end, body > start);
    }

    /** Start of the paragraph after a heading that ends at an offset. */
    static int rest(String s, int end, int limit) {
        int at = end;
        while (at < limit && (Text.isSpace(s.charAt(at)) || "–—-:.|".indexOf(s.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private static int emphasised(String s, int start, int bold, int limit) {
        if (bold - start > LONGEST || !Text.isLetterOrDigit(s.charAt(start)) && "“\"'‘(".indexOf(s.charAt(start)) < 0) {
            return 0;
        }
        Shape shape = Shape.of(s, start, bold);
        if (shape == null || !shape.capitalFirst() || shape.words() > 14 || shape.letters() < 3 || shape.contact() || label(s, start, bold)) {
            return 0;
        }
        char last = shape.last();
        int end = bold;
        int after = rest(s, bold, limit);
        if (after >= limit || limit - after < 20) {
            return 0;
        }
        boolean punctuated = last == '.' || last == ':' || last == '?' || last == '—' || last == '–';
        if (!punctuated) {
            // The mark that ends the heading may stand outside the bold: "<b>Cookies</b>. We use".
            int mark = Text.skipSpace(s, bold, limit);
            boolean spaced = mark > bold;
            char c = s.charAt(mark);
            if (c == '.' || c == ':' || c == '—' || c == '–' || c == '-' && spaced && mark + 1 < limit && Text.isSpace(s.charAt(mark + 1))) {
                punctuated = true;
                end = c == '.' || c == ':' ? mark + 1 : bold;
            }
        }
        if (!Text.isUpperCase(s.charAt(after)) && !Character.isDigit(s.charAt(after)) && "“\"'‘([".indexOf(s.charAt(after)) < 0) {
            return 0;
        }
        if (punctuated) {
            return end;
        }
        return shape.words() >= 2 && shape.titleCase() && starter(s, after, limit) || shape.words() == 1 && starter(s, after, limit) ? bold : 0;
    }

    private static int plain(String s, int start, int limit, boolean numbered) {
        if (limit - start < 30 || !Text.isUpperCase(s.charAt(start)) && s.charAt(start) != '“' && s.charAt(start) != '"') {
            return 0;
        }
        int at = start;
        int words = 0;
        int longWords = 0;
        int capitals = 0;
        int limitAt = Math.min(limit, start + LONGEST);
        while (at < limitAt) {
            char c = s.charAt(at);
            if (Text.isLetterOrDigit(c)) {
                int from = at;
                while (at < limitAt && (Text.isLetterOrDigit(s.charAt(at)) || s.charAt(at) == '\'' || s.charAt(at) == '’')) {
                    at++;
                }
                words++;
                boolean capital = Text.isUpperCase(c);
                if (words == 1 || at - from >= 4 && (capital || !Shape.small(s, from, at))) {
                    longWords++;
                    capitals += capital ? 1 : 0;
                }
                if (words > 10 || longWords - capitals > 1) {
                    return 0;
                }
                continue;
            }
            boolean stop = c == '.' || c == ':' || c == '?';
            boolean dash = (c == '–' || c == '—' || c == '-') && at > start && Text.isSpace(s.charAt(at - 1)) && at + 1 < limit && Text.isSpace(s.charAt(at + 1));
            if ((stop || dash) && at + 1 < limit && (Text.isSpace(s.charAt(at + 1)) || "”\"’)".indexOf(s.charAt(at + 1)) >= 0)) {
                int end = at + 1;
                while (end < limit && "”\"’)".indexOf(s.charAt(end)) >= 0) {
                    end++;
                }
                if (dash) {
                    end = Text.trimEnd(s, start, at);
                }
                return accept(s, start, end, at, limit, words, longWords == capitals, c, numbered) ? end : 0;
            }
            if (c == ';' || c == '!' || c == '@' || c == '|' || c == '…') {
                return 0;
            }
            at++;
        }
        return 0;
    }

    private static boolean accept(String s, int start, int end, int mark, int limit, int words, boolean titled, char c, boolean numbered) {
        int after = rest(s, end, limit);
        if (after >= limit || limit - after < 25 || !titled || !Text.isUpperCase(s.charAt(after)) && "“\"".indexOf(s.charAt(after)) < 0) {
            return false;
        }
        if (label(s, start, mark)) {
            return false;
        }
        int spaces = 0;
        for (int i = end; i < after; i++) {
            if (Text.isSpace(s.charAt(i)) && !Text.isInvisible(s.charAt(i))) {
                spaces++;
            }
        }
        boolean wide = spaces >= 2;
        Shape shape = Shape.of(s, start, mark);
        if (shape == null || shape.contact() || shape.digits() > 4) {
            return false;
        }
        if (c == '.') {
            if (shape.allCaps() && speaks(s, start, mark) && Shape.of(s, after, Math.min(limit, after + SHOUTED)).allCaps()) {
                return false;
            }
            int word = mark;
            while (word > start && !Text.isSpace(s.charAt(word - 1))) {
                word--;
            }
            String lastWord = s.subSequence(word, mark).toString().toLowerCase(Locale.ROOT);
            if (ABBREVIATED.contains(lastWord) || ANSWERS.contains(lastWord) || lastWord.length() == 1) {
                return false;
            }
            return (wide || numbered || starter(s, after, limit)) && (words > 1 || wide || numbered || s.charAt(after) != 'I' || starter(s, after, limit));
        }
        if (c == '?') {
            return wide || words >= 3;
        }
        // After a colon or dash stands a sentence, not a value such as a name.
        return wide && words <= 9 || starter(s, after, limit) || numbered;
    }

    /** Whether it is said of somebody: "WE DO NOT TRACK YOU" among sentences in capitals is one of them, "CHILDREN" is a title. */
    private static boolean speaks(String s, int start, int end) {
        String key = " " + Text.key(s, start, end, LONGEST) + " ";
        return key.contains(" we ") || key.contains(" you ") || key.contains(" do not ") || key.contains(" does not ");
    }

    private static boolean label(String s, int start, int end) {
        String key = Text.key(s, start, end, LONGEST);
        return LABELS.contains(key) || key.startsWith("category ") && key.length() < 12;
    }

    private static boolean starter(String s, int start, int limit) {
        int at = start;
        if (at < limit && !Text.isLetter(s.charAt(at))) {
            at++;
        }
        int from = at;
        while (at < limit && at - from < 16 && Text.isLetter(s.charAt(at))) {
            at++;
        }
        return STARTERS.contains(s.subSequence(from, at).toString().toLowerCase(Locale.ROOT));
    }
}
