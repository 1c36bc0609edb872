package dev.policyscan.cli;

import dev.policyscan.report.PolicyReport;
import dev.policyscan.report.ReportWriter;
import dev.policyscan.source.SourceException;
import dev.policyscan.source.web.PageName;
import dev.policyscan.source.web.WebAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder with one report per input, named after the input. */
final class ReportFolder implements Destination {
    private final Path folder;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final ReportWriter writer;

    /** @throws IllegalArgumentException if two inputs would be written to one file, or a report over its input */
    ReportFolder(Path folder, List<String> inputs, Format format, ReportWriter writer) {
        this.folder = folder;
        this.writer = writer;
        Map<Path, String> taken = new LinkedHashMap<>();
        for (String input : inputs) {
            Path file = folder.resolve(baseName(input) + "." + format.extension());
            String other = taken.put(file, input);
            if (other != null) {
                throw new IllegalArgumentException(
                        other + " and " + input + " would both be written to " + file + "; give them folders of their own");
            }
            files.put(input, file);
        }
    }

    /** The files that will be written. */
    Iterable<Path> files() {
        return files.values();
    }

    @Override
    public void write(String input, PolicyReport report) throws OutputException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new OutputException(folder.toString(), e);
        }
        try (NewFile file = new NewFile(files.get(input))) {
            file.print(writer.render(report));
            file.keep();
        }
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}

    private static String baseName(String input) {
        if (input.equals(AnalyzeCommand.STDIN)) {
            return "stdin";
        }
        if (WebAddress.isOne(input)) {
            try {
                return PageName.of(WebAddress.parse(input));
            } catch (SourceException e) {
                // Nothing will be written for it.
                return "page";
            }
        }
        String name = input.substring(Math.max(input.lastIndexOf('/'), input.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
