package dev.policyscan.cli;

import dev.policyscan.Policyscan;
import dev.policyscan.scan.Inputs;
import dev.policyscan.scan.Scan;
import dev.policyscan.scan.ScanOutputException;
import dev.policyscan.scan.ScanResult;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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

/** Reports on many inputs in parallel. */
@Command(
        name = "scan",
        description = "Report on every policy of a folder, an archive or a list, in parallel, and put them side by side.",
        footer = {
            "  policyscan scan vendors/ -o out",
            "  find vendors -name '*.html' -print0 | policyscan scan -0 - -o out",
            "  policyscan scan pages.warc.gz -o out --jobs 8 --resume",
            "  policyscan scan vendors.zip -o out --fail-on 'sale=sells or not rights'",
            "",
            "Writes reports/ID.json, reports.jsonl, comparison.json, .md and .csv, failures.jsonl and summary.json. Conditions are explained by "
                    + "policyscan help compare."
        })
final class ScanCommand implements Callable<Integer> {
    @ParentCommand
    private PolicyscanCommand policyscan;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = "A folder; a .zip, .tar or .tar.gz; a WARC file; JSON lines of {id, text|html|url}; a list of files and web addresses, one a "
                    + "line; a web address; or - for any of those on standard input.")
    private List<String> operands;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", required = true, description = "The folder to write to: new, empty, or that of an earlier scan.")
    private String output;

    @Option(names = {"-j", "--jobs"}, paramLabel = "N", description = "How many policies to analyze at a time. Default: one for each core.")
    private Integer jobs;

    @Option(names = "--resume", description = "Keep what an earlier scan into DIR found out of inputs that have not changed. Without it, DIR is emptied first.")
    private boolean resume;

    @Option(names = {"-q", "--quiet"}, description = "Print nothing but what keeps the scan from being done.")
    private boolean quiet;

    @Mixin
    private SelectionOptions selection;

    @Mixin
    private ViewOptions view;

    @Mixin
    private WebOptions web;

    @Override
    public Integer call() throws OutputException {
        Path folder = folder();
        int threads = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
        if (threads < 1 || threads > 1024) {
            throw misuse("--jobs is a number from 1 to 1024");
        }
        if (operands.stream().filter(Inputs.STDIN::equals).count() > 1) {
            throw misuse("standard input (-) can be read once only");
        }
        try (WebPages pages = new WebPages(policyscan.terminal(), web)) {
            Inputs inputs = new Inputs(selection.selection(), pages, policyscan.terminal().in(), folder);
            Scan.Settings settings = new Scan.Settings(operands, threads, resume, view.view(true));
            return scan(settings, inputs, folder);
        } catch (IllegalArgumentException e) {
            throw misuse(e.getMessage());
        }
    }

    private int scan(Scan.Settings settings, Inputs inputs, Path folder) throws OutputException {
        Terminal terminal = policyscan.terminal();
        try (ScanProgress progress = new ScanProgress(terminal, quiet);
                Scan scan = new Scan(settings, Policyscan.analyzer()::analyze, inputs, folder, progress)) {
            Thread stop = new Thread(() -> {
                scan.stop();
                progress.stopped(folder, scan.done());
            });
            Runtime.getRuntime().addShutdownHook(stop);
            try {
                progress.begin(inputs, operands);
                ScanResult result = scan.run();
                progress.end(folder, result);
                int code = result.failed() > 0 ? ExitCode.INPUT : ExitCode.DONE;
                return Math.max(code, view.gate(terminal, result.gated(), result.gatedIds()));
            } finally {
                disarm(stop);
            }
        } catch (ScanOutputException e) {
            throw new OutputException(e.file(), e.why());
        } catch (IOException e) {
            return policyscan.failed(folder.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INPUT;
        }
    }

    private static void disarm(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook is what ends the scan.
            return;
        }
    }

    private Path folder() {
        try {
            return Path.of(output);
        } catch (InvalidPathException e) {
            throw misuse(output + " is no name that a folder can have");
        }
    }

    private ParameterException misuse(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
