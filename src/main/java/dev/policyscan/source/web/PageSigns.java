package dev.policyscan.source.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of phrases, from a resource that people edit: sections {@code [name]}, one phrase a line, with a weight before it in some. */
final class PageSigns {
    private final Map<String, List<Sign>> sections;

    /**
     * @param phrase words in lower case without punctuation or, in sections about mark-up, letters as they are
     * @param weight 1 unless the line says otherwise
     */
    record Sign(String phrase, int weight) {}

    private PageSigns(Map<String, List<Sign>> sections) {
        this.sections = sections;
    }

    static PageSigns load(String resource) {
        Map<String, List<Sign>> sections = new LinkedHashMap<>();
        try (InputStream in = PageSigns.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Sign> section = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = line.strip();
                if (text.startsWith("[")) {
                    section = new ArrayList<>();
                    sections.put(text.substring(1, text.length() - 1), section);
                } else if (!text.isEmpty() && !text.startsWith("#") && !text.startsWith("yes:") && !text.startsWith("no:")) {
                    section.add(sign(text));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PageSigns(sections);
    }

    private static Sign sign(String line) {
        int space = line.indexOf(' ');
        if (space > 0 && (line.charAt(0) == '+' || line.charAt(0) == '-')) {
            return new Sign(line.substring(space + 1), Integer.parseInt(line.substring(0, space)));
        }
        return new Sign(line, 1);
    }

    /** How many of the section's phrases stand in the words. */
    int kinds(String section, String words) {
        int kinds = 0;
        for (Sign sign : sections.get(section)) {
            kinds += words.contains(" " + sign.phrase + " ") ? 1 : 0;
        }
        return kinds;
    }

    /** How often the section's phrases stand in the words. */
    int count(String section, String words) {
        int count = 0;
        for (Sign sign : sections.get(section)) {
            String phrase = " " + sign.phrase + " ";
            for (int at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + phrase.length() - 1)) {
                count++;
            }
        }
        return count;
    }

    /** Whether one of the section's letters stands in mark-up, which must be in lower case. */
    boolean inMarkup(String section, String markup) {
        return sections.get(section).stream().anyMatch(sign -> markup.contains(sign.phrase));
    }

    /** Whether it is just one of the section's phrases. */
    boolean isOne(String section, String phrase) {
        return sections.get(section).stream().anyMatch(sign -> sign.phrase.equals(phrase));
    }

    /** Whether it is one of the section's hosts or below one. */
    boolean isHost(String section, String host) {
        return sections.get(section).stream().anyMatch(sign -> host.equals(sign.phrase) || host.endsWith("." + sign.phrase));
    }

    /** The best of the section's weights that apply, with all those that speak against added. */
    int weight(String section, String words) {
        int best = 0;
        int against = 0;
        for (Sign sign : sections.get(section)) {
            if (words.contains(" " + sign.phrase + " ")) {
                best = Math.max(best, sign.weight);
                against += Math.min(0, sign.weight);
            }
        }
        return best + against;
    }

    /** Words in lower case with one space before, between and after; apostrophes dropped, all else that is no letter or digit a gap. */
    static String words(CharSequence text, int max) {
        StringBuilder words = new StringBuilder(Math.min(text.length(), max) + 2).append(' ');
        int length = Math.min(text.length(), max);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                words.append(Character.toLowerCase(c));
            } else if (c != '\'' && c != '’' && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        if (words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
        return words.toString();
    }

    /** How many words there are in what {@link #words} gives. */
    static int number(String words) {
        int spaces = 0;
        for (int i = 0; i < words.length(); i++) {
            spaces += words.charAt(i) == ' ' ? 1 : 0;
        }
        return spaces - 1;
    }
}
