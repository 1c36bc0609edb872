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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The categories that the policy says, category by category, it discloses for a business purpose; or, the same for those it sells or
 * shares: in tables, in lists, in sentences that enumerate them, and by a label behind each category ("Sold to: advertising networks").
 * A policy's own names stand for the letter of their main content; single data elements are no category.
 */
final class CategorySetExtractor {
    private static final double LISTED = 0.85;
    private static final int LABEL_REACH = 3;
    private static final int NEAR = 4;
    /** Tokens of a line that names a category, at most. */
    private static final int LINE = 45;

    /** "We sell geolocation data": from the verb to the name that is its object there are fewer tokens. */
    private static final int OBJECT = 4;

    /** "We share a part of your online identifiers": the same with what stands before the name. */
    private static final int QUALIFIED = 6;

    private static final WordSet PRACTICES = WordSet.of("use", "uses", "usage", "processing", "practices", "security", "retention", "storage", "monetization");
    private static final WordSet ANNOUNCING = WordSet.of("following", "lists", "below");

    private final boolean sold;
    private final PolicyReading reading;
    private final CategoryTables tables;
    private final Quotes quotes;
    private final GivingHeadings headings;
    private final GivingClauses giving;
    private final Recipients recipients;
    private final Set<Category> letters = EnumSet.noneOf(Category.class);
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<CategoryTables.Row> answers = new ArrayList<>();
    private final PrintedLetters lettered = new PrintedLetters();

    /** What is collected, and what is said not to be. */
    private final Set<Category> all = EnumSet.noneOf(Category.class);
    private final Set<Category> none = EnumSet.noneOf(Category.class);

    /** The categories last spoken of, where they were named, whether labels told since of disclosing, and the last clause about them. */
    private Set<Category> current;
    private Clause holder;
    private boolean apart;
    private int last = -LABEL_REACH;

    /** The letters of the list that is being read or was last read, which list that is, and its last clause; and the same of tables. */
    private final Set<Category> listing = EnumSet.noneOf(Category.class);
    private int listed = -1;
    private int listedAt = -NEAR;
    private final Set<Category> inTables = EnumSet.noneOf(Category.class);
    private int table;

    /** The last clause that opens a list of what is given with a colon, and the last one of the lines that go on with it. */
    private int opened;
    private int open = -2;

    /** The last clauses that announce categories, that tell some, and that say that information is given; -1 where something else was said of it since. */
    private int announced = -1;
    private int added = -2;
    private int asserted = -1;

    /** The last clause that says of what is listed below that it is both collected and given. */
    private Clause listedBelow;

    /** By list, what stands in one that is introduced as given, and its first clause; and the lists whose labels tell it of each category. */
    private final Map<Integer, Set<Category>> byLead = new TreeMap<>();
    private final Map<Integer, Clause> leads = new TreeMap<>();
    private final Set<Integer> labelled = new HashSet<>();

    /** The last sentence that runs through the categories that are collected. */
    private Clause gathered;

    /** The last sentence that says of the categories described elsewhere that they are collected. */
    private Clause gatheredAll;

    /** Clauses that say of "this information", under a category, that it is given. */
    private final Map<Clause, Set<Category>> pointed = new LinkedHashMap<>();

    /** For the categories sold or shared, or else for those disclosed. */
    CategorySetExtractor(boolean sold, PolicyReading reading, CategoryTables tables, Quotes quotes) {
        this.sold = sold;
        this.reading = reading;
        this.tables = tables;
        this.quotes = quotes;
        this.headings = new GivingHeadings(sold);
        this.giving = new GivingClauses(sold, reading);
        this.recipients = new Recipients(sold, headings);
    }

    /** What labels under categories told, as rows; to be asked for after {@link #extract}. */
    List<CategoryTables.Row> answers() {
        return answers;
    }

    /** To be asked once. */
    SetFact<Category> extract(Map<Category, CategoryFact> categories) {
        Set<CategoryTables.Column> columns = sold
                ? EnumSet.of(CategoryTables.Column.SOLD, CategoryTables.Column.SHARED, CategoryTables.Column.SOLD_OR_SHARED, CategoryTables.Column.DISCLOSED_OR_SOLD)
                : EnumSet.of(CategoryTables.Column.DISCLOSED);
        categories.forEach((letter, fact) -> {
            if (fact.collected() == Collected.YES) {
                all.add(letter);
            } else if (fact.collected() == Collected.NO) {
                none.add(letter);
            }
        });
        for (CategoryTables.Row row : tables.rows()) {
            if (columns.stream().anyMatch(column -> Boolean.TRUE.equals(row.answers().get(column)))) {
                letters.addAll(row.letters().isEmpty() ? all : row.letters());
                evidence.add(row.evidence());
            }
        }
        for (Clause clause : reading.clauses()) {
            Set<Category> inTable = tables.lettersAt(clause.blockIndex());
            if (!inTable.isEmpty()) {
                row(clause, inTable);
            } else if (!tables.holds(clause.blockIndex())) {
                read(clause);
            }
        }
        addPointed();
        addLists();
        return new SetFact<>(List.copyOf(letters), Quotes.best(evidence));
    }

    /** A row of a table of categories. */
    private void row(Clause clause, Set<Category> named) {
        int lead = -2 - clause.block().lead();
        if (lead != listed) {
            listing.clear();
            listed = lead;
            if (lead != table) {
                inTables.clear();
                table = lead;
            }
        }
        inTables.addAll(named);
        inTables.removeAll(none);
        list(clause, named);
    }

    private void list(Clause clause, Set<Category> named) {
        listing.addAll(named);
        listing.removeAll(none);
        listedAt = clause.index();
        lettered.note(clause, named);
    }

    private void read(Clause clause) {
        Clause above = ownNameAbove(clause);
        Clause item = above == null ? itemAbove(clause) : null;
        if (above != null && above != holder && CategoryLabel.of(clause, reading) != null) {
            speakOf(NamedCategories.own(above), above, clause);
        } else if (item != null && CategoryLabel.of(clause, reading) != null) {
            speakOf(NamedCategories.atTop(item), item, clause);
        }
        if (label(clause)) {
            return;
        }
        Set<Category> named = NamedCategories.opening(clause);
        if (named.isEmpty() && goesOn(clause)) {
            named = NamedCategories.own(clause);
        }
        if (!named.isEmpty()) {
            name(clause, named);
        } else if (current != null && (answersLabel(clause) && clause.lead().index() - last <= LABEL_REACH || otherLabel(clause) && clause.index() - last <= LABEL_REACH)) {
            last = clause.index();
        }
        openLines(clause);
        giving.note(clause);
        if (gathers(clause)) {
            gathered = clause;
        }
        if (gathersAll(clause)) {
            gatheredAll = clause;
        }
        addNamed(clause);
        boolean says = !clause.isHeading() && (giving.asserts(clause) || giving.pointsUnder(clause));
        announce(clause, says);
        if (says) {
            tell(clause);
        }
    }

    private void speakOf(Set<Category> named, Clause where, Clause clause) {
        current = named;
        holder = where;
        apart = false;
        last = clause.index();
    }

    /** Whether the clause is a label under a category that tells yes or no; adds what it tells. */
    private boolean label(Clause clause) {
        boolean under = current != null && !leaves(clause, holder) && (clause.index() - last <= LABEL_REACH || belongs(clause, holder));
        CategoryLabel label = under ? CategoryLabel.of(clause, reading) : null;
        if (label == null || label.lists()) {
            return false;
        }
        last = clause.index();
        apart |= label.tellsDisclosing();
        if (sold == label.ofSale(apart)) {
            Set<Category> spokenOf = listing.size() >= 2 && !labelled.contains(listed) && behindList(clause, holder) ? EnumSet.copyOf(listing) : current;
            labelled.add(listed);
            if (label.yes()) {
                add(spokenOf, clause);
            }
            answers.add(label.row(spokenOf, quotes.of(clause, LISTED)));
        }
        return true;
    }

    /** A clause that opens with the names of categories, an item of a list perhaps. */
    private void name(Clause clause, Set<Category> named) {
        boolean lines = open == clause.index() - 1 && clause.lead() == null && !clause.isHeading();
        int list = lines ? Integer.MIN_VALUE + opened : clause.lead() == null ? -1 : clause.lead().index();
        if (list != listed || list == -1 && clause.isHeading() && current == null) {
            listing.clear();
            listed = list;
        }
        list(clause, named);
        speakOf(named, clause, clause);
        if (refused(clause)) {
            return;
        }
        if (listedAs(clause) || goesOn(clause)
                || open == clause.index() - 1 && line(clause)) {
            byLead.computeIfAbsent(listed, l -> EnumSet.noneOf(Category.class)).addAll(named);
            leads.putIfAbsent(listed, clause);
        }
    }

    /** Whether the clause is an item of a list whose first entry is a line of its own, right behind what introduces it. */
    private boolean goesOn(Clause clause) {
        return opened > 0 && clause.lead() != null && clause.lead().index() == opened + 1 && clause.lead().lead() == null;
    }

    /** "Biometric information? No". */
    private boolean refused(Clause clause) {
        int last = clause.to() - 1;
        if (last <= clause.from()) {
            return false;
        }
        Clause next = clause.index() + 1 < reading.clauses().size() ? reading.clauses().get(clause.index() + 1) : null;
        boolean behind = next != null && next.blockIndex() == clause.blockIndex() && next.hasWithin(Concept.ANSWER_NO, next.from(), next.from() + 1);
        return clause.tokens().is(last, '?') && behind || (clause.tokens().is(last - 1, '?') || clause.tokens().is(last - 1, ':')) && clause.covers(Concept.ANSWER_NO, last);
    }

    private void openLines(Clause clause) {
        boolean opens = clause.indexOf(':') == clause.to() - 1 && !clause.isHeading() && giving.asserts(clause) && NamedCategories.speaksOfCategories(clause);
        if (opens) {
            opened = clause.index();
        }
        if (opens || open == clause.index() - 1 && (brief(clause) || line(clause) && NamedCategories.opening(clause).size() == 1 && NamedCategories.atTop(clause).size() <= 2)) {
            open = clause.index();
        }
    }

    /** Adds what a clause names where what stands around it says that this is given. */
    private void addNamed(Clause clause) {
        if (sold && giving.concedes(clause) && CategoryPointers.pointsToBefore(clause, reading)) {
            add(NamedCategories.enumerated(reading.clauses().get(clause.index() - 1)), clause);
        }
        if (!clause.isHeading() && listing.size() >= 2 && recipients.ofThis(clause)) {
            add(listing, clause);
        }
        if (added == clause.index() - 1 && clause.from() < clause.to() && clause.tokens().is(clause.from(), '(') && !clause.anyStatement(Statement::actorStated)) {
            add(NamedCategories.atTop(clause), clause);
            added = clause.index();
        }
        if (open == clause.index() - 1 && opened == open && !clause.isHeading() && clause.lead() == null) {
            Set<Category> behind = NamedCategories.atTop(clause);
            if (behind.size() > 2) {
                add(behind, clause);
            }
        }
        Clause lead = clause.lead();
        Set<Category> given = lead == null || lead.isHeading() || lead.indexOf(':') != lead.to() - 1 ? Set.of() : byRecipient(clause);
        if (!given.isEmpty() && giving.asserts(lead)) {
            add(given, clause);
        }
        if (recipients.first(clause) || affirms(clause)) {
            add(NamedCategories.categories(clause), clause);
        }
        if (enumeratesUnderHeading(clause)) {
            Set<Category> under = NamedCategories.enumerated(clause);
            add(under, clause);
            answers.add(answer(clause.headings().get(0), under, clause));
        }
    }

    /** "Hosts: categories A and D", "Hosts (identifiers, internet activity)": what an item names behind a recipient to whom it is given. */
    private Set<Category> byRecipient(Clause item) {
        for (int i = item.from() + 1; i < Math.min(item.to(), item.from() + NEAR) && !item.covers(Concept.CATEGORY, i - 1) && !item.has(Concept.NEGATION); i++) {
            if (item.tokens().is(i, ':')) {
                return lettered.in(item, i + 1, item.to());
            }
            if (item.tokens().is(i, '(')) {
                return NamedCategories.categories(item, i + 1, item.to());
            }
        }
        return Set.of();
    }

    /** "We disclose the following categories to those named.", and the sentences behind it that name some. */
    private void announce(Clause clause, boolean says) {
        if (asserted >= 0 && clause.index() - asserted <= LABEL_REACH && !NamedCategories.tellsOfOther(clause, sold)
                && (NamedCategories.tellsOfKinds(clause) || NamedCategories.classifies(clause))) {
            add(NamedCategories.enumerated(clause), clause);
        }
        asserted = says && (sold || !giving.concedes(clause)) ? clause.index() : clause.anyStatement(s -> s.actorStated() && s.actor() == Actor.BUSINESS) ? -1 : asserted;
        if (says && clause.hasAny(ANNOUNCING) && clause.has(Concept.COLLECT_STRONG) && (clause.hasAny(CategoryPointers.LISTS) || clause.hasWord("listed"))) {
            listedBelow = clause;
        } else if (listedBelow != null && clause.index() - listedBelow.index() < LABEL_REACH && clause.block().section() == listedBelow.block().section()
                && clause.has(Concept.COLLECT_STRONG) && collects(clause)) {
            add(NamedCategories.enumerated(clause), clause);
        }
        if (says && NamedCategories.speaksOfCategories(clause) && (clause.hasAny(ANNOUNCING) || clause.indexOf(':') == clause.to() - 1)) {
            announced = clause.index();
        } else if (announced >= 0 && clause.index() - announced <= LABEL_REACH && !NamedCategories.tellsOfOther(clause, sold)) {
            boolean byRecipient = Recipients.colon(clause) > 0;
            if (byRecipient) {
                announced = clause.index();
                add(NamedCategories.categories(clause), clause);
            } else if (Recipients.behindName(clause)) {
                announced = clause.index();
                add(NamedCategories.categories(clause, clause.from(), clause.from() + 1), clause);
            } else if (namesCategories(clause)) {
                add(NamedCategories.enumerated(clause), clause);
            } else {
                addLabelled(clause);
            }
        }
    }

    /** "Category of information: identifiers", behind what announces such lines; the label may stand apart, as a heading. */
    private void addLabelled(Clause clause) {
        Clause before = reading.clauses().get(clause.index() - 1);
        if (NamedCategories.labels(clause)) {
            announced = clause.index();
            add(NamedCategories.behindLabel(clause, clause.indexOf(':') + 1), clause);
        } else if (announced == before.index() && before.indexOf(':') == before.to() - 1 && NamedCategories.labels(before)) {
            announced = clause.index();
            add(NamedCategories.behindLabel(clause, clause.from()), clause);
        }
    }

    /** Adds those that a clause says are given, named in it or pointed to. */
    private void tell(Clause clause) {
        Set<Category> told = giving.told(clause);
        if (sold && told.isEmpty()) {
            told.addAll(objects(clause));
        }
        if (!clause.has(Concept.CATEGORY)) {
            Set<Category> byLetter = giving.told(clause, lettered);
            if (byLetter.size() >= 2 || listing.size() >= 2 || clause.has(Concept.PERSONAL)) {
                told.addAll(byLetter);
            }
        }
        if (giving.all(clause) || CategoryPointers.allInformation(clause) || listing.size() >= 2 && CategoryPointers.allAbove(clause)) {
            Set<Category> back = CategoryPointers.ofChart(clause) && inTables.size() >= 2 ? inTables : listing;
            boolean listed = back.size() >= 2 && CategoryPointers.pointsBack(clause) && !CategoryPointers.namesPart(clause);
            // Of a chart that is a picture nobody can tell what it shows.
            told.addAll(listed ? back : CategoryPointers.chartAbove(clause) && reading.document().tables().isEmpty() ? Set.of() : all);
        } else if (told.isEmpty() && pointsToGathered(clause)) {
            told.addAll(all);
        } else if (told.isEmpty() && (CategoryPointers.theseCategories(clause) || CategoryPointers.ofThem(clause) || sold && CategoryPointers.suchInformationSold(clause)
                || CategoryPointers.thisInformation(clause) && behindCategories(clause))) {
            told.addAll(these(clause));
        }
        if (told.isEmpty()) {
            told.addAll(NamedCategories.alone(clause));
        }
        if (told.isEmpty()) {
            told.addAll(spokenOf(clause));
        }
        if (NamedCategories.besidesSensitive(clause)) {
            told.add(Category.L);
        }
        told.removeAll(NamedCategories.excepted(clause));
        if (!told.isEmpty()) {
            add(told, clause);
            added = clause.index();
        }
    }

    /** "We sell geolocation data": names that are not listed as categories, but are what is sold. */
    private Set<Category> objects(Clause clause) {
        Set<Category> objects = EnumSet.noneOf(Category.class);
        boolean denies = clause.has(Concept.NEGATION);
        int verb = denies ? -1 : GivingClauses.verb(clause, s -> s.practice() == Practice.SELL && s.actorStated());
        objects.addAll(verb < 0 ? Set.of() : NamedCategories.objects(clause, verb, verb + OBJECT));
        int shares = denies ? -1 : giving.shares(clause);
        objects.addAll(shares < 0 ? Set.of() : NamedCategories.whole(clause, shares, shares + QUALIFIED));
        for (Mention mention : giving.concedes(clause) ? clause.mentions() : List.<Mention>of()) {
            boolean ofSale = mention.concept() == Concept.SELL && mention.to() < clause.to() && clause.tokens().is(mention.to(), "of");
            if (ofSale || mention.concept() == Concept.DISCLOSE && !denies) {
                objects.addAll(NamedCategories.whole(clause, mention.from(), mention.from() + QUALIFIED));
            }
        }
        return objects;
    }

    /** Those that a sentence runs through, and does not leave out. */
    private static Set<Category> meant(Clause clause) {
        Set<Category> named = NamedCategories.enumerated(clause);
        named.removeAll(NamedCategories.excepted(clause));
        return named;
    }

    /** "These categories": those of the sentence before, of the list before, or all. */
    private Set<Category> these(Clause clause) {
        int at = clause.index() - 1;
        at -= at > 0 && CategoryPointers.theseCategories(reading.clauses().get(at)) ? 1 : 0;
        Set<Category> before = at < 0 ? Set.of() : meant(reading.clauses().get(at));
        if (before.size() >= 2) {
            return before;
        }
        if (near(gathered, clause) && gathered.index() > listedAt) {
            return meant(gathered);
        }
        if (listing.size() >= 2 && clause.index() - listedAt <= NEAR && added < listedAt) {
            return listing;
        }
        return CategoryPointers.allOfThese(clause) ? all : Set.of();
    }

    /** The category that the clause stands under or begins with, where it says of that alone that it is given. */
    private Set<Category> spokenOf(Clause clause) {
        if (current != null && clause.index() - last <= LABEL_REACH && (CategoryPointers.thisCategory(clause) || NamedCategories.opensWithName(holder)
                && (clause.blockIndex() == holder.blockIndex() || belongs(clause, holder)) && named(clause, current))) {
            last = clause.index();
            return current;
        }
        if (current != null && (NamedCategories.under(clause, holder) || belongs(clause, holder)) && CategoryPointers.thisInformation(clause)) {
            pointed.put(clause, current);
        }
        if (NamedCategories.opensWithName(clause)) {
            Set<Category> subject = NamedCategories.categories(clause, clause.from(), clause.from() + 1);
            if (!sold) {
                pointed.put(clause, subject);
            } else if (!clause.has(Concept.NEGATION)) {
                return subject;
            }
        }
        return Set.of();
    }

    /** One "this information" may mean all; where several categories are told so, each is meant. */
    private void addPointed() {
        if (pointed.values().stream().flatMap(Set::stream).distinct().count() > 1) {
            pointed.forEach((clause, named) -> add(named, clause));
        }
    }

    private void addLists() {
        byLead.forEach((lead, named) -> {
            if (!labelled.contains(lead)) {
                Clause first = leads.get(lead);
                add(named, first);
                Clause above = first.lead() != null ? first.lead() : first.headings().isEmpty() ? null : first.headings().get(0);
                if (sold && above != null && above.isHeading() && headings.headKinds(above)) {
                    answers.add(answer(above, named, first));
                }
            }
        });
    }

    /** "Do we share information for targeted advertising? Yes: identifiers and inferences". */
    private boolean affirms(Clause clause) {
        Clause question = clause.index() == 0 || !clause.hasWithin(Concept.ANSWER_YES, clause.from(), clause.from() + 1) ? null : reading.clauses().get(clause.index() - 1);
        return question != null && question.indexOf('?') == question.to() - 1 && headings.practised(question) && clause.statements().isEmpty()
                && NamedCategories.enumerated(clause).size() >= 2;
    }

    /** "Which categories do we share? Identifiers and inferences": a paragraph of names under a heading that tells what is done with them. */
    private boolean enumeratesUnderHeading(Clause clause) {
        if (clause.block().kind() != Block.Kind.PARAGRAPH || clause.headings().isEmpty() || !clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 2)
                || clause.anyStatement(Statement::actorStated) || clause.has(Concept.NEGATION)) {
            return false;
        }
        return headings.headKinds(clause.headings().get(0)) && clause.lead() == null && NamedCategories.enumerated(clause).size() >= 2;
    }

    /** What a heading answers of the categories under it, as a label would. */
    private CategoryTables.Row answer(Clause heading, Set<Category> named, Clause first) {
        return new CategoryLabel(heading, heading.to(), first).row(named, quotes.of(first, LISTED));
    }

    /** The heading right above a clause with a colon, where a policy's own name of a category begins it: "Contact details"; else null. */
    private static Clause ownNameAbove(Clause clause) {
        Clause heading = clause.isHeading() || clause.headings().isEmpty() ? null : clause.headings().get(0);
        return heading != null && heading.to() - heading.from() <= NEAR && heading.hasWithin(Concept.OWN_CATEGORY, heading.from(), heading.from() + 1)
                && clause.indexOf(':') >= 0 ? heading : null;
    }

    /** The item that names nothing but categories, a policy's own among them, right above a label of its own list: "Recordings and inferences"; else null. */
    private static Clause itemAbove(Clause clause) {
        Clause item = clause.block().kind() == Block.Kind.LIST_ITEM && clause.indexOf(':') >= 0 ? clause.lead() : null;
        boolean names = item != null && item.block().kind() == Block.Kind.LIST_ITEM && item.has(Concept.OWN_CATEGORY) && brief(item)
                && (NamedCategories.opensWithName(item) || item.hasWithin(Concept.OWN_CATEGORY, item.from(), item.from() + 1));
        int last = names ? item.to() - 1 : 0;
        last -= names && (item.tokens().is(last, ':') || item.tokens().is(last, ';')) ? 1 : 0;
        return names && (item.covers(Concept.OWN_CATEGORY, last) || item.covers(Concept.CATEGORY, last) || item.tokens().is(last, ')')) ? item : null;
    }

    /** Whether the clause is an item under a few words and a colon: "Sources:". */
    private static boolean answersLabel(Clause clause) {
        Clause lead = clause.lead();
        return lead != null && !lead.isHeading() && lead.to() - lead.from() <= NEAR * 2 && lead.indexOf(':') == lead.to() - 1;
    }

    /** "Source: you", "Collected?": a label that tells something else of the category. */
    private static boolean otherLabel(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i < Math.min(clause.to(), clause.from() + NEAR) && !clause.isHeading(); i++) {
            if (tokens.is(i, ':') || tokens.is(i, '?')) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause is a heading above the one that names a category: what it heads is no longer about that. */
    private static boolean leaves(Clause clause, Clause category) {
        return clause.isHeading() && category.isHeading() && clause.block().level() < category.block().level();
    }

    /** Whether the clause stands behind the list that ends with the item. */
    private static boolean behindList(Clause clause, Clause item) {
        return item.block().kind() == Block.Kind.LIST_ITEM && item.lead() != null && clause.lead() != item.lead() && clause.blockIndex() != item.blockIndex()
                && !belongs(clause, item);
    }

    /** "We collected the categories described above. We also disclosed such information": whether the clause says of all that is collected that it is given. */
    private boolean pointsToGathered(Clause clause) {
        return gatheredAll != null && clause.index() - gatheredAll.index() < LABEL_REACH && clause.block().section() == gatheredAll.block().section() && !clause.has(Concept.MERGER)
                && !clause.hasWord("law") && CategoryPointers.suchGiven(clause);
    }

    /** Whether the clause stands behind categories that are collected, and tells of more than what the law asks for and of a sale of the company. */
    private boolean behindCategories(Clause clause) {
        if (clause.has(Concept.MERGER) || clause.hasWord("law")) {
            return false;
        }
        return near(gathered, clause) || holder != null && behindList(clause, holder) && NamedCategories.opensWithName(holder) && NamedCategories.speaksOfCategories(holder.lead());
    }

    private static boolean near(Clause gathered, Clause clause) {
        return gathered != null && clause.index() - gathered.index() <= NEAR && clause.block().section() == gathered.block().section();
    }

    /** "We collect the following categories: identifiers and inferences". */
    private static boolean gathers(Clause clause) {
        return clause.has(Concept.COLLECT_STRONG) && NamedCategories.speaksOfCategories(clause) && collects(clause) && NamedCategories.enumerated(clause).size() >= 2;
    }

    /** "We collected the categories described above". */
    private static boolean gathersAll(Clause clause) {
        return clause.has(Concept.COLLECT_STRONG) && clause.hasAny(NamedCategories.CATEGORIES) && !clause.isHeading() && !clause.has(Concept.CATEGORY) && collects(clause)
                && CategoryPointers.describedElsewhere(clause);
    }

    private static boolean collects(Clause clause) {
        return clause.anyStatement(s -> s.practice() == Practice.COLLECT && s.actor() == Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE);
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

    private void add(Set<Category> named, Clause clause) {
        if (named.isEmpty()) {
            return;
        }
        letters.addAll(named);
        evidence.add(quotes.of(clause, LISTED));
    }

    /** Whether the clause is a few words that name a thing. */
    private static boolean brief(Clause clause) {
        return clause.to() - clause.from() <= 16 && !clause.anyStatement(Statement::actorStated);
    }

    /** Whether the clause is a name with its citation and examples: "Category B: what the statute on customer records lists (…), such as …". */
    private static boolean line(Clause clause) {
        return clause.to() - clause.from() <= LINE && !clause.anyStatement(Statement::actorStated);
    }

    /** Whether the item stands in a list that is introduced as disclosed (or sold). */
    private boolean listedAs(Clause clause) {
        for (Clause lead = clause.lead(); lead != null; lead = lead.lead()) {
            if (lead.isHeading() ? false : giving.asserts(lead)) {
                return (!lead.hasWord("asterisk") || clause.indexOf('*') > 0) && lettered.in(lead).size() < 2
                        && (NamedCategories.speaksOfCategories(lead) || clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 5));
            }
            if (!lead.statements().isEmpty() && !lead.isHeading() && (lead.block().kind() != Block.Kind.LIST_ITEM || lead.indexOf(':') == lead.to() - 1)) {
                return false;
            }
        }
        if (clause.isHeading()) {
            return !clause.headings().isEmpty() && headings.headKinds(clause.headings().get(0)) && !headsPractice(clause);
        }
        if (clause.lead() != null && !clause.lead().isHeading()) {
            return false;
        }
        if (clause.lead() != null && headings.nameAct(clause.lead()) && clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 1)) {
            return true;
        }
        return clause.has(Concept.CATEGORY) && !clause.headings().isEmpty() && headings.practised(clause.headings().get(0))
                && (NamedCategories.speaksOfCategories(clause.headings().get(0)) || GivingHeadings.nameGiven(clause.headings().get(0))
                && clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 5));
    }

    /** "Location data use and storage": a heading of what is done with a category, and not of the category. */
    private static boolean headsPractice(Clause heading) {
        Mention name = heading.first(Concept.CATEGORY);
        return name != null && name.to() < heading.to() && heading.tokens().isAny(name.to(), PRACTICES);
    }

    /** "Categories of personal information include identifiers, commercial information and …". */
    private static boolean namesCategories(Clause clause) {
        return clause.has(Concept.COLUMN_EXAMPLES) && NamedCategories.speaksOfCategories(clause) && !clause.anyStatement(Statement::actorStated)
                && NamedCategories.enumerated(clause).size() > 2;
    }

    /** "We disclose identifiers to printers", where identifiers are the category spoken of. */
    private static boolean named(Clause clause, Set<Category> current) {
        return !current.contains(Category.L) && NamedCategories.categories(clause).equals(current);
    }
}
