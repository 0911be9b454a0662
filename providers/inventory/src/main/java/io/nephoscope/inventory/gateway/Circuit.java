package io.nephoscope.inventory.gateway;

import java.time.Duration;

/**
 * Opens where an operation that is asked again and again never answers: one that hangs must not cost each asset its deadline. While it
 * is open one call is let through now and then, and the first answer closes it.
 */
final class Circuit {
    /** Enough that a few bad assets in a row do not open it. */
    static final int MOST_UNANSWERED = 10;

    private final Pace pace;
    private final Duration between;
    private int unanswered;
    private long nextTryAt;

    /** @param between how long after one call the next is let through an open circuit */
    Circuit(Pace pace, Duration between) {
        this.pace = pace;
        this.between = between;
    }

    /** Whether the next call is better not sent. */
    synchronized boolean isOpen() {
        if (unanswered < MOST_UNANSWERED) {
            return false;
        }
        long now = pace.nanos();
        if (now - nextTryAt < 0) {
            return true;
        }
        nextTryAt = now + between.toNanos();
        return false;
    }

    synchronized void answered() {
        unanswered = 0;
    }

    /** A call came to its end without an answer, with every try that it had. */
    synchronized void unanswered() {
        unanswered++;
        if (unanswered == MOST_UNANSWERED) {
            nextTryAt = pace.nanos() + between.toNanos();
        }
    }
}
