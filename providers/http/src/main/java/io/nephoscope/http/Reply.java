package io.nephoscope.http;

import java.time.Duration;
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

    private static final int MOST_DIGITS = 6;

    public Reply {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** How long it asks us to wait, in seconds; the form with a date is left to the gateway's own pauses. */
    public Optional<Duration> retryAfter() {
        return seconds("retry-after");
    }

    /** The seconds that a header says; empty where it says none. */
    public Optional<Duration> seconds(String name) {
        return header(name)
                .map(String::strip)
                .filter(digits -> digits.length() <= MOST_DIGITS && digits.matches("\\d+"))
                .map(digits -> Duration.ofSeconds(Long.parseLong(digits)));
    }

    /** Without the body, which may hold anything. */
    @Override
    public String toString() {
        return status + " " + new TreeMap<>(headers).keySet();
    }
}
