package dev.policyscan.report;

import dev.policyscan.facts.Basis;
import dev.policyscan.facts.Category;
import dev.policyscan.facts.CategoryFact;
import dev.policyscan.facts.ChildrenFact;
import dev.policyscan.facts.ChildrenStance;
import dev.policyscan.facts.Collected;
import dev.policyscan.facts.Evidence;
import dev.policyscan.facts.MinorsSaleStance;
import dev.policyscan.facts.PolicyFacts;
import dev.policyscan.facts.RetentionFact;
import dev.policyscan.facts.RetentionKind;
import dev.policyscan.facts.Right;
import dev.policyscan.facts.SaleStance;
import dev.policyscan.facts.SharingStance;
import dev.policyscan.facts.SignalStance;
import dev.policyscan.facts.StanceFact;
import dev.policyscan.facts.Term;
import dev.policyscan.facts.ValueFact;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Practice;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** What reports for people say of a policy, and in which words, whatever their format. */
final class Summary {
    /** The last line of every report that states facts. */
    static final String DISCLAIMER = "Read by a program from the policy's own words; not legal advice.";

    /** Stands where the policy says nothing. */
    static final String NOTHING = "—";

    private static final int QUOTES_OF_A_CONFLICT = 2;
    private static final int FURTHER_LINES = 5;

    /** Where the vocabulary's word alone would leave a reader guessing. */
    private static final Map<Term, String> OWN_WORDS = Map.of(
            SaleStance.MIXED, "mixed: statements conflict, or only aggregated data is sold",
            SharingStance.SHARES, "shares for it",
            SharingStance.DOES_NOT_SHARE, "does not share for it",
            MinorsSaleStance.OPT_IN, "only with opt-in",
            SignalStance.UNCLEAR, "mentioned; response not said",
            Right.NON_DISCRIMINATION, "non-discrimination");

    private final PolicyReport report;

    Summary(PolicyReport report) {
        this.report = report;
    }

    /** How a value is to be coloured. */
    enum Tone {
        PLAIN,
        /** The business sells, shares, or keeps for ever. */
        ALARM,
        /** It says that it does not. */
        DENIAL,
        /** It contradicts itself, or sets a condition. */
        CAUTION,
        /** It says nothing. */
        SILENCE
    }

    /** A category's line of the table. */
    record CategoryRow(Category category, Collected collected, Basis basis, boolean disclosed, boolean soldOrShared) {
        /** {@code yes}, {@code no}, or a dash. */
        String answer() {
            return collected == Collected.UNSTATED ? NOTHING : collected.term();
        }

        /** {@code explicit}, {@code inferred}, or a dash. */
        String ground() {
            return basis == null ? NOTHING : basis.term();
        }
    }

    /**
     * A fact other than the categories.
     *
     * @param label what it is about
     * @param value what the policy says
     * @param tone how bad that is
     * @param practices what a statement of this fact is about, to find the words that matter in a long quote
     * @param quotes the words to show
     * @param furtherLines lines on which the policy says it again
     */
    record FactRow(String label, String value, Tone tone, Set<Practice> practices, List<Evidence> quotes, List<Integer> furtherLines) {}

    /** Where on the web the policy was found, and when; null where it is not known to come from there. */
    String origin() {
        PolicyReport.SourceInfo source = report.source();
        if (source.origin() == null) {
            return null;
        }
        String from = source.origin().equals(source.uri()) ? "" : " from " + Excerpt.oneLine(source.origin());
        return "Fetched" + from + (source.fetched() == null ? "" : " at " + source.fetched().truncatedTo(ChronoUnit.SECONDS));
    }

    /** The title, never null: for want of one, the input's name. */
    String title() {
        String title = report.document().title();
        return Excerpt.oneLine(title == null || title.isBlank() ? report.source().uri() : title);
    }

    /** Whether there are facts to show. */
    boolean readable() {
        return report.document().isPrivacyPolicy() && report.document().language().equals("en");
    }

    /** Why there are no facts. */
    String whyNot() {
        String language = report.document().language();
        return switch (language) {
            case "en" -> "This is not a privacy policy, so no facts were read from it.";
            case "und" -> "There is too little text to tell what this is, so no facts were read from it.";
            default -> "This is written in " + Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH)
                    + "; only policies in English can be read, so no facts were read from it.";
        };
    }

    List<CategoryRow> categories() {
        PolicyFacts facts = report.facts();
        List<CategoryRow> rows = new ArrayList<>();
        for (Category category : Category.values()) {
            CategoryFact fact = facts.categories().get(category);
            rows.add(new CategoryRow(
                    category, fact.collected(), fact.basis(), facts.disclosed().values().contains(category),
                    facts.soldOrShared().values().contains(category)));
        }
        return rows;
    }

    /** The facts other than the categories, the most telling first. */
    List<FactRow> facts() {
        PolicyFacts facts = report.facts();
        return List.of(
                stance("Sale", facts.sale(), sale(facts.sale().stance()), EnumSet.of(Practice.SELL)),
                stance("Targeted advertising", facts.sharing(), sharing(facts.sharing().stance()), EnumSet.of(Practice.SHARE_FOR_ADVERTISING)),
                stance("Sale of minors' data", facts.minorsSale(), minors(facts.minorsSale().stance()), EnumSet.of(Practice.SELL)),
                retention(facts.retention()),
                stance("Do Not Track", facts.dnt(), signal(facts.dnt().stance()), EnumSet.of(Practice.RESPOND_TO_DNT)),
                stance("Global Privacy Control", facts.gpc(), signal(facts.gpc().stance()), EnumSet.of(Practice.RESPOND_TO_GPC)),
                children(facts.children()),
                list("Rights", facts.rights().values(), facts.rights().evidence(), EnumSet.of(Practice.GRANT_RIGHT)),
                list("Ways to request", facts.requestMethods().values(), facts.requestMethods().evidence(), EnumSet.noneOf(Practice.class)),
                agent(facts.authorizedAgent()),
                date("Last updated", facts.lastUpdated()),
                date("Effective", facts.effective()));
    }

    /** The words of the evidence that matter to the practices, as one line of at most {@code limit} characters. */
    String excerpt(Evidence evidence, Set<Practice> practices, int limit) {
        int start = evidence.start();
        int end = start;
        for (PolicyReport.Clause clause : report.clauses()) {
            if (clause.end() <= evidence.start() || clause.start() >= evidence.end()) {
                continue;
            }
            for (Statement statement : clause.statements()) {
                if (practices.contains(statement.practice()) && statement.start() >= evidence.start() && statement.end() <= evidence.end()) {
                    return Excerpt.around(evidence.quote(), statement.start() - start, statement.end() - start, limit);
                }
            }
        }
        return Excerpt.around(evidence.quote(), 0, end - start, limit);
    }

    /** Where the quotes' words stand, such as {@code line 214} or {@code line 214, also 220}. */
    static String place(Evidence evidence, List<Integer> furtherLines) {
        StringBuilder place = new StringBuilder("line ").append(evidence.line());
        String separator = ", also ";
        for (int line : furtherLines) {
            place.append(separator).append(line);
            separator = ", ";
        }
        return place.toString();
    }

    private static FactRow row(String label, String value, Tone tone, Set<Practice> practices, List<Evidence> evidence) {
        List<Evidence> quotes = evidence.subList(0, Math.min(evidence.size(), tone == Tone.CAUTION ? QUOTES_OF_A_CONFLICT : 1));
        Set<Integer> lines = new TreeSet<>();
        for (Evidence words : evidence.subList(quotes.size(), evidence.size())) {
            lines.add(words.line());
        }
        quotes.forEach(words -> lines.remove(words.line()));
        return new FactRow(label, value, tone, practices, quotes, lines.stream().limit(FURTHER_LINES).toList());
    }

    private static FactRow stance(String label, StanceFact<?> fact, Tone tone, Set<Practice> practices) {
        return row(label, inWords(fact.stance()), tone, practices, fact.evidence());
    }

    private static Tone sale(SaleStance stance) {
        return switch (stance) {
            case SELLS -> Tone.ALARM;
            case DOES_NOT_SELL -> Tone.DENIAL;
            case MIXED -> Tone.CAUTION;
            case UNSTATED -> Tone.SILENCE;
        };
    }

    private static Tone sharing(SharingStance stance) {
        return switch (stance) {
            case SHARES -> Tone.ALARM;
            case DOES_NOT_SHARE -> Tone.DENIAL;
            case UNSTATED -> Tone.SILENCE;
        };
    }

    private static Tone minors(MinorsSaleStance stance) {
        return switch (stance) {
            case DOES_NOT_SELL -> Tone.DENIAL;
            case OPT_IN -> Tone.CAUTION;
            case UNSTATED -> Tone.SILENCE;
        };
    }

    private static Tone signal(SignalStance stance) {
        return stance == SignalStance.UNSTATED ? Tone.SILENCE : Tone.PLAIN;
    }

    private static FactRow retention(RetentionFact fact) {
        StringJoiner value = new StringJoiner("; ");
        for (RetentionKind kind : fact.kinds()) {
            StringJoiner durations = new StringJoiner(", ");
            if (kind == RetentionKind.PERIOD) {
                fact.durations().forEach(duration -> durations.add(inWords(duration)));
            }
            value.add(switch (kind) {
                case PERIOD -> durations.length() == 0 ? "for a period" : durations.toString();
                case CRITERIA -> "by criteria";
                case INDEFINITE -> "some indefinitely";
            });
        }
        Tone tone = fact.kinds().isEmpty() ? Tone.SILENCE : fact.kinds().contains(RetentionKind.INDEFINITE) ? Tone.ALARM : Tone.PLAIN;
        return row("Retention", fact.kinds().isEmpty() ? "unstated" : value.toString(), tone,
                EnumSet.of(Practice.RETAIN, Practice.DELETE), fact.evidence());
    }

    private static FactRow children(ChildrenFact fact) {
        String under = fact.age() == null ? "" : " under " + fact.age();
        StringBuilder value = new StringBuilder(switch (fact.stance()) {
            case NOT_DIRECTED -> fact.age() == null ? "not for children" : "not for those" + under;
            case KNOWINGLY_COLLECTS -> "collects from children" + under;
            case UNSTATED -> "unstated";
        });
        String separator = "; also names ";
        for (int age : fact.otherAges()) {
            value.append(separator).append(age);
            separator = ", ";
        }
        return row("Children", value.toString(), fact.stance() == ChildrenStance.UNSTATED ? Tone.SILENCE : Tone.PLAIN,
                EnumSet.of(Practice.DIRECT_TO_CHILDREN), fact.evidence());
    }

    private static FactRow list(String label, List<? extends Term> values, List<Evidence> evidence, Set<Practice> practices) {
        StringJoiner words = new StringJoiner(", ");
        values.forEach(value -> words.add(inWords(value)));
        return row(label, values.isEmpty() ? "unstated" : words.toString(), values.isEmpty() ? Tone.SILENCE : Tone.PLAIN, practices, evidence);
    }

    private static FactRow agent(ValueFact<Boolean> fact) {
        boolean may = Boolean.TRUE.equals(fact.value());
        return row("Authorized agent", may ? "may make requests" : "unstated", may ? Tone.PLAIN : Tone.SILENCE,
                EnumSet.noneOf(Practice.class), fact.evidence());
    }

    private static FactRow date(String label, ValueFact<String> fact) {
        return row(label, fact.value() == null ? "unstated" : fact.value(), fact.value() == null ? Tone.SILENCE : Tone.PLAIN,
                EnumSet.noneOf(Practice.class), fact.evidence());
    }

    private static String inWords(Term term) {
        return OWN_WORDS.getOrDefault(term, term.term().replace('_', ' '));
    }

    /** An ISO 8601 duration in words: {@code P1Y6M} is "1 year 6 months"; as it is where it is none. */
    static String inWords(String duration) {
        StringJoiner words = new StringJoiner(" ");
        boolean time = false;
        int number = -1;
        for (int at = 0; at < duration.length(); at++) {
            char c = duration.charAt(at);
            if (at == 0 && c == 'P') {
                continue;
            }
            if (c == 'T' && !time) {
                time = true;
            } else if (c >= '0' && c <= '9' || c == '.') {
                number = number < 0 ? at : number;
            } else {
                String unit = switch (c) {
                    case 'Y' -> "year";
                    case 'M' -> time ? "minute" : "month";
                    case 'W' -> "week";
                    case 'D' -> "day";
                    case 'H' -> "hour";
                    case 'S' -> "second";
                    default -> null;
                };
                if (unit == null || number < 0) {
                    return duration;
                }
                String count = duration.substring(number, at);
                words.add(count + " " + unit + (count.equals("1") ? "" : "s"));
                number = -1;
            }
        }
        return words.length() == 0 ? duration : words.toString();
    }
}
