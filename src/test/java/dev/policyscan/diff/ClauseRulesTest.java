package dev.policyscan.diff;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.policyscan.statement.Statement.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ClauseRulesTest {
    private static final Wording WORDING = Wording.load();
    private static final ClauseRules RULES = ClauseRules.load(WORDING);

    @TestFactory
    Stream<DynamicTest> topicsMatchTheirExamples() {
        List<DynamicTest> tests = new ArrayList<>();
        RULES.topics().forEach((topic, rule) -> {
            assertFalse(rule.matching().isEmpty() || rule.others().isEmpty(), topic + " needs an example of each kind");
            rule.matching().forEach(text -> tests.add(DynamicTest.dynamicTest(topic + ": " + text, () -> assertTrue(rule.phrases().in(WORDING.words(text))))));
            rule.others().forEach(text -> tests.add(DynamicTest.dynamicTest(topic + " not: " + text, () -> assertFalse(rule.phrases().in(WORDING.words(text))))));
        });
        return tests.stream();
    }

    @Test
    void everyPracticeHasItsRule() {
        for (Practice practice : Practice.values()) {
            assertNotNull(RULES.statement(practice), practice.name());
        }
    }
}
