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

/** Words by which what the business does is a sale as a law has it, Cal. Civ. Code §1798.140(ad), whatever the business itself calls it. */
final class SaleConcession {
    /** Tokens from what a law calls a sale to that word, at most. */
    private static final int CALLED = 16;
    private static final WordSet AUTHORIZATION = WordSet.of("authorization", "authorizations");
    private static final WordSet OURS = WordSet.of("our", "we");
    private static final WordSet COVERS = WordSet.of("include", "cover", "meet", "fall", "qualify", "count", "fit");
    private static final WordSet MODALS = WordSet.of("may", "might", "could", "can", "does", "do");
    /** What the business does, or some of it. */
    private static final WordSet PARTS = WordSet.of("some", "part", "parts", "certain", "what", "much", "things", "ways", "practices", "activities", "use", "uses", "using", "sharing", "disclosure", "disclosures",
            "disclosing", "advertising", "marketing", "work", "placement");
    private static final WordSet WIDELY = WordSet.of("broad", "broadly", "wide", "widely");
    /** What others hold of it: "some say that our use of cookies is a sale". */
    private static final WordSet CLAIMS = WordSet.of("whether", "think", "thinks", "say", "says", "claim", "claims", "argue", "argues", "allege", "alleges");
    private static final WordSet BELIEVES = WordSet.of("believe", "think", "consider", "view", "agree");
    private static final WordSet UNDER = WordSet.of("as", "within", "under", "into");
    private static final WordSet THAT = WordSet.of("that", "this", "it", "one", "such", "them");
    private static final WordSet CALL = WordSet.of("call", "calls", "classify", "classifies", "treat", "treats", "regard", "regards", "consider", "considers", "characterize", "characterizes", "deem", "deems");
    private static final WordSet DEFINITIONS = WordSet.of("definition", "definitions");
    private static final WordSet LAWS = WordSet.of("law", "laws", "statute", "statutes", "jurisdictions", "state", "states");
    private static final WordSet PURPOSES = WordSet.of("purposes", "ways", "manner");
    private static final WordSet DEFINED = WordSet.of("definition", "definitions", "define", "defines", "defined", "term");

    private static final WordSet BEFORE_TERM = WordSet.of("a", "an", "as", "to", "be", "the");
    private static final WordSet PSEUDONYMS = WordSet.of("pseudonymous", "pseudonymized");

    /** Clauses from a definition to what falls under it, at most. */
    private static final int SHORTLY = 3;

    private SaleConcession() {}

    /** "We do not sell it as most people understand that; still, the law defines the term so that our use of cookies may be included", the second as a sentence of its own. */
    static boolean fallsUnderTerm(Clause clause, PolicyReading reading) {
        if (clause.index() == 0 || !clause.hasAny(DEFINED) || !clause.hasAny(OURS) || clause.hasAny(Concept.NEGATION, Concept.RIGHT) || clause.has(Concept.TARGETED_ADS)) {
            return false;
        }
        Clause before = reading.clauses().get(clause.index() - 1);
        if (!clause.follows(before) || !before.anyStatement(s -> s.practice() == Practice.SELL && s.speech() == Speech.ASSERTION && s.actor() == Actor.BUSINESS
                && s.polarity() == Polarity.NEGATIVE)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 2 < clause.to(); i++) {
            if (tokens.is(i, "may") || tokens.is(i, "could") || tokens.is(i, "might")) {
                return clause.hasWithin(Concept.CONCESSION, i, i + 1) || tokens.isAny(i + 1, COVERS) || tokens.is(i + 1, "be") && tokens.is(i + 2, "included");
            }
            if ((tokens.is(i, "fall") || tokens.is(i, "falls")) && clause.covers(Concept.CONCESSION, i) && tokens.is(i + 2, "that")) {
                return true;
            }
        }
        return false;
    }

    /** "Disclosures that constitute a sale require your authorization", "may only sell it with your authorization": what is not done before somebody signs. */
    static boolean needsAuthorization(Clause clause, Statement statement) {
        if (!clause.hasAny(AUTHORIZATION)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int sale = tokens.firstFrom(statement.start());
        if (sale > clause.from() && tokens.is(sale - 1, "only")) {
            return true;
        }
        for (int i = sale - 1; i > clause.from() && i >= sale - CALLED; i--) {
            if (clause.covers(Concept.CONCESSION, i) && (tokens.is(i - 1, "that") || tokens.is(i - 1, "which"))) {
                return true;
            }
        }
        return false;
    }

    /** "California law classifies our use of these tools as a 'sale'", "we disclose it to ad networks, which the law considers a sale". */
    static boolean lawCalls(Clause clause, Statement statement, PolicyReading reading) {
        Tokens tokens = clause.tokens();
        int sale = tokens.firstFrom(statement.start());
        boolean ours = false;
        for (int i = sale - 1; i > clause.from() && i >= sale - CALLED; i--) {
            ours |= tokens.isAny(i, OURS) || tokens.is(i, "these") || tokens.is(i, "such") || tokens.is(i, "this") && givesOrGave(clause, reading);
            if (clause.covers(Concept.NEGATION, i)) {
                return false;
            }
            if (tokens.isAny(i, CALL)) {
                return (ours || relates(clause, i) && gives(clause)) && !clause.hasAny(Concept.RIGHT, Concept.CONDITION) && ofLaw(clause, i)
                        && !SaleForReward.deniedBefore(clause, i);
            }
        }
        return false;
    }

    /** "We provide identifiers for purposes that some states define as 'sale'". */
    static boolean forPurposesCalled(Clause clause, Statement statement) {
        if (!clause.hasAny(PURPOSES) || clause.hasAny(Concept.RIGHT, Concept.CONDITION) || clause.has(Concept.NEGATION) || statement.polarity() == Polarity.NEGATIVE) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int sale = tokens.firstFrom(statement.start());
        boolean called = false;
        boolean law = false;
        for (int i = sale - 1; i > clause.from() && i >= sale - CALLED; i--) {
            called |= tokens.isAny(i, DEFINED) || tokens.isAny(i, CALL) || tokens.is(i, "considered");
            law |= clause.covers(Concept.LAW, i) || tokens.isAny(i, LAWS);
            if (tokens.isAny(i, PURPOSES)) {
                return called && (law || clause.hasAny(LAWS)) && gives(clause);
            }
        }
        return false;
    }

    /** "No use for such purposes as are deemed a sale": that there are such is said in passing. */
    static boolean suchPurposes(Clause clause, Statement statement) {
        if (!clause.hasAny(PURPOSES) || clause.has(Concept.NEGATION) || !clause.has(Concept.LAW) && !clause.hasAny(LAWS)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int sale = tokens.firstFrom(statement.start());
        boolean called = false;
        for (int i = sale - 1; i > clause.from() && i >= sale - CALLED; i--) {
            called |= tokens.isAny(i, CALL) || tokens.is(i, "considered") || tokens.is(i, "deemed");
            if (tokens.isAny(i, PURPOSES)) {
                return called && (tokens.is(i - 1, "such") || tokens.is(i - 1, "these") || tokens.is(i - 1, "those"));
            }
        }
        return false;
    }

    /** "A sale is so widely defined that it may include letting others learn something". */
    private static boolean definesBroadly(Clause clause) {
        return clause.has(Concept.SELL) && clause.hasWord("defined") && (clause.hasWord("include") || clause.hasWord("includes")) && clause.has(Concept.THIRD_PARTY)
                && !clause.has(Concept.NEGATION);
    }

    /** "We may provide the following to others for these purposes": what the sentence before has defined as a sale. */
    private static boolean forThesePurposes(Clause clause) {
        if (!clause.hasAny(PURPOSES)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 2 < clause.to(); i++) {
            if (tokens.is(i, "for") && (tokens.is(i + 1, "these") || tokens.is(i + 1, "such") || tokens.is(i + 1, "those")) && tokens.isAny(i + 2, PURPOSES)) {
                return gives(clause) && !clause.hasAny(Concept.RIGHT, Concept.NEGATION);
            }
        }
        return false;
    }

    /** "We may provide it to others for these purposes" where a sentence shortly before defines so widely what a sale is. */
    static boolean forPurposesDefined(Clause clause, PolicyReading reading) {
        if (!forThesePurposes(clause)) {
            return false;
        }
        for (int i = clause.index() - 1; i >= Math.max(0, clause.index() - SHORTLY); i--) {
            Clause before = reading.clauses().get(i);
            if (before.block().section() == clause.block().section() && definesBroadly(before)) {
                return true;
            }
        }
        return false;
    }

    /** "Under the CCPA some of what we do with cookies is a sale", "the law defines sale broadly, and a part of our advertising may meet that": what the business does by the law's word. */
    static boolean isOurs(Clause clause, PolicyReading reading) {
        boolean sells = clause.has(Concept.SELL);
        Clause before = sells || clause.index() == 0 ? clause : reading.clauses().get(clause.index() - 1);
        if (!before.has(Concept.SELL) || !clause.hasAny(OURS) || clause.hasAny(Concept.RIGHT, Concept.MERGER)) {
            return false;
        }
        if (!sells) {
            return clause.hasAny(MODALS) && clause.hasAny(COVERS) && clause.follows(before) && !before.has(Concept.NEGATION)
                    && saysWidely(before) && meets(clause, clause.from());
        }
        boolean law = namesLaw(clause);
        boolean widely = saysWidely(clause);
        for (Mention sale : clause.mentions(Concept.SELL)) {
            if (law && isDone(clause, sale) || widely && meets(clause, sale.to())) {
                return true;
            }
        }
        return false;
    }

    /** "Some of what we do is a sale": whether the sale is what something of ours is said to be. */
    private static boolean isDone(Clause clause, Mention sale) {
        Tokens tokens = clause.tokens();
        int is = sale.from() - 1;
        while (is > clause.from() && (tokens.is(is, '"') || tokens.is(is, "a") || tokens.is(is, "considered") || tokens.is(is, "also"))) {
            is--;
        }
        return is > clause.from() && (tokens.is(is, "is") || tokens.is(is, "are")) && (tokens.is(sale.to() - 1, "sale") || tokens.is(sale.to() - 1, "sales") || tokens.is(sale.to() - 1, "selling"))
                && !tokens.is(sale.from() - 1, "for") && isSubject(clause, is);
    }

    /** Whether a part of what the business does is the subject that ends before the token: "some of our advertising", "what we do". */
    private static boolean isSubject(Clause clause, int end) {
        Tokens tokens = clause.tokens();
        boolean ours = false;
        boolean part = false;
        int i = end - 1;
        for (; i >= clause.from() && i >= end - CALLED && tokens.kind(i) == Tokens.Kind.WORD && !clause.covers(Concept.CONTRAST, i); i--) {
            if (clause.covers(Concept.NEGATION, i) || clause.covers(Concept.CONDITION, i) && !tokens.is(i, "when") || tokens.isAny(i, CLAIMS)) {
                return false;
            }
            ours |= tokens.isAny(i, OURS);
            part |= tokens.isAny(i, PARTS);
        }
        boolean open = i >= clause.from() && !clause.covers(Concept.CONTRAST, i) && (tokens.kind(i) == Tokens.Kind.WORD || clause.hasAny(BELIEVES));
        return ours && part && !(open && SaleForReward.deniedBefore(clause, i));
    }

    /** Whether the clause tells how a law has a term. */
    private static boolean saysWidely(Clause clause) {
        return (clause.hasAny(DEFINED) || clause.hasAny(WIDELY)) && namesLaw(clause);
    }

    private static boolean namesLaw(Clause clause) {
        return clause.hasAny(Concept.LAW, Concept.CALIFORNIA) || clause.hasAny(LAWS);
    }

    /** "Our sharing may meet that", "some of what we do could count as one", behind a token. */
    private static boolean meets(Clause clause, int from) {
        Tokens tokens = clause.tokens();
        for (int i = from + 1; i + 2 < clause.to(); i++) {
            if (tokens.isAny(i, MODALS) && tokens.isAny(i + 1, COVERS)) {
                int what = i + 2;
                while (what + 1 < clause.to() && tokens.isAny(what, UNDER)) {
                    what++;
                }
                return tokens.isAny(what, THAT) && isSubject(clause, i);
            }
        }
        return false;
    }

    /** Whether "which" stands before the token: what goes before is meant. */
    private static boolean relates(Clause clause, int end) {
        for (int i = end - 1; i > clause.from() && i >= end - CALLED; i--) {
            if (clause.tokens().is(i, "which")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a law or a state is named before the token, and nobody who is no law. */
    private static boolean ofLaw(Clause clause, int end) {
        boolean law = false;
        for (int i = clause.from(); i < end; i++) {
            law = clause.covers(Concept.LAW, i) || clause.covers(Concept.CALIFORNIA, i) || clause.tokens().isAny(i, LAWS) || law && !clause.covers(Concept.BUSINESS, i);
        }
        return law;
    }

    /** "We make your data available to them in exchange for services. Under California law this is a sale." */
    static boolean isItself(Clause clause, Statement statement, PolicyReading reading) {
        Tokens tokens = clause.tokens();
        int at = tokens.firstFrom(statement.start()) - 1;
        while (at > clause.from() && (tokens.is(at, '"') || tokens.is(at, "a") || tokens.is(at, "considered"))) {
            at--;
        }
        if (at <= clause.from() || !tokens.is(at, "is") && !tokens.is(at, "are") || !tokens.is(at - 1, "this") && !tokens.is(at - 1, "that") && !tokens.is(at - 1, "these")
                && !tokens.is(at - 1, "which")
                || !namesLaw(clause) || clause.hasAny(Concept.RIGHT, Concept.CONDITION)) {
            return false;
        }
        return givesOrGave(clause, reading) || SaleExtractor.letsAdvertisersCollect(clause, at);
    }

    /** Whether the business passes personal information on by the clause or the one before. */
    private static boolean givesOrGave(Clause clause, PolicyReading reading) {
        Clause before = clause.index() == 0 ? clause : reading.clauses().get(clause.index() - 1);
        return gives(clause) || clause.follows(before) && gives(before);
    }

    /** "We disclose your information": whether the business passes personal information on. */
    private static boolean gives(Clause clause) {
        return clause.anyStatement(s -> s.polarity() == Polarity.POSITIVE && SaleForReward.gives(clause, s));
    }

    /** "Our use of advertising cookies is a 'sale' under California law", "by this definition our use of pixels is a sale", "some uses of them are 'sales'". */
    static boolean isCalledSale(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int at = tokens.firstFrom(statement.start()) - 1;
        if (at > clause.from() && tokens.is(at, '"')) {
            at--;
        }
        boolean plural = at >= clause.from() && tokens.is(at, "are") && tokens.is(tokens.firstFrom(statement.start()), "sales");
        boolean quoted = tokens.is(at + 1, '"');
        boolean law = clause.has(Concept.LAW) || clause.hasAny(LAWS);
        if (at <= clause.from() || !plural && !tokens.is(at, "a") || !law && !clause.hasAny(DEFINITIONS) && !quoted || clause.hasAny(Concept.RIGHT, Concept.CONDITION)) {
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
                return !clause.hasWithin(CLAIMS, clause.from(), i) && (i > clause.from() && tokens.is(i - 1, "our") || law && (i == clause.from() || tokens.is(i - 1, "these") || tokens.is(i - 1, "such") || tokens.is(i - 1, ',')
                        || clause.hasAny(Concept.AD_PARTNER, Concept.COOKIE_LIFE)));
            }
        }
        return false;
    }

    /** "By the law's definition of 'sale' and 'sharing', our use of pixels may constitute sharing": whether sale is named with its definition, and sharing alone conceded behind it. */
    static boolean onlyOfSharing(Clause clause, Statement statement) {
        if (!clause.has(Concept.SHARE_WORD)) {
            return false;
        }
        int sale = clause.tokens().firstFrom(statement.start());
        Mention last = null;
        for (Mention mention : clause.mentions(Concept.CONCESSION)) {
            last = mention.from() > sale ? mention : last;
        }
        if (last == null || clause.hasWithin(Concept.SELL, last.to(), clause.to())) {
            return false;
        }
        int conceded = last.to();
        while (conceded < clause.to() && (clause.tokens().kind(conceded) == Tokens.Kind.PUNCTUATION || clause.tokens().isAny(conceded, BEFORE_TERM))) {
            conceded++;
        }
        return clause.covers(Concept.SHARE_WORD, conceded);
    }

    /** Whether what is called aggregated is data under a pseudonym, which a law may well see sold. */
    static boolean ofPseudonyms(Clause clause) {
        for (Mention mention : clause.mentions(Concept.AGGREGATED)) {
            if (!clause.tokens().isAny(mention.from(), PSEUDONYMS)) {
                return false;
            }
        }
        return clause.hasAny(PSEUDONYMS);
    }

    /** "If 'sale' is defined broadly, it may include some of our marketing": what the business does falls under the word. */
    static boolean includesOurs(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int sale = tokens.firstFrom(statement.start());
        if (statement.polarity() == Polarity.NEGATIVE || !clause.has(Concept.DEFINITION) || clause.has(Concept.RIGHT) || onlyOfSharing(clause, statement)) {
            return false;
        }
        boolean ours = false;
        for (int i = sale + 1; i + 1 < clause.to(); i++) {
            ours |= tokens.isAny(i, OURS) || (tokens.is(i, "this") || tokens.is(i, "these"))
                    && (tokens.is(i + 1, "activity") || tokens.is(i + 1, "activities") || clause.namesAct(i + 1));
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
    static boolean inQuotationMarks(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        return statement.actor() == Actor.PARTNER && statement.polarity() == Polarity.POSITIVE && verb > clause.from() && verb + 1 < clause.to()
                && tokens.is(verb - 1, '"') && tokens.is(verb + 1, '"') && clause.has(Concept.LAW) && clause.has(Concept.BUSINESS)
                && !clause.hasAny(Concept.RIGHT, Concept.CONDITION);
    }

    /** "We share (and in the words of the CCPA 'sell') your data with them": what the business does, by its other name. */
    static boolean alsoCalled(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        int open = clause.indexOf('(');
        return open > clause.from() && open < verb && verb + 2 < clause.to() && tokens.is(verb - 1, '"') && tokens.is(verb + 1, '"') && tokens.is(verb + 2, ')')
                && (clause.covers(Concept.DISCLOSE, open - 1) || clause.covers(Concept.SHARE_WORD, open - 1)) && gives(clause)
                && !clause.has(Concept.NEGATION) && !clause.hasAny(Concept.RIGHT, Concept.CONDITION);
    }

    /** "We may have sold (as defined by California law)": a sale in the sense of a law, whatever else is said of selling for money. */
    static boolean termOfArt(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        for (int i = verb + 1; i < Math.min(clause.to(), verb + 9); i++) {
            if (tokens.is(i, '(')) {
                return clause.hasWithin(Concept.DEFINITION, i, Math.min(clause.to(), i + 8));
            }
        }
        return false;
    }
}
