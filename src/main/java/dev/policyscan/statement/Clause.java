package dev.policyscan.statement;

import dev.policyscan.classify.AnnotatedText;
import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Block;
import dev.policyscan.facts.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A sentence, heading, list item or cell with the phrases found in it and what introduces it. Immutable.
 */
public final class Clause {
    private static final WordSet MANY = WordSet.of("some", "many", "most", "other", "certain", "these", "those", "such");
    private static final WordSet TRADERS = WordSet.of("websites", "sites", "apps", "retailers", "publishers", "brokers", "stores", "shops", "firms", "charities", "banks", "providers",
            "companies", "businesses", "organizations");

    private static final WordSet ACTS = WordSet.of("use", "uses", "disclosure", "disclosures", "sharing", "allowing", "letting", "exchange", "exchanges", "transfer", "transfers", "disclosing",
            "participation");

    /** Tokens between the commas that set off an insertion, at most. */
    private static final int INSERTED = 16;
    /** Tokens of a parenthesis that explains a word, at most. */
    private static final int EXPLAINED = 30;

    /** Longs that a set of concepts takes. */
    private static final int WORDS = (Concept.values().length + 63) >> 6;

    private static final long[] LETTERED = set(Concept.CATEGORY, Concept.ELEMENT);

    private final int index;
    private final Block block;
    private final int blockIndex;
    private final int start;
    private final int end;
    private final Tokens tokens;
    private final int printed;
    private final int from;
    private final int to;
    private final List<Mention> mentions;
    /** The same, for going through them often. */
    private final Mention[] found;
    private final long[] concepts;
    private final long[] covered;
    private final int depth;
    private final Clause lead;
    private final List<Clause> headings;
    private final List<Statement> statements;
    /** The same, for going through them often. */
    private final Statement[] said;
    private final int words;
    private final boolean figures;
    private final long[] signature;

    Clause(int index, Block block, int blockIndex, int printed, int from, int to, AnnotatedText annotated, Clause lead, List<Clause> headings) {
        this.index = index;
        this.block = block;
        this.blockIndex = blockIndex;
        this.tokens = annotated.tokens();
        this.printed = printed;
        this.from = from;
        this.to = to;
        this.start = tokens.start(printed);
        this.end = tokens.end(to - 1);
        this.lead = lead;
        this.depth = lead == null ? 0 : lead.depth + 1;
        this.headings = headings;
        this.concepts = new long[WORDS];
        List<Mention> all = annotated.mentions();
        int first = annotated.firstMentionFrom(from);
        int last = first;
        while (last < all.size() && all.get(last).from() < to) {
            last++;
        }
        Mention[] mine = new Mention[last - first];
        int count = 0;
        this.covered = new long[(to - from) * WORDS];
        for (int i = first; i < last; i++) {
            Mention mention = all.get(i);
            if (mention.to() <= to && !denies(mention)) {
                mine[count++] = mention;
                int bit = mention.concept().ordinal();
                concepts[bit >> 6] |= 1L << bit;
                // Quotation marks around "personal information" are part of it.
                boolean quoted = mention.concept() == Concept.PERSONAL && mention.from() > from && mention.to() < to && tokens.is(mention.to(), '"')
                        && tokens.is(mention.from() - 1, '"');
                int after = quoted ? mention.to() + 1 : mention.to();
                for (int token = quoted ? mention.from() - 1 : mention.from(); token < after; token++) {
                    covered[(token - from) * WORDS + (bit >> 6)] |= 1L << bit;
                }
            }
        }
        int counted = 0;
        for (int i = printed; i < from; i++) {
            counted += tokens.kind(i) == Tokens.Kind.PUNCTUATION ? 0 : 1;
        }
        boolean number = false;
        for (int i = from; i < to; i++) {
            Tokens.Kind kind = tokens.kind(i);
            counted += kind == Tokens.Kind.PUNCTUATION ? 0 : 1;
            number |= kind == Tokens.Kind.NUMBER;
        }
        this.signature = tokens.signature(from, to);
        this.words = counted;
        this.figures = number;
        this.found = count == mine.length ? mine : Arrays.copyOf(mine, count);
        this.mentions = List.of(found);
        this.statements = List.copyOf(StatementParser.parse(this));
        this.said = statements.toArray(Statement[]::new);
    }

    /** "We do not track or sell": the words of "Do Not Track" and "Do Not Call" that deny something here. */
    private boolean denies(Mention mention) {
        return mention.concept() == Concept.PSEUDO_NEGATION && mention.from() > from
                && (tokens.is(mention.from() - 1, "we") || covers(Concept.BUSINESS, mention.from() - 1) && !tokens.capitalized(mention.from()))
                && (tokens.is(mention.to() - 1, "track") || tokens.is(mention.to() - 1, "call"));
    }

    /** Its place among the document's clauses. */
    public int index() {
        return index;
    }

    /** The block it stands in. */
    public Block block() {
        return block;
    }

    /** Index of the block it stands in. */
    public int blockIndex() {
        return blockIndex;
    }

    /** Offset of its first character in the document text. */
    public int start() {
        return start;
    }

    /** Offset after its last character. */
    public int end() {
        return end;
    }

    /** The tokens of its block. */
    public Tokens tokens() {
        return tokens;
    }

    /** Index of the first token printed: of the number of a heading that has one, which {@link #from} leaves out. */
    public int printedFrom() {
        return printed;
    }

    /** Index of its first token. */
    public int from() {
        return from;
    }

    /** Index after its last token. */
    public int to() {
        return to;
    }

    /** The phrases found in it, by first token. */
    public List<Mention> mentions() {
        return mentions;
    }

    /** The phrases of the concept found in it, by first token. */
    public List<Mention> mentions(Concept concept) {
        if (!has(concept)) {
            return List.of();
        }
        List<Mention> such = new ArrayList<>();
        for (Mention mention : found) {
            if (mention.concept() == concept) {
                such.add(mention);
            }
        }
        return such;
    }

    /** The clause that introduces it ("We collect:"), or null. */
    public Clause lead() {
        return lead;
    }

    /** Whether it goes on from an earlier clause: in the same block, or in the paragraph right behind that one's, in the same section. */
    public boolean follows(Clause before) {
        return blockIndex == before.blockIndex || blockIndex == before.blockIndex + 1 && block.kind() == Block.Kind.PARAGRAPH && before.block.kind() == Block.Kind.PARAGRAPH
                && block.section() == before.block.section();
    }

    /** How many words it has, punctuation not counted. */
    public int words() {
        return words;
    }

    /** Whether it has a number in figures. */
    public boolean hasFigures() {
        return figures;
    }

    /** How many leads stand above it. */
    int depth() {
        return depth;
    }

    /** The headings it stands under, innermost first; a heading's own list begins with the heading above it. */
    public List<Clause> headings() {
        return headings;
    }

    /** What it asserts, in text order. */
    public List<Statement> statements() {
        return statements;
    }

    /** Whether any of them is so. */
    public boolean anyStatement(Predicate<Statement> so) {
        for (Statement statement : said) {
            if (so.test(statement)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any phrase found in it is so. */
    public boolean anyMention(Predicate<Mention> so) {
        for (Mention mention : found) {
            if (so.test(mention)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a heading. */
    public boolean isHeading() {
        return block.kind() == Block.Kind.HEADING;
    }

    /** Whether a phrase of the concept stands in it. */
    public boolean has(Concept concept) {
        int bit = concept.ordinal();
        return (concepts[bit >> 6] & 1L << bit) != 0;
    }

    /** Whether a phrase of any of the concepts stands in it. */
    public boolean hasAny(Concept first, Concept second) {
        return has(first) || has(second);
    }

    /** Whether a phrase of any concept of a {@link #set} stands in it. */
    boolean hasAny(long[] set) {
        for (int i = 0; i < WORDS; i++) {
            if ((concepts[i] & set[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a phrase of any concept of a {@link #set} covers the token. */
    boolean coversAny(long[] set, int token) {
        if (token < from || token >= to) {
            return false;
        }
        for (int i = 0, at = (token - from) * WORDS; i < WORDS; i++) {
            if ((covered[at + i] & set[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** A set of concepts, a bit each. */
    static long[] set(Concept... concepts) {
        long[] set = new long[WORDS];
        for (Concept concept : concepts) {
            set[concept.ordinal() >> 6] |= 1L << concept.ordinal();
        }
        return set;
    }

    /** The phrases found in it, by first token; not to be changed. */
    Mention[] found() {
        return found;
    }

    /** Whether a token names an act by which data pass to others: "our disclosure of", "allowing partners to". */
    public boolean namesAct(int token) {
        return tokens.isAny(token, ACTS);
    }

    /** Whether the clause holds a word, given in lower case. */
    public boolean hasWord(String word) {
        if (WordSet.mayHold(signature, word)) {
            for (int i = from; i < to; i++) {
                if (tokens.is(i, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Index of the first token that is the punctuation mark, or -1. */
    public int indexOf(char mark) {
        if (WordSet.mayHold(signature, mark)) {
            for (int i = from; i < to; i++) {
                if (tokens.is(i, mark)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Whether the clause holds any of the words. */
    public boolean hasAny(WordSet words) {
        return hasWithin(words, from, to);
    }

    /** Whether a phrase of the concept's named entry stands in it. */
    public boolean has(Concept concept, String name) {
        return has(concept) && first(concept, name) != null;
    }

    /** The first phrase of the concept's named entry, or null. */
    public Mention first(Concept concept, String name) {
        for (Mention mention : found) {
            if (mention.concept() == concept && mention.entry().name().equals(name)) {
                return mention;
            }
        }
        return null;
    }

    /** The first phrase of the concept, or null. */
    public Mention first(Concept concept) {
        if (has(concept)) {
            for (Mention mention : found) {
                if (mention.concept() == concept) {
                    return mention;
                }
            }
        }
        return null;
    }

    /** Whether a phrase of the concept covers the token. */
    public boolean covers(Concept concept, int token) {
        return token >= from && token < to && covers(concept.ordinal(), token);
    }

    private boolean covers(int bit, int token) {
        return (covered[(token - from) * WORDS + (bit >> 6)] & 1L << bit) != 0;
    }

    /** Where the business begins that is the subject right before a verb, whatever adverbs or insertion stand between: "we also", "we at Heron", "Heron, as said above, may"; -1 where none does. */
    public int businessBefore(int verb) {
        int i = beforeAuxiliaries(verb - 1 > from && tokens.is(verb - 1, '"') ? verb - 2 : verb - 1);
        while (i - 1 > from && (tokens.is(i, "or") || tokens.is(i, "and")) && VerbWords.practiceVerb(this, i - 1)) {
            i = beforeAuxiliaries(i - 2);
        }
        if (i > from && tokens.is(i, ',')) {
            i = beforeAuxiliaries(beforeInsertion(i));
        }
        if (!covers(Concept.BUSINESS, i)) {
            return -1;
        }
        while (i > from && covers(Concept.BUSINESS, i - 1)) {
            i--;
        }
        return i;
    }

    private int beforeAuxiliaries(int last) {
        int i = last;
        while (i > from && (VerbWords.adverb(tokens, i) || tokens.isAny(i, VerbWords.FINITE))) {
            i--;
        }
        return i;
    }

    /** The token before the comma that opens what the comma at the token closes; the token before that comma where none is near. */
    int beforeInsertion(int comma) {
        for (int i = comma - 2; i > from && i >= comma - INSERTED; i--) {
            if (tokens.kind(i) == Tokens.Kind.PUNCTUATION && !tokens.is(i, '"')) {
                return tokens.is(i, ',') ? i - 1 : comma - 1;
            }
        }
        return comma - 1;
    }

    /** The last token of what belongs to the word at the token: the quotation mark that closes it and the parenthesis that explains it, "sell" (as the act has it); the token itself where none follows. */
    public int endOfTerm(int token) {
        int end = token + 1 < to && tokens.is(token + 1, '"') ? token + 1 : token;
        for (int i = end + 1; end + 1 < to && tokens.is(end + 1, '(') && i < to && i <= end + EXPLAINED; i++) {
            if (tokens.is(i, ')')) {
                return i;
            }
        }
        return end;
    }

    /** Behind the business that begins at the token, and what is set off by commas there: "we", "the company", "we and our affiliates", "Heron, as said above,"; the token itself where none does. */
    public int behindBusiness(int token) {
        int end = token;
        while (covers(Concept.BUSINESS, end) || end > token && end + 1 < to && tokens.is(end, "and") && covers(Concept.BUSINESS, end + 1)) {
            end++;
        }
        return end > token ? behindInsertion(end) : end;
    }

    /** Behind the insertion that the comma at the token opens; the token itself where it opens none. */
    int behindInsertion(int comma) {
        for (int i = comma + 2; comma < to && tokens.is(comma, ',') && i < to && i <= comma + INSERTED; i++) {
            if (tokens.kind(i) == Tokens.Kind.PUNCTUATION && !tokens.is(i, '"')) {
                return tokens.is(i, ',') ? i + 1 : comma;
            }
        }
        return comma;
    }

    /** Whether a phrase of the concept begins within the tokens. */
    public boolean hasWithin(Concept concept, int first, int last) {
        if (has(concept)) {
            for (Mention mention : found) {
                if (mention.from() >= last) {
                    return false;
                }
                if (mention.concept() == concept && mention.from() >= first) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether any of the words stands within the tokens, as far as they are the clause's own. */
    public boolean hasWithin(WordSet words, int first, int last) {
        if (words.mayMeet(signature)) {
            for (int i = Math.max(from, first); i < Math.min(to, last); i++) {
                if (tokens.isAny(i, words)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Some websites sell …", "many companies share …": whether it begins with others of which there are many. */
    public boolean opensWithMany() {
        return from + 1 < to && tokens.isAny(from, MANY) && tokens.isAny(from + 1, TRADERS);
    }

    /** Whether it is an item of what the business says that it does not do. */
    public boolean deniedByLead() {
        Clause opens = lead == null && headedByColon() ? headings.get(0) : lead;
        return opens != null && OpenDenial.before(opens, opens.to);
    }

    /** Whether it goes on where the heading before it stops: "We will never:" in bold. */
    private boolean headedByColon() {
        Clause heading = headings.isEmpty() ? null : headings.get(0);
        return heading != null && heading.index == index - 1 && heading.to > heading.from && heading.tokens.is(heading.to - 1, ':');
    }

    /** The nearest clause, from this one outward over its leads, that satisfies the concept; null if none does. */
    public Clause leadWith(Concept concept) {
        for (Clause at = lead; at != null; at = at.lead) {
            if (at.has(concept)) {
                return at;
            }
        }
        return null;
    }

    /** Whether any heading it stands under has a phrase of the concept. */
    public boolean underHeading(Concept concept) {
        for (Clause heading : headings) {
            if (heading.has(concept)) {
                return true;
            }
        }
        return false;
    }

    /** The categories whose names or elements it mentions, in letter order. */
    public List<Category> categories() {
        if (!hasAny(LETTERED)) {
            return List.of();
        }
        Set<Category> letters = EnumSet.noneOf(Category.class);
        for (Mention mention : found) {
            if (mention.concept() == Concept.CATEGORY || mention.concept() == Concept.ELEMENT) {
                letters.addAll(mention.entry().letters());
            }
        }
        return List.copyOf(letters);
    }
}
