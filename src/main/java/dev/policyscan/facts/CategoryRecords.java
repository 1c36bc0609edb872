package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.WordSet;
import dev.policyscan.facts.CategoryTables.Column;
import dev.policyscan.facts.CategoryTables.Row;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records of categories, one below the other: "Category of information", on the next line "Identifiers", then "Sources", "Who we share it with", each
 * with its answer on a line of its own. They are what becomes of a table on a narrow screen.
 */
final class CategoryRecords {
    private static final double CERTAIN = 0.9;
    /** Words of "Category of personal information", at most. */
    private static final int NAME_LABEL = 6;
    /** Words of another label, at most. */
    private static final int LABEL = 14;
    /** Words of the name of a category with its examples, at most. */
    private static final int NAME = 60;
    private static final WordSet KIND = WordSet.of("category", "categories", "type");
    private static final WordSet SOURCES = WordSet.of("source", "sources");
    private static final Set<Column> GIVEN = EnumSet.of(Column.DISCLOSED, Column.SOLD, Column.SHARED, Column.SOLD_OR_SHARED);

    private final PolicyReading reading;
    private final Quotes quotes;
    private final List<Row> rows = new ArrayList<>();
    private final BitSet blocks = new BitSet();
    private final Map<Integer, Set<Category>> names = new HashMap<>();

    CategoryRecords(PolicyReading reading, Quotes quotes) {
        this.reading = reading;
        this.quotes = quotes;
        int next = 0;
        while (next + 1 < reading.clauses().size()) {
            next = begins(next) ? read(next) : next + 1;
        }
        if (rows.size() < 2) {
            rows.clear();
            blocks.clear();
            names.clear();
        }
    }

    /** The records as rows; none where there is but one. */
    List<Row> rows() {
        return rows;
    }

    /** The blocks of labels and answers, and of names of what is not collected. */
    BitSet blocks() {
        return blocks;
    }

    /** By block, the categories named there. */
    Map<Integer, Set<Category>> names() {
        return names;
    }

    /** "Category of information" on a line of its own, and on the next one the name of a category. */
    private boolean begins(int index) {
        Clause label = reading.clauses().get(index);
        if (!namesKind(label)) {
            return false;
        }
        Clause name = reading.clauses().get(index + 1);
        return name.blockIndex() != label.blockIndex() && name.words() <= NAME && name.hasAny(Concept.CATEGORY, Concept.OWN_CATEGORY)
                && !name.anyStatement(Statement::actorStated) && (name.has(Concept.CATEGORY) || !isLabel(name));
    }

    private static boolean namesKind(Clause clause) {
        int colon = clause.indexOf(':');
        // "Category: sensory data" has its answer on the same line.
        return clause.words() <= NAME_LABEL && (colon < 0 || colon == clause.to() - 1) && clause.hasAny(KIND) && clause.tokens().isAny(clause.from(), KIND) && !clause.has(Concept.THIRD_PARTY)
                && !clause.hasAny(Concept.DISCLOSE, Concept.SELL) && !clause.hasAny(SOURCES);
    }

    /** Whether the clause is a line that announces what stands on the next one. */
    private boolean isLabel(Clause clause) {
        return clause.words() <= LABEL && (clause.hasAny(SOURCES) || CategoryTables.column(clause) != Column.OTHER) && next(clause) != null
                && next(clause).blockIndex() != clause.blockIndex() && opensBlock(clause);
    }

    private Clause next(Clause clause) {
        return clause.index() + 1 < reading.clauses().size() ? reading.clauses().get(clause.index() + 1) : null;
    }

    /** Whether the clause is the first of its block. */
    private boolean opensBlock(Clause clause) {
        return clause.index() == 0 || reading.clauses().get(clause.index() - 1).blockIndex() != clause.blockIndex();
    }

    /** Reads the record that begins at a clause; answers the clause behind it. */
    private int read(int index) {
        Clause name = reading.clauses().get(index + 1);
        Map<Column, Boolean> told = new EnumMap<>(Column.class);
        BitSet used = new BitSet();
        used.set(reading.clauses().get(index).blockIndex());
        boolean plainly = false;
        int shared = -1;
        int at = behind(index + 1);
        Clause last = name;
        while (at + 1 < reading.clauses().size() && !namesKind(reading.clauses().get(at)) && isLabel(reading.clauses().get(at))) {
            Clause label = reading.clauses().get(at);
            Clause answer = reading.clauses().get(at + 1);
            boolean yes = !answer.hasWithin(Concept.ANSWER_NO, answer.from(), answer.from() + 1);
            Column column = label.hasAny(SOURCES) ? Column.COLLECTED : CategoryTables.column(label);
            if (column == Column.DISCLOSED && label.has(Concept.SHARE_WORD)) {
                shared = yes ? 1 : Math.max(shared, 0);
            } else if (column == Column.COLLECTED || GIVEN.contains(column)) {
                plainly |= column == Column.DISCLOSED;
                told.merge(column, yes, Boolean::logicalOr);
            }
            used.set(label.blockIndex());
            used.set(answer.blockIndex());
            last = answer;
            at = behind(at + 1);
        }
        if (shared >= 0) {
            // "Shared with" beside "Disclosed to" is the statute's sharing.
            told.merge(plainly ? Column.SHARED : Column.DISCLOSED, shared > 0, Boolean::logicalOr);
        }
        add(name, last, told, used);
        return at;
    }

    /** The first clause of the block behind that of a clause. */
    private int behind(int index) {
        int at = index;
        while (at < reading.clauses().size() && reading.clauses().get(at).blockIndex() == reading.clauses().get(index).blockIndex()) {
            at++;
        }
        return at;
    }

    private void add(Clause name, Clause last, Map<Column, Boolean> told, BitSet used) {
        boolean explicit = name.has(Concept.CATEGORY);
        Set<Category> letters = letters(name, explicit ? Concept.CATEGORY : Concept.OWN_CATEGORY);
        if (told.isEmpty() || letters.isEmpty()) {
            return;
        }
        if (Boolean.FALSE.equals(told.get(Column.COLLECTED)) && !told.containsValue(true)) {
            used.set(name.blockIndex());
        } else {
            told.put(Column.COLLECTED, true);
        }
        blocks.or(used);
        names.put(name.blockIndex(), letters);
        boolean deniesBoth = Boolean.FALSE.equals(told.get(Column.SOLD_OR_SHARED));
        rows.add(new Row(letters, explicit, told, deniesBoth || Boolean.FALSE.equals(told.get(Column.SOLD)), deniesBoth || Boolean.FALSE.equals(told.get(Column.SHARED)),
                quotes.of(name.start(), last.end(), name.block(), CERTAIN)));
    }

    /** The categories that a line names outside of its examples. */
    private static Set<Category> letters(Clause name, Concept concept) {
        Set<Category> letters = EnumSet.noneOf(Category.class);
        for (Mention mention : name.mentions(concept)) {
            if (letters.isEmpty() || !NamedCategories.suchAs(name, mention.from())) {
                letters.addAll(mention.entry().letters());
            }
        }
        return letters;
    }
}
