package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.document.Block;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The categories that the policy says, category by category, it discloses for a business purpose; or, the same for those it sells or
 * shares. A policy's own names stand for the letter of their main content; single data elements are no category.
 */
final class CategorySetExtractor {
    private static final double ROW = 0.95;
    private static final double LISTED = 0.85;

    private final Mode mode;
    private final Set<CategoryTables.Column> columns;
    private final Modes modes;
    private final CategoryTables tables;
    private final Quotes quotes;

    CategorySetExtractor(Mode mode, Set<CategoryTables.Column> columns, Modes modes, CategoryTables tables, Quotes quotes) {
        this.mode = mode;
        this.columns = columns;
        this.modes = modes;
        this.tables = tables;
        this.quotes = quotes;
    }

    SetFact<Category> extract(PolicyReading reading, Map<Category, CategoryFact> categories) {
        Set<Category> letters = EnumSet.noneOf(Category.class);
        List<Evidence> evidence = new ArrayList<>();
        for (CategoryTables.Row row : tables.rows()) {
            if (columns.stream().anyMatch(column -> Boolean.TRUE.equals(row.answers().get(column)))) {
                letters.addAll(row.letters());
                evidence.add(row.evidence());
            }
        }
        for (Clause clause : reading.clauses()) {
            if (tables.holds(clause.blockIndex()) || modes.of(clause) != mode || clause.isHeading() && !clause.has(Concept.CATEGORY)) {
                continue;
            }
            Set<Category> named = letters(clause);
            if (allOfThem(clause)) {
                categories.forEach((letter, fact) -> {
                    if (fact.collected() == Collected.YES) {
                        named.add(letter);
                    }
                });
            }
            if (!named.isEmpty() && (named.size() > 1 || clause.block().kind() == Block.Kind.LIST_ITEM || clause.lead() != null)) {
                letters.addAll(named);
                evidence.add(quotes.of(clause, LISTED));
            }
        }
        return new SetFact<>(List.copyOf(letters), Quotes.best(evidence));
    }

    private static Set<Category> letters(Clause clause) {
        Set<Category> letters = EnumSet.noneOf(Category.class);
        boolean item = clause.block().kind() == Block.Kind.LIST_ITEM || clause.block().kind() == Block.Kind.CELL;
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.CATEGORY || item && mention.concept() == Concept.OWN_CATEGORY && mention.from() - clause.from() < 4) {
                if (mention.concept() == Concept.CATEGORY || letters.isEmpty()) {
                    letters.addAll(mention.entry().letters());
                }
            }
        }
        return letters;
    }

    /** "All of the categories of personal information listed above". */
    private static boolean allOfThem(Clause clause) {
        for (int i = clause.from(); i + 2 < clause.to(); i++) {
            if (clause.tokens().is(i, "all") || clause.tokens().is(i, "each") || clause.tokens().is(i, "any")) {
                for (int k = i + 1; k < Math.min(clause.to(), i + 7); k++) {
                    if (clause.tokens().is(k, "categories")) {
                        return mentionsAbove(clause, k);
                    }
                }
            }
        }
        return false;
    }

    private static boolean mentionsAbove(Clause clause, int from) {
        for (int i = from; i < clause.to(); i++) {
            if (clause.tokens().is(i, "above") || clause.tokens().is(i, "collect") || clause.tokens().is(i, "collected") || clause.tokens().is(i, "foregoing")
                    || clause.tokens().is(i, "described") || clause.tokens().is(i, "maintain")) {
                return true;
            }
        }
        return false;
    }
}
