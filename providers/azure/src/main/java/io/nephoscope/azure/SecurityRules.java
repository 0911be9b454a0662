package io.nephoscope.azure;

import io.nephoscope.inventory.Unreadable;
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
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of a network security group: of those that match, the one with the lowest priority decides. Each field of a rule is a
 * single value or a list of them, and a rule means every combination.
 */
final class SecurityRules {
    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    /** Whoever is on the Internet. */
    private static final Set<String> EVERYBODY = Set.of(ANY, "any", "internet");

    private SecurityRules() {}

    /** The facet {@code internetIngress}, of the properties of {@code NetworkSecurityGroups_Get}. */
    static Object ingress(Object properties) {
        if (properties instanceof Unknown) {
            return properties;
        }
        if (!(properties instanceof Doc group) || !(group.get("securityRules") instanceof DocList)) {
            throw new Unreadable("the group does not say which rules it has");
        }
        List<Doc> rules = Stream.of("securityRules", "defaultSecurityRules")
                .flatMap(key -> group.list(key).docs())
                .map(rule -> rule.doc("properties"))
                .filter(rule -> rule.text("direction").equalsIgnoreCase("Inbound"))
                .sorted(Comparator.comparing(SecurityRules::priority))
                .toList();
        Set<Object> ways = new LinkedHashSet<>();
        destinations(rules)
                .forEach(destination ->
                        InternetIngress.of(entries(rules, destination)).forEach(ways::add));
        return DocList.copyOf(ways);
    }

    private static long priority(Doc rule) {
        if (rule.get("priority") instanceof Long priority) {
            return priority;
        }
        throw new Unreadable("a rule without a priority");
    }

    /** The places that rules let somebody in to: each is looked at by itself, since a rule about another place does not shut it. */
    private static Set<String> destinations(List<Doc> rules) {
        Set<String> all = new LinkedHashSet<>();
        rules.stream().filter(SecurityRules::allows).forEach(rule -> all.addAll(destinations(rule)));
        return all;
    }

    private static Set<String> destinations(Doc rule) {
        Set<String> places = new LinkedHashSet<>();
        texts(rule, "destinationAddressPrefix")
                .forEach(text -> places.add(isEverything(text) ? ANY : text.toLowerCase(Locale.ROOT)));
        rule.list("destinationApplicationSecurityGroups")
                .docs()
                .forEach(group -> places.add(group.text("id").toLowerCase(Locale.ROOT)));
        return places;
    }

    /** What a security group guards lies in a virtual network. */
    private static boolean isEverything(String destination) {
        return EVERYBODY.contains(destination.toLowerCase(Locale.ROOT))
                || destination.equalsIgnoreCase("VirtualNetwork");
    }

    private static boolean allows(Doc rule) {
        return switch (rule.text("access").toLowerCase(Locale.ROOT)) {
            case "allow" -> true;
            case "deny" -> false;
            default -> throw new Unreadable("a rule that neither allows nor denies");
        };
    }

    private static List<FirewallEntry> entries(List<Doc> rules, String destination) {
        List<FirewallEntry> entries = new ArrayList<>();
        for (Doc rule : rules) {
            Set<String> places = destinations(rule);
            boolean concerns = places.contains(ANY) || places.contains(destination);
            // Whoever comes may choose the port from which he comes.
            boolean fromAnyPort = texts(rule, "sourcePortRange").contains(ANY);
            if (concerns && (allows(rule) || fromAnyPort)) {
                entries.addAll(entries(rule));
            }
        }
        return entries;
    }

    private static List<FirewallEntry> entries(Doc rule) {
        List<FirewallEntry> entries = new ArrayList<>();
        for (String source : texts(rule, "sourceAddressPrefix")) {
            for (AddressFamily family : AddressFamily.values()) {
                AddressRanges addresses = addresses(source, family, allows(rule));
                for (String ports : texts(rule, "destinationPortRange")) {
                    for (String protocol : protocols(rule.text("protocol"), ports, family)) {
                        entries.add(new FirewallEntry(
                                allows(rule),
                                protocol,
                                ports(protocol, ports),
                                family,
                                source,
                                addresses,
                                Optional.empty()));
                    }
                }
            }
        }
        return entries;
    }

    /** The tag AzureCloud holds the machines that anybody may rent: to let it in is to let in everybody, to shut it out is not. */
    private static AddressRanges addresses(String source, AddressFamily family, boolean allows) {
        String lower = source.toLowerCase(Locale.ROOT);
        boolean isCloud = lower.equals("azurecloud") || lower.startsWith("azurecloud.");
        if (EVERYBODY.contains(lower) || (isCloud && allows)) {
            return family.all();
        } else if (TAG.matcher(source).matches()) {
            return AddressRanges.NONE;
        }
        Cidr block = Cidr.parse(source);
        return block.family() == family ? block.ranges() : AddressRanges.NONE;
    }

    /** Ports are those of TCP and UDP: a rule about every protocol and some ports is a rule about these two. */
    private static List<String> protocols(String written, String ports, AddressFamily family) {
        String lower = written.toLowerCase(Locale.ROOT);
        if (lower.equals(ANY)) {
            return ports.equals(ANY) ? List.of(FirewallEntry.ALL) : List.of(FirewallEntry.TCP, FirewallEntry.UDP);
        } else if (lower.equals(FirewallEntry.ICMP) && family == AddressFamily.IPV6) {
            return List.of(FirewallEntry.ICMPV6);
        }
        return List.of(FirewallEntry.protocol(lower));
    }

    private static Ports ports(String protocol, String range) {
        if (range.equals(ANY)) {
            return Ports.ALL;
        }
        String[] ends = range.split("-", -1);
        if (ends.length > 2
                || !Stream.of(ends)
                        .map(String::strip)
                        .allMatch(it -> NUMBER.matcher(it).matches())) {
            throw new Unreadable("not a range of ports: " + range);
        }
        return Ports.of(protocol, Long.valueOf(ends[0].strip()), Long.valueOf(ends[ends.length - 1].strip()));
    }

    /** A field and its plural, which hold one value, many, or the one twice. */
    private static Set<String> texts(Doc rule, String field) {
        Set<String> all = new LinkedHashSet<>();
        String plural = field.endsWith("x") ? field + "es" : field + "s";
        Stream.concat(Stream.of(rule.text(field)), rule.list(plural).texts())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(all::add);
        return all;
    }
}
