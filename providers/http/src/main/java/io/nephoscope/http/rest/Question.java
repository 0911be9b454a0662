package io.nephoscope.http.rest;

import io.nephoscope.inventory.doc.Doc;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a call is asked about.
 *
 * @param path what stands in the braces of the call's path, but for the region and the place
 * @param query parameters
 * @param headers by their names in lower case
 * @param body the JSON of a read that is a POST
 */
record Question(Map<String, String> path, Map<String, String> query, Map<String, String> headers, Doc body) {
    static final Question ALL = new Question(Map.of(), Map.of(), Map.of(), Doc.empty());

    Question {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    Question inPath(String name, String value) {
        return new Question(plus(path, name, value), query, headers, body);
    }

    Question inQuery(String name, String value) {
        return new Question(path, plus(query, name, value), headers, body);
    }

    Question inHeader(String name, String value) {
        return new Question(path, query, plus(headers, name, value), body);
    }

    Question withBody(Doc otherBody) {
        return new Question(path, query, headers, otherBody);
    }

    private static Map<String, String> plus(Map<String, String> map, String name, String value) {
        Map<String, String> more = new TreeMap<>(map);
        more.put(name, value);
        return more;
    }
}
