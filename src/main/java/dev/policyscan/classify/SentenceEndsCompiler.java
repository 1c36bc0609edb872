package dev.policyscan.classify;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.sentdetect.SentenceModel;

/** Compiles OpenNLP's sentence model into the resource that {@link SentenceEnds#load} reads; part of the build, since it takes longer than an analysis. */
public final class SentenceEndsCompiler {
    private SentenceEndsCompiler() {}

    /** Compiles the model that is the resource {@code args[0]} into the file {@code args[1]}. */
    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[1]);
        Files.createDirectories(out.toAbsolutePath().getParent());
        try (InputStream in = SentenceEndsCompiler.class.getResourceAsStream(args[0]);
                DataOutputStream data = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out)))) {
            SentenceEnds.of((AbstractModel) new SentenceModel(in).getMaxentModel()).write(data);
        }
    }
}
