package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Modality;
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;

/** Words that point to categories named elsewhere: "any of the information above", "each of them", "this category". */
final class CategoryPointers {
    /** Tokens from "any" to "the information listed above", at most. */
    private static final int ABOVE = 9;

    /** Parts of a policy: "the categories of data in section 3". */
    private static final WordSet PARTS = WordSet.of("section", "appendix", "schedule", "annex", "exhibit", "table");

    private static final WordSet DATA = WordSet.of("data", "information", "categories", "above");
    private static final WordSet TOLD = WordSet.of("above", "described", "listed", "mentioned", "identified", "collected", "of");

    private static final WordSet FOLLOWING = WordSet.of("following", ":");

    /** "The categories designated in our policy". */
    private static final WordSet STATED = WordSet.of("listed", "described", "identified", "designated", "specified", "outlined", "enumerated", "mentioned", "discussed", "detailed", "noted",
            "named", "referenced", "summarized", "out", "forth");

    /** What may stand between "disclose" and what is disclosed, and words that point to what the sentence before spoke of. */
    private static final WordSet POINTING = WordSet.of("such", "this", "these", "that", "those", "said");
    private static final WordSet PRONOUNS = WordSet.of("it", "them");
    /** What a business does with all that it has. */
    static final WordSet HAVE = WordSet.of("collect", "collected", "obtain", "gather", "receive", "hold", "maintain", "process");
    private static final WordSet NOBODY = WordSet.of("nobody", "none");
    private static final WordSet OBJECTS = WordSet.of("information", "data", "categories", "types", "kinds", "pi");

    /** What a policy's lists are called, where they have no section of their own. */
    static final WordSet LISTS = WordSet.of("list", "lists", "table", "tables", "chart", "charts", "paragraph", "bullets");

    private static final WordSet ABOVE_WORD = WordSet.of("above");

    /** "Personal information (as that term is defined above)": what explains a term, and what may stand between it and "categories of". */
    private static final WordSet DEFINED = WordSet.of("defined", "define", "definition", "term");
    private static final WordSet OF_KINDS = WordSet.of("of", "your", "the", "such", "this", "our", "their", "consumers", "sensitive");

    /** Tokens from "the categories" to "described above", at most; from "in" to "above"; from a verb to its object; from a parenthesis to "above". */
    private static final int DESCRIBED = 12;
    private static final int NAMED = 12;
    private static final int OBJECT = 4;
    private static final int ASIDE = 10;

    private CategoryPointers() {}

    /** Whether the token points to what is listed above; "personal information (as defined above)" explains a term, and lists nothing. */
    static boolean above(Clause clause, int token) {
        return clause.tokens().is(token, "above") && !explains(clause, token);
    }

    private static boolean explains(Clause clause, int above) {
        Tokens tokens = clause.tokens();
        boolean defined = false;
        for (int i = above - 1; i > Math.max(clause.from(), above - ASIDE); i--) {
            defined |= tokens.isAny(i, DEFINED);
            if (tokens.is(i, '(') || tokens.is(i, ',')) {
                return defined || clause.covers(Concept.PERSONAL, i - 1) && !ofKinds(clause, i - 1);
            }
        }
        return false;
    }

    /** Behind the parenthesis in "the categories of personal information (as defined above) that we collect"; where none explains the term, the token itself. */
    static int behindDefinition(Clause clause, int kinds) {
        Tokens tokens = clause.tokens();
        int open = kinds + 1;
        while (open < clause.to() && open < kinds + OBJECT + 2 && !tokens.is(open, '(')) {
            open++;
        }
        if (open + 1 >= clause.to() || !tokens.is(open, '(') || !clause.covers(Concept.PERSONAL, open - 1)) {
            return kinds;
        }
        boolean defined = false;
        for (int i = open + 1; i < Math.min(clause.to(), open + ASIDE); i++) {
            defined |= tokens.isAny(i, DEFINED);
            if (tokens.is(i, ')')) {
                return defined ? i + 1 : kinds;
            }
        }
        return kinds;
    }

    /** Whether the information that a token ends is that of categories: "the types of your personal information". */
    private static boolean ofKinds(Clause clause, int token) {
        int i = token;
        while (i > clause.from() && (clause.covers(Concept.PERSONAL, i) || clause.tokens().isAny(i, OF_KINDS)) && !clause.tokens().isAny(i, NamedCategories.CATEGORIES)) {
            i--;
        }
        return clause.tokens().isAny(i, NamedCategories.CATEGORIES);
    }

    /** "The types of data described in section 3", "the categories that we process": those that the policy collects. */
    static boolean listedElsewhere(Clause clause, int kinds) {
        Tokens tokens = clause.tokens();
        if (kinds == clause.from() || !tokens.is(kinds - 1, "the")) {
            return false;
        }
        int from = behindDefinition(clause, kinds);
        for (int i = from == kinds ? kinds + 2 : from; i + 1 < Math.min(clause.to(), from + 8); i++) {
            if (statedIn(clause, i) || tokens.is(i, "in") && tokens.isAny(i + 1, PARTS) && !titledGiven(clause, i)
                    || tokens.is(i, "that") && tokens.is(i + 1, "we")
                    || tokens.isAny(i + 1, HAVE) && (tokens.is(i, "that") || clause.businessBefore(i + 1) > kinds)) {
                return true;
            }
        }
        return false;
    }

    /** "Described in section 3", "designated in our policy", but not "specified in the act" nor "listed in What We Disclose". */
    private static boolean statedIn(Clause clause, int token) {
        int in = token + 1;
        return in < clause.to() && clause.tokens().isAny(token, STATED) && (clause.tokens().is(in, "in") || clause.tokens().is(in, "under"))
                && !clause.hasWithin(Concept.LAW, in, in + OBJECT) && !titledGiven(clause, in);
    }

    /** "In section 4 (What We Disclose)": what is listed there is not all that is collected. */
    private static boolean titledGiven(Clause clause, int in) {
        for (int i = in + 1; i < Math.min(clause.to(), in + NAMED); i++) {
            if (clause.tokens().capitalized(i) && (clause.covers(Concept.DISCLOSE, i) || clause.covers(Concept.SELL, i))) {
                return true;
            }
        }
        return false;
    }

    /** "We collect the categories of data described above", "each category listed in section 3 is collected": whether the clause points to all that are described elsewhere. */
    static boolean describedElsewhere(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            boolean pointed = tokens.isAny(i, NamedCategories.CATEGORIES) && (tokens.is(i - 1, "the") || tokens.is(i - 1, "all") || tokens.is(i - 1, "each") || tokens.is(i - 1, "every"));
            for (int k = i + 1; pointed && k < Math.min(clause.to(), i + DESCRIBED) && !clause.covers(Concept.THIRD_PARTY, k); k++) {
                if (above(clause, k) || statedIn(clause, k)) {
                    return true;
                }
                pointed = !tokens.is(k, "sources") && !tokens.is(k, "purposes") && !tokens.is(k, ':') && !tokens.is(k, ';');
            }
        }
        return false;
    }

    /** "The categories identified in What We Collect above": whether "above" is said of a section that it names, and not of the list before. */
    static boolean namesPart(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            boolean part = tokens.is(i, "in") || tokens.is(i, "under");
            boolean named = false;
            for (int k = i + 1; part && k < Math.min(clause.to(), i + NAMED); k++) {
                if (tokens.is(k, "above") && named) {
                    return true;
                }
                named |= tokens.capitalized(k);
                part = !tokens.isAny(k, LISTS) && !tokens.isAny(k, PARTS) && !tokens.is(k, ',');
            }
        }
        return false;
    }

    /** "We disclosed such information to printers", "the same was disclosed": whether what is given is what was spoken of before. */
    static boolean suchGiven(Clause clause) {
        Tokens tokens = clause.tokens();
        if (clause.hasAny(NOBODY)) {
            return false;
        }
        if (points(clause, clause.from())) {
            return true;
        }
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if (!clause.covers(Concept.DISCLOSE, i) && !clause.covers(Concept.SELL, i)) {
                continue;
            }
            for (int k = i + 1; k < Math.min(clause.to(), i + OBJECT) && !clause.covers(Concept.THIRD_PARTY, k); k++) {
                if (points(clause, k) || k == i + 1 && tokens.isAny(k, PRONOUNS)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean points(Clause clause, int token) {
        Tokens tokens = clause.tokens();
        int next = token + 1;
        return next < clause.to() && (tokens.isAny(token, POINTING) && (clause.covers(Concept.PERSONAL, next) || tokens.isAny(next, OBJECTS)) || tokens.is(token, "the") && tokens.is(next, "same"));
    }

    /** "We disclose the categories of data to the categories of recipients in section 4": all of them. */
    static boolean toKinds(Clause clause, int kinds) {
        Tokens tokens = clause.tokens();
        if (kinds == clause.from() || !tokens.is(kinds - 1, "the") || clause.hasAny(FOLLOWING)) {
            return false;
        }
        int from = behindDefinition(clause, kinds);
        for (int i = from == kinds ? kinds + 3 : from; i + 3 < Math.min(clause.to(), from + 8); i++) {
            if ((tokens.is(i, "to") || tokens.is(i, "with")) && tokens.is(i + 1, "the") && tokens.is(i + 2, "categories") && tokens.is(i + 3, "of")) {
                return true;
            }
        }
        return false;
    }

    /** "See the parties in the Types of Information We Collect section": a section's name, and no categories pointed to. */
    static boolean sectionName(Clause clause, int kinds) {
        Tokens tokens = clause.tokens();
        return kinds > clause.from() + 1 && tokens.capitalized(kinds) && tokens.is(kinds - 1, "the") && tokens.is(kinds - 2, "in");
    }

    /** "Categories disclosed: all of the above". */
    static boolean answersAllAbove(Clause clause) {
        int all = clause.indexOf(':') + 1;
        Tokens tokens = clause.tokens();
        int above = all + 1;
        above += above < clause.to() && tokens.is(above, "of") ? 1 : 0;
        above += above < clause.to() && tokens.is(above, "the") ? 1 : 0;
        return all > 0 && above < clause.to() && tokens.is(all, "all") && (tokens.is(above, "above") || tokens.is(above, "foregoing"));
    }

    /** "Any of the above-listed information", "all of the information described above". */
    static boolean allAbove(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (!tokens.is(i, "any") && !tokens.is(i, "all") && !tokens.is(i, "each")) {
                continue;
            }
            boolean information = false;
            boolean above = false;
            for (int k = i + 1; k < Math.min(clause.to(), i + ABOVE) && !clause.covers(Concept.THIRD_PARTY, k); k++) {
                information |= tokens.is(k, "information") || tokens.is(k, "data");
                above |= above(clause, k) || tokens.is(k, "foregoing") || tokens.is(k, "aforementioned");
            }
            if (information && above) {
                return true;
            }
        }
        return false;
    }

    /** "All personal data", "any of the data described above": a cell that names no category, but stands for each. */
    static boolean everything(Clause cell) {
        if (cell == null || cell.from() >= cell.to() || !cell.tokens().is(cell.from(), "any") && !cell.tokens().is(cell.from(), "all") || cell.has(Concept.NEGATION)) {
            return false;
        }
        for (int i = cell.from() + 1; i < Math.min(cell.to(), cell.from() + ABOVE); i++) {
            if (cell.tokens().isAny(i, DATA)) {
                return i + 1 == cell.to() || cell.tokens().isAny(i + 1, TOLD) || cell.covers(Concept.BUSINESS, i + 1) || cell.covers(Concept.RELATIVE, i + 1);
            }
        }
        return false;
    }

    /** "For a business purpose we may disclose all of your personal information". */
    static boolean allInformation(Clause clause) {
        Tokens tokens = clause.tokens();
        if (clause.has(Concept.MERGER)) {
            return false;
        }
        boolean purpose = clause.anyStatement(s -> s.practice() == Practice.SELL && s.object() == Statement.Subject.PERSONAL_INFORMATION && s.modality() != Modality.CONDITIONAL);
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            purpose |= tokens.is(i, "business") && tokens.is(i + 1, "purpose");
        }
        for (int i = clause.from(); purpose && i + 4 < clause.to(); i++) {
            if (tokens.is(i, "all") && tokens.is(i + 1, "of") && (tokens.isAny(i + 2, OF_KINDS) || clause.covers(Concept.CONSUMER, i + 2))
                    && clause.covers(Concept.PERSONAL, i + 3) && !tokens.is(i + 3, "categories")) {
                return true;
            }
        }
        return false;
    }

    /** "The categories in the chart above". */
    static boolean ofChart(Clause clause) {
        return clause.hasWord("chart") || clause.hasWord("table");
    }

    /** "The categories in the chart set forth above". */
    static boolean chartAbove(Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            if ((clause.tokens().is(i, "chart") || clause.tokens().is(i, "table")) && clause.hasWithin(ABOVE_WORD, i - 1, i + OBJECT)) {
                return true;
            }
        }
        return false;
    }

    /** "We disclose this category to printers". */
    static boolean thisCategory(Clause clause) {
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if (clause.tokens().is(i, "this") && clause.tokens().is(i + 1, "category")) {
                return true;
            }
        }
        return false;
    }

    /** "We disclose this information to printers", "we collect this and disclose it", under the name of a category. */
    static boolean thisInformation(Clause clause) {
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if (clause.tokens().is(i, "this") && (clause.tokens().is(i + 1, "information") || clause.tokens().is(i + 1, "data") || clause.tokens().is(i + 1, "personal"))
                    || clause.covers(Concept.DISCLOSE, i) && clause.tokens().is(i + 1, "it")) {
                return true;
            }
        }
        return false;
    }

    static boolean theseCategories(Clause clause) {
        if (!clause.hasWord("these") || clause.indexOf(':') == clause.to() - 1) {
            return false;
        }
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if (clause.tokens().is(i, "these") && clause.tokens().is(i + 1, "categories")) {
                return true;
            }
        }
        return false;
    }

    /** "We disclose them", "each of them", "all of these". */
    static boolean ofThem(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 2 < clause.to(); i++) {
            if (tokens.is(i + 1, "them") && clause.covers(Concept.DISCLOSE, i)) {
                return true;
            }
            if (tokens.is(i, "both") && clause.covers(Concept.DISCLOSE, i - 1 < clause.from() ? i : i - 1) && (tokens.is(i + 1, "to") || tokens.is(i + 1, "with"))) {
                return true;
            }
            if ((tokens.is(i, "all") || tokens.is(i, "each")) && tokens.is(i + 1, "of")
                    && (tokens.is(i + 2, "them") || (tokens.is(i + 2, "these") || tokens.is(i + 2, "those"))
                    && (i + 3 == clause.to() || !clause.covers(Concept.THIRD_PARTY, i + 3)))) {
                return true;
            }
        }
        return false;
    }

    /** "Such personal information was sold to agencies", behind a list. */
    static boolean suchInformationSold(Clause clause) {
        Tokens tokens = clause.tokens();
        if (clause.from() + 1 >= clause.to() || !tokens.is(clause.from(), "this") && !tokens.is(clause.from(), "such") && !tokens.is(clause.from(), "these")) {
            return false;
        }
        return clause.covers(Concept.PERSONAL, clause.from() + 1)
                && clause.anyStatement(s -> s.practice() == Practice.SELL && s.polarity() == Polarity.POSITIVE && s.modality() != Modality.CONDITIONAL
                && s.actor() == Actor.BUSINESS);
    }

    /** "All of these categories", which may be listed far above. */
    static boolean allOfThese(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 3 < clause.to(); i++) {
            if ((tokens.is(i, "all") || tokens.is(i, "each") || tokens.is(i, "any")) && tokens.is(i + 1, "of") && (tokens.is(i + 2, "these") || tokens.is(i + 2, "those"))
                    && tokens.isAny(i + 3, NamedCategories.CATEGORIES)) {
                return true;
            }
        }
        return false;
    }

    static boolean pointsBack(Clause clause) {
        int above = clause.hasWord("above") ? clause.from() : clause.to();
        while (above < clause.to() && !above(clause, above)) {
            above++;
        }
        return above < clause.to() || clause.hasWord("foregoing");
    }

    /** "We give partners identifiers and geolocation data. This sharing may be a 'sale'": conceded of what the sentence before names. */
    static boolean pointsToBefore(Clause clause, PolicyReading reading) {
        Tokens tokens = clause.tokens();
        Clause before = clause.index() == 0 ? null : reading.clauses().get(clause.index() - 1);
        return before != null && clause.follows(before) && (tokens.is(clause.from(), "this") || tokens.is(clause.from(), "these")
                || tokens.is(clause.from(), "such"))
                && !before.has(Concept.NEGATION) && before.anyStatement(s -> s.practice() == Practice.DISCLOSE && s.actor() == Actor.BUSINESS && s.actorStated()
                && s.polarity() == Polarity.POSITIVE);
    }
}
