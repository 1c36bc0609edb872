package dev.policyscan.cli;

import dev.policyscan.Policyscan;
import dev.policyscan.evaluate.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Scores the analyzer against labelled policies. */
@Command(
        name = "evaluate",
        description = "Score the analyzer against labelled policies: a folder with, for each policy, ID.json (the right answers) beside "
                + "ID.txt, ID.md, ID.html, ID.mhtml, ID.pdf or ID.docx (the policy).",
        footer = {"  policyscan evaluate labelled/", "  policyscan evaluate --errors labelled/"})
final class EvaluateCommand implements Callable<Integer> {
    @ParentCommand
    private PolicyscanCommand policyscan;

    @Parameters(paramLabel = "GOLD", description = "The folder of labelled policies.")
    private Path gold;

    @Option(names = "--errors", description = "List every wrong answer with the words the labeller relied on.")
    private boolean errors;

    @Override
    public Integer call() throws OutputException {
        if (!Files.isDirectory(gold)) {
            policyscan.terminal().complain(gold + ": no such folder; pass a folder of labelled policies");
            return ExitCode.INPUT;
        }
        Evaluation evaluation;
        try {
            evaluation = Evaluation.of(gold, Policyscan.analyzer());
        } catch (IOException e) {
            return policyscan.failed(gold.toString(), e);
        }
        if (evaluation.policies() == 0) {
            policyscan.terminal().complain(gold + ": holds no labels; put ID.json beside each ID.txt, ID.md, ID.html, ID.mhtml, ID.pdf or ID.docx");
            return ExitCode.INPUT;
        }
        policyscan.terminal().print(evaluation.table());
        policyscan.terminal().print("\nright, by the confidence of the evidence\n" + evaluation.reliability());
        if (errors) {
            policyscan.terminal().print(String.join("\n", evaluation.misses()));
        }
        return evaluation.unread().isEmpty() ? ExitCode.DONE : ExitCode.INPUT;
    }
}
