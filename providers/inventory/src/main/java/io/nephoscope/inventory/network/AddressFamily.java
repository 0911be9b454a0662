package io.nephoscope.inventory.network;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** IPv4 or IPv6, and what counts as the Internet in it. */
public enum AddressFamily {
    IPV4("ipv4", 32, 8),
    IPV6("ipv6", 128, 16);

    private final String label;
    private final int bits;
    private final int widest;

    /** @param widest the prefix of the widest block that somebody may still own: whatever is wider is no restriction */
    AddressFamily(String label, int bits, int widest) {
        this.label = label;
        this.bits = bits;
        this.widest = widest;
    }

    /** As facets write it. */
    public String label() {
        return label;
    }

    int bits() {
        return bits;
    }

    /** Every address. */
    public AddressRanges all() {
        return AddressRanges.of(BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    }

    /** The addresses that the Internet routes. */
    public AddressRanges routed() {
        return this == IPV4 ? Routed.V4 : Routed.V6;
    }

    /**
     * Whether a set of addresses stands for the Internet as a whole: it holds a block wider than anybody owns, or at least half of
     * all addresses that the Internet routes, in however many pieces.
     */
    public boolean isInternet(AddressRanges sources) {
        if (sources.isEmpty()) {
            return false;
        }
        BigInteger reached = sources.and(routed()).count();
        return reached.shiftLeft(1).compareTo(routed().count()) >= 0
                || sources.ranges().stream().anyMatch(this::holdsWideBlock);
    }

    /** A public address within the blocks that lie wholly in the range belongs to one of them. */
    private boolean holdsWideBlock(AddressRanges.Range range) {
        int free = bits - widest + 1;
        BigInteger block = BigInteger.ONE.shiftLeft(free);
        BigInteger first = range.first()
                .add(block)
                .subtract(BigInteger.ONE)
                .shiftRight(free)
                .shiftLeft(free);
        BigInteger end = range.last().add(BigInteger.ONE).shiftRight(free).shiftLeft(free);
        return first.compareTo(end) < 0
                && !AddressRanges.of(first, end.subtract(BigInteger.ONE))
                        .and(routed())
                        .isEmpty();
    }

    /** Resolved late, since reading a block needs the family. */
    private static final class Routed {
        static final AddressRanges V4 = IPV4.all()
                .minus(blocks(
                        "0.0.0.0/8",
                        "10.0.0.0/8",
                        "100.64.0.0/10",
                        "127.0.0.0/8",
                        "169.254.0.0/16",
                        "172.16.0.0/12",
                        "192.168.0.0/16",
                        "198.18.0.0/15",
                        "224.0.0.0/3"));
        static final AddressRanges V6 = blocks("2000::/3");

        private Routed() {}

        private static AddressRanges blocks(String... cidrs) {
            List<AddressRanges> sets =
                    Arrays.stream(cidrs).map(cidr -> Cidr.parse(cidr).ranges()).toList();
            return AddressRanges.anyOf(sets);
        }
    }
}
