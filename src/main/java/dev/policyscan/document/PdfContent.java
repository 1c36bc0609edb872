package dev.policyscan.document;

import dev.policyscan.document.PdfPage.Area;
import dev.policyscan.document.PdfPage.Rule;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Follows the drawing of pages, and takes down letters and straight lines. */
final class PdfContent extends PDFStreamEngine {
    /** Most that is drawn in a document; forms that draw forms multiply. */
    private static final long MOST_OPERATIONS = 60_000_000;
    /** Most letters in a document. */
    private static final long MOST_GLYPHS = 8_000_000;
    private static final int MOST_GLYPHS_OF_PAGE = 400_000;
    private static final int MOST_RULES = 4000;
    private static final int MOST_POINTS = 64;
    /** Thickest line that is no area. */
    private static final float THICK = 3.2f;
    private static final GlyphList GLYPHS = glyphs();

    /** There is more on the pages than is ever read. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A letter as drawn, in the page's own coordinates. */
    private record Glyph(String text, float x, float y, float endX, float endY, float size, boolean bold, int direction) {}

    private final List<Glyph> drawn = new ArrayList<>();
    private final List<float[]> strokes = new ArrayList<>();
    private final List<float[]> fills = new ArrayList<>();
    private final List<float[]> path = new ArrayList<>();
    private float[] points = new float[2 * MOST_POINTS];
    private int count;
    private final Map<PDFont, Boolean> bolds = new IdentityHashMap<>();
    private final List<Boolean> artifacts = new ArrayList<>();
    private int hidden;
    private long operations;
    private long glyphs;
    /** Letters that the file gives no character for. */
    long unknown;

    PdfContent() {
        addOperator(new BeginText(this));
        addOperator(new Concatenate(this));
        addOperator(new DrawObject(this));
        addOperator(new EndText(this));
        addOperator(new SetGraphicsStateParameters(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new NextLine(this));
        addOperator(new SetCharSpacing(this));
        addOperator(new MoveText(this));
        addOperator(new MoveTextSetLeading(this));
        addOperator(new SetFontAndSize(this));
        addOperator(new ShowText(this));
        addOperator(new ShowTextAdjusted(this));
        addOperator(new SetTextLeading(this));
        addOperator(new SetMatrix(this));
        addOperator(new SetTextRenderingMode(this));
        addOperator(new SetTextRise(this));
        addOperator(new SetWordSpacing(this));
        addOperator(new SetTextHorizontalScaling(this));
        addOperator(new ShowTextLine(this));
        addOperator(new ShowTextLineAndSpace(this));
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
    }

    private static GlyphList glyphs() {
        try (InputStream in = GlyphList.class.getResourceAsStream("/org/apache/pdfbox/resources/glyphlist/additional.txt")) {
            return new GlyphList(GlyphList.getAdobeGlyphList(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar's own list of glyphs cannot be read", e);
        }
    }

    /** Letters seen so far. */
    long letters() {
        return glyphs;
    }

    /** Reads a page. */
    PdfPage read(PDPage page) throws IOException {
        drawn.clear();
        strokes.clear();
        fills.clear();
        path.clear();
        artifacts.clear();
        hidden = 0;
        count = 0;
        processPage(page);
        int[] directions = new int[4];
        for (Glyph glyph : drawn) {
            directions[glyph.direction]++;
        }
        int direction = 0;
        for (int i = 1; i < 4; i++) {
            direction = directions[i] > directions[direction] ? i : direction;
        }
        PDRectangle box = page.getCropBox();
        View view = new View(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight(), direction);
        boolean turned = direction % 2 == 1;
        PdfPage made = new PdfPage(turned ? box.getHeight() : box.getWidth(), turned ? box.getWidth() : box.getHeight());
        words(made, view);
        rules(made, view);
        PdfLinks.mark(page, made, view);
        return made;
    }

    /** How a page is looked at, so that its text stands upright. */
    record View(float left, float bottom, float width, float height, int direction) {
        float x(float x, float y) {
            return switch (direction) {
                case 0 -> x - left;
                case 1 -> y - bottom;
                case 2 -> width - (x - left);
                default -> height - (y - bottom);
            };
        }

        float y(float x, float y) {
            return switch (direction) {
                case 0 -> height - (y - bottom);
                case 1 -> x - left;
                case 2 -> y - bottom;
                default -> width - (x - left);
            };
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operations > MOST_OPERATIONS) {
            throw new TooMuch();
        }
        switch (operator.getName()) {
            case "m" -> {
                endSubpath();
                point(operands, 0);
            }
            case "l" -> point(operands, 0);
            case "c" -> {
                point(operands, 0);
                point(operands, 2);
                point(operands, 4);
            }
            case "v", "y" -> {
                point(operands, 0);
                point(operands, 2);
            }
            case "h" -> close();
            case "re" -> rectangle(operands);
            case "S" -> paint(true, false);
            case "s" -> {
                close();
                paint(true, false);
            }
            case "f", "F", "f*" -> paint(false, true);
            case "B", "B*" -> paint(true, true);
            case "b", "b*" -> {
                close();
                paint(true, true);
            }
            case "n" -> paint(false, false);
            default -> super.processOperator(operator, operands);
        }
    }

    private void point(List<COSBase> operands, int at) {
        if (operands.size() > at + 1 && operands.get(at) instanceof COSNumber x && operands.get(at + 1) instanceof COSNumber y) {
            point(x.floatValue(), y.floatValue());
        }
    }

    private void point(float x, float y) {
        if (count < MOST_POINTS) {
            Point2D.Float at = getGraphicsState().getCurrentTransformationMatrix().transformPoint(x, y);
            points[2 * count] = at.x;
            points[2 * count + 1] = at.y;
        }
        count++;
    }

    private void close() {
        if (count > 1 && count < MOST_POINTS) {
            points[2 * count] = points[0];
            points[2 * count + 1] = points[1];
            count++;
        }
        endSubpath();
    }

    private void endSubpath() {
        if (count > 1 && count <= MOST_POINTS && path.size() < MOST_RULES) {
            float[] made = new float[2 * count];
            System.arraycopy(points, 0, made, 0, made.length);
            path.add(made);
        }
        count = 0;
    }

    private void rectangle(List<COSBase> operands) {
        endSubpath();
        float[] box = new float[4];
        for (int i = 0; i < 4; i++) {
            if (i >= operands.size() || !(operands.get(i) instanceof COSNumber number)) {
                return;
            }
            box[i] = number.floatValue();
        }
        point(box[0], box[1]);
        point(box[0] + box[2], box[1]);
        point(box[0] + box[2], box[1] + box[3]);
        point(box[0], box[1] + box[3]);
        close();
    }

    private void paint(boolean stroke, boolean fill) {
        endSubpath();
        for (float[] part : path) {
            if (stroke && strokes.size() < MOST_RULES) {
                strokes.add(part);
            }
            if (fill && fills.size() < MOST_RULES) {
                fills.add(part);
            }
        }
        path.clear();
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        // Only headers, footers and page numbers are taken at their word: tables and bullets are called artifacts too.
        boolean aside = COSName.getPDFName("Artifact").equals(tag) && properties != null && "Pagination".equals(properties.getNameAsString("Type"));
        artifacts.add(aside);
        hidden += aside ? 1 : 0;
    }

    @Override
    public void endMarkedContentSequence() {
        if (!artifacts.isEmpty() && artifacts.remove(artifacts.size() - 1)) {
            hidden--;
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        if (++glyphs > MOST_GLYPHS || drawn.size() > MOST_GLYPHS_OF_PAGE) {
            throw new TooMuch();
        }
        if (hidden > 0) {
            return;
        }
        String text = font.toUnicode(code, GLYPHS);
        if (text == null && font instanceof PDSimpleFont && code >= 0x20 && code < 0x7F) {
            text = String.valueOf((char) code);
        }
        if (text == null || text.isEmpty() || text.charAt(0) == 0 || text.charAt(0) == 0xFFFD) {
            unknown++;
            return;
        }
        float a = matrix.getValue(0, 0);
        float b = matrix.getValue(0, 1);
        float size = (float) Math.hypot(matrix.getValue(1, 0), matrix.getValue(1, 1));
        if (font instanceof PDType3Font) {
            size = type3Size(font, size);
        }
        double run = Math.hypot(a, b);
        if (run == 0 || size < 0.5f || size > 2000 || Float.isNaN(size)) {
            return;
        }
        int direction;
        if (a > 0.97 * run) {
            direction = 0;
        } else if (b > 0.97 * run) {
            direction = 1;
        } else if (a < -0.97 * run) {
            direction = 2;
        } else if (b < -0.97 * run) {
            direction = 3;
        } else {
            // A watermark across the page.
            return;
        }
        float x = matrix.getTranslateX();
        float y = matrix.getTranslateY();
        float width = displacement.getX();
        drawn.add(new Glyph(Symbols.plain(text), x, y, x + a * width, y + b * width, size, bold(font), direction));
    }

    /** The size of letters whose own measure may be anything, as they are drawn by the file itself. */
    private static float type3Size(PDFont font, float size) throws IOException {
        float box = font.getBoundingBox() == null ? 0 : Math.abs(font.getBoundingBox().getHeight() * font.getFontMatrix().getScaleY());
        return box > 0 && (box < 0.3f || box > 4) ? size * box * 0.85f : size;
    }

    private boolean bold(PDFont font) {
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        return mode == RenderingMode.FILL_STROKE || bolds.computeIfAbsent(font, PdfContent::named);
    }

    private static boolean named(PDFont font) {
        String name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
        if (name.contains("bold") || name.contains("black") || name.contains("heavy") || name.contains("demi")) {
            return true;
        }
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
    }

    /** Puts letters together to words. */
    private void words(PdfPage page, View view) {
        Map<Long, PdfWord> places = new HashMap<>();
        PdfWord word = null;
        StringBuilder text = new StringBuilder();
        boolean space = true;
        for (Glyph glyph : drawn) {
            if (glyph.direction != view.direction) {
                continue;
            }
            float x = view.x(glyph.x, glyph.y);
            float y = view.y(glyph.x, glyph.y);
            float end = view.x(glyph.endX, glyph.endY);
            if (blank(glyph.text)) {
                space = true;
                continue;
            }
            if (x > page.width + 2 || end < -2 || y < -2 || y > page.height + glyph.size) {
                continue;
            }
            PdfWord twin = twin(places, glyph, x, y);
            if (twin != null) {
                // Drawn twice, a hair apart, to look bold.
                twin.bold = true;
                continue;
            }
            boolean same = word != null && !space && Math.abs(y - word.base) < 0.12f * word.size && x - word.right < 0.16f * glyph.size
                    && x - word.right > -0.5f * glyph.size && glyph.size < 1.25f * word.size && glyph.size > 0.8f * word.size && text.length() < 300;
            if (!same) {
                finish(page, word, text);
                boolean raised = word != null && Math.abs(x - word.right) < 0.4f * word.size && glyph.size < 0.85f * word.size
                        && word.base - y > 0.15f * word.size && word.base - y < 0.8f * word.size;
                PdfWord next = new PdfWord("", x, end, raised ? word.base : y, glyph.size);
                next.raised = raised;
                if (word != null && word.size < 0.85f * glyph.size && Math.abs(x - word.right) < 0.6f * glyph.size && y - word.base > 0.15f * glyph.size
                        && y - word.base < 0.8f * glyph.size) {
                    word.raised = true;
                    word.base = y;
                }
                next.spaced = space;
                next.bold = glyph.bold;
                word = next;
                text.setLength(0);
            }
            text.append(glyph.text);
            word.right = Math.max(word.right, end);
            word.bold |= glyph.bold && letters(glyph.text);
            space = false;
            places.put(place(glyph, x, y, 0, 0), word);
        }
        finish(page, word, text);
    }

    private static void finish(PdfPage page, PdfWord word, StringBuilder text) {
        if (word != null && text.length() > 0) {
            word.text = text.toString();
            page.words.add(word);
        }
    }

    private static PdfWord twin(Map<Long, PdfWord> places, Glyph glyph, float x, float y) {
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                PdfWord found = places.get(place(glyph, x, y, dx, dy));
                if (found != null && Math.abs(found.base - y) < 0.1f * glyph.size && x < found.right) {
                    return found;
                }
            }
        }
        return null;
    }

    private static long place(Glyph glyph, float x, float y, int dx, int dy) {
        float unit = Math.max(0.3f, 0.07f * glyph.size);
        long column = (long) (x / unit) + dx & 0xFFFFF;
        long row = (long) (y / unit) + dy & 0xFFFFF;
        return column << 36 | row << 16 | glyph.text.charAt(0);
    }

    private static boolean blank(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (!Text.isSpace(s.charAt(i)) || s.charAt(i) == 0xAD) {
                return false;
            }
        }
        return true;
    }

    private static boolean letters(String s) {
        return Character.isLetterOrDigit(s.charAt(0));
    }

    private void rules(PdfPage page, View view) {
        for (float[] part : strokes) {
            for (int i = 0; i + 3 < part.length; i += 2) {
                rule(page, view, part[i], part[i + 1], part[i + 2], part[i + 3]);
            }
            dot(page, view, part);
        }
        for (float[] part : fills) {
            float[] box = box(part);
            float width = box[2] - box[0];
            float height = box[3] - box[1];
            if (part.length > 12) {
                dot(page, view, part);
            } else if (height <= THICK && width > height) {
                rule(page, view, box[0], (box[1] + box[3]) / 2, box[2], (box[1] + box[3]) / 2);
            } else if (width <= THICK && height > width) {
                rule(page, view, (box[0] + box[2]) / 2, box[1], (box[0] + box[2]) / 2, box[3]);
            } else {
                dot(page, view, part);
                if (width > 12 && height > 6) {
                    float x = view.x(box[0], box[1]);
                    float y = view.y(box[0], box[1]);
                    float toX = view.x(box[2], box[3]);
                    float toY = view.y(box[2], box[3]);
                    page.areas.add(new Area(Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)));
                }
            }
        }
    }

    private static void rule(PdfPage page, View view, float x1, float y1, float x2, float y2) {
        float fromX = view.x(x1, y1);
        float fromY = view.y(x1, y1);
        float toX = view.x(x2, y2);
        float toY = view.y(x2, y2);
        float width = Math.abs(toX - fromX);
        float height = Math.abs(toY - fromY);
        if (height < 0.8f && width >= 4) {
            page.across.add(new Rule((fromY + toY) / 2, Math.min(fromX, toX), Math.max(fromX, toX)));
        } else if (width < 0.8f && height >= 4) {
            page.down.add(new Rule((fromX + toX) / 2, Math.min(fromY, toY), Math.max(fromY, toY)));
        }
    }

    /** Takes a small round or square shape for a bullet. */
    private static void dot(PdfPage page, View view, float[] part) {
        float[] box = box(part);
        float width = box[2] - box[0];
        float height = box[3] - box[1];
        if (width < 1.4f || width > 7 || Math.abs(width - height) > 0.25f * width) {
            return;
        }
        float x = view.x(box[0], box[1]);
        float y = view.y(box[0], box[1]);
        float toX = view.x(box[2], box[3]);
        float toY = view.y(box[2], box[3]);
        page.dots.add(new Area(Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)));
    }

    private static float[] box(float[] part) {
        float[] box = {part[0], part[1], part[0], part[1]};
        for (int i = 2; i + 1 < part.length; i += 2) {
            box[0] = Math.min(box[0], part[i]);
            box[1] = Math.min(box[1], part[i + 1]);
            box[2] = Math.max(box[2], part[i]);
            box[3] = Math.max(box[3], part[i + 1]);
        }
        return box;
    }
}
