/** An analyzer of privacy policies: {@link dev.policyscan.Policyscan} is the front door. */
package dev.policyscan;
