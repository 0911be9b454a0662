package io.nephoscope.cli.command;

import io.nephoscope.cli.plan.Expected;
import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.snapshot.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many calls a plan makes for as much as a former scan saw.
 *
 * @param scannedAt when that scan began, ISO 8601
 * @param accounts how many accounts it read, of the providers of the plan
 * @param calls by operation
 * @param notSeen the types of the plan that it did not list
 */
record PlanEstimate(String scannedAt, int accounts, SortedMap<String, Long> calls, List<String> notSeen) {
    static PlanEstimate of(Snapshot snapshot, List<PlannedAccount> planned, Demand demand) {
        Map<String, PlannedAccount> byProvider = new LinkedHashMap<>();
        Map<String, Set<String>> regions = new TreeMap<>();
        for (PlannedAccount account : planned) {
            if (!account.isRecorded()) {
                String provider = account.target().provider();
                byProvider.putIfAbsent(provider, account);
                regions.computeIfAbsent(provider, key -> new TreeSet<>())
                        .addAll(account.target().regions());
            }
        }
        SortedMap<String, Long> calls = new TreeMap<>();
        Set<String> accounts = new TreeSet<>();
        byProvider.forEach((provider, account) -> {
            boolean everywhere = planned.stream()
                    .anyMatch(it -> it.target().provider().equals(provider)
                            && it.target().regions().isEmpty());
            Expected expected = Expected.of(
                    account.plan(),
                    provider,
                    snapshot,
                    everywhere ? Set.of() : regions.getOrDefault(provider, Set.of()));
            for (Operation operation : expected.operations()) {
                calls.merge(operation.call(), expected.all(operation), Long::sum);
            }
            snapshot.units().stream()
                    .filter(unit -> unit.provider().equals(provider))
                    .forEach(unit -> accounts.add(provider + "|" + unit.scope().account()));
        });
        List<String> notSeen = byProvider.keySet().stream()
                .flatMap(provider -> demand.typesOf(provider).stream())
                .map(AssetType::name)
                .filter(type -> !snapshot.manifest().types().contains(type))
                .toList();
        return new PlanEstimate(snapshot.manifest().startedAt(), accounts.size(), calls, notSeen);
    }

    long total() {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }
}
