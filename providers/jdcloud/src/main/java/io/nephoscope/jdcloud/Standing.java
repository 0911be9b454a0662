package io.nephoscope.jdcloud;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Set;
import java.util.function.Supplier;

/** Facets of assets that are still listed while they go away, or when they are gone. */
final class Standing {
    private static final Set<String> GONE = Set.of("deleting", "deleted", "terminating", "terminated", "in-recyclebin");

    private Standing() {}

    /**
     * The facet of an asset that is there; absent for one that is gone or going.
     *
     * @throws IllegalArgumentException where the asset is there and JD Cloud said nothing, so that the facet becomes unknown
     */
    static Object or(Object status, Supplier<Object> facet) {
        if (status instanceof Unknown) {
            return status;
        } else if (status instanceof String named && GONE.contains(named)) {
            return Absent.ABSENT;
        }
        return said(facet.get());
    }

    /** @throws IllegalArgumentException where JD Cloud said nothing */
    static Object said(Object field) {
        if (field == Absent.ABSENT) {
            throw new Unreadable(Text.of("the answer does not say", "应答未给出"));
        }
        return field;
    }
}
