package dev.policyscan.cli;

import dev.policyscan.PolicyAnalyzer;
import dev.policyscan.Policyscan;
import dev.policyscan.diff.Differ;
import dev.policyscan.diff.Gate;
import dev.policyscan.diff.GitFile;
import dev.policyscan.diff.SavedReport;
import dev.policyscan.diff.Version;
import dev.policyscan.report.DiffAnnotations;
import dev.policyscan.report.DiffJson;
import dev.policyscan.report.DiffMarkdown;
import dev.policyscan.report.DiffText;
import dev.policyscan.report.DiffWriter;
import dev.policyscan.report.PolicyDiff;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares two versions of a policy. */
@Command(
        name = "diff",
        customSynopsis = {"policyscan diff [OPTIONS] OLD NEW", "policyscan diff [OPTIONS] --staged FILE..."},
        description = "Tell what changed between two versions of a policy, how much it matters, and for whom.",
        footer = {
            "  policyscan diff privacy-2024.md privacy.md",
            "  policyscan diff HEAD:privacy.md privacy.md",
            "  policyscan diff --fail-on weakens,silent main:privacy.md HEAD:privacy.md",
            "  policyscan diff --staged privacy.md",
            "  git config diff.policyscan.command 'policyscan diff'",
            "",
            "Saved JSON reports hold no text: with one of them, facts are compared, clauses are not. /dev/null stands for a version that is not there."
        })
final class DiffCommand implements Callable<Integer> {
    /** Exit code where a gate did not let the diff pass. */
    private static final int GATE_FAILED = 1;
    private static final String ABSENT = "/dev/null";
    /** What git passes to a diff driver: path, old file, old object, old mode, new file, new object, new mode; more for renamed files. */
    private static final int DRIVER_ARGUMENTS = 7;

    @ParentCommand
    private PolicyscanCommand policyscan;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "OLD NEW",
            arity = "1..*",
            description = "The versions: files, web addresses, files as git names them (HEAD~1:privacy.md), saved JSON reports, or - for standard input.")
    private List<String> inputs;

    @Option(names = "--staged", description = "Compare each FILE as it was committed last with what is staged.")
    private boolean staged;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = DiffFormat.Converter.class,
            description = "The form of the diff: text, json, markdown (for a pull request's comment) or github (annotations). Default: text.")
    private DiffFormat format;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to this file. Default: standard output.")
    private String output;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            split = ",",
            description = "Exit with 1 where a change is material, minor (or more), weakens the consumer's position, is silent (material under an old date), "
                    + "or is one of a fact: sale, category, retention ... Several are separated by commas.")
    private List<String> failOn = List.of();

    @Option(names = {"-q", "--quiet"}, description = "Write nothing; the exit code tells.")
    private boolean quiet;

    @Mixin
    private WebOptions web;

    /** The forms of a diff. */
    enum DiffFormat {
        TEXT, JSON, MARKDOWN, GITHUB;

        DiffWriter writer(boolean color, int width, String file) {
            return switch (this) {
                case TEXT -> new DiffText(color, width);
                case JSON -> new DiffJson();
                case MARKDOWN -> new DiffMarkdown();
                case GITHUB -> new DiffAnnotations(file);
            };
        }

        /** Reads the option's value. */
        static final class Converter implements ITypeConverter<DiffFormat> {
            @Override
            public DiffFormat convert(String value) {
                return Words.parse(DiffFormat.class, value);
            }
        }
    }

    /**
     * Two versions to compare.
     *
     * @param before the old one
     * @param after the new one
     * @param nameBefore what to call the old one
     * @param nameAfter what to call the new one
     * @param file the new one as a file of the repository; null where it is none
     */
    private record Pair(String before, String after, String nameBefore, String nameAfter, String file) {}

    @Override
    public Integer call() throws OutputException {
        Gate gate = gate();
        boolean driver = driver();
        List<Pair> pairs = pairs(driver);
        boolean toStandardOutput = output == null || output.equals(AnalyzeCommand.STDIN);
        StringBuilder out = new StringBuilder();
        int code = ExitCode.DONE;
        int written = 0;
        Differ differ = null;
        PolicyAnalyzer analyzer = null;
        try (InputReader reader = reader()) {
            for (Pair pair : pairs) {
                try {
                    analyzer = analyzer == null ? Policyscan.analyzer() : analyzer;
                    differ = differ == null ? new Differ() : differ;
                    Version before = version(pair.before(), pair.nameBefore(), reader, analyzer);
                    Version after = version(pair.after(), pair.nameAfter(), reader, analyzer);
                    PolicyDiff diff = differ.diff(before, after);
                    if (gate.fails(diff)) {
                        code = Math.max(code, GATE_FAILED);
                    }
                    String text = format.writer(policyscan.colors(toStandardOutput), policyscan.terminal().width(), pair.file()).render(diff);
                    out.append(written++ == 0 ? "" : format == DiffFormat.JSON ? ",\n" : format == DiffFormat.GITHUB ? "" : "\n").append(text);
                } catch (VersionException e) {
                    code = Math.max(code, policyscan.failed(e.version, e.why));
                } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                    code = Math.max(code, policyscan.bug(pair.nameBefore() + " and " + pair.nameAfter(), e));
                }
            }
        }
        if (!quiet && written > 0) {
            print(format == DiffFormat.JSON && pairs.size() > 1 ? "[\n" + out + "]\n" : out.toString(), toStandardOutput);
        }
        // git gives up on a diff driver that fails.
        return driver ? ExitCode.DONE : code;
    }

    private Gate gate() {
        try {
            return Gate.of(failOn);
        } catch (IllegalArgumentException e) {
            throw misuse(e.getMessage());
        }
    }

    /** Whether git calls, to have one file compared. */
    private boolean driver() {
        return !staged && inputs.size() >= DRIVER_ARGUMENTS && object(inputs.get(2)) && object(inputs.get(5));
    }

    private static boolean object(String id) {
        return id.equals(".") || id.length() >= 40 && id.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    private List<Pair> pairs(boolean driver) {
        if (driver) {
            String path = inputs.get(0);
            return List.of(new Pair(inputs.get(1), inputs.get(4), "a/" + path, "b/" + path, path));
        }
        if (staged) {
            List<Pair> pairs = new ArrayList<>();
            for (String file : inputs) {
                String path = relative(file);
                pairs.add(new Pair("HEAD:./" + path, ":./" + path, "HEAD:" + path, path, path));
            }
            return pairs;
        }
        if (inputs.size() != 2) {
            throw misuse(inputs.size() == 1 ? "two versions are needed, an old and a new one" : "two versions can be compared, not " + inputs.size());
        }
        String before = inputs.get(0);
        String after = inputs.get(1);
        if (before.equals(AnalyzeCommand.STDIN) && after.equals(AnalyzeCommand.STDIN)) {
            throw misuse("standard input (-) can be read once only");
        }
        return List.of(new Pair(before, after, before, after, file(after)));
    }

    private static String relative(String file) {
        try {
            Path path = Path.of(file);
            Path here = Path.of("").toAbsolutePath();
            return (path.isAbsolute() ? here.relativize(path) : path).toString().replace('\\', '/');
        } catch (IllegalArgumentException e) {
            return file;
        }
    }

    private static String file(String input) {
        if (input.equals(AnalyzeCommand.STDIN) || input.contains("://")) {
            return null;
        }
        return !exists(input) && GitFile.isOne(input) ? GitFile.path(input) : relative(input);
    }

    private static boolean exists(String input) {
        try {
            return Files.exists(Path.of(input));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private InputReader reader() {
        try {
            return new InputReader(policyscan.terminal(), web, inputs);
        } catch (IllegalArgumentException e) {
            throw misuse(e.getMessage());
        }
    }

    /** A version that cannot be read. */
    private static final class VersionException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String version;
        private final transient SourceException why;

        VersionException(String version, SourceException why) {
            super(why);
            this.version = version;
            this.why = why;
        }
    }

    private Version version(String input, String name, InputReader reader, PolicyAnalyzer analyzer) throws VersionException {
        try {
            if (input.equals(ABSENT) || staged && !GitFile.has(input)) {
                return Version.absent(name);
            }
            boolean git = !input.equals(AnalyzeCommand.STDIN) && (staged || !exists(input) && GitFile.isOne(input));
            Source source = git ? GitFile.read(input) : reader.read(input);
            if (SavedReport.isOne(source.bytes())) {
                return SavedReport.read(source.bytes());
            }
            // What git passes stands in a temporary file; people know the file by its name in the repository.
            return Version.of(name.equals(input) ? source : new Source(name, source.bytes(), source.mediaType(), source.declaredCharset()), analyzer);
        } catch (SourceException e) {
            throw new VersionException(name, e);
        }
    }

    private void print(String text, boolean toStandardOutput) throws OutputException {
        if (toStandardOutput) {
            policyscan.terminal().print(text);
            return;
        }
        Path path = outputPath();
        try (NewFile file = new NewFile(path)) {
            file.print(text);
            file.keep();
        }
    }

    private Path outputPath() {
        try {
            Path path = Path.of(output);
            for (String input : inputs) {
                if (Files.isRegularFile(path) && exists(input) && Files.isSameFile(path, Path.of(input))) {
                    throw misuse(path + " is an input and would be overwritten; choose another output");
                }
            }
            return path;
        } catch (InvalidPathException e) {
            throw misuse(output + " is no name that a file can have");
        } catch (IOException e) {
            throw misuse(output + " cannot be looked at; choose another output");
        }
    }

    private ParameterException misuse(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
