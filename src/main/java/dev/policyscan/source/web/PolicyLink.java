package dev.policyscan.source.web;

/**
 * A link that looks as if it led to a policy.
 *
 * @param text its words
 * @param target where it leads; absolute where the page's own address is known
 * @param score how much it looks like it
 */
public record PolicyLink(String text, String target, int score) {}
