package dev.policyscan;

import dev.policyscan.classify.Topic;
import dev.policyscan.document.Section;
import dev.policyscan.report.PolicyReport.Clause;
import dev.policyscan.report.PolicyReport.ScoredTopic;
import dev.policyscan.report.PolicyReport.TopicSection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What sections are about: the topics that their own clauses speak of most. */
final class SectionTopics {
    private static final int MOST = 3;
    /** A topic counts beside the main one from this part of the main one's weight. */
    private static final double SHARE = 0.3;

    private SectionTopics() {}

    /** The sections with their topics, the main one first; a clause counts for the section it stands in, not for those around it. */
    static List<TopicSection> of(List<Section> sections, List<Clause> clauses) {
        Map<String, Map<Topic, Double>> weights = new HashMap<>();
        for (Clause clause : clauses) {
            if (clause.section() != null) {
                Map<Topic, Double> weight = weights.computeIfAbsent(clause.section(), section -> new EnumMap<>(Topic.class));
                for (ScoredTopic topic : clause.topics()) {
                    if (topic.topic() != Topic.OTHER) {
                        weight.merge(topic.topic(), topic.confidence(), Double::sum);
                    }
                }
            }
        }
        return sections.stream().map(section -> new TopicSection(section, best(weights.getOrDefault(section.id(), Map.of())))).toList();
    }

    private static List<Topic> best(Map<Topic, Double> weights) {
        double most = weights.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return weights.entrySet().stream()
                .filter(entry -> entry.getValue() >= most * SHARE)
                .sorted(Map.Entry.<Topic, Double>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
