package dev.policyscan.cli;

import dev.policyscan.report.ReportSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints the JSON Schema of one of the JSON documents policyscan writes. */
@Command(
        name = "schema",
        description = "Print the JSON Schema (2020-12) of a JSON document that policyscan writes.",
        footer = {"  policyscan schema > report.schema.json", "  policyscan schema diff > diff.schema.json"})
final class SchemaCommand implements Callable<Integer> {
    @ParentCommand
    private PolicyscanCommand policyscan;

    @Parameters(
            paramLabel = "DOCUMENT",
            arity = "0..1",
            defaultValue = "report",
            converter = Converter.class,
            description = "report (of analyze and scan), diff, comparison (of scan and compare) or summary (of scan). Default: report.")
    private ReportSchema schema;

    @Override
    public Integer call() throws OutputException {
        policyscan.terminal().print(schema.text());
        return ExitCode.DONE;
    }

    /** Reads the parameter. */
    static final class Converter implements ITypeConverter<ReportSchema> {
        @Override
        public ReportSchema convert(String value) {
            return Words.parse(ReportSchema.class, value);
        }
    }
}
