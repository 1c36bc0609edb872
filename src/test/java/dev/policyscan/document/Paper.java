package dev.policyscan.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.util.Matrix;

/** Draws PDFs for tests: text at places in points from the top left corner. */
final class Paper {
    static {
        // Fonts are not looked for on the disk.
        FontMappers.set(new PdfFonts());
    }

    private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    private static final PDFont DINGBATS = new PDType1Font(FontName.ZAPF_DINGBATS);
    private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

    private final PDDocument pdf = new PDDocument();
    private PDPage page;
    private PDPageContentStream out;

    Paper page() {
        return run(() -> {
            close();
            page = new PDPage(PDRectangle.LETTER);
            pdf.addPage(page);
            out = new PDPageContentStream(pdf, page);
        });
    }

    Paper text(float x, float y, String text) {
        return text(x, y, 10, false, text);
    }

    Paper text(float x, float y, float size, boolean bold, String text) {
        return text(x, y, size, bold ? BOLD : PLAIN, text);
    }

    private Paper text(float x, float y, float size, PDFont font, String text) {
        return run(() -> {
            out.beginText();
            out.setFont(font, size);
            out.newLineAtOffset(x, PDRectangle.LETTER.getHeight() - y);
            out.showText(text);
            out.endText();
        });
    }

    /** A sign of the symbol font that every reader of PDFs has. */
    Paper sign(float x, float y, String sign) {
        return text(x, y, 10, DINGBATS, sign);
    }

    /** Lines of a paragraph, 12 points apart. */
    Paper lines(float x, float y, String... lines) {
        for (int i = 0; i < lines.length; i++) {
            text(x, y + 12 * i, lines[i]);
        }
        return this;
    }

    Paper rule(float x1, float y1, float x2, float y2) {
        return run(() -> {
            out.moveTo(x1, PDRectangle.LETTER.getHeight() - y1);
            out.lineTo(x2, PDRectangle.LETTER.getHeight() - y2);
            out.stroke();
        });
    }

    Paper link(float x, float y, float width, String to) {
        return run(() -> {
            PDAnnotationLink link = new PDAnnotationLink();
            link.setRectangle(new PDRectangle(x, PDRectangle.LETTER.getHeight() - y - 2, width, 12));
            PDActionURI action = new PDActionURI();
            action.setURI(to);
            link.setAction(action);
            page.getAnnotations().add(link);
        });
    }

    Paper picture() {
        return run(() -> out.drawImage(LosslessFactory.createFromImage(pdf, new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB)), 0, 0, 600, 700));
    }

    /** Draws a small disc, as browsers draw bullets. */
    Paper disc(float x, float y) {
        return run(() -> {
            float up = PDRectangle.LETTER.getHeight() - y;
            out.moveTo(x, up);
            out.curveTo(x, up + 2, x + 4, up + 2, x + 4, up);
            out.curveTo(x + 4, up - 2, x, up - 2, x, up);
            out.fill();
        });
    }

    /** Turns what is drawn from here on by a quarter, upwards. */
    Paper upwards() {
        return run(() -> out.transform(new Matrix(0, 1, -1, 0, PDRectangle.LETTER.getWidth(), 0)));
    }

    Paper rotate(int degrees) {
        page.setRotation(degrees);
        return this;
    }

    Paper title(String title) {
        pdf.getDocumentInformation().setTitle(title);
        return this;
    }

    Paper encrypt(String password) {
        return run(() -> {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            pdf.protect(policy);
        });
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        run(() -> {
            close();
            pdf.save(bytes);
            pdf.close();
        });
        return bytes.toByteArray();
    }

    private void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }

    private interface Drawing {
        void draw() throws IOException;
    }

    private Paper run(Drawing drawing) {
        try {
            drawing.draw();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
