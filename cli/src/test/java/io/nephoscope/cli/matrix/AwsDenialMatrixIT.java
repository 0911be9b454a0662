package io.nephoscope.cli.matrix;

import io.nephoscope.cli.wire.Fault;
import io.nephoscope.cli.wire.Worlds;
import io.nephoscope.inventory.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The worlds of the emulator. */
class AwsDenialMatrixIT extends DenialMatrix {
    AwsDenialMatrixIT() throws Exception {
        super(new Aws());
    }

    /** Those of the worlds, and the one where access points of many regions are at home. */
    private static final List<String> REGIONS =
            Stream.concat(Worlds.REGIONS.stream(), Stream.of("us-west-2")).toList();

    private static final class Aws implements Stage {
        private final Plan plan = AwsCloud.plan();
        private final Map<String, String> protocols;

        Aws() throws Exception {
            protocols = Replay.learnt().protocols();
        }

        @Override
        public String name() {
            return "AWS";
        }

        @Override
        public Plan plan() {
            return plan;
        }

        @Override
        public Seen healthy() throws Exception {
            return Replay.learnt().healthy();
        }

        @Override
        public Cloud cloud() throws Exception {
            return new AwsCloud(Replay.learnt().proxy());
        }

        @Override
        public String protocol(String call) {
            return protocols.getOrDefault(call, "");
        }

        @Override
        public Set<Fault> faults() {
            return EnumSet.allOf(Fault.class);
        }

        /** Every service, and a region, on hosts without an address. */
        @Override
        public List<Cell> more() throws Exception {
            List<Cell> more = new ArrayList<>();
            for (String service : plan.services()) {
                String domain = "without-" + service + ".test";
                Hosts.add(domain, plan.services(), REGIONS, Set.of(service));
                Set<Operation> its =
                        plan.operationsOf(operation -> operation.service().equals(service));
                more.add(Cell.withoutAddress(service, its, domain));
            }
            String far = Worlds.REGIONS.get(1);
            Hosts.add("without-" + far + ".test", plan.services(), REGIONS, Set.of(far));
            more.add(Cell.withoutAddress(far, plan.operationsOf(operation -> true), "without-" + far + ".test"));
            return more;
        }

        @Override
        public Set<String> unjudged() {
            return Set.of(AwsCloud.LOCATION);
        }
    }
}
