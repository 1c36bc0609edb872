package dev.policyscan.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What introduces the items of lists, and the paragraphs in them. */
final class Nesting {
    private static final int DEEPEST = 63;

    private final String text;
    private final List<Block> blocks;
    /** The last item of each depth, for the items beneath it. */
    private final int[] parents = new int[DEEPEST + 1];
    /** The blocks of the source's list items. */
    private final Map<Integer, Integer> items = new HashMap<>();
    private boolean inList;
    private int list;
    /** What introduces the list that is being read, and the outermost one of those that follow each other. */
    private int lead = -1;
    private int outerLead = -1;

    /** @param blocks the blocks made so far, to which the caller adds */
    Nesting(String text, List<Block> blocks) {
        this.text = text;
        this.blocks = blocks;
    }

    /** The block of a list item that comes next. */
    Block item(Piece piece, int section) {
        int index = blocks.size();
        int level = Math.min(Math.max(1, piece.depth), DEEPEST);
        if (!inList) {
            lead = index > 0 && blocks.get(index - 1).kind() == Block.Kind.CELL ? -1 : index - 1;
            Arrays.fill(parents, -1);
            inList = true;
            outerLead = lead;
            list = piece.list;
        } else if (level == 1 && piece.list != list) {
            lead = announces(blocks.get(index - 1)) ? index - 1 : outerLead;
            list = piece.list;
        }
        int parent = level - 1;
        while (parent > 0 && parents[parent] < 0) {
            parent--;
        }
        int above = parent > 0 ? parents[parent] : lead;
        parents[level] = index;
        Arrays.fill(parents, level + 1, parents.length, -1);
        if (piece.item > 0) {
            items.put(piece.item, index);
        }
        return new Block(Block.Kind.LIST_ITEM, piece.start, piece.end, section, level, above);
    }

    /** What leads a paragraph: the item that it stands in; -1 elsewhere, where it ends the list. */
    int paragraph(Piece piece) {
        Integer item = piece.item > 0 ? items.get(piece.item) : null;
        if (item == null) {
            end();
            return -1;
        }
        return item;
    }

    /** Ends the list: a heading or a table follows. */
    void end() {
        inList = false;
    }

    /** Whether a block is a list item that announces what follows, as the numbered paragraph before a list of bullets does. */
    private boolean announces(Block block) {
        return block.kind() == Block.Kind.LIST_ITEM && block.level() == 1 && Text.lastChar(text, block.start(), block.end()) == ':';
    }
}
