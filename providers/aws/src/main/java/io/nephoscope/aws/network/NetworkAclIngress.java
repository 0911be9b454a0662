package io.nephoscope.aws.network;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.FirewallEntry;
import io.nephoscope.inventory.network.FirewallEntry.Ports;
import io.nephoscope.inventory.network.InternetIngress;
import java.util.Comparator;
import java.util.List;

/** The lines of a network ACL for traffic that comes in, in the order of their numbers. */
public final class NetworkAclIngress {
    private static final String ALLOW = "allow";

    private NetworkAclIngress() {}

    /**
     * The facet {@code internetIngress}.
     *
     * @param entries {@code Entries} of {@code ec2:DescribeNetworkAcls}
     */
    public static Object of(Object entries) {
        if (entries instanceof Unknown) {
            return entries;
        }
        List<FirewallEntry> ordered = entries instanceof DocList list
                ? list.docs()
                        .filter(NetworkAclIngress::decidesIngress)
                        .sorted(Comparator.comparingLong(NetworkAclIngress::number))
                        .map(NetworkAclIngress::entry)
                        .toList()
                : List.of();
        return InternetIngress.of(ordered);
    }

    /** A line that keeps out some messages of ICMP keeps out no others, so that it closes nothing here. */
    private static boolean decidesIngress(Doc entry) {
        boolean egress = Boolean.TRUE.equals(entry.get("Egress"));
        boolean partOfIcmp = entry.doc("IcmpTypeCode").get("Type") instanceof Long type && type >= 0 && !isAllow(entry);
        return !egress && !partOfIcmp;
    }

    private static long number(Doc entry) {
        if (entry.get("RuleNumber") instanceof Long number) {
            return number;
        }
        throw new Unreadable("an entry of a network ACL has no number");
    }

    private static boolean isAllow(Doc entry) {
        return entry.text("RuleAction").equals(ALLOW);
    }

    private static FirewallEntry entry(Doc entry) {
        String protocol = FirewallEntry.protocol(entry.text("Protocol"));
        Doc range = entry.doc("PortRange");
        String block = entry.text("CidrBlock").isEmpty() ? entry.text("Ipv6CidrBlock") : entry.text("CidrBlock");
        return FirewallEntry.of(
                isAllow(entry), protocol, Ports.of(protocol, range.get("From"), range.get("To")), block);
    }
}
