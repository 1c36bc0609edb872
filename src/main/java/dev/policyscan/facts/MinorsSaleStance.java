package dev.policyscan.facts;

/** What the policy says about selling the information of consumers under 16, Cal. Civ. Code §1798.120(c). */
public enum MinorsSaleStance implements Term {
    /** It denies selling it, or knowing that it does. */
    DOES_NOT_SELL,
    /** It sells it with an opt-in only. */
    OPT_IN,
    /** It makes no statement. */
    UNSTATED
}
