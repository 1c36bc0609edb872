package dev.policyscan.classify;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.ml.model.AbstractModel;

/** Compiles the OpenNLP model into the resource that {@link TopicModel#load} reads; part of the build, since it takes longer than an analysis. */
public final class TopicModelCompiler {
    private TopicModelCompiler() {}

    /** Compiles the model {@code args[0]} into the file {@code args[1]}. */
    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[1]);
        Files.createDirectories(out.toAbsolutePath().getParent());
        TopicModel model = compile(new DoccatModel(Path.of(args[0])), new Vocabulary());
        try (DataOutputStream data = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out)))) {
            model.write(data);
        }
    }

    /** The model over a vocabulary. */
    static TopicModel compile(DoccatModel model, Vocabulary vocabulary) {
        return TopicModel.of((AbstractModel) model.getMaxentModel(), words(model), vocabulary);
    }

    /** The word that each form counts as. */
    static Map<String, String> words(DoccatModel model) {
        byte[] lines = model.getArtifact(TopicModelTrainer.WORDS);
        return TopicModelTrainer.words(new String(lines, StandardCharsets.UTF_8));
    }
}
