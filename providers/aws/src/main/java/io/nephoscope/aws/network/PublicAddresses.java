package io.nephoscope.aws.network;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.Cidr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The addresses under which a machine may be reached from the Internet, on whichever of its network interfaces. */
public final class PublicAddresses {
    private PublicAddresses() {}

    /**
     * The facet {@code publicAddresses}, from attributes of an instance of {@code ec2:DescribeInstances}.
     *
     * @param publicIp {@code PublicIpAddress}
     * @param ipv6 {@code Ipv6Address}
     * @param interfaces {@code NetworkInterfaces}
     */
    public static Object of(Object publicIp, Object ipv6, Object interfaces) {
        Optional<Unknown> unread = Stream.of(publicIp, ipv6, interfaces)
                .filter(Unknown.class::isInstance)
                .map(Unknown.class::cast)
                .reduce(Unknown::and);
        if (unread.isPresent()) {
            return unread.get();
        }
        Set<String> addresses = new LinkedHashSet<>();
        add(addresses, publicIp);
        addRouted(addresses, ipv6);
        List<Doc> cards = interfaces instanceof DocList list ? list.docs().toList() : List.of();
        for (Doc card : cards) {
            add(addresses, card.doc("Association").get("PublicIp"));
            card.list("PrivateIpAddresses")
                    .docs()
                    .forEach(
                            address -> add(addresses, address.doc("Association").get("PublicIp")));
            card.list("Ipv6Addresses").docs().forEach(address -> addRouted(addresses, address.get("Ipv6Address")));
            card.list("Ipv6Prefixes").docs().forEach(prefix -> addRouted(addresses, prefix.get("Ipv6Prefix")));
        }
        return DocList.copyOf(addresses);
    }

    private static void add(Set<String> addresses, Object address) {
        if (address instanceof String text && !text.isEmpty()) {
            addresses.add(text);
        }
    }

    /** Addresses of IPv6 may be private to a network too. */
    private static void addRouted(Set<String> addresses, Object address) {
        if (address instanceof String text
                && !text.isEmpty()
                && Cidr.parse(text).isRouted()) {
            addresses.add(text);
        }
    }
}
