package dev.policyscan.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private static final Wording WORDING = Wording.load();

    private static String key(String text) {
        return Wording.contentKey(WORDING.words(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We don’t sell it. | We do not sell it
            “Personalised” e-mail | "personalized" email
            Our organisation’s behaviour | our organizations behavior
            third-party cookies | 3rd party cookie
            thirty (30) days | 30 days
            12 (twelve) months | twelve months
            write to desk [at] fern [dot] example | write to desk@fern.example
            desk (at) fern.example | DESK@FERN.EXAMPLE
            see https://www.fern.example/privacy/?utm_source=letter#top | see http://fern.example/privacy
            we collect (a) your name and (b) your address | we collect your name, and your address
            the personal data which we gather | Personal information we collect
            you may, in accordance with the law | you can, pursuant to applicable law
            Wi\u00adFi\u00a0network | wifi network
            1,000 letters | 1000 letters
            """)
    void readsAlike(String a, String b) {
        assertEquals(key(a), key(b));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We sell it | We do not sell it
            30 days | 60 days
            under 13 | under 16
            with your consent | without your consent
            desk@fern.example | office@fern.example
            we share it | we sell it
            § 1798.140 | § 1798.100
            """)
    void tellsApart(String a, String b) {
        assertNotEquals(key(a), key(b));
    }

    @Test
    void wordsKnowWhereTheyStand() {
        String text = "We don’t sell.";
        for (Word word : WORDING.words(text)) {
            assertEquals(word.key().equals("we") || word.key().equals("sell"), text.substring(word.start(), word.end()).equalsIgnoreCase(word.key()), word.toString());
        }
    }
}
