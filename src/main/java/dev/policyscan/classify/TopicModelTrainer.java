package dev.policyscan.classify;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.doccat.NGramFeatureGenerator;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.Version;

/**
 * Trains the clause model. The same clauses give the same bytes, on any machine: OpenNLP trains in one thread with strict arithmetic, and the
 * model is stored without time stamps and uncompressed.
 */
public final class TopicModelTrainer {
    /** The entry of the model file that holds the forms of each word. */
    static final String WORDS = "words.txt";

    private static final int FOLDS = 5;
    private static final int CUTOFF = 2;
    private static final int ITERATIONS = 60;
    private static final double L1_COST = 0.15;
    private static final double L2_COST = 0.15;
    /** Weights smaller than this are dropped. */
    private static final double SMALLEST = 1.0 / 64;

    /**
     * A labelled clause.
     *
     * @param topics its topics, the main one first
     * @param text the clause
     * @param forms its forms of words
     * @param fold the part of a cross-validation that tests it
     */
    record Example(List<Topic> topics, String text, List<String> forms, int fold) {}

    /**
     * What training gave.
     *
     * @param model the weights
     * @param words the word that each form counts as
     */
    record Trained(AbstractModel model, Map<String, String> words) {}

    private TopicModelTrainer() {}

    /**
     * Trains the model and writes it.
     *
     * @param folder the folder with {@code clauses/*.tsv}, each line of which holds topics, a tab and a clause, and {@code words.txt}
     * @param modelFile the file to write
     * @return what was trained, in a line
     * @throws IOException if the clauses cannot be read or understood, or the model not written
     */
    public static String train(Path folder, Path modelFile) throws IOException {
        TopicWords reader = new TopicWords(folder.resolve(WORDS));
        List<Example> examples = read(folder.resolve("clauses"), reader);
        Trained trained = train(examples, reader);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(modelFile))) {
            write(trained, out);
        }
        int features = ((Map<?, ?>) trained.model().getDataStructures()[1]).size();
        return examples.size() + " clauses, " + trained.model().getNumOutcomes() + " topics, " + features + " features, "
                + Files.size(modelFile) + " bytes";
    }

    /**
     * Scores the model on clauses it was not trained on, by five-fold cross-validation.
     *
     * @param folder as for {@link #train(Path, Path)}
     * @return tables, in Markdown
     * @throws IOException if the clauses cannot be read or understood
     */
    public static String crossValidate(Path folder) throws IOException {
        TopicWords reader = new TopicWords(folder.resolve(WORDS));
        List<Example> examples = read(folder.resolve("clauses"), reader);
        TopicModelScores scores = new TopicModelScores();
        for (int fold = 0; fold < FOLDS; fold++) {
            int tested = fold;
            Trained trained = train(examples.stream().filter(example -> example.fold() != tested).toList(), reader);
            Vocabulary vocabulary = new Vocabulary();
            TopicModel model = TopicModel.of(trained.model(), trained.words(), vocabulary);
            for (Example example : examples) {
                if (example.fold() == fold) {
                    Tokens tokens = Tokens.of(example.text(), 0, example.text().length(), vocabulary);
                    scores.add(example.topics(), model.probabilities(tokens, 0, tokens.size()));
                }
            }
        }
        return scores.toString();
    }

    /** The topic of a label; null if there is none of that name. */
    static Topic topic(String label) {
        for (Topic topic : Topic.values()) {
            if (topic.term().equals(label)) {
                return topic;
            }
        }
        return null;
    }

    static List<Example> read(Path clauses, TopicWords reader) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(clauses)) {
            files = listed.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
        }
        List<Example> examples = new ArrayList<>();
        for (Path file : files) {
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                int tab = line.indexOf('\t');
                List<Topic> topics = tab < 0 ? List.of() : Arrays.stream(line.substring(0, tab).split(",", -1)).map(TopicModelTrainer::topic).toList();
                if (topics.isEmpty() || topics.contains(null) || tab + 1 == line.length()) {
                    throw new IOException("line " + number + " of " + file + " is no \"topic[,topic]<tab>clause\"");
                }
                String text = line.substring(tab + 1);
                examples.add(new Example(topics, text, reader.forms(text), number % FOLDS));
            }
        }
        if (examples.isEmpty()) {
            throw new IOException("no labelled clauses in " + clauses);
        }
        return examples;
    }

    static Trained train(List<Example> examples, TopicWords reader) throws IOException {
        Set<String> forms = new LinkedHashSet<>();
        examples.forEach(example -> forms.addAll(example.forms()));
        Map<String, String> words = reader.words(forms);
        List<DocumentSample> samples = new ArrayList<>();
        for (Example example : examples) {
            for (Topic topic : example.topics()) {
                samples.add(new DocumentSample(topic.term(), TopicWords.read(example.forms(), words)));
            }
        }
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.THREADS_PARAM, 1);
        parameters.put(QNTrainer.L1COST_PARAM, L1_COST);
        parameters.put(QNTrainer.L2COST_PARAM, L2_COST);
        DoccatFactory factory = new DoccatFactory(new FeatureGenerator[] {new BagOfWordsFeatureGenerator(), new NGramFeatureGenerator()});
        DoccatModel model = DocumentCategorizerME.train("en", ObjectStreamUtils.createObjectStream(samples), parameters, factory);
        return new Trained(pruned((AbstractModel) model.getMaxentModel()), words);
    }

    /** The model without what hardly counts. */
    private static AbstractModel pruned(AbstractModel model) {
        @SuppressWarnings("unchecked")
        Map<String, Context> features = new TreeMap<>((Map<String, Context>) model.getDataStructures()[1]);
        List<String> names = new ArrayList<>();
        List<Context> contexts = new ArrayList<>();
        features.forEach((name, context) -> {
            double[] weights = Arrays.stream(context.getParameters()).map(TopicModel::rounded).toArray();
            int[] kept = IntStream.range(0, weights.length).filter(i -> Math.abs(weights[i]) >= SMALLEST).toArray();
            if (kept.length > 0) {
                names.add(name);
                contexts.add(new Context(
                        Arrays.stream(kept).map(i -> context.getOutcomes()[i]).toArray(), Arrays.stream(kept).mapToDouble(i -> weights[i]).toArray()));
            }
        });
        String[] outcomes = (String[]) model.getDataStructures()[2];
        return new QNModel(contexts.toArray(Context[]::new), names.toArray(String[]::new), outcomes);
    }

    /** Writes a model that OpenNLP reads; its own writer would put the time into it. */
    private static void write(Trained trained, OutputStream out) throws IOException {
        ByteArrayOutputStream weights = new ByteArrayOutputStream();
        new BinaryQNModelWriter(trained.model(), new DataOutputStream(weights)).persist();
        String manifest = String.join("\n",
                "Component-Name=DocumentCategorizerME",
                "Language=en",
                "Manifest-Version=1.0",
                "OpenNLP-Version=" + Version.currentVersion(),
                "doccat.featureGenerators=" + BagOfWordsFeatureGenerator.class.getName() + "," + NGramFeatureGenerator.class.getName(),
                "factory=" + DoccatFactory.class.getName(), "");
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            store(zip, "manifest.properties", manifest.getBytes(StandardCharsets.UTF_8));
            store(zip, WORDS, lines(trained).getBytes(StandardCharsets.UTF_8));
            store(zip, "doccat.model", weights.toByteArray());
        }
    }

    /** The words that have a weight, each with its forms in a line. */
    private static String lines(Trained trained) {
        Set<String> used = new TreeSet<>();
        for (Object feature : ((Map<?, ?>) trained.model().getDataStructures()[1]).keySet()) {
            used.addAll(TopicModel.wordsOf((String) feature));
        }
        Map<String, Set<String>> formsOfWord = new TreeMap<>();
        trained.words().forEach((form, word) -> {
            if (used.contains(word)) {
                formsOfWord.computeIfAbsent(word, w -> new TreeSet<>()).add(form);
            }
        });
        StringBuilder lines = new StringBuilder();
        formsOfWord.forEach((word, forms) -> lines.append(word).append(' ').append(String.join(" ", forms)).append('\n'));
        return lines.toString();
    }

    /** The words of the forms, as {@link #lines} wrote them. */
    static Map<String, String> words(String lines) {
        Map<String, String> words = new TreeMap<>();
        lines.lines().forEach(line -> {
            String[] wordAndForms = line.split(" ");
            for (int i = 1; i < wordAndForms.length; i++) {
                words.put(wordAndForms[i], wordAndForms[0]);
            }
        });
        return words;
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
