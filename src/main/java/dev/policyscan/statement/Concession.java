package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;

/** Whether a sentence concedes that what is done meets the definition of a sale: "may be considered a sale". */
enum Concession {
    NONE,
    /** It may be considered one. */
    MADE,
    /** It is said not to be one. */
    DENIED,
    /** The business is said to do nothing that may be one. */
    NOT_DONE,
    /** "Example: …". */
    EXAMPLE,
    /** "No consensus whether …". */
    IN_QUESTION;

    /** What a main clause begins with, behind a condition. */
    private static final WordSet OPENS = WordSet.of("our", "we", "the", "this", "these", "that", "such", "some", "certain", "it");
    private static final WordSet WAYS = WordSet.of("manner", "way", "ways", "fashion", "activities", "activity", "practices", "practice", "conduct");
    private static final WordSet THINGS = WordSet.of("anything", "nothing", "something");
    /** Tokens from "anything" to "that", at most: "anything with your data that". */
    private static final int THING = 5;
    private static final WordSet REFERRING = WordSet.of("which", "this", "that", "these", "it");
    private static final WordSet OURS = WordSet.of("our", "us", "we");
    private static final WordSet MEANS = WordSet.of("mean", "means", "as", "include", "includes", "cover", "is");
    /** Tokens from "defines" to its term, at most. */
    private static final int BEFORE_TERM = 4;
    private static final WordSet SERVING = WordSet.of("necessary", "required", "needed", "used", "useful", "helpful", "asked", "important");
    private static final WordSet NAMED_BEFORE = WordSet.of("this", "that", "these", "it", "such", "those", "they", "above");
    private static final WordSet POINTING = WordSet.of("this", "that", "these", "it");

    /** The concession before a verb of selling. */
    static Concession of(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.found()) {
            if (mention.concept() == Concept.CONCESSION && mention.to() <= verb.from() && verb.from() - mention.to() <= 10
                    && !clause.hasWithin(Concept.CONTRAST, mention.to(), verb.from())) {
                if (defined(clause, mention, verb) || merelyPossible(clause, verb, mention) || serves(clause, verb)) {
                    continue;
                }
                if (tokens.is(clause.from(), "example")) {
                    return EXAMPLE;
                }
                if (whether(clause, mention.from())) {
                    return IN_QUESTION;
                }
                if (inDeniedWay(clause, mention.from())) {
                    return NOT_DONE;
                }
                if (negated(clause, verb, mention.from())) {
                    return DENIED;
                }
                return !clause.hasWithin(Concept.BUSINESS, mention.to(), verb.from()) || tokens.is(mention.from(), "may") ? MADE : NONE;
            }
        }
        return NONE;
    }

    /** "Data that may be necessary to sell you a house": what it is for. */
    private static boolean serves(Clause clause, Mention verb) {
        return verb.from() - 2 > clause.from() && clause.tokens().is(verb.from() - 1, "to") && clause.tokens().isAny(verb.from() - 2, SERVING);
    }

    /** "Our disclosure of identifiers to advertising or analytics partners may be considered selling": the act is the subject, not the partners. */
    static boolean actOfDisclosing(Clause clause, Mention verb) {
        for (int i = clause.from(); i < verb.from(); i++) {
            if (clause.namesAct(i)) {
                return !clause.hasWithin(Concept.THIRD_PARTY, clause.from(), i);
            }
        }
        return false;
    }

    /** "We do not consider that our disclosure of data to partners constitutes selling": whether an act of the business is the subject. */
    static boolean ofOurs(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i < verb.from(); i++) {
            if (clause.namesAct(i) && tokens.is(i - 1, "our")) {
                return !clause.hasWithin(Concept.THIRD_PARTY, clause.from(), i);
            }
        }
        return false;
    }

    /** "We let advertisers collect this, and that may be a sale": what may be one is the act, not the partners. */
    static boolean pointsBack(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.found()) {
            if (mention.concept() == Concept.CONCESSION && mention.to() <= verb.from() && mention.from() > clause.from() && tokens.isAny(mention.from() - 1, POINTING)) {
                return true;
            }
        }
        return false;
    }

    /** "The law broadly defines what constitutes a sale", "the broad definition of what is a sale", "the law defines a sale as giving (which may be considered one even where nothing is paid)". */
    private static boolean defined(Clause clause, Mention concession, Mention verb) {
        Tokens tokens = clause.tokens();
        int subject = concession.from() - 1;
        while (subject > clause.from() && (clause.covers(Concept.CONCESSION, subject) || clause.covers(Concept.MODAL, subject))) {
            subject--;
        }
        if (subject > clause.from() && tokens.isAny(subject, REFERRING) && explainsTerm(clause, subject)) {
            return true;
        }
        for (int i = concession.to(); i < verb.from(); i++) {
            if (tokens.is(i, "what")) {
                return true;
            }
        }
        return concession.from() > clause.from() && tokens.is(concession.from() - 1, "what");
    }

    /** Whether nothing but what the term "sale" means, and nothing of the business, is told before the token. */
    private static boolean explainsTerm(Clause clause, int end) {
        Tokens tokens = clause.tokens();
        if (!clause.has(Concept.DEFINITION) || clause.hasWithin(Concept.BUSINESS, clause.from(), end) || clause.hasWithin(OURS, clause.from(), end)) {
            return false;
        }
        for (Mention term : clause.mentions(Concept.SELL)) {
            int behind = term.to() < end && tokens.is(term.to(), '"') ? term.to() + 1 : term.to();
            boolean defined = clause.covers(Concept.DEFINITION, behind) || clause.hasWithin(Concept.DEFINITION, term.from() - BEFORE_TERM, term.from());
            if (behind + 1 < end && defined && (tokens.isAny(behind, MEANS) || tokens.is(behind, "to") && tokens.isAny(behind + 1, MEANS))) {
                return true;
            }
        }
        return false;
    }

    /** "Your information may be sold", "goods may be offered for sale": a possibility, not a reading of a legal term. */
    private static boolean merelyPossible(Clause clause, Mention verb, Mention concession) {
        Tokens tokens = clause.tokens();
        boolean participle = tokens.is(verb.to() - 1, "sold") || tokens.is(verb.to() - 1, "rented") || tokens.is(verb.to() - 1, "licensed");
        boolean forSale = tokens.is(verb.to() - 1, "sale") && verb.from() - 1 > concession.to() && tokens.is(verb.from() - 1, "for");
        return tokens.is(concession.to() - 1, "be") && (participle || forSale) && !tokens.is(verb.from() - 1, '"');
    }

    /** Whether the concession itself is in question: "no consensus whether cookies may constitute a sale", "should we ever do what constitutes a sale", "if our use of pixels, or tags constitutes one". */
    private static boolean whether(Clause clause, int token) {
        Tokens tokens = clause.tokens();
        boolean listed = false;
        for (int i = token - 1; i >= clause.from() && i >= token - 20; i--) {
            if (tokens.is(i, ',') && (tokens.isAny(token - 1, POINTING) || !tokens.is(i + 1, "or") && (!listed || tokens.isAny(i + 1, OPENS)))) {
                return false;
            }
            listed |= tokens.is(i, ',');
            if (tokens.is(i, "whether") || tokens.is(i, "if") || i == clause.from() && (tokens.is(i, "should") || tokens.is(i, "were"))) {
                return true;
            }
        }
        return false;
    }

    /** "We do not believe that this constitutes", "may not be considered". */
    private static boolean negated(Clause clause, Mention verb, int token) {
        Tokens tokens = clause.tokens();
        for (int i = token - 1; i >= clause.from() && i >= token - 5; i--) {
            if (clause.covers(Concept.NEGATION, i) && !tokens.is(i, "without")) {
                return true;
            }
        }
        for (int i = token - 1; i > clause.from() && i >= token - 20; i--) {
            if ((tokens.is(i, "consider") || tokens.is(i, "believe") || tokens.is(i, "think") || tokens.is(i, "view")) && VerbWords.denied(clause, i, 3)) {
                return true;
            }
        }
        for (int i = token; i < verb.from(); i++) {
            if (clause.covers(Concept.NEGATION, i)) {
                return true;
            }
        }
        return false;
    }

    /** "A disclosure to a service provider is not a sale": whether what is denied is a reading of the term, and not of what the business does. */
    static boolean general(Clause clause, Mention verb) {
        return !clause.has(Concept.BUSINESS) && !clause.hasAny(OURS) && !clause.hasWord("your") && !clause.hasWithin(NAMED_BEFORE, clause.from(), verb.from());
    }

    /** "We do not share it in a manner that would be considered a sale": a way of doing something, where the business does not do it so. */
    private static boolean inDeniedWay(Clause clause, int token) {
        Tokens tokens = clause.tokens();
        int that = clause.covers(Concept.RELATIVE, token - 1) ? token - 1 : token - 2;
        if (that <= clause.from() || !clause.covers(Concept.RELATIVE, that) || !tokens.isAny(that - 1, WAYS) && !clause.hasWithin(THINGS, that - THING, that)) {
            return false;
        }
        for (int i = that - 2; i >= clause.from() && !clause.covers(Concept.CONTRAST, i) && !tokens.is(i, ';'); i--) {
            if (clause.covers(Concept.NEGATION, i)) {
                return !clause.covers(Concept.PSEUDO_NEGATION, i);
            }
        }
        return false;
    }
}
