package dev.policyscan.source.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "120                           | PT2M", "' 0 '                         | PT0S", "99999999999999999             | PT277777H46M39S",
        "Mon, 05 May 2025 10:01:00 GMT | PT1M", "Mon, 05 May 2025 09:00:00 GMT | PT0S", "-5                            | ", "soon                          | ",
        "''                            | "
    })
    void reads(String value, Duration wait) {
        assertEquals(wait, RetryAfter.parse(value, Instant.parse("2025-05-05T10:00:00Z")));
    }
}
