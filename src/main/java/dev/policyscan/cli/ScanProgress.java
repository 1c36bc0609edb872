package dev.policyscan.cli;

import dev.policyscan.scan.Failure;
import dev.policyscan.scan.Inputs;
import dev.policyscan.scan.ScanListener;
import dev.policyscan.scan.ScanResult;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows how far a scan is: a bar that is drawn anew on a terminal, a line now and then elsewhere, nothing where it is to be quiet. */
final class ScanProgress implements ScanListener, Closeable {
    private static final long REDRAW = 100;
    private static final long LINE = 10_000;
    /** So many failures are told of one by one; the others are in the file. */
    private static final int TOLD = 20;

    private final Terminal terminal;
    private final boolean quiet;
    private final boolean bar;
    private final Thread drawing;
    private long start = System.nanoTime();
    private long total = -1;
    private long done;
    private long failed;
    private boolean drawn;
    private boolean over;

    ScanProgress(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.bar = terminal.interactive() && !"dumb".equals(terminal.env().get("TERM"));
        this.drawing = new Thread(this::draw, "scan-progress");
        drawing.setDaemon(true);
    }

    /** Begins to draw. On a terminal the inputs are counted first, where that is quickly done. */
    void begin(Inputs inputs, List<String> operands) throws InterruptedException {
        if (quiet) {
            return;
        }
        long count = bar ? 0 : -1;
        for (String operand : operands) {
            long some = count < 0 ? -1 : inputs.count(operand);
            count = some < 0 ? -1 : count + some;
        }
        synchronized (this) {
            total = count;
            start = System.nanoTime();
        }
        drawing.start();
    }

    @Override
    public synchronized void done(Failure failure) {
        done++;
        if (failure != null) {
            failed++;
            if (!quiet && failed <= TOLD) {
                erase();
                terminal.complain(failure.input() + ": " + failure.message());
            }
        }
    }

    private void draw() {
        try {
            while (true) {
                Thread.sleep(bar ? REDRAW : LINE);
                synchronized (this) {
                    if (over) {
                        return;
                    }
                    if (bar) {
                        // Drawn over the last one; what that had more of is cleared.
                        terminal.err().print("\r" + line() + "\u001b[K");
                        drawn = true;
                    } else {
                        terminal.err().println(line());
                    }
                    terminal.err().flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String line() {
        double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
        double rate = done / seconds;
        StringBuilder line = new StringBuilder(number(done));
        if (total >= 0) {
            line.append('/').append(number(total));
        }
        line.append(" policies, ").append(rate < 10 ? String.format(Locale.ROOT, "%.1f", rate) : number(Math.round(rate))).append("/s");
        if (failed > 0) {
            line.append(", ").append(number(failed)).append(" failed");
        }
        if (total > 0 && done > 0) {
            line.append(", ").append(time(Math.max(0, total - done) / rate)).append(" left");
        }
        int room = Math.min(40, terminal.width() - line.length() - 4);
        if (bar && total > 0 && room >= 10) {
            int filled = (int) Math.min(room, room * done / total);
            line.insert(0, "[" + "#".repeat(filled) + "-".repeat(room - filled) + "] ");
        }
        return line.length() < terminal.width() ? line.toString() : line.substring(0, terminal.width() - 1);
    }

    /** Says what came of it. */
    synchronized void end(Path folder, ScanResult result) {
        over = true;
        erase();
        if (quiet) {
            return;
        }
        if (failed > TOLD) {
            terminal.complain("… and " + number(failed - TOLD) + " more failures; see " + folder.resolve("failures.jsonl"));
        }
        double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
        String reused = result.reused() == 0 ? "" : " (" + number(result.reused()) + " kept from before)";
        terminal.err().println(number(result.reports()) + (result.reports() == 1 ? " report" : " reports") + reused + ", " + number(result.failed())
                + " failed, in " + time(seconds) + " (" + number(Math.round(result.found() / seconds)) + "/s); see " + folder.resolve("comparison.md"));
        terminal.err().flush();
    }

    /** Says that it was stopped, and how to go on. */
    synchronized void stopped(Path folder, long reached) {
        over = true;
        erase();
        if (!quiet) {
            terminal.complain("stopped after " + number(reached) + "; " + folder + " holds what was done, and --resume goes on from there");
        }
    }

    private void erase() {
        if (drawn) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
            drawn = false;
        }
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return whole < 60 ? whole + " s" : whole < 3600 ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    @Override
    public synchronized void close() {
        over = true;
        erase();
        drawing.interrupt();
    }
}
