package io.nephoscope.inventory.network;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Text;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of addresses of one family, held as ranges that are sorted and neither overlap nor touch. */
public final class AddressRanges {
    public static final AddressRanges NONE = new AddressRanges(List.of());

    private final List<Range> ranges;

    private AddressRanges(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** The addresses from the first to the last, both among them. */
    public record Range(BigInteger first, BigInteger last) {
        public Range {
            if (first.compareTo(last) > 0) {
                throw new Unreadable(Text.of("a range ends before it begins", "地址范围的终点在起点之前"));
            }
        }
    }

    public static AddressRanges of(BigInteger first, BigInteger last) {
        return new AddressRanges(List.of(new Range(first, last)));
    }

    /** The addresses of any of several sets. */
    public static AddressRanges anyOf(List<AddressRanges> sets) {
        List<Range> sorted = sets.stream()
                .flatMap(set -> set.ranges.stream())
                .sorted(Comparator.comparing(Range::first))
                .toList();
        List<Range> merged = new ArrayList<>();
        for (Range next : sorted) {
            int end = merged.size() - 1;
            if (end >= 0 && next.first().compareTo(merged.get(end).last().add(BigInteger.ONE)) <= 0) {
                Range before = merged.get(end);
                merged.set(end, new Range(before.first(), before.last().max(next.last())));
            } else {
                merged.add(next);
            }
        }
        return new AddressRanges(merged);
    }

    public AddressRanges or(AddressRanges other) {
        return anyOf(List.of(this, other));
    }

    public AddressRanges and(AddressRanges other) {
        List<Range> common = new ArrayList<>();
        for (int mine = 0, theirs = 0; mine < ranges.size() && theirs < other.ranges.size(); ) {
            Range left = ranges.get(mine);
            Range right = other.ranges.get(theirs);
            BigInteger first = left.first().max(right.first());
            BigInteger last = left.last().min(right.last());
            if (first.compareTo(last) <= 0) {
                common.add(new Range(first, last));
            }
            if (left.last().compareTo(right.last()) < 0) {
                mine++;
            } else {
                theirs++;
            }
        }
        return new AddressRanges(common);
    }

    public AddressRanges minus(AddressRanges other) {
        List<Range> left = new ArrayList<>();
        int nearest = 0;
        for (Range range : ranges) {
            BigInteger from = range.first();
            while (nearest < other.ranges.size()
                    && other.ranges.get(nearest).last().compareTo(from) < 0) {
                nearest++;
            }
            for (Range hole : other.ranges.subList(nearest, other.ranges.size())) {
                if (hole.first().compareTo(range.last()) > 0) {
                    break;
                }
                if (hole.first().compareTo(from) > 0) {
                    left.add(new Range(from, hole.first().subtract(BigInteger.ONE)));
                }
                from = hole.last().add(BigInteger.ONE);
            }
            if (from.compareTo(range.last()) <= 0) {
                left.add(new Range(from, range.last()));
            }
        }
        return new AddressRanges(left);
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public BigInteger count() {
        return ranges.stream()
                .map(range -> range.last().subtract(range.first()).add(BigInteger.ONE))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The ranges in order, with addresses that are not in the set between each two. */
    public List<Range> ranges() {
        return ranges;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRanges set && ranges.equals(set.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    @Override
    public String toString() {
        return ranges.toString();
    }
}
