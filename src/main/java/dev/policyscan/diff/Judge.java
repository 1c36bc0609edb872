package dev.policyscan.diff;

import dev.policyscan.classify.AnnotatedText;
import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Lexicon;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Topic;
import dev.policyscan.facts.Dates;
import dev.policyscan.report.PolicyDiff.Direction;
import dev.policyscan.report.PolicyDiff.Severity;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import dev.policyscan.statement.Statement.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Decides how much the change of a clause matters, and for whom, by the rules of {@code clauses.txt}. One judge hears one pair of versions. */
final class Judge {
    /** A stretch of at least so many words of weight is a passage of its own, not a turn of phrase. */
    private static final int PASSAGE = 6;
    /** The most words of a label that decorates a page. */
    private static final int LONGEST_LABEL = 4;
    /** So often a label stands where it decorates. */
    private static final int DECORATION = 3;
    /** The most words of a date line or menu entry. */
    private static final int LONGEST_DATE_LINE = 14;
    private static final int LONGEST_ENTRY = 5;
    private static final int NEIGHBOURS = 4;
    private static final int MENU = 5;
    private static final int LONGEST_NAME = 4;
    /** A name that stands so often in a policy is that of its company. */
    private static final int OWN_NAME = 5;
    private static final Set<Concept> NAMING_NOTHING = EnumSet.of(Concept.BUSINESS, Concept.CONSUMER, Concept.PERSONAL, Concept.PSEUDO_NEGATION, Concept.RELATIVE, Concept.BUSINESS_ASSET,
            Concept.GOODS);
    /** What a practice is said to be done with matters only for these. */
    private static final Set<Practice> WITH_AN_OBJECT = EnumSet.of(Practice.COLLECT, Practice.USE, Practice.DISCLOSE, Practice.SELL, Practice.RETAIN, Practice.DELETE);
    /** Practices that are only spoken of in a clause that names what they are about. */
    private static final Map<Practice, Set<Concept>> NEEDED = Map.of(
            Practice.DIRECT_TO_CHILDREN, EnumSet.of(Concept.CHILD, Concept.COPPA, Concept.PARENTAL_CONSENT),
            Practice.RESPOND_TO_DNT, EnumSet.of(Concept.DNT),
            Practice.RESPOND_TO_GPC, EnumSet.of(Concept.GPC));

    private final Wording wording;
    private final ClauseRules rules;
    private final Lexicon lexicon;
    private final Side before;
    private final Side after;
    private final String title;
    private final Map<String, Integer> labels = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();

    /** One version's text with its units. */
    private static final class Side {
        private final String text;
        private final List<Unit> units;
        private final Set<String> keys = new HashSet<>();
        private final Map<String, Integer> words = new HashMap<>();
        private final int[] entries;

        Side(String text, List<Unit> units) {
            this.text = text;
            this.units = units;
            entries = new int[units.size() + 1];
            for (int i = 0; i < units.size(); i++) {
                Unit unit = units.get(i);
                keys.add(unit.key());
                unit.words().forEach(word -> words.merge(word.key(), 1, Integer::sum));
                boolean entry = unit.weight() <= LONGEST_ENTRY && !unit.isHeading() && unit.kind() != Unit.Kind.ROW && !introduced(unit)
                        && unit.statements().isEmpty() && (unit.linked() || unit.categories().isEmpty());
                entries[i + 1] = entries[i] + (entry ? 1 : 0);
            }
        }

        /** Whether a list's introduction stands before the unit: "We collect:". */
        boolean introduced(Unit unit) {
            return unit.lead() >= 0 && text.charAt(units.get(unit.lead()).end() - 1) == ':';
        }

        Unit lead(Unit unit) {
            return introduced(unit) ? units.get(unit.lead()) : null;
        }

        /** Whether the unit is an entry of a menu: short, among its like. */
        boolean menu(Unit unit) {
            int i = unit.index();
            if (entries[i + 1] == entries[i]) {
                return false;
            }
            int from = Math.max(0, i - NEIGHBOURS);
            int to = Math.min(units.size(), i + NEIGHBOURS + 1);
            return entries[to] - entries[from] >= Math.min(MENU, units.size() - 1);
        }
    }

    /**
     * A decision.
     *
     * @param severity how much the change matters
     * @param direction what it does to the consumer
     * @param rule what decided; null where no rule applied
     * @param topics what the clause is about
     */
    record Verdict(Severity severity, Direction direction, String rule, List<Topic> topics) {
        Verdict reversed() {
            return new Verdict(severity, direction.reversed(), rule, topics);
        }
    }

    static final Verdict COSMETIC = new Verdict(Severity.COSMETIC, Direction.NEUTRAL, null, List.of());

    /** @param title the title and company of both versions */
    Judge(Wording wording, ClauseRules rules, Lexicon lexicon, String title, String textBefore, List<Unit> before, String textAfter, List<Unit> after) {
        this.title = title.toLowerCase(Locale.ROOT);
        this.wording = wording;
        this.rules = rules;
        this.lexicon = lexicon;
        this.before = new Side(textBefore, before);
        this.after = new Side(textAfter, after);
    }

    /** Looks at all changes before the first is judged: what is put in again and again decorates, who is renamed again and again has a new name. */
    void hear(List<Alignment.Group> groups, Map<Alignment.Group, Edits> edits) {
        for (Alignment.Group group : groups) {
            if (group.same()) {
                continue;
            }
            Edits compared = edits.get(group);
            if (compared == null) {
                group.before().forEach(unit -> label(unit.words(), "-"));
                group.after().forEach(unit -> label(unit.words(), "+"));
                continue;
            }
            for (Edits.Edit edit : compared.edits()) {
                if (edit.fromAfter() == edit.toAfter()) {
                    label(compared.removed(edit), "-");
                } else if (edit.fromBefore() == edit.toBefore()) {
                    label(compared.added(edit), "+");
                } else {
                    String name = renaming(compared, edit);
                    if (name != null) {
                        names.merge(name, 1, Integer::sum);
                    }
                }
            }
        }
    }

    private void label(List<Word> words, String sign) {
        List<Word> content = content(words);
        if (!content.isEmpty() && content.size() <= LONGEST_LABEL && content.stream().noneMatch(rules::binds)) {
            labels.merge(sign + Wording.contentKey(words), 1, Integer::sum);
        }
    }

    /** Whether the words, put in or taken out, are a label that the page repeats. */
    private boolean decorates(List<Word> words, boolean added) {
        return labels.getOrDefault((added ? "+" : "-") + Wording.contentKey(words), 0) >= DECORATION;
    }

    /** The old and the new name that an edit may be about, or null. */
    private String renaming(Edits compared, Edits.Edit edit) {
        List<Word> old = content(compared.removed(edit));
        List<Word> young = content(compared.added(edit));
        if (old.isEmpty() || young.isEmpty() || old.size() > LONGEST_NAME || young.size() > LONGEST_NAME || !proper(old, before.text) || !proper(young, after.text)) {
            return null;
        }
        if (names(before.text, old) || names(after.text, young)) {
            return null;
        }
        return Wording.contentKey(old) + " > " + Wording.contentKey(young);
    }

    /** Whether the words look like a name: each with a capital letter somewhere, or in the title. */
    private boolean proper(List<Word> words, String text) {
        return words.stream().allMatch(w -> w.kind() == Word.Kind.URL || text.substring(w.start(), w.end()).chars().anyMatch(Character::isUpperCase)
                || title.contains(text.substring(w.start(), w.end()).toLowerCase(Locale.ROOT)));
    }

    /** Whether the words mean something of their own: a law, a state, a kind of data. Those are exchanged, not renamed. */
    private boolean names(String text, List<Word> words) {
        int start = words.get(0).start();
        int end = words.get(words.size() - 1).end();
        if (words.stream().anyMatch(w -> w.isNumber() || Dates.isWord(w.key()))) {
            return true;
        }
        // The policy of a company that others know as a third party.
        String first = words.get(0).key();
        boolean own = title.contains(text.substring(start, end).toLowerCase(Locale.ROOT))
                || Math.max(before.words.getOrDefault(first, 0), after.words.getOrDefault(first, 0)) >= 4 * OWN_NAME;
        return lexicon.annotate(text, start, end).mentions().stream().map(Mention::concept)
                .anyMatch(c -> !NAMING_NOTHING.contains(c) && !(own && (c == Concept.THIRD_PARTY || c == Concept.AD_PARTNER)));
    }

    /** Whether a word of either name is in a title, or in the name of the company. */
    private boolean own(String name) {
        Set<String> words = new HashSet<>(wording.words(title).stream().map(Word::key).toList());
        return List.of(name.split(" ")).stream().anyMatch(words::contains);
    }

    /** The old names with the new ones, as words: those given again and again, with the old name all but gone. */
    Map<List<String>, List<String>> renamed() {
        Map<List<String>, List<String>> renamed = new TreeMap<>(Comparator.comparing(List::toString));
        names.forEach((name, times) -> {
            List<String> old = List.of(name.substring(0, name.indexOf(" > ")).split(" "));
            int often = before.words.getOrDefault(old.get(0), 0);
            boolean gone = after.words.getOrDefault(old.get(0), 0) <= often / 4;
            if (gone && (often >= OWN_NAME && times >= 2 || often >= 2 && own(name))) {
                renamed.putIfAbsent(old, List.of(name.substring(name.indexOf(" > ") + 3).split(" ")));
            }
        });
        return renamed;
    }

    /** Judges a passage that stands in one version only, as if it was added. */
    Verdict alone(Unit unit, boolean added) {
        Side side = added ? after : before;
        Side other = added ? before : after;
        boolean binds = unit.words().stream().anyMatch(rules::binds);
        if (wording.isFurniture(unit.key()) || decorates(unit.words(), added) || dateLine(unit) || copyright(unit.words(), side.text)) {
            return COSMETIC;
        }
        if (unit.isHeading() && (!binds || !asserts(unit.statements())) && unit.weight() <= 2 * PASSAGE) {
            return COSMETIC;
        }
        if (other.keys.contains(unit.key()) && !unit.key().isEmpty()) {
            return COSMETIC;
        }
        Found found = new Found();
        List<Statement> statements = said(unit, side);
        for (Statement statement : statements) {
            found.statement(statement, true);
        }
        boolean asserted = !statements.isEmpty();
        for (Mention mention : mentions(side.text, unit)) {
            found.mention(mention.concept(), asserted, unit.kind() == Unit.Kind.ROW, true);
        }
        if (side.menu(unit) && found.severity != Severity.MATERIAL) {
            return COSMETIC;
        }
        rules.topics().forEach((topic, rule) -> {
            if (rule.phrases().in(unit.words())) {
                found.topic(topic, rule, true);
            }
        });
        modelTopics(unit, found);
        return found.verdict(unit.weight() < 2 && found.severity == Severity.COSMETIC ? Severity.COSMETIC : Severity.MINOR);
    }

    /** What the clause asserts or, of an item that asserts nothing by itself, what the list is introduced with. */
    private List<Statement> said(Unit unit, Side side) {
        List<Statement> own = asserted(unit, side);
        Unit lead = own.isEmpty() ? side.lead(unit) : null;
        return lead == null ? own : asserted(lead, side);
    }

    private static boolean asserts(List<Statement> statements) {
        return statements.stream().anyMatch(Judge::counts);
    }

    private static boolean counts(Statement statement) {
        if (statement.speech() == Speech.RIGHT) {
            return true;
        }
        return statement.speech() == Speech.ASSERTION && statement.actor() != Actor.CONSUMER && statement.actor() != Actor.LAW
                && (!WITH_AN_OBJECT.contains(statement.practice()) || statement.object() == Subject.PERSONAL_INFORMATION);
    }

    /** Whether the unit only points to where more is told. */
    private boolean points(Unit unit) {
        List<Word> content = content(unit.words());
        return !content.isEmpty() && rules.pointsWith(content);
    }

    /** What a unit asserts that counts; a parser that takes a word for a practice is held to the subjects that the practice needs. */
    private List<Statement> asserted(Unit unit, Side side) {
        boolean pointer = points(unit);
        List<Statement> asserted = new ArrayList<>();
        Set<Concept> concepts = null;
        for (Statement statement : unit.statements()) {
            if (!counts(statement) || pointer && statement.speech() != Speech.RIGHT && statement.practice() != Practice.SELL) {
                continue;
            }
            Set<Concept> needed = NEEDED.get(statement.practice());
            if (needed != null && statement.speech() != Speech.RIGHT) {
                concepts = concepts == null ? concepts(mentions(side.text, unit)) : concepts;
                if (needed.stream().noneMatch(concepts::contains)) {
                    continue;
                }
            }
            asserted.add(statement);
        }
        return asserted;
    }

    private static Set<Concept> concepts(List<Mention> mentions) {
        Set<Concept> concepts = EnumSet.noneOf(Concept.class);
        mentions.forEach(mention -> concepts.add(mention.concept()));
        return concepts;
    }

    private static void modelTopics(Unit unit, Found found) {
        unit.clauses().forEach(clause -> clause.topics().stream().limit(1).forEach(scored -> found.topics.add(scored.topic())));
    }

    private static List<Word> content(List<Word> words) {
        return words.stream().filter(w -> !w.isFunction()).toList();
    }

    private boolean dateLine(Unit unit) {
        return unit.weight() <= LONGEST_DATE_LINE && rules.dates(unit.words()) && unit.words().stream().anyMatch(Word::isNumber);
    }

    private static boolean copyright(List<Word> words, String text) {
        if (words.isEmpty() || words.size() > 3 * PASSAGE) {
            return false;
        }
        int start = words.get(0).start();
        return words.get(0).key().equals("copyright") || text.lastIndexOf('©', start) >= Math.max(0, start - 3);
    }

    /** Judges a passage whose words stayed: null, unless it is an item that went from a list of what is done to one of what is not. */
    Verdict relocated(Alignment.Group group) {
        Unit old = group.before().get(0);
        Unit young = group.after().get(0);
        Unit from = before.lead(old);
        Unit to = after.lead(young);
        if (from == null || to == null || asserts(old.statements()) || from.key().equals(to.key())) {
            return null;
        }
        Found found = new Found();
        for (Statement was : from.statements()) {
            for (Statement is : to.statements()) {
                if (counts(was) && counts(is) && was.practice() == is.practice() && was.speech() == is.speech() && was.polarity() != is.polarity()) {
                    found.statement(is, true);
                }
            }
        }
        return found.severity == Severity.COSMETIC ? null : found.verdict(Severity.MINOR);
    }

    /** Judges a passage that stands in both versions in other words. */
    Verdict reworded(Alignment.Group group, Edits compared) {
        List<Edits.Edit> real = real(group, compared);
        if (real.isEmpty()) {
            return COSMETIC;
        }
        boolean binds = real.stream().anyMatch(e -> compared.removed(e).stream().anyMatch(rules::binds) || compared.added(e).stream().anyMatch(rules::binds));
        boolean headings = group.before().stream().allMatch(Unit::isHeading) && group.after().stream().allMatch(Unit::isHeading);
        boolean menu = group.before().stream().allMatch(before::menu) && group.after().stream().allMatch(after::menu);
        if ((headings || menu) && !binds) {
            return COSMETIC;
        }
        Found found = new Found();
        List<Statement> old = group.before().stream().flatMap(u -> said(u, before).stream()).toList();
        List<Statement> young = group.after().stream().flatMap(u -> said(u, after).stream()).toList();
        Set<String> saidBefore = signatures(old);
        Set<String> saidAfter = signatures(young);
        for (Statement statement : young) {
            if (!saidBefore.contains(signature(statement)) && (within(statement, real, compared, true) || turned(statement, old))) {
                found.statement(statement, true);
            }
        }
        for (Statement statement : old) {
            if (!saidAfter.contains(signature(statement)) && (within(statement, real, compared, false) || turned(statement, young))) {
                found.statement(statement, false);
            }
        }
        boolean asserted = !old.isEmpty() || !young.isEmpty();
        boolean aged = asserted && (inAnyConcept(before.text, group.before(), Concept.CHILD) || inAnyConcept(after.text, group.after(), Concept.CHILD));
        boolean row = group.before().stream().anyMatch(u -> u.kind() == Unit.Kind.ROW) && group.after().stream().anyMatch(u -> u.kind() == Unit.Kind.ROW);
        exchanged(group, compared, real, asserted, row, found);
        boolean timed = asserted || inAnyConcept(before.text, group.before(), Concept.ANSWER_TIME) || inAnyConcept(after.text, group.after(), Concept.ANSWER_TIME);
        for (Edits.Edit edit : real) {
            passage(compared.added(edit), compared.before(), found, true);
            passage(compared.removed(edit), compared.after(), found, false);
            duration(compared, edit, timed, found);
            if (asserted && (lacks(compared.added(edit), compared.before()) || lacks(compared.removed(edit), compared.after()))) {
                found.add(Severity.MATERIAL, Direction.NEUTRAL, "word", null);
            }
            if (aged && (compared.removed(edit).stream().anyMatch(Word::isNumber) || compared.added(edit).stream().anyMatch(Word::isNumber))) {
                found.add(Severity.MATERIAL, Direction.NEUTRAL, "age", Topic.CHILDREN);
            }
        }
        group.after().forEach(unit -> modelTopics(unit, found));
        (young.isEmpty() ? old : young).forEach(statement -> found.topics.add(topicOf(statement.speech() == Speech.RIGHT ? Practice.GRANT_RIGHT : statement.practice())));
        return found.verdict(Severity.MINOR);
    }

    /** The edits that are more than another way to put the same. */
    private List<Edits.Edit> real(Alignment.Group group, Edits compared) {
        List<Edits.Edit> real = new ArrayList<>();
        boolean dated = group.before().stream().anyMatch(this::dateLine) && group.after().stream().anyMatch(this::dateLine);
        boolean heading = group.before().stream().allMatch(Unit::isHeading) || group.after().stream().allMatch(Unit::isHeading);
        for (Edits.Edit edit : compared.edits()) {
            List<Word> old = content(compared.removed(edit));
            List<Word> young = content(compared.added(edit));
            boolean numbers = old.stream().allMatch(w -> w.isNumber() || Dates.isWord(w.key())) && young.stream().allMatch(w -> w.isNumber() || Dates.isWord(w.key()));
            boolean same = old.isEmpty() && young.isEmpty()
                    || inflected(old, young)
                    || addresses(old, young) || hiddenMail(old, young)
                    || numbers && (dated || heading || reference(compared, edit) || copyright(compared.after(), after.text))
                    || repeated(compared.before(), edit.fromBefore(), edit.toBefore(), old) && young.isEmpty()
                    || repeated(compared.after(), edit.fromAfter(), edit.toAfter(), young) && old.isEmpty()
                    || young.isEmpty() && (decorates(compared.removed(edit), false) || wording.isFurniture(Wording.contentKey(old)))
                    || old.isEmpty() && (decorates(compared.added(edit), true) || wording.isFurniture(Wording.contentKey(young)));
            if (!same) {
                real.add(edit);
            }
        }
        return reordered(compared, real) ? List.of() : real;
    }

    private static boolean inflected(List<Word> old, List<Word> young) {
        if (old.size() != young.size()) {
            return false;
        }
        for (int i = 0; i < old.size(); i++) {
            if (old.get(i).isNumber() || old.get(i).kind() == Word.Kind.EMAIL || !Wording.nearlySame(old.get(i).key(), young.get(i).key())) {
                return false;
            }
        }
        return true;
    }

    /** Whether only addresses of the web differ, or an e-mail address is shown on one side and hidden on the other. */
    private static boolean addresses(List<Word> old, List<Word> young) {
        boolean urls = old.stream().allMatch(Judge::pointer) && young.stream().allMatch(Judge::pointer);
        boolean mails = old.size() == 1 && young.size() == 1 && old.get(0).kind() == Word.Kind.EMAIL && young.get(0).kind() == Word.Kind.EMAIL
                && (old.get(0).key().equals("@") || young.get(0).key().equals("@"));
        return urls || mails;
    }

    /** Whether an address was taken out on one side because the page now hides its addresses, as "[email protected]". */
    private boolean hiddenMail(List<Word> old, List<Word> young) {
        boolean mails = old.stream().allMatch(w -> w.kind() == Word.Kind.EMAIL) && young.stream().allMatch(w -> w.kind() == Word.Kind.EMAIL);
        return mails && (young.isEmpty() && after.words.containsKey("@") || old.isEmpty() && before.words.containsKey("@"));
    }

    private static boolean pointer(Word word) {
        return word.kind() == Word.Kind.URL || word.key().equals("link") || word.key().equals("=click") || word.key().equals("visit") || word.key().equals("=website");
    }

    /** Whether the numbers are those of a section that the text refers to. */
    private static boolean reference(Edits compared, Edits.Edit edit) {
        int at = edit.fromBefore() - 1;
        while (at >= 0 && compared.before().get(at).isFunction()) {
            at--;
        }
        return at >= 0 && compared.before().get(at).key().equals("=section");
    }

    /** Whether the words only say again what stands just before or behind them. */
    private static boolean repeated(List<Word> words, int from, int to, List<Word> content) {
        int size = to - from;
        if (content.isEmpty() || size > 2 * LONGEST_LABEL) {
            return false;
        }
        return from >= size && same(words, from - size, from, size) || to + size <= words.size() && same(words, to, from, size);
    }

    private static boolean same(List<Word> words, int a, int b, int size) {
        for (int i = 0; i < size; i++) {
            if (!words.get(a + i).key().equals(words.get(b + i).key())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the same words stand in another order. */
    private boolean reordered(Edits compared, List<Edits.Edit> edits) {
        Map<String, Integer> balance = new HashMap<>();
        for (Edits.Edit edit : edits) {
            for (Word word : content(compared.removed(edit))) {
                if (rules.negates(word)) {
                    return false;
                }
                balance.merge(word.key(), 1, Integer::sum);
            }
            for (Word word : content(compared.added(edit))) {
                if (rules.negates(word)) {
                    return false;
                }
                balance.merge(word.key(), -1, Integer::sum);
            }
        }
        return balance.values().stream().allMatch(n -> n == 0);
    }

    private static Set<String> signatures(List<Statement> statements) {
        Set<String> signatures = new HashSet<>();
        statements.forEach(s -> signatures.add(signature(s)));
        return signatures;
    }

    private static String signature(Statement statement) {
        return statement.practice() + " " + statement.polarity() + " " + (statement.speech() == Speech.RIGHT) + " " + (statement.actor() == Actor.PARTNER);
    }

    /** Whether the words of the practice are among those of an edit. */
    private static boolean within(Statement statement, List<Edits.Edit> edits, Edits compared, boolean added) {
        for (Edits.Edit edit : edits) {
            for (Word word : added ? compared.added(edit) : compared.removed(edit)) {
                if (!word.isFunction() && word.start() < statement.end() && word.end() > statement.start()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the other side says the opposite. */
    private static boolean turned(Statement statement, List<Statement> others) {
        return others.stream().anyMatch(o -> o.practice() == statement.practice() && o.polarity() != statement.polarity())
                && others.stream().noneMatch(o -> o.practice() == statement.practice() && o.polarity() == statement.polarity());
    }

    private List<Mention> mentions(String text, Unit unit) {
        return lexicon.annotate(text, unit.start(), unit.end()).mentions();
    }

    /** A phrase of the lexicon as it stands in a text. */
    private record Named(Concept concept, String entry, String words) {}

    private Named named(Mention mention, AnnotatedText annotated) {
        int start = annotated.tokens().start(mention.from());
        int end = annotated.tokens().end(mention.to() - 1);
        return new Named(mention.concept(), mention.entry().name(), Wording.contentKey(wording.words(annotated.text(), start, end)));
    }

    private Set<Named> named(String text, List<Unit> units) {
        Set<Named> names = new HashSet<>();
        for (Unit unit : units) {
            AnnotatedText annotated = lexicon.annotate(text, unit.start(), unit.end());
            annotated.mentions().forEach(mention -> names.add(named(mention, annotated)));
        }
        return names;
    }

    /** Judges the phrases that edits put in or take out. One phrase for another of its kind, "vendors" for "service providers", is neither. */
    private void exchanged(Alignment.Group group, Edits compared, List<Edits.Edit> edits, boolean asserted, boolean row, Found found) {
        Set<Named> inBefore = named(before.text, group.before());
        Set<Named> inAfter = named(after.text, group.after());
        Map<String, Set<Named>> balance = new TreeMap<>();
        for (Edits.Edit edit : edits) {
            for (Named named : touched(after.text, group.after(), compared.added(edit))) {
                if (!inBefore.contains(named)) {
                    balance.computeIfAbsent(named.concept() + " " + named.entry() + "+", k -> new HashSet<>()).add(named);
                }
            }
            for (Named named : touched(before.text, group.before(), compared.removed(edit))) {
                if (!inAfter.contains(named)) {
                    balance.computeIfAbsent(named.concept() + " " + named.entry() + "-", k -> new HashSet<>()).add(named);
                }
            }
        }
        balance.forEach((kind, names) -> {
            boolean added = kind.endsWith("+");
            String opposite = kind.substring(0, kind.length() - 1) + (added ? "-" : "+");
            if (names.size() > balance.getOrDefault(opposite, Set.of()).size()) {
                found.mention(names.iterator().next().concept(), asserted, row, added);
            }
        });
    }

    private boolean inAnyConcept(String text, List<Unit> units, Concept concept) {
        return units.stream().anyMatch(unit -> concepts(mentions(text, unit)).contains(concept));
    }

    /** The phrases that the words of an edit are part of. */
    private List<Named> touched(String text, List<Unit> units, List<Word> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<Named> touched = new ArrayList<>();
        int start = words.get(0).start();
        int end = words.get(words.size() - 1).end();
        for (Unit unit : units) {
            if (unit.start() < end && unit.end() > start) {
                AnnotatedText annotated = lexicon.annotate(text, unit.start(), unit.end());
                for (Mention mention : annotated.mentions()) {
                    if (annotated.tokens().start(mention.from()) < end && annotated.tokens().end(mention.to() - 1) > start) {
                        touched.add(named(mention, annotated));
                    }
                }
            }
        }
        boolean pseudo = touched.stream().anyMatch(n -> n.concept() == Concept.PSEUDO_NEGATION);
        return pseudo ? touched.stream().filter(n -> n.concept() != Concept.NEGATION).toList() : touched;
    }

    /** A longer stretch put in is judged by what it is about, unless the other side speaks of that as well. */
    private void passage(List<Word> words, List<Word> other, Found found, boolean added) {
        if (content(words).size() < PASSAGE) {
            return;
        }
        rules.topics().forEach((topic, rule) -> {
            if (rule.phrases().in(words) && !rule.phrases().in(other)) {
                found.topic(topic, rule, added);
            }
        });
    }

    /** Whether the words have one that a promise hangs on and that the other side lacks. */
    private boolean lacks(List<Word> words, List<Word> other) {
        return words.stream().anyMatch(w -> rules.weighs(w) && other.stream().noneMatch(o -> o.key().equals(w.key())));
    }

    private void duration(Edits compared, Edits.Edit edit, boolean asserted, Found found) {
        if (asserted && (timed(compared.before(), edit.fromBefore(), edit.toBefore()) || timed(compared.after(), edit.fromAfter(), edit.toAfter()))) {
            found.add(Severity.MATERIAL, Direction.NEUTRAL, "duration", null);
        }
    }

    /** Whether a number among the words counts a unit of time. */
    private boolean timed(List<Word> words, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean number = words.get(i).isNumber() && i + 1 < words.size() && rules.isUnit(words.get(i + 1));
            boolean unit = rules.isUnit(words.get(i)) && i > 0 && words.get(i - 1).isNumber();
            if (number || unit) {
                return true;
            }
        }
        return false;
    }

    /** What was found about one change. */
    private final class Found {
        private Severity severity = Severity.COSMETIC;
        private final Set<Direction> directions = EnumSet.noneOf(Direction.class);
        private String rule;
        private final Set<Topic> topics = new LinkedHashSet<>();

        void add(Severity how, Direction direction, String by, Topic topic) {
            if (topic != null) {
                topics.add(topic);
            }
            if (how.compareTo(severity) > 0) {
                severity = how;
                directions.clear();
                rule = by;
            }
            if (how == severity) {
                directions.add(direction);
            }
        }

        void statement(Statement statement, boolean added) {
            Practice practice = statement.speech() == Speech.RIGHT ? Practice.GRANT_RIGHT : statement.practice();
            ClauseRules.StatementRule found = rules.statement(practice);
            if (found != null) {
                boolean saying = statement.polarity() == Polarity.POSITIVE || practice == Practice.GRANT_RIGHT;
                Direction direction = saying ? found.saying() : found.denying();
                add(found.severity(), added ? direction : direction.reversed(), "statement " + practice.name().toLowerCase(Locale.ROOT), topicOf(practice));
            }
        }

        void mention(Concept concept, boolean asserted, boolean row, boolean added) {
            ClauseRules.MentionRule found = rules.mention(concept);
            if (found == null || found.where() == ClauseRules.Where.ASSERTED && !asserted || found.where() == ClauseRules.Where.ROW && !row) {
                return;
            }
            add(found.severity(), added ? found.adding() : found.adding().reversed(), "phrase " + concept.name().toLowerCase(Locale.ROOT), null);
        }

        void topic(Topic topic, ClauseRules.TopicRule found, boolean added) {
            add(found.severity(), added ? found.adding() : found.adding().reversed(), "topic " + topic.term(), topic);
        }

        Verdict verdict(Severity least) {
            Severity decided = severity.compareTo(least) >= 0 ? severity : least;
            Set<Direction> clear = EnumSet.copyOf(directions.isEmpty() ? Set.of(Direction.NEUTRAL) : directions);
            if (clear.size() > 1) {
                clear.remove(Direction.NEUTRAL);
            }
            Direction direction = clear.size() == 1 ? clear.iterator().next() : Direction.NEUTRAL;
            return new Verdict(decided, decided == Severity.COSMETIC ? Direction.NEUTRAL : direction, rule, List.copyOf(topics));
        }
    }

    private static Topic topicOf(Practice practice) {
        return switch (practice) {
            case COLLECT, INFER -> Topic.COLLECTION;
            case USE -> Topic.USE;
            case DISCLOSE -> Topic.DISCLOSURE;
            case SELL -> Topic.SALE;
            case SHARE_FOR_ADVERTISING -> Topic.SHARING;
            case RETAIN, DELETE -> Topic.RETENTION;
            case RESPOND_TO_DNT -> Topic.DNT;
            case RESPOND_TO_GPC -> Topic.GPC;
            case DIRECT_TO_CHILDREN -> Topic.CHILDREN;
            case GRANT_RIGHT -> Topic.RIGHTS;
        };
    }
}
