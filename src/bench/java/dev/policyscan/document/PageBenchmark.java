package dev.policyscan.document;

import dev.policyscan.HeavyPages;
import dev.policyscan.source.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** What it costs to find the policy in a page, against jsoup's bare parse of the same bytes: by turns in one process, in processor time. */
public final class PageBenchmark {
    private static final double MOST = 2;
    private static final int PAGES = 32;
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 15;

    private static Object sink;

    private PageBenchmark() {}

    /** Something done with the bytes of a page. */
    private interface Step {
        Object run(Source page) throws IOException;
    }

    /** Measures pages made from the samples, or those in a folder of one's own. */
    public static void run(String folder) throws IOException {
        List<Source> pages = folder.isEmpty() ? made() : in(Path.of(folder));
        DocumentReader reader = new DocumentReader();
        Step[] steps = {page -> Jsoup.parse(new ByteArrayInputStream(page.bytes()), null, ""), page -> HtmlReader.read(page.decode().text()), reader::read};
        double[][] times = new double[steps.length][ROUNDS];
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int step = 0; step < steps.length; step++) {
                long start = clock.getCurrentThreadCpuTime();
                for (Source page : pages) {
                    sink = steps[step].run(page);
                }
                if (round >= 0) {
                    times[step][round] = (clock.getCurrentThreadCpuTime() - start) / 1e6;
                }
            }
        }
        double megabytes = pages.stream().mapToInt(page -> page.bytes().length).sum() / 1e6;
        double bare = median(times[0]);
        System.out.printf(Locale.ROOT, "%d pages of %.1f MB together: bare parse %.0f ms; extraction %.0f ms, %.2f times as long (wanted: at most %.0f);"
                + " with headings by look, sections and sentences %.0f ms, %.2f times%n",
                pages.size(), megabytes, bare, median(times[1]), median(times[1]) / bare, MOST, median(times[2]), median(times[2]) / bare);
    }

    private static List<Source> made() throws IOException {
        List<Source> pages = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            pages.add(Source.of("page-" + i + ".html", HeavyPages.page(i).getBytes(StandardCharsets.UTF_8)));
        }
        return pages;
    }

    private static List<Source> in(Path folder) throws IOException {
        List<Source> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".html")).sorted().toList()) {
                pages.add(Source.of(file));
            }
        }
        return pages;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
