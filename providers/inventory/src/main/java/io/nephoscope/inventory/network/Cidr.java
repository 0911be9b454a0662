package io.nephoscope.inventory.network;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Text;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of addresses as clouds write it, {@code 10.0.0.0/8} or {@code 2001:db8::/32}; an address alone is a block of one. Names are
 * never resolved.
 */
public record Cidr(AddressFamily family, AddressRanges ranges) {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int GROUPS = 8;
    private static final int GROUP_BITS = 16;
    private static final int OCTETS = 4;
    private static final int OCTET_BITS = 8;

    /** @throws Unreadable where the text is no block of addresses */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        AddressFamily family = address.contains(":") ? AddressFamily.IPV6 : AddressFamily.IPV4;
        BigInteger value = family == AddressFamily.IPV6 ? v6(address, text) : v4(address, text);
        int prefix = slash < 0 ? family.bits() : number(text.substring(slash + 1), family.bits(), text);
        int free = family.bits() - prefix;
        BigInteger first = value.shiftRight(free).shiftLeft(free);
        BigInteger last = first.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE);
        return new Cidr(family, AddressRanges.of(first, last));
    }

    /** Whether blocks stand for the Internet as a whole in either family, one of them or several together. */
    public static boolean areInternet(Collection<Cidr> blocks) {
        return Stream.of(AddressFamily.values())
                .anyMatch(family -> family.isInternet(AddressRanges.anyOf(blocks.stream()
                        .filter(block -> block.family() == family)
                        .map(Cidr::ranges)
                        .toList())));
    }

    /** Whether the Internet routes to any of it: blocks of either family may be private to a network. */
    public boolean isRouted() {
        return !ranges.and(family.routed()).isEmpty();
    }

    /** Whether the Internet routes to all of it. */
    public boolean isWhollyRouted() {
        return ranges.minus(family.routed()).isEmpty();
    }

    /** Whether all of another block is in it. */
    public boolean holds(Cidr other) {
        return family == other.family && other.ranges.minus(ranges).isEmpty();
    }

    private static BigInteger v4(String address, String whole) {
        String[] octets = address.split("\\.", -1);
        if (octets.length != OCTETS) {
            throw malformed(whole);
        }
        BigInteger value = BigInteger.ZERO;
        for (String octet : octets) {
            value = value.shiftLeft(OCTET_BITS).add(BigInteger.valueOf(number(octet, 255, whole)));
        }
        return value;
    }

    private static BigInteger v6(String address, String whole) {
        int gap = address.indexOf("::");
        List<Integer> head = groups(gap < 0 ? address : address.substring(0, gap), gap < 0, whole);
        List<Integer> tail = groups(gap < 0 ? "" : address.substring(gap + 2), true, whole);
        int missing = GROUPS - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            throw malformed(whole);
        }
        BigInteger value = BigInteger.ZERO;
        for (int group : head) {
            value = value.shiftLeft(GROUP_BITS).add(BigInteger.valueOf(group));
        }
        value = value.shiftLeft(GROUP_BITS * missing);
        for (int group : tail) {
            value = value.shiftLeft(GROUP_BITS).add(BigInteger.valueOf(group));
        }
        return value;
    }

    /** Groups of hexadecimal digits; at the end of the address an IPv4 address may stand for two. */
    private static List<Integer> groups(String text, boolean atTheEnd, String whole) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return groups;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (atTheEnd && i == parts.length - 1 && parts[i].contains(".")) {
                int embedded = v4(parts[i], whole).intValue();
                groups.add(embedded >>> GROUP_BITS);
                groups.add(embedded & 0xffff);
            } else if (HEXADECIMAL.matcher(parts[i]).matches()) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                throw malformed(whole);
            }
        }
        return groups;
    }

    private static int number(String digits, int most, String whole) {
        if (!DECIMAL.matcher(digits).matches() || Integer.parseInt(digits) > most) {
            throw malformed(whole);
        }
        return Integer.parseInt(digits);
    }

    private static Unreadable malformed(String text) {
        return new Unreadable(Text.of(
                "the answer says \"{0}\", which is no address and no block of addresses",
                "应答给出“{0}”，这既不是地址也不是地址段", text));
    }
}
