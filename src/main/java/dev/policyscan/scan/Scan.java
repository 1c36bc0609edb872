package dev.policyscan.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.policyscan.report.ComparisonRow;
import dev.policyscan.report.JsonReport;
import dev.policyscan.report.PolicyReport;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/**
 * Analyzes many inputs in parallel and writes a folder of results that depends on the inputs alone.
 *
 * <p>One thread finds inputs, several analyze them, and whatever is next in order is written by the thread that has finished it. A budget of
 * bytes bounds all that is found but not yet written, so that neither a long list nor a slow input takes memory. What is found out of each
 * policy goes to the journal at once; a scan that is cut off at any moment goes on from there.
 */
public final class Scan implements Closeable {
    private static final Task END = new Task(-1, null, null, 0);
    private static final int LONGEST_WAIT = 50;

    private final Settings settings;
    private final Analysis analysis;
    private final Inputs inputs;
    private final ScanListener listener;
    private final ScanFolder folder;
    private final RowFile journal;
    private final String build = Build.id();
    private final InputIds ids = new InputIds();
    private final Map<InputSink.Skipped, Long> skipped = new EnumMap<>(InputSink.Skipped.class);
    private final Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final int budget = (int) Math.max(8 << 10, Math.min(1 << 20, Runtime.getRuntime().maxMemory() >> 16));
    private final Semaphore room = new Semaphore(budget);
    private final Map<Long, Outcome> early = new HashMap<>();
    private final Growing places = new Growing();
    private final AtomicLong reused = new AtomicLong();
    private ScanFolder.Draft reports;
    private ScanFolder.Draft failed;
    private long found;
    private long next;
    private volatile boolean stopped;
    private volatile Throwable broken;

    /** Gives the report of a source; thread-safe. */
    public interface Analysis {
        /** The report. */
        PolicyReport analyze(Source source) throws SourceException;
    }

    /**
     * What to do.
     *
     * @param operands folders, archives, lists, addresses
     * @param jobs how many inputs are analyzed at a time
     * @param resume whether what an earlier scan found out is kept
     * @param view the comparison
     */
    public record Settings(List<String> operands, int jobs, boolean resume, Comparison.View view) {
        public Settings {
            operands = List.copyOf(operands);
        }
    }

    private record Task(long number, ScanInput input, String id, int weight) {}

    /** What became of an input: a line and a place in the journal, or a failure. */
    private record Outcome(byte[] line, long place, Failure failure, int weight) {}

    /** @throws ScanOutputException if the folder cannot be written to */
    public Scan(Settings settings, Analysis analysis, Inputs inputs, Path output, ScanListener listener) throws IOException {
        this.settings = settings;
        this.analysis = analysis;
        this.inputs = inputs;
        this.listener = listener;
        this.folder = ScanFolder.open(output);
        try {
            if (settings.resume()) {
                folder.forgetFailures();
            } else {
                folder.empty();
            }
            this.journal = folder.change(folder.journal(), () -> settings.resume() ? RowFile.resume(folder.journal()) : RowFile.create(folder.journal()));
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Runs to the end.
     *
     * @throws ScanOutputException if a result cannot be written; what was written before stays, and is whole
     */
    public ScanResult run() throws IOException, InterruptedException {
        reports = folder.begin("reports.jsonl");
        failed = folder.begin("failures.jsonl");
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < settings.jobs(); i++) {
            Thread worker = new Thread(this::work, "scan-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        try {
            for (String operand : settings.operands()) {
                inputs.scan(operand, new Sink());
            }
        } catch (InterruptedException e) {
            stopped = true;
            throwIfBroken();
            throw e;
        } finally {
            for (int i = 0; i < workers.size(); i++) {
                queue.add(END);
            }
        }
        for (Thread worker : workers) {
            worker.join();
        }
        throwIfBroken();
        reports.keep();
        failed.keep();
        folder.keepReports(ids);
        return finish();
    }

    /** Stops for good, within about a second, and leaves only whole files. The process has to end after this. */
    public void stop() {
        stopped = true;
        folder.shut(700);
    }

    /** How many inputs are done with. */
    public long done() {
        synchronized (early) {
            return next;
        }
    }

    private void throwIfBroken() throws IOException {
        if (broken instanceof IOException e) {
            throw e;
        }
        if (broken != null) {
            throw new IllegalStateException("a worker ended", broken);
        }
    }

    /** Numbers what is found, and makes the finder wait while there is too much of it. */
    private final class Sink implements InputSink {
        @Override
        public void input(ScanInput input) throws InterruptedException {
            // A report takes several times the room of its policy; a policy as large as the budget has it to itself.
            int weight = (int) Math.min(budget, 8 + (input.size() >> 10));
            acquire(weight);
            queue.add(new Task(found++, input, ids.of(input.label()), weight));
        }

        @Override
        public void failure(String name, FailureKind kind, String message) throws InterruptedException {
            acquire(1);
            boolean file = kind == FailureKind.INPUT && !name.contains("!/") && !name.equals(Inputs.STDIN);
            finish(found++, new Outcome(null, -1, new Failure(name, null, kind, message, file ? Failure.command(name) : null), 1));
        }

        @Override
        public void skipped(String name, Skipped why) {
            skipped.merge(why, 1L, Long::sum);
        }

        private void acquire(int weight) throws InterruptedException {
            while (!room.tryAcquire(weight, LONGEST_WAIT, TimeUnit.MILLISECONDS)) {
                if (stopped) {
                    throw new InterruptedException();
                }
            }
            if (stopped) {
                throw new InterruptedException();
            }
        }
    }

    private void work() {
        try {
            for (Task task = queue.take(); task != END && !stopped; task = queue.take()) {
                finish(task.number(), outcome(task));
            }
        } catch (InterruptedException e) {
            stopped = true;
        } catch (IOException | RuntimeException | Error e) {
            broken = e;
            stopped = true;
        }
    }

    private Outcome outcome(Task task) throws IOException {
        try {
            return read(task);
        } catch (OutOfMemoryError e) {
            return failure(task, FailureKind.MEMORY, "takes more memory than there is; set JAVA_TOOL_OPTIONS=-Xmx2g");
        }
    }

    private Outcome read(Task task) throws IOException {
        Source source;
        try {
            source = task.input().opening().open();
        } catch (SourceException e) {
            return failure(task, FailureKind.INPUT, e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return bug(task, null, e);
        }
        if (settings.resume()) {
            Outcome before = earlier(task, key(task, source, source.sha256()));
            if (before != null) {
                return before;
            }
        }
        PolicyReport report;
        byte[] json;
        short[] sketch;
        ComparisonRow row;
        try {
            report = analysis.analyze(source);
            json = new JsonReport().bytes(report);
            row = ComparisonRow.of(task.id(), report);
            sketch = Likeness.of(source);
        } catch (SourceException e) {
            return failure(task, FailureKind.INPUT, e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return bug(task, source, e);
        }
        Path file = folder.report(task.id());
        folder.write(file, json);
        RowFile.Entry entry = new RowFile.Entry(key(task, source, report.source().sha256()), checksum(json), sketch, row);
        long place = folder.change(folder.journal(), () -> journal.append(entry));
        return new Outcome(CompactJson.line(json), place, null, task.weight());
    }

    /** What an earlier scan made of the same bytes under the same name, if its report is still there as it was. */
    private Outcome earlier(Task task, String key) throws IOException {
        long place = journal.find(key);
        if (place < 0) {
            return null;
        }
        byte[] json;
        try {
            json = Files.readAllBytes(folder.report(task.id()));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new ScanOutputException(folder.report(task.id()).toString(), e);
        }
        try {
            if (!checksum(json).equals(journal.entry(place).report())) {
                return null;
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return null;
        }
        reused.incrementAndGet();
        return new Outcome(CompactJson.line(json), place, null, task.weight());
    }

    private String key(Task task, Source source, String sha256) {
        // A page that is fetched anew has a new time, but is none the newer for it.
        String fetched = Inputs.isWeb(task.input().name()) ? "" : String.valueOf(source.fetched());
        return Build.sha256(sha256, source.uri(), source.mediaType().name(), String.valueOf(source.declaredCharset()), String.valueOf(source.origin()),
                fetched, task.id(), build);
    }

    private static String checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return bytes.length + ":" + Long.toHexString(crc.getValue());
    }

    private Outcome failure(Task task, FailureKind kind, String message) throws IOException {
        return failure(task, kind, message, task.input().held() ? null : Failure.command(task.input().name()));
    }

    private Outcome failure(Task task, FailureKind kind, String message, String reproduce) throws IOException {
        Path stale = folder.report(task.id());
        folder.change(stale, () -> Files.deleteIfExists(stale));
        return new Outcome(null, -1, new Failure(task.input().name(), task.id(), kind, message, reproduce), task.weight());
    }

    /** Keeps what the bug shows itself on where it is no file: an entry of an archive, a line, a page. */
    private Outcome bug(Task task, Source source, Throwable e) throws IOException {
        String message = bug(e);
        boolean file = !task.input().held() && !Inputs.isWeb(task.input().name());
        if (file || source == null) {
            return failure(task, FailureKind.BUG, message);
        }
        String extension = switch (source.mediaType().iana()) {
            case "text/html" -> ".html";
            case "text/markdown" -> ".md";
            case "text/plain" -> ".txt";
            default -> "";
        };
        Path kept = folder.failed().resolve(task.id() + extension);
        folder.change(kept, () -> Files.createDirectories(folder.failed()));
        folder.write(kept, source.bytes());
        return failure(task, FailureKind.BUG, message, Failure.command(kept.toString()));
    }

    /** What to say of a bug. */
    static String bug(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return "a bug in policyscan (" + e.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]) + "); please report it";
    }

    /** Writes what is next in order; what is not waits. */
    private void finish(long number, Outcome outcome) {
        synchronized (early) {
            early.put(number, outcome);
            for (Outcome ready = early.remove(next); ready != null && !stopped; ready = early.remove(next)) {
                try {
                    write(ready);
                } catch (IOException e) {
                    broken = e;
                    stopped = true;
                    return;
                }
                next++;
                room.release(ready.weight());
            }
        }
    }

    private void write(Outcome outcome) throws IOException {
        if (outcome.failure() == null) {
            reports.write(outcome.line());
            places.add(outcome.place());
        } else {
            failed.write(outcome.failure().line());
            failures.merge(outcome.failure().kind(), 1L, Long::sum);
        }
        listener.done(outcome.failure());
    }

    private ScanResult finish() throws IOException {
        ScanFiles files = new ScanFiles(folder, journal, places);
        Comparison comparison = files.compare(settings.view());
        files.summary(settings.operands(), found, failures, skipped, comparison);
        files.journal();
        long bad = failures.values().stream().mapToLong(Long::longValue).sum();
        return new ScanResult(found, places.size(), reused.get(), bad, comparison.gatedCount(), comparison.gated());
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        if (reports != null) {
            closeQuietly(reports);
            closeQuietly(failed);
        }
        journal.close();
        folder.close();
    }

    private static void closeQuietly(Closeable draft) {
        try {
            if (draft != null) {
                draft.close();
            }
        } catch (IOException e) {
            // A draft that was not kept is thrown away.
            return;
        }
    }
}
