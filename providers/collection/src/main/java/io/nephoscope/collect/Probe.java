package io.nephoscope.collect;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries what a demand asks for on one asset of a type: whether the calls are answered stands in the gateway's ledger. */
public final class Probe {
    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

    private final Assembly assembly;

    public Probe(Demand demand, Clock clock) {
        this.assembly = new Assembly(demand, clock);
    }

    /** Lists a type at a site as far as its first asset, and fills that. The answer is whether there was one. */
    public boolean test(AssetType type, Site site) {
        try {
            type.listing().walk().list(site, first -> {
                throw new Found(first);
            });
        } catch (Found it) {
            fill(type, site, it.asset);
            return true;
        } catch (RuntimeException e) {
            LOG.debug("trying {}", type, e);
        }
        return false;
    }

    private void fill(AssetType type, Site site, Doc listed) {
        try {
            Asset asset = assembly.identify(type, site, listed);
            assembly.sendAll(asset, site);
        } catch (RuntimeException e) {
            LOG.debug("trying an asset of {}", type, e);
        }
    }

    /** Ends a listing at its first asset. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Doc asset;

        Found(Doc asset) {
            super("the first asset", null, false, false);
            this.asset = asset;
        }
    }
}
