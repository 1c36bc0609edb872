package dev.policyscan.diff;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Topic;
import dev.policyscan.report.PolicyDiff.Direction;
import dev.policyscan.report.PolicyDiff.Severity;
import dev.policyscan.statement.Statement.Practice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How much a changed clause matters, and for whom: what {@code clauses.txt} says. Immutable and thread-safe. */
final class ClauseRules {
    private static final Set<String> LISTS = Set.of("[statements]", "[mentions]", "[binding]", "[negating]", "[weighty]", "[units]", "[date_line]", "[pointers]");

    private final Map<Practice, StatementRule> statements = new EnumMap<>(Practice.class);
    private final Map<Concept, MentionRule> mentions = new EnumMap<>(Concept.class);
    private final Set<String> binding = new HashSet<>();
    private final Set<String> negating = new HashSet<>();
    private final Set<String> weighty = new HashSet<>();
    private final Set<String> units = new HashSet<>();
    private final Phrases dateLine = new Phrases();
    private final Phrases pointers = new Phrases();
    private final Map<Topic, TopicRule> topics = new LinkedHashMap<>();

    /**
     * What a practice does.
     *
     * @param severity how much it matters
     * @param saying what saying it does
     * @param denying what denying it does
     */
    record StatementRule(Severity severity, Direction saying, Direction denying) {}

    /** Where a phrase counts. */
    enum Where { ANYWHERE, ASSERTED, ROW }

    /**
     * What a phrase does.
     *
     * @param severity how much it matters
     * @param adding what putting it in does
     * @param where where it counts
     */
    record MentionRule(Severity severity, Direction adding, Where where) {}

    /**
     * What a topic does.
     *
     * @param severity how much it matters
     * @param adding what adding a clause does
     * @param phrases how such clauses speak
     * @param matching examples that must match
     * @param others examples that must not
     */
    record TopicRule(Severity severity, Direction adding, Phrases phrases, List<String> matching, List<String> others) {}

    /** Phrases by their first word. */
    static final class Phrases {
        private final Map<String, List<List<String>>> byFirst = new HashMap<>();

        private void add(List<String> keys) {
            byFirst.computeIfAbsent(keys.get(0), k -> new ArrayList<>()).add(keys);
        }

        /** The end of the longest phrase that begins at a word; the word's own index where none does. */
        int endAt(List<Word> words, int at) {
            int end = at;
            for (List<String> phrase : byFirst.getOrDefault(words.get(at).key(), List.of())) {
                int i = 1;
                while (i < phrase.size() && at + i < words.size() && words.get(at + i).key().equals(phrase.get(i))) {
                    i++;
                }
                end = i == phrase.size() ? Math.max(end, at + i) : end;
            }
            return end;
        }

        /** Whether any phrase stands in the words. */
        boolean in(List<Word> words) {
            for (int i = 0; i < words.size(); i++) {
                if (endAt(words, i) > i) {
                    return true;
                }
            }
            return false;
        }
    }

    private ClauseRules() {}

    /** The built-in rules; reads its resource anew at each call. */
    static ClauseRules load(Wording wording) {
        ClauseRules rules = new ClauseRules();
        RuleFile file = RuleFile.load("clauses.txt");
        for (String line : file.lines("statements")) {
            String[] parts = line.split("[: ]+");
            rules.statements.put(Practice.valueOf(upper(parts[0])), new StatementRule(Severity.valueOf(upper(parts[1])), Direction.valueOf(upper(parts[2])), Direction.valueOf(upper(parts[3]))));
        }
        for (String line : file.lines("mentions")) {
            String[] parts = line.split("[: ]+");
            rules.mentions.put(Concept.valueOf(upper(parts[0])), new MentionRule(Severity.valueOf(upper(parts[1])), Direction.valueOf(upper(parts[2])),
                    parts.length > 3 ? Where.valueOf(upper(parts[3])) : Where.ANYWHERE));
        }
        file.lines("binding").forEach(word -> wording.words(word).forEach(w -> rules.binding.add(w.key())));
        file.lines("negating").forEach(word -> wording.words(word).forEach(w -> rules.negating.add(w.key())));
        file.lines("weighty").forEach(word -> wording.words(word).forEach(w -> rules.weighty.add(w.key())));
        file.lines("units").forEach(word -> wording.words(word).forEach(w -> rules.units.add(w.key())));
        file.lines("date_line").forEach(phrase -> rules.dateLine.add(keys(phrase, wording)));
        file.lines("pointers").forEach(phrase -> rules.pointers.add(keys(phrase, wording)));
        file.sections().forEach((header, lines) -> {
            if (!header.isEmpty() && !LISTS.contains(header)) {
                rules.topic(header, lines, wording);
            }
        });
        return rules;
    }

    private void topic(String header, List<String> lines, Wording wording) {
        int close = header.indexOf(']');
        String[] parts = header.substring(close + 1).strip().split(" ");
        Phrases phrases = new Phrases();
        List<String> matching = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("yes:")) {
                matching.add(line.substring(4).strip());
            } else if (line.startsWith("no:")) {
                others.add(line.substring(3).strip());
            } else {
                spelledOut(line).forEach(phrase -> phrases.add(keys(phrase, wording)));
            }
        }
        topics.put(Topic.valueOf(upper(header.substring(1, close))),
                new TopicRule(Severity.valueOf(upper(parts[0])), Direction.valueOf(upper(parts[1])), phrases, List.copyOf(matching), List.copyOf(others)));
    }

    /** The phrases that one line with {@code (a|b)} and {@code (c)?} stands for. */
    private static List<String> spelledOut(String line) {
        int open = line.indexOf('(');
        if (open < 0) {
            return List.of(line);
        }
        int close = line.indexOf(')', open);
        boolean optional = close + 1 < line.length() && line.charAt(close + 1) == '?';
        String behind = line.substring(close + (optional ? 2 : 1));
        List<String> all = new ArrayList<>();
        for (String alternative : line.substring(open + 1, close).split("\\|")) {
            all.addAll(spelledOut(line.substring(0, open) + alternative + behind));
        }
        if (optional) {
            all.addAll(spelledOut(line.substring(0, open) + behind));
        }
        return all;
    }

    private static List<String> keys(String phrase, Wording wording) {
        List<String> keys = wording.words(phrase).stream().map(Word::key).toList();
        if (keys.isEmpty()) {
            throw new IllegalStateException("a phrase without words in clauses.txt: " + phrase);
        }
        return keys;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** The rule of a practice, or null. */
    StatementRule statement(Practice practice) {
        return statements.get(practice);
    }

    /** The rule of a phrase, or null. */
    MentionRule mention(Concept concept) {
        return mentions.get(concept);
    }

    /** Whether the word turns or binds a promise. */
    boolean binds(Word word) {
        return binding.contains(word.key());
    }

    /** Whether the word denies or excepts what stands near it. */
    boolean negates(Word word) {
        return negating.contains(word.key());
    }

    /** Whether a promise hangs on the word. */
    boolean weighs(Word word) {
        return weighty.contains(word.key());
    }

    /** Whether the word is a unit of time. */
    boolean isUnit(Word word) {
        return units.contains(word.key());
    }

    /** Whether the words have a phrase that dates a policy. */
    boolean dates(List<Word> words) {
        return dateLine.in(words);
    }

    /** Whether a clause of this content only points to where more is told. */
    boolean pointsWith(List<Word> content) {
        return pointers.endAt(content, 0) > 0;
    }

    /** The topics with their rules, in the file's order. */
    Map<Topic, TopicRule> topics() {
        return topics;
    }
}
