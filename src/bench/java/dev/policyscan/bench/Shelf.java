package dev.policyscan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Makes any number of policies out of the samples: other companies, figures, dates and words, other sections in another order. */
final class Shelf {
    private static final String[][] WORDS = {
        {"personal information", "personal data", "information about you"},
        {"third parties", "other companies", "outside parties"},
        {"service providers", "vendors", "contractors"},
        {"we may", "we might", "we sometimes"},
        {"in order to", "so as to", "to"},
        {"e-mail address", "email address", "e-mail"},
        {"website", "site", "web site"},
        {"customers", "users", "members"},
        {"retain", "keep", "store"},
        {"such as", "including", "for example"},
    };
    private static final String[] FIRST = {
        "Alder", "Birch", "Cedar", "Dapple", "Ember", "Fallow", "Gorse", "Heron", "Ivory", "Juniper", "Kestrel", "Larch", "Mallow", "Nettle", "Osprey",
        "Pewter", "Quarry", "Rowan", "Sorrel", "Thistle", "Umber", "Vesper", "Willow", "Yarrow",
    };
    private static final String[] SECOND = {
        "bank", "bridge", "brook", "combe", "dale", "field", "ford", "gate", "grove", "ham", "hurst", "land", "mead", "moor", "port", "ridge", "shaw",
        "stead", "stone", "ton", "wick", "wood", "worth", "yard",
    };

    private final List<String[]> samples = new ArrayList<>();

    Shelf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md") || f.toString().endsWith(".txt")).sorted().toList()) {
                samples.add(Files.readString(file).split("\n\n"));
            }
        }
        if (samples.isEmpty()) {
            throw new IOException("no samples in " + folder);
        }
    }

    /** Fills a folder with policies of about so many bytes each; those that are there already are kept. */
    void fill(Path folder, int count, int bytes) throws IOException {
        for (int i = 0; i < count; i++) {
            Path shelf = folder.resolve(String.format(Locale.ROOT, "%03d", i / 1000));
            Path file = shelf.resolve(String.format(Locale.ROOT, "policy-%06d.md", i));
            if (!Files.exists(file)) {
                Files.createDirectories(shelf);
                Files.writeString(file, policy(i, bytes));
            }
        }
    }

    /** The text of policy number {@code seed}. */
    String policy(int seed, int bytes) {
        Random random = new Random(seed * 7919L + 17);
        String company = FIRST[random.nextInt(FIRST.length)] + SECOND[random.nextInt(SECOND.length)] + " " + FIRST[random.nextInt(FIRST.length)] + ", Inc.";
        int[] choice = new int[WORDS.length];
        for (int i = 0; i < choice.length; i++) {
            choice[i] = random.nextInt(WORDS[i].length);
        }
        StringBuilder text = new StringBuilder("# Privacy Policy\n\nLast updated: March ").append(1 + random.nextInt(28)).append(", ").append(2018 + random.nextInt(8))
                .append("\n\nThis policy says what ").append(company).append(" does with personal information.\n\n");
        while (text.length() < bytes) {
            String[] sample = samples.get(random.nextInt(samples.size()));
            int from = random.nextInt(sample.length);
            int to = Math.min(sample.length, from + 10 + random.nextInt(20));
            for (int i = from; i < to && text.length() < bytes; i++) {
                text.append(substitute(sample[i], choice, random)).append("\n\n");
            }
        }
        return text.toString();
    }

    private static String substitute(String block, int[] choice, Random random) {
        String text = block;
        for (int i = 0; i < WORDS.length; i++) {
            text = text.replace(WORDS[i][0], WORDS[i][choice[i]]);
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            // Other figures, but years stay years and categories their sections of the law.
            boolean alone = (at == 0 || text.charAt(at - 1) == ' ') && at + 2 < text.length() && Character.isDigit(text.charAt(at + 1)) && text.charAt(at + 2) == ' ';
            out.append(alone && c >= '1' && c <= '8' ? (char) ('1' + random.nextInt(8)) : c);
        }
        return out.toString();
    }
}
