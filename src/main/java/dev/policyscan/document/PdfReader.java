package dev.policyscan.document;

import dev.policyscan.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * Reads PDFs: text in the order it is read, headings by size and weight, lists and tables by position. Running headers and footers,
 * page numbers and text that does not stand upright are left out.
 *
 * <p>A PDF has no lines of its own. The line numbers of its document count the lines of text as printed, from the first page on,
 * without blank lines and without what is left out; lines side by side in a row of a table share one number.
 */
final class PdfReader {
    private static final int MOST_PAGES = 10_000;
    private static final String DAMAGED = "is a damaged PDF; get the file again or save it anew";

    static {
        FontMappers.set(new PdfFonts());
    }

    private PdfReader() {}

    static Draft read(byte[] bytes) throws SourceException {
        if (PdfStreams.tooLarge(bytes)) {
            throw tooMuch();
        }
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return read(pdf);
        } catch (InvalidPasswordException e) {
            throw new SourceException("is encrypted; open it with its password and save it without one", e);
        } catch (PdfContent.TooMuch e) {
            throw tooMuch();
        } catch (SourceException e) {
            throw e;
        } catch (NoClassDefFoundError e) {
            // The library for certificates is no part of this program.
            throw new SourceException("is encrypted with a certificate; open it and save it without encryption", e);
        } catch (OutOfMemoryError e) {
            throw new SourceException("needs more memory than there is; pass the policy alone, or give Java more with -Xmx", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new SourceException(DAMAGED, e);
        }
    }

    private static Draft read(PDDocument pdf) throws IOException {
        int count = pdf.getNumberOfPages();
        if (count > MOST_PAGES) {
            throw tooMuch();
        }
        if (count == 0) {
            throw new SourceException("is a PDF without pages; there is nothing to read");
        }
        PdfContent content = new PdfContent();
        List<PdfPage> pages = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            pages.add(content.read(page));
        }
        long letters = content.letters() - content.unknown;
        if (letters < 12L * count && pictures(pdf)) {
            throw new SourceException("is a PDF with no text; it looks scanned; run OCR and pass the result");
        }
        if (content.unknown > letters) {
            throw new SourceException("is a PDF whose letters have no characters behind them; run OCR and pass the result");
        }
        PdfFurniture.remove(pages);
        List<List<PdfLayout.Item>> items = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            items.add(PdfLayout.read(pages.get(i), i));
            pages.set(i, null);
        }
        Draft draft = PdfText.read(items, (int) Math.min(letters + letters / 8 + 1024, 16 << 20));
        if (draft.pieces.isEmpty()) {
            throw new SourceException("is a PDF with no text; there is nothing to read");
        }
        draft.title = title(pdf);
        return draft;
    }

    /** Whether most pages show a picture. */
    private static boolean pictures(PDDocument pdf) {
        int pages = 0;
        int shown = 0;
        for (PDPage page : pdf.getPages()) {
            pages++;
            PDResources resources = page.getResources();
            if (resources == null) {
                continue;
            }
            for (COSName name : resources.getXObjectNames()) {
                if (resources.isImageXObject(name)) {
                    shown++;
                    break;
                }
            }
        }
        return shown * 2 >= pages;
    }

    /** The title in the file's properties; null for one that programs put there by themselves. */
    private static String title(PDDocument pdf) {
        String title = pdf.getDocumentInformation() == null ? null : pdf.getDocumentInformation().getTitle();
        return Title.proper(title);
    }

    private static SourceException tooMuch() {
        return new SourceException("holds more than is ever read of a PDF; pass the policy alone");
    }
}
