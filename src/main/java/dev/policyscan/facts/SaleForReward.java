package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Modality;
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import dev.policyscan.statement.Statement.Subject;

/** Disclosing for money or "other valuable consideration", Cal. Civ. Code §1798.140(ad): a sale that is not called one. */
final class SaleForReward {
    static final WordSet PAY = WordSet.of("pay", "pays", "paid", "compensate", "compensates");

    static final WordSet REWARDS = WordSet.of("compensation", "payment", "payments", "remuneration", "commission", "commissions", "fee", "fees", "consideration", "money", "compensated", "rewarded");
    private static final WordSet EARNS = WordSet.of("receive", "receives", "received", "earn", "earns", "get", "paid", "accept", "obtain");
    /** "For our disclosure or sharing of". */
    private static final WordSet OF_GIVING = WordSet.of("its", "our", "the", "this", "or", "and", "disclosure", "sharing", "disclosing", "providing");
    /** Tokens from "receive" to what is paid for, at most. */
    private static final int PAID = 12;
    /** Tokens from "receive" to the reward, at most. */
    private static final int NEAR = 4;
    private static final WordSet PAYERS = WordSet.of("companies", "businesses", "organizations", "marketers", "publishers", "firms", "lenders", "retailers", "brands", "brokers");

    private static final WordSet BUY = WordSet.of("buy", "buys", "purchase", "purchases", "license", "licenses");
    /** Those who pay for lists of names. */
    private static final WordSet BUYERS = WordSet.of("companies", "businesses", "organizations", "marketers", "publishers", "firms", "lenders", "retailers", "brands", "buyers", "purchasers", "customers", "clients",
            "marketplaces", "brokers", "exchanges");

    private static final WordSet PAID_FOR = WordSet.of("paid", "compensated", "rewarded", "compensation", "payment", "money");
    private static final WordSet THAT = WordSet.of("this", "that", "it", "these", "doing", "such");

    /** "Payment information" is no payment. */
    private static final WordSet OF_PAYMENT = WordSet.of("information", "data", "details", "card", "cards", "method", "methods", "account", "history");
    /** Behind these a sentence says something else than before. */
    static final WordSet TURNS = WordSet.of("however", "but", "although", "though", "whereas", "yet");

    private SaleForReward() {}

    /** "We provide your details to partners in return for a fee". */
    static boolean forReward(Clause clause, Statement statement) {
        if (statement.polarity() != Polarity.POSITIVE || !gives(clause, statement)) {
            return false;
        }
        int verb = clause.tokens().firstFrom(statement.start());
        for (Mention mention : clause.mentions(Concept.MONEY)) {
            if (mention.from() > verb && isConsideration(clause, mention)) {
                return !deniedBefore(clause, mention.from());
            }
            if (mention.from() == clause.from() && clause.tokens().is(mention.from(), "for") && clause.tokens().is(mention.to(), ',')) {
                return clause.hasWithin(Concept.THIRD_PARTY, verb, clause.to()) && !deniedBefore(clause, verb);
            }
        }
        return paidBy(clause, verb) || paidFor(clause, verb);
    }

    /** "We receive a commission for sharing your details with them", "from those to whom we give them", "we are paid when we share them". */
    private static boolean paidFor(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        if (ofGiven(clause, verb)) {
            return true;
        }
        int we = clause.businessBefore(verb);
        if (we - 1 > clause.from() && (tokens.is(we - 1, "when") || tokens.is(we - 1, "whenever") || tokens.is(we - 1, "if"))) {
            return (tokens.is(we - 2, "compensated") || tokens.is(we - 2, "paid") || tokens.is(we - 2, "rewarded") || earns(clause, we - 2))
                    && clause.hasWithin(Concept.BUSINESS, clause.from(), we - 2) && !deniedBefore(clause, we - 2);
        }
        boolean toThem = we - 3 > clause.from() && tokens.is(we - 1, "whom")
                && (clause.hasWithin(Concept.THIRD_PARTY, clause.from(), we - 1) || tokens.isAny(we - 3, BUYERS));
        int before = toThem ? we - 1 : verb - 1;
        while (before > clause.from() && tokens.isAny(before, OF_GIVING)) {
            before--;
        }
        if (before <= clause.from() || !tokens.is(before, "for") && !tokens.is(before, "by") && !toThem) {
            return false;
        }
        boolean pay = false;
        for (int i = before - 1; i >= clause.from() && i >= before - PAID; i--) {
            pay |= tokens.isAny(i, REWARDS) && !tokens.isAny(i + 1, OF_PAYMENT);
            if (pay && tokens.isAny(i, EARNS)) {
                return clause.hasWithin(Concept.BUSINESS, clause.from(), i) && !deniedBefore(clause, i);
            }
        }
        return false;
    }

    /** "We receive compensation": whether the token is what somebody gets. */
    private static boolean earns(Clause clause, int reward) {
        return clause.tokens().isAny(reward, REWARDS) && clause.hasWithin(EARNS, reward - NEAR, reward);
    }

    /** "We receive a fee from them for the information that we give them": pay for what the verb at the token passes on. */
    private static boolean ofGiven(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        int at = clause.businessBefore(verb) - 1;
        if (at <= clause.from()) {
            return false;
        }
        at -= clause.covers(Concept.RELATIVE, at) ? 1 : 0;
        int data = at;
        while (at > clause.from() && (clause.covers(Concept.PERSONAL, at) || tokens.is(at, "the") || tokens.is(at, "information") || tokens.is(at, "data"))) {
            at--;
        }
        if (at == data || !tokens.is(at, "for")) {
            return false;
        }
        for (int i = at - 1; i > clause.from() && i >= at - PAID; i--) {
            if (earns(clause, i)) {
                return clause.hasWithin(Concept.BUSINESS, clause.from(), i) && !deniedBefore(clause, i);
            }
        }
        return false;
    }

    /** "We pass your address on to other shops. We are paid for this.": pay for what the sentence before tells. */
    static boolean paidForThat(Clause clause, PolicyReading reading) {
        if (clause.index() == 0 || !clause.hasAny(PAID_FOR) || clause.hasAny(Concept.NEGATION, Concept.CONDITION)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 2; i + 2 < clause.to(); i++) {
            if (tokens.isAny(i, PAID_FOR) && tokens.is(i + 1, "for") && tokens.isAny(i + 2, THAT) && clause.hasWithin(Concept.BUSINESS, clause.from(), i)) {
                Clause before = reading.clauses().get(clause.index() - 1);
                return clause.follows(before) && before.anyStatement(s -> s.polarity() == Polarity.POSITIVE && gives(before, s));
            }
        }
        return false;
    }

    /** "Advertisers pay us for data about you", "companies that buy your data from us". */
    static boolean buysFromUs(Clause clause) {
        if (!clause.hasAny(PAY) && !clause.hasAny(BUY) || !clause.has(Concept.PERSONAL) || clause.hasAny(Concept.NEGATION, Concept.CONDITION) || clause.has(Concept.RIGHT)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i + 3 < clause.to(); i++) {
            if (tokens.isAny(i, BUY) && buysData(clause, i) && boughtFromUs(clause, i)) {
                return clause.hasWithin(Concept.THIRD_PARTY, clause.from(), i) || clause.hasWithin(BUYERS, clause.from(), i);
            }
            if (tokens.isAny(i, PAY) && tokens.is(i + 1, "us") && tokens.is(i + 2, "for")) {
                return (clause.hasWithin(Concept.THIRD_PARTY, clause.from(), i) || clause.hasWithin(PAYERS, clause.from(), i)) && clause.hasWithin(Concept.PERSONAL, i + 3, i + 5);
            }
        }
        return false;
    }

    /** "Buy your data", "buy or rent your name and address". */
    private static boolean buysData(Clause clause, int verb) {
        int object = clause.tokens().is(verb + 1, "or") ? verb + 3 : verb + 1;
        return clause.hasWithin(Concept.PERSONAL, object, object + 1) || object + 1 < clause.to() && clause.tokens().is(object, "your") && clause.hasWithin(Concept.ELEMENT, object, object + 2);
    }

    private static boolean boughtFromUs(Clause clause, int verb) {
        for (int i = verb + 2; i + 1 < Math.min(clause.to(), verb + PAID); i++) {
            if (clause.tokens().is(i, "from")) {
                return clause.tokens().is(i + 1, "us");
            }
        }
        return false;
    }

    /** "We do not disclose it for monetary or other valuable consideration": what the law calls a sale is denied in the law's own words. */
    static boolean denied(Clause clause, Statement statement) {
        if (statement.polarity() != Polarity.NEGATIVE || !clause.has(Concept.MONEY) || !gives(clause, statement) || clause.hasAny(Concept.EXCEPTION, Concept.CHILD)) {
            return false;
        }
        int verb = clause.tokens().firstFrom(statement.start());
        for (Mention mention : clause.mentions(Concept.MONEY)) {
            if (mention.from() > verb) {
                return clause.tokens().is(mention.to() - 1, "consideration") || isConsideration(clause, mention);
            }
        }
        return false;
    }

    /** Whether the business says of itself that it does, or does not, pass personal information on. */
    static boolean gives(Clause clause, Statement statement) {
        return (statement.practice() == Practice.DISCLOSE || statement.practice() == Practice.SHARE_FOR_ADVERTISING) && statement.actor() == Actor.BUSINESS
                && (statement.actorStated() || clause.tokens().is(clause.from(), "we")) && statement.speech() == Speech.ASSERTION && statement.modality() != Modality.CONDITIONAL
                && (statement.object() == Subject.PERSONAL_INFORMATION || SaleObject.ofPeople(clause, statement)) && !grantsRight(clause);
    }

    /** "We do not sell it, but we may disclose it for valuable consideration": whether the denial stands beside the reward that takes it back. */
    static boolean afterDenial(Clause clause, Statement statement) {
        if (!clause.has(Concept.SELL) || !clause.hasAny(TURNS) && !clause.has(Concept.CONTRAST)) {
            return false;
        }
        return clause.anyStatement(s -> s.practice() == Practice.SELL && s.actor() == Actor.BUSINESS && s.polarity() == Polarity.NEGATIVE && s.speech() == Speech.ASSERTION
                && s.start() < statement.start() && turnsBetween(clause, s, statement));
    }

    /** Whether a word like "but" stands between two statements, or the first of them begins with one like "although". */
    private static boolean turnsBetween(Clause clause, Statement first, Statement second) {
        Tokens tokens = clause.tokens();
        int from = tokens.firstFrom(first.start());
        int to = tokens.firstFrom(second.start());
        return tokens.isAny(clause.from(), TURNS) || clause.covers(Concept.CONTRAST, clause.from()) || clause.hasWithin(TURNS, from, to)
                || clause.hasWithin(Concept.CONTRAST, from, to);
    }

    /** Whether a right is named, for which "we transfer your data to other companies" alone does not do. */
    private static boolean grantsRight(Clause clause) {
        return clause.has(Concept.RIGHT) && (clause.has(Concept.RIGHT_FRAME) || clause.anyMention(m -> m.concept() == Concept.RIGHT && !m.entry().name().equals("portability")));
    }

    /** "We pass your details to agents, who pay us", "… for which we may be paid". */
    private static boolean paidBy(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        for (int i = verb + 2; i + 1 < clause.to(); i++) {
            if (tokens.is(i, "for") && tokens.is(i + 1, "which") && clause.covers(Concept.BUSINESS, i + 2)) {
                int we = clause.behindBusiness(i + 2);
                for (int k = we; k < Math.min(clause.to(), we + NEAR); k++) {
                    if (tokens.isAny(k, PAY) || tokens.is(k, "compensated") || tokens.isAny(k, EARNS) && clause.hasWithin(REWARDS, k + 1, k + NEAR)) {
                        return clause.hasWithin(Concept.THIRD_PARTY, verb, i) && !deniedBefore(clause, k);
                    }
                }
            }
            if (tokens.isAny(i, PAY) && tokens.is(i + 1, "us")) {
                int who = tokens.is(i - 1, "may") || tokens.is(i - 1, "will") ? i - 2 : i - 1;
                int whom = tokens.is(who - 1, ',') ? who - 2 : who - 1;
                return clause.covers(Concept.RELATIVE, who) && (clause.hasWithin(Concept.THIRD_PARTY, verb, who) || tokens.isAny(whom, BUYERS)) && !deniedBefore(clause, i);
            }
        }
        return false;
    }

    /** Whether a negation stands before the token, in its half of "we do not …; however, we …" or "although we do not …, we …". */
    static boolean deniedBefore(Clause clause, int token) {
        Tokens tokens = clause.tokens();
        boolean conceding = tokens.isAny(clause.from(), TURNS) || clause.covers(Concept.CONTRAST, clause.from());
        for (int i = token - 1; i >= clause.from() && !tokens.is(i, ';') && !tokens.isAny(i, TURNS) && !(conceding && tokens.is(i, ',')); i--) {
            if (clause.covers(Concept.NEGATION, i)) {
                return true;
            }
        }
        return false;
    }

    /** "In exchange for payment", "for valuable consideration", "on a rental basis"; not "in the traditional sense". */
    private static boolean isConsideration(Clause clause, Mention reward) {
        Tokens tokens = clause.tokens();
        int second = Math.min(reward.from() + 1, clause.to() - 1);
        return reward.entry().name().equals("rental") && (!tokens.is(reward.from(), "for") || madeAvailable(clause, reward.from())) || tokens.is(reward.from(), "in")
                && (tokens.is(second, "exchange") || tokens.is(second, "return"))
                || tokens.is(reward.from(), "for") && (tokens.is(reward.to() - 1, "consideration") || (tokens.is(reward.to() - 1, "fee") || tokens.is(reward.to() - 1, "money"))
                && (clause.hasWithin(Concept.THIRD_PARTY, clause.from(), reward.from()) || tokens.isAny(reward.from() - 1, BUYERS) || setOff(clause, reward)));
    }

    /** "We make our list available, for a fee, to selected companies". */
    private static boolean setOff(Clause clause, Mention reward) {
        Tokens tokens = clause.tokens();
        if (!tokens.is(reward.from() - 1, ',') || reward.to() + 1 >= clause.to() || !tokens.is(reward.to(), ',') || !tokens.is(reward.to() + 1, "to")) {
            return false;
        }
        for (int i = reward.to() + 2; i < clause.to(); i++) {
            if (clause.covers(Concept.THIRD_PARTY, i) || tokens.isAny(i, BUYERS)) {
                return true;
            }
        }
        return false;
    }

    /** "We make our list available to others for rental", not "the cabin that is available for rent". */
    private static boolean madeAvailable(Clause clause, int token) {
        for (int i = token - 1; i > clause.from() && i >= token - 8; i--) {
            if (clause.tokens().is(i, "available")) {
                return clause.covers(Concept.DISCLOSE, i);
            }
        }
        return false;
    }
}
