package io.nephoscope.collect;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Detail.Batch;
import io.nephoscope.inventory.Lazy;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.gateway.Failure;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Assets of one type and region that are filled together: what one question may be about is asked about all of them, by the first that
 * needs it. The others wait for its answer.
 */
final class Together {
    private final List<Asset> assets;
    private final Site site;
    private final Map<String, Lazy<Map<String, Outcome<?>>>> answers = new ConcurrentHashMap<>();

    /** @param assets at least one, and all of the region of the first */
    Together(List<Asset> assets, Site site) {
        this.assets = List.copyOf(assets);
        this.site = site.in(assets.get(0).scope().region());
    }

    Outcome<?> fetch(Detail detail, Asset asset) {
        if (!(detail.fetch() instanceof Batch batch)) {
            return detail.fetch().fetch(site, asset.attributes());
        }
        Outcome<?> mine = answers.computeIfAbsent(
                        detail.attribute(), attribute -> new Lazy<>(() -> ask(detail.operations(), batch)))
                .get()
                .get(asset.uid());
        if (mine == null) {
            throw new IllegalStateException(detail.attribute() + " was asked without " + asset.uid());
        }
        return mine;
    }

    /** By the uids of the assets. An error of ours is the answer of each, and nobody asks again. */
    private Map<String, Outcome<?>> ask(List<Operation> operations, Batch batch) {
        Map<String, Outcome<?>> byUid = new HashMap<>();
        List<Outcome<?>> all;
        try {
            all = batch.fetch(site, assets.stream().map(Asset::attributes).toList());
        } catch (RuntimeException e) {
            Outcome<?> broken =
                    Outcome.without(Failure.internal(operations.get(0).call(), e));
            all = Collections.nCopies(assets.size(), broken);
        }
        for (int i = 0; i < assets.size(); i++) {
            byUid.put(assets.get(i).uid(), all.get(i));
        }
        return byUid;
    }
}
