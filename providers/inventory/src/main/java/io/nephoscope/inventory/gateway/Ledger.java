package io.nephoscope.inventory.gateway;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every call that was sent, counted by where it went and how it ended. */
public final class Ledger {
    private Map<LedgerRow, LedgerRow> rows = new TreeMap<>(LedgerRow.ORDER);
    private long calls;
    private long throttles;

    synchronized void record(LedgerRow row) {
        rows.merge(row, row, LedgerRow::plus);
        calls += row.count() + row.retries();
    }

    synchronized void throttled() {
        throttles++;
    }

    /** The rows since the last drain, in report order: what a snapshot appends. */
    public synchronized List<LedgerRow> drain() {
        List<LedgerRow> drained = List.copyOf(rows.values());
        rows = new TreeMap<>(LedgerRow.ORDER);
        return drained;
    }

    /** Attempts sent so far. */
    public synchronized long calls() {
        return calls;
    }

    /** Attempts that the cloud throttled so far. */
    public synchronized long throttles() {
        return throttles;
    }

    /** Rows that were appended bit by bit, summed and in report order. */
    public static List<LedgerRow> sum(Collection<LedgerRow> appended) {
        Map<LedgerRow, LedgerRow> sums = new TreeMap<>(LedgerRow.ORDER);
        appended.forEach(row -> sums.merge(row, row, LedgerRow::plus));
        return List.copyOf(sums.values());
    }
}
