package dev.policyscan.scan;

import dev.policyscan.report.ComparisonColumn;
import dev.policyscan.report.ComparisonColumn.Kind;
import dev.policyscan.report.ComparisonRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A condition on policies, such as {@code sale=sells and children.age<16}.
 *
 * <pre>
 * condition  = all ("or" all)*
 * all        = one ("and" one)*
 * one        = "not" one | "(" condition ")" | column | column operator value ("," value)*
 * operator   = "=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "~"
 * value      = a word, or anything in double or single quotes
 * </pre>
 *
 * <p>A column alone asks whether the policy says anything there. {@code =} asks whether one of the values is (among) what it says, {@code !=}
 * whether none is, {@code ~} whether it contains one, whatever the case. Numbers, dates and durations ({@code P2Y}, {@code 24m},
 * {@code 90d}) are compared by size; where a policy gives several durations, one that fits will do. What is not stated meets no comparison by
 * size.
 */
public final class Where {
    private final String text;
    private final Predicate<ComparisonRow> test;

    private Where(String text, Predicate<ComparisonRow> test) {
        this.text = text;
        this.test = test;
    }

    /**
     * Reads a condition.
     *
     * @throws IllegalArgumentException with a message for people, where it is none
     */
    public static Where parse(String text) {
        return new Where(text, new Parser(text).parse());
    }

    /** Whether the policy meets the condition. */
    public boolean test(ComparisonRow row) {
        return test.test(row);
    }

    /** The condition as it was written. */
    @Override
    public String toString() {
        return text;
    }

    private enum Operator {
        NOT_EQUAL("!="), AT_MOST("<="), AT_LEAST(">="), EQUAL("="), LESS("<"), MORE(">"), CONTAINS("~");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        boolean ordered() {
            return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
        }

        boolean accepts(int comparison) {
            return switch (this) {
                case LESS -> comparison < 0;
                case AT_MOST -> comparison <= 0;
                case MORE -> comparison > 0;
                case AT_LEAST -> comparison >= 0;
                default -> comparison == 0;
            };
        }
    }

    private static final class Parser {
        private static final int DEEPEST = 100;

        private final String text;
        private int at;
        private int depth;

        Parser(String text) {
            this.text = text;
        }

        Predicate<ComparisonRow> parse() {
            space();
            if (at == text.length()) {
                throw new IllegalArgumentException("the condition is empty; write one such as sale=sells");
            }
            Predicate<ComparisonRow> condition = condition();
            if (at < text.length()) {
                throw wrong("expected \"and\", \"or\" or the end, found " + shown());
            }
            return condition;
        }

        private Predicate<ComparisonRow> condition() {
            Predicate<ComparisonRow> condition = all();
            while (keyword("or")) {
                condition = condition.or(all());
            }
            return condition;
        }

        private Predicate<ComparisonRow> all() {
            Predicate<ComparisonRow> condition = one();
            while (keyword("and")) {
                condition = condition.and(one());
            }
            return condition;
        }

        private Predicate<ComparisonRow> one() {
            if (++depth > DEEPEST) {
                throw wrong("the condition is nested too deep");
            }
            try {
                if (keyword("not")) {
                    return one().negate();
                }
                if (sign("(")) {
                    Predicate<ComparisonRow> condition = condition();
                    if (!sign(")")) {
                        throw wrong("expected \")\", found " + shown());
                    }
                    return condition;
                }
                return comparison();
            } finally {
                depth--;
            }
        }

        private Predicate<ComparisonRow> comparison() {
            int start = at;
            String name = word();
            if (name.isEmpty()) {
                throw wrong("expected the name of a column, found " + shown());
            }
            ComparisonColumn column = ComparisonColumn.named(name);
            if (column == null) {
                // A severity alone is what it is to other commands.
                if (ComparisonColumn.SEVERITY.vocabulary().contains(name)) {
                    return row -> row.values(ComparisonColumn.SEVERITY).contains(name);
                }
                throw wrong(start, "there is no column " + name + nearest(name, names()));
            }
            Operator operator = operator();
            if (operator == null) {
                return row -> !row.values(column).isEmpty();
            }
            List<Predicate<List<String>>> values = new ArrayList<>();
            do {
                values.add(value(column, operator));
            } while (sign(","));
            boolean none = operator == Operator.NOT_EQUAL;
            return row -> {
                List<String> said = row.values(column);
                return values.stream().anyMatch(value -> value.test(said)) != none;
            };
        }

        private Predicate<List<String>> value(ComparisonColumn column, Operator operator) {
            int start = at;
            String value = quoted();
            if (value == null) {
                value = word();
                if (value.isEmpty()) {
                    throw wrong("expected a value for " + column.term() + ", found " + shown());
                }
            }
            String wanted = value;
            if (operator == Operator.CONTAINS) {
                String part = wanted.toLowerCase(Locale.ROOT);
                return said -> said.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(part));
            }
            if (wanted.equalsIgnoreCase(ComparisonColumn.UNSTATED) && !operator.ordered()) {
                return List::isEmpty;
            }
            return switch (column.kind()) {
                case NUMBER -> number(start, column, operator, wanted);
                case DURATIONS -> duration(start, column, operator, wanted);
                case DATE -> date(start, column, operator, wanted);
                case WORD, SET, TEXT -> equal(start, column, operator, wanted);
            };
        }

        private Predicate<List<String>> number(int start, ComparisonColumn column, Operator operator, String wanted) {
            if (wanted.isEmpty() || wanted.length() > 9 || !wanted.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw wrong(start, column.term() + " is a whole number, which " + wanted + " is not");
            }
            int number = Integer.parseInt(wanted);
            return said -> said.stream().anyMatch(one -> operator.accepts(Long.compare(Long.parseLong(one), number)));
        }

        private Predicate<List<String>> duration(int start, ComparisonColumn column, Operator operator, String wanted) {
            String iso = wanted.toUpperCase(Locale.ROOT);
            iso = iso.startsWith("P") ? iso : "P" + iso;
            iso = Character.isDigit(iso.charAt(iso.length() - 1)) ? iso + "D" : iso;
            double days = ComparisonColumn.days(iso);
            if (Double.isNaN(days)) {
                throw wrong(start, column.term() + " is a duration such as P2Y, 24m or 90d, which " + wanted + " is not");
            }
            // Half a day: two years and 24 months are the same.
            return said -> said.stream().mapToDouble(ComparisonColumn::days)
                    .anyMatch(one -> operator.accepts(Math.abs(one - days) < 0.5 ? 0 : Double.compare(one, days)));
        }

        private Predicate<List<String>> date(int start, ComparisonColumn column, Operator operator, String wanted) {
            boolean date = wanted.length() == 4 || wanted.length() == 7 || wanted.length() == 10;
            for (int i = 0; i < wanted.length(); i++) {
                date &= i == 4 || i == 7 ? wanted.charAt(i) == '-' : wanted.charAt(i) >= '0' && wanted.charAt(i) <= '9';
            }
            if (!date) {
                throw wrong(start, column.term() + " is a date such as 2024, 2024-05 or 2024-05-31, which " + wanted + " is not");
            }
            // Only as much of a date is compared as both sides give: no day of 2024 is before or after 2024.
            return said -> said.stream().anyMatch(one -> {
                int length = Math.min(one.length(), wanted.length());
                return operator.accepts(one.substring(0, length).compareTo(wanted.substring(0, length)));
            });
        }

        private Predicate<List<String>> equal(int start, ComparisonColumn column, Operator operator, String wanted) {
            if (operator.ordered()) {
                throw wrong(start, column.term() + " has no order; compare it with =, != or ~");
            }
            if (!column.vocabulary().isEmpty() && column.vocabulary().stream().noneMatch(word -> word.equalsIgnoreCase(wanted))) {
                List<String> words = new ArrayList<>(column.vocabulary());
                if (!words.contains(ComparisonColumn.UNSTATED) && column.isFact()) {
                    words.add(ComparisonColumn.UNSTATED);
                }
                throw wrong(start, column.term() + " is never " + wanted + " but one of " + String.join(", ", words));
            }
            return said -> said.stream().anyMatch(one -> one.equalsIgnoreCase(wanted))
                    || said.isEmpty() && wanted.equalsIgnoreCase(ComparisonColumn.UNSTATED) && column.kind() == Kind.WORD;
        }

        private Operator operator() {
            for (Operator operator : Operator.values()) {
                if (sign(operator.sign)) {
                    // "==" is what programmers type.
                    if (operator == Operator.EQUAL) {
                        sign("=");
                    }
                    return operator;
                }
            }
            return null;
        }

        private String quoted() {
            if (at == text.length() || text.charAt(at) != '"' && text.charAt(at) != '\'') {
                return null;
            }
            int end = text.indexOf(text.charAt(at), at + 1);
            if (end < 0) {
                throw wrong("a quotation mark without its other half");
            }
            String value = text.substring(at + 1, end);
            at = end + 1;
            space();
            return value;
        }

        private String word() {
            int start = at;
            while (at < text.length() && isWord(text.charAt(at))) {
                at++;
            }
            String word = text.substring(start, at);
            space();
            return word;
        }

        private static boolean isWord(char c) {
            return Character.isLetterOrDigit(c) || "_-.:/@#*+%$§".indexOf(c) >= 0;
        }

        private boolean keyword(String keyword) {
            int end = at + keyword.length();
            if (text.regionMatches(true, at, keyword, 0, keyword.length()) && (end == text.length() || !isWord(text.charAt(end)))) {
                at = end;
                space();
                return true;
            }
            return false;
        }

        private boolean sign(String sign) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                space();
                return true;
            }
            return false;
        }

        private void space() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private String shown() {
            if (at >= text.length()) {
                return "the end";
            }
            int start = at;
            String word = word();
            at = start;
            return "\"" + (word.isEmpty() ? text.substring(start, start + 1) : word) + "\"";
        }

        private IllegalArgumentException wrong(String what) {
            return wrong(at, what);
        }

        private IllegalArgumentException wrong(int place, String what) {
            return new IllegalArgumentException("in \"" + text + "\", at character " + (place + 1) + ": " + what);
        }

        private static List<String> names() {
            return Arrays.stream(ComparisonColumn.values()).map(ComparisonColumn::term).toList();
        }
    }

    /** "; did you mean X?" for a name that is close to one of the known ones, else the list of them. */
    static String nearest(String name, List<String> known) {
        String best = null;
        int least = 3;
        for (String one : known) {
            int distance = distance(name.toLowerCase(Locale.ROOT), one.toLowerCase(Locale.ROOT));
            if (distance < least && one.length() > 1) {
                least = distance;
                best = one;
            }
        }
        return best == null ? "; there are " + String.join(", ", known) : "; did you mean " + best + "?";
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
