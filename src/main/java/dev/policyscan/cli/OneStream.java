package dev.policyscan.cli;

import dev.policyscan.report.PolicyReport;
import dev.policyscan.report.ReportWriter;
import java.nio.file.Path;

/** All reports one after the other, on standard output or in one file. */
final class OneStream implements Destination {
    private final Format format;
    private final ReportWriter writer;
    private final boolean several;
    private final Terminal terminal;
    private final Path path;
    private NewFile file;
    private boolean begun;

    /**
     * @param several whether there is more than one input, readable or not
     * @param terminal whose standard output is written to where there is no path
     * @param path the file; null for standard output
     */
    OneStream(Format format, ReportWriter writer, boolean several, Terminal terminal, Path path) {
        this.format = format;
        this.writer = writer;
        this.several = several;
        this.terminal = terminal;
        this.path = path;
    }

    @Override
    public void write(String input, PolicyReport report) throws OutputException {
        String text = writer.render(report);
        print(several ? (begun ? format.between() : format.before()) + text.stripTrailing() : text);
        begun = true;
    }

    @Override
    public void finish() throws OutputException {
        if (several && begun) {
            print(format.after());
        }
        if (file != null) {
            file.keep();
        }
    }

    @Override
    public void close() throws OutputException {
        if (file != null) {
            file.close();
        }
    }

    private void print(String text) throws OutputException {
        if (path == null) {
            terminal.print(text);
            return;
        }
        if (file == null) {
            file = new NewFile(path);
        }
        file.print(text);
    }
}
