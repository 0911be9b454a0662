package io.nephoscope.cli.matrix;

import io.nephoscope.cli.wire.Fault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** The world of the JD Cloud that answers on loopback. */
class JdCloudDenialMatrixIT extends DenialMatrix {
    JdCloudDenialMatrixIT() throws Exception {
        super(new Jd());
    }

    private static final class Jd implements Stage {
        private final Plan plan = new Plan(JdCloud.target("http://localhost"));

        @Override
        public String name() {
            return "JD Cloud";
        }

        @Override
        public Plan plan() {
            return plan;
        }

        @Override
        public Seen healthy() throws Exception {
            try (Bench bench = new Bench(cloud(), Bench.limits(Duration.ofSeconds(30), 3, 3))) {
                return bench.scan();
            }
        }

        @Override
        public Cloud cloud() throws Exception {
            return JdCloud.start();
        }

        @Override
        public Set<Fault> faults() {
            return EnumSet.complementOf(EnumSet.of(Fault.NOT_SUBSCRIBED, Fault.RESET));
        }
    }
}
