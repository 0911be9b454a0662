package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Grants;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.CauseCount;
import io.nephoscope.cli.report.html.Page.GapRow;
import io.nephoscope.cli.report.html.Page.PermissionRow;
import io.nephoscope.cli.report.html.Page.Unseen;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What could not be seen, the same gap in many regions or of many types as one row. */
final class UnseenSection {
    private static final int MOST_ROWS = 200;

    private UnseenSection() {}

    private record Missing(SeenAccount account, Cause cause) {}

    private record Answer(String account, String region, String call, Status outcome) {}

    private static final class Extent {
        private final Set<String> regions = new LinkedHashSet<>();
        private final Set<String> types = new LinkedHashSet<>();
        private long count;
    }

    static Unseen of(ReportData data, Lines lines) {
        Words words = lines.words();
        List<Tally.RankedGap> causes = data.tally().gaps();
        EvenRows<GapRow> listings = listings(data.snapshot().units(), lines);
        EvenRows<GapRow> calls = calls(data, lines);
        return new Unseen(
                data.completeness().isWhole() && causes.isEmpty(),
                data.completeness().inSentences(words),
                causes.stream().limit(MOST_ROWS).map(it -> row(it, lines)).toList(),
                Math.max(0, causes.size() - MOST_ROWS),
                data.tally().grants().sentence(words),
                data.tally().grants().ranked().stream()
                        .map(it -> row(it, words))
                        .toList(),
                listings.rows(),
                listings.leftOut(),
                calls.rows(),
                calls.leftOut());
    }

    private static PermissionRow row(Grants.Ranked ranked, Words words) {
        return new PermissionRow(
                words.name(ranked.permission()),
                names(ranked.calls(), words),
                names(ranked.accounts(), words),
                ranked.verdicts(),
                ranked.alone(),
                ranked.known());
    }

    private static CauseCount row(Tally.RankedGap ranked, Lines lines) {
        Tally.Gap gap = ranked.gap();
        return new CauseCount(
                new Page.CauseLine(
                        lines.words().name(gap.what()),
                        gap.outcome(),
                        lines.words().name(gap.permission()),
                        ""),
                ranked.verdicts());
    }

    private static List<String> names(Collection<String> names, Words words) {
        return names.stream().map(words::name).toList();
    }

    private static EvenRows<GapRow> listings(List<Unit> units, Lines lines) {
        Map<Missing, Extent> gaps = new LinkedHashMap<>();
        units.stream().filter(Unit::isGap).forEach(unit -> {
            Extent extent =
                    gaps.computeIfAbsent(new Missing(SeenAccount.of(unit), unit.listing()), key -> new Extent());
            extent.regions.add(unit.scope().region());
            extent.types.add(unit.type());
        });
        return rows(gaps, extent -> Optional.empty(), lines);
    }

    /** The calls of the ledger that left a gap, but for those that a listing gap tells of already. */
    private static EvenRows<GapRow> calls(ReportData data, Lines lines) {
        Set<Answer> told = new HashSet<>();
        Map<String, String> branches = new HashMap<>();
        for (Unit unit : data.snapshot().units()) {
            branches.put(unit.scope().account(), unit.scope().branch());
            Cause listing = unit.listing();
            told.add(new Answer(unit.scope().account(), unit.scope().region(), listing.call(), listing.outcome()));
        }
        Map<Missing, Extent> gaps = new LinkedHashMap<>();
        for (LedgerRow row : data.snapshot().ledger()) {
            String call = row.service() + ":" + row.operation();
            if (row.outcome().isGap() && !told.contains(new Answer(row.account(), row.region(), call, row.outcome()))) {
                Cause cause = new Cause(call, row.outcome(), row.permission(), row.message());
                SeenAccount account =
                        new SeenAccount(row.provider(), branches.getOrDefault(row.account(), ""), row.account());
                Extent extent = gaps.computeIfAbsent(new Missing(account, cause), key -> new Extent());
                extent.regions.add(row.region());
                extent.count += row.count();
            }
        }
        return rows(gaps, extent -> Optional.of(extent.count), lines);
    }

    private static EvenRows<GapRow> rows(
            Map<Missing, Extent> gaps, Function<Extent, Optional<Long>> count, Lines lines) {
        return EvenRows.of(
                MOST_ROWS,
                "",
                List.copyOf(gaps.entrySet()),
                gap -> gap.getKey().account().branchOrId(),
                gap -> new GapRow(
                        lines.place(gap.getKey().account()),
                        gap.getValue().regions.stream().map(lines::region).toList(),
                        gap.getValue().types.stream().map(lines::type).toList(),
                        lines.cause(gap.getKey().cause()),
                        count.apply(gap.getValue())));
    }
}
