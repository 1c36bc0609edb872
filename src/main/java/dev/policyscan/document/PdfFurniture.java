package dev.policyscan.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes running headers, running footers and page numbers off pages. */
final class PdfFurniture {
    /** Rows at either end of a page that are looked at. */
    private static final int DEEP = 4;
    /** Most words of a row whose numbers do not count. */
    private static final int SHORT = 10;

    private PdfFurniture() {}

    static void remove(List<PdfPage> pages) {
        Map<String, Integer> seen = new HashMap<>();
        for (PdfPage page : pages) {
            Set<String> own = new HashSet<>();
            List<PdfRow> rows = PdfRow.of(page.words);
            for (int i = 0; i < rows.size(); i++) {
                if (i < DEEP || i >= rows.size() - DEEP) {
                    own.addAll(keys(rows.get(i)));
                }
            }
            own.forEach(key -> seen.merge(key, 1, Integer::sum));
        }
        float top = top(pages, seen);
        for (PdfPage page : pages) {
            List<PdfRow> rows = PdfRow.of(page.words);
            Set<PdfWord> gone = new HashSet<>();
            int first = 0;
            while (first < Math.min(DEEP, rows.size()) && furniture(page, rows.get(first), seen, pages.size()) && rows.get(first).base < top) {
                gone.addAll(rows.get(first++).words);
            }
            int last = rows.size() - 1;
            while (last > Math.max(first, rows.size() - 1 - DEEP) && furniture(page, rows.get(last), seen, pages.size())) {
                gone.addAll(rows.get(last--).words);
            }
            page.words.removeAll(gone);
        }
    }

    /**
     * Height at which text begins on pages without a running header. The headings of a table that come again on each page of it stand
     * there; running headers stand above. The first page may be laid out in a way of its own.
     */
    private static float top(List<PdfPage> pages, Map<String, Integer> seen) {
        float top = Float.MAX_VALUE;
        for (int i = 1; i < pages.size(); i++) {
            List<PdfRow> rows = PdfRow.of(pages.get(i).words);
            if (!rows.isEmpty() && !furniture(pages.get(i), rows.get(0), seen, pages.size())) {
                top = Math.min(top, rows.get(0).base - 0.5f * rows.get(0).size);
            }
        }
        return top;
    }

    /** What a row says at its height, numbers apart; twice, so that heights that differ a little have one in common. */
    private static Set<String> keys(PdfRow row) {
        StringBuilder text = new StringBuilder();
        // Page numbers stand among few words; sentences that differ in a number differ.
        boolean few = row.words.size() <= SHORT;
        for (PdfWord word : row.words) {
            boolean number = false;
            for (int i = 0; i < word.text.length() && text.length() < 200; i++) {
                char c = word.text.charAt(i);
                boolean digit = few && c >= '0' && c <= '9';
                if (!digit) {
                    text.append(c);
                } else if (!number) {
                    text.append('#');
                }
                number = digit;
            }
            text.append(' ');
        }
        int height = Math.round(row.base / 6);
        int between = Math.round(row.base / 6 + 0.5f);
        return Set.of(text + "@" + height, text + "~" + between);
    }

    private static boolean furniture(PdfPage page, PdfRow row, Map<String, Integer> seen, int pages) {
        boolean outer = row.base < 0.14f * page.height || row.base > 0.86f * page.height;
        if (outer && pageNumber(row.text())) {
            return true;
        }
        if (row.words.size() > 6 && Character.isLowerCase(row.words.get(0).text.charAt(0))) {
            // The rest of a sentence.
            return false;
        }
        int most = 0;
        for (String key : keys(row)) {
            most = Math.max(most, seen.getOrDefault(key, 0));
        }
        return pages > 1 && most >= Math.max(2, pages * 2 / 5) && (outer || pages > 3);
    }

    /** Whether a row is nothing but the number of the page: "7", "- 7 -", "Page 7 of 12", "7/12", "vii". */
    static boolean pageNumber(String text) {
        String key = Text.key(text, 0, Math.min(text.length(), 40), 40);
        if (key.isEmpty() || text.length() > 24) {
            return false;
        }
        String[] words = key.split(" ");
        int numbers = 0;
        for (String word : words) {
            if (number(word)) {
                numbers++;
            } else if (!word.equals("page") && !word.equals("of") && !word.equals("p") && !word.equals("pg")) {
                return roman(key) && text.strip().length() <= key.length() + 4;
            }
        }
        return numbers >= 1 && numbers <= 2 && words.length <= 4;
    }

    private static boolean number(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return word.length() <= 4;
    }

    private static boolean roman(String key) {
        for (int i = 0; i < key.length(); i++) {
            if ("ivxl".indexOf(key.charAt(i)) < 0) {
                return false;
            }
        }
        return key.length() <= 6;
    }
}
