package dev.policyscan.scan;

import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Notes what is found, for tests to look at. */
final class Found implements InputSink {
    static final String POLICY = """
            # Privacy Policy of %s

            %s collects your name and your e-mail address. We do not sell personal information. We keep personal information for two years.
            """;

    final Map<String, String> texts = new TreeMap<>();
    final List<String> names = new ArrayList<>();
    final List<String> labels = new ArrayList<>();
    final Map<String, String> failures = new TreeMap<>();
    final Map<String, Skipped> skipped = new TreeMap<>();
    final List<Source> sources = new ArrayList<>();

    static String policy(String company) {
        return POLICY.formatted(company, company);
    }

    static Found in(Inputs.Selection selection, String stdin, String... operands) throws InterruptedException {
        Found found = new Found();
        InputStream in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.ISO_8859_1));
        Inputs inputs = new Inputs(selection, url -> Source.of(url, ("<p>" + policy(url)).getBytes(StandardCharsets.UTF_8)), in, null);
        for (String operand : operands) {
            inputs.scan(operand, found);
        }
        return found;
    }

    @Override
    public void input(ScanInput input) {
        names.add(input.name());
        labels.add(input.label());
        try {
            Source source = input.opening().open();
            sources.add(source);
            texts.put(input.name(), source.decode().text());
        } catch (SourceException e) {
            failures.put(input.name(), e.getMessage());
        }
    }

    @Override
    public void failure(String name, FailureKind kind, String message) {
        failures.put(name, message);
    }

    @Override
    public void skipped(String name, Skipped why) {
        skipped.put(name, why);
    }
}
