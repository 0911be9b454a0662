package io.nephoscope.cli.plan;

import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.snapshot.Manifest.ManifestTarget;
import io.nephoscope.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The calls that were planned beside those that were made, by provider and operation. */
public record Calls(List<Row> rows) {
    public Calls {
        rows = List.copyOf(rows);
    }

    /**
     * One operation.
     *
     * @param call as {@code s3:GetBucketPolicy}
     * @param permission empty where none is needed
     * @param certain how many calls were certain beforehand
     * @param expected how many it takes for the assets that were seen, where nothing has a second page
     * @param made how many were made
     * @param retries how many further tries these took
     */
    public record Row(
            String provider, String call, String permission, long certain, long expected, long made, long retries) {
        /** A call that lists several types, each with a permission of its own. */
        private Row withoutOtherPermission(Row other) {
            return permission.equals(other.permission)
                    ? this
                    : new Row(provider, call, "", certain, expected, made, retries);
        }

        private Row plus(LedgerRow sent) {
            return new Row(
                    provider, call, permission, certain, expected, made + sent.count(), retries + sent.retries());
        }
    }

    public static Calls of(Snapshot snapshot) {
        SortedMap<String, Row> rows = new TreeMap<>();
        Demand demand = demand(snapshot, snapshot.types());
        snapshot.manifest().targets().stream()
                .map(ManifestTarget::provider)
                .distinct()
                .forEach(provider -> planned(provider, demand, snapshot)
                        .forEach(row -> rows.merge(key(row), row, Row::withoutOtherPermission)));
        for (LedgerRow sent : snapshot.ledger()) {
            String call = sent.service() + ":" + sent.operation();
            Row none = new Row(sent.provider(), call, sent.permission(), 0, 0, 0, 0);
            rows.put(key(none), rows.getOrDefault(key(none), none).plus(sent));
        }
        return new Calls(List.copyOf(rows.values()));
    }

    /** What was asked for when the snapshot was collected, in the words of the types of today. */
    private static Demand demand(Snapshot snapshot, Types types) {
        Demand demand = new Demand(types);
        snapshot.manifest()
                .demand()
                .forEach((name, asked) -> types.named(name).ifPresent(type -> demand.again(type, asked)));
        return demand;
    }

    /** The settings of targets are in no snapshot, and so is not whether a role was assumed. */
    private static List<Row> planned(String provider, Demand demand, Snapshot snapshot) {
        Target anybody = new Target(provider, "", "", List.of(), Map.of(), Path.of(""));
        Plan plan = snapshot.types()
                .provider(provider)
                .map(it -> Plan.of(it, anybody, demand))
                .orElseGet(() -> Plan.ofTypes(demand.typesOf(provider), demand));
        Expected expected = Expected.of(plan, provider, snapshot, Set.of());
        return plan.operations().stream()
                .map((Operation it) ->
                        new Row(provider, it.call(), it.permission(), expected.certain(it), expected.all(it), 0, 0))
                .toList();
    }

    private static String key(Row row) {
        return row.provider() + " " + row.call();
    }

    public long certain() {
        return sum(Row::certain);
    }

    public long expected() {
        return sum(Row::expected);
    }

    public long made() {
        return sum(Row::made);
    }

    public long retries() {
        return sum(Row::retries);
    }

    private long sum(ToLongFunction<Row> of) {
        return rows.stream().mapToLong(of).sum();
    }
}
