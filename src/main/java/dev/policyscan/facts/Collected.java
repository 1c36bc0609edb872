package dev.policyscan.facts;

/** Whether the policy says that it collects a category. */
public enum Collected implements Term {
    /** It says that it does. */
    YES,
    /** It says that it does not. */
    NO,
    /** It says nothing either way. */
    UNSTATED
}
