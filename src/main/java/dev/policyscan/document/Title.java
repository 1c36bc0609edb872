package dev.policyscan.document;

import java.util.List;
import java.util.Locale;

/** Titles: of sections as printed without their numbers, and of documents. */
final class Title {
    private static final String[] NAMES = {"privacy", "policy", "notice", "statement"};

    private static final String[] FILES = {".doc", ".docx", ".pdf", ".indd", ".html", ".htm", ".odt", ".txt", ".md"};

    private Title() {}

    /** The heading without bullet, number, emoji before it and final punctuation. */
    static String heading(String text, Piece piece) {
        Marker marker = piece.type == Piece.Type.HEADING ? Marker.at(text, piece.start, piece.end) : null;
        int start = marker != null && marker.end() < piece.end && (marker.kind() != Marker.Kind.BARE || piece.tag > 0) ? marker.end() : piece.start;
        return clean(text, start, piece.end);
    }

    /** A title from the properties of a file; null for a file name or another that programs put there by themselves. */
    static String proper(String title) {
        if (title == null || title.isBlank() || title.length() > 300) {
            return null;
        }
        String lower = title.strip().toLowerCase(Locale.ROOT);
        boolean made = lower.startsWith("microsoft word") || lower.startsWith("untitled") || lower.startsWith("http") || lower.startsWith("file:");
        for (String extension : FILES) {
            made |= lower.endsWith(extension);
        }
        return made ? null : title.strip();
    }

    /** Behind the blanks and emoji before the first word. */
    private static int behindPictures(String text, int from, int to) {
        int at = Text.skipSpace(text, from, to);
        while (at < to && (text.charAt(at) == '\ufe0f' || Character.getType(text.codePointAt(at)) == Character.OTHER_SYMBOL)) {
            at = Text.skipSpace(text, at + Character.charCount(text.codePointAt(at)), to);
        }
        return at;
    }

    private static String clean(String text, int from, int to) {
        int start = behindPictures(text, from, to);
        int end = to;
        while (end > start && (Text.isSpace(text.charAt(end - 1)) || ".:,;-–—¶#*_".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        StringBuilder out = new StringBuilder(end - start);
        boolean space = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Text.isSpace(c)) {
                space |= !Text.isInvisible(c);
                continue;
            }
            if (space && !out.isEmpty()) {
                out.append(' ');
            }
            space = false;
            out.append(c);
        }
        return out.toString();
    }

    /** The document's title: its first heading of the highest kind, or what its metadata says without the site's name. */
    static String of(Draft draft, String text, List<Block> blocks, List<Section> sections) {
        int seen = 0;
        String top = null;
        for (Piece piece : draft.pieces) {
            if (piece.type == Piece.Type.HEADING && piece.tag == 1) {
                String title = heading(text, piece);
                if (named(title)) {
                    return title;
                }
                top = top == null ? title : top;
            }
        }
        for (Piece piece : draft.pieces) {
            if (seen++ > 12) {
                break;
            }
            if (piece.type != Piece.Type.CELL && piece.length() <= 120 && Text.lastChar(text, piece.start, piece.end) != '.') {
                String title = heading(text, piece);
                if (named(title) && (piece.type == Piece.Type.HEADING || title.split(" ").length <= 10) && !piece.linked) {
                    return title;
                }
            }
        }
        if (draft.title != null) {
            String title = site(draft.title);
            if (!title.isEmpty()) {
                return title;
            }
        }
        if (top != null) {
            return top;
        }
        boolean opens = !blocks.isEmpty() && blocks.get(0).kind() == Block.Kind.HEADING;
        return opens ? sections.get(0).title() : null;
    }

    private static boolean named(String title) {
        String key = Text.key(title, 0, title.length(), 120);
        for (String name : NAMES) {
            if (key.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** A page's title without the name of its site: of the parts between bars or dashes, the one that names a policy. */
    private static String site(String title) {
        String best = null;
        int from = 0;
        int length = title.length();
        for (int i = 0; i <= length; i++) {
            boolean end = i == length;
            boolean bar = !end && "|•·»–—-:".indexOf(title.charAt(i)) >= 0 && (title.charAt(i) == '|' || i + 1 < length && title.charAt(i + 1) == ' ');
            if (!end && !bar) {
                continue;
            }
            String part = clean(title, from, i);
            if (!part.isEmpty() && (best == null || !named(best) && named(part))) {
                best = part;
            }
            from = i + 1;
        }
        return best == null ? "" : best;
    }
}
