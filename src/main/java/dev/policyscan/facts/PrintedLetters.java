package dev.policyscan.facts;

import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Block;
import dev.policyscan.statement.Clause;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The letters that a policy prints beside its categories, which may differ from the statute's, and the sentences that use them: "categories A, B and D". */
final class PrintedLetters {
    private static final WordSet CATEGORIES = WordSet.of("categories", "category");
    private static final WordSet BETWEEN = WordSet.of("and", "or", "category", "categories");

    private final Map<Category, Set<Category>> meant = new HashMap<>();

    /** Notes the letter that a clause begins with, "C. Commercial information" or "Category C: commercial information", which names categories. */
    void note(Clause clause, Set<Category> named) {
        Category letter = opening(clause);
        if (letter != null) {
            meant.putIfAbsent(letter, EnumSet.copyOf(named));
        }
    }

    /** Whether the clause begins with a letter. */
    static boolean opens(Clause clause) {
        return clause.from() < clause.to() && opening(clause) != null;
    }

    private static Category opening(Clause clause) {
        return letter(clause.tokens(), clause.tokens().isAny(clause.from(), CATEGORIES) ? clause.from() + 1 : clause.from());
    }

    /** "Category B (personal information)": the letter that an item gives which has no other name for its category; else none. */
    static Set<Category> alone(Clause clause) {
        boolean item = clause.block().kind() == Block.Kind.LIST_ITEM && clause.tokens().is(clause.from(), "category") && clause.from() + 1 < clause.to();
        Category letter = item ? letter(clause.tokens(), clause.from() + 1) : null;
        return letter == null ? EnumSet.noneOf(Category.class) : EnumSet.of(letter);
    }

    /** Whether a letter stands alone at the token. */
    static boolean at(Tokens tokens, int token) {
        return letter(tokens, token) != null;
    }

    /** The categories that a clause gives by their letters. */
    Set<Category> in(Clause clause) {
        return in(clause, clause.from(), clause.to());
    }

    /** Those that a part of it gives. */
    Set<Category> in(Clause clause, int from, int to) {
        Set<Category> found = EnumSet.noneOf(Category.class);
        Tokens tokens = clause.tokens();
        boolean listing = false;
        Category before = null;
        for (int i = from; i < to; i++) {
            listing |= run(tokens, i, to);
            Category letter = listing ? letter(tokens, i) : null;
            if (tokens.isAny(i, CATEGORIES)) {
                listing = true;
            } else if (letter != null) {
                if (before != null && (tokens.is(i - 1, "through") || tokens.is(i - 1, "to") || tokens.is(i - 1, '-') || letter(tokens, i - 1) == before)) {
                    EnumSet.range(before.compareTo(letter) < 0 ? before : letter, letter).forEach(between -> found.addAll(meaning(between)));
                }
                found.addAll(meaning(letter));
                before = letter;
            } else if (!tokens.isAny(i, BETWEEN) && !tokens.is(i, ',') && !tokens.is(i, ':') && !tokens.is(i, '&') && !tokens.is(i, '/')
                    && !(before != null && (tokens.is(i, "through") || tokens.is(i, "to") || tokens.is(i, '-')))) {
                listing = false;
                before = null;
            }
        }
        return found;
    }

    /** "A, B and D": letters that are listed without the word for what they are. */
    private static boolean run(Tokens tokens, int from, int to) {
        if (from + 2 >= to || letter(tokens, from) == null || !tokens.isAny(from + 1, BETWEEN) && !tokens.is(from + 1, ',')) {
            return false;
        }
        return letter(tokens, from + 2) != null;
    }

    private Set<Category> meaning(Category letter) {
        return meant.getOrDefault(letter, Set.of(letter));
    }

    /** The token's letter, where it is a capital from A to L that stands alone; else null. */
    private static Category letter(Tokens tokens, int token) {
        if (token >= tokens.size() || tokens.end(token) - tokens.start(token) != 1) {
            return null;
        }
        char c = tokens.text(token).charAt(0);
        return c >= 'A' && c <= 'L' ? Category.values()[c - 'A'] : null;
    }
}
