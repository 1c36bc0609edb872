package dev.policyscan.cli;

import dev.policyscan.PolicyAnalyzer;
import dev.policyscan.Policyscan;
import dev.policyscan.report.ComparisonCsv;
import dev.policyscan.report.ComparisonJson;
import dev.policyscan.report.ComparisonMarkdown;
import dev.policyscan.report.ComparisonText;
import dev.policyscan.report.ComparisonWriter;
import dev.policyscan.report.PolicyReport;
import dev.policyscan.scan.Comparison;
import dev.policyscan.scan.Inputs;
import dev.policyscan.scan.SideBySide;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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

/** Puts policies side by side. */
@Command(
        name = "compare",
        description = "Put several policies side by side.",
        footer = {
            "  policyscan compare ours.md theirs.html",
            "  policyscan compare -f markdown --columns sale,retention,A,C vendors/",
            "  policyscan compare out --where 'sale=sells and children.age<16' -f csv",
            "",
            "Columns: id, company, title, source, language, words, is_privacy_policy, last_updated, effective, sale, sharing, minors_sale, "
                    + "retention, retention_durations, dnt, gpc, children, children_age, rights, authorized_agent, request_methods, A to L (the "
                    + "categories collected), disclosed, sold_or_shared, findings, severity, stands_out, similar_to.",
            "",
            "Conditions: COLUMN=WORD (the word is among what is said), !=, ~ (contains); <, <=, >, >= for numbers, dates such as 2024-05 and "
                    + "durations such as 2y or 90d. Several words with commas between mean any of them; a column alone means that something is "
                    + "said; unstated is a word, too. Joined by and, or, not and parentheses.",
            "",
            "  sale=sells,mixed and not gpc=honors",
            "  retention=indefinite or retention_durations>2y",
            "  last_updated<2023 or last_updated=unstated",
            "  A and C and not (rights=delete)"
        })
final class CompareCommand implements Callable<Integer> {
    @ParentCommand
    private PolicyscanCommand policyscan;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = "A policy (file, web address, - for standard input), a folder or archive of them, a saved JSON report, or the folder of a scan.")
    private List<String> operands;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Form.Converter.class,
            description = "text, markdown, csv or json. Default: text.")
    private Form form;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to this file. Default: standard output.")
    private String output;

    @Mixin
    private SelectionOptions selection;

    @Mixin
    private ViewOptions view;

    @Mixin
    private WebOptions web;

    private PolicyAnalyzer analyzer;
    private int code = ExitCode.DONE;

    /** A form of comparison. */
    private enum Form {
        TEXT, MARKDOWN, CSV, JSON;

        static final class Converter implements ITypeConverter<Form> {
            @Override
            public Form convert(String value) {
                return Words.parse(Form.class, value);
            }
        }
    }

    @Override
    public Integer call() throws OutputException {
        if (operands.stream().filter(Inputs.STDIN::equals).count() > 1) {
            throw misuse("standard input (-) can be read once only");
        }
        Comparison.View shown;
        try (WebPages pages = new WebPages(policyscan.terminal(), web)) {
            shown = view.view(form == Form.CSV || form == Form.JSON);
            Inputs inputs = new Inputs(selection.selection(), pages, policyscan.terminal().in(), null);
            return compare(inputs, shown);
        } catch (IllegalArgumentException e) {
            throw misuse(e.getMessage());
        }
    }

    private int compare(Inputs inputs, Comparison.View shown) throws OutputException {
        try (SideBySide side = new SideBySide(inputs, this::analyze, failure -> {
            policyscan.terminal().complain(failure.input() + ": " + failure.message());
            code = ExitCode.INPUT;
        })) {
            for (String operand : operands) {
                side.add(operand);
            }
            if (side.size() == 0) {
                return ExitCode.INPUT;
            }
            Comparison comparison = side.compare(shown);
            write(comparison);
            return Math.max(code, view.gate(policyscan.terminal(), comparison.gatedCount(), comparison.gated()));
        } catch (OutputException e) {
            throw e;
        } catch (IOException e) {
            return policyscan.failed("comparison", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INPUT;
        }
    }

    private PolicyReport analyze(Source source) throws SourceException {
        analyzer = analyzer == null ? Policyscan.analyzer() : analyzer;
        return analyzer.analyze(source);
    }

    private void write(Comparison comparison) throws IOException {
        boolean toStandardOutput = output == null || output.equals(Inputs.STDIN);
        if (toStandardOutput) {
            try (Writer out = new Printing(policyscan.terminal()::print)) {
                comparison.write(List.of(writer(out, true)));
            }
            return;
        }
        try (NewFile file = new NewFile(path()); Writer out = new Printing(file::print)) {
            comparison.write(List.of(writer(out, false)));
            out.flush();
            file.keep();
        }
    }

    private ComparisonWriter writer(Writer out, boolean toStandardOutput) {
        return switch (form) {
            case TEXT -> new ComparisonText(out, policyscan.colors(toStandardOutput), policyscan.terminal().width());
            case MARKDOWN -> new ComparisonMarkdown(out);
            case CSV -> new ComparisonCsv(out);
            case JSON -> new ComparisonJson(out);
        };
    }

    private Path path() {
        try {
            Path path = Path.of(output);
            if (Files.isDirectory(path)) {
                throw misuse(output + " is a folder; name a file in it");
            }
            return path;
        } catch (InvalidPathException e) {
            throw misuse(output + " is no name that a file can have");
        }
    }

    private ParameterException misuse(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    /** Prints text a good piece at a time. */
    private static final class Printing extends Writer {
        private static final int PIECE = 1 << 16;

        private final StringBuilder text = new StringBuilder();
        private final Target target;

        /** Where text goes. */
        private interface Target {
            void print(String text) throws OutputException;
        }

        Printing(Target target) {
            this.target = target;
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            text.append(characters, offset, length);
            if (text.length() >= PIECE) {
                flush();
            }
        }

        @Override
        public void flush() throws IOException {
            if (text.length() > 0) {
                target.print(text.toString());
                text.setLength(0);
            }
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
