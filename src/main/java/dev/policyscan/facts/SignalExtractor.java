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

    private static final WordSet MEANS = WordSet.of("use", "using", "via", "through", "enable", "enabling", "sending", "activating");

    private final Concept signal;
    private final Quotes quotes;
    private boolean spelledOut;

    SignalExtractor(Concept signal, Quotes quotes) {
        this.signal = signal;
        this.quotes = quotes;
    }

    StanceFact<SignalStance> extract(PolicyReading reading) {
        List<Evidence> honors = new ArrayList<>();
        List<Evidence> ignores = new ArrayList<>();
        List<Evidence> mentions = new ArrayList<>();
        spelledOut = isSpelledOut(reading);
        int open = -1;
        for (Clause clause : reading.clauses()) {
            boolean named = names(clause);
            if (named) {
                open = clause.index();
                mentions.add(quotes.of(clause, 0.8));
            }
            boolean continues = !named && open >= 0 && clause.index() - open <= FOLLOWING && (clause.has(Concept.SIGNAL_WORD) || clause.has(Concept.RESPOND) || clause.has(Concept.ANSWER_NO))
                    && clause.block().section() == reading.clauses().get(open).block().section() && !clause.has(other());
            if (clause.isHeading() || !named && !continues) {
                continue;
            }
            Boolean acts = answersNo(clause) || continues && clause.index() == open + 1 && isDenial(clause) ? Boolean.FALSE : acts(clause);
            if (acts == null && named && optsOut(clause)) {
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
        return mentions.isEmpty() ? new StanceFact<>(SignalStance.UNSTATED, List.of()) : new StanceFact<>(SignalStance.UNCLEAR, Quotes.best(mentions));
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
                boolean quoted = mention.from() > clause.from() && tokens.is(mention.from() - 1, '"');
                boolean verb = !quoted && mention.to() - mention.from() == 3 && tokens.is(mention.to() - 1, "track") && !tokens.capitalized(mention.to() - 1)
                        && !(mention.to() < clause.to() && (tokens.is(mention.to(), '"') || clause.covers(Concept.SIGNAL_WORD, mention.to()) || tokens.is(mention.to(), '(')));
                if (!verb) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "How do you respond to Do Not Track? We do not." */
    private boolean answersNo(Clause clause) {
        return !clause.headings().isEmpty() && clause.headings().get(0).has(signal) && clause.to() - clause.from() <= 5
                && clause.has(Concept.ANSWER_NO) && !clause.isHeading();
    }

    /** "You may use the Global Privacy Control to opt out of sale": a way to opt out is a way that is honored. */
    private boolean optsOut(Clause clause) {
        if (signal != Concept.GPC || !clause.has(Concept.RIGHT, "opt_out") || clause.has(Concept.NEGATION)) {
            return false;
        }
        Mention control = clause.first(signal);
        for (int i = control.from() - 1; i >= clause.from() && i >= control.from() - 8; i--) {
            if (clause.tokens().isAny(i, MEANS)) {
                return true;
            }
        }
        return false;
    }

    /** "We do not do so." */
    private static boolean isDenial(Clause clause) {
        return clause.to() - clause.from() <= 7 && clause.has(Concept.ANSWER_NO) && clause.statements().isEmpty();
    }

    private Concept other() {
        return signal == Concept.DNT ? Concept.GPC : Concept.DNT;
    }

    /** Whether the business acts on the signal; null where the clause does not say. */
    private static Boolean acts(Clause clause) {
        Boolean acts = null;
        for (Statement statement : clause.statements()) {
            if (statement.practice() != Practice.RESPOND_TO_DNT && statement.practice() != Practice.RESPOND_TO_GPC || statement.actor() == Actor.CONSUMER
                    || statement.actor() == Actor.PARTNER && !clause.hasWithin(Concept.BUSINESS, clause.from(), clause.tokens().firstFrom(statement.start()))) {
                continue;
            }
            if (statement.actor() == Actor.OTHER || statement.speech() == Speech.RIGHT || tellsHow(clause, statement)) {
                continue;
            }
            if (statement.polarity() == Polarity.NEGATIVE || ignores(clause, statement)) {
                return Boolean.FALSE;
            }
            if (statement.actor() == Actor.BUSINESS && responds(clause, statement)) {
                acts = Boolean.TRUE;
            }
        }
        return acts == null && clause.has(Concept.NO_STANDARD) && negatesAction(clause) ? Boolean.FALSE : acts;
    }

    /** "The law requires us to say how we respond". */
    private static boolean tellsHow(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        for (int i = verb - 1; i >= clause.from() && i >= verb - 3; i--) {
            if (clause.tokens().is(i, "how") || clause.tokens().is(i, "whether")) {
                return true;
            }
        }
        return false;
    }

    private static boolean ignores(Clause clause, Statement statement) {
        String verb = clause.tokens().word(clause.tokens().firstFrom(statement.start()));
        int token = clause.tokens().firstFrom(statement.start());
        boolean same = clause.mentions().stream().anyMatch(m -> m.from() == token && m.concept() == Concept.RESPOND && m.entry().name().equals("ignore"));
        return same || verb.startsWith("ignor") || verb.startsWith("disregard");
    }

    /** Whether the statement's verb by itself says that the signal has an effect. */
    private static boolean responds(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        String word = tokens.word(verb);
        for (String weak : List.of("track", "collect", "change", "alter", "modify", "monitor", "mechanism", "detect", "function", "applies", "address", "interpret", "disable", "observe", "setting", "adopted", "implemented", "incorporated", "supported", "processes", "response", "support")) {
            if (word.startsWith(weak)) {
                return false;
            }
        }
        return !tokens.text(verb).endsWith("ing") || tokens.is(verb, "honoring");
    }

    private static boolean negatesAction(Clause clause) {
        return clause.anyStatement(s -> s.polarity() == Polarity.NEGATIVE);
    }
}
