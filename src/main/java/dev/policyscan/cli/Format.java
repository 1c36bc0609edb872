package dev.policyscan.cli;

import dev.policyscan.report.JsonReport;
import dev.policyscan.report.MarkdownReport;
import dev.policyscan.report.ReportWriter;
import dev.policyscan.report.TextReport;
import picocli.CommandLine.ITypeConverter;

/** A form of report: its file extension, and how several of them stand in one stream. */
enum Format {
    TEXT("txt", "", "\n\n────────\n\n", "\n"),
    JSON("json", "[\n", ",\n", "\n]\n"),
    MARKDOWN("md", "", "\n\n---\n\n", "\n");

    private final String extension;
    private final String before;
    private final String between;
    private final String after;

    Format(String extension, String before, String between, String after) {
        this.extension = extension;
        this.before = before;
        this.between = between;
        this.after = after;
    }

    ReportWriter writer(boolean color, int width) {
        return switch (this) {
            case TEXT -> new TextReport(color, width);
            case JSON -> new JsonReport();
            case MARKDOWN -> new MarkdownReport();
        };
    }

    String extension() {
        return extension;
    }

    /** What precedes the first of several reports. */
    String before() {
        return before;
    }

    /** What stands between two. */
    String between() {
        return between;
    }

    /** What follows the last. */
    String after() {
        return after;
    }

    /** Reads the option's value. */
    static final class Converter implements ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            return Words.parse(Format.class, value);
        }
    }
}
