/** A {@link dev.policyscan.report.PolicyReport} is all that is known of one policy; the writers print it. */
package dev.policyscan.report;
