package dev.policyscan.facts;

/** A right that the policy describes as available to California or US consumers, or to all users. */
public enum Right implements Term {
    /** To know or have access, §1798.110. */
    KNOW,
    /** To have information deleted, §1798.105. */
    DELETE,
    /** To have information corrected, §1798.106. */
    CORRECT,
    /** To opt out of sale or sharing, §1798.120. */
    OPT_OUT,
    /** To limit the use of sensitive information, §1798.121. */
    LIMIT,
    /** To receive the information in a portable form, §1798.130(a)(3)(B)(iii). */
    PORTABILITY,
    /** Not to be treated worse for exercising a right, §1798.125. */
    NON_DISCRIMINATION
}
