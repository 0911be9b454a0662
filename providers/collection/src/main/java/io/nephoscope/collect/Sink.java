package io.nephoscope.collect;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.util.List;

/** Takes what is collected, as it comes. Called from many threads. */
public interface Sink {
    /** @throws IllegalArgumentException where this asset cannot be taken, and others can; anything else ends the collection */
    void asset(Asset asset);

    void unit(Unit unit);

    void ledger(List<LedgerRow> rows);
}
