package dev.policyscan.cli;

import dev.policyscan.report.ComparisonColumn;
import dev.policyscan.scan.Comparison;
import dev.policyscan.scan.SortOrder;
import dev.policyscan.scan.Where;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/** What a comparison shows: the options of every command that makes one. */
final class ViewOptions {
    /** The exit code where a gate that was asked for failed. */
    private static final int GATE = 1;

    @Option(
            names = "--columns",
            paramLabel = "COLUMNS",
            order = 30,
            description = "What to show of each policy, with commas between: sale, retention, A, … (policyscan help compare lists them); "
                    + "categories, facts and all stand for several.")
    private String columns;

    @Option(
            names = "--sort",
            paramLabel = "COLUMNS",
            order = 31,
            defaultValue = SortOrder.PROMINENCE,
            description = "By what to sort: columns, a dash before those to go the other way round; prominence (who sells, who keeps data without "
                    + "end, who says nothing); or input. Default: prominence.")
    private String sort;

    @Option(names = "--where", paramLabel = "CONDITION", order = 32, description = "Compare only policies of which this holds, such as 'sale=sells and children.age<16'.")
    private String where;

    @Option(names = "--fail-on", paramLabel = "CONDITION", order = 33, description = "Exit with 1 if this holds of one of the policies compared.")
    private String failOn;

    /**
     * What was asked for.
     *
     * @param all whether everything is shown by default, or only the facts
     * @throws IllegalArgumentException for a condition or a list of columns that is none; its message is for people
     */
    Comparison.View view(boolean all) {
        List<ComparisonColumn> shown = columns != null ? parse("--columns", () -> SortOrder.columns(columns))
                : all ? Arrays.asList(ComparisonColumn.values()) : ComparisonColumn.facts();
        return new Comparison.View(
                shown, where == null ? null : parse("--where", () -> Where.parse(where)), parse("--sort", () -> SortOrder.parse(sort)),
                failOn == null ? null : parse("--fail-on", () -> Where.parse(failOn)));
    }

    private interface Parse<T> {
        T parse();
    }

    private static <T> T parse(String option, Parse<T> parse) {
        try {
            return parse.parse();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }

    /** The exit code of the gate, and a line that says which policies failed it. */
    int gate(Terminal terminal, int count, List<String> ids) {
        if (count == 0) {
            return ExitCode.DONE;
        }
        String more = count > ids.size() ? " and " + (count - ids.size()) + " more" : "";
        terminal.complain("--fail-on " + failOn + " holds of " + String.join(", ", ids) + more);
        return GATE;
    }
}
