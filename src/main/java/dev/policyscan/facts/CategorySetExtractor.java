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
    private static final int LABEL_REACH = 3;
    private static final int NEAR = 4;

    /** "We sell geolocation data": from the verb to the name that is its object there are fewer tokens. */
    private static final int OBJECT = 4;

    /** Of what else a policy tells categories. */
    private static final WordSet OTHER_KINDS = WordSet.of("third", "recipients", "sources", "parties", "entities", "purposes");

    /** Words of headings that tell how or to whom something is given, and not what. */
    private static final WordSet MANNER = WordSet.of("how", "why", "when", "with", "who", "to", "where");

    private static final WordSet SALES = WordSet.of("sale", "sales", "selling");
    private static final WordSet DISCLOSURES = WordSet.of("disclosure", "disclosures");

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
            Clause above = ownNameAbove(clause);
            if (above != null && above != holder && CategoryLabel.of(clause, reading) != null) {
                current = NamedCategories.own(above);
                holder = above;
                apart = false;
                last = clause.index();
            }
            CategoryLabel label = current != null && (clause.index() - last <= LABEL_REACH || belongs(clause, holder)) ? CategoryLabel.of(clause, reading) : null;
            if (label != null && !label.lists()) {
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
                continue;
            }
            Set<Category> named = NamedCategories.opening(clause);
            if (named.isEmpty() && current != null && (answersLabel(clause) && clause.lead().index() - last <= LABEL_REACH || otherLabel(clause)
                    && clause.index() - last <= LABEL_REACH)) {
                last = clause.index();
            }
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
                if (listedAs(clause) || clause.lead() != null && clause.lead().index() == opened + 1 && opened > 0 && clause.lead().lead() == null || open == clause.index() - 1
                        && brief(clause)) {
                    byLead.computeIfAbsent(listed, l -> EnumSet.noneOf(Category.class)).addAll(named);
                    leads.putIfAbsent(listed, clause);
                }
            }
            boolean opens = clause.indexOf(':') == clause.to() - 1 && !clause.isHeading() && asserts(clause) && NamedCategories.speaksOfCategories(clause);
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
            if (sold && conceded == clause && CategoryPointers.pointsToBefore(clause, reading)) {
                add(NamedCategories.enumerated(reading.clauses().get(clause.index() - 1)), clause);
            }
            if (!clause.isHeading() && listing.size() >= 2 && recipientsOfThis(clause)) {
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
            if (recipientFirst(clause) || affirms(clause, reading)) {
                add(NamedCategories.categories(clause), clause);
            }
            if (enumeratesUnderHeading(clause)) {
                Set<Category> under = NamedCategories.enumerated(clause);
                add(under, clause);
                answers.add(answer(clause.headings().get(0), under, clause));
            }
            boolean says = !clause.isHeading() && (asserts(clause) || pointsUnder(clause));
            if (says && NamedCategories.speaksOfCategories(clause) && (clause.hasWord("following") || clause.hasWord("lists"))) {
                announced = clause.index();
            } else if (announced >= 0 && clause.index() - announced <= LABEL_REACH && (namesCategories(clause) || behindRecipient(clause) > 0)) {
                boolean byRecipient = behindRecipient(clause) > 0;
                announced = byRecipient ? clause.index() : announced;
                add(byRecipient ? NamedCategories.categories(clause) : NamedCategories.enumerated(clause), clause);
            }
            if (says) {
                Set<Category> enumerated = told(clause);
                if (sold && enumerated.isEmpty() && !clause.has(Concept.NEGATION)) {
                    int verb = verb(clause, s -> s.practice() == Practice.SELL && s.actorStated());
                    enumerated.addAll(verb < 0 ? Set.of() : NamedCategories.whole(clause, verb, verb + OBJECT));
                    clause.mentions().stream().filter(m -> clause == conceded && m.concept() == Concept.DISCLOSE)
                            .forEach(given -> enumerated.addAll(NamedCategories.whole(clause, given.from(), given.from() + OBJECT)));
                }
                if (!clause.has(Concept.CATEGORY)) {
                    Set<Category> byLetter = lettered.in(clause);
                    if (byLetter.size() >= 2 || listing.size() >= 2 || clause.has(Concept.PERSONAL)) {
                        enumerated.addAll(byLetter);
                    }
                }
                if (all(clause) || CategoryPointers.allInformation(clause) || listing.size() >= 2 && CategoryPointers.allAbove(clause)) {
                    Set<Category> back = CategoryPointers.ofChart(clause) && inTables.size() >= 2 ? inTables : listing;
                    enumerated.addAll(back.size() >= 2 && CategoryPointers.pointsBack(clause) ? back : all);
                } else if (enumerated.isEmpty() && (CategoryPointers.theseCategories(clause) || CategoryPointers.ofThem(clause) || sold
                        && CategoryPointers.suchInformationSold(clause))) {
                    Set<Category> before = clause.index() == 0 ? Set.of() : NamedCategories.enumerated(reading.clauses().get(clause.index() - 1));
                    if (before.size() >= 2) {
                        enumerated.addAll(before);
                    } else if (listing.size() >= 2 && clause.index() - listedAt <= NEAR && added < listedAt) {
                        enumerated.addAll(listing);
                    } else if (CategoryPointers.allOfThese(clause)) {
                        enumerated.addAll(all);
                    }
                }
                if (enumerated.isEmpty() && current != null && clause.index() - last <= LABEL_REACH
                        && (CategoryPointers.thisCategory(clause) || NamedCategories.opensWithName(holder)
                        && (clause.blockIndex() == holder.blockIndex() || belongs(clause, holder)) && named(clause, current))) {
                    last = clause.index();
                    enumerated.addAll(current);
                }
                if (enumerated.isEmpty() && current != null && (NamedCategories.under(clause, holder) || belongs(clause, holder)) && CategoryPointers.thisInformation(clause)) {
                    pointed.put(clause, current);
                }
                if (enumerated.isEmpty() && NamedCategories.opensWithName(clause)) {
                    Set<Category> subject = NamedCategories.categories(clause, clause.from(), clause.from() + 1);
                    if (!sold) {
                        pointed.put(clause, subject);
                    } else if (!clause.has(Concept.NEGATION)) {
                        enumerated.addAll(subject);
                    }
                }
                enumerated.removeAll(NamedCategories.excepted(clause));
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

    /** "To payment processors: commercial information", under a heading that tells of the categories disclosed, or "for business purposes" in the label. */
    private boolean recipientFirst(Clause clause) {
        int colon = behindRecipient(clause);
        if (colon <= 0) {
            return false;
        }
        if (clause.tokens().is(clause.from(), "to") && clause.hasWithin(Concept.SELL, clause.from(), colon)) {
            return sold;
        }
        if (clause.tokens().is(clause.from(), "to") && forBusiness(clause, colon)) {
            return !sold;
        }
        return !clause.headings().isEmpty() && practised(clause.headings().get(0)) && NamedCategories.speaksOfCategories(clause.headings().get(0));
    }

    /** The colon between a recipient and a category, "Payment processors: commercial information"; -1 where there is none. */
    private static int behindRecipient(Clause clause) {
        int colon = clause.isHeading() ? -1 : clause.indexOf(':');
        return colon > 0 && clause.hasWithin(Concept.THIRD_PARTY, clause.from(), colon) && clause.hasWithin(Concept.CATEGORY, colon + 1, colon + 2) ? colon : -1;
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
        Clause question = clause.index() == 0 || !clause.hasWithin(Concept.ANSWER_YES, clause.from(), clause.from() + 1) ? null : reading.clauses().get(clause.index() - 1);
        return question != null && question.indexOf('?') == question.to() - 1 && practised(question) && clause.statements().isEmpty()
                && NamedCategories.enumerated(clause).size() >= 2;
    }

    /** "Which categories do we share? Identifiers and inferences": a paragraph of names under a heading that tells what is done with them. */
    private boolean enumeratesUnderHeading(Clause clause) {
        if (clause.block().kind() != Block.Kind.PARAGRAPH || clause.headings().isEmpty() || !clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 2)
                || clause.anyStatement(Statement::actorStated) || clause.has(Concept.NEGATION)) {
            return false;
        }
        return headsKinds(clause.headings().get(0)) && clause.lead() == null && NamedCategories.enumerated(clause).size() >= 2;
    }

    /** "Categories of information disclosed": whether a heading tells what is done with the categories under it. */
    private boolean headsKinds(Clause heading) {
        return practised(heading) && (heading.hasAny(NamedCategories.CATEGORIES) || namesGiven(heading)) && !heading.hasAny(Concept.COLLECT_STRONG, Concept.RIGHT_FRAME);
    }

    /** What a heading answers of the categories under it, as a label would. */
    private CategoryTables.Row answer(Clause heading, Set<Category> named, Clause first) {
        return new CategoryLabel(heading, heading.to(), first).row(named, quotes.of(first, LISTED));
    }

    /** The heading right above a clause with a colon, where a policy's own name of a category begins it: "Contact details"; else null. */
    private static Clause ownNameAbove(Clause clause) {
        Clause heading = clause.isHeading() || clause.headings().isEmpty() ? null : clause.headings().get(0);
        return heading != null && heading.to() - heading.from() <= NEAR && heading.hasWithin(Concept.OWN_CATEGORY, heading.from(), heading.from() + 1) && clause.indexOf(':') >= 0 ? heading : null;
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

    /** "We may disclose: any of the above categories to our vendors; …": whether an item of what is disclosed points to other categories. */
    private boolean pointsUnder(Clause clause) {
        Clause lead = clause.lead();
        return lead != null && !lead.isHeading() && lead.indexOf(':') == lead.to() - 1 && asserts(lead) && all(clause);
    }

    /** Whether the clause stands behind the list that ends with the item. */
    private static boolean behindList(Clause clause, Clause item) {
        return item.block().kind() == Block.Kind.LIST_ITEM && item.lead() != null && clause.lead() != item.lead() && clause.blockIndex() != item.blockIndex()
                && !belongs(clause, item);
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
        letters.addAll(named);
        evidence.add(quotes.of(clause, LISTED));
    }

    /** Whether the clause is a few words that name a thing. */
    private static boolean brief(Clause clause) {
        return clause.to() - clause.from() <= 16 && !clause.anyStatement(Statement::actorStated);
    }

    /** Whether the item stands in a list that is introduced as disclosed (or sold). */
    private boolean listedAs(Clause clause) {
        for (Clause lead = clause.lead(); lead != null; lead = lead.lead()) {
            if (lead.isHeading() ? false : asserts(lead)) {
                return lettered.in(lead).size() < 2 && (NamedCategories.speaksOfCategories(lead) || clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 5));
            }
            if (!lead.statements().isEmpty() && !lead.isHeading() && (lead.block().kind() != Block.Kind.LIST_ITEM || lead.indexOf(':') == lead.to() - 1)) {
                return false;
            }
        }
        if (clause.isHeading() || clause.lead() != null && !clause.lead().isHeading()) {
            return false;
        }
        if (clause.lead() != null && namesAct(clause.lead()) && clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 1)) {
            return true;
        }
        return clause.has(Concept.CATEGORY) && !clause.headings().isEmpty() && practised(clause.headings().get(0))
                && (NamedCategories.speaksOfCategories(clause.headings().get(0)) || namesGiven(clause.headings().get(0))
                && clause.hasWithin(Concept.CATEGORY, clause.from(), clause.from() + 5));
    }

    /** "Sales of personal information", "Disclosures of personal information for a business purpose", right above a list. */
    private boolean namesAct(Clause heading) {
        Tokens tokens = heading.tokens();
        return heading.to() - heading.from() > 2 && tokens.isAny(heading.from(), sold ? SALES : DISCLOSURES) && tokens.is(heading.from() + 1, "of")
                && heading.has(Concept.PERSONAL) && !heading.hasAny(Concept.NEGATION, Concept.RIGHT);
    }

    /** "Information shared for advertising", "What we disclosed last year", "Personal data we sell", "Disclosed for a business purpose": a heading of what is given to others. */
    private static boolean namesGiven(Clause heading) {
        Tokens tokens = heading.tokens();
        if (heading.from() >= heading.to()) {
            return false;
        }
        if (tokens.isAny(heading.from(), NamedCategories.GIVEN) && heading.to() - heading.from() > 1 && tokens.is(heading.from() + 1, "for")) {
            return true;
        }
        boolean we = heading.hasWord("we") && !tokens.isAny(heading.from(), MANNER) && !tokens.is(heading.to() - 1, '?');
        return tokens.is(heading.from(), "what") && we || heading.has(Concept.PERSONAL) && (we || heading.hasAny(NamedCategories.GIVEN));
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
        if ((soonAfter(advertised, clause) || soonAfter(conceded, clause)) && clause.has(Concept.SHARE_WORD) && !clause.hasAny(Concept.SELL, Concept.NEGATION) && refersBack(clause)
                && onlyAdPartners(clause)) {
            return sold;
        }
        if (sharedUnderSale(clause)) {
            return sold;
        }
        int colon = clause.indexOf(':');
        if (sold && (colon > 0 && (colon == clause.to() - 1 || clause.hasWithin(Concept.CATEGORY, colon + 1, colon + 2)) || clause.hasWord("only")) && namesSold(clause)) {
            return true;
        }
        if (sold && (soonAfter(conceded, clause) || soonAfter(advertised, clause)) && tellsWhich(clause)) {
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

    /** "The categories concerned are identifiers and inferences", "This affects the following categories:". */
    private static boolean tellsWhich(Clause clause) {
        Tokens tokens = clause.tokens();
        if (clause.indexOf(':') == clause.to() - 1 && !clause.isHeading() && clause.hasWord("following") && clause.statements().isEmpty() && !clause.has(Concept.NEGATION)) {
            return NamedCategories.speaksOfCategories(clause);
        }
        return clause.from() + 3 < clause.to() && (tokens.is(clause.from(), "the") || tokens.is(clause.from(), "these"))
                && tokens.isAny(clause.from() + 1, NamedCategories.CATEGORIES)
                && !tokens.is(clause.from() + 2, "of") && clause.statements().isEmpty() && !clause.has(Concept.NEGATION) && NamedCategories.enumerated(clause).size() >= 2;
    }

    /** "Here is the information that we sell", "the chart shows the categories that we sold". */
    static boolean namesSold(Clause clause) {
        return clause.has(Concept.SELL) && !clause.hasAny(Concept.NEGATION, Concept.CONDITION) && !clause.hasAny(Concept.RIGHT_FRAME, Concept.RIGHT)
                && !clause.has(Concept.LAW) && clause.anyStatement(s -> s.practice() == Practice.SELL && s.speech() == Speech.EXAMPLE && s.actor() == Actor.BUSINESS
                && s.actorStated()
                        && s.object() == Statement.Subject.PERSONAL_INFORMATION && s.polarity() == Polarity.POSITIVE && s.modality() != Modality.CONDITIONAL);
    }

    /** "We shared the following categories with marketing partners", under a heading of sale and sharing. */
    static boolean sharedUnderSale(Clause clause) {
        Clause heading = clause.isHeading() || clause.headings().isEmpty() ? null : clause.headings().get(0);
        return heading != null && heading.has(Concept.SELL) && heading.has(Concept.SHARE_WORD) && !heading.has(Concept.NEGATION)
                && clause.has(Concept.SHARE_WORD) && clause.has(Concept.AD_PARTNER) && !clause.hasAny(Concept.SELL, Concept.NEGATION) && onlyAdPartners(clause)
                && clause.anyStatement(s -> s.practice() == Practice.DISCLOSE && s.actor() == Actor.BUSINESS && s.actorStated() && s.speech() == Speech.ASSERTION
                && s.modality() != Modality.CONDITIONAL);
    }

    private static boolean soonAfter(Clause earlier, Clause clause) {
        return earlier != null && clause.index() > earlier.index() && clause.index() - earlier.index() <= 2 && clause.block().section() == earlier.block().section();
    }

    /** "The categories we may share include:", "these include sharing identifiers": it goes on about what was said before. */
    private static boolean refersBack(Clause clause) {
        Tokens tokens = clause.tokens();
        return clause.from() < clause.to() && (tokens.is(clause.from(), "the") || tokens.is(clause.from(), "this") || tokens.is(clause.from(), "these")
                || tokens.is(clause.from(), "such")
                || clause.indexOf(':') == clause.to() - 1 && NamedCategories.speaksOfCategories(clause));
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
            if (tokens.is(i, "providers") || tokens.is(i, "vendors") || tokens.is(i, "affiliates") || tokens.is(i, "processors") || tokens.is(i, "business")
                    && tokens.is(Math.min(i + 1, clause.to() - 1), "purpose")) {
                return false;
            }
            purpose |= tokens.is(i, "for") && i + 1 < clause.to() && (tokens.is(i + 1, "advertising") || tokens.is(i + 1, "marketing") || tokens.is(i + 1, "ads"));
        }
        return purpose;
    }

    /** Whether the verb says that information goes to others, not that something is provided to the consumer, nor "for the purposes disclosed below". */
    static boolean discloses(Clause clause, Statement statement) {
        int at = clause.tokens().firstFrom(statement.start());
        String verb = clause.tokens().word(at);
        boolean purposes = at > clause.from() && clause.tokens().is(at - 1, "purposes");
        return (verb.startsWith("disclos") || verb.startsWith("shar") || verb.startsWith("transfer") || verb.startsWith("releas")) && !purposes && !toUs(clause, at);
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

    /** Whether the clause speaks of advertising across contexts; "sold or shared" alone tells of selling, and what vendors get for a business purpose may be any advertising. */
    private static boolean crossContext(Clause clause) {
        if (!clause.has(Concept.TARGETED_ADS, "named") && forBusiness(clause, clause.to())) {
            return false;
        }
        return clause.mentions().stream().anyMatch(m -> m.concept() == Concept.TARGETED_ADS && !clause.hasWithin(Concept.SELL, m.from(), m.to()));
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
        return clause.has(Concept.COLUMN_EXAMPLES) && NamedCategories.speaksOfCategories(clause) && !clause.anyStatement(Statement::actorStated)
                && NamedCategories.enumerated(clause).size() > 2;
    }

    /** Those of a sentence's categories that it says are disclosed (or sold): in "we disclosed identifiers, and sold inferences" one of the two. */
    private Set<Category> told(Clause clause) {
        int sells = verb(clause, s -> s.practice() == Practice.SELL);
        int gives = verb(clause, s -> s.actorStated() && (s.practice() == Practice.DISCLOSE || s.practice() == Practice.SHARE_FOR_ADVERTISING) && discloses(clause, s)
                && !aboutSelling(clause, s));
        if (sells < 0 || gives < 0) {
            return NamedCategories.enumerated(clause);
        }
        int from = sold ? sells : gives;
        int other = sold ? gives : sells;
        int to = other > from ? other : clause.to();
        return clause.hasWithin(Concept.CATEGORY, from, to) && clause.mentions().stream().anyMatch(m -> m.concept() == Concept.CATEGORY && (m.from() < from || m.from() >= to))
                ? NamedCategories.enumerated(clause, from, to) : NamedCategories.enumerated(clause);
    }

    /** The verb of the clause's first such statement about the business; -1 where it has none. */
    private static int verb(Clause clause, Predicate<Statement> such) {
        return clause.statements().stream().filter(s -> s.actor() == Actor.BUSINESS && such.test(s))
                .mapToInt(s -> clause.tokens().firstFrom(s.start())).min().orElse(-1);
    }

    /** "All of the categories of personal information listed above", "the foregoing categories". */
    private boolean all(Clause clause) {
        if (!clause.hasAny(NamedCategories.CATEGORIES) || clause.has(Concept.MERGER)) {
            return false;
        }
        if (CategoryPointers.answersAllAbove(clause)) {
            return true;
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
                if (tokens.is(k, "foregoing") || tokens.is(k, "above") && k >= i - 2 || each && i == clause.from() + 1
                        && !tokens.isAny(Math.min(i + 2, clause.to() - 1), OTHER_KINDS)) {
                    return true;
                }
                whole |= tokens.is(k, "all") || tokens.is(k, "each") || tokens.is(k, "every") || tokens.is(k, "any");
            }
            boolean recipients = tokens.isAny(Math.min(i + 2, clause.to() - 1), OTHER_KINDS) || i > clause.from() && tokens.is(i - 1, "following");
            for (int k = i; k < Math.min(clause.to(), i + 12) && !recipients && !tokens.is(k, ')'); k++) {
                if (tokens.is(k, "above") && !tokens.is(Math.min(k + 1, clause.to() - 1), "section")
                        || whole && (tokens.is(k, "collect") || tokens.is(k, "collected") || tokens.is(k, "maintain"))) {
                    return true;
                }
            }
            boolean ofData = i + 2 < clause.to() && tokens.is(i + 1, "of") && clause.covers(Concept.PERSONAL, i + 2);
            if (ofData && practisedBefore(clause, i) && (clause.hasWithin(Concept.THIRD_PARTY, i + 2, clause.to()) || forBusiness(clause, clause.to())) && !clause.has(Concept.SELL)
                    && !(clause.has(Concept.RIGHT) && clause.has(Concept.RIGHT_FRAME)) && !clause.has(Concept.LAW)
                    && (whole || CategoryPointers.listedElsewhere(clause, i) || CategoryPointers.toKinds(clause, i))) {
                return true;
            }
        }
        return false;
    }

    private boolean practisedBefore(Clause clause, int token) {
        return clause.anyStatement(s -> practised(clause, s) && clause.tokens().firstFrom(s.start()) < token);
    }

    /** "We disclose identifiers to printers", where identifiers are the category spoken of. */
    private static boolean named(Clause clause, Set<Category> current) {
        return !current.contains(Category.L) && NamedCategories.categories(clause).equals(current);
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
            if (verb && i + 1 < clause.to() && (tokens.is(i, "this") || tokens.is(i, "these"))
                    && (tokens.is(i + 1, "information") || tokens.is(i + 1, "personal") || tokens.is(i + 1, "categories"))) {
                return clause.hasWithin(Concept.THIRD_PARTY, clause.from(), i);
            }
        }
        return false;
    }

}
