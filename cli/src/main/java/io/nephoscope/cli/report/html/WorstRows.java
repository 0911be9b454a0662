package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.StatementText;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.UnknownFinding;
import io.nephoscope.cli.report.html.Page.Worst;
import io.nephoscope.cli.report.html.Page.WorstFinding;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The worst of what failed and of what is unknown, for paper and for browsers that run no script: as many as one reads. */
final class WorstRows {
    private static final int MOST_FAILING = 100;
    private static final int MOST_UNKNOWN = 50;
    private static final int MOST_OBSERVATIONS = 2;
    private static final int MOST_CAUSES = 3;

    private final Lines lines;
    private final Map<String, RuleInfo> rules;

    private WorstRows(List<RuleInfo> rules, Lines lines) {
        this.lines = lines;
        this.rules = rules.stream().collect(Collectors.toMap(RuleInfo::id, Function.identity()));
    }

    static Worst of(ReportData data, Lines lines) {
        WorstRows its = new WorstRows(data.rules(), lines);
        SevereRows<WorstFinding> failing = new SevereRows<>(data.tally(), Verdict.FAIL, MOST_FAILING, its::failing);
        SevereRows<UnknownFinding> unknown =
                new SevereRows<>(data.tally(), Verdict.UNKNOWN, MOST_UNKNOWN, its::unknown);
        data.findings().forEach(finding -> {
            failing.add(finding);
            unknown.add(finding);
        });
        return new Worst(failing.rows(), failing.leftOut(), unknown.rows(), unknown.leftOut());
    }

    private Page.RuleHead rule(Finding finding) {
        return lines.rule(Objects.requireNonNull(rules.get(finding.rule())));
    }

    private WorstFinding failing(Finding finding) {
        Words words = lines.words();
        return new WorstFinding(
                rule(finding),
                lines.asset(finding.asset()),
                words.value(words.in(finding.message())),
                new StatementText(words).marks(finding),
                finding.evidence().stream()
                        .limit(MOST_OBSERVATIONS)
                        .map(lines::inShort)
                        .toList());
    }

    private UnknownFinding unknown(Finding finding) {
        return new UnknownFinding(
                rule(finding),
                lines.asset(finding.asset()),
                finding.missing().stream().limit(MOST_CAUSES).map(lines::cause).toList(),
                Math.max(0, finding.missing().size() - MOST_CAUSES));
    }
}
