package dev.policyscan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.policyscan.source.MediaType;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class DocxReaderTest {
    private static final String PROSE = "We mend umbrellas, and we remember whose umbrella stands in which corner.";
    private static final String STYLES = """
            <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:rPr><w:sz w:val="22"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
            <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="Eigene"><w:name w:val="Mein Kapitel"/><w:basedOn w:val="berschrift2"/></w:style>
            <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
            <w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
            <w:style w:type="table" w:styleId="Gitter"><w:name w:val="Grid"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
            """;
    private static final String NUMBERING = """
            <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>
            <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/><w:pPr><w:ind w:left="1440"/></w:pPr></w:lvl></w:abstractNum>
            <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
            """;

    private static String part(String element, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + element + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">" + content + "</w:" + element + ">";
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> parts(String body) {
        Map<String, String> parts = new LinkedHashMap<>();
        String type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        parts.put("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        parts.put("_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"" + type + "officeDocument\" Target=\"/word/document2.xml\"/>"
                + "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
        parts.put("docProps/core.xml", "<p xmlns:dc=\"x\"><dc:title>The Umbrella Menders</dc:title></p>");
        parts.put("word/document2.xml", part("document", "<w:body>" + body + "</w:body>"));
        parts.put("word/_rels/document2.xml.rels", "<Relationships><Relationship Id=\"s\" Type=\"" + type + "styles\" Target=\"styles.xml\"/>"
                + "<Relationship Id=\"n\" Type=\"" + type + "numbering\" Target=\"numbering.xml\"/>"
                + "<Relationship Id=\"f\" Type=\"" + type + "footnotes\" Target=\"footnotes.xml\"/>"
                + "<Relationship Id=\"h\" Type=\"" + type + "hyperlink\" Target=\"https://umbrellas.example/\" TargetMode=\"External\"/></Relationships>");
        parts.put("word/styles.xml", part("styles", STYLES));
        parts.put("word/numbering.xml", part("numbering", NUMBERING));
        parts.put("word/footnotes.xml", part("footnotes", "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p>" + run("no note") + "</w:p></w:footnote>"
                + "<w:footnote w:id=\"2\"><w:p>" + run("Of the shop.") + "</w:p></w:footnote>"));
        return parts;
    }

    private static PolicyDocument read(String body) throws SourceException {
        return new DocumentReader().read(Source.of("umbrellas", zip(parts(body))));
    }

    private static String sketch(String body) throws SourceException {
        return Sketch.of(read(body));
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String bold(String text) {
        return "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String p(String style, String content) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + content + "</w:p>";
    }

    private static String p(String content) {
        return "<w:p>" + content + "</w:p>";
    }

    private static String item(int list, int level, String content) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr></w:pPr>" + content + "</w:p>";
    }

    private static String cell(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(run(text)) + "</w:tc>";
    }

    @Test
    void headingsByStyleInAnyLanguageAndByOutlineLevel() throws Exception {
        PolicyDocument document = read(p("Titel", run("Umbrella Policy")) + p("berschrift1", run("What We Collect")) + p(run(PROSE)) + p("Eigene", run("On paper")) + p(run(PROSE))
                + "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" + run("contact") + "</w:p>" + p(run(PROSE)) + p(bold("In the Shop")) + p(run(PROSE)));
        assertEquals("""
                Umbrella Policy
                  What We Collect
                    On paper
                  contact
                    In the Shop
                """, Sketch.sections(document));
        assertEquals("Umbrella Policy", document.title());
        assertEquals(4, document.sections().get(2).line());
        assertEquals("The Umbrella Menders", read(p(run(PROSE))).title());
    }

    @Test
    void listsNestByLevel() throws Exception {
        assertEquals("""
                We write down:
                - the name;
                  - as spoken
                  - as written
                - the weather.
                %s
                - first
                - second
                """.formatted(PROSE), sketch(p(run("We write down:")) + item(1, 0, run("the name;")) + item(1, 1, run("as spoken")) + item(1, 1, run("as written"))
                + item(1, 0, run("the weather.")) + p(run(PROSE)) + item(2, 0, run("first")) + item(2, 0, run("second"))));
    }

    @Test
    void tablesKeepSpansAndHeadings() throws Exception {
        String grid = "<w:tblPr><w:tblStyle w:val=\"Gitter\"/><w:tblLook w:val=\"04A0\"/></w:tblPr>";
        assertEquals("""
                *Kind|*What happens|*What happens|
                Umbrellas|mended|kept|
                Umbrellas|oiled|-|
                """, Sketch.table(read("<w:tbl>" + grid
                + "<w:tr>" + cell("", "Kind") + cell("<w:gridSpan w:val=\"2\"/>", "What happens") + "</w:tr>"
                + "<w:tr>" + cell("<w:vMerge w:val=\"restart\"/>", "Umbrellas") + cell("", "mended") + cell("", "kept") + "</w:tr>"
                + "<w:tr>" + cell("<w:vMerge/>", "") + cell("", "oiled") + cell("", "") + "</w:tr>"
                + "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell("", "Canes") + cell("", "burnt") + cell("", "no") + "</w:tr>"
                + "</w:tbl>"), 0));
    }

    @Test
    void checkBoxesAndSymbolsAreRead() throws Exception {
        String box = "<w:tc><w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"%s\"/></w14:checkbox></w:sdtPr><w:sdtContent>" + run("%s") + "</w:sdtContent></w:sdt></w:p></w:tc>";
        String symbol = "<w:tc><w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0%s\"/></w:r></w:p></w:tc>";
        assertEquals("""
                *Kind|*Kept|*Sold|
                Names|✓|✗|
                Weather|✓|✗|
                """, Sketch.table(read("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("", "Kind") + cell("", "Kept") + cell("", "Sold") + "</w:tr>"
                + "<w:tr>" + cell("", "Names") + box.formatted("1", "☒") + box.formatted("0", "☐") + "</w:tr>"
                + "<w:tr>" + cell("", "Weather") + symbol.formatted("FC") + symbol.formatted("FB") + "</w:tr></w:tbl>"), 0));
    }

    @Test
    void tablesThatLayOutAPageAreNoTables() throws Exception {
        PolicyDocument document = read("<w:tbl><w:tr><w:tc>" + p("berschrift1", run("Contact")) + p(run(PROSE)) + "</w:tc></w:tr></w:tbl>");
        assertEquals("# Contact\n" + PROSE + "\n", Sketch.of(document));
        assertEquals(0, document.tables().size());
    }

    @Test
    void trackedChangesAreAccepted() throws Exception {
        assertEquals("We never sell umbrellas. Ask us.\nWe sell their handles.\n", sketch(
                "<w:p>" + run("We ") + "<w:del w:id=\"1\"><w:r><w:delText>may </w:delText></w:r></w:del><w:ins w:id=\"2\">" + run("never ") + "</w:ins>" + run("sell umbrellas. ")
                + "<w:moveFrom w:id=\"3\">" + run("Gone. ") + "</w:moveFrom></w:p>".replace("</w:p>", "") + "<w:moveTo w:id=\"4\">" + run("Ask us.") + "</w:moveTo></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del w:id=\"5\"/></w:rPr></w:pPr>" + run("We sell ") + "</w:p>" + p(run("their handles."))
                + "<w:p><w:pPr><w:rPr><w:b/><w:rPrChange w:id=\"6\"><w:rPr/></w:rPrChange></w:rPr></w:pPr></w:p>"));
    }

    @Test
    void hiddenTextAndInstructionsAreLeftOut() throws Exception {
        assertEquals("Seen here.\n", sketch("<w:p>" + run("Seen") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                + run(" here.") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"));
    }

    @Test
    void linksOfAllKinds() throws Exception {
        PolicyDocument document = read("<w:p><w:hyperlink r:id=\"h\">" + run("Shop") + "</w:hyperlink>" + run(" and ")
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://menders.example/\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                + run("menders") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + run(" and ") + "<w:hyperlink w:anchor=\"below\">" + run("below") + "</w:hyperlink></w:p>");
        assertEquals("[https://umbrellas.example/, https://menders.example/, #below]", document.links().stream().map(Link::target).toList().toString());
        assertEquals("[Shop, menders, below]", document.links().stream().map(link -> document.quote(link.start(), link.end())).toList().toString());
    }

    @Test
    void contentsAreNoHeadings() throws Exception {
        String tab = "<w:r><w:tab/></w:r>";
        assertEquals("""
                - What We Collect
                - Contact
                # What We Collect
                %1$s
                # Contact
                %1$s
                """.formatted(PROSE), sketch(p("Verzeichnis1", run("What We Collect") + tab + run("1")) + p("Verzeichnis1", run("Contact") + tab + run("2"))
                + p("berschrift1", run("What We Collect")) + p(run(PROSE)) + p("berschrift1", run("Contact")) + p(run(PROSE))));
    }

    @Test
    void footnotesAndTextBoxesFollowTheirParagraph() throws Exception {
        assertEquals("We mend.\nOf the shop.\nIn a box.\nWe remember.\n", sketch("<w:p>" + run("We mend.") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
                + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + p(run("In a box.")) + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + p(run("In a box."))
                + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>" + p(run("We remember."))));
    }

    @Test
    void namesWhatCannotBeRead() {
        assertEquals("is a Word document with no text; there is nothing to read", refused(zip(parts(""))));
        assertEquals("is no Word document that can be read; save it as .docx again", refused(zip(Map.of("word/other.xml", "x"))));
        assertEquals("is a damaged Word document; get the file again or save it anew", refused("PK\3\4 and nothing more".getBytes(StandardCharsets.US_ASCII)));
        Map<String, String> parts = parts("");
        parts.put("word/document2.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><document><body><p><r><t>&x;</t></r></p></body></document>");
        assertEquals("is a damaged Word document; get the file again or save it anew", refused(zip(parts)));
    }

    @Test
    void boundsHostileDocuments() {
        Map<String, String> bomb = parts("<w:p>" + run(" ".repeat(70 << 20)) + "</w:p>");
        assertTimeout(Duration.ofSeconds(20), () -> assertEquals("unpacks to more than is ever read of a Word document; pass the policy alone", refused(zip(bomb))));
        String open = "<w:tbl><w:tr><w:tc>";
        String close = "</w:tc></w:tr></w:tbl>";
        assertTimeout(Duration.ofSeconds(20), () -> assertEquals("is a Word document with no text; there is nothing to read", refused(zip(parts(open.repeat(600) + p(run("x")) + close.repeat(600))))));
        assertTimeout(Duration.ofSeconds(20), () -> assertEquals("is a damaged Word document; get the file again or save it anew", refused(zip(parts(open.repeat(100_000))))));
    }

    private static String refused(byte[] docx) {
        return assertThrows(SourceException.class, () -> new DocumentReader().read(new Source("x.docx", docx, MediaType.DOCX, null))).getMessage();
    }
}
