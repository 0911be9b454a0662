package io.nephoscope.jdcloud;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.Cidr;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The addresses at which the Internet finds a virtual machine. */
final class PublicAddresses {
    private static final String ADDRESS = "elasticIpAddress";

    private PublicAddresses() {}

    /**
     * The facet {@code publicAddresses}.
     *
     * @param address the machine's own
     * @param primary its first network interface
     * @param secondary the others
     */
    static Object of(Object address, Object primary, Object secondary) {
        Optional<Unknown> unread = Stream.of(address, primary, secondary)
                .filter(Unknown.class::isInstance)
                .map(Unknown.class::cast)
                .reduce(Unknown::and);
        if (unread.isPresent()) {
            return unread.get();
        }
        Set<String> addresses = new LinkedHashSet<>();
        add(addresses, address);
        cards(primary, secondary).forEach(card -> {
            add(addresses, card.doc("primaryIp").get(ADDRESS));
            card.list("secondaryIps").docs().forEach(ip -> add(addresses, ip.get(ADDRESS)));
            card.list("ipv6Addresses").docs().forEach(ip -> addRouted(addresses, ip.text("ipv6Address")));
        });
        return DocList.copyOf(addresses);
    }

    private static void add(Set<String> addresses, Object address) {
        if (address instanceof String text && !text.isEmpty()) {
            addresses.add(text);
        }
    }

    /** Addresses of IPv6 may be private to a network too. */
    private static void addRouted(Set<String> addresses, String address) {
        if (!address.isEmpty() && Cidr.parse(address).isRouted()) {
            addresses.add(address);
        }
    }

    private static Stream<Doc> cards(Object primary, Object secondary) {
        return Stream.concat(
                        primary instanceof Doc one ? Stream.of(one) : Stream.empty(),
                        secondary instanceof DocList list ? list.docs() : Stream.empty())
                .map(card -> card.doc("networkInterface"));
    }
}
