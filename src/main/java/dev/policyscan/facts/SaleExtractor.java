package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Block;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Modality;
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import dev.policyscan.statement.Statement.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The stance on selling personal information, Cal. Civ. Code §1798.140(ad). Rights to opt out, definitions, conditions ("if we sell") and
 * sales of the company are no statements; a concession outweighs any denial.
 */
final class SaleExtractor {
    /** As many categories stand for all. */
    private static final int MANY = 3;

    /** Tokens from what a law calls a sale to that word, at most. */
    private static final int CALLED = 16;
    private static final WordSet OURS = WordSet.of("our", "we");
    private static final WordSet COVERS = WordSet.of("include", "cover", "meet", "fall", "qualify");
    private static final WordSet PRONOUNS = WordSet.of("it", "this", "that", "she", "he", "who");

    /** Elements by which people are reached. */
    private static final WordSet ADDRESSES = WordSet.of("name", "email_address", "postal_address");
    private static final WordSet STAFF = WordSet.of("employee", "employees", "applicant", "applicants", "candidate", "candidates", "personnel");
    private static final WordSet ALLOWED = WordSet.of("authorized", "authorised", "permitted", "allowed", "entitled", "licensed");
    private static final WordSet OTHERS = WordSet.of("recipients", "businesses", "companies", "franchisees", "licensees", "dealers", "resellers", "processors", "employees", "staff", "subcontractors", "buyers");
    /** What ties others to the business that speaks: "we and our dealers", "unlike other companies". */
    private static final WordSet COMPARES = WordSet.of("and", "like", "unlike");
    private static final WordSet CUSTOMERS = WordSet.of("customers", "clients", "users", "members", "partners", "vendors", "contractors", "suppliers", "advertisers");
    private static final WordSet BUSINESSES = WordSet.of("business", "businesses", "companies");
    private static final WordSet ORDERS = WordSet.of("must", "may", "shall", "should", "can");
    private static final WordSet EACH = WordSet.of("each", "all", "any", "some", "either", "both");
    /** Tokens from "sell" to the lists that are sold, at most. */
    private static final int LIST_REACH = 4;
    /** Tokens from "categories" to "have not been sold", at most. */
    private static final int KINDS_REACH = 8;
    private static final WordSet POINTING = WordSet.of("this", "that", "these", "such", "information", "data");
    private static final WordSet ABOUT = WordSet.of("about", "concerning", "regarding");
    private static final WordSet PAY = WordSet.of("pay", "pays", "paid", "compensate", "compensates");
    private static final WordSet CALL = WordSet.of("call", "calls", "classify", "classifies", "treat", "treats", "regard", "regards", "consider", "considers", "characterize", "characterizes", "deem", "deems");
    private static final WordSet LAWS = WordSet.of("law", "laws", "statute", "statutes", "jurisdictions", "state", "states");
    private static final WordSet DEFINED = WordSet.of("definition", "definitions", "define", "defines", "defined", "term");
    private static final WordSet AFTERWARDS = WordSet.of("after", "once", "upon", "following");
    private static final WordSet PASSIVE = WordSet.of("is", "are", "be", "been", "has", "have", "will", "for");

    private final List<CategoryTables.Row> rows;
    private final Set<Integer> answered;
    private final Quotes quotes;
    private final List<Evidence> denials = new ArrayList<>();
    private final List<Evidence> narrowDenials = new ArrayList<>();
    private final List<Evidence> claims = new ArrayList<>();
    private final List<Evidence> possibilities = new ArrayList<>();
    private final List<Evidence> concessions = new ArrayList<>();
    private final List<Evidence> aggregated = new ArrayList<>();
    private final List<Evidence> presupposed = new ArrayList<>();
    private final List<Evidence> soldRows = new ArrayList<>();
    /** Rows that answer for sale and sharing at once; beside a denial of sale they are ones of sharing. */
    private final List<Evidence> soldOrSharedRows = new ArrayList<>();
    private final List<Evidence> unsoldRows = new ArrayList<>();
    /** Whether a row leaves its column of sales empty, which denies nothing. */
    private boolean silentRows;

    /** With the rows of tables, and labels of lists that answer like rows. */
    SaleExtractor(List<CategoryTables.Row> rows, Quotes quotes) {
        this.rows = rows;
        this.answered = Answers.starts(rows);
        this.quotes = quotes;
    }

    StanceFact<SaleStance> extract(PolicyReading reading) {
        for (CategoryTables.Row row : rows) {
            if (Boolean.TRUE.equals(row.answers().get(CategoryTables.Column.SOLD))) {
                soldRows.add(row.evidence());
            } else if (Boolean.TRUE.equals(row.answers().get(CategoryTables.Column.SOLD_OR_SHARED))) {
                soldOrSharedRows.add(row.evidence());
            } else if (row.deniesSale()) {
                unsoldRows.add(row.evidence());
            } else if (row.answers().containsKey(CategoryTables.Column.SOLD)) {
                silentRows = true;
            }
        }
        for (Clause clause : reading.clauses()) {
            if (clause.has(Concept.SELL)) {
                readAnswer(clause, reading);
            }
            if (clause.hasAny(Concept.SELL, Concept.MONEY) || clause.hasAny(PAY)) {
                read(clause, reading);
            } else if (fallsUnderTerm(clause, reading)) {
                concessions.add(quotes.of(clause, 0.8));
            }
            if (Answers.denies(clause, reading, Concept.SELL)) {
                narrowDenials.add(quotes.of(clause, 0.75));
            }
        }
        return decide();
    }

    private StanceFact<SaleStance> decide() {
        if (!concessions.isEmpty()) {
            return fact(SaleStance.SELLS, concessions, claims);
        }
        if (!claims.isEmpty() || !soldRows.isEmpty()) {
            return denials.isEmpty() ? fact(SaleStance.SELLS, claims, soldRows, soldOrSharedRows) : fact(SaleStance.MIXED, claims, soldRows, denials);
        }
        if (!possibilities.isEmpty()) {
            return denials.isEmpty() ? fact(SaleStance.SELLS, possibilities) : fact(SaleStance.MIXED, possibilities, denials);
        }
        if (!aggregated.isEmpty()) {
            return fact(SaleStance.MIXED, aggregated, denials);
        }
        if (!(presupposed.isEmpty() && soldOrSharedRows.isEmpty()) && denials.isEmpty()) {
            return fact(SaleStance.SELLS, soldOrSharedRows, presupposed);
        }
        if (!denials.isEmpty() || !narrowDenials.isEmpty()) {
            return fact(SaleStance.DOES_NOT_SELL, denials, narrowDenials);
        }
        if (unsoldRows.size() > 1 && !silentRows) {
            return fact(SaleStance.DOES_NOT_SELL, unsoldRows);
        }
        return new StanceFact<>(SaleStance.UNSTATED, List.of());
    }

    @SafeVarargs
    private static StanceFact<SaleStance> fact(SaleStance stance, List<Evidence>... lists) {
        List<Evidence> all = new ArrayList<>();
        for (List<Evidence> list : lists) {
            all.addAll(list);
        }
        return new StanceFact<>(stance, Quotes.best(all));
    }

    private void read(Clause clause, PolicyReading reading) {
        for (Statement statement : clause.statements()) {
            if (forReward(clause, statement)) {
                possibilities.add(quotes.of(clause, 0.85));
            }
            if (statement.practice() != Practice.SELL) {
                continue;
            }
            if (inQuotationMarks(clause, statement) || includesOurs(clause, statement) || isCalledSale(clause, statement) || lawCalls(clause, statement) || isItself(clause, statement, reading)) {
                concessions.add(quotes.of(clause, 0.85));
                continue;
            }
            if (ofAnyBusiness(clause, statement) || inCase(clause, statement) || beforeSelling(clause, statement)) {
                continue;
            }
            if (inTheCourseOfSelling(clause, statement) || businessOfSelling(clause, statement)) {
                possibilities.add(quotes.of(clause, 0.8));
                continue;
            }
            boolean conceded = statement.modality() == Modality.CONCEDED && statement.actor() != Actor.PARTNER;
            if (statement.speech() != Speech.ASSERTION || statement.modality() == Modality.CONDITIONAL || statement.actor() != Actor.BUSINESS && !conceded) {
                if (presupposed(clause, statement)) {
                    presupposed.add(quotes.of(clause, 0.6));
                }
                continue;
            }
            boolean denied = statement.polarity() == Polarity.NEGATIVE;
            Evidence evidence = quotes.of(clause, 0.9);
            if (!denied && statement.object() == Subject.OTHER && statement.actorStated() && madeOfData(clause, statement)) {
                claims.add(evidence);
                continue;
            }
            Subject object = object(clause, statement, reading);
            if (statement.modality() == Modality.CONCEDED) {
                if (object != Subject.AGGREGATED_INFORMATION && (object != Subject.COMPANY || clause.has(Concept.PERSONAL)) && !clause.has(Concept.MERGER)) {
                    concessions.add(quotes.of(clause, 0.95));
                }
            } else if (!denied && object == Subject.PERSONAL_INFORMATION && termOfArt(clause, statement)) {
                concessions.add(quotes.of(clause, 0.9));
            } else if (object == Subject.AGGREGATED_INFORMATION) {
                if (!denied) {
                    aggregated.add(evidence);
                }
            } else if (object == Subject.PERSONAL_INFORMATION && !MinorsSaleExtractor.onlyMinors(clause, statement) && (denied || !clause.has(Concept.MERGER))) {
                if (!denied && !statement.actorStated() && asksOrGrants(clause)) {
                    continue;
                }
                if (!denied && (isTold(clause) || !statement.actorStated() && Answers.deniedBehindColon(clause, clause.tokens().firstFrom(statement.start())))) {
                    continue;
                }
                if (denied && deniesLess(clause, statement, reading)) {
                    continue;
                }
                if (!denied) {
                    (statement.modality() == Modality.MAY ? possibilities : claims).add(evidence);
                } else {
                    (narrow(clause, statement) || ofAddresses(clause, statement) || ofLists(clause, statement) ? narrowDenials : denials).add(evidence);
                }
            }
        }
    }

    /** What is sold, or not, by the sentence and what it refers to. */
    static Subject object(Clause clause, Statement statement, PolicyReading reading) {
        boolean denied = statement.polarity() == Polarity.NEGATIVE;
        boolean pointsBack = denied && nothingElse(clause, statement, reading)
                || (statement.object() == Subject.OTHER || ofEach(clause, statement) || inBusinessOf(clause, statement)) && refersToPersonal(clause, statement, reading);
        boolean all = pointsBack || statement.object() == Subject.OTHER && (ofKinds(clause, statement) || denied && sellsOrShares(clause, statement));
        Subject stated = all ? Subject.PERSONAL_INFORMATION : statement.object();
        return stated == Subject.PERSONAL_INFORMATION && (refersToAggregated(clause, statement, reading) || onceAggregated(clause, statement)) ? Subject.AGGREGATED_INFORMATION : stated;
    }

    /** Whether what is denied is not that the business sells: what others must not do, one practice, single elements, people abroad, those who opted out. */
    static boolean deniesLess(Clause clause, Statement statement, PolicyReading reading) {
        return isNoSale(clause, statement) || ofOthers(clause, statement) || forbidden(clause, statement) || ofAnother(clause, statement, reading) || forUsTo(clause, statement)
                || ofElements(clause, statement) && !ofAddresses(clause, statement) || clause.has(Concept.REGION_FOREIGN) && !clause.has(Concept.REGION_US) || afterOptOut(clause, statement);
    }

    /** "We provide your details to partners in return for a fee". */
    private static boolean forReward(Clause clause, Statement statement) {
        if (statement.practice() != Practice.DISCLOSE && statement.practice() != Practice.SHARE_FOR_ADVERTISING || statement.actor() != Actor.BUSINESS || !statement.actorStated() && !clause.tokens().is(clause.from(), "we")
                || statement.polarity() != Polarity.POSITIVE || statement.speech() != Speech.ASSERTION || statement.modality() == Modality.CONDITIONAL
                || statement.object() != Subject.PERSONAL_INFORMATION || clause.has(Concept.RIGHT)) {
            return false;
        }
        int verb = clause.tokens().firstFrom(statement.start());
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.MONEY && mention.from() > verb && isConsideration(clause, mention)) {
                return !deniedBefore(clause, mention.from());
            }
        }
        return paidBy(clause, verb);
    }

    /** "We pass your details to agents, who pay us", "… for which we may be paid". */
    private static boolean paidBy(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        for (int i = verb + 2; i + 1 < clause.to(); i++) {
            if (tokens.is(i, "for") && tokens.is(i + 1, "which") && i + 2 < clause.to() && tokens.is(i + 2, "we")) {
                for (int k = i + 3; k < Math.min(clause.to(), i + 7); k++) {
                    if (tokens.isAny(k, PAY) || tokens.is(k, "compensated")) {
                        return clause.hasWithin(Concept.THIRD_PARTY, verb, i) && !deniedBefore(clause, k);
                    }
                }
            }
            if (tokens.isAny(i, PAY) && tokens.is(i + 1, "us")) {
                int who = tokens.is(i - 1, "may") || tokens.is(i - 1, "will") ? i - 2 : i - 1;
                return clause.covers(Concept.RELATIVE, who) && clause.hasWithin(Concept.THIRD_PARTY, verb, who) && !deniedBefore(clause, i);
            }
        }
        return false;
    }

    /** "We do not sell it as most people understand that; still, the law defines the term so that our use of cookies may be included", the second as a sentence of its own. */
    private static boolean fallsUnderTerm(Clause clause, PolicyReading reading) {
        if (clause.index() == 0 || !clause.hasAny(DEFINED) || !clause.hasAny(OURS) || clause.hasAny(Concept.NEGATION, Concept.RIGHT) || clause.has(Concept.TARGETED_ADS)) {
            return false;
        }
        Clause before = reading.clauses().get(clause.index() - 1);
        if (before.blockIndex() != clause.blockIndex() || !before.anyStatement(s -> s.practice() == Practice.SELL && s.speech() == Speech.ASSERTION && s.actor() == Actor.BUSINESS && s.polarity() == Polarity.NEGATIVE)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 2 < clause.to(); i++) {
            if (tokens.is(i, "may") || tokens.is(i, "could") || tokens.is(i, "might")) {
                return clause.hasWithin(Concept.CONCESSION, i, i + 1) || tokens.isAny(i + 1, COVERS) || tokens.is(i + 1, "be") && tokens.is(i + 2, "included");
            }
        }
        return false;
    }

    /** "California law classifies our use of these tools as a 'sale'". */
    private static boolean lawCalls(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int sale = tokens.firstFrom(statement.start());
        boolean ours = false;
        for (int i = sale - 1; i > clause.from() && i >= sale - CALLED; i--) {
            ours |= tokens.isAny(i, OURS) || tokens.is(i, "these") || tokens.is(i, "such");
            if (clause.covers(Concept.NEGATION, i)) {
                return false;
            }
            if (tokens.isAny(i, CALL)) {
                return ours && !clause.hasAny(Concept.RIGHT, Concept.CONDITION) && ofLaw(clause, i) && !clause.hasWithin(Concept.NEGATION, clause.from(), i);
            }
        }
        return false;
    }

    /** Whether a law or a state is named before the token, and nobody who is no law. */
    private static boolean ofLaw(Clause clause, int end) {
        boolean law = false;
        for (int i = clause.from(); i < end; i++) {
            law = clause.covers(Concept.LAW, i) || clause.tokens().isAny(i, LAWS) || law && !clause.covers(Concept.BUSINESS, i);
        }
        return law;
    }

    /** "We make your data available to them in exchange for services. Under California law this is a sale." */
    private static boolean isItself(Clause clause, Statement statement, PolicyReading reading) {
        Tokens tokens = clause.tokens();
        int at = tokens.firstFrom(statement.start()) - 1;
        while (at > clause.from() && (tokens.is(at, '"') || tokens.is(at, "a") || tokens.is(at, "considered"))) {
            at--;
        }
        if (at <= clause.from() || !tokens.is(at, "is") && !tokens.is(at, "are") || !tokens.is(at - 1, "this") && !tokens.is(at - 1, "that") && !tokens.is(at - 1, "these") && !tokens.is(at - 1, "which")
                || !clause.has(Concept.LAW) && !clause.hasAny(LAWS) || clause.hasAny(Concept.RIGHT, Concept.CONDITION)) {
            return false;
        }
        Clause before = clause.index() == 0 ? clause : reading.clauses().get(clause.index() - 1);
        return gives(clause) || before.blockIndex() == clause.blockIndex() && gives(before);
    }

    /** "We disclose your information": whether the business passes personal information on. */
    private static boolean gives(Clause clause) {
        return clause.anyStatement(s -> (s.practice() == Practice.DISCLOSE || s.practice() == Practice.SHARE_FOR_ADVERTISING) && s.actor() == Actor.BUSINESS && s.actorStated()
                && s.polarity() == Polarity.POSITIVE && s.speech() == Speech.ASSERTION && s.modality() != Modality.CONDITIONAL && s.object() == Subject.PERSONAL_INFORMATION);
    }

    /** Whether a negation stands before the token, in its half of "we do not …; however, we …". */
    private static boolean deniedBefore(Clause clause, int token) {
        Tokens tokens = clause.tokens();
        for (int i = token - 1; i >= clause.from() && !tokens.is(i, ';') && !tokens.is(i, "however") && !tokens.is(i, "but"); i--) {
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
        return reward.entry().name().equals("rental") && (!tokens.is(reward.from(), "for") || madeAvailable(clause, reward.from())) || tokens.is(reward.from(), "in") && (tokens.is(second, "exchange") || tokens.is(second, "return"))
                || tokens.is(reward.from(), "for") && (tokens.is(reward.to() - 1, "consideration") || tokens.is(reward.to() - 1, "fee") && clause.hasWithin(Concept.THIRD_PARTY, clause.from(), reward.from()));
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

    /** "Heron Labs does not sell", in the policy of Plover Group: what one of its companies denies is not denied of all. */
    private static boolean ofAnother(Clause clause, Statement statement, PolicyReading reading) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        if (reading.company() == null || statement.actorStated() || clause.hasWithin(Concept.BUSINESS, clause.from(), verb) || tokens.isAny(clause.from(), PRONOUNS)) {
            return false;
        }
        int at = clause.from();
        while (at < verb && tokens.kind(at) == Tokens.Kind.WORD && tokens.capitalized(at)) {
            at++;
        }
        return at > clause.from() && at + 1 < verb && (tokens.is(at, "does") || tokens.is(at, "has") || tokens.is(at, "will")) && tokens.is(at + 1, "not");
    }

    /** "We use it for our own research. This is not considered selling": what is denied of one practice is not denied of all. */
    private static boolean isNoSale(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        return clause.hasWithin(Concept.CONCESSION, clause.from(), verb) && clause.tokens().isAny(clause.from(), POINTING) && !clause.hasWithin(Concept.BUSINESS, clause.from(), verb);
    }

    /** "Recipients are prohibited from selling it", "we believe that businesses should not sell it": whether others than the business stand nearest before the verb. */
    private static boolean ofOthers(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        if (clause.hasWithin(Concept.PERSONAL, clause.from(), verb) || tokens.is(clause.from(), "neither")) {
            return false;
        }
        for (int i = verb - 1; i >= clause.from() && !clause.covers(Concept.BUSINESS, i); i--) {
            if (tokens.isAny(i, OTHERS) || tokens.isAny(i, CUSTOMERS) && bound(clause, verb)) {
                return i < clause.from() + 2 || !tokens.isAny(i - 1, COMPARES) && !tokens.isAny(i - 2, COMPARES);
            }
        }
        return false;
    }

    /** "Must not sell", "shall not rent or sell": an order, not what somebody does. */
    private static boolean bound(Clause clause, int verb) {
        for (int i = verb - 1; i > clause.from(); i--) {
            if (clause.tokens().is(i, "not")) {
                return clause.tokens().isAny(i - 1, ORDERS);
            }
        }
        return false;
    }

    /** "They may not sell it", "such vendors are not authorized to sell it": what others must not do. */
    private static boolean forbidden(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        if (statement.actorStated() || clause.hasWithin(Concept.BUSINESS, clause.from(), verb)) {
            return false;
        }
        boolean barred = verb - 2 > clause.from() && tokens.is(verb - 1, "to") && tokens.isAny(verb - 2, ALLOWED);
        return barred || statement.modality() == Modality.MAY && verb > clause.from() && clause.covers(Concept.NEGATION, verb - 1);
    }

    /** "Our use of advertising cookies is a 'sale' under California law", "some uses of them are 'sales'". */
    private static boolean isCalledSale(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int at = tokens.firstFrom(statement.start()) - 1;
        if (at > clause.from() && tokens.is(at, '"')) {
            at--;
        }
        boolean plural = at >= clause.from() && tokens.is(at, "are") && tokens.is(tokens.firstFrom(statement.start()), "sales");
        if (at <= clause.from() || !plural && !tokens.is(at, "a") || !clause.has(Concept.LAW) && !clause.hasAny(LAWS) || clause.hasAny(Concept.RIGHT, Concept.CONDITION)) {
            return false;
        }
        int is = plural ? at : at - 1;
        while (is > clause.from() && is >= at - 8 && !tokens.is(is, "is") && !tokens.is(is, "are")) {
            is--;
        }
        if (!tokens.is(is, "is") && !tokens.is(is, "are") || clause.hasWithin(Concept.NEGATION, is, at)) {
            return false;
        }
        for (int i = is - 1; i >= clause.from() && !tokens.is(i, ';'); i--) {
            if (clause.covers(Concept.NEGATION, i)) {
                return false;
            }
            if (clause.namesAct(i)) {
                return i == clause.from() || tokens.is(i - 1, "our") || tokens.is(i - 1, ',') || clause.hasAny(Concept.AD_PARTNER, Concept.COOKIE_LIFE);
            }
        }
        return false;
    }

    /** "We collect personal information. We do not sell it", "It is never sold", "What we never do with your data: sell it". */
    private static boolean refersToPersonal(Clause clause, Statement statement, PolicyReading reading) {
        int pronoun = pronoun(clause, clause.tokens().firstFrom(statement.start()));
        if (pronoun < 0) {
            return false;
        }
        if (clause.hasWithin(Concept.PERSONAL, clause.from(), pronoun)) {
            return true;
        }
        boolean subject = pronoun < clause.tokens().firstFrom(statement.start()) && !clause.tokens().is(pronoun, "them");
        if (clause.hasWithin(Concept.ELEMENT, clause.from(), pronoun) || subject && pronoun - clause.from() > 2) {
            return false;
        }
        Clause before = clause.deniedByLead() && clause.lead() != null ? clause.lead() : clause.index() == 0 ? null : reading.clauses().get(clause.index() - 1);
        return before != null && (before == clause.lead() || before.blockIndex() == clause.blockIndex()) && (namesPersonal(before) || before.has(Concept.CATEGORY))
                && !before.hasAny(Concept.CHILD, Concept.SENSITIVE_USE);
    }

    /** "Categories sold: none", "the same categories are sold to advertisers": those of personal information. */
    private static boolean ofKinds(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        for (int at = verb - 1; at >= clause.from() && at >= verb - KINDS_REACH; at--) {
            if (tokens.is(at, "categories") || tokens.is(at, "category")) {
                return at + 1 == verb || !clause.hasWithin(Concept.GOODS, at, verb) && !tokens.is(at + 1, "of");
            }
            if (!tokens.isAny(at, PASSIVE) && !clause.covers(Concept.NEGATION, at) && !tokens.endsWith(at, "ly") && !tokens.is(at, "or") && !clause.covers(Concept.SHARE_WORD, at)) {
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

    /** Under "Sale of personal information": "We do not sell." */
    private static boolean nothingElse(Clause clause, Statement statement, PolicyReading reading) {
        int next = clause.tokens().firstFrom(statement.end());
        if (statement.object() != Subject.OTHER || !statement.actorStated() || next < clause.to() && (next + 1 < clause.to() || clause.tokens().kind(next) != Tokens.Kind.PUNCTUATION)) {
            return false;
        }
        Clause before = clause.headings().isEmpty() ? null : clause.headings().get(0);
        return before != null && before.anyStatement(s -> s.practice() == Practice.SELL && s.object() == Subject.PERSONAL_INFORMATION);
    }

    /** "We neither sell nor share", "we do not sell or share for advertising": the law's two words, of what it speaks of. */
    private static boolean sellsOrShares(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int end = tokens.firstFrom(statement.end());
        int or = end < clause.to() && tokens.is(end, ',') ? end + 1 : end;
        if (!statement.actorStated() || or + 1 >= clause.to() || !tokens.is(or, "or") && !tokens.is(or, "nor") || !clause.covers(Concept.SHARE_WORD, or + 1)) {
            return false;
        }
        return or + 2 == clause.to() || tokens.is(or + 2, "for") || tokens.is(or + 2, "as") || tokens.kind(or + 2) == Tokens.Kind.PUNCTUATION;
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
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.PERSONAL && (!clause.tokens().isAny(mention.from(), POINTING) || mention.to() - mention.from() > 1 && clause.tokens().isAny(mention.from() + 1, ABOUT))) {
                return true;
            }
        }
        return false;
    }

    /** The pronoun that stands for what is sold: the verb's object, or the subject of "they are never sold"; -1 where there is none. */
    private static int pronoun(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        int object = verb + 2 < clause.to() && tokens.isAny(verb + 1, EACH) && tokens.is(verb + 2, "of") ? verb + 3 : verb + 1;
        // "We do not sell, rent or share it".
        while (object < clause.to() && (tokens.is(object, "or") || tokens.is(object, "nor") || tokens.is(object, ',') || clause.covers(Concept.SELL, object) || clause.covers(Concept.DISCLOSE, object))) {
            object++;
        }
        if (object < clause.to() && (tokens.is(object, "it") || tokens.is(object, "them") || tokens.is(object, "none"))) {
            return object;
        }
        int at = verb - 1;
        while (at > clause.from() && (tokens.isAny(at, PASSIVE) || clause.covers(Concept.NEGATION, at) || tokens.endsWith(at, "ly"))) {
            at--;
        }
        boolean part = at > clause.from() && tokens.is(at, "them") && tokens.is(at - 1, "of");
        return at >= clause.from() && at < verb - 1 && (part || tokens.is(at, "it") || tokens.is(at, "they")) ? at : -1;
    }

    /** "If 'sale' is defined broadly, it may include some of our marketing": what the business does falls under the word. */
    private static boolean includesOurs(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int sale = tokens.firstFrom(statement.start());
        if (statement.polarity() == Polarity.NEGATIVE || !clause.has(Concept.DEFINITION) || clause.has(Concept.RIGHT)) {
            return false;
        }
        boolean ours = false;
        for (int i = sale + 1; i + 1 < clause.to(); i++) {
            ours |= tokens.isAny(i, OURS) || (tokens.is(i, "this") || tokens.is(i, "these")) && (tokens.is(i + 1, "activity") || tokens.is(i + 1, "activities") || clause.namesAct(i + 1));
            if (tokens.is(i, "may") && (tokens.isAny(i + 1, COVERS) || i + 2 < clause.to() && tokens.is(i + 1, "be") && tokens.is(i + 2, "included"))) {
                for (int k = i + 2; k < Math.min(clause.to(), i + 6); k++) {
                    ours |= tokens.is(k, "our");
                }
                return ours;
            }
        }
        return false;
    }

    /** "Our partners may use tools that 'sell' information as the law defines it": done through those the business lets in. */
    private static boolean inQuotationMarks(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        return statement.actor() == Actor.PARTNER && statement.polarity() == Polarity.POSITIVE && verb > clause.from() && verb + 1 < clause.to()
                && tokens.is(verb - 1, '"') && tokens.is(verb + 1, '"') && clause.has(Concept.LAW) && clause.has(Concept.BUSINESS)
                && !clause.hasAny(Concept.RIGHT, Concept.CONDITION);
    }

    /** "We may have sold (as defined by California law)": a sale in the sense of a law, whatever else is said of selling for money. */
    private static boolean termOfArt(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        for (int i = verb + 1; i < Math.min(clause.to(), verb + 9); i++) {
            if (tokens.is(i, '(')) {
                return clause.hasWithin(Concept.DEFINITION, i, Math.min(clause.to(), i + 8));
            }
        }
        return false;
    }

    /** "Under the law, a business does not sell information when a consumer …", "businesses could sell it": said of nobody. */
    static boolean ofAnyBusiness(Clause clause, Statement statement) {
        if (!clause.hasAny(BUSINESSES)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        if (verb - 2 >= clause.from() && (tokens.is(verb - 2, "businesses") || tokens.is(verb - 2, "companies"))) {
            return tokens.isAny(verb - 1, ORDERS) || tokens.is(verb - 1, "could");
        }
        for (int i = verb - 1; i > clause.from() && i >= verb - 6; i--) {
            if (tokens.is(i, "business") && (tokens.is(i - 1, "a") || tokens.is(i - 1, "any")) && (tokens.is(i + 1, "does") || tokens.is(i + 1, "may") || tokens.is(i + 1, "that") || i + 1 == verb)) {
                return true;
            }
        }
        return false;
    }

    /** "Where the company sells information, it shall …": said of a case, not that it is one. */
    private static boolean inCase(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        if (!tokens.is(clause.from(), "where") && !tokens.is(clause.from(), "when") && !tokens.is(clause.from(), "whenever")) {
            return false;
        }
        int verb = tokens.firstFrom(statement.start());
        for (int i = clause.from() + 1; i < verb; i++) {
            if (tokens.is(i, ',') || tokens.is(i, '(')) {
                return false;
            }
        }
        return verb - clause.from() <= 6;
    }

    /** "We need your written permission before we sell it": what comes first is said, not that it is sold. */
    static boolean beforeSelling(Clause clause, Statement statement) {
        if (!clause.hasWord("before")) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = tokens.firstFrom(statement.start()) - 1; i > clause.from() && clause.hasWithin(Concept.BUSINESS, i, i + 4); i--) {
            if (tokens.is(i, "before")) {
                return statement.polarity() == Polarity.POSITIVE;
            }
        }
        return false;
    }

    /** "We share it … in connection with the sale of user information to a broker", in a list of what is disclosed. */
    private static boolean inTheCourseOfSelling(Clause clause, Statement statement) {
        if (statement.speech() != Speech.EXAMPLE || statement.object() != Subject.PERSONAL_INFORMATION || statement.polarity() == Polarity.NEGATIVE || clause.lead() == null
                || clause.hasAny(Concept.NEGATION, Concept.RIGHT_FRAME) || clause.hasAny(Concept.MERGER, Concept.DEFINITION)
                || !clause.lead().anyStatement(s -> (s.practice() == Practice.DISCLOSE || s.practice() == Practice.USE) && s.actor() == Actor.BUSINESS && s.polarity() == Polarity.POSITIVE)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int noun = tokens.firstFrom(statement.start());
        if (!clause.hasWithin(Concept.PERSONAL, noun + 1, Math.min(clause.to(), noun + 7)) || noun - 2 < clause.from() || !tokens.is(noun - 1, "the") || !tokens.is(noun - 2, "with")) {
            return false;
        }
        for (int i = noun + 2; i + 1 < Math.min(clause.to(), noun + 14); i++) {
            if (tokens.is(i, "to") && (clause.hasWithin(Concept.THIRD_PARTY, i, i + 3) || tokens.is(Math.min(i + 2, clause.to() - 1), "broker"))) {
                return true;
            }
        }
        return false;
    }

    /** "We share it in the course of our business, the buying and selling of addresses". */
    private static boolean businessOfSelling(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        if (!tokens.endsWith(verb, "ing") || verb == clause.from() || !(tokens.is(verb - 1, "and") || tokens.is(verb - 1, "the") || tokens.is(verb - 1, "or"))
                || verb + 2 >= clause.to() || !tokens.is(verb + 1, "of") || !clause.hasWithin(Concept.PERSONAL, verb + 1, Math.min(clause.to(), verb + 5))
                || clause.hasAny(Concept.RIGHT, Concept.CONDITION)) {
            return false;
        }
        return clause.anyStatement(s -> s.practice() == Practice.DISCLOSE && s.actor() == Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE
                && s.speech() == Speech.ASSERTION && s.start() < statement.start());
    }

    /** "We sold products that include personal data": goods that are made of it. */
    private static boolean madeOfData(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        for (int i = verb + 2; i < Math.min(clause.to(), verb + 9); i++) {
            boolean holds = tokens.is(i, "include") || tokens.is(i, "includes") || tokens.is(i, "contain") || tokens.is(i, "contains") || tokens.is(i, "containing");
            if (holds) {
                return clause.hasWithin(Concept.PERSONAL, i + 1, Math.min(clause.to(), i + 5)) && !clause.hasWithin(Concept.AGGREGATED, i + 1, Math.min(clause.to(), i + 5))
                        && !clause.hasWithin(Concept.NEGATION, verb, i);
            }
        }
        return false;
    }

    /** "We do not reward them for letting us sell": no denial of selling. */
    private static boolean forUsTo(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        return verb - 3 >= clause.from() && tokens.is(verb - 1, "to") && tokens.is(verb - 2, "us") && tokens.is(verb - 3, "for");
    }

    /** "Do we sell your information? No." */
    private void readAnswer(Clause heading, PolicyReading reading) {
        boolean own = heading.anyStatement(s -> s.practice() == Practice.SELL && s.actor() != Actor.PARTNER && (s.object() == Subject.PERSONAL_INFORMATION || asksWhat(heading)));
        Boolean answer = own && !answered.contains(heading.start()) && !MinorsSaleExtractor.onlyMinors(heading) ? Answers.to(heading, reading) : null;
        if (answer != null) {
            (answer ? claims : denials).add(quotes.of(reading.clauses().get(heading.index() + 1), 0.85));
        }
    }

    /** "What we have sold in the past year". */
    private static boolean asksWhat(Clause heading) {
        return heading.isHeading() && heading.from() + 1 < heading.to() && heading.tokens().is(heading.from(), "what") && heading.tokens().is(heading.from() + 1, "we") && !heading.has(Concept.GOODS);
    }

    /** "The list shows the categories of personal information that we sell": said in passing, outside any right. */
    static boolean presupposed(Clause clause, Statement statement) {
        return statement.speech() == Speech.EXAMPLE && statement.actor() == Actor.BUSINESS && statement.actorStated() && (statement.object() == Subject.PERSONAL_INFORMATION || toWhom(clause, statement))
                && statement.polarity() == Polarity.POSITIVE && !asksOrGrants(clause) && !clause.has(Concept.NEGATION)
                && (clause.lead() == null || !asksOrGrants(clause.lead())) && clause.headings().stream().noneMatch(h -> Modes.heading(h) == Mode.RIGHTS)
                && !clause.first(Concept.SELL).entry().name().equals("noun");
    }

    /** "Third parties to whom we sell: advertisers". */
    private static boolean toWhom(Clause clause, Statement statement) {
        int we = clause.tokens().firstFrom(statement.start()) - 1;
        return statement.object() == Subject.OTHER && we - 1 > clause.from() && clause.covers(Concept.BUSINESS, we) && clause.tokens().is(we - 1, "whom") && clause.hasWithin(Concept.THIRD_PARTY, clause.from(), we)
                && clause.block().kind() != Block.Kind.CELL && !Answers.deniedBehindColon(clause, we);
    }

    /** Whether the clause stands in a list of what people may ask to be told: "You have the right to know: why we sold or shared it". */
    static boolean isTold(Clause clause) {
        return clause.lead() != null && asksOrGrants(clause.lead()) && namesWhatIsTold(clause);
    }

    /** "Why we collected or sold that information": what a right lets people know. */
    private static boolean namesWhatIsTold(Clause clause) {
        Tokens tokens = clause.tokens();
        boolean list = clause.from() + 1 < clause.to() && tokens.is(clause.from(), "a") && tokens.is(clause.from() + 1, "list");
        return list || tokens.is(clause.from(), "why") || tokens.is(clause.from(), "what") || tokens.is(clause.from(), "which") || tokens.is(clause.from(), "how")
                || tokens.is(clause.from(), "whether") || tokens.is(clause.from(), "the") || tokens.is(clause.from(), "categories") || tokens.is(clause.from(), "if");
    }

    /** Whether the clause speaks of a right or a request. */
    private static boolean asksOrGrants(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.is(i, "right") || tokens.is(i, "rights") || tokens.is(i, "request") || tokens.is(i, "requests") || tokens.is(i, "ask") || tokens.is(i, "know")
                    || tokens.is(i, "disclose") || tokens.is(i, "opt") || tokens.is(i, "if") || tokens.is(i, "whether")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a denial leaves something out: for money only, under one state's law, in quotation marks, or with an exception other than consent or a merger. */
    private static boolean narrow(Clause clause, Statement statement) {
        if (clause.has(Concept.MONEY) || clause.block().kind() == Block.Kind.CELL) {
            return true;
        }
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        for (int i = verb + 1; i + 1 < Math.min(clause.to(), verb + 20); i++) {
            boolean source = tokens.is(i, "collected") || tokens.is(i, "obtained") || tokens.is(i, "submitted") || tokens.is(i, "collect") || tokens.is(i, "provided")
                    || tokens.is(i, "received") || tokens.is(i, "stored");
            if (source && (tokens.is(i + 1, "in") || tokens.is(i + 1, "through") || tokens.is(i + 1, "via") || tokens.is(i + 1, "during") || tokens.is(i + 1, "on")
                    || tokens.is(i + 1, "from") && !clause.covers(Concept.CONSUMER, Math.min(i + 2, clause.to() - 1)))) {
                return true;
            }
        }
        if (forTheirMarketing(clause, verb) || verb > clause.from() && tokens.is(verb - 1, "otherwise") || whatIdentifies(clause, verb)) {
            return true;
        }
        for (int i = verb; i + 2 < clause.to(); i++) {
            boolean recipient = tokens.is(i, "to") && (tokens.is(i + 1, "individual") || tokens.is(i + 1, "individuals") || tokens.is(i + 1, "consumers"));
            boolean visitors = (tokens.is(i, "of") || tokens.is(i, "about") || tokens.is(i, "from")) && (tokens.is(i + 1, "visitors") || tokens.is(i + 2, "visitors"));
            boolean part = tokens.is(i, "as") && tokens.is(i + 1, "part") && tokens.is(i + 2, "of");
            if (recipient || visitors || part || tokens.is(i, "603a") || tokens.is(i, "nrs")) {
                return true;
            }
        }
        for (int i = verb + 1; i + 1 < Math.min(clause.to(), verb + 12); i++) {
            if ((tokens.is(i, "for") || tokens.is(i, "of") || tokens.is(i, "about")) && tokens.is(i + 1, "such")) {
                return true;
            }
        }
        boolean quoted = verb > clause.from() && tokens.is(verb - 1, '"') && !clause.has(Concept.CALIFORNIA);
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.EXCEPTION && !clause.hasAny(Concept.BUSINESS_ASSET, Concept.PARENTAL_CONSENT)
                    && !tokens.is(mention.to() - 1, "consent") && !tokens.is(mention.to() - 1, "permission") && !tokens.is(mention.from(), "without")) {
                return true;
            }
        }
        boolean staff = !clause.headings().isEmpty() && clause.headings().get(0).hasAny(STAFF);
        return quoted || staff || clause.has(Concept.REGION_FOREIGN) || clause.has(Concept.REGION_US) && !clause.has(Concept.CALIFORNIA);
    }

    /** "We do not sell information that identifies you": what does not may be sold. */
    private static boolean whatIdentifies(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        for (int i = verb + 1; i + 2 < Math.min(clause.to(), verb + 8); i++) {
            if (tokens.is(i, "that") && (tokens.is(i + 1, "identifies") || tokens.is(i + 2, "identifies") || tokens.is(i + 2, "identify"))) {
                return true;
            }
        }
        return false;
    }

    /** "We do not sell it to third parties for their marketing": for one purpose, not for all. */
    private static boolean forTheirMarketing(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        for (int i = verb + 1; i + 1 < clause.to(); i++) {
            if (tokens.is(i, "for") && tokens.is(i + 1, "their")) {
                for (int k = i + 2; k < Math.min(clause.to(), i + 5); k++) {
                    if (tokens.is(k, "marketing")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** "We will not sell your information after you opt out". */
    static boolean afterOptOut(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        boolean condition = tokens.is(clause.from(), "if") || tokens.is(clause.from(), "once") || tokens.is(clause.from(), "when") || tokens.is(clause.from(), "after")
                || tokens.is(clause.from(), "upon");
        if (condition && clause.hasWithin(Concept.REQUEST_VERB, clause.from(), tokens.firstFrom(statement.start()))) {
            return true;
        }
        for (int i = tokens.firstFrom(statement.start()); i + 1 < clause.to(); i++) {
            if ((tokens.is(i, "after") || tokens.is(i, "once") || tokens.is(i, "unless") || tokens.is(i, "if")) && tokens.is(i + 1, "you")
                    && clause.hasWithin(Concept.REQUEST_VERB, i, clause.to())
                    || tokens.isAny(i, AFTERWARDS) && (clause.hasWithin(Concept.REQUEST_VERB, i, clause.to()) || clause.hasWithin(Concept.RIGHT, i, clause.to()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether what is denied is the sale of single elements: "payment information is never sold". */
    static boolean ofElements(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        return ofSomeData(clause, verb) || element(clause, verb) >= 0;
    }

    /** Whether it is the sale of names or addresses: all that a site may hold about its readers. */
    private static boolean ofAddresses(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        int element = ofSomeData(clause, verb) ? -1 : element(clause, verb);
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.ELEMENT && mention.from() <= element && element < mention.to() && ADDRESSES.contains(mention.entry().name())) {
                return true;
            }
        }
        return false;
    }

    /** "We do not rent our mailing list": what else is known may be sold. */
    private static boolean ofLists(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.PERSONAL && mention.from() > verb && mention.from() <= verb + LIST_REACH) {
                return clause.tokens().is(mention.to() - 1, "list") || clause.tokens().is(mention.to() - 1, "lists");
            }
        }
        return false;
    }

    /** Whether sensitive data, telephone numbers or those of employees are meant. */
    private static boolean ofSomeData(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        for (int i = verb + 1; i < Math.min(clause.to(), verb + 7); i++) {
            if (tokens.is(i, "sensitive") && !tokens.is(i - 1, "including") && !tokens.is(i - 1, "or") && !tokens.is(i - 1, "your") && !tokens.is(i - 1, ',')) {
                return true;
            }
            if (tokens.is(i, "personal") || tokens.is(i, "data")) {
                break;
            }
        }
        for (int i = Math.max(clause.from(), verb - 14); i < Math.min(clause.to(), verb + 10); i++) {
            if (tokens.isAny(i, STAFF) || tokens.is(i, "sms") || tokens.is(i, "mobile")) {
                return !included(tokens, verb, i);
            }
        }
        return false;
    }

    /** "Sell your information, including mobile numbers": whether a token only belongs to what is named before. */
    private static boolean included(Tokens tokens, int verb, int token) {
        for (int i = token - 1; i > verb && i >= token - 3; i--) {
            if (tokens.is(i, "including")) {
                return true;
            }
        }
        return false;
    }

    /** The element that is sold, where nothing else is; -1 where all personal information may be. */
    private static int element(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        for (int i = verb + 1; i < Math.min(clause.to(), verb + 14); i++) {
            if (clause.covers(Concept.ELEMENT, i) && !ofAll(clause, i)) {
                return andOthers(clause, i) ? -1 : i;
            }
            if (clause.covers(Concept.CATEGORY, i) && !ofAll(clause, i) && clause.categories().size() < MANY) {
                return andOthers(clause, i) ? -1 : i;
            }
            if (tokens.is(i, "information") || tokens.is(i, "data") && !clause.covers(Concept.THIRD_PARTY, i) || ofAll(clause, i)) {
                return -1;
            }
        }
        for (int i = verb - 1; i >= Math.max(clause.from(), verb - 20); i--) {
            if (clause.covers(Concept.ELEMENT, i) || clause.covers(Concept.CATEGORY, i)) {
                return headedByPersonal(clause, i) ? -1 : i;
            }
            if (ofAll(clause, i)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether the token stands in words for personal information that are not the name of an element: "your data", and not "your name". */
    private static boolean ofAll(Clause clause, int token) {
        for (Mention mention : clause.covers(Concept.PERSONAL, token) ? clause.mentions() : List.<Mention>of()) {
            if (mention.concept() == Concept.PERSONAL && mention.from() <= token && token < mention.to()
                    && clause.mentions().stream().noneMatch(m -> m.concept() == Concept.ELEMENT && m.from() == mention.from() && m.to() == mention.to())) {
                return true;
            }
        }
        return false;
    }

    /** "Your personal details, e-mail and telemetry": an element in a list that begins with all. */
    private static boolean headedByPersonal(Clause clause, int element) {
        Tokens tokens = clause.tokens();
        boolean listed = false;
        for (int i = element - 1; i >= Math.max(clause.from(), element - 10); i--) {
            if (ofAll(clause, i)) {
                return listed;
            }
            listed |= tokens.is(i, ',') || tokens.is(i, "and") || tokens.is(i, "or");
            if (tokens.is(i, ';') || clause.covers(Concept.BUSINESS, i)) {
                return false;
            }
        }
        return false;
    }

    /** "Your e-mail address or other personal information", "your name or personal information": an element that stands for all. */
    private static boolean andOthers(Clause clause, int element) {
        Tokens tokens = clause.tokens();
        for (int i = element + 1; i + 2 < Math.min(clause.to(), element + 8); i++) {
            if ((tokens.is(i, "or") || tokens.is(i, "and")) 
                    && (tokens.is(i + 1, "personal") || tokens.is(i + 1, "other") && (tokens.is(i + 2, "personal") || tokens.is(i + 2, "personally")))) {
                return true;
            }
        }
        return false;
    }

    /** "We may sell visitor information after it has been aggregated". */
    private static boolean onceAggregated(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.AGGREGATED && mention.from() > verb && mention.from() - verb < 24) {
                int before = mention.from() - 1;
                return tokens.is(before, "been") || tokens.is(before, "is") || tokens.is(before, "are") || tokens.is(before, "in") || tokens.is(before, "an") || tokens.is(before, "only");
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
                return before.blockIndex() == clause.blockIndex() && before.has(Concept.AGGREGATED);
            }
        }
        return false;
    }
}
