package dev.policyscan.diff;

import dev.policyscan.classify.Lexicon;
import dev.policyscan.facts.Evidence;
import dev.policyscan.report.PolicyDiff;
import dev.policyscan.report.PolicyDiff.Change;
import dev.policyscan.report.PolicyDiff.Direction;
import dev.policyscan.report.PolicyDiff.Layer;
import dev.policyscan.report.PolicyDiff.Segment;
import dev.policyscan.report.PolicyDiff.Severity;
import dev.policyscan.report.PolicyDiff.What;
import dev.policyscan.report.PolicyReport;
import dev.policyscan.statement.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;

/** Compares versions of policies. Immutable and thread-safe, worth keeping; the same versions always give the same diff. */
public final class Differ {
    private final Wording wording = Wording.load();
    private final ClauseRules clauseRules = ClauseRules.load(wording);
    private final FactRules factRules = FactRules.load();
    private final Lexicon lexicon = Lexicon.load();

    /** A differ with the built-in rules. */
    public Differ() {}

    /** What changed from one version to another. Comparing them the other way round gives the same changes, reversed. */
    public PolicyDiff diff(Version before, Version after) {
        // Ties between equally good alignments fall alike in both directions, because one direction is always worked out.
        return text(before).compareTo(text(after)) <= 0 ? new Run(before, after).diff() : new Run(after, before).diff().reversed();
    }

    private static String text(Version version) {
        return version.document() == null ? version.report().source().sha256() : version.document().text();
    }

    /** One comparison. */
    private final class Run {
        private final Version before;
        private final Version after;
        private List<Unit> unitsBefore;
        private List<Unit> unitsAfter;
        private final Alignment.Group[] groupOfBefore;
        private final Alignment.Group[] groupOfAfter;
        private final Map<Alignment.Group, Judge.Verdict> verdicts = new IdentityHashMap<>();
        private final List<Change> changes = new ArrayList<>();

        Run(Version before, Version after) {
            this.before = before;
            this.after = after;
            unitsBefore = Passages.of(before, wording);
            unitsAfter = Passages.of(after, wording);
            groupOfBefore = new Alignment.Group[unitsBefore.size()];
            groupOfAfter = new Alignment.Group[unitsAfter.size()];
        }

        PolicyDiff diff() {
            boolean texts = before.document() != null && after.document() != null;
            boolean identical = before.report().source().sha256().equals(after.report().source().sha256());
            if (texts && !identical) {
                clauses();
            }
            if (!identical) {
                changes.addAll(FactChanges.of(before.report().facts(), after.report().facts(), factRules,
                        texts ? new TouchedUnits(unitsBefore, groupOfBefore, unitsAfter, true) : new TouchedQuotes(before, after),
                        texts ? new TouchedUnits(unitsAfter, groupOfAfter, unitsBefore, false) : new TouchedQuotes(after, before)));
            }
            agree();
            Severity verdict = changes.stream().map(Change::severity).max(Severity::compareTo).orElse(Severity.COSMETIC);
            String was = date(before);
            String is = date(after);
            boolean stood = was != null && was.equals(is) && Objects.equals(before.report().facts().effective().value(), after.report().facts().effective().value());
            return new PolicyDiff(before.report().source(), after.report().source(), verdict, verdict == Severity.MATERIAL && stood, identical, texts, was, is,
                    PolicyDiff.ordered(changes));
        }

        /** A clause that a changed fact rests on goes the way of that fact: the fact was read from all of it, the rules from its words. */
        private void agree() {
            List<Change> facts = changes.stream().filter(c -> c.layer() == Layer.FACT && c.direction() != Direction.NEUTRAL).toList();
            changes.replaceAll(change -> {
                if (change.layer() != Layer.CLAUSE || change.severity() != Severity.MATERIAL) {
                    return change;
                }
                Set<Direction> ways = EnumSet.noneOf(Direction.class);
                facts.stream().filter(f -> share(f.oldEvidence(), change.oldEvidence()) || share(f.newEvidence(), change.newEvidence())).forEach(f -> ways.add(f.direction()));
                return ways.size() == 1 ? change.towards(ways.iterator().next()) : change;
            });
        }

        private static boolean share(List<Evidence> fact, List<Evidence> clause) {
            return fact.stream().anyMatch(f -> clause.stream().anyMatch(c -> f.start() < c.end() && c.start() < f.end()));
        }

        private static String date(Version version) {
            String updated = version.report().facts().lastUpdated().value();
            return updated != null ? updated : version.report().facts().effective().value();
        }

        private void clauses() {
            List<Alignment.Group> groups = Alignment.of(unitsBefore, unitsAfter);
            Map<Alignment.Group, Edits> edits = compare(groups);
            Judge judge = judge();
            judge.hear(groups, edits);
            Map<List<String>, List<String>> names = judge.renamed();
            if (!names.isEmpty()) {
                // Who has a new name is read under it wherever the old one still stands.
                unitsBefore = unitsBefore.stream().map(unit -> unit.with(renamed(unit.words(), names))).toList();
                unitsAfter = unitsAfter.stream().map(unit -> unit.with(renamed(unit.words(), names))).toList();
                groups = Alignment.of(unitsBefore, unitsAfter);
                edits = compare(groups);
                judge = judge();
                judge.hear(groups, edits);
            }
            judge(groups, edits, judge);
        }

        private Judge judge() {
            StringJoiner title = new StringJoiner(" ");
            for (Version version : List.of(before, after)) {
                title.add(Objects.toString(version.document().title(), "")).add(Objects.toString(version.report().document().company(), ""));
            }
            return new Judge(wording, clauseRules, lexicon, title.toString(), before.document().text(), unitsBefore, after.document().text(), unitsAfter);
        }

        private Map<Alignment.Group, Edits> compare(List<Alignment.Group> groups) {
            Map<Alignment.Group, Edits> edits = new IdentityHashMap<>();
            for (Alignment.Group group : groups) {
                group.before().forEach(unit -> groupOfBefore[unit.index()] = group);
                group.after().forEach(unit -> groupOfAfter[unit.index()] = group);
                if (!group.before().isEmpty() && !group.after().isEmpty()) {
                    edits.put(group, Edits.of(group));
                }
            }
            return edits;
        }

        private static List<Word> renamed(List<Word> words, Map<List<String>, List<String>> names) {
            List<Word> renamed = new ArrayList<>(words.size());
            for (int i = 0; i < words.size(); ) {
                List<String> old = null;
                for (List<String> name : names.keySet()) {
                    if (i + name.size() <= words.size() && (old == null || name.size() > old.size())
                            && words.subList(i, i + name.size()).stream().map(Word::key).toList().equals(name)) {
                        old = name;
                    }
                }
                if (old == null) {
                    renamed.add(words.get(i++));
                    continue;
                }
                int start = words.get(i).start();
                int end = words.get(i + old.size() - 1).end();
                names.get(old).forEach(key -> renamed.add(new Word(key, start, end, Word.Kind.CONTENT)));
                i += old.size();
            }
            return renamed;
        }

        private void judge(List<Alignment.Group> groups, Map<Alignment.Group, Edits> edits, Judge judge) {
            for (Alignment.Group group : groups) {
                Edits compared = edits.get(group);
                if (group.same()) {
                    same(group, judge, compared);
                } else if (compared != null) {
                    Judge.Verdict verdict = judge.reworded(group, compared);
                    verdicts.put(group, verdict);
                    change(group, What.CHANGED, verdict, compared.segments(group, before.document().text(), after.document().text()));
                } else if (group.before().isEmpty()) {
                    Judge.Verdict verdict = judge.alone(group.after().get(0), true);
                    verdicts.put(group, verdict);
                    change(group, What.ADDED, verdict, List.of());
                } else {
                    Judge.Verdict verdict = judge.alone(group.before().get(0), false).reversed();
                    verdicts.put(group, verdict);
                    change(group, What.REMOVED, verdict, List.of());
                }
            }
        }

        private void same(Alignment.Group group, Judge judge, Edits compared) {
            Judge.Verdict turned = judge.relocated(group);
            if (turned != null) {
                verdicts.put(group, turned);
                change(group, What.CHANGED, turned, List.of());
            } else if (group.moved()) {
                change(group, What.MOVED, Judge.COSMETIC, List.of());
            } else if (!compared.edits().isEmpty()) {
                change(group, What.CHANGED, Judge.COSMETIC, compared.segments(group, before.document().text(), after.document().text()));
            }
        }

        private void change(Alignment.Group group, What what, Judge.Verdict verdict, List<Segment> segments) {
            changes.add(new Change(Layer.CLAUSE, null, null, what, verdict.severity(), verdict.direction(), verdict.rule(), null, null, verdict.topics(),
                    statements(group.before()), statements(group.after()), evidence(group.before(), before), evidence(group.after(), after), segments,
                    line(group.before(), group.after(), groupOfAfter, unitsBefore, true), line(group.after(), group.before(), groupOfBefore, unitsAfter, false)));
        }

        private static List<Statement> statements(List<Unit> units) {
            return units.stream().flatMap(unit -> unit.statements().stream()).toList();
        }

        private static List<Evidence> evidence(List<Unit> units, Version version) {
            return units.stream().map(u -> new Evidence(version.document().quote(u.start(), u.end()), u.start(), u.end(), u.line(), u.section(), 1)).toList();
        }

        /** The line of a group on one side; where it has none there, the line of what stood before it. */
        private int line(List<Unit> own, List<Unit> other, Alignment.Group[] groupOfOther, List<Unit> units, boolean old) {
            if (!own.isEmpty()) {
                return own.get(0).line();
            }
            for (int i = other.get(0).index() - 1; i >= 0; i--) {
                Alignment.Group group = groupOfOther[i];
                List<Unit> there = old ? group.before() : group.after();
                if (!there.isEmpty() && !group.moved()) {
                    return there.get(there.size() - 1).line();
                }
            }
            return units.isEmpty() ? 0 : units.get(0).line();
        }

        /** What changed where both texts are at hand. */
        private final class TouchedUnits implements FactChanges.Touched {
            private final List<Unit> units;
            private final Alignment.Group[] groupOf;
            private final boolean old;

            TouchedUnits(List<Unit> units, Alignment.Group[] groupOf, List<Unit> others, boolean old) {
                this.units = units;
                this.groupOf = groupOf;
                this.old = old;
            }

            @Override
            public boolean changed(Evidence evidence) {
                return at(evidence).stream().anyMatch(unit -> changed(unit) || introduced(unit) && changed(units.get(unit.lead())));
            }

            private boolean introduced(Unit unit) {
                String text = (old ? before : after).document().text();
                return unit.lead() >= 0 && text.charAt(units.get(unit.lead()).end() - 1) == ':';
            }

            private boolean changed(Unit unit) {
                Judge.Verdict verdict = verdicts.get(groupOf[unit.index()]);
                return verdict != null && verdict.severity() != Severity.COSMETIC;
            }

            @Override
            public boolean differs(Evidence evidence) {
                return at(evidence).stream().anyMatch(unit -> !groupOf[unit.index()].same());
            }

            @Override
            public List<Evidence> counterparts(Evidence evidence) {
                List<Evidence> counterparts = new ArrayList<>();
                for (Unit unit : at(evidence)) {
                    Alignment.Group group = groupOf[unit.index()];
                    counterparts.addAll(evidence(old ? group.after() : group.before(), old ? after : before));
                }
                return counterparts;
            }

            private List<Unit> at(Evidence evidence) {
                int low = 0;
                int high = units.size();
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (units.get(middle).end() <= evidence.start()) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                int end = low;
                while (end < units.size() && units.get(end).start() < evidence.end()) {
                    end++;
                }
                return units.subList(low, end);
            }
        }
    }

    /** What changed where only quotes are at hand: words that the other version's facts do not rest on. */
    private final class TouchedQuotes implements FactChanges.Touched {
        private final Set<String> others = new HashSet<>();

        TouchedQuotes(Version own, Version other) {
            quotes(other.report()).forEach(quote -> others.add(Wording.contentKey(wording.words(quote.quote()))));
        }

        private static List<Evidence> quotes(PolicyReport report) {
            List<Evidence> quotes = new ArrayList<>();
            var facts = report.facts();
            facts.categories().values().forEach(fact -> quotes.addAll(fact.evidence()));
            List.of(facts.lastUpdated().evidence(), facts.effective().evidence(), facts.disclosed().evidence(), facts.soldOrShared().evidence(), facts.sale().evidence(),
                    facts.sharing().evidence(), facts.minorsSale().evidence(), facts.retention().evidence(), facts.dnt().evidence(), facts.gpc().evidence(),
                    facts.children().evidence(), facts.rights().evidence(), facts.authorizedAgent().evidence(), facts.requestMethods().evidence())
                    .forEach(quotes::addAll);
            return quotes;
        }

        @Override
        public boolean changed(Evidence evidence) {
            return !others.contains(Wording.contentKey(wording.words(evidence.quote())));
        }

        @Override
        public boolean differs(Evidence evidence) {
            return changed(evidence);
        }

        @Override
        public List<Evidence> counterparts(Evidence evidence) {
            return List.of();
        }
    }
}
