/** Scores the analyzer against labelled policies. */
package dev.policyscan.evaluate;
