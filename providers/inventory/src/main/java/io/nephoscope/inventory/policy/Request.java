package io.nephoscope.inventory.policy;

/**
 * Something that somebody may ask for.
 *
 * @param action in lower case; a pattern for all that match it
 * @param resource a pattern for all that match it
 */
public record Request(String action, String resource) {}
