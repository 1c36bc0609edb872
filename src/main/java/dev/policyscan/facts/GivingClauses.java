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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which clauses say that the business gives information to others: discloses it for a business purpose or, the same for those of sale, sells or shares it. */
final class GivingClauses {
    /** Of what else a policy tells categories. */
    private static final WordSet OTHER_KINDS = WordSet.of("third", "recipients", "sources", "parties", "entities", "purposes");

    /** "The categories of information involved are …". */
    private static final WordSet INVOLVED = WordSet.of("involved", "concerned", "affected");

    /** Words that begin the second half of a sentence behind "and". */
    private static final WordSet BEGINS_ANEW = WordSet.of("we", "have", "has", "do", "does", "did", "will");

    /** "Disclosed in this policy", "disclosed below". */
    private static final WordSet HERE = WordSet.of("in", "under", "above", "below", "herein", "here", "elsewhere");

    /** "Selling them", "may be sold". */
    private static final WordSet PRONOUNS = WordSet.of("it", "them", "these", "this");
    private static final WordSet PASSIVE = WordSet.of("be", "been", "are", "were");

    private static final WordSet GIVEN = WordSet.of("provided", "given", "sent", "made", "passed", "communicated", "distributed", "transmitted");
    private static final WordSet AUXILIARIES = WordSet.of("be", "been", "is", "are", "was", "were", "have", "has", "we", "also");
    private static final WordSet DETERMINERS = WordSet.of("the", "these", "following", "all", "each", "any");
    private static final WordSet GIVES = WordSet.of("provide", "provided", "give", "given", "gave", "send", "sent", "make", "made", "pass", "passed", "communicate", "communicated",
            "distribute", "distributed", "transmit", "transmitted");
    /** Tokens from "collect" to "transfer" in a run of such verbs, at most. */
    private static final int USES = 9;
    /** "As permitted by applicable law", "consistent with applicable law". */
    private static final WordSet OBEYING = WordSet.of("with", "by", "under");

    private static final WordSet OF_LIST = WordSet.of("any", "all", "each", "of", "the", "other");

    /** Tokens from "sell" to "categories", at most. */
    private static final int TO_KINDS = 6;

    private final boolean sold;
    private final PolicyReading reading;
    private Clause conceded;
    private Clause advertised;

    /** For what is sold or shared, or else for what is disclosed. */
    GivingClauses(boolean sold, PolicyReading reading) {
        this.sold = sold;
        this.reading = reading;
    }

    /** Keeps in mind what the clauses behind this one may go on about. */
    void note(Clause clause) {
        if (clause.anyStatement(s -> s.modality() == Modality.CONCEDED && s.practice() == Practice.SELL && s.actor() != Actor.PARTNER)) {
            conceded = clause;
        }
        if (clause.anyStatement(s -> s.practice() == Practice.SHARE_FOR_ADVERTISING && s.actor() == Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE
                && s.speech() == Speech.ASSERTION && s.modality() != Modality.CONDITIONAL)) {
            advertised = clause;
        }
    }

    /** Whether the clause is the last noted that concedes what may be a sale. */
    boolean concedes(Clause clause) {
        return conceded == clause;
    }

    /** Whether the clause says that the business discloses (or sells) information. */
    boolean asserts(Clause clause) {
        if (clause.has(Concept.AGGREGATED) && !clause.has(Concept.PERSONAL) || clause.has(Concept.EXCLUDES)) {
            return false;
        }
        if (SaleConcession.forPurposesDefined(clause, reading)) {
            return sold;
        }
        boolean behind = conceded != null && clause.index() > conceded.index() && clause.index() - conceded.index() <= 2;
        // "Some of our disclosures may be a sale. We disclose the following for commercial purposes: …": these are the ones sold.
        if (behind && conceded.blockIndex() == clause.blockIndex()
                && clause.indexOf(':') > 0 && clause.hasWord("commercial") && !clause.hasWord("business") && clause.has(Concept.DISCLOSE)) {
            return sold;
        }
        if (sold && behind && clause.block().section() == conceded.block().section()
                && clause.indexOf(':') == clause.to() - 1 && (clause.hasAny(Concept.DISCLOSE, Concept.COLUMN_DISCLOSED) || clause.hasWord("disclosures"))) {
            return true;
        }
        if ((soonAfter(advertised, clause) || soonAfter(conceded, clause)) && clause.has(Concept.SHARE_WORD) && !clause.hasAny(Concept.SELL, Concept.NEGATION) && refersBack(clause)
                && onlyAdPartners(clause)) {
            return sold;
        }
        if (sharedUnderSale(clause) || sharedUnderSharing(clause) || concedesSharing(clause)) {
            return sold;
        }
        if (sold && letsAdvertisersTake(clause)) {
            return true;
        }
        int colon = clause.indexOf(':');
        if (sold && (colon > 0 && (colon == clause.to() - 1 || clause.hasWithin(Concept.CATEGORY, colon + 1, colon + 2)) || clause.hasWord("only") || clause.hasWord("below"))
                && namesSold(clause)) {
            return true;
        }
        if (sold && (soonAfter(conceded, clause) || soonAfter(advertised, clause)) && tellsWhich(clause)) {
            return true;
        }
        for (Statement statement : clause.statements()) {
            boolean conceded = statement.modality() == Modality.CONCEDED && statement.actor() != Actor.PARTNER;
            if (statement.polarity() == Polarity.POSITIVE && !ofGoods(clause, statement) && (statement.actor() == Actor.BUSINESS || conceded)
                    && statement.modality() != Modality.CONDITIONAL && statement.object() != Statement.Subject.AGGREGATED_INFORMATION
                    && (statement.speech() == Speech.ASSERTION || statement.modality() == Modality.CONCEDED) && practised(clause, statement)
                    && (statement.actorStated() || !Answers.deniedBehindColon(clause, clause.tokens().firstFrom(statement.start())))) {
                return conceded || statement.actorStated() || !clause.has(Concept.RIGHT_FRAME) || clause.has(Concept.LAW) && !clause.has(Concept.RIGHT);
            }
        }
        return false;
    }

    /** "We may disclose: any of the above categories to our vendors; …": whether an item of what is disclosed points to other categories. */
    boolean pointsUnder(Clause clause) {
        Clause lead = clause.lead();
        return lead != null && !lead.isHeading() && lead.indexOf(':') == lead.to() - 1 && asserts(lead) && all(clause);
    }

    /** "Listed and sold items": what is sold is not information. */
    private static boolean ofGoods(Clause clause, Statement statement) {
        return statement.practice() == Practice.SELL && !statement.actorStated() && clause.covers(Concept.GOODS, clause.tokens().firstFrom(statement.start()) + 1);
    }

    /** "Making identifiers available to these companies may be considered targeted advertising". */
    private static boolean concedesSharing(Clause clause) {
        if (!clause.has(Concept.CONCESSION) || !clause.hasAny(Concept.TARGETED_ADS, Concept.SHARE_WORD) || clause.hasAny(Concept.NEGATION, Concept.CONDITION)
                || clause.hasAny(Concept.RIGHT, Concept.RIGHT_FRAME)) {
            return false;
        }
        return clause.anyMention(m -> m.concept() == Concept.CONCESSION
                && (clause.hasWithin(Concept.TARGETED_ADS, m.to(), m.to() + 4) || clause.hasWithin(Concept.SHARE_WORD, m.to(), m.to() + 4) && !isShared(clause, m.to())));
    }

    /** "May be shared", "may be disclosed or shared": what is done, not what it is called. */
    private static boolean isShared(Clause clause, int behind) {
        return clause.tokens().is(behind - 1, "be") && clause.covers(Concept.DISCLOSE, behind) && clause.tokens().endsWith(behind, "ed");
    }

    /** "We permit advertising networks to collect your personal information, including internet activity and inferences": sharing, by letting them in. */
    private static boolean letsAdvertisersTake(Clause clause) {
        return clause.has(Concept.AD_PARTNER) && clause.has(Concept.CATEGORY) && !clause.has(Concept.NEGATION) && !clause.hasAny(Concept.RIGHT, Concept.RIGHT_FRAME)
                && clause.has(Concept.BUSINESS) && !clause.hasWithin(Concept.CONDITION, clause.from(), clause.first(Concept.AD_PARTNER).from())
                && SaleExtractor.letsAdvertisersCollect(clause, clause.to());
    }

    /** "The categories concerned are identifiers and inferences", "This affects the following categories:". */
    private static boolean tellsWhich(Clause clause) {
        Tokens tokens = clause.tokens();
        if (clause.indexOf(':') == clause.to() - 1 && !clause.isHeading() && clause.hasWord("following") && clause.statements().isEmpty() && !clause.has(Concept.NEGATION)) {
            return NamedCategories.speaksOfCategories(clause);
        }
        return clause.from() + 3 < clause.to() && (tokens.is(clause.from(), "the") || tokens.is(clause.from(), "these"))
                && tokens.isAny(clause.from() + 1, NamedCategories.CATEGORIES)
                && (!tokens.is(clause.from() + 2, "of") || clause.hasAny(INVOLVED)) && clause.statements().isEmpty() && !clause.has(Concept.NEGATION)
                && NamedCategories.enumerated(clause).size() >= 2;
    }

    /** "Here is the information that we sell", "the chart shows the categories that we sold". */
    static boolean namesSold(Clause clause) {
        return clause.has(Concept.SELL) && !clause.hasAny(Concept.NEGATION, Concept.CONDITION) && !clause.hasAny(Concept.RIGHT_FRAME, Concept.RIGHT)
                && !clause.has(Concept.LAW) && clause.anyStatement(s -> s.practice() == Practice.SELL && s.speech() == Speech.EXAMPLE && s.actor() == Actor.BUSINESS
                && s.actorStated()
                        && s.object() == Statement.Subject.PERSONAL_INFORMATION && s.polarity() == Polarity.POSITIVE && s.modality() != Modality.CONDITIONAL);
    }

    /** "We shared the following categories with marketing partners", under a heading of sale and sharing. */
    static boolean sharedUnderSale(Clause clause) {
        Clause heading = clause.isHeading() || clause.headings().isEmpty() ? null : clause.headings().get(0);
        return heading != null && heading.has(Concept.SELL) && heading.has(Concept.SHARE_WORD) && !heading.has(Concept.NEGATION)
                && clause.has(Concept.SHARE_WORD) && clause.has(Concept.AD_PARTNER) && !clause.hasAny(Concept.SELL, Concept.NEGATION) && onlyAdPartners(clause)
                && clause.anyStatement(s -> s.practice() == Practice.DISCLOSE && s.actor() == Actor.BUSINESS && s.actorStated() && s.speech() == Speech.ASSERTION
                && s.modality() != Modality.CONDITIONAL);
    }

    /** "The categories shared are identifiers and inferences", under "Do we share information for cross-context behavioral advertising?". */
    private static boolean sharedUnderSharing(Clause clause) {
        Clause heading = clause.isHeading() || clause.headings().isEmpty() ? null : clause.headings().get(0);
        return heading != null && clause.has(Concept.SHARE_WORD) && heading.has(Concept.TARGETED_ADS, "named") && heading.has(Concept.SHARE_WORD) && !heading.has(Concept.NEGATION)
                && !clause.hasAny(Concept.SELL, Concept.NEGATION) && NamedCategories.speaksOfCategories(clause) && onlyAdPartners(clause);
    }

    private static boolean soonAfter(Clause earlier, Clause clause) {
        return earlier != null && clause.index() > earlier.index() && clause.index() - earlier.index() <= 2 && clause.block().section() == earlier.block().section();
    }

    /** "The categories we may share include:", "these include sharing identifiers": it goes on about what was said before. */
    private static boolean refersBack(Clause clause) {
        Tokens tokens = clause.tokens();
        return clause.from() < clause.to() && (tokens.is(clause.from(), "the") || tokens.is(clause.from(), "this") || tokens.is(clause.from(), "these")
                || tokens.is(clause.from(), "such")
                || clause.indexOf(':') == clause.to() - 1 && NamedCategories.speaksOfCategories(clause));
    }

    static boolean onlyAdPartners(Clause clause) {
        return !clause.anyMention(m -> m.concept() == Concept.THIRD_PARTY && !clause.covers(Concept.AD_PARTNER, m.from()));
    }

    /** Those of a sentence's categories that it says are disclosed (or sold): in "we disclosed identifiers, and sold inferences" one of the two. */
    Set<Category> told(Clause clause) {
        Part part = part(clause);
        Set<Category> told = clause.hasWithin(Concept.CATEGORY, part.from, part.to)
                && clause.anyMention(m -> m.concept() == Concept.CATEGORY && (m.from() < part.from || m.from() >= part.to))
                ? NamedCategories.enumerated(clause, part.from, part.to) : NamedCategories.enumerated(clause);
        told.removeAll(denied(clause));
        return told;
    }

    /** "We sold identifiers but not geolocation data" with a verb of its own: what one half of a sentence denies, where the other names categories, too. */
    private Set<Category> denied(Clause clause) {
        Set<Category> denied = EnumSet.noneOf(Category.class);
        for (Statement statement : clause.has(Concept.NEGATION) ? clause.statements() : List.<Statement>of()) {
            boolean such = statement.practice() == Practice.DISCLOSE || statement.practice() == Practice.SHARE_FOR_ADVERTISING || sold && statement.practice() == Practice.SELL;
            if (such && statement.polarity() == Polarity.NEGATIVE) {
                int verb = clause.tokens().firstFrom(statement.start());
                int from = halfFrom(clause, verb);
                int to = halfTo(clause, verb);
                Set<Category> elsewhere = NamedCategories.objects(clause, clause.from(), from);
                elsewhere.addAll(NamedCategories.objects(clause, to, clause.to()));
                if (!elsewhere.isEmpty()) {
                    denied.addAll(NamedCategories.objects(clause, from, to));
                    denied.removeAll(elsewhere);
                }
            }
        }
        return denied;
    }

    /** Where the half of a sentence that a verb stands in begins: at "but", a semicolon, or an "and" with an auxiliary of its own. */
    private static int halfFrom(Clause clause, int verb) {
        for (int i = verb - 1; i > clause.from(); i--) {
            if (parts(clause, i)) {
                return i;
            }
        }
        return clause.from();
    }

    private static int halfTo(Clause clause, int verb) {
        for (int i = verb + 1; i < clause.to(); i++) {
            if (parts(clause, i)) {
                return i;
            }
        }
        return clause.to();
    }

    private static boolean parts(Clause clause, int token) {
        Tokens tokens = clause.tokens();
        return tokens.is(token, ';') || tokens.isAny(token, SaleForReward.TURNS) || tokens.is(token, "and") && token + 1 < clause.to() && tokens.isAny(token + 1, BEGINS_ANEW);
    }

    /** The same of categories that a sentence gives by the letters printed elsewhere: "we disclosed categories A and B, and sold category A". */
    Set<Category> told(Clause clause, PrintedLetters lettered) {
        Part part = part(clause);
        Set<Category> told = lettered.in(clause, part.from, part.to);
        return told.isEmpty() ? lettered.in(clause, clause.from(), clause.to()) : told;
    }

    /** The tokens of a clause that tell of disclosing (or of selling), where it tells of both; else all. */
    private Part part(Clause clause) {
        int sells = verb(clause, s -> s.practice() == Practice.SELL);
        int gives = verb(clause, s -> s.actorStated() && (s.practice() == Practice.DISCLOSE || s.practice() == Practice.SHARE_FOR_ADVERTISING) && discloses(clause, s)
                && !aboutSelling(clause, s));
        if (sells < 0 || gives < 0) {
            return new Part(clause.from(), clause.to());
        }
        int from = sold ? sells : gives;
        int other = sold ? gives : sells;
        return new Part(from, other > from ? other : clause.to());
    }

    private record Part(int from, int to) {}

    /** The verb of the clause's first such statement about the business; -1 where it has none. */
    static int verb(Clause clause, Predicate<Statement> such) {
        int first = -1;
        for (Statement statement : clause.statements()) {
            if (statement.actor() == Actor.BUSINESS && such.test(statement)) {
                int verb = clause.tokens().firstFrom(statement.start());
                first = first < 0 ? verb : Math.min(first, verb);
            }
        }
        return first;
    }

    /** The verb by which a clause says that the business shares information for advertising across contexts; -1 where it does not. */
    int shares(Clause clause) {
        return verb(clause, s -> s.practice() == Practice.SHARE_FOR_ADVERTISING && s.actorStated() && clause.covers(Concept.SHARE_WORD, clause.tokens().firstFrom(s.start()))
                && practised(clause, s));
    }

    private boolean practised(Clause clause, Statement statement) {
        boolean sells = statement.practice() == Practice.SELL || statement.practice() == Practice.SHARE_FOR_ADVERTISING && crossContext(clause) && discloses(clause, statement);
        boolean discloses = statement.practice() == Practice.DISCLOSE || statement.practice() == Practice.SHARE_FOR_ADVERTISING;
        if (discloses && discloses(clause, statement) && (quoted(clause, statement) || onlyToAdvertisers(clause, statement))) {
            return sold;
        }
        return sold ? sells : discloses && discloses(clause, statement) && !aboutSelling(clause, statement) && !informs(clause);
    }

    private boolean practisedBefore(Clause clause, int token) {
        return clause.anyStatement(s -> practised(clause, s) && clause.tokens().firstFrom(s.start()) < token);
    }

    /** "We may 'share' identifiers": in quotation marks the verb is the statute's. */
    private static boolean quoted(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        return verb > clause.from() && verb + 1 < clause.to() && clause.tokens().is(verb - 1, '"') && clause.tokens().is(verb + 1, '"') && clause.covers(Concept.SHARE_WORD, verb);
    }

    /** Whether the recipients are advertisers alone, who get it for advertising. */
    private static boolean onlyToAdvertisers(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        boolean purpose = clause.has(Concept.TARGETED_ADS);
        if (!clause.hasWithin(Concept.AD_PARTNER, verb, clause.to()) && !(purpose && clause.covers(Concept.SHARE_WORD, verb) && !clause.has(Concept.THIRD_PARTY))) {
            return false;
        }
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.is(i, "providers") || tokens.is(i, "vendors") || tokens.is(i, "affiliates") || tokens.is(i, "processors") || tokens.is(i, "business")
                    && tokens.is(Math.min(i + 1, clause.to() - 1), "purpose")) {
                return false;
            }
            purpose |= tokens.is(i, "for") && i + 1 < clause.to() && (tokens.is(i + 1, "advertising") || tokens.is(i + 1, "marketing") || tokens.is(i + 1, "ads"));
        }
        return purpose;
    }

    /** Whether the verb says that information goes to others, not that something is provided to the consumer, nor "for the purposes disclosed below". */
    static boolean discloses(Clause clause, Statement statement) {
        int at = clause.tokens().firstFrom(statement.start());
        String verb = clause.tokens().word(at);
        boolean purposes = at > clause.from() && clause.tokens().is(at - 1, "purposes");
        return (verb.startsWith("disclos") || verb.startsWith("shar") || verb.startsWith("transfer") || verb.startsWith("releas") || gives(clause, at)) && !purposes
                && !toUs(clause, at) && !inText(clause, at) && !amongUses(clause, at);
    }

    /** "We provide identifiers to our vendors", "these categories are given to processors": verbs that need somebody else who gets it; not "used to provide", "provide you with". */
    private static boolean gives(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        if (!tokens.isAny(verb, GIVES) || verb == clause.from() || tokens.is(verb - 1, "to") || tokens.isAny(verb, GIVEN) && !tokens.isAny(verb - 1, AUXILIARIES)) {
            return false;
        }
        int next = Math.min(verb + 1, clause.to() - 1);
        boolean kinds = tokens.isAny(next, DETERMINERS) || clause.covers(Concept.CATEGORY, next) || tokens.isAny(next, NamedCategories.CATEGORIES);
        boolean toReader = tokens.is(next, "you") || tokens.is(next, "to") && clause.hasWithin(Concept.CONSUMER, next + 1, next + 2);
        return !toReader && !tokens.is(next, "us") && !tokens.is(next, "by") && !clause.covers(Concept.GOODS, next)
                && (clause.hasWithin(Concept.THIRD_PARTY, verb + 1, clause.to()) || kinds && Recipients.forBusiness(clause, clause.to()));
    }

    /** "We may collect, use, store and transfer the following kinds": one of the things that are done with data at all, and nobody to whom they go. */
    private static boolean amongUses(Clause clause, int verb) {
        return clause.tokens().word(verb).startsWith("transfer") && clause.hasWithin(Concept.COLLECT_STRONG, verb - USES, verb) && clause.hasWithin(Concept.USE, verb - USES, verb)
                && !clause.hasWithin(Concept.THIRD_PARTY, verb, clause.to());
    }

    /** "Except as disclosed in this policy", "as otherwise disclosed below": what the policy tells its readers. */
    private static boolean inText(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        int as = verb - 1;
        while (as > clause.from() && (tokens.is(as, "otherwise") || tokens.is(as, "expressly") || tokens.is(as, "specifically"))) {
            as--;
        }
        return tokens.is(verb, "disclosed") && verb > clause.from() && (tokens.is(as, "as") || tokens.is(as, "than"))
                && (verb + 1 == clause.to() || tokens.isAny(verb + 1, HERE));
    }

    /** "Retailers disclose identifiers to us": what comes in. */
    private static boolean toUs(Clause clause, int verb) {
        for (int i = verb + 1; i + 1 < clause.to() && clause.hasWithin(Concept.THIRD_PARTY, clause.from(), clause.from() + 2); i++) {
            if ((clause.tokens().is(i, "to") || clause.tokens().is(i, "with")) && clause.tokens().is(i + 1, "us")) {
                return true;
            }
        }
        return false;
    }

    /** "As the act requires, we disclose the categories collected in the last year": what is disclosed is the list, and to the reader. */
    private static boolean informs(Clause clause) {
        if (!clause.has(Concept.LAW) || !clause.hasWord("collected") || clause.has(Concept.THIRD_PARTY)) {
            return false;
        }
        return !clause.hasWord("purpose") && !clause.hasWord("purposes");
    }

    /** Whether the clause speaks of advertising across contexts; "sold or shared" alone tells of selling, and what vendors get for a business purpose may be any advertising. */
    private static boolean crossContext(Clause clause) {
        if (!clause.has(Concept.TARGETED_ADS, "named") && Recipients.forBusiness(clause, clause.to())) {
            return false;
        }
        return clause.anyMention(m -> m.concept() == Concept.TARGETED_ADS && !clause.hasWithin(Concept.SELL, m.from(), m.to()));
    }

    /** "sell or share": the sharing is that of the sale. */
    private static boolean aboutSelling(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        if (!clause.covers(Concept.SHARE_WORD, verb)) {
            return false;
        }
        for (Mention mention : clause.mentions(Concept.SELL)) {
            if (Math.abs(mention.from() - verb) <= 4) {
                return true;
            }
        }
        return clause.has(Concept.SELL) && soldBefore(clause, clause.indexOf(':'), verb);
    }

    /** "We sold the following categories: we shared identifiers to place ads": whether what stands before the colon says that what is shared behind it is sold. */
    private static boolean soldBefore(Clause clause, int colon, int verb) {
        return colon > 0 && colon < verb && clause.hasWithin(Concept.SELL, clause.from(), colon) && !clause.hasWithin(Concept.DISCLOSE, clause.from(), colon)
                && !clause.hasWithin(Concept.NEGATION, clause.from(), colon) && NamedCategories.speaksOfCategories(clause)
                && clause.anyStatement(s -> s.practice() == Practice.SELL && s.actor() == Actor.BUSINESS && s.polarity() == Polarity.POSITIVE
                        && clause.tokens().firstFrom(s.start()) < colon);
    }

    /** "We sell or share all categories", "all categories may be given away, by selling them or otherwise": whether the categories at the token are what is sold. */
    private static boolean sellsKinds(Clause clause, int kinds) {
        for (Mention sale : clause.has(Concept.SELL) ? clause.mentions(Concept.SELL) : List.<Mention>of()) {
            boolean object = sale.to() <= kinds && (kinds - sale.to() <= TO_KINDS || endsList(clause, sale.to(), kinds))
                    && !clause.hasWithin(Concept.THIRD_PARTY, sale.to(), kinds);
            boolean pronoun = sale.from() > kinds && sale.to() < clause.to() && clause.tokens().isAny(sale.to(), PRONOUNS);
            boolean passive = sale.from() > kinds && kinds - clause.from() <= TO_KINDS && clause.tokens().isAny(sale.from() - 1, PASSIVE)
                    && !clause.hasWithin(Concept.DISCLOSE, clause.from(), sale.from());
            if (object || pronoun || passive) {
                return clause.anyStatement(s -> s.practice() == Practice.SELL && s.actor() == Actor.BUSINESS && s.polarity() == Polarity.POSITIVE
                        && s.modality() != Modality.CONDITIONAL && s.speech() == Speech.ASSERTION);
            }
        }
        return false;
    }

    /** "We sell identifiers, commercial information and any of the categories": whether the categories at the token end a list that begins behind the verb. */
    private static boolean endsList(Clause clause, int verb, int kinds) {
        Tokens tokens = clause.tokens();
        int and = kinds - 1;
        while (and > verb && tokens.isAny(and, OF_LIST)) {
            and--;
        }
        return and > verb && (tokens.is(and, "and") || tokens.is(and, "or")) && clause.hasWithin(Concept.CATEGORY, verb, and) && !clause.hasWithin(Concept.DISCLOSE, verb + 2, and)
                && !clause.hasWithin(Concept.COLLECT_STRONG, verb, and);
    }

    /** Whether a law has a part in what the clause says, other than that it is obeyed: "in accordance with applicable law". */
    private static boolean speaksOfLaw(Clause clause) {
        return clause.has(Concept.LAW) && clause.anyMention(m -> m.concept() == Concept.LAW
                && !(clause.tokens().is(m.from(), "applicable") && m.from() > clause.from() && clause.tokens().isAny(m.from() - 1, OBEYING)));
    }

    /** "All of the categories of personal information listed above", "the foregoing categories". */
    boolean all(Clause clause) {
        if (!clause.hasAny(NamedCategories.CATEGORIES) || clause.has(Concept.MERGER)) {
            return false;
        }
        if (CategoryPointers.answersAllAbove(clause)) {
            return true;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            boolean each = tokens.is(i, "category") && i > clause.from() && (tokens.is(i - 1, "each") || tokens.is(i - 1, "every") || tokens.is(i - 1, "any"))
                    && (practisedBefore(clause, i) || i == clause.from() + 1 || sold && sellsKinds(clause, i));
            boolean kinds = tokens.is(i, "categories") || tokens.is(i, "types") || tokens.is(i, "kinds") || each;
            if (!kinds || PrintedLetters.at(tokens, i + 1) || CategoryPointers.sectionName(clause, i)) {
                continue;
            }
            boolean whole = false;
            for (int k = Math.max(clause.from(), i - 5); k < i; k++) {
                if (tokens.is(k, "foregoing") || k >= i - 2 && CategoryPointers.above(clause, k) || each && i == clause.from() + 1
                        && !tokens.isAny(Math.min(i + 2, clause.to() - 1), OTHER_KINDS)) {
                    return true;
                }
                whole |= tokens.is(k, "all") || tokens.is(k, "each") || tokens.is(k, "every") || tokens.is(k, "any");
            }
            boolean recipients = tokens.isAny(Math.min(i + 2, clause.to() - 1), OTHER_KINDS) || i > clause.from() && tokens.is(i - 1, "following")
                    || i + 2 < clause.to() && tokens.is(i + 1, "of") && clause.covers(Concept.THIRD_PARTY, i + 2) && !clause.covers(Concept.PERSONAL, i + 2);
            int behind = CategoryPointers.behindDefinition(clause, i);
            for (int k = behind; k < Math.min(clause.to(), behind + 12) && !recipients && !tokens.is(k, ')'); k++) {
                if (CategoryPointers.above(clause, k) && !tokens.is(Math.min(k + 1, clause.to() - 1), "section")
                        || whole && tokens.isAny(k, CategoryPointers.HAVE)) {
                    return true;
                }
            }
            boolean ofData = i + 2 < clause.to() && tokens.is(i + 1, "of") && clause.covers(Concept.PERSONAL, i + 2);
            boolean sells = ofData && sellsKinds(clause, i);
            if (ofData && (practisedBefore(clause, i) && !clause.hasWithin(Concept.SELL, clause.from(), sold ? clause.to() : i) && (clause.hasWithin(Concept.THIRD_PARTY, i + 2, clause.to())
                    || Recipients.forBusiness(clause, clause.to())) || sells && (sold || practisedBefore(clause, i)))
                    && !(clause.has(Concept.RIGHT) && clause.has(Concept.RIGHT_FRAME)) && !speaksOfLaw(clause)
                    && (whole || CategoryPointers.listedElsewhere(clause, i) || CategoryPointers.toKinds(clause, i))) {
                return true;
            }
        }
        return false;
    }
}
