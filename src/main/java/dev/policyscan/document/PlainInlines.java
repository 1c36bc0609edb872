package dev.policyscan.document;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Parses what stands within a block of Markdown. Most blocks of a policy are nothing but text, whose nodes are its lines; looking for
 * mark-up is left to CommonMark where there may be some.
 */
final class PlainInlines implements InlineParser {
    /** The characters of ASCII that mark-up begins with. */
    private static final String MARKS = "\\`&<*_[]!";
    private static final boolean[] MARK = new boolean[128];

    static {
        for (char c = 0; c < MARK.length; c++) {
            MARK[c] = c < ' ' || MARKS.indexOf(c) >= 0;
        }
    }

    private final InlineParserContext context;
    private InlineParser full;

    PlainInlines(InlineParserContext context) {
        this.context = context;
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        for (SourceLine line : lines.getLines()) {
            if (!plain(line.getContent())) {
                full = full == null ? new InlineParserImpl(context) : full;
                full.parse(lines, block);
                return;
            }
        }
        boolean first = true;
        for (SourceLine line : lines.getLines()) {
            if (!first) {
                block.appendChild(new SoftLineBreak());
            }
            first = false;
            Text text = new Text(line.getContent().toString());
            if (line.getSourceSpan() != null) {
                text.addSourceSpan(line.getSourceSpan());
            }
            block.appendChild(text);
        }
    }

    /** Whether a line is text alone, without white space at its ends, which CommonMark takes off or for a line break. */
    private static boolean plain(CharSequence line) {
        int length = line.length();
        if (length == 0 || line.charAt(0) == ' ' || line.charAt(length - 1) == ' ') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = line.charAt(i);
            if (c < MARK.length && MARK[c]) {
                return false;
            }
        }
        return true;
    }
}
