package dev.policyscan.facts;

import dev.policyscan.classify.Tokens;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;

/** Answers to questions: "Do we sell your information? No." */
final class Answers {
    private Answers() {}

    /** Whether the clause behind a question begins with yes or no; null where the clause asks nothing or the next answers neither. */
    static Boolean to(Clause question, PolicyReading reading) {
        int next = question.index() + 1;
        if (next >= reading.clauses().size() || question.to() == question.from() || !question.tokens().is(question.to() - 1, '?')) {
            return null;
        }
        Clause answer = reading.clauses().get(next);
        if (answer.from() >= answer.to() || answer.isHeading()) {
            return null;
        }
        Tokens words = answer.tokens();
        if (words.is(answer.from(), "no") || words.is(answer.from(), "never") || words.is(answer.from(), "nope")) {
            return Boolean.FALSE;
        }
        return words.is(answer.from(), "yes") ? Boolean.TRUE : null;
    }
}
