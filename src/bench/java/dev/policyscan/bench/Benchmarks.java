package dev.policyscan.bench;

import dev.policyscan.document.PageBenchmark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Prints how fast the analyzer is, against bare sentence splitting and one categorizer pass, how fast web pages are read, against jsoup's bare parse, and
 * how fast {@code policyscan scan} is as a process of its own, run as the launcher runs it. {@code -Dpolicyscan.bench.policies=100000} sets how many
 * policies the scan reads, {@code -Dpolicyscan.bench.pages=FOLDER} takes other pages, {@code -Dpolicyscan.bench.texts=FOLDER} gives the analyzer the
 * Markdown and the plain text of a folder besides the policies made from the samples.
 */
public final class Benchmarks {
    private static final double MOST = 3;
    /** What the launcher gives to a scan, and the heap that it has to do with. */
    private static final List<String> JVM = jvm();

    private Benchmarks() {}

    /** Arguments: the jar and a folder to work in. {@code -Dpolicyscan.bench} names one of {@code analyzer}, {@code pages} and {@code scan} for that alone. */
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        String only = System.getProperty("policyscan.bench", "");
        if (only.isEmpty() || only.equals("pages")) {
            PageBenchmark.run(System.getProperty("policyscan.bench.pages", ""));
        }
        if (only.equals("pages")) {
            return;
        }
        if (!only.equals("scan")) {
            for (String texts : new TreeSet<>(List.of("", System.getProperty("policyscan.bench.texts", "")))) {
                Map<String, Double> times = analyzer("", 1, texts);
                ratio("analyze takes", times.get("analyze") / times.get("bare"));
            }
        }
        if (!only.equals("analyzer")) {
            // A scan keeps all cores busy, and cores that share a socket are slower together: bare, too, is run on all of them.
            double bare = analyzer("bare", Runtime.getRuntime().availableProcessors(), "").get("bare");
            scan(Path.of(args[0]), Path.of(args[1]), Integer.getInteger("policyscan.bench.policies", 10_000), bare);
        }
    }

    private static List<String> jvm() {
        List<String> options = new ArrayList<>(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:Tier4InvocationThreshold=15000",
                "-XX:Tier4MinInvocationThreshold=1800", "-XX:Tier4CompileThreshold=45000", "-XX:Tier4BackEdgeThreshold=120000", "-XX:FreqInlineSize=75",
                "-XX:+UseTransparentHugePages"));
        if (Runtime.getRuntime().availableProcessors() <= 3) {
            options.add("-XX:CICompilerCount=3");
        }
        return options;
    }

    /** Measures the methods whose names hold the word, on some threads at once; gives the milliseconds that each takes for a policy. */
    private static Map<String, Double> analyzer(String word, int threads, String folder) throws IOException, RunnerException {
        List<String> texts = AnalyzerBenchmark.texts(folder);
        double bytes = texts.stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).average().orElseThrow();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                .include(AnalyzerBenchmark.class.getName() + ".*" + word).param("folder", folder).threads(threads).jvmArgs(JVM.toArray(String[]::new)).build()).run();
        Map<String, Double> times = new TreeMap<>();
        for (RunResult result : results) {
            times.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore() / texts.size());
        }
        times.forEach((name, time) -> System.out.printf(Locale.ROOT, "%-14s %7.3f ms a policy of %.1f kB, %6.1f MB/s on a core, with %d busy%n",
                name, time, bytes / 1000, bytes / time / 1000, threads));
        return times;
    }

    private static void ratio(String what, double ratio) {
        System.out.printf(Locale.ROOT, "%s %.2f times as long as bare sentence splitting and one categorizer pass (wanted: at most %.0f)%n", what, ratio, MOST);
    }

    private static void scan(Path jar, Path folder, int policies, double bare) throws IOException, InterruptedException {
        // Until a few thousand policies are read, the JVM is still compiling; the second half is steady.
        int few = policies / 2;
        Shelf shelf = new Shelf(Path.of("samples"));
        Path all = folder.resolve("shelf-" + policies);
        Path some = folder.resolve("shelf-" + few);
        shelf.fill(all, policies, AnalyzerBenchmark.BYTES);
        shelf.fill(some, few, AnalyzerBenchmark.BYTES);
        // Each into a folder of its own, and none deleted before the last has run: file systems are slow to make files where others have just been deleted.
        Took little = run(jar, some, folder.resolve("out-" + few));
        Took whole = run(jar, all, folder.resolve("out-" + policies));
        clear(folder.resolve("out-" + few));
        clear(folder.resolve("out-" + policies));
        int cores = Runtime.getRuntime().availableProcessors();
        System.out.printf(Locale.ROOT, "scan of %,d policies of %d kB on %d cores with -Xmx512m: %.1f s, %.0f/s from start to end, %.0f/s in steady state%n",
                policies, AnalyzerBenchmark.BYTES / 1000, cores, whole.seconds(), policies / whole.seconds(),
                (policies - few) / (whole.seconds() - little.seconds()));
        double each = (whole.processor() - little.processor()) * 1000 / (policies - few);
        System.out.printf(Locale.ROOT, "a scan spends %.2f ms of processor time on a policy in steady state%n", each);
        ratio("that is", each / bare);
    }

    /** What a scan took: time on the clock, and of all processors. */
    private record Took(double seconds, double processor) {}

    private static Took run(Path jar, Path shelf, Path out) throws IOException, InterruptedException {
        clear(out);
        List<String> command = new ArrayList<>(JVM);
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", jar.toString(), "scan", "-q", shelf.toString(), "-o", out.toString()));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).inheritIO().start();
        Duration processor = Duration.ZERO;
        // What an ended process took is not to be had any more.
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            processor = process.info().totalCpuDuration().orElse(processor);
        }
        int code = process.exitValue();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IOException("scan ended with exit code " + code);
        }
        return new Took(seconds, processor.toMillis() / 1e3);
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
