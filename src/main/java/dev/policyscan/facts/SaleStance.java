package dev.policyscan.facts;

/** What the policy says about selling personal information, Cal. Civ. Code §1798.140(ad). */
public enum SaleStance implements Term {
    /** It denies selling. */
    DOES_NOT_SELL,
    /** It says, or concedes, that it sells. */
    SELLS,
    /** Its statements conflict, or only aggregated or de-identified information is sold. */
    MIXED,
    /** It makes no statement. */
    UNSTATED
}
