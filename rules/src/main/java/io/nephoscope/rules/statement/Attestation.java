package io.nephoscope.rules.statement;

import io.nephoscope.yaml.YamlNode;

/**
 * What somebody answers for, of a field that nobody could read: it takes the place of what is unknown, never of what was read.
 *
 * @param source where it stands
 * @param asset of which assets
 * @param field as {@code facets.encrypted}, or {@code attributes.Policy}
 * @param value what a document holds there; absent for "there is none"
 * @param statement what was stated, in a sentence
 * @param owner who answers for it
 * @param evidence where the proof lies, as a ticket's number
 */
public record Attestation(
        YamlNode source,
        AssetFilter asset,
        String field,
        Object value,
        String statement,
        String owner,
        String evidence,
        Term term) {
    public static final String FACETS = "facets.";
    public static final String ATTRIBUTES = "attributes.";

    /** What stands where otherwise the call stands that filled a field. */
    public String call() {
        return "attest:" + evidence;
    }

    /** The facet that it states; empty where it states an attribute. */
    public String facet() {
        return field.startsWith(FACETS) ? field.substring(FACETS.length()) : "";
    }

    /** The path below the attributes that it states; empty where it states a facet. */
    public String attribute() {
        return field.startsWith(ATTRIBUTES) ? field.substring(ATTRIBUTES.length()) : "";
    }
}
