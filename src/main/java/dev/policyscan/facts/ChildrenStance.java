package dev.policyscan.facts;

/** What the policy says about children. */
public enum ChildrenStance implements Term {
    /** The service is not meant for children, or does not knowingly collect from them. */
    NOT_DIRECTED,
    /** It is for children, or collects from them with parental consent. */
    KNOWINGLY_COLLECTS,
    /** It makes no statement. */
    UNSTATED
}
