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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The categories that the policy says, category by category, it discloses for a business purpose; or, the same for those it sells or
 * shares: in tables, in lists, in sentences that enumerate them, and by a label behind each category ("Sold to: advertising networks").
 * A policy's own names stand for the letter of their main content; single data elements are no category.
 */
final class CategorySetExtractor {
    private static final double LISTED = 0.85;
    private static final int OPENING = 7;
    private static final int LABEL_REACH = 3;
    private static final int NEAR = 4;

    /** Tokens from "any" to "the information listed above", at most. */
    private static final int ABOVE = 9;
    private static final WordSet CATEGORIES = WordSet.of("categories", "types", "kinds", "category");

    /** What the name of a class of data ends in. */
    private static final WordSet CLASS = WordSet.of("information", "data", "details", "history");

    private static final WordSet DEVICES = WordSet.of("device", "advertising", "mobile", "cookie");

    /** Of what else a policy tells categories. */
    private static final WordSet OTHER_KINDS = WordSet.of("third", "recipients", "sources", "parties", "entities", "purposes");

    /** Participles of a heading that tells what was done with all that stands under it. */
    private static final WordSet GIVEN = WordSet.of("disclosed", "shared", "sold");

    private static final WordSet FOLLOWING = WordSet.of("following", ":");

    /** What exceptions begin with that leave categories out of a list. */
    private static final WordSet LEAVES_OUT = WordSet.of("except", "other", "apart", "aside", "with", "excluding", "save");

    /** Words of headings that tell how or to whom something is given, and not what. */
    private static final WordSet MANNER = WordSet.of("how", "why", "when", "with", "who", "to", "where");

    private static final WordSet WHOM = WordSet.of("whom", "which");

    private final boolean sold;
    private final CategoryTables tables;
    private final Quotes quotes;
    private final Set<Category> letters = EnumSet.noneOf(Category.class);
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<CategoryTables.Row> answers = new ArrayList<>();
    private final PrintedLetters lettered = new PrintedLetters();
    private Clause conceded;
    private Clause advertised;

    /** For the categories sold or shared, or else for those disclosed. */
    CategorySetExtractor(boolean sold, CategoryTables tables, Quotes quotes) {
        this.sold = sold;
        this.tables = tables;
        this.quotes = quotes;
    }

    /** What labels under categories told, as rows; to be asked for after {@link #extract}. */
    List<CategoryTables.Row> answers() {
        return answers;
    }

    SetFact<Category> extract(PolicyReading reading, Map<Category, CategoryFact> categories) {
        Set<CategoryTables.Column> columns = sold
                ? EnumSet.of(CategoryTables.Column.SOLD, CategoryTables.Column.SHARED, CategoryTables.Column.SOLD_OR_SHARED) : EnumSet.of(CategoryTables.Column.DISCLOSED);
        for (CategoryTables.Row row : tables.rows()) {
            if (columns.stream().anyMatch(column -> Boolean.TRUE.equals(row.answers().get(column)))) {
                letters.addAll(row.letters());
                evidence.add(row.evidence());
            }
        }
        Set<Category> all = EnumSet.noneOf(Category.class);
        Set<Category> none = EnumSet.noneOf(Category.class);
        categories.forEach((letter, fact) -> {
            if (fact.collected() == Collected.YES) {
                all.add(letter);
            } else if (fact.collected() == Collected.NO) {
                none.add(letter);
            }
        });
        walk(reading, all, none);
        return new SetFact<>(List.copyOf(letters), Quotes.best(evidence));
    }

    private void walk(PolicyReading reading, Set<Category> all, Set<Category> none) {
        Set<Category> current = null;
        Clause holder = null;
        boolean apart = false;
        Set<Category> listing = EnumSet.noneOf(Category.class);
        int listed = -1;
        int last = -LABEL_REACH;
        int open = -2;
        int added = -2;
        int announced = -1;
        int listedAt = -NEAR;
        Set<Category> inTables = EnumSet.noneOf(Category.class);
        int table = 0;
        int opened = 0;
        Map<Integer, Set<Category>> byLead = new TreeMap<>();
        Map<Clause, Set<Category>> pointed = new LinkedHashMap<>();
        Map<Integer, Clause> leads = new TreeMap<>();
        Set<Integer> labelled = new HashSet<>();
        for (Clause clause : reading.clauses()) {
            Set<Category> inTable = tables.lettersAt(clause.blockIndex());
            if (!inTable.isEmpty()) {
                int lead = -2 - clause.block().lead();
                if (lead != listed) {
                    listing.clear();
                    listed = lead;
                    if (lead != table) {
                        inTables.clear();
                        table = lead;
                    }
                }
                listing.addAll(inTable);
                inTables.addAll(inTable);
                listing.removeAll(none);
                inTables.removeAll(none);
                listedAt = clause.index();
                lettered.note(clause, inTable);
                continue;
            }
            if (tables.holds(clause.blockIndex())) {
                continue;
            }
            CategoryLabel label = current != null && (clause.index() - last <= LABEL_REACH || belongs(clause, holder)) ? CategoryLabel.of(clause, reading) : null;
            if (label != null && !label.lists()) {
                last = clause.index();
                apart |= label.tellsDisclosing();
                if (sold == label.ofSale(apart)) {
                    labelled.add(listed);
                    if (label.yes()) {
                        add(current, clause);
                    }
                    answers.add(label.row(current, quotes.of(clause, LISTED)));
                }
                continue;
            }
            Set<Category> named = opening(clause);
            if (!named.isEmpty()) {
                boolean lines = open == clause.index() - 1 && clause.lead() == null && !clause.isHeading();
                int list = lines ? Integer.MIN_VALUE + opened : clause.lead() == null ? -1 : clause.lead().index();
                if (list != listed || list == -1 && clause.isHeading() && current == null) {
                    listing.clear();
                    listed = list;
                }
                listing.addAll(named);
                listing.removeAll(none);
                listedAt = clause.index();
                lettered.note(clause, named);
                current = named;
                holder = clause;
                apart = false;
                last = clause.index();
                if (listedAs(clause) || clause.lead() != null && clause.lead().index() == opened + 1 && opened > 0 && clause.lead().lead() == null || open == clause.index() - 1 && brief(clause)) {
                    byLead.computeIfAbsent(listed, l -> EnumSet.noneOf(Category.class)).addAll(named);
                    leads.putIfAbsent(listed, clause);
                }
            }
            boolean opens = clause.indexOf(':') == clause.to() - 1 && !clause.isHeading() && asserts(clause) && speaksOfCategories(clause);
            if (opens) {
                opened = clause.index();
            }
            if (opens || open == clause.index() - 1 && brief(clause)) {
                open = clause.index();
            }
            if (clause.anyStatement(s -> s.modality() == Modality.CONCEDED && s.practice() == Practice.SELL && s.actor() != Actor.PARTNER)) {
                conceded = clause;
            }
            if (clause.anyStatement(s -> s.practice() == Practice.SHARE_FOR_ADVERTISING && s.actor() == Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE
                    && s.speech() == Speech.ASSERTION && s.modality() != Modality.CONDITIONAL)) {
                advertised = clause;
            }
            if (sold && conceded == clause && pointsToBefore(clause, reading)) {
                add(enumerated(reading.clauses().get(clause.index() - 1)), clause);
            }
            if (!clause.isHeading() && listing.size() >= 2 && recipientsOfThis(clause)) {
                add(listing, clause);
            }
            if (added == clause.index() - 1 && clause.from() < clause.to() && clause.tokens().is(clause.from(), '(') && !clause.anyStatement(Statement::actorStated)) {
                add(atTop(clause), clause);
                added = clause.index();
            }
            if (open == clause.index() - 1 && opened == open && !clause.isHeading() && clause.lead() == null) {
                Set<Category> behind = atTop(clause);
                if (behind.size() > 2) {
                    add(behind, clause);
                }
            }
            if (recipientFirst(clause) || affirms(clause, reading)) {
                add(categories(clause), clause);
            }
            if (enumeratesUnderHeading(clause)) {
                Set<Category> under = enumerated(clause);
                add(under, clause);
                answers.add(answer(clause.headings().get(0), under, clause));
            }
            boolean says = !clause.isHeading() && asserts(clause);
            if (says && speaksOfCategories(clause) && (clause.hasWord("following") || clause.hasWord("lists"))) {
                announced = clause.index();
            } else if (announced >= 0 && clause.index() - announced <= LABEL_REACH && namesCategories(clause)) {
                add(enumerated(clause), clause);
            }
            if (says) {
                Set<Category> enumerated = told(clause);
                if (!clause.has(Concept.CATEGORY)) {
                    Set<Category> byLetter = lettered.in(clause);
                    if (byLetter.size() >= 2 || listing.size() >= 2 || clause.has(Concept.PERSONAL)) {
                        enumerated.addAll(byLetter);
                    }
                }
                if (all(clause) || allInformation(clause) || listing.size() >= 2 && allAbove(clause)) {
                    Set<Category> back = ofChart(clause) && inTables.size() >= 2 ? inTables : listing;
                    enumerated.addAll(back.size() >= 2 && pointsBack(clause) ? back : all);
                } else if (enumerated.isEmpty() && (theseCategories(clause) || ofThem(clause))) {
                    Set<Category> before = clause.index() == 0 ? Set.of() : enumerated(reading.clauses().get(clause.index() - 1));
                    if (before.size() >= 2) {
                        enumerated.addAll(before);
                    } else if (listing.size() >= 2 && clause.index() - listedAt <= NEAR && added < listedAt) {
                        enumerated.addAll(listing);
                    }
                }
                if (enumerated.isEmpty() && current != null && clause.index() - last <= LABEL_REACH && (thisCategory(clause) || opensWithName(holder) && (clause.blockIndex() == holder.blockIndex() || belongs(clause, holder)) && named(clause, current))) {
                    last = clause.index();
                    enumerated.addAll(current);
                }
                if (enumerated.isEmpty() && current != null && under(clause, holder) && thisInformation(clause)) {
                    pointed.put(clause, current);
                }
                enumerated.removeAll(excepted(clause));
                if (!enumerated.isEmpty()) {
                    add(enumerated, clause);
                    added = clause.index();
                }
            }
        }
        if (pointed.values().stream().flatMap(Set::stream).distinct().count() > 1) {
            pointed.forEach((clause, named) -> add(named, clause));
        }
        byLead.forEach((lead, named) -> {
            if (!labelled.contains(lead)) {
                Clause first = leads.get(lead);
                add(named, first);
                Clause above = first.lead() != null ? first.lead() : first.headings().isEmpty() ? null : first.headings().get(0);
                if (sold && above != null && above.isHeading() && headsKinds(above)) {
                    answers.add(answer(above, named, first));
                }
            }
        });
    }

    /** "To payment processors: commercial information", under a heading that tells of the categories disclosed. */
    private boolean recipientFirst(Clause clause) {
        int colon = clause.isHeading() ? -1 : clause.indexOf(':');
        boolean recipient = colon > 0 && clause.hasWithin(Concept.THIRD_PARTY, clause.from(), colon) && clause.hasWithin(Concept.CATEGORY, colon + 1, colon + 2);
        if (recipient && clause.tokens().is(clause.from(), "to") && clause.hasWithin(Concept.SELL, clause.from(), colon)) {
            return sold;
        }
        return recipient && !sold && clause.tokens().is(clause.from(), "to") && forBusiness(clause, colon) || recipient
                && !clause.headings().isEmpty() && practised(clause.headings().get(0)) && speaksOfCategories(clause.headings().get(0));
    }

    private static boolean forBusiness(Clause clause, int end) {
        for (int i = clause.from(); i + 1 < end; i++) {
            if (clause.tokens().is(i, "business") && (clause.tokens().is(i + 1, "purpose") || clause.tokens().is(i + 1, "purposes"))) {
                return true;
            }
        }
        return false;
    }

    /** "Do we share information for targeted advertising? Yes: identifiers and inferences". */
    private boolean affirms(Clause clause, PolicyReading reading) {
        Clause question = clause.index() == 0 ? null : reading.clauses().get(clause.index() - 1);
        return question != null && question.indexOf('?') == question.to() - 1 && practised(question) && clause.hasWithin(Concept.ANSWER_YES, clause.from(), clause.from() + 1)
                && clause.statements().isEmpty() && enumerated(clause).size() >= 2;
    }

    /** "Which categories do we share? Identifiers and inferences": a paragraph of names under a heading that tells what is done with them. */
    private boolean enumeratesUnderHeading(Clause clause) {
        if (clause.block().kind() != Block.Kind.PARAGRAPH || clause.headings().isEmpty() || !clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 2)
                || clause.anyStatement(Statement::actorStated) || clause.has(Concept.NEGATION)) {
            return false;
        }
        return headsKinds(clause.headings().get(0)) && clause.lead() == null && enumerated(clause).size() >= 2;
    }

    /** "Categories of information disclosed": whether a heading tells what is done with the categories under it. */
    private boolean headsKinds(Clause heading) {
        return practised(heading) && (heading.hasAny(CATEGORIES) || namesGiven(heading)) && !heading.hasAny(Concept.COLLECT_STRONG, Concept.RIGHT_FRAME);
    }

    /** What a heading answers of the categories under it, as a label would. */
    private CategoryTables.Row answer(Clause heading, Set<Category> named, Clause first) {
        return new CategoryLabel(heading, heading.to(), first).row(named, quotes.of(first, LISTED));
    }

    /** Whether the clause stands under the one that names a category. */
    private static boolean belongs(Clause clause, Clause category) {
        for (Clause lead = clause.lead(); lead != null; lead = lead.lead()) {
            if (lead == category) {
                return true;
            }
        }
        return clause.headings().contains(category);
    }

    /** Those left out of what is given: "with the exception of biometric information". */
    private static Set<Category> excepted(Clause clause) {
        Set<Category> excepted = EnumSet.noneOf(Category.class);
        int until = -1;
        for (Mention mention : clause.has(Concept.EXCEPTION) ? clause.mentions() : List.<Mention>of()) {
            if (mention.concept() == Concept.EXCEPTION && clause.tokens().isAny(mention.from(), LEAVES_OUT)) {
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

    private void add(Set<Category> named, Clause clause) {
        letters.addAll(named);
        evidence.add(quotes.of(clause, LISTED));
    }

    /** The categories that a heading, item or short paragraph opens with. */
    private static Set<Category> opening(Clause clause) {
        Set<Category> named = EnumSet.noneOf(Category.class);
        if (!clause.hasAny(Concept.CATEGORY, Concept.OWN_CATEGORY) || clause.tokens().isAny(clause.from(), GIVEN)) {
            return named;
        }
        boolean nameFirst = clause.block().kind() == Block.Kind.LIST_ITEM
                && (clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 1) || clause.hasWithin(Concept.OWN_CATEGORY, clause.from(), clause.from() + 1));
        if (clause.anyStatement(s -> s.actorStated() && s.actor() != Actor.OTHER) && !clause.isHeading() && !nameFirst || sentence(clause)) {
            return named;
        }
        boolean item = clause.isHeading() || clause.block().kind() == Block.Kind.LIST_ITEM || clause.block().kind() == Block.Kind.CELL
                || clause.to() - clause.from() <= 12;
        if (!item) {
            return named;
        }
        for (Mention mention : clause.mentions()) {
            boolean first = mention.from() - clause.from() < (mention.concept() == Concept.CATEGORY ? OPENING + 4 : OPENING);
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
        // Whatever comes first, an item that cites section 1798.80 means the category defined there.
        boolean cites = named.isEmpty() && clause.block().kind() == Block.Kind.LIST_ITEM && clause.has(Concept.CATEGORY, "customer_records");
        return cites ? EnumSet.of(Category.B) : named;
    }

    /** Whether the clause is a few words that name a thing. */
    private static boolean brief(Clause clause) {
        return clause.to() - clause.from() <= 16 && !clause.anyStatement(Statement::actorStated);
    }

    /** Whether the clause begins like a sentence about somebody, not like the name of a thing. */
    private static boolean sentence(Clause clause) {
        Tokens tokens = clause.tokens();
        return clause.from() < clause.to() && (tokens.is(clause.from(), "we") || tokens.is(clause.from(), "you") || tokens.is(clause.from(), "to") || tokens.is(clause.from(), "if"));
    }

    /** Whether the token stands among examples: in parentheses, or behind "such as". */
    private static boolean suchAs(Clause clause, int token) {
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
    private static int depth(int before, Tokens tokens, int token) {
        return tokens.is(token, '(') ? before + 1 : tokens.is(token, ')') ? Math.max(0, before - 1) : before;
    }

    /** Whether a policy's own names are to be read as categories here: in a list or under a heading that speaks of categories or types of information. */
    private static boolean ownNames(Clause clause) {
        if (clause.isHeading()) {
            return clause.to() - clause.from() <= 8 && clause.headings().stream().anyMatch(CategorySetExtractor::speaksOfCategories);
        }
        for (Clause lead = clause.lead(); lead != null; lead = lead.lead()) {
            if (speaksOfCategories(lead)) {
                return true;
            }
        }
        return false;
    }

    private static boolean speaksOfCategories(Clause clause) {
        if (!clause.hasAny(CATEGORIES)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.isAny(i, CATEGORIES)) {
                int next = i + 1;
                while (next < clause.to() && (tokens.is(next, "of") || tokens.is(next, "or") || tokens.is(next, "your") || tokens.is(next, "the"))) {
                    next++;
                }
                return next >= clause.to() || tokens.is(next, "personal") || tokens.is(next, "information") || tokens.is(next, "data") || tokens.is(next, "consumer")
                        || tokens.is(next, "we") || tokens.is(next, ':') || tokens.isAny(next, GIVEN) || tokens.is(next, "collected") || tokens.is(next, "non") || tokens.is(next, "below") || tokens.is(next, "listed") || tokens.is(next, "described");
            }
        }
        return false;
    }

    /** Whether the item stands in a list that is introduced as disclosed (or sold). */
    private boolean listedAs(Clause clause) {
        for (Clause lead = clause.lead(); lead != null; lead = lead.lead()) {
            if (lead.isHeading() ? false : asserts(lead)) {
                return lettered.in(lead).size() < 2 && (speaksOfCategories(lead) || clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 5));
            }
            if (!lead.statements().isEmpty() && !lead.isHeading() && (lead.block().kind() != Block.Kind.LIST_ITEM || lead.indexOf(':') == lead.to() - 1)) {
                return false;
            }
        }
        if (clause.isHeading() || clause.lead() != null && !clause.lead().isHeading()) {
            return false;
        }
        return clause.has(Concept.CATEGORY) && !clause.headings().isEmpty() && practised(clause.headings().get(0))
                && (speaksOfCategories(clause.headings().get(0)) || namesGiven(clause.headings().get(0)) && clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 5));
    }

    /** "Information shared for advertising", "What we disclosed last year", "Personal data we sell": a heading of what is given to others. */
    private static boolean namesGiven(Clause heading) {
        Tokens tokens = heading.tokens();
        if (heading.from() >= heading.to()) {
            return false;
        }
        boolean we = heading.hasWord("we") && !tokens.isAny(heading.from(), MANNER) && !tokens.is(heading.to() - 1, '?');
        return tokens.is(heading.from(), "what") && we || heading.has(Concept.PERSONAL) && (we || heading.hasAny(GIVEN));
    }

    /** Whether the clause says that the business discloses (or sells) information. */
    private boolean asserts(Clause clause) {
        if (clause.has(Concept.AGGREGATED) && !clause.has(Concept.PERSONAL) || clause.has(Concept.EXCLUDES)) {
            return false;
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
        if ((soonAfter(advertised, clause) || soonAfter(conceded, clause)) && clause.has(Concept.SHARE_WORD) && !clause.hasAny(Concept.SELL, Concept.NEGATION) && refersBack(clause) && onlyAdPartners(clause)) {
            return sold;
        }
        int colon = clause.indexOf(':');
        if (sold && (colon > 0 && (colon == clause.to() - 1 || clause.hasWithin(Concept.CATEGORY, colon + 1, colon + 2)) || clause.hasWord("only")) && namesSold(clause)) {
            return true;
        }
        if (sold && soonAfter(conceded, clause) && tellsWhich(clause)) {
            return true;
        }
        for (Statement statement : clause.statements()) {
            boolean conceded = statement.modality() == Modality.CONCEDED && statement.actor() != Actor.PARTNER;
            if (statement.polarity() == Polarity.POSITIVE && (statement.actor() == Actor.BUSINESS || conceded) && statement.modality() != Modality.CONDITIONAL
                    && (statement.speech() == Speech.ASSERTION || statement.modality() == Modality.CONCEDED) && practised(clause, statement)
                    && (statement.actorStated() || !Answers.deniedBehindColon(clause, clause.tokens().firstFrom(statement.start())))) {
                return conceded || statement.actorStated() || !clause.has(Concept.RIGHT_FRAME) || clause.has(Concept.LAW) && !clause.has(Concept.RIGHT);
            }
        }
        return false;
    }

    /** "We give partners identifiers and geolocation data. This sharing may be a 'sale'": conceded of what the sentence before names. */
    private static boolean pointsToBefore(Clause clause, PolicyReading reading) {
        Tokens tokens = clause.tokens();
        Clause before = clause.index() == 0 ? null : reading.clauses().get(clause.index() - 1);
        return before != null && before.blockIndex() == clause.blockIndex() && (tokens.is(clause.from(), "this") || tokens.is(clause.from(), "these") || tokens.is(clause.from(), "such"))
                && !before.has(Concept.NEGATION) && before.anyStatement(s -> s.practice() == Practice.DISCLOSE && s.actor() == Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE);
    }

    /** "The categories concerned are identifiers and inferences". */
    private static boolean tellsWhich(Clause clause) {
        Tokens tokens = clause.tokens();
        return clause.from() + 3 < clause.to() && (tokens.is(clause.from(), "the") || tokens.is(clause.from(), "these")) && tokens.isAny(clause.from() + 1, CATEGORIES)
                && !tokens.is(clause.from() + 2, "of") && clause.statements().isEmpty() && !clause.has(Concept.NEGATION) && enumerated(clause).size() >= 2;
    }

    /** "Here is the information that we sell", "the chart shows the categories that we sold". */
    static boolean namesSold(Clause clause) {
        return clause.has(Concept.SELL) && !clause.hasAny(Concept.NEGATION, Concept.CONDITION) && !clause.hasAny(Concept.RIGHT_FRAME, Concept.RIGHT)
                && !clause.has(Concept.LAW) && clause.anyStatement(s -> s.practice() == Practice.SELL && s.speech() == Speech.EXAMPLE && s.actor() == Actor.BUSINESS && s.actorStated()
                        && s.object() == Statement.Subject.PERSONAL_INFORMATION && s.polarity() == Polarity.POSITIVE && s.modality() != Modality.CONDITIONAL);
    }

    private static boolean soonAfter(Clause earlier, Clause clause) {
        return earlier != null && clause.index() > earlier.index() && clause.index() - earlier.index() <= 2 && clause.block().section() == earlier.block().section();
    }

    /** "The categories we may share include:", "these include sharing identifiers": it goes on about what was said before. */
    private static boolean refersBack(Clause clause) {
        Tokens tokens = clause.tokens();
        return clause.from() < clause.to() && (tokens.is(clause.from(), "the") || tokens.is(clause.from(), "this") || tokens.is(clause.from(), "these") || tokens.is(clause.from(), "such")
                || clause.indexOf(':') == clause.to() - 1 && speaksOfCategories(clause));
    }

    static boolean onlyAdPartners(Clause clause) {
        return clause.mentions().stream().noneMatch(m -> m.concept() == Concept.THIRD_PARTY && !clause.covers(Concept.AD_PARTNER, m.from()));
    }

    private boolean practised(Clause clause, Statement statement) {
        boolean sells = statement.practice() == Practice.SELL || statement.practice() == Practice.SHARE_FOR_ADVERTISING && crossContext(clause) && discloses(clause, statement);
        boolean discloses = statement.practice() == Practice.DISCLOSE || statement.practice() == Practice.SHARE_FOR_ADVERTISING;
        if (discloses && discloses(clause, statement) && (quoted(clause, statement) || onlyToAdvertisers(clause, statement))) {
            return sold;
        }
        return sold ? sells : discloses && discloses(clause, statement) && !aboutSelling(clause, statement) && !informs(clause);
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
            if (tokens.is(i, "providers") || tokens.is(i, "vendors") || tokens.is(i, "affiliates") || tokens.is(i, "processors") || tokens.is(i, "business") && tokens.is(Math.min(i + 1, clause.to() - 1), "purpose")) {
                return false;
            }
            purpose |= tokens.is(i, "for") && i + 1 < clause.to() && (tokens.is(i + 1, "advertising") || tokens.is(i + 1, "marketing") || tokens.is(i + 1, "ads"));
        }
        return purpose;
    }

    /** Whether the verb says that information goes to others, not that something is provided to the consumer. */
    static boolean discloses(Clause clause, Statement statement) {
        int at = clause.tokens().firstFrom(statement.start());
        String verb = clause.tokens().word(at);
        return (verb.startsWith("disclos") || verb.startsWith("shar") || verb.startsWith("transfer") || verb.startsWith("releas")) && !toUs(clause, at);
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

    private boolean practised(Clause heading) {
        return sold ? heading.has(Concept.SELL) || heading.has(Concept.TARGETED_ADS)
                : heading.has(Concept.DISCLOSE) && !heading.has(Concept.SELL) && !heading.has(Concept.COLLECT_STRONG);
    }

    private static boolean crossContext(Clause clause) {
        return clause.has(Concept.TARGETED_ADS);
    }

    /** "sell or share": the sharing is that of the sale. */
    private static boolean aboutSelling(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        if (!clause.covers(Concept.SHARE_WORD, verb)) {
            return false;
        }
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.SELL && Math.abs(mention.from() - verb) <= 4) {
                return true;
            }
        }
        return false;
    }

    /** "Categories of personal information include identifiers, commercial information and …". */
    private static boolean namesCategories(Clause clause) {
        return clause.has(Concept.COLUMN_EXAMPLES) && speaksOfCategories(clause) && !clause.anyStatement(Statement::actorStated) && enumerated(clause).size() > 2;
    }

    /** Those of a sentence's categories that it says are disclosed (or sold): in "we disclosed identifiers, and sold inferences" one of the two. */
    private Set<Category> told(Clause clause) {
        int sells = verb(clause, s -> s.practice() == Practice.SELL);
        int gives = verb(clause, s -> s.actorStated() && (s.practice() == Practice.DISCLOSE || s.practice() == Practice.SHARE_FOR_ADVERTISING) && discloses(clause, s) && !aboutSelling(clause, s));
        if (sells < 0 || gives < 0) {
            return enumerated(clause);
        }
        int from = sold ? sells : gives;
        int other = sold ? gives : sells;
        int to = other > from ? other : clause.to();
        return clause.hasWithin(Concept.CATEGORY, from, to) && clause.mentions().stream().anyMatch(m -> m.concept() == Concept.CATEGORY && (m.from() < from || m.from() >= to))
                ? enumerated(clause, from, to) : enumerated(clause);
    }

    /** The verb of the clause's first such statement about the business; -1 where it has none. */
    private static int verb(Clause clause, Predicate<Statement> such) {
        return clause.statements().stream().filter(s -> s.actor() == Actor.BUSINESS && such.test(s))
                .mapToInt(s -> clause.tokens().firstFrom(s.start())).min().orElse(-1);
    }

    private static Set<Category> enumerated(Clause clause) {
        return enumerated(clause, clause.from(), clause.to());
    }

    /** Categories that a part of a sentence runs through; a policy's own names count where it speaks of categories. */
    private static Set<Category> enumerated(Clause clause, int from, int to) {
        List<Mention> mentions = clause.mentions().stream().filter(m -> m.from() >= from && m.from() < to).toList();
        Set<Category> named = EnumSet.noneOf(Category.class);
        boolean own = speaksOfCategories(clause);
        int colon = own ? clause.indexOf(':') : -1;
        for (Mention mention : mentions) {
            if (mention.concept() == Concept.CATEGORY && !ofDevices(clause, mention) || own && colon >= 0 && mention.concept() == Concept.OWN_CATEGORY && mention.from() > colon) {
                named.addAll(mention.entry().letters());
            }
        }
        if (named.size() >= 2) {
            for (Mention mention : mentions) {
                if (mention.concept() == Concept.OWN_CATEGORY && clause.tokens().isAny(mention.to() - 1, CLASS) && !clause.covers(Concept.CATEGORY, mention.from())
                        && !(own ? inParentheses(clause, mention.from()) : suchAs(clause, mention.from()))) {
                    named.addAll(mention.entry().letters());
                }
            }
        }
        boolean item = clause.block().kind() == Block.Kind.LIST_ITEM && mentions.stream()
                .anyMatch(m -> m.concept() == Concept.CATEGORY && (own || m.from() - clause.from() < OPENING) && !suchAs(clause, m.from()));
        boolean label = mentions.stream().anyMatch(m -> m.concept() == Concept.CATEGORY && m.from() == clause.from()
                && m.to() < clause.to() && (clause.tokens().is(m.to(), '-') || clause.tokens().is(m.to(), ':')));
        boolean only = ofOne(clause) || clause.hasAny(CATEGORIES) && clause.indexOf(':') > 0 && clause.hasWithin(Concept.CATEGORY, clause.indexOf(':') + 1, clause.indexOf(':') + 2);
        return named.size() >= 2 || item || label || only ? named : EnumSet.noneOf(Category.class);
    }

    /** "The only category", "Category A": whether the clause speaks of one category. */
    private static boolean ofOne(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            boolean letter = tokens.is(i, "category") && tokens.end(i + 1) - tokens.start(i + 1) == 1 && tokens.capitalized(i + 1);
            if (letter || tokens.is(i, "only") && tokens.isAny(i + 1, CATEGORIES)) {
                return true;
            }
        }
        return false;
    }

    /** "Device identifiers": elements, where a sentence does not speak of categories. */
    private static boolean ofDevices(Clause clause, Mention mention) {
        return clause.tokens().isAny(mention.from(), DEVICES) && mention.entry().name().equals("identifiers") && !speaksOfCategories(clause);
    }

    /** The categories that a paragraph lists, those among examples left out: "Identifiers (such as …); commercial information (such as …); …". */
    private static Set<Category> atTop(Clause clause) {
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

    /** "All of the categories of personal information listed above", "the foregoing categories". */
    private boolean all(Clause clause) {
        if (!clause.hasAny(CATEGORIES) || clause.has(Concept.MERGER)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            boolean each = tokens.is(i, "category") && i > clause.from() && (tokens.is(i - 1, "each") || tokens.is(i - 1, "every") || tokens.is(i - 1, "any"))
                    && (practisedBefore(clause, i) || i == clause.from() + 1);
            boolean kinds = tokens.is(i, "categories") || tokens.is(i, "types") || each;
            if (!kinds) {
                continue;
            }
            boolean whole = false;
            for (int k = Math.max(clause.from(), i - 5); k < i; k++) {
                if (tokens.is(k, "foregoing") || tokens.is(k, "above") && k >= i - 2 || each && i == clause.from() + 1 && !tokens.isAny(Math.min(i + 2, clause.to() - 1), OTHER_KINDS)) {
                    return true;
                }
                whole |= tokens.is(k, "all") || tokens.is(k, "each") || tokens.is(k, "every") || tokens.is(k, "any");
            }
            boolean recipients = tokens.isAny(Math.min(i + 2, clause.to() - 1), OTHER_KINDS);
            for (int k = i; k < Math.min(clause.to(), i + 12) && !recipients && !tokens.is(k, ')'); k++) {
                if (tokens.is(k, "above") && !tokens.is(Math.min(k + 1, clause.to() - 1), "section")
                        || whole && (tokens.is(k, "collect") || tokens.is(k, "collected") || tokens.is(k, "maintain"))) {
                    return true;
                }
            }
            boolean ofData = i + 2 < clause.to() && tokens.is(i + 1, "of") && clause.covers(Concept.PERSONAL, i + 2);
            if (ofData && practisedBefore(clause, i) && clause.hasWithin(Concept.THIRD_PARTY, i + 2, clause.to()) && !clause.has(Concept.SELL)
                    && !(clause.has(Concept.RIGHT) && clause.has(Concept.RIGHT_FRAME)) && !clause.has(Concept.LAW) && (whole || listedElsewhere(clause, i) || toKinds(clause, i))) {
                return true;
            }
        }
        return false;
    }

    /** "The types of data described in section 3", "the categories that we process": those that the policy collects. */
    private static boolean listedElsewhere(Clause clause, int kinds) {
        Tokens tokens = clause.tokens();
        if (kinds == clause.from() || !tokens.is(kinds - 1, "the")) {
            return false;
        }
        for (int i = kinds + 2; i + 1 < Math.min(clause.to(), kinds + 8); i++) {
            if ((tokens.is(i, "listed") || tokens.is(i, "described") || tokens.is(i, "identified")) && tokens.is(i + 1, "in")
                    || (tokens.is(i, "we") || tokens.is(i, "that")) && (tokens.is(i + 1, "process") || tokens.is(i + 1, "collect") || tokens.is(i + 1, "we"))) {
                return true;
            }
        }
        return false;
    }

    /** "We disclose the categories of personal information to the categories of third parties described in section 4": all of them. */
    private static boolean toKinds(Clause clause, int kinds) {
        Tokens tokens = clause.tokens();
        if (kinds == clause.from() || !tokens.is(kinds - 1, "the") || clause.hasAny(FOLLOWING)) {
            return false;
        }
        for (int i = kinds + 3; i + 3 < Math.min(clause.to(), kinds + 8); i++) {
            if ((tokens.is(i, "to") || tokens.is(i, "with")) && tokens.is(i + 1, "the") && tokens.is(i + 2, "categories") && tokens.is(i + 3, "of")) {
                return true;
            }
        }
        return false;
    }

    /** "Any of the above-listed information", "all of the information described above". */
    private static boolean allAbove(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (!tokens.is(i, "any") && !tokens.is(i, "all") && !tokens.is(i, "each")) {
                continue;
            }
            boolean information = false;
            boolean above = false;
            for (int k = i + 1; k < Math.min(clause.to(), i + ABOVE) && !clause.covers(Concept.THIRD_PARTY, k); k++) {
                information |= tokens.is(k, "information") || tokens.is(k, "data");
                above |= tokens.is(k, "above") || tokens.is(k, "foregoing") || tokens.is(k, "aforementioned");
            }
            if (information && above) {
                return true;
            }
        }
        return false;
    }

    /** "For a business purpose we may disclose all of your personal information". */
    private static boolean allInformation(Clause clause) {
        Tokens tokens = clause.tokens();
        if (clause.has(Concept.MERGER)) {
            return false;
        }
        boolean purpose = clause.anyStatement(s -> s.practice() == Practice.SELL && s.object() == Statement.Subject.PERSONAL_INFORMATION && s.modality() != Modality.CONDITIONAL);
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            purpose |= tokens.is(i, "business") && tokens.is(i + 1, "purpose");
        }
        for (int i = clause.from(); purpose && i + 4 < clause.to(); i++) {
            if (tokens.is(i, "all") && tokens.is(i + 1, "of") && (tokens.is(i + 2, "the") || tokens.is(i + 2, "your") || tokens.is(i + 2, "this"))
                    && clause.covers(Concept.PERSONAL, i + 3) && !tokens.is(i + 3, "categories")) {
                return true;
            }
        }
        return false;
    }

    private boolean practisedBefore(Clause clause, int token) {
        return clause.anyStatement(s -> practised(clause, s) && clause.tokens().firstFrom(s.start()) < token);
    }

    /** "The categories in the chart above". */
    private static boolean ofChart(Clause clause) {
        return clause.hasWord("chart") || clause.hasWord("table");
    }

    /** "We disclose this category to printers". */
    private static boolean thisCategory(Clause clause) {
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if (clause.tokens().is(i, "this") && clause.tokens().is(i + 1, "category")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause stands in the item that a category's name opens, or straight under the heading that it is. */
    private static boolean under(Clause clause, Clause category) {
        return clause.blockIndex() == category.blockIndex() && opensWithName(category) || category.isHeading() && !clause.headings().isEmpty() && clause.headings().get(0) == category;
    }

    /** "We disclose this information to printers", "we collect this and disclose it", under the name of a category. */
    private static boolean thisInformation(Clause clause) {
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if (clause.tokens().is(i, "this") && (clause.tokens().is(i + 1, "information") || clause.tokens().is(i + 1, "data") || clause.tokens().is(i + 1, "personal"))
                    || clause.covers(Concept.DISCLOSE, i) && clause.tokens().is(i + 1, "it")) {
                return true;
            }
        }
        return false;
    }

    private static boolean opensWithName(Clause clause) {
        return clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 1);
    }

    /** "We disclose identifiers to printers", where identifiers are the category spoken of. */
    private static boolean named(Clause clause, Set<Category> current) {
        return !current.contains(Category.L) && categories(clause).equals(current);
    }

    /** The statute's categories that a clause names. */
    private static Set<Category> categories(Clause clause) {
        Set<Category> named = EnumSet.noneOf(Category.class);
        clause.mentions().stream().filter(m -> m.concept() == Concept.CATEGORY).forEach(m -> named.addAll(m.entry().letters()));
        return named;
    }

    private static boolean theseCategories(Clause clause) {
        if (!clause.hasWord("these") || clause.indexOf(':') == clause.to() - 1) {
            return false;
        }
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if (clause.tokens().is(i, "these") && clause.tokens().is(i + 1, "categories")) {
                return true;
            }
        }
        return false;
    }

    /** "Each of them", "all of these". */
    private static boolean ofThem(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 2 < clause.to(); i++) {
            if (tokens.is(i, "both") && clause.covers(Concept.DISCLOSE, i - 1 < clause.from() ? i : i - 1) && (tokens.is(i + 1, "to") || tokens.is(i + 1, "with"))) {
                return true;
            }
            if ((tokens.is(i, "all") || tokens.is(i, "each")) && tokens.is(i + 1, "of")
                    && (tokens.is(i + 2, "them") || (tokens.is(i + 2, "these") || tokens.is(i + 2, "those")) && (i + 3 == clause.to() || !clause.covers(Concept.THIRD_PARTY, i + 3)))) {
                return true;
            }
        }
        return false;
    }

    /** "The categories of third parties to whom we disclose this information are …", behind a list of categories. */
    private boolean recipientsOfThis(Clause clause) {
        if (!clause.hasAny(WHOM)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        boolean whom = false;
        boolean verb = false;
        for (int i = clause.from(); i < Math.min(clause.to(), clause.from() + 24); i++) {
            whom |= tokens.is(i, "whom") || tokens.is(i, "which") && i > clause.from() && (tokens.is(i - 1, "to") || tokens.is(i - 1, "with"));
            verb |= whom && clause.covers(sold ? Concept.SELL : Concept.DISCLOSE, i) && !tokens.is(i, "provide");
            if (verb && i + 1 < clause.to() && (tokens.is(i, "this") || tokens.is(i, "these")) && (tokens.is(i + 1, "information") || tokens.is(i + 1, "personal") || tokens.is(i + 1, "categories"))) {
                return clause.hasWithin(Concept.THIRD_PARTY, clause.from(), i);
            }
        }
        return false;
    }

    private static boolean pointsBack(Clause clause) {
        return clause.hasWord("above") || clause.hasWord("foregoing");
    }
}
