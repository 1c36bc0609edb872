package dev.policyscan.bench;

import dev.policyscan.PolicyAnalyzer;
import dev.policyscan.Policyscan;
import dev.policyscan.report.JsonReport;
import dev.policyscan.report.PolicyReport;
import dev.policyscan.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.doccat.NGramFeatureGenerator;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The analyzer against the least that any reader of policies does: bare sentence splitting and one pass of a categorizer over the sentences. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class AnalyzerBenchmark {
    /** Policies made for one operation. */
    static final int POLICIES = 20;
    /** Bytes of one. */
    static final int BYTES = 30_000;

    /** A folder of texts of one's own, all of them read by one operation; empty for policies made from the samples. */
    @Param("")
    public String folder;

    private List<String> texts;
    private final List<Source> sources = new ArrayList<>();
    private PolicyAnalyzer analyzer;
    private SentenceModel sentences;
    private DoccatModel topics;

    /** Makes the policies and both readers. */
    @Setup
    public void setUp() throws IOException {
        texts = texts(folder);
        for (String text : texts) {
            sources.add(Source.of("policy-" + sources.size() + ".md", text.getBytes(StandardCharsets.UTF_8)));
        }
        analyzer = Policyscan.analyzer();
        try (InputStream in = AnalyzerBenchmark.class.getResourceAsStream("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")) {
            sentences = new SentenceModel(in);
        }
        topics = categorizer(Path.of("models", "clauses"));
    }

    /** What one operation reads: the Markdown and the plain text under a folder, or policies made from the samples where none is named. */
    static List<String> texts(String folder) throws IOException {
        List<String> texts = new ArrayList<>();
        if (folder.isEmpty()) {
            Shelf shelf = new Shelf(Path.of("samples"));
            for (int i = 0; i < POLICIES; i++) {
                texts.add(shelf.policy(i, BYTES));
            }
            return texts;
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".md") || file.toString().endsWith(".txt")).sorted().toList()) {
                texts.add(Source.of(file).decode().text());
            }
        }
        if (texts.isEmpty()) {
            throw new IOException("no .md or .txt file under " + folder);
        }
        return texts;
    }

    private static DoccatModel categorizer(Path clauses) throws IOException {
        List<DocumentSample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(clauses)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    int tab = line.indexOf('\t');
                    if (tab > 0 && !line.startsWith("#")) {
                        String topic = line.substring(0, tab).split("[ ,]")[0];
                        samples.add(new DocumentSample(topic, SimpleTokenizer.INSTANCE.tokenize(line.substring(tab + 1))));
                    }
                }
            }
        }
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 20);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
        DoccatFactory factory = new DoccatFactory(new FeatureGenerator[] {new BagOfWordsFeatureGenerator(), new NGramFeatureGenerator(2, 2)});
        return DocumentCategorizerME.train("en", ObjectStreamUtils.createObjectStream(samples), parameters, factory);
    }

    /** Everything the analyzer does, from bytes to a report. */
    @Benchmark
    public void analyze(Blackhole hole) throws IOException {
        for (Source source : sources) {
            hole.consume(analyzer.analyze(source));
        }
    }

    /** The report as JSON, besides. */
    @Benchmark
    public void analyzeToJson(Blackhole hole) throws IOException {
        for (Source source : sources) {
            PolicyReport report = analyzer.analyze(source);
            hole.consume(new JsonReport().render(report));
        }
    }

    /** Sentences and the topic of each. */
    @Benchmark
    public void bare(Blackhole hole) {
        SentenceDetectorME detector = new SentenceDetectorME(sentences);
        DocumentCategorizerME categorizer = new DocumentCategorizerME(topics);
        for (String text : texts) {
            for (String sentence : detector.sentDetect(text)) {
                hole.consume(categorizer.categorize(SimpleTokenizer.INSTANCE.tokenize(sentence)));
            }
        }
    }
}
