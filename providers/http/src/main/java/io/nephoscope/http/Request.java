package io.nephoscope.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request that reads. There is no way to make one that does not: what is no GET is a POST that its maker declares to be a read.
 *
 * @param method GET or POST
 * @param endpoint scheme, host and port; where it has a path, {@code path} goes on behind it
 * @param path decoded, beginning with a slash
 * @param query decoded names and values, sorted by name as signatures want them
 * @param headers names in lower case
 * @param body empty for a GET
 */
public record Request(
        String method, URI endpoint, String path, Map<String, String> query, Map<String, String> headers, String body) {
    private static final Set<String> METHODS = Set.of("GET", "POST");
    /** What a path may hold besides letters and digits without being encoded. The colon is part of operations' names. */
    private static final String PATH_LETTERS = "/:";

    public Request {
        if (!METHODS.contains(method) || (method.equals("GET") && !body.isEmpty())) {
            throw new IllegalArgumentException(method + " is no request that reads");
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("the path \"" + path + "\" does not begin with a slash");
        }
        query = Collections.unmodifiableMap(new TreeMap<>(query));
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    public static Request get(URI endpoint, String path, Map<String, String> query) {
        return new Request("GET", endpoint, path, query, Map.of(), "");
    }

    /** A POST that changes nothing, where an API asks its questions in bodies. */
    public static Request readByPost(URI endpoint, String path, Map<String, String> query, String body) {
        return new Request("POST", endpoint, path, query, Map.of(), body);
    }

    /** The same request with one header more. */
    public Request with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Request(method, endpoint, path, query, more, body);
    }

    /** The whole path, decoded: that of the endpoint and that of the request. */
    public String fullPath() {
        String before = endpoint.getPath() == null ? "" : endpoint.getPath();
        return (before.endsWith("/") ? before.substring(0, before.length() - 1) : before) + path;
    }

    /** The query as it is sent and signed; empty where there is none. */
    public String queryText() {
        return query.entrySet().stream()
                .map(it -> Percent.encode(it.getKey()) + "=" + Percent.encode(it.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The address to which it is sent. */
    public URI uri() {
        String queryText = queryText();
        return URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority()
                + Percent.encode(fullPath(), PATH_LETTERS)
                + (queryText.isEmpty() ? "" : "?" + queryText));
    }

    /** The Host header that the client sends by itself: without the port where that is the scheme's own. */
    public String host() {
        int usual = "https".equalsIgnoreCase(endpoint.getScheme()) ? 443 : 80;
        return endpoint.getPort() < 0 || endpoint.getPort() == usual
                ? endpoint.getHost()
                : endpoint.getHost() + ":" + endpoint.getPort();
    }

    public byte[] bodyBytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the headers: in them are signatures and tokens. */
    @Override
    public String toString() {
        return method + " " + uri();
    }
}
