package io.nephoscope.azure;

import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.AddressFamily;
import io.nephoscope.inventory.network.AddressRanges;
import io.nephoscope.inventory.network.FirewallEntry;
import io.nephoscope.inventory.network.FirewallEntry.Ports;
import io.nephoscope.inventory.network.InternetIngress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The rules of a network security group: of those that match, the one with the lowest priority decides. They are compared as sets:
 * a way is open where somebody finds a source port, a destination, and a place to come from, of which no rule before it shuts him out.
 */
final class SecurityRules {
    private static final String OWN = "securityRules";

    private SecurityRules() {}

    /** The facet {@code internetIngress}, of the properties of {@code NetworkSecurityGroups_Get}. */
    static Object ingress(Object properties) {
        if (properties instanceof Unknown) {
            return properties;
        }
        if (!(properties instanceof Doc group) || group.get(OWN) == Absent.ABSENT) {
            throw new Unreadable(Text.of("the group does not say which rules it has", "安全组未说明有哪些规则"));
        }
        List<SecurityRule> rules = Stream.of(OWN, "defaultSecurityRules")
                .flatMap(key -> items(group.get(key)))
                .flatMap(item -> SecurityRule.inbound(item).stream())
                .sorted(Comparator.comparing(SecurityRule::priority))
                .toList();
        Text unread = Text.clauses(rules.stream()
                .map(SecurityRule::unread)
                .filter(sentence -> !sentence.isEmpty())
                .distinct()
                .toList());
        Set<Doc> ways = ways(lines(rules, false));
        if (!unread.isEmpty()) {
            Set<Doc> further = ways(lines(rules, true));
            further.removeAll(ways);
            further.forEach(way -> ways.add(way.with("open", GraphListing.unsaid(unread))));
        }
        return DocList.copyOf(ways);
    }

    /** What should be a list and is none holds one item that nobody can read. */
    private static Stream<Object> items(Object field) {
        return field == Absent.ABSENT ? Stream.of() : field instanceof DocList list ? list.stream() : Stream.of(field);
    }

    private record Line(boolean allows, SecurityTraffic traffic) {}

    /** The rules in their order, each read so that the group is as open, or as shut, as it may be. */
    private static List<Line> lines(List<SecurityRule> rules, boolean open) {
        List<Line> lines = new ArrayList<>();
        for (SecurityRule rule : rules) {
            boolean allows = rule.allows().orElse(open);
            Optional<SecurityTraffic> traffic = allows == open ? Optional.of(rule.most()) : rule.least();
            traffic.filter(SecurityTraffic::isFromInternet).ifPresent(it -> lines.add(new Line(allows, it)));
        }
        return lines;
    }

    private static Set<Doc> ways(List<Line> lines) {
        List<SecurityTraffic> allowed =
                lines.stream().filter(Line::allows).map(Line::traffic).toList();
        Set<String> origins = new LinkedHashSet<>(Set.of(SecurityTraffic.ANYWHERE));
        allowed.forEach(traffic -> traffic.clouds().forEach(origins::add));
        Set<String> names = new LinkedHashSet<>(Set.of(""));
        allowed.forEach(traffic -> traffic.namesTo().forEach(names::add));
        List<SecurityTraffic> all = lines.stream().map(Line::traffic).toList();
        Set<BitSet> bySourcePort = matches(all, sourcePorts(all), SecurityTraffic::isFrom);
        Set<BitSet> byName = matches(all, names, SecurityTraffic::isTo);
        Set<Doc> ways = new LinkedHashSet<>();
        for (AddressFamily family : AddressFamily.values()) {
            List<AddressRanges> places =
                    all.stream().map(traffic -> traffic.addressesTo(family)).toList();
            Set<BitSet> byAddress = matches(places, addresses(places, family), SecurityRules::holds);
            Set<BitSet> matching = new LinkedHashSet<>();
            for (BitSet from : bySourcePort) {
                for (BitSet address : byAddress) {
                    byName.forEach(name -> matching.add(both(from, either(address, name))));
                }
            }
            for (String origin : origins) {
                matching.forEach(some -> ways(lines, some, family, origin).forEach(ways::add));
            }
        }
        return ways;
    }

    private static Stream<Doc> ways(List<Line> lines, BitSet matching, AddressFamily family, String origin) {
        List<FirewallEntry> entries = matching.stream()
                .mapToObj(lines::get)
                .flatMap(line -> line.traffic().entries(line.allows(), family, origin))
                .toList();
        return InternetIngress.of(entries).docs();
    }

    /** Which lines match each of some points, once for all points that the same lines match. */
    private static <L, T> Set<BitSet> matches(List<L> lines, Collection<T> points, BiPredicate<L, T> isAbout) {
        Set<BitSet> all = new LinkedHashSet<>();
        for (T point : points) {
            BitSet matching = new BitSet();
            for (int i = 0; i < lines.size(); i++) {
                matching.set(i, isAbout.test(lines.get(i), point));
            }
            all.add(matching);
        }
        return all;
    }

    private static boolean holds(AddressRanges addresses, BigInteger address) {
        for (AddressRanges.Range range : addresses.ranges()) {
            if (range.first().compareTo(address) <= 0 && address.compareTo(range.last()) <= 0) {
                return true;
            }
        }
        return false;
    }

    private static BitSet either(BitSet some, BitSet others) {
        BitSet all = (BitSet) some.clone();
        all.or(others);
        return all;
    }

    private static BitSet both(BitSet some, BitSet others) {
        BitSet common = (BitSet) some.clone();
        common.and(others);
        return common;
    }

    /** Whoever comes may choose the port from which he comes: one of each stretch that no rule tells apart. */
    private static Set<Integer> sourcePorts(List<SecurityTraffic> lines) {
        Set<Integer> ports = new TreeSet<>(Set.of(0));
        for (SecurityTraffic line : lines) {
            for (Ports range : line.sourcePorts()) {
                ports.add(range.from());
                ports.add(Math.min(range.to() + 1, Ports.ALL.to()));
            }
        }
        return ports;
    }

    /** One address of each stretch that no rule tells apart. */
    private static Set<BigInteger> addresses(List<AddressRanges> places, AddressFamily family) {
        BigInteger last = family.all().ranges().get(0).last();
        Set<BigInteger> addresses = new TreeSet<>(Set.of(BigInteger.ZERO));
        for (AddressRanges place : places) {
            for (AddressRanges.Range range : place.ranges()) {
                addresses.add(range.first());
                addresses.add(range.last().add(BigInteger.ONE).min(last));
            }
        }
        return addresses;
    }
}
