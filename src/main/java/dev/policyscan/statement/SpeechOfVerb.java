package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Practice;

/** Signs that a sentence does something else with a verb than assert that it is done: define it, grant a right, give an example. */
final class SpeechOfVerb {
    /** Tokens from "reserve" to what the right is reserved to, at most. */
    private static final int RESERVED = 8;
    /** Tokens from who is entitled to that word, at most: "you may also be entitled". */
    private static final int ENTITLED = 4;
    private static final WordSet RIGHT_WORDS = WordSet.of("right", "rights", "opt", "opting", "direct", "instruct", "request", "requests", "ask", "tell", "object", "prevent", "stop", "limit", "restrict", "choose", "prohibit", "consent", "cease", "choice", "choices",
            "demand", "insist");
    /** What those who are no business do before "that we do not". */
    private static final WordSet WISHES = WordSet.of("elect", "require", "prefer", "wish", "want", "specify", "indicate", "say", "state");
    /** "For telling us not to". */
    private static final WordSet ORDERS = WordSet.of("telling", "told", "asking", "asked", "directing", "directed", "instructing", "instructed", "requesting", "requested", "ordering", "ordered");
    private static final WordSet CONJUNCTIONS = WordSet.of("and", "but", "then", "so", "because", "however", "although", "while", "though");
    private static final WordSet KEEPS = WordSet.of("keep", "keeps", "prevent", "prevents", "stop", "stops", "bar", "bars", "hinder", "hinders", "prohibit", "prohibits", "forbid", "forbids", "ban", "bans", "restrict", "restricts");
    /** Tokens from "keeps" to what it keeps somebody from, at most. */
    private static final int KEPT = 7;
    private static final WordSet ENGAGING = WordSet.of("engage", "engages", "engaged", "make", "made", "involve", "involves", "participate", "based", "rely", "relies", "depend", "depends");

    /** Tokens from "as" to "defines", at most. */
    private static final int AS = 3;
    private static final long[] NO_NAMES = Clause.set(Concept.PERSONAL, Concept.CATEGORY, Concept.ELEMENT, Concept.THIRD_PARTY, Concept.CONSUMER, Concept.LAW, Concept.GOODS);

    private static final WordSet ARTICLES = WordSet.of("the", "a", "your", "this", "any", "that");
    private static final WordSet COMPLETES = WordSet.of("complete", "completing", "process", "processing", "finish", "finalize", "close", "closing", "cancel", "confirm", "conclude", "fulfill", "finalise", "refuse", "decline", "reverse",
            "honor", "accept");

    private static final WordSet EARNINGS = WordSet.of("revenue", "revenues", "income", "money", "profit", "profits", "earnings");
    private static final WordSet OURS = WordSet.of("our", "we");
    /** Tokens from "revenue" to "from selling", at most. */
    private static final int EARNED = 5;

    private SpeechOfVerb() {}

    /** Whether the reader speaks, in the words of a link: "Never sell my data". What a policy's owner calls its own is "ours". */
    static boolean ofReaders(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        int object = verb.to();
        while (object + 1 < clause.to() && (tokens.is(object, "or") || tokens.is(object, "and"))) {
            object += 2;
        }
        return object < clause.to() && tokens.is(object, "my");
    }

    /** "No law keeps a company from selling": what somebody is or is not kept from. */
    static boolean keptFrom(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        if (verb.from() == clause.from() || !tokens.is(verb.from() - 1, "from") || !tokens.endsWith(verb.to() - 1, "ing")) {
            return false;
        }
        for (int i = verb.from() - 2; i >= clause.from() && i >= verb.from() - KEPT; i--) {
            if (tokens.isAny(i, KEEPS)) {
                return true;
            }
        }
        return false;
    }

    /** "We sold (as the law defines it) the following": a statement, with its term explained in passing. */
    static boolean definedInParentheses(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        for (int i = verb.to(); i < Math.min(clause.to(), verb.to() + 3); i++) {
            if (tokens.is(i, '(')) {
                return clause.hasWithin(Concept.DEFINITION, i, Math.min(clause.to(), i + 8));
            }
        }
        return false;
    }

    /** Whether a right or a choice is granted, an order given to a business, or the reader acts. */
    static boolean grantsRight(Clause clause, Mention verb, Practice practice, Actor actor) {
        Tokens tokens = clause.tokens();
        if (practice == Practice.COLLECT) {
            return false;
        }
        if (practice == Practice.RESPOND_TO_DNT || practice == Practice.RESPOND_TO_GPC) {
            return actor == Actor.CONSUMER;
        }
        if (actor == Actor.CONSUMER || imperative(clause, verb)) {
            return true;
        }
        if (verb.concept() == Concept.SELL && reserved(clause, verb)) {
            return false;
        }
        int seen = 0;
        for (int i = verb.from() - 1; i >= clause.from() && seen < VerbReading.REACH; i--, seen++) {
            if (tokens.kind(i) == Tokens.Kind.PUNCTUATION && (tokens.is(i, ';') || tokens.is(i, '-') && tokens.capitalized(i + 1) || tokens.is(i, ':') && !VerbWords.unfinished(clause, i) || tokens.is(i, '.'))) {
                return false;
            }
            boolean told = tokens.is(i, "tell") && i - 2 >= clause.from() && tokens.is(i - 1, "to") && tokens.is(i - 2, "us");
            boolean near = seen < 16 && tokens.isAny(i, RIGHT_WORDS) && !tokens.is(i, "consent") && !tokens.is(i, "choose") && !told;
            boolean right = i + 1 < verb.from() && tokens.is(i, "right") && (tokens.is(i + 1, "to") || tokens.is(i + 1, "not"));
            boolean wished = tokens.isAny(i, WISHES) && clause.hasWithin(Concept.CONSUMER, i - ENTITLED, i);
            boolean ordered = tokens.isAny(i, ORDERS) && clause.covers(Concept.BUSINESS, i + 1) && (tokens.is(i + 2, "not") || tokens.is(i + 2, "to") || tokens.is(i + 2, "that"));
            boolean entitled = wished || ordered || ensured(clause, i, verb) || i + 1 < verb.from() && tokens.is(i, "entitled") && tokens.is(i + 1, "to") && clause.hasWithin(Concept.CONSUMER, i - ENTITLED, i);
            if (near || right || entitled) {
                return true;
            }
            boolean subject = tokens.is(i, "we") || tokens.is(i, "does");
            if (subject && (i == clause.from() || boundary(clause, i - 1))) {
                return false;
            }
        }
        return false;
    }

    /** "To make sure that we do not sell it, fill in our form": what the reader is to bring about, where the business does nothing else in the clause. */
    private static boolean ensured(Clause clause, int sure, Mention verb) {
        Tokens tokens = clause.tokens();
        boolean ensured = tokens.is(sure, "ensure") || tokens.is(sure, "sure") && sure > clause.from() && (tokens.is(sure - 1, "make") || tokens.is(sure - 1, "be"));
        if (!ensured) {
            return false;
        }
        int to = tokens.is(sure, "sure") ? sure - 2 : sure - 1;
        return to >= clause.from() && tokens.is(to, "to") && !clause.hasWithin(OURS, clause.from(), to) && !clause.hasWithin(OURS, verb.to(), clause.to());
    }

    /** "We reserve the right to sell": a right of the business. */
    private static boolean reserved(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        for (int i = verb.from() - 1; i > clause.from() && i >= verb.from() - RESERVED; i--) {
            if (tokens.is(i, "reserve") || tokens.is(i, "reserves")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a main clause may begin behind the token: "does not apply as we do not sell". */
    private static boolean boundary(Clause clause, int i) {
        Tokens tokens = clause.tokens();
        if (tokens.is(i, '"') && i > clause.from()) {
            // What "personal information" we sell.
            return boundary(clause, i - 1);
        }
        boolean reason = tokens.is(i, "as") || tokens.is(i, "since");
        return tokens.kind(i) == Tokens.Kind.PUNCTUATION || tokens.isAny(i, CONJUNCTIONS) || reason && clause.hasWithin(Concept.NEGATION, i + 2, Math.min(clause.to(), i + 4));
    }

    /** "Do Not Sell or Share": the name of a link or list, an order to a business, not a business's statement. */
    private static boolean imperative(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        int not = verb.from() - 1;
        if (not - 1 < clause.from() || !tokens.is(not, "not") || !tokens.is(not - 1, "do")) {
            return false;
        }
        if (tokens.hyphenated(not - 1) && tokens.hyphenated(not)) {
            // "Do-not-sell".
            return true;
        }
        int before = not - 2;
        return before < clause.from() && tokens.capitalized(not) || before >= clause.from() && (tokens.is(before, '"') || tokens.is(before, '(') || tokens.is(before, "our")
                || tokens.is(before, "the") || tokens.is(before, "a") || tokens.is(before, "your") || tokens.is(before, "to") || tokens.is(before, '['));
    }

    /** A gerund or noun that no auxiliary, denial or coordination ties to the clause's subject: "the time selling takes", "sales staff"; not "we earn it by selling". */
    static boolean loose(Clause clause, Mention verb, Actor actor) {
        Tokens tokens = clause.tokens();
        String word = tokens.text(verb.to() - 1);
        if (!word.endsWith("ing")) {
            return false;
        }
        for (int i = verb.from() - 1; i >= clause.from() && i >= verb.from() - 8; i--) {
            if (tokens.isAny(i, VerbWords.BE) || tokens.is(i, "engage") || tokens.is(i, "engages") || tokens.is(i, "involves") || tokens.is(i, "by") && actor == Actor.BUSINESS
                    || tokens.is(i, "from") && clause.hasWithin(EARNINGS, i - EARNED, i) && clause.hasWithin(OURS, clause.from(), i)) {
                return false;
            }
            if (!VerbWords.adverb(tokens, i) && !VerbWords.practiceVerb(clause, i) && !tokens.is(i, ',') && !tokens.is(i, "and") && !tokens.is(i, "or") && !tokens.is(i, "in")) {
                return true;
            }
        }
        return verb.from() > clause.from();
    }

    /** "Does not generally sell": the denial of a finite verb. */
    private static boolean plainlyDenied(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        for (int i = verb.from() - 1; i > clause.from() && i >= verb.from() - 3; i--) {
            if (tokens.is(i, "not")) {
                return tokens.is(i - 1, "does") || tokens.is(i - 1, "do") || tokens.is(i - 1, "has") || tokens.is(i - 1, "will");
            }
        }
        return false;
    }

    /** Whether the sentence defines what the verb means. */
    static boolean definition(Clause clause, Mention verb, Actor actor, boolean negative) {
        Tokens tokens = clause.tokens();
        if (!clause.has(Concept.DEFINITION) || (actor == Actor.BUSINESS || actor == null && plainlyDenied(clause, verb)) && negative) {
            return false;
        }
        for (Mention mention : clause.found()) {
            if (mention.concept() == Concept.DEFINITION) {
                if ((actor == Actor.BUSINESS || actor == null && named(clause, verb)) && mention.from() > verb.to() && asDefined(clause, verb, mention)) {
                    // "We sell data, as defined by the act".
                    continue;
                }
                if (actor == Actor.BUSINESS && mention.from() < verb.from() && setOff(clause, verb, mention)) {
                    continue;
                }
                int gap = mention.from() - verb.to();
                boolean before = verb.from() - mention.to() >= 0 && verb.from() - mention.to() <= 3;
                if (gap >= 0 && gap <= 4 && !tokens.is(mention.from(), "mean") || before && !tokens.is(mention.from(), "means")) {
                    return true;
                }
                if (gap >= 0 && gap <= 4 && tokens.is(mention.from(), "mean") && tokens.is(mention.from() - 1, "we")) {
                    return true;
                }
                if (tokens.is(mention.from(), "means") && clause.hasWithin(Concept.SELL, clause.from(), mention.from()) && mention.from() < verb.from()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "As defined by the act", "as the act defines that word", behind a verb. */
    private static boolean asDefined(Clause clause, Mention verb, Mention definition) {
        for (int i = definition.from(); i >= verb.to() && i >= definition.from() - AS; i--) {
            if (clause.tokens().is(i, "as")) {
                return true;
            }
        }
        return false;
    }

    /** "We may, as the act defines that word, sell": whether a definition stands between commas before the verb. */
    private static boolean setOff(Clause clause, Mention verb, Mention definition) {
        int comma = verb.from() - 1;
        while (comma > definition.to() && VerbWords.adverb(clause.tokens(), comma)) {
            comma--;
        }
        int before = clause.tokens().is(comma, ',') ? clause.beforeInsertion(comma) : comma;
        return before + 2 < definition.from() && clause.tokens().is(before + 2, "as");
    }

    /** "Last year Heron sold (as the law defines it)": whether somebody who is not named as others, readers or data stands right before the verb. */
    static boolean named(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        int name = verb.from() - 1;
        while (name > clause.from() && tokens.is(verb.from() - 1, ')') && !tokens.is(name + 1, '(')) {
            name--;
        }
        return name >= clause.from() && tokens.kind(name) == Tokens.Kind.WORD && tokens.capitalized(name) && !clause.coversAny(NO_NAMES, name);
    }

    /** "Is not a sale": whether something is denied to be one. */
    static boolean isNoSale(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        int article = verb.from() > clause.from() && tokens.is(verb.from() - 1, '"') ? verb.from() - 2 : verb.from() - 1;
        return article - 2 > clause.from() && tokens.is(article, "a") && tokens.is(article - 1, "not") && tokens.isAny(article - 2, VerbWords.BE);
    }

    /** "We cannot complete the sale": whether the noun is a bargain with the reader, not a practice. */
    static boolean bargain(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        int at = verb.from() - 1;
        return at > clause.from() && tokens.isAny(at, ARTICLES) && tokens.isAny(at - 1, COMPLETES);
    }

    /** Whether a verb makes a practice of the noun: "engage in the sale of", "through the sale of". */
    static boolean engages(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        for (int i = verb.from() - 1; i >= clause.from() && i >= verb.from() - 6; i--) {
            if (tokens.isAny(i, ENGAGING)) {
                return true;
            }
        }
        return false;
    }
}
