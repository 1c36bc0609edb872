package dev.policyscan.facts;

/** What a clause as a whole does with the data it names, its lead and headings considered. */
enum Mode {
    /** The business collects it. */
    COLLECTS,
    /** The business says that it does not collect it. */
    DENIES_COLLECTING,
    /** The business uses it. */
    USES,
    /** The business discloses it. */
    DISCLOSES,
    /** The business says that it does not disclose it. */
    DENIES_DISCLOSING,
    /** The business sells it or shares it for advertising. */
    SELLS,
    /** The business says that it does not sell it. */
    DENIES_SELLING,
    /** Somebody else collects it. */
    OTHERS,
    /** The clause speaks of rights and requests. */
    RIGHTS,
    /** The clause tells what words mean. */
    DEFINES,
    /** Nothing can be said. */
    NONE
}
