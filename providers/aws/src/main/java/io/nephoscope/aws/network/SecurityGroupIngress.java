package io.nephoscope.aws.network;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.FirewallEntry.Ports;
import io.nephoscope.inventory.network.FirewallLine;
import io.nephoscope.inventory.network.FirewallLine.Source;
import io.nephoscope.inventory.network.InternetIngress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a security group. Each allows, and another group as a source is not the Internet. */
public final class SecurityGroupIngress {
    private static final String CALL = "ec2:DescribeSecurityGroups";
    private static final String LIST_ID = "PrefixListId";

    private SecurityGroupIngress() {}

    /**
     * The facet {@code internetIngress}.
     *
     * @param permissions {@code IpPermissions} of {@code ec2:DescribeSecurityGroups}, which are there also where they are none
     * @param prefixLists objects with a {@code PrefixListId} and the {@code Entries} of {@code ec2:GetManagedPrefixListEntries}
     */
    public static Object of(Object permissions, Object prefixLists) {
        if (permissions instanceof Unknown) {
            return permissions;
        } else if (!(permissions instanceof DocList list)) {
            return InternetIngress.unclear(
                    CALL, Text.of("the answer leaves out the permissions of the group", "应答缺少安全组的规则"));
        } else {
            return InternetIngress.of(
                    list.docs()
                            .flatMap(permission -> lines(permission, prefixLists).stream())
                            .toList(),
                    CALL);
        }
    }

    private static List<FirewallLine> lines(Doc permission, Object prefixLists) {
        Optional<String> protocol = FirewallLine.protocol(permission.get("IpProtocol"));
        Optional<Ports> ports = FirewallLine.ports(protocol, permission.get("FromPort"), permission.get("ToPort"));
        return sources(permission, prefixLists).stream()
                .map(source -> new FirewallLine(true, Optional.of(true), protocol, ports, source))
                .toList();
    }

    /** Whom a permission lets in. One that names neither addresses nor groups does not say whom. */
    private static List<Optional<Source>> sources(Doc permission, Object prefixLists) {
        List<Optional<Source>> sources = new ArrayList<>();
        permission.list("IpRanges").docs().forEach(range -> sources.add(Source.block(range.get("CidrIp"))));
        permission.list("Ipv6Ranges").docs().forEach(range -> sources.add(Source.block(range.get("CidrIpv6"))));
        permission.list("PrefixListIds").docs().forEach(list -> sources.add(prefixes(list.text(LIST_ID), prefixLists)));
        if (sources.isEmpty() && permission.list("UserIdGroupPairs").size() == 0) {
            sources.add(Optional.empty());
        }
        return sources;
    }

    private static Optional<Source> prefixes(String id, Object prefixLists) {
        Object entries = entries(id, prefixLists);
        if (entries instanceof Unknown unread) {
            return Optional.of(Source.unread(id, unread));
        } else if (entries == Absent.ABSENT) {
            return Source.list(id, List.of());
        }
        return entries instanceof DocList list
                ? Source.list(id, list.docs().map(entry -> entry.get("Cidr")).toList())
                : Optional.empty();
    }

    private static Object entries(String id, Object prefixLists) {
        if (prefixLists instanceof DocList lists) {
            Optional<Doc> found =
                    lists.docs().filter(list -> list.text(LIST_ID).equals(id)).findFirst();
            if (found.isPresent()) {
                return found.get().get("Entries");
            }
        }
        return prefixLists instanceof Unknown
                ? prefixLists
                : Unknown.because(
                        Cause.notCollected("ec2:GetManagedPrefixListEntries", "ec2:GetManagedPrefixListEntries"));
    }
}
