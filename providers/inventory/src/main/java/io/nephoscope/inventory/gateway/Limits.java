package io.nephoscope.inventory.gateway;

import java.time.Duration;

/**
 * The bounds of every call.
 *
 * @param deadline how long one attempt may take, whatever the SDK believes
 * @param tries how often a call is tried when it fails in a way that may heal
 * @param throttledTries how often a call is tried when the cloud throttles
 * @param firstPause the pause before the second attempt; it doubles from there
 * @param longestPause the longest pause between two attempts
 * @param startRate calls a second for each provider, account, region and service at the start
 * @param budget what all calls together may take
 */
public record Limits(
        Duration deadline,
        int tries,
        int throttledTries,
        Duration firstPause,
        Duration longestPause,
        double startRate,
        Budget budget) {
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(30), 3, 8, Duration.ofMillis(200), Duration.ofSeconds(20), 50);

    /** Without a budget. */
    public Limits(
            Duration deadline,
            int tries,
            int throttledTries,
            Duration firstPause,
            Duration longestPause,
            double startRate) {
        this(deadline, tries, throttledTries, firstPause, longestPause, startRate, Budget.UNLIMITED);
    }

    public Limits {
        if (deadline.toMillis() < 1 || firstPause.isNegative() || longestPause.isNegative()) {
            throw new IllegalArgumentException("a deadline is longer than nothing, and no pause is shorter");
        }
        if (tries < 1 || throttledTries < 1 || !(startRate > 0)) {
            throw new IllegalArgumentException("a call is tried at least once, at a rate above zero");
        }
    }
}
