package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Words;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.snapshot.Snapshot;
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
    static List<Text> of(Snapshot snapshot) {
        Map<Reason, List<Unit>> byReason = snapshot.units().stream()
                .filter(unit -> unit.isGap() && !unit.type().equals(Unit.ALL))
                .collect(Collectors.groupingBy(
                        unit -> new Reason(unit.scope().account(), unit.listing()),
                        () -> new TreeMap<>(Reason.ORDER),
                        Collectors.toList()));
        Stream<Text> notListed = byReason.entrySet().stream()
                .map(entry -> Text.of(
                        "Not listed: {0} of account {1}",
                        "未能列出：{0}，账号 {1}", units(entry.getValue()), words(entry.getKey())));
        SortedSet<Reason> refused = snapshot.ledger().stream()
                .filter(row -> row.outcome().isGap())
                .map(row -> new Reason(row.account(), cause(row)))
                .filter(reason -> !byReason.containsKey(reason))
                .collect(Collectors.toCollection(() -> new TreeSet<>(Reason.ORDER)));
        Stream<Text> notAnswered = refused.stream()
                .map(reason -> Text.of("Not answered in part: account {0}", "部分未得到应答：账号 {0}", words(reason)));
        Stream<Text> notRead = unread(snapshot, reason -> byReason.containsKey(reason) || refused.contains(reason));
        return Stream.of(notListed, notAnswered, notRead).flatMap(said -> said).toList();
    }

    /** Of fields that could not be read for many reasons the first reason is said: there may be one for each asset. */
    private static Stream<Text> unread(Snapshot snapshot, Predicate<Reason> isSaid) {
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
            return Text.of(
                    "Not read in part: account {0}{1}",
                    "部分未能读取：账号 {0}{1}",
                    words(entry.getValue()),
                    more == 0 ? Text.EMPTY : Text.of(" And {0} more.", "另有 {0} 项。", more));
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

    private static Text units(List<Unit> units) {
        SortedSet<String> types = units.stream().map(Unit::type).collect(Collectors.toCollection(TreeSet::new));
        SortedSet<String> regions =
                units.stream().map(unit -> unit.scope().region()).collect(Collectors.toCollection(TreeSet::new));
        return Text.of("{0}{1}", "{0}{1}", names(types, Text.of("{0} types", "{0} 种类型", types.size())), where(regions));
    }

    private static Text words(Reason reason) {
        Cause cause = reason.cause();
        return Text.of(
                "{0}: {1} {2}{3}{4}.",
                "{0}：{1} {2}{3}{4}。",
                reason.account(),
                cause.call(),
                outcome(cause.outcome()),
                cause.permission().isEmpty() ? Text.EMPTY : Text.of(", it needs {0}", "，需要权限 {0}", cause.permission()),
                cause.message().isEmpty() ? Text.EMPTY : Text.of(" ({0})", "（{0}）", cause.message()));
    }

    private static Text outcome(Status outcome) {
        return Text.of(outcome.label(), new Words(Language.ZH).of(outcome));
    }

    private static Text where(SortedSet<String> regions) {
        if (regions.contains(Unit.ALL)) {
            return Text.of(" in any region", "，所有区域");
        }
        return regions.equals(new TreeSet<>(List.of(Scope.GLOBAL)))
                ? Text.EMPTY
                : Text.of(" in {0}", "，区域 {0}", names(regions, Text.of("{0} regions", "{0} 个区域", regions.size())));
    }

    private static Text names(SortedSet<String> names, Text many) {
        return names.size() <= MOST_NAMES ? Text.quoted(String.join(", ", names)) : many;
    }
}
