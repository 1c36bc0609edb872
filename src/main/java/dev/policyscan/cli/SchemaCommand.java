package dev.policyscan.cli;

import dev.policyscan.report.ReportSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Prints the JSON Schema of the JSON report. */
@Command(
        name = "schema",
        description = "Print the JSON Schema (2020-12) of the JSON report.",
        footer = "  policyscan schema > report.schema.json")
final class SchemaCommand implements Callable<Integer> {
    @ParentCommand
    private PolicyscanCommand policyscan;

    @Override
    public Integer call() throws OutputException {
        policyscan.terminal().print(ReportSchema.text());
        return ExitCode.DONE;
    }
}
