package io.nephoscope.inventory.gateway;

import java.time.Duration;

/** A token bucket that halves when the cloud throttles and grows back, a little with every call that succeeds. */
final class Rate {
    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 500;
    private static final double GROWTH = 0.5;
    private static final double NANOS = 1e9;

    private final Pace pace;
    private double perSecond;
    private double tokens;
    private long filledAt;
    /** Raised whenever the rate is halved. */
    private long wave;

    Rate(double perSecond, Pace pace) {
        this.pace = pace;
        this.perSecond = perSecond;
        this.tokens = perSecond;
        this.filledAt = pace.nanos();
    }

    /** Takes a token, waiting for it where there is none; the answer is the wave in which the call goes out. */
    long take() {
        Duration wait = reserve();
        if (!wait.isZero()) {
            pace.pause(wait);
        }
        return wave();
    }

    /** Takes a token now, on credit where there is none; the answer is how long the credit lasts. */
    private synchronized Duration reserve() {
        long now = pace.nanos();
        tokens = Math.min(perSecond, tokens + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
        tokens -= 1;
        return tokens >= 0 ? Duration.ZERO : Duration.ofNanos((long) (-tokens / perSecond * NANOS));
    }

    /** Halves the rate, once for all the calls that went out before it was halved: they say the same thing. */
    synchronized void throttled(long sentInWave) {
        if (sentInWave == wave) {
            wave++;
            perSecond = Math.max(SLOWEST, perSecond / 2);
            tokens = Math.min(tokens, 0);
        }
    }

    private synchronized long wave() {
        return wave;
    }

    synchronized void succeeded() {
        perSecond = Math.min(FASTEST, perSecond + GROWTH);
    }

    synchronized double perSecond() {
        return perSecond;
    }
}
