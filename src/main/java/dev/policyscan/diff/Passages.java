package dev.policyscan.diff;

import dev.policyscan.document.Block;
import dev.policyscan.document.Link;
import dev.policyscan.document.PolicyDocument;
import dev.policyscan.document.Sentence;
import dev.policyscan.document.Table;
import dev.policyscan.report.PolicyReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The text of a version cut into units. */
final class Passages {
    /** A row with more words than this is no row of a table but the layout of a page. */
    private static final int LONGEST_ROW = 150;
    /** Words of a numbering: "Section 4", "(a)", "iv". */
    private static final int LONGEST_NUMERAL = 4;

    private final PolicyDocument document;
    private final Wording wording;
    private final List<PolicyReport.Clause> clauses;
    private final List<Unit> units = new ArrayList<>();
    private final int[] lastUnitOf;

    private Passages(Version version, Wording wording) {
        this.document = version.document();
        this.wording = wording;
        this.clauses = version.report().clauses();
        this.lastUnitOf = new int[document.blocks().size()];
        Arrays.fill(lastUnitOf, -1);
    }

    /** The units of a version, in text order; none for one without a text. */
    static List<Unit> of(Version version, Wording wording) {
        return version.document() == null ? List.of() : new Passages(version, wording).cut();
    }

    private List<Unit> cut() {
        Map<Integer, int[]> rows = rows();
        List<Sentence> sentences = document.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            int[] row = rows.get(sentence.block());
            if (row == null) {
                add(sentence.block(), kind(document.blocks().get(sentence.block())), sentence.start(), sentence.end());
            } else if (sentence.block() == row[0] && (i == 0 || sentences.get(i - 1).block() != row[0])) {
                add(row[0], Unit.Kind.ROW, row[1], row[2]);
                for (int block = row[0]; block <= row[3]; block++) {
                    lastUnitOf[block] = units.size() - 1;
                }
            }
        }
        return units;
    }

    /** For each block of a table's row: the first block of the row, its extent, and the last block. */
    private Map<Integer, int[]> rows() {
        Map<Integer, int[]> rows = new HashMap<>();
        for (Table table : document.tables()) {
            for (Table.Row row : table.rows()) {
                int[] blocks = row.cells().stream().mapToInt(Table.Cell::block).filter(b -> b >= 0).distinct().sorted().toArray();
                // Cells that span rows stand in several; the row has what is its own.
                int[] own = Arrays.stream(blocks).filter(b -> !rows.containsKey(b)).toArray();
                if (own.length == 0 || own[own.length - 1] - own[0] != own.length - 1) {
                    continue;
                }
                int start = document.blocks().get(own[0]).start();
                int end = document.blocks().get(own[own.length - 1]).end();
                if (wording.words(document.text(), start, end).size() > LONGEST_ROW) {
                    continue;
                }
                for (int block : own) {
                    rows.put(block, new int[] {own[0], start, end, own[own.length - 1]});
                }
            }
        }
        return rows;
    }

    private static Unit.Kind kind(Block block) {
        return switch (block.kind()) {
            case HEADING -> Unit.Kind.HEADING;
            case LIST_ITEM, CONTENTS -> Unit.Kind.ITEM;
            default -> Unit.Kind.TEXT;
        };
    }

    private void add(int blockIndex, Unit.Kind kind, int start, int end) {
        Block block = document.blocks().get(blockIndex);
        List<Word> words = wording.words(document.text(), start, end);
        if (start == block.start()) {
            words = withoutNumber(words, start);
        }
        String key = Wording.contentKey(words);
        if (key.isEmpty()) {
            return;
        }
        int lead = block.lead() < 0 || block.lead() >= blockIndex ? -1 : lastUnitOf[block.lead()];
        int index = units.size();
        units.add(new Unit(index, kind, start, end, document.lineAt(start), document.sectionId(block), lead, linked(start, end), words, key, clauses(start, end)));
        lastUnitOf[blockIndex] = index;
    }

    /** Takes off the number in front: "1.", "(a)", "iv)", "2.3". */
    private List<Word> withoutNumber(List<Word> words, int start) {
        if (words.size() < 2) {
            return words;
        }
        Word first = words.get(0);
        String text = document.text();
        int length = first.end() - first.start();
        char behind = first.end() < text.length() ? text.charAt(first.end()) : ' ';
        boolean bracketed = first.start() > start && "([".indexOf(text.charAt(first.start() - 1)) >= 0;
        boolean marked = behind == '.' || behind == ')' || behind == ']' || behind == '\\';
        boolean numeral = length <= LONGEST_NUMERAL && (digits(first) || length == 1 || roman(text, first));
        return numeral && marked && (bracketed || first.start() - start <= 1) && words.get(1).start() > first.end() ? words.subList(1, words.size()) : words;
    }

    private boolean digits(Word word) {
        for (int i = word.start(); i < word.end(); i++) {
            char c = document.text().charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean roman(String text, Word word) {
        for (int i = word.start(); i < word.end(); i++) {
            if ("ivxIVX".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean linked(int start, int end) {
        List<Link> links = document.links();
        int low = 0;
        int high = links.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (links.get(middle).end() <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < links.size() && links.get(low).start() <= start + 2 && links.get(low).end() >= end - 2;
    }

    private List<PolicyReport.Clause> clauses(int start, int end) {
        int low = 0;
        int high = clauses.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (clauses.get(middle).end() <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int last = low;
        while (last < clauses.size() && clauses.get(last).start() < end) {
            last++;
        }
        return List.copyOf(clauses.subList(low, last));
    }
}
