package io.nephoscope.cli.report;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Findings;
import io.nephoscope.rules.RuleException;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Warning;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What every report is made of.
 *
 * @param rules every rule that was evaluated, those that judged nothing among them; kept by id
 * @param tally the findings, counted
 * @param coverage what was read, and what was not
 * @param shrinkage what was seen in a baseline and is not seen now; empty where there is no baseline
 * @param warnings what is odd about the statements that were given
 * @param toolVersion the version that evaluates and reports, which may be another than the one that collected
 */
public record ReportData(
        Manifest manifest,
        Snapshot snapshot,
        List<RuleInfo> rules,
        Findings findings,
        Tally tally,
        Coverage coverage,
        Optional<Shrinkage> shrinkage,
        List<Warning> warnings,
        String toolVersion) {
    public ReportData {
        rules = rules.stream().sorted(Comparator.comparing(RuleInfo::id)).toList();
        warnings = List.copyOf(warnings);
        Set<String> known = rules.stream().map(RuleInfo::id).collect(Collectors.toSet());
        if (!known.containsAll(tally.byRule().keySet())) {
            throw new RuleException(Text.of(
                    "There are findings of rules that did not judge; evaluate the snapshot anew.",
                    "判定结果中有未参与评估的规则；请重新执行 evaluate。"));
        }
    }

    /** The same, with the findings counted here. */
    public static ReportData of(
            Manifest manifest, Snapshot snapshot, List<RuleInfo> rules, Findings findings, String toolVersion) {
        return of(manifest, snapshot, rules, findings, Tally.of(findings), toolVersion);
    }

    /** Of findings that were counted before. */
    public static ReportData of(
            Manifest manifest,
            Snapshot snapshot,
            List<RuleInfo> rules,
            Findings findings,
            Tally tally,
            String toolVersion) {
        return new ReportData(
                manifest,
                snapshot,
                rules,
                findings,
                tally,
                Coverage.of(snapshot, rules),
                Optional.empty(),
                List.of(),
                toolVersion);
    }

    /** The same, held against a former scan; {@code maxDrop} in percent. */
    public ReportData since(Baseline baseline, int maxDrop) {
        Optional<Shrinkage> since = Optional.of(Shrinkage.of(baseline, coverage, maxDrop));
        return new ReportData(manifest, snapshot, rules, findings, tally, coverage, since, warnings, toolVersion);
    }

    /** The same, with what is odd about the statements on which findings may rest. */
    public ReportData warned(List<Warning> told) {
        return new ReportData(manifest, snapshot, rules, findings, tally, coverage, shrinkage, told, toolVersion);
    }

    /** Every account that was looked at or judged. */
    public SortedSet<SeenAccount> accounts() {
        SortedSet<SeenAccount> accounts = new TreeSet<>(coverage.byAccount().keySet());
        accounts.addAll(tally.byAccount().keySet());
        return accounts;
    }

    /** The branches of the organisation, each with all that lies below it and right before its own branches. */
    public List<Branch> branches() {
        return BranchTree.of(snapshot, tally, rules);
    }

    /** What is missing. */
    public Completeness completeness() {
        return Completeness.of(snapshot, tally, coverage.judgedButNotRead());
    }
}
