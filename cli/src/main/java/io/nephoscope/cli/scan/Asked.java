package io.nephoscope.cli.scan;

import io.nephoscope.collect.Demand;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.snapshot.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked of a recording.
 *
 * @param types the types of the demand that the target's provider lists
 * @param otherCalls the calls that the demand does not send
 */
record Asked(Target target, Demand demand, List<AssetType> types, Set<String> otherCalls) {
    static Asked of(Target target, Demand demand, Types types) {
        Set<String> others = new HashSet<>();
        types.all().stream()
                .flatMap(type -> Stream.concat(
                        type.listing().operations().stream(),
                        type.details().stream().flatMap(detail -> detail.operations().stream())))
                .forEach(operation -> others.add(operation.call()));
        demand.types().stream()
                .flatMap(type -> demand.operations(type).stream())
                .forEach(operation -> others.remove(operation.call()));
        return new Asked(target, demand, demand.typesOf(target.provider()), others);
    }

    boolean type(String name) {
        return name.equals(Unit.ALL)
                || types.stream().anyMatch(type -> type.name().equals(name));
    }

    boolean region(String name) {
        return target.regions().isEmpty()
                || name.equals(Scope.GLOBAL)
                || name.equals(Unit.ALL)
                || target.regions().contains(name);
    }

    boolean call(LedgerRow row) {
        return row.provider().equals(target.provider())
                && region(row.region())
                && call(row.service() + ":" + row.operation());
    }

    boolean call(String call) {
        return !otherCalls.contains(call);
    }

    /** What an asset's listing fills, and the details that are asked for: a gap in any other is nobody's loss. */
    Doc attributes(Asset asset) {
        Set<String> filled =
                demand.details(asset.type()).stream().map(Detail::attribute).collect(Collectors.toSet());
        Doc.Builder kept = Doc.builder();
        asset.attributes().forEach((attribute, field) -> {
            if (filled.contains(attribute) || asset.type().detail(attribute).isEmpty()) {
                kept.put(attribute, field);
            }
        });
        return kept.build();
    }

    /** What is asked for of an account and the recording does not hold. */
    List<Unit> gaps(String account, Snapshot recording, String recordedAt) {
        Set<String> recorded = recording.units().stream()
                .filter(unit -> unit.scope().account().equals(account))
                .map(unit -> unit.type() + "|" + unit.scope().region())
                .collect(Collectors.toSet());
        Set<String> recordedTypes = recorded.stream()
                .map(unit -> unit.substring(0, unit.indexOf('|')))
                .collect(Collectors.toSet());
        return types.stream()
                .filter(type -> !recordedTypes.contains(Unit.ALL))
                .flatMap(type -> regions(type)
                        .filter(region -> region.equals(Unit.ALL)
                                ? !recordedTypes.contains(type.name())
                                : !recorded.contains(type.name() + "|" + region)
                                        && !recorded.contains(type.name() + "|" + Unit.ALL))
                        .map(region -> gap(type, scope(account, region), recordedAt)))
                .toList();
    }

    private Stream<String> regions(AssetType type) {
        boolean everywhere =
                type.reach() == AssetType.Reach.ACCOUNT || target.regions().isEmpty();
        return everywhere ? Stream.of(Unit.ALL) : target.regions().stream();
    }

    private Scope scope(String account, String region) {
        return new Scope(target.branch(), account, region);
    }

    private Unit gap(AssetType type, Scope scope, String recordedAt) {
        Operation list = type.listing().operations().get(0);
        Text message = Text.of("the recording of {0} does not hold this", "{0} 的录制数据不含此内容", recordedAt);
        Cause notRecorded = new Cause(list.call(), Status.FAILED, list.permission(), message);
        return new Unit(target.provider(), scope, type.name(), notRecorded, 0, 0);
    }
}
