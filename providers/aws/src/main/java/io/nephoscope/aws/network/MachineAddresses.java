package io.nephoscope.aws.network;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.network.Addresses;
import java.util.List;

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
        return Addresses.unread(publicIp, ipv6, interfaces)
                .<Object>map(it -> it)
                .orElseGet(() -> {
                    Addresses addresses = new Addresses();
                    addresses.add(publicIp);
                    addresses.addRouted(ipv6);
                    for (Doc card : cards(interfaces)) {
                        addresses.add(card.doc("Association").get("PublicIp"));
                        card.list("PrivateIpAddresses")
                                .docs()
                                .forEach(address ->
                                        addresses.add(address.doc("Association").get("PublicIp")));
                        card.list("Ipv6Addresses")
                                .docs()
                                .forEach(address -> addresses.addRouted(address.get("Ipv6Address")));
                        card.list("Ipv6Prefixes")
                                .docs()
                                .forEach(prefix -> addresses.addRouted(prefix.get("Ipv6Prefix")));
                    }
                    return addresses.list();
                });
    }

    /**
     * The facet {@code addresses}: those of its networks, and the public ones.
     *
     * @param privateIp {@code PrivateIpAddress}
     */
    public static Object all(Object privateIp, Object publicIp, Object ipv6, Object interfaces) {
        return Addresses.unread(privateIp, publicIp, ipv6, interfaces)
                .<Object>map(it -> it)
                .orElseGet(() -> {
                    Addresses addresses = new Addresses();
                    addresses.add(privateIp);
                    addresses.add(ipv6);
                    for (Doc card : cards(interfaces)) {
                        card.list("PrivateIpAddresses")
                                .docs()
                                .forEach(address -> addresses.add(address.get("PrivateIpAddress")));
                        card.list("Ipv6Addresses").docs().forEach(address -> addresses.add(address.get("Ipv6Address")));
                    }
                    ((DocList) publicOnes(publicIp, ipv6, interfaces)).forEach(addresses::add);
                    return addresses.list();
                });
    }

    private static List<Doc> cards(Object interfaces) {
        return interfaces instanceof DocList list ? list.docs().toList() : List.of();
    }
}
