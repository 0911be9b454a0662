package io.nephoscope.snapshot;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Guards;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.Selector;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Follows relations: to assets, or to the reason why there is none to be seen. That nobody was found means that there is nobody only
 * where every listing that could hold one is whole.
 */
final class Relatives {
    private final Types types;
    private final Places places;
    private final Listings listings;
    private final Function<String, Asset> assets;
    private final Map<Object, KeyIndex> indexes = new ConcurrentHashMap<>();
    private final Map<Object, Selections> selections = new ConcurrentHashMap<>();
    private final Map<Object, Map<String, Selections.Reach>> reached = new ConcurrentHashMap<>();

    /** @param assets by their uids */
    Relatives(Types types, Places places, Listings listings, Function<String, Asset> assets) {
        this.types = types;
        this.places = places;
        this.listings = listings;
        this.assets = assets;
    }

    /** Assets, and an unknown in place of each that was not read; or absent or unknown where the keys are so as a whole. */
    Object of(Asset from, Relation relation, Function<String, ?> read) {
        if (relation.isBack()) {
            return back(from, relation, read);
        }
        Object keys = keys(from, relation);
        if (!(keys instanceof DocList list)) {
            return keys;
        }
        return switch (relation.by()) {
            case ID -> byId(from, relation, list, read);
            case ADDRESS, DOMAIN -> byFacet(from, relation, list, read);
            case SELECTOR -> bySelector(from, relation, list, read);
        };
    }

    private DocList byId(Asset from, Relation relation, DocList ids, Function<String, ?> read) {
        List<Object> found = new ArrayList<>();
        for (Object id : ids) {
            if (id instanceof String nativeId) {
                found.add(byId(from, relation, nativeId, read));
            } else if (id != Absent.ABSENT) {
                found.add(id instanceof Unknown ? id : misled(relation, id));
            }
        }
        return DocList.copyOf(found);
    }

    /** The keys; an error in the relation's function is unknown, never empty. */
    private static Object keys(Asset from, Relation relation) {
        try {
            Object keys = relation.keys().apply(from.attributes());
            if (keys instanceof DocList list && relation.by() == By.SELECTOR) {
                return selectors(relation, list);
            }
            return keys instanceof DocList || keys instanceof Unknown || keys == Absent.ABSENT
                    ? keys
                    : misled(relation, keys);
        } catch (RuntimeException e) {
            return Unknown.because(Failure.internal("relation:" + relation.name(), e));
        }
    }

    /** What is no selector may select anything. */
    private static DocList selectors(Relation relation, DocList texts) {
        return DocList.copyOf(texts.stream()
                .map(text -> {
                    try {
                        return text instanceof String selector
                                ? Selections.plain(Selector.parse(selector)).toString()
                                : text instanceof Unknown || text == Absent.ABSENT ? text : misled(relation, text);
                    } catch (Unreadable e) {
                        return unreadable(
                                relation,
                                Text.of(
                                        "the answer says in {0}: {1}",
                                        "应答的 {0}：{1}", String.join(", ", relation.inputs()), e.text()));
                    }
                })
                .toList());
    }

    /** What a link leads by where it is followed back: of one that was left out nobody knows whither it leads. */
    private static Object said(Object keys, Relation link) {
        return keys == Absent.ABSENT
                ? Unknown.because(new Cause(
                        "relation:" + link.name(),
                        Status.NOT_SAID,
                        "",
                        Text.of("{0}", "{0}", String.join(", ", link.inputs()))))
                : keys;
    }

    private static Unknown misled(Relation relation, Object key) {
        Text text = relation.by() == By.ID
                ? Text.of(
                        "the answer says {0} in {1}, which is no id of {2}",
                        "应答在 {1} 中给出 {0}，这不是 {2} 的标识", key, String.join(", ", relation.inputs()), relation.target())
                : Text.of(
                        "the answer says {0} in {1}, by which no asset can be found",
                        "应答在 {1} 中给出 {0}，无法据此查找资产", key, String.join(", ", relation.inputs()));
        return unreadable(relation, text);
    }

    private static Unknown unreadable(Relation relation, Text why) {
        return Unknown.because(Failure.internal("relation:" + relation.name(), new Unreadable(why)));
    }

    /** A name may stand for another asset in each region: one that lives elsewhere is only meant where nothing is hidden here. */
    private Object byId(Asset from, Relation relation, String nativeId, Function<String, ?> read) {
        List<AssetType> targets = types.targets(relation);
        Optional<Place> place = places.find(from.scope(), targets, relation.anywhere(), nativeId);
        Predicate<Unit> ours = Listings.within(from, false);
        Optional<Unknown> hidden =
                place.filter(it -> isMeant(from, relation, it, targets)).isPresent()
                        ? Optional.empty()
                        : listings.gap(targets, ours.and(unit -> isHere(from, unit)));
        if (place.isPresent() && hidden.isEmpty()) {
            return read.apply(place.get().uid());
        }
        return hidden.or(() -> listings.gap(targets, ours))
                .or(() -> listings.gap(targets, unit -> relation.anywhere()))
                .orElseGet(() -> Unknown.because(
                        listings.missing(from, targets, relation.anywhere(), relation.target() + " " + nativeId)));
    }

    private static boolean isMeant(Asset from, Relation relation, Place place, List<AssetType> targets) {
        return relation.anywhere()
                || place.region().equals(from.scope().region())
                || targets.stream().allMatch(type -> type.identity().uniqueInAccount());
    }

    private static boolean isHere(Asset from, Unit unit) {
        String region = unit.scope().region();
        return region.equals(from.scope().region()) || region.equals(Unit.ALL);
    }

    private DocList byFacet(Asset from, Relation relation, DocList keys, Function<String, ?> read) {
        List<AssetType> targets = types.targets(relation);
        Search search = search(from, relation.by(), relation.anywhere(), targets);
        for (Object key : keys) {
            search.key(key, () -> misled(relation, key));
        }
        for (AssetType target : targets) {
            if (target.facet(relation.by().facet()).isEmpty()) {
                search.publicOnly(untold(target, relation.by()));
            }
            search.among(index(
                    List.of(target.name(), relation.by()),
                    relation.by(),
                    target,
                    asset -> facet(asset, relation.by())));
        }
        return search.end(targets, read);
    }

    private DocList bySelector(Asset from, Relation relation, DocList selectors, Function<String, ?> read) {
        List<AssetType> targets = types.targets(relation);
        Search search = search(from, relation.by(), relation.anywhere(), targets);
        selectors.forEach(search::unknownIn);
        Selections selecting = selections(from.type(), relation);
        Selections.Reach mine = reached.computeIfAbsent(
                        List.of(from.type().name(), relation.name()),
                        key -> selecting.reach(uidsOf(relation, targets), assets, relation.anywhere()))
                .get(from.uid());
        if (mine != null) {
            mine.uids().forEach(search::found);
            mine.more().ifPresent(search::unknown);
        }
        return search.end(targets, read);
    }

    /** Of all assets no second list is kept. */
    private Stream<String> uidsOf(Relation relation, List<AssetType> targets) {
        return relation.isToAnything()
                ? places.uids().stream()
                : targets.stream().flatMap(type -> places.uidsOf(type).stream());
    }

    private Selections selections(AssetType type, Relation link) {
        return selections.computeIfAbsent(
                List.of(type.name(), link.name()),
                key -> Selections.of(
                        places.uidsOf(type),
                        places,
                        assets,
                        this::unseenLike,
                        asset -> said(keys(asset, link), link),
                        types.targets(link)));
    }

    /** Why there may be assets of the type of one, in any account, that nobody saw. */
    private Optional<Unknown> unseenLike(Asset asset) {
        List<AssetType> own = List.of(asset.type());
        return listings.unseen(asset, own, own, true);
    }

    /** What an asset is found by. A type that tells its public addresses alone tells nothing of its private ones. */
    static Object facet(Asset asset, By by) {
        if (by == By.ID) {
            return DocList.of(asset.nativeId());
        }
        return asset.type()
                .facet(by.facet())
                .or(() -> asset.type().facet(by.instead()))
                .map(it -> it.of(asset.attributes()))
                .orElseGet(() -> untold(asset.type(), by));
    }

    static Unknown untold(AssetType type, By by) {
        return Unknown.because(new Cause(
                "derive:" + by.facet(),
                Status.NOT_COLLECTED,
                "",
                Text.of("{0} has no way to tell facets.{1}", "{0} 没有读取 facets.{1} 的途径", type, by.facet())));
    }

    private KeyIndex index(Object name, By by, AssetType type, Function<Asset, Object> keys) {
        return indexes.computeIfAbsent(name, key -> KeyIndex.of(by, places.uidsOf(type), assets, keys));
    }

    private Search search(Asset from, By by, boolean anywhere, List<AssetType> targets) {
        return new Search(from, by, anywhere, targets, places, assets, listings);
    }

    private DocList back(Asset from, Relation relation, Function<String, ?> read) {
        List<AssetType> sources = types.targets(relation);
        List<Object> found = new ArrayList<>();
        for (Relation.Source source : relation.sources()) {
            Relation link = source.relation();
            AssetType type = types.named(source.type()).orElseThrow();
            Search search = search(from, link.by(), link.anywhere(), List.of(type));
            if (link.by() == By.SELECTOR) {
                search.among(selections(type, link));
            } else {
                backByFacet(from, search, relation, type, link);
            }
            search.end(sources, read).forEach(found::add);
        }
        ownGuards(from, relation).ifPresent(found::add);
        return DocList.copyOf(found);
    }

    /** A cloud's own product may guard its assets: where its provider has no type for such products, nobody could see that. */
    private Optional<Unknown> ownGuards(Asset from, Relation relation) {
        String type = from.type().name();
        String provider = type.substring(0, type.indexOf('.'));
        return Guards.kind(relation.name())
                .filter(kind -> types.all().stream()
                        .noneMatch(it -> it.kind().equals(kind) && it.name().startsWith(provider + ".")))
                .map(kind -> Unknown.because(new Cause(
                                "relation:" + relation.name(),
                                Status.NOT_COLLECTED,
                                "",
                                Text.of(
                                        "{0} has no type that tells of {1}",
                                        "{0} 没有可提供 {1} 的类型", provider, kind.name())))
                        .more());
    }

    private void backByFacet(Asset from, Search search, Relation relation, AssetType type, Relation link) {
        Object mine = facet(from, link.by());
        if (mine instanceof DocList list) {
            list.forEach(key -> search.key(key, () -> misled(relation, key)));
            if (link.by() != By.ID && from.type().facet(link.by().facet()).isEmpty()) {
                search.unknown(untold(from.type(), link.by()));
            }
        } else {
            search.unknownIn(mine);
        }
        search.among(index(
                List.of(type.name(), link.name(), "back"), link.by(), type, asset -> said(keys(asset, link), link)));
    }
}
