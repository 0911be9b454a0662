package io.nephoscope.snapshot;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.snapshot.Manifest.ManifestTarget;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a collection that was cut off did not come to: a gap, and not nothing. */
final class CutOff {
    private final Types types;
    private final Set<String> demand;
    private final Set<Unit.Id> read;

    private CutOff(Types types, Set<String> demand, Set<Unit.Id> read) {
        this.types = types;
        this.demand = demand;
        this.read = read;
    }

    /** The units that were asked for and are not among those that were read; none where the collection came to its end. */
    static List<Unit> unread(Manifest manifest, Types types, List<Unit> read) {
        if (manifest.isFinished()) {
            return List.of();
        }
        Set<Unit.Id> ids = read.stream().map(Unit::id).collect(Collectors.toCollection(HashSet::new));
        CutOff cutOff = new CutOff(types, manifest.types(), ids);
        return manifest.targets().stream().flatMap(cutOff::unread).toList();
    }

    private Stream<Unit> unread(ManifestTarget target) {
        return target.accounts().stream()
                .flatMap(account -> demand.stream()
                        .filter(type -> type.startsWith(target.provider() + "."))
                        .flatMap(type -> types.named(type).stream())
                        .flatMap(type -> unread(target, account, type)));
    }

    private Stream<Unit> unread(ManifestTarget target, String account, AssetType type) {
        Stream<String> regions;
        if (type.reach() == AssetType.Reach.ACCOUNT) {
            regions = Stream.of(Scope.GLOBAL);
        } else if (target.regions().isEmpty()) {
            // The regions are asked for when the account is read: which were still to come, nobody wrote down.
            regions = Stream.of(Unit.ALL);
        } else {
            regions = target.regions().stream();
        }
        return regions.filter(region -> Stream.of(region, Unit.ALL)
                        .noneMatch(place -> read.contains(new Unit.Id(target.provider(), account, place, type.name()))))
                .map(region -> unread(target, new Scope(target.branch(), account, region), type));
    }

    private static Unit unread(ManifestTarget target, Scope scope, AssetType type) {
        Operation list = type.listing().operations().get(0);
        Cause cause = new Cause(
                list.call(),
                Status.FAILED,
                list.permission(),
                Text.of("the scan was cut off before this was read to its end", "扫描在读取完成之前中断"));
        return new Unit(target.provider(), scope, type.name(), cause, 0, 0);
    }
}
