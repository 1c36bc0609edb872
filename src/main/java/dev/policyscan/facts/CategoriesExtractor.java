package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Block;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which categories the policy says that it collects, and whether by name or by data elements. A category named in one place and denied in
 * another is collected.
 */
final class CategoriesExtractor {
    private static final int MOST = 40;
    private static final double NAMED = 0.95;
    private static final double NAMED_ELSEWHERE = 0.9;
    private static final double ELEMENT = 0.9;
    private static final double USED_ELEMENT = 0.7;

    private static final WordSet MATCHES = WordSet.of("match", "matches", "matching", "suit", "suits", "fit", "fits", "meet", "meets");
    private static final WordSet SUITED = WordSet.of("tailored", "relevant", "suited", "according", "customized", "adapted");

    static final WordSet EXCEPTS = WordSet.of("except", "excluding", "other", "apart", "aside", "with");
    /** What makes an exception of a case, rather than of a thing. */
    private static final WordSet CONDITIONS = WordSet.of("as", "to", "in", "where", "when", "if", "with", "by", "that", "through", "under");
    /** What bounds a denial. */
    private static final WordSet BOUNDS = WordSet.of("beyond", "unless", "without", "except");
    private static final WordSet ASKS = WordSet.of("know", "ask", "request", "learn", "confirm", "confirmation", "told", "informed", "see");
    /** Tokens from "ask" to "whether", at most. */
    private static final int ASKED = 3;
    private static final WordSet POLICY = WordSet.of("policy", "notice", "statement");
    private static final WordSet THIS = WordSet.of("this", "our");
    private static final WordSet COVERED = WordSet.of("covered", "governed", "subject");
    /** Tokens from "covered" to the policy, at most: "by HIPAA and not by this privacy policy". */
    private static final int SCOPE = 9;
    /** What an app or device is while it is not used. */
    private static final WordSet IDLE = WordSet.of("closed", "background", "off", "not", "disabled", "inactive", "idle", "locked", "offline");
    /** Tokens from "when" to that, at most. */
    private static final int CASE = 8;
    /** Tokens that an exception is looked for before what is excepted. */
    private static final int REACH = 20;

    /** The clauses behind a name that are looked at for an answer are nearer than this. */
    private static final int BELOW = 5;

    /** A name behind which a colon stands has no more tokens. */
    private static final int LABEL = 16;
    /** "We do not knowingly collect": the verb comes within so many tokens. */
    private static final int DENIAL = 6;

    /** Tokens of a name with its citations, at most. */
    private static final int NAME = 60;

    private static final WordSet DEALS = WordSet.of("order", "orders", "purchase", "purchases", "transaction", "transactions");
    private static final WordSet RECORDED = WordSet.of("history", "histories", "information", "data", "details", "records", "record");
    private static final WordSet FULFILS = WordSet.of("process", "processing", "complete", "completing", "fulfill", "fulfilling", "fulfil", "deliver", "delivering", "ship",
            "handle", "confirm");
    private static final WordSet WATCHES = WordSet.of("watch", "watching", "view", "viewing", "play", "playing", "stream", "streaming", "see", "watched", "viewed", "played");
    /** Between "you" and what is done. */
    private static final WordSet BEFORE_VERB = WordSet.of("may", "can", "or", "to");
    private static final WordSet CONTAINS = WordSet.of("contain", "contains", "containing");
    /** "Your name and profile picture". */
    private static final WordSet YOUR = WordSet.of("your");
    /** What is done with a picture that others on a service see. */
    private static final WordSet SHOWN = WordSet.of("displayed", "visible", "public", "publicly", "accessible", "appear", "appears", "shown", "viewable");
    /** What laws do to the making of profiles. */
    private static final WordSet FORBIDS = WordSet.of("prohibits", "forbids", "bans", "bars", "prohibited", "forbidden", "banned");
    private static final WordSet POINTING = WordSet.of("this", "it", "these", "them", "they", "such");

    private final Modes modes;
    private final CategoryTables tables;
    private final Quotes quotes;
    private final Map<Category, List<Evidence>> named = new EnumMap<>(Category.class);
    private final Map<Category, List<Evidence>> inferred = new EnumMap<>(Category.class);
    private final Map<Category, List<Evidence>> denied = new EnumMap<>(Category.class);

    CategoriesExtractor(Modes modes, CategoryTables tables, Quotes quotes) {
        this.modes = modes;
        this.tables = tables;
        this.quotes = quotes;
    }

    Map<Category, CategoryFact> extract(PolicyReading reading) {
        for (CategoryTables.Row row : tables.rows()) {
            Boolean collected = row.answers().get(CategoryTables.Column.COLLECTED);
            boolean elsewhere = row.answers().entrySet().stream().anyMatch(e -> e.getKey() != CategoryTables.Column.COLLECTED && e.getValue());
            for (Category letter : row.letters()) {
                if (Boolean.FALSE.equals(collected)) {
                    add(denied, letter, row.evidence());
                } else if (collected != null || elsewhere) {
                    add(row.explicit() ? named : inferred, letter, row.evidence());
                }
            }
        }
        Clause asked = null;
        Clause refused = null;
        for (Clause clause : reading.clauses()) {
            boolean label = isLabel(clause);
            if (label && asked != null) {
                boolean yes = clause.has(Concept.ANSWER_YES);
                clause.mentions().stream().filter(m -> m.concept() == Concept.CATEGORY).forEach(m -> add(yes ? named : denied, m, clause, NAMED));
                continue;
            }
            asked = label ? asked : asksWhatIsCollected(clause) ? clause : null;
            if (tables.tellsInOwnWords(clause.blockIndex())) {
                addElements(clause);
            }
            if (refused != null && exemplifies(clause, refused)) {
                continue;
            }
            if (!tables.holds(clause.blockIndex()) || clause.anyStatement(CategoriesExtractor::collects)) {
                Boolean answer = answerBelow(clause, reading);
                if (answer == null) {
                    read(clause);
                } else {
                    refused = answer ? null : clause;
                    clause.mentions().stream().filter(m -> m.concept() == Concept.CATEGORY).forEach(m -> add(answer ? named : denied, m, clause, NAMED));
                }
            }
        }
        Map<Category, CategoryFact> facts = new EnumMap<>(Category.class);
        for (Category letter : Category.values()) {
            facts.put(letter, fact(letter));
        }
        return facts;
    }

    /** The categories with those that the policy names in its lists of what it discloses or sells alone: these are collected, too. */
    static Map<Category, CategoryFact> withListed(Map<Category, CategoryFact> categories, List<SetFact<Category>> lists) {
        Map<Category, CategoryFact> all = new EnumMap<>(categories);
        for (SetFact<Category> list : lists) {
            for (Category letter : list.values()) {
                if (all.get(letter).collected() == Collected.UNSTATED && !list.evidence().isEmpty()) {
                    all.put(letter, new CategoryFact(Collected.YES, Basis.EXPLICIT, list.evidence()));
                }
            }
        }
        return all;
    }

    private CategoryFact fact(Category letter) {
        if (named.containsKey(letter)) {
            return new CategoryFact(Collected.YES, Basis.EXPLICIT, Quotes.best(named.get(letter)));
        }
        if (inferred.containsKey(letter) && letter != Category.L) {
            return new CategoryFact(Collected.YES, Basis.INFERRED, Quotes.best(inferred.get(letter)));
        }
        if (denied.containsKey(letter)) {
            return new CategoryFact(Collected.NO, Basis.EXPLICIT, Quotes.best(denied.get(letter)));
        }
        return CategoryFact.UNSTATED;
    }

    private void read(Clause clause) {
        if (!clause.hasAny(Concept.CATEGORY, Concept.ELEMENT) || clause.has(Concept.NEGATION) && (Boolean.FALSE.equals(ofLabel(clause)) || outOfScope(clause))) {
            return;
        }
        Mode mode = modes.of(clause);
        if (usesForPurposesGiven(clause)) {
            clause.mentions().stream().filter(m -> m.concept() == Concept.CATEGORY).forEach(m -> add(named, m, clause, USED_ELEMENT));
            return;
        }
        Set<Category> leftOut = mode == Mode.COLLECTS ? NamedCategories.excepted(clause) : Set.of();
        for (Mention mention : clause.mentions()) {
            if (mention.concept() != Concept.CATEGORY && mention.concept() != Concept.ELEMENT || leftOut.containsAll(mention.entry().letters())) {
                continue;
            }
            boolean name = mention.concept() == Concept.CATEGORY;
            if (clause.isHeading() && (!name || mode != Mode.COLLECTS && mode != Mode.DENIES_COLLECTING)) {
                continue;
            }
            if (!name && (dependedOn(clause, mention) || fromWhere(clause)) || isAsked(clause, mention, name) || mention.entry().letters().contains(Category.L) && ofRights(clause)) {
                continue;
            }
            if (mention.entry().name().equals("media") && (!ownMedia(clause, mention) || watched(clause, mention)) || mention.entry().name().equals("interests")
                    && (mode != Mode.COLLECTS || matched(clause, mention))
                    || mention.entry().name().equals("profiling") && disclaimed(clause, mention)
                    || mention.entry().name().equals("profile") && (byOthers(clause, mention) || byConsumer(clause, mention) || clause.hasWithin(FORBIDS, clause.from(), mention.from()))
                    || mention.entry().name().equals("purchases") && fulfilled(clause, mention) || anonymous(clause, mention)) {
                continue;
            }
            if ((mode == Mode.COLLECTS || mode == Mode.DENIES_COLLECTING) && excepted(clause, mention)) {
                add(name ? named : inferred, mention, clause, name ? NAMED : ELEMENT);
                continue;
            }
            switch (mode) {
                case COLLECTS -> {
                    if (denied(clause, mention)) {
                        if (name && !qualified(clause, mention)) {
                            add(denied, mention, clause, NAMED);
                        }
                    } else if (!negatedAt(clause, mention) && !(modes.isFromHeading(clause) && supposes(clause, name ? clause.to() : mention.from()))
                            && !(mention.entry().letters().contains(Category.C) && ofNobody(clause))) {
                        add(name ? named : inferred, mention, clause, name ? NAMED : ELEMENT);
                    }
                }
                case DISCLOSES, SELLS -> {
                    if (name && !negatedAt(clause, mention) && (clause.block().kind() != Block.Kind.PARAGRAPH || passesOn(clause) || modes.of(clause) == Mode.SELLS)) {
                        add(named, mention, clause, NAMED_ELSEWHERE);
                    } else if (mode == Mode.DISCLOSES && infers(clause, mention)) {
                        add(inferred, mention, clause, USED_ELEMENT);
                    }
                }
                case USES -> {
                    boolean aggregated = clause.has(Concept.AGGREGATED) && !clause.has(Concept.PERSONAL);
                    if (!aggregated && (name || !implied(mention) ? used(clause, mention) : implied(mention)
                            && (own(clause, mention) || !mention.entry().letters().contains(Category.A) && !mention.entry().letters().contains(Category.B)))) {
                        add(name ? named : inferred, mention, clause, USED_ELEMENT);
                    }
                }
                case NONE -> {
                    if (!name && mention.entry().letters().contains(Category.K) && !negatedAt(clause, mention) && !clause.hasAny(Concept.AD_PARTNER, Concept.THIRD_PARTY)) {
                        add(inferred, mention, clause, USED_ELEMENT);
                    }
                }
                case DENIES_COLLECTING -> {
                    if ((name || mention.entry().letters().size() == 1 && mention.entry().letters().contains(Category.G)) && !qualified(clause, mention)) {
                        add(denied, mention, clause, NAMED);
                    }
                }
                default -> { }
            }
            if ((mode == Mode.NONE || mode == Mode.RIGHTS) && shown(clause, mention)) {
                add(inferred, mention, clause, USED_ELEMENT);
            }
        }
    }

    /** "Health data that your doctor collects are not covered by this policy": what the policy is not about. */
    private static boolean outOfScope(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 3; i < clause.to(); i++) {
            if (!tokens.isAny(i, POLICY) || !clause.hasWithin(THIS, i - 2, i)) {
                continue;
            }
            for (int k = i - 2; k > clause.from() && k >= i - SCOPE; k--) {
                if (tokens.isAny(k, COVERED)) {
                    return clause.hasWithin(Concept.NEGATION, k - 2, k) || clause.hasWithin(Concept.NEGATION, k, i);
                }
            }
        }
        return false;
    }

    /** "Contact details (name, telephone number)", in a row of a table: what a policy's own name consists of is collected with it. */
    private void addElements(Clause clause) {
        for (Mention mention : clause.mentions(Concept.ELEMENT)) {
            String name = mention.entry().name();
            if (!name.equals("media") && !name.equals("interests") && !name.equals("profiling") && !negatedAt(clause, mention) && !anonymous(clause, mention)) {
                add(inferred, mention, clause, ELEMENT);
            }
        }
    }

    /** "Your profile picture is visible to all members": a picture that the service holds. */
    private static boolean shown(Clause clause, Mention mention) {
        if (!mention.entry().name().equals("sensory") || !(own(clause, mention) || clause.hasWithin(YOUR, mention.from() - REACH, mention.from())) || !clause.hasAny(SHOWN)) {
            return false;
        }
        String word = clause.tokens().word(mention.from());
        return (word.equals("profile") || word.startsWith("avatar")) && !negatedAt(clause, mention);
    }

    /** "We may send you surveys to understand your interests": whether a profile is made by the business, and not by those whom it discloses to. */
    private static boolean infers(Clause clause, Mention mention) {
        boolean ofYou = false;
        for (int i = mention.from(); i < mention.to(); i++) {
            ofYou |= clause.tokens().is(i, "you") || clause.tokens().is(i, "your");
        }
        return ofYou && mention.entry().name().equals("profile") && !negatedAt(clause, mention) && !clause.hasAny(Concept.AD_PARTNER, Concept.THIRD_PARTY);
    }

    /** Whether, in a clause that both collects and does not, the nearest verb of collecting before the mention is denied. */
    private static boolean denied(Clause clause, Mention mention) {
        boolean denied = false;
        for (Statement statement : clause.statements()) {
            if (statement.practice() == Statement.Practice.COLLECT && statement.start() <= clause.tokens().start(mention.from())) {
                denied = statement.polarity() == Statement.Polarity.NEGATIVE;
            }
        }
        return denied;
    }

    /** "We do not collect it to infer characteristics", "beyond what we need": a denial of one purpose or extent leaves open whether the category is collected. */
    private static boolean qualified(Clause clause, Mention mention) {
        for (int i = mention.to(); i + 1 < clause.to(); i++) {
            boolean purpose = clause.tokens().is(i, "purpose") || clause.tokens().is(i, "purposes");
            if (purpose && clause.tokens().is(i + 1, "of") || clause.tokens().is(i, "to") && clause.covers(Concept.INFER, i + 1) || clause.tokens().isAny(i, BOUNDS) || inCase(clause, i)) {
                return true;
            }
        }
        return false;
    }

    /** "When the app is closed", "of children", "sold by vendors": whether a token begins what narrows a denial to a case, to some people or to some of the data. */
    private static boolean inCase(Clause clause, int token) {
        Tokens tokens = clause.tokens();
        if (tokens.is(token, "when") || tokens.is(token, "while")) {
            return clause.hasWithin(IDLE, token + 1, token + CASE);
        }
        boolean some = tokens.is(token, "of") || tokens.is(token, "from") || tokens.is(token, "about");
        return tokens.is(token, "if") || tokens.is(token, "until") || tokens.is(token, "sold") || some && clause.hasWithin(Concept.CHILD, token + 1, token + 3);
    }

    /** "We collect no personal information other than your e-mail address": what is excepted by name is collected. */
    private static boolean excepted(Clause clause, Mention mention) {
        for (Mention exception : clause.mentions(Concept.EXCEPTION)) {
            if (exception.to() <= mention.from() && mention.from() - exception.to() <= REACH
                    && clause.tokens().isAny(exception.from(), EXCEPTS) && !clause.tokens().isAny(exception.to() - 1, CONDITIONS)
                    && !clause.tokens().isAny(exception.to(), CONDITIONS)) {
                return clause.anyStatement(s -> s.practice() == Statement.Practice.COLLECT && s.polarity() == Statement.Polarity.NEGATIVE
                        && s.start() < clause.tokens().start(exception.from()));
            }
        }
        return false;
    }

    /** "We do not use sensitive information for purposes other than those above": for those it is used. */
    private static boolean usesForPurposesGiven(Clause clause) {
        if (!clause.has(Concept.CATEGORY, "sensitive") || !clause.has(Concept.EXCEPTION) || clause.has(Concept.RIGHT)
                || !clause.anyStatement(s -> s.polarity() == Statement.Polarity.NEGATIVE && s.actor() == Statement.Actor.BUSINESS && s.actorStated())) {
            return false;
        }
        for (int i = clause.from(); i + 2 < clause.to(); i++) {
            if ((clause.tokens().is(i, "purpose") || clause.tokens().is(i, "purposes")) && clause.tokens().is(i + 1, "other") && clause.tokens().is(i + 2, "than")) {
                return true;
            }
        }
        return false;
    }

    /** "You have the right to limit the use of sensitive information that we collect", "if we collect it, you may": a right is told of, or a case, and not what is collected. */
    private static boolean ofRights(Clause clause) {
        if (clause.has(Concept.RIGHT) || clause.lead() != null && (clause.lead().hasWord("right") || clause.lead().hasWord("rights"))) {
            return true;
        }
        return (clause.hasWord("if") || clause.hasWord("whether")) && clause.anyStatement(s -> s.practice() == Statement.Practice.COLLECT)
                && !clause.anyStatement(s -> s.practice() == Statement.Practice.COLLECT && s.modality() != Statement.Modality.CONDITIONAL);
    }

    /** "You have the right to know whether we collect your browsing history", "what location data we hold": what readers may ask, which tells nothing of the answer. */
    private static boolean isAsked(Clause clause, Mention mention, boolean name) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i < mention.from(); i++) {
            boolean question = tokens.is(i, "whether") || !name && (tokens.is(i, "what") || tokens.is(i, "which"));
            if (question && clause.hasWithin(ASKS, i - ASKED, i) && clause.hasWithin(Concept.CONSUMER, clause.from(), i) && !clause.hasWithin(Concept.BUSINESS, clause.from(), i - ASKED)) {
                return mention.from() - i <= REACH;
            }
        }
        return false;
    }

    /** "Depending on how you use our app and where you are": what something depends on is not collected by that. */
    private static boolean dependedOn(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.from() - 1; i > clause.from() && i >= mention.from() - 10 && !tokens.is(i, ';') && !tokens.is(i, ':'); i--) {
            if (tokens.is(i, ',') && tokens.is(i + 1, "we")) {
                // "Depending on where you are, we collect your location."
                return false;
            }
            if ((tokens.is(i, "on") || tokens.is(i, "upon")) && (tokens.is(i - 1, "depending") || tokens.is(i - 1, "depends") || tokens.is(i - 1, "depend"))) {
                return true;
            }
        }
        return false;
    }

    /** "For example, from letters you send or products you use": where data come from, and not which. */
    private static boolean fromWhere(Clause clause) {
        Tokens tokens = clause.tokens();
        int from = clause.from() + 2;
        from += from < clause.to() && tokens.is(from, ',') ? 1 : 0;
        return from < clause.to() && tokens.is(from, "from") && tokens.is(clause.from(), "for") && tokens.is(clause.from() + 1, "example") && !clause.anyStatement(CategoriesExtractor::collects);
    }

    private static boolean collects(Statement statement) {
        return statement.practice() == Statement.Practice.COLLECT && statement.actorStated() && statement.actor() == Statement.Actor.BUSINESS;
    }

    /** "Geolocation data: no". */
    private static boolean isLabel(Clause clause) {
        int colon = clause.has(Concept.CATEGORY) ? clause.indexOf(':') : -1;
        return colon > 0 && clause.to() - colon <= 3 && (clause.hasWithin(Concept.ANSWER_YES, colon + 1, colon + 2) || clause.hasWithin(Concept.ANSWER_NO, colon + 1, colon + 2));
    }

    /** "Which of these do we collect?", "Categories collected:". */
    private static boolean asksWhatIsCollected(Clause clause) {
        return clause.has(Concept.COLLECT_STRONG) && !clause.hasAny(Concept.SELL, Concept.DISCLOSE)
                && (clause.isHeading() || clause.indexOf(':') == clause.to() - 1 || clause.indexOf('?') == clause.to() - 1);
    }

    /** "We collect this from you", "It is not collected": whether what was named before is collected; null where the clause does not tell. */
    private static Boolean collectsIt(Clause clause) {
        for (Statement statement : clause.statements()) {
            if (statement.practice() != Statement.Practice.COLLECT || statement.actor() != Statement.Actor.BUSINESS || !statement.actorStated()
                    || statement.speech() != Statement.Speech.ASSERTION || statement.modality() == Statement.Modality.CONDITIONAL) {
                continue;
            }
            int verb = clause.tokens().firstFrom(statement.start());
            boolean object = verb + 1 < clause.to() && clause.tokens().isAny(verb + 1, POINTING) && !clause.hasWithin(Concept.ELEMENT, verb + 1, verb + 5);
            boolean subject = clause.tokens().isAny(clause.from(), POINTING) && verb - clause.from() <= 4 && !clause.covers(Concept.BUSINESS, verb - 1);
            // "We do not collect any."
            boolean any = verb + 2 < clause.to() && clause.tokens().is(verb + 1, "any") && clause.tokens().kind(verb + 2) == Tokens.Kind.PUNCTUATION
                    && statement.polarity() == Statement.Polarity.NEGATIVE;
            if (object || subject || any) {
                return statement.polarity() == Statement.Polarity.POSITIVE;
            }
        }
        return null;
    }

    /** "Biometric information", and on a line of its own behind it "No": a table of which only the words are left. Null where no answer follows. */
    private Boolean answerBelow(Clause clause, PolicyReading reading) {
        if (!clause.has(Concept.CATEGORY) || clause.to() - clause.from() > NAME) {
            return null;
        }
        Boolean collected = answered(clause);
        collected = collected != null ? collected : collectedBelow(clause, reading);
        if (collected != null) {
            return collected;
        }
        for (int i = clause.index() + 1; i < Math.min(reading.clauses().size(), clause.index() + BELOW); i++) {
            Clause next = reading.clauses().get(i);
            Boolean told = toldCollected(next, i + 1 < reading.clauses().size() ? reading.clauses().get(i + 1) : null);
            if (told != null) {
                return told;
            }
            if (!clause.isHeading() && noSource(next)) {
                return false;
            }
            if (i == clause.index() + 1 && next.to() - next.from() <= 3 && next.hasWithin(Concept.ANSWER_NO, next.from(), next.from() + 1)
                    && next.block().kind() == Block.Kind.LIST_ITEM) {
                // "None collected", the only item of a list.
                return false;
            }
            if (clause.isHeading() && !next.isHeading()) {
                continue;
            }
            if (!clause.isHeading() && next.to() - next.from() <= 2 && next.hasAny(Concept.ANSWER_YES, Concept.ANSWER_NO)) {
                return next.has(Concept.ANSWER_YES);
            }
            if (i == clause.index() + 1 && clause.indexOf('?') < 0 && next.from() + 1 < next.to() && next.tokens().is(next.from() + 1, ',')
                    && (next.tokens().is(next.from(), "yes") || next.tokens().is(next.from(), "no"))) {
                return next.tokens().is(next.from(), "yes");
            }
            if (next.isHeading() || next.anyStatement(Statement::actorStated) || opensWithCategory(next)) {
                return null;
            }
        }
        return null;
    }

    /** "Collected: no", "Collected? No", whose answer may be a clause of its own: what the label tells; null where the clause is none. */
    private static Boolean toldCollected(Clause label, Clause next) {
        int mark = label.from() + 1;
        if (mark >= label.to() || label.to() - label.from() > 4 || !label.tokens().is(label.from(), "collected") || !label.tokens().is(mark, ':') && !label.tokens().is(mark, '?')) {
            return null;
        }
        Clause answer = mark + 1 < label.to() ? label : next;
        return answer != null && answer.to() - answer.from() <= 4 && answer.hasAny(Concept.ANSWER_YES, Concept.ANSWER_NO) ? answer.has(Concept.ANSWER_YES) : null;
    }

    /** "Internet activity - Collected: yes - Sold: no", "Profiles of consumers: we do not collect this". */
    private static Boolean answered(Clause clause) {
        Boolean collected = opensWithCategory(clause) ? ofLabel(clause) : null;
        if (collected != null) {
            return collected;
        }
        for (int i = clause.from() + 1; i + 2 < clause.to(); i++) {
            if (clause.tokens().is(i, "collected") && clause.tokens().is(i + 1, ':') && clause.hasWithin(Concept.CATEGORY, clause.from(), i)) {
                return clause.covers(Concept.ANSWER_YES, i + 2) ? Boolean.TRUE : clause.covers(Concept.ANSWER_NO, i + 2) ? Boolean.FALSE : null;
            }
        }
        return null;
    }

    /** "Shopping habits: we do not collect this": what is said of a label; null where nothing is. */
    private static Boolean ofLabel(Clause clause) {
        int colon = clause.indexOf(':');
        boolean told = colon > 0 && colon - clause.from() <= LABEL && clause.anyStatement(s -> s.practice() == Statement.Practice.COLLECT
                && clause.tokens().firstFrom(s.start()) > colon && clause.tokens().firstFrom(s.start()) - colon <= DENIAL);
        return told ? collectsIt(clause) : null;
    }

    /** "Source of information: N/A": what comes from nowhere is not collected. */
    private static boolean noSource(Clause label) {
        int colon = label.from() < label.to() && (label.tokens().is(label.from(), "source") || label.tokens().is(label.from(), "sources")) ? label.indexOf(':') : -1;
        return colon > 0 && label.to() - colon <= DENIAL && label.hasWithin(Concept.ANSWER_NO, colon + 1, colon + 2);
    }

    /** "Examples: fingerprints", right under the name of a category that is not collected. */
    private static boolean exemplifies(Clause clause, Clause name) {
        return clause.index() - name.index() < BELOW && clause.hasWithin(Concept.COLUMN_EXAMPLES, clause.from(), clause.from() + 1) && !clause.anyStatement(Statement::actorStated);
    }

    /** Whether what stands under a name says that it is collected; null where it does not tell. */
    private Boolean collectedBelow(Clause name, PolicyReading reading) {
        for (int i = name.index() + 1; opensWithCategory(name) && i < Math.min(reading.clauses().size(), name.index() + BELOW); i++) {
            Clause next = reading.clauses().get(i);
            Boolean collected = NamedCategories.under(next, name) ? collectsIt(next) : null;
            if (collected == null && i == name.index() + 1 && next.has(Concept.NEGATION) && deniedByName(next, name)
                    && (next.blockIndex() == name.blockIndex() || NamedCategories.under(next, name))) {
                collected = Boolean.FALSE;
            }
            if (collected != null || next.isHeading()) {
                return collected;
            }
        }
        return null;
    }

    /** "Location information. We do not collect location data from phones": whether what follows a bare name denies that very category, and not of children or in some case alone. */
    private boolean deniedByName(Clause clause, Clause name) {
        if (modes.of(clause) != Mode.DENIES_COLLECTING || clause.hasAny(Concept.CONDITION, Concept.EXCEPTION) || clause.has(Concept.CHILD) || name.anyStatement(Statement::actorStated)) {
            return false;
        }
        Set<Category> letters = NamedCategories.categories(name);
        return clause.anyMention(m -> (m.concept() == Concept.CATEGORY || m.concept() == Concept.ELEMENT && m.entry().letters().size() == 1)
                && letters.equals(Set.copyOf(m.entry().letters())) && !qualified(clause, m));
    }

    private static boolean opensWithCategory(Clause clause) {
        int name = clause.from();
        while (name < clause.to() && (clause.tokens().kind(name) == Tokens.Kind.NUMBER || name > clause.from() && clause.tokens().is(name, '.'))) {
            name++;
        }
        return clause.hasWithin(Concept.CATEGORY, name, name + 3) && !clause.covers(Concept.COLUMN_EXAMPLES, clause.from());
    }

    /** Whether all that the clause collects is aggregated or anonymous. */
    private static boolean ofNobody(Clause clause) {
        boolean collects = false;
        for (Statement statement : clause.statements()) {
            if (statement.practice() == Statement.Practice.COLLECT) {
                if (statement.object() != Statement.Subject.AGGREGATED_INFORMATION) {
                    return false;
                }
                collects = true;
            }
        }
        return collects;
    }

    /** Whether the element is named as aggregated or made anonymous. */
    private static boolean anonymous(Clause clause, Mention mention) {
        for (int i = mention.from() - 1; i >= clause.from() && i >= mention.from() - 3; i--) {
            if (clause.covers(Concept.AGGREGATED, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause itself says that the business discloses. */
    private static boolean passesOn(Clause clause) {
        return clause.anyStatement(s -> (s.practice() == Statement.Practice.DISCLOSE || s.practice() == Statement.Practice.SHARE_FOR_ADVERTISING)
                && GivingClauses.discloses(clause, s) && s.actor() == Statement.Actor.BUSINESS && s.actorStated() && s.polarity() == Statement.Polarity.POSITIVE
                && !isNoun(clause, s)) || clause.lead() != null;
    }

    private static boolean isNoun(Clause clause, Statement statement) {
        String verb = clause.tokens().word(clause.tokens().firstFrom(statement.start()));
        return verb.startsWith("disclosure") || verb.equals("sharing");
    }

    /** Whether the mention is what the business says that it uses. */
    private static boolean used(Clause clause, Mention mention) {
        for (Statement statement : clause.statements()) {
            int verb = clause.tokens().firstFrom(statement.start());
            if (statement.practice() == Statement.Practice.USE && statement.actorStated() && statement.polarity() == Statement.Polarity.POSITIVE
                    && mention.from() > verb && mention.from() - verb <= 14) {
                return true;
            }
        }
        return false;
    }

    /** Whether using the element implies that it is collected: contact and payment data, locations, profiles. */
    private static boolean implied(Mention mention) {
        return mention.entry().letters().contains(Category.A) || mention.entry().letters().contains(Category.B) || mention.entry().letters().contains(Category.G)
                || mention.entry().letters().contains(Category.K);
    }

    private static boolean own(Clause clause, Mention mention) {
        return clause.tokens().is(mention.from(), "your") || mention.from() > clause.from() && clause.tokens().is(mention.from() - 1, "your");
    }

    /** Whether pictures, sound or video are the consumer's: uploaded, recorded or sent in, not content of the service. */
    private static boolean ownMedia(Clause clause, Mention mention) {
        if (clause.has(Concept.USER_PROVIDES) || clause.leadWith(Concept.USER_PROVIDES) != null) {
            return true;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            String word = tokens.word(i);
            if (word.startsWith("upload") || word.startsWith("record") || word.equals("camera") || word.startsWith("submi") || word.equals("your") || word.equals("user")
                    || word.equals("profile") || word.startsWith("attach") || word.startsWith("post") || word.equals("visual") || word.equals("voice")) {
                return true;
            }
        }
        return clause.block().kind() == Block.Kind.LIST_ITEM && (clause.to() - clause.from() <= 6 || mention.from() - clause.from() <= 1);
    }

    /** "When you watch a video": content of the service. */
    private static boolean watched(Clause clause, Mention mention) {
        return clause.hasWithin(WATCHES, mention.from() - 3, mention.from());
    }

    /** "This lets the ad network predict your preferences": a profile that others make. */
    private static boolean byOthers(Clause clause, Mention mention) {
        int i = mention.from() - 1;
        while (i > clause.from() && i > mention.from() - 3 && (clause.tokens().is(i, "to") || clause.tokens().is(i, "may") || clause.tokens().is(i, "can"))) {
            i--;
        }
        return i >= clause.from() && (clause.covers(Concept.AD_PARTNER, i) || clause.covers(Concept.THIRD_PARTY, i));
    }

    /** "We do not sell data or engage in profiling", "where a decision is based on profiling": nobody says that it is done. */
    private static boolean disclaimed(Clause clause, Mention mention) {
        return clause.hasWithin(Concept.NEGATION, clause.from(), mention.from()) || clause.hasWithin(Concept.CONDITION, clause.from(), mention.from())
                || clause.hasAny(Concept.RIGHT, Concept.RIGHT_FRAME);
    }

    /** "When you create your user profile": whose making it is. */
    private static boolean byConsumer(Clause clause, Mention mention) {
        int i = mention.from() - 1;
        while (i > clause.from() && clause.tokens().isAny(i, BEFORE_VERB)) {
            i--;
        }
        return i >= clause.from() && clause.tokens().is(i, "you") && mention.to() - mention.from() > 1;
    }

    /** "To process your orders and payments": what is done, not what is known. */
    private static boolean fulfilled(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        return (tokens.isAny(mention.to() - 1, DEALS) || tokens.isAny(mention.from(), DEALS)) && !tokens.isAny(mention.to() - 1, RECORDED)
                && clause.hasWithin(FULFILS, mention.from() - 5, mention.from());
    }

    /** "Content that matches your interests": what is shown follows them, which says nothing of their being collected. */
    private static boolean matched(Clause clause, Mention mention) {
        return mention.from() > clause.from() && (clause.tokens().isAny(mention.from() - 1, MATCHES)
                || clause.tokens().is(mention.from() - 1, "to") && mention.from() - 2 >= clause.from() && clause.tokens().isAny(mention.from() - 2, SUITED));
    }

    /** Whether the clause says, up to a token, what could or would happen. */
    private static boolean supposes(Clause clause, int end) {
        for (int i = clause.from(); i < end; i++) {
            if (clause.tokens().is(i, "could") || clause.tokens().is(i, "would") || clause.tokens().is(i, "might")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the mention is excluded within a clause that collects: "but not your location". */
    private static boolean negatedAt(Clause clause, Mention mention) {
        return clause.has(Concept.NEGATION) && (negatedBefore(clause, mention.from()) || containedNot(clause, mention));
    }

    private static boolean negatedBefore(Clause clause, int token) {
        for (int i = token - 1; i >= clause.from() && i >= token - 3; i--) {
            if (clause.covers(Concept.NEGATION, i) && !clause.covers(Concept.PSEUDO_NEGATION, i)) {
                return true;
            }
        }
        return false;
    }

    /** "They do not contain personal information such as names and e-mail addresses". */
    private static boolean containedNot(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.from() - 1; i > clause.from() && i >= mention.from() - REACH && !clause.covers(Concept.CONTRAST, i) && !tokens.is(i, ';'); i--) {
            if (tokens.isAny(i, CONTAINS)) {
                return negatedBefore(clause, i) && clause.hasWithin(Concept.PERSONAL, i + 1, mention.from());
            }
        }
        return false;
    }

    private void add(Map<Category, List<Evidence>> to, Mention mention, Clause clause, double confidence) {
        for (Category letter : mention.entry().letters()) {
            List<Evidence> present = to.get(letter);
            if (present == null || present.size() < MOST && present.get(present.size() - 1).start() != clause.start()) {
                add(to, letter, quotes.of(clause, confidence));
            }
        }
    }

    private static void add(Map<Category, List<Evidence>> to, Category letter, Evidence evidence) {
        to.computeIfAbsent(letter, l -> new ArrayList<>()).add(evidence);
    }
}
