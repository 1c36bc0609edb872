package dev.policyscan.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes a comparison as CSV (RFC 4180, UTF-8): a row a policy, a column a fact, the members of a set separated by spaces.
 *
 * <p>A spreadsheet runs a cell that begins like a formula. What policies and file names say is not to be run, so such a cell
 * gets an apostrophe in front.
 */
public final class ComparisonCsv implements ComparisonWriter {
    private final Writer out;
    private CSVPrinter printer;
    private List<ComparisonColumn> columns;

    /** Writes to {@code out}. */
    public ComparisonCsv(Writer out) {
        this.out = out;
    }

    @Override
    public void begin(ComparisonHead head) throws IOException {
        columns = new ArrayList<>(head.columns());
        columns.remove(ComparisonColumn.ID);
        columns.add(0, ComparisonColumn.ID);
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').setQuoteMode(QuoteMode.MINIMAL).get();
        printer = new CSVPrinter(out, format);
        printer.printRecord(columns.stream().map(ComparisonColumn::term));
    }

    @Override
    public void row(ComparisonRow row) throws IOException {
        printer.printRecord(columns.stream().map(column -> harmless(value(column, row.values(column)))));
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }

    private static String value(ComparisonColumn column, List<String> values) {
        return switch (column.kind()) {
            case WORD -> values.isEmpty() ? ComparisonColumn.UNSTATED : values.get(0);
            case TEXT -> values.isEmpty() ? "" : Excerpt.oneLine(values.get(0));
            default -> String.join(" ", values);
        };
    }

    /** The text as a cell that no spreadsheet takes for a formula. */
    static String harmless(String text) {
        // Full-width forms are taken for the plain ones by some.
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
