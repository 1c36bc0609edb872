/** Compares two versions of a policy: which facts and clauses changed, how much it matters, and for whom. */
package dev.policyscan.diff;
