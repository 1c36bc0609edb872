package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.facts.ChildrenClauses.Says;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** From what age the policy takes children's data: not knowingly collecting comes before not being meant for, that before an age of eligibility. */
final class ChildrenExtractor {
    /** The age of the rule on selling the data of minors, Cal. Civ. Code §1798.120(c): where only this one is spoken of, it tells nothing of whom the service is for. */
    private static final int SALE = 16;

    private final PolicyReading reading;
    private final Quotes quotes;
    private final List<Found> found = new ArrayList<>();
    private final List<Evidence> denials = new ArrayList<>();
    private final List<Evidence> consents = new ArrayList<>();
    private final List<Evidence> served = new ArrayList<>();
    /** All ages, and those below which people are spoken of as children. */
    private final TreeSet<Integer> all = new TreeSet<>();
    private final TreeSet<Integer> spoken = new TreeSet<>();
    private boolean denied;

    /** An age with what is said of it, and whether the clause itself gives it. */
    private record Found(int age, Says says, boolean own) {
        boolean outweighs(Found other) {
            int more = says.compareTo(other.says);
            return more > 0 || more == 0 && own && !other.own;
        }
    }

    ChildrenExtractor(PolicyReading reading, Quotes quotes) {
        this.reading = reading;
        this.quotes = quotes;
    }

    /** To be asked once. */
    ChildrenFact extract() {
        for (Clause clause : reading.clauses()) {
            List<Ages.Age> own = Ages.of(clause);
            List<Ages.Age> ages = meant(clause, own);
            note(clause, ages);
            if (ChildrenClauses.serves(clause)) {
                served.add(quotes.of(clause, 0.9));
            }
            if (ChildrenClauses.speaks(clause, ages) && !ChildrenClauses.ofSale(clause, own)) {
                read(clause, own, ages);
            }
        }
        if (denials.isEmpty() && consents.isEmpty() && served.isEmpty()) {
            return new ChildrenFact(null, List.copyOf(all), ChildrenStance.UNSTATED, List.of());
        }
        Integer age = age();
        if (age != null) {
            all.remove(age);
        }
        if (!denied) {
            served.addAll(consents);
        }
        boolean collects = !served.isEmpty();
        return new ChildrenFact(age, List.copyOf(all), collects ? ChildrenStance.KNOWINGLY_COLLECTS : ChildrenStance.NOT_DIRECTED,
                Quotes.best(collects ? served : denials));
    }

    /** The ages of a clause, or those that the heading or the sentence before gives for it. */
    private List<Ages.Age> meant(Clause clause, List<Ages.Age> own) {
        if (!own.isEmpty()) {
            return own;
        }
        List<Ages.Age> ages = !clause.isHeading() && ChildrenClauses.underChildren(clause) ? Ages.of(clause.headings().get(0)) : own;
        if (ages.isEmpty() && clause.index() > 0 && ChildrenClauses.refersToAge(clause)) {
            return Ages.of(reading.clauses().get(clause.index() - 1)).stream().map(age -> new Ages.Age(age.years(), age.token(), true)).toList();
        }
        return ages;
    }

    private void note(Clause clause, List<Ages.Age> ages) {
        if (ages.isEmpty()) {
            return;
        }
        ages.forEach(age -> all.add(age.years()));
        if (!clause.has(Concept.SELL) && (clause.hasAny(Concept.CHILD, Concept.PARENTAL_CONSENT) || ChildrenClauses.underChildren(clause))) {
            ages.stream().filter(age -> age.under() && age.years() != SALE).forEach(age -> spoken.add(age.years()));
        }
    }

    private void read(Clause clause, List<Ages.Age> own, List<Ages.Age> ages) {
        Says says = ChildrenClauses.says(clause, own);
        if (says == Says.NOTHING) {
            return;
        }
        Evidence evidence = quotes.of(clause, says.confidence());
        denied |= says == Says.NOT_COLLECTED;
        (says == Says.WITH_CONSENT ? consents : denials).add(evidence);
        for (Ages.Age age : ages) {
            if (age.under() || says == Says.ELIGIBLE || says == Says.NOT_COLLECTED && clause.hasWord("younger")
                    || says == Says.NOT_DIRECTED && !clause.has(Concept.PARENTAL_CONSENT)) {
                boolean saleRule = says == Says.NOT_COLLECTED && age.years() == SALE && (ChildrenClauses.underSale(clause) || clause.has(Concept.SELL));
                found.add(new Found(age.years(), saleRule ? Says.NOT_DIRECTED : ofOtherCountries(clause, age, ages) ? Says.ELIGIBLE : says, !own.isEmpty() && !saleRule));
            }
        }
    }

    /** "Under 16 in Europe", which comes behind the policy's own; not "under 13 in the United States or 16 in Europe". */
    private static boolean ofOtherCountries(Clause clause, Ages.Age age, List<Ages.Age> ages) {
        if (!clause.has(Concept.REGION_FOREIGN)) {
            return false;
        }
        int next = ages.stream().mapToInt(Ages.Age::token).filter(token -> token > age.token()).min().orElse(clause.to());
        boolean here = clause.hasWithin(Concept.REGION_US, age.token(), next);
        return !here && (clause.hasWithin(Concept.REGION_FOREIGN, age.token(), next) || clause.hasWithin(Concept.REGION_FOREIGN, clause.from(), age.token()) || ages.size() == 1);
    }

    /** The age of what says most, the first of several. */
    private Integer age() {
        // "Where a student is under 18, we ask for a parent's consent first" beside "we do not knowingly collect from children under 16".
        boolean consentLast = denied && found.stream().anyMatch(one -> one.says() != Says.WITH_CONSENT);
        Found best = null;
        for (Found one : found) {
            if (!(consentLast && one.says() == Says.WITH_CONSENT) && (best == null || one.outweighs(best))) {
                best = one;
            }
        }
        if (best != null) {
            return best.age();
        }
        // "By children we mean anyone under 18": the one age at which children are spoken of.
        return spoken.size() == 1 ? spoken.first() : null;
    }
}
