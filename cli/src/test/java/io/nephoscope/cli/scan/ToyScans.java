package io.nephoscope.cli.scan;

import io.nephoscope.cli.organisation.Account;
import io.nephoscope.cli.organisation.Organisation;
import io.nephoscope.cli.toy.ToyProvider;
import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.output.FileMode;
import io.nephoscope.snapshot.Snapshot;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scans toy accounts into a folder. */
record ToyScans(Path folder, List<String> lost) {
    static final Types TYPES = Types.of(new ToyProvider().types());
    static final String WORLD = "north/a=open south/b=shut south/c=secret user/ann";

    static List<String> assets(Snapshot snapshot) {
        List<String> lines = new ArrayList<>();
        snapshot.forEach(
                asset -> lines.add(asset.uid() + " in " + asset.scope().branch() + " " + sorted(asset.attributes())));
        return lines;
    }

    static Doc sorted(Doc attributes) {
        Doc.Builder sorted = Doc.builder();
        attributes.keys().stream().sorted().forEach(key -> sorted.put(key, attributes.get(key)));
        return sorted.build();
    }

    static List<String> units(Snapshot snapshot) {
        return snapshot.units().stream()
                .map(unit -> String.join(
                        " ",
                        unit.scope().account(),
                        unit.scope().region(),
                        unit.type(),
                        unit.listing().outcome().label(),
                        String.valueOf(unit.assets()),
                        String.valueOf(unit.skipped())))
                .toList();
    }

    static Account live(String label, Map<String, String> settings) {
        return new Account(target(label, List.of(), settings), Optional.empty());
    }

    static Target target(String label, List<String> regions, Map<String, String> settings) {
        return new Target("toy", "Group/" + label, label, regions, settings, Path.of(""));
    }

    Snapshot scan(Account... accounts) throws InterruptedException {
        return scan(Set.of(), accounts);
    }

    Snapshot scan(Set<String> only, Account... accounts) throws InterruptedException {
        return scan(folder.resolve("snapshot"), demandForAll(), only, accounts);
    }

    Snapshot scan(Path into, Demand demand, Set<String> only, Account... accounts) throws InterruptedException {
        scanner(demand, only, accounts).into(into, FileMode.PRIVATE);
        return Snapshot.open(into, TYPES);
    }

    /** Goes on with what is in the folder of {@link #scan(Account...)}. */
    Snapshot resume(Demand demand, Account... accounts) throws InterruptedException {
        Path into = folder.resolve("snapshot");
        scanner(demand, Set.of(), accounts).resume(into, FileMode.PRIVATE);
        return Snapshot.open(into, TYPES);
    }

    private Scan scanner(Demand demand, Set<String> only, Account... accounts) {
        Scan.Request request = new Scan.Request(
                new Organisation("Group", List.of(accounts)),
                only,
                demand,
                TYPES,
                Map.of("toy", new ToyProvider()),
                Limits.DEFAULT,
                4,
                "test");
        Watch watch = new Watch() {
            @Override
            public void lost(Text reason) {
                lost.add(reason.en());
            }
        };
        return new Scan(request, watch, Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    }

    static Demand demandForAll() {
        Demand demand = new Demand(TYPES);
        TYPES.all().forEach(type -> demand.read(type, "attributes"));
        return demand;
    }

    Snapshot replay(Demand demand, List<String> regions) throws InterruptedException {
        Account account = new Account(target("after", regions, Map.of()), Optional.of(folder.resolve("snapshot")));
        return scan(folder.resolve("replayed"), demand, Set.of(), account);
    }
}
