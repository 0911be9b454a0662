package io.nephoscope.inventory.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The passing of time, so that tests need not wait for it. */
public interface Pace {
    /** Nanoseconds from some fixed point. */
    long nanos();

    /** What time it is. */
    default Instant now() {
        return Instant.now();
    }

    /** Lets time pass. Returns early when the thread is interrupted. */
    void pause(Duration time);

    /** The time that clocks on walls show. */
    Pace REAL = new Pace() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration time) {
            long end = System.nanoTime() + time.toNanos();
            for (long left = time.toNanos();
                    left > 0 && !Thread.currentThread().isInterrupted();
                    left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    };
}
