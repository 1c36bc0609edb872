package dev.policyscan.facts;

/** How a policy tells for how long it keeps personal information, Cal. Civ. Code §1798.100(a)(3). */
public enum RetentionKind implements Term {
    /** A stated duration. */
    PERIOD,
    /** Criteria, such as "as long as necessary". */
    CRITERIA,
    /** Without end. */
    INDEFINITE
}
