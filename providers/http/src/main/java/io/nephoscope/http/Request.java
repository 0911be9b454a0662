package io.nephoscope.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request that reads. There is no way to make one that does not: what is no GET is a POST that its maker declares to be a read.
 *
 * @param method GET or POST
 * @param endpoint scheme, host and port; where it has a path, {@code path} goes on behind it
 * @param path percent-encoded, beginning with a slash: a slash that belongs to a name is {@code %2F} in it
 * @param query decoded names and values, sorted by name as signatures want them
 * @param headers names in lower case
 * @param body empty for a GET
 */
public record Request(
        String method, URI endpoint, String path, Map<String, String> query, Map<String, String> headers, String body) {
    private static final String SLASH = "/";
    private static final Set<String> METHODS = Set.of("GET", "POST");
    private static final Pattern PATH = Pattern.compile("/(?:[\\w.~/-]|%[0-9A-F]{2})*");

    public Request {
        if (!METHODS.contains(method) || (method.equals("GET") && !body.isEmpty())) {
            throw new IllegalArgumentException(method + " is no request that reads");
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "the path \"" + path + "\" does not begin with a slash, or is not encoded");
        }
        query = Collections.unmodifiableMap(new TreeMap<>(query));
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /** @param path decoded: each slash in it stands between two names */
    public static Request get(URI endpoint, String path, Map<String, String> query) {
        return new Request("GET", endpoint, Percent.encode(path, SLASH), query, Map.of(), "");
    }

    /**
     * A POST that changes nothing, where an API asks its questions in bodies.
     *
     * @param path decoded: each slash in it stands between two names
     */
    public static Request readByPost(URI endpoint, String path, Map<String, String> query, String body) {
        return new Request("POST", endpoint, Percent.encode(path, SLASH), query, Map.of(), body);
    }

    /** The same request with one header more. */
    public Request with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Request(method, endpoint, path, query, more, body);
    }

    /** The whole path, that of the endpoint and that of the request: every letter but the slash in the form of RFC 3986. */
    public String fullPath() {
        String before = endpoint.getPath() == null ? "" : Percent.encode(endpoint.getPath(), SLASH);
        return (before.endsWith(SLASH) ? before.substring(0, before.length() - 1) : before) + path;
    }

    /** The whole path as it is sent. The colon is part of operations' names, and stands as it is. */
    public String sentPath() {
        return fullPath().replace("%3A", ":");
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
                + sentPath()
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
