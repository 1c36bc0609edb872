package dev.policyscan.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the help of a command, as {@code --help} after it does. */
@Command(name = "help", description = "Print the help of a command.", footer = "  policyscan help analyze")
final class HelpCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command; without one, help on all.")
    private String command;

    @Override
    public void run() {
        CommandLine policyscan = spec.commandLine().getParent();
        CommandLine wanted = command == null ? policyscan : policyscan.getSubcommands().get(command);
        if (wanted == null) {
            throw new ParameterException(spec.commandLine(), "no such command: " + command);
        }
        PrintWriter out = policyscan.getOut();
        wanted.usage(out);
        out.flush();
    }
}
