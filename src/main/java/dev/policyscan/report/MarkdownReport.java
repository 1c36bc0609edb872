package dev.policyscan.report;

import dev.policyscan.facts.Evidence;
import dev.policyscan.statement.Statement.Practice;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes a report as GitHub shows Markdown: in a pull request's comment, an issue, a job's summary. */
public final class MarkdownReport implements ReportWriter {
    private static final int QUOTE = 300;

    @Override
    public void write(PolicyReport report, Writer out) throws IOException {
        Summary summary = new Summary(report);
        out.write("# " + escape(summary.title()) + "\n\n");
        String company = report.document().company();
        out.write((company == null ? "" : "**" + escape(Excerpt.oneLine(company)) + "** · ") + code(Excerpt.oneLine(report.source().uri())) + "\n\n");
        String origin = summary.origin();
        if (origin != null) {
            out.write(escape(origin) + "\n\n");
        }
        if (!summary.readable()) {
            out.write(escape(summary.whyNot()) + "\n");
            return;
        }
        out.write("| | Category | Collected | Basis | Disclosed | Sold or shared |\n|---|---|---|---|---|---|\n");
        for (Summary.CategoryRow row : summary.categories()) {
            out.write("| " + row.category() + " | " + row.category().title() + " | " + row.answer() + " | " + row.ground() + " | "
                    + (row.disclosed() ? "yes" : Summary.NOTHING) + " | " + (row.soldOrShared() ? "**yes**" : Summary.NOTHING) + " |\n");
        }
        out.write('\n');
        for (Summary.FactRow row : summary.facts()) {
            String value = escape(row.value());
            out.write("- **" + escape(row.label()) + "**: " + (row.tone() == Summary.Tone.ALARM ? "**" + value + "**" : value) + "\n");
            quotes(summary, row.quotes(), row.practices(), row.furtherLines(), out);
        }
        if (!report.findings().isEmpty()) {
            out.write("\n## Findings\n\n");
            for (PolicyReport.Finding finding : report.findings()) {
                String statute = finding.statute() == null ? "" : " (" + escape(Excerpt.oneLine(finding.statute())) + ")";
                out.write("- **" + escape(finding.severity()) + "**: " + escape(Excerpt.oneLine(finding.message())) + statute + "\n");
                quotes(summary, finding.evidence(), EnumSet.noneOf(Practice.class), List.of(), out);
            }
        }
        out.write("\n_" + escape(Summary.DISCLAIMER) + "_\n");
    }

    private static void quotes(Summary summary, List<Evidence> quotes, Set<Practice> practices, List<Integer> furtherLines, Writer out)
            throws IOException {
        for (int i = 0; i < quotes.size(); i++) {
            Evidence words = quotes.get(i);
            List<Integer> further = i == quotes.size() - 1 ? furtherLines : List.of();
            out.write("  > “" + escape(summary.excerpt(words, practices, QUOTE)) + "” (" + Summary.place(words, further) + ")\n");
            if (i < quotes.size() - 1) {
                out.write("  >\n");
            }
        }
    }

    /** The text as Markdown that shows just this text: no mark-up, no HTML, no entity, and nobody mentioned. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean opens = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean precedesWord = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
            if ("\\`*_{}[]<>#|~&!$".indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else {
                out.append(c);
            }
            // GitHub links mentions and issue numbers after Markdown is done with escapes; a comment within breaks them up.
            if ((c == '@' && opens || c == '#') && precedesWord) {
                out.append("<!-- -->");
            }
        }
        return out.toString();
    }

    private static String code(String text) {
        int longest = 0;
        int run = 0;
        for (int at = 0; at < text.length(); at++) {
            run = text.charAt(at) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String space = longest == 0 ? "" : " ";
        return fence + space + text + space + fence;
    }
}
