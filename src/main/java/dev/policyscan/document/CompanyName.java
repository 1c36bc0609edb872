package dev.policyscan.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds whose policy a document is: {@code Acme Tools, Inc. ("Acme," "we")}, {@code At Acme, we …}, {@code Acme Privacy Policy}. */
public final class CompanyName {
    /** How far into a document a company introduces itself. */
    private static final int REACH = 12_000;
    private static final Set<String> FORMS = Set.of("inc", "llc", "l.l.c", "ltd", "limited", "corp", "corporation", "co", "company", "gmbh", "plc", "sas", "sarl", "s.a", "ag", "bv", "b.v", "lp",
            "l.p", "llp", "pllc", "pbc", "oy", "ab", "as", "pty", "kg", "srl", "s.r.l", "incorporated", "group", "foundation", "n.a", "n.v");
    private static final Set<String> STRONG = Set.of("inc", "llc", "ltd", "gmbh", "plc", "corp", "pllc", "corporation", "limited", "sarl", "sas", "pbc");
    private static final String INITIALS = Text.initials(STRONG);
    private static final Set<String> PRONOUNS = Set.of("we", "us", "our", "ours", "ourselves");
    /** Words in quotes that stand for something else than the company. */
    private static final Set<String> OTHERS = Set.of("company", "the company", "website", "websites", "site", "sites", "service", "services", "the service", "the services", "platform", "app", "apps",
            "policy", "privacy policy", "privacy notice", "notice", "statement", "you", "your", "user", "users", "personal information", "personal data", "information", "the site", "the website",
            "ccpa", "cpra", "gdpr", "coppa", "business", "products", "terms", "consumer", "consumers", "group", "affiliates", "the policy", "this policy", "policies", "agreement", "application",
            "customer", "customers", "clients", "products and services", "solutions", "the platform", "applications", "mobile app", "online services", "customer data", "cookies", "the app");
    /** Words that stand inside names without a capital. */
    private static final Set<String> INNER = Set.of("of", "and", "the", "for", "d/b/a", "dba", "de", "du", "&", "+", "a/k/a");
    /** Capitalized words that begin a sentence or a title, not a name. */
    private static final Set<String> NOT_NAMES = Set.of("this", "the", "our", "your", "we", "at", "welcome", "privacy", "policy", "notice", "statement", "last", "updated", "effective", "date", "please", "it",
            "by", "for", "when", "in", "to", "these", "if", "you", "all", "california", "consumer", "website", "online", "global", "general", "data", "protection", "customer", "cookie", "introduction", "overview",
            "legal", "terms", "us", "u.s", "american", "read", "about", "security", "information", "site", "state", "children's", "rights", "residents", "and", "of", "a", "an", "any", "web", "internet", "corporate", "here",
            "thank", "who", "what", "how", "as", "on", "with", "from", "no", "yes", "note", "full", "full text", "summary", "services", "service", "mobile", "app", "home", "policies", "contact", "applicant", "candidate", "user", "sometimes", "controller",
            "technology", "franchisees", "review", "attn", "most", "many", "every", "each", "ccpa", "law", "intelligence");

    private CompanyName() {}

    /**
     * A definition of whose policy it is, {@code Acme Tools, Inc. ("ATI," "we")}.
     *
     * @param name the name before the bracket, or the longest form of the one in it
     * @param alias the name in the bracket; empty for pronouns alone
     */
    public record Definition(String name, String alias) {}

    /** The company's name as the document prints it, or null where it is not sure. */
    public static String of(PolicyDocument document) {
        return of(document, defined(document));
    }

    /** The same, where the definition is known; null for a document that has none. */
    public static String of(PolicyDocument document, Definition defined) {
        if (defined != null) {
            return defined.name();
        }
        String text = document.text();
        String told = told(text, document.blocks());
        if (told != null) {
            return told;
        }
        String titled = titled(document.title());
        if (titled != null) {
            return titled;
        }
        String copyrighted = copyrighted(text);
        return copyrighted != null ? copyrighted : formed(text, document.blocks());
    }

    /** The name with a legal form that the document prints most often, if near its beginning or at least twice. */
    private static String formed(String text, List<Block> blocks) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        String early = null;
        char[] room = new char[REACH];
        for (Block block : blocks) {
            if (block.kind() == Block.Kind.HEADING) {
                continue;
            }
            if (block.start() > 8 * REACH) {
                break;
            }
            int last = Math.min(block.end(), block.start() + REACH);
            text.getChars(block.start(), last, room, 0);
            for (int i = 1; i < last - block.start(); i++) {
                char c = room[i];
                if (c > 'Z' || c < 'A' || INITIALS.indexOf(c | 32) < 0 || !Text.isSpace(room[i - 1])) {
                    continue;
                }
                int at = block.start() + i;
                int stop = at;
                while (stop < block.end() && stop < at + 20 && !Text.isSpace(text.charAt(stop))) {
                    stop++;
                }
                String token = text.substring(at, stop);
                String bare = strip(token).toLowerCase(Locale.ROOT);
                if (STRONG.contains(bare)) {
                    int end = token.startsWith(".", bare.length()) && bare.length() < 5 ? at + bare.length() + 1 : at + bare.length();
                    String name = nameBefore(text, block.start(), end);
                    if (name != null && name.indexOf(' ') > 0 && !vendor(name) && !generic(name)) {
                        counts.merge(name, 1, Integer::sum);
                        if (early == null && at < REACH / 4) {
                            early = name;
                        }
                    }
                }
            }
        }
        String best = early;
        int most = 1;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    /** Whether a name is of a company that other companies' policies name. */
    private static boolean vendor(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String vendor : new String[] {"google", "facebook", "meta ", "amazon", "microsoft", "adobe", "twitter", "linkedin", "paypal", "stripe", "apple", "hubspot", "salesforce", "oracle", "cloudflare", "mailchimp"}) {
            if (lower.startsWith(vendor)) {
                return true;
            }
        }
        return false;
    }

    /** How the document defines in brackets whose policy it is; null where it does not. */
    public static Definition defined(PolicyDocument document) {
        String text = document.text();
        for (Block block : document.blocks()) {
            if (block.start() > REACH) {
                return null;
            }
            if (block.kind() == Block.Kind.HEADING || block.kind() == Block.Kind.CELL) {
                continue;
            }
            for (int i = block.start(); i < block.end(); i++) {
                if (text.charAt(i) != '(') {
                    continue;
                }
                int close = i + 1;
                while (close < block.end() && close - i < 240 && text.charAt(close) != ')') {
                    close++;
                }
                String alias = alias(text, i + 1, close);
                if (alias == null) {
                    continue;
                }
                String name = nameBefore(text, block.start(), i);
                if (name != null && !generic(name)) {
                    return new Definition(name, alias);
                }
                if (!alias.isEmpty()) {
                    return new Definition(longest(text, alias), alias);
                }
            }
        }
        return null;
    }

    /** The name that a bracket defines beside "we" or "us"; empty for these alone, null for a bracket of another kind. */
    private static String alias(String text, int start, int end) {
        boolean self = false;
        String alias = "";
        int at = start;
        boolean quoted = false;
        while (at < end) {
            char c = text.charAt(at);
            // Behind a letter it is an apostrophe.
            boolean single = c == '\'' && !Text.isLetter(text.charAt(at - 1));
            if (c != '"' && c != '“' && c != '‘' && c != '”' && !single) {
                at++;
                continue;
            }
            int from = at + 1;
            int to = from;
            while (to < end && "\"”’“".indexOf(text.charAt(to)) < 0 && !(single && text.charAt(to) == '\'')) {
                to++;
            }
            String word = text.substring(from, to).strip();
            while (!word.isEmpty() && ",.;".indexOf(word.charAt(word.length() - 1)) >= 0) {
                word = word.substring(0, word.length() - 1).strip();
            }
            quoted = true;
            String lower = word.toLowerCase(Locale.ROOT);
            if (PRONOUNS.contains(lower)) {
                self = true;
            } else if (alias.isEmpty() && !word.isEmpty() && Text.isUpperCase(word.charAt(0)) && word.length() < 50 && !OTHERS.contains(lower)) {
                alias = word;
            } else if (lower.equals("company") || lower.equals("the company")) {
                self = true;
            }
            at = to + 1;
        }
        return quoted && self ? alias : null;
    }

    /** The name that ends before an offset. */
    private static String nameBefore(String text, int limit, int end) {
        int at = Text.trimEnd(text, limit, end);
        if (at > limit && text.charAt(at - 1) == ',') {
            at = Text.trimEnd(text, limit, at - 1);
        }
        int stop = at;
        int start = -1;
        int words = 0;
        while (at > limit && words < 9) {
            int word = at;
            while (word > limit && !Text.isSpace(text.charAt(word - 1))) {
                word--;
            }
            String token = text.substring(word, at);
            String bare = strip(token);
            if (bare.isEmpty()) {
                break;
            }
            String lower = bare.toLowerCase(Locale.ROOT);
            boolean capital = Text.isUpperCase(bare.charAt(0)) || Character.isDigit(bare.charAt(0)) && start >= 0;
            boolean comma = token.endsWith(",") || token.endsWith(";");
            if (comma && start >= 0 && !form(text, at, stop)) {
                break;
            }
            if (token.endsWith(".") && start >= 0 && !FORMS.contains(lower) && bare.length() > 2 && bare.indexOf('.') < 0) {
                break;
            }
            if (capital && !(NOT_NAMES.contains(lower) && !lower.equals("the"))) {
                start = word;
            } else if (start < 0 || !(INNER.contains(lower) || lower.equals("the"))) {
                if (capital && start >= 0 && lower.length() > 2 && words > 0 && !sentenceStart(text, limit, word)) {
                    start = word;
                } else {
                    break;
                }
            }
            words++;
            at = Text.trimEnd(text, limit, word);
        }
        if (start < 0) {
            return null;
        }
        String name = trimStart(collapse(text.substring(start, stop)));
        if (name == null || name.startsWith("The ") && name.indexOf(' ', 4) < 0) {
            return null;
        }
        return name.length() < 2 || name.length() > 90 ? null : name;
    }

    /** A name without the words that only lead to it; null for what is no name. */
    private static String trimStart(String name) {
        String rest = name;
        while (true) {
            int blank = rest.indexOf(' ');
            String first = strip(blank < 0 ? rest : rest.substring(0, blank)).toLowerCase(Locale.ROOT);
            boolean small = !first.equals("the") && (NOT_NAMES.contains(first) || INNER.contains(first)) || first.equals("the") && rest.startsWith("the");
            if (!small) {
                break;
            }
            if (blank < 0) {
                return null;
            }
            rest = rest.substring(blank + 1);
        }
        return plausible(rest) ? rest : null;
    }

    /** Whether a name holds no brackets or quotes and is no adverb. */
    private static boolean plausible(String name) {
        for (int i = 0; i < name.length(); i++) {
            if ("()[]\"“”!?;".indexOf(name.charAt(i)) >= 0) {
                return false;
            }
        }
        return name.length() >= 2 && !(name.endsWith("ly") && name.indexOf(' ') < 0 && name.length() > 6);
    }

    private static boolean sentenceStart(String text, int limit, int at) {
        int before = Text.trimEnd(text, limit, at);
        return before <= limit || ".:!?".indexOf(text.charAt(before - 1)) >= 0;
    }

    /** Whether what follows a comma is a legal form. */
    private static boolean form(String text, int start, int end) {
        int at = Text.skipSpace(text, start, end);
        int stop = at;
        while (stop < end && !Text.isSpace(text.charAt(stop))) {
            stop++;
        }
        return FORMS.contains(strip(text.substring(at, stop)).toLowerCase(Locale.ROOT));
    }

    private static String strip(String token) {
        int start = 0;
        int end = token.length();
        while (start < end && "\"“‘'([*_".indexOf(token.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "\"”’'),;:.]*_".indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return token.substring(start, end);
    }

    /** A name with the legal form that it is printed with somewhere. */
    private static String longest(String text, String alias) {
        int limit = Math.min(text.length(), 4 * REACH);
        for (int at = text.indexOf(alias); at >= 0 && at < limit; at = text.indexOf(alias, at + 1)) {
            int end = at + alias.length();
            int next = end;
            while (next < text.length() && (text.charAt(next) == ',' || Text.isSpace(text.charAt(next)))) {
                next++;
            }
            int stop = next;
            while (stop < text.length() && stop - next < 12 && (Text.isLetter(text.charAt(stop)) || text.charAt(stop) == '.')) {
                stop++;
            }
            String form = strip(text.substring(next, stop));
            if (next > end && !form.isEmpty() && Text.isUpperCase(form.charAt(0)) && FORMS.contains(form.toLowerCase(Locale.ROOT)) && !form.equalsIgnoreCase("as")) {
                boolean dot = stop > next && text.charAt(stop - 1) == '.';
                return collapse(text.substring(at, dot && form.length() > 4 ? stop - 1 : stop));
            }
        }
        return alias;
    }

    /** From the first sentences: {@code At NAME, we}, {@code NAME is committed to}. */
    private static String told(String text, List<Block> blocks) {
        String[] before = {"At ", "Welcome to ", "policy of ", "Policy of ", "notice of ", "statement of ", "visiting ", "This is the privacy policy of "};
        String[] after = {" respects your", " respects the privacy", " is committed to", " takes your", " takes the", " values your", " understands", " we take", " we are committed", " (\"", " cares about", " recognizes", ", we ",
            " we respect", " (“", ", Inc.", " knows that"};
        for (Block block : blocks) {
            if (block.start() > REACH / 2) {
                return null;
            }
            if (block.kind() != Block.Kind.PARAGRAPH) {
                continue;
            }
            int limit = Math.min(block.end(), block.start() + 600);
            String opening = text.substring(block.start(), limit);
            for (String lead : before) {
                int at = opening.indexOf(lead);
                if (at >= 0) {
                    at += block.start();
                    String name = nameAt(text, at + lead.length(), limit);
                    if (name != null && !generic(name) && (!lead.equals("At ") || followed(text, at + lead.length() + name.length(), ","))) {
                        return longest(text, name);
                    }
                }
            }
            String name = nameAt(text, block.start(), limit);
            if (name != null && !generic(name)) {
                for (String verb : after) {
                    if (followed(text, block.start() + name.length(), verb)) {
                        return longest(text, name);
                    }
                }
            }
        }
        return null;
    }

    private static boolean followed(String text, int at, String what) {
        return text.startsWith(what, at);
    }

    /** The name that begins at an offset. */
    private static String nameAt(String text, int start, int limit) {
        int at = start;
        int end = -1;
        int words = 0;
        while (at < limit && words < 7) {
            int stop = at;
            while (stop < limit && !Text.isSpace(text.charAt(stop))) {
                stop++;
            }
            String token = text.substring(at, stop);
            String bare = strip(token);
            String lower = bare.toLowerCase(Locale.ROOT);
            if (bare.isEmpty() || token.charAt(0) == '(') {
                break;
            }
            if (Text.isUpperCase(bare.charAt(0)) && !NOT_NAMES.contains(lower) || words > 0 && Text.isUpperCase(bare.charAt(0))) {
                end = at + bare.length();
            } else if (words == 0 || !INNER.contains(lower)) {
                break;
            }
            words++;
            if (token.length() > bare.length() && !(token.endsWith(",") && form(text, stop, limit))) {
                if (FORMS.contains(lower) && token.endsWith(".")) {
                    end = stop;
                }
                break;
            }
            at = Text.skipSpace(text, stop, limit);
        }
        return end < 0 || end - start < 2 || !plausible(text.substring(start, end)) ? null : text.substring(start, end);
    }

    /** From the title: {@code NAME Privacy Policy}. */
    private static String titled(String title) {
        if (title == null) {
            return null;
        }
        String lower = title.toLowerCase(Locale.ROOT);
        int at = lower.length();
        for (String kind : new String[] {"privacy", "cookie", "website", "online", "consumer", "customer", "global", "california", "data", "corporate"}) {
            int found = lower.indexOf(kind);
            if (found >= 0) {
                at = Math.min(at, found);
            }
        }
        if (at == lower.length()) {
            return null;
        }
        if (at < 2) {
            return behindTitle(title, lower);
        }
        String name = title.substring(0, at).strip();
        while (!name.isEmpty() && "-–—|:,’'".indexOf(name.charAt(name.length() - 1)) >= 0) {
            name = name.substring(0, name.length() - 1).strip();
        }
        String end = name.toLowerCase(Locale.ROOT);
        if (end.endsWith("'s") || end.endsWith("’s")) {
            name = name.substring(0, name.length() - 2);
        }
        return isName(name) ? name : null;
    }

    /** "Privacy Policy of Heron Cycles", "Privacy Notice | Heron Cycles": the one name behind the kind of document. */
    private static String behindTitle(String title, String lower) {
        int end = -1;
        for (String kind : new String[] {"policy", "notice", "statement"}) {
            int found = lower.indexOf(kind);
            end = found >= 0 && (end < 0 || found + kind.length() < end) ? found + kind.length() : end;
        }
        if (end < 0) {
            return null;
        }
        String rest = title.substring(end).strip();
        boolean divided = !rest.isEmpty() && "-–—|:·•".indexOf(rest.charAt(0)) >= 0;
        if (!divided && !rest.regionMatches(true, 0, "of ", 0, 3)) {
            return null;
        }
        String name = rest.substring(divided ? 1 : 3).strip();
        for (int i = 0; i < name.length(); i++) {
            if ("–—|:·•(".indexOf(name.charAt(i)) >= 0) {
                return null;
            }
        }
        return isName(name) && !name.contains(" - ") ? name : null;
    }

    /** Whether a part of a title can be a company's name. */
    private static boolean isName(String part) {
        return part.length() >= 2 && part.length() <= 60 && !generic(part) && Text.isUpperCase(part.charAt(0));
    }

    /** From a copyright line. */
    private static String copyrighted(String text) {
        int at = text.lastIndexOf('©');
        if (at < 0) {
            return null;
        }
        int limit = Math.min(text.length(), at + 120);
        int from = at + 1;
        while (from < limit && !Text.isLetter(text.charAt(from))) {
            from++;
        }
        String name = nameAt(text, from, limit);
        return name == null || generic(name) ? null : name;
    }

    /** Whether all words of a name are ones that any policy has. */
    private static boolean generic(String name) {
        for (String word : name.split("\\s+")) {
            String lower = strip(word).toLowerCase(Locale.ROOT);
            if (!NOT_NAMES.contains(lower) && !OTHERS.contains(lower) && !INNER.contains(lower) && !FORMS.contains(lower)) {
                return false;
            }
        }
        return true;
    }

    private static String collapse(String name) {
        StringBuilder out = new StringBuilder(name.length());
        boolean space = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Text.isSpace(c)) {
                space |= !Text.isInvisible(c);
                continue;
            }
            if (space && !out.isEmpty()) {
                out.append(' ');
            }
            space = false;
            out.append(c);
        }
        return out.toString();
    }
}
