package io.nephoscope.snapshot;

import io.nephoscope.inventory.network.AddressFamily;
import io.nephoscope.inventory.network.AddressRanges.Range;
import io.nephoscope.inventory.network.Cidr;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** What is filed under blocks of addresses, by size: of two blocks one holds the other, or they have no address in common. */
final class Blocks<T> {
    private final Map<AddressFamily, Map<Integer, NavigableMap<BigInteger, Set<T>>>> bySize =
            new EnumMap<>(AddressFamily.class);

    void add(Cidr block, T filed) {
        Range range = range(block);
        bySize.computeIfAbsent(block.family(), family -> new TreeMap<>())
                .computeIfAbsent(freeBits(range), size -> new TreeMap<>())
                .computeIfAbsent(range.first(), first -> new LinkedHashSet<>())
                .add(filed);
    }

    /** What is filed under blocks that have an address in common with one. */
    Set<T> overlapping(Cidr block) {
        Range range = range(block);
        Set<T> found = new LinkedHashSet<>();
        bySize.getOrDefault(block.family(), Map.of()).forEach((free, byFirst) -> {
            BigInteger from = range.first().shiftRight(free).shiftLeft(free);
            byFirst.subMap(from, true, range.last(), true).values().forEach(found::addAll);
        });
        return found;
    }

    private static Range range(Cidr block) {
        return block.ranges().ranges().get(0);
    }

    private static int freeBits(Range range) {
        return range.last().subtract(range.first()).bitLength();
    }
}
