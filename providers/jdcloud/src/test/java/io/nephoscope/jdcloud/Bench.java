package io.nephoscope.jdcloud;

import io.nephoscope.collect.Collector;
import io.nephoscope.collect.Demand;
import io.nephoscope.collect.Earlier;
import io.nephoscope.collect.Progress;
import io.nephoscope.collect.Sink;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Ledger;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import io.nephoscope.jdcloud.fixture.JdCloudServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a collection from the server brings, kept in memory. */
record Bench(List<Asset> assets, List<Unit> units, List<LedgerRow> ledger) {
    static final List<String> REGIONS = List.of("cn-north-1", "cn-east-2");

    /** Calls are not slowed down, and one that fails is tried once more. */
    static final Limits FAST =
            new Limits(Duration.ofSeconds(2), 2, 2, Duration.ofMillis(1), Duration.ofMillis(2), 10_000);

    static final Map<String, String> KEYS =
            Map.of("access-key", JdCloudServer.ACCESS_KEY, "secret-key", JdCloudServer.SECRET_KEY);

    static Target target(Map<String, String> settings, Map<String, String> keys) {
        CredentialSource source = () -> Credentials.of(keys);
        return new Target("jdcloud", "", "lake", REGIONS, settings, source, Path.of("."));
    }

    static Target target(JdCloudServer server) {
        return target(Map.of("endpoint-url", server.endpoint().toString()), KEYS);
    }

    /** Collects some types whole, every detail and facet of them. */
    static Bench collect(Target target, String... types) throws Exception {
        try (JdCloudProvider provider = new JdCloudProvider();
                Gateway gateway = new Gateway(FAST, Pace.REAL)) {
            Types known = Types.ofProviders(List.of(provider));
            Demand demand = new Demand(known);
            for (AssetType type : provider.types()) {
                if (List.of(types).contains(type.name()) || types.length == 0) {
                    demand.read(type, "attributes").read(type, "facets");
                }
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
            try (Collector collector = new Collector(
                            demand, Earlier.NOTHING, gateway, sink, new Progress() {}, Clock.systemUTC(), 8);
                    Connection connection = provider.connect(target, gateway)) {
                collector.collect(target, connection);
            }
            return new Bench(assets, units, Ledger.sum(ledger));
        }
    }

    Asset asset(String nativeId) {
        return assets.stream()
                .filter(asset -> asset.nativeId().equals(nativeId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no asset " + nativeId + " among " + assets));
    }

    Doc facets(String nativeId) {
        Asset asset = asset(nativeId);
        return asset.type().facetsOf(asset.attributes());
    }

    Unit unit(String type, String region) {
        return units.stream()
                .filter(unit ->
                        unit.type().equals(type) && unit.scope().region().equals(region))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no unit " + type + " in " + region));
    }

    Map<String, Long> perType() {
        Map<String, Long> counts = new HashMap<>();
        assets.forEach(asset -> counts.merge(asset.type().name(), 1L, Long::sum));
        return counts;
    }
}
