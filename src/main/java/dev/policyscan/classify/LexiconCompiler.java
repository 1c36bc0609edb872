package dev.policyscan.classify;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Compiles the lexicon's text files into the resource that {@link Lexicon#load()} reads; part of the build, since it takes longer than an analysis. */
public final class LexiconCompiler {
    private LexiconCompiler() {}

    /** Compiles the folder {@code args[0]} into the file {@code args[1]}. */
    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[1]);
        Files.createDirectories(out.toAbsolutePath().getParent());
        try (DataOutputStream data = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out)))) {
            compile(LexiconSource.read(Path.of(args[0]))).write(data);
        }
    }

    /** The lexicon of the entries. */
    static Lexicon compile(List<LexiconSource.Item> items) {
        Vocabulary vocabulary = new Vocabulary();
        PhraseAutomaton.Builder builder = new PhraseAutomaton.Builder();
        for (int number = 0; number < items.size(); number++) {
            for (String phrase : items.get(number).phrases()) {
                builder.end(add(PhraseSyntax.parse(phrase), builder.begin(), builder, vocabulary), number);
            }
        }
        return new Lexicon(vocabulary, items.stream().map(LexiconSource.Item::entry).toList(), builder.build());
    }

    /** Adds the parts of a phrase behind a state; gives the state after them. */
    private static int add(List<PhraseSyntax.Part> parts, int from, PhraseAutomaton.Builder builder, Vocabulary vocabulary) {
        int state = from;
        for (PhraseSyntax.Part part : parts) {
            int after = builder.state();
            if (part.optional()) {
                builder.skip(state, after);
            }
            if (part.group() != null) {
                for (List<PhraseSyntax.Part> sequence : part.group()) {
                    builder.skip(add(sequence, state, builder, vocabulary), after);
                }
            } else {
                for (String words : part.words()) {
                    builder.skip(addWords(words, state, builder, vocabulary), after);
                }
            }
            state = after;
        }
        return state;
    }

    private static int addWords(String words, int from, PhraseAutomaton.Builder builder, Vocabulary vocabulary) {
        Tokens tokens = Tokens.of(words, 0, words.length(), vocabulary);
        int state = from;
        for (int i = 0; i < tokens.size(); i++) {
            int id = tokens.id(i);
            if (id == Vocabulary.UNKNOWN) {
                id = vocabulary.add(tokens.text(i).toLowerCase(Locale.ROOT));
            }
            int next = builder.state();
            builder.word(state, id, next);
            String word = vocabulary.word(id);
            String british = BritishSpelling.of(word);
            if (!british.equals(word)) {
                builder.word(state, vocabulary.add(british), next);
            }
            if (word.equals("we")) {
                // What is said of "we" is said of "the company".
                int the = builder.state();
                builder.word(state, vocabulary.add("the"), the);
                builder.word(the, vocabulary.add("company"), next);
            }
            state = next;
        }
        return state;
    }
}
