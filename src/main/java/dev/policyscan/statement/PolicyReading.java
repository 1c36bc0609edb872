package dev.policyscan.statement;

import dev.policyscan.classify.AnnotatedText;
import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Lexicon;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Block;
import dev.policyscan.document.CompanyName;
import dev.policyscan.document.PolicyDocument;
import dev.policyscan.document.Section;
import dev.policyscan.document.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A document read clause by clause. Immutable.
 *
 * @param document the document
 * @param company the name of the company whose policy it is; null where it names none
 * @param clauses its clauses, in text order; none of the parts of the page that are another document, such as terms of use
 * @param firstOfBlock for each block the index of its first clause; one more entry closes the last
 * @param cells for each block that is a table cell of several clauses, the whole of it as one
 */
public record PolicyReading(PolicyDocument document, String company, List<Clause> clauses, int[] firstOfBlock, Map<Integer, Clause> cells) {
    /** Tokens of the longest clause; longer sentences are read in pieces, so that reading takes linear time. */
    private static final int LONGEST = 400;
    /** Before the number of a heading. */
    private static final WordSet NUMBERED = WordSet.of("section", "article", "part", "chapter");
    private static final WordSet ROMAN = WordSet.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx");
    /** Words of "we at" and a name, at most. */
    private static final int NAME = 5;
    /** Leads and headings that are followed outward. */
    private static final int DEEPEST = 8;

    /** Reads a document. */
    public static PolicyReading of(PolicyDocument document, Lexicon lexicon) {
        return new Reader(document, lexicon).read();
    }

    /** The clauses of a block. */
    public List<Clause> clausesOf(int block) {
        return clauses.subList(firstOfBlock[block], firstOfBlock[block + 1]);
    }

    /** A table cell read as one clause, since its lines may be one phrase; null where it holds none. */
    public Clause cell(int block) {
        Clause whole = cells.isEmpty() ? null : cells.get(block);
        if (whole != null) {
            return whole;
        }
        int first = firstOfBlock[block];
        return first < firstOfBlock[block + 1] ? clauses.get(first) : null;
    }

    private static final char UNTICKED = '☐';
    private static final Lexicon.Entry OWN_NAME = new Lexicon.Entry(Concept.BUSINESS, "name", Set.of());

    private static final class Reader {
        private final PolicyDocument document;
        private final Lexicon lexicon;
        private final List<Clause> clauses = new ArrayList<>();
        private final Map<String, Integer> sectionIndex = new HashMap<>();
        private final String company;
        /** The first word of the company's name, folded; empty where there is none. */
        private final String brand;
        private final List<String> furtherNames;
        /** The words of what the company calls itself for short; empty where there is nothing such. */
        private final List<String> alias;
        /** Whether the text has boxes that are to be ticked. */
        private final boolean boxes;
        private final Clause[] headingOf;
        private final Map<Integer, Clause> cells = new HashMap<>();

        Reader(PolicyDocument document, Lexicon lexicon) {
            this.document = document;
            this.lexicon = lexicon;
            CompanyName.Definition defined = CompanyName.defined(document);
            this.company = CompanyName.of(document, defined);
            this.brand = firstWord(company);
            this.furtherNames = words(company).stream().skip(1).toList();
            this.alias = words(defined == null || defined.alias().isEmpty() ? null : defined.alias());
            this.boxes = document.text().indexOf(UNTICKED) >= 0;
            this.headingOf = new Clause[document.sections().size()];
            for (int i = 0; i < document.sections().size(); i++) {
                sectionIndex.put(document.sections().get(i).id(), i);
            }
        }

        PolicyReading read() {
            List<Block> blocks = document.blocks();
            List<Sentence> sentences = document.sentences();
            int[] first = new int[blocks.size() + 1];
            int sentence = 0;
            BitSet others = OtherDocuments.in(document);
            for (int b = 0; b < blocks.size(); b++) {
                first[b] = clauses.size();
                Block block = blocks.get(b);
                if (block.kind() == Block.Kind.CONTENTS || block.section() >= 0 && others.get(block.section())) {
                    while (sentence < sentences.size() && sentences.get(sentence).block() == b) {
                        sentence++;
                    }
                    continue;
                }
                AnnotatedText annotated = withoutShadowed(lexicon.annotate(document.text(), block.start(), block.end()));
                Clause introduced = block.lead() < 0 || block.lead() >= b || first[block.lead()] == first[block.lead() + 1]
                        ? null : clauses.get(first[block.lead() + 1] - 1);
                Clause lead = introduced != null && introduced.depth() >= DEEPEST ? null : introduced;
                List<Clause> headings = headings(block);
                for (; sentence < sentences.size() && sentences.get(sentence).block() == b; sentence++) {
                    Sentence s = sentences.get(sentence);
                    int to = annotated.tokens().firstFrom(s.end());
                    for (int from = annotated.tokens().firstFrom(s.start()); from < to; from += LONGEST) {
                        int end = Math.min(to, from + LONGEST);
                        int named = block.kind() == Block.Kind.HEADING ? behindNumber(annotated.tokens(), from, end) : from;
                        Clause clause = new Clause(clauses.size(), block, b, from, named, end, annotated, lead, headings);
                        clauses.add(clause);
                        if (block.kind() == Block.Kind.HEADING && block.section() >= 0 && headingOf[block.section()] == null) {
                            headingOf[block.section()] = clause;
                        }
                    }
                }
                int tokens = annotated.tokens().size();
                if (block.kind() == Block.Kind.CELL && clauses.size() > first[b] + 1 && tokens <= LONGEST) {
                    cells.put(b, new Clause(first[b], block, b, 0, 0, tokens, annotated, lead, headings));
                }
            }
            first[blocks.size()] = clauses.size();
            return new PolicyReading(document, company, List.copyOf(clauses), first, Collections.unmodifiableMap(cells));
        }

        /** Behind the number of a heading, "3.", "3.2)", "Section 3:", "IV.", which tells nothing of what it heads; the first token where it has none, or is nothing else. */
        private static int behindNumber(Tokens tokens, int from, int to) {
            int at = from < to && tokens.isAny(from, NUMBERED) ? from + 1 : from;
            if (at + 2 < to && tokens.isAny(at, ROMAN) && (tokens.is(at + 1, '.') || tokens.is(at + 1, ')') || tokens.is(at + 1, ':')) && tokens.kind(at + 2) == Tokens.Kind.WORD) {
                return at + 2;
            }
            if (at >= to || tokens.kind(at) != Tokens.Kind.NUMBER) {
                return from;
            }
            boolean marked = tokens.text(at).indexOf('.') > 0;
            while (at + 1 < to && tokens.kind(at) == Tokens.Kind.NUMBER && (marked || tokens.kind(at + 1) == Tokens.Kind.PUNCTUATION)) {
                marked = true;
                at += tokens.kind(at + 1) == Tokens.Kind.PUNCTUATION ? 2 : 1;
            }
            return marked && at < to && tokens.kind(at) == Tokens.Kind.WORD ? at : from;
        }

        /** The words of a name, folded, without the punctuation behind them. */
        private static List<String> words(String name) {
            return name == null ? List.of() : Stream.of(name.toLowerCase(Locale.ROOT).split(" "))
                    .map(word -> word.endsWith(",") || word.endsWith(".") ? word.substring(0, word.length() - 1) : word).toList();
        }

        private static String firstWord(String name) {
            if (name == null) {
                return "";
            }
            String folded = name.strip().toLowerCase(Locale.ROOT);
            int end = 0;
            while (end < folded.length() && Character.isLetterOrDigit(folded.charAt(end))) {
                end++;
            }
            return folded.substring(0, end);
        }

        /** Whether a mention of a well-known third party is the name of the policy's own company. */
        private boolean isOwnName(AnnotatedText annotated, Mention mention) {
            return !brand.isEmpty() && (mention.concept() == Concept.THIRD_PARTY || mention.concept() == Concept.AD_PARTNER) && mention.to() == mention.from() + 1
                    && annotated.tokens().is(mention.from(), brand);
        }

        private List<Clause> headings(Block block) {
            if (block.section() < 0) {
                return List.of();
            }
            List<Clause> headings = new ArrayList<>(4);
            for (Integer at = block.section(); at != null && headings.size() < DEEPEST; ) {
                Section section = document.sections().get(at);
                if (headingOf[at] != null) {
                    headings.add(headingOf[at]);
                }
                at = section.parent() == null ? null : sectionIndex.get(section.parent());
            }
            return headings;
        }

        /** Of data elements and category names the longer phrase wins: "device identifier" is no "identifier", "domain name" no "name". */
        private AnnotatedText withoutShadowed(AnnotatedText annotated) {
            List<Mention> kept = new ArrayList<>(annotated.mentions().size());
            int coveredTo = -1;
            Mention covering = null;
            List<Mention> all = annotated.mentions();
            for (int i = 0; i < all.size(); i++) {
                Mention mention = all.get(i);
                if (!isData(mention)) {
                    if (!isOwnName(annotated, mention) && !TargetedAdvertising.denied(annotated.tokens(), mention)) {
                        kept.add(mention);
                    }
                    continue;
                }
                boolean shadowed = mention.to() <= coveredTo && covering != null && length(mention) < length(covering);
                for (int k = i + 1; !shadowed && k < all.size() && all.get(k).from() == mention.from(); k++) {
                    shadowed = isData(all.get(k)) && length(all.get(k)) > length(mention);
                }
                if (!shadowed) {
                    kept.add(mention);
                    if (mention.to() > coveredTo) {
                        coveredTo = mention.to();
                        covering = mention;
                    }
                }
            }
            List<Mention> said = boxes ? withoutUnticked(annotated.tokens(), annotated.text(), kept) : kept;
            return new AnnotatedText(annotated.text(), annotated.tokens(), TargetedAdvertising.in(annotated.tokens(), withCompany(annotated.tokens(), said)));
        }

        /** The mentions without those in options that are not ticked: "☐ not sold ☒ sold to brokers" says that it is sold; nor a box beside its option, as a box by itself is an answer. */
        private static List<Mention> withoutUnticked(Tokens tokens, String text, List<Mention> mentions) {
            BitSet left = new BitSet();
            for (int i = 0; i + 1 < tokens.size(); i++) {
                int option = i + 1;
                while (isBox(tokens, i) && option < tokens.size() && !isBox(tokens, option) && onOneLine(text, tokens.end(option - 1), tokens.start(option))) {
                    left.set(option, tokens.is(i, UNTICKED));
                    left.set(i);
                    option++;
                }
            }
            return left.isEmpty() ? mentions : mentions.stream().filter(mention -> !left.get(mention.from())).toList();
        }

        private static boolean onOneLine(String text, int from, int to) {
            for (int i = from; i < to; i++) {
                if (text.charAt(i) == '\n') {
                    return false;
                }
            }
            return true;
        }

        private static boolean isBox(Tokens tokens, int token) {
            return tokens.is(token, UNTICKED) || tokens.is(token, '☑') || tokens.is(token, '☒');
        }

        /** The mentions with those of the company by its name, which is the business that speaks; a name that is a word of the lexicon stays that. */
        private List<Mention> withCompany(Tokens tokens, List<Mention> mentions) {
            List<Mention> all = null;
            int next = 0;
            int covered = 0;
            for (int i = 0; i < tokens.size(); i++) {
                int end = !brand.isEmpty() && tokens.is(i, brand) && tokens.capitalized(i) ? run(tokens, i + 1, furtherNames) : weAt(tokens, i);
                if (!alias.isEmpty()) {
                    int called = run(tokens, i, alias);
                    end = called - i == alias.size() ? Math.max(end, called) : end;
                }
                if (end == i) {
                    continue;
                }
                if (all == null) {
                    all = new ArrayList<>(mentions.size() + 4);
                }
                while (next < mentions.size() && mentions.get(next).from() <= i) {
                    covered = Math.max(covered, mentions.get(next).to());
                    all.add(mentions.get(next++));
                }
                if (covered > i && !tokens.is(i, "we")) {
                    continue;
                }
                all.add(new Mention(OWN_NAME, i, end));
            }
            if (all == null) {
                return mentions;
            }
            all.addAll(mentions.subList(next, mentions.size()));
            return all;
        }

        /** Behind "we at Heron Lane", whose name may be told nowhere else; the token itself where nothing such begins. */
        private static int weAt(Tokens tokens, int we) {
            if (!tokens.is(we, "we") || we + 2 >= tokens.size() || !tokens.is(we + 1, "at") || !tokens.capitalized(we + 2)) {
                return we;
            }
            int end = we + 3;
            while (end < tokens.size() && end - we <= NAME && tokens.kind(end) == Tokens.Kind.WORD && tokens.capitalized(end)) {
                end++;
            }
            return end;
        }

        /** Where the run of capitalized words that a token begins ends: the next token that is not the next of the words. */
        private static int run(Tokens tokens, int from, List<String> words) {
            int end = from;
            while (end < tokens.size() && end - from < words.size() && tokens.is(end, words.get(end - from)) && tokens.capitalized(end)) {
                end++;
            }
            return end;
        }

        private static int length(Mention mention) {
            return mention.to() - mention.from();
        }

        private static boolean isData(Mention mention) {
            Concept concept = mention.concept();
            return concept == Concept.ELEMENT || concept == Concept.CATEGORY || concept == Concept.NON_ELEMENT;
        }
    }
}
