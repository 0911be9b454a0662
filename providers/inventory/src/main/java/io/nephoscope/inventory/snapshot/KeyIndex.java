package io.nephoscope.inventory.snapshot;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Some assets by what they are found by, made in one pass when a relation is first followed. */
final class KeyIndex {
    private final By by;
    private final Map<String, List<Found>> byKey = new HashMap<>();
    /** What is not known of the keys of an account's assets: any of them may be what is looked for. */
    private final Map<String, Unknown> unread = new TreeMap<>();

    /** An asset that was found. */
    record Found(String uid, String account) {}

    private KeyIndex(By by) {
        this.by = by;
    }

    /** @param keys of an asset: a list of texts, absent, or unknown */
    static KeyIndex of(By by, Collection<String> uids, Function<String, Asset> assets, Function<Asset, Object> keys) {
        KeyIndex index = new KeyIndex(by);
        uids.stream().map(assets).forEach(asset -> index.add(asset, keys.apply(asset)));
        return index;
    }

    private void add(Asset asset, Object keys) {
        String account = asset.scope().account();
        if (keys instanceof Unknown unknown) {
            unread.merge(account, unknown, Unknown::and);
        } else if (keys instanceof DocList list) {
            for (Object key : list) {
                if (key instanceof Unknown unknown) {
                    unread.merge(account, unknown, Unknown::and);
                } else if (key instanceof String text) {
                    Keys.plain(by, text)
                            .ifPresent(plain -> byKey.computeIfAbsent(plain, it -> new ArrayList<>(1))
                                    .add(new Found(asset.uid(), account)));
                }
            }
        }
    }

    /** The assets that a key stands for, each once. */
    Set<Found> find(String plain) {
        Set<Found> found = new LinkedHashSet<>();
        Keys.covering(by, plain).forEach(key -> found.addAll(byKey.getOrDefault(key, List.of())));
        if (Keys.covers(plain, plain.substring(1))) {
            byKey.forEach((key, assets) -> {
                if (Keys.covers(plain, key)) {
                    found.addAll(assets);
                }
            });
        }
        return found;
    }

    /** Why assets with the same key may be missing: of one account, or of all. */
    Optional<Unknown> unread(String account, boolean anywhere) {
        return unread.entrySet().stream()
                .filter(it -> anywhere || it.getKey().equals(account))
                .map(Map.Entry::getValue)
                .reduce(Unknown::and);
    }
}
