package dev.policyscan.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.policyscan.PolicyAnalyzer;
import dev.policyscan.Policyscan;
import dev.policyscan.document.Block;
import dev.policyscan.document.PolicyDocument;
import dev.policyscan.document.Table;
import dev.policyscan.report.PolicyDiff;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Policies and their diffs, for the tests of this package. */
final class Policies {
    private static final PolicyAnalyzer ANALYZER = Policyscan.analyzer();
    private static final Differ DIFFER = new Differ();

    /** A policy in which each promise stands in a sentence of its own. */
    static final String FERNWICK = """
            # Privacy Policy

            Last updated: March 3, 2024

            Fernwick Tea Company collects your name and your email address when you order. We do not sell personal information.

            ## Keeping

            We keep order records for 30 days and then delete them.

            ## Children

            We do not knowingly collect personal information from children under 13.

            ## Signals

            Our website does not respond to Do Not Track signals.

            ## Your rights

            California residents have the right to know what we collect and the right to delete it. Send requests to privacy@fernwick.example.

            ## Sharing

            We share information with:

            - couriers who bring your parcel;
            - the bank that takes your payment.

            We never share information with:

            - brokers who trade in addresses.
            """;

    private Policies() {}

    static Version version(String name, String text) {
        return version(name, text.getBytes(UTF_8));
    }

    static Version version(String name, byte[] bytes) {
        try {
            return Version.of(Source.of(name, bytes), ANALYZER);
        } catch (SourceException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PolicyDiff diff(String before, String after) {
        return diff(version("policy.md", before), version("policy.md", after));
    }

    static PolicyDiff diff(Version before, Version after) {
        return DIFFER.diff(before, after);
    }

    /** The sample policies, by file name. */
    static Map<String, String> samples() {
        Map<String, String> samples = new java.util.TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            for (Path file : files.filter(f -> !f.toString().endsWith(".json") && Files.isRegularFile(f)).toList()) {
                samples.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }

    /** A document written anew as Markdown. */
    static String markdown(PolicyDocument document) {
        StringBuilder out = new StringBuilder();
        form(document, out, (block, text) -> switch (block.kind()) {
            case HEADING -> "\n\n" + "#".repeat(Math.min(6, block.level())) + " " + text + "\n\n";
            case LIST_ITEM -> "\n" + "    ".repeat(Math.max(0, block.level() - 1)) + "* " + text;
            default -> "\n\n" + text + "\n\n";
        }, (cells, header) -> "\n| " + String.join(" | ", cells) + " |" + (header ? "\n|" + "---|".repeat(cells.size()) : ""));
        return out.toString();
    }

    /** A document written anew as a web page. */
    static String html(PolicyDocument document) {
        StringBuilder out = new StringBuilder("<!doctype html><html><head><title>Policy</title></head><body>");
        form(document, out, (block, text) -> switch (block.kind()) {
            case HEADING -> "<h" + Math.min(6, block.level()) + ">" + escape(text) + "</h" + Math.min(6, block.level()) + ">";
            case LIST_ITEM -> "<ul>".repeat(block.level()) + "<li>" + escape(text) + "</li>" + "</ul>".repeat(block.level());
            default -> "<p>" + escape(text) + "</p>";
        }, (cells, header) -> "<tr>" + String.join("", cells.stream().map(c -> (header ? "<th>" : "<td>") + escape(c)).toList()) + "</tr>");
        return out.append("</body></html>").toString().replaceAll("((?:<tr>.*?</tr>)+)", "<table>$1</table>");
    }

    /** A document printed as a PDF: headings bold, items with bullets, tables in columns. */
    static byte[] pdf(PolicyDocument document) {
        try (PDDocument pdf = new PDDocument()) {
            Print print = new Print(pdf);
            form(document, new StringBuilder(), (block, text) -> {
                try {
                    switch (block.kind()) {
                        case HEADING -> print.paragraph(text, print.bold, 16 - Math.min(4, block.level()), 0, "");
                        case LIST_ITEM -> print.paragraph(text, print.plain, 10, 14 * block.level(), "\u2022 ");
                        default -> print.paragraph(text, print.plain, 10, 0, "");
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return "";
            }, (cells, header) -> {
                try {
                    print.row(cells, header);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return "";
            });
            print.close();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages being printed. */
    private static final class Print {
        private static final float MARGIN = 60;
        private static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * MARGIN;

        private static final PDFont MARKS = new PDType1Font(Standard14Fonts.FontName.ZAPF_DINGBATS);

        private final PDDocument pdf;
        private final PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        private final PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
        private PDPageContentStream page;
        private float y;

        Print(PDDocument pdf) {
            this.pdf = pdf;
        }

        void close() throws IOException {
            if (page != null) {
                page.close();
            }
        }

        private void room(float height) throws IOException {
            if (page == null || y - height < MARGIN) {
                close();
                PDPage sheet = new PDPage(PDRectangle.LETTER);
                pdf.addPage(sheet);
                page = new PDPageContentStream(pdf, sheet);
                y = PDRectangle.LETTER.getHeight() - MARGIN;
            }
        }

        void paragraph(String text, PDFont font, float size, float indent, String bullet) throws IOException {
            y -= size * 0.8f;
            String lead = bullet;
            for (String line : lines(text, font, size, WIDTH - indent - 12)) {
                room(size * 1.3f);
                if (!lead.isEmpty()) {
                    line(lead, font, size, MARGIN + indent, y);
                }
                line(line, font, size, MARGIN + indent + (bullet.isEmpty() ? 0 : 12), y);
                lead = "";
                y -= size * 1.3f;
            }
        }

        void row(List<String> cells, boolean header) throws IOException {
            PDFont font = header ? bold : plain;
            float column = WIDTH / cells.size();
            List<List<String>> wrapped = new ArrayList<>();
            for (String cell : cells) {
                wrapped.add(lines(cell, font, 9, column - 14));
            }
            int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
            room(height * 12 + 10);
            for (int c = 0; c < wrapped.size(); c++) {
                for (int i = 0; i < wrapped.get(c).size(); i++) {
                    line(wrapped.get(c).get(i), font, 9, MARGIN + c * column, y - i * 12);
                }
            }
            y -= height * 12 + 10;
        }

        private void line(String text, PDFont font, float size, float x, float at) throws IOException {
            page.beginText();
            page.newLineAtOffset(x, at);
            // Check marks have a font of their own.
            for (String part : text.split("(?<=[\u2713\u2717])|(?=[\u2713\u2717])")) {
                page.setFont(part.equals("\u2713") || part.equals("\u2717") ? MARKS : font, size);
                page.showText(part);
            }
            page.endText();
        }

        private static List<String> lines(String text, PDFont font, float size, float width) throws IOException {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : text.replace('\u00a0', ' ').split("\\s+")) {
                if (!line.isEmpty() && font.getStringWidth((line + " " + word).replace('\u2713', 'v').replace('\u2717', 'x')) / 1000 * size > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
            return lines;
        }
    }

    private interface BlockForm {
        String of(Block block, String text);
    }

    private interface RowForm {
        String of(List<String> cells, boolean header);
    }

    private static void form(PolicyDocument document, StringBuilder out, BlockForm form, RowForm rows) {
        Map<Integer, Table> tables = new HashMap<>();
        for (Table table : document.tables()) {
            table.rows().stream().flatMap(r -> r.cells().stream()).mapToInt(Table.Cell::block).filter(b -> b >= 0).min().ifPresent(b -> tables.put(b, table));
        }
        for (int i = 0; i < document.blocks().size(); i++) {
            Block block = document.blocks().get(i);
            Table table = tables.get(i);
            if (table != null) {
                out.append("\n");
                boolean first = true;
                for (Table.Row row : table.rows()) {
                    out.append(rows.of(row.cells().stream().map(c -> c.block() < 0 ? "" : text(document, document.blocks().get(c.block()))).toList(), first));
                    first = false;
                }
                out.append("\n");
            } else if (block.kind() != Block.Kind.CELL) {
                out.append(form.of(block, text(document, block)));
            }
        }
    }

    private static String text(PolicyDocument document, Block block) {
        return document.quote(block.start(), block.end()).replace('\n', ' ').strip();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
