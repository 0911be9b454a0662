package io.nephoscope.http;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came back, whatever its status.
 *
 * @param headers names in lower case, the first value of each
 * @param text the body, read as UTF-8: at most {@link #MOST_MEGABYTES}
 */
public record Reply(int status, Map<String, String> headers, String text) {
    /** No honest page comes near it. */
    public static final int MOST_MEGABYTES = 32;

    public Reply {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Without the body, which may hold anything. */
    @Override
    public String toString() {
        return status + " " + new TreeMap<>(headers).keySet();
    }
}
