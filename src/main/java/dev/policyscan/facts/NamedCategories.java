package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Block;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Actor;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The categories that a clause names: those it opens with, runs through, or leaves out. */
final class NamedCategories {
    /** "These would be considered identifiers". */
    private static final WordSet CONSIDERED = WordSet.of("considered", "deemed", "classified", "correspond", "corresponds", "fall", "falls", "regarded");
    private static final WordSet OF_BEFORE = WordSet.of("these", "this", "such", "they", "it");
    /** "The categories established by the act". */
    private static final WordSet STATED = WordSet.of("listed", "described", "established", "enumerated", "specified", "identified");
    /** What policies call categories. */
    static final WordSet CATEGORIES = WordSet.of("categories", "types", "kinds", "category");
    /** Between "categories" and "personal information". */
    private static final WordSet BEFORE_DATA = WordSet.of("of", "or", "your", "the", "their", "his", "her", "our", "each");

    /** Participles of a heading that tells what was done with all that stands under it. */
    static final WordSet GIVEN = WordSet.of("disclosed", "shared", "sold");

    /** "The following categories to vendors", "these categories for business purposes": what points to a list, and what may follow. */
    private static final WordSet POINTED = WordSet.of("following", "these");
    private static final WordSet WHERE = WordSet.of("to", "with", "for", "in");

    /** Tokens from the beginning of an item to the name that it opens with, at most. */
    private static final int OPENING = 7;

    /** What the name of a class of data ends in. */
    private static final WordSet CLASS = WordSet.of("information", "data", "details", "history");

    private static final WordSet DEVICES = WordSet.of("device", "advertising", "mobile", "cookie");

    /** What exceptions begin with that leave categories out of a list. */
    private static final WordSet LEAVES_OUT = WordSet.of("except", "other", "apart", "aside", "with", "excluding", "save");

    private NamedCategories() {}

    /** The categories that a heading, item or short paragraph opens with; "Right to limit the use of sensitive information" opens with a right. */
    static Set<Category> opening(Clause clause) {
        boolean kinds = clause.block().kind() == Block.Kind.LIST_ITEM && clause.lead() != null && !clause.lead().isHeading() && clause.lead().indexOf(':') == clause.lead().to() - 1
                && speaksOfCategories(clause.lead());
        // "Personal information, such as a card number", among categories, means that of section 1798.80.
        boolean records = kinds && clause.from() < clause.to() && clause.tokens().is(clause.from(), "personal")
                && clause.hasWithin(Concept.PERSONAL, clause.from(), clause.from() + 1);
        if (!clause.hasAny(Concept.CATEGORY, Concept.OWN_CATEGORY)) {
            return records ? EnumSet.of(Category.B) : PrintedLetters.alone(clause);
        }
        Set<Category> named = EnumSet.noneOf(Category.class);
        if (clause.tokens().isAny(clause.from(), GIVEN) || clause.hasWithin(Concept.RIGHT_FRAME, clause.from(), clause.from() + 1)) {
            return named;
        }
        boolean nameFirst = clause.block().kind() == Block.Kind.LIST_ITEM
                && (clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 1) || clause.hasWithin(Concept.OWN_CATEGORY, clause.from(), clause.from() + 1));
        if (clause.anyStatement(s -> s.actorStated() && s.actor() != Actor.OTHER) && !clause.isHeading() && !nameFirst && !kinds || sentence(clause)) {
            return named;
        }
        boolean item = clause.isHeading() || clause.block().kind() == Block.Kind.LIST_ITEM || clause.block().kind() == Block.Kind.CELL
                || clause.to() - clause.from() <= 12 || opensWithName(clause) || PrintedLetters.opens(clause) && !sentence(clause);
        if (!item) {
            return named;
        }
        for (Mention mention : clause.mentions()) {
            int reach = mention.concept() != Concept.CATEGORY ? OPENING : kinds && named.isEmpty() && !suchAs(clause, mention.from()) ? 2 * OPENING : OPENING + 4;
            boolean first = mention.from() - clause.from() < reach;
            boolean further = !named.isEmpty() && mention.concept() == Concept.CATEGORY
                    && (clause.block().kind() != Block.Kind.PARAGRAPH || clause.tokens().isAny(clause.from(), CATEGORIES) && clause.tokens().is(clause.from() + 1, ':'));
            if (mention.concept() == Concept.OWN_CATEGORY && mention.from() > clause.from() && clause.tokens().is(mention.from() - 1, ';') && ownNames(clause)) {
                named.addAll(mention.entry().letters());
            }
            if ((first || further) && (mention.concept() == Concept.CATEGORY || named.isEmpty() && mention.concept() == Concept.OWN_CATEGORY && ownNames(clause))) {
                if (named.isEmpty() || mention.concept() == Concept.CATEGORY && !clause.hasWithin(Concept.COLUMN_EXAMPLES, clause.from(), mention.from())
                        && !suchAs(clause, mention.from())) {
                    named.addAll(mention.entry().letters());
                }
            }
        }
        if (named.size() >= 2 && clause.block().kind() == Block.Kind.LIST_ITEM) {
            clause.mentions().stream().filter(m -> isClass(clause, m) && !suchAs(clause, m.from())).forEach(m -> named.addAll(m.entry().letters()));
        }
        // Whatever comes first, an item that cites section 1798.80 means the category defined there.
        boolean cites = named.isEmpty() && clause.block().kind() == Block.Kind.LIST_ITEM && (records || clause.has(Concept.CATEGORY, "customer_records"));
        return cites ? EnumSet.of(Category.B) : named.isEmpty() ? PrintedLetters.alone(clause) : named;
    }

    /** Whether the clause begins like a sentence about somebody, not like the name of a thing. */
    static boolean sentence(Clause clause) {
        Tokens tokens = clause.tokens();
        return clause.from() < clause.to() && (tokens.is(clause.from(), "we") || tokens.is(clause.from(), "you") || tokens.is(clause.from(), "to")
                || tokens.is(clause.from(), "if"));
    }

    /** Whether the token stands among examples: in parentheses, or behind "such as". */
    static boolean suchAs(Clause clause, int token) {
        Tokens tokens = clause.tokens();
        int depth = 0;
        boolean examples = false;
        for (int i = clause.from(); i < token; i++) {
            depth = depth(depth, tokens, i);
            if (depth == 0) {
                examples |= tokens.is(i, "such") || tokens.is(i, "including") || tokens.is(i, "like") || tokens.is(i, "e") && tokens.is(i + 1, '.');
            }
        }
        return examples || depth > 0;
    }

    static boolean inParentheses(Clause clause, int token) {
        int depth = 0;
        for (int i = clause.from(); i < token; i++) {
            depth = depth(depth, clause.tokens(), i);
        }
        return depth > 0;
    }

    /** How many parentheses are open behind a token. */
    static int depth(int before, Tokens tokens, int token) {
        return tokens.is(token, '(') ? before + 1 : tokens.is(token, ')') ? Math.max(0, before - 1) : before;
    }

    /** Whether a policy's own names are to be read as categories here: in a list or under a heading that speaks of categories or types of information. */
    static boolean ownNames(Clause clause) {
        if (clause.isHeading()) {
            return clause.to() - clause.from() <= 8 && clause.headings().stream().anyMatch(NamedCategories::speaksOfCategories);
        }
        for (Clause lead = clause.lead(); lead != null; lead = lead.lead()) {
            if (speaksOfCategories(lead)) {
                return true;
            }
        }
        return false;
    }

    static Set<Category> enumerated(Clause clause) {
        return enumerated(clause, clause.from(), clause.to());
    }

    /** Categories that a part of a sentence runs through; a policy's own names count where it speaks of categories. */
    static Set<Category> enumerated(Clause clause, int from, int to) {
        Set<Category> named = EnumSet.noneOf(Category.class);
        if (!clause.hasAny(Concept.CATEGORY, Concept.OWN_CATEGORY)) {
            return named;
        }
        List<Mention> mentions = clause.mentions().stream().filter(m -> m.from() >= from && m.from() < to).toList();
        boolean own = speaksOfCategories(clause);
        int colon = own ? clause.indexOf(':') : -1;
        for (Mention mention : mentions) {
            boolean whole = mention.concept() == Concept.CATEGORY && !ofDevices(clause, mention) && (named.isEmpty() || !example(clause, mention));
            if (whole || own && colon >= 0 && mention.concept() == Concept.OWN_CATEGORY && mention.from() > colon && !inParentheses(clause, mention.from())) {
                named.addAll(mention.entry().letters());
            }
        }
        int listed = own || !clause.hasWord("following") ? -1 : clause.indexOf(':');
        if (listed > 0) {
            mentions.stream().filter(m -> m.from() > listed && isClass(clause, m) && !suchAs(clause, m.from())).forEach(m -> named.addAll(m.entry().letters()));
        }
        if (named.size() >= 2) {
            // Behind "personal data, including" the statute's names and a policy's own are listed alike.
            boolean alike = own || mentions.stream().filter(m -> m.concept() == Concept.CATEGORY).allMatch(m -> suchAs(clause, m.from()) && !inParentheses(clause, m.from()));
            mentions.stream().filter(m -> isClass(clause, m)
                    && !(alike ? inParentheses(clause, m.from()) : suchAs(clause, m.from()))).forEach(m -> named.addAll(m.entry().letters()));
        }
        boolean item = clause.block().kind() == Block.Kind.LIST_ITEM && mentions.stream()
                .anyMatch(m -> m.concept() == Concept.CATEGORY && (own || m.from() - clause.from() < OPENING) && !ofDevices(clause, m) && !suchAs(clause, m.from()));
        boolean label = mentions.stream().anyMatch(m -> m.concept() == Concept.CATEGORY && m.from() == clause.from()
                && m.to() < clause.to() && (clause.tokens().is(m.to(), '-') || clause.tokens().is(m.to(), ':')));
        boolean only = ofOne(clause) || clause.hasAny(CATEGORIES) && clause.indexOf(':') > 0
                && clause.hasWithin(Concept.CATEGORY, clause.indexOf(':') + 1, clause.indexOf(':') + 2);
        return named.size() >= 2 || item || label || only ? named : EnumSet.noneOf(Category.class);
    }

    /** "Demographic information": a policy's own name of a class of data. */
    private static boolean isClass(Clause clause, Mention mention) {
        return mention.concept() == Concept.OWN_CATEGORY && clause.tokens().isAny(mention.to() - 1, CLASS) && !clause.covers(Concept.CATEGORY, mention.from());
    }

    static boolean speaksOfCategories(Clause clause) {
        if (!clause.hasAny(CATEGORIES)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.isAny(i, CATEGORIES)) {
                int next = i + 1;
                while (next < clause.to() && (tokens.isAny(next, BEFORE_DATA) || tokens.is(next, '"')
                        || clause.covers(Concept.CONSUMER, next) && clause.covers(Concept.PERSONAL, next))) {
                    next++;
                }
                boolean listed = i > clause.from() && tokens.isAny(i - 1, POINTED) && next < clause.to() && tokens.isAny(next, WHERE);
                boolean ofData = next >= clause.to() || listed || tokens.is(next, "personal") || tokens.is(next, "information") || tokens.is(next, "data")
                        || tokens.is(next, "consumer")
                        || tokens.is(next, "we") || tokens.is(next, ':') || tokens.isAny(next, GIVEN) || tokens.is(next, "collected") || tokens.is(next, "non")
                        || tokens.is(next, "below") || tokens.isAny(next, STATED);
                if (ofData) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Categories include identifiers and …", "the categories involved are …", "this may include …": what a sentence before spoke of. */
    static boolean tellsOfKinds(Clause clause) {
        int kinds = clause.from() < clause.to() && (clause.tokens().is(clause.from(), "the") || clause.tokens().is(clause.from(), "these")) ? clause.from() + 1 : clause.from();
        boolean includes = clause.from() < clause.to() && clause.tokens().is(clause.from(), "this")
                && clause.hasWithin(Concept.COLUMN_EXAMPLES, clause.from() + 1, clause.from() + 3);
        return kinds < clause.to() && (includes || clause.tokens().isAny(kinds, CATEGORIES)) && !clause.isHeading() && !clause.has(Concept.NEGATION)
                && !clause.hasAny(Concept.THIRD_PARTY, Concept.COLLECT_STRONG)
                && !clause.anyStatement(Statement::actorStated) && enumerated(clause).size() >= 2;
    }

    /** "Categories disclosed to vendors include": whether a sentence tells which were disclosed where those sold are sought, or the other way round. */
    static boolean tellsOfOther(Clause clause, boolean sold) {
        for (int i = clause.from() + 1; i < Math.min(clause.to(), clause.from() + OPENING); i++) {
            if (clause.tokens().is(i, sold ? "disclosed" : "sold")) {
                return clause.hasWithin(CATEGORIES, clause.from(), i) && !clause.hasWithin(Concept.SELL, i + 1, i + 3) && !clause.hasWithin(Concept.DISCLOSE, i + 1, i + 3);
            }
        }
        return false;
    }

    /** "Under the act these would be considered identifiers and commercial information": what the law calls that of which the sentence before spoke. */
    static boolean classifies(Clause clause) {
        return clause.hasAny(CONSIDERED) && clause.hasAny(OF_BEFORE) && !clause.hasAny(Concept.NEGATION, Concept.SELL) && !clause.has(Concept.COLLECT_STRONG)
                && enumerated(clause).size() >= 2;
    }

    /** Those left out of what is given: "with the exception of biometric information"; what a denial excepts is given. */
    static Set<Category> excepted(Clause clause) {
        Set<Category> excepted = EnumSet.noneOf(Category.class);
        int until = -1;
        for (Mention mention : clause.has(Concept.EXCEPTION) ? clause.mentions() : List.<Mention>of()) {
            if (mention.concept() == Concept.EXCEPTION && !clause.hasWithin(Concept.NEGATION, clause.from(), mention.from()) && clause.tokens().isAny(mention.from(), LEAVES_OUT)) {
                until = mention.to();
                while (until < clause.to() && clause.tokens().kind(until) != Tokens.Kind.PUNCTUATION && !clause.covers(Concept.BUSINESS, until)) {
                    until++;
                }
            } else if (mention.concept() == Concept.CATEGORY && mention.from() < until) {
                excepted.addAll(mention.entry().letters());
            }
        }
        return excepted;
    }

    /** "The only category", "Category A": whether the clause speaks of one category. */
    static boolean ofOne(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            boolean letter = tokens.is(i, "category") && tokens.end(i + 1) - tokens.start(i + 1) == 1 && tokens.capitalized(i + 1);
            if (letter || tokens.is(i, "only") && tokens.isAny(i + 1, CATEGORIES)) {
                return true;
            }
        }
        return false;
    }

    /** "We disclose only identifiers", "only identifiers are sold": a category that is told to be the only one; else none. */
    static Set<Category> alone(Clause clause) {
        if (!clause.hasWord("only") || clause.has(Concept.NEGATION)) {
            return Set.of();
        }
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if (clause.tokens().is(i, "only") && clause.hasWithin(Concept.CATEGORY, i + 1, i + 2)) {
                return whole(clause, i + 1, i + 2);
            }
        }
        return Set.of();
    }

    /** "Category of personal information: identifiers": whether the clause begins with a label of the category that it names. */
    static boolean labels(Clause clause) {
        int colon = clause.from() >= clause.to() || !clause.tokens().isAny(clause.from(), CATEGORIES) && !clause.tokens().is(clause.from(), "type") ? -1 : clause.indexOf(':');
        return colon > 0 && colon - clause.from() <= OPENING && !PrintedLetters.at(clause.tokens(), clause.from() + 1) && !clause.hasWithin(Concept.THIRD_PARTY, clause.from(), colon)
                && !clause.has(Concept.NEGATION);
    }

    /** The category that is named behind such a label, before the examples. */
    static Set<Category> behindLabel(Clause clause, int from) {
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.CATEGORY && mention.from() >= from && mention.from() < from + 2 * OPENING && !suchAs(clause, mention.from())) {
                return mention.entry().letters();
            }
        }
        return Set.of();
    }

    /** "These types of personal data and sensitive data": whether the clause announces both at once, and does not mark the latter. */
    static boolean besidesSensitive(Clause clause) {
        if (!clause.has(Concept.CATEGORY, "sensitive") || !clause.hasAny(POINTED) || clause.indexOf('*') >= 0 || clause.hasWord("asterisk")) {
            return false;
        }
        int kinds = clause.from();
        while (kinds < clause.to() && !(clause.tokens().isAny(kinds, CATEGORIES) && clause.hasWithin(POINTED, kinds - 1, kinds))) {
            kinds++;
        }
        int sensitive = clause.first(Concept.CATEGORY, "sensitive").from();
        return kinds + 1 < sensitive && sensitive - kinds <= OPENING && clause.hasWithin(Concept.PERSONAL, kinds + 1, sensitive - 1)
                && (clause.tokens().is(sensitive - 1, "and") || clause.tokens().is(sensitive - 1, "or"));
    }

    /** "Device identifiers", "a unique identifier": elements, where a sentence does not speak of categories. */
    static boolean ofDevices(Clause clause, Mention mention) {
        boolean elements = clause.tokens().isAny(mention.from(), DEVICES) || clause.tokens().is(mention.to() - 1, "identifier");
        return elements && mention.entry().name().equals("identifiers") && !speaksOfCategories(clause);
    }

    /** "Internet activity, such as pages viewed and advertising identifiers": one of the elements that exemplify another category. */
    private static boolean example(Clause clause, Mention mention) {
        boolean exemplifies = clause.tokens().isAny(mention.from(), DEVICES) && suchAs(clause, mention.from())
                || clause.tokens().is(mention.from(), "online") && inParentheses(clause, mention.from());
        return exemplifies && mention.entry().name().equals("identifiers");
    }

    /** The categories that a paragraph lists, those among examples left out: "Identifiers (such as …); commercial information (such as …); …". */
    static Set<Category> atTop(Clause clause) {
        Set<Category> named = EnumSet.noneOf(Category.class);
        int depth = 0;
        int next = clause.from();
        for (Mention mention : clause.mentions()) {
            for (; next < mention.from(); next++) {
                depth = depth(depth, clause.tokens(), next);
            }
            if (depth == 0 && (mention.concept() == Concept.CATEGORY || mention.concept() == Concept.OWN_CATEGORY)) {
                named.addAll(mention.entry().letters());
            }
        }
        return named;
    }

    /** The category of a policy's own name that opens a clause. */
    static Set<Category> own(Clause clause) {
        Set<Category> named = EnumSet.noneOf(Category.class);
        clause.mentions().stream().filter(m -> m.concept() == Concept.OWN_CATEGORY && m.from() == clause.from()).forEach(m -> named.addAll(m.entry().letters()));
        return named;
    }

    /** The statute's categories that a clause names. */
    static Set<Category> categories(Clause clause) {
        return categories(clause, clause.from(), clause.to());
    }

    /** Those of them whose names begin in a part of the clause. */
    static Set<Category> categories(Clause clause, int from, int to) {
        Set<Category> named = EnumSet.noneOf(Category.class);
        clause.mentions().stream().filter(m -> m.concept() == Concept.CATEGORY && m.from() >= from && m.from() < to).forEach(m -> named.addAll(m.entry().letters()));
        return named;
    }

    /** The same, single elements left out. */
    static Set<Category> whole(Clause clause, int from, int to) {
        Set<Category> named = EnumSet.noneOf(Category.class);
        clause.mentions().stream().filter(m -> m.concept() == Concept.CATEGORY && m.from() >= from && m.from() < to
                && !ofDevices(clause, m)).forEach(m -> named.addAll(m.entry().letters()));
        return named;
    }

    /** What a verb has for its object among the tokens: such a category, or a policy's own name of a class of data, "we sell usage data". */
    static Set<Category> objects(Clause clause, int from, int to) {
        Set<Category> named = whole(clause, from, to);
        clause.mentions().stream().filter(m -> m.from() >= from && m.from() < to && isClass(clause, m)).forEach(m -> named.addAll(m.entry().letters()));
        return named;
    }

    static boolean opensWithName(Clause clause) {
        return clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 1);
    }

    /** Whether the clause stands in the item that a category's name opens, or straight under the heading that it is. */
    static boolean under(Clause clause, Clause category) {
        return clause.blockIndex() == category.blockIndex() && (opensWithName(category) || category.hasWithin(Concept.OWN_CATEGORY, category.from(), category.from() + 1))
                || category.isHeading() && !clause.headings().isEmpty() && clause.headings().get(0) == category;
    }
}
