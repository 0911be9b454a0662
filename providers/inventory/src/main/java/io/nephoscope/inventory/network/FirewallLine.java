package io.nephoscope.inventory.network;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.FirewallEntry.Ports;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line of a firewall for traffic that comes in, as a cloud wrote it. What is missing, or reads in more than one way, is empty: the line
 * may then say anything in its place.
 *
 * @param isIngress false where nobody can tell whether it is a line for traffic that comes in
 * @param allows whether it lets in what matches, or keeps it out
 * @param protocol as {@link FirewallEntry} has it
 * @param ports as {@link FirewallEntry} has them
 * @param source whom it speaks of
 */
public record FirewallLine(
        boolean isIngress,
        Optional<Boolean> allows,
        Optional<String> protocol,
        Optional<Ports> ports,
        Optional<Source> source) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Set<String> NAMES =
            Set.of(FirewallEntry.ALL, FirewallEntry.TCP, FirewallEntry.UDP, FirewallEntry.ICMP, FirewallEntry.ICMPV6);
    private static final long ANY = -1;
    private static final long LAST_PROTOCOL = 255;
    private static final Source ANYBODY = new Source(
            "",
            Map.of(
                    AddressFamily.IPV4, AddressFamily.IPV4.all(),
                    AddressFamily.IPV6, AddressFamily.IPV6.all()),
            Optional.empty());

    /**
     * Whom a line speaks of.
     *
     * @param name a block of addresses or the id of a list of them
     * @param addresses by family, as far as they are known
     * @param unread why further addresses may be unknown
     */
    public record Source(String name, Map<AddressFamily, AddressRanges> addresses, Optional<Unknown> unread) {
        /** A block of addresses; empty where it is none. */
        public static Optional<Source> block(Object written) {
            return cidr(written)
                    .map(block -> new Source(
                            String.valueOf(written), Map.of(block.family(), block.ranges()), Optional.empty()));
        }

        /** A list of blocks; empty where any of them is none. */
        public static Optional<Source> list(String id, List<?> blocks) {
            Map<AddressFamily, AddressRanges> addresses = new EnumMap<>(AddressFamily.class);
            for (Object written : blocks) {
                Optional<Cidr> block = cidr(written);
                if (block.isEmpty()) {
                    return Optional.empty();
                }
                addresses.merge(block.get().family(), block.get().ranges(), AddressRanges::or);
            }
            return Optional.of(new Source(id, addresses, Optional.empty()));
        }

        /** A list that nobody read, which may hold addresses of either family. */
        public static Source unread(String id, Unknown why) {
            return new Source(
                    id,
                    Map.of(AddressFamily.IPV4, AddressRanges.NONE, AddressFamily.IPV6, AddressRanges.NONE),
                    Optional.of(why));
        }

        private static Optional<Cidr> cidr(Object written) {
            try {
                return written instanceof String text ? Optional.of(Cidr.parse(text)) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** Whether a line lets in or keeps out. */
    public static Optional<Boolean> allows(Object written) {
        return switch (word(written)) {
            case "allow" -> Optional.of(true);
            case "deny" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A name, or a number as a text, without what does not tell names apart; empty for anything else. */
    public static String word(Object written) {
        return written instanceof String || written instanceof Long
                ? written.toString().strip().toLowerCase(Locale.ROOT)
                : "";
    }

    /** A number, be it written as a text. */
    public static Optional<Long> number(Object written) {
        return Optional.of(word(written))
                .filter(word -> NUMBER.matcher(word).matches())
                .map(Long::valueOf);
    }

    /** A protocol by its name or number; -1 is every protocol. */
    public static Optional<String> protocol(Object written) {
        return number(written)
                .filter(number -> number >= ANY && number <= LAST_PROTOCOL)
                .map(String::valueOf)
                .or(() -> Optional.of(word(written)).filter(NAMES::contains))
                .map(FirewallEntry::protocol);
    }

    /**
     * The ports of a line, -1 to -1 for all of them. Only TCP and UDP have ports: what clouds write in their place for other protocols
     * are types of messages, or nothing.
     */
    public static Optional<Ports> ports(Optional<String> protocol, Object from, Object to) {
        if (protocol.filter(it -> it.equals(FirewallEntry.TCP) || it.equals(FirewallEntry.UDP))
                .isEmpty()) {
            return Optional.of(Ports.ALL);
        }
        long first = number(from).orElse(Long.MAX_VALUE);
        long last = number(to).orElse(Long.MIN_VALUE);
        if (first == ANY && last == ANY) {
            return Optional.of(Ports.ALL);
        }
        return first >= 0 && first <= last && last <= Ports.ALL.to()
                ? Optional.of(new Ports((int) first, (int) last))
                : Optional.empty();
    }

    /** The parts that do not read in one way. */
    List<Text> unclear() {
        List<Text> parts = new ArrayList<>();
        if (!isIngress) {
            parts.add(Text.of("direction", "方向"));
        }
        if (allows.isEmpty()) {
            parts.add(Text.of("action", "动作"));
        }
        if (protocol.isEmpty()) {
            parts.add(Text.of("protocol", "协议"));
        }
        if (ports.isEmpty()) {
            parts.add(Text.of("ports", "端口"));
        }
        if (source.isEmpty()) {
            parts.add(Text.of("source", "来源"));
        }
        return parts;
    }

    /**
     * The entries that the line is, read so that the firewall is as open, or as shut, as it may be: where an unclear line would only
     * make it more shut, or more open, it is none.
     */
    List<FirewallEntry> entries(boolean open) {
        boolean does = allows.orElse(open);
        if (does != open && !unclear().isEmpty()) {
            return List.of();
        }
        Source from = source.orElse(ANYBODY);
        List<FirewallEntry> entries = new ArrayList<>();
        for (AddressFamily family : AddressFamily.values()) {
            AddressRanges addresses = from.addresses().get(family);
            if (addresses != null) {
                entries.add(new FirewallEntry(
                        does,
                        protocol.orElse(FirewallEntry.ALL),
                        ports.orElse(Ports.ALL),
                        family,
                        from.name(),
                        addresses,
                        from.unread()));
            }
        }
        return entries;
    }
}
