package dev.policyscan.cli;

import dev.policyscan.scan.Globs;
import dev.policyscan.scan.Inputs;
import java.util.List;
import picocli.CommandLine.Option;

/** Which files of folders and archives are read: the options of every command that walks them. */
final class SelectionOptions {
    @Option(
            names = "--include",
            paramLabel = "GLOB",
            order = 20,
            description = "Read only files that match: '*.md', 'acme/**'. May be given again. Default: all but scripts, pictures, data and the like.")
    private List<String> include = List.of();

    @Option(names = "--exclude", paramLabel = "GLOB", order = 21, description = "Leave out files and folders that match. May be given again.")
    private List<String> exclude = List.of();

    @Option(names = "--hidden", order = 22, description = "Read files and folders whose name begins with a dot, too.")
    private boolean hidden;

    @Option(names = {"-0", "--null"}, order = 23, description = "The lines of a list end with a zero byte, as find -print0 writes them.")
    private boolean zeroes;

    /** @throws IllegalArgumentException for a pattern that is none; its message is for people */
    Inputs.Selection selection() {
        return new Inputs.Selection(new Globs(include), new Globs(exclude), hidden, zeroes);
    }
}
