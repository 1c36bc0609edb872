/** Many sources to reports, a comparison, and what failed: {@link dev.policyscan.scan.Scan} runs it, {@link dev.policyscan.scan.Inputs} finds what to read. */
package dev.policyscan.scan;
