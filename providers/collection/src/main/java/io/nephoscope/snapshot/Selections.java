package io.nephoscope.snapshot;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.Selector;
import io.nephoscope.inventory.Selector.Sort;
import io.nephoscope.inventory.TagKeys;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what the assets of one type select others, made in one pass when the relation is first followed, from either end. Those that select
 * are few; those that they may select are many, and are looked at one by one and not kept.
 */
final class Selections {
    private static final Unknown PRIVATE = outside(
            Sort.ADDRESS,
            Text.of("an address of a private network is selected from another account", "私有网络中的地址由另一账号选择"));
    private static final Unknown PARTLY_HELD =
            outside(Sort.ADDRESS, Text.of("of a block of addresses only a part is selected", "地址段只有一部分被选择"));
    private static final Unknown PARTLY_NAMED =
            outside(Sort.DOMAIN, Text.of("of all names below a domain only some are selected", "域名下的所有名称只有一部分被选择"));

    private final Map<Selector, Set<Place>> exact = new HashMap<>();
    private final Blocks<Block> blocks = new Blocks<>();
    private final Map<Sort, Set<Place>> bySort = new EnumMap<>(Sort.class);
    private final Map<String, Set<Place>> byTagKey = new HashMap<>();
    /** For each way in which keys are told apart, those that select a tag in its spelling. */
    private final Map<TagKeys, Map<Tag, Set<Place>>> byTag = new EnumMap<>(TagKeys.class);
    /** Those that select by addresses of which some are private to a network. */
    private final Set<Place> byLocalAddress = new LinkedHashSet<>();
    /** What is not known of whom an account's assets select: any of them may select anything. */
    private final Map<String, Unknown> unread = new TreeMap<>();
    /** By native id, all that a selector of that id may mean. */
    private final Map<String, List<Place>> namesakes = new HashMap<>();

    private final Function<Asset, Optional<Unknown>> unseenLike;

    private record Tag(String key, String value) {}

    /** A block of addresses by which an asset selects. */
    private record Block(Cidr block, Place selecting) {}

    /**
     * Which assets select one.
     *
     * @param sure those that do
     * @param maybe those that may, and why that is not known
     */
    record Match(Set<Place> sure, Map<Place, Unknown> maybe) {
        private Match() {
            this(new LinkedHashSet<>(), new LinkedHashMap<>());
        }

        private void maybe(Collection<Place> selecting, Unknown why) {
            selecting.forEach(it -> maybe.merge(it, why, Unknown::and));
        }
    }

    private Selections(Function<Asset, Optional<Unknown>> unseenLike) {
        this.unseenLike = unseenLike;
    }

    /**
     * @param selecting the uids of those that select
     * @param unseenLike why there may be more of an asset's type that nobody saw
     * @param selectors of an asset: a list of selectors' texts and unknowns, absent, or unknown
     * @param ends the types that may be selected
     */
    static Selections of(
            Collection<String> selecting,
            Places places,
            Function<String, Asset> assets,
            Function<Asset, Optional<Unknown>> unseenLike,
            Function<Asset, Object> selectors,
            Collection<AssetType> ends) {
        Selections all = new Selections(unseenLike);
        selecting.forEach(uid -> all.add(places.at(uid), selectors.apply(assets.apply(uid))));
        Set<String> ids = all.exact.keySet().stream()
                .filter(selector -> selector.sort() == Sort.ID)
                .map(Selector::what)
                .collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            places.named(ids, assets)
                    .filter(asset -> ends.contains(asset.type()))
                    .forEach(asset -> all.namesakes
                            .computeIfAbsent(Keys.id(asset.nativeId()), id -> new ArrayList<>(1))
                            .add(places.at(asset.uid())));
        }
        return all;
    }

    private void add(Place selecting, Object selectors) {
        if (selectors instanceof Unknown unknown) {
            unread.merge(selecting.account(), unknown, Unknown::and);
        } else if (selectors instanceof DocList list) {
            list.forEach(item -> {
                if (item instanceof Unknown unknown) {
                    unread.merge(selecting.account(), unknown, Unknown::and);
                } else if (item instanceof String text) {
                    add(selecting, Selector.parse(text));
                }
            });
        }
    }

    private void add(Place selecting, Selector selector) {
        in(bySort, selector.sort()).add(selecting);
        switch (selector.sort()) {
            case ADDRESS -> {
                Cidr block = Keys.block(selector.what()).orElseThrow();
                blocks.add(block, new Block(block, selecting));
                if (!block.isWhollyRouted()) {
                    byLocalAddress.add(selecting);
                }
            }
            case TAG -> {
                String[] tag = selector.what().split("=", 2);
                in(byTagKey, tag[0]).add(selecting);
                for (TagKeys keys : TagKeys.values()) {
                    in(byTag.computeIfAbsent(keys, it -> new HashMap<>()), new Tag(keys.plain(tag[0]), tag[1]))
                            .add(selecting);
                }
            }
            case DOMAIN, ID, CLASS -> in(exact, selector).add(selecting);
        }
    }

    private static <K> Set<Place> in(Map<K, Set<Place>> map, K key) {
        return map.computeIfAbsent(key, it -> new LinkedHashSet<>());
    }

    /**
     * A selector in the spelling by which it is looked up.
     *
     * @throws Unreadable where it has none
     */
    static Selector plain(Selector selector) {
        if (selector.sort() == Sort.ID) {
            return new Selector(Sort.ID, Keys.id(selector.what()));
        } else if (selector.sort() != Sort.DOMAIN) {
            return selector;
        }
        return new Selector(
                Sort.DOMAIN,
                Keys.plain(By.DOMAIN, selector.what())
                        .orElseThrow(() -> new Unreadable(
                                Text.of("no domain name is \"{0}\"", "域名不能为 \"{0}\"", selector.what()))));
    }

    /** Why more may select an asset of an account, or of any: those that do not say whom they select. */
    Optional<Unknown> unread(String account, boolean anywhere) {
        return KeyIndex.unread(unread, account, anywhere);
    }

    /** @param anywhere whether assets of other accounts may select it */
    Match match(Asset asset, boolean anywhere) {
        Match match = new Match();
        match.sure().addAll(exactly(Sort.CLASS, asset.type().kind().name()));
        byId(asset, match);
        byTags(asset, match);
        byAddresses(asset, match);
        byDomains(asset, match);
        match.sure().removeIf(selecting -> !isOther(selecting, asset, anywhere));
        match.maybe()
                .keySet()
                .removeIf(selecting -> match.sure().contains(selecting) || !isOther(selecting, asset, anywhere));
        return match;
    }

    private static boolean isOther(Place selecting, Asset asset, boolean anywhere) {
        return !selecting.uid().equals(asset.uid())
                && (anywhere || selecting.account().equals(asset.scope().account()));
    }

    /**
     * Whom each asset selects, by its uid; those that select nobody are left out.
     *
     * @param others the uids of those that may be selected
     */
    Map<String, Reach> reach(Stream<String> others, Function<String, Asset> assets, boolean anywhere) {
        Map<String, Reach> reached = new HashMap<>();
        if (!bySort.isEmpty()) {
            others.forEach(uid -> {
                Match match = match(assets.apply(uid), anywhere);
                match.sure()
                        .forEach(it -> reached.computeIfAbsent(it.uid(), key -> new Reach())
                                .uids
                                .add(uid));
                match.maybe()
                        .forEach((it, why) -> reached.computeIfAbsent(it.uid(), key -> new Reach())
                                .unknown(why));
            });
        }
        return reached;
    }

    /** Whom an asset selects. */
    static final class Reach {
        private final List<String> uids = new ArrayList<>(1);
        private Optional<Unknown> more = Optional.empty();

        private void unknown(Unknown why) {
            more = Optional.of(more.map(it -> it.and(why)).orElse(why));
        }

        List<String> uids() {
            return uids;
        }

        /** Why there may be more. */
        Optional<Unknown> more() {
            return more;
        }
    }

    private Set<Place> exactly(Sort sort, String what) {
        return exact.getOrDefault(new Selector(sort, what), Set.of());
    }

    /**
     * One id may stand for several assets: it means the one of the account in which it was said, or the only one that there is, where
     * none is hidden.
     */
    private void byId(Asset asset, Match match) {
        String id = Keys.id(asset.nativeId());
        List<Place> all = namesakes.getOrDefault(id, List.of());
        for (Place selecting : exactly(Sort.ID, id)) {
            List<Place> near = all.stream()
                    .filter(it -> it.account().equals(selecting.account()))
                    .toList();
            boolean isNear = asset.scope().account().equals(selecting.account());
            Optional<Unknown> why = Optional.empty();
            if (!isNear || near.size() > 1) {
                why = all.size() == 1 ? unseenLike.apply(asset) : Optional.of(ambiguous(asset));
            }
            why.ifPresentOrElse(
                    it -> match.maybe(List.of(selecting), it),
                    () -> match.sure().add(selecting));
        }
    }

    private static Unknown ambiguous(Asset asset) {
        return outside(
                Sort.ID,
                Text.of(
                        "several assets have the id {0}, and which is meant is not known",
                        "有多个资产的编号为 {0}，无法确定所指的是哪一个", asset.nativeId()));
    }

    private void byTags(Asset asset, Match match) {
        TagKeys keys = asset.type().tagKeys();
        Map<Tag, Set<Place>> selected = byTag.getOrDefault(keys, Map.of());
        if (asset.tags() instanceof Unknown unknown) {
            match.maybe(bySort.getOrDefault(Sort.TAG, Set.of()), unknown);
        } else if (asset.tags() instanceof Doc known) {
            known.forEach((key, value) -> {
                if (value instanceof String text) {
                    match.sure().addAll(selected.getOrDefault(new Tag(keys.plain(key), text), Set.of()));
                }
            });
            byTagKey.forEach((key, selecting) -> {
                if (asset.tag(key) instanceof Unknown unknown) {
                    match.maybe(selecting, unknown);
                }
            });
        }
    }

    private void byAddresses(Asset asset, Match match) {
        Set<Place> selecting = bySort.getOrDefault(Sort.ADDRESS, Set.of());
        if (selecting.isEmpty()) {
            return;
        }
        Object held = Relatives.facet(asset, By.ADDRESS);
        if (held instanceof Unknown unknown) {
            match.maybe(selecting, unknown);
        } else if (held instanceof DocList addresses) {
            addresses.forEach(address -> {
                Optional<Cidr> block = address instanceof String text ? Keys.block(text) : Optional.empty();
                block.ifPresentOrElse(
                        it -> byAddress(asset, it, match),
                        () -> match.maybe(selecting, unreadable(Sort.ADDRESS, asset, address)));
            });
        }
        if (asset.type().facet(By.ADDRESS.facet()).isEmpty()) {
            match.maybe(byLocalAddress, Relatives.untold(asset.type(), By.ADDRESS));
        }
    }

    /** An address of a private network is the same thing only within an account. The causes name none: they are one for any number. */
    private void byAddress(Asset asset, Cidr address, Match match) {
        for (Block found : blocks.overlapping(address)) {
            boolean isNear = asset.scope().account().equals(found.selecting().account());
            if (!found.block().holds(address)) {
                match.maybe(List.of(found.selecting()), PARTLY_HELD);
            } else if (isNear || address.isWhollyRouted()) {
                match.sure().add(found.selecting());
            } else {
                match.maybe(List.of(found.selecting()), PRIVATE);
            }
        }
    }

    private void byDomains(Asset asset, Match match) {
        Set<Place> selecting = bySort.getOrDefault(Sort.DOMAIN, Set.of());
        if (selecting.isEmpty()) {
            return;
        }
        Object held = Relatives.facet(asset, By.DOMAIN);
        if (held instanceof Unknown unknown) {
            match.maybe(selecting, unknown);
        } else if (held instanceof DocList domains) {
            domains.forEach(domain -> {
                Optional<String> plain = domain instanceof String text ? Keys.plain(By.DOMAIN, text) : Optional.empty();
                plain.ifPresentOrElse(
                        it -> byDomain(it, match),
                        () -> match.maybe(selecting, unreadable(Sort.DOMAIN, asset, domain)));
            });
        }
    }

    private void byDomain(String plain, Match match) {
        Keys.covering(By.DOMAIN, plain).forEach(key -> match.sure().addAll(exactly(Sort.DOMAIN, key)));
        if (Keys.isWildcard(By.DOMAIN, plain)) {
            exact.forEach((selector, selecting) -> {
                if (selector.sort() == Sort.DOMAIN && Keys.covers(plain, selector.what())) {
                    match.maybe(selecting, PARTLY_NAMED);
                }
            });
        }
    }

    private static Unknown unreadable(Sort sort, Asset asset, Object held) {
        return held instanceof Unknown unknown ? unknown : KeyIndex.unreadable("relation:" + sort.word(), asset, held);
    }

    private static Unknown outside(Sort sort, Text why) {
        return Unknown.because(new Cause("relation:" + sort.word(), Status.OUTSIDE, "", why));
    }
}
