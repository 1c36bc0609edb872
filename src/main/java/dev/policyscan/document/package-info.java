/** Reads sources as documents: one text, with its blocks, sections, tables, sentences and links as spans into it. */
package dev.policyscan.document;
