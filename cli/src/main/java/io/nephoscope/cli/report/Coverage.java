package io.nephoscope.cli.report;

import static java.util.stream.Collectors.groupingBy;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Manifest.ManifestTarget;
import io.nephoscope.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was read and what was not: every account, region and type with one status. What nobody asked for has a row too, with
 * {@link Unit#ALL} for each region or type that there may be.
 */
public final class Coverage {
    private final List<Row> rows;
    private final Map<CoverageStatus, Long> total;
    private final SortedMap<SeenAccount, Map<CoverageStatus, Long>> byAccount = new TreeMap<>();

    private Coverage(Stream<Row> rows) {
        this.rows = rows.sorted(Comparator.comparing(Row::unit, Unit.ORDER)).toList();
        this.total = counts(this.rows);
        this.rows.stream()
                .collect(groupingBy(row -> SeenAccount.of(row.unit())))
                .forEach((account, its) -> byAccount.put(account, counts(its)));
    }

    /**
     * One type at one account and region.
     *
     * @param unit the listing; of what was skipped, the one that was not made
     * @param skipped why nobody asked; empty for what was asked for
     */
    public record Row(Unit unit, CoverageStatus status, Optional<Word> skipped) {
        /** The unit, with our words where nobody asked. */
        public Unit told() {
            if (skipped.isEmpty()) {
                return unit;
            }
            Cause cause = unit.listing();
            Cause said = new Cause(
                    cause.call(),
                    cause.outcome(),
                    cause.permission(),
                    skipped.get().text());
            return new Unit(
                    unit.provider(), unit.scope(), unit.type(), said, unit.assets(), unit.skipped(), unit.gone());
        }
    }

    public static Coverage of(Snapshot snapshot, List<RuleInfo> rules) {
        Stream<Row> asked =
                snapshot.units().stream().map(unit -> new Row(unit, CoverageStatus.of(unit), Optional.empty()));
        Set<SeenAccount> reached = snapshot.units().stream()
                .filter(unit -> !unit.type().equals(Unit.ALL))
                .map(SeenAccount::of)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, List<Row>> skipped = new TreeMap<>();
        Stream<Row> others = reached.stream()
                .flatMap(account -> Stream.concat(
                        otherRegions(account, snapshot.manifest()).stream(),
                        skipped.computeIfAbsent(account.provider(), key -> otherTypes(key, snapshot, rules)).stream()
                                .map(row -> at(account, row))));
        return new Coverage(Stream.concat(asked, others));
    }

    /** Of listings that were asked for, and of nothing else. */
    public static Coverage of(Collection<Unit> units) {
        return new Coverage(units.stream().map(unit -> new Row(unit, CoverageStatus.of(unit), Optional.empty())));
    }

    /** Certain only where no target of this provider and branch asked for every region. */
    private static Optional<Row> otherRegions(SeenAccount account, Manifest manifest) {
        List<List<String>> asked = manifest.targets().stream()
                .filter(target -> target.provider().equals(account.provider())
                        && target.branch().equals(account.branch()))
                .map(ManifestTarget::regions)
                .toList();
        return asked.isEmpty() || asked.stream().anyMatch(List::isEmpty)
                ? Optional.empty()
                : Optional.of(at(account, skipped(Unit.ALL, Unit.ALL, "", "", Word.SKIPPED_REGIONS)));
    }

    private static List<Row> otherTypes(String provider, Snapshot snapshot, List<RuleInfo> rules) {
        Set<String> asked = new TreeSet<>(snapshot.manifest().types());
        snapshot.units().forEach(unit -> asked.add(unit.type()));
        List<Row> rows = new ArrayList<>();
        for (AssetType type : snapshot.types().all()) {
            if (type.name().startsWith(provider + ".") && !asked.contains(type.name())) {
                Operation list = type.listing().operations().get(0);
                String region = type.reach() == AssetType.Reach.ACCOUNT ? Scope.GLOBAL : Unit.ALL;
                rows.add(skipped(region, type.name(), list.call(), list.permission(), why(type, rules)));
            }
        }
        return rows;
    }

    private static Word why(AssetType type, List<RuleInfo> rules) {
        if (rules.isEmpty()) {
            return Word.SKIPPED_TYPE;
        }
        boolean isJudged = rules.stream()
                .map(RuleInfo::appliesTo)
                .anyMatch(applies -> applies.equals(type.name())
                        || applies.equals(type.kind().name()));
        return isJudged ? Word.SKIPPED_THOUGH_JUDGED : Word.SKIPPED_NO_RULE;
    }

    private static Row skipped(String region, String type, String call, String permission, Word why) {
        Cause nobody = new Cause(call, Status.NOT_COLLECTED, permission, Text.EMPTY);
        return new Row(
                new Unit("", new Scope("", "", region), type, nobody, 0, 0), CoverageStatus.SKIPPED, Optional.of(why));
    }

    private static Row at(SeenAccount account, Row row) {
        Unit unit = row.unit();
        Scope scope = new Scope(account.branch(), account.id(), unit.scope().region());
        return new Row(
                new Unit(account.provider(), scope, unit.type(), unit.listing(), 0, 0), row.status(), row.skipped());
    }

    private static Map<CoverageStatus, Long> counts(Collection<Row> rows) {
        Map<CoverageStatus, Long> counts = new EnumMap<>(CoverageStatus.class);
        for (CoverageStatus status : CoverageStatus.values()) {
            counts.put(status, 0L);
        }
        rows.forEach(row -> counts.merge(row.status(), 1L, Long::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** In the order of reports. */
    public List<Row> rows() {
        return rows;
    }

    /** How many rows of each status; those that do not occur with 0. */
    public Map<CoverageStatus, Long> total() {
        return total;
    }

    /** The same for each account. */
    public SortedMap<SeenAccount, Map<CoverageStatus, Long>> byAccount() {
        return Collections.unmodifiableSortedMap(byAccount);
    }

    /** The same for one account; all zero for one that was not looked at. */
    public Map<CoverageStatus, Long> of(SeenAccount account) {
        return byAccount.getOrDefault(account, counts(List.of()));
    }

    /** The statuses that occur. */
    public List<CoverageStatus> statuses() {
        return total.keySet().stream()
                .filter(status -> total.getOrDefault(status, 0L) > 0)
                .toList();
    }

    /** The types that rules judge and that nobody asked for: of them there is no finding, which looks as if all were well. */
    Set<String> judgedButNotRead() {
        return rows.stream()
                .filter(row -> row.skipped().equals(Optional.of(Word.SKIPPED_THOUGH_JUDGED)))
                .map(row -> row.unit().type())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
