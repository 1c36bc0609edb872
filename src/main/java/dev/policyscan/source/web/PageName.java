package dev.policyscan.source.web;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Names of files for pages: readable, and good on every file system. */
public final class PageName {
    private static final int LONGEST = 100;
    private static final Set<String> EXTENSIONS = Set.of(
            "html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp", "jspx", "cfm", "do", "pdf", "txt", "text", "md", "markdown", "docx", "doc",
            "odt", "rtf");
    /** Names that Windows keeps for devices, whatever follows the first dot. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private PageName() {}

    /** The name, without an extension: {@code https://www.example.com/legal/privacy.html} is {@code www.example.com-legal-privacy}. */
    public static String of(URI page) {
        StringBuilder written = new StringBuilder(page.getHost());
        if (page.getPort() >= 0) {
            written.append('-').append(page.getPort());
        }
        String path = page.getRawPath() == null ? "" : page.getRawPath();
        String extension = PageKind.extension(path);
        written.append(EXTENSIONS.contains(extension) ? path.substring(0, path.length() - extension.length() - 1) : path);
        if (page.getRawQuery() != null) {
            written.append('-').append(page.getRawQuery());
        }
        String name = safe(written);
        int dot = name.indexOf('.');
        return DEVICES.contains((dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT)) ? "_" + name : name;
    }

    private static String safe(CharSequence written) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < written.length() && name.length() < LONGEST; i++) {
            char c = written.charAt(i);
            boolean good = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.';
            char last = name.length() == 0 ? '-' : name.charAt(name.length() - 1);
            if (good && !(c == '.' && (last == '.' || last == '-'))) {
                name.append(c);
            } else if (last != '-') {
                name.append('-');
            }
        }
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '-' || name.charAt(end - 1) == '.')) {
            end--;
        }
        return end == 0 ? "page" : name.substring(0, end);
    }
}
