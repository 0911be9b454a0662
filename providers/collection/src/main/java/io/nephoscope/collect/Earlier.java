package io.nephoscope.collect;

import java.util.Set;

/**
 * What the part of a scan that was cut off has read already, and need not be read again.
 *
 * @param units those that came to their end
 * @param uids of the assets that they brought
 */
public record Earlier(Set<Unit.Id> units, Set<String> uids) {
    /** A scan that begins. */
    public static final Earlier NOTHING = new Earlier(Set.of(), Set.of());

    public Earlier {
        units = Set.copyOf(units);
        uids = Set.copyOf(uids);
    }
}
