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
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** From what age the policy takes children's data: not knowingly collecting comes before not being meant for, that before an age of eligibility. */
final class ChildrenExtractor {
    private final Quotes quotes;

    ChildrenExtractor(Quotes quotes) {
        this.quotes = quotes;
    }

    /** The age of the rule on selling the data of minors, Cal. Civ. Code §1798.120(c): where only this one is spoken of, it tells nothing of whom the service is for. */
    private static final int SALE = 16;
    private static final WordSet SUPPOSES = WordSet.of("if", "when", "whether", "unless", "believe", "learn", "aware", "discover", "without", "should");

    /** What those who are too young may not do. */
    private static final WordSet PARTAKE = WordSet.of("use", "access", "visit", "enter", "register", "sign", "subscribe", "join", "apply", "create", "open", "buy", "purchase", "order",
            "submit", "provide", "send", "give", "post", "hold", "own", "have", "participate", "enroll", "become", "using", "accessing", "visiting", "entering", "registering", "creating", "opening", "buying", "purchasing");
    /** Verbs and nouns of taking data that only a denial makes ones of children. */
    private static final WordSet RULES = WordSet.of("restricts", "regulates", "governs", "limits", "imposes", "prohibits", "forbids");
    private static final WordSet TAKE = WordSet.of("seek", "want", "handle", "process", "keep", "store", "hold", "accept", "request", "ask", "collection", "processing");
    private static final WordSet OFFERS = WordSet.of("is", "are", "we", "offer", "offers", "make", "makes", "build", "builds", "publish", "publishes", "provide", "provides", "create", "creates");
    /** Tokens behind an age within which something is said to be barred. */
    private static final int BARRED = 20;
    /** Tokens from an age to the request that it is asked for: "you must be 18 to submit a request". */
    private static final int ASKING = 10;
    /** Words of a sentence, at least. */
    private static final int SENTENCE = 6;
    private static final WordSet LEARNS = WordSet.of("learn", "learned", "learns", "aware", "discover", "discovered", "discovers", "find", "finds", "found", "informed", "notified", "told", "realize", "realise", "realizes", "realises",
            "mistake", "mistakenly", "inadvertently", "accidentally", "unintentionally", "unknowingly");

    private record Found(int age, int rank, Evidence evidence) {}

    ChildrenFact extract(PolicyReading reading) {
        List<Found> found = new ArrayList<>();
        List<Evidence> denials = new ArrayList<>();
        List<Evidence> consents = new ArrayList<>();
        List<Evidence> served = new ArrayList<>();
        TreeSet<Integer> all = new TreeSet<>();
        TreeSet<Integer> spoken = new TreeSet<>();
        int denied = 0;
        for (Clause clause : reading.clauses()) {
            List<Ages.Age> own = Ages.of(clause);
            List<Ages.Age> ages = own;
            if (ages.isEmpty() && !clause.isHeading() && !clause.headings().isEmpty() && clause.headings().get(0).has(Concept.CHILD)) {
                ages = Ages.of(clause.headings().get(0));
            }
            if (ages.isEmpty() && refersToAge(clause) && clause.index() > 0) {
                ages = Ages.of(reading.clauses().get(clause.index() - 1)).stream().map(age -> new Ages.Age(age.years(), age.token(), true)).toList();
            }
            ages.forEach(age -> all.add(age.years()));
            if (!clause.has(Concept.SELL) && (clause.hasAny(Concept.CHILD, Concept.PARENTAL_CONSENT) || underChildren(clause))) {
                ages.stream().filter(age -> age.under() && age.years() != SALE).forEach(age -> spoken.add(age.years()));
            }
            if (serves(clause)) {
                served.add(quotes.of(clause, 0.9));
            }
            boolean sale = clause.has(Concept.SELL) && MinorsSaleExtractor.onlyMinors(clause) && clause.anyStatement(s -> s.practice() == Practice.SELL
                    && s.object() == Subject.PERSONAL_INFORMATION) && !collects(clause) && !turnsAway(clause, own);
            if (clause.isHeading() && !isSentence(clause) || !clause.has(Concept.CHILD) && ages.isEmpty() && !underChildren(clause) && !forAdults(clause) || sale) {
                continue;
            }
            int rank = rank(clause, own);
            if (rank == 0) {
                continue;
            }
            Evidence evidence = quotes.of(clause, rank == 3 ? 0.95 : rank == 2 ? 0.9 : 0.75);
            if (rank == 3) {
                denied++;
            }
            if (rank == 4) {
                consents.add(evidence);
            } else {
                denials.add(evidence);
            }
            for (Ages.Age age : ages) {
                if (age.under() || rank == 1 || rank == 3 && clause.hasWord("younger") || rank == 2 && !clause.has(Concept.PARENTAL_CONSENT)) {
                    found.add(new Found(age.years(), clause.has(Concept.REGION_FOREIGN) ? 1 : rank == 3 && underSale(clause) ? 2 : rank, evidence));
                }
            }
        }
        if (denials.isEmpty() && consents.isEmpty() && served.isEmpty()) {
            return new ChildrenFact(null, List.copyOf(all), ChildrenStance.UNSTATED, List.of());
        }
        Map<Integer, List<Found>> byRank = new TreeMap<>();
        found.forEach(one -> byRank.computeIfAbsent(-one.rank(), r -> new ArrayList<>()).add(one));
        if (byRank.size() > 1 && denied > 0) {
            // "Where a student is under 18, we ask for a parent's consent first" beside "we do not knowingly collect from children under 16".
            byRank.remove(-4);
        }
        Integer age = byRank.isEmpty() ? null : byRank.values().iterator().next().get(0).age();
        if (age == null && spoken.size() == 1) {
            // "By children we mean anyone under 18": the one age at which children are spoken of.
            age = spoken.first();
        }
        if (age != null) {
            all.remove(age);
        }
        if (denied == 0) {
            served.addAll(consents);
        }
        boolean collects = !served.isEmpty();
        return new ChildrenFact(age, List.copyOf(all), collects ? ChildrenStance.KNOWINGLY_COLLECTS : ChildrenStance.NOT_DIRECTED,
                Quotes.best(collects ? served : denials));
    }

    /** "Parents can open a child account", "what we collect from children": a service for them, whatever the policy denies of the rest. */
    private static boolean serves(Clause clause) {
        return (clause.has(Concept.SERVES_CHILDREN) || takesFrom(clause)) && !clause.isHeading() && !clause.has(Concept.NEGATION) && !clause.tokens().is(clause.to() - 1, '?')
                && !clause.hasAny(SUPPOSES) && !ofLaw(clause);
    }

    /** "COPPA restricts what may be collected from children": what a law does, whoever collects. */
    private static boolean ofLaw(Clause clause) {
        return (clause.hasWord("coppa") || clause.hasWord("act") || clause.hasWord("law")) && clause.hasAny(RULES) && !clause.hasWord("we") && !clause.hasWord("our");
    }

    /** "Children under this age": the age that the sentence before gives. */
    private static boolean refersToAge(Clause clause) {
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
        if (clause.covers(Concept.TARGETED_ADS, verb)) {
            return false;
        }
        return !clause.has(Concept.CHILD) || clause.mentions().stream().anyMatch(m -> m.concept() == Concept.CHILD && Math.abs(m.from() - verb) <= 14);
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
        boolean must = clause.has(Concept.DIRECTED);
        boolean use = false;
        for (int i = clause.from(); i < clause.to(); i++) {
            String word = tokens.word(i);
            must |= word.equals("must") || word.equals("only") || word.equals("least") || word.equals("older") || word.equals("require") || word.equals("represent")
                    || word.equals("confirm") || word.equals("warrant") || word.equals("restrict");
            use |= word.startsWith("use") || word.startsWith("service") || word.startsWith("site") || word.startsWith("website") || word.startsWith("account")
                    || word.startsWith("app")
                    || word.startsWith("platform") || word.startsWith("individual") || word.startsWith("person") || word.startsWith("adult") || word.startsWith("us")
                    || word.equals("you");
        }
        return must && use;
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

    /** "Only use this site if you are aged 18 or over". */
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
                if (denied && tokens.isAny(i, PARTAKE)) {
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

    /** Whether the clause has a verb of collecting besides "sell or process". */
    private static boolean collects(Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            String word = clause.tokens().word(i);
            if (word.startsWith("collect") || word.startsWith("solicit") || word.startsWith("maintain") || word.startsWith("acquire") || word.startsWith("gather")
                    || word.startsWith("obtain")) {
                return true;
            }
        }
        return false;
    }

    /** "No actual knowledge that we have disclosed the information of minors": of a sale, not of collecting. */
    private static boolean disclosesAlone(Clause clause) {
        return !clause.statements().isEmpty() && clause.statements().stream().allMatch(s -> s.practice() == Practice.DISCLOSE);
    }

    /** "We do not market to children under 13." in bold: a sentence, though it stands like a heading. */
    private static boolean isSentence(Clause clause) {
        return clause.words() >= SENTENCE && clause.tokens().is(clause.to() - 1, '.');
    }

    /** Whether the section is on selling the data of minors, whose age is that rule's. */
    private static boolean underSale(Clause clause) {
        return !clause.headings().isEmpty() && clause.headings().get(0).has(Concept.SELL);
    }

    private static boolean underChildren(Clause clause) {
        return !clause.headings().isEmpty() && clause.headings().get(0).has(Concept.CHILD);
    }

    /** 3 for "do not knowingly collect", 2 for "not directed to", 1 for "must be at least", 4 for collecting with consent, 0 for nothing about children. */
    private static int rank(Clause clause, List<Ages.Age> ages) {
        boolean negated = clause.has(Concept.NEGATION);
        boolean subject = clause.has(Concept.CHILD) || underChildren(clause) || ages.stream().anyMatch(Ages.Age::under) || !ages.isEmpty() && clause.hasWord("younger");
        if (subject) {
            int rank = 0;
            for (Statement statement : clause.statements()) {
                boolean negative = statement.polarity() == Polarity.NEGATIVE;
                if (statement.practice() == Practice.COLLECT && statement.actor() == Actor.BUSINESS && negative && aboutData(clause)) {
                    rank = Math.max(rank, 3);
                } else if (statement.practice() == Practice.DIRECT_TO_CHILDREN && negative && nearChild(clause, statement)
                        || statement.practice() == Practice.USE && negative && statement.actor() == Actor.CONSUMER) {
                    rank = Math.max(rank, 2);
                }
            }
            if (rank > 0) {
                return rank;
            }
            if (negated && clause.has(Concept.ACTUAL_KNOWLEDGE) && !clause.has(Concept.SELL) && !disclosesAlone(clause)) {
                return 3;
            }
            boolean collects = clause.anyStatement(s -> (s.practice() == Practice.COLLECT || s.practice() == Practice.RETAIN) && s.actor() == Actor.BUSINESS);
            if (clause.has(Concept.PARENTAL_CONSENT) && !negated) {
                return collects ? 4 : !ages.isEmpty() ? 2 : 0;
            }
            if (deniesTaking(clause, ages)) {
                return 3;
            }
            if (negated && (clause.has(Concept.PARENTAL_CONSENT) || clause.has(Concept.DIRECTED) && !ages.isEmpty())) {
                return 2;
            }
            if (clause.has(Concept.DIRECTED, "barred") && !ages.isEmpty() || barred(clause, ages)) {
                return 2;
            }
            if (!negated && !clause.has(Concept.CONDITION) && clause.has(Concept.DIRECTED, "for children") && clause.hasAny(OFFERS)) {
                return 4;
            }
        }
        if (turnsAway(clause, ages) || subject && undoes(clause, ages)) {
            return 2;
        }
        if (clause.to() > clause.from() && clause.tokens().is(clause.to() - 1, '?') || clause.has(Concept.RIGHT_FRAME) && clause.has(Concept.CONDITION) && !onlyIf(clause)) {
            return 0;
        }
        for (Ages.Age age : ages) {
            if (!age.under() && age.years() >= 13 && !clause.hasWithin(Concept.REQUEST_TRIGGER, Math.max(clause.from(), age.token() - ASKING * 2), age.token() + ASKING)
                    && (requires(clause) || Ages.minimum(clause, age.token()))) {
                return 1;
            }
        }
        return forAdults(clause) ? 1 : 0;
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
