package dev.policyscan.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the structure of a draft: what is no part of the policy, the table of contents, tables flattened to lines, lists
 * without bullets, and the headings in all the ways people write them. Every step is one pass over the pieces.
 */
final class Outline {
    private static final int RANK_ENUM = 10;
    private static final int RANK_CAPS = 30;
    private static final int RANK_STYLED = 34;
    private static final int RANK_BOLD = 36;
    private static final int RANK_LINE = 40;
    private static final int RANK_ITEM = 44;
    private static final int RANK_OPENING = 50;
    /** What stands above a table of contents. */
    private static final Set<String> CONTENTS = Set.of("contents", "table of contents", "in this policy", "in this notice", "in this privacy policy", "in this privacy notice", "on this page",
            "quick links", "jump to", "jump to section", "index", "overview", "sections", "topics");
    /** Words of the longest entry of a table of contents. */
    private static final int LONGEST_ENTRY = 20;

    private final Draft draft;
    private final String text;
    private List<Piece> pieces;
    /** Lists of the source that have more than one item. */
    private final Set<Integer> shared = new HashSet<>();

    private Outline(Draft draft) {
        this.draft = draft;
        text = draft.text;
        pieces = draft.pieces;
    }

    /** Puts the pieces of a draft in their final order and shape. */
    static void draw(Draft draft) {
        Outline outline = new Outline(draft);
        outline.dropNoise();
        outline.joinMarkers();
        outline.markContents();
        outline.pieces = TabbedTables.find(outline.draft, outline.pieces);
        FlatTables.find(outline.draft, outline.pieces);
        outline.pieces.removeIf(piece -> piece.type == Piece.Type.DROPPED);
        outline.listRuns();
        outline.headings();
        outline.demote();
        outline.titleLine();
        outline.markers();
        outline.splitOpenings();
        outline.levels();
        draft.pieces = outline.pieces;
    }

    private void dropNoise() {
        List<Piece> kept = new ArrayList<>(pieces.size());
        boolean gap = false;
        for (Piece piece : pieces) {
            if (piece.type != Piece.Type.CELL && Boilerplate.is(text, piece.start, piece.end) && !bareMarker(piece)) {
                gap = true;
                continue;
            }
            piece.gap |= gap;
            gap = false;
            kept.add(piece);
        }
        pieces = kept;
    }

    /** Whether it is a bullet or number that stands alone. */
    private boolean bareMarker(Piece piece) {
        return piece.tag == 0 && piece.length() <= 8 && piece.marker != null && piece.marker.end() >= piece.end;
    }

    /** Gives a number on a line of its own to the line after it. */
    private void joinMarkers() {
        List<Piece> kept = new ArrayList<>(pieces.size());
        Piece pending = null;
        for (Piece piece : pieces) {
            if (pending != null) {
                if (piece.marker == null && piece.type != Piece.Type.CELL) {
                    Marker marker = pending.marker;
                    piece.marker = new Marker(marker.kind(), marker.depth(), marker.ordinal(), piece.start);
                    piece.gap = pending.gap;
                    piece.indent = pending.indent;
                    if (marker.bullet() && piece.tag == 0) {
                        piece.type = Piece.Type.ITEM;
                    }
                } else if (!pending.marker.bullet()) {
                    kept.add(pending);
                }
                pending = null;
            }
            if (piece.type != Piece.Type.CELL && bareMarker(piece)) {
                pending = piece;
                continue;
            }
            kept.add(piece);
        }
        if (pending != null && !pending.marker.bullet()) {
            kept.add(pending);
        }
        pieces = kept;
    }

    /** Finds runs of short lines that come again later, as headings. */
    private void markContents() {
        int size = pieces.size();
        String[] keys = new String[size];
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < size; i++) {
            Piece piece = pieces.get(i);
            if (piece.type != Piece.Type.CELL && piece.length() <= Shape.LIMIT) {
                int from = piece.marker != null ? Math.max(piece.start, Math.min(piece.marker.end(), piece.end)) : piece.start;
                Shape shape = piece.shape(text);
                boolean entry = piece.anchored || shape != null && shape.words() <= LONGEST_ENTRY;
                keys[i] = entry ? Text.key(text, from, piece.end, Shape.LIMIT) : "";
                if (keys[i].length() > 2) {
                    last.put(keys[i], i);
                }
            }
        }
        int i = 0;
        while (i < size) {
            if (!listed(i, keys, last)) {
                i++;
                continue;
            }
            int hits = 0;
            int strong = 0;
            int misses = 0;
            int end = i;
            int goal = size;
            for (int j = i; j < goal && misses < 3; j++) {
                Piece piece = pieces.get(j);
                if (keys[j] == null || piece.tag > 0 && j > i && !piece.linked) {
                    break;
                }
                if (listed(j, keys, last)) {
                    hits++;
                    strong += piece.anchored ? 1 : 0;
                    misses = 0;
                    end = j + 1;
                    Integer again = last.get(keys[j]);
                    if (again != null && again > j && hits == 1) {
                        goal = again;
                    }
                } else {
                    Shape shape = piece.shape(text);
                    if (shape == null || shape.words() > 16 || shape.last() == '.' && piece.marker == null) {
                        break;
                    }
                    misses++;
                }
            }
            int length = end - i;
            boolean pair = hits == 2 && length == 2 && goal == end;
            if ((hits >= 3 || pair) && hits * 10 >= length * 6 && (strong >= 2 || !valuesOnly(i, end) && !tableLines(i, end, keys))) {
                boolean sure = strong >= 2 && (i == 0 || !introduces(pieces.get(i - 1))) || i > 0 && namesContents(pieces.get(i - 1));
                for (int j = i; j < end; j++) {
                    Piece piece = pieces.get(j);
                    piece.contents = true;
                    piece.entry = sure && (Text.lastChar(text, piece.start, piece.end) == '?' || !sentence(piece.start, piece.end) && !Text.key(text, piece.start, piece.end, 3).equals("we"));
                }
            }
            i = Math.max(end, i + 1);
        }
    }

    /** "Contents", "In this policy:", above the entries. */
    private boolean namesContents(Piece piece) {
        return piece.length() <= Shape.LIMIT && CONTENTS.contains(Text.key(text, piece.start, piece.end, Shape.LIMIT));
    }

    private boolean listed(int i, String[] keys, Map<String, Integer> last) {
        Piece piece = pieces.get(i);
        if (keys[i] == null || piece.tag > 0 && !piece.linked) {
            return false;
        }
        if (piece.anchored && keys[i].length() > 2) {
            return true;
        }
        Integer again = last.get(keys[i]);
        if (again == null || again <= i || keys[i].length() <= 3) {
            return false;
        }
        Shape shape = piece.shape(text);
        if (shape == null || shape.words() > LONGEST_ENTRY || shape.ended() && shape.words() > 8) {
            return false;
        }
        Piece target = pieces.get(again);
        return target.tag > 0 || target.type == Piece.Type.TEXT || target.bold || target.marker != null;
    }

    /** Whether a run holds the same few lines over and over, as the cells of a table do. */
    private boolean valuesOnly(int start, int end) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = start; i < end; i++) {
            seen.merge(Text.key(text, pieces.get(i).start, pieces.get(i).end, 60), 1, Integer::sum);
        }
        return seen.size() * 2 < end - start;
    }

    /** Whether a run holds lines of a table that stands in the text once more: its column headings or its answers. */
    private boolean tableLines(int start, int end, String[] keys) {
        if (keys[start].startsWith("categor") && start + 1 < end && (keys[start + 1].startsWith("example") || keys[start + 1].startsWith("collected"))) {
            return true;
        }
        for (int i = start; i < end; i++) {
            if (FlatTables.answers(text, pieces.get(i).start, pieces.get(i).end)) {
                return true;
            }
        }
        return false;
    }

    /** Makes list items of short lines that follow a line with a colon at its end. */
    private void listRuns() {
        for (int i = 0; i + 2 < pieces.size(); i++) {
            Piece lead = pieces.get(i);
            if (lead.type != Piece.Type.TEXT || lead.tag > 0 || Text.lastChar(text, lead.start, lead.end) != ':') {
                continue;
            }
            int end = i + 1;
            boolean gaps = pieces.get(end).gap;
            boolean lower = startsLower(pieces.get(end));
            int semicolons = 0;
            while (end < pieces.size() && runs(pieces.get(end), lead)) {
                Piece piece = pieces.get(end);
                char last = Text.lastChar(text, piece.start, piece.end);
                if (end > i + 1 && piece.gap && !gaps) {
                    break;
                }
                if (lower && !startsLower(piece)) {
                    break;
                }
                semicolons += last == ';' || last == ',' || endsWithAnd(piece) ? 1 : 0;
                end++;
                if (last == '.' && !alike(end)) {
                    break;
                }
            }
            int length = end - i - 1;
            // The last of them may head the text that follows.
            if (length >= 2 && !lower && semicolons == 0 && end < pieces.size()) {
                Piece after = pieces.get(end);
                Piece lastPiece = pieces.get(end - 1);
                boolean prose = after.type == Piece.Type.TEXT && after.tag == 0 && after.length() > 100;
                if (prose && gaps && Text.lastChar(text, lastPiece.start, lastPiece.end) != '.') {
                    end--;
                    length--;
                }
            }
            if (length < 2 || length == 2 && semicolons == 0 && !lower && !sameWord(i + 2)) {
                continue;
            }
            for (int j = i + 1; j < end; j++) {
                Piece piece = pieces.get(j);
                piece.type = Piece.Type.ITEM;
                piece.depth = lead.depth + 1;
            }
            i = end - 1;
        }
    }

    /** Whether a line goes on with a list of the lines before it: "Category A: Identifiers." */
    private boolean alike(int i) {
        return i < pieces.size() && (noun(pieces.get(i - 1)) && noun(pieces.get(i)) || sameWord(i));
    }

    /** Whether a short line begins with the same word as the line before it. */
    private boolean sameWord(int i) {
        Piece before = pieces.get(i - 1);
        Piece piece = pieces.get(i);
        int at = 0;
        while (before.start + at < before.end && piece.start + at < piece.end && text.charAt(before.start + at) == text.charAt(piece.start + at)) {
            if (!Text.isLetter(text.charAt(piece.start + at))) {
                return at >= 3 && piece.length() <= 140;
            }
            at++;
        }
        return false;
    }

    /** Whether a line is a few words without a verb. */
    private boolean noun(Piece piece) {
        Shape shape = piece.shape(text);
        return shape != null && shape.words() <= 12 && !sentence(piece.start, piece.end);
    }

    private boolean runs(Piece piece, Piece lead) {
        if (piece.type != Piece.Type.TEXT || piece.tag > 0 || piece.bold || piece.styled || piece.marker != null || piece.contents || piece.depth != lead.depth) {
            return false;
        }
        Shape shape = piece.shape(text);
        if (shape == null || shape.words() > 28 || shape.last() == ':' || shape.last() == '?') {
            return false;
        }
        return shape.words() < 2 || !shape.allCaps();
    }

    private boolean startsLower(Piece piece) {
        return piece.start < piece.end && Character.isLowerCase(text.charAt(piece.start));
    }

    private boolean endsWithAnd(Piece piece) {
        int end = piece.end;
        return end - piece.start > 4 && (Text.startsWith(text, end - 4, end, " and") || Text.startsWith(text, end - 3, end, " or"));
    }

    /** Makes a heading of the line near the top that names the document. */
    private void titleLine() {
        for (int i = 0; i < pieces.size() && i < 8; i++) {
            Piece piece = pieces.get(i);
            Shape shape = piece.shape(text);
            if (piece.type == Piece.Type.HEADING && piece.tag > 0) {
                return;
            }
            if (piece.type != Piece.Type.TEXT || piece.contents || piece.linked || shape == null || shape.words() > 12 || shape.ended() || shape.last() == ':'
                    || shape.contact() || dated(piece)) {
                continue;
            }
            String key = Text.key(text, piece.start, piece.end, 120);
            boolean named = key.contains("privacy policy") || key.contains("privacy notice") || key.contains("privacy statement") || key.equals("privacy");
            if (named && (shape.titleCase() || shape.allCaps()) && i + 1 < pieces.size()) {
                piece.type = Piece.Type.HEADING;
                piece.rank = 0;
                return;
            }
        }
    }

    /** Finds the headings. */
    private void headings() {
        int size = pieces.size();
        Set<Integer> seen = new HashSet<>();
        for (Piece piece : pieces) {
            if (piece.type == Piece.Type.ITEM && piece.list != 0 && !seen.add(piece.list)) {
                shared.add(piece.list);
            }
        }
        for (int i = 0; i < size; i++) {
            Piece piece = pieces.get(i);
            if (piece.contents || piece.type == Piece.Type.CELL) {
                continue;
            }
            if (piece.tag > 0) {
                Shape shape = piece.shape(text);
                if (shape != null && !dated(piece) && shape.words() <= 40 && !(shape.words() > 22 && shape.last() == '.')) {
                    piece.type = Piece.Type.HEADING;
                    piece.rank = piece.tag;
                }
                continue;
            }
            piece.rank = rank(i);
            if (piece.rank > 0) {
                piece.type = Piece.Type.HEADING;
            }
        }
    }

    /** Rank of the heading style of a piece; 0 for one that is no heading. */
    private int rank(int i) {
        Piece piece = pieces.get(i);
        Shape shape = piece.shape(text);
        if (shape == null || shape.words() > 24 || shape.letters() < 2 || shape.contact() || piece.explaining && !piece.bold) {
            return 0;
        }
        boolean item = piece.type == Piece.Type.ITEM;
        int body = piece.marker != null && !piece.marker.bullet() ? Math.max(piece.start, Math.min(piece.marker.end(), piece.end)) : piece.start;
        Shape own = body > piece.start ? Shape.of(text, body, piece.end) : shape;
        if (own == null || own.words() == 0 || own.last() == ';' || own.last() == ',' || !own.capitalFirst() || dated(piece)) {
            return 0;
        }
        Piece next = next(i);
        if (next == null || !opens(next)) {
            return 0;
        }
        if (own.last() != '?' && own.words() > 3 && statement(body, piece.end)) {
            return 0;
        }
        boolean full = own.last() == '.' || own.last() == '!';
        boolean question = own.last() == '?';
        boolean enumerated = piece.marker != null && !piece.marker.bullet();
        if (item) {
            int rank = itemRank(piece, own, next, full, enumerated);
            // The only way to make a request, behind "please submit your request by:".
            return rank == RANK_LINE && i > 0 && introduces(pieces.get(i - 1)) ? 0 : rank;
        }
        if (own.last() == ':' && leads(next) && !own.allCaps()) {
            // "We collect:" before a list introduces it; a bold label of a word or two heads it.
            if (!piece.bold || own.words() > 8 || sentence(body, piece.end)) {
                return 0;
            }
        }
        if (enumerated) {
            return i > 0 && endsList(pieces.get(i - 1), piece, next) ? 0 : enumeratedRank(piece, own, next, full, question);
        }
        if (addressed(piece) || i > 0 && addressed(pieces.get(i - 1)) && (own.digits() > 2 || !prose(next))) {
            return 0;
        }
        if (own.allCaps() && own.words() <= 16 && !full && (own.words() > 1 || own.letters() > 3)) {
            return piece.gap || prose(next) ? RANK_CAPS : 0;
        }
        if (piece.bold && own.words() <= 20 && (!full || own.words() <= 10 && !sentence(body, piece.end))) {
            return RANK_BOLD;
        }
        if (piece.styled && own.words() <= 16 && (!full || own.words() <= 6)) {
            return RANK_STYLED;
        }
        if (full) {
            return 0;
        }
        return lineRank(i, piece, own, next, question);
    }

    private int itemRank(Piece piece, Shape own, Piece next, boolean full, boolean enumerated) {
        boolean follows = next.type == Piece.Type.TEXT && prose(next) && (next.item == 0 || next.item != piece.item || piece.bold);
        boolean sub = next.type == Piece.Type.TEXT && next.bold && next.item != piece.item || next.tag > 0;
        if (full && !piece.bold || own.last() == ':' && !piece.bold || own.words() > 14) {
            return 0;
        }
        if (own.allCaps() && own.letters() > 3 && (follows || next.type == Piece.Type.TEXT || next.tag > 0)) {
            return RANK_CAPS;
        }
        if (!follows && (!(sub && own.titleCase()) || next.tag > 0 && !alone(piece))) {
            return 0;
        }
        if (next.depth >= piece.depth && next.item == piece.item && piece.item != 0) {
            return piece.bold && own.words() <= 12 && own.last() != ':' ? RANK_ITEM : 0;
        }
        if (piece.bold || enumerated && own.titleCase() && alone(piece)) {
            return enumerated ? RANK_ENUM : RANK_BOLD;
        }
        return piece.list != 0 && alone(piece) && own.titleCase() && own.words() <= 10 ? RANK_LINE : 0;
    }

    /** Whether its list holds nothing else; */
    private boolean alone(Piece piece) {
        return !shared.contains(piece.list);
    }

    /** "(a) Identifiers", "(b) Inferences" and then a paragraph: the last of a list whose others are no headings. */
    private static boolean endsList(Piece before, Piece piece, Piece next) {
        return before.rank == 0 && before.marker != null && before.marker.kind() == piece.marker.kind() && before.marker.depth() == piece.marker.depth()
                && before.marker.ordinal() + 1 == piece.marker.ordinal() && !piece.bold && next.marker == null;
    }

    private int enumeratedRank(Piece piece, Shape own, Piece next, boolean full, boolean question) {
        Marker marker = piece.marker;
        if (full && own.words() > 8 && !piece.bold || own.words() > 18) {
            return 0;
        }
        if (full && !own.titleCase() && !own.allCaps() && !piece.bold) {
            return 0;
        }
        boolean listLike = next.marker != null && !next.marker.bullet() && next.marker.kind() == marker.kind() && next.marker.depth() == marker.depth();
        boolean looks = own.allCaps() || own.titleCase() || piece.bold || question;
        if (listLike && !own.allCaps() && !piece.bold && marker.kind() != Marker.Kind.NAMED) {
            return 0;
        }
        boolean small = marker.kind() == Marker.Kind.PAREN || marker.kind() == Marker.Kind.LOWER || marker.kind() == Marker.Kind.LOWER_ROMAN
                || marker.kind() == Marker.Kind.DECIMAL_PAREN;
        if (small && !(piece.bold || own.allCaps() || looks && piece.gap && prose(next))) {
            return 0;
        }
        // "8. Additional information" right above "8.1 Categories".
        boolean parent = marker.kind() == Marker.Kind.DECIMAL && next.marker != null && next.marker.kind() == Marker.Kind.DECIMAL && next.marker.depth() > marker.depth();
        if (!looks && !parent && !(prose(next) && own.words() <= 12) && marker.depth() < 2) {
            return 0;
        }
        return RANK_ENUM;
    }

    private int lineRank(int i, Piece piece, Shape own, Piece next, boolean question) {
        String key = own.words() == 1 ? Text.key(text, piece.start, piece.end, 8) : "";
        if (key.equals("yes") || key.equals("no") || own.words() > (question ? 20 : 12) || own.digits() > 4 || own.digits() > own.letters()) {
            return 0;
        }
        boolean before = i == 0 || !introduces(pieces.get(i - 1));
        if (!before && !own.titleCase() && !(prose(next) && next.length() > 100)) {
            return 0;
        }
        if (piece.linked && !piece.anchored && !own.titleCase()) {
            return 0;
        }
        if (!prose(next) && next.type != Piece.Type.ITEM && next.type != Piece.Type.CELL && !lone(i + 1)) {
            return 0;
        }
        if (i > 0 && weak(pieces.get(i - 1)) && numbered(pieces.get(i - 1))) {
            return 0;
        }
        if (!piece.gap && !(prose(next) && next.length() > 80)) {
            return 0;
        }
        if (own.last() == ':' && !own.titleCase()) {
            return 0;
        }
        // Every line of an address, of a run of names or values is short too.
        if (i > 2 && weak(pieces.get(i - 1)) && weak(pieces.get(i - 2)) && (!own.titleCase() || weak(pieces.get(i - 3)))) {
            return 0;
        }
        if (!own.titleCase() && !question && (own.words() > 10 || startsLower(next))) {
            return 0;
        }
        return RANK_LINE;
    }

    private boolean introduces(Piece piece) {
        return piece.type == Piece.Type.TEXT && Text.lastChar(text, piece.start, piece.end) == ':';
    }

    /** Whether a piece is a short line without any sign of a heading. */
    private boolean weak(Piece piece) {
        if (piece.type != Piece.Type.TEXT || piece.tag > 0) {
            return false;
        }
        Shape shape = piece.shape(text);
        return shape != null && shape.words() <= 8 && shape.last() != '.' && shape.last() != ':' && !shape.allCaps() && !piece.bold && piece.marker == null;
    }

    /** Whether a short line can stand under another heading as a heading of its own. */
    private boolean lone(int i) {
        Piece piece = pieces.get(i);
        if (piece.tag > 0 || piece.bold || piece.marker != null && !piece.marker.bullet()) {
            return true;
        }
        Piece next = next(i);
        return weak(piece) && piece.gap && !numbered(piece) && next != null && prose(next);
    }

    private boolean numbered(Piece piece) {
        return piece.shape(text) != null && piece.shape(text).digits() > 0;
    }

    /** Whether it is a line of an address: to the attention of somebody, or a company's name with its legal form. */
    private boolean addressed(Piece piece) {
        String key = Text.key(text, piece.start, piece.end, 80);
        for (String start : new String[] {"attn", "attention", "c o ", "suite ", "p o box", "po box", "tel ", "phone", "fax"}) {
            if (key.startsWith(start)) {
                return true;
            }
        }
        for (String end : new String[] {" inc", " llc", " ltd", " gmbh", " corp", " limited", " co", " usa", " united states", " sarl", " plc"}) {
            if (key.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private Piece next(int i) {
        return i + 1 < pieces.size() ? pieces.get(i + 1) : null;
    }

    /** Whether a piece can stand under a heading. */
    private boolean opens(Piece next) {
        return !next.contents;
    }

    /** Whether a piece is a list item or a cell. */
    private static boolean leads(Piece next) {
        return next.type == Piece.Type.ITEM || next.type == Piece.Type.CELL || next.marker != null;
    }

    /** Whether a piece is running text. */
    private boolean prose(Piece piece) {
        if (piece.tag > 0 || piece.type == Piece.Type.CELL || piece.type == Piece.Type.ITEM) {
            return false;
        }
        Shape shape = piece.shape(text);
        if (shape == null) {
            return true;
        }
        if (piece.bold && shape.words() < 15) {
            return false;
        }
        return shape.words() >= 9 && !shape.allCaps() && (!shape.titleCase() || shape.ended()) || shape.words() >= 4 && (shape.last() == '.' || shape.last() == ':');
    }

    /** Whether the words contain one that makes them a sentence of the company's or to the reader. */
    private boolean sentence(int start, int end) {
        int at = start;
        while (at < end) {
            while (at < end && !Text.isLetter(text.charAt(at))) {
                at++;
            }
            int from = at;
            while (at < end && (Text.isLetter(text.charAt(at)) || text.charAt(at) == '’' || text.charAt(at) == '\'')) {
                at++;
            }
            if (at - from <= 10 && Verbs.contains(text, from, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it says what the company does not do, rather than what a section is about. */
    private boolean statement(int start, int end) {
        String key = Text.key(text, start, end, Shape.LIMIT);
        boolean denies = key.contains("we do not ") || key.contains("we dont ") || key.contains("we will not ") || key.contains("does not ");
        return denies && !key.startsWith("what ") && !key.startsWith("how ") && !key.startsWith("when ") && !key.startsWith("where ") && !key.startsWith("why ")
                && !key.startsWith("information ") && !key.startsWith("data ") && !key.startsWith("we ");
    }

    /** Whether it is a line with a date of the document. */
    private boolean dated(Piece piece) {
        boolean year = false;
        int digits = 0;
        for (int i = piece.start; i < piece.end; i++) {
            char c = text.charAt(i);
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            year |= digits == 4;
        }
        if (!year && !(Text.lastChar(text, piece.start, piece.end) == ':')) {
            return false;
        }
        String key = Text.key(text, piece.start, piece.end, 120);
        if (!year) {
            return key.endsWith("last updated") || key.endsWith("effective date") || key.endsWith("last modified") || key.endsWith("last revised");
        }
        if (key.contains("updated") || key.contains("effective") || key.contains("revised") || key.contains("modified") || key.contains("reviewed")
                || key.contains("revision") || key.contains("amended") || key.contains("version") || key.startsWith("date") || key.contains("copyright")) {
            return true;
        }
        for (String month : new String[] {"january", "february", "march", "april", "may ", "june", "july", "august", "september", "october", "november",
                "december", "jan ", "feb ", "mar ", "apr ", "jun ", "jul ", "aug ", "sep ", "sept ", "oct ", "nov ", "dec "}) {
            if (key.contains(month)) {
                return key.length() < 40;
            }
        }
        return false;
    }

    /** Takes back headings of the plainest kind that come in runs, with nothing between them. */
    private void demote() {
        int i = 0;
        while (i < pieces.size()) {
            int end = i;
            while (end < pieces.size() && pieces.get(end).type == Piece.Type.HEADING && pieces.get(end).rank == RANK_LINE) {
                end++;
            }
            boolean chain = end - i >= 3;
            if (end - i == 3) {
                chain = false;
                for (int j = i; j < end; j++) {
                    chain |= !pieces.get(j).shape(text).titleCase() || pieces.get(j).shape(text).digits() > 0;
                }
            }
            if (chain) {
                for (int j = i; j < end - 1; j++) {
                    pieces.get(j).type = Piece.Type.TEXT;
                    pieces.get(j).rank = 0;
                }
            }
            i = Math.max(end, i + 1);
        }
        // Nothing stands under a plain line at the very end, or before the table of contents.
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last).type == Piece.Type.HEADING && pieces.get(last).rank >= RANK_ENUM) {
            pieces.get(last).type = Piece.Type.TEXT;
            pieces.get(last).rank = 0;
        }
    }

    /** Makes list items of numbered paragraphs, and takes the markers off items. */
    private void markers() {
        int[] indents = new int[8];
        String[] kinds = new String[8];
        int depth = 0;
        for (Piece piece : pieces) {
            if (piece.type == Piece.Type.HEADING || piece.type == Piece.Type.CELL) {
                depth = 0;
                continue;
            }
            Marker marker = piece.marker;
            if (marker != null && piece.type == Piece.Type.TEXT && !marker.bullet() && marker.depth() == 1 && marker.kind() != Marker.Kind.NAMED && piece.tag == 0) {
                piece.type = Piece.Type.ITEM;
                piece.depth = Math.max(1, piece.depth);
            }
            if (piece.type != Piece.Type.ITEM) {
                if (!draft.verbatim || piece.indent <= (depth > 0 ? indents[0] : 0)) {
                    depth = 0;
                }
                continue;
            }
            if (marker != null && !marker.bullet() && marker.end() > piece.start && marker.end() < piece.end) {
                piece.start = marker.end();
                piece.shape = null;
            }
            if (piece.list == 0 && marker != null) {
                String kind = marker.bullet() ? String.valueOf(piece.bullet) : marker.kind().name();
                while (depth > 0 && piece.indent < indents[depth - 1]) {
                    depth--;
                }
                int same = depth;
                while (same > 0 && !(kinds[same - 1].equals(kind) && indents[same - 1] == piece.indent)) {
                    same--;
                }
                if (same > 0) {
                    depth = same;
                } else {
                    if (depth < indents.length) {
                        depth++;
                    }
                    indents[depth - 1] = piece.indent;
                    kinds[depth - 1] = kind;
                }
                piece.depth = depth;
            }
        }
    }

    /** Splits paragraphs that begin with a heading in the line. */
    private void splitOpenings() {
        List<Piece> split = new ArrayList<>(pieces.size() + 16);
        for (Piece piece : pieces) {
            int end = piece.type == Piece.Type.TEXT && !piece.contents ? Opening.end(text, piece) : 0;
            if (end == 0) {
                split.add(piece);
                continue;
            }
            Piece heading = new Piece(Piece.Type.HEADING, piece.start, end);
            heading.gap = piece.gap;
            heading.marker = piece.marker;
            heading.bold = piece.opening > 0;
            heading.depth = piece.depth;
            heading.rank = piece.marker != null && !piece.marker.bullet() ? RANK_ENUM : RANK_OPENING;
            split.add(heading);
            piece.start = Opening.rest(text, end, piece.end);
            piece.shape = null;
            piece.rest = true;
            piece.marker = null;
            split.add(piece);
        }
        pieces = split;
    }

    /** Orders the heading styles and gives each heading its level. */
    private void levels() {
        Map<String, Integer> enums = new HashMap<>();
        boolean restarts = restarts();
        boolean plain = plainNumbers();
        int[] stack = new int[64];
        int depth = 0;
        boolean first = true;
        for (Piece piece : pieces) {
            if (piece.type != Piece.Type.HEADING) {
                continue;
            }
            int rank = piece.rank * 10;
            if (piece.rank == RANK_ENUM) {
                Marker marker = piece.marker;
                String style = marker.kind() == Marker.Kind.BULLET ? "" : kind(marker.kind());
                Integer order = enums.computeIfAbsent(style, key -> enums.size());
                rank += 12 * Math.min(order, 8) + Math.min(marker.depth() - 1, 11);
                if (restarts || plain) {
                    rank = RANK_BOLD * 10 + 5;
                }
            }
            if (first && titleLike(piece)) {
                rank = 1;
            }
            first = false;
            while (depth > 0 && stack[depth - 1] >= rank) {
                depth--;
            }
            if (depth < stack.length) {
                stack[depth++] = rank;
            }
            piece.level = depth;
        }
    }

    private static String kind(Marker.Kind kind) {
        return switch (kind) {
            case DECIMAL, DECIMAL_PAREN, BARE -> "1";
            default -> kind.name();
        };
    }

    /** Whether numbering begins anew under headings of another kind. */
    private boolean restarts() {
        int ones = 0;
        int under = 0;
        Piece before = null;
        for (Piece piece : pieces) {
            if (piece.type == Piece.Type.HEADING) {
                if (piece.rank == RANK_ENUM && piece.marker.ordinal() == 1 && piece.marker.depth() == 1 && kind(piece.marker.kind()).equals("1")) {
                    ones++;
                    under += before != null && before.rank != RANK_ENUM ? 1 : 0;
                }
                before = piece;
            }
        }
        return ones >= 2 && under >= 2;
    }

    /** Whether numbered headings are plain, and stand under others that are bold or capitals. */
    private boolean plainNumbers() {
        int plain = 0;
        int strong = 0;
        boolean under = false;
        int seen = 0;
        for (Piece piece : pieces) {
            if (piece.type != Piece.Type.HEADING) {
                continue;
            }
            if (piece.rank == RANK_ENUM) {
                Shape shape = piece.shape(text);
                boolean bold = piece.bold || shape != null && shape.allCaps();
                plain += bold ? 0 : 1;
                strong += bold ? 1 : 0;
            } else if (plain + strong == 0 && seen > 0) {
                under |= piece.rank == RANK_BOLD || piece.rank == RANK_CAPS;
            }
            seen++;
        }
        return under && plain > strong;
    }

    private boolean titleLike(Piece piece) {
        String key = Text.key(text, piece.start, piece.end, 120);
        return piece.marker == null && (key.contains("privacy") || key.contains("policy")) && key.length() < 100;
    }
}
