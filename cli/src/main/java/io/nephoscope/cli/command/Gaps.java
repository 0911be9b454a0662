package io.nephoscope.cli.command;

import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.collect.Unit;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.inventory.snapshot.Snapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what could not be read. */
final class Gaps {
    private static final int MOST_NAMES = 3;

    private Gaps() {}

    /** What could not be listed for one reason in one account. */
    private record Reason(String account, Cause cause) {
        private static final Comparator<Reason> ORDER =
                Comparator.comparing(Reason::account).thenComparing(Reason::cause);
    }

    /**
     * One sentence for each account and reason: first what could not be listed, then what else was not answered, and last what answers
     * held and nobody could read.
     */
    static List<String> of(Snapshot snapshot) {
        Map<Reason, List<Unit>> byReason = snapshot.units().stream()
                .filter(unit -> unit.isGap() && !unit.type().equals(Unit.ALL))
                .collect(Collectors.groupingBy(
                        unit -> new Reason(unit.scope().account(), unit.listing()),
                        () -> new TreeMap<>(Reason.ORDER),
                        Collectors.toList()));
        Stream<String> notListed = byReason.entrySet().stream()
                .map(entry -> "Not listed: " + units(entry.getValue()) + words(entry.getKey()));
        SortedSet<Reason> refused = snapshot.ledger().stream()
                .filter(row -> row.outcome().isGap())
                .map(row -> new Reason(row.account(), cause(row)))
                .filter(reason -> !byReason.containsKey(reason))
                .collect(Collectors.toCollection(() -> new TreeSet<>(Reason.ORDER)));
        Stream<String> notAnswered = refused.stream().map(reason -> "Not answered in part: account " + words(reason));
        Stream<String> notRead = unread(snapshot, reason -> byReason.containsKey(reason) || refused.contains(reason));
        return Stream.of(notListed, notAnswered, notRead).flatMap(said -> said).toList();
    }

    /** Of fields that could not be read for many reasons the first reason is said: there may be one for each asset. */
    private static Stream<String> unread(Snapshot snapshot, Predicate<Reason> isSaid) {
        SortedMap<String, Reason> first = new TreeMap<>();
        Map<String, Integer> count = new HashMap<>();
        snapshot.forEach(asset -> causes(asset.attributes())
                .map(cause -> new Reason(asset.scope().account(), cause))
                .filter(reason -> reason.cause().outcome().isGap() && !isSaid.test(reason))
                .forEach(reason -> {
                    String key = reason.account() + " " + reason.cause().call();
                    first.putIfAbsent(key, reason);
                    count.merge(key, 1, Integer::sum);
                }));
        return first.entrySet().stream().map(entry -> {
            int more = count.getOrDefault(entry.getKey(), 1) - 1;
            return "Not read in part: account " + words(entry.getValue())
                    + (more == 0 ? "" : " And " + more + " more.");
        });
    }

    private static Stream<Cause> causes(Object field) {
        if (field instanceof Unknown unknown) {
            return unknown.causes().stream();
        } else if (field instanceof Doc doc) {
            return doc.keys().stream().flatMap(key -> causes(doc.get(key)));
        }
        return field instanceof DocList list ? list.stream().flatMap(Gaps::causes) : Stream.empty();
    }

    private static Cause cause(LedgerRow row) {
        return new Cause(row.service() + ":" + row.operation(), row.outcome(), row.permission(), row.message());
    }

    private static String units(List<Unit> units) {
        SortedSet<String> types = units.stream().map(Unit::type).collect(Collectors.toCollection(TreeSet::new));
        SortedSet<String> regions =
                units.stream().map(unit -> unit.scope().region()).collect(Collectors.toCollection(TreeSet::new));
        return names(types, "types") + where(regions) + " of account ";
    }

    private static String words(Reason reason) {
        Cause cause = reason.cause();
        return reason.account() + ": " + cause.call() + " " + cause.outcome().label()
                + (cause.permission().isEmpty() ? "" : ", it needs " + cause.permission())
                + (cause.message().isEmpty() ? "." : " (" + cause.message().en() + ").");
    }

    private static String where(SortedSet<String> regions) {
        if (regions.contains(Unit.ALL)) {
            return " in any region";
        }
        return regions.equals(new TreeSet<>(List.of(Scope.GLOBAL))) ? "" : " in " + names(regions, "regions");
    }

    private static String names(SortedSet<String> names, String many) {
        return names.size() <= MOST_NAMES ? String.join(", ", names) : names.size() + " " + many;
    }
}
