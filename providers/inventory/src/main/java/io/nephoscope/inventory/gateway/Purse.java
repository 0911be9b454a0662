package io.nephoscope.inventory.gateway;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What is left of a budget. */
final class Purse {
    private final Budget budget;
    private final Pace pace;
    private final long end;
    private final AtomicLong sent = new AtomicLong();

    Purse(Budget budget, Pace pace) {
        this.budget = budget;
        this.pace = pace;
        this.end = pace.nanos() + budget.time().toNanos();
    }

    /** Pays for one attempt; the answer is why that cannot be done. */
    Optional<String> pay() {
        if (pace.nanos() - end >= 0) {
            long minutes = budget.time().toMinutes();
            return Optional.of("not sent, since the scan's budget of " + minutes
                    + (minutes == 1 ? " minute" : " minutes") + " is spent");
        }
        if (sent.incrementAndGet() > budget.calls()) {
            return Optional.of("not sent, since the scan's budget of " + budget.calls()
                    + (budget.calls() == 1 ? " call" : " calls") + " is spent");
        }
        return Optional.empty();
    }
}
