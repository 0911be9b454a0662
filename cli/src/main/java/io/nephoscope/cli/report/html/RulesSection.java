package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.html.Page.RuleCounts;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Verdict;
import java.util.Comparator;
import java.util.List;

/** Every rule with its counts, the worst first. */
final class RulesSection {
    private RulesSection() {}

    static List<RuleCounts> all(ReportData data, Lines lines) {
        return data.rules().stream()
                .sorted(Comparator.comparing(RuleInfo::severity).thenComparing(RuleInfo::id))
                .map(rule -> new RuleCounts(
                        lines.rule(rule),
                        lines.words().value(lines.words().in(rule.why())),
                        data.tally().ofRule(rule.id())))
                .toList();
    }

    /** Those that a person must attest. */
    static List<RuleCounts> manual(ReportData data, Lines lines) {
        return all(data, lines).stream()
                .filter(rule -> rule.counts().of(Verdict.MANUAL) > 0)
                .toList();
    }
}
