package dev.policyscan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "Gull Harbor, Inc. and its affiliates run this site.",
        "We share it with partners (e.g. Gull Freight, Ltd.) when you order.",
        "We collect identifiers, i.e. your name, and records under Cal. Civ. Code \u00a7 1798.80(e).",
        "Residents of the U.S. may ask us for a copy.",
        "It is described in No. 7 of our terms and in Gull v. Heron.",
        "Write to Mr. Heron or to Dr. A. Stork at any time.",
        "See https://gull.example/privacy.html?x=1.2 or mail a.b@gull.example for more.",
        "We keep 2.5 percent of letters, as section 3.1. of the plan says.",
        "Is it safe? it is, as far as we know.",
        "We opened at 9 a.m. on Sunday.",
    })
    void oneSentence(String text) {
        assertEquals(1, Sketch.text(text).sentences().size(), () -> Sketch.sentences(Sketch.text(text)));
    }

    @Test
    void sentencesEndWhereTheyEnd() {
        assertEquals("""
                We sail from Gull Harbor, Inc.
                We take your name.
                We live in the U.S.
                Our boats do too (mostly).
                \u201cSell\u201d means to pass on for money.
                Do we?
                No.
                We do not sell information.
                We never did!
                """, Sketch.sentences(Sketch.text("We sail from Gull Harbor, Inc. We take your name. We live in the U.S. Our boats do too (mostly). "
                + "\u201cSell\u201d means to pass on for money. Do we? No. We do not sell information.We never did!")));
    }

    @Test
    void footnoteMarksBelongToTheSentenceBeforeThem() {
        assertEquals("""
                We share it with partners.\u00b9
                Boats are ours.[2]
                Oars are hired.3
                Gulls are free.
                See section B.2 Gulls for version 1.2 Beta.
                """, Sketch.sentences(Sketch.text("We share it with partners.\u00b9 Boats are ours.[2] Oars are hired.3 Gulls are free. See section B.2 Gulls for version 1.2 Beta.")));
    }

    @Test
    void anAddressEndsWhereTheNextSentenceBegins() {
        assertEquals("""
                Write to oars@gull.example.
                We answer.
                See www.gull.example.
                You may call.
                """, Sketch.sentences(Sketch.text("Write to oars@gull.example.We answer. See www.gull.example.You may call.")));
    }

    @Test
    void itemsHeadingsAndCellsAreSentences() {
        assertEquals("""
                Our Boats
                We have these boats, and we look after them as well as we can:
                a dinghy
                a cutter; it leaks
                """, Sketch.sentences(Sketch.markdown("# Our Boats\n\nWe have these boats, and we look after them as well as we can:\n\n- a dinghy\n- a cutter; it leaks\n")));
    }

    @Test
    void linesOfACellAreSentencesOfTheirOwn() {
        PolicyDocument document = Sketch.markdown("| A | B |\n|---|---|\n| name<br>street | yes |\n");
        assertEquals("A\nB\nname\nstreet\nyes\n", Sketch.sentences(document));
    }

    @Test
    void threadsShareAReader() throws Exception {
        String text = "We sail on Mondays. We do not sell e.g. boats. ".repeat(200);
        String expected = Sketch.sentences(Sketch.text(text));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> jobs = IntStream.range(0, 16).<Callable<String>>mapToObj(i -> () -> Sketch.sentences(Sketch.text(text))).toList();
            for (Future<String> job : threads.invokeAll(jobs)) {
                assertEquals(expected, job.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
