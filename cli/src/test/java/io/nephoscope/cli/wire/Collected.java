package io.nephoscope.cli.wire;

import io.nephoscope.collect.Collector;
import io.nephoscope.collect.Demand;
import io.nephoscope.collect.Earlier;
import io.nephoscope.collect.Progress;
import io.nephoscope.collect.Sink;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Ledger;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a collection from the emulator brings, kept in memory: for tests of types. */
public record Collected(List<Asset> assets, List<Unit> units, List<LedgerRow> ledger) {

    /** Collects some types whole, every detail and facet of them. */
    public static Collected from(Moto moto, List<String> regions, String... types) throws Exception {
        return from(moto.endpoint(), regions, types);
    }

    /** The same from another endpoint, a {@link FaultProxy} for one. */
    public static Collected from(URI endpoint, List<String> regions, String... types) throws Exception {
        Provider aws = Providers.all().stream()
                .filter(provider -> provider.name().equals("aws"))
                .findFirst()
                .orElseThrow();
        return from(
                aws,
                new Target("aws", "", "test", regions, Map.of("endpoint-url", endpoint.toString()), Path.of(".")),
                types);
    }

    /** The same from a provider of any sort. */
    public static Collected from(Provider provider, Target target, String... types) throws Exception {
        Types known = Types.ofProviders(List.of(provider));
        Demand demand = new Demand(known);
        for (String name : types) {
            AssetType type = known.named(name).orElseThrow(() -> new AssertionError("no type " + name));
            demand.read(type, "attributes").read(type, "facets");
        }
        List<Asset> assets = Collections.synchronizedList(new ArrayList<>());
        List<Unit> units = Collections.synchronizedList(new ArrayList<>());
        List<LedgerRow> ledger = Collections.synchronizedList(new ArrayList<>());
        Sink sink = new Sink() {
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
        };
        try (Gateway gateway = new Gateway(Limits.DEFAULT, Pace.REAL);
                Collector collector = new Collector(
                        demand, Earlier.NOTHING, gateway, sink, new Progress() {}, Clock.systemUTC(), 16);
                Connection connection = provider.connect(target, gateway)) {
            collector.collect(target, connection);
        }
        return new Collected(assets, units, Ledger.sum(ledger));
    }

    /** The asset with a native id. */
    public Asset asset(String nativeId) {
        return assets.stream()
                .filter(asset -> asset.nativeId().equals(nativeId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no asset " + nativeId + " among " + assets));
    }

    public Doc facets(String nativeId) {
        Asset asset = asset(nativeId);
        return asset.type().facetsOf(asset.attributes());
    }
}
