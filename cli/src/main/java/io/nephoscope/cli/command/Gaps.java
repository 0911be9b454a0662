package io.nephoscope.cli.command;

import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.collect.Unit;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.inventory.snapshot.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** One sentence for each account and reason: first what could not be listed, then what else was not answered. */
    static List<String> of(Snapshot snapshot) {
        Map<Reason, List<Unit>> byReason = snapshot.units().stream()
                .filter(unit -> unit.isGap() && !unit.type().equals(Unit.ALL))
                .collect(Collectors.groupingBy(
                        unit -> new Reason(unit.scope().account(), unit.listing()),
                        () -> new TreeMap<>(Reason.ORDER),
                        Collectors.toList()));
        Stream<String> notListed = byReason.entrySet().stream()
                .map(entry -> "Not listed: " + units(entry.getValue()) + words(entry.getKey()));
        Stream<String> notAnswered = snapshot.ledger().stream()
                .filter(row -> row.outcome().isGap())
                .map(row -> new Reason(row.account(), cause(row)))
                .filter(reason -> !byReason.containsKey(reason))
                .distinct()
                .map(reason -> "Not answered in part: account " + words(reason));
        return Stream.concat(notListed, notAnswered).toList();
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
                + (cause.message().isEmpty() ? "." : " (" + cause.message() + ").");
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
