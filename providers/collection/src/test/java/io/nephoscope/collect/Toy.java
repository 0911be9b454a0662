package io.nephoscope.collect;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.ToyCloud;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.gateway.FakePace;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Ledger;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.inventory.gateway.Limits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a collection brings back from a toy cloud. */
public class Toy implements Sink, Progress {
    final List<Asset> assets = Collections.synchronizedList(new ArrayList<>());
    final List<Unit> units = Collections.synchronizedList(new ArrayList<>());
    final List<LedgerRow> ledger = Collections.synchronizedList(new ArrayList<>());
    final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void asset(Asset asset) {
        assets.add(asset);
    }

    @Override
    public void unit(Unit unit) {
        units.add(unit);
    }

    @Override
    public void ledger(List<LedgerRow> rows) {
        ledger.addAll(rows);
    }

    @Override
    public void planned(int count) {
        told.addAll(Collections.nCopies(count, "planned"));
    }

    @Override
    public void finished(Unit unit) {
        told.add("finished");
    }

    /** Every detail of every type. */
    static Demand whole(AssetType... types) {
        Demand demand = new Demand(Types.of(List.of(types)));
        List.of(types).forEach(type -> demand.read(type, "attributes"));
        return demand;
    }

    Toy collect(AssetType... types) throws Exception {
        return collect(whole(types), Outcome.value(List.of("north", "south")));
    }

    Toy collect(Demand demand, Outcome<List<String>> regions, String... asked) throws Exception {
        try (Gateway gateway = new Gateway(Limits.DEFAULT, new FakePace());
                Collector collector = collector(demand, gateway, this, 4)) {
            collector.collect(target(asked), connection(gateway, "1", () -> regions));
        }
        return this;
    }

    Collector collector(Demand demand, Gateway gateway, Sink sink, int threads) {
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00.123Z"), ZoneOffset.UTC);
        return new Collector(demand, Earlier.NOTHING, gateway, sink, this, clock, threads);
    }

    static Target target(String... regions) {
        return new Target("toy", "Group", "label", List.of(regions), Map.of(), Path.of(""));
    }

    /** How a connection answers when it is asked for its regions. */
    interface Regions {
        Outcome<List<String>> get() throws TargetException;
    }

    static Connection connection(Gateway gateway, String account, Regions regions) {
        return new Connection() {
            @Override
            public Site account() {
                return ToyCloud.site(gateway, account);
            }

            @Override
            public Outcome<List<String>> regions() throws TargetException {
                return regions.get();
            }

            @Override
            public boolean isRegion(String name) {
                return !name.equals("nowhere");
            }

            @Override
            public void close() {}
        };
    }

    Asset asset(String id) {
        return assets.stream()
                .filter(asset -> asset.nativeId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Region, native id. */
    List<String> places() {
        return assets.stream()
                .map(asset -> asset.scope().region() + " " + asset.nativeId())
                .sorted()
                .toList();
    }

    /** Region, type, outcome, assets, skipped. */
    List<String> coverage() {
        return units.stream()
                .sorted(Unit.ORDER)
                .map(unit -> String.join(
                        " ",
                        unit.scope().region(),
                        unit.type(),
                        unit.listing().outcome().label(),
                        String.valueOf(unit.assets()),
                        String.valueOf(unit.skipped())))
                .toList();
    }

    /** Operation, outcome, count. */
    List<String> calls() {
        return Ledger.sum(ledger).stream()
                .map(row -> row.region() + " " + row.operation() + " "
                        + row.outcome().label() + " " + row.count())
                .toList();
    }
}
