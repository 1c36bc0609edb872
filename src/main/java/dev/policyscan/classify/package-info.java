/** What words mean: tokens, the lexicon that gives phrases their concepts, and the model that gives clauses their topics. */
package dev.policyscan.classify;
