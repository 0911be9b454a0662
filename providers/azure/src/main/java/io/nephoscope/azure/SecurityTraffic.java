package io.nephoscope.azure;

import io.nephoscope.inventory.network.AddressFamily;
import io.nephoscope.inventory.network.AddressRanges;
import io.nephoscope.inventory.network.Cidr;
import io.nephoscope.inventory.network.FirewallEntry;
import io.nephoscope.inventory.network.FirewallEntry.Ports;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a security rule is about: every combination of what its fields hold.
 *
 * @param protocols as {@link FirewallEntry} writes them
 * @param sources blocks of addresses, names of them (service tags), and ids of application security groups
 * @param sourcePorts sorted, and no two of them touch
 * @param destinations as the sources
 * @param ports as the source ports; only TCP and UDP have any
 */
record SecurityTraffic(
        Set<String> protocols,
        Set<String> sources,
        List<Ports> sourcePorts,
        Set<String> destinations,
        List<Ports> ports) {
    /** Somebody who comes from no particular place on the Internet. */
    static final String ANYWHERE = "";

    private static final Set<String> ANY = Set.of("*", "any");
    private static final String INTERNET = "internet";
    private static final String NETWORK = "virtualnetwork";
    /** The machines that anybody may rent, all of them or those of a region. */
    private static final String CLOUD = "azurecloud";

    private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
    private static final Pattern RANGE = Pattern.compile("\\s*(\\d{1,5})\\s*(?:-\\s*(\\d{1,5})\\s*)?");

    static boolean isAny(String text) {
        return ANY.contains(lower(text));
    }

    /** Whether a text names addresses that it does not spell out. */
    static boolean isName(String text) {
        return text.startsWith("/") || TAG.matcher(text).matches();
    }

    static boolean isRange(String text) {
        return range(text).isPresent();
    }

    private static Optional<Ports> range(String text) {
        if (isAny(text)) {
            return Optional.of(Ports.ALL);
        }
        var ends = RANGE.matcher(text);
        if (!ends.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(ends.group(1));
        int to = ends.group(2) == null ? from : Integer.parseInt(ends.group(2));
        return from <= to && to <= Ports.ALL.to() ? Optional.of(new Ports(from, to)) : Optional.empty();
    }

    /** Ranges as a set of ports. */
    static List<Ports> ports(Collection<String> ranges) {
        List<Ports> merged = new ArrayList<>();
        ranges.stream()
                .flatMap(text -> range(text).stream())
                .sorted(Comparator.comparing(Ports::from))
                .forEach(next -> {
                    int end = merged.size() - 1;
                    if (end >= 0 && next.from() <= merged.get(end).to() + 1) {
                        Ports before = merged.get(end);
                        merged.set(end, new Ports(before.from(), Math.max(before.to(), next.to())));
                    } else {
                        merged.add(next);
                    }
                });
        return List.copyOf(merged);
    }

    /** The parts of the cloud that it names as sources. */
    Stream<String> clouds() {
        return sources.stream().map(SecurityTraffic::lower).filter(SecurityTraffic::isCloud);
    }

    boolean isFrom(int port) {
        return sourcePorts.stream().anyMatch(range -> range.from() <= port && port <= range.to());
    }

    /** Whether some of those who come may be strangers on the Internet. */
    boolean isFromInternet() {
        return sources.stream()
                .anyMatch(source -> isAny(source)
                        || lower(source).equals(INTERNET)
                        || isCloud(lower(source))
                        || (!isName(source) && Cidr.parse(source).isRouted()));
    }

    boolean isTo(String name) {
        return namesTo().anyMatch(name::equals);
    }

    /** The addresses to which they come, as far as they are spelt out. */
    AddressRanges addressesTo(AddressFamily family) {
        return destinations.stream().anyMatch(SecurityTraffic::isEverywhere)
                ? family.all()
                : AddressRanges.anyOf(destinations.stream()
                        .filter(text -> !isName(text))
                        .map(text -> block(text, family))
                        .toList());
    }

    /** The destinations that are names. */
    Stream<String> namesTo() {
        return destinations.stream()
                .filter(text -> !isEverywhere(text) && isName(text))
                .map(SecurityTraffic::lower);
    }

    /** What a security group guards lies in a virtual network. */
    private static boolean isEverywhere(String destination) {
        return isAny(destination) || lower(destination).equals(NETWORK);
    }

    /**
     * Lines of a firewall for what comes from a place.
     *
     * @param origin {@link #ANYWHERE}, or a part of the cloud
     */
    Stream<FirewallEntry> entries(boolean allows, AddressFamily family, String origin) {
        return sources.stream().flatMap(source -> {
            AddressRanges addresses = addresses(source, family, origin);
            return protocols.stream()
                    .flatMap(protocol -> lines(protocol, family))
                    .map(line -> new FirewallEntry(
                            allows, line.protocol(), line.ports(), family, source, addresses, Optional.empty()));
        });
    }

    private record Line(String protocol, Ports ports) {}

    /** A rule about every protocol and some ports is one about the protocols that have ports. */
    private Stream<Line> lines(String protocol, AddressFamily family) {
        boolean hasPorts = protocol.equals(FirewallEntry.TCP) || protocol.equals(FirewallEntry.UDP);
        if (ports.isEmpty()) {
            return Stream.of();
        } else if (protocol.equals(FirewallEntry.ALL) && !ports.contains(Ports.ALL)) {
            return Stream.of(FirewallEntry.TCP, FirewallEntry.UDP).flatMap(it -> lines(it, family));
        } else if (hasPorts) {
            return ports.stream().map(range -> new Line(protocol, range));
        }
        boolean renamed = protocol.equals(FirewallEntry.ICMP) && family == AddressFamily.IPV6;
        return Stream.of(new Line(renamed ? FirewallEntry.ICMPV6 : protocol, Ports.ALL));
    }

    /** Those of the source from which somebody of a place may come. */
    private static AddressRanges addresses(String source, AddressFamily family, String origin) {
        String lower = lower(source);
        if (isAny(lower) || lower.equals(INTERNET)) {
            return family.all();
        } else if (isCloud(lower)) {
            boolean isOrigin = !origin.isEmpty() && (lower.equals(CLOUD) || lower.equals(origin));
            return isOrigin ? family.all() : AddressRanges.NONE;
        }
        return isName(source) ? AddressRanges.NONE : block(source, family);
    }

    private static boolean isCloud(String lower) {
        return lower.equals(CLOUD) || lower.startsWith(CLOUD + ".");
    }

    private static AddressRanges block(String cidr, AddressFamily family) {
        Cidr block = Cidr.parse(cidr);
        return block.family() == family ? block.ranges() : AddressRanges.NONE;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
