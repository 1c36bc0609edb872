package dev.policyscan.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Holds no state beyond the streams it was given, so that tests drive the real one. */
public final class Main {
    private static final List<String> COMMANDS = List.of("analyze", "diff", "scan", "compare", "fetch", "evaluate", "schema", "train", "help");

    private final Terminal terminal;

    /**
     * @param in standard input
     * @param out standard output; written as UTF-8
     * @param err standard error; written as UTF-8
     * @param env the environment variables
     * @param interactive whether {@code out} is a terminal
     */
    public Main(InputStream in, OutputStream out, OutputStream err, Map<String, String> env, boolean interactive) {
        this.terminal = new Terminal(
                in, out, new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true), Map.copyOf(env), interactive);
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // The launcher knows whether standard output is a terminal; the JDK knows it of input and output together, if asked to.
        String told = System.getProperty("policyscan.terminal");
        System.setProperty("jdk.console", "java.base");
        boolean interactive = told == null ? System.console() != null : Boolean.parseBoolean(told);
        // System.out would hide that writing failed.
        Main main = new Main(
                System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), System.getenv(), interactive);
        System.exit(main.run(args));
    }

    /** Runs one command and returns its exit code. */
    public int run(String... args) {
        PolicyscanCommand policyscan = new PolicyscanCommand(terminal);
        AnalyzeCommand plain = AnalyzeCommand.plain(policyscan, args);
        if (plain != null) {
            try {
                return plain.call();
            } catch (OutputException | RuntimeException e) {
                return policyscan.gaveUp("analyze", e);
            }
        }
        PrintWriter out = new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8));
        CommandLine line = new CommandLine(policyscan);
        // Reading what a command takes is a good part of a short run, so the others stay out of it.
        Object named = args.length == 0 || args[0].equals("help") ? null : command(args[0]);
        if (named != null) {
            line.addSubcommand(named);
        } else {
            COMMANDS.forEach(command -> line.addSubcommand(command(command)));
        }
        line.setOut(out)
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colorful() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.max(60, terminal.width()))
                .setUsageHelpLongOptionsMaxWidth(28)
                .setParameterExceptionHandler((e, arguments) -> misused(e))
                .setExecutionExceptionHandler((e, command, result) -> policyscan.gaveUp(command.getCommandName(), e));
        int code = line.execute(args);
        out.flush();
        return code;
    }

    private static Object command(String name) {
        return switch (name) {
            case "analyze" -> new AnalyzeCommand();
            case "diff" -> new DiffCommand();
            case "scan" -> new ScanCommand();
            case "compare" -> new CompareCommand();
            case "fetch" -> new FetchCommand();
            case "evaluate" -> new EvaluateCommand();
            case "schema" -> new SchemaCommand();
            case "train" -> new TrainCommand();
            case "help" -> new HelpCommand();
            default -> null;
        };
    }

    private int misused(ParameterException e) {
        String said = e.getMessage().lines().findFirst().orElse("wrong usage");
        if (e instanceof UnmatchedArgumentException unmatched) {
            String argument = unmatched.getUnmatched().get(0);
            String what = argument.startsWith("-") ? "unknown option " : e.getCommandLine().getParent() == null ? "no such command: " : "unexpected ";
            said = what + argument + unmatched.getSuggestions().stream().findFirst().map(s -> " (did you mean " + s + "?)").orElse("");
        }
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        terminal.complain(Character.toLowerCase(said.charAt(0)) + said.substring(1) + "; see " + command + " --help");
        return ExitCode.USAGE;
    }
}
