package dev.policyscan.diff;

import dev.policyscan.PolicyAnalyzer;
import dev.policyscan.document.DocumentReader;
import dev.policyscan.document.PolicyDocument;
import dev.policyscan.report.PolicyReport;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.util.Objects;

/**
 * One of the two versions that are compared.
 *
 * @param report what the version says
 * @param document its text; null for a saved report, which holds quotes only
 */
public record Version(PolicyReport report, PolicyDocument document) {
    private static final DocumentReader DOCUMENTS = new DocumentReader();

    public Version {
        Objects.requireNonNull(report, "report");
    }

    /**
     * Reads a version.
     *
     * @throws SourceException if the source holds no text that can be read
     */
    public static Version of(Source source, PolicyAnalyzer analyzer) throws SourceException {
        return new Version(analyzer.analyze(source), DOCUMENTS.read(source));
    }

    /**
     * A version that is not there, such as that of a file before it was added: without text and without facts.
     *
     * @param uri what to call it
     */
    public static Version absent(String uri) {
        return new Version(SavedReport.silent(uri), SavedReport.NO_TEXT);
    }
}
