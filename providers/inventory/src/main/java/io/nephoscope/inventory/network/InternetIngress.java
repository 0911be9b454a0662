package io.nephoscope.inventory.network;

import static io.nephoscope.inventory.network.FirewallEntry.ALL;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.FirewallEntry.Ports;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The ways in from the Internet as a whole that the lines of a firewall leave open, one by one or together. Lines are tried in their
 * order, and the first that matches decides; where all of them allow, the order does not matter.
 */
public final class InternetIngress {
    /** Every protocol that no line names, and that is neither of the usual ones. */
    private static final String OTHER = "other";

    private static final Set<String> USUAL =
            Set.of(FirewallEntry.TCP, FirewallEntry.UDP, FirewallEntry.ICMP, FirewallEntry.ICMPV6, OTHER);

    private InternetIngress() {}

    /** The facet {@code internetIngress}. */
    public static DocList of(List<FirewallEntry> entries) {
        List<Object> ways = new ArrayList<>();
        for (AddressFamily family : AddressFamily.values()) {
            ways.addAll(ways(
                    family,
                    entries.stream().filter(entry -> entry.family() == family).toList()));
        }
        return DocList.copyOf(ways);
    }

    /**
     * The facet of lines of which some may be unclear: what is open however they read is open, and what is open in one reading and shut
     * in another is unknown.
     *
     * @param call the operation whose answer held the lines
     */
    public static DocList of(List<FirewallLine> lines, String call) {
        Set<Doc> ways = new LinkedHashSet<>(read(lines, false));
        Text parts = Text.listed(lines.stream()
                .flatMap(line -> line.unclear().stream())
                .distinct()
                .toList());
        if (!parts.isEmpty()) {
            Unknown why = unclear(
                    call,
                    Text.of("the answer holds a rule that does not say clearly: {0}", "应答中有一条规则未明确给出：{0}", parts));
            Set<Doc> further = new LinkedHashSet<>(read(lines, true));
            further.removeAll(ways);
            further.forEach(way ->
                    ways.add(way.with("open", way.get("open") instanceof Unknown unread ? unread.and(why) : why)));
        }
        return DocList.copyOf(ways);
    }

    private static List<Doc> read(List<FirewallLine> lines, boolean open) {
        return of(lines.stream().flatMap(line -> line.entries(open).stream()).toList())
                .docs()
                .toList();
    }

    /** The facet where what decides it is not in the answer of a call. */
    public static Unknown unclear(String call, Text why) {
        return Unknown.because(new Cause(call, Status.FAILED, "", why));
    }

    /** Ports next to each other that the same lines decide, or a run of such stretches. */
    private record Stretch(Ports ports, Tri open, Set<String> sources) {
        Stretch plus(Stretch next) {
            Set<String> both = new LinkedHashSet<>(sources);
            both.addAll(next.sources);
            return new Stretch(new Ports(ports.from(), next.ports.to()), open.and(next::open), both);
        }
    }

    private static List<Doc> ways(AddressFamily family, List<FirewallEntry> entries) {
        Map<String, List<Stretch>> byProtocol = new TreeMap<>();
        USUAL.forEach(protocol -> byProtocol.put(protocol, stretches(family, protocol, entries)));
        entries.stream()
                .map(FirewallEntry::protocol)
                .filter(named -> !named.equals(ALL))
                .forEach(named -> byProtocol.computeIfAbsent(named, it -> stretches(family, it, entries)));
        List<Stretch> everything =
                byProtocol.values().stream().flatMap(List::stream).toList();
        if (everything.stream().allMatch(stretch -> stretch.open().isTrue())) {
            return List.of(whole(family, everything));
        }
        List<Doc> ways = new ArrayList<>();
        byProtocol.forEach((protocol, stretches) ->
                runs(stretches, it -> it.open().isTrue()).forEach(run -> ways.add(way(family, protocol, run))));
        if (everything.stream().noneMatch(stretch -> stretch.open().isFalse())) {
            ways.add(whole(family, everything));
        } else {
            // A run may be open in parts: whether it is open from end to end is what is not known.
            byProtocol.forEach(
                    (protocol, stretches) -> runs(stretches, it -> !it.open().isFalse()).stream()
                            .filter(run -> run.open().isUnknown())
                            .forEach(run -> ways.add(way(family, protocol, run))));
        }
        return ways;
    }

    /** Every port, cut where a line begins or ends. */
    private static List<Stretch> stretches(AddressFamily family, String protocol, List<FirewallEntry> entries) {
        TreeSet<Integer> cuts = new TreeSet<>(Set.of(0, Ports.ALL.to() + 1));
        for (FirewallEntry entry : entries) {
            if (entry.protocol().equals(protocol)) {
                cuts.add(entry.ports().from());
                cuts.add(entry.ports().to() + 1);
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        int from = cuts.pollFirst();
        for (int end : cuts) {
            Ports ports = new Ports(from, end - 1);
            List<FirewallEntry> deciding = entries.stream()
                    .filter(entry -> entry.covers(protocol, ports))
                    .toList();
            stretches.add(decide(family, ports, deciding));
            from = end;
        }
        return stretches;
    }

    /** What the lines leave open: at least the addresses known to be let in, at most those and whatever unread sources may hold. */
    private static Stretch decide(AddressFamily family, Ports ports, List<FirewallEntry> entries) {
        AddressRanges undecided = family.all();
        AddressRanges known = AddressRanges.NONE;
        AddressRanges possible = AddressRanges.NONE;
        Optional<Unknown> causes = Optional.empty();
        Optional<Unknown> mayBeShut = Optional.empty();
        Set<String> alone = new LinkedHashSet<>();
        Set<String> together = new LinkedHashSet<>();
        for (FirewallEntry entry : entries) {
            AddressRanges matched = entry.addresses().and(undecided);
            if (!entry.allows() && entry.unread().isPresent()) {
                mayBeShut = either(mayBeShut, entry.unread().get());
            } else if (entry.allows() && mayBeShut.isPresent() && !matched.isEmpty()) {
                possible = possible.or(entry.unread().isPresent() ? undecided : matched);
                causes = either(causes, mayBeShut.get());
                together.add(entry.source());
            } else if (entry.allows()) {
                known = known.or(matched);
                if (entry.unread().isPresent()) {
                    Unknown cause = entry.unread().get();
                    possible = possible.or(undecided);
                    causes = either(causes, cause);
                    together.add(entry.source());
                } else if (!matched.isEmpty()) {
                    together.add(entry.source());
                }
                if (family.isInternet(matched)) {
                    alone.add(entry.source());
                }
            }
            undecided = undecided.minus(matched);
        }
        Tri open = Tri.of(family.isInternet(known));
        if (!open.isTrue() && causes.isPresent() && family.isInternet(known.or(possible))) {
            open = Tri.unknown(causes.get());
        }
        return new Stretch(ports, open, alone.isEmpty() ? together : alone);
    }

    private static Optional<Unknown> either(Optional<Unknown> before, Unknown cause) {
        return Optional.of(before.map(it -> it.and(cause)).orElse(cause));
    }

    /** The longest runs of stretches that a question is true of. */
    private static List<Stretch> runs(List<Stretch> stretches, Predicate<Stretch> belongs) {
        List<Stretch> runs = new ArrayList<>();
        boolean goesOn = false;
        for (Stretch stretch : stretches) {
            boolean belonging = belongs.test(stretch);
            if (belonging && goesOn) {
                runs.set(runs.size() - 1, runs.get(runs.size() - 1).plus(stretch));
            } else if (belonging) {
                runs.add(stretch);
            }
            goesOn = belonging;
        }
        return runs;
    }

    private static Doc whole(AddressFamily family, List<Stretch> everything) {
        Stretch sum = everything.stream().reduce(Stretch::plus).orElseThrow();
        return way(family, ALL, new Stretch(Ports.ALL, sum.open(), sum.sources()));
    }

    private static Doc way(AddressFamily family, String protocol, Stretch stretch) {
        return Doc.of(
                "protocol",
                protocol,
                "fromPort",
                (long) stretch.ports().from(),
                "toPort",
                (long) stretch.ports().to(),
                "family",
                family.label(),
                "source",
                String.join(", ", stretch.sources()),
                "open",
                stretch.open().toField());
    }
}
