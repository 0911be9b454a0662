package io.nephoscope.jdcloud;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.Addresses;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The addresses of a virtual machine, on whichever of its network interfaces. */
final class MachineAddresses {
    private static final String PUBLIC = "elasticIpAddress";
    private static final String PRIVATE = "privateIpAddress";

    private MachineAddresses() {}

    /**
     * The facet {@code publicAddresses}, at which the Internet finds the machine.
     *
     * @param address the machine's own
     * @param primary its first network interface
     * @param secondary the others
     */
    static Object publicOnes(Object address, Object primary, Object secondary) {
        return of(PUBLIC, address, primary, secondary, Addresses::addRouted);
    }

    /**
     * The facet {@code addresses}: those of its networks, and the public ones.
     *
     * @param inside its own private address
     * @param outside its own public address
     */
    static Object all(Object inside, Object outside, Object primary, Object secondary) {
        Object privateOnes = of(PRIVATE, inside, primary, secondary, Addresses::add);
        Object publicOnes = publicOnes(outside, primary, secondary);
        return privateOnes instanceof DocList some && publicOnes instanceof DocList others
                ? DocList.copyOf(
                        Stream.concat(some.stream(), others.stream()).distinct().toList())
                : Addresses.unread(privateOnes, publicOnes).orElseThrow();
    }

    /** @param addIpv6 an address of IPv6 may be private to a network too */
    private static Object of(
            String field, Object address, Object primary, Object secondary, BiConsumer<Addresses, Object> addIpv6) {
        Optional<Unknown> unread = Addresses.unread(address, primary, secondary);
        if (unread.isPresent()) {
            return unread.get();
        }
        Addresses addresses = new Addresses();
        addresses.add(address);
        for (Doc card : cards(primary, secondary)) {
            addresses.add(card.doc("primaryIp").get(field));
            card.list("secondaryIps").docs().forEach(ip -> addresses.add(ip.get(field)));
            card.list("ipv6Addresses").docs().forEach(ip -> addIpv6.accept(addresses, ip.get("ipv6Address")));
        }
        return addresses.list();
    }

    private static List<Doc> cards(Object primary, Object secondary) {
        return Stream.concat(
                        primary instanceof Doc one ? Stream.of(one) : Stream.empty(),
                        secondary instanceof DocList list ? list.docs() : Stream.empty())
                .map(card -> card.doc("networkInterface"))
                .toList();
    }
}
