package dev.policyscan.diff;

import dev.policyscan.facts.Category;
import dev.policyscan.facts.CategoryFact;
import dev.policyscan.facts.ChildrenFact;
import dev.policyscan.facts.Evidence;
import dev.policyscan.facts.PolicyFacts;
import dev.policyscan.facts.RetentionFact;
import dev.policyscan.facts.SetFact;
import dev.policyscan.facts.StanceFact;
import dev.policyscan.facts.Term;
import dev.policyscan.facts.ValueFact;
import dev.policyscan.report.PolicyDiff.Change;
import dev.policyscan.report.PolicyDiff.Direction;
import dev.policyscan.report.PolicyDiff.Layer;
import dev.policyscan.report.PolicyDiff.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Compares what two versions say of each fact. A fact counts as changed only where words that bear on it changed: a reading that turned
 * over because the same words stand in another place is no change of the policy.
 */
final class FactChanges {
    private static final String UNSTATED = "unstated";
    private static final int QUOTES = 3;

    private final FactRules rules;
    private final Touched before;
    private final Touched after;
    private final List<Change> changes = new ArrayList<>();

    /** Tells which words of a version changed. */
    interface Touched {
        /** Whether the words changed in what they say. */
        boolean changed(Evidence evidence);

        /** Whether the words changed at all, be it in their date. */
        boolean differs(Evidence evidence);

        /** The words of the other version that stand for these; empty where there are none. */
        List<Evidence> counterparts(Evidence evidence);
    }

    private FactChanges(FactRules rules, Touched before, Touched after) {
        this.rules = rules;
        this.before = before;
        this.after = after;
    }

    /** The facts that changed. */
    static List<Change> of(PolicyFacts old, PolicyFacts young, FactRules rules, Touched before, Touched after) {
        FactChanges found = new FactChanges(rules, before, after);
        found.dates(old, young);
        for (Category letter : Category.values()) {
            found.category(letter, old.categories().get(letter), young.categories().get(letter));
        }
        found.letters("disclosed", old.disclosed(), young.disclosed());
        found.letters("sold_or_shared", old.soldOrShared(), young.soldOrShared());
        found.stance("sale", old.sale(), young.sale());
        found.stance("sharing", old.sharing(), young.sharing());
        found.stance("minors_sale", old.minorsSale(), young.minorsSale());
        found.retention(old.retention(), young.retention());
        found.stance("dnt", old.dnt(), young.dnt());
        found.stance("gpc", old.gpc(), young.gpc());
        found.children(old.children(), young.children());
        found.members("rights", old.rights(), young.rights(), Term::term);
        found.agent(old.authorizedAgent(), young.authorizedAgent());
        found.members("request_methods", old.requestMethods(), young.requestMethods(), Term::term);
        return found.changes;
    }

    private void dates(PolicyFacts old, PolicyFacts young) {
        date(old.lastUpdated(), young.lastUpdated());
        boolean both = Objects.equals(old.lastUpdated().value(), old.effective().value()) && Objects.equals(young.lastUpdated().value(), young.effective().value());
        if (!both) {
            date(old.effective(), young.effective());
        }
    }

    private void date(ValueFact<String> old, ValueFact<String> young) {
        if (Objects.equals(old.value(), young.value())
                || old.evidence().stream().noneMatch(before::differs) && young.evidence().stream().noneMatch(after::differs)) {
            return;
        }
        add("date", "date", null, what(old.value(), young.value()), Direction.NEUTRAL, old.value(), young.value(), old.evidence(), young.evidence());
    }

    private static What what(Object from, Object to) {
        return from == null ? What.ADDED : to == null ? What.REMOVED : What.CHANGED;
    }

    private static String stated(String term) {
        return term.equals(UNSTATED) ? null : term;
    }

    private void category(Category letter, CategoryFact old, CategoryFact young) {
        if (old.collected() == young.collected()) {
            return;
        }
        value("category", letter, old.collected().term(), young.collected().term(), old.evidence(), young.evidence());
    }

    private void stance(String fact, StanceFact<?> old, StanceFact<?> young) {
        if (old.stance() != young.stance()) {
            value(fact, null, old.stance().term(), young.stance().term(), old.evidence(), young.evidence());
        }
    }

    private void value(String fact, Category letter, String from, String to, List<Evidence> old, List<Evidence> young) {
        if (bears(from.equals(UNSTATED), to.equals(UNSTATED), old, young)) {
            add(fact, fact, letter, what(stated(from), stated(to)), rules.step(fact, from, to), from, to, old, young);
        }
    }

    /**
     * Whether words changed that bear on the fact. Where one version is silent, none of the other's words may stand unchanged in it: the
     * same words would have said the same.
     */
    private boolean bears(boolean wasSilent, boolean isSilent, List<Evidence> old, List<Evidence> young) {
        if (wasSilent) {
            return !young.isEmpty() && young.stream().allMatch(after::changed);
        }
        if (isSilent) {
            return !old.isEmpty() && old.stream().allMatch(before::changed);
        }
        return touched(old, young);
    }

    private void letters(String fact, SetFact<Category> old, SetFact<Category> young) {
        if (!touched(old.evidence(), young.evidence())) {
            return;
        }
        for (Category letter : Category.values()) {
            boolean was = old.values().contains(letter);
            boolean is = young.values().contains(letter);
            if (was != is) {
                add(fact, fact, letter, is ? What.ADDED : What.REMOVED, rules.growth(fact, is ? 1 : -1), was ? letter.name() : null, is ? letter.name() : null,
                        was ? old.evidence() : List.of(), is ? young.evidence() : List.of());
            }
        }
    }

    private boolean touched(List<Evidence> old, List<Evidence> young) {
        return old.stream().anyMatch(before::changed) || young.stream().anyMatch(after::changed);
    }

    private <E extends Enum<E>> void members(String fact, SetFact<E> old, SetFact<E> young, Function<? super E, String> term) {
        for (E member : old.values()) {
            if (!young.values().contains(member)) {
                List<Evidence> words = of(member, old);
                if (words.stream().anyMatch(before::changed)) {
                    add(fact, fact, null, What.REMOVED, rules.growth(fact, -1), term.apply(member), null, words, List.of());
                }
            }
        }
        for (E member : young.values()) {
            if (!old.values().contains(member)) {
                List<Evidence> words = of(member, young);
                if (words.stream().anyMatch(after::changed)) {
                    add(fact, fact, null, What.ADDED, rules.growth(fact, 1), null, term.apply(member), List.of(), words);
                }
            }
        }
    }

    /** The evidence of one member: its own where there is one piece for each member, else all. */
    private static <E extends Enum<E>> List<Evidence> of(E member, SetFact<E> fact) {
        int at = fact.values().indexOf(member);
        return fact.evidence().size() == fact.values().size() ? List.of(fact.evidence().get(at)) : fact.evidence();
    }

    private void agent(ValueFact<Boolean> old, ValueFact<Boolean> young) {
        boolean was = Boolean.TRUE.equals(old.value());
        boolean is = Boolean.TRUE.equals(young.value());
        if (was != is && touched(old.evidence(), young.evidence())) {
            add("rights", "rights", null, is ? What.ADDED : What.REMOVED, rules.growth("rights", is ? 1 : -1), was ? "authorized_agent" : null,
                    is ? "authorized_agent" : null, old.evidence(), young.evidence());
        }
    }

    private void retention(RetentionFact old, RetentionFact young) {
        if (!touched(old.evidence(), young.evidence())) {
            return;
        }
        List<String> gone = old.durations().stream().filter(d -> !young.durations().contains(d)).toList();
        List<String> come = young.durations().stream().filter(d -> !old.durations().contains(d)).toList();
        if (gone.size() == 1 && come.size() == 1) {
            add("retention", "retention", null, What.CHANGED, rules.growth("retention", Double.compare(days(come.get(0)), days(gone.get(0)))),
                    gone.get(0), come.get(0), old.evidence(), young.evidence());
        } else {
            gone.forEach(d -> add("retention", "retention", null, What.REMOVED, Direction.NEUTRAL, d, null, old.evidence(), List.of()));
            come.forEach(d -> add("retention", "retention", null, What.ADDED, Direction.NEUTRAL, null, d, List.of(), young.evidence()));
        }
        List<String> kindsGone = old.kinds().stream().filter(k -> !young.kinds().contains(k)).map(Term::term).filter(k -> !k.equals("period")).toList();
        List<String> kindsCome = young.kinds().stream().filter(k -> !old.kinds().contains(k)).map(Term::term).filter(k -> !k.equals("period")).toList();
        kindsGone.forEach(k -> add("retention", "retention", null, What.REMOVED, rules.step("retention_kind", k, UNSTATED), k, null, old.evidence(), List.of()));
        kindsCome.forEach(k -> add("retention", "retention", null, What.ADDED, rules.step("retention_kind", UNSTATED, k), null, k, List.of(), young.evidence()));
    }

    /** The length of an ISO 8601 duration in days. */
    private static double days(String iso) {
        double days = 0;
        double number = 0;
        boolean time = false;
        for (int i = 0; i < iso.length(); i++) {
            char c = iso.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
                continue;
            }
            days += number * switch (c) {
                case 'Y' -> 365;
                case 'M' -> time ? 1.0 / 1440 : 365.0 / 12;
                case 'W' -> 7;
                case 'D' -> 1;
                case 'H' -> 1.0 / 24;
                case 'S' -> 1.0 / 86400;
                default -> 0;
            };
            number = 0;
            time |= c == 'T';
        }
        return days;
    }

    private void children(ChildrenFact old, ChildrenFact young) {
        if (!touched(old.evidence(), young.evidence())) {
            return;
        }
        if (!Objects.equals(old.age(), young.age())) {
            Direction direction = old.age() == null || young.age() == null ? Direction.NEUTRAL : rules.growth("age", Integer.compare(young.age(), old.age()));
            add("children", "age", null, what(old.age(), young.age()), direction, old.age() == null ? null : old.age().toString(),
                    young.age() == null ? null : young.age().toString(), old.evidence(), young.evidence());
        }
        if (old.stance() != young.stance()) {
            String from = old.stance().term();
            String to = young.stance().term();
            add("children", "children", null, what(stated(from), stated(to)), rules.step("children", from, to), from, to, old.evidence(), young.evidence());
        }
    }

    private void add(String fact, String rule, Category letter, What what, Direction direction, String from, String to, List<Evidence> old, List<Evidence> young) {
        List<Evidence> oldWords = best(old, before);
        List<Evidence> newWords = best(young, after);
        // Where one side says nothing, what its place says instead is the evidence.
        if (oldWords.isEmpty()) {
            oldWords = best(newWords.stream().flatMap(e -> after.counterparts(e).stream()).distinct().toList(), before);
        } else if (newWords.isEmpty()) {
            newWords = best(oldWords.stream().flatMap(e -> before.counterparts(e).stream()).distinct().toList(), after);
        }
        changes.add(new Change(Layer.FACT, fact, letter, what, rules.severity(rule), direction, "fact " + rule, from, to, List.of(), List.of(), List.of(),
                oldWords, newWords, List.of(), line(oldWords), line(newWords)));
    }

    /** The words that changed first; then the others, in the order of the report. */
    private static List<Evidence> best(List<Evidence> evidence, Touched side) {
        List<Evidence> best = new ArrayList<>(evidence.stream().filter(side::changed).toList());
        evidence.stream().filter(e -> !side.changed(e)).forEach(best::add);
        return best.size() > QUOTES ? best.subList(0, QUOTES) : best;
    }

    private static int line(List<Evidence> evidence) {
        return evidence.isEmpty() ? 0 : evidence.get(0).line();
    }
}
