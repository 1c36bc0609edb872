package dev.policyscan.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.policyscan.Policyscan;
import dev.policyscan.classify.Topic;
import dev.policyscan.document.Section;
import dev.policyscan.facts.Category;
import dev.policyscan.facts.CategoryFact;
import dev.policyscan.facts.ChildrenFact;
import dev.policyscan.facts.Evidence;
import dev.policyscan.facts.PolicyFacts;
import dev.policyscan.facts.RetentionFact;
import dev.policyscan.facts.SetFact;
import dev.policyscan.facts.StanceFact;
import dev.policyscan.facts.Term;
import dev.policyscan.facts.ValueFact;
import dev.policyscan.statement.Statement;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes a report as JSON, in the shape that {@link ReportSchema} describes. */
public final class JsonReport implements ReportWriter {
    // Streaming only: data binding would cost a cold start more than all else here.
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public void write(PolicyReport report, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            new Writing(json).report(report);
        }
        out.write('\n');
    }

    /** One report being written. */
    private static final class Writing {
        private final JsonGenerator json;
        private final Layout layout = new Layout();

        Writing(JsonGenerator json) {
            this.json = json.setPrettyPrinter(layout);
        }

        void report(PolicyReport report) throws IOException {
            json.writeStartObject();
            json.writeStringField("schema_version", PolicyReport.SCHEMA_VERSION);
            json.writeObjectFieldStart("tool");
            json.writeStringField("name", "policyscan");
            json.writeStringField("version", Policyscan.version());
            json.writeEndObject();
            source(report.source());
            document(report.document());
            facts(report.facts());
            json.writeArrayFieldStart("clauses");
            for (PolicyReport.Clause clause : report.clauses()) {
                clause(clause);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("findings");
            for (PolicyReport.Finding finding : report.findings()) {
                finding(finding);
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void source(PolicyReport.SourceInfo source) throws IOException {
            json.writeObjectFieldStart("source");
            json.writeStringField("uri", source.uri());
            json.writeStringField("media_type", source.mediaType());
            json.writeStringField("charset", source.charset());
            json.writeNumberField("bytes", source.bytes());
            json.writeStringField("sha256", source.sha256());
            if (source.origin() != null) {
                json.writeStringField("origin", source.origin());
                json.writeStringField("fetched", source.fetched() == null ? null : source.fetched().toString());
            }
            json.writeEndObject();
        }

        private void document(PolicyReport.DocumentInfo document) throws IOException {
            json.writeObjectFieldStart("document");
            json.writeStringField("title", document.title());
            json.writeStringField("company", document.company());
            json.writeStringField("language", document.language());
            json.writeNumberField("words", document.words());
            json.writeBooleanField("is_privacy_policy", document.isPrivacyPolicy());
            json.writeArrayFieldStart("sections");
            for (PolicyReport.TopicSection topical : document.sections()) {
                Section section = topical.section();
                json.writeStartObject();
                json.writeStringField("id", section.id());
                json.writeStringField("parent", section.parent());
                json.writeNumberField("level", section.level());
                json.writeStringField("title", section.title());
                place(section.start(), section.end(), section.line());
                words("topics", topical.topics(), Topic::term);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void facts(PolicyFacts facts) throws IOException {
            json.writeObjectFieldStart("facts");
            date("last_updated", facts.lastUpdated());
            date("effective", facts.effective());
            json.writeObjectFieldStart("categories");
            for (Map.Entry<Category, CategoryFact> entry : facts.categories().entrySet()) {
                CategoryFact fact = entry.getValue();
                json.writeObjectFieldStart(entry.getKey().name());
                json.writeStringField("collected", fact.collected().term());
                json.writeStringField("basis", fact.basis() == null ? null : fact.basis().term());
                evidence(fact.evidence());
                json.writeEndObject();
            }
            json.writeEndObject();
            set("disclosed", facts.disclosed(), Category::name);
            set("sold_or_shared", facts.soldOrShared(), Category::name);
            stance("sale", facts.sale());
            stance("sharing", facts.sharing());
            stance("minors_sale", facts.minorsSale());
            retention(facts.retention());
            stance("dnt", facts.dnt());
            stance("gpc", facts.gpc());
            children(facts.children());
            set("rights", facts.rights(), Term::term);
            json.writeObjectFieldStart("authorized_agent");
            json.writeBooleanField("value", Boolean.TRUE.equals(facts.authorizedAgent().value()));
            evidence(facts.authorizedAgent().evidence());
            json.writeEndObject();
            set("request_methods", facts.requestMethods(), Term::term);
            json.writeEndObject();
        }

        private void date(String name, ValueFact<String> fact) throws IOException {
            json.writeObjectFieldStart(name);
            json.writeStringField("value", fact.value());
            evidence(fact.evidence());
            json.writeEndObject();
        }

        private <E extends Enum<E>> void set(String name, SetFact<E> fact, Function<? super E, String> term) throws IOException {
            json.writeObjectFieldStart(name);
            words("values", fact.values(), term);
            evidence(fact.evidence());
            json.writeEndObject();
        }

        private void stance(String name, StanceFact<?> fact) throws IOException {
            json.writeObjectFieldStart(name);
            json.writeStringField("stance", fact.stance().term());
            evidence(fact.evidence());
            json.writeEndObject();
        }

        private void retention(RetentionFact fact) throws IOException {
            json.writeObjectFieldStart("retention");
            words("kinds", fact.kinds(), Term::term);
            words("durations", fact.durations(), Function.identity());
            evidence(fact.evidence());
            json.writeEndObject();
        }

        private void children(ChildrenFact fact) throws IOException {
            json.writeObjectFieldStart("children");
            if (fact.age() == null) {
                json.writeNullField("age");
            } else {
                json.writeNumberField("age", fact.age());
            }
            json.writeFieldName("other_ages");
            layout.inline = true;
            json.writeStartArray();
            for (int age : fact.otherAges()) {
                json.writeNumber(age);
            }
            json.writeEndArray();
            layout.inline = false;
            json.writeStringField("stance", fact.stance().term());
            evidence(fact.evidence());
            json.writeEndObject();
        }

        private void evidence(List<Evidence> evidence) throws IOException {
            json.writeArrayFieldStart("evidence");
            for (Evidence words : evidence) {
                json.writeStartObject();
                json.writeStringField("quote", words.quote());
                place(words.start(), words.end(), words.line());
                json.writeStringField("section", words.section());
                confidence(words.confidence());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void clause(PolicyReport.Clause clause) throws IOException {
            json.writeStartObject();
            json.writeStringField("section", clause.section());
            place(clause.start(), clause.end(), clause.line());
            json.writeArrayFieldStart("topics");
            for (PolicyReport.ScoredTopic scored : clause.topics()) {
                json.writeStartObject();
                layout.inline = true;
                json.writeStringField("topic", scored.topic().term());
                confidence(scored.confidence());
                json.writeEndObject();
                layout.inline = false;
            }
            json.writeEndArray();
            words("categories", clause.categories(), Category::name);
            json.writeArrayFieldStart("statements");
            for (Statement statement : clause.statements()) {
                json.writeStartObject();
                layout.inline = true;
                json.writeStringField("actor", Statement.term(statement.actor()));
                json.writeStringField("practice", Statement.term(statement.practice()));
                json.writeStringField("polarity", Statement.term(statement.polarity()));
                json.writeStringField("modality", Statement.term(statement.modality()));
                json.writeStringField("object", Statement.term(statement.object()));
                json.writeStringField("speech", Statement.term(statement.speech()));
                json.writeEndObject();
                layout.inline = false;
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void finding(PolicyReport.Finding finding) throws IOException {
            json.writeStartObject();
            json.writeStringField("rule", finding.rule());
            json.writeStringField("severity", finding.severity());
            json.writeStringField("message", finding.message());
            json.writeStringField("statute", finding.statute());
            evidence(finding.evidence());
            json.writeEndObject();
        }

        private void place(int start, int end, int line) throws IOException {
            json.writeNumberField("start", start);
            json.writeNumberField("end", end);
            json.writeNumberField("line", line);
        }

        private void confidence(double confidence) throws IOException {
            json.writeFieldName("confidence");
            // Two decimals are all that is known; as a decimal, so that no platform prints them in another way.
            json.writeNumber(BigDecimal.valueOf(Math.round(confidence * 100), 2).stripTrailingZeros().toPlainString());
        }

        private <E> void words(String name, List<E> values, Function<? super E, String> word) throws IOException {
            json.writeFieldName(name);
            layout.inline = true;
            json.writeStartArray();
            for (E value : values) {
                json.writeString(word.apply(value));
            }
            json.writeEndArray();
            layout.inline = false;
        }
    }

    /** Two spaces a level and line feeds on every platform; what is written while {@code inline} is set stays on its line. */
    private static final class Layout implements PrettyPrinter {
        private boolean inline;
        private int depth;

        private void breakLine(JsonGenerator json) throws IOException {
            if (!inline) {
                json.writeRaw('\n');
                for (int i = 0; i < depth; i++) {
                    json.writeRaw("  ");
                }
            }
        }

        private void separate(JsonGenerator json) throws IOException {
            json.writeRaw(inline ? ", " : ",");
            breakLine(json);
        }

        private void close(JsonGenerator json, int entries, char bracket) throws IOException {
            depth--;
            if (entries > 0) {
                breakLine(json);
            }
            json.writeRaw(bracket);
        }

        @Override
        public void writeRootValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw('\n');
        }

        @Override
        public void writeStartObject(JsonGenerator json) throws IOException {
            json.writeRaw('{');
            depth++;
        }

        @Override
        public void beforeObjectEntries(JsonGenerator json) throws IOException {
            breakLine(json);
        }

        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
            separate(json);
        }

        @Override
        public void writeEndObject(JsonGenerator json, int entries) throws IOException {
            close(json, entries, '}');
        }

        @Override
        public void writeStartArray(JsonGenerator json) throws IOException {
            json.writeRaw('[');
            depth++;
        }

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            breakLine(json);
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            separate(json);
        }

        @Override
        public void writeEndArray(JsonGenerator json, int values) throws IOException {
            close(json, values, ']');
        }
    }
}
