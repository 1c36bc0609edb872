package dev.policyscan.facts;

import java.util.Locale;

/** A word of the report's closed vocabulary; its {@link #term()} is what reports print. Implemented by the enums of this package. */
public interface Term {
    /** The constant's name, as enums give it. */
    String name();

    /** The word as reports print it: the constant's name in snake_case. */
    default String term() {
        return name().toLowerCase(Locale.ROOT);
    }
}
