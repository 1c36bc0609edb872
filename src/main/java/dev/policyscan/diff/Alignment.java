package dev.policyscan.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings the units of two versions together: what stayed, what moved, what was reworded, split or merged, and what stands in one version
 * only. Units of the same content are found by their keys; of the rest, those are brought together that share the most of their rarer
 * words. Time is near-linear in the number of words: a word that many units hold proposes no candidates.
 */
final class Alignment {
    /** Units that share this much of their words were reworded, wherever they stand. */
    private static final double ALIKE = 0.55;
    /** The same for units between the same neighbours. */
    private static final double ALIKE_IN_PLACE = 0.4;
    /** So much of a unit must stand in another for it to be a part of that. */
    private static final double PART = 0.7;
    /** A word or pair of words in more units than this proposes none of them. */
    private static final int COMMON = 48;
    private static final int CANDIDATES = 8;
    /** Fewer words of weight than this are no part of another unit merely because they stand in it. */
    private static final int SHORTEST_PART = 3;

    private final List<Unit> before;
    private final List<Unit> after;
    private final int[] partner;
    private final int[] partnerOfAfter;
    private final BitSet inOrder = new BitSet();
    private final Map<String, Double> rarity = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final Group[] groupOfBefore;
    private final Group[] groupOfAfter;

    /** Units that belong together. */
    static final class Group {
        private final List<Unit> before = new ArrayList<>();
        private final List<Unit> after = new ArrayList<>();
        private final boolean same;
        private final boolean moved;

        private Group(boolean same, boolean moved) {
            this.same = same;
            this.moved = moved;
        }

        /** Units of the old version, in text order; empty where the passage was added. */
        List<Unit> before() {
            return before;
        }

        /** Units of the new version, in text order; empty where the passage was removed. */
        List<Unit> after() {
            return after;
        }

        /** Whether both sides have the same content. */
        boolean same() {
            return same;
        }

        /** Whether it stands elsewhere than its neighbours did. */
        boolean moved() {
            return moved;
        }
    }

    private Alignment(List<Unit> before, List<Unit> after) {
        this.before = before;
        this.after = after;
        this.partner = filled(before.size());
        this.partnerOfAfter = filled(after.size());
        this.groupOfBefore = new Group[before.size()];
        this.groupOfAfter = new Group[after.size()];
    }

    /** Aligns two versions. The groups come in the order of the old text, then what was added in that of the new. */
    static List<Group> of(List<Unit> before, List<Unit> after) {
        Alignment alignment = new Alignment(before, after);
        alignment.same();
        alignment.eachGap(alignment::regroup);
        alignment.eachGap(alignment::pairAlikeButForNumbers);
        alignment.reworded();
        alignment.parts();
        return alignment.finish();
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, -1);
        return array;
    }

    /** Units of equal content: in order where possible, else moved. */
    private void same() {
        Map<String, Integer> ids = new HashMap<>();
        int[] a = before.stream().mapToInt(u -> ids.computeIfAbsent(u.key(), k -> ids.size())).toArray();
        int[] b = after.stream().mapToInt(u -> ids.computeIfAbsent(u.key(), k -> ids.size())).toArray();
        int[] match = Sequences.match(a, b);
        for (int i = 0; i < a.length; i++) {
            if (match[i] >= 0) {
                pair(i, match[i], true, false);
                inOrder.set(i);
            }
        }
        Map<Integer, List<Integer>> left = new HashMap<>();
        for (int i = b.length - 1; i >= 0; i--) {
            if (partnerOfAfter[i] < 0) {
                left.computeIfAbsent(b[i], k -> new ArrayList<>()).add(i);
            }
        }
        for (int i = 0; i < a.length; i++) {
            List<Integer> places = partner[i] < 0 ? left.get(a[i]) : null;
            if (places != null && !places.isEmpty()) {
                pair(i, places.remove(places.size() - 1), true, true);
            }
        }
    }

    private Group pair(int i, int j, boolean same, boolean moved) {
        Group group = new Group(same, moved);
        groups.add(group);
        joinBefore(group, i);
        joinAfter(group, j);
        partner[i] = j;
        partnerOfAfter[j] = i;
        return group;
    }

    private void joinBefore(Group group, int i) {
        group.before.add(before.get(i));
        groupOfBefore[i] = group;
    }

    private void joinAfter(Group group, int j) {
        group.after.add(after.get(j));
        groupOfAfter[j] = group;
    }

    /** What is to be done with the units between two anchors. */
    private interface Gap {
        void between(int fromBefore, int toBefore, int fromAfter, int toAfter);
    }

    private void eachGap(Gap gap) {
        int atAfter = 0;
        int from = 0;
        for (int i = 0; i <= before.size(); i++) {
            if (i < before.size() && !inOrder.get(i)) {
                continue;
            }
            int to = i < before.size() ? partner[i] : after.size();
            gap.between(from, i, atAfter, to);
            from = i + 1;
            atAfter = to + 1;
        }
    }

    /** The same words cut into other units: a paragraph split, items joined to a sentence. */
    private void regroup(int fromBefore, int toBefore, int fromAfter, int toAfter) {
        List<Integer> left = open(fromBefore, toBefore, groupOfBefore);
        List<Integer> right = open(fromAfter, toAfter, groupOfAfter);
        if (left.isEmpty() || right.isEmpty() || !content(left, before).equals(content(right, after))) {
            return;
        }
        Group group = new Group(true, false);
        groups.add(group);
        left.forEach(i -> joinBefore(group, i));
        right.forEach(j -> joinAfter(group, j));
    }

    /** Units that differ in numbers and addresses only, such as a date line. */
    private void pairAlikeButForNumbers(int fromBefore, int toBefore, int fromAfter, int toAfter) {
        Map<String, List<Integer>> right = new HashMap<>();
        for (int j : open(fromAfter, toAfter, groupOfAfter)) {
            right.computeIfAbsent(masked(after.get(j)), k -> new ArrayList<>()).add(j);
        }
        for (int b : open(fromBefore, toBefore, groupOfBefore)) {
            List<Integer> places = right.get(masked(before.get(b)));
            if (places != null && !places.isEmpty()) {
                pair(b, places.remove(0), false, false);
            }
        }
    }

    private static String masked(Unit unit) {
        StringBuilder key = new StringBuilder();
        for (Word word : unit.words()) {
            if (word.kind() == Word.Kind.CONTENT) {
                key.append(word.key()).append(' ');
            } else if (!word.isFunction()) {
                key.append(word.kind() == Word.Kind.NUMBER ? "# " : "@ ");
            }
        }
        return key.toString();
    }

    private static List<Integer> open(int from, int to, Group[] groupOf) {
        List<Integer> open = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (groupOf[i] == null) {
                open.add(i);
            }
        }
        return open;
    }

    private static String content(List<Integer> indexes, List<Unit> units) {
        StringBuilder content = new StringBuilder();
        indexes.forEach(i -> content.append(units.get(i).key()).append(' '));
        return content.toString();
    }

    private record Candidate(int before, int after, double score, int distance) {}

    /** Brings reworded units together, the most alike first. */
    private void reworded() {
        weigh();
        int[] gapBefore = gapsBefore();
        int[] gapAfter = gapsAfter();
        List<Integer> left = open(0, before.size(), groupOfBefore);
        List<Integer> right = open(0, after.size(), groupOfAfter);
        Map<String, List<Integer>> index = index(right, after);
        List<Candidate> candidates = new ArrayList<>();
        for (int i : left) {
            for (int j : proposed(before.get(i), index)) {
                double shared = shared(counts(before.get(i).words()), counts(after.get(j).words()));
                double alike = 2 * shared / (weight(before.get(i)) + weight(after.get(j)));
                boolean inPlace = gapBefore[i] == gapAfter[j];
                if (alike >= (inPlace ? ALIKE_IN_PLACE : ALIKE)) {
                    candidates.add(new Candidate(i, j, alike + (inPlace ? 0.1 : 0), Math.abs(gapBefore[i] - gapAfter[j])));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::distance)
                .thenComparingInt(Candidate::before).thenComparingInt(Candidate::after));
        for (Candidate candidate : candidates) {
            if (groupOfBefore[candidate.before()] == null && groupOfAfter[candidate.after()] == null) {
                pair(candidate.before(), candidate.after(), false, gapBefore[candidate.before()] != gapAfter[candidate.after()]);
            }
        }
    }

    /** How rare each word is in both versions together. */
    private void weigh() {
        Map<String, Integer> holders = new HashMap<>();
        for (List<Unit> units : List.of(before, after)) {
            for (Unit unit : units) {
                counts(unit.words()).keySet().forEach(word -> holders.merge(word, 1, Integer::sum));
            }
        }
        int all = before.size() + after.size();
        holders.forEach((word, n) -> rarity.put(word, Math.log(1 + (double) all / n)));
    }

    /** The number of the stretch between anchors that each unit stands in. */
    private int[] gapsBefore() {
        int[] gaps = new int[before.size()];
        int gap = 0;
        for (int i = 0; i < gaps.length; i++) {
            if (inOrder.get(i)) {
                gap = i + 1;
            }
            gaps[i] = gap;
        }
        return gaps;
    }

    private int[] gapsAfter() {
        int[] gaps = new int[after.size()];
        int gap = 0;
        for (int j = 0; j < gaps.length; j++) {
            int i = partnerOfAfter[j];
            if (i >= 0 && inOrder.get(i)) {
                gap = i + 1;
            }
            gaps[j] = gap;
        }
        return gaps;
    }

    private static Map<String, Integer> counts(List<Word> words) {
        Map<String, Integer> counts = new HashMap<>();
        for (Word word : words) {
            if (!word.isFunction()) {
                counts.merge(word.key(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private double weight(Unit unit) {
        double weight = 0;
        for (Word word : unit.words()) {
            weight += word.isFunction() ? 0 : rarity.get(word.key());
        }
        return weight;
    }

    private double shared(Map<String, Integer> a, Map<String, Integer> b) {
        // In the order of the words, for the same sum whatever the order of the maps.
        double shared = 0;
        for (Map.Entry<String, Integer> entry : new TreeMap<>(a).entrySet()) {
            shared += Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0)) * rarity.get(entry.getKey());
        }
        return shared;
    }

    /** The units by their words and pairs of neighbouring words. */
    private static Map<String, List<Integer>> index(List<Integer> open, List<Unit> units) {
        Map<String, List<Integer>> index = new HashMap<>();
        for (int i : open) {
            for (String feature : features(units.get(i))) {
                index.computeIfAbsent(feature, f -> new ArrayList<>()).add(i);
            }
        }
        return index;
    }

    private static List<String> features(Unit unit) {
        List<String> features = new ArrayList<>();
        String last = null;
        for (Word word : unit.words()) {
            if (!word.isFunction()) {
                features.add(word.key());
                if (last != null) {
                    features.add(last + " " + word.key());
                }
                last = word.key();
            }
        }
        return features.stream().distinct().toList();
    }

    private static List<Integer> proposed(Unit unit, Map<String, List<Integer>> index) {
        Map<Integer, Double> votes = new HashMap<>();
        for (String feature : features(unit)) {
            List<Integer> holders = index.getOrDefault(feature, List.of());
            if (holders.size() <= COMMON) {
                for (int holder : holders) {
                    votes.merge(holder, 1.0 / holders.size(), Double::sum);
                }
            }
        }
        return votes.entrySet().stream().sorted(Map.Entry.<Integer, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(CANDIDATES).map(Map.Entry::getKey).toList();
    }

    /** Units that stand, for the most part, in a larger one of the other version: the larger was split, or made of several. */
    private void parts() {
        List<Integer> left = open(0, before.size(), groupOfBefore);
        List<Integer> right = open(0, after.size(), groupOfAfter);
        Map<String, List<Integer>> wholesAfter = index(changed(after, groupOfAfter), after);
        Map<String, List<Integer>> wholesBefore = index(changed(before, groupOfBefore), before);
        for (int i : left) {
            int j = whole(before.get(i), wholesAfter, after, groupOfAfter, true);
            Group group = j >= 0 ? groupOfAfter[j] : neighbour(before.get(i), groupOfBefore, true);
            if (group != null) {
                joinBefore(group, i);
            }
        }
        for (int j : right) {
            int i = whole(after.get(j), wholesBefore, before, groupOfBefore, false);
            Group group = i >= 0 ? groupOfBefore[i] : neighbour(after.get(j), groupOfAfter, false);
            if (group != null) {
                joinAfter(group, j);
            }
        }
    }

    private static List<Integer> changed(List<Unit> units, Group[] groupOf) {
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            if (groupOf[i] != null && !groupOf[i].same) {
                changed.add(i);
            }
        }
        return changed;
    }

    /** The unit of the other version that the unit is a part of, beside the parts it has already; -1 for none. */
    private int whole(Unit part, Map<String, List<Integer>> index, List<Unit> units, Group[] groupOf, boolean old) {
        if (part.weight() < SHORTEST_PART) {
            return -1;
        }
        Map<String, Integer> words = counts(part.words());
        double weight = weight(part);
        for (int candidate : proposed(part, index)) {
            if (shared(words, rest(groupOf[candidate], old)) >= PART * weight) {
                return candidate;
            }
        }
        return -1;
    }

    /** The words of one side of a group that the other side lacks. */
    private static Map<String, Integer> rest(Group group, boolean old) {
        Map<String, Integer> rest = new HashMap<>();
        for (Unit unit : old ? group.after : group.before) {
            counts(unit.words()).forEach((word, n) -> rest.merge(word, n, Integer::sum));
        }
        for (Unit unit : old ? group.before : group.after) {
            counts(unit.words()).forEach((word, n) -> rest.computeIfPresent(word, (w, have) -> Math.max(0, have - n)));
        }
        return rest;
    }

    /** The group of the unit just before or behind, where all of a short unit's words are missing there: a label that was set apart. */
    private static Group neighbour(Unit unit, Group[] groupOf, boolean old) {
        for (int beside : new int[] {unit.index() + 1, unit.index() - 1}) {
            Group group = beside >= 0 && beside < groupOf.length ? groupOf[beside] : null;
            if (group != null && !group.same && !group.before.isEmpty() && !group.after.isEmpty()) {
                Map<String, Integer> rest = rest(group, old);
                if (counts(unit.words()).entrySet().stream().allMatch(e -> rest.getOrDefault(e.getKey(), 0) >= e.getValue())) {
                    return group;
                }
            }
        }
        return null;
    }

    private List<Group> finish() {
        for (int i = 0; i < before.size(); i++) {
            if (groupOfBefore[i] == null) {
                Group group = new Group(false, false);
                groups.add(group);
                joinBefore(group, i);
            }
        }
        for (int j = 0; j < after.size(); j++) {
            if (groupOfAfter[j] == null) {
                Group group = new Group(false, false);
                groups.add(group);
                joinAfter(group, j);
            }
        }
        for (Group group : groups) {
            group.before.sort(Comparator.comparingInt(Unit::index));
            group.after.sort(Comparator.comparingInt(Unit::index));
        }
        groups.sort(Comparator.comparingInt((Group g) -> g.before.isEmpty() ? Integer.MAX_VALUE : g.before.get(0).index())
                .thenComparingInt(g -> g.after.isEmpty() ? -1 : g.after.get(0).index()));
        return groups;
    }
}
