package dev.policyscan.classify;

import dev.policyscan.facts.Category;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The phrases that policies use and the concepts they stand for. They are written in text files, whose README tells how to edit them, and
 * compiled by the build. Immutable and thread-safe. Finding the phrases of a text takes time linear in its length: each token starts one
 * walk through an automaton, no longer than the longest phrase with quotation marks between its words.
 */
public final class Lexicon {
    private static final String RESOURCE = "/dev/policyscan/lexicon/lexicon.bin";

    private final Vocabulary vocabulary;
    private final Entry[] entries;
    private final PhraseAutomaton automaton;
    /** By state, whether a phrase goes on with a noun that modifiers may share. */
    private final boolean[] before;

    /**
     * A concept, or one of its kinds.
     *
     * @param concept the concept
     * @param name the entry's name within the concept; empty for a concept of one entry
     * @param letters the categories the entry stands for; empty where it stands for none
     */
    public record Entry(Concept concept, String name, Set<Category> letters) {}

    Lexicon(Vocabulary vocabulary, List<Entry> entries, PhraseAutomaton automaton) {
        this.vocabulary = vocabulary;
        this.entries = entries.toArray(Entry[]::new);
        this.automaton = automaton;
        this.before = automaton.before(SharedHead.numbers(vocabulary));
    }

    /** The built-in lexicon; reads its resource anew at each call. */
    public static Lexicon load() {
        try (InputStream in = Lexicon.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            return read(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The text between two offsets with its tokens and the phrases found in it. */
    public AnnotatedText annotate(String text, int from, int to) {
        Tokens tokens = Tokens.of(text, from, to, vocabulary);
        int size = tokens.size();
        List<Mention> mentions = new ArrayList<>(size / 2 + 8);
        int head = -1;
        for (int i = 0; i < size; i++) {
            int first = mentions.size();
            int state = automaton.start();
            for (int j = i; j < size; j++) {
                if (before[state] && SharedHead.joins(tokens, j)) {
                    head = shared(tokens, i, j, state, head, mentions, first);
                }
                int next = tokens.id(j) == Vocabulary.UNKNOWN ? -1 : automaton.next(state, tokens.id(j));
                if (next < 0) {
                    // Quotation marks around a defined term do not make it another: the categories of "personal information". Two in a row end the
                    // walk, for which marks without end would be too long otherwise.
                    if (j > i && tokens.is(j, '"') && !tokens.is(j - 1, '"')) {
                        continue;
                    }
                    break;
                }
                state = next;
                for (int at = automaton.firstEnd(state), end = automaton.firstEnd(state + 1); at < end; at++) {
                    keepLonger(mentions, first, new Mention(entries[automaton.end(at)], i, j + 1));
                }
            }
        }
        return new AnnotatedText(text, tokens, mentions);
    }

    /** "Usage and contact information": adds what the modifier between two tokens names together with a noun that others share with it; answers the last such noun. */
    private int shared(Tokens tokens, int from, int to, int state, int known, List<Mention> mentions, int first) {
        int head = SharedHead.behind(tokens, to);
        int whole = head < 0 || head != known && SharedHead.isListed(tokens, from, head) ? -1 : automaton.next(state, tokens.id(head));
        if (whole < 0) {
            return known;
        }
        for (int at = automaton.firstEnd(whole), end = automaton.firstEnd(whole + 1); at < end; at++) {
            Entry entry = entries[automaton.end(at)];
            if (entry.concept() == Concept.ELEMENT || entry.concept() == Concept.CATEGORY || entry.concept() == Concept.OWN_CATEGORY) {
                keepLonger(mentions, first, new Mention(entry, from, to));
            }
        }
        return head;
    }

    /** Adds a mention; of two of one entry that begin together, the longer stays. */
    private static void keepLonger(List<Mention> mentions, int first, Mention mention) {
        for (int k = first; k < mentions.size(); k++) {
            if (mentions.get(k).entry() == mention.entry()) {
                mentions.set(k, mention);
                return;
            }
        }
        mentions.add(mention);
    }

    void write(DataOutput out) throws IOException {
        vocabulary.write(out);
        out.writeInt(entries.length);
        for (Entry entry : entries) {
            out.writeUTF(entry.concept().name());
            out.writeUTF(entry.name());
            StringBuilder letters = new StringBuilder();
            entry.letters().forEach(letter -> letters.append(letter.name()));
            out.writeUTF(letters.toString());
        }
        automaton.write(out);
    }

    private static Lexicon read(ByteBuffer in) {
        Vocabulary vocabulary = Vocabulary.read(in);
        List<Entry> entries = new ArrayList<>();
        for (int n = in.getInt(); n > 0; n--) {
            Concept concept = Concept.valueOf(string(in));
            String name = string(in);
            Set<Category> letters = EnumSet.noneOf(Category.class);
            for (char letter : string(in).toCharArray()) {
                letters.add(Category.valueOf(String.valueOf(letter)));
            }
            entries.add(new Entry(concept, name, letters));
        }
        return new Lexicon(vocabulary, entries, PhraseAutomaton.read(in));
    }

    private static String string(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
