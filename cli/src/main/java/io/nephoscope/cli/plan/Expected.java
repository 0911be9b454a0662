package io.nephoscope.cli.plan;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.snapshot.Snapshot;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often a plan's operations are sent to accounts of which is known what they hold, where nothing has a second page, is named by
 * assets or is tried again: by operation.
 */
public final class Expected {
    private final SortedMap<Operation, Long> certain = new TreeMap<>(Comparator.comparing(Operation::call));
    private final SortedMap<Operation, Long> further = new TreeMap<>(Comparator.comparing(Operation::call));

    /**
     * What a plan costs at every account of a provider in a snapshot.
     *
     * @param regions those to count; empty for all
     */
    public static Expected of(Plan plan, String provider, Snapshot snapshot, Set<String> regions) {
        Expected expected = new Expected();
        snapshot.units().stream()
                .filter(unit -> unit.provider().equals(provider) && !unit.type().equals(Unit.ALL))
                .collect(Collectors.groupingBy(unit -> unit.scope().account(), TreeMap::new, Collectors.toList()))
                .forEach((account, units) -> expected.add(plan, new Held(account, units, snapshot.ledger(), regions)));
        return expected;
    }

    /** How often an operation is sent at the least: for nothing but what lists. */
    public long certain(Operation operation) {
        return certain.getOrDefault(operation, 0L);
    }

    /** How often an operation is sent for as many assets as there are. */
    public long all(Operation operation) {
        return certain(operation) + further.getOrDefault(operation, 0L);
    }

    /** Everything together. */
    public long total() {
        return Stream.concat(certain.values().stream(), further.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private void add(Plan plan, Held held) {
        Set<String> asked = new HashSet<>();
        for (Step step : plan.steps()) {
            Operation operation = step.use().operation();
            if (step.isShared()) {
                certain.merge(operation, 0L, Long::sum);
            } else if (step.isCertain()) {
                long listings =
                        held.listings(step.type()) * operation.defaults().questions();
                certain.merge(operation, step.type().isEmpty() ? 1L : listings, Long::sum);
                if (step.type().isEmpty()) {
                    asked.add(operation.call());
                }
            } else if (step.use().per() == Per.ASSET) {
                further.merge(operation, held.assets(step.type()), Long::sum);
            } else {
                held.placesOf(step)
                        .filter(place -> asked.add(operation.call() + place))
                        .forEach(place ->
                                further.merge(operation, operation.defaults().questions(), Long::sum));
            }
        }
    }

    /** What one account holds. */
    private record Held(String account, List<Unit> units, List<LedgerRow> ledger, Set<String> asked) {
        private Stream<Unit> of(String type) {
            return units.stream()
                    .filter(unit ->
                            unit.type().equals(type) && isAsked(unit.scope().region()));
        }

        private boolean isAsked(String region) {
            return asked.isEmpty() || region.equals(Scope.GLOBAL) || asked.contains(region);
        }

        long listings(String type) {
            return of(type).filter(unit -> !unit.scope().region().equals(Unit.ALL))
                    .count();
        }

        long assets(String type) {
            return of(type).mapToLong(Unit::assets).sum();
        }

        /** Where a shared question is asked: nowhere without an asset, else for the account, or in the regions that it concerns. */
        Stream<String> placesOf(Step step) {
            Set<String> places = of(step.type())
                    .filter(unit -> unit.assets() > 0)
                    .map(unit -> unit.scope().region())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (places.isEmpty() || step.use().per().isOpen()) {
                return Stream.empty();
            } else if (step.use().per() == Per.ACCOUNT) {
                return Stream.of("");
            }
            return places.contains(Scope.GLOBAL) ? regions() : places.stream();
        }

        private Stream<String> regions() {
            return Stream.concat(
                            units.stream().map(unit -> unit.scope().region()),
                            ledger.stream()
                                    .filter(row -> row.account().equals(account))
                                    .map(LedgerRow::region))
                    .filter(region -> !region.equals(Scope.GLOBAL) && !region.equals(Unit.ALL) && isAsked(region))
                    .distinct();
        }
    }

    /** The operations that are counted, in order. */
    public List<Operation> operations() {
        return Stream.concat(certain.keySet().stream(), further.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(Operation::call))
                .toList();
    }
}
