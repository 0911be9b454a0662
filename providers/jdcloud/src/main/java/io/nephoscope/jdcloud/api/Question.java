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

    /** With one parameter. */
    public static Question with(String parameter, String value) {
        return ALL.and(parameter, value);
    }

    /** With one parameter more. */
    public Question and(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(query);
        more.put(parameter, value);
        return new Question(path, more, body);
    }

    /** With one filter more, in the way in which lists of objects are written as parameters. */
    public Question filtered(String name, String value) {
        String filter = "filters."
                + (1
                        + query.keySet().stream()
                                .filter(it -> it.endsWith(".name"))
                                .count());
        return and(filter + ".name", name).and(filter + ".operator", "eq").and(filter + ".values.1", value);
    }

    /** With one field of the body. */
    public Question asking(String field, Object value) {
        return new Question(path, query, body.with(field, value));
    }
}
