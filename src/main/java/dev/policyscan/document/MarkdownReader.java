package dev.policyscan.document;

import dev.policyscan.document.Draft.DraftCell;
import dev.policyscan.document.Draft.DraftTable;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown: CommonMark with tables. */
final class MarkdownReader {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .inlineParserFactory(PlainInlines::new)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final DraftBuilder out;
    private DraftTable table;
    private List<DraftCell> row;

    private MarkdownReader(int capacity) {
        out = new DraftBuilder(capacity);
    }

    static Draft read(String text) {
        return new MarkdownReader(text.length() + 64).walk(PARSER.parse(text));
    }

    /** Walks the tree without recursion, so that depth costs no stack. */
    private Draft walk(Node root) {
        Node node = root;
        boolean down = true;
        while (true) {
            if (down) {
                boolean inside = enter(node);
                if (inside && node.getFirstChild() != null) {
                    node = node.getFirstChild();
                    continue;
                }
            }
            leave(node);
            if (node == root) {
                return out.build();
            }
            if (node.getNext() != null) {
                node = node.getNext();
                down = true;
            } else {
                node = node.getParent();
                down = false;
            }
        }
    }

    private boolean enter(Node node) {
        if (node instanceof org.commonmark.node.Text text) {
            out.text(text.getLiteral(), line(node));
        } else if (node instanceof Code code) {
            out.text(code.getLiteral(), line(node));
        } else if (node instanceof SoftLineBreak) {
            out.softBreak();
        } else if (node instanceof HardLineBreak) {
            out.hardBreak();
        } else if (node instanceof StrongEmphasis) {
            out.openBold();
        } else if (node instanceof Link link) {
            out.openLink(link.getDestination());
        } else if (node instanceof Image) {
            return out.inCell();
        } else if (node instanceof HtmlInline html) {
            inline(html.getLiteral());
        } else if (node instanceof HtmlBlock html) {
            out.block();
            HtmlReader.readFragment(html.getLiteral(), line(node), out);
        } else if (node instanceof Heading heading) {
            out.openHeading(heading.getLevel());
        } else if (node instanceof BulletList) {
            out.openList();
        } else if (node instanceof OrderedList list) {
            out.openList();
        } else if (node instanceof ListItem) {
            out.openItem(ordinal(node));
        } else if (node instanceof FencedCodeBlock code) {
            out.block();
            out.preformatted(code.getLiteral(), line(node) + 1);
            out.block();
        } else if (node instanceof IndentedCodeBlock code) {
            // Policies hold no code: an indented block is a paragraph that someone moved to the right.
            out.block();
            out.preformatted(code.getLiteral(), line(node));
            out.block();
        } else if (node instanceof TableBlock) {
            table = out.openTable();
        } else if (node instanceof TableRow) {
            row = new ArrayList<>();
        } else if (node instanceof TableCell) {
            out.openCell();
        } else if (node instanceof Paragraph || node instanceof ThematicBreak) {
            out.block();
        }
        return true;
    }

    private void leave(Node node) {
        if (node instanceof org.commonmark.node.Text) {
            // Most nodes are text.
            return;
        }
        if (node instanceof StrongEmphasis) {
            out.closeBold();
        } else if (node instanceof Link) {
            out.closeLink();
        } else if (node instanceof Heading) {
            out.closeHeading();
        } else if (node instanceof BulletList || node instanceof OrderedList) {
            out.closeList();
        } else if (node instanceof ListItem) {
            out.closeItem();
        } else if (node instanceof TableCell cell) {
            row.add(new DraftCell(out.closeCell(table.rows.size()), row.size(), cell.isHeader()));
        } else if (node instanceof TableRow) {
            table.rows.add(row);
            table.headers.add(!row.isEmpty() && row.get(0).header());
        } else if (node instanceof TableBlock) {
            out.closeTable();
        } else if (node instanceof Paragraph) {
            out.block();
        }
    }

    private static int ordinal(Node item) {
        if (!(item.getParent() instanceof OrderedList list)) {
            return 0;
        }
        // Only a list's first item is ever looked at as a heading, so its siblings need no count.
        return item.getPrevious() == null && list.getMarkerStartNumber() != null ? list.getMarkerStartNumber() : 1;
    }

    private void inline(String tag) {
        int at = tag.startsWith("</") ? 2 : 1;
        if (Text.startsWith(tag, 1, tag.length(), "br")) {
            out.hardBreak();
        } else if (named(tag, at, "b") || named(tag, at, "strong") || named(tag, at, "u")) {
            if (at == 1) {
                out.openBold();
            } else {
                out.closeBold();
            }
        }
    }

    private static boolean named(String tag, int at, String name) {
        return Text.startsWith(tag, at, tag.length(), name)
                && at + name.length() < tag.length()
                && !Text.isAsciiAlnum(tag.charAt(at + name.length()));
    }

    private static int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(0).getLineIndex() + 1;
    }
}
