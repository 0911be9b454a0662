package io.nephoscope.jdcloud.api;

import io.nephoscope.http.Reply;
import java.time.Duration;
import java.util.Optional;

/** How long an answer asks us to wait, in seconds; the form with a date is left to the gateway's own pauses. */
final class RetryAfter {
    private static final int MOST_DIGITS = 6;

    private RetryAfter() {}

    static Optional<Duration> of(Reply reply) {
        return reply.header("retry-after")
                .map(String::strip)
                .filter(text -> text.length() <= MOST_DIGITS && text.matches("\\d+"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
