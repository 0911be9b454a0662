package io.nephoscope.cli.report.html;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.nephoscope.cli.report.Coverage.Row;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.Place;
import io.nephoscope.collect.Unit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was read of each account and type, and what was not. A provider's types mean nothing to another provider's accounts, so each
 * provider has a table of its own.
 *
 * @param letters the statuses that occur, and how cells show them
 */
public record AccountMap(List<Letter> letters, List<Table> tables) {
    public record Letter(String style, String letter, String status) {}

    /** @param alike the types of which the same holds everywhere, in sentences: they have no column */
    public record Table(String provider, List<Column> columns, List<Account> accounts, List<String> alike) {}

    /** @param name without the provider's, which the table says */
    public record Column(String name, String type) {}

    /** @param rank its place among all where the one of which least was read is the first */
    public record Account(Place place, int rank, List<Cell> cells) {}

    /**
     * A type in all regions of an account.
     *
     * @param style how the worst of them looks; empty where there is none
     * @param text the letter of its status, or how many assets there are
     * @param spoken how many regions have which status, in words
     * @param link to its assets; empty where there are none
     */
    public record Cell(String style, String text, String spoken, String link) {
        static final Cell NOTHING = new Cell("", "", "", "");
    }

    static AccountMap of(ReportData data, Lines lines) {
        Words words = lines.words();
        Map<String, List<Row>> byProvider = data.coverage().rows().stream()
                .filter(row -> !isOtherRegions(row))
                .collect(groupingBy(row -> row.unit().provider(), TreeMap::new, toList()));
        return new AccountMap(
                data.coverage().statuses().stream()
                        .map(it -> new Letter(Words.style(it), words.letter(it), words.of(it)))
                        .toList(),
                byProvider.entrySet().stream()
                        .map(it -> new AccountTable(it.getKey(), it.getValue(), data.tally(), lines).table())
                        .toList());
    }

    /** What lies in regions that nobody asked for is of no type in particular. */
    private static boolean isOtherRegions(Row row) {
        return row.unit().type().equals(Unit.ALL) && row.skipped().isPresent();
    }
}
