package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Statement.Subject;

/** What a verb acts on: the nearest words for data, goods or the company, behind the verb or, in the passive, before it. */
final class VerbObject {
    /** Tokens around a verb in which its object may stand, at most. */
    private static final int OBJECT_REACH = 28;
    /** What begins a clause of its own: "deemed a sale, although the company receives no money". */
    private static final WordSet CONCEDES = WordSet.of("although", "though", "even", "while", "because", "since");
    /** Tokens of what is inserted between a verb and its object, at most. */
    private static final int INSERTED = 16;
    private static final WordSet THROUGH = WordSet.of("through", "via", "from", "by", "in", "on", "with", "during");
    private static final WordSet CAME_IN = WordSet.of("collected", "obtained", "gathered", "received", "submitted", "provided", "entered", "collect", "obtain", "receive", "gather", "provide", "submit");
    /** Tokens from "obtained through" to what it was. */
    private static final int SOURCE = 4;
    private static final WordSet SERVING = WordSet.of("necessary", "required", "needed", "used", "useful", "helpful", "order", "information", "data", "details", "collected", "processed");
    /** Tokens of such an object, at most. */
    private static final int OWN = 5;
    private static final WordSet BEHIND_VERB = WordSet.of("to", "for", "or", "and", "with", "on", "in", "by", "at", "as", "through");
    private static final WordSet PRONOUNS = WordSet.of("it", "them", "this", "that", "these", "such");
    private static final long[] OBJECTS = Clause.set(Concept.AGGREGATED, Concept.PERSONAL, Concept.BUSINESS_ASSET, Concept.GOODS, Concept.CATEGORY, Concept.ELEMENT);

    private VerbObject() {}

    /** "Your information is not for sale", "may be offered for sale". */
    static boolean forSale(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        if (!tokens.is(verb.from(), "sale")) {
            return false;
        }
        boolean is = false;
        int offered = offered(clause, verb);
        for (int i = offered - 1; i >= clause.from() && i >= offered - 3; i--) {
            is |= tokens.is(i, "is") || tokens.is(i, "are") || tokens.is(i, "be") && i + 1 < offered;
        }
        is |= tokens.is(clause.to() - 1, '?') && (tokens.is(clause.from(), "is") || tokens.is(clause.from(), "are"));
        return is && tokens.is(offered, "for");
    }

    /** The token before what something is for: "for sale", "for rent, lease or sale". */
    private static int offered(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        int at = verb.from() - 1;
        while (at > clause.from() && at > verb.from() - 6 && (tokens.is(at, ',') || tokens.is(at, "or") || tokens.is(at, "and") || clause.covers(Concept.SELL, at))) {
            at--;
        }
        return at;
    }

    /** The token of the parenthesis that closes the one at a token; that token itself where none stands before the end. */
    private static int closing(Clause clause, int opening, int end) {
        Tokens tokens = clause.tokens();
        for (int i = opening + 1; i < end; i++) {
            if (tokens.is(i, ')')) {
                return i;
            }
        }
        return opening;
    }

    /** The kind of what the verb acts on. */
    static Subject of(Clause clause, Mention verb, boolean passive, boolean relative) {
        Tokens tokens = clause.tokens();
        if (verb.concept() == Concept.SELL && verb.to() < clause.to() && tokens.is(verb.to(), "you")) {
            return Subject.OTHER;
        }
        if (verb.entry().name().equals("exchange")) {
            return Subject.PERSONAL_INFORMATION;
        }
        if (relative) {
            Subject before = nearest(clause, verb, verb.from() - 1, Math.max(clause.from(), verb.from() - 8) - 1, -1);
            if (before == Subject.PERSONAL_INFORMATION) {
                return before;
            }
        }
        int object = clause.endOfTerm(verb.to() - 1) + 1;
        if (object < clause.to() && (tokens.is(object, "it") || tokens.is(object, "them"))
                && clause.hasWithin(Concept.PERSONAL, clause.from(), verb.from())) {
            return Subject.PERSONAL_INFORMATION;
        }
        if (hasOwnObject(clause, verb)) {
            Subject own = nearest(clause, verb, object, Math.min(clause.to(), object + OWN), 1);
            return own == null ? Subject.OTHER : own;
        }
        Subject found = nearest(clause, verb, verb.concept() == Concept.DISCLOSE ? verb.from() + 1 : behindInsertion(clause, verb), Math.min(clause.to(), verb.to() + OBJECT_REACH), 1);
        if (passive || found == null) {
            Subject before = nearest(clause, verb, forSale(clause, verb) ? offered(clause, verb) - 1 : verb.from() - 1, Math.max(clause.from(), verb.from() - OBJECT_REACH) - 1, -1);
            if (passive ? before != null : found == null && !(before == Subject.COMPANY && companyActs(clause, verb))) {
                found = before;
            }
        }
        return found == null ? Subject.OTHER : found;
    }

    /** "We use your data to lease rooms", "information necessary to sell you a house": whether the verb is a purpose with an object of its own, and so not about what stands before it. */
    private static boolean hasOwnObject(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        int object = clause.endOfTerm(verb.to() - 1) + 1;
        int before = verb.from() - 2 > clause.from() && tokens.is(verb.from() - 2, '"') ? verb.from() - 3 : verb.from() - 2;
        boolean purpose = verb.concept() == Concept.SELL && before >= clause.from() && tokens.is(verb.from() - 1, "to") && tokens.isAny(before, SERVING);
        return purpose && object < clause.to() && tokens.kind(object) == Tokens.Kind.WORD && !tokens.isAny(object, BEHIND_VERB) && !tokens.isAny(object, PRONOUNS)
                && !VerbWords.practiceVerb(clause, object);
    }

    /** "The company does not sell it": whether the company is the subject of the verb, and so not what is sold. */
    private static boolean companyActs(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        int at = verb.from() - 1;
        while (at > clause.from() && (tokens.isAny(at, VerbWords.FINITE) || VerbWords.adverb(tokens, at) || tokens.is(at, '"'))) {
            at--;
        }
        return at >= clause.from() && at < verb.from() - 1 && clause.covers(Concept.BUSINESS, at) && clause.covers(Concept.BUSINESS_ASSET, at);
    }

    /** Where the object of a verb may begin: "does not sell, nor does it share for advertising, any …" puts it behind the second comma. */
    private static int behindInsertion(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        int comma = verb.to();
        if (verb.concept() != Concept.SELL || comma + 2 >= clause.to() || !tokens.is(comma, ',') || !tokens.is(comma + 1, "nor")) {
            return verb.to();
        }
        for (int i = comma + 2; i < Math.min(clause.to(), comma + INSERTED); i++) {
            if (tokens.is(i, ',')) {
                return i + 1;
            }
        }
        return verb.to();
    }

    /** "For a business purpose", "business contact information", "business partners": not the company itself. */
    private static boolean ofBusiness(Clause clause, int i) {
        Tokens tokens = clause.tokens();
        int business = tokens.is(i, "business") ? i : i + 1;
        return business + 1 < clause.to() && tokens.is(business, "business")
                && (clause.covers(Concept.PERSONAL, business + 1) || clause.covers(Concept.THIRD_PARTY, business) || tokens.is(business + 1, "purpose")
                || tokens.is(business + 1, "purposes"));
    }

    /** "Information obtained through our services is not sold": where what is sold came from. */
    private static boolean isSource(Clause clause, int goods) {
        for (int i = goods - 1; i > clause.from() && i >= goods - SOURCE; i--) {
            if (clause.tokens().isAny(i, THROUGH)) {
                return clause.tokens().isAny(i - 1, CAME_IN);
            }
        }
        return false;
    }

    /** The kind of the nearest object between two tokens, read in a direction; data before goods, aggregated before personal where both cover a token. */
    private static Subject nearest(Clause clause, Mention verb, int begin, int end, int step) {
        Tokens tokens = clause.tokens();
        boolean passed = false;
        for (int i = begin; i != end; i += step) {
            if (step > 0 && tokens.is(i, '(')) {
                i = closing(clause, i, end);
                continue;
            }
            if (step > 0 && passed && tokens.isAny(i, CONCEDES)) {
                return null;
            }
            if (step > 0 && passed && VerbWords.practiceVerb(clause, i) && (tokens.is(i - 1, "and") || tokens.is(i - 1, "but")) && i > begin + 1) {
                return null;
            }
            passed = passed || step > 0 && tokens.kind(i) == Tokens.Kind.WORD && !tokens.is(i, "or") && !tokens.is(i, "and") && !VerbWords.practiceVerb(clause, i)
                    && !VerbWords.adverb(tokens, i);
            if (tokens.kind(i) == Tokens.Kind.PUNCTUATION && (tokens.is(i, ';') || tokens.is(i, ':') && step < 0)) {
                return null;
            }
            if (!clause.coversAny(OBJECTS, i)) {
                if (tokens.is(i, "information") || tokens.is(i, "data")) {
                    return Subject.PERSONAL_INFORMATION;
                }
                continue;
            }
            if (i != verb.from() && clause.covers(Concept.AGGREGATED, i)) {
                return Subject.AGGREGATED_INFORMATION;
            }
            if (clause.covers(Concept.PERSONAL, i)) {
                return Subject.PERSONAL_INFORMATION;
            }
            if (clause.covers(Concept.BUSINESS_ASSET, i) && !ofBusiness(clause, i)) {
                return Subject.COMPANY;
            }
            if (tokens.is(i, "loan") && (clause.covers(Concept.PERSONAL, i + 1) || i > clause.from() && tokens.is(i - 1, "or"))) {
                continue;
            }
            if (verb.concept() == Concept.SELL && clause.covers(Concept.GOODS, i) && !clause.covers(Concept.CATEGORY, i)) {
                if (step < 0 && isSource(clause, i)) {
                    continue;
                }
                return Subject.OTHER;
            }
            if (clause.covers(Concept.CATEGORY, i) || clause.covers(Concept.ELEMENT, i) || tokens.is(i, "information") || tokens.is(i, "data")) {
                return Subject.PERSONAL_INFORMATION;
            }
            if (clause.covers(Concept.GOODS, i)) {
                return Subject.OTHER;
            }
        }
        return null;
    }
}
