package io.nephoscope.inventory.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody waits, and that remembers how long. */
public final class FakePace implements Pace {
    private final AtomicLong now = new AtomicLong();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public void pause(Duration time) {
        pauses.add(time);
        now.addAndGet(time.toNanos());
    }

    /** Every pause so far, in order. */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-01-01T00:00:00Z");
    }
}
