package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Modality;
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import dev.policyscan.statement.Statement.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads statements out of a clause: from each verb of a practice to the left for its subject, negation, modality and condition, to the
 * right for its object. Each scan ends at the clause's borders or after a bounded number of tokens.
 */
final class StatementParser {
    private static final int REACH = 60;
    private static final int OBJECT_REACH = 28;
    /** Tokens from "reserve" to what the right is reserved to, at most. */
    private static final int RESERVED = 8;

    private static final Map<Concept, Practice> PRACTICES = Map.of(
            Concept.COLLECT_STRONG, Practice.COLLECT,
            Concept.USE, Practice.USE,
            Concept.DISCLOSE, Practice.DISCLOSE,
            Concept.SELL, Practice.SELL,
            Concept.RETAIN, Practice.RETAIN,
            Concept.RESPOND, Practice.RESPOND_TO_DNT,
            Concept.DIRECTED, Practice.DIRECT_TO_CHILDREN,
            Concept.INFER, Practice.INFER);
    private static final Practice[] PRACTICE_OF = new Practice[Concept.values().length];
    private static final long[] PRACTISED = Clause.set(PRACTICES.keySet().toArray(Concept[]::new));
    private static final long[] OBJECTS = Clause.set(Concept.AGGREGATED, Concept.PERSONAL, Concept.BUSINESS_ASSET, Concept.GOODS, Concept.CATEGORY, Concept.ELEMENT);
    private static final long[] SUBJECTS = Clause.set(Concept.BUSINESS, Concept.CONSUMER, Concept.THIRD_PARTY, Concept.LAW);

    static {
        PRACTICES.forEach((concept, practice) -> PRACTICE_OF[concept.ordinal()] = practice);
    }

    private static final WordSet BE = WordSet.of("is", "are", "was", "were", "be", "been", "being", "gets", "get");
    private static final WordSet FINITE = WordSet.of("do", "does", "did", "will", "would", "shall", "have", "has", "had", "may", "might", "can", "could", "must", "should", "am", "is", "are", "was", "were", "cannot");
    private static final WordSet PREPOSITIONS = WordSet.of("with", "to", "from", "by", "of", "for", "between", "among", "on", "about", "through", "via", "and", "or", "other", "including", "as", "like", "against");
    private static final WordSet REPORTING = WordSet.of("confirm", "reason", "note", "state", "believe", "represent", "means", "agree", "acknowledge", "understand", "sure", "know", "you",
            "assured", "aware", "disclose", "certify", "declare", "guarantee", "promise", "clarify", "emphasize", "stress", "say", "ensure", "pledge", "mention", "inform",
            "assure", "highlight", "affirm", "important", "clear", "advised", "understood", "states", "confirms", "notes", "represents", "warrants", "warrant", "certifies", "declares",
            "guarantees", "promises", "affirms", "attest", "attests");
    private static final WordSet BEFORE_RECORD = WordSet.of("we", "to", "may", "will", "can", "also", "automatically", "and", "or", ",", "servers", "server", "site", "website", "app", "that", "which",
            "it", "cookies", "systems", "system", "they", "not", "routinely", "temporarily");
    private static final WordSet DETERMINERS = WordSet.of("our", "your", "the", "a", "an", "any", "this", "such", "these", "those", "of", "consumer", "privacy", "each", "customer");
    private static final WordSet AFTER_SALE = WordSet.of("of", "or", "and", "under", "as", "by", "for", "within", "in", "to", "that", "is", "are", "was", "were", "may", "could", "because",
            "if", "when", "where", "pursuant", "subject", "with", "on", "at", "but", "even", "since", "will", "would", "can", "does", "do");
    private static final WordSet RIGHT_WORDS = WordSet.of("right", "rights", "opt", "opting", "direct", "instruct", "request", "requests", "ask", "tell", "object", "prevent", "stop", "limit", "restrict", "choose", "prohibit", "consent", "cease", "choice", "choices");

    private static final WordSet AT_TIMES = WordSet.of("otherwise", "sometimes", "often", "also");
    private static final WordSet ADVERBS = WordSet.of("not", "also", "never", "only", "otherwise", "then");
    private static final WordSet MODALS = WordSet.of("may", "might", "could", "can");
    private static final WordSet JOINS = WordSet.of("or", "and", "not");
    private static final WordSet DENIALS = WordSet.of("no", "none", "nothing", "neither");
    private static final WordSet CONJUNCTIONS = WordSet.of("and", "but", "then", "so", "because", "however", "although", "while", "though");
    private static final WordSet KEEPS = WordSet.of("keep", "keeps", "prevent", "prevents", "stop", "stops", "bar", "bars", "hinder", "hinders");
    /** Tokens from "keeps" to what it keeps somebody from, at most. */
    private static final int KEPT = 7;
    private static final WordSet UNDERTAKES = WordSet.of("agree", "undertake", "promise", "covenant", "commit", "acknowledge", "warrant", "represent");
    private static final WordSet ALLOWS = WordSet.of("allow", "allows", "authorize", "authorizes", "authorise", "permit", "permits");
    private static final WordSet WITHIN = WordSet.of("at", "of", "in", "within");
    private static final WordSet SPEAKERS = WordSet.of("you", "we");
    private static final WordSet POINTING = WordSet.of("this", "that", "these", "it");
    private static final WordSet KINDS = WordSet.of("categories", "types", "kinds", "information", "data");
    private static final WordSet ENGAGING = WordSet.of("engage", "engages", "engaged", "make", "made", "involve", "involves", "participate", "based", "rely", "relies", "depend", "depends");

    private static final WordSet CASES = WordSet.of("circumstance", "circumstances", "case", "cases", "situation", "situations", "scenario", "scenarios", "event");

    private StatementParser() {}

    static List<Statement> parse(Clause clause) {
        if (!clause.hasAny(PRACTISED)) {
            return List.of();
        }
        List<Statement> statements = new ArrayList<>(2);
        Mention last = null;
        for (Mention mention : clause.found()) {
            Practice practice = PRACTICE_OF[mention.concept().ordinal()];
            if (practice == null || last != null && mention.from() < last.to() && mention.concept() == last.concept()) {
                continue;
            }
            if (mention.concept() == Concept.RESPOND && !clause.hasAny(Concept.DNT, Concept.GPC) && !clause.has(Concept.SIGNAL_WORD) && !refersBack(clause, mention)
                    && !clause.underHeading(Concept.DNT) && !clause.underHeading(Concept.GPC)) {
                continue;
            }
            if (mention.concept() == Concept.COLLECT_STRONG && noun(clause, mention) || mention.concept() == Concept.DISCLOSE && clause.covers(Concept.MONEY, mention.from())) {
                continue;
            }
            if (clause.covers(Concept.DNT, mention.from()) || clause.covers(Concept.GPC, mention.from())) {
                continue;
            }
            if (mention.concept() == Concept.RETAIN && clause.covers(Concept.COLLECT_STRONG, mention.from()) && !clause.tokens().is(mention.from(), "store")
                    && !clause.tokens().is(mention.from(), "stores")) {
                continue;
            }
            if (mention.concept() == Concept.SELL && mention.entry().name().equals("rent") && !rents(clause, mention)) {
                continue;
            }
            if ((mention.concept() == Concept.SELL || mention.concept() == Concept.DISCLOSE) && label(clause, mention)) {
                continue;
            }
            if (mention.concept() == Concept.SELL && mention.entry().name().equals("noun") && compound(clause, mention)) {
                continue;
            }
            if (clause.covers(Concept.PSEUDO_NEGATION, mention.from()) && mention.concept() == Concept.SELL) {
                last = mention;
                continue;
            }
            last = mention;
            Statement statement = new Scan(clause, mention).statement(practice(practice, clause, mention));
            boolean plural = clause.tokens().endsWith(mention.to() - 1, "s") && mention.to() == mention.from() + 1;
            if (statement.actor() != Actor.CONSUMER || practice != Practice.COLLECT || !plural) {
                statements.add(statement);
            }
        }
        return statements;
    }

    /** Whether a word that may be a verb of collecting is a noun here: "our request", "these records". */
    private static boolean noun(Clause clause, Mention mention) {
        if (mention.to() != mention.from() + 1 || mention.from() == clause.from()) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int before = mention.from() - 1;
        if (tokens.is(mention.from(), "records") || tokens.is(mention.from(), "record")) {
            return !tokens.isAny(before, BEFORE_RECORD);
        }
        return (tokens.is(mention.from(), "request") || tokens.is(mention.from(), "requests") || tokens.is(mention.from(), "recording") || tokens.is(mention.from(), "recordings"))
                && tokens.isAny(before, DETERMINERS);
    }

    /** "We will apply it", "take any action on them". */
    private static boolean refersBack(Clause clause, Mention mention) {
        for (int i = mention.to(); i < Math.min(clause.to(), mention.to() + 3); i++) {
            if (clause.tokens().is(i, "it") || clause.tokens().is(i, "them") || clause.tokens().is(i, "these")) {
                return true;
            }
        }
        return false;
    }

    /** Whether "sale" is the first half of a compound: "sales enablement". */
    private static boolean compound(Clause clause, Mention mention) {
        int next = mention.to();
        Tokens tokens = clause.tokens();
        return next < clause.to() && tokens.kind(next) == Tokens.Kind.WORD && !tokens.isAny(next, AFTER_SALE);
    }

    /** Whether a word that may rent or license data is a verb here: behind its subject, an auxiliary or a verb it is coordinated with. */
    private static boolean rents(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.to(); i < Math.min(clause.to(), mention.to() + 4); i++) {
            if (tokens.is(i, "from")) {
                return false;
            }
        }
        int before = mention.from() - 1;
        if (before - 2 >= clause.from() && tokens.is(before - 2, "from") && (tokens.is(before - 1, "whom") || tokens.is(before - 1, "which"))) {
            return false;
        }
        while (before >= clause.from() && (tokens.endsWith(before, "ly") || tokens.isAny(before, AT_TIMES))) {
            before--;
        }
        if (before < clause.from()) {
            return clause.lead() != null && clause.hasWithin(Concept.PERSONAL, mention.to(), mention.to() + 4);
        }
        if (tokens.is(before, "we") || tokens.is(before, "to") || tokens.is(before, "not") || tokens.is(before, "never") || tokens.isAny(before, FINITE)
                || tokens.isAny(before, BE)) {
            return true;
        }
        if (tokens.is(before, "or") || tokens.is(before, "and") || tokens.is(before, "nor") || tokens.is(before, ',') || tokens.is(before, '/')) {
            boolean pronoun = tokens.is(before, "and") && mention.to() < clause.to() && (tokens.is(mention.to(), "it") || tokens.is(mention.to(), "them"));
            for (Mention other : clause.found()) {
                boolean collects = other.concept() == Concept.COLLECT_STRONG && clause.hasWithin(Concept.PERSONAL, mention.to(), mention.to() + 8)
                        && (tokens.is(mention.to(), "to") || clause.covers(Concept.PERSONAL, mention.to()));
                if ((other.concept() == Concept.SELL || other.concept() == Concept.DISCLOSE || collects) && other.to() <= before && before - other.to() <= 3) {
                    return true;
                }
                if (pronoun && other.concept() == Concept.COLLECT_STRONG && other.to() <= before && clause.hasWithin(Concept.PERSONAL, other.from(), before)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Sell: We do not sell …", "'Sold' or 'shared' (as the law defines it): we …": a label that the business answers. */
    private static boolean label(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(), depth = 0; i + 1 < clause.to(); i++) {
            depth += tokens.is(i, '(') ? 1 : tokens.is(i, ')') ? -1 : 0;
            if (tokens.is(i, ':')) {
                return i >= mention.to() && clause.hasWithin(Concept.BUSINESS, i + 1, i + 2);
            }
            if (depth == 0 && !tokens.isAny(i, JOINS) && tokens.kind(i) == Tokens.Kind.WORD && !clause.covers(Concept.SELL, i) && !clause.covers(Concept.SHARE_WORD, i)) {
                return false;
            }
        }
        return false;
    }

    private static Practice practice(Practice practice, Clause clause, Mention mention) {
        if (practice == Practice.RETAIN && mention.entry().name().isEmpty() && deletes(clause, mention)) {
            return Practice.DELETE;
        }
        if (practice == Practice.RESPOND_TO_DNT && !clause.has(Concept.DNT) && clause.has(Concept.GPC)) {
            return Practice.RESPOND_TO_GPC;
        }
        return practice == Practice.DISCLOSE && clause.has(Concept.TARGETED_ADS) ? Practice.SHARE_FOR_ADVERTISING : practice;
    }

    private static boolean deletes(Clause clause, Mention mention) {
        for (Mention other : clause.found()) {
            if (other.concept() == Concept.RETAIN && other.from() == mention.from() && other.entry().name().equals("delete")) {
                return true;
            }
        }
        return false;
    }

    /** One reading of a verb's surroundings. */
    private static final class Scan {
        private final Clause clause;
        private final Tokens tokens;
        private final Mention verb;
        private Actor actor;
        private boolean negative;
        private boolean may;
        private boolean conditional;
        private boolean relative;
        private boolean passive;
        private boolean concessionDenied;
        private Speech speech = Speech.ASSERTION;

        Scan(Clause clause, Mention verb) {
            this.clause = clause;
            this.tokens = clause.tokens();
            this.verb = verb;
        }

        Statement statement(Practice practice) {
            passive = passive();
            left();
            right();
            boolean actorFound = actor != null;
            fromLead();
            if (actor == null && !passive && !relative && opensWithPartner()) {
                actor = Actor.PARTNER;
            }
            if (relative && !passive && actor == null) {
                actor = clause.hasWithin(Concept.THIRD_PARTY, clause.from(), verb.from()) ? Actor.PARTNER : Actor.OTHER;
            }
            boolean noun = verb.entry().name().equals("noun");
            boolean conceded = practice == Practice.SELL && conceded();
            if (conceded && (relative && !actorFound || actor == Actor.PARTNER && (actOfDisclosing() || pointsBack()))) {
                actor = null;
            }
            speech = speech(practice, noun, conceded);
            Modality modality = conceded ? Modality.CONCEDED : conditional ? Modality.CONDITIONAL : may ? Modality.MAY : Modality.DOES;
            return new Statement(
                    actor == null ? Actor.BUSINESS : actor,
                    practice,
                    negative && !conceded ? Polarity.NEGATIVE : Polarity.POSITIVE,
                    modality,
                    object(),
                    speech,
                    actor != null || passive,
                    tokens.start(verb.from()),
                    tokens.end(verb.to() - 1));
        }

        private boolean passive() {
            if (forSale()) {
                return true;
            }
            for (int i = verb.from() - 1; i >= clause.from() && i >= verb.from() - 3; i--) {
                if (tokens.isAny(i, BE)) {
                    return tokens.endsWith(verb.to() - 1, "d") || tokens.endsWith(verb.to() - 1, "n") || tokens.endsWith(verb.to() - 1, "t");
                }
                if (!adverb(i) && !clause.covers(Concept.NEGATION, i)) {
                    return joinedToPassive(i);
                }
            }
            return false;
        }

        /** "Your information is not for sale". */
        private boolean forSale() {
            if (!tokens.is(verb.from(), "sale")) {
                return false;
            }
            boolean is = false;
            int offered = offered();
            for (int i = offered - 1; i >= clause.from() && i >= offered - 3; i--) {
                is |= tokens.is(i, "is") || tokens.is(i, "are");
            }
            is |= tokens.is(clause.to() - 1, '?') && (tokens.is(clause.from(), "is") || tokens.is(clause.from(), "are"));
            return is && tokens.is(offered, "for");
        }

        /** The token before what something is for: "for sale", "for rent, lease or sale". */
        private int offered() {
            int at = verb.from() - 1;
            while (at > clause.from() && at > verb.from() - 6 && (tokens.is(at, ',') || tokens.is(at, "or") || tokens.is(at, "and") || clause.covers(Concept.SELL, at))) {
                at--;
            }
            return at;
        }

        /** "Is kept confidential and never sold", "is not shared with or sold to": a participle that shares the auxiliary of another. */
        private boolean joinedToPassive(int conjunction) {
            boolean joined = tokens.is(verb.to() - 1, "sold") && (tokens.is(conjunction, "and") || tokens.is(conjunction, "or") || tokens.is(conjunction, "nor"));
            for (int i = conjunction - 1; joined && i > clause.from() && i >= conjunction - 6; i--) {
                if (tokens.is(i, "we") || tokens.is(i, "have") || tokens.is(i, "has") || tokens.kind(i) == Tokens.Kind.PUNCTUATION) {
                    return false;
                }
                if (tokens.is(i, "is") || tokens.is(i, "are") || tokens.is(i, "be")) {
                    return true;
                }
            }
            return false;
        }

        private boolean adverb(int i) {
            return tokens.isAny(i, ADVERBS) || tokens.endsWith(i, "ly");
        }

        private void left() {
            boolean andSeen = false;
            boolean between = false;
            boolean comma = false;
            int stop = Math.max(clause.from(), verb.from() - REACH);
            for (int i = verb.from() - 1; i >= stop; i--) {
                if (tokens.is(i, ')')) {
                    i = opening(i, stop);
                    continue;
                }
                if (tokens.kind(i) == Tokens.Kind.PUNCTUATION) {
                    comma |= tokens.is(i, ',');
                    if (tokens.is(i, ':') && OpenDenial.before(clause, i)) {
                        negative = true;
                        actor = Actor.BUSINESS;
                    }
                    if (tokens.is(i, ';') || tokens.is(i, ':') || tokens.is(i, '?') || tokens.is(i, '!') || tokens.is(i, '\u2022')) {
                        return;
                    }
                    continue;
                }
                if (clause.covers(Concept.NEGATION, i)) {
                    if (!clause.covers(Concept.PSEUDO_NEGATION, i)) {
                        if (andSeen && between) {
                            return;
                        }
                        negative = true;
                    }
                    continue;
                }
                if (tokens.is(i, "and")) {
                    andSeen |= !between;
                    continue;
                }
                if (tokens.is(i, "or") || tokens.is(i, "nor")) {
                    continue;
                }
                if (clause.covers(Concept.CONTRAST, i) && !notYet(i) && !inPassing(i)) {
                    return;
                }
                if (clause.covers(Concept.CONDITION, i) && !negative) {
                    conditional = !tokens.is(i, "may") && !tokens.is(i, "when") && (!tokens.is(i, "where") || i == clause.from() && verb.concept() == Concept.SELL);
                    return;
                }
                if (clause.covers(Concept.RELATIVE, i)) {
                    if (comma && givenKinds() || passive && negative && between && tokens.isAny(i + 1, SPEAKERS)) {
                        continue;
                    }
                    if (subordinateOfDenial(i)) {
                        speech = Speech.OTHER_DOCUMENT;
                    }
                    relative = !reporting(i - 1) && !isWhy(i);
                    return;
                }
                if (may(i)) {
                    may = true;
                    continue;
                }
                Actor subject = subject(i);
                if (subject != null) {
                    if (subject == Actor.CONSUMER && comma && givenKinds()) {
                        continue;
                    }
                    if (passive && (subject == Actor.BUSINESS || subject == Actor.CONSUMER || verb.concept() == Concept.SELL && tokens.is(i, "they"))) {
                        between = true;
                        continue;
                    }
                    actor = subject;
                    beforeSubject(i);
                    return;
                }
                if (!adverb(i) && !tokens.isAny(i, FINITE) && !tokens.isAny(i, BE) && !practiceVerb(i)) {
                    between = true;
                }
            }
        }

        /** "Depending on what you order, the categories disclosed may include …": a participle whose noun is no act of the reader's. */
        private boolean givenKinds() {
            return verb.from() > clause.from() && tokens.endsWith(verb.to() - 1, "d") && (tokens.isAny(verb.from() - 1, KINDS) || clause.covers(Concept.PERSONAL, verb.from() - 1));
        }

        /** An item that begins with its verb takes subject, negation and condition from what introduces it: "We will never: sell …", "You may tell us not to: sell …". */
        private void fromLead() {
            Clause lead = clause.lead();
            boolean opens = verb.from() - clause.from() <= 3;
            if (actor != null || !opens && !tokens.is(verb.from() - 1, "or")) {
                return;
            }
            if (clause.deniedByLead()) {
                negative = true;
                actor = Actor.BUSINESS;
                return;
            }
            if (lead == null || !opens) {
                return;
            }
            conditional |= verb.concept() == Concept.SELL && lead.covers(Concept.CONDITION, lead.from());
            if (verb.concept() == Concept.SELL && lead.has(Concept.RIGHT_FRAME)) {
                actor = Actor.CONSUMER;
                return;
            }
            if (lead.isHeading() || !lead.statements().isEmpty()) {
                return;
            }
            for (int i = lead.to() - 1; i >= lead.from() && i >= lead.to() - 8; i--) {
                if (lead.covers(Concept.NEGATION, i) && !lead.covers(Concept.PSEUDO_NEGATION, i)) {
                    negative = true;
                } else if (lead.tokens().is(i, "may") || lead.tokens().is(i, "might")) {
                    may = true;
                } else if (lead.tokens().is(i, "we")) {
                    actor = Actor.BUSINESS;
                    return;
                } else if (lead.tokens().is(i, "you")) {
                    actor = Actor.CONSUMER;
                    return;
                }
            }
        }

        /** "The advertising networks behind the banners on this page may collect". */
        private boolean opensWithPartner() {
            for (Mention mention : clause.found()) {
                if (mention.from() > clause.from() + 2 || mention.to() > verb.from()) {
                    return false;
                }
                if (mention.concept() == Concept.THIRD_PARTY) {
                    return tokens.kind(mention.to()) == Tokens.Kind.WORD && !tokens.isAny(mention.to(), PREPOSITIONS) && !tokens.is(mention.to(), "in");
                }
            }
            return false;
        }

        /** The token of the parenthesis that the one at a token closes; that token itself where none stands after the stop. */
        private int opening(int closing, int stop) {
            for (int i = closing - 1; i >= stop; i--) {
                if (tokens.is(i, '(')) {
                    return i;
                }
            }
            return closing;
        }

        /** The token of the parenthesis that closes the one at a token; that token itself where none stands before the end. */
        private int closing(int opening, int end) {
            for (int i = opening + 1; i < end; i++) {
                if (tokens.is(i, ')')) {
                    return i;
                }
            }
            return opening;
        }

        /** "We may, however, share it", "we do not, however, sell it". */
        private boolean inPassing(int i) {
            return i - 2 >= clause.from() && tokens.is(i - 1, ',') && tokens.is(i + 1, ',')
                    && (tokens.isAny(i - 2, FINITE) || clause.covers(Concept.NEGATION, i - 2));
        }

        private boolean notYet(int i) {
            return tokens.is(i, "yet") && i > clause.from() && clause.covers(Concept.NEGATION, i - 1);
        }

        private boolean practiceVerb(int i) {
            return clause.coversAny(PRACTISED, i);
        }

        private boolean may(int i) {
            return clause.has(Concept.MODAL) && tokens.isAny(i, MODALS);
        }

        /** The actor whose mention ends at the token and that stands as a subject there; null if none does. */
        private Actor subject(int i) {
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
                        case BUSINESS -> tokens.is(i, "us") && !allowed(i) ? null : Actor.BUSINESS;
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
            if (found == Actor.PARTNER && joinedWithBusiness(begin)) {
                return Actor.BUSINESS;
            }
            if (toldNotTo(i + 1) && (found == Actor.PARTNER || found == Actor.CONSUMER && begin > clause.from() && tokens.is(begin - 1, "by"))) {
                return found;
            }
            if (found == Actor.CONSUMER && tokens.is(i, "you") && undertakes(i + 1)) {
                return found;
            }
            if (found == Actor.CONSUMER && tokens.is(i, "you") && verb.from() - i <= 4 && verb.from() - i > 1 && coordinated(i + 1)) {
                return found;
            }
            if (found == null || tokens.is(i, "we") || tokens.is(i, "they") || tokens.is(i, "i") || tokens.is(i, "us")) {
                return found;
            }
            if (begin > clause.from() && tokens.isAny(begin - 1, PREPOSITIONS) && !startsPredicate(i + 1)) {
                return null;
            }
            if (verb.concept() == Concept.SELL && found == Actor.PARTNER && governed(begin) || found == Actor.BUSINESS && objectOfPartners(begin)) {
                return null;
            }
            return startsPredicate(i + 1) || found == Actor.PARTNER && i + 1 >= verb.from() ? found : null;
        }

        /** "Vendors not to sell". */
        private boolean toldNotTo(int i) {
            return i + 1 < verb.from() && (clause.covers(Concept.NEGATION, i) && tokens.is(i + 1, "to") || tokens.is(i, "to") && clause.covers(Concept.NEGATION, i + 1));
        }

        /** "You agree not to sell": whether the token says that its subject binds itself to do something or not to. */
        private boolean undertakes(int token) {
            return token + 1 < verb.from() && tokens.isAny(token, UNDERTAKES) && (tokens.is(token + 1, "to") || tokens.is(token + 1, "not") && tokens.is(token + 2, "to"));
        }

        /** "Third parties that buy our products may sell": whether what begins at the token is the object of what others do. */
        private boolean objectOfPartners(int begin) {
            return begin - 3 >= clause.from() && clause.covers(Concept.RELATIVE, begin - 2) && clause.covers(Concept.THIRD_PARTY, begin - 3);
        }

        /** "Our disclosure to those third parties": whether a preposition governs what begins at the token, and a noun the preposition. */
        private boolean governed(int begin) {
            int at = begin - 1;
            while (at > clause.from() && (clause.covers(Concept.THIRD_PARTY, at) || tokens.is(at, '-'))) {
                at--;
            }
            if (at > clause.from() && tokens.isAny(at, DETERMINERS)) {
                at--;
            }
            return at > clause.from() && (tokens.is(at, "to") || tokens.is(at, "with"));
        }

        /** Whether only a verb and a conjunction stand between the token and the verb: "you bought or sold". */
        private boolean coordinated(int from) {
            return from < verb.from() - 1 && (tokens.is(verb.from() - 1, "or") || tokens.is(verb.from() - 1, "and")) || from == verb.from() - 1 && adverb(from);
        }

        /** "We and our partners". */
        private boolean joinedWithBusiness(int partner) {
            for (int i = partner - 1; i >= clause.from() && i >= partner - 4; i--) {
                if ((tokens.is(i, "we") || tokens.is(i, "us")) && i + 1 < clause.to() && (tokens.is(i + 1, "and") || tokens.is(i + 1, "or") || tokens.is(i + 1, "nor") || tokens.is(i + 1, ','))) {
                    return true;
                }
            }
            return false;
        }

        /** Whether a verb phrase begins at the token. */
        private boolean startsPredicate(int i) {
            int at = i;
            while (at < verb.from() && adverb(at)) {
                at++;
            }
            return at <= verb.from() && at < clause.to() && (at == verb.from() || tokens.isAny(at, FINITE) || practiceVerb(at));
        }

        /** What stands before the subject: "nor do we", "if we", "information that we", "does not mean that we". */
        private void beforeSubject(int subject) {
            int begin = subject;
            for (Mention mention : clause.found()) {
                if (mention.to() == subject + 1 && (mention.concept() == Concept.BUSINESS || mention.concept() == Concept.THIRD_PARTY)) {
                    begin = Math.min(begin, mention.from());
                }
            }
            int seen = 0;
            for (int i = begin - 1; i >= clause.from() && seen < 6; i--, seen++) {
                if (tokens.kind(i) == Tokens.Kind.PUNCTUATION) {
                    if (tokens.is(i, '"') || tokens.is(i, '(')) {
                        continue;
                    }
                    return;
                }
                if (clause.covers(Concept.NEGATION, i) && !clause.covers(Concept.PSEUDO_NEGATION, i)) {
                    if (seen <= 4 && inverted(i, begin)) {
                        negative = true;
                    } else if (relative) {
                        speech = Speech.OTHER_DOCUMENT;
                    }
                    return;
                }
                if (inNoCase(i)) {
                    negative = true;
                    return;
                }
                if (clause.covers(Concept.CONDITION, i)) {
                    conditional |= !tokens.is(i, "when") && !tokens.is(i, "where") && !tokens.is(i, "may");
                    return;
                }
                if (clause.covers(Concept.RELATIVE, i)) {
                    if (subordinateOfDenial(i)) {
                        speech = Speech.OTHER_DOCUMENT;
                    }
                    relative = !reporting(i - 1) && !isWhy(i);
                    return;
                }
                if (clause.covers(Concept.PERSONAL, i) && seen == 0) {
                    relative = true;
                    return;
                }
            }
        }

        /** "Your trust matters, which is why we never sell": a reason, not a part of what was named. */
        private boolean isWhy(int relative) {
            return relative + 2 < clause.to() && tokens.is(relative + 1, "is") && tokens.is(relative + 2, "why");
        }

        /** "There are no circumstances in which we would sell". */
        private boolean inNoCase(int i) {
            boolean which = tokens.is(i, "which") && i > clause.from() && (tokens.is(i - 1, "in") || tokens.is(i - 1, "under"));
            int at = which ? i - 2 : i - 1;
            return (which || tokens.is(i, "where") || tokens.is(i, "when")) && at > clause.from() && tokens.isAny(at, CASES) && clause.covers(Concept.NEGATION, at - 1);
        }

        /** "You allow us to sell": whether the token is what may do something. */
        private boolean allowed(int us) {
            return verb.concept() == Concept.SELL && us > clause.from() && us + 2 == verb.from() && tokens.is(us + 1, "to") && tokens.isAny(us - 1, ALLOWS);
        }

        /** Whether only auxiliaries stand between a negation and the subject: "nor do we", "at no time will we", "neither we"; or "no one at", "nor any of". */
        private boolean inverted(int negation, int subject) {
            if (negation + 1 == subject || subject - negation <= 3 && tokens.isAny(subject - 1, WITHIN)) {
                return true;
            }
            return tokens.isAny(subject - 1, FINITE) || tokens.is(negation, "neither");
        }

        /** Whether a "that" continues a denied claim: "this does not mean that we sell", "we do not have actual knowledge that we share". */
        private boolean subordinateOfDenial(int that) {
            for (int i = that - 1; i >= clause.from() && i >= that - 5; i--) {
                if (clause.covers(Concept.NEGATION, i)) {
                    for (int k = i + 1; k < that; k++) {
                        boolean unknown = verb.concept() != Concept.SELL && (clause.covers(Concept.ACTUAL_KNOWLEDGE, k) || tokens.is(k, "aware"));
                        if (unknown || tokens.is(k, "mean") || tokens.is(k, "imply") || tokens.is(k, "suggest") || tokens.is(k, "indicate")) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        /** Whether the word before a "that" reports a claim: "we confirm that we do not sell". */
        private boolean reporting(int i) {
            return i >= clause.from() && tokens.isAny(i, REPORTING);
        }

        /** Reads behind the verb: "sell no information", "is sold by our partners". */
        private void right() {
            negative |= verb.concept() == Concept.SELL && tokens.endsWith(verb.to() - 1, "ing") && (verb.from() == clause.from() && deniedOfItself() || insteadOf());
            negative |= verb.concept() == Concept.SELL && endsInNone();
            for (int i = verb.from() + 1; i < clause.to() && i < verb.to() + 3; i++) {
                if (tokens.isAny(i, DENIALS)) {
                    negative = true;
                }
                if (tokens.is(i, "ourselves")) {
                    actor = Actor.BUSINESS;
                }
                if (passive && tokens.is(i, "by") && actor == null) {
                    for (Mention mention : clause.found()) {
                        if (mention.from() == i + 1 && mention.concept() == Concept.THIRD_PARTY) {
                            actor = Actor.PARTNER;
                        } else if (mention.from() == i + 1 && mention.concept() == Concept.CONSUMER) {
                            actor = Actor.CONSUMER;
                        }
                    }
                    if (verb.concept() == Concept.SELL && actor == null && i + 1 < clause.to() && tokens.kind(i + 1) == Tokens.Kind.WORD && tokens.capitalized(i + 1) && !clause.covers(Concept.BUSINESS, i + 1)) {
                        actor = Actor.OTHER;
                    }
                }
            }
        }

        /** "Personal information sold in the last year: none", "Selling of personal information: none", "Categories sold or shared: none". */
        private boolean endsInNone() {
            if (!clause.has(Concept.PERSONAL) && !clause.hasWord("categories")) {
                return false;
            }
            int last = clause.to() - 1;
            while (last > verb.to() && tokens.kind(last) == Tokens.Kind.PUNCTUATION) {
                last--;
            }
            int answer = last;
            while (answer - 1 > verb.to() && clause.covers(Concept.ANSWER_NO, answer - 1)) {
                answer--;
            }
            return answer > verb.to() && (tokens.isAny(last, DENIALS) || answer < last) && (tokens.is(answer - 1, ':') || tokens.is(answer - 1, '-'));
        }

        /** Whether the practice is conceded to meet a definition: "may be considered a sale". A denied concession makes the statement a denial. */
        private boolean conceded() {
            for (Mention mention : clause.found()) {
                if (mention.concept() == Concept.CONCESSION && mention.to() <= verb.from() && verb.from() - mention.to() <= 10
                        && !clause.hasWithin(Concept.CONTRAST, mention.to(), verb.from())) {
                    if (defined(mention) || merelyPossible(mention)) {
                        continue;
                    }
                    if (tokens.is(clause.from(), "example")) {
                        speech = Speech.EXAMPLE;
                        return false;
                    }
                    if (whether(mention.from())) {
                        speech = Speech.OTHER_DOCUMENT;
                        return false;
                    }
                    if (negated(mention.from())) {
                        negative = true;
                        concessionDenied = true;
                        return false;
                    }
                    return !clause.hasWithin(Concept.BUSINESS, mention.to(), verb.from()) || tokens.is(mention.from(), "may");
                }
            }
            return false;
        }

        /** "Our disclosure of identifiers to advertising or analytics partners may be considered selling": the act is the subject, not the partners. */
        private boolean actOfDisclosing() {
            for (int i = clause.from(); i < verb.from(); i++) {
                if (clause.namesAct(i)) {
                    return !clause.hasWithin(Concept.THIRD_PARTY, clause.from(), i);
                }
            }
            return false;
        }

        /** "We let advertisers collect this, and that may be a sale": what may be one is the act, not the partners. */
        private boolean pointsBack() {
            for (Mention mention : clause.found()) {
                if (mention.concept() == Concept.CONCESSION && mention.to() <= verb.from() && mention.from() > clause.from() && tokens.isAny(mention.from() - 1, POINTING)) {
                    return true;
                }
            }
            return false;
        }

        /** "The law broadly defines what constitutes a sale". */
        private boolean defined(Mention concession) {
            return concession.from() > clause.from() && tokens.is(concession.from() - 1, "what");
        }

        /** "Your information may be sold": a possibility, not a reading of a legal term. */
        private boolean merelyPossible(Mention concession) {
            boolean participle = tokens.is(verb.to() - 1, "sold") || tokens.is(verb.to() - 1, "rented") || tokens.is(verb.to() - 1, "licensed");
            return tokens.is(concession.to() - 1, "be") && participle && !tokens.is(verb.from() - 1, '"');
        }

        /** Whether the concession itself is in question: "no consensus whether cookies may constitute a sale". */
        private boolean whether(int token) {
            for (int i = token - 1; i >= clause.from() && i >= token - 20 && !tokens.is(i, ','); i--) {
                if (tokens.is(i, "whether") || tokens.is(i, "if")) {
                    return true;
                }
            }
            return false;
        }

        private boolean negated(int token) {
            for (int i = token - 1; i >= clause.from() && i >= token - 5; i--) {
                if (clause.covers(Concept.NEGATION, i) && !tokens.is(i, "without")) {
                    return true;
                }
            }
            for (int i = token - 1; i > clause.from() && i >= token - 20; i--) {
                if ((tokens.is(i, "consider") || tokens.is(i, "believe") || tokens.is(i, "think") || tokens.is(i, "view")) && denied(i, 3)) {
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

        /** Whether the reader speaks, in the words of a link: "Never sell my data". What a policy's owner calls its own is "ours". */
        private boolean ofReaders() {
            int object = verb.to();
            while (object + 1 < clause.to() && (tokens.is(object, "or") || tokens.is(object, "and"))) {
                object += 2;
            }
            return object < clause.to() && tokens.is(object, "my");
        }

        private Speech speech(Practice practice, boolean noun, boolean conceded) {
            if (tokens.is(clause.to() - 1, '?') || clause.isHeading() && !(negative && actor == Actor.BUSINESS) || ofReaders()) {
                return Speech.HEADING;
            }
            if (speech != Speech.ASSERTION) {
                return speech;
            }
            if (conceded || concessionDenied) {
                return Speech.ASSERTION;
            }
            if (right(practice)) {
                return Speech.RIGHT;
            }
            if (practice == Practice.SELL && definition() && !(!noun && (actor == Actor.BUSINESS || actor == null && passive) && definedInParentheses())) {
                return Speech.DEFINITION;
            }
            if (actor == Actor.LAW) {
                return Speech.DEFINITION;
            }
            if (practice == Practice.SELL && keptFrom()) {
                return Speech.EXAMPLE;
            }
            if (practice == Practice.SELL && (noun && !passive && !engages() && !(negative && denied(verb.from(), 3)) || !negative && loose())) {
                return Speech.EXAMPLE;
            }
            return relative && practice == Practice.SELL ? Speech.EXAMPLE : Speech.ASSERTION;
        }

        /** "No law keeps a company from selling": what somebody is or is not kept from. */
        private boolean keptFrom() {
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
        private boolean definedInParentheses() {
            for (int i = verb.to(); i < Math.min(clause.to(), verb.to() + 3); i++) {
                if (tokens.is(i, '(')) {
                    return clause.hasWithin(Concept.DEFINITION, i, Math.min(clause.to(), i + 8));
                }
            }
            return false;
        }

        private boolean right(Practice practice) {
            if (practice == Practice.COLLECT) {
                return false;
            }
            if (practice == Practice.RESPOND_TO_DNT || practice == Practice.RESPOND_TO_GPC) {
                return actor == Actor.CONSUMER;
            }
            if (actor == Actor.CONSUMER || imperative()) {
                return true;
            }
            if (verb.concept() == Concept.SELL && reserved()) {
                return false;
            }
            int seen = 0;
            for (int i = verb.from() - 1; i >= clause.from() && seen < REACH; i--, seen++) {
                if (tokens.kind(i) == Tokens.Kind.PUNCTUATION && (tokens.is(i, ';') || tokens.is(i, ':') || tokens.is(i, '.'))) {
                    return false;
                }
                boolean told = tokens.is(i, "tell") && i - 2 >= clause.from() && tokens.is(i - 1, "to") && tokens.is(i - 2, "us");
                boolean near = seen < 16 && tokens.isAny(i, RIGHT_WORDS) && !tokens.is(i, "consent") && !tokens.is(i, "choose") && !told;
                boolean right = i + 1 < verb.from() && tokens.is(i, "right") && (tokens.is(i + 1, "to") || tokens.is(i + 1, "not"));
                if (near || right) {
                    return true;
                }
                boolean subject = tokens.is(i, "we") || tokens.is(i, "does");
                if (subject && (i == clause.from() || boundary(i - 1))) {
                    return false;
                }
            }
            return false;
        }

        /** "We reserve the right to sell": a right of the business. */
        private boolean reserved() {
            for (int i = verb.from() - 1; i > clause.from() && i >= verb.from() - RESERVED; i--) {
                if (tokens.is(i, "reserve") || tokens.is(i, "reserves")) {
                    return true;
                }
            }
            return false;
        }

        /** Whether a main clause may begin behind the token. */
        private boolean boundary(int i) {
            return tokens.kind(i) == Tokens.Kind.PUNCTUATION || tokens.isAny(i, CONJUNCTIONS);
        }

        /** "Do Not Sell or Share": the name of a link or list, an order to a business, not a business's statement. */
        private boolean imperative() {
            int not = verb.from() - 1;
            if (not - 1 < clause.from() || !tokens.is(not, "not") || !tokens.is(not - 1, "do")) {
                return false;
            }
            int before = not - 2;
            return before < clause.from() && tokens.capitalized(not) || before >= clause.from() && (tokens.is(before, '"') || tokens.is(before, '(') || tokens.is(before, "our")
                    || tokens.is(before, "the") || tokens.is(before, "a") || tokens.is(before, "your") || tokens.is(before, '\'') || tokens.is(before, "to") || tokens.is(before, '['));
        }

        /** A gerund or noun that no auxiliary, denial or coordination ties to the clause's subject: "the time selling takes", "sales staff"; not "we earn it by selling". */
        private boolean loose() {
            String word = tokens.text(verb.to() - 1);
            if (!word.endsWith("ing")) {
                return false;
            }
            for (int i = verb.from() - 1; i >= clause.from() && i >= verb.from() - 8; i--) {
                if (tokens.isAny(i, BE) || tokens.is(i, "engage") || tokens.is(i, "engages") || tokens.is(i, "involves") || tokens.is(i, "by") && actor == Actor.BUSINESS) {
                    return false;
                }
                if (!adverb(i) && !practiceVerb(i) && !tokens.is(i, ',') && !tokens.is(i, "and") && !tokens.is(i, "or") && !tokens.is(i, "in")) {
                    return true;
                }
            }
            return verb.from() > clause.from();
        }

        private boolean denied(int token, int reach) {
            for (int i = token - 1; i >= clause.from() && i >= token - reach; i--) {
                if (clause.covers(Concept.NEGATION, i) && !clause.covers(Concept.PSEUDO_NEGATION, i)) {
                    return true;
                }
            }
            return false;
        }

        /** "Selling your data is a thing we would never do": what is denied of the act that the clause begins with, before any other part of it. */
        private boolean deniedOfItself() {
            boolean is = false;
            for (int i = verb.to(); i < clause.to() && tokens.kind(i) != Tokens.Kind.PUNCTUATION && !tokens.is(i, "and") && !tokens.is(i, "but"); i++) {
                is |= tokens.is(i, "is");
                if (is && clause.covers(Concept.NEGATION, i)) {
                    return !clause.covers(Concept.PSEUDO_NEGATION, i);
                }
            }
            return false;
        }

        /** "We live on fees rather than by selling your data": what is done instead denies it. */
        private boolean insteadOf() {
            int before = verb.from() - 1;
            if (before > clause.from() && (tokens.is(before, "by") || tokens.is(before, "from") || tokens.is(before, "on"))) {
                before--;
            }
            return before > clause.from() && (tokens.is(before, "than") && tokens.is(before - 1, "rather") || tokens.is(before, "of") && tokens.is(before - 1, "instead"));
        }

        /** "Does not generally sell": the denial of a finite verb. */
        private boolean plainlyDenied() {
            for (int i = verb.from() - 1; i > clause.from() && i >= verb.from() - 3; i--) {
                if (tokens.is(i, "not")) {
                    return tokens.is(i - 1, "does") || tokens.is(i - 1, "do") || tokens.is(i - 1, "has") || tokens.is(i - 1, "will");
                }
            }
            return false;
        }

        private boolean definition() {
            if (!clause.has(Concept.DEFINITION) || (actor == Actor.BUSINESS || actor == null && plainlyDenied()) && negative) {
                return false;
            }
            for (Mention mention : clause.found()) {
                if (mention.concept() == Concept.DEFINITION) {
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

        /** Whether a verb makes a practice of the noun: "engage in the sale of", "through the sale of". */
        private boolean engages() {
            for (int i = verb.from() - 1; i >= clause.from() && i >= verb.from() - 6; i--) {
                if (tokens.isAny(i, ENGAGING)) {
                    return true;
                }
            }
            return false;
        }

        private Subject object() {
            if (verb.concept() == Concept.SELL && verb.to() < clause.to() && tokens.is(verb.to(), "you")) {
                return Subject.OTHER;
            }
            if (verb.entry().name().equals("exchange")) {
                return Subject.PERSONAL_INFORMATION;
            }
            if (relative) {
                Subject before = nearest(verb.from() - 1, Math.max(clause.from(), verb.from() - 8) - 1, -1);
                if (before == Subject.PERSONAL_INFORMATION) {
                    return before;
                }
            }
            if (verb.to() < clause.to() && (tokens.is(verb.to(), "it") || tokens.is(verb.to(), "them"))
                    && clause.hasWithin(Concept.PERSONAL, clause.from(), verb.from())) {
                return Subject.PERSONAL_INFORMATION;
            }
            Subject found = nearest(verb.concept() == Concept.DISCLOSE ? verb.from() + 1 : verb.to(), Math.min(clause.to(), verb.to() + OBJECT_REACH), 1);
            if (passive || found == null) {
                Subject before = nearest(forSale() ? offered() - 1 : verb.from() - 1, Math.max(clause.from(), verb.from() - OBJECT_REACH) - 1, -1);
                if (passive ? before != null : found == null) {
                    found = before;
                }
            }
            return found == null ? Subject.OTHER : found;
        }

        /** "For a business purpose", "business contact information", "business partners": not the company itself. */
        private boolean ofBusiness(int i) {
            int business = tokens.is(i, "business") ? i : i + 1;
            return business + 1 < clause.to() && tokens.is(business, "business")
                    && (clause.covers(Concept.PERSONAL, business + 1) || clause.covers(Concept.THIRD_PARTY, business) || tokens.is(business + 1, "purpose") || tokens.is(business + 1, "purposes"));
        }

        /** The kind of the nearest object between two tokens, read in a direction; data before goods, aggregated before personal where both cover a token. */
        private Subject nearest(int begin, int end, int step) {
            boolean passed = false;
            for (int i = begin; i != end; i += step) {
                if (step > 0 && tokens.is(i, '(')) {
                    i = closing(i, end);
                    continue;
                }
                if (step > 0 && passed && practiceVerb(i) && (tokens.is(i - 1, "and") || tokens.is(i - 1, "but")) && i > begin + 1) {
                    return null;
                }
                passed = passed || step > 0 && tokens.kind(i) == Tokens.Kind.WORD && !tokens.is(i, "or") && !tokens.is(i, "and") && !practiceVerb(i) && !adverb(i);
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
                if (clause.covers(Concept.BUSINESS_ASSET, i) && !ofBusiness(i)) {
                    return Subject.COMPANY;
                }
                if (tokens.is(i, "loan") && clause.covers(Concept.PERSONAL, i + 1)) {
                    continue;
                }
                if (verb.concept() == Concept.SELL && clause.covers(Concept.GOODS, i) && !clause.covers(Concept.CATEGORY, i)) {
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
}
