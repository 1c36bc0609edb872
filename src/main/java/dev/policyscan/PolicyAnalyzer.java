package dev.policyscan;

import dev.policyscan.classify.Lexicon;
import dev.policyscan.classify.TopicModel;
import dev.policyscan.document.DocumentReader;
import dev.policyscan.document.Language;
import dev.policyscan.document.PolicyDocument;
import dev.policyscan.facts.FactsReader;
import dev.policyscan.facts.PolicyFacts;
import dev.policyscan.report.PolicyReport;
import dev.policyscan.report.PolicyReport.DocumentInfo;
import dev.policyscan.report.PolicyReport.SourceInfo;
import dev.policyscan.report.PolicyReport.TopicSection;
import dev.policyscan.source.Decoded;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import dev.policyscan.source.web.PageCheck;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.PolicyRecognizer;
import java.util.ArrayList;
import java.util.List;

/** Reads policies. Immutable and thread-safe; analysis does no I/O, and the same bytes give the same report. */
public final class PolicyAnalyzer {
    private final DocumentReader documents = new DocumentReader();
    private final Lexicon lexicon = Lexicon.load();
    private final TopicModel topics = TopicModel.load(lexicon);

    PolicyAnalyzer() {}

    /**
     * Reads one policy. A text that is not a privacy policy in English gets a report that says so and states no fact.
     *
     * @throws SourceException if the source holds no text that can be read, or is a web page that only stands before a policy
     */
    public PolicyReport analyze(Source source) throws SourceException {
        Decoded decoded = source.mediaType().isText() ? source.decode() : null;
        PolicyDocument document = decoded == null ? documents.read(source) : documents.read(source.mediaType(), decoded.text());
        PageCheck.refuse(source, document.text());
        PolicyReading reading = PolicyReading.of(document, lexicon);
        String language = Language.of(document.text());
        boolean readable = language.equals("en") || language.equals(Language.UNDETERMINED);
        boolean policy = readable && PolicyRecognizer.isPrivacyPolicy(reading);
        PolicyFacts facts = policy ? FactsReader.read(reading) : PolicyFacts.NONE;
        List<PolicyReport.Clause> clauses = new ArrayList<>();
        int words = 0;
        for (Clause clause : reading.clauses()) {
            words += clause.words();
            if (policy) {
                clauses.add(new PolicyReport.Clause(document.sectionId(clause.block()), clause.start(), clause.end(), document.lineAt(clause.start()),
                        topics.topics(clause.tokens(), clause.printedFrom(), clause.to()), clause.categories(), clause.statements()));
            }
        }
        List<TopicSection> sections = SectionTopics.of(document.sections(), clauses);
        return new PolicyReport(
                new SourceInfo(source.uri(), source.mediaType().iana(), decoded == null ? null : decoded.charset(), source.bytes().length, source.sha256(), source.origin(),
                        source.fetched()),
                new DocumentInfo(document.title(), policy ? reading.company() : null, language, words, policy, sections),
                facts, clauses, List.of());
    }
}
