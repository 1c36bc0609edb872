package dev.policyscan.statement;

import dev.policyscan.document.PolicyDocument;
import dev.policyscan.document.Section;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The sections of a page that belong to another document than the privacy policy: many sites print their terms of use and their policy on one
 * page, and what the terms say of "your data" is said of something else.
 */
final class OtherDocuments {
    private static final int LONGEST_TITLE = 60;
    private static final Set<String> TITLES = Set.of("policy", "notice", "statement");
    private static final List<String> OTHERS = List.of("terms of", "terms and conditions", "terms & conditions", "user agreement", "license agreement", "licence agreement",
            "service agreement", "acceptable use", "community guidelines", "code of conduct", "dmca");

    /** What the sections of a privacy policy are titled with, and those of terms seldom. */
    private static final List<String> OF_POLICY = List.of("collect", "information", "personal data", "cookie", "opt-out", "opt out", "retention", "your rights", "children", "do not track");
    /** How many of the sections under a title are such, one in so many and no fewer than that, where it is but a line of the policy taken for a title. */
    private static final int ONE_IN = 6;
    private static final int SEVERAL = 3;

    private OtherDocuments() {}

    /** The indexes of the sections of other documents; empty where no section of the page is titled as the privacy policy. */
    static BitSet in(PolicyDocument document) {
        List<Section> sections = document.sections();
        BitSet others = new BitSet(sections.size());
        int policy = Integer.MAX_VALUE;
        for (Section section : sections) {
            if (isPolicy(section.title())) {
                policy = Math.min(policy, section.level());
            }
        }
        if (policy == Integer.MAX_VALUE) {
            return others;
        }
        Map<String, Integer> index = new HashMap<>();
        BitSet within = new BitSet(sections.size());
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            index.put(section.id(), i);
            Integer parent = section.parent() == null ? null : index.get(section.parent());
            if (isPolicy(section.title()) || parent != null && within.get(parent)) {
                within.set(i);
            } else if (parent != null && others.get(parent) || section.level() <= policy && isOther(section.title()) && !tellsOfData(sections, i)) {
                others.set(i);
            }
        }
        return others;
    }

    /** Whether what stands under a title is a policy after all. */
    private static boolean tellsOfData(List<Section> sections, int title) {
        int told = 0;
        int all = 0;
        for (int i = title + 1; i < sections.size() && sections.get(i).level() > sections.get(title).level(); i++) {
            String folded = fold(sections.get(i).title());
            told += OF_POLICY.stream().anyMatch(folded::contains) ? 1 : 0;
            all++;
        }
        return told >= SEVERAL && told * ONE_IN >= all;
    }

    private static boolean isPolicy(String title) {
        String folded = fold(title);
        int privacy = folded.indexOf("privacy");
        return privacy >= 0 && folded.length() <= LONGEST_TITLE && TITLES.stream().anyMatch(word -> folded.indexOf(word, privacy) > 0);
    }

    private static boolean isOther(String title) {
        String folded = fold(title);
        return folded.length() <= LONGEST_TITLE && !folded.contains("privacy") && OTHERS.stream().anyMatch(folded::contains);
    }

    private static String fold(String title) {
        return title.toLowerCase(Locale.ROOT);
    }
}
