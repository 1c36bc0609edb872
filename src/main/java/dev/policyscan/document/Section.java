package dev.policyscan.document;

/**
 * A section of the document: a heading and what stands under it.
 *
 * @param id {@code s1}, {@code s2} … in text order
 * @param parent id of the section it is part of; null at the top
 * @param level depth, from 1
 * @param title the heading as printed, without bullets, mark-up and numbering
 * @param start offset of the heading's first character in the document text
 * @param end offset after the section's last character, its subsections included
 * @param line line of the heading in the source, from 1
 */
public record Section(String id, String parent, int level, String title, int start, int end, int line) {}
