package dev.policyscan.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.policyscan.report.ComparisonColumn;
import dev.policyscan.report.ComparisonRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhereTest {
    private static final ComparisonRow SELLER = row(Map.of(
            ComparisonColumn.SALE, List.of("sells"),
            ComparisonColumn.CHILDREN_AGE, List.of("13"),
            ComparisonColumn.RETENTION, List.of("period", "indefinite"),
            ComparisonColumn.RETENTION_DURATIONS, List.of("P30D", "P24M"),
            ComparisonColumn.RIGHTS, List.of("know", "delete"),
            ComparisonColumn.LAST_UPDATED, List.of("2023-05"),
            ComparisonColumn.A, List.of("yes"),
            ComparisonColumn.E, List.of("no")));

    private static ComparisonRow row(Map<ComparisonColumn, List<String>> values) {
        Map<ComparisonColumn, ComparisonRow.Cell> cells = new EnumMap<>(ComparisonColumn.class);
        values.forEach((column, words) -> cells.put(column, new ComparisonRow.Cell(words, null, null)));
        return new ComparisonRow(
                "plover", "vendors/plover.md", null, "Privacy Notice", "Plover & Sons", "en", 900, true, cells, List.of("missing-gpc"), List.of("warning"), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "sale=sells", "SALE = Sells", "sale==sells", "sale.stance=sells", "sale=mixed,sells", "sale!=does_not_sell", "sale=sells and children.age<16",
        "sale=mixed or children_age<=13", "not sale=mixed", "not (sale=mixed or not A)", "sale", "gpc=unstated", "not gpc", "gpc!=honors",
        "retention=indefinite", "retention.kinds=period", "retention!=criteria", "retention_durations>1y", "retention.durations=P2Y",
        "retention_durations=730d", "retention_durations<31", "rights=delete", "rights!=limit", "last_updated<2024", "last_updated=2023",
        "last_updated>=2023-05", "last_updated<=2023-05-31", "effective=unstated", "A=yes and category.E=no", "A and E and not C", "words>899",
        "company~plover", "company=\"Plover & Sons\"", "company='plover & sons'", "source~vendors/", "warning", "findings=missing-gpc",
        "severity=warning,error", "is_privacy_policy=yes", "stands_out=sells", "language=en", "authorized_agent=unstated", "similar_to=unstated"
    })
    void holds(String condition) {
        assertEquals(true, Where.parse(condition).test(SELLER), condition);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "sale=mixed", "sale!=sells", "gpc", "children.age<13", "children.age=16", "retention_durations>2y", "effective<2030", "effective>2000",
        "last_updated<2023", "sale=mixed and A or gpc", "error", "similar_to", "company=Plover", "rights=limit,correct", "not A", "dnt=honors,does_not_honor"
    })
    void doesNotHold(String condition) {
        assertEquals(false, Where.parse(condition).test(SELLER), condition);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | the condition is empty; write one such as sale=sells",
        "sail=sells | in \"sail=sells\", at character 1: there is no column sail; did you mean sale?",
        "sale=sell | in \"sale=sell\", at character 6: sale is never sell but one of sells, mixed, unstated, does_not_sell",
        "sale= | in \"sale=\", at character 6: expected a value for sale, found the end",
        "sale=sells and | in \"sale=sells and\", at character 15: expected the name of a column, found the end",
        "(sale=sells | in \"(sale=sells\", at character 12: expected \")\", found the end",
        "sale=sells gpc | in \"sale=sells gpc\", at character 12: expected \"and\", \"or\" or the end, found \"gpc\"",
        "children.age<x | in \"children.age<x\", at character 14: children_age is a whole number, which x is not",
        "effective<soon | in \"effective<soon\", at character 11: effective is a date such as 2024, 2024-05 or 2024-05-31, which soon is not",
        "retention_durations>long | in \"retention_durations>long\", at character 21: retention_durations is a duration such as P2Y, 24m or 90d, which long is not",
        "sale<sells | in \"sale<sells\", at character 6: sale has no order; compare it with =, != or ~",
        "company=\"Plover | in \"company=\"Plover\", at character 9: a quotation mark without its other half",
        "sale=sells & A | in \"sale=sells & A\", at character 12: expected \"and\", \"or\" or the end, found \"&\"",
    })
    void saysWhatIsWrong(String condition, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Where.parse(condition)).getMessage());
    }

    @Test
    void isNotBroughtDownByNesting() {
        String deep = "(".repeat(100_000) + "sale" + ")".repeat(100_000);
        assertThrows(IllegalArgumentException.class, () -> Where.parse(deep));
        assertThrows(IllegalArgumentException.class, () -> Where.parse("not ".repeat(100_000) + "sale"));
    }
}
