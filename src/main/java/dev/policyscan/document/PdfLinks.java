package dev.policyscan.document;

import dev.policyscan.document.PdfContent.View;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Finds the words of a page that are links. */
final class PdfLinks {
    private static final int MOST = 2000;

    private PdfLinks() {}

    static void mark(PDPage page, PdfPage made, View view) {
        List<PDAnnotation> annotations;
        try {
            annotations = page.getAnnotations();
        } catch (IOException | RuntimeException e) {
            // Links are no loss to the text.
            return;
        }
        for (int i = 0; i < Math.min(MOST, annotations.size()); i++) {
            if (annotations.get(i) instanceof PDAnnotationLink link && link.getRectangle() != null) {
                String target = target(link);
                if (target != null) {
                    mark(made, link.getRectangle(), view, target);
                }
            }
        }
    }

    private static String target(PDAnnotationLink link) {
        try {
            PDAction action = link.getAction();
            if (action instanceof PDActionURI uri) {
                return uri.getURI();
            }
            return "#page";
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static void mark(PdfPage page, PDRectangle box, View view, String target) {
        float x1 = view.x(box.getLowerLeftX(), box.getLowerLeftY());
        float y1 = view.y(box.getLowerLeftX(), box.getLowerLeftY());
        float x2 = view.x(box.getUpperRightX(), box.getUpperRightY());
        float y2 = view.y(box.getUpperRightX(), box.getUpperRightY());
        float left = Math.min(x1, x2) - 1;
        float right = Math.max(x1, x2) + 1;
        float top = Math.min(y1, y2) - 1;
        float bottom = Math.max(y1, y2) + 1;
        for (PdfWord word : page.words) {
            float middle = (word.left + word.right) / 2;
            if (word.link == null && middle >= left && middle <= right && word.middle() >= top && word.middle() <= bottom) {
                word.link = target;
            }
        }
    }
}
