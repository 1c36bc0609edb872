package dev.policyscan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {
    @Test
    void readsInHalfAMinute() {
        assertEquals("""
                Quillfeather Privacy Notice
                Quillfeather & Daughters · shop/quillfeather.txt

                   Category                                Collected     Disclosed  Sold/shared
                A  Identifiers                             yes explicit  yes        —
                B  Customer records information            yes inferred  yes        yes
                C  Protected classifications               —             —          —
                D  Commercial information                  —             —          —
                E  Biometric information                   no explicit   —          —
                F  Internet or network activity            —             —          —
                G  Geolocation data                        —             —          —
                H  Sensory data                            —             —          —
                I  Professional or employment information  —             —          —
                J  Education information                   —             —          —
                K  Inferences                              —             —          —
                L  Sensitive personal information          —             —          —

                Sale                    does not sell
                    “… that we give, and that we have given since the shop opened its doors, is
                    that we do not sell your personal information to anyone at all, neither to
                    printers nor to publishers, nor …” (line 8)
                Targeted advertising    shares for it
                    “We gather identifiers, such as your name and e-mail address.” (line 5)
                Sale of minors' data    only with opt-in
                    “We gather identifiers, such as your name and e-mail address.” (line 5)
                Retention               2 years; some indefinitely
                    “Guest-book entries are kept | for ever <b>`really`</b>.” (line 13, also 8)
                Do Not Track            does not honor
                    “We gather identifiers, such as your name and e-mail address.” (line 5)
                Global Privacy Control  unstated
                Children                not for those under 13; also names 16, 18
                    “We gather identifiers, such as your name and e-mail address.” (line 5)
                Rights                  know, non-discrimination
                    “We gather identifiers, such as your name and e-mail address.” (line 5)
                Ways to request         email, web form
                    “We gather identifiers, such as your name and e-mail address.” (line 5)
                Authorized agent        may make requests
                    “We gather identifiers, such as your name and e-mail address.” (line 5)
                Last updated            2025-05-04
                    “Last revised: 4 May 2025” (line 2)
                Effective               unstated

                Findings
                warning: Guest-book entries are kept for ever beside a stated period.
                (§1798.100(a)(3))
                    “Guest-book entries are kept | for ever <b>`really`</b>.” (line 13)

                Read by a program from the policy's own words; not legal advice.
                """, new TextReport(false, 80).render(Reports.full()));
    }

    @Test
    void keepsToTheWidth() {
        for (int width : List.of(52, 60, 80, 100)) {
            new TextReport(false, width).render(Reports.full()).lines()
                    .forEach(line -> assertTrue(line.length() <= width, width + ": " + line));
        }
        assertEquals(new TextReport(false, 52).render(Reports.full()), new TextReport(false, 1).render(Reports.full()));
    }

    @Test
    void coloursOnlyWhenAsked() {
        String plain = new TextReport(false, 80).render(Reports.full());
        String coloured = new TextReport(true, 80).render(Reports.full());
        assertFalse(plain.contains("\u001b"));
        assertTrue(coloured.contains("\u001b[32mdoes not sell\u001b[0m"), coloured);
        assertTrue(coloured.contains("\u001b[31mshares for it\u001b[0m"), coloured);
        assertTrue(coloured.contains("\u001b[31m2 years; some indefinitely\u001b[0m"), coloured);
        assertTrue(coloured.contains("\u001b[2mGlobal Privacy Control  unstated\u001b[0m"), coloured);
        assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9]+m", ""));
    }

    @Test
    void saysWhyThereAreNoFacts() {
        assertEquals("""
                Pancakes
                shop/quillfeather.txt

                This is not a privacy policy, so no facts were read from it.
                """, new TextReport(false, 80).render(Reports.silent("Pancakes", null, "en", false)));
        assertEquals("""
                shop/quillfeather.txt
                shop/quillfeather.txt

                This is written in German; only policies in English can be read, so no facts
                were read from it.
                """, new TextReport(false, 80).render(Reports.silent(null, null, "de", false)));
        assertTrue(new TextReport(false, 80).render(Reports.silent(null, null, "und", false)).contains("too little text"));
    }

    @Test
    void keepsAPolicyFromSteeringTheTerminal() {
        String report = new TextReport(false, 80).render(Reports.silent("Notice\u001b]0;owned\u0007\u202e", "A\nB", "en", true));
        assertTrue(report.startsWith("Notice]0;owned\nA B · "), report);
    }

    @Test
    void wrapsWideAndLongWords() {
        assertEquals(List.of("ab", "cd"), TextReport.wrap("ab cd", 4));
        assertEquals(List.of("ab cd"), TextReport.wrap("ab cd", 5));
        assertEquals(List.of("abcd", "ef"), TextReport.wrap("abcdef", 4));
        assertEquals(List.of("隐私", "政策"), TextReport.wrap("隐私政策", 5));
        assertEquals(List.of(""), TextReport.wrap("", 5));
    }

    @Test
    void saysWhereThePolicyCameFrom() {
        String address = "https://shop.example/privacy";
        assertTrue(new TextReport(false, 80).render(Reports.fetched(address, address)).startsWith("Pancakes\n" + address + "\nFetched at 2025-05-06T07:08:09Z\n\n"));
        assertTrue(new TextReport(false, 80).render(Reports.fetched(address, address + "/en")).contains("\nFetched from " + address + "/en at 2025-05-06T07:08:09Z\n"));
    }

    @Test
    void putsDurationsInWords() {
        assertEquals("1 year 6 months", Summary.inWords("P1Y6M"));
        assertEquals("60 days", Summary.inWords("P60D"));
        assertEquals("30 minutes", Summary.inWords("PT30M"));
        assertEquals("2 weeks", Summary.inWords("P2W"));
        assertEquals("a while", Summary.inWords("a while"));
    }
}
