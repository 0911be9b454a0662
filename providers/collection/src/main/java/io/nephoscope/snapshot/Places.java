package io.nephoscope.snapshot;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is kept of every asset in memory: where it stands in the file, and for what relations lead to also its native id. */
final class Places {
    private final Set<String> targets;
    private final Map<String, Place> byUid = new TreeMap<>();
    private final Map<String, List<Place>> byNativeId = new HashMap<>();
    /** By type, the assets of those types that relations look for. */
    private final Map<String, SortedSet<String>> byType = new HashMap<>();
    /** By branch, how many assets there are of each type. */
    private final SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();

    /** By provider and account, the regions in which there are assets. */
    private final SortedMap<String, SortedSet<String>> regions = new TreeMap<>();

    private int withGaps;
    private boolean isSignedOut;

    Places(Types types) {
        targets = types.all().stream()
                .flatMap(type -> type.relations().stream().flatMap(relation -> lookedFor(types, type, relation)))
                .map(AssetType::name)
                .collect(Collectors.toSet());
    }

    /** The types whose assets following a relation looks for: those at its other end, and those that select, which are the fewer. */
    private static Stream<AssetType> lookedFor(Types types, AssetType type, Relation relation) {
        return Stream.concat(
                relation.isToAnything() ? Stream.empty() : types.targets(relation).stream(),
                relation.by() == By.SELECTOR ? Stream.of(type) : Stream.empty());
    }

    /** @throws IllegalArgumentException where the line is not an asset */
    void add(Doc json, LineReader.Line line, Entries entries) {
        String uid = json.text("uid");
        if (uid.isEmpty()) {
            throw new IllegalArgumentException("an asset without a uid");
        }
        Scope scope = AssetJson.scope(json, entries);
        Place place = new Place(uid, scope.account(), scope.region(), line.number(), line.offset(), line.length());
        if (byUid.put(uid, place) == null) {
            counts.computeIfAbsent(scope.branch(), branch -> new TreeMap<>()).merge(json.text("type"), 1L, Long::sum);
        }
        if (!scope.region().equals(Scope.GLOBAL)) {
            regions.computeIfAbsent(
                            account(AssetJson.unit(json, entries).provider(), scope.account()), key -> new TreeSet<>())
                    .add(place.region());
        }
        withGaps += AssetJson.lacks(json, entries, Status::isGap) ? 1 : 0;
        isSignedOut |= AssetJson.lacks(json, entries, Status.SIGNED_OUT::equals);
        if (targets.contains(json.text("type"))) {
            byType.computeIfAbsent(json.text("type"), key -> new TreeSet<>()).add(uid);
            byNativeId
                    .computeIfAbsent(key(json.text("type"), json.text("nativeId")), key -> new ArrayList<>(1))
                    .add(place);
        }
    }

    /** By branch, how many assets there are of each type. */
    SortedMap<String, SortedMap<String, Long>> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }

    /** The regions in which an account has assets. */
    SortedSet<String> regions(String provider, String account) {
        return Collections.unmodifiableSortedSet(regions.getOrDefault(account(provider, account), new TreeSet<>()));
    }

    private static String account(String provider, String account) {
        return provider + "|" + account;
    }

    /** How many assets lack a field that was asked for. */
    int withGaps() {
        return withGaps;
    }

    /** Whether the credentials did not hold until every asset was read. */
    boolean isSignedOut() {
        return isSignedOut;
    }

    /** In order. */
    Collection<String> uids() {
        return Collections.unmodifiableSet(byUid.keySet());
    }

    /** @throws IllegalArgumentException for what is none of {@link #uids()} */
    Place at(String uid) {
        Place place = byUid.get(uid);
        if (place == null) {
            throw new IllegalArgumentException("no asset " + uid);
        }
        return place;
    }

    /** The uids of the assets of a type to which relations lead, in order. */
    Collection<String> uidsOf(AssetType type) {
        return Collections.unmodifiableSet(byType.getOrDefault(type.name(), new TreeSet<>()));
    }

    /**
     * The assets with one of some native ids.
     *
     * @param nativeIds as {@link Keys#id} spells them
     * @param assets by their uids, which end with a native id
     */
    Stream<Asset> named(Set<String> nativeIds, Function<String, Asset> assets) {
        return byUid.keySet().stream()
                .filter(uid -> endsWithOneOf(nativeIds, Keys.id(uid)))
                .map(assets)
                .filter(asset -> nativeIds.contains(Keys.id(asset.nativeId())));
    }

    /** Native ids may hold colons themselves. */
    private static boolean endsWithOneOf(Set<String> nativeIds, String uid) {
        for (int colon = uid.indexOf(':'); colon >= 0; colon = uid.indexOf(':', colon + 1)) {
            if (nativeIds.contains(uid.substring(colon + 1))) {
                return true;
            }
        }
        return false;
    }

    /** The asset of a type and native id: of the same account, in the same region if there is one; or else of any account. */
    Optional<Place> find(Scope from, Collection<AssetType> targets, boolean anywhere, String nativeId) {
        return targets.stream()
                .flatMap(type -> byNativeId.getOrDefault(key(type.name(), nativeId), List.of()).stream())
                .filter(place -> anywhere || place.account().equals(from.account()))
                .min(Comparator.comparing((Place place) -> !place.account().equals(from.account()))
                        .thenComparing(place -> !place.region().equals(from.region()))
                        .thenComparing(Place::uid));
    }

    private static String key(String type, String nativeId) {
        return type + "|" + nativeId;
    }
}
