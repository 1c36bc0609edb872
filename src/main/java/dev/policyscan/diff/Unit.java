package dev.policyscan.diff;

import dev.policyscan.facts.Category;
import dev.policyscan.report.PolicyReport;
import dev.policyscan.statement.Statement;
import java.util.List;

/**
 * A passage that is compared as one: a sentence, heading, list item or table row.
 *
 * @param index its place among the units of its version
 * @param kind what it is
 * @param start offset of its first character in the text
 * @param end offset after its last character
 * @param line its line in the source
 * @param section id of its section; null outside any
 * @param lead index of the unit that introduces it ("We collect:"); -1 for none
 * @param linked whether all of it is a link
 * @param words its words, without the number that a list or section gives it
 * @param key its content, equal for units that say the same
 * @param clauses what the report knows of it
 */
record Unit(
        int index, Kind kind, int start, int end, int line, String section, int lead, boolean linked, List<Word> words, String key,
        List<PolicyReport.Clause> clauses) {
    /** What a unit is. */
    enum Kind { HEADING, ITEM, ROW, TEXT }

    /** The unit in other words. */
    Unit with(List<Word> others) {
        return new Unit(index, kind, start, end, line, section, lead, linked, others, Wording.contentKey(others), clauses);
    }

    boolean isHeading() {
        return kind == Kind.HEADING;
    }

    List<Statement> statements() {
        return clauses.stream().flatMap(c -> c.statements().stream()).toList();
    }

    List<Category> categories() {
        return clauses.stream().flatMap(c -> c.categories().stream()).distinct().sorted().toList();
    }

    /** The number of words that carry meaning. */
    int weight() {
        int weight = 0;
        for (Word word : words) {
            weight += word.isFunction() ? 0 : 1;
        }
        return weight;
    }
}
