package io.nephoscope.snapshot;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A search for the assets that have one of several keys. */
final class Search {
    private final Asset from;
    private final By by;
    private final boolean anywhere;
    private final List<AssetType> targets;
    private final Places places;
    private final Function<String, Asset> assets;
    private final Listings listings;
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> uids = new LinkedHashSet<>();
    private Optional<Unknown> unread = Optional.empty();

    /**
     * @param anywhere whether they may be in other accounts
     * @param targets the types of which they may be
     * @param assets by their uids
     */
    Search(
            Asset from,
            By by,
            boolean anywhere,
            List<AssetType> targets,
            Places places,
            Function<String, Asset> assets,
            Listings listings) {
        this.from = from;
        this.by = by;
        this.anywhere = anywhere;
        this.targets = targets;
        this.places = places;
        this.assets = assets;
        this.listings = listings;
    }

    void key(Object key, Supplier<Unknown> misled) {
        if (key instanceof Unknown unknown) {
            unknown(unknown);
        } else if (key instanceof String text && Keys.plain(by, text).isPresent()) {
            keys.add(text);
        } else if (key != Absent.ABSENT) {
            unknown(misled.get());
        }
    }

    /** Assets of a type that tells nothing of private addresses may have one of them. */
    void publicOnly(Unknown untold) {
        if (keys.stream().anyMatch(key -> Keys.isLocal(by, key))) {
            unknown(untold);
        }
    }

    void found(String uid) {
        uids.add(uid);
    }

    void unknownIn(Object field) {
        if (field instanceof Unknown unknown) {
            unknown(unknown);
        }
    }

    void unknown(Unknown more) {
        unread = Optional.of(unread.map(it -> it.and(more)).orElse(more));
    }

    void among(KeyIndex index) {
        for (String key : keys) {
            for (KeyIndex.Found found : index.find(Keys.plain(by, key).orElseThrow())) {
                add(key, found);
            }
        }
        index.unread(from.scope().account(), anywhere).ifPresent(this::unknown);
    }

    void among(Selections selecting) {
        Selections.Match match = selecting.match(from, anywhere);
        match.sure().forEach(place -> found(place.uid()));
        match.maybe().values().forEach(this::unknown);
        selecting.unread(from.scope().account(), anywhere).ifPresent(this::unknown);
    }

    private void add(String key, KeyIndex.Found found) {
        boolean ours = found.account().equals(from.scope().account());
        if (found.uid().equals(from.uid()) || !(anywhere || ours)) {
            return;
        } else if (!ours && Keys.isLocal(by, key)) {
            unknown(Unknown.because(new Cause(
                    "relation:" + by.facet(),
                    Status.OUTSIDE,
                    "",
                    Text.of(
                            "{0} is an address of a private network, and another account has it too",
                            "{0} 是私有网络地址，而另一账号也使用它", key))));
        } else if (by != By.ID || isMe(found)) {
            uids.add(found.uid());
        }
    }

    /** Another asset may have the same native id in another region, and be the one that is meant. */
    private boolean isMe(KeyIndex.Found found) {
        return places.find(assets.apply(found.uid()).scope(), List.of(from.type()), anywhere, from.nativeId())
                .filter(place -> place.uid().equals(from.uid()))
                .isPresent();
    }

    /**
     * What was found; an unknown beside it wherever more may be.
     *
     * @param all the types of which the relation's other end may be, these targets among them
     */
    DocList end(List<AssetType> all, Function<String, ?> read) {
        listings.unseen(from, targets, all, anywhere).ifPresent(this::unknown);
        List<Object> found = new ArrayList<>();
        uids.forEach(uid -> found.add(read.apply(uid)));
        unread.map(Unknown::more).ifPresent(found::add);
        return DocList.copyOf(found);
    }
}
