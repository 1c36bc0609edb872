package dev.policyscan.facts;

import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import java.util.Set;

/** Postal addresses told by their postal code: "Boston, MA 02110", "London SE1 9SG", "12 Quai Neuf, 75001 Paris", "DK-1058 Copenhagen". */
final class PostalAddress {
    private static final int LINE = 4;
    private static final Set<String> STATES = Set.of("NSW", "VIC", "QLD", "TAS", "ACT");
    /** The last words of the names of American states and districts. */
    private static final WordSet AMERICAN = WordSet.of("alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "columbia", "florida", "georgia", "hawaii", "idaho",
            "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine", "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska", "nevada",
            "hampshire", "jersey", "mexico", "york", "carolina", "dakota", "ohio", "oklahoma", "oregon", "pennsylvania", "island", "tennessee", "texas", "utah", "vermont", "virginia", "washington",
            "wisconsin", "wyoming", "rico");

    private PostalAddress() {
    }

    /** Whether an address stands in the clause. */
    static boolean in(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.kind(i) == Tokens.Kind.NUMBER && (boxed(clause, i) || american(clause, i) || european(clause, i) || fourFigures(clause, i) || twoParts(clause, i))) {
                return true;
            }
        }
        return false;
    }

    /** "PO Box 4410": a box, wherever it is. */
    private static boolean boxed(Clause clause, int i) {
        Tokens tokens = clause.tokens();
        int box = i - 1;
        return box - 1 > clause.from() && tokens.is(box, "box") && (tokens.is(box - 1, "po") || tokens.is(box - 1, "o") || tokens.is(box - 1, '.') && tokens.is(box - 2, "o"));
    }

    /** "MA 02110", "New York 10001": the letters or the name of a state and five figures. */
    private static boolean american(Clause clause, int i) {
        Tokens tokens = clause.tokens();
        int state = i > clause.from() && tokens.is(i - 1, ',') ? i - 2 : i - 1;
        return figures(tokens, i) == 5 && state > clause.from() && (capitals(tokens, state, 2, 2) || tokens.capitalized(state) && tokens.isAny(state, AMERICAN));
    }

    /** "75001 Paris" behind a house number or in a line of its own. */
    private static boolean european(Clause clause, int i) {
        Tokens tokens = clause.tokens();
        boolean place = figures(tokens, i) == 5 && i + 1 < clause.to() && tokens.kind(i + 1) == Tokens.Kind.WORD && tokens.capitalized(i + 1);
        return place && (clause.words() <= LINE || i - 2 >= clause.from() && tokens.is(i - 1, ',') && numbered(clause, i - 2));
    }

    /** Whether a house number stands in the line of an address that ends at the token: "Hafenstraße 3", "12 rue Neuve". */
    private static boolean numbered(Clause clause, int last) {
        Tokens tokens = clause.tokens();
        int i = last;
        while (i > clause.from() && i > last - LINE && tokens.kind(i) == Tokens.Kind.WORD) {
            i--;
        }
        return tokens.kind(i) == Tokens.Kind.NUMBER;
    }

    /** "DK-1058 Copenhagen", "1012 AB Amsterdam", "NSW 2000": four figures and the letters of a country, a district or a state. */
    private static boolean fourFigures(Clause clause, int i) {
        Tokens tokens = clause.tokens();
        if (figures(tokens, i) != 4) {
            return false;
        }
        boolean named = i + 1 < clause.to() && tokens.kind(i + 1) == Tokens.Kind.WORD && tokens.capitalized(i + 1);
        boolean country = named && i - 2 >= clause.from() && tokens.is(i - 1, '-') && capitals(tokens, i - 2, 1, 2);
        boolean district = i + 2 < clause.to() && capitals(tokens, i + 1, 2, 2) && tokens.kind(i + 2) == Tokens.Kind.WORD && tokens.capitalized(i + 2);
        return country || district || i > clause.from() && STATES.contains(tokens.text(i - 1));
    }

    /** "SE1 9SG", "M5V 2T6": a British or a Canadian code, whose second half is a figure and what is written on to it. */
    private static boolean twoParts(Clause clause, int i) {
        Tokens tokens = clause.tokens();
        if (figures(tokens, i) != 1 || i == clause.from() || i + 1 == clause.to() || tokens.start(i + 1) != tokens.end(i)) {
            return false;
        }
        String first = tokens.text(i - 1);
        return capitals(tokens, i - 1, 2, 4) && first.chars().anyMatch(Character::isDigit) && capitals(tokens, i + 1, 2, 2);
    }

    private static int figures(Tokens tokens, int i) {
        return tokens.kind(i) == Tokens.Kind.NUMBER ? tokens.end(i) - tokens.start(i) : 0;
    }

    /** Whether the token is a word of capital letters and figures. */
    private static boolean capitals(Tokens tokens, int i, int least, int most) {
        String text = tokens.text(i);
        return tokens.kind(i) == Tokens.Kind.WORD && text.length() >= least && text.length() <= most
                && text.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
    }
}
