package dev.policyscan;

import dev.policyscan.classify.Topic;
import dev.policyscan.document.Section;
import dev.policyscan.report.PolicyReport.Clause;
import dev.policyscan.report.PolicyReport.ScoredTopic;
import dev.policyscan.report.PolicyReport.TopicSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What sections are about: the topics that their own clauses speak of most. */
final class SectionTopics {
    private static final Topic[] TOPICS = Topic.values();
    private static final int MOST = 3;
    /** A topic counts beside the main one from this part of the main one's weight. */
    private static final double SHARE = 0.3;

    private SectionTopics() {}

    /** The sections with their topics, the main one first; a clause counts for the section it stands in, not for those around it. */
    static List<TopicSection> of(List<Section> sections, List<Clause> clauses) {
        Map<String, double[]> weights = new HashMap<>();
        String last = null;
        double[] weight = null;
        for (Clause clause : clauses) {
            if (clause.section() != null) {
                if (!clause.section().equals(last)) {
                    last = clause.section();
                    weight = weights.computeIfAbsent(last, section -> new double[TOPICS.length]);
                }
                for (ScoredTopic topic : clause.topics()) {
                    if (topic.topic() != Topic.OTHER) {
                        weight[topic.topic().ordinal()] += topic.confidence();
                    }
                }
            }
        }
        List<TopicSection> found = new ArrayList<>(sections.size());
        for (Section section : sections) {
            found.add(new TopicSection(section, best(weights.get(section.id()))));
        }
        return found;
    }

    private static List<Topic> best(double[] weight) {
        List<Topic> best = new ArrayList<>(MOST);
        double least = 0;
        while (weight != null && best.size() < MOST) {
            int next = 0;
            for (int i = 1; i < weight.length; i++) {
                next = weight[i] > weight[next] ? i : next;
            }
            least = best.isEmpty() ? weight[next] * SHARE : least;
            if (weight[next] == 0 || weight[next] < least) {
                break;
            }
            best.add(TOPICS[next]);
            weight[next] = 0;
        }
        return best;
    }
}
