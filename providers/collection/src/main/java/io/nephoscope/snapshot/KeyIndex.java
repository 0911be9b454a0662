package io.nephoscope.snapshot;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
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
                Optional<String> plain = key instanceof String text ? Keys.plain(by, text) : Optional.empty();
                if (plain.isPresent()) {
                    byKey.computeIfAbsent(plain.get(), it -> new ArrayList<>(1)).add(new Found(asset.uid(), account));
                } else {
                    unread.merge(
                            account,
                            key instanceof Unknown unknown ? unknown : unreadable("relation:" + by.facet(), asset, key),
                            Unknown::and);
                }
            }
        }
    }

    /** A text that is no address, or a gap in a list, may stand for anything. */
    static Unknown unreadable(String call, Asset asset, Object key) {
        return Unknown.because(new Cause(
                call,
                Status.NOT_SAID,
                "",
                Text.of("{0} says {1}, by which no asset can be found", "{0} 给出 {1}，无法据此查找资产", asset.uid(), key)));
    }

    /** The assets that a key stands for, each once. */
    Set<Found> find(String plain) {
        Set<Found> found = new LinkedHashSet<>();
        Keys.covering(by, plain).forEach(key -> found.addAll(byKey.getOrDefault(key, List.of())));
        if (Keys.isWildcard(by, plain)) {
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
        return unread(unread, account, anywhere);
    }

    /** @param unread by account */
    static Optional<Unknown> unread(Map<String, Unknown> unread, String account, boolean anywhere) {
        return unread.entrySet().stream()
                .filter(it -> anywhere || it.getKey().equals(account))
                .map(Map.Entry::getValue)
                .reduce(Unknown::and);
    }
}
