package dev.policyscan.facts;

/** What a yes or no about a category rests on. */
public enum Basis implements Term {
    /** The policy names the statutory category. */
    EXPLICIT,
    /** The policy names data elements that the statute puts into the category. */
    INFERRED
}
