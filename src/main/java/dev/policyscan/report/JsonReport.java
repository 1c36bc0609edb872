package dev.policyscan.report;

import dev.policyscan.Policyscan;
import dev.policyscan.document.Section;
import dev.policyscan.facts.Category;
import dev.policyscan.facts.CategoryFact;
import dev.policyscan.facts.ChildrenFact;
import dev.policyscan.facts.Evidence;
import dev.policyscan.facts.PolicyFacts;
import dev.policyscan.facts.RetentionFact;
import dev.policyscan.facts.SetFact;
import dev.policyscan.facts.StanceFact;
import dev.policyscan.facts.ValueFact;
import dev.policyscan.statement.Statement;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a report as JSON, in the shape that {@link ReportSchema} describes. */
public final class JsonReport implements ReportWriter {
    /** About how many bytes the facts and the sections of a report take, and each of its clauses. */
    private static final int ROOM = 1 << 15;
    private static final int ROOM_OF_CLAUSE = 512;

    @Override
    public void write(PolicyReport report, Writer out) throws IOException {
        out.write(render(report));
    }

    @Override
    public String render(PolicyReport report) {
        return new String(bytes(report), StandardCharsets.UTF_8);
    }

    /** The report in UTF-8, ending with a line feed. */
    public byte[] bytes(PolicyReport report) {
        Writing writing = new Writing(ROOM + report.clauses().size() * ROOM_OF_CLAUSE);
        writing.report(report);
        return writing.json.line();
    }

    /** One report being written. */
    private static final class Writing {
        private final JsonText json;

        Writing(int capacity) {
            json = new JsonText(capacity);
        }

        void report(PolicyReport report) {
            json.beginObject();
            json.field("schema_version", PolicyReport.SCHEMA_VERSION);
            json.beginObject("tool");
            json.field("name", "policyscan");
            json.field("version", Policyscan.version());
            json.endObject();
            source(report.source());
            document(report.document());
            facts(report.facts());
            json.beginArray("clauses");
            for (PolicyReport.Clause clause : report.clauses()) {
                clause(clause);
            }
            json.endArray();
            json.beginArray("findings");
            for (PolicyReport.Finding finding : report.findings()) {
                finding(finding);
            }
            json.endArray();
            json.endObject();
        }

        private void source(PolicyReport.SourceInfo source) {
            json.beginObject("source");
            json.field("uri", source.uri());
            json.field("media_type", source.mediaType());
            json.field("charset", source.charset());
            json.field("bytes", source.bytes());
            json.field("sha256", source.sha256());
            if (source.origin() != null) {
                json.field("origin", source.origin());
                json.field("fetched", source.fetched() == null ? null : source.fetched().toString());
            }
            json.endObject();
        }

        private void document(PolicyReport.DocumentInfo document) {
            json.beginObject("document");
            json.field("title", document.title());
            json.field("company", document.company());
            json.field("language", document.language());
            json.field("words", document.words());
            json.field("is_privacy_policy", document.isPrivacyPolicy());
            json.beginArray("sections");
            for (PolicyReport.TopicSection topical : document.sections()) {
                Section section = topical.section();
                json.beginObject();
                json.field("id", section.id());
                json.field("parent", section.parent());
                json.field("level", section.level());
                json.field("title", section.title());
                place(section.start(), section.end(), section.line());
                terms("topics", topical.topics());
                json.endObject();
            }
            json.endArray();
            json.endObject();
        }

        private void facts(PolicyFacts facts) {
            json.beginObject("facts");
            date("last_updated", facts.lastUpdated());
            date("effective", facts.effective());
            json.beginObject("categories");
            for (Map.Entry<Category, CategoryFact> entry : facts.categories().entrySet()) {
                CategoryFact fact = entry.getValue();
                json.beginObject(entry.getKey().name());
                json.term("collected", fact.collected());
                json.term("basis", fact.basis());
                evidence(fact.evidence());
                json.endObject();
            }
            json.endObject();
            letters("disclosed", facts.disclosed());
            letters("sold_or_shared", facts.soldOrShared());
            stance("sale", facts.sale());
            stance("sharing", facts.sharing());
            stance("minors_sale", facts.minorsSale());
            retention(facts.retention());
            stance("dnt", facts.dnt());
            stance("gpc", facts.gpc());
            children(facts.children());
            terms("rights", facts.rights());
            json.beginObject("authorized_agent");
            json.field("value", Boolean.TRUE.equals(facts.authorizedAgent().value()));
            evidence(facts.authorizedAgent().evidence());
            json.endObject();
            terms("request_methods", facts.requestMethods());
            json.endObject();
        }

        private void date(String name, ValueFact<String> fact) {
            json.beginObject(name);
            json.field("value", fact.value());
            evidence(fact.evidence());
            json.endObject();
        }

        private void letters(String name, SetFact<Category> fact) {
            json.beginObject(name);
            letters("values", fact.values());
            evidence(fact.evidence());
            json.endObject();
        }

        private void terms(String name, SetFact<?> fact) {
            json.beginObject(name);
            terms("values", fact.values());
            evidence(fact.evidence());
            json.endObject();
        }

        private void stance(String name, StanceFact<?> fact) {
            json.beginObject(name);
            json.term("stance", fact.stance());
            evidence(fact.evidence());
            json.endObject();
        }

        private void retention(RetentionFact fact) {
            json.beginObject("retention");
            terms("kinds", fact.kinds());
            json.beginList("durations");
            for (String duration : fact.durations()) {
                json.value(duration);
            }
            json.endList();
            evidence(fact.evidence());
            json.endObject();
        }

        private void children(ChildrenFact fact) {
            json.beginObject("children");
            if (fact.age() == null) {
                json.field("age", null);
            } else {
                json.field("age", fact.age());
            }
            json.beginList("other_ages");
            for (int age : fact.otherAges()) {
                json.value(age);
            }
            json.endList();
            json.term("stance", fact.stance());
            evidence(fact.evidence());
            json.endObject();
        }

        private void evidence(List<Evidence> evidence) {
            json.beginArray("evidence");
            for (Evidence words : evidence) {
                json.beginObject();
                json.field("quote", words.quote());
                place(words.start(), words.end(), words.line());
                json.field("section", words.section());
                confidence(words.confidence());
                json.endObject();
            }
            json.endArray();
        }

        /** A clause takes one line: there are hundreds. */
        private void clause(PolicyReport.Clause clause) {
            json.beginLine();
            json.field("section", clause.section());
            place(clause.start(), clause.end(), clause.line());
            json.beginArray("topics");
            for (PolicyReport.ScoredTopic scored : clause.topics()) {
                json.beginLine();
                json.term("topic", scored.topic());
                confidence(scored.confidence());
                json.endLine();
            }
            json.endArray();
            letters("categories", clause.categories());
            json.beginArray("statements");
            for (Statement statement : clause.statements()) {
                json.beginLine();
                json.term("actor", statement.actor());
                json.term("practice", statement.practice());
                json.term("polarity", statement.polarity());
                json.term("modality", statement.modality());
                json.term("object", statement.object());
                json.term("speech", statement.speech());
                json.endLine();
            }
            json.endArray();
            json.endLine();
        }

        private void finding(PolicyReport.Finding finding) {
            json.beginObject();
            json.field("rule", finding.rule());
            json.field("severity", finding.severity());
            json.field("message", finding.message());
            json.field("statute", finding.statute());
            evidence(finding.evidence());
            json.endObject();
        }

        private void place(int start, int end, int line) {
            json.field("start", start);
            json.field("end", end);
            json.field("line", line);
        }

        private void confidence(double confidence) {
            // Two decimals are all that is known.
            json.name("confidence").hundredths(Math.round(confidence * 100));
        }

        private void letters(String name, List<Category> letters) {
            json.beginList(name);
            for (Category letter : letters) {
                json.value(letter.name());
            }
            json.endList();
        }

        private void terms(String name, List<? extends Enum<?>> terms) {
            json.beginList(name);
            for (Enum<?> term : terms) {
                json.term(term);
            }
            json.endList();
        }
    }
}
