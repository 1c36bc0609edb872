package dev.policyscan.facts;

/** What the policy says about disclosure for cross-context behavioural advertising, Cal. Civ. Code §1798.140(ah). */
public enum SharingStance implements Term {
    /** It shares for targeted advertising. */
    SHARES,
    /** It denies doing so. */
    DOES_NOT_SHARE,
    /** It makes no statement. */
    UNSTATED
}
