package dev.policyscan;

import dev.policyscan.classify.Lexicon;
import dev.policyscan.document.DocumentReader;
import dev.policyscan.document.Language;
import dev.policyscan.document.PolicyDocument;
import dev.policyscan.facts.FactsReader;
import dev.policyscan.facts.PolicyFacts;
import dev.policyscan.report.PolicyReport;
import dev.policyscan.report.PolicyReport.Clause;
import dev.policyscan.report.PolicyReport.DocumentInfo;
import dev.policyscan.report.PolicyReport.SourceInfo;
import dev.policyscan.report.PolicyReport.TopicSection;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import dev.policyscan.source.web.PageCheck;
import dev.policyscan.statement.PolicyReading;
import java.util.ArrayList;
import java.util.List;

/** Reads policies. Immutable and thread-safe; analysis does no I/O, and the same bytes give the same report. */
public final class PolicyAnalyzer {
    private final DocumentReader documents = new DocumentReader();
    private final Lexicon lexicon = Lexicon.load();

    PolicyAnalyzer() {}

    /**
     * Reads one policy.
     *
     * @throws SourceException if the source holds no text that can be read, or is a web page that only stands before a policy
     */
    public PolicyReport analyze(Source source) throws SourceException {
        PolicyDocument document = documents.read(source);
        PageCheck.refuse(source, document.text());
        PolicyReading reading = PolicyReading.of(document, lexicon);
        PolicyFacts facts = FactsReader.read(reading);
        List<Clause> clauses = new ArrayList<>();
        for (dev.policyscan.statement.Clause c : reading.clauses()) {
            clauses.add(new Clause(document.sectionId(c.block()), c.start(), c.end(), document.lineAt(c.start()), List.of(), c.categories(), c.statements()));
        }
        List<TopicSection> sections = document.sections().stream().map(s -> new TopicSection(s, List.of())).toList();
        return new PolicyReport(
                new SourceInfo(source.uri(), source.mediaType().iana(), null, source.bytes().length, source.sha256(), source.origin(), source.fetched()),
                new DocumentInfo(document.title(), null, Language.of(document.text()), 0, true, sections), facts, clauses, List.of());
    }
}
