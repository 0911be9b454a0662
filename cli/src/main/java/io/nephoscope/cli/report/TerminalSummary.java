package io.nephoscope.cli.report;

import io.nephoscope.cli.report.Tally.Gap;
import io.nephoscope.cli.report.Tally.RankedGap;
import io.nephoscope.inventory.collect.Unit;
import io.nephoscope.rules.Language;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What a person at a terminal wants to know at the end of a scan, in some forty lines. */
public final class TerminalSummary {
    private static final int MOST_RULES = 10;
    private static final int MOST_CAUSES = 5;
    private static final String INDENT = "  ";

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
        Statement statement = Statement.of(data, words);
        line(out, statement.title(), style::strong);
        paragraph(out, "", statement.extent(), style::quiet);
        out.println();
        line(out, statement.headline(), style::strong);
        paragraph(out, "", statement.completeness(), UnaryOperator.identity());
        statement.replayed().forEach(sentence -> paragraph(out, "", sentence, UnaryOperator.identity()));
        out.println();
        if (data.tally().verdicts().total() == 0) {
            line(out, words.of(Word.NO_FINDINGS), UnaryOperator.identity());
        } else {
            verdicts(out, data.tally());
        }
        worstRules(out, data);
        unseen(out, data);
        out.flush();
    }

    private void verdicts(PrintWriter out, Tally tally) {
        int first = Arrays.stream(Severity.values())
                .map(words::of)
                .mapToInt(Columns::width)
                .max()
                .orElse(0);
        StringBuilder head = new StringBuilder(" ".repeat(first));
        for (Verdict verdict : Words.VERDICTS) {
            head.append(INDENT).append(style.verdict(verdict, Columns.right(head(verdict), width(verdict, tally))));
        }
        out.println(head);
        for (Severity severity : Severity.values()) {
            String name = style.severity(severity, Columns.left(words.of(severity), first));
            out.println(name + row(tally, tally.of(severity)));
        }
        out.println(style.strong(Columns.left(words.of(Word.ALL), first)) + row(tally, tally.verdicts()));
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

    private void worstRules(PrintWriter out, ReportData data) {
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
        heading(out, Word.WORST_RULES);
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
            out.println(INDENT
                    + style.severity(rule.severity(), severity)
                    + INDENT
                    + style.verdict(Verdict.FAIL, failed)
                    + INDENT
                    + title);
            out.println(" ".repeat(columns - rest) + style.quiet(Columns.cut(words.name(rule.id()), rest)));
        }
        more(out, failing.size() - MOST_RULES);
    }

    private String failed(ReportData data, RuleInfo rule) {
        return Words.shape(Verdict.FAIL) + " " + words.number(failures(data, rule));
    }

    private static long failures(ReportData data, RuleInfo rule) {
        return data.tally().ofRule(rule.id()).of(Verdict.FAIL);
    }

    private void unseen(PrintWriter out, ReportData data) {
        Map<Gap, Long> notListed = new TreeMap<>(Gap.ORDER);
        data.snapshot().units().stream()
                .filter(Unit::isGap)
                .forEach(unit -> notListed.merge(Gap.of(unit.listing()), 1L, Long::sum));
        List<Grants.Ranked> permissions = data.tally().grants().ranked();
        List<RankedGap> others = data.tally().gaps().stream()
                .filter(ranked -> !ranked.gap().isMendedByPermission() && !notListed.containsKey(ranked.gap()))
                .toList();
        if (notListed.isEmpty() && permissions.isEmpty() && others.isEmpty()) {
            return;
        }
        heading(out, Word.UNSEEN);
        if (!notListed.isEmpty()) {
            paragraph(out, INDENT, words.of(Word.NOT_LISTED) + words.of(Word.COLON), UnaryOperator.identity());
            causes(
                    out,
                    notListed.entrySet().stream()
                            .map(entry -> new RankedGap(entry.getKey(), entry.getValue()))
                            .sorted(RankedGap.ORDER)
                            .toList());
        }
        if (!permissions.isEmpty()) {
            String sentence = words.of(
                    Word.PERMISSIONS_SENTENCE,
                    permissions.size(),
                    data.tally().grants().knowable());
            paragraph(out, INDENT, sentence, UnaryOperator.identity());
            rows(
                    out,
                    permissions,
                    (permission, width) -> number(permission.verdicts())
                            + style.strong(Columns.cut(words.name(permission.permission()), width)));
        }
        if (!others.isEmpty()) {
            paragraph(out, INDENT, words.of(Word.NOT_MENDABLE) + words.of(Word.COLON), UnaryOperator.identity());
            causes(out, others);
        }
    }

    private void causes(PrintWriter out, List<RankedGap> ranked) {
        rows(out, ranked, (cause, width) -> {
            String outcome = words.of(cause.gap().outcome());
            String call = Columns.cut(words.name(cause.gap().call()), width - Columns.width(outcome) - 2);
            return number(cause.verdicts()) + call + INDENT + style.verdict(Verdict.UNKNOWN, outcome);
        });
    }

    private String number(long count) {
        return Columns.right(words.number(count), 8) + INDENT;
    }

    private <T> void rows(PrintWriter out, List<T> all, BiFunction<T, Integer, String> row) {
        int width = columns - INDENT.length() * 2 - 8;
        all.subList(0, Math.min(MOST_CAUSES, all.size())).forEach(item -> out.println(INDENT + row.apply(item, width)));
        more(out, all.size() - MOST_CAUSES);
    }

    private void more(PrintWriter out, int more) {
        if (more > 0) {
            out.println(INDENT + style.quiet(words.of(Word.AND_MORE, more)));
        }
    }

    private void heading(PrintWriter out, Word heading) {
        out.println();
        line(out, words.of(heading), style::strong);
    }

    private void line(PrintWriter out, String text, UnaryOperator<String> how) {
        out.println(how.apply(Columns.cut(text, columns)));
    }

    private void paragraph(PrintWriter out, String indent, String text, UnaryOperator<String> how) {
        Columns.wrap(text, columns - indent.length()).forEach(line -> out.println(indent + how.apply(line)));
    }
}
