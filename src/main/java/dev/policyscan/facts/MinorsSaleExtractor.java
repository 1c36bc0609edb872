package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import dev.policyscan.statement.Statement.Subject;
import java.util.ArrayList;
import java.util.List;

/** The stance on selling the information of consumers under 16, Cal. Civ. Code §1798.120(c). Not knowing of such a sale wins over a promise of opt-in. */
final class MinorsSaleExtractor {
    private static final WordSet AUTHORIZED = WordSet.of("authorization", "authorized", "affirmatively");
    /** What stands for data named before. */
    private static final WordSet POINTS = WordSet.of("it", "them", "this", "that", "these", "any", "anything", "or", "such");
    /** Tokens from "sell" to "to", and from there to the minors, at most. */
    private static final int THING = 6;
    private static final int WHOM = 4;
    /** Tokens from "under" to the age, at most. */
    private static final int AGE = 6;
    private static final WordSet PURPOSE = WordSet.of("purpose", "purposes", "end", "ends");
    private static final WordSet THAT = WordSet.of("that", "this", "these", "those", "such");
    /** Tokens from "not" to "knowingly", at most. */
    private static final int TAKEN = 3;
    private static final WordSet CONSENTS = WordSet.of("consent", "consents", "permission", "permissions");
    private static final WordSet ASKS = WordSet.of("ask", "obtain", "seek", "request", "get", "require");

    private final Quotes quotes;

    MinorsSaleExtractor(Quotes quotes) {
        this.quotes = quotes;
    }

    StanceFact<MinorsSaleStance> extract(PolicyReading reading) {
        List<Evidence> denials = new ArrayList<>();
        List<Evidence> optIns = new ArrayList<>();
        for (Clause clause : reading.clauses()) {
            boolean forReward = clause.hasWord("exchange") && (clause.hasWord("consideration") || clause.has(Concept.MONEY));
            if (clause.isHeading() || !clause.has(Concept.SELL) && !forReward || !namesMinors(clause)) {
                continue;
            }
            if (Boolean.FALSE.equals(Answers.to(clause, reading))) {
                denials.add(quotes.of(reading.clauses().get(clause.index() + 1), 0.85));
            }
            if (notTakenForSale(clause)) {
                denials.add(quotes.of(clause, 0.8));
                continue;
            }
            boolean authorization = authorization(clause);
            boolean unknowing = unknowing(clause) || leavesOut(clause);
            for (Statement statement : clause.statements()) {
                int verb = clause.tokens().firstFrom(statement.start());
                if (beforeMinors(clause, verb) || behindMinors(clause, verb)) {
                    continue;
                }
                boolean sells = statement.practice() == Practice.SELL || forReward && statement.practice() == Practice.DISCLOSE;
                if (!sells || statement.speech() == Speech.DEFINITION || statement.speech() == Speech.HEADING
                        || statement.actor() == Actor.PARTNER || ofGoods(clause, statement)) {
                    continue;
                }
                if (authorization) {
                    optIns.add(quotes.of(clause, 0.9));
                } else if (statement.polarity() == Polarity.NEGATIVE && statement.speech() != Speech.RIGHT || unknowing) {
                    denials.add(quotes.of(clause, 0.9));
                }
            }
        }
        if (!denials.isEmpty()) {
            return new StanceFact<>(MinorsSaleStance.DOES_NOT_SELL, Quotes.best(denials));
        }
        return optIns.isEmpty() ? new StanceFact<>(MinorsSaleStance.UNSTATED, List.of()) : new StanceFact<>(MinorsSaleStance.OPT_IN, Quotes.best(optIns));
    }

    /** "We do not sell products to children", "sell kites to anybody under 18". */
    private static boolean ofGoods(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        return statement.object() == Subject.OTHER && (clause.hasWithin(Concept.GOODS, verb, Math.min(clause.to(), verb + 6)) || toMinors(clause, verb));
    }

    /** Whether minors are those to whom something that is no "it" is sold. */
    private static boolean toMinors(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        for (int i = verb + 1; i < Math.min(clause.to(), verb + THING); i++) {
            if (tokens.is(i, "to")) {
                int end = Math.min(clause.to(), i + WHOM);
                return i > verb + 1 && (clause.hasWithin(Concept.CHILD, i, end) || clause.hasWithin(Concept.AGE_UNDER, i, end));
            }
            if (tokens.kind(i) != Tokens.Kind.WORD || tokens.isAny(i, POINTS) || clause.covers(Concept.SHARE_WORD, i)) {
                return false;
            }
        }
        return false;
    }

    /** "We sell no data, and we do not knowingly collect that of people under 16 for that purpose": whether data of minors are said not to be taken to be sold. */
    static boolean notTakenForSale(Clause clause) {
        if (!clause.has(Concept.SELL) || !clause.has(Concept.ACTUAL_KNOWLEDGE) || !clause.hasAny(PURPOSE)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int knowing = clause.first(Concept.ACTUAL_KNOWLEDGE).from();
        if (!clause.hasWithin(Concept.SELL, clause.from(), knowing) || clause.hasWithin(Concept.SELL, knowing, clause.to())
                || !clause.hasWithin(Concept.NEGATION, knowing - TAKEN, knowing) || !clause.hasWithin(Concept.COLLECT_STRONG, knowing, clause.to())) {
            return false;
        }
        for (int i = knowing + 1; i + 1 < clause.to(); i++) {
            if (tokens.isAny(i, THAT) && tokens.isAny(i + 1, PURPOSE)) {
                return tokens.is(i - 1, "for") && (clause.hasWithin(Concept.CHILD, knowing, i) || clause.hasWithin(Concept.AGE_UNDER, knowing, i));
            }
        }
        return false;
    }

    /** "No actual knowledge", "not knowingly", "not aware". */
    private static boolean unknowing(Clause clause) {
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            if (clause.tokens().is(i, "aware") && clause.covers(Concept.NEGATION, i - 1)) {
                return true;
            }
        }
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.ACTUAL_KNOWLEDGE) {
                for (int i = mention.from() - 1; i >= clause.from() && i >= mention.from() - 4; i--) {
                    if (clause.covers(Concept.NEGATION, i)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** "Our sales do not include information about consumers under 16". */
    private static boolean leavesOut(Clause clause) {
        Mention excludes = clause.first(Concept.EXCLUDES);
        return excludes != null && clause.hasWithin(Concept.SELL, clause.from(), excludes.from())
                && (clause.hasWithin(Concept.AGE_UNDER, excludes.to(), clause.to()) || clause.hasWithin(Concept.CHILD, excludes.to(), clause.to()));
    }

    private static boolean namesMinors(Clause clause) {
        return clause.has(Concept.CHILD) || clause.has(Concept.AGE_UNDER) && Ages.any(clause) || ofTheAges(clause, clause.to());
    }

    /** "Consumers 13 to 15", before a token: the ages between which consumers answer for themselves. */
    private static boolean ofTheAges(Clause clause, int end) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); clause.hasFigures() && i + 2 < end; i++) {
            if (tokens.is(i, "13") && (tokens.is(i + 2, "15") || tokens.is(i + 2, "16"))
                    && (tokens.is(i + 1, "to") || tokens.is(i + 1, "and") || tokens.is(i + 1, "through") || tokens.is(i + 1, '-'))) {
                return true;
            }
        }
        return false;
    }

    /** "Without affirmative authorization", "unless we receive the right to opt-in". */
    private static boolean authorization(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.isAny(i, AUTHORIZED)
                    || tokens.is(i, "opt") && i + 1 < clause.to() && (tokens.is(i + 1, "in") || tokens.is(i + 1, "into"))
                    || tokens.is(i, "opted") && i + 1 < clause.to() && tokens.is(i + 1, "in") || tokens.is(i, "optin")) {
                return true;
            }
            if ((tokens.is(i, "without") || tokens.is(i, "unless") || tokens.isAny(i, ASKS) && clause.businessBefore(i) >= 0) && consents(clause, i)) {
                return true;
            }
        }
        return clause.has(Concept.PARENTAL_CONSENT) && clause.has(Concept.EXCEPTION);
    }

    private static boolean consents(Clause clause, int exception) {
        for (int i = exception + 1; i < Math.min(clause.to(), exception + 8); i++) {
            if (clause.tokens().isAny(i, CONSENTS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what a clause says of selling, it says of minors alone: "the information of consumers under 16", not "including of those under 16". */
    static boolean onlyMinors(Clause clause) {
        if (!namesMinors(clause)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (saysOfAll(clause, i)) {
                return false;
            }
            if (tokens.is(i, "including") || tokens.is(i, "included") || tokens.is(i, "includes") || tokens.is(i, "nor") && clause.hasWithin(Concept.PERSONAL, clause.from(), i)
                    || tokens.is(i, "especially") || tokens.is(i, "particularly") || tokens.is(i, ';')) {
                return false;
            }
            if (!minorsBefore(clause, i) && (tokens.is(i, "unless") && !ofTheAges(clause, i) || excepts(clause, i) && clause.hasWithin(Concept.PERSONAL, clause.from(), i))) {
                return false;
            }
        }
        return true;
    }

    /** "We sell personal information, except that of minors", "but not of minors": what stands before is said of the others. */
    private static boolean excepts(Clause clause, int token) {
        Tokens tokens = clause.tokens();
        return clause.hasWithin(Concept.EXCEPTION, token, token + 1) && tokens.isAny(token, CategoriesExtractor.EXCEPTS)
                || token > clause.from() && tokens.is(token - 1, "but") && tokens.is(token, "not");
    }

    private static boolean minorsBefore(Clause clause, int token) {
        return clause.hasWithin(Concept.CHILD, clause.from(), token) || clause.hasWithin(Concept.AGE_UNDER, clause.from(), token) && underAge(clause, token);
    }

    /** Whether an age follows an "under" before the token: "under 16", and not "under any circumstances". */
    private static boolean underAge(Clause clause, int token) {
        List<Ages.Age> ages = Ages.of(clause);
        return clause.anyMention(m -> m.concept() == Concept.AGE_UNDER && m.from() < token
                && (m.to() - m.from() > 2 || ages.stream().anyMatch(age -> age.token() >= m.to() && age.token() < m.to() + AGE)));
    }

    /** The same for one of the clause's statements: in "we do not sell it, and we do not knowingly sell that of children" the second. */
    static boolean onlyMinors(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        if (onlyMinors(clause)) {
            return !behindMinors(clause, verb) && !conceded(clause, verb);
        }
        for (int i = clause.from(); namesMinors(clause) && i < verb; i++) {
            if (saysOfAll(clause, i)) {
                return true;
            }
        }
        return false;
    }

    /** "While we may sell personal data, we do not sell that of consumers under 16": whether the verb at the token says of all what the main clause denies of minors. */
    private static boolean conceded(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        boolean concessive = tokens.is(clause.from(), "while") || clause.covers(Concept.CONTRAST, clause.from());
        for (int i = verb + 1; i + 1 < clause.to() && concessive; i++) {
            if (tokens.is(i, ',') && clause.hasWithin(Concept.BUSINESS, i + 1, i + 2)) {
                return !minorsBefore(clause, i);
            }
        }
        return false;
    }

    /** "We draw no profiles of children, and we do not sell your data": whether the verb at the token begins anew behind what is said of minors. */
    private static boolean behindMinors(Clause clause, int verb) {
        int we = verb;
        while (we > clause.from() && !beginsAnew(clause, we)) {
            we--;
        }
        Mention minors = clause.first(clause.has(Concept.CHILD) ? Concept.CHILD : Concept.AGE_UNDER);
        return we > clause.from() && minors != null && clause.hasWithin(Concept.BUSINESS, clause.from(), minors.from())
                && !clause.hasWithin(Concept.CHILD, we, clause.to()) && !(clause.hasWithin(Concept.AGE_UNDER, we, clause.to()) && Ages.any(clause)) && !clause.hasWord("their");
    }

    /** "We do not sell it, and we collect nothing from those under 16": whether the verb at the token says of all what no verb behind it says of minors. */
    private static boolean beforeMinors(Clause clause, int verb) {
        for (int i = verb + 1; i < clause.to(); i++) {
            if (saysOfAll(clause, i)) {
                return !clause.hasWithin(Concept.SELL, i, clause.to());
            }
        }
        return false;
    }

    /** Whether, at an "and we" or "and do not", sale has been spoken of and minors, who follow, have not. */
    private static boolean saysOfAll(Clause clause, int token) {
        Tokens tokens = clause.tokens();
        boolean denies = token > clause.from() && tokens.is(token - 1, "and") && (tokens.is(token, "do") || tokens.is(token, "does")) && clause.covers(Concept.NEGATION, token + 1);
        return (denies || beginsAnew(clause, token)) && clause.hasWithin(Concept.SELL, clause.from(), token) && !minorsBefore(clause, token);
    }

    /** "And we", "and the company". */
    private static boolean beginsAnew(Clause clause, int token) {
        return token > clause.from() && clause.tokens().is(token - 1, "and") && clause.covers(Concept.BUSINESS, token) && !clause.tokens().is(token, "our");
    }
}
