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
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import java.util.ArrayList;
import java.util.List;

/** What is done with a browser's signal: Do Not Track (CalOPPA §22575(b)(5)) or Global Privacy Control (11 CCR §7025). */
final class SignalExtractor {
    private static final int FOLLOWING = 4;

    private static final WordSet SIGNALS = WordSet.of("signal", "signals", "setting", "settings", "header", "headers", "mechanism", "mechanisms", "browser", "browsers", "preference", "preferences");
    private static final WordSet MEANS = WordSet.of("use", "using", "via", "through", "enable", "enabling", "sending", "activating", "activate", "turning", "switching", "installing", "setting",
            "turn", "switch", "install", "implement", "implementing", "broadcasting", "transmitting", "with", "by", "send", "set");

    private static final WordSet SENDS = WordSet.of("send", "sends", "sent", "sending", "transmit", "transmits", "transmitting", "broadcast", "broadcasts");
    private static final WordSet TECHNOLOGY = WordSet.of("technology", "technologies", "software", "mechanism", "mechanisms", "system", "systems", "tool", "tools", "capability", "functionality", "ability", "means");
    /** Tokens from "send" to the signal, and from "technology" to what it would do, at most. */
    private static final int SENDING = 6;

    /** Tokens from what turns a signal on to its name, at most. */
    private static final int MEANS_REACH = 8;

    /** Tokens from "so that" to what others then leave undone, at most. */
    private static final int PURPOSE_REACH = 14;

    private static final WordSet NOT = WordSet.of("not", "never");
    private static final WordSet TRACK = WordSet.of("track", "collect", "gather", "record", "store", "follow", "load", "place", "set");

    /** What is done to tracking where the signal arrives. */
    private static final WordSet STOPS = WordSet.of("disable", "stop", "block", "suppress", "cease", "suspend", "deactivate", "disables", "stops", "blocks", "suppresses", "ceases", "suspends", "deactivates");
    private static final WordSet SWITCHES = WordSet.of("switch", "switches", "turn", "turns", "shut", "shuts");
    private static final WordSet STOPPED = WordSet.of("disabled", "stopped", "blocked", "suppressed", "suspended", "deactivated", "off");
    private static final WordSet OFF = WordSet.of("off");
    private static final WordSet NOT_TRACKED = WordSet.of("tracked", "collected", "gathered", "recorded", "loaded", "placed", "included");

    /** Verbs that say that a signal has an effect only where it is their object. */
    private static final WordSet SUPPORTS = WordSet.of("support", "supports", "processes", "supported", "applies");

    private static final WordSet CHANGES_WHAT = WordSet.of("change", "alter", "modify", "adjust", "adapt");
    private static final WordSet CONDUCT = WordSet.of("behavior", "practices", "practice", "anything", "operation", "conduct", "treatment", "what", "how", "way");
    private static final WordSet SAME = WordSet.of("same", "alike", "equally", "identically");
    /** Tokens of an answer to a question, at most. */
    private static final int BRIEF = 7;
    private static final WordSet THOSE = WordSet.of("those", "these", "such", "other");

    private static final WordSet DECIDE = WordSet.of("conclude", "decide", "determine", "find", "believe", "consider", "choose");

    private static final WordSet TAKES = WordSet.of("interpret", "interprets", "interpreted", "read", "reads", "take", "takes", "taken", "understand", "understood", "construe", "construed", "deem", "deemed", "consider",
            "considered", "regard", "regarded", "count", "counts", "counted", "view", "viewed", "recorded", "logged");
    private static final WordSet WANTED = WordSet.of("request", "requests", "opt", "choice", "instruction", "direction", "objection");
    /** Tokens from "taken" to what the signal is taken as. */
    private static final int TAKEN_AS = 9;
    private static final WordSet WHENEVER = WordSet.of("once", "when", "if", "should", "until", "unless", "after", "soon");
    private static final WordSet AGREED = WordSet.of("standard", "standards", "standardized", "consensus", "agreement", "agree", "agrees", "industry", "finalized", "guidance");
    private static final WordSet BEGINS = WordSet.of("begin", "begins", "start", "starts", "decide", "decides");
    private static final WordSet CHANGES = WordSet.of("future", "ever", "changes");
    /** Tokens from "once" to the standard that is to come or to what is to begin. */
    private static final int TO_COME = 9;
    /** Tokens from the business to what it plans, at most. */
    private static final int PLANNED = 4;
    private static final WordSet PLANS = WordSet.of("plan", "plans", "planning", "intend", "intends", "working", "hope", "hopes", "expect", "expects", "aim", "evaluating", "considering", "exploring");
    private static final WordSet REASON = WordSet.of("because", "since", "as");

    private static final WordSet BE = WordSet.of("is", "are", "be", "being");

    private static final WordSet USES = WordSet.of("use", "uses", "utilize", "utilizes", "employ", "employs");

    private static final WordSet TREATS = WordSet.of("treat", "treats", "respond", "responds", "react", "reacts");

    /** Behind "as" or "in" where it leads to another text: "as described in our cookie notice", "in accordance with the law". */
    private static final WordSet POINTS = WordSet.of("described", "set", "stated", "explained", "outlined", "required", "provided", "detailed", "accordance", "line");

    private static final WordSet NOTICES = WordSet.of("policy", "notice", "statement", "section", "page");

    private static final WordSet LEARNS = WordSet.of("know", "learn", "understand");

    private static final WordSet ENTITLED = WordSet.of("entitled", "right", "entitles", "allowed");

    /** What a name of the signal is explained by: "GPC is a setting", "the signal lets people opt out". */
    private static final WordSet EXPLAINS = WordSet.of("is", "are", "means", "refers", "allows", "allow", "lets", "let", "enables", "enable", "communicates", "communicate", "notifies", "notify", "tells", "tell", "provides", "provide", "was");

    private final Concept signal;
    private final Quotes quotes;
    private static final WordSet ASIDE = WordSet.of("aside", "apart");
    private static final WordSet EXCEPTING = WordSet.of("besides", "except", "excepting", "beyond");
    private boolean spelledOut;

    SignalExtractor(Concept signal, Quotes quotes) {
        this.signal = signal;
        this.quotes = quotes;
    }

    StanceFact<SignalStance> extract(PolicyReading reading) {
        List<Evidence> honors = new ArrayList<>();
        List<Evidence> ignores = new ArrayList<>();
        List<Evidence> mentions = new ArrayList<>();
        // What browsers offer as a way out of being followed, which a page may say elsewhere that it does not answer.
        List<Evidence> ways = new ArrayList<>();
        spelledOut = isSpelledOut(reading);
        if (!spelledOut && isOtherName(reading)) {
            return new StanceFact<>(SignalStance.UNSTATED, List.of());
        }
        int open = -1;
        for (Clause clause : reading.clauses()) {
            boolean named = names(clause);
            boolean ofOther = clause.has(other()) && !pointsBack(clause);
            if (!named && open >= 0 && ofOther && !reading.clauses().get(open).isHeading()) {
                open = -1;
            }
            if (named) {
                open = clause.index();
                mentions.add(quotes.of(clause, 0.8));
            }
            boolean continues = !named && open >= 0 && clause.index() - open <= FOLLOWING
                    && (clause.has(Concept.SIGNAL_WORD) || clause.has(Concept.RESPOND) || clause.has(Concept.ANSWER_NO))
                    && clause.block().section() == reading.clauses().get(open).block().section() && !ofOther && !ofRequests(clause);
            Boolean answer = !named && open >= 0 && open == clause.index() - 1 ? answer(clause, reading.clauses().get(open)) : null;
            boolean unlikeOthers = open >= 0 && open == clause.index() - 1 && !named && reading.clauses().get(open).has(Concept.RESPOND) && Answers.denies(clause, reading, signal);
            if (clause.isHeading() || !named && !continues && !unlikeOthers && answer == null) {
                continue;
            }
            Boolean acts = answer != null ? answer : unlikeOthers || named && (usesNone(clause) || isNotTaken(clause)) || answersNo(clause)
                    || continues && clause.index() == open + 1 && isDenial(clause) ? Boolean.FALSE : acts(clause);
            if (named && clause.has(other()) && clause.has(Concept.RESPOND)) {
                acts = isOnlyOther(clause) ? Boolean.FALSE : isExcepted(clause) ? Boolean.TRUE : acts;
            }
            if (acts == null && named && (optsOut(clause) || sellsNothing(clause))) {
                if (signal == Concept.DNT) {
                    ways.add(quotes.of(clause, 0.75));
                    continue;
                }
                acts = Boolean.TRUE;
            }
            if (acts != null) {
                (acts ? honors : ignores).add(quotes.of(clause, named ? 0.95 : 0.85));
            }
        }
        if (!ignores.isEmpty() && (honors.isEmpty() || honors.get(0).start() > ignores.get(0).start())) {
            return new StanceFact<>(SignalStance.DOES_NOT_HONOR, Quotes.best(ignores));
        }
        if (!honors.isEmpty()) {
            return new StanceFact<>(SignalStance.HONORS, Quotes.best(honors));
        }
        if (!ways.isEmpty()) {
            return new StanceFact<>(SignalStance.HONORS, Quotes.best(ways));
        }
        return mentions.isEmpty() ? new StanceFact<>(SignalStance.UNSTATED, List.of()) : new StanceFact<>(SignalStance.UNCLEAR, Quotes.best(mentions));
    }

    /** "It takes ten days to process your request to opt out": what is asked in words, and no browser's signal. */
    private static boolean ofRequests(Clause clause) {
        return (clause.hasWord("request") || clause.hasWord("requests")) && clause.has(Concept.RIGHT) && !clause.hasAny(SIGNALS);
    }

    /** "We respond to GPC but not to Do Not Track": whether the signal is what a denial leaves out of what is done for the other. */
    private boolean isOnlyOther(Clause clause) {
        Tokens tokens = clause.tokens();
        int not = beforeSignal(clause);
        return not > clause.from() && tokens.is(not, "not") && (tokens.is(not - 1, "but") || tokens.is(not - 1, "and") || tokens.is(not - 1, ',')) && clause.hasWithin(other(), clause.from(), not);
    }

    /** "Other than GPC, we do not respond to Do Not Track": whether the signal is excepted from a denial. */
    private boolean isExcepted(Clause clause) {
        Tokens tokens = clause.tokens();
        int except = beforeSignal(clause);
        boolean other = except > clause.from() && tokens.is(except, "than") && tokens.is(except - 1, "other") || except > clause.from() && tokens.is(except, "from") && tokens.isAny(except - 1, ASIDE);
        return other && denies(clause) || except >= clause.from() && tokens.isAny(except, EXCEPTING) && denies(clause) && !clause.hasWithin(Concept.NEGATION, clause.from(), except);
    }

    /** The token before the signal's name and "to the" before that. */
    private int beforeSignal(Clause clause) {
        Tokens tokens = clause.tokens();
        int at = clause.first(signal).from() - 1;
        while (at > clause.from() && (tokens.is(at, "to") || tokens.is(at, "the") || tokens.is(at, "any") || tokens.is(at, "for") || tokens.is(at, '"'))) {
            at--;
        }
        return at;
    }

    /** "We do not answer such signals, nor need we answer the Global Privacy Control": whether signals named before come before the other one. */
    private boolean pointsBack(Clause clause) {
        for (int i = clause.first(other()).from() - 1; i > clause.from(); i--) {
            if (clause.covers(Concept.SIGNAL_WORD, i) && (clause.tokens().is(i - 1, "such") || clause.tokens().is(i - 1, "these"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the policy anywhere names the signal by more than three letters, which may stand for something else. */
    private boolean isSpelledOut(PolicyReading reading) {
        for (Clause clause : reading.clauses()) {
            if (clause.has(signal)) {
                for (Mention mention : clause.mentions()) {
                    if (mention.concept() == signal && mention.to() - mention.from() > 1) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** "Grand Pacific Clinics ('GPC')": whether the three letters are introduced as the short name of something else. */
    private boolean isOtherName(PolicyReading reading) {
        for (Clause clause : reading.clauses()) {
            for (Mention mention : clause.has(signal) ? clause.mentions(signal) : List.<Mention>of()) {
                Tokens tokens = clause.tokens();
                int open = mention.from() - 1;
                while (open > clause.from() && tokens.kind(open) == Tokens.Kind.PUNCTUATION && !tokens.is(open, '(')) {
                    open--;
                }
                int name = open - 1;
                while (name > clause.from() && tokens.kind(name) == Tokens.Kind.PUNCTUATION) {
                    name--;
                }
                if (mention.to() - mention.from() == 1 && name >= clause.from() && tokens.is(open, '(') && tokens.capitalized(name) && !clause.covers(Concept.SIGNAL_WORD, name)
                        && !tokens.is(name, "control") && !tokens.is(name, "controls")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the clause names the signal: "Do Not Track" as a name, not "we do not track you". */
    private boolean names(Clause clause) {
        if (!clause.has(signal) || clause.block().kind() == Block.Kind.CELL && clause.to() - clause.from() <= 4 && !clause.has(Concept.SIGNAL_WORD)) {
            return false;
        }
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == signal) {
                Tokens tokens = clause.tokens();
                if (mention.to() - mention.from() == 1 && !spelledOut && !clause.hasAny(Concept.SIGNAL_WORD, Concept.RESPOND)) {
                    continue;
                }
                int before = mention.from() - 1;
                int object = before > clause.from() && (tokens.is(before, "the") || tokens.is(before, "any")) ? before - 1 : before;
                boolean quoted = before >= clause.from() && (tokens.is(before, '"') || clause.covers(Concept.RESPOND, object));
                boolean verb = !quoted && !tokens.hyphenated(mention.from()) && mention.to() - mention.from() == 3 && tokens.is(mention.to() - 1, "track")
                        && !tokens.capitalized(mention.to() - 1)
                        && !(mention.to() < clause.to() && (tokens.is(mention.to(), '"') || clause.covers(Concept.SIGNAL_WORD, mention.to()) || tokens.is(mention.to(), '(')));
                if (!verb) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Do you honor it? Yes, we do.": what a brief sentence answers to a question; null where it does not. */
    private static Boolean answer(Clause clause, Clause question) {
        if (!isQuestion(question) || clause.to() - clause.from() > BRIEF || clause.from() >= clause.to()) {
            return null;
        }
        return clause.tokens().is(clause.from(), "yes") ? Boolean.TRUE : clause.tokens().is(clause.from(), "no") ? Boolean.FALSE : null;
    }

    private static boolean isQuestion(Clause clause) {
        return clause.to() > clause.from() && clause.tokens().is(clause.to() - 1, '?');
    }

    /** "We do not change what we do when it is on", "visitors are treated alike, with or without it". */
    private static boolean changesNothing(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            if (tokens.isAny(i, CHANGES_WHAT) && tokens.is(i - 1, "not")) {
                return clause.hasWithin(CONDUCT, i + 1, i + SENDING);
            }
            if (tokens.isAny(i, SAME) && (clause.hasWord("whether") || clause.hasWord("regardless") || clause.hasWord("with") && clause.hasWord("without"))) {
                return true;
            }
        }
        return false;
    }

    /** "How do you respond to Do Not Track? We do not." */
    private boolean answersNo(Clause clause) {
        return !clause.headings().isEmpty() && clause.headings().get(0).has(signal) && clause.to() - clause.from() <= 5
                && clause.has(Concept.ANSWER_NO) && !clause.isHeading();
    }

    /** "You may use the Global Privacy Control to opt out of sale", "visitors whose browsers send it are opted out": a way to opt out is a way that is honored. */
    private boolean optsOut(Clause clause) {
        if (denies(clause) || ofAnyBusiness(clause) || isToCome(clause)) {
            return false;
        }
        Mention control = clause.first(signal);
        if (taken(clause) >= 0) {
            return true;
        }
        int out = optOut(clause);
        if (out >= 0 && out < control.from() && clause.tokens().is(control.from() - 1, "or") || isOptedOut(clause, control)) {
            return true;
        }
        if (out < 0 && !clause.has(Concept.RIGHT, "opt_out") && !optOutIntroduces(clause) || isExplained(clause, control) || ofBrowsers(clause)) {
            return false;
        }
        for (int i = control.from() - 1; i >= clause.from() && i >= control.from() - MEANS_REACH; i--) {
            if (clause.tokens().isAny(i, MEANS)) {
                return true;
            }
        }
        return false;
    }

    /** "We will read it as a request to opt out", "is taken as your choice": where that is said, or -1. */
    private int taken(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i + 1 < clause.to(); i++) {
            if (tokens.isAny(i, TAKES) && (clause.hasWithin(WANTED, i + 1, i + TAKEN_AS) || clause.hasWithin(Concept.WEB_FORM_WORD, i + 1, i + TAKEN_AS))
                    && (tokens.isAny(i - 1, BE) || tokens.endsWith(i - 1, "ly") || tokens.is(i + 1, "as") || clause.covers(signal, i - 1) || clause.covers(Concept.SIGNAL_WORD, i - 1)
                    || clause.hasWithin(Concept.BUSINESS, i - SENDING, i))) {
                return i;
            }
        }
        return -1;
    }

    /** "We do not take the signal as a request". */
    private boolean isNotTaken(Clause clause) {
        int taken = taken(clause);
        return taken > clause.from() && clause.covers(Concept.NEGATION, taken - 1) && !clause.covers(signal, taken - 1);
    }

    /** "Once a standard is adopted, we will honor it", "should we begin to sell data", "we plan to support it": what is not done yet. */
    private static boolean isToCome(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            boolean later = tokens.isAny(i, WHENEVER) && !(i > clause.from() && tokens.is(i - 1, "even")) && (clause.hasWithin(AGREED, i + 1, i + TO_COME) && !clause.hasWithin(Concept.CONSUMER, i + 1, i + TO_COME)
                    || clause.hasWithin(CHANGES, i + 1, i + TO_COME) || clause.hasWithin(BEGINS, i + 1, i + TO_COME) && clause.hasWithin(Concept.SELL, i + 1, i + TO_COME));
            boolean plans = tokens.isAny(i, PLANS) && tokens.is(i + 1, "to") && clause.hasWithin(Concept.BUSINESS, i - PLANNED, i) && !clause.hasWithin(Concept.CONDITION, i - PLANNED, i);
            if (later || plans) {
                return true;
            }
        }
        return false;
    }

    /** "We do not use Do Not Track signals". */
    private boolean usesNone(Clause clause) {
        Tokens tokens = clause.tokens();
        int verb = clause.first(signal).from() - 1;
        while (verb > clause.from() && (tokens.kind(verb) == Tokens.Kind.PUNCTUATION && !tokens.is(verb, ',') || tokens.is(verb, "any") || tokens.is(verb, "the") || tokens.is(verb, "of"))) {
            verb--;
        }
        int not = verb > clause.from() && tokens.is(verb - 1, "make") ? verb - 2 : verb - 1;
        return not > clause.from() && tokens.isAny(verb, USES) && clause.covers(Concept.NEGATION, not)
                && (clause.hasWithin(Concept.BUSINESS, clause.from(), not) || tokens.is(clause.from(), "our"));
    }

    /** Whether something is denied, other than in the name of a link: "Do Not Sell". */
    private static boolean denies(Clause clause) {
        for (Mention mention : clause.has(Concept.NEGATION) ? clause.mentions() : List.<Mention>of()) {
            if (mention.concept() == Concept.NEGATION && !(clause.tokens().is(mention.from(), "not") && clause.tokens().capitalized(mention.from()))) {
                return true;
            }
        }
        return false;
    }

    /** The first word of opting out that is not part of the signal's name; -1 where there is none. */
    private int optOut(Clause clause) {
        for (Mention mention : clause.has(Concept.RIGHT, "opt_out") ? clause.mentions() : List.<Mention>of()) {
            if (mention.concept() == Concept.RIGHT && mention.entry().name().equals("opt_out") && !clause.covers(signal, mention.from())) {
                return mention.from();
            }
        }
        return -1;
    }

    /** Whether a heading or what introduces a list speaks of opting out: "How to opt out: … a global privacy control". */
    private boolean optOutIntroduces(Clause clause) {
        return clause.lead() != null && optOut(clause.lead()) >= 0 || !clause.headings().isEmpty() && optOut(clause.headings().get(0)) >= 0;
    }

    /** "We do not sell data from browsers that send the signal". */
    private boolean sellsNothing(Clause clause) {
        if (signal != Concept.GPC || !clause.has(Concept.SELL)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int control = clause.first(signal).from();
        for (int i = control - 1; i > clause.from() && i >= control - SENDING; i--) {
            if (tokens.isAny(i, SENDS)) {
                int sends = i;
                return clause.anyStatement(s -> s.practice() == Practice.SELL && s.actor() == Actor.BUSINESS && s.polarity() == Polarity.NEGATIVE
                        && tokens.firstFrom(s.start()) < sends);
            }
        }
        return false;
    }

    /** "We use no technology that recognizes the signal": whether what would answer it is denied. */
    private static boolean lacksMeans(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        for (int i = verb - 1; i > clause.from() && i >= verb - SENDING; i--) {
            if (tokens.isAny(i, TECHNOLOGY)) {
                return clause.hasWithin(Concept.NEGATION, Math.max(clause.from(), i - SENDING), i) && clause.hasWithin(Concept.BUSINESS, clause.from(), i);
            }
        }
        return false;
    }

    /** "Visitors who send the signal are opted out". */
    private static boolean isOptedOut(Clause clause, Mention control) {
        Tokens tokens = clause.tokens();
        for (int i = control.to(); i + 1 < clause.to(); i++) {
            if (clause.covers(Concept.RELATIVE, i)) {
                return false;
            }
            if (tokens.is(i, "opted") && tokens.is(i + 1, "out")) {
                return tokens.isAny(i - 1, BE) || tokens.endsWith(i - 1, "ly") && tokens.isAny(i - 2, BE);
            }
        }
        return false;
    }

    /** "GPC is a setting that lets people opt out": whether the clause tells what the signal is. */
    private static boolean isExplained(Clause clause, Mention control) {
        int next = control.to();
        while (next < clause.to() && (clause.covers(Concept.SIGNAL_WORD, next) || clause.tokens().kind(next) != Tokens.Kind.WORD || clause.covers(Concept.GPC, next))) {
            next++;
        }
        return next < clause.to() && clause.tokens().isAny(next, EXPLAINS);
    }

    /** "Some browsers let you opt out with a global privacy control": what browsers do. */
    private static boolean ofBrowsers(Clause clause) {
        for (int i = clause.from(); i < Math.min(clause.to(), clause.from() + 3); i++) {
            if (clause.tokens().is(i, "browsers") || clause.tokens().is(i, "browser")) {
                return true;
            }
        }
        return false;
    }

    /** "You may ask businesses to stop sharing, by a preference signal, too": a right towards all of them, and no word on how this one answers. */
    private static boolean ofAnyBusiness(Clause clause) {
        return clause.hasWord("businesses") && !clause.has(Concept.BUSINESS);
    }

    /** "We do not do so." */
    private static boolean isDenial(Clause clause) {
        return clause.to() - clause.from() <= 7 && clause.has(Concept.ANSWER_NO) && clause.statements().isEmpty();
    }

    private Concept other() {
        return signal == Concept.DNT ? Concept.GPC : Concept.DNT;
    }

    /** Whether the business acts on the signal; null where the clause does not say. */
    private Boolean acts(Clause clause) {
        if (isQuestion(clause)) {
            return null;
        }
        if (signal == Concept.DNT && inSpiteOfIt(clause) || changesNothing(clause)) {
            return Boolean.FALSE;
        }
        boolean refrains = refrains(clause);
        Boolean acts = refrains ? Boolean.TRUE : null;
        for (Statement statement : clause.statements()) {
            if (statement.practice() != Practice.RESPOND_TO_DNT && statement.practice() != Practice.RESPOND_TO_GPC || statement.actor() == Actor.CONSUMER
                    || ofOther(clause, statement) || setAside(clause, statement) || ofThose(clause, statement) || statement.actor() == Actor.PARTNER
                    && !clause.hasWithin(Concept.BUSINESS, clause.from(), clause.tokens().firstFrom(statement.start()))) {
                continue;
            }
            if (lacksMeans(clause, statement)) {
                return Boolean.FALSE;
            }
            if (keepsOthers(clause, statement)) {
                acts = Boolean.TRUE;
                continue;
            }
            if (statement.actor() == Actor.OTHER || statement.speech() == Speech.RIGHT || tellsHow(clause, statement)
                    || clause.covers(Concept.NO_STANDARD, clause.tokens().firstFrom(statement.start()))) {
                continue;
            }
            if (ignores(clause, statement) || statement.polarity() == Polarity.NEGATIVE && !(isWeak(clause, statement) && (refrains || acts != null && onSignal(clause)))) {
                return Boolean.FALSE;
            }
            if (statement.actor() == Actor.BUSINESS && responds(clause, statement) && !undecided(clause, statement) && !isToCome(clause) && !saidElsewhere(clause, statement)) {
                acts = Boolean.TRUE;
            }
        }
        return acts == null && clause.has(Concept.NO_STANDARD) && negatesAction(clause) ? Boolean.FALSE : acts;
    }

    /** "We set a flag so that vendors do not track the visit": what others leave undone by what the business does. */
    private static boolean keepsOthers(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        if (statement.polarity() != Polarity.NEGATIVE || !clause.hasWithin(TRACK, verb, verb + 1)) {
            return false;
        }
        for (int i = verb - 1; i > clause.from() && i >= verb - PURPOSE_REACH; i--) {
            if (tokens.is(i, "so") && !tokens.is(i - 1, "do")) {
                return clause.hasWithin(Concept.BUSINESS, clause.from(), i) && clause.hasWithin(Concept.THIRD_PARTY, i, verb)
                        && !clause.hasWithin(Concept.NEGATION, clause.from(), i);
            }
        }
        return false;
    }

    /** "We may answer it if we find that worthwhile": what is not settled yet. */
    private static boolean undecided(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        for (int i = tokens.firstFrom(statement.start()) + 1; statement.modality() == Statement.Modality.MAY && i + 2 < clause.to(); i++) {
            if ((tokens.is(i, "if") || tokens.is(i, "when") || tokens.is(i, "once")) && tokens.is(i + 1, "we") && tokens.isAny(i + 2, DECIDE)) {
                return true;
            }
        }
        return false;
    }

    /** "We treat Do Not Track signals in accordance with our cookie notice": what is done is not said here. */
    private static boolean saidElsewhere(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        if (!tokens.isAny(verb, TREATS)) {
            return false;
        }
        boolean treats = tokens.word(verb).startsWith("treat");
        for (int i = verb + 1; i + 1 < clause.to(); i++) {
            boolean leads = tokens.is(i, "as") || tokens.is(i, "in");
            if (leads && tokens.isAny(i + 1, POINTS)) {
                return treats || clause.hasWithin(NOTICES, i + 2, i + 2 + MEANS_REACH);
            }
            if (tokens.is(i, "as") || tokens.is(i, "like")) {
                return false;
            }
        }
        return false;
    }

    /** "We collect nothing; however, we respect Do Not Track": whether what is denied is set against the signal, and no answer to it. */
    private boolean setAside(Clause clause, Statement statement) {
        Mention named = statement.polarity() == Polarity.NEGATIVE && isWeak(clause, statement) ? clause.first(signal) : null;
        return named != null && clause.hasWithin(Concept.CONTRAST, clause.tokens().firstFrom(statement.start()), named.from());
    }

    /** "Those third parties may not honor it": of whom the sentence speaks, whatever it says of the business before. */
    private static boolean ofThose(Clause clause, Statement statement) {
        if (statement.actor() != Actor.PARTNER || !statement.actorStated()) {
            return false;
        }
        int verb = clause.tokens().firstFrom(statement.start());
        Tokens tokens = clause.tokens();
        for (int i = verb - 1; i >= clause.from() && i >= verb - SENDING; i--) {
            if (tokens.isAny(i, THOSE) && clause.hasWithin(Concept.THIRD_PARTY, i, verb)) {
                return i == clause.from() || !tokens.is(i - 1, "nor") && !(tokens.is(i - 1, "and") && i - 1 > clause.from() && tokens.kind(i - 2) == Tokens.Kind.WORD);
            }
        }
        return false;
    }

    /** "Does not respond to DNT signals, but responds to GPC signals": whether the verb belongs to the other signal alone. */
    private boolean ofOther(Clause clause, Statement statement) {
        if (!clause.has(other()) || !clause.has(signal)) {
            return false;
        }
        int verb = clause.tokens().firstFrom(statement.start());
        int before = clause.from();
        int after = clause.to();
        for (Mention mention : clause.mentions()) {
            boolean verbal = mention.concept() == Concept.RESPOND && !clause.covers(signal, mention.from()) && !clause.covers(other(), mention.from());
            if (verbal || mention.concept() == Concept.EXCEPTION) {
                before = mention.to() <= verb ? mention.to() : before;
                after = mention.from() > verb ? Math.min(after, mention.from()) : after;
            }
        }
        for (int i = clause.to() - 1; i > verb; i--) {
            after = clause.tokens().is(i, ';') ? Math.min(after, i) : after;
        }
        boolean behind = !passive(clause, verb) && (clause.hasWithin(signal, verb, after) || clause.hasWithin(other(), verb, after));
        if (behind || clause.hasWithin(signal, before, verb) || clause.hasWithin(other(), before, verb)) {
            return behind ? !clause.hasWithin(signal, verb, after) : !clause.hasWithin(signal, before, verb);
        }
        // "Do not recognize or act on DNT; see below for the Global Privacy Control": the next signal named.
        Mention next = clause.mentions().stream().filter(m -> m.from() > verb && (m.concept() == signal || m.concept() == other())).findFirst().orElse(null);
        return next != null && next.concept() == other();
    }

    /** "We follow visits regardless of any Do Not Track setting". */
    private boolean inSpiteOfIt(Clause clause) {
        Mention header = clause.first(signal);
        if (header == null || clause.hasWithin(Concept.NEGATION, clause.from(), header.from()) && !clause.hasWord("whether") || !clause.has(Concept.BUSINESS)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = header.from() - 2; i >= clause.from() && i >= header.from() - MEANS_REACH; i--) {
            if ((tokens.is(i, "regardless") || tokens.is(i, "irrespective")) && tokens.is(i + 1, "of") || tokens.is(i, "even") && tokens.is(i + 1, "if")) {
                return true;
            }
            if (tokens.is(i, "whether") && tokens.is(i + 1, "or")) {
                return !clause.hasWithin(Concept.NEGATION, clause.from(), i);
            }
        }
        return false;
    }

    private static boolean passive(Clause clause, int verb) {
        int i = verb - 1;
        while (i > clause.from() && clause.covers(Concept.NEGATION, i)) {
            i--;
        }
        return i > clause.from() && clause.tokens().isAny(i, BE);
    }

    /** "When Do Not Track is on, we do not collect", "we do not track users who have it on": what is left undone then is what the signal asks for. */
    private boolean refrains(Clause clause) {
        if (!onSignal(clause)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            boolean stops = tokens.isAny(i, STOPS) || tokens.isAny(i, SWITCHES) && clause.hasWithin(OFF, i + 1, i + 1 + SENDING);
            if (stops && !clause.covers(Concept.NEGATION, i - 1) && ofBusiness(clause, i) || isDone(clause, i)) {
                return true;
            }
            // "Sends us the Do Not Track header" denies nothing.
            boolean ofName = clause.covers(signal, i) && i + 1 < clause.to() && (tokens.capitalized(i + 1) || tokens.hyphenated(i));
            if (!ofName && clause.covers(Concept.NEGATION, i) && tokens.isAny(i, NOT) && ofBusiness(clause, i) && !isReason(clause, i)) {
                for (int k = i + 1; k < Math.min(clause.to(), i + 3); k++) {
                    if (tokens.isAny(k, TRACK)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** "We change nothing, because we do not track anybody": why the signal is not answered, and not what it brings about. */
    private static boolean isReason(Clause clause, int not) {
        for (int i = not - 1; i > clause.from() && i >= not - SENDING && clause.tokens().kind(i) == Tokens.Kind.WORD; i--) {
            if (clause.tokens().isAny(i, REASON)) {
                return clause.hasWithin(Concept.NEGATION, clause.from(), i);
            }
        }
        return false;
    }

    /** "Cookies are turned off", "our script is not loaded", "your data will not be sold", said of the case that the signal arrives. */
    private boolean isDone(Clause clause, int word) {
        Tokens tokens = clause.tokens();
        int verb = word - 1;
        boolean denied = false;
        while (verb > clause.from() && (clause.covers(Concept.NEGATION, verb) || tokens.endsWith(verb, "ly") || tokens.is(verb, "turned") || tokens.is(verb, "switched"))) {
            denied |= clause.covers(Concept.NEGATION, verb) && !clause.covers(signal, verb);
            verb--;
        }
        if (denied && tokens.is(verb + 1, "not") && tokens.is(word, "be") && tokens.is(verb, "will")) {
            return word + 1 < clause.to() && (tokens.isAny(word + 1, NOT_TRACKED) || signal == Concept.GPC && clause.covers(Concept.SELL, word + 1));
        }
        if (!tokens.isAny(verb, BE) || clause.hasWithin(signal, verb - 2, verb)) {
            return false;
        }
        return denied ? tokens.isAny(word, NOT_TRACKED) || signal == Concept.GPC && clause.covers(Concept.SELL, word) : tokens.isAny(word, STOPPED);
    }

    /** Whether a word stands right after the business, with no more than auxiliaries between. */
    private static boolean ofBusiness(Clause clause, int word) {
        for (int i = word - 1; i >= clause.from() && i >= word - 3; i--) {
            if (clause.covers(Concept.BUSINESS, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause speaks of the case that the signal is sent. */
    private boolean onSignal(Clause clause) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == signal && (signal == Concept.GPC || tokens.capitalized(mention.from()) || mention.from() > clause.from()
                    && tokens.is(mention.from() - 1, '"'))) {
                for (int i = mention.from() - 1; i >= clause.from() && i >= mention.from() - 10 && !tokens.is(i, ','); i--) {
                    if (clause.covers(Concept.CONDITION, i) || clause.covers(Concept.RELATIVE, i) || tokens.is(i, "while") || tokens.is(i, "whenever")) {
                        return !tokens.is(i, "that") && !tokens.is(i, "which");
                    }
                }
            }
        }
        return false;
    }

    /** "The law requires us to say how we respond", "no agreement on how to recognize or respond", "you are entitled to know we respond". */
    private static boolean tellsHow(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        for (int i = verb - 1; i > clause.from() + 1 && i >= verb - 3; i--) {
            if (clause.tokens().isAny(i, LEARNS) && clause.tokens().is(i - 1, "to") && clause.tokens().isAny(i - 2, ENTITLED)) {
                return true;
            }
        }
        boolean infinitive = false;
        for (int i = verb - 1; i >= clause.from() && i >= verb - (infinitive ? 5 : 3); i--) {
            if (clause.tokens().is(i, "how") || clause.tokens().is(i, "whether")) {
                return true;
            }
            infinitive |= clause.tokens().is(i, "or") || clause.tokens().is(i, "and") || clause.tokens().is(i, "to");
        }
        return false;
    }

    private static boolean ignores(Clause clause, Statement statement) {
        String verb = clause.tokens().word(clause.tokens().firstFrom(statement.start()));
        int token = clause.tokens().firstFrom(statement.start());
        boolean same = clause.anyMention(m -> m.from() == token && m.concept() == Concept.RESPOND && m.entry().name().equals("ignore"));
        return same || verb.startsWith("ignor") || verb.startsWith("disregard");
    }

    /** Whether the statement's verb by itself says that the signal has an effect. */
    private boolean responds(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        boolean supports = statement.actorStated() && tokens.isAny(verb, SUPPORTS) && clause.hasWithin(signal, verb, Math.min(clause.to(), verb + 4));
        return supports || !isWeak(clause, statement) && (!tokens.text(verb).endsWith("ing") || tokens.is(verb, "honoring"));
    }

    private static boolean isWeak(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        String word = clause.tokens().word(verb);
        if (word.equals("respect") && verb > clause.from() && clause.tokens().is(verb - 1, "with")) {
            return true;
        }
        for (String weak : List.of("track", "collect", "change", "alter", "modify", "monitor", "mechanism", "detect", "function", "applies", "address", "interpret", "disable", "observe", "setting", "adopted", "implemented", "incorporated", "supported", "processes", "response", "support")) {
            if (word.startsWith(weak)) {
                return true;
            }
        }
        return false;
    }

    private static boolean negatesAction(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if (tokens.is(i, "no") && (tokens.is(i + 1, "action") || tokens.is(i + 1, "actions") || tokens.is(i + 1, "response") || tokens.is(i + 1, "steps"))) {
                return true;
            }
        }
        return clause.anyStatement(s -> s.polarity() == Polarity.NEGATIVE && !tellsHow(clause, s) && !clause.covers(Concept.NO_STANDARD, tokens.firstFrom(s.start())));
    }
}
