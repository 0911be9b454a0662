package io.nephoscope.azure;

import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import java.util.List;
import java.util.Map;

/** A subscription that was reached. Every type is listed for all of its regions at once. */
record AzureConnection(Site account, Map<String, String> closedRegions) implements Connection {
    @Override
    public Outcome<List<String>> regions() {
        return Outcome.value(List.of());
    }

    @Override
    public void close() {}
}
