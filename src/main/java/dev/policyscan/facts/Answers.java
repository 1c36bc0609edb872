package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Block;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers to questions: "Do we sell your information? No." */
final class Answers {
    /** Words of the longest answer that is nothing but a denial. */
    private static final int SHORT = 4;

    /** Tokens of the longest sentence that points back to what it denies. */
    private static final int BRIEF = 24;

    /** Tokens from "we" to what is done, at most. */
    private static final int NEAR = 8;

    private static final WordSet AFFIRMS = WordSet.of("do", "does", "have", "has", "did", "may");
    private static final WordSet WHICH = WordSet.of("which", "although", "though", "but");
    private static final WordSet OPENING = WordSet.of("however", "but", "please", "note", "that", "again", "currently", "presently", "yet", "rest", "assured", "now", "today", "and");
    private static final WordSet DO = WordSet.of("do", "does", "done", "doing");
    private static final WordSet GOES_ON = WordSet.of("for", "with", "at", "in", "and", "or", "nor", "to", "on", "under", "as", "of", "by", "now", "today", "yet", "ever", "either", "because", "ourselves");
    private static final WordSet PASSIVE = WordSet.of("will", "is", "are", "be", "been", "was", "were", "has", "have");
    private static final WordSet SO = WordSet.of("so", "neither", "none", "either", "this", "that");
    private static final WordSet ENGAGE = WordSet.of("engage", "engaged", "make", "made", "conduct", "conducted");
    private static final WordSet ANY = WordSet.of("any", "either", "neither", "none");
    private static final WordSet SUCH = WordSet.of("such", "these", "those");
    private static final WordSet PRACTICES = WordSet.of("practice", "practices", "activity", "activities", "sale", "sales", "selling", "sharing", "transactions");

    private Answers() {}

    /** Whether the clause behind a question begins with yes or no, or that behind a heading is nothing but "None" or "Nothing"; null where the clause asks nothing or the next answers neither. */
    static Boolean to(Clause question, PolicyReading reading) {
        int next = question.index() + 1;
        if (next >= reading.clauses().size() || question.to() == question.from()) {
            return null;
        }
        Clause answer = reading.clauses().get(next);
        if (!question.tokens().is(question.to() - 1, '?')) {
            return question.isHeading() && isNone(answer) ? Boolean.FALSE : null;
        }
        if (answer.from() >= answer.to()) {
            return null;
        }
        if (deniesAll(answer) || deniesFirst(answer)) {
            return Boolean.FALSE;
        }
        if (answer.isHeading()) {
            return null;
        }
        Tokens words = answer.tokens();
        int first = answer.from() + 2 < answer.to() && words.is(answer.from(), "a") && words.is(answer.from() + 1, ':') ? answer.from() + 2 : answer.from();
        if (words.is(first, "no") || words.is(first, "never") || words.is(first, "nope")) {
            return Boolean.FALSE;
        }
        return words.is(first, "yes") || affirms(answer) || saysYes(answer) ? Boolean.TRUE : null;
    }

    /** "Under the law's broad definition, yes: …". */
    private static boolean saysYes(Clause answer) {
        Tokens words = answer.tokens();
        for (int i = answer.from() + 2; i + 1 < Math.min(answer.to(), answer.from() + BRIEF); i++) {
            if (words.is(i, "yes")) {
                return words.is(i - 1, ',') && words.kind(i + 1) == Tokens.Kind.PUNCTUATION && !answer.hasWithin(Concept.NEGATION, answer.from(), i);
            }
        }
        return false;
    }

    /** "We sell your information | No": whether the next cell of a table is nothing but a denial, of the practice or of a choice. */
    static boolean deniedInNextCell(Clause cell, PolicyReading reading) {
        if (cell.block().kind() != Block.Kind.CELL || cell.index() + 1 >= reading.clauses().size()) {
            return false;
        }
        Clause next = reading.clauses().get(cell.index() + 1);
        return next.block().kind() == Block.Kind.CELL && next.block() != cell.block() && next.from() < next.to() && deniesAll(next);
    }

    /** "In some cases we do." */
    private static boolean affirms(Clause answer) {
        Tokens words = answer.tokens();
        int last = answer.to() - 1;
        last -= last > answer.from() && words.is(last, '.') ? 1 : 0;
        return last > answer.from() && last - answer.from() < NEAR && answer.covers(Concept.BUSINESS, last - 1) && words.isAny(last, AFFIRMS) && !answer.hasAny(Concept.NEGATION, Concept.CONDITION);
    }

    /** "You may opt out of the sale or sharing of your information. We do neither": whether the clause denies what the one before it speaks of. */
    static boolean denies(Clause clause, PolicyReading reading, Concept act) {
        Clause before = clause.index() == 0 ? null : reading.clauses().get(clause.index() - 1);
        boolean headed = before != null && before.isHeading() && before.has(act) && !before.has(Concept.NEGATION) && !before.hasAny(Concept.RIGHT, Concept.RIGHT_FRAME);
        if (before == null || !headed && (before.isHeading() || !clause.follows(before)) || !before.has(act) || before.hasAny(Concept.MERGER, Concept.CHILD)
                || before.has(Concept.AGE_UNDER) && Ages.any(before)
                || clause.from() >= clause.to()) {
            return false;
        }
        Tokens words = clause.tokens();
        int end = clause.from();
        while (end < clause.to() && end <= clause.from() + BRIEF && !words.is(end, ';')) {
            end++;
        }
        if (end > clause.from() + BRIEF || clause.hasWithin(Concept.EXCEPTION, clause.from(), end) || clause.hasWithin(Concept.CONDITION, clause.from(), end)
                || clause.hasWithin(Concept.MONEY, clause.from(), end)) {
            return false;
        }
        int we = opening(clause);
        return deniesSo(clause, we) || we < clause.to() && (clause.covers(Concept.BUSINESS, we) || words.is(we, "ours")) && ofOthers(before, act)
                && deniesOnly(clause, words.is(we, "ours") ? we + 1 : clause.behindBusiness(we));
    }

    /** "Some companies sell their customers' data": whether others are said to do it, and with personal information where it is selling. */
    private static boolean ofOthers(Clause clause, Concept act) {
        return clause.opensWithMany() && (act != Concept.SELL || clause.anyStatement(s -> s.practice() == Practice.SELL && s.object() == Subject.PERSONAL_INFORMATION));
    }

    /** Behind "however", "please note that", "at this time,": where the answer itself begins. */
    private static int opening(Clause clause) {
        Tokens words = clause.tokens();
        int we = clause.from();
        if (words.is(we, "at") || words.is(we, "as") || words.is(we, "to")) {
            we = behindComma(clause, we);
        }
        while (we < clause.to() && we <= clause.from() + NEAR && (words.isAny(we, OPENING) || words.is(we, ','))) {
            we++;
        }
        return we;
    }

    /** "You may opt out of the sale or sharing of your information (we do neither)": whether the clause denies in passing what it speaks of. */
    static boolean deniesInPassing(Clause clause, Concept act) {
        Mention first = clause.first(act);
        if (first == null || clause.hasAny(Concept.MERGER, Concept.CHILD) || clause.has(Concept.AGE_UNDER) && Ages.any(clause)) {
            return false;
        }
        Tokens words = clause.tokens();
        for (int i = first.to(); i + 2 < clause.to(); i++) {
            boolean passing = words.is(i, '(') || words.is(i, ',') && (words.isAny(i + 1, WHICH) || clause.covers(Concept.CONTRAST, i + 1));
            int we = i + 1;
            while (passing && we + 1 < clause.to() && (words.isAny(we, WHICH) || clause.covers(Concept.CONTRAST, we) || words.is(we, ',') || words.is(we, "as"))) {
                we = words.is(we, "as") ? behindComma(clause, we) : we + 1;
            }
            if (passing && clause.covers(Concept.BUSINESS, we) && !clause.hasWithin(Concept.EXCEPTION, we, clause.to()) && (deniesSo(clause, we) || deniesOnly(clause, clause.behindBusiness(we)))) {
                return true;
            }
        }
        return false;
    }

    /** "As stated above, …": what follows the comma, or the next token where there is none near. */
    private static int behindComma(Clause clause, int as) {
        for (int i = as + 1; i + 1 < Math.min(clause.to(), as + NEAR); i++) {
            if (clause.tokens().is(i, ',')) {
                return i + 1;
            }
        }
        return as + 1;
    }

    /** "(We do not)", "which we do not do": whether nothing but a denial stands between the token and a mark of punctuation. */
    private static boolean deniesOnly(Clause clause, int from) {
        Tokens words = clause.tokens();
        boolean denied = false;
        int i = from;
        while (i < clause.to() && i < from + SHORT && words.kind(i) == Tokens.Kind.WORD && (words.isAny(i, DO) || words.isAny(i, AFFIRMS) || clause.covers(Concept.NEGATION, i))) {
            denied |= clause.covers(Concept.NEGATION, i);
            i++;
        }
        return denied && (i == clause.to() || words.kind(i) == Tokens.Kind.PUNCTUATION);
    }

    /** Whether what begins with "we" denies what was spoken of: "we do neither", "we do not engage in such practices". */
    private static boolean deniesSo(Clause clause, int we) {
        Tokens words = clause.tokens();
        boolean denied = false;
        int end = clause.behindBusiness(we);
        for (int i = end; i + 2 < Math.min(clause.to(), end + NEAR - 1) && clause.hasWithin(Concept.BUSINESS, we, we + 1) && !words.is(i, "to"); i++) {
            denied |= clause.covers(Concept.NEGATION, i);
            boolean engages = words.isAny(i, ENGAGE);
            int object = engages && words.is(i + 1, "in") ? i + 2 : i + 1;
            boolean no = words.is(object, "neither") || words.is(object, "none") && words.is(object + 1, "of") || object + 1 < clause.to() && words.is(object, "no") && words.is(object + 1, "such");
            boolean pointing = words.isAny(i, DO) && words.isAny(object, SO) && !namesDeed(clause, object) || engages && pointsToPractice(clause, words.is(object, "no") ? object + 1 : object);
            if (pointing && (denied || no)) {
                return true;
            }
        }
        return false;
    }

    /** "Do this check": another deed than what was spoken of. */
    private static boolean namesDeed(Clause clause, int token) {
        Tokens words = clause.tokens();
        return (words.is(token, "this") || words.is(token, "that")) && token + 1 < clause.to() && words.kind(token + 1) == Tokens.Kind.WORD
                && !words.isAny(token + 1, GOES_ON) && !words.endsWith(token + 1, "ly");
    }

    /** "Either", "any such practices", "any of these activities". */
    private static boolean pointsToPractice(Clause clause, int token) {
        Tokens words = clause.tokens();
        int any = token + 1 < clause.to() && words.isAny(token, ANY) ? token + 1 : token;
        int such = any > token && words.is(any, "of") ? any + 1 : any;
        return token < clause.to() && (words.is(token, "either") || words.is(token, "neither")
                || such + 1 < clause.to() && words.isAny(such, SUCH) && words.isAny(such + 1, PRACTICES));
    }

    /** "Categories sold: none", "Sold (no)", "Categories sold or shared: we do not sell": whether the words before a colon or parenthesis are denied behind it. */
    static boolean deniedBehindColon(Clause clause, int verb) {
        int colon = verb;
        for (int i = verb + 1; i + 2 < clause.to() && i <= verb + SHORT; i++) {
            if (clause.tokens().is(i, '(') && clause.hasWithin(Concept.ANSWER_NO, i + 1, i + 2) && clause.tokens().is(i + 2, ')')) {
                return true;
            }
        }
        while (colon < clause.to() && colon < verb + BRIEF && !clause.tokens().is(colon, ':') && !clause.tokens().is(colon, ';')) {
            colon++;
        }
        int end = clause.behindBusiness(colon + 1);
        return colon < clause.to() && clause.tokens().is(colon, ':')
                && (clause.hasWithin(Concept.ANSWER_NO, colon + 1, colon + 3) || end > colon + 1 && clause.hasWithin(Concept.NEGATION, end, end + 3)
                || saysNotSold(clause, colon));
    }

    /** "Sold: personal information will not be sold": whether nothing but a denial of the same about all information stands behind the colon. */
    private static boolean saysNotSold(Clause clause, int colon) {
        int verb = colon + 1;
        while (verb < clause.to() && (clause.covers(Concept.PERSONAL, verb) || clause.tokens().isAny(verb, PASSIVE) || clause.covers(Concept.NEGATION, verb))) {
            verb++;
        }
        return clause.hasWithin(Concept.NEGATION, colon + 1, verb) && clause.covers(Concept.PERSONAL, colon + 1) && clause.covers(Concept.SELL, verb);
    }

    /** Where rows begin: a question that is one of them is asked of the category it stands under alone. */
    static Set<Integer> starts(List<CategoryTables.Row> rows) {
        return rows.stream().map(row -> row.evidence().start()).collect(Collectors.toSet());
    }

    private static boolean isNone(Clause answer) {
        return answer.from() < answer.to() && (answer.tokens().is(answer.from(), "none") || answer.tokens().is(answer.from(), "nothing"))
                && (answer.to() - answer.from() == 1 || answer.to() - answer.from() == 2 && answer.tokens().is(answer.to() - 1, '.'));
    }

    /** "We do not, and never have." */
    private static boolean deniesFirst(Clause answer) {
        int not = answer.behindBusiness(answer.from()) + 1;
        return answer.hasWithin(Concept.BUSINESS, answer.from(), answer.from() + 1) && not + 1 < answer.to() && answer.covers(Concept.NEGATION, not)
                && (answer.tokens().kind(not + 1) == Tokens.Kind.PUNCTUATION || answer.tokens().is(not + 1, "and")) && !answer.hasAny(Concept.EXCEPTION, Concept.CONTRAST)
                && !answer.has(Concept.CONDITION);
    }

    /** "Absolutely not.", "It has not." */
    private static boolean deniesAll(Clause answer) {
        int last = answer.to() - 1;
        while (last > answer.from() && answer.tokens().kind(last) == Tokens.Kind.PUNCTUATION) {
            last--;
        }
        return last - answer.from() < SHORT && answer.covers(Concept.NEGATION, last);
    }
}
