package dev.policyscan.report;

import dev.policyscan.classify.Topic;
import dev.policyscan.document.Section;
import dev.policyscan.facts.Category;
import dev.policyscan.facts.Evidence;
import dev.policyscan.facts.PolicyFacts;
import dev.policyscan.statement.Statement;
import java.time.Instant;
import java.util.List;

/**
 * All that is known of one policy: what was read, how it is built, what it says. Immutable.
 *
 * @param source what was read
 * @param document what the document is
 * @param facts what it says
 * @param clauses its clauses with their topics and statements, in text order
 * @param findings what is missing or contradicts itself
 */
public record PolicyReport(
        SourceInfo source, DocumentInfo document, PolicyFacts facts, List<Clause> clauses, List<Finding> findings) {
    /** The version of the report's shape, printed as {@code schema_version}. */
    public static final String SCHEMA_VERSION = "1.0";

    public PolicyReport {
        clauses = List.copyOf(clauses);
        findings = List.copyOf(findings);
    }

    /**
     * What was read.
     *
     * @param uri the input as it was named: a path, a URL, or {@code -} for standard input
     * @param mediaType the IANA media type it was read as
     * @param charset the character encoding it was decoded with; null for binary formats
     * @param bytes its size
     * @param sha256 the digest of its bytes, lower-case hexadecimal
     * @param origin the address on the web that it came from, after redirects; null where it is not known to come from there
     * @param fetched when it was fetched from there; null where there is no origin
     */
    public record SourceInfo(String uri, String mediaType, String charset, long bytes, String sha256, String origin, Instant fetched) {
        /** Of an input that is not known to come from the web. */
        public SourceInfo(String uri, String mediaType, String charset, long bytes, String sha256) {
            this(uri, mediaType, charset, bytes, sha256, null, null);
        }
    }

    /**
     * What the document is.
     *
     * @param title its title; null where it has none
     * @param company the company whose policy it is; null where it names none
     * @param language ISO 639-1 code of its language, {@code und} where there is too little text to tell
     * @param words number of words
     * @param isPrivacyPolicy whether it is a privacy policy in English, the only thing facts are read from
     * @param sections its sections in text order
     */
    public record DocumentInfo(
            String title, String company, String language, int words, boolean isPrivacyPolicy, List<TopicSection> sections) {
        public DocumentInfo {
            sections = List.copyOf(sections);
        }
    }

    /**
     * A section and what it is about.
     *
     * @param section the section
     * @param topics the topics of its clauses, the main one first
     */
    public record TopicSection(Section section, List<Topic> topics) {
        public TopicSection {
            topics = List.copyOf(topics);
        }
    }

    /**
     * A sentence, list item or table row.
     *
     * @param section id of its section; null outside any
     * @param start offset of its first character in the document text
     * @param end offset after its last character
     * @param line its line in the source, from 1
     * @param topics what it is about, most likely first
     * @param categories the categories whose name or elements it mentions
     * @param statements what it asserts
     */
    public record Clause(
            String section, int start, int end, int line, List<ScoredTopic> topics, List<Category> categories, List<Statement> statements) {
        public Clause {
            topics = List.copyOf(topics);
            categories = List.copyOf(categories);
            statements = List.copyOf(statements);
        }
    }

    /**
     * A topic with its probability.
     *
     * @param topic the topic
     * @param confidence its probability, from 0 to 1
     */
    public record ScoredTopic(Topic topic, double confidence) {}

    /**
     * Something missing from the policy, or in conflict within it.
     *
     * @param rule name of the rule
     * @param severity {@code error}, {@code warning} or {@code note}
     * @param message what was found, in a sentence
     * @param statute the provision it rests on; null where there is none
     * @param evidence the words it rests on
     */
    public record Finding(String rule, String severity, String message, String statute, List<Evidence> evidence) {
        public Finding {
            evidence = List.copyOf(evidence);
        }
    }
}
