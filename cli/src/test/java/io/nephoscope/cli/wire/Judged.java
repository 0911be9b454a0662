package io.nephoscope.cli.wire;

import io.nephoscope.cli.organisation.Account;
import io.nephoscope.cli.organisation.Organisation;
import io.nephoscope.cli.scan.Scan;
import io.nephoscope.cli.scan.Watch;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.output.FileMode;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Verdict;
import io.nephoscope.snapshot.Snapshot;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a scan of one account says, run in this process so that many of them take little time. */
record Judged(boolean isComplete, List<Finding> findings, List<Unit> units, List<LedgerRow> ledger) {
    static final Types TYPES = Types.ofProviders(Providers.all());
    static final RuleSet RULES = RuleSet.load(TYPES);

    /** Calls are not slowed down, and one that fails is tried once more. */
    private static final Limits FAST =
            new Limits(Duration.ofSeconds(20), 2, 2, Duration.ofMillis(10), Duration.ofMillis(20), 10_000);

    /** Scans the account to which the current credentials lead, by every rule. */
    static Judged scan(URI endpoint, Path folder, String... regions) throws InterruptedException {
        return scan(endpoint, folder, RULES, regions);
    }

    static Judged scan(URI endpoint, Path folder, RuleSet rules, String... regions) throws InterruptedException {
        return scan(target(endpoint, regions), folder, rules);
    }

    /** Scans an account of any cloud. */
    static Judged scan(Target target, Path folder, RuleSet rules) throws InterruptedException {
        Map<String, Provider> providers =
                Providers.all().stream().collect(Collectors.toMap(Provider::name, provider -> provider));
        try {
            Scan.Request request = new Scan.Request(
                    new Organisation("", List.of(new Account(target, Optional.empty()))),
                    Set.of(),
                    rules.demand(TYPES),
                    TYPES,
                    providers,
                    FAST,
                    16,
                    "test");
            new Scan(request, new Watch() {}, Clock.systemUTC()).into(folder, FileMode.PRIVATE);
            List<Finding> findings = evaluated(folder, rules);
            try (Snapshot snapshot = Snapshot.open(folder, TYPES)) {
                return new Judged(snapshot.isComplete(), findings, snapshot.units(), snapshot.ledger());
            }
        } finally {
            providers.values().forEach(Provider::close);
        }
    }

    /** What rules say of a snapshot. */
    static List<Finding> evaluated(Path folder, RuleSet rules) {
        try (Snapshot snapshot = Snapshot.open(folder, TYPES)) {
            List<Finding> findings = new ArrayList<>();
            new Evaluation(snapshot, TYPES, rules, Evaluation.timeOf(snapshot), 2).forEach(findings::add);
            return findings;
        }
    }

    static Target target(URI endpoint, String... regions) {
        return new Target(
                "aws", "", "test", List.of(regions), Map.of("endpoint-url", endpoint.toString()), Path.of("."));
    }

    /** The verdicts of each rule, by asset. */
    Map<String, Map<String, Verdict>> verdicts() {
        Map<String, Map<String, Verdict>> verdicts = new TreeMap<>();
        findings.forEach(finding -> verdicts.computeIfAbsent(finding.rule(), key -> new TreeMap<>())
                .put(finding.asset().uid(), finding.verdict()));
        return verdicts;
    }

    /** The rules that cannot say something for want of one of these permissions. */
    Set<String> rulesThatMiss(Set<String> permissions) {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.UNKNOWN)
                .filter(finding ->
                        finding.missing().stream().anyMatch(cause -> permissions.contains(cause.permission())))
                .map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
