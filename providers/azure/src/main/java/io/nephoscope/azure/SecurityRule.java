package io.nephoscope.azure;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.network.Cidr;
import io.nephoscope.inventory.network.FirewallEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One rule of a network security group, as far as it can be read. What cannot be read may be anything: a rule has a {@link #least}
 * that it is about for certain, and a {@link #most}.
 *
 * @param allows empty where it does not say whether it lets in or keeps out
 * @param priority before every other where it does not say
 * @param least empty where it may be about nothing, or may come after all others
 * @param unread which of its fields cannot be read, as a sentence; empty where all of them can
 */
record SecurityRule(
        Optional<Boolean> allows, long priority, Optional<SecurityTraffic> least, SecurityTraffic most, Text unread) {
    private static final Set<String> PROTOCOLS = Set.of("*", "any", "tcp", "udp", "icmp", "esp", "ah");
    private static final Set<String> EVERY = Set.of("*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final long FIRST = 0;

    /** A rule, or empty where it is one about what goes out. */
    static Optional<SecurityRule> inbound(Object item) {
        Doc rule = item instanceof Doc doc ? doc : Doc.empty();
        Doc properties = rule.doc("properties");
        Reader read = new Reader(properties, new LinkedHashSet<>());
        Optional<String> direction = read.word("direction", Set.of("inbound", "outbound"));
        if (direction.equals(Optional.of("outbound"))) {
            return Optional.empty();
        }
        Optional<Boolean> allows = read.word("access", Set.of("allow", "deny")).map("allow"::equals);
        Optional<Long> priority = read.priority();
        boolean certain = direction.isPresent() && allows.isPresent() && priority.isPresent();
        Field protocol = read.field("protocol", text -> PROTOCOLS.contains(text.toLowerCase(Locale.ROOT)), false);
        Field sources = read.addresses("source");
        Field sourcePorts = read.ports("sourcePortRange");
        Field destinations = read.addresses("destination");
        Field ports = read.ports("destinationPortRange");
        SecurityTraffic least = new SecurityTraffic(
                protocols(protocol.known(), true),
                sources.known(),
                SecurityTraffic.ports(sourcePorts.known()),
                destinations.known(),
                SecurityTraffic.ports(ports.known()));
        SecurityTraffic most = new SecurityTraffic(
                protocols(protocol.known(), protocol.whole()),
                sources.orEvery(),
                SecurityTraffic.ports(sourcePorts.orEvery()),
                destinations.orEvery(),
                SecurityTraffic.ports(ports.orEvery()));
        return Optional.of(new SecurityRule(
                allows,
                priority.orElse(FIRST),
                certain ? Optional.of(least) : Optional.empty(),
                most,
                read.faults().isEmpty()
                        ? Text.EMPTY
                        : Text.of(
                                "of the rule {0} these fields cannot be read: {1}",
                                "规则 {0} 的以下字段无法读取：{1}", rule.text("name"), String.join(", ", read.faults()))));
    }

    /** Of a protocol that was not read, nobody knows whether it is one that has ports. */
    private static Set<String> protocols(Set<String> known, boolean whole) {
        Set<String> protocols = new LinkedHashSet<>();
        (whole ? known : PROTOCOLS)
                .forEach(name ->
                        protocols.add(SecurityTraffic.isAny(name) ? FirewallEntry.ALL : FirewallEntry.protocol(name)));
        return protocols;
    }

    /**
     * What a field holds that may be a single value or a list of them.
     *
     * @param whole whether that is all of it
     */
    private record Field(Set<String> known, boolean whole) {
        Set<String> orEvery() {
            return whole ? known : EVERY;
        }
    }

    /** Reads fields, and takes note of those that cannot be read. */
    private record Reader(Doc rule, Set<String> faults) {
        Optional<String> word(String field, Set<String> words) {
            String word = rule.text(field).strip().toLowerCase(Locale.ROOT);
            if (words.contains(word)) {
                return Optional.of(word);
            }
            faults.add(field);
            return Optional.empty();
        }

        /** A number, also where it is written as a text. */
        Optional<Long> priority() {
            String number = text(rule.get("priority"), true);
            if (NUMBER.matcher(number).matches()) {
                return Optional.of(Long.valueOf(number));
            }
            faults.add("priority");
            return Optional.empty();
        }

        Field ports(String field) {
            return field(field, SecurityTraffic::isRange, true);
        }

        /** Blocks, tags, and groups of machines by their ids. */
        Field addresses(String side) {
            String groups = side + "ApplicationSecurityGroups";
            Set<String> ids = new LinkedHashSet<>();
            boolean readable = rule.get(groups) == Absent.ABSENT;
            if (rule.get(groups) instanceof DocList list) {
                list.docs()
                        .map(group -> group.text("id"))
                        .filter(id -> !id.isEmpty())
                        .forEach(ids::add);
                readable = ids.size() == list.size();
            }
            if (!readable) {
                faults.add(groups);
            }
            String field = side + "AddressPrefix";
            if (!ids.isEmpty() && texts(field).isEmpty()) {
                return new Field(ids, readable);
            }
            Field blocks = field(field, Reader::isAddress, false);
            ids.addAll(blocks.known());
            return new Field(ids, readable && blocks.whole());
        }

        private static boolean isAddress(String text) {
            if (SecurityTraffic.isAny(text) || SecurityTraffic.isName(text)) {
                return true;
            }
            try {
                Cidr.parse(text);
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        /** A field and its plural, which hold one value, many, or the one twice. */
        Field field(String field, Predicate<String> isOne, boolean numbers) {
            Set<String> known = new LinkedHashSet<>();
            boolean whole = true;
            List<Object> values = texts(field);
            for (Object value : values) {
                String text = text(value, numbers);
                if (isOne.test(text)) {
                    known.add(text);
                } else {
                    whole = false;
                }
            }
            if (!whole || values.isEmpty()) {
                faults.add(field);
            }
            return new Field(known, whole && !values.isEmpty());
        }

        private List<Object> texts(String field) {
            List<Object> values = new ArrayList<>();
            Object plural = rule.get(field.endsWith("x") ? field + "es" : field + "s");
            Stream.concat(
                            Stream.of(rule.get(field)),
                            plural instanceof DocList list ? list.stream() : Stream.of(plural))
                    .filter(value -> value != Absent.ABSENT && !value.equals(""))
                    .forEach(values::add);
            return values;
        }

        /** A number is the text of its digits; whatever else is no text is none that could be read. */
        private static String text(Object value, boolean numbers) {
            return value instanceof String text
                    ? text.strip()
                    : numbers && value instanceof Long ? value.toString() : "";
        }
    }
}
