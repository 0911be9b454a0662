package io.nephoscope.inventory.gateway;

import io.nephoscope.inventory.doc.Text;
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
    Optional<Text> pay() {
        if (pace.nanos() - end >= 0) {
            long minutes = budget.time().toMinutes();
            return Optional.of(Text.of(
                    minutes == 1
                            ? "not sent, since the scan's budget of {0} minute is spent"
                            : "not sent, since the scan's budget of {0} minutes is spent",
                    "未发送：本次扫描 {0} 分钟的预算已用尽",
                    minutes));
        }
        if (sent.incrementAndGet() > budget.calls()) {
            return Optional.of(Text.of(
                    budget.calls() == 1
                            ? "not sent, since the scan's budget of {0} call is spent"
                            : "not sent, since the scan's budget of {0} calls is spent",
                    "未发送：本次扫描 {0} 次调用的预算已用尽",
                    budget.calls()));
        }
        return Optional.empty();
    }
}
