package io.nephoscope.azure;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A subscription that was reached. Every type is listed for all of its regions at once.
 *
 * @param closed the regions asked for that the subscription may not use, each with the reason
 * @param locations the regions that Azure offers it, as far as somebody asked
 */
record AzureConnection(Site account, Map<String, Text> closed, Optional<List<String>> locations) implements Connection {
    @Override
    public Outcome<List<String>> regions() {
        return Outcome.value(List.of());
    }

    @Override
    public Map<String, Text> closedRegions(List<AssetType> types) {
        return closed;
    }

    @Override
    public boolean isRegion(String name) {
        return locations.map(known -> known.contains(name)).orElse(true);
    }

    @Override
    public void close() {}
}
