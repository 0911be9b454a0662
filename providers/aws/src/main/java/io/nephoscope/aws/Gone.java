package io.nephoscope.aws;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Set;
import java.util.function.Supplier;

/** Facets of assets that AWS goes on listing for a while after they are gone. */
final class Gone {
    private Gone() {}

    /**
     * The facet of an asset that is there; absent for one in a state of those that mean it is gone or going.
     *
     * @throws IllegalArgumentException where the asset is there and AWS said nothing, so that the facet becomes unknown
     */
    static Object or(Object state, Set<String> gone, Supplier<Object> facet) {
        if (state instanceof Unknown) {
            return state;
        } else if (state instanceof String named && gone.contains(named)) {
            return Absent.ABSENT;
        }
        Object field = facet.get();
        if (field == Absent.ABSENT) {
            throw new Unreadable(Text.of("the answer does not say", "应答未给出"));
        }
        return field;
    }
}
