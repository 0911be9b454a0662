package io.nephoscope.cli.report;

import static io.nephoscope.cli.report.TerminalPage.INDENT;

import io.nephoscope.inventory.doc.Language;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person at a terminal wants to know at the end of a scan, in some forty lines. */
public final class TerminalSummary {
    private static final int MOST_RULES = 10;

    private final Words words;
    private final Style style;
    private final int columns;

    /** @param columns the width of the terminal; 80 where nobody knows */
    public TerminalSummary(Language language, Style style, int columns) {
        this.words = new Words(language);
        this.style = style;
        this.columns = columns;
    }

    public void write(ReportData data, PrintWriter out) {
        TerminalPage page = new TerminalPage(out, words, style, columns);
        Opening statement = Opening.of(data, words);
        page.line(statement.title(), style::strong);
        page.paragraph("", statement.extent(), style::quiet);
        page.blank();
        page.line(statement.headline(), style::strong);
        page.paragraph("", statement.completeness());
        statement.replayed().forEach(sentence -> page.paragraph("", sentence));
        page.blank();
        if (data.tally().verdicts().total() == 0) {
            page.line(words.of(Word.NO_FINDINGS), UnaryOperator.identity());
        } else {
            verdicts(page, data.tally());
        }
        new TerminalBranches(page).write(data.branches());
        worstAssets(page, data.tally());
        worstRules(page, data);
        new TerminalStatements(page).write(data);
        new TerminalUnseen(page, data).write();
        data.shrinkage().ifPresent(new TerminalBaseline(page)::write);
        out.flush();
    }

    private void verdicts(TerminalPage page, Tally tally) {
        int first = Arrays.stream(Severity.values())
                .map(words::of)
                .mapToInt(Columns::width)
                .max()
                .orElse(0);
        StringBuilder head = new StringBuilder(" ".repeat(first));
        for (Verdict verdict : Words.VERDICTS) {
            head.append(INDENT).append(style.verdict(verdict, Columns.right(head(verdict), width(verdict, tally))));
        }
        page.row(head.toString());
        for (Severity severity : Severity.values()) {
            String name = style.severity(severity, Columns.left(words.of(severity), first));
            page.row(name + row(tally, tally.of(severity)));
        }
        page.row(style.strong(Columns.left(words.of(Word.ALL), first)) + row(tally, tally.verdicts()));
    }

    private String row(Tally tally, Counts counts) {
        StringBuilder row = new StringBuilder();
        for (Verdict verdict : Words.VERDICTS) {
            String count = Columns.right(words.number(counts.of(verdict)), width(verdict, tally));
            row.append(INDENT).append(counts.of(verdict) == 0 ? style.quiet(count) : style.verdict(verdict, count));
        }
        return row.toString();
    }

    private String head(Verdict verdict) {
        return Words.shape(verdict) + " " + words.of(verdict);
    }

    private int width(Verdict verdict, Tally tally) {
        return Math.max(
                Columns.width(head(verdict)),
                Columns.width(words.number(tally.verdicts().of(verdict))));
    }

    private void worstAssets(TerminalPage page, Tally tally) {
        List<WorstAssets.Failing> worst = tally.worstAssets();
        if (worst.isEmpty()) {
            return;
        }
        page.heading(Word.WORST_ASSETS);
        int counts = worst.stream()
                .mapToInt(failing -> Columns.width(counts(failing, Style.PLAIN)))
                .max()
                .orElse(0);
        int rest = columns - INDENT.length() * 2 - counts;
        for (WorstAssets.Failing failing : worst) {
            Finding.Subject asset = failing.asset();
            String blank = " ".repeat(counts - Columns.width(counts(failing, Style.PLAIN)));
            page.row(INDENT
                    + counts(failing, style)
                    + blank
                    + INDENT
                    + style.strong(Columns.cut(words.name(asset.name()), rest)));
            String place = Stream.of(
                            asset.type(),
                            asset.scope().branch(),
                            asset.scope().account(),
                            asset.scope().region())
                    .filter(part -> !part.isEmpty())
                    .map(words::name)
                    .collect(Collectors.joining(" · "));
            page.row(" ".repeat(columns - rest) + style.quiet(Columns.cut(place, rest)));
        }
    }

    /** How many rules of each severity it fails: {@code 2 critical 1 high}. */
    private String counts(WorstAssets.Failing failing, Style in) {
        return failing.failures().entrySet().stream()
                .map(count -> in.severity(
                        count.getKey(), words.of(Word.GATE_COUNT, count.getValue(), words.of(count.getKey()))))
                .collect(Collectors.joining(" "));
    }

    private void worstRules(TerminalPage page, ReportData data) {
        Comparator<RuleInfo> worst = Comparator.comparing(RuleInfo::severity)
                .thenComparing(Comparator.comparingLong((RuleInfo rule) -> failures(data, rule))
                        .reversed())
                .thenComparing(RuleInfo::id);
        List<RuleInfo> failing = data.rules().stream()
                .filter(rule -> failures(data, rule) > 0)
                .sorted(worst)
                .toList();
        if (failing.isEmpty()) {
            return;
        }
        page.heading(Word.WORST_RULES);
        List<RuleInfo> shown = failing.subList(0, Math.min(MOST_RULES, failing.size()));
        int severities = shown.stream()
                .map(RuleInfo::severity)
                .map(words::of)
                .mapToInt(Columns::width)
                .max()
                .orElse(0);
        int counts = shown.stream()
                .mapToInt(rule -> Columns.width(failed(data, rule)))
                .max()
                .orElse(0);
        int rest = columns - INDENT.length() * 3 - severities - counts;
        for (RuleInfo rule : shown) {
            String severity = Columns.left(words.of(rule.severity()), severities);
            String failed = Columns.left(failed(data, rule), counts);
            String title = Columns.cut(words.name(words.in(rule.title())), rest);
            page.row(INDENT
                    + style.severity(rule.severity(), severity)
                    + INDENT
                    + style.verdict(Verdict.FAIL, failed)
                    + INDENT
                    + title);
            page.row(" ".repeat(columns - rest) + style.quiet(Columns.cut(words.name(rule.id()), rest)));
        }
        page.more(failing.size() - MOST_RULES);
    }

    private String failed(ReportData data, RuleInfo rule) {
        return Words.shape(Verdict.FAIL) + " " + words.number(failures(data, rule));
    }

    private static long failures(ReportData data, RuleInfo rule) {
        return data.tally().ofRule(rule.id()).of(Verdict.FAIL);
    }
}
