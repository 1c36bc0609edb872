package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Block;
import dev.policyscan.document.Table;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Modality;
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import dev.policyscan.statement.Statement.Subject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The tables of a policy whose rows are categories of personal information, with what their columns answer. */
final class CategoryTables {
    /** What follows "who" in the heading of a column of recipients. */
    private static final WordSet RECEIVES = WordSet.of("gets", "receives", "sees", "obtains", "has");

    /** What stands between the names in a cell that lists several. */
    private static final WordSet BETWEEN = WordSet.of(";", "*", "•", "·");

    /** Longest name of a category, in tokens. */
    private static final int HEAD = 16;
    private static final double CERTAIN = 0.97;

    /** "Who we share with", "circumstances in which we disclose data". */
    private static final WordSet CASES = WordSet.of("who", "circumstances");

    /** What a column tells. */
    enum Column { CATEGORY, EXAMPLES, COLLECTED, PURPOSE, DISCLOSED, SOLD, SHARED, SOLD_OR_SHARED, DISCLOSED_AND_SOLD, ALL_RECIPIENTS, DISCLOSED_OR_SOLD, RETENTION, OTHER }

    /**
     * A row about categories.
     *
     * @param letters the categories it names; none where it tells of all
     * @param explicit whether it names them by the statute's words
     * @param answers for each kind of column there is, whether the row's answer is yes
     * @param deniesSale whether a cell says in words that it is not sold; an empty cell does not
     * @param deniesSharing the same for sharing, under a heading of its own or of sale and sharing
     * @param evidence the row's words
     */
    record Row(Set<Category> letters, boolean explicit, Map<Column, Boolean> answers, boolean deniesSale, boolean deniesSharing, Evidence evidence) {
        /** The row, where what it says is disclosed is shared for advertising. */
        Row shared() {
            Map<Column, Boolean> shared = new EnumMap<>(answers);
            Boolean given = shared.remove(Column.DISCLOSED);
            if (given == null) {
                return this;
            }
            shared.put(Column.SHARED, given);
            return new Row(letters, explicit, shared, deniesSale, deniesSharing, evidence);
        }

        /** The row, where its recipients get it for advertising, too. */
        Row alsoShared() {
            Map<Column, Boolean> both = new EnumMap<>(answers);
            both.put(Column.SHARED, true);
            return new Row(letters, explicit, both, deniesSale, deniesSharing, evidence);
        }

        /** The row, where what it says is collected or sold is disclosed, too. */
        Row disclosed() {
            if (!answers.containsValue(true)) {
                return this;
            }
            Map<Column, Boolean> both = new EnumMap<>(answers);
            both.putIfAbsent(Column.DISCLOSED, true);
            return new Row(letters, explicit, both, deniesSale, deniesSharing, evidence);
        }
    }

    /** What a table may tell about a category beside its collection. */
    private static final Set<Column> TOLD = EnumSet.of(Column.DISCLOSED, Column.SOLD, Column.SHARED, Column.SOLD_OR_SHARED);
    /** Columns of what is disclosed and what is sold at once. */
    private static final Set<Column> OF_BOTH = EnumSet.of(Column.DISCLOSED_AND_SOLD, Column.ALL_RECIPIENTS, Column.DISCLOSED_OR_SOLD);
    private static final WordSet ONLY = WordSet.of("only", "solely", "exclusively");
    private static final WordSet COOKIES = WordSet.of("cookie", "cookies");
    private static final WordSet EACH = WordSet.of("each", "them", "all", "these", "those");
    /** Tokens of a heading in which recipients are named, at most. */
    private static final int RECIPIENT = 6;
    /** A heading in a second row has no more tokens. */
    private static final int SUBHEADING = 14;
    /** Tokens of a short cell, at most. */
    private static final int SHORT = 8;
    /** "Purpose of sale or sharing", with one for what is sold, has no more words. */
    private static final int PURPOSE_OF_SALE = 6;
    /** A label of recipients has no more words. */
    private static final int LABEL = 8;
    /** Tokens of the longest cell that heads a column. */
    private static final int LONGEST_HEADING = 40;
    /** Rows of a list of cookies among which one tells that it is one, at most. */
    private static final int COOKIE_ROWS = 4;

    private final PolicyReading reading;
    private final Quotes quotes;
    private final Modes modes;
    private final List<Row> rows = new ArrayList<>();
    private final BitSet blocks = new BitSet();
    private final BitSet retention = new BitSet();
    /** Cells of tables that list cookies, with what each is for and how long it lasts. */
    private final BitSet cookieFiles = new BitSet();
    private final Map<Integer, Set<Category>> names = new HashMap<>();
    /** Blocks with a policy's own name of what is collected, and with the examples beside it. */
    private final BitSet ownNames = new BitSet();
    /** Whether the policy denies selling, as soon as someone asked. */
    private Boolean deniesSale;
    /** By block, what a cell announces as the heading of a column, as far as it was asked for. */
    private final Column[] announced;

    CategoryTables(PolicyReading reading, Modes modes, Quotes quotes) {
        this.reading = reading;
        this.modes = modes;
        this.quotes = quotes;
        this.announced = new Column[reading.document().blocks().size()];
        for (Table table : reading.document().tables()) {
            read(upright(table));
        }
        CategoryRecords records = new CategoryRecords(reading, quotes);
        rows.addAll(records.rows());
        blocks.or(records.blocks());
        names.putAll(records.names());
    }

    /** The rows of all tables, in text order. */
    List<Row> rows() {
        return rows;
    }

    /** Whether the block is a cell of a row about categories. */
    boolean holds(int block) {
        return blocks.get(block);
    }

    /** Whether the block is a cell of a column that tells how long information is kept. */
    boolean tellsRetention(int block) {
        return retention.get(block);
    }

    /** Whether the block is a cell of a table that lists cookies. */
    boolean listsCookies(int block) {
        return cookieFiles.get(block);
    }

    /** The categories that the block names, where it is the naming cell of a row; empty otherwise. */
    Set<Category> lettersAt(int block) {
        return names.isEmpty() ? Set.of() : names.getOrDefault(block, Set.of());
    }

    /** Whether the block names what is collected in the policy's own words, or gives examples of it: what such a name means is told by its content. */
    boolean tellsInOwnWords(int block) {
        return ownNames.get(block);
    }

    /** The table with a row for each category; turned where the categories head its columns and "Collected", "Sold" its rows. */
    private Table upright(Table table) {
        List<Table.Cell> names = table.rows().isEmpty() ? List.of() : table.rows().get(0).cells();
        if (table.rows().size() < 2 || names.size() < 3 || table.rows().stream().anyMatch(row -> row.cells().size() != names.size())) {
            return table;
        }
        boolean heads = names.subList(1, names.size()).stream().allMatch(cell -> names(cell) && isShort(cell));
        boolean roles = table.rows().subList(1, table.rows().size()).stream().map(row -> row.cells().get(0))
                .allMatch(cell -> cell.block() >= 0 && column(cell) != Column.CATEGORY && !names(cell));
        if (!heads || !roles) {
            return table;
        }
        List<Table.Row> turned = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            List<Table.Cell> cells = new ArrayList<>();
            for (int row = 0; row < table.rows().size(); row++) {
                cells.add(new Table.Cell(table.rows().get(row).cells().get(column).block(), row, column == 0));
            }
            turned.add(new Table.Row(column == 0, cells));
        }
        return new Table(table.start(), table.end(), table.section(), table.lead(), turned);
    }

    /** The table with a category that is named once, beside the first of its rows, beside each of them. */
    private Table filled(Table table) {
        List<Table.Row> rows = new ArrayList<>();
        Table.Cell above = null;
        boolean changed = false;
        for (Table.Row row : table.rows()) {
            Table.Cell first = row.cells().isEmpty() ? null : row.cells().get(0);
            boolean blank = first != null && first.block() < 0 && first.column() == 0 && above != null && row.cells().stream().anyMatch(cell -> cell.block() >= 0)
                    && row.cells().stream().noneMatch(cell -> cell.block() >= 0 && names(cell));
            if (blank) {
                List<Table.Cell> cells = new ArrayList<>(row.cells());
                cells.set(0, above);
                rows.add(new Table.Row(row.header(), cells));
                changed = true;
            } else {
                rows.add(row);
                above = first != null && first.block() >= 0 && first.column() == 0 && names(first) ? first : null;
            }
        }
        return changed ? new Table(table.start(), table.end(), table.section(), table.lead(), rows) : table;
    }

    private void read(Table source) {
        Table table = filled(source);
        if (byRecipient(table)) {
            return;
        }
        Map<Integer, Column> columns = new HashMap<>();
        BitSet sharing = new BitSet();
        Mode around = context(table);
        Mode context = (around == Mode.NONE || around == Mode.RIGHTS) && headsCollected(table) ? Mode.COLLECTS : around;
        int body = 0;
        boolean blank = true;
        boolean saleAlone = context == Mode.SELLS && table.rows().stream().limit(2).flatMap(row -> row.cells().stream()).noneMatch(cell -> column(cell) == Column.SOLD);
        while (body < table.rows().size()
                && (table.rows().get(body).header() || (blank || body == 1 && dividesHeader(table.rows().get(1))) && looksLikeHeader(table.rows().get(body)))) {
            blank &= table.rows().get(body).cells().stream().allMatch(cell -> cell.block() < 0);
            for (Table.Cell cell : table.rows().get(body).cells()) {
                Column column = saleAlone ? ofSale(cell, column(cell)) : columns.get(cell.column()) == Column.DISCLOSED && isForBusiness(cell) ? Column.DISCLOSED : column(cell);
                if (column != Column.OTHER || !columns.containsKey(cell.column())) {
                    columns.put(cell.column(), column);
                    sharing.set(cell.column(), column == Column.SHARED || column == Column.SOLD && has(cell, Concept.TARGETED_ADS));
                }
            }
            body++;
        }
        shares(table, body, columns, sharing);
        ofNames(table, body, columns);
        boolean anyRole = columns.values().stream().anyMatch(c -> c == Column.COLLECTED || TOLD.contains(c) || OF_BOTH.contains(c));
        boolean data = table.rows().stream().limit(Math.max(1, body)).flatMap(row -> row.cells().stream()).map(cell -> cell.block() < 0 ? null : reading.cell(cell.block()))
                .anyMatch(clause -> clause != null && namesData(clause));
        boolean cookies = table.rows().stream().limit(3).flatMap(row -> row.cells().stream()).map(cell -> cell.block() < 0 ? null : reading.cell(cell.block()))
                .anyMatch(clause -> clause != null && clause.has(Concept.COOKIE_LIFE));
        for (Table.Row row : cookies || !data ? List.<Table.Row>of() : table.rows().subList(body, table.rows().size())) {
            for (Table.Cell cell : row.cells()) {
                if (cell.block() >= 0 && columns.get(cell.column()) == Column.RETENTION) {
                    retention.set(cell.block());
                }
            }
        }
        if (!data && table.rows().stream().limit(COOKIE_ROWS).flatMap(row -> row.cells().stream()).anyMatch(this::tellsCookie)) {
            table.rows().stream().flatMap(row -> row.cells().stream()).filter(cell -> cell.block() >= 0).forEach(cell -> cookieFiles.set(cell.block()));
        }
        boolean told = columns.values().stream().anyMatch(c -> c != Column.DISCLOSED && TOLD.contains(c) || OF_BOTH.contains(c));
        boolean shared = !told && sharedAbove(table);
        boolean disclosed = disclosedAbove(table);
        boolean leadShares = table.lead() >= 0 && reading.clausesOf(table.lead()).stream().anyMatch(line -> line.has(Concept.SHARE_WORD) && !line.hasWord("disclosed"));
        boolean advertised = columns.values().stream().noneMatch(c -> c != Column.DISCLOSED && TOLD.contains(c)) && soldAbove(table);
        List<Row> found = new ArrayList<>();
        List<Integer> cells = new ArrayList<>();
        BitSet own = new BitSet();
        int named = 0;
        for (Table.Row row : table.rows()) {
            Row read = named(row);
            if (read != null) {
                rows.add(read);
                row.cells().stream().filter(c -> c.block() >= 0).forEach(c -> blocks.set(c.block()));
            }
        }
        for (Table.Row row : table.rows().subList(body, table.rows().size()).stream().flatMap(row -> pairs(row).stream()).toList()) {
            List<Row> answered = selfAnswered(row, context);
            found.addAll(answered);
            named += answered.size();
            Row read = answered.isEmpty() ? row(row, table.rows().get(0), columns, sharing, anyRole, context, own) : null;
            if (read != null) {
                boolean networks = advertised && row.cells().stream().anyMatch(c -> columns.get(c.column()) == Column.DISCLOSED && namesNetworks(c));
                boolean advertises = !told && row.cells().stream().anyMatch(c -> columns.get(c.column()) == Column.PURPOSE && isForAdvertising(c));
                found.add(shared || advertises && leadShares ? read.shared() : networks || advertises && Boolean.TRUE.equals(read.answers().get(Column.DISCLOSED)) ? read.alsoShared() : disclosed ? read.disclosed() : read);
                named++;
                row.cells().stream().filter(c -> c.block() >= 0 && (read.explicit() || tells(columns.get(c.column())))).forEach(c -> cells.add(c.block()));
            }
        }
        if (named >= 2 || named == 1 && anyRole && (found.get(0).explicit() || headsData(table, body))) {
            rows.addAll(found);
            cells.forEach(blocks::set);
            ownNames.or(own);
        }
    }

    /**
     * "We have collected and disclosed the following categories", "collected these categories and disclosed each", "the chart below shows with whom we share
     * information and whether we sold it": whether what introduces a table says of what is in it that it is disclosed, too.
     */
    private boolean disclosedAbove(Table table) {
        List<Clause> lead = table.lead() < 0 ? List.of() : reading.clausesOf(table.lead());
        Clause last = lead.isEmpty() ? null : lead.get(lead.size() - 1);
        if (last == null || last.isHeading() || last.has(Concept.NEGATION)) {
            return false;
        }
        if (CategoryPointers.ofChart(last) && Recipients.withWhom(last)) {
            return true;
        }
        int verb = last.tokens().firstFrom(last.statements().stream().filter(s -> s.practice() == Practice.DISCLOSE && s.actor() == Actor.BUSINESS
                && s.polarity() == Polarity.POSITIVE
                && s.speech() == Speech.ASSERTION && s.modality() != Modality.CONDITIONAL
                && GivingClauses.discloses(last, s)).mapToInt(Statement::start).min().orElse(last.block().end()));
        int and = verb - 1;
        and -= and > last.from() && last.covers(Concept.MODAL, and) ? 1 : 0;
        if (verb <= last.from() || verb + 1 >= last.to() || !last.tokens().is(and, "and")) {
            return false;
        }
        boolean each = last.tokens().isAny(verb + 1, EACH) && last.hasWithin(Concept.COLLECT_STRONG, last.from(), verb) && last.hasAny(NamedCategories.CATEGORIES);
        return each || last.hasWithin(Concept.COLLECT_STRONG, and - 1, and) && last.hasWithin(Concept.PERSONAL, verb + 1, last.to());
    }

    /** "Table 2 tells to whom we disclose each category and to whom we sell it": whether a table that is so introduced may tell of selling without a column of its own. */
    private boolean soldAbove(Table table) {
        List<Clause> lead = table.lead() < 0 ? List.of() : reading.clausesOf(table.lead());
        Clause last = lead.isEmpty() ? null : lead.get(lead.size() - 1);
        return last != null && CategoryPointers.ofChart(last) && Recipients.withWhom(last) && last.hasAny(Concept.SELL, Concept.TARGETED_ADS) && !last.has(Concept.NEGATION);
    }

    private boolean namesNetworks(Table.Cell cell) {
        return cell.block() >= 0 && reading.clausesOf(cell.block()).stream().anyMatch(line -> line.has(Concept.AD_NETWORK) && !line.has(Concept.NEGATION));
    }

    /** Whether what introduces a table says that all in it is shared for advertising on other sites. */
    private boolean sharedAbove(Table table) {
        List<Clause> lead = table.lead() < 0 ? List.of() : reading.clausesOf(table.lead());
        Clause last = lead.isEmpty() ? null : lead.get(lead.size() - 1);
        return last != null && !last.isHeading() && !last.hasWord("business") && !last.has(Concept.SELL)
                && last.anyStatement(s -> s.practice() == Practice.SHARE_FOR_ADVERTISING && s.actor() == Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE
                        && s.speech() == Speech.ASSERTION && last.covers(Concept.SHARE_WORD, last.tokens().firstFrom(s.start())));
    }

    /** Reads a table with a row for each recipient and a column that tells which categories it gets; answers whether it is one. */
    private boolean byRecipient(Table table) {
        List<Table.Cell> heads = table.rows().isEmpty() ? List.of() : table.rows().get(0).cells();
        if (heads.size() < 2 || !namesRecipients(heads.get(0))) {
            return false;
        }
        List<Table.Cell> data = heads.stream().skip(1).filter(cell -> cell.block() >= 0 && !namesRecipients(cell) && namesKinds(reading.cell(cell.block()))
                && column(cell) != Column.EXAMPLES && column(cell) != Column.RETENTION && column(cell) != Column.PURPOSE).toList();
        if (data.isEmpty() || table.rows().stream().skip(1).anyMatch(row -> !row.cells().isEmpty() && names(row.cells().get(0)))) {
            return false;
        }
        if (data.size() > 1 && data.stream().allMatch(cell -> TOLD.contains(column(cell)))) {
            data.forEach(cell -> readRecipients(table, cell, column(cell), true));
        } else {
            Table.Cell first = data.get(0);
            Column told = TOLD.contains(column(first)) ? column(first) : context(table) == Mode.SELLS
                    && !reading.cell(heads.get(0).block()).has(Concept.DISCLOSE) ? Column.SOLD : TOLD.contains(column(heads.get(0))) ? column(heads.get(0)) : role(context(table));
            readRecipients(table, first, told, false);
        }
        heads.stream().filter(cell -> cell.block() >= 0).forEach(cell -> blocks.set(cell.block()));
        return true;
    }

    /** Reads what recipients get, in a column that tells of one way of giving it or, beside others, apart from them. */
    private void readRecipients(Table table, Table.Cell data, Column told, boolean apart) {
        for (Table.Row row : table.rows().subList(1, table.rows().size())) {
            Table.Cell to = row.cells().isEmpty() ? null : row.cells().get(0);
            Table.Cell what = row.cells().stream().filter(cell -> cell.column() == data.column()).findFirst().orElse(null);
            Set<Category> letters = to == null || to.block() < 0 || what == null || what.block() < 0 ? Set.of() : listed(what);
            if (!letters.isEmpty() || to != null && to.block() >= 0 && what != null && what.block() >= 0 && CategoryPointers.everything(reading.cell(what.block()))) {
                Column column = apart || told != Column.COLLECTED && told != Column.DISCLOSED ? told : getsForAdvertising(to, row)
                        || row.cells().stream().anyMatch(this::isForAdvertising) ? Column.SHARED : Column.DISCLOSED;
                Block first = reading.document().blocks().get(to.block());
                rows.add(new Row(letters, true, column == Column.SOLD
                        && getsForAdvertising(to, row) ? Map.of(Column.SOLD_OR_SHARED, true) : Map.of(column, true), false, false, quotes.of(first.start(), reading.document().blocks().get(what.block()).end(), first, CERTAIN)));
                row.cells().stream().filter(cell -> cell.block() >= 0).forEach(cell -> blocks.set(cell.block()));
            }
        }
    }

    /** "Categories of information shared", "types of data". */
    private static boolean namesKinds(Clause heading) {
        if (heading == null) {
            return false;
        }
        if (heading.to() - heading.from() == 2 && heading.hasAny(NamedCategories.GIVEN) && (heading.hasWord("data") || heading.hasWord("information"))) {
            return true;
        }
        for (int i = heading.from(); i < heading.to(); i++) {
            if (heading.tokens().word(i).startsWith("categor") || heading.tokens().is(i, "types")) {
                return heading.to() - heading.from() <= SUBHEADING;
            }
        }
        return false;
    }

    /** Whether a column's heading announces recipients, and not information: "Categories of third parties". */
    private boolean namesRecipients(Table.Cell cell) {
        Clause heading = cell.block() < 0 ? null : reading.cell(cell.block());
        if (heading == null || heading.to() - heading.from() > SUBHEADING) {
            return false;
        }
        if (heading.tokens().isAny(heading.from(), CASES) && heading.has(Concept.DISCLOSE)) {
            return true;
        }
        for (int i = heading.from(); i < Math.min(heading.to(), heading.from() + RECIPIENT); i++) {
            if (heading.covers(Concept.PERSONAL, i) || heading.tokens().is(i, "information") || heading.tokens().is(i, "data")) {
                return false;
            }
            if (heading.covers(Concept.THIRD_PARTY, i) || heading.tokens().word(i).startsWith("recipient")) {
                return true;
            }
        }
        return false;
    }

    /** The categories that a cell lists, those among examples left out. */
    private Set<Category> listed(Table.Cell cell) {
        Set<Category> letters = EnumSet.noneOf(Category.class);
        for (Clause line : reading.clausesOf(cell.block())) {
            for (Mention mention : line.mentions()) {
                if ((mention.concept() == Concept.CATEGORY || mention.concept() == Concept.OWN_CATEGORY && !line.covers(Concept.CATEGORY, mention.from()))
                        && !NamedCategories.inParentheses(line, mention.from()) && !line.has(Concept.NEGATION)) {
                    letters.addAll(mention.entry().letters());
                }
            }
            letters.addAll(new PrintedLetters().in(line));
        }
        return letters;
    }

    /** "Advertising networks", "advertising partners, who show you interest-based ads": what these get is shared in the statute's sense. */
    private boolean getsForAdvertising(Table.Cell recipient, Table.Row row) {
        Clause name = reading.cell(recipient.block());
        return name != null && (name.has(Concept.AD_NETWORK) || name.has(Concept.AD_PARTNER) && row.cells().stream().filter(cell -> cell.block() >= 0)
                .anyMatch(cell -> reading.clausesOf(cell.block()).stream().anyMatch(line -> line.has(Concept.TARGETED_ADS) && !line.has(Concept.NEGATION))))
                && !name.anyMention(m -> m.concept() == Concept.THIRD_PARTY && !name.tokens().is(m.from(), "third")
                && !name.covers(Concept.AD_PARTNER, m.from()));
    }

    /** "Cross-context behavioral advertising", as what something is given for. */
    private boolean isForAdvertising(Table.Cell purpose) {
        Clause clause = purpose.block() < 0 ? null : reading.cell(purpose.block());
        return clause != null && clause.hasWord("cross") && clause.has(Concept.TARGETED_ADS, "named") && !clause.hasAny(Concept.NEGATION, Concept.AD_PARTNER);
    }

    /** "Disclosed", "Sold" and "Shared" side by side: the last is the statute's sharing, for advertising. */
    private void shares(Table table, int body, Map<Integer, Column> columns, BitSet sharing) {
        if (!columns.containsValue(Column.SOLD)) {
            return;
        }
        List<Table.Cell> disclosed = table.rows().stream().limit(body).flatMap(row -> row.cells().stream()).filter(cell -> cell.block() >= 0
                && columns.get(cell.column()) == Column.DISCLOSED).toList();
        if (disclosed.stream().anyMatch(cell -> !has(cell, Concept.SHARE_WORD))) {
            disclosed.stream().filter(cell -> has(cell, Concept.SHARE_WORD) && reading.cell(cell.block()).words() <= 3).forEach(cell -> {
                columns.put(cell.column(), Column.SHARED);
                sharing.set(cell.column());
            });
        }
    }

    private boolean has(Table.Cell cell, Concept concept) {
        Clause clause = cell.block() < 0 ? null : reading.cell(cell.block());
        return clause != null && clause.has(concept);
    }

    /** Beside "Categories of information sold", plain "Recipients" are those it is sold to. */
    private void ofNames(Table table, int body, Map<Integer, Column> columns) {
        Column first = columns.getOrDefault(0, Column.OTHER);
        if (first != Column.DISCLOSED && TOLD.contains(first) && table.rows().stream().limit(body).flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.column() == 0 && cell.block() >= 0 && headsWhatIsGiven(reading.cell(cell.block())))) {
            table.rows().stream().limit(body).flatMap(row -> row.cells().stream())
                    .filter(cell -> cell.column() > 0 && columns.get(cell.column()) == Column.DISCLOSED && !has(cell, Concept.DISCLOSE))
                    .forEach(cell -> columns.put(cell.column(), first));
        }
    }

    /** Whether a column tells something else than what the information consists of. */
    private static boolean tells(Column column) {
        return column != null && column != Column.CATEGORY && column != Column.EXAMPLES && column != Column.COLLECTED && column != Column.OTHER;
    }

    private Mode context(Table table) {
        if (table.lead() >= 0) {
            List<Clause> lead = reading.clausesOf(table.lead());
            Mode found = Mode.NONE;
            // A word about rights, or about changes of the table, hides nothing that is said before it.
            for (int i = lead.size() - 1; i >= 0 && (found == Mode.NONE || found == Mode.RIGHTS); i--) {
                Mode mode = GivingClauses.namesSold(lead.get(i)) || GivingClauses.sharedUnderSale(lead.get(i)) ? Mode.SELLS : modes.of(lead.get(i));
                found = mode == Mode.NONE ? found : mode;
            }
            if (found != Mode.NONE) {
                return found;
            }
        }
        for (Table.Row row : table.rows()) {
            for (Table.Cell cell : row.cells()) {
                if (cell.block() >= 0 && !reading.clausesOf(cell.block()).isEmpty()) {
                    for (Clause heading : reading.clausesOf(cell.block()).get(0).headings()) {
                        Mode mode = Modes.heading(heading);
                        if (mode != Mode.NONE) {
                            return mode;
                        }
                    }
                    return Mode.NONE;
                }
            }
        }
        return Mode.NONE;
    }

    private boolean looksLikeHeader(Table.Row row) {
        int roles = 0;
        for (Table.Cell cell : row.cells()) {
            Column column = column(cell);
            if (column != Column.OTHER) {
                roles++;
            }
        }
        boolean record = !row.cells().isEmpty() && names(row.cells().get(0)) && isShort(row.cells().get(0)) && column(row.cells().get(0)) == Column.OTHER;
        return roles >= 1 && !record && row.cells().stream().noneMatch(cell -> answer(cell) != null);
    }

    /** Whether a second row tells apart what the first has as one: "Recipients", and under it "Business purposes" and "Sales". */
    private boolean dividesHeader(Table.Row row) {
        Set<Column> roles = EnumSet.noneOf(Column.class);
        for (Table.Cell cell : row.cells()) {
            Clause clause = cell.block() < 0 ? null : reading.cell(cell.block());
            if (clause != null && (clause.has(Concept.CATEGORY) || clause.to() - clause.from() > SUBHEADING)) {
                return false;
            }
            roles.add(column(cell));
        }
        roles.retainAll(EnumSet.of(Column.DISCLOSED, Column.SOLD, Column.SHARED, Column.SOLD_OR_SHARED, Column.DISCLOSED_AND_SOLD, Column.DISCLOSED_OR_SOLD));
        return roles.size() >= 2;
    }

    /** "Business purpose", under "Recipients". */
    private boolean isForBusiness(Table.Cell cell) {
        Clause heading = cell.block() < 0 ? null : reading.cell(cell.block());
        return heading != null && heading.words() <= 3 && heading.hasWord("business") && (heading.hasWord("purpose") || heading.hasWord("purposes"));
    }

    /** What a column's heading announces. */
    private Column column(Table.Cell cell) {
        if (cell.block() < 0) {
            return Column.OTHER;
        }
        Column known = announced[cell.block()];
        if (known == null) {
            known = column(reading.cell(cell.block()));
            announced[cell.block()] = known;
        }
        return known;
    }

    /** What a line announces as the heading of a column, or as a label. */
    static Column column(Clause clause) {
        int words = clause == null ? 0 : clause.to() - clause.from();
        if (words == 0 || words > LONGEST_HEADING) {
            return Column.OTHER;
        }
        boolean sold = clause.has(Concept.SELL);
        boolean shared = clause.has(Concept.TARGETED_ADS);
        boolean disclosed = clause.hasAny(Concept.COLUMN_DISCLOSED, Concept.THIRD_PARTY) || clause.has(Concept.SHARE_WORD) || clause.has(Concept.DISCLOSE);
        boolean collected = clause.has(Concept.COLUMN_COLLECTED);
        boolean examples = clause.has(Concept.COLUMN_EXAMPLES);
        boolean retention = clause.hasAny(Concept.RETAIN, Concept.RETENTION_HEADING) && !collected;
        boolean category = false;
        boolean purpose = false;
        boolean source = false;
        boolean saleFirst = false;
        for (int i = clause.from(); i < clause.to(); i++) {
            String word = clause.tokens().word(i);
            category |= word.startsWith("categor") || word.equals("type") || word.equals("types");
            saleFirst |= !purpose && clause.covers(Concept.SELL, i);
            purpose |= word.startsWith("purpose") || word.equals("why") || word.equals("use") || word.equals("uses");
            source |= word.startsWith("source");
            disclosed |= i == clause.from() && (word.startsWith("recipient") || word.startsWith("buyer") || word.startsWith("disclosure") || word.equals("who")
                    && i + 1 < clause.to() && clause.tokens().isAny(i + 1, RECEIVES));
        }
        if (examples && clause.tokens().word(clause.from()).startsWith("example")) {
            return Column.EXAMPLES;
        }
        if (clause.tokens().is(clause.from(), "for") && words <= 5 && purpose && clause.hasWord("business")) {
            return Column.DISCLOSED;
        }
        if (purpose && !disclosed && !saleFirst) {
            return Column.PURPOSE;
        }
        if (forReward(clause)) {
            return Column.SOLD;
        }
        if (sold && discloses(clause)) {
            return clause.has(Concept.SHARE_WORD) ? Column.ALL_RECIPIENTS : disclosedOrSold(clause) ? Column.DISCLOSED_OR_SOLD : Column.DISCLOSED_AND_SOLD;
        }
        if (sold && purpose && !saleFirst && !clause.has(Concept.THIRD_PARTY) && (words > PURPOSE_OF_SALE || clause.hasAny(Concept.COLLECT_STRONG, Concept.USE))) {
            return Column.OTHER;
        }
        if (sold) {
            return clause.has(Concept.SHARE_WORD) ? Column.SOLD_OR_SHARED : Column.SOLD;
        }
        if (shared) {
            return Column.SHARED;
        }
        if (retention) {
            return Column.RETENTION;
        }
        if (source && !disclosed) {
            return Column.PURPOSE;
        }
        if (disclosed) {
            return Column.DISCLOSED;
        }
        if (examples && !category) {
            return Column.EXAMPLES;
        }
        if (category) {
            return Column.CATEGORY;
        }
        if (collected) {
            return Column.COLLECTED;
        }
        return Column.OTHER;
    }

    /** "Disclosed or sold to", "to whom we sell or disclose it": the one word stands for the other. */
    private static boolean disclosedOrSold(Clause clause) {
        for (int i = clause.from() + 1; i + 1 < clause.to(); i++) {
            boolean or = clause.tokens().is(i, "or") || clause.tokens().is(i, '/');
            if (or && (clause.covers(Concept.SELL, i - 1) && clause.covers(Concept.DISCLOSE, i + 1) || clause.covers(Concept.DISCLOSE, i - 1) && clause.covers(Concept.SELL, i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** "Disclosed for money", "for valuable consideration". */
    private static boolean forReward(Clause heading) {
        for (int i = heading.from(); i + 1 < heading.to(); i++) {
            if (heading.tokens().is(i, "for") && (heading.tokens().is(i + 1, "money") || heading.tokens().is(i + 1, "monetary") || heading.tokens().is(i + 1, "valuable")
                    || heading.tokens().is(i + 1, "consideration"))) {
                return heading.has(Concept.DISCLOSE);
            }
        }
        return false;
    }

    /** The cell under "CCPA category" that names one by the statute's words: in "Data from our clinics | Identifiers; biometric information" the second; null where there is none. */
    private Table.Cell statutory(Table.Row row, Table.Row header) {
        for (Table.Cell cell : row.cells()) {
            if (names(cell) && header.cells().stream().anyMatch(h -> h.column() == cell.column() && column(h) == Column.CATEGORY && ofLaw(reading.cell(h.block())))) {
                return cell;
            }
        }
        return null;
    }

    private static boolean ofLaw(Clause heading) {
        return heading.has(Concept.CALIFORNIA) || heading.has(Concept.LAW) || heading.hasWord("statutory");
    }

    private Row row(Table.Row row, Table.Row header, Map<Integer, Column> columns, BitSet sharing, boolean anyRole, Mode context, BitSet named) {
        Set<Category> letters = EnumSet.noneOf(Category.class);
        Name found = name(row, header, columns, letters);
        if (found == null) {
            return null;
        }
        Table.Cell name = found.cell();
        RowAnswers answers = new RowAnswers(columns, sharing, anyRole, context);
        int last = name.block();
        for (Table.Cell cell : row.cells()) {
            if (cell != name && cell.block() != name.block()) {
                answers.read(cell);
                last = Math.max(last, cell.block());
            }
        }
        Column own = columns.getOrDefault(name.column(), Column.OTHER);
        if (TOLD.contains(own) && header.cells().stream().anyMatch(cell -> cell.column() == name.column() && cell.block() >= 0 && headsWhatIsGiven(reading.cell(cell.block())))) {
            // "Categories that we sold" heads the names themselves.
            answers.told.putIfAbsent(own, true);
        }
        answers.complete(row);
        if (answers.told.isEmpty()) {
            return null;
        }
        Block first = reading.document().blocks().get(name.block());
        Block end = reading.document().blocks().get(last);
        names.put(name.block(), letters);
        if (!found.explicit() && answers.told.containsValue(true)) {
            named.set(name.block());
            row.cells().stream().filter(cell -> cell.block() >= 0 && columns.get(cell.column()) == Column.EXAMPLES).forEach(cell -> named.set(cell.block()));
        }
        return new Row(letters, found.explicit(), answers.told, answers.deniesSale, answers.deniesSharing, quotes.of(first.start(), Math.max(first.end(), end.end()), first, CERTAIN));
    }

    /** The cell that names the category of a row, and whether it does so in the statute's words. */
    private record Name(Table.Cell cell, boolean explicit) {}

    /** What names the category of a row, whose letters are added; null where nothing does. */
    private Name name(Table.Row row, Table.Row header, Map<Integer, Column> columns, Set<Category> letters) {
        Table.Cell statutory = statutory(row, header);
        if (statutory != null) {
            return new Name(statutory, named(statutory, Concept.CATEGORY, letters));
        }
        boolean cookies = ofCookies(header);
        for (Table.Cell cell : row.cells()) {
            if (cell.block() < 0 || columns.getOrDefault(cell.column(), Column.OTHER) == Column.EXAMPLES) {
                continue;
            }
            Clause first = reading.cell(cell.block());
            if (tellsPurpose(first)) {
                return null;
            }
            boolean explicit = named(cell, Concept.CATEGORY, letters);
            if (!explicit && cookies) {
                return null;
            }
            boolean element = !explicit && row.cells().stream().anyMatch(c -> answer(c) != null) && isShort(cell);
            boolean purpose = cell.column() > 0 && columns.get(cell.column()) == Column.PURPOSE;
            if (explicit || !purpose && !isSentence(cell) && named(cell, Concept.OWN_CATEGORY, letters) || element && named(cell, Concept.ELEMENT, letters)) {
                return new Name(cell, explicit);
            }
            if (first != null && first.to() - first.from() > 3) {
                return null;
            }
        }
        return null;
    }

    /** "Cookie subgroup", "Cookies used": a table of cookies, whose names are none of categories. */
    private boolean ofCookies(Table.Row header) {
        Table.Cell first = header.cells().isEmpty() ? null : header.cells().get(0);
        Clause heading = first == null || first.block() < 0 ? null : reading.cell(first.block());
        return heading != null && heading.from() < heading.to() && heading.tokens().isAny(heading.from(), COOKIES);
    }

    /** What the cells of a row answer. */
    private final class RowAnswers {
        private final Map<Integer, Column> columns;
        private final BitSet sharing;
        private final boolean anyRole;
        private final Mode context;
        private final Map<Column, Boolean> told = new EnumMap<>(Column.class);
        private boolean saysYes;
        private boolean deniesSale;
        private boolean deniesSharing;

        RowAnswers(Map<Integer, Column> columns, BitSet sharing, boolean anyRole, Mode context) {
            this.columns = columns;
            this.sharing = sharing;
            this.anyRole = anyRole;
            this.context = context;
        }

        private void read(Table.Cell cell) {
            Column column = columns.getOrDefault(cell.column(), Column.OTHER);
            Boolean answer = answer(cell);
            SaleWords words = column == Column.SOLD_OR_SHARED && cell.block() >= 0 ? SaleWords.of(reading.clausesOf(cell.block())) : null;
            if (!tellsCollecting(cell, column, answer)) {
                tellGiving(cell, column, answer, words);
            }
            if (Boolean.FALSE.equals(answer) && (column == Column.SOLD || column == Column.SOLD_OR_SHARED || column == Column.SHARED) && !columns.containsValue(Column.DISCLOSED)
                    && givenToVendors(cell)) {
                tell(Column.DISCLOSED, true);
            }
            saysYes |= Boolean.TRUE.equals(answer);
            boolean denied = Boolean.FALSE.equals(answer) || cell.block() >= 0 && deniesSelling(cell);
            boolean both = words != null && Boolean.FALSE.equals(answer) && Objects.equals(words.sold(), words.shared());
            deniesSale |= column == Column.SOLD && denied || both || words != null && Boolean.FALSE.equals(words.sold());
            deniesSharing |= sharing.get(cell.column()) && denied || both || words != null && Boolean.FALSE.equals(words.shared());
        }

        /** "No, but it is shared with service providers", in a column of sales: what the cell denies is not what it goes on with. */
        private boolean givenToVendors(Table.Cell cell) {
            for (Clause clause : cell.block() < 0 ? List.<Clause>of() : reading.clausesOf(cell.block())) {
                Mention contrast = clause.first(Concept.CONTRAST);
                if (contrast != null && clause.hasWithin(Concept.DISCLOSE, contrast.to(), clause.to()) && clause.hasWithin(Concept.THIRD_PARTY, contrast.to(), clause.to())
                        && !clause.hasWithin(Concept.NEGATION, contrast.to(), clause.to()) && !clause.hasWithin(Concept.SELL, contrast.to(), clause.to())
                        && !clause.has(Concept.AD_PARTNER)) {
                    return true;
                }
            }
            return false;
        }

        /** "Shared only for the business purpose of printing", in a column of sales: it is disclosed, and no more. */
        private boolean onlyForBusiness(Table.Cell cell) {
            List<Clause> lines = reading.clausesOf(cell.block());
            Clause line = lines.size() == 1 ? lines.get(0) : null;
            int only = line == null ? -1 : line.from();
            while (line != null && only < line.to() && !line.tokens().isAny(only, ONLY)) {
                only++;
            }
            return line != null && only + 1 < line.to() && line.tokens().is(only + 1, "for") && Recipients.forBusiness(line, line.to()) && !line.hasWord("commercial")
                    && !line.hasAny(Concept.TARGETED_ADS, Concept.AD_PARTNER) && !line.hasWithin(Concept.ANSWER_YES, line.from(), only);
        }

        /** Whether the cell tells if the category is collected, or has an answer under no heading that could tell of what. */
        private boolean tellsCollecting(Table.Cell cell, Column column, Boolean answer) {
            boolean described = column == Column.CATEGORY || column == Column.EXAMPLES || column == Column.PURPOSE;
            if (described && Boolean.FALSE.equals(answer) && (anyRole || deniesAll(cell)) || (described || TOLD.contains(column)) && deniesCollecting(cell)) {
                told.put(Column.COLLECTED, false);
                return true;
            }
            boolean unheaded = (column == Column.OTHER || column == Column.PURPOSE) && !anyRole && !told.containsKey(Column.COLLECTED);
            if (answer == null || column != Column.COLLECTED && !unheaded) {
                return false;
            }
            tell(column == Column.COLLECTED ? column : role(context), answer);
            return true;
        }

        /** What a cell tells of disclosing, selling and sharing. */
        private void tellGiving(Table.Cell cell, Column column, Boolean answer, SaleWords words) {
            boolean filled = cell.block() >= 0;
            if (filled && !Boolean.FALSE.equals(answer) && (column == Column.SOLD || column == Column.SHARED || column == Column.SOLD_OR_SHARED) && onlyForBusiness(cell)) {
                tell(column, false);
                tell(Column.DISCLOSED, true);
                return;
            }
            switch (column) {
                case DISCLOSED_AND_SOLD -> {
                    tell(Column.SOLD, filled && says(cell, Practice.SELL));
                    tell(Column.DISCLOSED, answer != null ? answer : filled);
                }
                case ALL_RECIPIENTS -> {
                    boolean apart = columns.containsValue(Column.SOLD) || columns.containsValue(Column.SOLD_OR_SHARED);
                    if (!apart) {
                        tell(Column.SOLD, answer != null ? answer : filled);
                    }
                    tell(Column.DISCLOSED, answer != null ? answer : filled);
                }
                case DISCLOSED_OR_SOLD -> tellEither(cell, answer != null ? answer : filled);
                case SOLD_OR_SHARED -> {
                    boolean told = words != null && words.told();
                    tell(told ? words.column() : column, told ? words.any() : answer != null ? answer : filled);
                }
                case DISCLOSED -> tellDisclosing(cell, answer);
                case SOLD, SHARED -> tellGiven(cell, column, answer != null ? answer : filled && !(column == Column.SOLD && deniesSelling(cell)));
                default -> { }
            }
        }

        /** A cell under "Disclosed or sold to" tells of both where it does not say which; that alone is no statement that the business sells. */
        private void tellEither(Table.Cell cell, boolean given) {
            boolean disclosed = given && has(cell, Concept.DISCLOSE);
            boolean sold = given && has(cell, Concept.SELL);
            if (sold) {
                tell(Column.SOLD, true);
            } else if (given && !disclosed && !columns.containsValue(Column.SOLD) && !columns.containsValue(Column.SOLD_OR_SHARED) && !deniesSelling()) {
                tell(Column.DISCLOSED_OR_SOLD, true);
            }
            tell(Column.DISCLOSED, given && (disclosed || !sold));
        }

        /** A cell of what is disclosed may name who buys. */
        private void tellDisclosing(Table.Cell cell, Boolean answer) {
            boolean words = answer == null && cell.block() >= 0;
            Map<Column, Boolean> soldTo = words ? soldTo(cell) : Map.of();
            if (!soldTo.isEmpty()) {
                soldTo.forEach(this::tell);
                tell(Column.DISCLOSED, true);
            } else if (words && says(cell, Practice.SELL)) {
                told.put(Column.SOLD, true);
            } else {
                tellGiven(cell, Column.DISCLOSED, answer != null ? answer : words);
            }
        }

        private void tellGiven(Table.Cell cell, Column column, boolean yes) {
            tell(column, yes);
            if (sharing.get(cell.column())) {
                tell(Column.SHARED, yes);
            }
        }

        private void tell(Column column, boolean yes) {
            told.merge(column, yes, Boolean::logicalOr);
        }

        /** Adds what the words before the table say of all its rows, where the cells do not tell. */
        private void complete(Table.Row row) {
            if (Boolean.FALSE.equals(told.get(Column.COLLECTED)) && !saysYes) {
                // Recipients beside what is not collected are those of the rows around it.
                told.keySet().retainAll(EnumSet.of(Column.COLLECTED));
            }
            if (!told.isEmpty() && (told.containsKey(Column.COLLECTED) || told.containsValue(true) || !anyRole)) {
                return;
            }
            switch (context) {
                case COLLECTS, USES, NONE, RIGHTS -> {
                    if (context == Mode.COLLECTS || context == Mode.USES || anyRole) {
                        told.put(Column.COLLECTED, true);
                    }
                }
                case DISCLOSES -> told.putIfAbsent(tellsOfCollecting(row) ? Column.COLLECTED : Column.DISCLOSED, true);
                case SELLS -> {
                    if (told.isEmpty()) {
                        told.put(Column.SOLD, true);
                    }
                }
                default -> { }
            }
        }
    }

    /** The rows that a row holds side by side: "Biometric information | No | Geolocation data | Yes" are two. */
    private List<Table.Row> pairs(Table.Row row) {
        List<Table.Cell> cells = row.cells();
        if (cells.size() != 4 || answer(cells.get(1)) == null || answer(cells.get(3)) == null || !names(cells.get(0)) || !names(cells.get(2))) {
            return List.of(row);
        }
        return List.of(new Table.Row(row.header(), cells.subList(0, 2)), new Table.Row(row.header(), cells.subList(2, 4)));
    }

    /** A row for each cell of a row whose cells all name a category and answer for it: "Biometric information? No". */
    private List<Row> selfAnswered(Table.Row row, Mode context) {
        List<Row> rows = new ArrayList<>();
        for (Table.Cell cell : row.cells()) {
            List<Clause> lines = cell.block() < 0 ? List.of() : reading.clausesOf(cell.block());
            Clause last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            Set<Category> letters = EnumSet.noneOf(Category.class);
            if (lines.size() < 2 || last.to() - last.from() > 2 || !last.hasAny(Concept.ANSWER_YES, Concept.ANSWER_NO) || !named(cell, Concept.CATEGORY, letters)) {
                return List.of();
            }
            names.put(cell.block(), letters);
            blocks.set(cell.block());
            rows.add(new Row(letters, true, Map.of(role(context), last.has(Concept.ANSWER_YES)), false, false, quotes.of(lines.get(0).block().start(), last.end(), lines.get(0).block(), CERTAIN)));
        }
        return rows;
    }

    /** What a yes tells where no column's heading says it. */
    private static Column role(Mode context) {
        return switch (context) {
            case DISCLOSES, DENIES_DISCLOSING -> Column.DISCLOSED;
            case SELLS, DENIES_SELLING -> Column.SOLD;
            default -> Column.COLLECTED;
        };
    }

    private boolean names(Table.Cell cell) {
        return has(cell, Concept.CATEGORY);
    }

    /** A row that says in its first cell what is done and in its second with what: "Categories of personal information sold | Identifiers, inferences". */
    private Row named(Table.Row row) {
        List<Table.Cell> cells = row.cells().stream().filter(cell -> cell.block() >= 0).toList();
        if (cells.size() != 2) {
            return null;
        }
        Clause label = reading.cell(cells.get(0).block());
        Clause value = reading.cell(cells.get(1).block());
        if (label == null || value == null || label.block() == value.block() || !label.hasAny(Concept.SELL, Concept.COLUMN_DISCLOSED) || label.has(Concept.CATEGORY)
                || !namesData(label)) {
            return null;
        }
        Set<Category> letters = EnumSet.noneOf(Category.class);
        value.mentions().stream().filter(m -> m.concept() == Concept.CATEGORY).forEach(m -> letters.addAll(m.entry().letters()));
        Column column = column(cells.get(0));
        boolean one = letters.size() == 1 && isShort(cells.get(1)) && NamedCategories.opensWithName(value);
        if (letters.size() < 2 && !one || !TOLD.contains(column)) {
            return null;
        }
        names.put(value.blockIndex(), letters);
        return new Row(letters, true, Map.of(column, true), false, false, quotes.of(label.block().start(), value.block().end(), label.block(), CERTAIN));
    }

    /** In a table of what is sold, recipients are those it is sold to. */
    private Column ofSale(Table.Cell cell, Column column) {
        return column == Column.DISCLOSED && !has(cell, Concept.DISCLOSE) ? Column.SOLD : column;
    }

    /** "Categories of information sold or shared", "Personal information disclosed". */
    private static boolean headsWhatIsGiven(Clause heading) {
        return heading != null && namesData(heading) && (heading.hasAny(Concept.SELL, Concept.SHARE_WORD) || discloses(heading));
    }

    /** Whether a heading that speaks of selling speaks of disclosing, too: "sold, shared or disclosed". */
    private static boolean discloses(Clause heading) {
        for (Mention mention : heading.mentions(Concept.DISCLOSE)) {
            if (heading.tokens().word(mention.from()).startsWith("disclos")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the first column's heading names information: one row with a name of the policy's own is no list of categories under "Cookie" or "Vendor". */
    private boolean headsData(Table table, int body) {
        return table.rows().stream().limit(Math.max(1, body)).flatMap(row -> row.cells().stream()).filter(cell -> cell.column() == 0 && cell.block() >= 0)
                .map(cell -> reading.cell(cell.block())).anyMatch(clause -> clause != null && namesData(clause));
    }

    /** "Information we collect, by category": whether the heading over the names tells that they are collected. */
    private boolean headsCollected(Table table) {
        return table.rows().stream().limit(1).flatMap(row -> row.cells().stream()).filter(cell -> cell.block() >= 0 && column(cell) == Column.CATEGORY)
                .anyMatch(cell -> has(cell, Concept.COLUMN_COLLECTED) && !has(cell, Concept.NEGATION));
    }

    /** "Cookie name", "Persistent", "Expires", "Domain": what only lists of cookies tell. */
    private boolean tellsCookie(Table.Cell cell) {
        Clause clause = cell.block() < 0 ? null : reading.cell(cell.block());
        return clause != null && clause.words() <= 2 && (clause.has(Concept.COOKIE_LIFE) || clause.hasWord("domain")) && !clause.hasAny(Concept.ELEMENT, Concept.PERSONAL) && !clause.hasWord("browser");
    }

    private static boolean namesData(Clause header) {
        for (int i = header.from(); i < header.to(); i++) {
            String word = header.tokens().word(i);
            if (word.startsWith("categor") || word.equals("data") || word.equals("information") || word.startsWith("record") || word.equals("what")) {
                return true;
            }
        }
        return false;
    }

    private boolean says(Table.Cell cell, Practice practice) {
        return reading.clausesOf(cell.block()).stream().flatMap(c -> c.statements().stream())
                .anyMatch(s -> s.practice() == practice && s.polarity() == Polarity.POSITIVE && s.speech() == Speech.ASSERTION
                        && s.object() != Subject.COMPANY && s.modality() != Modality.CONDITIONAL);
    }

    /**
     * What a cell of recipients tells behind labels for those it is sold to or shared with: "Business purposes: our vendors. Sale or sharing: ad networks". Plain
     * "Sharing" is the statute's where a label of disclosures stands beside it.
     */
    private Map<Column, Boolean> soldTo(Table.Cell cell) {
        Map<Column, Boolean> answers = new EnumMap<>(Column.class);
        Column under = null;
        boolean disclosures = false;
        for (Clause line : reading.clausesOf(cell.block())) {
            int colon = line.indexOf(':');
            int from = line.from();
            if (colon >= 0 && colon - line.from() <= LABEL) {
                disclosures |= line.hasWithin(Concept.COLUMN_DISCLOSED, from, colon) && !line.hasWithin(Concept.SHARE_WORD, from, colon)
                        || line.hasWithin(Concept.BUSINESS_ASSET, from, colon);
                under = ofSale(line, colon, disclosures);
                from = colon + 1;
            }
            if (under != null && from < line.to()) {
                answers.merge(under, !line.hasWithin(Concept.ANSWER_NO, from, line.to()), Boolean::logicalOr);
            }
        }
        return answers;
    }

    /** What a label tells of, where it tells of sale or sharing; null for others. */
    private static Column ofSale(Clause label, int end, boolean plainly) {
        boolean sells = label.hasWithin(Concept.SELL, label.from(), end);
        boolean shares = label.hasWithin(Concept.TARGETED_ADS, label.from(), end) || (sells || plainly) && label.hasWithin(Concept.SHARE_WORD, label.from(), end);
        return sells && shares ? Column.SOLD_OR_SHARED : sells ? Column.SOLD : shares ? Column.SHARED : null;
    }

    private boolean deniesSelling(Table.Cell cell) {
        return !says(cell, Practice.SELL) && reading.clausesOf(cell.block()).stream().flatMap(c -> c.statements().stream())
                .anyMatch(s -> s.practice() == Practice.SELL && s.polarity() == Polarity.NEGATIVE);
    }

    /** Whether the policy says anywhere that the business does not sell personal information: "or sold" in a heading is a form's then. */
    private boolean deniesSelling() {
        if (deniesSale == null) {
            deniesSale = reading.clauses().stream().anyMatch(clause -> clause.has(Concept.SELL) && clause.has(Concept.NEGATION) && clause.anyStatement(s -> s.practice() == Practice.SELL
                    && s.polarity() == Polarity.NEGATIVE && s.actor() == Actor.BUSINESS && s.speech() == Speech.ASSERTION && s.modality() != Modality.CONDITIONAL
                    && s.object() == Subject.PERSONAL_INFORMATION && !MinorsSaleExtractor.onlyMinors(clause, s)));
        }
        return deniesSale;
    }

    /** Whether a cell of the row says that the business collects, so that the row is not one of what it discloses. */
    private boolean tellsOfCollecting(Table.Row row) {
        return row.cells().stream().filter(cell -> cell.block() >= 0).flatMap(cell -> reading.clausesOf(cell.block()).stream()).flatMap(clause -> clause.statements().stream())
                .anyMatch(s -> (s.practice() == Practice.COLLECT || s.practice() == Practice.USE) && s.actor() == Actor.BUSINESS && s.actorStated()
                        && s.polarity() == Polarity.POSITIVE && s.speech() == Speech.ASSERTION);
    }

    /** A cell that says no more than "Heron Ferries does not collect this", "N/A (not collected)". */
    private boolean deniesCollecting(Table.Cell cell) {
        Clause clause = cell.block() < 0 ? null : reading.cell(cell.block());
        return clause != null && clause.to() - clause.from() <= 10 && clause.anyStatement(s -> s.practice() == Practice.COLLECT && s.polarity() == Polarity.NEGATIVE)
                && !clause.hasAny(Concept.CATEGORY, Concept.ELEMENT);
    }

    /** "To supply commercial data to others", "Managing your preferences": an activity, and no category. */
    private static boolean tellsPurpose(Clause cell) {
        if (cell == null || cell.from() >= cell.to() || cell.hasWithin(Concept.CATEGORY, cell.from(), cell.from() + 1)) {
            return false;
        }
        boolean gerund = false;
        for (int i = cell.from() + 1; i < Math.min(cell.to(), cell.from() + 4) && cell.tokens().word(cell.from()).endsWith("ing"); i++) {
            gerund |= cell.tokens().is(i, "your") || cell.tokens().is(i, "our") || cell.tokens().is(i, "the");
        }
        // "For our everyday business purposes": the rows of the notice that the Gramm-Leach-Bliley Act prescribes.
        return gerund || (cell.tokens().is(cell.from(), "to") || cell.tokens().is(cell.from(), "for")) && cell.to() - cell.from() > 2;
    }

    /** "None", "No information in this category": no more than that. */
    private boolean deniesAll(Table.Cell cell) {
        Clause clause = reading.cell(cell.block());
        return clause.to() - clause.from() <= SHORT && !clause.has(Concept.EXCEPTION);
    }

    /** Whether the cell tells what is done, rather than naming something. */
    private boolean isSentence(Table.Cell cell) {
        Clause clause = reading.cell(cell.block());
        return clause != null && (clause.tokens().is(clause.from(), "to") || clause.anyStatement(s -> s.actorStated() && s.speech() == Speech.ASSERTION));
    }

    private boolean isShort(Table.Cell cell) {
        Clause clause = reading.cell(cell.block());
        return clause != null && clause.to() - clause.from() <= SHORT;
    }

    /** Adds the categories that a cell names to the letters; for a cell that names its category and goes on with examples, the first. */
    private boolean named(Table.Cell cell, Concept concept, Set<Category> letters) {
        Clause clause = reading.cell(cell.block());
        if (clause == null) {
            return false;
        }
        List<Clause> lines = reading.clausesOf(cell.block());
        if (lines.size() > 2 && concept == Concept.CATEGORY && lines.stream().filter(line -> line.hasWithin(Concept.CATEGORY, line.from(), line.from() + 2)).count() > 2) {
            lines.forEach(line -> line.mentions().stream().filter(m -> m.concept() == concept && m.from() <= line.from() + 1).forEach(m -> letters.addAll(m.entry().letters())));
            return true;
        }
        for (Mention mention : clause.mentions()) {
            boolean next = mention.from() > clause.from() && clause.tokens().isAny(mention.from() - 1, BETWEEN);
            if (mention.concept() == concept && (letters.isEmpty() || next || mention.from() - clause.from() < 14 && !clause.has(Concept.COLUMN_EXAMPLES)
                    && !NamedCategories.inParentheses(clause, mention.from()))) {
                letters.addAll(mention.entry().letters());
            }
        }
        if (concept == Concept.CATEGORY && !letters.isEmpty()) {
            letters.addAll(besides(clause));
        }
        return !letters.isEmpty();
    }

    /** "Identifiers and account records (name, …)": a policy's own names beside the statute's, before the examples. */
    private static Set<Category> besides(Clause clause) {
        Set<Category> letters = EnumSet.noneOf(Category.class);
        int end = clause.from();
        while (end < clause.to() && !clause.tokens().is(end, '(') && !clause.tokens().is(end, ':') && !clause.covers(Concept.COLUMN_EXAMPLES, end)) {
            end++;
        }
        if (end - clause.from() <= HEAD && clause.hasWithin(Concept.CATEGORY, clause.from(), end)) {
            for (Mention mention : clause.mentions(Concept.OWN_CATEGORY)) {
                if (mention.to() <= end && !clause.covers(Concept.CATEGORY, mention.from())
                        && !clause.covers(Concept.CATEGORY, mention.to() - 1)) {
                    letters.addAll(mention.entry().letters());
                }
            }
        }
        return letters;
    }

    /** The cell's yes or no; null where it says neither. */
    private Boolean answer(Table.Cell cell) {
        if (cell.block() < 0) {
            return null;
        }
        List<Clause> clauses = reading.clausesOf(cell.block());
        if (clauses.isEmpty()) {
            return null;
        }
        Clause clause = clauses.get(0);
        if (clauses.size() == 1 && clause.to() == clause.from() + 1 && clause.tokens().is(clause.from(), '-')) {
            return false;
        }
        int begin = clause.to() - clause.from() > 1 && (clause.tokens().is(clause.from(), '☒') || clause.tokens().is(clause.from(), '☑')) ? clause.from() + 1 : clause.from();
        for (Mention mention : clause.mentions()) {
            if (mention.from() < begin) {
                continue;
            }
            boolean decisive = mention.from() == begin || clauses.size() == 1 && clause.to() - clause.from() <= 4;
            if (!decisive) {
                continue;
            }
            boolean denies = clause.tokens().is(mention.from(), "we") || clause.tokens().is(mention.from(), "do") || clause.tokens().is(mention.from(), "did");
            if (mention.concept() == Concept.ANSWER_NO && (!denies || clause.to() - clause.from() < 12)) {
                return false;
            }
            if (mention.concept() == Concept.ANSWER_YES) {
                return true;
            }
        }
        return null;
    }
}
