package dev.policyscan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.policyscan.source.MediaType;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class AlignedTablesTest {
    @Test
    void cellsStandInTheMiddleOfTheirRows() {
        PolicyDocument document = Sketch.text("""
                We keep these things in the bakery, and some of them for
                longer than the bread lasts.

                   Category of                                      How long
                   information               Examples              we keep it
                                   The name that you tell us, the
                Identifiers        street that you live in, and    A year
                                   your telephone number
                Commercial         What you buy                    Two years
                information
                Geolocation data   None                            -

                This is all.
                """);
        assertEquals(1, document.tables().size());
        assertEquals("""
                *Category of information|*Examples|*How long we keep it|
                Identifiers|The name that you tell us, the street that you live in, and your telephone number|A year|
                Commercial information|What you buy|Two years|
                Geolocation data|None|-|
                """, Sketch.table(document, 0));
        assertEquals("This is all.", Sketch.words(document, document.blocks().size() - 1));
        assertEquals(0, document.tables().get(0).lead());
    }

    @Test
    void linesOfTheSourceAreKept() {
        PolicyDocument document = Sketch.text("""
                Types of data      Purpose of use

                Your name and      To write it on
                your street        the bag of rolls

                What you buy       To bake enough

                Rolls.
                """);
        assertEquals("""
                *Types of data|*Purpose of use|
                Your name and your street|To write it on the bag of rolls|
                What you buy|To bake enough|
                """, Sketch.table(document, 0));
        assertEquals(1, line(document, "Types"));
        assertEquals(3, line(document, "Your name"));
        assertEquals(4, line(document, "your street"));
        assertEquals(3, line(document, "To write"));
        assertEquals(4, line(document, "the bag"));
        assertEquals(6, line(document, "To bake"));
        assertEquals(8, line(document, "Rolls."));
    }

    private static int line(PolicyDocument document, String words) {
        return document.lineAt(document.text().indexOf(words));
    }

    @Test
    void drawnRulesPartRows() {
        PolicyDocument document = Sketch.text("""
                ┌──────────────┬──────────────┬───────┐
                │Category of   │Examples      │Sold   │
                │data          │              │       │
                ├──────────────┼──────────────┼───────┤
                │Names         │Yours         │No     │
                │              │Your cat's    │       │
                ├──────────────┼──────────────┼───────┤
                │Orders        │Rolls         │No     │
                └──────────────┴──────────────┴───────┘
                """);
        assertEquals("*Category of data|*Examples|*Sold|\nNames|Yours Your cat's|No|\nOrders|Rolls|No|\n", Sketch.table(document, 0));
        assertEquals(7, document.blocks().size() - 2);
    }

    @Test
    void otherTextStaysAsItIs() {
        stays("""
                Business name:                         Registered office for data requests:
                Millstone Bread Limited                Data Protection
                12 Oven Lane                           4 Long Acre
                Port Sally, CA 90001                   Upton, CA 90002
                """);
        stays("""
                Categories of information we collect           2
                How we share information                       3
                How long we keep personal information          4
                Your rights                                    5
                """);
        stays("""
                Types of information ......................... 2
                How we share information ..................... 3
                How long we keep personal information ........ 4
                """);
        stays("""
                The categories  of personal information  that we  collect are  those that  you give  us, and
                we  disclose them  to service  providers  only. The  types of  data that  we  share  with our
                business  partners  are named  below, and  the  purposes  for  which  we  share them are  the
                purposes  for which  we collected  them. We  do not  bake personal information into bread.
                """);
        stays("""
                    class Categories {           // types of personal information
                        String name;             // name of the customer
                        String purpose;          // purpose of collection
                        boolean sold;            // sold to third parties
                    }
                """);
        stays("""
                Types of information we collect
                  *  Names       of those who buy bread
                  *  Streets     that we deliver to
                  *  Purposes    for which they buy it
                """);
    }

    @Test
    void columnsOfNewspapersAreNoTables() {
        stays("""
                What information we collect            Who receives personal information

                We take your name when you order       Our carriers learn where the bread
                bread, and your street when you        goes. They have promised to tell
                have it sent. We need no more, and     nobody else, and so far not one of
                so we do not ask for any more.         them has. Our bank learns the price.

                If you write to us we keep your        When a judge orders it we hand over
                letter for as long as it takes to      what he asks for, and nothing more
                write back. Then we burn it, as        than that. It has happened once in
                paper is dry and ovens are warm.       all the years that we have been here.

                You may look at our bread without      We leave information where it was
                telling us who you are. Our pages      baked, and wish that others did so
                set no cookies, and never will.        too, for their bread and for ours.
                """);
    }

    private static void stays(String text) {
        PolicyDocument document = Sketch.text(text);
        assertEquals(0, document.tables().size(), text);
        assertEquals(text, document.text());
    }

    /** Whatever stands in the lines: no word is lost or told twice, and every line keeps its number. */
    @Test
    void wordsStandInTheirLines() {
        String[] words = {"Category", "Purpose", "sold", "Yes", "No", "data", "we", "and", "-----", "+---+---+", "|", "│", "•", "A.", "name,", "Examples", "Third", "parties", "\t", "\u200b"};
        int tables = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("Category of data    Purposes       Sold\n");
            int lines = 3 + random.nextInt(30);
            for (int i = 0; i < lines; i++) {
                for (int column = 0; column < 3 && random.nextInt(8) > 0; column++) {
                    int width = 0;
                    while (random.nextInt(3) > 0 && width < 16) {
                        String word = words[random.nextInt(words.length)];
                        text.append(word).append(' ');
                        width += word.length() + 1;
                    }
                    text.append(" ".repeat(Math.max(random.nextInt(3), 20 - width)));
                }
                text.append(random.nextInt(6) == 0 ? "\r\n\r\n" : "\n");
            }
            String source = text.toString();
            PolicyDocument document = new DocumentReader().read(MediaType.TEXT, source);
            tables += document.tables().size();
            int at = 0;
            for (Block block : document.blocks()) {
                assertTrue(at <= block.start() && block.start() < block.end() && block.end() <= document.text().length(), () -> source);
                at = block.end();
            }
            String[] sourceLines = source.split("\r\n|\n", -1);
            String[] laid = document.text().split("\\s+");
            int offset = 0;
            for (String word : laid) {
                offset = document.text().indexOf(word, offset);
                if (!word.isEmpty()) {
                    String line = sourceLines[document.lineAt(offset) - 1];
                    assertTrue(line.contains(word) || word.indexOf('-') > 0, () -> word + " is not in: " + line + "\n" + source);
                }
                offset += word.length();
            }
        }
        assertTrue(tables > 20, "tables: " + tables);
    }

    @Test
    void timeGrowsWithTheText() {
        String[] rows = {"Category of data      Purposes      Sold\n", "a  b\n", "x  ".repeat(1300) + "\n", "Yes                   Yes           Yes\n", "+----+----+\n| a  | b  |\n", "We     look\n\n\n"};
        for (String row : rows) {
            String text = rows[0] + row.repeat(2_000_000 / row.length());
            Assertions.assertTimeout(Duration.ofSeconds(30), () -> Sketch.text(text));
        }
    }
}
