package io.nephoscope.aws.network;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.AddressFamily;
import io.nephoscope.inventory.network.AddressRanges;
import io.nephoscope.inventory.network.Cidr;
import io.nephoscope.inventory.network.FirewallEntry;
import io.nephoscope.inventory.network.FirewallEntry.Ports;
import io.nephoscope.inventory.network.InternetIngress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The lines of a security group. Each allows, and another group as a source is not the Internet. */
public final class SecurityGroupIngress {
    private SecurityGroupIngress() {}

    /**
     * The facet {@code internetIngress}.
     *
     * @param permissions {@code IpPermissions} of {@code ec2:DescribeSecurityGroups}
     * @param prefixLists objects with a {@code PrefixListId} and the {@code Entries} of {@code ec2:GetManagedPrefixListEntries}
     */
    public static Object of(Object permissions, Object prefixLists) {
        if (permissions instanceof Unknown) {
            return permissions;
        }
        List<FirewallEntry> entries = new ArrayList<>();
        if (permissions instanceof DocList list) {
            list.docs().forEach(permission -> entries.addAll(entries(permission, prefixLists)));
        }
        return InternetIngress.of(entries);
    }

    private static List<FirewallEntry> entries(Doc permission, Object prefixLists) {
        String protocol = FirewallEntry.protocol(permission.text("IpProtocol"));
        Ports ports = Ports.of(protocol, permission.get("FromPort"), permission.get("ToPort"));
        List<FirewallEntry> entries = new ArrayList<>();
        permission
                .list("IpRanges")
                .docs()
                .forEach(range -> entries.add(FirewallEntry.of(true, protocol, ports, range.text("CidrIp"))));
        permission
                .list("Ipv6Ranges")
                .docs()
                .forEach(range -> entries.add(FirewallEntry.of(true, protocol, ports, range.text("CidrIpv6"))));
        permission
                .list("PrefixListIds")
                .docs()
                .map(list -> list.text("PrefixListId"))
                .forEach(id -> {
                    Object found = prefixes(id, prefixLists);
                    entries.addAll(
                            found instanceof Unknown unread
                                    ? unread(protocol, ports, id, unread)
                                    : read(protocol, ports, id, found));
                });
        return entries;
    }

    private static Object prefixes(String id, Object prefixLists) {
        if (prefixLists instanceof DocList lists) {
            Optional<Doc> found = lists.docs()
                    .filter(list -> list.text("PrefixListId").equals(id))
                    .findFirst();
            if (found.isPresent()) {
                return found.get().get("Entries");
            }
        }
        return prefixLists instanceof Unknown
                ? prefixLists
                : Unknown.because(
                        Cause.notCollected("ec2:GetManagedPrefixListEntries", "ec2:GetManagedPrefixListEntries"));
    }

    /** A list that nobody read may hold addresses of either family. */
    private static List<FirewallEntry> unread(String protocol, Ports ports, String id, Unknown cause) {
        List<FirewallEntry> entries = new ArrayList<>();
        for (AddressFamily family : AddressFamily.values()) {
            entries.add(new FirewallEntry(true, protocol, ports, family, id, AddressRanges.NONE, Optional.of(cause)));
        }
        return entries;
    }

    private static List<FirewallEntry> read(String protocol, Ports ports, String id, Object prefixes) {
        Map<AddressFamily, List<AddressRanges>> byFamily = new TreeMap<>();
        if (prefixes instanceof DocList list) {
            list.docs()
                    .map(entry -> Cidr.parse(entry.text("Cidr")))
                    .forEach(block -> byFamily.computeIfAbsent(block.family(), family -> new ArrayList<>())
                            .add(block.ranges()));
        } else if (prefixes != Absent.ABSENT) {
            throw new Unreadable("not a list of prefixes: " + prefixes);
        }
        List<FirewallEntry> entries = new ArrayList<>();
        byFamily.forEach((family, blocks) -> entries.add(
                new FirewallEntry(true, protocol, ports, family, id, AddressRanges.anyOf(blocks), Optional.empty())));
        return entries;
    }
}
