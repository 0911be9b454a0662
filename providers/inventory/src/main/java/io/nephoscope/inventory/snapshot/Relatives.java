package io.nephoscope.inventory.snapshot;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.collect.Unit;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Follows relations: to assets, or to the reason why there is none to be seen. */
final class Relatives {
    private final Types types;
    private final Places places;
    private final List<Unit> units;
    private final List<Unit> gaps;
    private final String tenant;

    /** @param tenant the part that is looked at; empty for the whole */
    Relatives(Types types, Places places, List<Unit> units, String tenant) {
        this.tenant = tenant;
        this.types = types;
        this.places = places;
        this.units = units;
        this.gaps = units.stream().filter(Unit::isGap).toList();
    }

    /** Assets, and an unknown in place of each that was not read; or absent or unknown where the ids are so as a whole. */
    Object of(Asset from, Relation relation, Function<String, ?> read) {
        Object ids = ids(from, relation);
        if (!(ids instanceof DocList list)) {
            return ids;
        }
        List<Object> found = new ArrayList<>();
        for (Object id : list) {
            if (id instanceof String nativeId) {
                found.add(of(from, relation, nativeId, read));
            } else if (id != Absent.ABSENT) {
                found.add(id instanceof Unknown ? id : misled(relation, id));
            }
        }
        return DocList.copyOf(found);
    }

    /** The ids; an error in the relation's function is unknown, never empty. */
    private static Object ids(Asset from, Relation relation) {
        try {
            Object ids = relation.nativeIds().apply(from.attributes());
            return ids instanceof DocList || ids instanceof Unknown || ids == Absent.ABSENT
                    ? ids
                    : misled(relation, ids);
        } catch (RuntimeException e) {
            return Unknown.because(Failure.internal("relation:" + relation.name(), e));
        }
    }

    private static Unknown misled(Relation relation, Object id) {
        return Unknown.because(Failure.internal(
                "relation:" + relation.name(),
                new Unreadable(Text.of(
                        "the answer says {0} in {1}, which is no id of {2}",
                        "应答在 {1} 中给出 {0}，这不是 {2} 的标识", id, String.join(", ", relation.inputs()), relation.target()))));
    }

    /** A name may stand for another asset in each region: one that lives elsewhere is only meant where nothing is hidden here. */
    private Object of(Asset from, Relation relation, String nativeId, Function<String, ?> read) {
        Optional<Place> place = places.find(from.scope(), relation, nativeId);
        Predicate<Unit> ours =
                unit -> unit.scope().account().equals(from.scope().account());
        Optional<Unknown> hidden =
                place.filter(it -> isMeant(from, relation, it)).isPresent()
                        ? Optional.empty()
                        : gap(relation, ours.and(unit -> isHere(from, unit)));
        if (place.isPresent() && hidden.isEmpty()) {
            return read.apply(place.get().uid());
        }
        return hidden.or(() -> gap(relation, ours))
                .or(() -> gap(relation, unit -> relation.anywhere()))
                .orElseGet(() -> missing(from, relation, nativeId));
    }

    private boolean isMeant(Asset from, Relation relation, Place place) {
        return relation.anywhere()
                || place.region().equals(from.scope().region())
                || types.named(relation.target())
                        .filter(type -> type.identity().uniqueInAccount())
                        .isPresent();
    }

    private static boolean isHere(Asset from, Unit unit) {
        String region = unit.scope().region();
        return region.equals(from.scope().region()) || region.equals(Unit.ALL);
    }

    /** Why assets that the relation may lead to were not listed. */
    private Optional<Unknown> gap(Relation relation, Predicate<Unit> where) {
        return gaps.stream()
                .filter(unit ->
                        unit.type().equals(relation.target()) || unit.type().equals(Unit.ALL))
                .filter(where)
                .map(unit -> Unknown.because(unit.listing()))
                .reduce(Unknown::and);
    }

    /** Nobody asked for such assets where it may be, or it is nowhere that was looked at. */
    private Unknown missing(Asset from, Relation relation, String nativeId) {
        Operation list = types.named(relation.target())
                .map(type -> type.listing().operations().get(0))
                .orElseThrow();
        String what = relation.target() + " " + nativeId;
        List<Unit> listed = units.stream()
                .filter(unit -> unit.type().equals(relation.target()))
                .filter(unit -> relation.anywhere()
                        || unit.scope().account().equals(from.scope().account()))
                .toList();
        if (listed.isEmpty()) {
            return Unknown.because(new Cause(
                    list.call(),
                    Status.NOT_COLLECTED,
                    list.permission(),
                    Text.of("{0} was not looked for", "未查找 {0}", what)));
        }
        Text nowhere = relation.anywhere()
                ? Text.of("{0} belongs to no account of this scan", "{0} 不属于本次扫描的任何账号", what)
                : Text.of(
                        "{0} is not among what this scan listed in the account {1}",
                        "{0} 不在本次扫描对账号 {1} 的列表中", what, from.scope().account());
        if (!tenant.isEmpty()) {
            nowhere = Text.of(
                    "{0} is not in this part of the scan, which is that of {1}", "{0} 不在本次扫描的 {1} 部分之内", what, tenant);
        }
        Text message = listed.stream().anyMatch(unit -> unit.skipped() > 0)
                ? Text.of("{0}, or lies outside the regions that were asked for", "{0}，或位于所请求的区域之外", nowhere)
                : nowhere;
        return Unknown.because(new Cause(list.call(), Status.OUTSIDE, "", message));
    }
}
