package io.nephoscope.cli.report;

import io.nephoscope.expression.RuleError;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Findings;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The findings, counted in one pass. What it keeps grows with rules, accounts, types and permissions, not with assets. */
public final class Tally {
    private final Counts verdicts = new Counts();
    private final Map<Severity, Counts> bySeverity = new EnumMap<>(Severity.class);
    private final SortedMap<String, BranchTally> byBranch = new TreeMap<>();
    private final SortedMap<SeenAccount, Counts> byAccount = new TreeMap<>();
    private final Map<SeenAccount, Map<String, Counts>> byType = new HashMap<>();
    private final SortedMap<String, Counts> byRule = new TreeMap<>();
    private final Map<Gap, Long> byGap = new HashMap<>();
    private final Grants grants = new Grants();
    private final WorstAssets worstAssets = new WorstAssets();
    private long broken;
    private long unasked;

    /** Of nothing yet. */
    public Tally() {}

    /** Walks the findings once. */
    public static Tally of(Findings findings) {
        Tally tally = new Tally();
        findings.forEach(tally::add);
        return tally;
    }

    /**
     * What stands between the rules and a verdict: a cause without the provider's words, which differ from asset to asset.
     *
     * @param what the call that ended so; where there is none, what there is none for, or the sentence that says why
     */
    public record Gap(Text what, Status outcome, String permission) {
        public static final Comparator<Gap> ORDER =
                Comparator.comparing(Gap::what).thenComparing(Gap::outcome).thenComparing(Gap::permission);

        public static Gap of(Cause cause) {
            boolean isNoCall = cause.outcome() == Status.NO_API || cause.call().isEmpty();
            return new Gap(isNoCall ? cause.message() : Text.quoted(cause.call()), cause.outcome(), cause.permission());
        }

        /** Whether granting the permission would close it. */
        public boolean isMendedByPermission() {
            return outcome == Status.DENIED && !permission.isEmpty();
        }

        /** Whether no call is to blame: a rule's expression broke, or a function that makes a facet or finds what is related. */
        public boolean isOurs() {
            String call = what.en();
            return outcome == Status.FAILED
                    && (call.equals(RuleError.CALL) || call.startsWith("derive:") || call.startsWith("relation:"));
        }
    }

    /**
     * A gap and what it costs.
     *
     * @param verdicts how many UNKNOWN findings name it
     */
    public record RankedGap(Gap gap, long verdicts) {
        public static final Comparator<RankedGap> ORDER =
                Comparator.comparingLong(RankedGap::verdicts).reversed().thenComparing(RankedGap::gap, Gap.ORDER);
    }

    /** Counts a finding. */
    public void add(Finding finding) {
        Finding.Subject asset = finding.asset();
        SeenAccount account = SeenAccount.of(asset);
        verdicts.add(finding);
        bySeverity.computeIfAbsent(finding.severity(), key -> new Counts()).add(finding);
        byBranch.computeIfAbsent(account.branch(), key -> new BranchTally()).add(finding);
        byAccount.computeIfAbsent(account, key -> new Counts()).add(finding);
        byType.computeIfAbsent(account, key -> new HashMap<>())
                .computeIfAbsent(asset.type(), key -> new Counts())
                .add(finding);
        byRule.computeIfAbsent(finding.rule(), key -> new Counts()).add(finding);
        worstAssets.add(finding);
        if (finding.verdict() == Verdict.UNKNOWN) {
            addMissing(finding);
        }
    }

    private void addMissing(Finding finding) {
        Set<Gap> gaps = new HashSet<>();
        finding.missing().forEach(cause -> gaps.add(Gap.of(cause)));
        gaps.forEach(gap -> byGap.merge(gap, 1L, Long::sum));
        grants.add(finding.asset().scope().account(), gaps);
        broken += gaps.stream().anyMatch(Gap::isOurs) ? 1 : 0;
        unasked += finding.missing().stream().anyMatch(Tally::isUnasked) ? 1 : 0;
    }

    /** Whether a call could have been made and was not: where the source has no such field, there is no call. */
    private static boolean isUnasked(Cause cause) {
        return cause.outcome() == Status.NOT_COLLECTED && !cause.call().isEmpty();
    }

    /** All findings. */
    public Counts verdicts() {
        return verdicts;
    }

    public Counts of(Severity severity) {
        return bySeverity.getOrDefault(severity, new Counts());
    }

    /** The findings of a rule; all zero for a rule that judged nothing. */
    public Counts ofRule(String rule) {
        return byRule.getOrDefault(rule, new Counts());
    }

    /** By branch path; each branch without its branches. */
    public SortedMap<String, BranchTally> byBranch() {
        return Collections.unmodifiableSortedMap(byBranch);
    }

    public SortedMap<SeenAccount, Counts> byAccount() {
        return Collections.unmodifiableSortedMap(byAccount);
    }

    /** The findings of an account; all zero for one in which nothing was judged. */
    public Counts of(SeenAccount account) {
        return byAccount.getOrDefault(account, new Counts());
    }

    /** The findings of a type in an account; all zero where nothing of it was judged. */
    public Counts of(SeenAccount account, String type) {
        return byType.getOrDefault(account, Map.of()).getOrDefault(type, new Counts());
    }

    /** By rule id; without the rules that judged nothing. */
    public SortedMap<String, Counts> byRule() {
        return Collections.unmodifiableSortedMap(byRule);
    }

    /** The assets that fail worst. */
    public List<WorstAssets.Failing> worstAssets() {
        return worstAssets.list();
    }

    /** The permissions that were refused. */
    public Grants grants() {
        return grants;
    }

    /** How many findings are UNKNOWN since a rule or a function of ours broke. */
    public long broken() {
        return broken;
    }

    /** How many findings are UNKNOWN since nobody made a call that their rule needs. */
    public long unasked() {
        return unasked;
    }

    /** Everything that UNKNOWN findings name as missing, the one that costs most verdicts first. */
    public List<RankedGap> gaps() {
        return byGap.entrySet().stream()
                .map(entry -> new RankedGap(entry.getKey(), entry.getValue()))
                .sorted(RankedGap.ORDER)
                .toList();
    }
}
