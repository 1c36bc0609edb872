package dev.policyscan.cli;

import dev.policyscan.Policyscan;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that holds the others, and the options that all of them have. */
@Command(
        name = "policyscan",
        description = "Reads privacy policies the way a careful privacy lawyer would, and points at the words it relied on.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = PolicyscanCommand.Version.class,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        abbreviateSynopsis = true,
        parameterListHeading = "%nInput:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a gate asked for with --fail-on failed",
            "2:wrong usage; nothing was done",
            "3:an input could not be read or analyzed, or a result not written; the others were done",
            "70:a bug in policyscan"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  policyscan analyze privacy.md",
            "  policyscan analyze -f json -o reports/ policies/*.html",
            "  policyscan help analyze"
        })
final class PolicyscanCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            scope = ScopeType.INHERIT,
            order = 100,
            converter = ColorWhen.Converter.class,
            description = "Colour the report: auto (on a terminal, unless NO_COLOR is set), always or never. Default: auto.")
    private ColorWhen color = ColorWhen.AUTO;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, order = 101, description = "Print stack traces with errors.")
    private boolean verbose;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, order = 102, description = "Print this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, scope = ScopeType.INHERIT, order = 103, description = "Print the version.")
    private boolean version;

    PolicyscanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    Terminal terminal() {
        return terminal;
    }

    /** Whether to colour what goes to standard output or, if asked for in so many words, to a file. */
    boolean colors(boolean toStandardOutput) {
        return color == ColorWhen.ALWAYS || color == ColorWhen.AUTO && toStandardOutput && terminal.colorful();
    }

    /** Gives the exit code for what a command threw, and says what happened if there is someone to tell. */
    int gaveUp(String command, Exception e) {
        if (e instanceof OutputException output) {
            return output.nobodyReads() ? ExitCode.DONE : failed(output.name(), output);
        }
        return bug(command, e);
    }

    /** Says what is wrong with an input or a result, and gives the exit code for it. */
    int failed(String name, IOException e) {
        terminal.complain(name + ": " + e.getMessage());
        trace(e);
        return ExitCode.INPUT;
    }

    /** Says that the program failed, not its user, and gives the exit code for it. */
    int bug(String name, Throwable e) {
        String hint = e instanceof OutOfMemoryError ? "; set JAVA_TOOL_OPTIONS=-Xmx2g"
                : verbose ? "; please report it" : "; please report it with what --verbose prints";
        StackTraceElement[] trace = e.getStackTrace();
        terminal.complain(name + ": a bug in policyscan (" + e.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]) + ")" + hint);
        trace(e);
        return ExitCode.BUG;
    }

    private void trace(Throwable e) {
        if (verbose) {
            e.printStackTrace(terminal.err());
        }
    }

    /** Prints the version of the program and of what it runs on, as bug reports need it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"policyscan " + Policyscan.version() + " (Java " + Runtime.version() + ")"};
        }
    }
}
