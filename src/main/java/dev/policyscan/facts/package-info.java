/** The facts of a policy and what finds them: one extractor for each fact. */
package dev.policyscan.facts;
