package dev.policyscan.report;

import dev.policyscan.facts.Category;
import dev.policyscan.facts.ChildrenStance;
import dev.policyscan.facts.Collected;
import dev.policyscan.facts.MinorsSaleStance;
import dev.policyscan.facts.RequestMethod;
import dev.policyscan.facts.RetentionKind;
import dev.policyscan.facts.Right;
import dev.policyscan.facts.SaleStance;
import dev.policyscan.facts.SharingStance;
import dev.policyscan.facts.SignalStance;
import dev.policyscan.facts.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What can be put side by side, sorted by and filtered on; the order is that of the files. */
public enum ComparisonColumn {
    ID(Kind.TEXT, "Id"),
    COMPANY(Kind.TEXT, "Company"),
    TITLE(Kind.TEXT, "Title"),
    SOURCE(Kind.TEXT, "Source"),
    LANGUAGE(Kind.TEXT, "Language"),
    WORDS(Kind.NUMBER, "Words"),
    IS_PRIVACY_POLICY(Kind.WORD, "Privacy policy", List.of("no", "yes")),
    LAST_UPDATED(Kind.DATE, "Last updated"),
    EFFECTIVE(Kind.DATE, "Effective"),
    SALE(Kind.WORD, "Sale", words(SaleStance.SELLS, SaleStance.MIXED, SaleStance.UNSTATED, SaleStance.DOES_NOT_SELL)),
    SHARING(Kind.WORD, "Targeted advertising", words(SharingStance.SHARES, SharingStance.UNSTATED, SharingStance.DOES_NOT_SHARE)),
    MINORS_SALE(Kind.WORD, "Sale of minors' data",
            words(MinorsSaleStance.OPT_IN, MinorsSaleStance.UNSTATED, MinorsSaleStance.DOES_NOT_SELL)),
    RETENTION(Kind.SET, "Retention", words(RetentionKind.INDEFINITE, RetentionKind.CRITERIA, RetentionKind.PERIOD)),
    RETENTION_DURATIONS(Kind.DURATIONS, "Periods"),
    DNT(Kind.WORD, "Do Not Track", signals()),
    GPC(Kind.WORD, "Global Privacy Control", signals()),
    CHILDREN(Kind.WORD, "Children", words(ChildrenStance.KNOWINGLY_COLLECTS, ChildrenStance.UNSTATED, ChildrenStance.NOT_DIRECTED)),
    CHILDREN_AGE(Kind.NUMBER, "Age"),
    RIGHTS(Kind.SET, "Rights", words(Right.values())),
    AUTHORIZED_AGENT(Kind.WORD, "Authorized agent", List.of("unstated", "yes")),
    REQUEST_METHODS(Kind.SET, "Ways to request", words(RequestMethod.values())),
    A(Category.A),
    B(Category.B),
    C(Category.C),
    D(Category.D),
    E(Category.E),
    F(Category.F),
    G(Category.G),
    H(Category.H),
    I(Category.I),
    J(Category.J),
    K(Category.K),
    L(Category.L),
    DISCLOSED(Kind.SET, "Disclosed", letters()),
    SOLD_OR_SHARED(Kind.SET, "Sold or shared", letters()),
    FINDINGS(Kind.SET, "Findings"),
    SEVERITY(Kind.SET, "Severities", List.of("error", "warning", "note")),
    STANDS_OUT(Kind.SET, "Stands out", Arrays.stream(ComparisonMark.values()).map(ComparisonMark::term).toList()),
    SIMILAR_TO(Kind.TEXT, "Similar to");

    /** What a column stands for where nothing is stated. */
    public static final String UNSTATED = "unstated";

    private final Kind kind;
    private final String title;
    private final List<String> vocabulary;
    private final Category category;

    ComparisonColumn(Kind kind, String title) {
        this(kind, title, List.of(), null);
    }

    ComparisonColumn(Kind kind, String title, List<String> vocabulary) {
        this(kind, title, vocabulary, null);
    }

    ComparisonColumn(Category category) {
        this(Kind.WORD, category.title(), words(Collected.YES, Collected.NO, Collected.UNSTATED), category);
    }

    ComparisonColumn(Kind kind, String title, List<String> vocabulary, Category category) {
        this.kind = kind;
        this.title = title;
        this.vocabulary = vocabulary;
        this.category = category;
    }

    /** What a column holds. */
    public enum Kind {
        /** Free text. */
        TEXT,
        /** One word of a vocabulary. */
        WORD,
        /** Several words of a vocabulary. */
        SET,
        /** A whole number. */
        NUMBER,
        /** {@code YYYY-MM-DD} or {@code YYYY-MM}. */
        DATE,
        /** ISO 8601 durations. */
        DURATIONS
    }

    /** The name in files and expressions. */
    public String term() {
        return category == null ? name().toLowerCase(Locale.ROOT) : name();
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** What it holds. */
    public Kind kind() {
        return kind;
    }

    /** Its words, the ones to look at first in front; empty where any will do. */
    public List<String> vocabulary() {
        return vocabulary;
    }

    /** The category whose collection it tells, or null. */
    public Category category() {
        return category;
    }

    /** Whether it is a fact of the policy, with a quote behind it. */
    public boolean isFact() {
        return ordinal() >= LAST_UPDATED.ordinal() && ordinal() <= SOLD_OR_SHARED.ordinal();
    }

    /** Finds a column by its name; dots and case do not matter, nor a prefix such as {@code category.}. Null where there is none. */
    public static ComparisonColumn named(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        for (String prefix : List.of("category_", "categories_")) {
            plain = plain.startsWith(prefix) ? plain.substring(prefix.length()) : plain;
        }
        switch (plain) {
            case "retention_kinds":
                return RETENTION;
            case "retention_days":
            case "durations":
                return RETENTION_DURATIONS;
            case "uri":
                return SOURCE;
            case "age":
                return CHILDREN_AGE;
            case "finding":
                return FINDINGS;
            default:
                break;
        }
        plain = plain.endsWith("_stance") ? plain.substring(0, plain.length() - "_stance".length()) : plain;
        for (ComparisonColumn column : values()) {
            if (column.term().equalsIgnoreCase(plain)) {
                return column;
            }
        }
        return null;
    }

    /** Orders rows by this column: what to look at first in front, what is not stated last among numbers and dates. */
    public Comparator<List<String>> order() {
        return switch (kind) {
            case WORD -> Comparator.comparingInt(values -> rank(values.isEmpty() ? UNSTATED : values.get(0)));
            case SET -> vocabulary.isEmpty() || this == RIGHTS || this == REQUEST_METHODS
                    ? Comparator.<List<String>>comparingInt(List::size).thenComparing(Object::toString)
                    : Comparator.<List<String>>comparingInt(values -> values.stream().mapToInt(this::rank).min().orElse(vocabulary.size()))
                            .thenComparing(values -> -values.size());
            case NUMBER -> Comparator.comparingLong(values -> values.isEmpty() ? Long.MAX_VALUE : Long.parseLong(values.get(0)));
            case DURATIONS -> Comparator.comparingDouble(values -> values.isEmpty() ? Double.MAX_VALUE : -longest(values));
            case DATE -> Comparator.comparing(values -> values.isEmpty() ? "~" : values.get(0));
            case TEXT -> Comparator.comparing(values -> values.isEmpty() ? "\uffff" : values.get(0).toLowerCase(Locale.ROOT));
        };
    }

    private static double longest(List<String> durations) {
        return durations.stream().mapToDouble(ComparisonColumn::days).max().orElse(0);
    }

    private int rank(String word) {
        int at = vocabulary.indexOf(word);
        return at < 0 ? vocabulary.size() : at;
    }

    /** The length of an ISO 8601 duration in days, a year being 365 of them and a month 30.42; not a number where it is none. */
    public static double days(String duration) {
        double days = 0;
        int from = -1;
        boolean time = false;
        boolean any = false;
        for (int at = duration.startsWith("P") ? 1 : duration.length(); at < duration.length(); at++) {
            char c = duration.charAt(at);
            if (c == 'T') {
                time = true;
            } else if (c >= '0' && c <= '9' || c == '.') {
                from = from < 0 ? at : from;
            } else {
                double unit = switch (c) {
                    case 'Y' -> 365;
                    case 'M' -> time ? 1 / 1440.0 : 365 / 12.0;
                    case 'W' -> 7;
                    case 'D' -> 1;
                    case 'H' -> 1 / 24.0;
                    case 'S' -> 1 / 86400.0;
                    default -> Double.NaN;
                };
                days += from < 0 || at - from > 9 ? Double.NaN : number(duration.substring(from, at)) * unit;
                from = -1;
                any = true;
            }
        }
        return any && from < 0 ? days : Double.NaN;
    }

    private static double number(String digits) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** All columns that show a fact, the default of the comparison for people. */
    public static List<ComparisonColumn> facts() {
        return Arrays.stream(values()).filter(ComparisonColumn::isFact).toList();
    }

    /** The columns of the categories. */
    public static List<ComparisonColumn> categories() {
        return Arrays.stream(values()).filter(column -> column.category != null).toList();
    }

    private static List<String> words(Term... terms) {
        return Arrays.stream(terms).map(Term::term).toList();
    }

    private static List<String> signals() {
        return words(SignalStance.DOES_NOT_HONOR, SignalStance.UNCLEAR, SignalStance.UNSTATED, SignalStance.HONORS);
    }

    private static List<String> letters() {
        List<String> letters = new ArrayList<>();
        for (Category category : Category.values()) {
            letters.add(category.name());
        }
        return letters;
    }
}
