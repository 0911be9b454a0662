package io.nephoscope.inventory.network;

import io.nephoscope.inventory.doc.Unknown;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of a firewall for traffic that comes in.
 *
 * @param allows whether it lets in what matches, or keeps it out
 * @param protocol {@link #ALL}, a name that {@link #protocol} gives, or a number
 * @param ports inclusive; {@link Ports#ALL} where the protocol has none
 * @param family of the source's addresses
 * @param source as evidence names it: a block of addresses or the id of a list of them
 * @param addresses the source's addresses, as far as they are known
 * @param unread why further addresses of the source may be unknown
 */
public record FirewallEntry(
        boolean allows,
        String protocol,
        Ports ports,
        AddressFamily family,
        String source,
        AddressRanges addresses,
        Optional<Unknown> unread) {
    /** Every protocol there is. */
    public static final String ALL = "all";

    public static final String TCP = "tcp";
    public static final String UDP = "udp";
    public static final String ICMP = "icmp";
    public static final String ICMPV6 = "icmpv6";

    /** A line whose source is a block of addresses. */
    public static FirewallEntry of(boolean allows, String protocol, Ports ports, String cidr) {
        Cidr block = Cidr.parse(cidr);
        return new FirewallEntry(allows, protocol, ports, block.family(), cidr, block.ranges(), Optional.empty());
    }

    /** Protocols are written as names, as numbers, and by EC2 all of them as -1. */
    public static String protocol(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "-1" -> ALL;
            case "6" -> TCP;
            case "17" -> UDP;
            case "1" -> ICMP;
            case "58" -> ICMPV6;
            default -> lower;
        };
    }

    boolean covers(String otherProtocol, Ports stretch) {
        return (protocol.equals(ALL) || protocol.equals(otherProtocol))
                && ports.from() <= stretch.from()
                && stretch.to() <= ports.to();
    }

    /** Inclusive port numbers. */
    public record Ports(int from, int to) {
        private static final int LAST = 65_535;
        public static final Ports ALL = new Ports(0, LAST);
    }
}
