package dev.policyscan.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BritishSpellingTest {
    @ParameterizedTest
    @CsvSource({"authorized, authorised", "authorization, authorisation", "personalizes, personalises", "analyzing, analysing", "honoring, honouring", "behavioral, behavioural",
        "colors, colours", "center, centre", "centers, centres", "licenses, licences"})
    void americanWordsHaveABritishForm(String american, String british) {
        assertEquals(british, BritishSpelling.of(american));
        assertEquals(british, BritishSpelling.of(british));
    }

    @ParameterizedTest
    @ValueSource(strings = {"size", "prize", "citizen", "sell", "honest", "centered", "a"})
    void othersStay(String word) {
        assertEquals(word, BritishSpelling.of(word));
    }
}
