package dev.policyscan.cli;

import dev.policyscan.PolicyAnalyzer;
import dev.policyscan.Policyscan;
import dev.policyscan.report.ReportWriter;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import dev.policyscan.source.web.WebAddress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reports on each input. */
@Command(
        name = "analyze",
        description = "Report what a privacy policy says: one report per input.",
        footer = {
            "  policyscan analyze privacy.md",
            "  policyscan analyze -f json privacy.html > privacy.json",
            "  policyscan analyze -f json -o reports/ policies/*.html",
            "  policyscan analyze https://example.com/privacy",
            "  policyscan analyze - < privacy.txt",
            "",
            "Several inputs give one JSON array, or text and Markdown with a rule between two reports."
        })
final class AnalyzeCommand implements Callable<Integer> {
    /** The input that stands for standard input, and the output that stands for standard output. */
    static final String STDIN = "-";

    @ParentCommand
    private PolicyscanCommand policyscan;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "A file of text, Markdown or HTML, a web address, or - for standard input.")
    private List<String> inputs;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Format.Converter.class,
            description = "The form of the report: text, json or markdown. Default: text.")
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUTPUT",
            description = "Write to this file; or to a folder, where it exists as one or ends in '/': one report per input, named after it "
                    + "(linear.md gives linear.json). Default: standard output.")
    private String output;

    @Mixin
    private WebOptions web;

    /**
     * The command of arguments that are nothing but names of files, perhaps behind a format; null for all others. It takes picocli longer to find that
     * out than the analyzer to read a policy.
     */
    static AnalyzeCommand plain(PolicyscanCommand policyscan, String... args) {
        if (args.length == 0 || !args[0].equals("analyze")) {
            return null;
        }
        AnalyzeCommand command = new AnalyzeCommand();
        command.policyscan = policyscan;
        command.web = new WebOptions();
        command.format = Format.TEXT;
        int first = 1;
        if (args.length > 3 && args[1].equals("-f")) {
            command.format = switch (args[2]) {
                case "text" -> Format.TEXT;
                case "json" -> Format.JSON;
                case "markdown" -> Format.MARKDOWN;
                default -> null;
            };
            first = 3;
        }
        command.inputs = List.of(args).subList(first, args.length);
        boolean names = command.format != null && !command.inputs.isEmpty();
        for (String input : command.inputs) {
            names &= !input.isEmpty() && "-@\"".indexOf(input.charAt(0)) < 0 && !WebAddress.isOne(input);
        }
        return names ? command : null;
    }

    @Override
    public Integer call() throws OutputException {
        if (Collections.frequency(inputs, STDIN) > 1) {
            throw misuse("standard input (-) can be read once only");
        }
        int code = ExitCode.DONE;
        try (Destination destination = destination();
                InputReader reader = reader()) {
            PolicyAnalyzer analyzer = null;
            for (String input : inputs) {
                try {
                    Source source = reader.read(input);
                    analyzer = analyzer == null ? Policyscan.analyzer() : analyzer;
                    destination.write(input, analyzer.analyze(source));
                } catch (SourceException e) {
                    code = Math.max(code, policyscan.failed(input, e));
                } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                    // One input must not keep the others from being read.
                    code = Math.max(code, policyscan.bug(input, e));
                }
            }
            destination.finish();
        }
        return code;
    }

    private InputReader reader() {
        try {
            return new InputReader(policyscan.terminal(), web, inputs);
        } catch (IllegalArgumentException e) {
            throw misuse(e.getMessage());
        }
    }

    private Destination destination() {
        boolean toStandardOutput = output == null || output.equals(STDIN);
        ReportWriter writer = format.writer(policyscan.colors(toStandardOutput), policyscan.terminal().width());
        boolean several = inputs.size() > 1;
        if (toStandardOutput) {
            return new OneStream(format, writer, several, policyscan.terminal(), null);
        }
        Path path = outputPath();
        if (output.endsWith("/") || output.endsWith(File.separator) || Files.isDirectory(path)) {
            return folder(path, writer);
        }
        Path parent = path.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            throw misuse("there is no folder " + parent + " to write " + path + " to; create it");
        }
        refuseInput(path);
        return new OneStream(format, writer, several, policyscan.terminal(), path);
    }

    private Path outputPath() {
        try {
            return Path.of(output);
        } catch (InvalidPathException e) {
            throw misuse(output + " is no name that a file can have");
        }
    }

    private ReportFolder folder(Path path, ReportWriter writer) {
        try {
            ReportFolder folder = new ReportFolder(path, inputs, format, writer);
            folder.files().forEach(this::refuseInput);
            return folder;
        } catch (IllegalArgumentException e) {
            throw misuse(e.getMessage());
        }
    }

    /** A policy is never overwritten by a report. */
    private void refuseInput(Path file) {
        for (String input : inputs) {
            boolean same;
            try {
                same = Files.isRegularFile(file) && !input.equals(STDIN) && Files.isSameFile(file, Path.of(input));
            } catch (IOException | InvalidPathException e) {
                same = false;
            }
            if (same) {
                throw misuse(file + " is an input and would be overwritten; choose another output");
            }
        }
    }

    private ParameterException misuse(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
