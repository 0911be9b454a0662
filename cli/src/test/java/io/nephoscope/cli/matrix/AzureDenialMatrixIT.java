package io.nephoscope.cli.matrix;

import io.nephoscope.inventory.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The world of the Azure that answers on loopback. */
class AzureDenialMatrixIT extends DenialMatrix {
    AzureDenialMatrixIT() throws Exception {
        super(new Azure());
    }

    private static final class Azure implements Stage {
        private final Plan plan = new Plan(AzureCloud.target(Map.of()));

        @Override
        public String name() {
            return "Azure";
        }

        @Override
        public Plan plan() {
            return plan;
        }

        @Override
        public Cloud cloud() throws Exception {
            return AzureCloud.start();
        }

        @Override
        public String protocol(String call) {
            return call.equals(AzureCloud.GRAPH) ? "resource graph" : "resource manager";
        }

        /** Other operations may show the same in a request. */
        @Override
        public Set<Operation> failingWith(String call) {
            Set<String> shown =
                    plan.operationsOf(call).stream().map(AzureCloud::shown).collect(Collectors.toSet());
            return call.equals(AzureCloud.GRAPH)
                    ? plan.operationsOf(call)
                    : plan.operationsOf(operation -> shown.contains(AzureCloud.shown(operation))
                            && !operation.call().equals(AzureCloud.GRAPH));
        }

        /** Resource Graph leaves out, without a word, what the caller may not read. */
        @Override
        public List<Cell> more() {
            return plan.operationsOf(AzureCloud.GRAPH).stream()
                    .map(Operation::permission)
                    .filter(action -> plan.reaching().stream()
                            .noneMatch(it -> it.permission().equals(action)))
                    .distinct()
                    .sorted()
                    .map(action -> Cell.without(
                            action,
                            plan.operationsOf(
                                    operation -> operation.permission().equals(action))))
                    .toList();
        }
    }
}
