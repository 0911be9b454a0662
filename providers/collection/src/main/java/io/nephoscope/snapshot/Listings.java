package io.nephoscope.snapshot;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was listed, and so where an asset may be that nobody saw. */
final class Listings {
    private static final int MOST_NAMED = 3;

    private final List<Unit> units;
    private final List<Unit> gaps;
    private final String branch;
    private final String part;
    /** Many assets are looked for in the same places. */
    private final Map<Search, Optional<Unknown>> unseen = new ConcurrentHashMap<>();

    /**
     * @param branch the part of the snapshot that is looked at; empty for the whole
     * @param part what of the organisation the accounts are, each of them whole; empty for the whole
     */
    Listings(List<Unit> units, String branch, String part) {
        this.units = units;
        this.gaps = units.stream().filter(Unit::isGap).toList();
        this.branch = branch;
        this.part = part;
    }

    /** The units among which assets are to which one is related: those of its account, or all. */
    static Predicate<Unit> within(Asset from, boolean anywhere) {
        return unit -> anywhere || unit.scope().account().equals(from.scope().account());
    }

    /** Why assets of some types were not listed. */
    Optional<Unknown> gap(Collection<AssetType> types, Predicate<Unit> where) {
        return gaps.stream()
                .filter(unit -> unit.type().equals(Unit.ALL) || isOfOne(unit, types))
                .filter(where)
                .map(unit -> Unknown.because(unit.listing()))
                .reduce(Unknown::and);
    }

    private static boolean isOfOne(Unit unit, Collection<AssetType> types) {
        return types.stream().anyMatch(type -> type.name().equals(unit.type()));
    }

    /** Where somebody looks for assets of some types: in one account, or in all. */
    private record Search(List<AssetType> types, List<AssetType> all, Optional<String> account) {}

    /**
     * Why there may be assets of some types that nobody saw; empty where there are none.
     *
     * @param all the types of which the asset that is looked for may be instead, these among them
     */
    Optional<Unknown> unseen(Asset from, List<AssetType> types, List<AssetType> all, boolean anywhere) {
        Optional<String> account =
                anywhere ? Optional.empty() : Optional.of(from.scope().account());
        return unseen.computeIfAbsent(new Search(types, all, account), search -> {
            Optional<Unknown> gap = gap(types, within(from, anywhere));
            Optional<Unknown> beyond = beyond(from, types, all, anywhere);
            return gap.isPresent() && beyond.isPresent()
                    ? Optional.of(gap.get().and(beyond.get()))
                    : gap.or(() -> beyond);
        });
    }

    /** Why an asset may be beyond what was listed; empty where all of it was. */
    private Optional<Unknown> beyond(Asset from, List<AssetType> types, List<AssetType> all, boolean anywhere) {
        List<AssetType> unlisted = unlisted(from, types, all, anywhere);
        boolean isPart = isPart(anywhere)
                || units.stream()
                        .filter(within(from, anywhere))
                        .anyMatch(unit -> unit.skipped() > 0 && isOfOne(unit, types));
        if (unlisted.isEmpty() && !isPart) {
            return Optional.empty();
        }
        List<AssetType> where = unlisted.isEmpty() ? types : unlisted;
        String named = where.stream().limit(MOST_NAMED).map(AssetType::name).collect(Collectors.joining(", "));
        String what = where.size() > MOST_NAMED ? named + ", …" : named;
        return Optional.of(Unknown.because(missing(from, where, anywhere, what)));
    }

    /** An account may have assets in several branches, but of an account that was asked for the whole was read. */
    private boolean isPart(boolean anywhere) {
        return !branch.isEmpty() || (anywhere && !part.isEmpty());
    }

    /** A provider of which the scan has no account holds nothing of this scan, as long as another was asked. */
    private List<AssetType> unlisted(Asset from, List<AssetType> types, List<AssetType> all, boolean anywhere) {
        List<Unit> here = units.stream().filter(within(from, anywhere)).toList();
        boolean isAsked = here.stream().anyMatch(unit -> isOfOne(unit, all));
        return types.stream()
                .filter(type -> here.stream().noneMatch(unit -> unit.type().equals(type.name())))
                .filter(type ->
                        !isAsked || here.stream().anyMatch(unit -> type.name().startsWith(unit.provider() + ".")))
                .toList();
    }

    /** Nobody asked for such assets where one may be, or it is nowhere that was looked at. */
    Cause missing(Asset from, List<AssetType> types, boolean anywhere, String what) {
        Operation list = types.get(0).listing().operations().get(0);
        List<Unit> listed = units.stream()
                .filter(unit -> isOfOne(unit, types))
                .filter(within(from, anywhere))
                .toList();
        if (listed.isEmpty()) {
            return new Cause(
                    list.call(),
                    Status.NOT_COLLECTED,
                    list.permission(),
                    Text.of("{0} was not looked for", "未查找 {0}", what));
        }
        Text nowhere = anywhere
                ? Text.of("{0} belongs to no account of this scan", "{0} 不属于本次扫描的任何账号", what)
                : Text.of(
                        "{0} is not among what this scan listed in the account {1}",
                        "{0} 不在本次扫描对账号 {1} 的列表中", what, from.scope().account());
        if (isPart(anywhere)) {
            nowhere = Text.of(
                    "{0} is not in this part of the scan, which is that of {1}", "{0} 不在本次扫描的 {1} 部分之内", what, part);
        }
        Text message = listed.stream().anyMatch(unit -> unit.skipped() > 0)
                ? Text.of("{0}, or lies outside the regions that were asked for", "{0}，或位于所请求的区域之外", nowhere)
                : nowhere;
        return new Cause(list.call(), Status.OUTSIDE, "", message);
    }
}
