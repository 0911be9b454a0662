package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.Coverage.Row;
import io.nephoscope.cli.report.CoverageStatus;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.AccountCoverage;
import io.nephoscope.cli.report.html.Page.Cell;
import io.nephoscope.cli.report.html.Page.Coverage;
import io.nephoscope.cli.report.html.Page.CoverageCounts;
import io.nephoscope.cli.report.html.Page.Grid;
import io.nephoscope.cli.report.html.Page.GridColumn;
import io.nephoscope.cli.report.html.Page.GridRow;
import io.nephoscope.cli.report.html.Page.Place;
import io.nephoscope.collect.Unit;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was listed: for each account a table of types and regions. Regions that look the same share a column. */
final class CoverageSection {
    private static final int MOST_ACCOUNTS = 100;
    private static final int OPEN_ACCOUNTS = 3;
    /** What fits on a sheet of A4. */
    private static final int MOST_COLUMNS = 8;

    private static final int MOST_NAMES = 40;

    private CoverageSection() {}

    static Coverage of(ReportData data, Lines lines) {
        Map<SeenAccount, List<Row>> byAccount = new LinkedHashMap<>();
        for (Row row : data.coverage().rows()) {
            byAccount
                    .computeIfAbsent(SeenAccount.of(row.unit()), key -> new ArrayList<>())
                    .add(row);
        }
        boolean open = byAccount.size() <= OPEN_ACCOUNTS;
        List<Map.Entry<SeenAccount, List<Row>>> gapsFirst = byAccount.entrySet().stream()
                .sorted(Comparator.comparing(entry ->
                        entry.getValue().stream().noneMatch(row -> row.status().isGap())))
                .toList();
        EvenRows<AccountCoverage> accounts = EvenRows.of(
                MOST_ACCOUNTS,
                "",
                gapsFirst,
                entry -> entry.getKey().branchOrId(),
                entry -> account(data, entry.getKey(), entry.getValue(), open, lines));
        return new Coverage(data.coverage().statuses(), counts(data, lines), accounts.rows(), accounts.leftOut());
    }

    private static List<CoverageCounts> counts(ReportData data, Lines lines) {
        List<CoverageCounts> rows = new ArrayList<>();
        if (data.accounts().size() > 1) {
            rows.add(counts(
                    data,
                    Optional.empty(),
                    data.coverage().total(),
                    data.tally().verdicts()));
        }
        data.accounts()
                .forEach(account -> rows.add(counts(
                        data,
                        Optional.of(lines.place(account)),
                        data.coverage().of(account),
                        data.tally().of(account))));
        return rows;
    }

    private static CoverageCounts counts(
            ReportData data, Optional<Place> place, Map<CoverageStatus, Long> listings, Counts verdicts) {
        return new CoverageCounts(
                place,
                data.coverage().statuses().stream()
                        .map(status -> listings.getOrDefault(status, 0L))
                        .toList(),
                verdicts.of(Verdict.UNKNOWN),
                verdicts.total());
    }

    private static AccountCoverage account(
            ReportData data, SeenAccount account, List<Row> rows, boolean open, Lines lines) {
        List<Unit> units = rows.stream()
                .filter(row -> row.skipped().isEmpty())
                .map(Row::unit)
                .toList();
        Map<String, Map<String, Cell>> cells = new TreeMap<>();
        Set<String> regions = new TreeSet<>();
        for (Unit unit : units) {
            regions.add(unit.scope().region());
            cells.computeIfAbsent(unit.type(), key -> new TreeMap<>())
                    .put(
                            unit.scope().region(),
                            new Cell(Optional.of(unit.listing().outcome()), unit.assets()));
        }
        List<String> empty = cells.entrySet().stream()
                .filter(row -> row.getValue().values().stream().allMatch(Cell::isReadAndEmpty))
                .map(Map.Entry::getKey)
                .toList();
        empty.forEach(cells::remove);
        return new AccountCoverage(
                lines.place(account),
                units.stream().mapToLong(Unit::assets).sum(),
                Regions.of(data, Set.of(account), lines.words()),
                (int) units.stream().filter(Unit::isGap).count(),
                units.stream().mapToLong(Unit::skipped).sum(),
                units.stream().mapToLong(Unit::gone).sum(),
                open,
                grids(cells, regions, lines),
                empty.stream().map(lines::type).toList(),
                skipped(rows, lines));
    }

    /** What nobody asked for, by the reason. */
    private static List<String> skipped(List<Row> rows, Lines lines) {
        Map<Word, List<String>> types = new TreeMap<>();
        rows.forEach(row -> row.skipped()
                .ifPresent(why -> types.computeIfAbsent(why, key -> new ArrayList<>())
                        .add(lines.type(row.unit().type()))));
        Words words = lines.words();
        List<String> sentences = new ArrayList<>();
        types.forEach((why, names) ->
                sentences.add(words.of(Word.SKIPPED_LIST, words.of(why), words.list(names, MOST_NAMES))));
        return sentences;
    }

    private static List<Grid> grids(Map<String, Map<String, Cell>> cells, Set<String> regions, Lines lines) {
        Map<List<Cell>, List<String>> columns = new LinkedHashMap<>();
        for (String region : regions) {
            List<Cell> column = cells.values().stream()
                    .map(row -> row.getOrDefault(region, Cell.NOT_ASKED))
                    .toList();
            columns.computeIfAbsent(column, key -> new ArrayList<>()).add(lines.region(region));
        }
        List<List<Cell>> distinct = List.copyOf(columns.keySet());
        List<Grid> grids = new ArrayList<>();
        for (int from = 0; from < distinct.size() && !cells.isEmpty(); from += MOST_COLUMNS) {
            List<List<Cell>> part = distinct.subList(from, Math.min(distinct.size(), from + MOST_COLUMNS));
            List<GridRow> rows = new ArrayList<>();
            int index = 0;
            for (String type : cells.keySet()) {
                int at = index++;
                rows.add(new GridRow(
                        lines.type(type),
                        part.stream().map(column -> column.get(at)).toList()));
            }
            grids.add(new Grid(
                    part.stream().map(columns::get).map(it -> column(it, lines)).toList(), rows));
        }
        return grids;
    }

    private static GridColumn column(List<String> regions, Lines lines) {
        return regions.size() == 1
                ? new GridColumn(regions.get(0), List.of())
                : new GridColumn(lines.words().of(Word.REGIONS, regions.size()), regions);
    }
}
