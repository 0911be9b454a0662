package io.nephoscope.cli.report;

import static io.nephoscope.cli.report.TerminalPage.INDENT;

import io.nephoscope.cli.report.Tally.Gap;
import io.nephoscope.cli.report.Tally.RankedGap;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much was read, what could not be seen, and what would help. */
final class TerminalUnseen {
    private static final int MOST_ACCOUNTS = 8;
    private static final int MOST_CAUSES = 5;
    private static final int NUMBER = 8;

    private final TerminalPage page;
    private final Words words;
    private final Style style;
    private final ReportData data;

    TerminalUnseen(TerminalPage page, ReportData data) {
        this.page = page;
        this.words = page.words();
        this.style = page.style();
        this.data = data;
    }

    void write() {
        coverage();
        List<RankedGap> notListed = notListed();
        List<RankedGap> causes = data.tally().gaps();
        List<RankedGap> others = others(notListed, causes);
        if (notListed.isEmpty() && causes.isEmpty() && others.isEmpty()) {
            return;
        }
        page.heading(Word.UNSEEN);
        if (!notListed.isEmpty()) {
            page.paragraph(INDENT, words.of(Word.NOT_LISTED) + words.of(Word.COLON));
            causes(notListed);
        }
        if (!causes.isEmpty()) {
            page.paragraph(INDENT, words.of(Word.CAUSES) + words.of(Word.COLON));
            causes(causes);
        }
        if (!others.isEmpty()) {
            page.paragraph(INDENT, words.of(Word.CALLS_REFUSED) + words.of(Word.COLON));
            causes(others);
        }
        permissions(data.tally().grants());
    }

    /** Accounts with most gaps first, for the lines are few. */
    private void coverage() {
        List<SeenAccount> accounts = new ArrayList<>(data.accounts());
        accounts.sort(Comparator.comparingLong((SeenAccount account) -> gaps(account))
                .thenComparingLong(account -> data.tally().of(account).of(Verdict.UNKNOWN))
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
        if (accounts.isEmpty()) {
            return;
        }
        page.heading(Word.COVERAGE);
        List<SeenAccount> shown = accounts.subList(0, Math.min(MOST_ACCOUNTS, accounts.size()));
        String all = words.of(Word.ALL);
        int width = shown.stream()
                .map(account -> words.name(account.id()))
                .mapToInt(Columns::width)
                .reduce(Columns.width(all), Math::max);
        int most = Math.min(width, page.columns() / 3);
        if (accounts.size() > 1) {
            page.entry(all, most, counts(data.coverage().total(), data.tally().verdicts()));
        }
        for (SeenAccount account : shown) {
            page.entry(
                    words.name(account.id()),
                    most,
                    counts(data.coverage().of(account), data.tally().of(account)));
        }
        page.more(accounts.size() - shown.size());
    }

    private long gaps(SeenAccount account) {
        return data.coverage().of(account).entrySet().stream()
                .filter(count -> count.getKey().isGap())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private List<String> counts(Map<CoverageStatus, Long> coverage, Counts verdicts) {
        List<String> parts = new ArrayList<>();
        coverage.forEach((status, count) -> {
            if (count > 0) {
                parts.add(words.of(status) + " " + words.number(count));
            }
        });
        if (verdicts.total() > 0) {
            String unknown = words.of(Word.PART_OF, verdicts.of(Verdict.UNKNOWN), verdicts.total());
            parts.add(words.of(Verdict.UNKNOWN) + " " + unknown);
        }
        return parts;
    }

    private List<RankedGap> notListed() {
        Map<Gap, Long> notListed = new TreeMap<>(Gap.ORDER);
        data.snapshot().units().stream()
                .filter(Unit::isGap)
                .forEach(unit -> notListed.merge(Gap.of(unit.listing()), 1L, Long::sum));
        return ranked(notListed);
    }

    /** Calls that were not answered, and on which no listing and no verdict hangs. */
    private List<RankedGap> others(List<RankedGap> notListed, List<RankedGap> causes) {
        Set<Gap> told = Stream.concat(notListed.stream(), causes.stream())
                .map(RankedGap::gap)
                .collect(Collectors.toSet());
        Map<Gap, Long> others = new TreeMap<>(Gap.ORDER);
        data.snapshot().ledger().stream()
                .filter(row -> row.outcome().isGap())
                .forEach(row -> others.merge(
                        Gap.of(new Cause(
                                row.service() + ":" + row.operation(), row.outcome(), row.permission(), row.message())),
                        row.count(),
                        Long::sum));
        others.keySet().removeAll(told);
        return ranked(others);
    }

    private static List<RankedGap> ranked(Map<Gap, Long> gaps) {
        return gaps.entrySet().stream()
                .map(entry -> new RankedGap(entry.getKey(), entry.getValue()))
                .sorted(RankedGap.ORDER)
                .toList();
    }

    private void causes(List<RankedGap> ranked) {
        for (RankedGap cause : ranked.subList(0, Math.min(MOST_CAUSES, ranked.size()))) {
            String outcome = words.of(cause.gap().outcome());
            int rest = width() - Columns.width(outcome) - INDENT.length();
            String call = Columns.cut(words.name(cause.gap().what()), rest);
            number(words.number(cause.verdicts()), call + INDENT + style.verdict(Verdict.UNKNOWN, outcome));
        }
        page.more(ranked.size() - MOST_CAUSES);
    }

    private void permissions(Grants grants) {
        List<Grants.Ranked> ranked = grants.ranked();
        if (ranked.isEmpty()) {
            return;
        }
        page.paragraph(INDENT, grants.sentence(words));
        long before = 0;
        for (Grants.Ranked permission : ranked.subList(0, Math.min(MOST_CAUSES, ranked.size()))) {
            String soFar = words.of(Word.KNOWN_SO_FAR, permission.known());
            int rest = width() - Columns.width(soFar) - INDENT.length();
            String name = Columns.cut(words.name(permission.permission()), rest);
            number("+" + words.number(permission.known() - before), style.strong(name) + INDENT + style.quiet(soFar));
            before = permission.known();
        }
        page.more(ranked.size() - MOST_CAUSES);
    }

    /** What is left for the text beside a number. */
    private int width() {
        return page.columns() - INDENT.length() * 2 - NUMBER;
    }

    private void number(String number, String styled) {
        page.row(INDENT + Columns.right(number, NUMBER) + INDENT + styled);
    }
}
