package dev.policyscan.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads web pages: the policy in them, as a reader sees it once every accordion is open. */
final class HtmlReader {
    private final HtmlTree tree;
    private final HtmlContent content;
    private final DraftBuilder out;
    private final Deque<Open> open = new ArrayDeque<>();
    private HtmlTable table;
    private int preformatted;

    /** An element whose end is still to come. */
    private record Open(int index, int end, Action action) {}

    /** What the end of an element asks for. */
    private enum Action { BLOCK, BOLD, LINK, HEADING, LIST, ITEM, TABLE, CELL, PRE }

    private HtmlReader(HtmlTree tree, HtmlContent content, DraftBuilder out) {
        this.tree = tree;
        this.content = content;
        this.out = out;
    }

    static Draft read(String html) {
        Document page = Jsoup.parse(html, "");
        HtmlLines lines = new HtmlLines(html, 1);
        Element title = page.head().selectFirst("title");
        if (title != null) {
            // The first heading often says the same.
            lines.next(title.wholeText());
        }
        HtmlTree tree = new HtmlTree(page.body(), lines);
        HtmlContent content = new HtmlContent(tree);
        DraftBuilder out = new DraftBuilder(Math.max(1024, html.length() / 4));
        new HtmlReader(tree, content, out).walk();
        Draft draft = out.build();
        draft.title = page.title().isBlank() ? null : page.title().strip();
        return draft;
    }

    /** Reads mark-up that stands in a document of another kind. */
    static void readFragment(String html, int line, DraftBuilder out) {
        Document page = Jsoup.parse(html, "");
        new HtmlReader(new HtmlTree(page.body(), new HtmlLines(html, Math.max(line, 1))), null, out).walk();
    }

    private void walk() {
        int index = 0;
        while (index < tree.size()) {
            while (!open.isEmpty() && open.peek().end <= index) {
                close(open.pop());
            }
            if (content != null && content.dropped(index)) {
                out.block();
                index = tree.end(index);
                continue;
            }
            Node node = tree.node(index);
            if (node instanceof TextNode text) {
                text(text, tree.line(index));
                index++;
            } else {
                index = enter((Element) node, index);
            }
        }
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private void text(TextNode node, int line) {
        String text = node.getWholeText();
        if (preformatted > 0 && !out.inCell()) {
            out.preformatted(text, line);
        } else {
            out.text(text, line);
        }
    }

    /** Begins an element; answers the number of the node to go on with. */
    private int enter(Element element, int index) {
        String name = element.normalName();
        int level = level(element);
        if (level > 0 && !out.inCell()) {
            heading(index, level);
            return index + 1;
        }
        if (table != null && table.cell(index)) {
            out.openCell();
            push(index, Action.CELL);
            return index + 1;
        }
        switch (name) {
            case "br" -> out.hardBreak();
            case "hr" -> out.block();
            case "b", "strong", "u" -> bold(index);
            case "a" -> {
                out.openLink(element.attr("href"));
                push(index, Action.LINK);
            }
            case "ul", "ol", "menu", "dir" -> {
                out.openList();
                push(index, Action.LIST);
            }
            case "li" -> {
                out.openItem(ordinal(element));
                push(index, Action.ITEM);
            }
            case "table" -> table(index);
            case "pre", "listing", "xmp", "plaintext" -> {
                out.block();
                preformatted++;
                push(index, Action.PRE);
            }
            case "img", "svg", "input", "picture", "i", "use" -> {
                icon(element, index);
                boolean holds = name.equals("picture") || name.equals("i") && tree.end(index) > index + 1;
                return holds ? index + 1 : tree.end(index);
            }
            case "summary", "dt", "button" -> {
                out.block();
                out.likeHeading();
                push(index, Action.BLOCK);
            }
            case "span", "em", "font", "small", "sup", "sub", "label", "abbr", "code", "kbd", "mark", "q", "cite", "time", "ins", "del", "s", "strike", "big", "tt", "bdi",
                    "bdo", "nobr", "wbr", "acronym", "data", "var", "samp", "dfn" -> inline(element, index);
            default -> block(element, index);
        }
        return index + 1;
    }

    /** The level of an element that its name or its role makes a heading; else 0. */
    private static int level(Element element) {
        int level = HtmlContent.level(element.normalName());
        return level == 0 && element.attr("role").equalsIgnoreCase("heading") ? Math.min(6, Math.max(1, number(element.attr("aria-level"), 2))) : level;
    }

    private void heading(int index, int level) {
        if (tree.words(index) <= 40 && !holdsBlocks(index)) {
            out.openHeading(level);
            push(index, Action.HEADING);
        } else {
            out.block();
            push(index, Action.BLOCK);
        }
    }

    private void bold(int index) {
        out.openBold();
        push(index, Action.BOLD);
    }

    private void inline(Element element, int index) {
        if (element.nameIs("sup") && out.inCell() && !beginsWithLetter(element)) {
            // A footnote's number is no part of the answer before it; "st" and "nd" belong to theirs.
            out.text(" ", tree.line(index));
        }
        if (bold(element)) {
            bold(index);
        } else if (out.inCell() && tree.end(index) == index + 1) {
            icon(element, index);
        }
    }

    private void block(Element element, int index) {
        String role = element.attr("role");
        if (!role.isEmpty() && HtmlTable.role(role)) {
            table(index);
            return;
        }
        if (table == null && !out.inCell() && element.nameIs("div") && begin(HtmlTable.grid(tree, index), index)) {
            return;
        }
        out.block();
        if (element.nameIs("dd")) {
            out.explains();
        }
        if (bold(element)) {
            bold(index);
        }
        push(index, Action.BLOCK);
        if (!out.inCell() && titled(element, index)) {
            out.likeHeading();
        } else if (out.inCell() && tree.end(index) == index + 1) {
            icon(element, index);
        }
    }

    private static boolean beginsWithLetter(Element element) {
        String text = element.text();
        return !text.isEmpty() && Character.isLetter(text.charAt(0));
    }

    private void push(int index, Action action) {
        open.push(new Open(index, tree.end(index), action));
    }

    private void close(Open ended) {
        switch (ended.action) {
            case BLOCK -> out.block();
            case BOLD -> out.closeBold();
            case LINK -> out.closeLink();
            case HEADING -> out.closeHeading();
            case LIST -> out.closeList();
            case ITEM -> out.closeItem();
            case CELL -> table.put(ended.index, out.closeCell(table.row(ended.index)));
            case TABLE -> {
                table.finish();
                out.closeTable();
                table = null;
            }
            case PRE -> {
                out.block();
                preformatted--;
            }
        }
    }

    private void table(int index) {
        if (table != null || out.inCell() || !begin(HtmlTable.of(tree, index), index)) {
            out.block();
            push(index, Action.BLOCK);
        }
    }

    private boolean begin(HtmlTable found, int index) {
        if (found == null) {
            return false;
        }
        out.block();
        found.into(out.openTable());
        table = found;
        push(index, Action.TABLE);
        return true;
    }

    private boolean holdsBlocks(int index) {
        for (int i = index + 1; i < tree.end(index); i++) {
            String name = tree.node(i).normalName();
            if (name.equals("p") || name.equals("ul") || name.equals("ol") || name.equals("table") || HtmlContent.level(name) > 0) {
                return tree.words(index) > tree.words(i) + 3;
            }
        }
        return false;
    }

    private static int ordinal(Element item) {
        Element parent = item.parent();
        if (parent == null || !parent.nameIs("ol")) {
            return 0;
        }
        return item.hasAttr("value") ? number(item.attr("value"), 1) : number(parent.attr("start"), 1);
    }

    private static int number(String s, int otherwise) {
        int value = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c < '0' || c > '9' || value > 1000) {
                return otherwise;
            }
            value = 10 * value + c - '0';
        }
        return value == 0 ? otherwise : value;
    }

    private static boolean bold(Element element) {
        if (!element.hasAttr("style")) {
            return false;
        }
        String style = element.attr("style");
        int at = style.indexOf("font-weight");
        if (at >= 0) {
            int from = at + 11;
            while (from < style.length() && (style.charAt(from) == ':' || style.charAt(from) == ' ')) {
                from++;
            }
            if (Text.startsWith(style, from, style.length(), "bold")) {
                return true;
            }
            if (from < style.length() && style.charAt(from) >= '6' && style.charAt(from) <= '9') {
                return true;
            }
        }
        return style.contains("underline") && style.contains("text-decoration");
    }

    /** Whether a short block looks like a heading by its class or size. */
    private boolean titled(Element element, int index) {
        int words = tree.words(index);
        if (words == 0 || words > 16 || tree.end(index) - index > 12) {
            return false;
        }
        if (element.hasAttr("aria-expanded")) {
            return true;
        }
        String names = element.className();
        if (names.isEmpty()) {
            return false;
        }
        String lower = names.toLowerCase(Locale.ROOT);
        return lower.contains("title") || lower.contains("heading") || lower.contains("headline") || lower.contains("subhead") || lower.contains("accordion")
                || lower.contains("question") || lower.contains("toggle") || lower.contains("section-name");
    }

    /** Puts a mark for an icon that stands for a word in a table. */
    private void icon(Element element, int index) {
        if (!out.inCell()) {
            return;
        }
        String mark = HtmlIcon.mark(element);
        if (mark != null) {
            out.text(mark, 0);
        }
    }
}
