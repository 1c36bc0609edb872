package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;

/** A verb of selling that only tells which things a noun means: "products sold on our site", "the cars we sell do not", "we use no data sold by brokers". */
final class ReducedRelative {
    /** What a participle goes on with where it has no object. */
    private static final WordSet BEHIND = WordSet.of("by", "to", "on", "through", "in", "at", "under", "or", "and", "for", "before", "after", "during", "via", "with", "from", "within", "without", "across",
            "since", "as", "herein", "hereunder", "here", "online", "elsewhere", "against");
    /** Nouns, and words for them, that may be data about people. */
    private static final WordSet DATA = WordSet.of("information", "data", "details", "category", "categories", "kind", "kinds", "type", "types", "none", "any", "all", "anything", "nothing", "something", "everything",
            "it", "them", "they", "that", "which", "this", "these", "those", "such", "list", "lists", "lead", "leads", "database", "databases", "profile", "profiles", "record", "records", "segment", "segments", "audiences",
            "names", "addresses", "numbers", "elements", "points", "following", "below", "above", "what", "who", "identifiers", "contacts", "one", "both", "some", "same");
    /** What stands between the object of a verb and the verb. */
    private static final WordSet WITHIN_OBJECT = WordSet.of("any", "your", "the", "a", "an", "of", "our", "their", "his", "her", "other", "such", "all", "new", "additional", "further", "more", "some", "these", "those", "this", "that",
            "certain", "specific");
    /** What denies the noun itself, and not what is done with it: "there was no data sold". */
    private static final WordSet OF_NOUN = WordSet.of("no", "not", "never", "none", "neither", "nor", "any");
    private static final WordSet DETERMINERS = WordSet.of("the", "any", "some", "all", "every", "each", "our", "most", "many", "these", "those", "other", "no", "of");

    private static final WordSet NO_NOUNS = WordSet.of("but", "yet", "then", "having", "who", "so", "while", "if", "when", "than", "unless", "because", "where", "whether", "there");

    private ReducedRelative() {}

    /** Whether the verb tells which goods are meant: what is sold is no data, whatever else the clause says of data. */
    static boolean ofGoods(Clause clause, Mention verb) {
        return participleOf(clause, verb) >= 0 && !isData(clause, participleOf(clause, verb)) || goodsWeSell(clause, verb);
    }

    /** Whether the verb tells which data are meant that the clause denies to do something else with: "we do not use data sold by brokers", "we do not control what is sold". */
    static boolean ofDataDenied(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        if (verb.from() - 2 > clause.from() && tokens.isAny(verb.from() - 1, VerbWords.BE) && tokens.is(verb.from() - 2, "what")) {
            return true;
        }
        int noun = participleOf(clause, verb);
        if (noun < 0 || noun < verb.from() - 1 && clause.covers(Concept.NEGATION, verb.from() - 1)) {
            return false;
        }
        int before = noun;
        while (before >= clause.from() && (tokens.is(before, '"') || isData(clause, before) || tokens.isAny(before, WITHIN_OBJECT) && !tokens.isAny(before, OF_NOUN))) {
            before--;
        }
        return before > clause.from() && tokens.kind(before) == Tokens.Kind.WORD && !tokens.isAny(before, OF_NOUN) && !tokens.isAny(before, VerbWords.FINITE);
    }

    /** The noun right before a participle of selling that has neither auxiliary, subject nor object; -1 where the verb is none. */
    private static int participleOf(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        if (verb.to() - verb.from() > 1 || !tokens.endsWith(verb.from(), "d") || verb.to() < clause.to() && tokens.kind(verb.to()) == Tokens.Kind.WORD && !tokens.isAny(verb.to(), BEHIND)) {
            return -1;
        }
        int noun = verb.from() - 1;
        while (noun > clause.from() && (tokens.is(noun, '"') || VerbWords.adverb(tokens, noun) || clause.covers(Concept.NEGATION, noun) || (tokens.is(noun, "or") || tokens.is(noun, "and")) && participle(clause, noun - 1) || participle(clause, noun))) {
            noun--;
        }
        boolean named = noun >= clause.from() && tokens.kind(noun) == Tokens.Kind.WORD && !tokens.isAny(noun, VerbWords.FINITE) && !tokens.isAny(noun, VerbWords.BE) && !tokens.isAny(noun, VerbWords.PREPOSITIONS) && !tokens.isAny(noun, NO_NOUNS)
                && !clause.covers(Concept.BUSINESS, noun) && !clause.covers(Concept.CONSUMER, noun) && !clause.covers(Concept.THIRD_PARTY, noun) && !clause.covers(Concept.NEGATION, noun);
        return named ? noun : -1;
    }

    private static boolean participle(Clause clause, int token) {
        return clause.tokens().endsWith(token, "ed") && VerbWords.practiceVerb(clause, token) || clause.tokens().is(token, "offered") || clause.tokens().is(token, "sold");
    }

    /** "The cars we sell do not": whether the verb's object is a noun before its subject, of which something else is said then. */
    private static boolean goodsWeSell(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        if (verb.to() >= clause.to() || !tokens.isAny(verb.to(), VerbWords.FINITE) && !clause.covers(Concept.NEGATION, verb.to())) {
            return false;
        }
        int subject = clause.businessBefore(verb.from());
        int noun = subject - 1 > clause.from() && (tokens.is(subject - 1, "that") || tokens.is(subject - 1, "which")) ? subject - 2 : subject - 1;
        return subject + 1 == verb.from() && noun > clause.from() && tokens.kind(noun) == Tokens.Kind.WORD && !isData(clause, noun)
                && (tokens.isAny(noun - 1, DETERMINERS) || noun - 2 >= clause.from() && tokens.isAny(noun - 2, DETERMINERS));
    }

    private static boolean isData(Clause clause, int token) {
        return clause.tokens().isAny(token, DATA) || clause.covers(Concept.PERSONAL, token) || clause.covers(Concept.CATEGORY, token) || clause.covers(Concept.ELEMENT, token)
                || clause.covers(Concept.AGGREGATED, token);
    }
}
