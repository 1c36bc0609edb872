package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Block;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Modality;
import java.util.List;

/** How far what is said of a sale goes, above all its denial: whether it is one of this business, and of all personal information. */
final class SaleDenial {
    /** As many categories stand for all. */
    private static final int MANY = 3;
    private static final WordSet REQUESTED = WordSet.of("request", "requests", "requesting", "opt", "direction", "instruction");
    private static final WordSet DATA = WordSet.of("data", "information");
    private static final WordSet PRONOUNS = WordSet.of("it", "this", "that", "she", "he", "who");
    /** Elements by which people are reached. */
    private static final WordSet ADDRESSES = WordSet.of("name", "email_address", "postal_address");
    private static final WordSet BROWSING = WordSet.of("network_activity");
    private static final WordSet STAFF = WordSet.of("employee", "employees", "applicant", "applicants", "candidate", "candidates", "personnel");
    private static final WordSet ALLOWED = WordSet.of("authorized", "permitted", "allowed", "entitled", "licensed");
    private static final WordSet OTHERS = WordSet.of("recipients", "businesses", "companies", "franchisees", "licensees", "dealers", "resellers", "processors", "employees", "staff", "subcontractors", "buyers");
    /** What ties others to the business that speaks: "we and our dealers", "unlike other companies". */
    private static final WordSet COMPARES = WordSet.of("and", "like", "unlike");
    private static final WordSet CUSTOMERS = WordSet.of("customers", "clients", "users", "members", "partners", "vendors", "contractors", "suppliers", "advertisers");
    private static final WordSet BUSINESSES = WordSet.of("business", "businesses", "company", "companies");
    private static final WordSet SHALL = WordSet.of("shall", "must", "may");
    private static final WordSet UNLESS = WordSet.of("unless", "until", "where");
    private static final WordSet LISTS = WordSet.of("identify", "list", "disclose", "provide", "describe", "inform", "specify");
    private static final WordSet ORDERS = WordSet.of("must", "may", "shall", "should", "can");
    /** Tokens from "sell" to the lists that are sold, at most. */
    private static final int LIST_REACH = 4;
    /** Tokens from the subject to "is never sold", at most. */
    private static final int SUBJECT_REACH = 40;
    private static final WordSet OBJECTS = WordSet.of("tell", "ask", "object", "instruct", "direct");
    private static final WordSet AFTERWARDS = WordSet.of("after", "once", "upon", "following");

    private static final WordSet CONSENTS = WordSet.of("consent", "consents", "consenting", "permission", "approval", "authorization", "agreement", "ask", "asking", "agree", "agreeing");
    private static final WordSet NOTIFIES = WordSet.of("notice", "notifying", "notification", "telling", "informing", "advising", "letting");
    /** Tokens from "without" to such a word, at most: "without first giving you notice". */
    private static final int NOTICE = 6;

    private static final WordSet PROMISES = WordSet.of("promise", "guarantee", "ensure", "assure", "warrant", "represent", "certain", "sure");
    private static final WordSet CANNOT = WordSet.of("can", "do", "does", "could", "may");
    private static final WordSet COOKIES = WordSet.of("cookie", "cookies");
    private static final WordSet BY = WordSet.of("by", "through", "via", "with", "using", "besides", "beyond", "without");
    /** Tokens from the beginning to the cookies that are its subject, at most. */
    private static final int COOKIE_REACH = 6;
    private static final WordSet PROVIDE = WordSet.of("provide", "give", "submit", "send", "supply", "share", "entrust");
    /** Tokens from "sell" to "provide", at most. */
    private static final int PROVIDED = 9;
    /** How data came to the business, by a way that is named then. */
    private static final WordSet CAME_IN = WordSet.of("collect", "collected", "obtain", "obtained", "gather", "gathered", "receive", "received", "submitted", "provided", "stored");
    private static final WordSet WAYS = WordSet.of("through", "via", "by", "from", "during", "using", "on", "in", "with", "for");
    private static final WordSet ENTERED = WordSet.of("submit", "enter", "entered", "provide", "upload", "uploaded", "supply", "supplied", "post", "posted", "publish", "published");
    /** Tokens from "sell" to the way in which what is sold came in. */
    private static final int ONE_SOURCE = 14;
    /** Where all comes from, and those whom all of it is about. */
    private static final WordSet EVERYWHERE = WordSet.of("site", "sites", "website", "websites", "service", "services", "app", "apps", "application", "platform", "platforms", "product", "products", "online", "web",
            "device", "devices", "computer", "browser", "use", "visit", "visits", "interactions", "activity", "activities", "purchase", "purchases", "order", "orders", "store", "stores",
            "cookies", "sources", "source", "means", "others", "parties", "anyone", "anybody", "course", "business", "company", "database", "policy", "pages", "page", "server", "servers", "registration", "relationship",
            "manner", "way", "ways", "methods", "purpose", "purposes", "reasons", "otherwise", "california", "states", "world");
    /** Behind the last word of what something came through: not "the browser extension". */
    private static final WordSet GOES_ON = WordSet.of("of", "or", "and", "in", "on", "at", "from", "by", "for", "to", "with", "is", "are", "was", "were", "will", "may", "has", "have", "that", "which", "who", "as", "we",
            "you", "when", "during", "under", "shall", "can", "do", "does", "itself", "alone", "be", "through", "via", "if", "while", "other", "about", "unless", "except", "without", "outside", "within", "s", "would");
    private static final WordSet READERS = WordSet.of("you", "users", "user", "visitors", "visitor", "customers", "customer", "clients", "consumers", "consumer", "individuals", "members", "people", "subscribers", "patients",
            "residents", "participants", "guests", "them", "us", "person", "persons", "donors", "applicants", "students", "employees");
    private static final WordSet WHEN = WordSet.of("if", "when", "where", "once", "while", "whenever");
    /** What only some readers do. */
    private static final WordSet SPECIAL = WordSet.of("pay", "subscribe", "upgrade", "enroll", "participate", "join", "enable", "connect", "link", "install", "activate", "use", "apply", "enter");
    private static final WordSet WITHIN = WordSet.of("under", "in", "as", "for", "through", "with", "within", "during");
    private static final WordSet PROGRAMS = WordSet.of("program", "programs", "feature", "features", "promotion", "promotions", "contest", "sweepstakes", "survey", "tool", "extension", "beta", "study", "pilot",
            "newsletter");
    private static final WordSet PROCESSORS = WordSet.of("provider", "processor", "associate");
    /** Words for the laws of one trade, whose data is not all. */
    private static final WordSet SECTORS = WordSet.of("glba", "gramm", "hipaa", "health", "fcra", "credit", "ferpa", "coppa", "gdpr", "medical");
    private static final WordSet FINITE = WordSet.of("will", "is", "are", "was", "were", "may", "shall");
    private static final WordSet BE = WordSet.of("is", "are");
    private static final WordSet GOVERNED = WordSet.of("subject", "governed", "covered", "regulated", "protected");
    private static final WordSet HIRING = WordSet.of("career", "careers", "recruitment", "recruiting", "hiring");
    private static final WordSet PAPERS = WordSet.of("resume", "resumes", "applicant", "applicants", "vitae");
    private static final WordSet JOBS = WordSet.of("job", "jobs", "employment", "position", "positions");
    private static final WordSet APPLY = WordSet.of("apply", "applying", "application", "applications");
    /** Clauses of a paragraph that are looked at for who it is about, at most. */
    private static final int NEAR = 5;
    private static final WordSet POLITICIANS = WordSet.of("political", "politicians", "candidate", "candidates", "campaigns");
    /** Tokens from "sell" to whom nothing is sold, at most. */
    private static final int RECIPIENT = 24;
    private static final WordSet PROSPECTS = WordSet.of("prospect", "prospects", "prospective");

    private SaleDenial() {}

    /** Whether what is denied is not that the business sells: what others must not do, one practice, single elements, people abroad, those who opted out. */
    static boolean deniesLess(Clause clause, Statement statement, PolicyReading reading) {
        return isNoSale(clause, statement) || ofOthers(clause, statement) || forbidden(clause, statement) || ofAnother(clause, statement, reading) || forUsTo(clause, statement)
                || ofElements(clause, statement) && !ofAddresses(clause, statement) || clause.has(Concept.REGION_FOREIGN) && !clause.has(Concept.REGION_US)
                || afterOptOut(clause, statement) || withoutNotice(clause, statement) || cannotPromise(clause, statement) || ofCookies(clause, statement, reading)
                || onBehalf(clause, statement) || ofOneSource(clause, statement) || onlyThere(clause, statement);
    }

    /** "Under this program, …", "if you pay for it, …", "as a service provider, …": a case that is named before the denial and is not all that the business does; and data "subject to" the law of one trade. */
    private static boolean onlyThere(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        int comma = clause.from();
        while (comma < verb && !tokens.is(comma, ',')) {
            comma++;
        }
        if (comma < verb) {
            boolean acts = tokens.isAny(clause.from(), WHEN) && tokens.is(clause.from() + 1, "you") && tokens.isAny(clause.from() + 2, SPECIAL) && !isEverywhere(clause, clause.from() + 2, comma);
            boolean part = tokens.isAny(clause.from(), WITHIN) && clause.hasWithin(PROGRAMS, clause.from() + 1, comma);
            boolean serves = tokens.is(clause.from(), "as") && clause.hasWithin(PROCESSORS, clause.from() + 1, comma);
            if (acts || part || serves) {
                return true;
            }
        }
        for (int i = clause.endOfTerm(verb) + 1; i + 3 < clause.to() && (tokens.kind(i) != Tokens.Kind.PUNCTUATION || tokens.is(i, '"')); i++) {
            if (clause.covers(Concept.RELATIVE, i) && tokens.isAny(i + 1, BE) && tokens.isAny(i + 2, GOVERNED) && clause.hasWithin(SECTORS, i + 3, i + 3 + LIST_REACH)) {
                return true;
            }
        }
        return false;
    }

    /** "Information obtained through the browser extension is not sold", "we do not sell data received from your calendar": what comes in by one way of several. */
    private static boolean ofOneSource(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        boolean active = statement.actorStated() && clause.hasWithin(Concept.BUSINESS, clause.from(), verb) && !clause.hasWithin(DATA, clause.from(), verb);
        int from = active ? clause.endOfTerm(verb) + 1 : clause.from();
        int to = active ? Math.min(clause.to(), from + ONE_SOURCE) : verb;
        boolean one = false;
        for (int i = from + 1; i + 1 < to && !tokens.is(i, "including") && !(tokens.kind(i) == Tokens.Kind.PUNCTUATION && !tokens.is(i, '"')); i++) {
            boolean way = tokens.isAny(i, WAYS) && (tokens.isAny(i - 1, CAME_IN) || tokens.isAny(i - 1, ENTERED) || tokens.is(i, "from") && tokens.isAny(i - 1, DATA));
            if (way && isEverywhere(clause, i + 1, clause.to())) {
                return false;
            }
            one |= way;
        }
        return one;
    }

    /** "Passengers", "visitors", "applicants", but not "payments". */
    private static boolean isGroup(Tokens tokens, int word) {
        return tokens.endsWith(word, "ers") || tokens.endsWith(word, "ors") || tokens.endsWith(word, "ants") || tokens.endsWith(word, "ents") && !tokens.endsWith(word, "ments");
    }

    /** Whether what stands behind "collected from" or "received through" is the whole of the business's dealings: its site, its services, its users. */
    private static boolean isEverywhere(Clause clause, int from, int to) {
        Tokens tokens = clause.tokens();
        for (int i = from; i < Math.min(to, from + ONE_SOURCE) && (tokens.kind(i) != Tokens.Kind.PUNCTUATION || tokens.is(i, '"') || tokens.is(i, ',')) && !clause.covers(Concept.SELL, i)
                && !tokens.isAny(i, FINITE); i++) {
            boolean reader = tokens.isAny(i, READERS) || i == from && isGroup(tokens, i);
            boolean last = i + 1 >= clause.to() || tokens.kind(i + 1) != Tokens.Kind.WORD || tokens.isAny(i + 1, GOES_ON) || clause.covers(Concept.NEGATION, i + 1) || clause.covers(Concept.SELL, i + 1);
            if (reader || last && tokens.isAny(i, EVERYWHERE) || clause.covers(Concept.BUSINESS, i) && !tokens.is(i, "our")) {
                return true;
            }
        }
        return false;
    }

    /** "We do not sell what we process on behalf of clients": what others have it processed for is theirs to sell. */
    private static boolean onBehalf(Clause clause, Statement statement) {
        if (!clause.hasWord("behalf")) {
            return false;
        }
        Tokens tokens = clause.tokens();
        boolean processes = false;
        for (int i = clause.endOfTerm(tokens.firstFrom(statement.start())) + 1; i + 2 < clause.to() && (tokens.kind(i) != Tokens.Kind.PUNCTUATION || tokens.is(i, '"')); i++) {
            processes |= clause.covers(Concept.BUSINESS, i) && clause.covers(Concept.RELATIVE, i - 1) || tokens.is(i, "processed") || tokens.is(i, "collected");
            if (processes && tokens.is(i, "behalf")) {
                return clause.hasWithin(CUSTOMERS, i + 2, i + 5);
            }
        }
        return false;
    }

    /** "We cannot promise that the buyer of our business will not sell it": no denial, but a warning. */
    private static boolean cannotPromise(Clause clause, Statement statement) {
        if (!clause.hasAny(PROMISES)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = tokens.firstFrom(statement.start()) - 1; i > clause.from() + 1 && !clause.covers(Concept.CONTRAST, i) && (tokens.kind(i) != Tokens.Kind.PUNCTUATION || tokens.is(i, '"')); i--) {
            if (tokens.isAny(i, PROMISES)) {
                return tokens.is(i - 1, "cannot") || tokens.is(i - 1, "not") && tokens.isAny(i - 2, CANNOT) || tokens.is(i - 1, "to") && tokens.is(i - 2, "unable");
            }
        }
        return false;
    }

    /** "Our cookies count visits only (we do not sell this data)", "The data in these cookies is not sold": what cookies hold is not all that is known. */
    private static boolean ofCookies(Clause clause, Statement statement, PolicyReading reading) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        boolean points = pointsBehind(clause, clause.endOfTerm(verb));
        if (clause.has(Concept.COOKIE_LIFE)) {
            return (points || statement.actorStated() && !clause.hasWithin(Concept.BUSINESS, clause.from(), verb)) && beginsWithCookies(clause, verb);
        }
        Clause before = points && clause.index() > 0 ? reading.clauses().get(clause.index() - 1) : null;
        return before != null && clause.follows(before) && before.has(Concept.COOKIE_LIFE) && beginsWithCookies(before, before.to());
    }

    /** Whether "this data" or "this information" is what the verb at the token acts on. */
    private static boolean pointsBehind(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        for (int i = verb + 1; i + 1 < Math.min(clause.to(), verb + LIST_REACH + 1); i++) {
            if (tokens.isAny(i, SaleObject.POINTING) && tokens.isAny(i + 1, DATA)) {
                return true;
            }
        }
        return false;
    }

    /** Whether cookies, or data in them, are the subject that a clause begins with. */
    private static boolean beginsWithCookies(Clause clause, int end) {
        Tokens tokens = clause.tokens();
        boolean data = clause.hasWithin(DATA, clause.from(), clause.from() + 2);
        for (int i = clause.from(); i < Math.min(end, clause.from() + COOKIE_REACH) && tokens.kind(i) != Tokens.Kind.PUNCTUATION; i++) {
            if (tokens.isAny(i, COOKIES)) {
                return !data || !tokens.is(i + 1, "and") && !tokens.is(i + 1, "or");
            }
            if (clause.covers(Concept.BUSINESS, i) || !data && tokens.isAny(i, BY)) {
                return false;
            }
        }
        return false;
    }

    /** "We will not sell it without telling you first": with notice it may be sold, whereas consent is the reader's to give. */
    private static boolean withoutNotice(Clause clause, Statement statement) {
        if (!clause.hasWord("without") || clause.hasAny(CONSENTS)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        // "We do not sell it and will not do so without notice" denies the one, and promises the other.
        for (int i = tokens.firstFrom(statement.start()) + 1; i + 1 < clause.to() && !tokens.is(i, "will"); i++) {
            if (tokens.is(i, "without") && clause.hasWithin(NOTIFIES, i + 1, i + NOTICE)) {
                return true;
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

    /** "We use it for our own research. This is not considered selling", "Licensing of totals is no sale": what is denied of one practice is not denied of all. */
    private static boolean isNoSale(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        boolean one = clause.tokens().isAny(clause.from(), SaleObject.POINTING) || clause.hasWithin(Concept.AGGREGATED, clause.from(), verb);
        return one && clause.hasWithin(Concept.CONCESSION, clause.from(), verb) && !clause.hasWithin(Concept.BUSINESS, clause.from(), verb);
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

    /** "Under the law, a business does not sell information when a consumer …", "businesses could sell it": said of nobody. */
    static boolean ofAnyBusiness(Clause clause, Statement statement) {
        if (!clause.hasAny(BUSINESSES)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        if (ordered(clause, statement)) {
            return true;
        }
        int verb = tokens.firstFrom(statement.start());
        verb -= verb > clause.from() && tokens.is(verb - 1, '"') ? 1 : 0;
        int modal = verb - 3 > clause.from() && (tokens.is(verb - 1, "or") || tokens.is(verb - 1, "and")) ? verb - 3 : verb - 1;
        if (modal > clause.from() && (tokens.is(modal - 1, "businesses") || tokens.is(modal - 1, "companies"))) {
            return tokens.isAny(modal, ORDERS) || tokens.is(modal, "could");
        }
        for (int i = verb - 1; i > clause.from() && i >= verb - 6; i--) {
            if (tokens.is(i, "business") && (tokens.is(i - 1, "a") || tokens.is(i - 1, "any"))
                    && (tokens.is(i + 1, "does") || tokens.is(i + 1, "may") || tokens.is(i + 1, "that") || i + 1 == verb)) {
                return true;
            }
        }
        return false;
    }

    /** "The company may not sell it unless …", "the company shall list what it has sold": what a law orders a company, in the words of a manual. */
    private static boolean ordered(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        boolean negative = statement.polarity() == Statement.Polarity.NEGATIVE;
        for (int i = clause.from() + 1; i + 1 < verb; i++) {
            if (tokens.isAny(i, SHALL) && tokens.isAny(i - 1, BUSINESSES)) {
                return negative ? tokens.is(i + 1, "not") && i + 2 >= verb && clause.hasWithin(UNLESS, verb, clause.to())
                        : tokens.is(i, "shall") && clause.hasWithin(LISTS, i + 1, verb);
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

    /** Whether a denial leaves something out: for money only, under one state's law, in quotation marks, or with an exception other than consent or a merger. */
    static boolean narrow(Clause clause, Statement statement) {
        if (clause.has(Concept.MONEY) || clause.block().kind() == Block.Kind.CELL) {
            return true;
        }
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        int term = clause.endOfTerm(verb);
        for (int i = term + 1; i + 1 < Math.min(clause.to(), term + 20); i++) {
            if (tokens.isAny(i, CAME_IN) && (tokens.is(i + 1, "in") || tokens.is(i + 1, "through") || tokens.is(i + 1, "via") || tokens.is(i + 1, "during") || tokens.is(i + 1, "on")
                    || tokens.is(i + 1, "from") && !clause.covers(Concept.CONSUMER, Math.min(i + 2, clause.to() - 1)))) {
                return true;
            }
        }
        if (toPoliticians(clause, verb) || whatIsProvided(clause, term) || forTheirMarketing(clause, verb) || ofTheRest(clause, statement) || verb > clause.from() && tokens.is(verb - 1, "otherwise") || whatIdentifies(clause, term)) {
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
        if (clause.hasWithin(PROSPECTS, term + 1, term + LIST_REACH * 2)) {
            // Those whom the business sells to need not be those whose data it sells.
            return true;
        }
        for (int i = term + 1; i + 1 < Math.min(clause.to(), term + 12); i++) {
            if ((tokens.is(i, "for") || tokens.is(i, "of") || tokens.is(i, "about")) && tokens.is(i + 1, "such")) {
                return true;
            }
        }
        boolean quoted = verb > clause.from() && tokens.is(verb - 1, '"') && !clause.has(Concept.CALIFORNIA);
        for (Mention mention : clause.mentions(Concept.EXCEPTION)) {
            if (!clause.hasAny(Concept.BUSINESS_ASSET, Concept.PARENTAL_CONSENT)
                    && !tokens.is(mention.to() - 1, "consent") && !tokens.is(mention.to() - 1, "permission") && !tokens.is(mention.from(), "without")) {
                return true;
            }
        }
        boolean staff = !clause.headings().isEmpty() && (clause.headings().get(0).hasAny(STAFF) || clause.headings().get(0).hasAny(HIRING));
        return quoted || staff || clause.has(Concept.REGION_FOREIGN) || clause.has(Concept.REGION_US) && !clause.has(Concept.CALIFORNIA);
    }

    /** "If you apply for a job, we keep your letter. We will not sell your information": what is said of those who apply, in the same paragraph. */
    static boolean ofApplicants(Clause clause, PolicyReading reading) {
        for (int i = clause.index() - 1; i >= Math.max(0, clause.index() - NEAR) && reading.clauses().get(i).blockIndex() == clause.blockIndex(); i--) {
            Clause before = reading.clauses().get(i);
            if (before.hasAny(PAPERS) || before.hasAny(JOBS) && before.hasAny(APPLY)) {
                return true;
            }
        }
        return false;
    }

    /** "We never rent names to candidates for office": others may rent them. */
    private static boolean toPoliticians(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        boolean to = false;
        for (int i = verb + 1; i < Math.min(clause.to(), verb + RECIPIENT) && (!to || !clause.covers(Concept.THIRD_PARTY, i)); i++) {
            to |= tokens.is(i, "to") || tokens.is(i, "with");
            if (to && tokens.isAny(i, POLITICIANS)) {
                return true;
            }
        }
        return false;
    }

    /** "We do not sell any other personal information": what was named before may be sold. */
    static boolean ofTheRest(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.hasWord("other") ? clause.mentions() : List.<Mention>of()) {
            if (mention.concept() == Concept.PERSONAL && mention.from() > tokens.firstFrom(statement.start())) {
                int other = tokens.is(mention.from(), "other") ? mention.from() : mention.from() - 1;
                if (other - 2 < clause.from() || !tokens.is(other, "other")) {
                    return false;
                }
                int before = tokens.is(other - 1, "any") || tokens.is(other - 1, "your") ? other - 2 : other - 1;
                return clause.covers(Concept.SELL, before) || clause.covers(Concept.DISCLOSE, before) || tokens.is(before, '"') || tokens.is(before, ')');
            }
        }
        return false;
    }

    /** "We do not sell the information you provide to us", "… that members give us": what comes from elsewhere may be sold. */
    private static boolean whatIsProvided(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        for (int i = verb + 2; i + 1 < Math.min(clause.to(), verb + PROVIDED); i++) {
            if (tokens.isAny(i, PROVIDE)) {
                return clause.covers(Concept.CONSUMER, i - 1) && clause.hasWithin(Concept.PERSONAL, verb + 1, i)
                        && (tokens.is(i + 1, "to") || tokens.is(i + 1, "us") || tokens.is(i + 1, "directly"));
            }
        }
        return false;
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
        if (condition && (clause.hasWithin(Concept.REQUEST_VERB, clause.from(), tokens.firstFrom(statement.start()))
                || clause.from() + 2 < clause.to() && tokens.is(clause.from() + 1, "you") && tokens.isAny(clause.from() + 2, OBJECTS) && clause.indexOf(':') < 0)) {
            return true;
        }
        // "Within ten days of your request, we will not sell it".
        if ((tokens.is(clause.from(), "within") || tokens.is(clause.from(), "following")) && clause.hasWithin(REQUESTED, clause.from(), tokens.firstFrom(statement.start()))) {
            return true;
        }
        for (int i = tokens.firstFrom(statement.start()); i + 1 < clause.to(); i++) {
            if ((tokens.is(i, "after") || tokens.is(i, "once") || tokens.is(i, "unless") || tokens.is(i, "if")) && tokens.is(i + 1, "you") && !tokens.is(i - 1, "and")
                    && (clause.hasWithin(Concept.REQUEST_VERB, i, clause.to()) || tokens.is(i, "if") && clause.hasWithin(OBJECTS, i + 2, i + 4))
                    || tokens.isAny(i, AFTERWARDS) && !tokens.is(i - 1, "and") && (clause.hasWithin(Concept.REQUEST_VERB, i, clause.to()) || clause.hasWithin(Concept.RIGHT, i, clause.to()))) {
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
    static boolean ofAddresses(Clause clause, Statement statement) {
        return ofElements(clause, statement, ADDRESSES);
    }

    /** Whether it is one of what people look at: the data that targeted advertising is made of. */
    static boolean ofBrowsing(Clause clause, Statement statement) {
        return ofElements(clause, statement, BROWSING);
    }

    private static boolean ofElements(Clause clause, Statement statement, WordSet names) {
        int verb = clause.tokens().firstFrom(statement.start());
        int element = ofSomeData(clause, verb) ? -1 : element(clause, verb);
        for (Mention mention : clause.mentions(Concept.ELEMENT)) {
            if (mention.from() <= element && element < mention.to() && names.contains(mention.entry().name())) {
                return true;
            }
        }
        return false;
    }

    /** "We do not rent our mailing list": what else is known may be sold. */
    static boolean ofLists(Clause clause, Statement statement) {
        int term = clause.endOfTerm(clause.tokens().firstFrom(statement.start()));
        for (Mention mention : clause.mentions(Concept.PERSONAL)) {
            if (mention.from() > term && mention.from() <= term + LIST_REACH) {
                return clause.tokens().is(mention.to() - 1, "list") || clause.tokens().is(mention.to() - 1, "lists");
            }
        }
        return false;
    }

    /** Whether sensitive data, telephone numbers or those of employees are meant; in a notice to employees, theirs are all. */
    private static boolean ofSomeData(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        int term = clause.endOfTerm(verb);
        for (int i = term + 1; i < Math.min(clause.to(), term + 7); i++) {
            if (tokens.is(i, "sensitive") && !tokens.is(i - 1, "including") && !tokens.is(i - 1, "or") && !tokens.is(i - 1, "your") && !tokens.is(i - 1, ',')) {
                return true;
            }
            if (tokens.is(i, "personal") || tokens.is(i, "data")) {
                break;
            }
        }
        boolean ofStaff = !clause.headings().isEmpty() && clause.headings().get(clause.headings().size() - 1).hasAny(STAFF);
        for (int i = Math.max(clause.from(), verb - 14); i < Math.min(clause.to(), term + 10) && !anotherAct(clause, verb, i); i++) {
            if (!ofStaff && tokens.isAny(i, STAFF) || tokens.is(i, "sms") || tokens.is(i, "mobile")) {
                return !included(tokens, verb, i);
            }
        }
        return false;
    }

    /** "We do not sell personal information or share mobile numbers": whether all has been named before the token, where something else is denied of other data. */
    private static boolean anotherAct(Clause clause, int verb, int token) {
        return token > verb + 1 && (clause.covers(Concept.DISCLOSE, token) || clause.covers(Concept.NEGATION, token))
                && clause.hasWithin(Concept.PERSONAL, verb + 1, token);
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
        int term = clause.endOfTerm(verb);
        for (int i = term + 1; i < Math.min(clause.to(), term + 14); i++) {
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
        for (int i = verb - 1; i >= Math.max(clause.from(), verb - SUBJECT_REACH); i--) {
            if ((clause.covers(Concept.ELEMENT, i) || clause.covers(Concept.CATEGORY, i)) && !ofAll(clause, i)) {
                return headedByPersonal(clause, i) ? -1 : i;
            }
            if (ofAll(clause, i)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether the token stands in words for personal information that are not the name of an element: "your data", a school's "student data", and not "your name". */
    private static boolean ofAll(Clause clause, int token) {
        for (Mention mention : clause.covers(Concept.PERSONAL, token) ? clause.mentions() : List.<Mention>of()) {
            if (mention.concept() == Concept.PERSONAL && mention.from() <= token && token < mention.to()
                    && (clause.tokens().is(mention.from(), "student") || clause.tokens().is(mention.from(), "students")) && clause.tokens().isAny(mention.to() - 1, DATA)) {
                return true;
            }
            if (mention.concept() == Concept.PERSONAL && mention.from() <= token && token < mention.to()
                    && !clause.anyMention(m -> m.concept() == Concept.ELEMENT && m.from() == mention.from() && m.to() == mention.to())) {
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
}
