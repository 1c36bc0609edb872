package dev.policyscan.source.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PageSignsTest {
    private static final PageSigns SIGNS = PageSigns.load("page-signs.txt");

    @TestFactory
    List<DynamicTest> examples() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String section = null;
        for (String line : lines("page-signs.txt")) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (line.startsWith("yes:") || line.startsWith("no:")) {
                String in = section;
                boolean holds = line.startsWith("yes:");
                String example = line.substring(line.indexOf(':') + 1).strip();
                tests.add(dynamicTest(in + ": " + example, () -> assertEquals(holds, SIGNS.kinds(in, PageSigns.words(example, 1000)) > 0)));
            }
        }
        assertEquals(true, tests.size() > 15);
        return tests;
    }

    @Test
    void phrasesAreWrittenAsTextIsRead() throws IOException {
        String section = "";
        for (String line : lines("page-signs.txt")) {
            if (line.startsWith("[")) {
                section = line;
            } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("yes:") && !line.startsWith("no:")
                    && !section.equals("[challenge_markup]") && !section.equals("[app_root]")) {
                assertEquals(" " + line + " ", PageSigns.words(line, 1000), section);
            }
        }
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = PageSigns.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void wordsAreBare() {
        assertEquals(" the page youre looking for 404 ", PageSigns.words("\tThe page you’re  looking for:\u00a0404…", 1000));
        assertEquals(3, PageSigns.number(PageSigns.words("a b, c", 1000)));
        assertEquals(0, PageSigns.number(PageSigns.words("", 1000)));
    }
}
