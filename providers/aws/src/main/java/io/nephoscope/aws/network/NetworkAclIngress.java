package io.nephoscope.aws.network;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.FirewallLine;
import io.nephoscope.inventory.network.FirewallLine.Source;
import io.nephoscope.inventory.network.InternetIngress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lines of a network ACL for traffic that comes in, in the order of their numbers. */
public final class NetworkAclIngress {
    private static final String CALL = "ec2:DescribeNetworkAcls";
    private static final String EGRESS = "Egress";

    private NetworkAclIngress() {}

    private record Numbered(long number, FirewallLine line) {}

    /**
     * The facet {@code internetIngress}.
     *
     * @param entries {@code Entries} of {@code ec2:DescribeNetworkAcls}, of which the last denies everything else
     */
    public static Object of(Object entries) {
        if (entries instanceof Unknown) {
            return entries;
        } else if (!(entries instanceof DocList list)) {
            return InternetIngress.unclear(
                    CALL, Text.of("the answer leaves out the entries of the network ACL", "应答缺少网络 ACL 的条目"));
        } else {
            List<Numbered> lines = new ArrayList<>();
            for (Doc entry :
                    list.docs().filter(NetworkAclIngress::decidesIngress).toList()) {
                Optional<Long> number = FirewallLine.number(entry.get("RuleNumber"));
                if (number.isEmpty()) {
                    return InternetIngress.unclear(
                            CALL, Text.of("the answer holds an entry without its number", "应答中有一个条目没有编号"));
                }
                lines.add(new Numbered(number.get(), line(entry)));
            }
            return InternetIngress.of(
                    lines.stream()
                            .sorted(Comparator.comparingLong(Numbered::number))
                            .map(Numbered::line)
                            .toList(),
                    CALL);
        }
    }

    /** A line that keeps out some messages of ICMP keeps out no others, so that it closes nothing here. */
    private static boolean decidesIngress(Doc entry) {
        boolean partOfIcmp = entry.doc("IcmpTypeCode").get("Type") instanceof Long type
                && type >= 0
                && FirewallLine.allows(entry.get("RuleAction")).equals(Optional.of(false));
        return !Boolean.TRUE.equals(entry.get(EGRESS)) && !partOfIcmp;
    }

    private static FirewallLine line(Doc entry) {
        Optional<String> protocol = FirewallLine.protocol(entry.get("Protocol"));
        Doc range = entry.doc("PortRange");
        Object v4 = entry.get("CidrBlock");
        return new FirewallLine(
                Boolean.FALSE.equals(entry.get(EGRESS)),
                FirewallLine.allows(entry.get("RuleAction")),
                protocol,
                FirewallLine.ports(protocol, range.get("From"), range.get("To")),
                Source.block(v4 == Absent.ABSENT ? entry.get("Ipv6CidrBlock") : v4));
    }
}
