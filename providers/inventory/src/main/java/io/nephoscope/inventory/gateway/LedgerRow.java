package io.nephoscope.inventory.gateway;

import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.Comparator;

/**
 * Calls of one sort that ended in one way.
 *
 * @param operation the operation's own name, as {@code GetBucketPolicy}
 * @param count how many calls ended so
 * @param retries how many further attempts those calls took
 * @param message the provider's words for one of them, empty where there are none
 */
public record LedgerRow(
        String provider,
        String account,
        String region,
        String service,
        String operation,
        String permission,
        Status outcome,
        long count,
        long retries,
        Text message) {
    /** The order of reports. */
    public static final Comparator<LedgerRow> ORDER = Comparator.comparing(LedgerRow::provider)
            .thenComparing(LedgerRow::account)
            .thenComparing(LedgerRow::region)
            .thenComparing(LedgerRow::service)
            .thenComparing(LedgerRow::operation)
            .thenComparing(LedgerRow::permission)
            .thenComparing(LedgerRow::outcome);

    /** Two rows of the same sort as one. Of two messages the first in the alphabet stays, so that no order of calls shows. */
    public LedgerRow plus(LedgerRow other) {
        Text first = message.isEmpty() || (!other.message.isEmpty() && other.message.compareTo(message) < 0)
                ? other.message
                : message;
        return new LedgerRow(
                provider,
                account,
                region,
                service,
                operation,
                permission,
                outcome,
                count + other.count,
                retries + other.retries,
                first);
    }
}
