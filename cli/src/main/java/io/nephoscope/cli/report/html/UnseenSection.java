package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Grants;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.CauseCount;
import io.nephoscope.cli.report.html.Page.GapRow;
import io.nephoscope.cli.report.html.Page.PermissionRow;
import io.nephoscope.cli.report.html.Page.Place;
import io.nephoscope.cli.report.html.Page.Unseen;
import io.nephoscope.inventory.collect.Unit;
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

/** What could not be seen, the same gap in many regions or of many types as one row. */
final class UnseenSection {
    private static final int MOST_ROWS = 200;

    private UnseenSection() {}

    private record Listing(String provider, String tenant, String account, Cause cause) {}

    private record Call(String provider, String account, Cause cause) {}

    private record Answer(String account, String region, String call, Status outcome) {}

    private static final class Extent {
        private final Set<String> regions = new LinkedHashSet<>();
        private final Set<String> types = new LinkedHashSet<>();
        private long count;
    }

    static Unseen of(ReportData data, Lines lines) {
        Words words = lines.words();
        List<Tally.RankedGap> causes = data.tally().gaps();
        List<GapRow> listings = listings(data.snapshot().units(), lines);
        List<GapRow> calls = calls(data, lines);
        return new Unseen(
                data.completeness().isWhole() && causes.isEmpty(),
                data.completeness().inSentences(words),
                causes.stream().limit(MOST_ROWS).map(it -> row(it, lines)).toList(),
                Math.max(0, causes.size() - MOST_ROWS),
                data.tally().grants().sentence(words),
                data.tally().grants().ranked().stream()
                        .map(it -> row(it, words))
                        .toList(),
                listings.subList(0, Math.min(MOST_ROWS, listings.size())),
                Math.max(0, listings.size() - MOST_ROWS),
                calls.subList(0, Math.min(MOST_ROWS, calls.size())),
                Math.max(0, calls.size() - MOST_ROWS));
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

    private static List<GapRow> listings(List<Unit> units, Lines lines) {
        Map<Listing, Extent> gaps = new LinkedHashMap<>();
        units.stream().filter(Unit::isGap).forEach(unit -> {
            Extent extent = gaps.computeIfAbsent(
                    new Listing(
                            unit.provider(), unit.scope().tenant(), unit.scope().account(), unit.listing()),
                    key -> new Extent());
            extent.regions.add(unit.scope().region());
            extent.types.add(unit.type());
        });
        return gaps.entrySet().stream()
                .map(gap -> row(
                        lines.place(
                                gap.getKey().provider(),
                                gap.getKey().tenant(),
                                gap.getKey().account()),
                        gap.getKey().cause(),
                        gap.getValue(),
                        Optional.empty(),
                        lines))
                .toList();
    }

    /** The calls of the ledger that left a gap, but for those that a listing gap tells of already. */
    private static List<GapRow> calls(ReportData data, Lines lines) {
        Set<Answer> told = new HashSet<>();
        Map<String, String> tenants = new HashMap<>();
        for (Unit unit : data.snapshot().units()) {
            tenants.put(unit.scope().account(), unit.scope().tenant());
            Cause listing = unit.listing();
            told.add(new Answer(unit.scope().account(), unit.scope().region(), listing.call(), listing.outcome()));
        }
        Map<Call, Extent> gaps = new LinkedHashMap<>();
        for (LedgerRow row : data.snapshot().ledger()) {
            String call = row.service() + ":" + row.operation();
            if (row.outcome().isGap() && !told.contains(new Answer(row.account(), row.region(), call, row.outcome()))) {
                Cause cause = new Cause(call, row.outcome(), row.permission(), row.message());
                Extent extent =
                        gaps.computeIfAbsent(new Call(row.provider(), row.account(), cause), key -> new Extent());
                extent.regions.add(row.region());
                extent.count += row.count();
            }
        }
        return gaps.entrySet().stream()
                .map(gap -> row(
                        lines.place(
                                gap.getKey().provider(),
                                tenants.getOrDefault(gap.getKey().account(), ""),
                                gap.getKey().account()),
                        gap.getKey().cause(),
                        gap.getValue(),
                        Optional.of(gap.getValue().count),
                        lines))
                .toList();
    }

    private static GapRow row(Place place, Cause cause, Extent extent, Optional<Long> count, Lines lines) {
        return new GapRow(
                place,
                extent.regions.stream().map(lines::region).toList(),
                extent.types.stream().map(lines::type).toList(),
                lines.cause(cause),
                count);
    }
}
