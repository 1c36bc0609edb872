package dev.policyscan.source;

import java.util.Locale;

/** Tells what an input is, by the extension of its name, else by how it begins. */
final class Sniffer {
    /** How many characters are looked at. */
    private static final int LOOK = 1 << 16;

    /** Only these at the very start make a {@code .txt} a page. */
    private static final String[] PAGE = {"<!doctype html", "<html", "<head", "<body"};

    private static final String[] FRAGMENT = {
        "<meta", "<title", "<link", "<script", "<style", "<div", "<p", "<h1", "<h2", "<h3", "<section", "<article", "<main", "<header",
        "<nav", "<table", "<ul", "<ol", "<span", "<center", "<font", "<strong", "<b"
    };

    private Sniffer() {}

    static MediaType mediaType(String uri, byte[] bytes) {
        if (BinaryKind.isPdf(bytes)) {
            return MediaType.PDF;
        }
        if (BinaryKind.isDocx(bytes)) {
            return MediaType.DOCX;
        }
        if (WebArchive.is(bytes)) {
            return MediaType.WEB_ARCHIVE;
        }
        String extension = extension(uri);
        switch (extension) {
            case "md", "markdown", "mdown", "mkd" -> {
                return MediaType.MARKDOWN;
            }
            case "html", "htm", "xhtml" -> {
                return MediaType.HTML;
            }
            default -> {
                String text = Encoding.beginning(bytes, LOOK);
                int start = contentStart(text);
                if (opensWith(text, start, PAGE)) {
                    return MediaType.HTML;
                }
                if (extension.equals("txt") || extension.equals("text")) {
                    return MediaType.TEXT;
                }
                if (opensWith(text, start, FRAGMENT)) {
                    return MediaType.HTML;
                }
                return isMarkdown(text) ? MediaType.MARKDOWN : MediaType.TEXT;
            }
        }
    }

    private static String extension(String uri) {
        String path = uri;
        if (uri.contains("://")) {
            int end = path.indexOf('#');
            path = end < 0 ? path : path.substring(0, end);
            end = path.indexOf('?');
            path = end < 0 ? path : path.substring(0, end);
        }
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Where the first thing other than white space, an XML declaration or a comment begins. */
    private static int contentStart(String text) {
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) <= ' ') {
                i++;
                continue;
            }
            String close = text.startsWith("<!--", i) ? "-->" : text.startsWith("<?", i) ? "?>" : null;
            int end = close == null ? -1 : text.indexOf(close, i);
            if (end < 0) {
                return i;
            }
            i = end + close.length();
        }
        return i;
    }

    private static boolean opensWith(String text, int start, String[] tags) {
        for (String tag : tags) {
            int end = start + tag.length();
            if (text.regionMatches(true, start, tag, 0, tag.length()) && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** Headings, links and table rules that no one writes in plain text; one alone may be chance. */
    private static boolean isMarkdown(String text) {
        int signs = 0;
        for (int start = 0; start < text.length() && signs < 2; ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            signs += signs(text.substring(start, end).strip());
            start = end + 1;
        }
        return signs >= 2;
    }

    private static int signs(String line) {
        int hashes = 0;
        while (hashes < line.length() && line.charAt(hashes) == '#') {
            hashes++;
        }
        boolean heading = hashes >= 1 && hashes <= 6 && hashes < line.length() && line.charAt(hashes) == ' ';
        if (heading || isTableRule(line)) {
            return 1;
        }
        int link = line.indexOf("](");
        return link > 0 && line.lastIndexOf('[', link) >= 0 && line.indexOf(')', link) > 0 ? 1 : 0;
    }

    private static boolean isTableRule(String line) {
        boolean pipe = false;
        boolean dashes = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            pipe |= c == '|';
            dashes |= line.startsWith("---", i);
            if (c != '|' && c != '-' && c != ':' && c != ' ') {
                return false;
            }
        }
        return pipe && dashes;
    }
}
