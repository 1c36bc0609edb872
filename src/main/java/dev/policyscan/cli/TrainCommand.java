package dev.policyscan.cli;

import dev.policyscan.classify.TopicModelTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Trains the clause model; for those who change its clauses. */
@Command(
        name = "train",
        hidden = true,
        description = "Train the clause model from the labelled clauses in a source checkout, and write MODELS/topics.model. The next build puts it "
                + "to use.",
        footer = {"  policyscan train", "  policyscan train --cross-validate"})
final class TrainCommand implements Callable<Integer> {
    @ParentCommand
    private PolicyscanCommand policyscan;

    @Parameters(
            paramLabel = "MODELS",
            arity = "0..1",
            defaultValue = "models",
            description = "The folder that holds clauses/*.tsv and words.txt. Default: models.")
    private Path models;

    @Option(names = "--cross-validate", description = "Write no model; print how well it does on clauses that it was not trained on.")
    private boolean crossValidate;

    @Override
    public Integer call() throws OutputException {
        if (!Files.isDirectory(models.resolve("clauses"))) {
            policyscan.terminal().complain(models + ": has no folder of clauses; pass the folder that has");
            return ExitCode.INPUT;
        }
        try {
            Path model = models.resolve("topics.model");
            policyscan.terminal().print(
                    crossValidate ? TopicModelTrainer.crossValidate(models) : model + ": " + TopicModelTrainer.train(models, model) + "\n");
            return ExitCode.DONE;
        } catch (OutputException e) {
            throw e;
        } catch (IOException e) {
            return policyscan.failed(models.toString(), e);
        }
    }
}
