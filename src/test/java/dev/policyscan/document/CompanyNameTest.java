package dev.policyscan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Otter Tools, Inc. ("Otter," "we" or "us") makes spades.                                             | Otter Tools, Inc.
            This policy is from Otter Tools LLC and its affiliates (\u201cOtter Tools\u201d, \u201cwe\u201d).   | Otter Tools LLC
            Welcome to the site of Otter & Sons, Ltd. (collectively, "we," "us").                               | Otter & Sons, Ltd.
            At Otter Tools, we take your privacy seriously.                                                      | Otter Tools
            Otter Tools is committed to protecting your privacy.                                                 | Otter Tools
            We like spades. \u00a9 2023 Otter Tools. All rights reserved.                                        | Otter Tools
            """)
    void namesInTheText(String text, String name) {
        assertEquals(name, CompanyName.of(Sketch.text(text)));
    }

    @Test
    void namesInTheTitle() {
        assertEquals("Otter Tools", CompanyName.of(Sketch.markdown("# Otter Tools Privacy Policy\n\nWe collect names, and we use them to answer letters.")));
    }

    @Test
    void noneWhereItIsNotSure() {
        assertNull(CompanyName.of(Sketch.text("Privacy Policy\n\nWe collect names (\"personal information\"). Google, Inc. helps us.")));
        assertNull(CompanyName.of(Sketch.text("?")));
    }
}
