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

/** The addresses of a machine, on whichever of its network interfaces. */
public final class MachineAddresses {
    private MachineAddresses() {}

    /**
     * The facet {@code publicAddresses}, under which the machine may be reached from the Internet, from attributes of an instance of
     * {@code ec2:DescribeInstances}.
     *
     * @param publicIp {@code PublicIpAddress}
     * @param ipv6 {@code Ipv6Address}
     * @param interfaces {@code NetworkInterfaces}
     */
    public static Object publicOnes(Object publicIp, Object ipv6, Object interfaces) {
        return unread(publicIp, ipv6, interfaces).<Object>map(it -> it).orElseGet(() -> {
            Set<String> addresses = new LinkedHashSet<>();
            add(addresses, publicIp);
            addRouted(addresses, ipv6);
            for (Doc card : cards(interfaces)) {
                add(addresses, card.doc("Association").get("PublicIp"));
                card.list("PrivateIpAddresses")
                        .docs()
                        .forEach(address ->
                                add(addresses, address.doc("Association").get("PublicIp")));
                card.list("Ipv6Addresses").docs().forEach(address -> addRouted(addresses, address.get("Ipv6Address")));
                card.list("Ipv6Prefixes").docs().forEach(prefix -> addRouted(addresses, prefix.get("Ipv6Prefix")));
            }
            return DocList.copyOf(addresses);
        });
    }

    /**
     * The facet {@code addresses}: those of its networks, and the public ones.
     *
     * @param privateIp {@code PrivateIpAddress}
     */
    public static Object all(Object privateIp, Object publicIp, Object ipv6, Object interfaces) {
        return unread(privateIp, publicIp, ipv6, interfaces)
                .<Object>map(it -> it)
                .orElseGet(() -> {
                    Set<String> addresses = new LinkedHashSet<>();
                    add(addresses, privateIp);
                    add(addresses, ipv6);
                    for (Doc card : cards(interfaces)) {
                        card.list("PrivateIpAddresses")
                                .docs()
                                .forEach(address -> add(addresses, address.get("PrivateIpAddress")));
                        card.list("Ipv6Addresses")
                                .docs()
                                .forEach(address -> add(addresses, address.get("Ipv6Address")));
                    }
                    ((DocList) publicOnes(publicIp, ipv6, interfaces)).forEach(address -> add(addresses, address));
                    return DocList.copyOf(addresses);
                });
    }

    private static Optional<Unknown> unread(Object... fields) {
        return Stream.of(fields)
                .filter(Unknown.class::isInstance)
                .map(Unknown.class::cast)
                .reduce(Unknown::and);
    }

    private static List<Doc> cards(Object interfaces) {
        return interfaces instanceof DocList list ? list.docs().toList() : List.of();
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
