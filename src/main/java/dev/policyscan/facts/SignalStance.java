package dev.policyscan.facts;

/** What the policy says about a browser's opt-out signal: Do Not Track (CalOPPA §22575(b)(5)) or Global Privacy Control (11 CCR §7025). */
public enum SignalStance implements Term {
    /** It acts on the signal. */
    HONORS,
    /** It takes no action on it. */
    DOES_NOT_HONOR,
    /** It mentions the signal without saying what it does. */
    UNCLEAR,
    /** It does not mention the signal. */
    UNSTATED
}
