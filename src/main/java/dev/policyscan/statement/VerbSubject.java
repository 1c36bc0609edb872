package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Statement.Actor;

/** Who acts, where a name or pronoun stands before a verb. */
final class VerbSubject {
    private static final long[] SUBJECTS = Clause.set(Concept.BUSINESS, Concept.CONSUMER, Concept.THIRD_PARTY, Concept.LAW);
    private static final WordSet UNDERTAKES = WordSet.of("agree", "undertake", "promise", "covenant", "commit", "acknowledge", "warrant", "represent");
    private static final WordSet ALLOWS = WordSet.of("allow", "allows", "authorize", "authorizes", "permit", "permits");

    private static final WordSet PROMISES = WordSet.of("promises", "promise", "agrees", "agree", "undertakes", "undertake", "commits", "commit");
    private static final WordSet ANYBODY = WordSet.of("anyone", "anybody", "others", "somebody", "someone");
    private static final WordSet OTHERS = WordSet.of("provider", "providers", "recipient", "recipients", "developer", "developers", "supplier", "suppliers", "host", "hosts", "carrier", "carriers", "reseller", "resellers", "seller", "sellers",
            "merchant", "merchants", "broker", "brokers", "buyer", "buyers", "manufacturer", "manufacturers", "processor", "processors", "purchaser", "acquirer", "successor", "vendor", "vendors", "courier", "couriers");
    private static final WordSet FIRMS = WordSet.of("company", "companies", "firm", "firms", "service", "services", "platform", "platforms", "agency", "agencies", "software", "network", "networks");
    private static final WordSet SERVING = WordSet.of("hosting", "payment", "analytics", "delivery", "shipping", "cloud", "billing", "mailing", "survey", "printing", "advertising", "marketing", "security", "logistics");
    /** Tokens from "the developer of" to what it is of, at most. */
    private static final int OF_WHAT = 3;

    private VerbSubject() {}

    /** The actor whose mention ends at the token and that stands as a subject there; null if none does. */
    static Actor endingAt(Clause clause, Mention verb, int i) {
        Tokens tokens = clause.tokens();
        // "Customer records" are no act of a customer's.
        if (!clause.coversAny(SUBJECTS, i) || clause.covers(Concept.CATEGORY, i)) {
            return null;
        }
        Actor found = null;
        int begin = i;
        for (Mention mention : clause.found()) {
            if (mention.from() > i) {
                break;
            }
            if (mention.to() == i + 1) {
                Actor candidate = switch (mention.concept()) {
                    case BUSINESS -> tokens.is(i, "us") && !allowed(clause, verb, i) ? null : Actor.BUSINESS;
                    case CONSUMER -> tokens.is(i, "your") ? null : Actor.CONSUMER;
                    case THIRD_PARTY -> Actor.PARTNER;
                    case LAW -> Actor.LAW;
                    default -> null;
                };
                if (candidate != null && (found == null || mention.from() < begin)) {
                    found = candidate;
                    begin = mention.from();
                }
            }
        }
        if (found == Actor.PARTNER && joinedWithBusiness(clause, begin)) {
            return Actor.BUSINESS;
        }
        if (toldNotTo(clause, verb, i + 1) && (found == Actor.PARTNER || found == Actor.CONSUMER && begin > clause.from() && tokens.is(begin - 1, "by"))) {
            return found;
        }
        if (found == Actor.PARTNER && begin > clause.from() && i + 2 == verb.from() && tokens.is(i + 1, "to") && allowedTo(clause, begin)) {
            return found;
        }
        if (found == Actor.CONSUMER && tokens.is(i, "you") && undertakes(clause, verb, i + 1)) {
            return found;
        }
        if (found == Actor.CONSUMER && tokens.is(i, "you") && verb.from() - i <= 4 && verb.from() - i > 1 && coordinated(clause, verb, i + 1)) {
            return found;
        }
        if (found == null || tokens.is(i, "we") || tokens.is(i, "they") || tokens.is(i, "i") || tokens.is(i, "us")) {
            return found;
        }
        if (begin > clause.from() && tokens.isAny(begin - 1, VerbWords.PREPOSITIONS) && !startsPredicate(clause, verb, i + 1)) {
            return null;
        }
        if (verb.concept() == Concept.SELL && found == Actor.PARTNER && governed(clause, begin) || found == Actor.BUSINESS && objectOfPartners(clause, begin)) {
            return null;
        }
        return startsPredicate(clause, verb, found == Actor.BUSINESS && tokens.capitalized(i) ? clause.behindInsertion(i + 1) : i + 1) || found == Actor.PARTNER && i + 1 >= verb.from() ? found : null;
    }

    /** "Our payment provider does not sell it", "the recipient promises not to": whether the subject is somebody else by trade. What begins with a capital may be what the business calls itself. */
    static boolean isAnother(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        int at = verb.from() - 1;
        while (at > clause.from() && (tokens.isAny(at, VerbWords.FINITE) || VerbWords.adverb(tokens, at) || clause.covers(Concept.NEGATION, at) || tokens.is(at, "to") || tokens.isAny(at, PROMISES))) {
            at--;
        }
        if (verb.entry().name().equals("noun") || at == verb.from() - 1 && !tokens.endsWith(verb.to() - 1, "s")) {
            return false;
        }
        for (int of = at - 1; of > clause.from() && of >= at - OF_WHAT; of--) {
            if (tokens.is(of, "of")) {
                at = of - 1;
            }
        }
        boolean firm = at > clause.from() && tokens.isAny(at, FIRMS) && tokens.isAny(at - 1, SERVING);
        return at > clause.from() && !tokens.capitalized(at) && (firm || tokens.isAny(at, OTHERS));
    }

    /** "Nothing here allows anyone to sell it": whether the verb is what nobody in particular may do. */
    static boolean allowsAnybody(Clause clause, Mention verb) {
        Tokens tokens = clause.tokens();
        int to = verb.from() - 1;
        return to - 2 >= clause.from() && tokens.is(to, "to") && tokens.isAny(to - 1, ANYBODY) && tokens.isAny(to - 2, ALLOWS);
    }

    /** "We do not allow our vendors to": whether what begins at the token is who may do something. */
    private static boolean allowedTo(Clause clause, int begin) {
        int at = clause.tokens().isAny(begin - 1, VerbWords.DETERMINERS) ? begin - 2 : begin - 1;
        return at >= clause.from() && clause.tokens().isAny(at, ALLOWS);
    }

    /** "Vendors not to sell". */
    private static boolean toldNotTo(Clause clause, Mention verb, int i) {
        Tokens tokens = clause.tokens();
        return i + 1 < verb.from() && (clause.covers(Concept.NEGATION, i) && tokens.is(i + 1, "to") || tokens.is(i, "to") && clause.covers(Concept.NEGATION, i + 1));
    }

    /** "You agree not to sell": whether the token says that its subject binds itself to do something or not to. */
    private static boolean undertakes(Clause clause, Mention verb, int token) {
        Tokens tokens = clause.tokens();
        return token + 1 < verb.from() && tokens.isAny(token, UNDERTAKES) && (tokens.is(token + 1, "to") || tokens.is(token + 1, "not") && tokens.is(token + 2, "to"));
    }

    /** "Third parties that buy our products may sell", "Customers who use our platform may sell": whether what begins at the token is the object of what others do. */
    private static boolean objectOfPartners(Clause clause, int begin) {
        return begin - 3 >= clause.from() && clause.covers(Concept.RELATIVE, begin - 2)
                && (clause.covers(Concept.THIRD_PARTY, begin - 3) || begin - 3 == clause.from() && clause.covers(Concept.CONSUMER, begin - 3));
    }

    /** "Our disclosure to those third parties": whether a preposition governs what begins at the token, and a noun the preposition. */
    private static boolean governed(Clause clause, int begin) {
        Tokens tokens = clause.tokens();
        int at = begin - 1;
        while (at > clause.from() && (clause.covers(Concept.THIRD_PARTY, at) || tokens.is(at, '-'))) {
            at--;
        }
        if (at > clause.from() && tokens.isAny(at, VerbWords.DETERMINERS)) {
            at--;
        }
        return at > clause.from() && (tokens.is(at, "to") || tokens.is(at, "with"));
    }

    /** Whether only a verb and a conjunction stand between the token and the verb: "you bought or sold". */
    private static boolean coordinated(Clause clause, Mention verb, int from) {
        Tokens tokens = clause.tokens();
        return from < verb.from() - 1 && (tokens.is(verb.from() - 1, "or") || tokens.is(verb.from() - 1, "and")) || from == verb.from() - 1 && VerbWords.adverb(tokens, from);
    }

    /** "We and our partners". */
    private static boolean joinedWithBusiness(Clause clause, int partner) {
        Tokens tokens = clause.tokens();
        for (int i = partner - 1; i >= clause.from() && i >= partner - 4; i--) {
            if ((tokens.is(i, "we") || tokens.is(i, "us")) && i + 1 < clause.to()
                    && (tokens.is(i + 1, "and") || tokens.is(i + 1, "or") || tokens.is(i + 1, "nor") || tokens.is(i + 1, ','))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a verb phrase begins at the token. */
    private static boolean startsPredicate(Clause clause, Mention verb, int i) {
        Tokens tokens = clause.tokens();
        int at = i;
        while (at < verb.from() && VerbWords.adverb(tokens, at)) {
            at++;
        }
        return at <= verb.from() && at < clause.to() && (at == verb.from() || tokens.isAny(at, VerbWords.FINITE) || VerbWords.practiceVerb(clause, at));
    }

    /** "You allow us to sell": whether the token is what may do something. */
    private static boolean allowed(Clause clause, Mention verb, int us) {
        Tokens tokens = clause.tokens();
        return verb.concept() == Concept.SELL && us > clause.from() && (us + 2 == verb.from() || us + 3 == verb.from() && tokens.is(us + 2, '"')) && tokens.is(us + 1, "to") && tokens.isAny(us - 1, ALLOWS);
    }
}
