package io.nephoscope.collect;

import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import java.util.Comparator;

/**
 * One type at one account and region, and whether it was read: the row from which coverage is told.
 *
 * @param provider the provider's name
 * @param scope the account and region; the region is {@link #ALL} where the regions themselves could not be read
 * @param type the type's name; {@link #ALL} where the account itself could not be reached
 * @param listing how the listing ended
 * @param assets how many assets were listed
 * @param skipped how many more were seen but lie outside the regions asked for
 * @param gone how many more were listed and were not there any more when their details were asked for
 */
public record Unit(String provider, Scope scope, String type, Cause listing, int assets, int skipped, int gone) {
    /** A unit of which nothing vanished. */
    public Unit(String provider, Scope scope, String type, Cause listing, int assets, int skipped) {
        this(provider, scope, type, listing, assets, skipped, 0);
    }

    /** Which unit of a scan it is. */
    public record Id(String provider, String account, String region, String type) {}

    public Id id() {
        return new Id(provider, scope.account(), scope.region(), type);
    }

    /** In place of a region or type: every one that there may be. */
    public static final String ALL = "*";

    /** The order of reports. */
    public static final Comparator<Unit> ORDER = Comparator.comparing(Unit::provider)
            .thenComparing((Unit unit) -> unit.scope().branch())
            .thenComparing(unit -> unit.scope().account())
            .thenComparing(unit -> unit.scope().region())
            .thenComparing(Unit::type);

    /** Whether it stands for an account that was not reached, or for regions that could not be named. */
    public boolean isWhole() {
        return type.equals(ALL) || scope.region().equals(ALL);
    }

    /** Whether something may be there that was not seen. */
    public boolean isGap() {
        return listing.outcome().isGap();
    }

    /** Whether the credentials did not hold until it was listed. */
    public boolean isSignedOut() {
        return listing.outcome() == Status.SIGNED_OUT;
    }

    /** Whether the service does not exist there. */
    public boolean isUnsupported() {
        return listing.outcome() == Status.UNSUPPORTED;
    }
}
