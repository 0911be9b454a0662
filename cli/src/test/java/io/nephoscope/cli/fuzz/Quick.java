package io.nephoscope.cli.fuzz;

import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import java.time.Duration;

/** A gateway that tries once and never waits. */
final class Quick {
    private static final Pace TIMELESS = new Pace() {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void pause(Duration time) {}
    };

    private Quick() {}

    static Gateway gateway() {
        return new Gateway(new Limits(Duration.ofSeconds(10), 1, 1, Duration.ZERO, Duration.ZERO, 10_000), TIMELESS);
    }
}
