package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
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
    private static final WordSet LIVE = WordSet.of("are", "live", "reside");
    /** Tokens from "before" to "selling", at most. */
    private static final int GERUNDS = 8;

    private static final WordSet BE = WordSet.of("is", "are", "be", "been");

    private static final WordSet LAWFUL = WordSet.of("unlawful", "illegal", "forbidden", "prohibited", "crime", "offence", "offense", "lawful", "legal");

    private static final WordSet TELLING = WordSet.of("tell", "inform", "disclose", "provide", "give", "show", "send", "list", "identify", "explain", "confirm", "obtain", "receive", "know", "learn");

    private static final WordSet LETS = WordSet.of("let", "allow", "permit", "enable");

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
            if (clause.hasAny(Concept.SELL, Concept.MONEY) || clause.hasAny(SaleForReward.PAY) || clause.has(Concept.DISCLOSE) && clause.hasAny(SaleForReward.REWARDS)) {
                read(clause, reading);
            } else if (SaleConcession.fallsUnderTerm(clause, reading) || SaleConcession.forPurposesDefined(clause, reading)) {
                concessions.add(quotes.of(clause, 0.8));
            }
            if (SaleConcession.isOurs(clause, reading)) {
                concessions.add(quotes.of(clause, 0.85));
            }
            if (SaleForReward.buysFromUs(clause) || SaleForReward.paidForThat(clause, reading)) {
                possibilities.add(quotes.of(clause, 0.8));
            }
            if (Answers.denies(clause, reading, Concept.SELL) || Answers.deniesInPassing(clause, Concept.SELL)) {
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
            if (SaleForReward.forReward(clause, statement)) {
                (SaleForReward.afterDenial(clause, statement) ? concessions : possibilities).add(quotes.of(clause, 0.85));
            } else if (SaleForReward.denied(clause, statement)) {
                narrowDenials.add(quotes.of(clause, 0.8));
            }
            if (statement.practice() != Practice.SELL || SaleConcession.needsAuthorization(clause, statement)) {
                continue;
            }
            if (SaleConcession.inQuotationMarks(clause, statement) || SaleConcession.includesOurs(clause, statement) || SaleConcession.isCalledSale(clause, statement)
                    || SaleConcession.lawCalls(clause, statement, reading) || SaleConcession.forPurposesCalled(clause, statement)
                    || SaleConcession.suchPurposes(clause, statement)
                    || SaleConcession.isItself(clause, statement, reading) || SaleConcession.alsoCalled(clause, statement)) {
                concessions.add(quotes.of(clause, 0.85));
                continue;
            }
            if (SaleDenial.ofAnyBusiness(clause, statement) || underNone(clause, statement) || inCase(clause, statement) || ifResident(clause, statement)
                    || beforeSelling(clause, statement) || judged(clause, statement)
                    || statement.polarity() == Polarity.POSITIVE && tellsOrSaysNone(clause, reading)) {
                continue;
            }
            if (statement.polarity() == Polarity.POSITIVE && Answers.deniedInNextCell(clause, reading)) {
                if (statement.speech() == Speech.ASSERTION && SaleObject.of(clause, statement, reading) == Subject.PERSONAL_INFORMATION
                        && !MinorsSaleExtractor.onlyMinors(clause, statement) && !SaleDenial.ofElements(clause, statement)) {
                    narrowDenials.add(quotes.of(clause, 0.8));
                }
                continue;
            }
            if (statement.polarity() == Polarity.POSITIVE && underDenial(clause, statement)) {
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
            Subject object = SaleObject.of(clause, statement, reading);
            if (statement.modality() == Modality.CONCEDED) {
                boolean totals = object == Subject.AGGREGATED_INFORMATION && !SaleConcession.ofPseudonyms(clause);
                if (!totals && !SaleConcession.onlyOfSharing(clause, statement) && (object != Subject.COMPANY || clause.has(Concept.PERSONAL)) && !clause.has(Concept.MERGER)) {
                    concessions.add(quotes.of(clause, 0.95));
                }
            } else if (!denied && object == Subject.PERSONAL_INFORMATION && SaleConcession.termOfArt(clause, statement)) {
                concessions.add(quotes.of(clause, 0.9));
            } else if (object == Subject.AGGREGATED_INFORMATION) {
                if (!denied) {
                    aggregated.add(evidence);
                }
            } else if (object == Subject.PERSONAL_INFORMATION && !MinorsSaleExtractor.onlyMinors(clause, statement) && (denied || !clause.has(Concept.MERGER))) {
                if (!denied && !statement.actorStated() && (asksOrGrants(clause) || ofAnybody(clause, statement))) {
                    continue;
                }
                if (!denied && (isTold(clause) || !statement.actorStated() && Answers.deniedBehindColon(clause, clause.tokens().firstFrom(statement.start())))) {
                    continue;
                }
                if (denied && SaleDenial.deniesLess(clause, statement, reading)) {
                    continue;
                }
                if (denied && SaleDenial.ofTheRest(clause, statement)) {
                    if (letsAdvertisersCollect(clause, clause.tokens().firstFrom(statement.start()))) {
                        concessions.add(evidence);
                    }
                    continue;
                }
                if (!denied) {
                    (statement.modality() == Modality.MAY ? possibilities : claims).add(evidence);
                } else if (ExceptedAdvertising.from(clause, statement) && !SharingDenial.orShare(clause, statement)) {
                    concessions.add(evidence);
                } else {
                    (SaleDenial.narrow(clause, statement) || SaleDenial.ofAddresses(clause, statement)
                            || SaleDenial.ofLists(clause, statement) || SaleDenial.ofApplicants(clause, reading) ? narrowDenials : denials).add(evidence);
                }
            }
        }
    }

    /** "We allow advertisers to collect identifiers, but sell nothing else": what is said before the denial of the rest is a sale, then. */
    static boolean letsAdvertisersCollect(Clause clause, int verb) {
        if (!clause.hasWithin(Concept.AD_PARTNER, clause.from(), verb)) {
            return false;
        }
        for (int i = clause.from(); i < verb; i++) {
            if (clause.tokens().isAny(i, LETS)) {
                return clause.hasWithin(Concept.COLLECT_STRONG, i, verb);
            }
        }
        return false;
    }

    /** "We offer no incentives for:", and under it "selling personal information": what is denied is something else, and a sale is not told. */
    private static boolean underDenial(Clause clause, Statement statement) {
        Clause lead = clause.lead();
        int verb = clause.tokens().firstFrom(statement.start());
        return lead != null && !statement.actorStated() && verb == clause.from() && clause.tokens().endsWith(verb, "ing") && lead.has(Concept.NEGATION) && !clause.deniedByLead();
    }

    /** "It is unlawful to sell it": said of the law. */
    private static boolean judged(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        return verb - 2 > clause.from() && clause.tokens().is(verb - 1, "to") && clause.tokens().isAny(verb - 2, LAWFUL);
    }

    /** "Selling personal information without consent is forbidden": said of the act, and of nobody who does it. */
    private static boolean ofAnybody(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        return clause.lead() == null && clause.from() == verb && tokens.endsWith(clause.from(), "ing") && !clause.has(Concept.BUSINESS)
                && !clause.hasWord("our") && clause.hasWord("is") && clause.indexOf(':') < 0;
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

    /** "What is never collected: data sold to others": an item of a list of what there is none of. */
    private static boolean underNone(Clause clause, Statement statement) {
        return clause.lead() != null && !statement.actorStated() && statement.polarity() == Polarity.POSITIVE && clause.lead().has(Concept.NEGATION)
                && clause.lead().has(Concept.COLLECT_STRONG) && !clause.lead().has(Concept.SELL);
    }

    /** "If you live in Ohio and we sell": the second half of a condition that begins with where people live. */
    static boolean ifResident(Clause clause, Statement statement) {
        if (!clause.has(Concept.CONDITION)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        boolean and = false;
        for (int i = tokens.firstFrom(statement.start()) - 1; i >= clause.from() && !tokens.is(i, ','); i--) {
            and |= tokens.is(i, "and");
            if (and && tokens.is(i, "if") && tokens.is(i + 1, "you") && tokens.isAny(i + 2, LIVE)) {
                return true;
            }
        }
        return false;
    }

    /** "We need your written permission before we sell it", "before collecting or selling it", "before data may be sold": what comes first is said, not that it is sold. */
    static boolean beforeSelling(Clause clause, Statement statement) {
        if (!clause.hasWord("before") && !clause.hasWord("prior")) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        boolean gerund = tokens.endsWith(verb, "ing");
        int we = clause.businessBefore(verb);
        if (we > clause.from() && tokens.is(we - 1, "before") || isSoldAfter(clause, verb)) {
            return statement.polarity() == Polarity.POSITIVE;
        }
        for (int i = verb - 1; i > clause.from() && (clause.hasWithin(Concept.BUSINESS, i, i + 4) || gerund && verb - i <= GERUNDS && !clause.covers(Concept.BUSINESS, i)); i--) {
            if (tokens.is(i, ';') || tokens.kind(i) == Tokens.Kind.PUNCTUATION && tokens.is(i - 1, "before")) {
                return false;
            }
            if (tokens.is(i, "before") || gerund && tokens.is(i, "to") && tokens.is(i - 1, "prior")) {
                return statement.polarity() == Polarity.POSITIVE;
            }
        }
        return false;
    }

    /** "Before data may be sold", "before the data of members is sold": whether "before" stands in front of what is sold by the verb at the token. */
    private static boolean isSoldAfter(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        int be = verb > clause.from() && tokens.is(verb - 1, '"') ? verb - 2 : verb - 1;
        if (be < clause.from() || !tokens.isAny(be, BE)) {
            return false;
        }
        for (int i = be - 1; i >= clause.from() && i >= verb - GERUNDS && tokens.kind(i) == Tokens.Kind.WORD; i--) {
            if (tokens.is(i, "before")) {
                return true;
            }
        }
        return false;
    }

    /** "We share it … in connection with the sale of user information to a broker", in a list of what is disclosed. */
    private static boolean inTheCourseOfSelling(Clause clause, Statement statement) {
        if (statement.speech() != Speech.EXAMPLE || statement.object() != Subject.PERSONAL_INFORMATION || statement.polarity() == Polarity.NEGATIVE || clause.lead() == null
                || clause.hasAny(Concept.NEGATION, Concept.RIGHT_FRAME) || clause.hasAny(Concept.MERGER, Concept.DEFINITION)
                || !clause.lead().anyStatement(s -> (s.practice() == Practice.DISCLOSE || s.practice() == Practice.USE) && s.actor() == Actor.BUSINESS
                && s.polarity() == Polarity.POSITIVE)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int noun = tokens.firstFrom(statement.start());
        if (!clause.hasWithin(Concept.PERSONAL, noun + 1, Math.min(clause.to(), noun + 7)) || noun - 2 < clause.from() || !tokens.is(noun - 1, "the")
                || !tokens.is(noun - 2, "with")) {
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
        return heading.isHeading() && heading.from() + 1 < heading.to() && heading.tokens().is(heading.from(), "what") && heading.tokens().is(heading.from() + 1, "we")
                && !heading.has(Concept.GOODS);
    }

    /** "The list shows the categories of personal information that we sell": said in passing, outside any right. */
    static boolean presupposed(Clause clause, Statement statement) {
        return statement.speech() == Speech.EXAMPLE && statement.actor() == Actor.BUSINESS && statement.actorStated()
                && (statement.object() == Subject.PERSONAL_INFORMATION || toWhom(clause, statement))
                && statement.polarity() == Polarity.POSITIVE && !asksOrGrants(clause) && !clause.has(Concept.NEGATION)
                && (clause.lead() == null || !asksOrGrants(clause.lead())) && clause.headings().stream().noneMatch(h -> Modes.heading(h) == Mode.RIGHTS)
                && !clause.first(Concept.SELL).entry().name().equals("noun") && clause.block().kind() != Block.Kind.CELL;
    }

    /** "Third parties to whom we sell: advertisers". */
    private static boolean toWhom(Clause clause, Statement statement) {
        int we = clause.businessBefore(clause.tokens().firstFrom(statement.start()));
        return statement.object() == Subject.OTHER && we - 1 > clause.from() && clause.tokens().is(we - 1, "whom")
                && clause.hasWithin(Concept.THIRD_PARTY, clause.from(), we)
                && clause.block().kind() != Block.Kind.CELL && !Answers.deniedBehindColon(clause, we);
    }

    /** Whether the clause stands in a list of what people may ask to be told: "You have the right to know: why we sold or shared it". */
    static boolean isTold(Clause clause) {
        return clause.lead() != null && asksOrGrants(clause.lead()) && namesWhatIsTold(clause);
    }

    /** "A list of what we have sold. If we have not sold any, we will inform you": what an answer to a request holds. */
    private static boolean tellsOrSaysNone(Clause clause, PolicyReading reading) {
        Clause next = clause.index() + 1 < reading.clauses().size() ? reading.clauses().get(clause.index() + 1) : null;
        return next != null && next.block() == clause.block() && next.from() + 2 < next.to() && next.tokens().is(next.from(), "if")
                && next.covers(Concept.BUSINESS, next.from() + 1)
                && next.has(Concept.SELL) && next.hasWithin(Concept.NEGATION, next.from() + 2, next.to());
    }

    /** "Why we collected or sold that information": what a right lets people know. */
    private static boolean namesWhatIsTold(Clause clause) {
        Tokens tokens = clause.tokens();
        boolean list = clause.from() + 1 < clause.to() && tokens.is(clause.from(), "a") && tokens.is(clause.from() + 1, "list");
        return list || tokens.isAny(clause.from(), TELLING) || tokens.is(clause.from(), "why") || tokens.is(clause.from(), "what") || tokens.is(clause.from(), "which") || tokens.is(clause.from(), "how")
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
}
