package io.nephoscope.files;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.collect.Collector;
import io.nephoscope.collect.Demand;
import io.nephoscope.collect.Earlier;
import io.nephoscope.collect.Progress;
import io.nephoscope.collect.Sink;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a collection of everything in a file hands on. */
final class Seen implements Sink {
    final List<Asset> assets = new ArrayList<>();
    final List<Unit> units = new ArrayList<>();
    final List<LedgerRow> ledger = new ArrayList<>();

    static Seen collect(Target target) throws TargetException, InterruptedException {
        FilesProvider provider = new FilesProvider();
        Demand demand = new Demand(Types.of(provider.types()));
        provider.types().forEach(demand::list);
        Seen seen = new Seen();
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        try (Gateway gateway = new Gateway(Limits.DEFAULT, Pace.REAL);
                Connection connection = provider.connect(target, gateway);
                Collector collector =
                        new Collector(demand, Earlier.NOTHING, gateway, seen, new Progress() {}, clock, 4)) {
            collector.collect(target, connection);
        }
        seen.assets.sort(Comparator.comparing(Asset::uid));
        return seen;
    }

    @Override
    public synchronized void asset(Asset asset) {
        assets.add(asset);
    }

    @Override
    public synchronized void unit(Unit unit) {
        units.add(unit);
    }

    @Override
    public synchronized void ledger(List<LedgerRow> rows) {
        ledger.addAll(rows);
    }

    Asset asset(String nativeId) {
        return assets.stream()
                .filter(asset -> asset.nativeId().equals(nativeId))
                .findFirst()
                .orElseThrow();
    }

    /** What of the assets could not be read, in the file's words. */
    List<String> unread() throws IOException {
        List<String> unread = new ArrayList<>();
        for (Asset asset : assets) {
            try (JsonGenerator nowhere = DocJson.FACTORY.createGenerator(new StringWriter())) {
                DocJson.write(
                        nowhere,
                        asset.attributes(),
                        "",
                        (path, unknown) -> unknown.causes().stream()
                                .filter(cause -> cause.outcome() == Status.FAILED)
                                .forEach(cause -> unread.add(cause.message().en())));
            }
        }
        return unread;
    }

    Unit unit(String kind) {
        return units.stream()
                .filter(unit -> unit.type().equals("files." + kind))
                .findFirst()
                .orElseThrow();
    }
}
