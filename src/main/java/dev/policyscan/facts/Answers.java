package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Tokens;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;

/** Answers to questions: "Do we sell your information? No." */
final class Answers {
    /** Words of the longest answer that is nothing but a denial. */
    private static final int SHORT = 4;

    private Answers() {}

    /** Whether the clause behind a question begins with yes or no; null where the clause asks nothing or the next answers neither. */
    static Boolean to(Clause question, PolicyReading reading) {
        int next = question.index() + 1;
        if (next >= reading.clauses().size() || question.to() == question.from() || !question.tokens().is(question.to() - 1, '?')) {
            return null;
        }
        Clause answer = reading.clauses().get(next);
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

    /** "Absolutely not.", "It has not." */
    private static boolean deniesAll(Clause answer) {
        int last = answer.to() - 1;
        while (last > answer.from() && answer.tokens().kind(last) == Tokens.Kind.PUNCTUATION) {
            last--;
        }
        return last - answer.from() < SHORT && answer.covers(Concept.NEGATION, last);
    }
}
