package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Tokens;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers to questions: "Do we sell your information? No." */
final class Answers {
    /** Words of the longest answer that is nothing but a denial. */
    private static final int SHORT = 4;

    /** Tokens of the longest sentence that points back to what it denies. */
    private static final int BRIEF = 24;

    private Answers() {}

    /** Whether the clause behind a question begins with yes or no, or that behind a heading is nothing but "None"; null where the clause asks nothing or the next answers neither. */
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
        if (deniesAll(answer)) {
            return Boolean.FALSE;
        }
        if (answer.isHeading()) {
            return null;
        }
        Tokens words = answer.tokens();
        if (words.is(answer.from(), "no") || words.is(answer.from(), "never") || words.is(answer.from(), "nope")) {
            return Boolean.FALSE;
        }
        return words.is(answer.from(), "yes") ? Boolean.TRUE : null;
    }

    /** "You may opt out of the sale or sharing of your information. We do neither": whether the clause denies what the one before it speaks of. */
    static boolean denies(Clause clause, PolicyReading reading, Concept act) {
        Clause before = clause.index() == 0 ? null : reading.clauses().get(clause.index() - 1);
        if (before == null || before.isHeading() || before.blockIndex() != clause.blockIndex() || !before.has(act) || before.hasAny(Concept.MERGER, Concept.CHILD) || before.has(Concept.AGE_UNDER)
                || clause.to() - clause.from() > BRIEF || clause.hasAny(Concept.EXCEPTION, Concept.CONDITION) || clause.has(Concept.MONEY)) {
            return false;
        }
        Tokens words = clause.tokens();
        boolean denied = false;
        for (int i = clause.from() + 1; i + 1 < clause.to() && clause.covers(Concept.BUSINESS, clause.from()); i++) {
            denied |= clause.covers(Concept.NEGATION, i);
            if (words.is(i, "neither") || denied && (words.is(i, "either") || words.is(i + 1, "so") && (words.is(i, "do") || words.is(i, "done"))
                    || words.is(i, "such") && (words.is(i + 1, "activities") || words.is(i + 1, "practices") || words.is(i + 1, "sales")))) {
                return true;
            }
        }
        return false;
    }

    /** Where rows begin: a question that is one of them is asked of the category it stands under alone. */
    static Set<Integer> starts(List<CategoryTables.Row> rows) {
        return rows.stream().map(row -> row.evidence().start()).collect(Collectors.toSet());
    }

    private static boolean isNone(Clause answer) {
        return answer.from() < answer.to() && answer.tokens().is(answer.from(), "none") && (answer.to() - answer.from() == 1 || answer.to() - answer.from() == 2 && answer.tokens().is(answer.to() - 1, '.'));
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
