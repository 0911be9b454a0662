package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Escaped;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.StatementText;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.CauseLine;
import io.nephoscope.cli.report.html.Page.FailingAsset;
import io.nephoscope.cli.report.html.Page.FailingRule;
import io.nephoscope.cli.report.html.Page.Reference;
import io.nephoscope.cli.report.html.Page.Remedy;
import io.nephoscope.cli.report.html.Page.UndecidedCause;
import io.nephoscope.cli.report.html.Page.UndecidedRule;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Remediation;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/** The rows of failures and of undecided findings, gathered in one pass; as many as a page can bear, and counts of the others. */
final class FindingRows {
    private static final int FEWEST_FOR_A_RULE = 10;
    private static final int MOST_ON_THE_PAGE = 10_000;

    private static final Pattern ADDRESS = Pattern.compile("https://[\\x21-\\x7e&&[^\"'<>\\\\]]+");

    private final ReportData data;
    private final Lines lines;
    private final Words words;
    private final int mostForARule;
    private final Map<String, RuleInfo> rules = new TreeMap<>();
    private final Map<String, EvenRows<FailingAsset>> failing = new HashMap<>();
    private final Map<String, Set<String>> providers = new HashMap<>();
    private final Map<String, Map<Set<Tally.Gap>, SameCause>> undecided = new HashMap<>();

    private FindingRows(ReportData data, Lines lines) {
        this.data = data;
        this.lines = lines;
        this.words = lines.words();
        data.rules().forEach(rule -> rules.put(rule.id(), rule));
        this.mostForARule = mostForARule(rules.keySet().stream()
                .map(rule -> data.tally().ofRule(rule).of(Verdict.FAIL))
                .filter(failures -> failures > 0)
                .sorted()
                .toList());
    }

    /** An equal share of the page for each rule; what rules with few failures leave goes to the others. */
    private static int mostForARule(List<Long> failuresFewestFirst) {
        long room = MOST_ON_THE_PAGE;
        long share = room;
        int rulesLeft = failuresFewestFirst.size();
        for (long failures : failuresFewestFirst) {
            share = room / rulesLeft--;
            room -= Math.min(failures, share);
        }
        return (int) Math.max(FEWEST_FOR_A_RULE, share);
    }

    static FindingRows of(ReportData data, Lines lines) {
        FindingRows rows = new FindingRows(data, lines);
        data.findings().forEach(rows::add);
        return rows;
    }

    private void add(Finding finding) {
        if (finding.verdict() == Verdict.FAIL) {
            addFailure(finding);
        } else if (finding.verdict() == Verdict.UNKNOWN) {
            addUndecided(finding);
        }
    }

    private void addFailure(Finding finding) {
        providers
                .computeIfAbsent(finding.rule(), key -> new TreeSet<>())
                .add(finding.asset().type().split("\\.", 2)[0]);
        failing.computeIfAbsent(finding.rule(), rule -> new EvenRows<>(mostForARule, rule))
                .add(SeenAccount.of(finding.asset()).branchOrId(), () -> row(finding));
    }

    private FailingAsset row(Finding finding) {
        RuleInfo rule = Objects.requireNonNull(rules.get(finding.rule()));
        return new FailingAsset(
                lines.asset(finding.asset()),
                finding.message().equals(rule.failed()) ? "" : words.value(words.in(finding.message())),
                new StatementText(words).marks(finding),
                finding.evidence().stream().map(lines::observation).toList());
    }

    private void addUndecided(Finding finding) {
        Set<Tally.Gap> gaps = new TreeSet<>(Tally.Gap.ORDER);
        List<CauseLine> causes = new ArrayList<>();
        finding.missing().stream().sorted().forEach(cause -> {
            if (gaps.add(Tally.Gap.of(cause))) {
                causes.add(lines.cause(cause));
            }
        });
        SameCause same = undecided
                .computeIfAbsent(finding.rule(), key -> new LinkedHashMap<>())
                .computeIfAbsent(gaps, key -> new SameCause(finding.rule(), causes, lines));
        same.add(finding.asset());
    }

    /** The worst rules first; of the same severity the one that fails more often. */
    List<FailingRule> failing() {
        return worstFirst(failing.keySet(), Verdict.FAIL).stream()
                .map(rule -> {
                    EvenRows<FailingAsset> rows = Objects.requireNonNull(failing.get(rule.id()));
                    return new FailingRule(
                            lines.rule(rule),
                            words.in(rule.why()),
                            words.in(rule.failed()),
                            Escaped.lines(rule.pass()).strip(),
                            remedies(rule),
                            references(rule),
                            data.tally().ofRule(rule.id()).of(Verdict.FAIL),
                            rows.rows(),
                            rows.leftOut());
                })
                .toList();
    }

    List<UndecidedRule> undecided() {
        return worstFirst(undecided.keySet(), Verdict.UNKNOWN).stream()
                .map(rule -> new UndecidedRule(
                        lines.rule(rule),
                        data.tally().ofRule(rule.id()).of(Verdict.UNKNOWN),
                        undecided.getOrDefault(rule.id(), Map.of()).values().stream()
                                .map(SameCause::row)
                                .sorted(Comparator.comparingLong(UndecidedCause::count)
                                        .reversed())
                                .toList()))
                .toList();
    }

    private List<RuleInfo> worstFirst(Set<String> ids, Verdict verdict) {
        ToLongFunction<RuleInfo> count = rule -> data.tally().ofRule(rule.id()).of(verdict);
        return rules.values().stream()
                .filter(rule -> ids.contains(rule.id()))
                .sorted(Comparator.comparing(RuleInfo::severity)
                        .thenComparing(Comparator.comparingLong(count).reversed())
                        .thenComparing(RuleInfo::id))
                .toList();
    }

    /** The mends for the clouds in which something fails; all of them where none is for these clouds. */
    private List<Remedy> remedies(RuleInfo rule) {
        Map<String, Remediation> all = new TreeMap<>(rule.remediation());
        Set<String> concerned = providers.getOrDefault(rule.id(), Set.of());
        boolean any = all.keySet().stream().anyMatch(concerned::contains);
        return all.entrySet().stream()
                .filter(entry -> !any || concerned.contains(entry.getKey()))
                .map(entry -> new Remedy(
                        words.name(entry.getKey()),
                        words.in(entry.getValue().console()),
                        Escaped.lines(entry.getValue().cli()).strip(),
                        Escaped.lines(entry.getValue().terraform()).strip()))
                .toList();
    }

    private List<Reference> references(RuleInfo rule) {
        return rule.references().stream()
                .map(reference -> new Reference(
                        words.name(reference.name()),
                        ADDRESS.matcher(reference.url()).matches() ? reference.url() : ""))
                .toList();
    }
}
