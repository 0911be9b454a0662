package io.nephoscope.jdcloud.api;

import io.nephoscope.inventory.doc.Doc;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a call is asked about.
 *
 * @param path what stands in the braces of the call's path, but for the region
 * @param query further parameters
 * @param body the JSON of a read that is a POST
 */
public record Question(Map<String, String> path, Map<String, String> query, Doc body) {
    public static final Question ALL = new Question(Map.of(), Map.of(), Doc.empty());

    public Question {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    /** About one thing that the path names. */
    public static Question of(String name, String value) {
        return new Question(Map.of(name, value), Map.of(), Doc.empty());
    }

    /** With parameters, names and values in turn. */
    public static Question with(String... namesAndValues) {
        Map<String, String> query = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Question(Map.of(), query, Doc.empty());
    }

    /** With one field of the body. */
    public Question asking(String field, Object value) {
        return new Question(path, query, body.with(field, value));
    }
}
