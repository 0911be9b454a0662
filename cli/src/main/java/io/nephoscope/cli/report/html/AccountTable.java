package io.nephoscope.cli.report.html;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.Coverage.Row;
import io.nephoscope.cli.report.CoverageStatus;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.AccountMap.Account;
import io.nephoscope.cli.report.html.AccountMap.Cell;
import io.nephoscope.cli.report.html.AccountMap.Column;
import io.nephoscope.cli.report.html.AccountMap.Table;
import io.nephoscope.inventory.Scope;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * The accounts of one provider by its types.
 *
 * @param rows its part of the coverage
 */
record AccountTable(String provider, List<Row> rows, Tally tally, Lines lines) {
    private static final int MOST_NAMES = 60;

    /** Of which there is nothing to look for where they are the same for a type everywhere. */
    private static final Set<CoverageStatus> DULL =
            EnumSet.of(CoverageStatus.EMPTY, CoverageStatus.NOT_ENABLED, CoverageStatus.SKIPPED);

    Table table() {
        SortedMap<String, Set<CoverageStatus>> byType = rows.stream()
                .collect(groupingBy(
                        row -> row.unit().type(),
                        TreeMap::new,
                        mapping(Row::status, toCollection(() -> EnumSet.noneOf(CoverageStatus.class)))));
        List<String> columns = new ArrayList<>();
        Map<CoverageStatus, List<String>> alike = new TreeMap<>();
        byType.forEach((type, statuses) -> {
            if (statuses.size() == 1 && DULL.containsAll(statuses)) {
                alike.computeIfAbsent(statuses.iterator().next(), key -> new ArrayList<>())
                        .add(column(type).name());
            } else {
                columns.add(type);
            }
        });
        return new Table(
                lines.words().name(provider),
                columns.stream().map(this::column).toList(),
                accounts(columns),
                alike.entrySet().stream()
                        .map(it -> sentence(it.getKey(), it.getValue()))
                        .toList());
    }

    private String sentence(CoverageStatus status, List<String> types) {
        Words words = lines.words();
        return words.of(Word.EVERYWHERE, words.of(status), words.list(types, MOST_NAMES));
    }

    private Column column(String type) {
        String prefix = provider + ".";
        String name = type.startsWith(prefix) ? type.substring(prefix.length()) : type;
        return new Column(lines.type(name), lines.type(type));
    }

    private List<Account> accounts(List<String> columns) {
        SortedMap<SeenAccount, Map<String, List<Row>>> byAccount = rows.stream()
                .collect(groupingBy(
                        row -> SeenAccount.of(row.unit()),
                        TreeMap::new,
                        groupingBy(row -> row.unit().type())));
        Map<SeenAccount, Integer> ranks = ranks(byAccount);
        List<Account> accounts = new ArrayList<>();
        byAccount.forEach((account, types) -> accounts.add(new Account(
                lines.place(account),
                ranks.getOrDefault(account, 0),
                columns.stream()
                        .map(type -> cell(account, type, types.getOrDefault(type, List.of())))
                        .toList())));
        return accounts;
    }

    /** First the account with most gaps; of as many, the one with most that is unknown. */
    private Map<SeenAccount, Integer> ranks(Map<SeenAccount, Map<String, List<Row>>> byAccount) {
        ToLongFunction<SeenAccount> gaps = account -> byAccount.getOrDefault(account, Map.of()).values().stream()
                .flatMap(List::stream)
                .filter(row -> row.status().isGap())
                .count();
        ToLongFunction<SeenAccount> unknown = account -> tally.of(account).of(Verdict.UNKNOWN);
        Map<SeenAccount, Integer> ranks = new HashMap<>();
        byAccount.keySet().stream()
                .sorted(Comparator.comparingLong(gaps)
                        .thenComparingLong(unknown)
                        .reversed())
                .forEach(account -> ranks.put(account, ranks.size()));
        return ranks;
    }

    private Cell cell(SeenAccount account, String type, List<Row> regions) {
        if (regions.isEmpty()) {
            return Cell.NOTHING;
        }
        Words words = lines.words();
        Counts judged = tally.of(account, type);
        SortedMap<CoverageStatus, List<Row>> byStatus = regions.stream()
                .collect(groupingBy(Row::status, () -> new TreeMap<>(CoverageStatus.WORST_FIRST), toList()));
        CoverageStatus worst = byStatus.firstKey();
        long assets = regions.stream().mapToLong(row -> row.unit().assets()).sum();
        boolean isPart = worst.isGap() && byStatus.size() > 1;
        return new Cell(
                Words.style(worst)
                        + (isPart ? " part" : "")
                        + (worst.isRead() && judged.of(Verdict.UNKNOWN) > 0 ? " " + Heat.open(judged) : ""),
                worst == CoverageStatus.READ ? count(assets, judged) : words.letter(worst),
                spoken(byStatus, assets, judged),
                judged.total() == 0 && assets == 0
                        ? ""
                        : Fragment.ALL
                                .ofAssets()
                                .provider(provider)
                                .account(account.id())
                                .type(type)
                                .link());
    }

    /** In three figures at most, for columns are narrow. */
    private static String count(long assets, Counts judged) {
        String figures = assets < 1_000 ? String.valueOf(assets) : assets / 1_000 + "k";
        return judged.of(Verdict.UNKNOWN) > 0 ? figures + "?" : figures;
    }

    private String spoken(Map<CoverageStatus, List<Row>> byStatus, long assets, Counts judged) {
        Words words = lines.words();
        List<String> parts = new ArrayList<>();
        byStatus.forEach((status, its) -> parts.add(regions(status, its)));
        if (assets > 0) {
            parts.add(words.of(Word.ASSETS, assets));
        }
        if (judged.of(Verdict.UNKNOWN) > 0) {
            parts.add(words.of(Verdict.UNKNOWN) + " "
                    + words.of(Word.PART_OF, judged.of(Verdict.UNKNOWN), judged.judged()));
        }
        return words.list(parts);
    }

    /** What is listed once for the whole account has no regions. */
    private String regions(CoverageStatus status, List<Row> its) {
        Words words = lines.words();
        return its.size() == 1 && its.get(0).unit().scope().region().equals(Scope.GLOBAL)
                ? words.of(status)
                : words.of(Word.IN_REGIONS, its.size(), words.of(status));
    }
}
