package dev.policyscan.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The nodes of a page in document order, with sums of words over them, so that a subtree is a range of numbers and costs the
 * same to weigh whatever its size. Scripts, styles and the like are left out.
 */
final class HtmlTree {
    private static final int RUNNING = 14;

    final List<Node> nodes = new ArrayList<>();
    private int[] parents = new int[1024];
    private int[] ends = new int[1024];
    /** Sums over the nodes before each: all words, words in links, words that policies use, words in links within the page. */
    private int[] words;
    private int[] linked;
    private int[] policy;
    private int[] anchored;
    /** Words in texts so long that they are sentences rather than labels. */
    private int[] running;
    /** Heading tags; and those of the first three levels. */
    private int[] headings;
    private int[] topHeadings;

    HtmlTree(Element root) {
        collect(root);
        weigh();
    }

    private void collect(Element root) {
        Node node = root;
        int parent = -1;
        while (true) {
            boolean inside = false;
            if (node instanceof TextNode || node instanceof Element element && !left(element)) {
                int index = nodes.size();
                nodes.add(node);
                if (index == parents.length) {
                    parents = Arrays.copyOf(parents, 2 * index);
                    ends = Arrays.copyOf(ends, 2 * index);
                }
                parents[index] = parent;
                ends[index] = index + 1;
                if (node instanceof Element element && element.childNodeSize() > 0 && !leaf(element)) {
                    parent = index;
                    inside = true;
                }
            }
            if (inside) {
                node = node.firstChild();
                continue;
            }
            while (node != root && node.nextSibling() == null) {
                node = node.parent();
                if (parent >= 0 && nodes.get(parent) == node) {
                    ends[parent] = nodes.size();
                    parent = parents[parent];
                }
                if (node == root) {
                    break;
                }
            }
            if (node == root) {
                break;
            }
            node = node.nextSibling();
        }
        if (!nodes.isEmpty()) {
            ends[0] = nodes.size();
        }
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

    private void weigh() {
        int size = nodes.size();
        words = new int[size + 1];
        linked = new int[size + 1];
        policy = new int[size + 1];
        anchored = new int[size + 1];
        running = new int[size + 1];
        headings = new int[size + 1];
        topHeadings = new int[size + 1];
        int linkEnd = 0;
        boolean within = false;
        for (int i = 0; i < size; i++) {
            int count = 0;
            int hits = 0;
            Node node = nodes.get(i);
            if (node instanceof TextNode text) {
                String s = text.getWholeText();
                int at = 0;
                int length = s.length();
                while (at < length) {
                    if (!word(s.charAt(at))) {
                        at++;
                        continue;
                    }
                    int from = at;
                    int hash = 0;
                    while (at < length && word(s.charAt(at))) {
                        hash = 31 * hash + (s.charAt(at++) | 32);
                    }
                    count++;
                    if (PolicyWords.contains(s, from, at, hash)) {
                        hits++;
                    }
                }
            } else if (i >= linkEnd && node.nameIs("a")) {
                linkEnd = ends[i];
                within = DraftBuilder.within(node.attr("href"));
            }
            int level = HtmlContent.level(node.normalName());
            headings[i + 1] = headings[i] + (level > 0 ? 1 : 0);
            topHeadings[i + 1] = topHeadings[i] + (level > 0 && level < 4 ? 1 : 0);
            boolean link = i < linkEnd;
            words[i + 1] = words[i] + count;
            linked[i + 1] = linked[i] + (link ? count : 0);
            anchored[i + 1] = anchored[i] + (link && within ? count : 0);
            policy[i + 1] = policy[i] + hits;
            running[i + 1] = running[i] + (!link && count >= RUNNING ? count : 0);
        }
    }

    private static boolean word(char c) {
        return c < 0x80 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' : Character.isLetterOrDigit(c);
    }

    int size() {
        return nodes.size();
    }

    Node node(int index) {
        return nodes.get(index);
    }

    int parent(int index) {
        return parents[index];
    }

    /** The number after a node's last descendant. */
    int end(int index) {
        return ends[index];
    }

    int words(int index) {
        return words[ends[index]] - words[index];
    }

    int linked(int index) {
        return linked[ends[index]] - linked[index];
    }

    int anchored(int index) {
        return anchored[ends[index]] - anchored[index];
    }

    int running(int index) {
        return running[ends[index]] - running[index];
    }

    int headings(int index) {
        return headings[ends[index]] - headings[index];
    }

    int topHeadings(int index) {
        return topHeadings[ends[index]] - topHeadings[index];
    }

    int policy(int index) {
        return policy[ends[index]] - policy[index];
    }
}
