package io.nephoscope.cli.report;

import static java.util.stream.Collectors.groupingBy;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The findings, counted in one pass. What it keeps grows with rules, accounts and permissions, not with assets. */
public final class Tally {
    private final Counts verdicts = new Counts();
    private final Map<Severity, Counts> bySeverity = new EnumMap<>(Severity.class);
    private final SortedMap<String, Counts> byTenant = new TreeMap<>();
    private final SortedMap<Account, Counts> byAccount = new TreeMap<>(Account.ORDER);
    private final SortedMap<String, Counts> byRule = new TreeMap<>();
    private final Map<String, PermissionCount> byPermission = new HashMap<>();
    private final Map<Gap, Long> byGap = new HashMap<>();
    private long knowable;

    private Tally() {}

    /** Walks the findings once. */
    public static Tally of(Findings findings) {
        Tally tally = new Tally();
        findings.forEach(tally::add);
        return tally;
    }

    /**
     * An account that was judged.
     *
     * @param provider as its types' names begin
     */
    public record Account(String provider, String tenant, String id) {
        private static final Comparator<Account> ORDER = Comparator.comparing(Account::provider)
                .thenComparing(Account::tenant)
                .thenComparing(Account::id);
    }

    /** What stands between the rules and a verdict: a cause without the provider's words, which differ from asset to asset. */
    public record Gap(String call, Status outcome, String permission) {
        public static final Comparator<Gap> ORDER =
                Comparator.comparing(Gap::call).thenComparing(Gap::outcome).thenComparing(Gap::permission);

        public static Gap of(Cause cause) {
            return new Gap(cause.call(), cause.outcome(), cause.permission());
        }

        /** Whether granting the permission would close it. */
        public boolean isMendedByPermission() {
            return outcome == Status.DENIED && !permission.isEmpty();
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

    /**
     * A permission that was refused and what it costs.
     *
     * @param calls the calls that were refused for want of it
     * @param accounts where it is missing
     * @param verdicts how many UNKNOWN findings wait for it
     * @param alone how many of those wait for nothing else
     */
    public record RankedPermission(
            String permission, SortedSet<String> calls, SortedSet<String> accounts, long verdicts, long alone) {}

    private static final class PermissionCount {
        private final SortedSet<String> calls = new TreeSet<>();
        private final SortedSet<String> accounts = new TreeSet<>();
        private long verdicts;
        private long alone;

        RankedPermission named(String permission) {
            return new RankedPermission(
                    permission,
                    Collections.unmodifiableSortedSet(calls),
                    Collections.unmodifiableSortedSet(accounts),
                    verdicts,
                    alone);
        }
    }

    private void add(Finding finding) {
        Finding.Subject asset = finding.asset();
        Account account = new Account(
                asset.type().split("\\.", 2)[0],
                asset.scope().tenant(),
                asset.scope().account());
        verdicts.add(finding.verdict());
        bySeverity.computeIfAbsent(finding.severity(), key -> new Counts()).add(finding.verdict());
        byTenant.computeIfAbsent(account.tenant(), key -> new Counts()).add(finding.verdict());
        byAccount.computeIfAbsent(account, key -> new Counts()).add(finding.verdict());
        byRule.computeIfAbsent(finding.rule(), key -> new Counts()).add(finding.verdict());
        if (finding.verdict() == Verdict.UNKNOWN) {
            addMissing(finding);
        }
    }

    private void addMissing(Finding finding) {
        Set<Gap> gaps = new HashSet<>();
        finding.missing().forEach(cause -> gaps.add(Gap.of(cause)));
        gaps.forEach(gap -> byGap.merge(gap, 1L, Long::sum));
        boolean nothingElse = !gaps.isEmpty() && gaps.stream().allMatch(Gap::isMendedByPermission);
        knowable += nothingElse ? 1 : 0;
        Map<String, List<Gap>> refused =
                gaps.stream().filter(Gap::isMendedByPermission).collect(groupingBy(Gap::permission));
        refused.forEach((permission, refusals) -> {
            PermissionCount count = byPermission.computeIfAbsent(permission, key -> new PermissionCount());
            refusals.forEach(refusal -> count.calls.add(refusal.call()));
            count.accounts.add(finding.asset().scope().account());
            count.verdicts++;
            count.alone += nothingElse && refused.size() == 1 ? 1 : 0;
        });
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

    /** By tenant path; each tenant without its branches. */
    public SortedMap<String, Counts> byTenant() {
        return Collections.unmodifiableSortedMap(byTenant);
    }

    public SortedMap<Account, Counts> byAccount() {
        return Collections.unmodifiableSortedMap(byAccount);
    }

    /** By rule id; without the rules that judged nothing. */
    public SortedMap<String, Counts> byRule() {
        return Collections.unmodifiableSortedMap(byRule);
    }

    /** The permissions that were refused, the one that costs most verdicts first. */
    public List<RankedPermission> permissions() {
        return byPermission.entrySet().stream()
                .map(entry -> entry.getValue().named(entry.getKey()))
                .sorted(Comparator.comparingLong(RankedPermission::verdicts)
                        .reversed()
                        .thenComparing(RankedPermission::permission))
                .toList();
    }

    /** How many UNKNOWN findings would be known if all of {@link #permissions()} were granted. */
    public long knowable() {
        return knowable;
    }

    /** Everything that UNKNOWN findings name as missing, the one that costs most verdicts first. */
    public List<RankedGap> gaps() {
        return byGap.entrySet().stream()
                .map(entry -> new RankedGap(entry.getKey(), entry.getValue()))
                .sorted(RankedGap.ORDER)
                .toList();
    }
}
