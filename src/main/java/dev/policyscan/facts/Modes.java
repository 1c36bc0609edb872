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
import java.util.BitSet;
import java.util.List;

/** The mode of each clause of a reading, found once: from its own statements, else from its lead, else from the headings above it. */
final class Modes {
    /** A name behind its letter, "Category A: Identifiers", begins within so many tokens. */
    private static final int LETTERED = 4;
    /** "This data may, alone or with other information, be personal and includes …": the verb comes within so many tokens. */
    private static final int ENLARGING = 20;
    /** A label under a line that announces a list has no more tokens. */
    private static final int LABEL = 6;
    /** "So-called special categories of data" open a clause within so many tokens. */
    private static final int OPENING = 8;

    /** "… of data include": the verb comes within so many tokens of them. */
    private static final int INCLUDING = 5;

    private static final WordSet ALWAYS = WordSet.of("always", "necessarily");
    private static final WordSet WHOLE = WordSet.of("all", "every", "each");
    private static final WordSet OF_THESE = WordSet.of("of", "category", "type", "kind", "these");
    private static final WordSet VENUES = WordSet.of("jurisdiction", "courts", "court", "arbitration");
    private static final WordSet INTO = WordSet.of("in", "into", "on", "onto", "out");
    private static final WordSet CONSIDERED = WordSet.of("considered", "regarded", "classified", "deemed", "treated", "as");
    private static final WordSet SENSITIVE = WordSet.of("sensitive", "special");

    private final Mode[] modes;
    /** What the headings announce, as far as someone asked. */
    private final Mode[] announced;
    private final BitSet fromHeading = new BitSet();
    /** The last paragraph that says that the categories behind its colon are collected; null where another statement came since. */
    private Clause opening;

    Modes(PolicyReading reading) {
        List<Clause> clauses = reading.clauses();
        modes = new Mode[clauses.size()];
        announced = new Mode[clauses.size()];
        for (int i = 0; i < modes.length; i++) {
            Clause clause = clauses.get(i);
            modes[i] = modeOf(clause, i == 0 ? null : clauses.get(i - 1));
            if (opening != null && (clause.isHeading() ? closes(clause) : clause.lead() == opening)) {
                opening = null;
            } else if (clause.block().kind() == Block.Kind.PARAGRAPH && clause.lead() == null && modes[i] != Mode.NONE && !fromHeading.get(i) && !continues(clause)) {
                opening = modes[i] == Mode.COLLECTS && opensList(clause) ? clause : null;
            }
        }
    }

    /** Whether the list of headings ends before this one, which neither names a category nor stands under one that does. */
    private boolean closes(Clause heading) {
        return !namesOne(heading) && announced[heading.index()] != Mode.COLLECTS
                && heading.headings().stream().noneMatch(above -> above != heading && above.index() > opening.index());
    }

    /** "Identifiers", "A. Identifiers". */
    private static boolean namesOne(Clause clause) {
        return NamedCategories.opensWithName(clause) || PrintedLetters.opens(clause) && clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + LETTERED);
    }

    private static boolean opensList(Clause clause) {
        int colon = clause.indexOf(':');
        return colon > 0 && (colon == clause.to() - 1 ? NamedCategories.speaksOfCategories(clause) : clause.hasWithin(Concept.CATEGORY, colon + 1, colon + 2));
    }

    /** Whether the paragraph is one of a list without list items: "A. Identifiers" behind "We collect the following categories:"; headings may be such a list, too, or head the columns of one. */
    private boolean continues(Clause clause) {
        return opening != null && clause.block().kind() == Block.Kind.PARAGRAPH && clause.block().section() == opening.block().section()
                && (namesOne(clause) || clause.blockIndex() == opening.blockIndex() + 1 && clause.has(Concept.CATEGORY));
    }

    /** The clause's mode. */
    Mode of(Clause clause) {
        return modes[clause.index()];
    }

    private Mode modeOf(Clause clause, Clause before) {
        if (clause.isHeading()) {
            Mode own = heading(clause);
            Mode mode = own != Mode.NONE ? own : fromHeadings(clause);
            if (opening != null && (mode == Mode.NONE || own == Mode.NONE && mode == Mode.RIGHTS) && (namesOne(clause) || clause.index() == opening.index() + 1)) {
                announced[clause.index()] = Mode.COLLECTS;
                return Mode.COLLECTS;
            }
            return mode;
        }
        if (describesSensitive(clause) && (before == null || !enlarges(clause)
                || !before.anyStatement(s -> s.practice() == Practice.COLLECT && s.actor() == Actor.BUSINESS && s.actorStated()))) {
            return Mode.DEFINES;
        }
        Mode own = own(clause);
        if (own == Mode.RIGHTS && inPassing(clause)) {
            if (clause.lead() != null && modes[clause.lead().index()] == Mode.COLLECTS) {
                return Mode.COLLECTS;
            }
            if (before != null && enlarges(clause) && clause.follows(before) && modes[before.index()] == Mode.COLLECTS) {
                return Mode.COLLECTS;
            }
        }
        if (own != Mode.NONE) {
            return own;
        }
        if (clause.lead() != null) {
            Mode lead = modes[clause.lead().index()];
            if (lead != Mode.NONE) {
                return lead;
            }
        }
        if (before != null && enlarges(clause) && before.block().section() == clause.block().section()) {
            Mode previous = modes[before.index()];
            if (previous == Mode.COLLECTS || previous == Mode.DENIES_COLLECTING || previous == Mode.DEFINES) {
                return previous;
            }
        }
        if (continues(clause) || before != null && isLabel(clause) && announces(before)) {
            return Mode.COLLECTS;
        }
        fromHeading.set(clause.index());
        return fromHeadings(clause);
    }

    /** "Contact details:", a line with nothing but a label. */
    private static boolean isLabel(Clause clause) {
        return clause.to() - clause.from() <= LABEL && clause.indexOf(':') == clause.to() - 1;
    }

    /** "What we collect is as follows:". */
    private boolean announces(Clause clause) {
        return modes[clause.index()] == Mode.COLLECTS && !clause.isHeading() && clause.indexOf(':') == clause.to() - 1;
    }

    /** "Education data, including what you provide when you apply": what consumers do is said in passing, no right is spoken of. */
    private static boolean inPassing(Clause clause) {
        for (Mention frame : clause.mentions(Concept.RIGHT_FRAME)) {
            // "If you choose to provide it".
            if (!clause.covers(Concept.USER_PROVIDES, frame.to() - 1)) {
                return false;
            }
        }
        return !clause.has(Concept.RIGHT) && !clause.has(Concept.DO_NOT_SEND)
                && !clause.anyStatement(s -> s.actor() == Actor.BUSINESS && s.actorStated() || s.polarity() == Polarity.NEGATIVE);
    }

    /** "This information includes …": what it names belongs to the sentence before. */
    private static boolean enlarges(Clause clause) {
        Tokens tokens = clause.tokens();
        if (clause.from() >= clause.to() || !(tokens.is(clause.from(), "this") || tokens.is(clause.from(), "these") || tokens.is(clause.from(), "such")
                || tokens.is(clause.from(), "it") || tokens.is(clause.from(), "the") || tokens.is(clause.from(), "examples") || tokens.is(clause.from(), "they"))) {
            return false;
        }
        for (int i = clause.from() + 1; i < Math.min(clause.to(), clause.from() + ENLARGING); i++) {
            if (tokens.is(i, "include") || tokens.is(i, "includes") || tokens.is(i, "including") || tokens.is(i, "consists") || tokens.is(i, "comprises")
                    || tokens.is(i, "contain") || tokens.is(i, "contains") || tokens.is(i, "be") && tokens.is(Math.min(i + 1, clause.to() - 1), "your")) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing but a heading gives the clause its mode. */
    boolean isFromHeading(Clause clause) {
        return fromHeading.get(clause.index());
    }

    private Mode fromHeadings(Clause clause) {
        for (Clause heading : clause.headings()) {
            if (heading != clause) {
                Mode mode = announced[heading.index()];
                if (mode == null) {
                    mode = heading(heading);
                    announced[heading.index()] = mode;
                }
                if (mode != Mode.NONE) {
                    return mode;
                }
            }
        }
        return Mode.NONE;
    }

    /** What a clause says by itself. */
    private static Mode own(Clause clause) {
        Mode found = Mode.NONE;
        if (clause.has(Concept.DO_NOT_SEND)) {
            return Mode.RIGHTS;
        }
        if (clause.has(Concept.EXCLUDES) && clause.has(Concept.PERSONAL)) {
            return Mode.DEFINES;
        }
        if (lawDefines(clause)) {
            return Mode.DEFINES;
        }
        if (defines(clause)) {
            found = Mode.DEFINES;
        }
        boolean item = clause.block().kind() == Block.Kind.LIST_ITEM || clause.block().kind() == Block.Kind.CELL || clause.lead() != null;
        for (Statement statement : clause.statements()) {
            if (item && statement.polarity() == Polarity.NEGATIVE && NamedCategories.inParentheses(clause, clause.tokens().firstFrom(statement.start()))) {
                // "Payment records (card numbers are not stored by us)".
                continue;
            }
            if (item && !statement.actorStated() && statement.practice() != Practice.SELL && !opensWithVerb(clause, statement) && !labels(clause, statement)) {
                continue;
            }
            Mode mode = mode(clause, statement);
            if (mode == Mode.COLLECTS && rank(found) >= rank(Mode.DISCLOSES) && modifies(clause, statement)) {
                continue;
            }
            if (mode == Mode.COLLECTS) {
                return mode;
            }
            if (rank(mode) > rank(found)) {
                found = mode;
            }
        }
        return found;
    }

    /** "We have sold the following information collected through our apps": how something was collected that is passed on. */
    private static boolean modifies(Clause clause, Statement statement) {
        return !statement.actorStated() && clause.tokens().endsWith(clause.tokens().firstFrom(statement.start()), "ed");
    }

    private static boolean provides(Clause clause, Statement statement) {
        String verb = clause.tokens().word(clause.tokens().firstFrom(statement.start()));
        return verb.startsWith("provi") || verb.startsWith("submit") || verb.startsWith("enter") || verb.startsWith("giv") || verb.startsWith("suppl")
                || verb.startsWith("send") || verb.startsWith("upload") || verb.startsWith("tell")
                || verb.equals("asked");
    }

    /** "The device you use to access our service": no right is granted. */
    private static boolean usesInPassing(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        return statement.practice() == Practice.USE && verb > clause.from() && clause.tokens().is(verb - 1, "you") && !clause.hasAny(Concept.RIGHT, Concept.RIGHT_FRAME);
    }

    /** "To learn more", "requests should name", "while logged into your account", "you submit to the jurisdiction": verbs of collecting that mean something else. */
    private static boolean collectsNothing(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        if (verb + 1 >= clause.to()) {
            return false;
        }
        boolean stated = statement.actorStated() && statement.actor() == Actor.BUSINESS;
        return tokens.word(verb).startsWith("learn") && tokens.is(verb + 1, "more") && !stated
                || verb == clause.from() && tokens.is(verb, "requests") && !statement.actorStated()
                || tokens.word(verb).startsWith("log") && tokens.isAny(verb + 1, INTO)
                || tokens.word(verb).startsWith("submit") && tokens.is(verb + 1, "to") && clause.hasAny(VENUES);
    }

    private static int rank(Mode mode) {
        return switch (mode) {
            case NONE -> 0;
            case USES -> 2;
            case RIGHTS -> 3;
            case OTHERS -> 1;
            case DEFINES -> 4;
            case DISCLOSES, DENIES_DISCLOSING -> 5;
            case SELLS, DENIES_SELLING -> 6;
            case COLLECTS, DENIES_COLLECTING -> 7;
        };
    }

    /** Whether an item without a subject begins with the practice's verb: "collect your address", not "records of purchases". */
    private static boolean opensWithVerb(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        boolean infinitive = verb == clause.from() + 1 && clause.tokens().is(clause.from(), "to");
        return infinitive || verb == clause.from() && !clause.tokens().text(verb).endsWith("s");
    }

    /** "Categories of information collected: identifiers, …", "Categories collected include identifiers": whether the verb stands in the label of what the item names. */
    private static boolean labels(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        return clause.tokens().isAny(clause.from(), NamedCategories.CATEGORIES)
                && (clause.indexOf(':') > verb || clause.hasWithin(Concept.COLUMN_EXAMPLES, verb + 1, verb + 2));
    }

    private static Mode mode(Clause clause, Statement statement) {
        if (statement.speech() == Speech.RIGHT) {
            return usesInPassing(clause, statement) ? Mode.NONE : Mode.RIGHTS;
        }
        if (statement.practice() == Practice.COLLECT && !statement.actorStated() && clause.block().kind() == Block.Kind.PARAGRAPH && clause.lead() == null
                && clause.tokens().is(clause.from(), "to") && clause.tokens().firstFrom(statement.start()) == clause.from() + 1) {
            return Mode.NONE;
        }
        if (statement.practice() == Practice.COLLECT && collectsNothing(clause, statement)) {
            return Mode.NONE;
        }
        if (statement.practice() == Practice.COLLECT && statement.actor() == Actor.CONSUMER
                && !clause.covers(Concept.USER_PROVIDES, clause.tokens().firstFrom(statement.start())) && !provides(clause, statement)) {
            return Mode.NONE;
        }
        if (statement.speech() == Speech.DEFINITION) {
            return Mode.DEFINES;
        }
        boolean negative = statement.polarity() == Polarity.NEGATIVE;
        boolean others = statement.actor() == Actor.PARTNER || statement.actor() == Actor.LAW;
        return switch (statement.practice()) {
            case COLLECT -> others ? Mode.OTHERS : negative && !inPart(clause, statement) ? Mode.DENIES_COLLECTING : Mode.COLLECTS;
            case INFER -> others ? Mode.NONE : negative ? Mode.DENIES_COLLECTING : Mode.COLLECTS;
            case USE -> others || negative ? Mode.NONE : Mode.USES;
            case DISCLOSE, SHARE_FOR_ADVERTISING -> others || statement.actor() == Actor.CONSUMER ? Mode.NONE
                    : negative ? Mode.DENIES_DISCLOSING : Mode.DISCLOSES;
            case SELL -> others || statement.modality() == Modality.CONDITIONAL || statement.speech() != Speech.ASSERTION
                    || statement.object() == Statement.Subject.COMPANY ? Mode.NONE : negative ? Mode.DENIES_SELLING : Mode.SELLS;
            default -> Mode.NONE;
        };
    }

    /** "These are not always collected", "We may not collect all of them from everyone": what is denied of some is done with others. */
    private static boolean inPart(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        return verb > clause.from() && tokens.isAny(verb - 1, ALWAYS) || verb + 2 < clause.to() && tokens.isAny(verb + 1, WHOLE) && tokens.isAny(verb + 2, OF_THESE);
    }

    /** Whether the clause tells what the law or a word means: "Personal information means …", "as defined … includes". */
    static boolean defines(Clause clause) {
        Mention definition = clause.first(Concept.DEFINITION);
        return definition != null && (clause.tokens().is(definition.from(), "means") || clause.tokens().is(definition.from(), "mean"))
                && clause.has(Concept.PERSONAL) && clause.first(Concept.PERSONAL).from() < definition.from()
                && !clause.anyStatement(s -> s.practice() == Practice.COLLECT && s.actor() == Actor.BUSINESS);
    }

    /** "The act defines personal information to include identifiers and inferences". */
    private static boolean lawDefines(Clause clause) {
        Mention definition = clause.has(Concept.LAW) ? clause.first(Concept.DEFINITION) : null;
        if (definition == null) {
            return false;
        }
        boolean defines = clause.tokens().word(definition.from()).startsWith("define") && clause.hasWithin(Concept.PERSONAL, definition.to(), definition.to() + 2);
        // "Sensitive data is defined as".
        boolean defined = clause.tokens().word(definition.to() - 1).equals("as") && (clause.hasWithin(Concept.PERSONAL, definition.from() - 3, definition.from())
                || clause.hasWithin(Concept.SENSITIVE_USE, definition.from() - 4, definition.from()));
        return (defines || defined) && !clause.anyStatement(s -> s.actorStated() && s.actor() == Actor.BUSINESS);
    }

    /** "Special categories of data include …", "details of your health may be considered sensitive": what kind of data that is, and not that it is collected. */
    private static boolean describesSensitive(Clause clause) {
        if (!clause.hasAny(Concept.SENSITIVE_USE, Concept.CONCESSION) || clause.lead() != null || clause.block().kind() != Block.Kind.PARAGRAPH
                || clause.anyStatement(s -> s.actorStated() && s.actor() == Actor.BUSINESS)) {
            return false;
        }
        Mention sensitive = clause.first(Concept.SENSITIVE_USE);
        if (sensitive != null && sensitive.to() <= clause.from() + OPENING && clause.hasWithin(Concept.COLUMN_EXAMPLES, sensitive.to(), sensitive.to() + INCLUDING)) {
            return true;
        }
        for (Mention mention : clause.mentions(Concept.CONCESSION)) {
            if (clause.hasWithin(SENSITIVE, mention.to(), mention.to() + 2) && clause.tokens().isAny(mention.to() - 1, CONSIDERED)) {
                return true;
            }
        }
        return false;
    }

    /** What a heading announces. */
    static Mode heading(Clause heading) {
        if (defines(heading)) {
            return Mode.DEFINES;
        }
        if (heading.has(Concept.HEAD_OTHERS)) {
            return Mode.OTHERS;
        }
        boolean sells = heading.has(Concept.SELL);
        if (heading.has(Concept.RIGHT_FRAME) && heading.hasAny(Concept.RIGHT, Concept.RIGHT_WORD) || heading.has(Concept.RIGHT) && !heading.has(Concept.HEAD_COLLECT)) {
            return Mode.RIGHTS;
        }
        if (heading.has(Concept.HEAD_COLLECT) && !namesGiven(heading)) {
            return heading.anyStatement(s -> s.practice() == Practice.COLLECT && s.polarity() == Polarity.NEGATIVE && s.actor() == Actor.BUSINESS)
                    ? Mode.DENIES_COLLECTING : Mode.COLLECTS;
        }
        if (sells) {
            return heading.has(Concept.NEGATION) ? Mode.DENIES_SELLING : Mode.SELLS;
        }
        if (heading.has(Concept.DISCLOSE) && !heading.has(Concept.RETAIN)) {
            return Mode.DISCLOSES;
        }
        if (heading.has(Concept.USE)) {
            return Mode.USES;
        }
        return Mode.NONE;
    }

    /** "Categories of information that we sell or share": what is said of them is that they are given to others, not that they are collected. */
    private static boolean namesGiven(Clause heading) {
        return heading.hasAny(NamedCategories.CATEGORIES) && heading.hasAny(Concept.SELL, Concept.DISCLOSE) && !heading.hasAny(Concept.COLLECT_STRONG, Concept.USE)
                && !heading.has(Concept.COLUMN_COLLECTED);
    }
}
