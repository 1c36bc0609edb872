package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import dev.policyscan.statement.Statement.Subject;
import java.util.List;

/** What clauses say of children and of ages. */
final class ChildrenClauses {
    /** What a clause may say, in the order in which its age counts. */
    enum Says {
        NOTHING(0),
        /** "You must be at least 18." */
        ELIGIBLE(0.75),
        /** "This site is not meant for children." */
        NOT_DIRECTED(0.9),
        /** "We do not knowingly collect information from children." */
        NOT_COLLECTED(0.95),
        /** "With their parents' consent we collect information from children." */
        WITH_CONSENT(0.75);

        private final double confidence;

        Says(double confidence) {
            this.confidence = confidence;
        }

        double confidence() {
            return confidence;
        }
    }

    private static final WordSet SUPPOSES = WordSet.of("if", "when", "whether", "unless", "believe", "learn", "aware", "discover", "without", "should", "terminate",
            "deactivate", "disable", "suspend");
    /** What those who are too young may not do. */
    private static final WordSet PARTAKE = WordSet.of("use", "access", "visit", "enter", "register", "sign", "subscribe", "join", "apply", "create", "open", "buy", "purchase", "order",
            "submit", "provide", "send", "give", "post", "hold", "own", "have", "participate", "enroll", "become", "using", "accessing", "visiting", "entering", "registering", "creating", "opening", "buying", "purchasing");
    /** What laws do. */
    private static final WordSet RULES = WordSet.of("restricts", "regulates", "governs", "limits", "imposes", "prohibits", "forbids");
    private static final WordSet RULEBOOKS = WordSet.of("policy", "policies", "section", "rules", "rule", "notice", "statement", "provisions", "paragraph", "requirements", "restrictions", "commitments");
    private static final WordSet TOPIC = WordSet.of("regarding", "on", "about", "concerning", "governing", "for", "covering", "around", "addressing");
    /** Tokens from "on" to what rules are about, at most. */
    private static final int ON = 5;
    private static final WordSet CONSENTS = WordSet.of("consent", "consents", "authorization", "permission", "approval");
    /** Tokens from "obtain" to the consent, at most. */
    private static final int CONSENT = 6;
    /** Verbs and nouns of taking data that only a denial makes ones of children. */
    private static final WordSet TAKE = WordSet.of("seek", "want", "handle", "process", "keep", "store", "hold", "accept", "request", "ask", "collection", "processing");
    private static final WordSet SERVICES = WordSet.of("service", "services", "site", "sites", "app", "apps", "website", "websites", "section", "sections", "products",
            "product", "program", "club", "platform");
    /** Tokens of the name of an excepted service, at most. */
    private static final int SERVICE = 7;
    private static final WordSet OFFERS = WordSet.of("is", "are", "we", "offer", "offers", "make", "makes", "build", "builds", "publish", "publishes", "provide", "provides", "create", "creates");
    /** Tokens behind an age within which something is said to be barred. */
    private static final int BARRED = 20;
    /** Tokens from an age to the request that it is asked for: "you must be 18 to submit a request". */
    private static final int ASKING = 10;
    /** Words of a sentence, at least. */
    private static final int SENTENCE = 6;
    private static final WordSet LEARNS = WordSet.of("learn", "learned", "learns", "aware", "discover", "discovered", "discovers", "find", "finds", "found", "informed", "notified", "told", "realize", "realise", "realizes", "realises",
            "mistake", "mistakenly", "inadvertently", "accidentally", "unintentionally", "unknowingly");

    private ChildrenClauses() {}

    /** Whether a clause may say something of children or of ages at all. */
    static boolean speaks(Clause clause, List<Ages.Age> ages) {
        return (!clause.isHeading() || isSentence(clause)) && (clause.has(Concept.CHILD) || !ages.isEmpty() || underChildren(clause) || forAdults(clause));
    }

    /** Whether the clause is on selling the data of minors, and on nothing else. */
    static boolean ofSale(Clause clause, List<Ages.Age> ages) {
        return clause.has(Concept.SELL) && (MinorsSaleExtractor.onlyMinors(clause) || sellsOf(clause, ages)) && clause.anyStatement(s -> s.practice() == Practice.SELL
                && s.object() == Subject.PERSONAL_INFORMATION) && !collects(clause) && !turnsAway(clause, ages)
                || MinorsSaleExtractor.notTakenForSale(clause);
    }

    /** "…; however, we do not knowingly sell that of consumers under 16": whether a verb of selling is the last before the first age. */
    private static boolean sellsOf(Clause clause, List<Ages.Age> ages) {
        int age = ages.isEmpty() ? clause.from() : ages.get(0).token();
        return clause.hasWithin(Concept.SELL, age - BARRED, age) && !clause.hasAny(Concept.DIRECTED, Concept.DO_NOT_SEND);
    }

    /** What the clause says of children, whose ages stand in it. */
    static Says says(Clause clause, List<Ages.Age> ages) {
        boolean subject = clause.has(Concept.CHILD) || underChildren(clause) || ages.stream().anyMatch(Ages.Age::under) || !ages.isEmpty() && clause.hasWord("younger");
        Says said = subject ? ofChildren(clause, ages) : null;
        if (said != null) {
            return said;
        }
        if (turnsAway(clause, ages) || subject && undoes(clause, ages)) {
            return Says.NOT_DIRECTED;
        }
        return ofAge(clause, ages) ? Says.ELIGIBLE : Says.NOTHING;
    }

    /** What a clause on children says of them; null where it does not tell. */
    private static Says ofChildren(Clause clause, List<Ages.Age> ages) {
        Says stated = stated(clause);
        if (stated != null) {
            return stated;
        }
        boolean negated = clause.has(Concept.NEGATION);
        boolean aged = !ages.isEmpty();
        if (negated && clause.has(Concept.ACTUAL_KNOWLEDGE) && (!clause.has(Concept.SELL) || collects(clause)) && !disclosesAlone(clause)) {
            return Says.NOT_COLLECTED;
        }
        if (clause.has(Concept.PARENTAL_CONSENT) && !negated) {
            boolean collects = clause.anyStatement(s -> (s.practice() == Practice.COLLECT || s.practice() == Practice.RETAIN) && s.actor() == Actor.BUSINESS);
            return collects ? Says.WITH_CONSENT : aged ? Says.NOT_DIRECTED : Says.NOTHING;
        }
        if (deniesTaking(clause, ages)) {
            return Says.NOT_COLLECTED;
        }
        if (negated && (clause.has(Concept.PARENTAL_CONSENT) || aged && directed(clause)) || clause.has(Concept.DIRECTED, "barred") && aged || barred(clause, ages)
                || negated && clause.has(Concept.DIRECTED) && notFor(clause)) {
            return Says.NOT_DIRECTED;
        }
        return !negated && !clause.has(Concept.CONDITION) && clause.has(Concept.DIRECTED, "for children") && clause.hasAny(OFFERS) ? Says.WITH_CONSENT : null;
    }

    /** What the clause's statements deny; null where they deny nothing. */
    private static Says stated(Clause clause) {
        Says stated = null;
        for (Statement statement : clause.statements()) {
            boolean negative = statement.polarity() == Polarity.NEGATIVE;
            if (statement.practice() == Practice.COLLECT && statement.actor() == Actor.BUSINESS && negative && aboutData(clause)) {
                return Says.NOT_COLLECTED;
            }
            if (statement.practice() == Practice.DIRECT_TO_CHILDREN && negative && nearChild(clause, statement)
                    || statement.practice() == Practice.USE && negative && statement.actor() == Actor.CONSUMER) {
                stated = Says.NOT_DIRECTED;
            }
        }
        return stated;
    }

    /** Whether the clause makes an age a condition of use, not of a request. */
    private static boolean ofAge(Clause clause, List<Ages.Age> ages) {
        if (clause.to() > clause.from() && clause.tokens().is(clause.to() - 1, '?') || clause.has(Concept.RIGHT_FRAME) && clause.has(Concept.CONDITION) && !onlyIf(clause)) {
            return false;
        }
        for (Ages.Age age : ages) {
            if (!age.under() && age.years() >= 13 && !clause.hasWithin(Concept.REQUEST_TRIGGER, Math.max(clause.from(), age.token() - ASKING * 2), age.token() + ASKING)
                    && (requires(clause) || Ages.minimum(clause, age.token()))) {
                return true;
            }
        }
        return forAdults(clause);
    }

    /** "Parents can open a child account", "what we collect from children": a service for them, whatever the policy denies of the rest. */
    static boolean serves(Clause clause) {
        return exceptsService(clause) || (clause.has(Concept.SERVES_CHILDREN) || takesFrom(clause)) && !clause.isHeading() && !title(clause)
                && !clause.has(Concept.NEGATION) && !clause.tokens().is(clause.to() - 1, '?')
                && !clause.hasAny(SUPPOSES) && !ofLaw(clause) && !ofRules(clause);
    }

    /** "This policy on the collection of data from children": what rules are about, whether or not it is ever done. */
    private static boolean ofRules(Clause clause) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.hasAny(RULEBOOKS) ? clause.mentions(Concept.SERVES_CHILDREN) : List.<Mention>of()) {
            for (int i = mention.from() - 1; i > clause.from() && i >= mention.from() - ON; i--) {
                if (tokens.isAny(i - 1, RULEBOOKS)) {
                    return tokens.isAny(i, TOPIC);
                }
            }
        }
        return false;
    }

    /** "Collecting information from children", in a line of its own. */
    private static boolean title(Clause clause) {
        return clause.words() <= SENTENCE && clause.tokens().endsWith(clause.from(), "ing") && (clause.tokens().kind(clause.to() - 1) == Tokens.Kind.WORD
                || clause.tokens().is(clause.to() - 1, ';'));
    }

    /** "Except for our Kids' Club service, the site is not meant for children": what is excepted is. */
    private static boolean exceptsService(Clause clause) {
        Mention exception = clause.first(Concept.EXCEPTION);
        if (exception == null || exception.from() != clause.from()) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = exception.to(); i < Math.min(clause.to(), exception.to() + SERVICE) && !tokens.is(i, ','); i++) {
            if (clause.hasWithin(Concept.CHILD, exception.to(), i) && tokens.isAny(i, SERVICES)) {
                return true;
            }
        }
        return false;
    }

    /** "COPPA restricts what may be collected from children": what a law does, whoever collects. */
    private static boolean ofLaw(Clause clause) {
        return (clause.hasWord("coppa") || clause.hasWord("act") || clause.hasWord("law")) && clause.hasAny(RULES) && !clause.hasWord("we") && !clause.hasWord("our");
    }

    /** "Children under this age": the age that the sentence before gives. */
    static boolean refersToAge(Clause clause) {
        if (!clause.hasWord("age")) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 2 < clause.to(); i++) {
            if ((tokens.is(i, "under") || tokens.is(i, "below")) && (tokens.is(i + 1, "this") || tokens.is(i + 1, "that")) && tokens.is(i + 2, "age")) {
                return true;
            }
        }
        return false;
    }

    private static boolean nearChild(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        if (clause.covers(Concept.TARGETED_ADS, verb) || ofPurpose(clause, verb)) {
            return false;
        }
        return !clause.has(Concept.CHILD) || clause.anyMention(m -> m.concept() == Concept.CHILD && Math.abs(m.from() - verb) <= 14);
    }

    private static boolean directed(Clause clause) {
        return clause.anyMention(m -> m.concept() == Concept.DIRECTED && !ofPurpose(clause, m.from()));
    }

    /** "For use in marketing": what something is for, not whom a service is meant for. */
    private static boolean ofPurpose(Clause clause, int directed) {
        Tokens tokens = clause.tokens();
        return tokens.is(directed, "marketing") && directed > clause.from() && (tokens.is(directed - 1, "in") || tokens.is(directed - 1, "for") || tokens.is(directed - 1, "of"));
    }

    private static boolean aboutData(Clause clause) {
        if (clause.hasAny(Concept.PERSONAL, Concept.ACTUAL_KNOWLEDGE)) {
            return true;
        }
        for (int i = clause.from(); i < clause.to(); i++) {
            if (clause.tokens().is(i, "information") || clause.tokens().is(i, "data") || clause.tokens().is(i, "anything")) {
                return true;
            }
        }
        return false;
    }

    /** "We collect progress data from children": taken from them, not only of them. */
    private static boolean takesFrom(Clause clause) {
        for (Mention mention : clause.has(Concept.CHILD) ? clause.mentions() : List.<Mention>of()) {
            if (mention.concept() == Concept.CHILD && clause.anyStatement(s -> s.practice() == Practice.COLLECT && s.actor() == Actor.BUSINESS && s.actorStated()
                    && s.polarity() == Polarity.POSITIVE && s.speech() == Speech.ASSERTION && s.start() < clause.tokens().start(mention.from()))) {
                for (int i = mention.from() - 1; i > clause.from() && i >= mention.from() - 2; i--) {
                    if (clause.tokens().is(i, "from")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether the clause makes an age a condition of use: "you must be at least 18", "intended for persons over 18". */
    private static boolean requires(Clause clause) {
        Tokens tokens = clause.tokens();
        boolean must = directed(clause);
        boolean use = false;
        for (int i = clause.from(); i < clause.to(); i++) {
            String word = tokens.word(i);
            must |= word.equals("must") || word.equals("only") || word.equals("least") || word.equals("older") || word.equals("require") || word.equals("represent")
                    || word.equals("confirm") || word.equals("warrant") || word.equals("restrict") || hasToBe(clause, i);
            use |= word.startsWith("use") || word.startsWith("service") || word.startsWith("site") || word.startsWith("website") || word.startsWith("account")
                    || word.startsWith("app")
                    || word.startsWith("platform") || word.startsWith("individual") || word.startsWith("person") || word.startsWith("adult") || word.startsWith("us") || word.startsWith("member")
                    || i > clause.from() && tokens.is(i - 1, "may") && tokens.isAny(i, PARTAKE)
                    || word.equals("you");
        }
        return must && use;
    }

    /** "You need to be 16 or over", "users have to be over 18", "you should be 16": whether a token says what one has to be. */
    private static boolean hasToBe(Clause clause, int token) {
        Tokens tokens = clause.tokens();
        boolean has = tokens.is(token, "need") || tokens.is(token, "needs") || tokens.is(token, "have") || tokens.is(token, "has");
        return has && token + 2 < clause.to() && tokens.is(token + 1, "to") && tokens.is(token + 2, "be") || tokens.is(token, "should") && token + 1 < clause.to() && tokens.is(token + 1, "be");
    }

    /** "If you are under 18, you must leave this site", "do not send us any information". */
    private static boolean turnsAway(Clause clause, List<Ages.Age> ages) {
        if (ages.isEmpty() || !ages.get(0).under() || !clause.has(Concept.CONDITION)) {
            return false;
        }
        if (clause.has(Concept.DO_NOT_SEND)) {
            return true;
        }
        Tokens tokens = clause.tokens();
        for (int i = ages.get(0).token(); i < clause.to(); i++) {
            if (tokens.is(i, "leave") || tokens.is(i, "exit") || tokens.is(i, "use") && clause.hasWithin(Concept.NEGATION, Math.max(ages.get(0).token(), i - 4), i)) {
                return true;
            }
        }
        return false;
    }

    /** "If we learn that a child under 13 gave us data, we delete it". */
    private static boolean undoes(Clause clause, List<Ages.Age> ages) {
        return clause.hasAny(LEARNS) && ages.stream().anyMatch(Ages.Age::under)
                && clause.anyStatement(s -> s.practice() == Practice.DELETE && s.actor() == Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE);
    }

    /** "Only use this site if you are 18 by now". */
    private static boolean onlyIf(Clause clause) {
        for (int i = clause.from(); i < clause.to() && !clause.covers(Concept.CONDITION, i); i++) {
            if (clause.tokens().is(i, "only")) {
                return true;
            }
        }
        return false;
    }

    /** "No one under 13 may use it", "those not yet 13 must not sign up": an age, a negation before it or behind it, and what is not open to them. */
    private static boolean barred(Clause clause, List<Ages.Age> ages) {
        Tokens tokens = clause.tokens();
        for (Ages.Age age : ages) {
            boolean denied = age.under() && age.token() > clause.from() && clause.hasWithin(Concept.NEGATION, Math.max(clause.from(), age.token() - 6), age.token());
            for (int i = age.token() + 1; age.under() && i < Math.min(clause.to(), age.token() + BARRED) && !tokens.is(i, "we") && !tokens.is(i, "us"); i++) {
                denied |= clause.covers(Concept.NEGATION, i);
                if (denied && tokens.isAny(i, PARTAKE) && !tokens.is(i - 1, "for")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "We are not interested in, and do not seek, information on children under 13". */
    private static boolean deniesTaking(Clause clause, List<Ages.Age> ages) {
        if (clause.hasAny(Concept.SELL, Concept.DISCLOSE) || !aboutData(clause) || ages.stream().noneMatch(Ages.Age::under)) {
            return false;
        }
        for (int i = clause.from(); i < clause.to(); i++) {
            if (clause.tokens().isAny(i, TAKE) && (clause.hasWithin(Concept.NEGATION, Math.max(clause.from(), i - 3), i)
                    || clause.hasWithin(Concept.DIRECTED, Math.max(clause.from(), i - 3), i) && clause.has(Concept.DIRECTED, "barred"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause has a verb of collecting besides selling, "process personal data" included, though not "process for advertising". */
    private static boolean collects(Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            String word = clause.tokens().word(i);
            if (word.startsWith("obtain") && clause.hasWithin(CONSENTS, i + 1, i + CONSENT)) {
                continue;
            }
            if (word.startsWith("collect") || word.startsWith("solicit") || word.startsWith("maintain") || word.startsWith("acquire") || word.startsWith("gather")
                    || word.startsWith("obtain") || word.equals("process") && clause.hasWithin(Concept.PERSONAL, i + 1, i + 2)) {
                return true;
            }
        }
        return false;
    }

    /** "No actual knowledge that we have disclosed the information of minors": of a sale, not of collecting. */
    private static boolean disclosesAlone(Clause clause) {
        return clause.anyStatement(s -> s.practice() == Practice.DISCLOSE)
                && clause.statements().stream().allMatch(s -> s.practice() == Practice.DISCLOSE || s.practice() == Practice.USE
                || ofPurpose(clause, clause.tokens().firstFrom(s.start())));
    }

    /** "We do not market to children under 13." in bold: a sentence, though it stands like a heading. */
    private static boolean isSentence(Clause clause) {
        return clause.words() >= SENTENCE && clause.tokens().is(clause.to() - 1, '.');
    }

    /** Whether the section is on selling the data of minors, whose age is that rule's. */
    static boolean underSale(Clause clause) {
        return !clause.headings().isEmpty() && clause.headings().get(0).has(Concept.SELL);
    }

    static boolean underChildren(Clause clause) {
        return !clause.headings().isEmpty() && clause.headings().get(0).has(Concept.CHILD);
    }

    /** "For grown-ups and not for children", "meant for adults, not minors". */
    private static boolean notFor(Clause clause) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions(Concept.CHILD)) {
            int not = tokens.is(Math.max(clause.from(), mention.from() - 1), "for") ? mention.from() - 2 : mention.from() - 1;
            if (not >= clause.from() && tokens.is(not, "not")) {
                return true;
            }
        }
        return false;
    }

    /** "Our site is intended for adults": for nobody younger, at whatever age that ends. */
    private static boolean forAdults(Clause clause) {
        if (!clause.hasWord("adults") || !clause.has(Concept.DIRECTED) || clause.hasAny(Concept.NEGATION, Concept.CHILD)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            if (tokens.is(i, "adults") && clause.hasWithin(Concept.DIRECTED, Math.max(clause.from(), i - 5), i)) {
                return tokens.is(i - 1, "for") || tokens.is(i - 1, "to") || tokens.is(i - 1, "by");
            }
        }
        return false;
    }
}
