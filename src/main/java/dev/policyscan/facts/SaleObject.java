package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Block;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import dev.policyscan.statement.Statement.Subject;

/** What is sold, by a sentence and what it refers to: personal or aggregated information, or something else. */
final class SaleObject {
    private static final WordSet EACH = WordSet.of("each", "all", "any", "some", "either", "both");
    /** Sentences that only point back to what is meant by "it", at most. */
    private static final int CHAIN = 3;
    private static final WordSet LISTS = WordSet.of("list", "lists", "leads", "database", "databases", "profiles", "records");
    private static final WordSet OF_PEOPLE = WordSet.of("marketing", "consumer", "consumers", "contact", "contacts", "prospect", "customer", "subscriber", "mailing", "email", "telemarketing", "sales", "lead");
    private static final WordSet PEOPLE = WordSet.of("consumers", "people", "individuals", "contacts", "prospects", "customers", "subscribers", "names", "households", "persons", "professionals");
    /** Tokens from "sell" to the list that is sold, and from "list of" to those on it, at most. */
    private static final int LIST = 4;
    /** Tokens from "categories" to "have not been sold", at most. */
    private static final int KINDS_REACH = 8;
    static final WordSet POINTING = WordSet.of("this", "that", "these", "such", "information", "data");
    private static final WordSet KINDS = WordSet.of("category", "categories", "kinds", "types");
    private static final WordSet ABOUT = WordSet.of("about", "concerning", "regarding");
    private static final WordSet PASSIVE = WordSet.of("is", "are", "was", "were", "be", "been", "has", "have", "will", "for");

    private SaleObject() {}

    /** What is sold, or not, by the sentence and what it refers to. */
    static Subject of(Clause clause, Statement statement, PolicyReading reading) {
        boolean denied = statement.polarity() == Polarity.NEGATIVE;
        boolean pointsBack = denied && nothingElse(clause, statement, reading)
                || (statement.object() == Subject.OTHER || ofEach(clause, statement) || inBusinessOf(clause, statement)) && refersToPersonal(clause, statement, reading);
        boolean all = pointsBack || statement.object() == Subject.OTHER && (ofKinds(clause, statement) || !denied && ofPeople(clause, statement) || denied
                && (sellsOrShares(clause, statement) || neverSold(clause, statement) || ofLead(clause, statement)));
        Subject stated = all ? Subject.PERSONAL_INFORMATION : statement.object();
        return stated == Subject.PERSONAL_INFORMATION && (refersToAggregated(clause, statement, reading)
                || onceAggregated(clause, statement)) ? Subject.AGGREGATED_INFORMATION : stated;
    }

    /** "Your data will never be: sold": the item of a list whose subject introduces it. */
    private static boolean ofLead(Clause clause, Statement statement) {
        Clause lead = clause.lead();
        return lead != null && !lead.isHeading() && clause.from() == clause.tokens().firstFrom(statement.start()) && clause.tokens().is(clause.from(), "sold")
                && !lead.has(Concept.BUSINESS) && meansPersonal(lead);
    }

    /** "We collect personal information. We do not sell it", "It is never sold", "What we never do with your data: sell it". */
    private static boolean refersToPersonal(Clause clause, Statement statement, PolicyReading reading) {
        int pronoun = pronoun(clause, clause.tokens().firstFrom(statement.start()));
        if (pronoun < 0) {
            return false;
        }
        boolean ofKinds = clause.tokens().is(pronoun, "none") && clause.hasWithin(KINDS, clause.from(), pronoun);
        if (ofKinds || clause.hasWithin(Concept.PERSONAL, clause.from(), pronoun) || pronoun > clause.from() && takesBefore(clause, pronoun)) {
            return true;
        }
        boolean subject = pronoun < clause.tokens().firstFrom(statement.start()) && !clause.tokens().is(pronoun, "them");
        if (clause.hasWithin(Concept.ELEMENT, clause.from(), pronoun) || subject && pronoun - clause.from() > 2) {
            return false;
        }
        if (clause.deniedByLead() && clause.lead() != null) {
            return meansPersonal(clause.lead());
        }
        Clause before = previous(clause, reading);
        // "We collect your name. We disclose this information. We do not sell it."
        for (int i = 0; i < CHAIN && before != null && before.has(Concept.PERSONAL) && !meansPersonal(before); i++) {
            before = previous(before, reading);
        }
        return before != null && meansPersonal(before);
    }

    /** "We collect only what we need, and we do not sell it". */
    private static boolean takesBefore(Clause clause, int pronoun) {
        return clause.anyStatement(s -> s.practice() == Practice.COLLECT && s.actor() == Statement.Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE
                && s.object() == Subject.OTHER
                && clause.tokens().firstFrom(s.start()) < pronoun && clause.tokens().firstFrom(s.end()) + 1 < clause.to()
                && clause.tokens().is(clause.tokens().firstFrom(s.end()), "what"));
    }

    /** The sentence before, where this one goes on from it; null elsewhere. */
    private static Clause previous(Clause clause, PolicyReading reading) {
        Clause before = clause.index() == 0 ? null : reading.clauses().get(clause.index() - 1);
        return before != null && clause.follows(before) ? before : null;
    }

    private static boolean meansPersonal(Clause clause) {
        return (namesPersonal(clause) || clause.has(Concept.CATEGORY)) && !clause.hasAny(Concept.CHILD, Concept.SENSITIVE_USE);
    }

    /** "Categories sold: none", "the same categories are sold to advertisers": those of personal information. */
    private static boolean ofKinds(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        for (int at = verb - 1; at >= clause.from() && at >= verb - KINDS_REACH; at--) {
            if (tokens.is(at, "categories") || tokens.is(at, "category")) {
                return at + 1 == verb || !clause.hasWithin(Concept.GOODS, at, verb) && !tokens.is(at + 1, "of");
            }
            if (!tokens.isAny(at, PASSIVE) && !clause.covers(Concept.NEGATION, at) && !tokens.endsWith(at, "ly") && !tokens.is(at, "or") && !tokens.is(at, '"')
                    && !clause.covers(Concept.SHARE_WORD, at)) {
                break;
            }
        }
        if (verb + 3 >= clause.to() || !tokens.is(verb + 1, "the") && !tokens.is(verb + 1, "these")) {
            return false;
        }
        // "We have sold the following to partners".
        boolean following = tokens.is(verb + 2, "following");
        if (following && (tokens.is(verb + 3, "to") || tokens.is(verb + 3, ':'))) {
            return true;
        }
        // "We have sold the following categories to list users".
        return (tokens.is(verb + 2, "categories") || following && tokens.is(verb + 3, "categories")) && !clause.hasAny(Concept.GOODS, Concept.AGGREGATED);
    }

    /** Under "Sale of personal information": "We do not sell", "We do not sell any". */
    private static boolean nothingElse(Clause clause, Statement statement, PolicyReading reading) {
        int next = clause.endOfTerm(clause.tokens().firstFrom(statement.start())) + 1;
        if (next < clause.to() && clause.tokens().is(next, "any")) {
            next++;
        }
        if (statement.object() != Subject.OTHER || !statement.actorStated() || next < clause.to()
                && (next + 1 < clause.to() || clause.tokens().kind(next) != Tokens.Kind.PUNCTUATION)) {
            return false;
        }
        Clause before = previous(clause, reading);
        return before != null && namesSale(before) || !clause.headings().isEmpty() && namesSale(clause.headings().get(0));
    }

    /** "Sale of personal information", "Personal information that we sell": whether a heading, or a sentence that is like one, names a sale without saying that there is one. */
    private static boolean namesSale(Clause clause) {
        return clause.anyStatement(s -> s.practice() == Practice.SELL && s.speech() != Speech.ASSERTION && s.object() == Subject.PERSONAL_INFORMATION);
    }

    /** "We sell marketing lists", "access to our database of contacts": goods that are personal information. */
    static boolean ofPeople(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = clause.endOfTerm(tokens.firstFrom(statement.start()));
        boolean access = verb + 2 < clause.to() && tokens.is(verb + 1, "access") && tokens.is(verb + 2, "to");
        for (int i = verb + 1; i < Math.min(clause.to(), verb + (access ? KINDS_REACH : LIST)); i++) {
            if (tokens.isAny(i, LISTS)) {
                return tokens.isAny(i - 1, OF_PEOPLE) || i == verb + 1 && tokens.is(i, "leads") || i + 1 < clause.to() && tokens.is(i + 1, "of") && namesPeople(clause, i + 2);
            }
        }
        return false;
    }

    private static boolean namesPeople(Clause clause, int from) {
        for (int i = from; i < Math.min(clause.to(), from + LIST); i++) {
            if (clause.tokens().isAny(i, PEOPLE)) {
                return true;
            }
        }
        return false;
    }

    /** "We neither sell nor share", "we do not sell or share for advertising": the law's two words, of what it speaks of. */
    private static boolean sellsOrShares(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int end = clause.endOfTerm(tokens.firstFrom(statement.start())) + 1;
        int or = end < clause.to() && tokens.is(end, ',') ? end + 1 : end;
        if (!statement.actorStated() || or + 1 >= clause.to() || !tokens.is(or, "or") && !tokens.is(or, "nor") || !clause.covers(Concept.SHARE_WORD, or + 1)) {
            return false;
        }
        return or + 2 == clause.to() || tokens.is(or + 2, "for") || tokens.is(or + 2, "as") || tokens.kind(or + 2) == Tokens.Kind.PUNCTUATION;
    }

    /** Under "Data sharing": "Never sold to anybody." */
    private static boolean neverSold(Clause clause, Statement statement) {
        Clause heading = clause.headings().isEmpty() ? null : clause.headings().get(0);
        return heading != null && heading.hasAny(Concept.PERSONAL, Concept.DISCLOSE) && !heading.has(Concept.CATEGORY) && clause.block().kind() != Block.Kind.CELL
                && clause.from() + 1 == clause.tokens().firstFrom(statement.start()) && clause.tokens().is(clause.from(), "never") && clause.tokens().is(clause.from() + 1, "sold");
    }

    /** "We collect business contacts and sell each of them": what is named in between is not what is sold. */
    private static boolean ofEach(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        return verb + 2 < clause.to() && clause.tokens().isAny(verb + 1, EACH) && clause.tokens().is(verb + 2, "of");
    }

    /** "We are not in the business of selling it": the business that is named is not what is sold. */
    private static boolean inBusinessOf(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        return verb - 2 > clause.from() && clause.tokens().is(verb - 1, "of") && clause.tokens().is(verb - 2, "business");
    }

    /** Whether personal information is named, not only pointed to as "this information". */
    private static boolean namesPersonal(Clause clause) {
        for (Mention mention : clause.mentions(Concept.PERSONAL)) {
            if ((!clause.tokens().isAny(mention.from(), POINTING) || mention.to() - mention.from() > 1
                    && clause.tokens().isAny(mention.from() + 1, ABOUT))) {
                return true;
            }
        }
        return false;
    }

    /** The pronoun that stands for what is sold: the verb's object, or the subject of "they are never sold"; -1 where there is none. */
    private static int pronoun(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        int term = clause.endOfTerm(verb);
        int object = term + 2 < clause.to() && tokens.isAny(term + 1, EACH) && tokens.is(term + 2, "of") ? term + 3 : term + 1;
        // "We do not sell, rent or share it".
        while (object < clause.to() && (tokens.is(object, "or") || tokens.is(object, "nor") || tokens.is(object, ',') || tokens.is(object, '"')
                || clause.covers(Concept.SELL, object) || clause.covers(Concept.DISCLOSE, object))) {
            object++;
        }
        boolean any = object < clause.to() && tokens.is(object, "any") && (object + 1 == clause.to() || tokens.kind(object + 1) == Tokens.Kind.PUNCTUATION);
        if (any || object < clause.to() && (tokens.is(object, "it") || tokens.is(object, "them") || tokens.is(object, "none"))) {
            return object;
        }
        int at = verb - 1;
        while (at > clause.from() && (tokens.isAny(at, PASSIVE) || clause.covers(Concept.NEGATION, at) || tokens.endsWith(at, "ly")
                || tokens.is(at, "or") || clause.covers(Concept.SHARE_WORD, at))) {
            at--;
        }
        if (tokens.is(at + 1, "none") && at + 2 < verb) {
            return at + 1;
        }
        boolean part = at > clause.from() && tokens.is(at, "them") && tokens.is(at - 1, "of");
        return at >= clause.from() && at < verb - 1 && (part || tokens.is(at, "it") || tokens.is(at, "they")) ? at : -1;
    }

    /** "We may sell visitor information after it has been aggregated". */
    private static boolean onceAggregated(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        for (Mention mention : clause.mentions(Concept.AGGREGATED)) {
            if (mention.from() > verb && mention.from() - verb < 24) {
                int before = mention.from() - 1;
                return tokens.is(before, "been") || tokens.is(before, "is") || tokens.is(before, "are") || tokens.is(before, "in") || tokens.is(before, "an")
                        || tokens.is(before, "only");
            }
        }
        return false;
    }

    /** "We may sell this information", where the sentence before speaks of aggregated information. */
    private static boolean refersToAggregated(Clause clause, Statement statement, PolicyReading reading) {
        if (statement.polarity() == Polarity.NEGATIVE || clause.index() == 0) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        Clause before = reading.clauses().get(clause.index() - 1);
        for (int i = verb + 1; i < Math.min(clause.to(), verb + 8); i++) {
            if (tokens.is(i, "this") || tokens.is(i, "such") || tokens.is(i, "these") || tokens.is(i, "it")) {
                return clause.follows(before) && before.has(Concept.AGGREGATED);
            }
        }
        return false;
    }
}
