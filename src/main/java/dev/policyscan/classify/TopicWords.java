package dev.policyscan.classify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * What the clause model counts as one word: all forms of it, and the words that {@code models/words.txt} puts with it. Only training needs
 * this; at run time {@link TopicModel} knows the word of each form by number.
 */
final class TopicWords {
    /** Stands before the first word of a clause. */
    static final String START = "[start]";
    /** Stands behind its last. */
    static final String END = "[end]";
    static final String EMAIL = "[email]";
    static final String URL = "[url]";
    /** A number of three digits or more; shorter ones are words of their own. */
    static final String NUMBER = "[number]";
    static final String YEAR = "[year]";
    /** Any form that is not in the clauses trained on. */
    static final String UNKNOWN = "[unknown]";

    /** What {@link Tokens} makes of the second half of a contraction, and where the first half is not what is written. */
    private static final List<String> CONTRACTED = List.of("can", "will", "shall", "not", "are", "have", "am");

    private final Vocabulary vocabulary = new Vocabulary();
    private final List<String> forms = new ArrayList<>(List.of(UNKNOWN));
    private final Map<String, String> heads = new HashMap<>();
    private final PorterStemmer stemmer = new PorterStemmer();

    /**
     * @param groups the file of words that count as one
     * @throws IOException if it cannot be read, or puts a word into two lines
     */
    TopicWords(Path groups) throws IOException {
        CONTRACTED.forEach(this::add);
        int number = 0;
        for (String line : Files.readAllLines(groups, StandardCharsets.UTF_8)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split("[:,\\s]+");
            for (String word : words) {
                String other = heads.put(stem(word), words[0]);
                if (other != null && !other.equals(words[0])) {
                    throw new IOException(groups + ":" + number + ": " + word + " also stands with " + other);
                }
            }
        }
    }

    /** The forms of a text, folded as {@link Tokens} folds them, between {@link #START} and {@link #END}. */
    List<String> forms(String text) {
        Tokens tokens = Tokens.of(text, 0, text.length(), vocabulary);
        boolean added = false;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.id(i) == Vocabulary.UNKNOWN && special(tokens, i) == null) {
                add(fold(tokens.text(i)));
                added = true;
            }
        }
        if (added) {
            tokens = Tokens.of(text, 0, text.length(), vocabulary);
        }
        List<String> found = new ArrayList<>(tokens.size() + 2);
        found.add(START);
        for (int i = 0; i < tokens.size(); i++) {
            String special = special(tokens, i);
            if (special == null && tokens.id(i) == Vocabulary.UNKNOWN) {
                throw new IllegalStateException("cannot fold \"" + tokens.text(i) + "\"");
            }
            found.add(special != null ? special : forms.get(tokens.id(i)));
        }
        found.add(END);
        return found;
    }

    /** The word that a form counts as. */
    String word(String form) {
        if (!Character.isLetterOrDigit(form.charAt(0))) {
            return form;
        }
        String stem = stem(form);
        return heads.getOrDefault(stem, stem);
    }

    /** The words of the forms, in the forms' order. */
    Map<String, String> words(Collection<String> among) {
        Map<String, String> words = new LinkedHashMap<>();
        among.forEach(form -> words.put(form, word(form)));
        return words;
    }

    /** What the model sees of a clause. */
    static String[] read(List<String> forms, Map<String, String> words) {
        return forms.stream().map(form -> words.getOrDefault(form, UNKNOWN)).toArray(String[]::new);
    }

    /** The name of what counts by its kind alone, or null for a token that is a form of a word. */
    static String special(Tokens tokens, int token) {
        return switch (tokens.kind(token)) {
            case EMAIL -> EMAIL;
            case URL -> URL;
            case NUMBER -> tokens.end(token) - tokens.start(token) < 3 ? null : isYear(tokens, token) ? YEAR : NUMBER;
            case WORD, PUNCTUATION -> null;
        };
    }

    private static boolean isYear(Tokens tokens, int token) {
        int value = tokens.number(token);
        return value >= 1900 && value < 2100 && tokens.end(token) - tokens.start(token) == 4;
    }

    private String stem(String form) {
        return form.length() < 4 ? form : stemmer.stem(form);
    }

    private void add(String form) {
        if (vocabulary.add(form) == forms.size()) {
            forms.add(form);
        }
    }

    private static String fold(String token) {
        String lower = token.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u201c', '"').replace('\u201d', '"')
                .replace('\u2013', '-').replace('\u2014', '-');
        int apostrophe = lower.indexOf('\'', 1);
        return apostrophe < 0 ? lower : lower.substring(0, apostrophe);
    }
}
