package dev.policyscan.classify;

import dev.policyscan.facts.Category;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lexicon as written: the text files that the build compiles into what {@link Lexicon} reads. */
final class LexiconSource {
    /** The files, in reading order. */
    private static final List<String> FILES = List.of(
            "grammar", "actors", "practices", "objects", "categories", "elements", "retention", "signals", "children", "rights", "requests",
            "regions", "structure");

    /**
     * An entry with its phrases.
     *
     * @param entry the entry
     * @param phrases the phrases as written
     * @param matching examples that must hold the entry
     * @param others examples that must not
     * @param file the file's name, without ending
     */
    record Item(Lexicon.Entry entry, List<String> phrases, List<String> matching, List<String> others, String file) {}

    private LexiconSource() {}

    /**
     * Reads the files of a folder.
     *
     * @throws IllegalStateException naming file and line if one cannot be understood, or if a concept has no entry
     */
    static List<Item> read(Path folder) throws IOException {
        List<Item> items = new ArrayList<>();
        Set<Concept> missing = EnumSet.allOf(Concept.class);
        for (String file : FILES) {
            for (Item item : parse(file, Files.readAllLines(folder.resolve(file + ".txt"), StandardCharsets.UTF_8))) {
                items.add(item);
                missing.remove(item.entry().concept());
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("no lexicon entry for " + missing);
        }
        return items;
    }

    private static List<Item> parse(String file, List<String> lines) {
        List<Item> items = new ArrayList<>();
        Set<String> headers = new HashSet<>();
        Item open = null;
        int number = 0;
        for (String line : lines) {
            number++;
            String trimmed = line.strip();
            if (trimmed.isEmpty() || trimmed.charAt(0) == '#') {
                continue;
            }
            if (trimmed.charAt(0) == '[') {
                open = new Item(header(trimmed), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), file);
                if (!headers.add(trimmed)) {
                    throw new IllegalStateException(file + ":" + number + ": " + trimmed + " stands twice");
                }
                items.add(open);
            } else if (open == null) {
                throw new IllegalStateException(file + ":" + number + ": phrase before the first [concept]");
            } else if (trimmed.startsWith("yes:")) {
                open.matching().add(trimmed.substring(4).strip());
            } else if (trimmed.startsWith("no:")) {
                open.others().add(trimmed.substring(3).strip());
            } else {
                open.phrases().add(trimmed);
            }
        }
        return items;
    }

    /** Parses {@code [concept]}, {@code [concept name]} or {@code [concept name = AB]}. */
    private static Lexicon.Entry header(String line) {
        String inner = line.substring(1, line.indexOf(']')).strip();
        int equals = inner.indexOf('=');
        Set<Category> letters = EnumSet.noneOf(Category.class);
        if (equals >= 0) {
            for (char letter : inner.substring(equals + 1).strip().toCharArray()) {
                letters.add(Category.valueOf(String.valueOf(letter)));
            }
            inner = inner.substring(0, equals).strip();
        }
        int space = inner.indexOf(' ');
        String concept = space < 0 ? inner : inner.substring(0, space);
        String name = space < 0 ? "" : inner.substring(space + 1).strip();
        return new Lexicon.Entry(Concept.valueOf(concept.toUpperCase(Locale.ROOT)), name, letters);
    }
}
