package dev.policyscan.report;

import java.util.Locale;

/** What makes a policy stand out in a comparison, the gravest first. */
public enum ComparisonMark {
    /** It sells personal information. */
    SELLS("Sell personal information", 64),
    /** What it says about selling conflicts, or it sells aggregated data. */
    MIXED_ON_SALE("Contradict themselves on selling", 32),
    /** It keeps some personal information without end. */
    KEEPS_WITHOUT_END("Keep some personal information without end", 16),
    /** It does not say whether it sells. */
    SILENT_ON_SALE("Do not say whether they sell", 1),
    /** It does not say how long it keeps anything. */
    SILENT_ON_RETENTION("Do not say how long they keep anything", 1),
    /** It describes no right. */
    SILENT_ON_RIGHTS("Describe no right", 1),
    /** No facts were read: it is no privacy policy, or not in English. */
    NOT_READ("Were not read (no privacy policy in English)", 0);

    private final String title;
    private final int weight;

    ComparisonMark(String title, int weight) {
        this.title = title;
        this.weight = weight;
    }

    /** The name in files and expressions. */
    public String term() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What these policies do, for people: a sentence without its subject. */
    public String title() {
        return title;
    }

    int weight() {
        return weight;
    }
}
