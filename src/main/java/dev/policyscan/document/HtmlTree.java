package dev.policyscan.document;

import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The nodes of a page in document order, with sums of words over them, so that a subtree is a range of numbers and costs the
 * same to weigh whatever its size. Scripts, styles and the like are left out.
 */
final class HtmlTree {
    private static final int RUNNING = 14;
    /** Sums that are kept for each node: over all nodes before it, in one array because they are asked for together. */
    private static final int SUMS = 7;
    private static final int WORDS = 0;
    private static final int LINKED = 1;
    /** Words that policies use. */
    private static final int POLICY = 2;
    /** Words in links within the page. */
    private static final int ANCHORED = 3;
    /** Words in texts so long that they are sentences rather than labels. */
    private static final int IN_SENTENCES = 4;
    private static final int HEADINGS = 5;
    /** Headings of the first three levels. */
    private static final int TOP_HEADINGS = 6;
    /** Letters in lower case and figures; nothing elsewhere. */
    private static final char[] ASCII = new char[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = Text.isAsciiAlnum(c) ? (char) (c | 32) : 0;
        }
    }

    private Node[] nodes = new Node[1024];
    private int[] parents = new int[1024];
    private int[] ends = new int[1024];
    private int[] lines = new int[1024];
    private int[] sums = new int[SUMS * 1025];
    private int size;
    private char[] chars = new char[256];

    private final HtmlLines source;

    HtmlTree(Element root, HtmlLines source) {
        this.source = source;
        Node node = root;
        int parent = -1;
        int link = -1;
        boolean within = false;
        while (node != null) {
            boolean inside = false;
            if (node instanceof TextNode text) {
                int index = add(text, parent);
                weigh(index, text.getWholeText(), link >= 0, within);
            } else if (node instanceof Element element && !left(element)) {
                int index = add(element, parent);
                int level = HtmlContent.level(element.normalName());
                sums[SUMS * (index + 1) + HEADINGS] += level > 0 ? 1 : 0;
                sums[SUMS * (index + 1) + TOP_HEADINGS] += level > 0 && level < 4 ? 1 : 0;
                inside = element.childNodeSize() > 0 && !leaf(element);
                if (inside) {
                    parent = index;
                    if (link < 0 && element.nameIs("a") && !contact(element.attr("href"))) {
                        link = index;
                        within = DraftBuilder.within(element.attr("href"));
                    }
                }
            }
            if (inside) {
                node = node.firstChild();
                continue;
            }
            Node next = node == root ? null : node.nextSibling();
            while (next == null && parent >= 0) {
                // All children of the innermost node at hand are done.
                ends[parent] = size;
                if (parent == link) {
                    link = -1;
                    within = false;
                }
                next = parent == 0 ? null : nodes[parent].nextSibling();
                parent = parents[parent];
            }
            node = next;
        }
    }

    /** Adds a node with the sums up to it; what is its own is still to come. */
    private int add(Node node, int parent) {
        int index = size++;
        if (index == nodes.length) {
            int room = 2 * index;
            nodes = Arrays.copyOf(nodes, room);
            parents = Arrays.copyOf(parents, room);
            ends = Arrays.copyOf(ends, room);
            lines = Arrays.copyOf(lines, room);
            sums = Arrays.copyOf(sums, SUMS * (room + 1));
        }
        nodes[index] = node;
        parents[index] = parent;
        ends[index] = size;
        System.arraycopy(sums, SUMS * index, sums, SUMS * size, SUMS);
        return index;
    }

    private void weigh(int index, String text, boolean link, boolean within) {
        int length = text.length();
        if (length > chars.length) {
            chars = new char[Math.max(length, 2 * chars.length)];
        }
        text.getChars(0, length, chars, 0);
        int count = 0;
        int hits = 0;
        int at = 0;
        while (at < length) {
            int letter = letter(chars[at]);
            if (letter == 0) {
                at++;
                continue;
            }
            int from = at;
            int hash = 0;
            while (letter != 0) {
                hash = 31 * hash + letter;
                letter = ++at < length ? letter(chars[at]) : 0;
            }
            count++;
            hits += PolicyWords.contains(chars, from, at, hash) ? 1 : 0;
        }
        if (count > 0) {
            lines[index] = source.next(text);
            int own = SUMS * (index + 1);
            sums[own + WORDS] += count;
            sums[own + POLICY] += hits;
            if (link) {
                sums[own + LINKED] += count;
                sums[own + ANCHORED] += within ? count : 0;
            } else if (count >= RUNNING) {
                sums[own + IN_SENTENCES] += count;
            }
        }
    }

    /** A letter or figure, letters in lower case where they are English; 0 for what parts words. */
    private static int letter(char c) {
        return c < 0x80 ? ASCII[c] : Character.isLetterOrDigit(c) ? c | 32 : 0;
    }

    /** Whether a link is a mailbox or a telephone number: how to reach the business, not where else to go. */
    private static boolean contact(String target) {
        return Link.toMailbox(target) || Link.toTelephone(target);
    }

    private static boolean left(Element element) {
        return switch (element.normalName()) {
            case "script", "style", "noscript", "template", "iframe", "object", "embed", "canvas", "video", "audio", "select", "textarea",
                    "head", "datalist", "map", "math" -> true;
            default -> false;
        };
    }

    private static boolean leaf(Element element) {
        return element.normalName().equals("svg");
    }

    int size() {
        return size;
    }

    Node node(int index) {
        return nodes[index];
    }

    int parent(int index) {
        return parents[index];
    }

    /** The number after a node's last descendant. */
    int end(int index) {
        return ends[index];
    }

    /** The line of the source on which a text with words in it begins; 0 for other nodes. */
    int line(int index) {
        return lines[index];
    }

    int words(int index) {
        return sum(index, WORDS);
    }

    int linked(int index) {
        return sum(index, LINKED);
    }

    int anchored(int index) {
        return sum(index, ANCHORED);
    }

    int running(int index) {
        return sum(index, IN_SENTENCES);
    }

    int headings(int index) {
        return sum(index, HEADINGS);
    }

    int topHeadings(int index) {
        return sum(index, TOP_HEADINGS);
    }

    int policy(int index) {
        return sum(index, POLICY);
    }

    private int sum(int index, int which) {
        return sums[SUMS * ends[index] + which] - sums[SUMS * index + which];
    }
}
