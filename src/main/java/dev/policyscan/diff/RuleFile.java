package dev.policyscan.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of rules: sections under {@code [name]}, one rule a line, {@code #} before what people only are told. */
final class RuleFile {
    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private RuleFile() {}

    /** Reads a resource of this package. */
    static RuleFile load(String name) {
        try (InputStream in = RuleFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleFile parse(String text) {
        RuleFile file = new RuleFile();
        List<String> open = file.sections.computeIfAbsent("", s -> new ArrayList<>());
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                open = file.sections.computeIfAbsent(line, s -> new ArrayList<>());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                open.add(line);
            }
        }
        return file;
    }

    /** The rules of a section; those before the first section for an empty name. */
    List<String> lines(String section) {
        return Collections.unmodifiableList(sections.getOrDefault(section.isEmpty() ? "" : "[" + section + "]", List.of()));
    }

    /** All sections, by their whole header line. */
    Map<String, List<String>> sections() {
        return Collections.unmodifiableMap(sections);
    }
}
