package dev.policyscan.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.policyscan.classify.Tokens.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "We don't sell.          | we do not sell .",
        "We don\u2019t, you can\u00b4t   | we do not , you can not",
        "DON'T                   | do not",
        "can't won't shan't      | can not will not shall not",
        "isn't hasn't wouldn't   | is not has not would not",
        "cannot                  | cannot",
        "we've you'll I'm they're | we have you will i am they are",
    })
    void contractionsAreTakenApart(String text, String words) {
        assertWords(text, words);
    }

    @Test
    void behindTheLastTokenThereIsNothing() {
        for (int words = 0; words < 200; words++) {
            String text = "A ".repeat(words);
            Tokens tokens = Tokens.of(text, 0, text.length(), new Vocabulary());
            assertEquals(words, tokens.size());
            for (int behind = words; behind < words + 4; behind++) {
                assertFalse(tokens.is(behind, "a"));
                assertFalse(tokens.is(behind, '.'));
                assertFalse(tokens.isAny(behind, WordSet.of("a", "sale")));
                assertFalse(tokens.capitalized(behind));
                assertEquals(Kind.PUNCTUATION, tokens.kind(behind));
            }
        }
    }

    @Test
    void halfOfAContractionIsTheWordThatItStandsFor() {
        Vocabulary vocabulary = new Vocabulary();
        List.of("not", "is", "will").forEach(vocabulary::add);
        String text = "It's ours, and we won't share it.";
        Tokens tokens = Tokens.of(text, 0, text.length(), vocabulary);
        assertTrue(tokens.is(1, "is"));
        assertTrue(tokens.is(6, "will"));
        assertTrue(tokens.is(7, "not"));
        assertFalse(tokens.is(8, "not"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "its owner's book        | its owner book",
        "children's privacy      | children privacy",
        "a consumer\u2019s right | a consumer right",
        "users' rights           | users rights",
        "our vendors\u2019 sites | our vendors sites",
        "a driver's license      | a driver license",
    })
    void possessivesAreTakenOff(String text, String words) {
        assertWords(text, words);
    }

    @Test
    void contractionsAndPossessivesCoverTheirCharacters() {
        Tokens tokens = read("We don't read users\u2019 mail; it's theirs.");
        assertEquals(List.of("We", "do", "n't", "read", "users\u2019", "mail", ";", "it", "'s", "theirs", "."), texts(tokens));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "opt-out e-mail          | opt out e mail",
        "non\u2011personal       | non personal",
        "third\u2013party        | third party",
        "cross-context-based     | cross context based",
        "data\u2014we            | data - we",
        "data - we               | data - we",
        "pre- and post-sale      | pre - and post sale",
        "30-day                  | 30 - day",
        "2031-05-04              | 2031 - 05 - 04",
    })
    void hyphensJoinHalvesOfWords(String text, String words) {
        assertWords(text, words);
    }

    @Test
    void quotesAreStraightened() {
        Tokens tokens = read("\u201csell\u201d \u00absell\u00bb \u2018sell\u2019 \"sell\"");
        assertEquals(12, tokens.size());
        for (int i : new int[] {0, 2, 3, 5, 6, 8, 9, 11}) {
            assertTrue(tokens.is(i, '"'), tokens.text(i));
            assertEquals(Kind.PUNCTUATION, tokens.kind(i));
        }
        assertFalse(tokens.is(1, 's'));
        assertWords("\u201csell\u201d\uff1a", "\" sell \" :");
        assertWords("the 1990's, users' names and '90s'", "the 1990 ' s , users names and \" 90 s \"");
        assertWords("our users' 'sales' and \u2018shares\u2019, not users' names", "our users \" sales \" and \" shares \" , not users names");
    }

    @Test
    void andOrIsOr() {
        assertWords("we rent and/or sell", "we rent or sell");
        assertWords("rent And/Or", "rent or");
        assertWords("and/order", "and / order");
        assertWords("and/o", "and / o");
        assertWords("sand/or", "sand / or");
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy@gull.example", "a.b-c+d_e@mail.gull.example", "PRIVACY@GULL.EXAMPLE", "[email protected]", "[email\u00a0protected]", "dpo2@gull.example"})
    void emailAddressesAreOneToken(String address) {
        for (String text : List.of(address, "Write to " + address + ".", "(" + address + ")", "Write to " + address + ", please")) {
            Tokens tokens = read(text);
            int at = (int) texts(tokens).stream().takeWhile(word -> !word.equals(address)).count();
            assertTrue(at < tokens.size(), () -> texts(tokens).toString());
            assertEquals(Kind.EMAIL, tokens.kind(at), text);
            assertEquals(Vocabulary.UNKNOWN, tokens.id(at));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://gull.example", "http://gull.example/privacy?x=1&y=2#top", "www.gull.example", "gull.com", "privacy.gull.co.uk/choices/", "gull.io/a-b_c"})
    void addressesOfPagesAreOneToken(String address) {
        for (String text : List.of(address, "See " + address + " for more.", "(" + address + ")", "See " + address + ".", "See " + address + ", too")) {
            Tokens tokens = read(text);
            int at = (int) texts(tokens).stream().takeWhile(word -> !word.equals(address)).count();
            assertTrue(at < tokens.size(), () -> texts(tokens).toString());
            assertEquals(Kind.URL, tokens.kind(at), text);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "e.g. this               | e . g . this",
        "U.S. law                | u . s . law",
        "P.O. Box 12             | p . o . box 12",
        "Note: read              | note : read",
        "us.Then                 | us . then",
        "a @ b                   | a @ b",
        "Cal. Civ. Code \u00a7 1798.80(e) | cal . civ . code \u00a7 1798 . 80 ( e )",
    })
    void dotsAloneMakeNoAddress(String text, String words) {
        assertWords(text, words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "45          | 45",
        "007         | 7",
        "1,250       | 1250",
        "12,345,678  | 12345678",
        "999,999,999 | 999999999",
        "1,000,000,000 | -1",
        "12345678901234567890 | -1",
        "forty       | -1",
        ",           | -1",
    })
    void numbersHaveAValue(String text, int value) {
        Tokens tokens = read(text);
        assertEquals(1, tokens.size());
        assertEquals(value, tokens.number(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "ages 13,14 and 15       | ages 13 , 14 and 15",
        "1,25                    | 1 , 25",
        "1,2505                  | 1 , 2505",
        "in 2031, 400 letters    | in 2031 , 400 letters",
        "2.5%                    | 2 . 5 %",
    })
    void commasThatAreNotInNumbers(String text, String words) {
        assertWords(text, words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "per\u00adsonal data     | personal data",
        "per\u200bsonal data     | personal data",
        "\ufeffWe\u200b sell\u2060 | we sell",
        "we\u00a0sell\u2003data  | we sell data",
        "R\u00c9SUM\u00c9S       | r\u00e9sum\u00e9s",
        "ID3_tag                 | id3_tag",
        "Yes \u2713 \u2705       | yes \u2713 \u2705",
    })
    void folding(String text, String words) {
        assertWords(text, words);
    }

    @Test
    void wordsKeepTheirPlace() {
        String text = "  Per\u00adsonal E-MAIL.";
        Tokens tokens = read(text);
        assertEquals(List.of("Per\u00adsonal", "E", "MAIL", "."), texts(tokens));
        assertEquals(2, tokens.start(0));
        assertEquals(11, tokens.end(0));
        assertTrue(tokens.capitalized(0));
        assertFalse(tokens.capitalized(3));
        assertTrue(tokens.is(2, "mail"));
        assertFalse(tokens.is(2, "mails"));
        assertTrue(tokens.isAny(2, WordSet.of("post", "mail")));
        assertFalse(tokens.isAny(2, WordSet.of()));
        assertEquals(0, tokens.firstFrom(0));
        assertEquals(0, tokens.firstFrom(2));
        assertEquals(1, tokens.firstFrom(3));
        assertEquals(4, tokens.firstFrom(text.length()));
    }

    @Test
    void onlyTheStretchAskedForIsRead() {
        String text = "We don't sell names.";
        Tokens tokens = Tokens.of(text, 9, 13, new Vocabulary());
        assertEquals(List.of("sell"), texts(tokens));
        assertEquals(0, Tokens.of(text, 4, 4, new Vocabulary()).size());
        assertEquals(List.of("se"), texts(Tokens.of(text, 9, 11, new Vocabulary())));
    }

    @Test
    void longWordsAndManyTokens() {
        String word = "x".repeat(5000);
        assertWords(word + " y", word + " y");
        assertEquals(20_000, read(".".repeat(20_000)).size());
        assertEquals(39_999, read("a.".repeat(20_000)).size() - 1);
    }

    private static Tokens read(String text) {
        return Tokens.of(text, 0, text.length(), new Vocabulary());
    }

    private static List<String> texts(Tokens tokens) {
        return IntStream.range(0, tokens.size()).mapToObj(tokens::text).toList();
    }

    /** Whether a vocabulary that holds the words finds just these, in this order, in the text. */
    private static void assertWords(String text, String words) {
        Vocabulary vocabulary = new Vocabulary();
        List<String> expected = List.of(words.split(" "));
        expected.forEach(vocabulary::add);
        Tokens tokens = Tokens.of(text, 0, text.length(), vocabulary);
        assertEquals(expected.size(), tokens.size(), () -> texts(tokens).toString());
        for (int i = 0; i < tokens.size(); i++) {
            assertEquals(vocabulary.add(expected.get(i)), tokens.id(i), expected.get(i));
        }
    }
}
