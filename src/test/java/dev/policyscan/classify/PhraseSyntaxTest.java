package dev.policyscan.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseSyntaxTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "collect     | collect collects collected collecting",
        "share       | share shares shared sharing",
        "notify      | notify notifies notified notifying",
        "destroy     | destroy destroys destroyed destroying",
        "process     | process processes processed processing",
        "address     | address addresses addressed addressing",
        "purchase    | purchase purchases purchased purchasing",
        "search      | search searches searched searching",
        "publish     | publish publishes published publishing",
        "fax         | fax faxes faxed faxing",
        "transfer    | transfer transfers transferred transferring",
        "infer       | infer infers inferred inferring",
        "submit      | submit submits submitted submitting",
        "log         | log logs logged logging",
        "transmit    | transmit transmits transmitted transmitting",
        "offer       | offer offers offered offering",
        "monitor     | monitor monitors monitored monitoring",
        "sell        | sell sells sold selling",
        "resell      | resell resells resold reselling",
        "keep        | keep keeps kept keeping",
        "give        | give gives gave given giving",
        "take        | take takes took taken taking",
        "send        | send sends sent sending",
        "tell        | tell tells told telling",
        "show        | show shows showed shown showing",
        "be          | be is are was were been being",
        "have        | have has had having",
        "child       | child children",
        "person      | person persons people",
        "let         | let lets letting",
    })
    void inflects(String word, String forms) {
        assertEquals(new TreeSet<>(Set.of(forms.split(" "))), new TreeSet<>(PhraseSyntax.inflect(word)));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '"', value = {
        "we sell                        => we sell",
        "categor(y|ies)                 => categories; category",
        "rights?                        => right; rights",
        "e( )?mail                      => e mail; email",
        "(your)? data                   => data; your data",
        "(a|b c) d                      => a d; b c d",
        "(sell|rent)~                   => rent; rented; renting; rents; sell; selling; sells; sold",
        "(store|keep (a)? record)~      => keep a record; keep a recorded; keep a recording; keep a records; keep record; keep recorded; "
                + "keep recording; keep records; store; stored; stores; storing",
        "licen(s|c)es?                  => licence; licences; license; licenses",
        "(web( )?forms?|the (online)? portal) => the online portal; the portal; web form; web forms; webform; webforms",
        "1798 . 80 \\( e \\)            => 1798 . 80 ( e )",
        "is it so\\?                    => is it so?",
        "(in|at) (the)? (sale|sharing) of => at sale of; at sharing of; at the sale of; at the sharing of; in sale of; in sharing of; in the sale of; in the sharing of",
        "(x)?y                          => xy; y",
    })
    void standsFor(String phrase, String all) {
        assertEquals(new TreeSet<>(Set.of(all.split("; "))), new TreeSet<>(all(PhraseSyntax.parse(phrase))));
    }

    @Test
    void partsOfAPhrase() {
        List<PhraseSyntax.Part> parts = PhraseSyntax.parse("  we  (never|do not)? sell~ ");
        assertEquals(3, parts.size());
        assertEquals(new PhraseSyntax.Part(Set.of("we"), null, false), parts.get(0));
        assertEquals(new PhraseSyntax.Part(null, List.of(PhraseSyntax.parse("never"), PhraseSyntax.parse("do not")), true), parts.get(1));
        assertEquals(new PhraseSyntax.Part(Set.of("sell", "sells", "sold", "selling"), null, false), parts.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a", "a)", "a (b (c) d", "a b) (c", "a)(b", "a?", "(a)?(b)?", "(a|b) (c"})
    void refusesWhatItCannotRead(String phrase) {
        assertThrows(IllegalArgumentException.class, () -> PhraseSyntax.parse(phrase));
    }

    @Test
    void refusesAPhraseThatStandsForTooMuch() {
        String chunk = "x" + "(a|b|c|d)".repeat(6);
        String message = assertThrows(IllegalArgumentException.class, () -> PhraseSyntax.parse("we " + chunk)).getMessage();
        assertTrue(message.contains(chunk), message);
        assertEquals(4096, all(PhraseSyntax.parse("x " + "(a|b|c|d) ".repeat(6))).size());
    }

    private static Collection<String> all(List<PhraseSyntax.Part> parts) {
        List<String> all = List.of("");
        for (PhraseSyntax.Part part : parts) {
            List<String> here = new ArrayList<>(part.group() == null ? part.words() : part.group().stream().flatMap(sequence -> all(sequence).stream()).toList());
            if (part.optional()) {
                here.add("");
            }
            all = all.stream().flatMap(head -> here.stream().map(tail -> (head + " " + tail).strip().replace("  ", " "))).toList();
        }
        return all;
    }
}
