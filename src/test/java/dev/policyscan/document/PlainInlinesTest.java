package dev.policyscan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class PlainInlinesTest {
    private static final Parser COMMON = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
    private static final Parser OURS =
            Parser.builder().inlineParserFactory(PlainInlines::new).includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
    private static final String[] PARTS = {
        "We collect data", "a", "Ünïcode “quoted”", "\n", "\n", "\n\n", " ", "  ", "   ", "    ", "\t", "\r\n", "\u00a0", "\u2028", "# ", "## ", "- ", "* ", "1. ", "> ", "**", "*", "_", "`",
        "\\", "&amp;", "&", "<b>", "</b>", "<https://example.com>", "[a](b)", "[a]", "[a]: b\n", "!", "![", "]", "---", "===", "|", ":", "~~~", "\u0000", "\ud83d\ude00"};

    @Test
    void readsWhatCommonMarkReads() {
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(14); part >= 0; part--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            assertEquals(tree(COMMON.parse(text.toString())), tree(OURS.parse(text.toString())), text::toString);
        }
    }

    private static String tree(Node node) {
        StringBuilder out = new StringBuilder();
        String literal = node instanceof Text text ? text.getLiteral() : node instanceof Code code ? code.getLiteral() : "";
        out.append(node.getClass().getSimpleName()).append('"').append(literal).append('"').append(node.getSourceSpans()).append('{');
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            out.append(tree(child));
        }
        return out.append('}').toString();
    }
}
