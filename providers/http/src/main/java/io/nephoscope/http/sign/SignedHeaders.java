package io.nephoscope.http.sign;

import io.nephoscope.http.Request;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which headers of a request are signed, and the request as the family of AWS's signatures writes it down.
 *
 * @param headers by their names in lower case
 */
record SignedHeaders(SortedMap<String, String> headers) {
    /** All that a request has, and its host. */
    static SignedHeaders all(Request request) {
        SortedMap<String, String> headers = new TreeMap<>(request.headers());
        headers.put("host", request.host());
        return new SignedHeaders(headers);
    }

    /** Their names, as a signature lists them. */
    String names() {
        return String.join(";", headers.keySet());
    }

    /** @param path as it is signed */
    String canonical(Request request, String path, String bodyHash) {
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
        return String.join("\n", request.method(), path, request.queryText(), lines, names(), bodyHash);
    }
}
