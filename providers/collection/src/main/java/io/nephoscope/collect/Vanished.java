package io.nephoscope.collect;

import io.nephoscope.collect.Assembly.Filled;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Assets of a unit that were listed, and of which the provider said that they are not there when their details were asked for. To leave
 * them out, one word is not enough, which a proxy may say of everything: it names the asset, or a second listing does not have it any
 * more. Where every one of several assets is said to be gone, only the second listing is believed.
 */
final class Vanished {
    private static final Logger LOG = LoggerFactory.getLogger(Vanished.class);

    private final AssetType type;
    private final Queue<Filled> said = new ConcurrentLinkedQueue<>();

    Vanished(AssetType type) {
        this.type = type;
    }

    void add(Filled asset) {
        said.add(asset);
    }

    int size() {
        return said.size();
    }

    /**
     * Those that are not gone, with the details that they were refused.
     *
     * @param listed how many assets the unit has with them
     * @param again lists the type once more
     */
    List<Asset> stillThere(int listed, Function<Consumer<Doc>, Outcome<Integer>> again, Assembly assembly, Site site) {
        boolean isEveryOne = said.size() > 1 && said.size() == listed;
        List<Asset> doubtful = said.stream()
                .filter(it -> isEveryOne || !it.isNamed())
                .map(Filled::asset)
                .toList();
        if (doubtful.isEmpty()) {
            return List.of();
        }
        Set<String> uids = ConcurrentHashMap.newKeySet();
        try {
            Outcome<Integer> whole = again.apply(
                    item -> uids.add(assembly.identify(type, site, item).uid()));
            return whole instanceof Outcome.Value
                    ? doubtful.stream().filter(it -> uids.contains(it.uid())).collect(Collectors.toList())
                    : doubtful;
        } catch (RuntimeException e) {
            LOG.debug("listing {} again", type, e);
            return doubtful;
        }
    }
}
