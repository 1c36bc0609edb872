package dev.policyscan.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.policyscan.facts.Category;
import dev.policyscan.facts.CategoryFact;
import dev.policyscan.facts.Evidence;
import dev.policyscan.facts.PolicyFacts;
import dev.policyscan.facts.StanceFact;
import dev.policyscan.facts.Term;
import dev.policyscan.facts.ValueFact;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One policy of a comparison: its facts as words, each with the best quote behind it.
 *
 * @param id its name in the comparison, unique there
 * @param source the input as it was named
 * @param sha256 the digest of its bytes
 * @param title its title; null where it has none
 * @param company the company whose policy it is; null where it names none
 * @param language ISO 639-1 code of its language
 * @param words number of words
 * @param isPrivacyPolicy whether it is a privacy policy in English
 * @param cells its facts; every column that {@link ComparisonColumn#isFact} has one
 * @param findings the rules it broke
 * @param severities how badly
 * @param similarTo the id of the policy whose text is nearly the same; null where there is none
 */
public record ComparisonRow(
        String id, String source, String sha256, String title, String company, String language, int words, boolean isPrivacyPolicy,
        Map<ComparisonColumn, Cell> cells, List<String> findings, List<String> severities, String similarTo) {

    public ComparisonRow {
        cells = Collections.unmodifiableMap(new EnumMap<>(cells));
        findings = List.copyOf(findings);
        severities = List.copyOf(severities);
    }

    /**
     * A fact.
     *
     * @param values its words; none where the policy is silent
     * @param basis what a yes or no about a category rests on; null elsewhere
     * @param evidence the best quote behind it; null where the policy is silent
     */
    public record Cell(List<String> values, String basis, Evidence evidence) {
        static final Cell SILENT = new Cell(List.of(), null, null);

        public Cell {
            values = List.copyOf(values);
        }
    }

    /** The row of a report. */
    public static ComparisonRow of(String id, PolicyReport report) {
        PolicyFacts facts = report.facts();
        Map<ComparisonColumn, Cell> cells = new EnumMap<>(ComparisonColumn.class);
        cells.put(ComparisonColumn.LAST_UPDATED, date(facts.lastUpdated()));
        cells.put(ComparisonColumn.EFFECTIVE, date(facts.effective()));
        cells.put(ComparisonColumn.SALE, stance(facts.sale()));
        cells.put(ComparisonColumn.SHARING, stance(facts.sharing()));
        cells.put(ComparisonColumn.MINORS_SALE, stance(facts.minorsSale()));
        cells.put(ComparisonColumn.RETENTION, cell(terms(facts.retention().kinds()), facts.retention().evidence()));
        cells.put(ComparisonColumn.RETENTION_DURATIONS, cell(facts.retention().durations(), facts.retention().evidence()));
        cells.put(ComparisonColumn.DNT, stance(facts.dnt()));
        cells.put(ComparisonColumn.GPC, stance(facts.gpc()));
        cells.put(ComparisonColumn.CHILDREN, cell(stated(facts.children().stance().term()), facts.children().evidence()));
        Integer age = facts.children().age();
        cells.put(ComparisonColumn.CHILDREN_AGE, cell(age == null ? List.of() : List.of(age.toString()), facts.children().evidence()));
        cells.put(ComparisonColumn.RIGHTS, cell(terms(facts.rights().values()), facts.rights().evidence()));
        boolean agent = Boolean.TRUE.equals(facts.authorizedAgent().value());
        cells.put(ComparisonColumn.AUTHORIZED_AGENT, cell(agent ? List.of("yes") : List.of(), facts.authorizedAgent().evidence()));
        cells.put(ComparisonColumn.REQUEST_METHODS, cell(terms(facts.requestMethods().values()), facts.requestMethods().evidence()));
        for (ComparisonColumn column : ComparisonColumn.categories()) {
            CategoryFact fact = facts.categories().get(column.category());
            List<String> values = stated(fact.collected().term());
            cells.put(column, new Cell(values, fact.basis() == null ? null : fact.basis().term(), best(values, fact.evidence())));
        }
        cells.put(ComparisonColumn.DISCLOSED, cell(names(facts.disclosed().values()), facts.disclosed().evidence()));
        cells.put(ComparisonColumn.SOLD_OR_SHARED, cell(names(facts.soldOrShared().values()), facts.soldOrShared().evidence()));
        TreeSet<String> findings = new TreeSet<>();
        TreeSet<String> severities = new TreeSet<>();
        for (PolicyReport.Finding finding : report.findings()) {
            findings.add(finding.rule());
            severities.add(finding.severity());
        }
        PolicyReport.DocumentInfo document = report.document();
        return new ComparisonRow(id, report.source().uri(), report.source().sha256(), document.title(), document.company(), document.language(),
                document.words(), document.isPrivacyPolicy(), cells, List.copyOf(findings), List.copyOf(severities), null);
    }

    /** The row of a saved JSON report. */
    public static ComparisonRow ofReport(String id, JsonNode report) {
        JsonNode facts = report.path("facts");
        Map<ComparisonColumn, Cell> cells = new EnumMap<>(ComparisonColumn.class);
        for (ComparisonColumn column : ComparisonColumn.facts()) {
            JsonNode fact = switch (column) {
                case RETENTION_DURATIONS -> facts.path("retention");
                case CHILDREN_AGE -> facts.path("children");
                default -> column.category() == null ? facts.path(column.term()) : facts.path("categories").path(column.term());
            };
            List<String> values = new ArrayList<>();
            switch (column) {
                case LAST_UPDATED, EFFECTIVE -> text(fact.path("value"), values::add);
                case AUTHORIZED_AGENT -> values.addAll(fact.path("value").asBoolean() ? List.of("yes") : List.of());
                case CHILDREN_AGE -> text(fact.path("age"), values::add);
                case RETENTION -> fact.path("kinds").forEach(kind -> values.add(kind.asText()));
                case RETENTION_DURATIONS -> fact.path("durations").forEach(duration -> values.add(duration.asText()));
                case RIGHTS, REQUEST_METHODS, DISCLOSED, SOLD_OR_SHARED -> fact.path("values").forEach(word -> values.add(word.asText()));
                default -> values.addAll(stated(fact.path(column.category() == null ? "stance" : "collected").asText()));
            }
            String basis = fact.path("basis").asText(null);
            cells.put(column, new Cell(values, column.category() == null ? null : basis, values.isEmpty() ? null : evidence(fact.path("evidence").path(0))));
        }
        TreeSet<String> findings = new TreeSet<>();
        TreeSet<String> severities = new TreeSet<>();
        for (JsonNode finding : report.path("findings")) {
            findings.add(finding.path("rule").asText());
            severities.add(finding.path("severity").asText());
        }
        JsonNode document = report.path("document");
        return new ComparisonRow(id, report.at("/source/uri").asText(), report.at("/source/sha256").asText(null), document.path("title").asText(null),
                document.path("company").asText(null), document.path("language").asText(), document.path("words").asInt(),
                document.path("is_privacy_policy").asBoolean(), cells, List.copyOf(findings), List.copyOf(severities), null);
    }

    /** Reads what {@link #write} wrote. */
    public static ComparisonRow ofRow(JsonNode row) {
        Map<ComparisonColumn, Cell> cells = new EnumMap<>(ComparisonColumn.class);
        for (ComparisonColumn column : ComparisonColumn.facts()) {
            JsonNode cell = row.path("facts").path(column.term());
            List<String> values = new ArrayList<>();
            if (cell.has("values")) {
                cell.path("values").forEach(word -> values.add(word.asText()));
            } else {
                text(cell.path("value"), word -> values.addAll(stated(word)));
            }
            cells.put(column, values.isEmpty() ? Cell.SILENT : new Cell(values, cell.path("basis").asText(null), evidence(cell.path("evidence"))));
        }
        List<String> findings = new ArrayList<>();
        row.path("findings").forEach(word -> findings.add(word.asText()));
        List<String> severities = new ArrayList<>();
        row.path("severity").forEach(word -> severities.add(word.asText()));
        return new ComparisonRow(row.path("id").asText(), row.path("source").asText(), row.path("sha256").asText(null), row.path("title").asText(null),
                row.path("company").asText(null), row.path("language").asText(), row.path("words").asInt(),
                row.path("is_privacy_policy").asBoolean(), cells, findings, severities, row.path("similar_to").asText(null));
    }

    /** Writes the row as a JSON object with the facts of these columns. */
    public void write(JsonGenerator json, List<ComparisonColumn> columns) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("source", source);
        json.writeStringField("sha256", sha256);
        json.writeStringField("title", title);
        json.writeStringField("company", company);
        json.writeStringField("language", language);
        json.writeNumberField("words", words);
        json.writeBooleanField("is_privacy_policy", isPrivacyPolicy);
        json.writeStringField("similar_to", similarTo);
        words(json, "stands_out", marks().stream().map(ComparisonMark::term).toList());
        words(json, "findings", findings);
        words(json, "severity", severities);
        json.writeObjectFieldStart("facts");
        for (ComparisonColumn column : columns) {
            if (column.isFact()) {
                json.writeFieldName(column.term());
                cell(json, column, cells.getOrDefault(column, Cell.SILENT));
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void cell(JsonGenerator json, ComparisonColumn column, Cell cell) throws IOException {
        json.writeStartObject();
        switch (column.kind()) {
            case SET, DURATIONS -> words(json, "values", cell.values());
            case NUMBER -> {
                json.writeFieldName("value");
                if (cell.values().isEmpty()) {
                    json.writeNull();
                } else {
                    json.writeNumber(Integer.parseInt(cell.values().get(0)));
                }
            }
            case DATE -> json.writeStringField("value", cell.values().isEmpty() ? null : cell.values().get(0));
            default -> json.writeStringField("value", cell.values().isEmpty() ? ComparisonColumn.UNSTATED : cell.values().get(0));
        }
        if (column.category() != null) {
            json.writeStringField("basis", cell.basis());
        }
        Evidence words = cell.evidence();
        if (words == null) {
            json.writeNullField("evidence");
        } else {
            json.writeObjectFieldStart("evidence");
            json.writeStringField("quote", words.quote());
            json.writeNumberField("start", words.start());
            json.writeNumberField("end", words.end());
            json.writeNumberField("line", words.line());
            json.writeStringField("section", words.section());
            json.writeFieldName("confidence");
            json.writeNumber(BigDecimal.valueOf(Math.round(words.confidence() * 100), 2).stripTrailingZeros().toPlainString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void words(JsonGenerator json, String name, List<String> words) throws IOException {
        json.writeArrayFieldStart(name);
        for (String word : words) {
            json.writeString(word);
        }
        json.writeEndArray();
    }

    /** What the policy says in a column; nothing where it is silent. */
    public List<String> values(ComparisonColumn column) {
        return switch (column) {
            case ID -> List.of(id);
            case COMPANY -> company == null ? List.of() : List.of(company);
            case TITLE -> title == null ? List.of() : List.of(title);
            case SOURCE -> List.of(source);
            case LANGUAGE -> List.of(language);
            case WORDS -> List.of(Integer.toString(words));
            case IS_PRIVACY_POLICY -> List.of(isPrivacyPolicy ? "yes" : "no");
            case FINDINGS -> findings;
            case SEVERITY -> severities;
            case STANDS_OUT -> marks().stream().map(ComparisonMark::term).toList();
            case SIMILAR_TO -> similarTo == null ? List.of() : List.of(similarTo);
            default -> cells.getOrDefault(column, Cell.SILENT).values();
        };
    }

    /** What makes it stand out, the gravest first. */
    public List<ComparisonMark> marks() {
        if (!isPrivacyPolicy || !language.equals("en")) {
            return List.of(ComparisonMark.NOT_READ);
        }
        List<ComparisonMark> marks = new ArrayList<>();
        List<String> sale = values(ComparisonColumn.SALE);
        List<String> retention = values(ComparisonColumn.RETENTION);
        if (sale.contains("sells")) {
            marks.add(ComparisonMark.SELLS);
        } else if (sale.contains("mixed")) {
            marks.add(ComparisonMark.MIXED_ON_SALE);
        }
        if (retention.contains("indefinite")) {
            marks.add(ComparisonMark.KEEPS_WITHOUT_END);
        }
        if (sale.isEmpty()) {
            marks.add(ComparisonMark.SILENT_ON_SALE);
        }
        if (retention.isEmpty()) {
            marks.add(ComparisonMark.SILENT_ON_RETENTION);
        }
        if (values(ComparisonColumn.RIGHTS).isEmpty()) {
            marks.add(ComparisonMark.SILENT_ON_RIGHTS);
        }
        return marks;
    }

    /** How much it stands out: the more, the larger; below zero where no facts were read. */
    public int prominence() {
        List<ComparisonMark> marks = marks();
        return marks.contains(ComparisonMark.NOT_READ) ? -1 : marks.stream().mapToInt(ComparisonMark::weight).sum();
    }

    /** The row with the policy it resembles. */
    public ComparisonRow similarTo(String other) {
        return new ComparisonRow(id, source, sha256, title, company, language, words, isPrivacyPolicy, cells, findings, severities, other);
    }

    /** The row under another name. */
    public ComparisonRow named(String name) {
        return new ComparisonRow(name, source, sha256, title, company, language, words, isPrivacyPolicy, cells, findings, severities, similarTo);
    }

    /** What to call the policy: its company, else its id. */
    public String name() {
        String shown = company == null ? "" : Excerpt.oneLine(company);
        return shown.isEmpty() ? id : shown;
    }

    private static Cell date(ValueFact<String> fact) {
        return cell(fact.value() == null ? List.of() : List.of(fact.value()), fact.evidence());
    }

    private static Cell stance(StanceFact<?> fact) {
        return cell(stated(fact.stance().term()), fact.evidence());
    }

    private static Cell cell(List<String> values, List<Evidence> evidence) {
        return values.isEmpty() ? Cell.SILENT : new Cell(values, null, best(values, evidence));
    }

    private static Evidence best(List<String> values, List<Evidence> evidence) {
        return values.isEmpty() || evidence.isEmpty() ? null : rounded(evidence.get(0));
    }

    /** As precise as reports are, so that a row is the same whether it comes from a report or from its file. */
    private static Evidence rounded(Evidence words) {
        return new Evidence(words.quote(), words.start(), words.end(), words.line(), words.section(), Math.round(words.confidence() * 100) / 100.0);
    }

    private static List<String> stated(String word) {
        return word.isEmpty() || word.equals(ComparisonColumn.UNSTATED) ? List.of() : List.of(word);
    }

    private static List<String> terms(List<? extends Term> terms) {
        return terms.stream().map(Term::term).toList();
    }

    private static List<String> names(List<Category> letters) {
        return letters.stream().map(Category::name).toList();
    }

    private static void text(JsonNode node, Consumer<String> then) {
        if (node.isValueNode() && !node.isNull()) {
            then.accept(node.asText());
        }
    }

    private static Evidence evidence(JsonNode node) {
        String quote = node.path("quote").asText("");
        int start = node.path("start").asInt();
        return quote.isEmpty() || start < 0 ? null : new Evidence(quote, start, start + quote.length(), node.path("line").asInt(),
                node.path("section").asText(null), node.path("confidence").asDouble());
    }
}
