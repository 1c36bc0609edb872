package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads statements out of a clause: from each verb of a practice to the left for its subject, negation, modality and condition, to the
 * right for its object. Each scan ends at the clause's borders or after a bounded number of tokens.
 */
final class StatementParser {
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
    static final long[] PRACTISED = Clause.set(PRACTICES.keySet().toArray(Concept[]::new));

    static {
        PRACTICES.forEach((concept, practice) -> PRACTICE_OF[concept.ordinal()] = practice);
    }

    private static final WordSet BEFORE_RECORD = WordSet.of("we", "to", "may", "will", "can", "also", "automatically", "and", "or", ",", "servers", "server", "site", "website", "app", "that", "which",
            "it", "cookies", "systems", "system", "they", "not", "routinely", "temporarily");
    private static final WordSet AFTER_SALE = WordSet.of("of", "or", "and", "under", "as", "by", "for", "within", "in", "to", "that", "is", "are", "was", "were", "may", "could", "because",
            "if", "when", "where", "pursuant", "subject", "with", "on", "at", "but", "even", "since", "will", "would", "can", "does", "do");

    private static final WordSet AT_TIMES = WordSet.of("otherwise", "sometimes", "often", "also");
    private static final WordSet OBLIGED = WordSet.of("required", "asked", "requested");
    /** Tokens from a label to the business that answers it, at most: "at no time do we". */
    private static final int ANSWER = 6;
    private static final WordSet JOINS = WordSet.of("or", "and", "not");

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
            if (mention.concept() == Concept.COLLECT_STRONG && (noun(clause, mention) || obliged(clause, mention)) || mention.concept() == Concept.DISCLOSE
                    && clause.covers(Concept.MONEY, mention.from())) {
                continue;
            }
            if (mention.concept() == Concept.DIRECTED && intendsToSell(clause, mention)) {
                continue;
            }
            if (clause.covers(Concept.DNT, mention.from()) || clause.covers(Concept.GPC, mention.from())) {
                continue;
            }
            if (mention.concept() == Concept.RETAIN && clause.covers(Concept.COLLECT_STRONG, mention.from()) && !clause.tokens().is(mention.from(), "store")
                    && !clause.tokens().is(mention.from(), "stores") && !clause.has(Concept.KEEP_INDEFINITE)) {
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
            Statement statement = new VerbReading(clause, mention).statement(practice(practice, clause, mention));
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
                && tokens.isAny(before, VerbWords.DETERMINERS);
    }

    /** "We do not, and do not intend to, sell": an intention, and nobody a site is meant for. */
    private static boolean intendsToSell(Clause clause, Mention mention) {
        if (!clause.has(Concept.SELL) || !clause.tokens().is(mention.from(), "intend")) {
            return false;
        }
        int next = mention.to();
        while (next < clause.to() && (clause.tokens().kind(next) == Tokens.Kind.PUNCTUATION || VerbWords.adverb(clause.tokens(), next))) {
            next++;
        }
        return clause.covers(Concept.SELL, next);
    }

    /** "We are required by law to …", "we have been asked to …": who is asked asks for nothing. */
    private static boolean obliged(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        int be = mention.from() - 1;
        return be > clause.from() && tokens.isAny(mention.from(), OBLIGED) && tokens.isAny(be, VerbWords.BE)
                && (tokens.is(be - 1, "we") || tokens.is(be - 1, "have") && be - 1 > clause.from() && tokens.is(be - 2, "we"));
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
        if (before > clause.from() && tokens.is(before, "not") && tokens.isAny(before - 1, VerbWords.BE)) {
            // "Where a dealer is not license[d]".
            return false;
        }
        if (before - 2 >= clause.from() && tokens.is(before - 2, "from") && (tokens.is(before - 1, "whom") || tokens.is(before - 1, "which"))) {
            return false;
        }
        while (before >= clause.from() && (tokens.endsWith(before, "ly") || tokens.isAny(before, AT_TIMES))) {
            before--;
        }
        if (before < clause.from()) {
            return clause.lead() != null && clause.hasWithin(Concept.PERSONAL, mention.to(), mention.to() + 4);
        }
        if (tokens.is(before, "by") && clause.hasWithin(Concept.PERSONAL, clause.from(), before) && clause.hasWithin(Concept.BUSINESS, clause.from(), before)) {
            return true;
        }
        if (clause.covers(Concept.BUSINESS, before) && tokens.endsWith(mention.from(), "s") && clause.hasWithin(Concept.PERSONAL, mention.to(), mention.to() + 6)) {
            return true;
        }
        if (tokens.is(before, "we") || tokens.is(before, "to") || tokens.is(before, "not") || tokens.is(before, "never") || tokens.isAny(before, VerbWords.FINITE)
                || tokens.isAny(before, VerbWords.BE)) {
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
                boolean collected = other.concept() == Concept.COLLECT_STRONG && other.to() <= before
                        && (clause.hasWithin(Concept.PERSONAL, other.from(), before) || clause.hasWithin(Concept.ELEMENT, other.to(), before));
                // "We collect names, and license this personal information to clubs".
                boolean object = tokens.is(before, "and") && mention.to() < clause.to() && tokens.isAny(mention.to(), VerbWords.DETERMINERS)
                        && clause.hasWithin(Concept.PERSONAL, mention.to(), mention.to() + 2);
                if (collected && (pronoun || object)) {
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
            if (tokens.is(i, ':') || tokens.is(i, '-')) {
                return i >= mention.to() && clause.hasWithin(Concept.BUSINESS, i + 1, i + ANSWER);
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
}
