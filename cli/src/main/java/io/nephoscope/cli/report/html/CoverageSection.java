package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.html.Page.AccountCoverage;
import io.nephoscope.cli.report.html.Page.Cell;
import io.nephoscope.cli.report.html.Page.Coverage;
import io.nephoscope.cli.report.html.Page.Grid;
import io.nephoscope.cli.report.html.Page.GridColumn;
import io.nephoscope.cli.report.html.Page.GridRow;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.collect.Unit;
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

    private CoverageSection() {}

    private record Account(String provider, String tenant, String id) {}

    static Coverage of(ReportData data, Lines lines) {
        Map<Account, List<Unit>> byAccount = new LinkedHashMap<>();
        for (Unit unit : data.snapshot().units()) {
            Account account = new Account(
                    unit.provider(), unit.scope().tenant(), unit.scope().account());
            byAccount.computeIfAbsent(account, key -> new ArrayList<>()).add(unit);
        }
        boolean open = byAccount.size() <= OPEN_ACCOUNTS;
        List<AccountCoverage> accounts = byAccount.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().stream().noneMatch(Unit::isGap)))
                .limit(MOST_ACCOUNTS)
                .map(entry -> account(entry.getKey(), entry.getValue(), open, lines))
                .toList();
        return new Coverage(accounts, byAccount.size() - accounts.size());
    }

    private static AccountCoverage account(Account account, List<Unit> units, boolean open, Lines lines) {
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
                lines.place(account.provider(), account.tenant(), account.id()),
                units.stream().mapToLong(Unit::assets).sum(),
                (int) regions.stream()
                        .filter(region -> !region.equals(Scope.GLOBAL) && !region.equals(Unit.ALL))
                        .count(),
                (int) units.stream().filter(Unit::isGap).count(),
                units.stream().mapToLong(Unit::skipped).sum(),
                open,
                grids(cells, regions, lines),
                empty.stream().map(lines::type).toList());
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
