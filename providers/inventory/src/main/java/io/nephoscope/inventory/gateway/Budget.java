package io.nephoscope.inventory.gateway;

import java.time.Duration;

/**
 * What a scan may spend.
 *
 * @param calls how many attempts may be sent in all
 * @param time how long after the gateway was opened the last may be sent
 */
public record Budget(long calls, Duration time) {
    /** More than any scan takes. */
    public static final Budget UNLIMITED = new Budget(Long.MAX_VALUE, Duration.ofDays(3_650));

    public Budget {
        if (calls < 1 || time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("a budget is more than nothing");
        }
    }
}
