package io.nephoscope.cli.matrix;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.snapshot.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What one scan saw, and what the rules say of it. */
record Seen(
        Map<Key, Finding> findings,
        Map<String, Asset> assets,
        List<Unit> units,
        List<LedgerRow> ledger,
        boolean isComplete) {
    /** A rule and an asset. */
    record Key(String rule, String uid) implements Comparable<Key> {
        static Key of(Finding finding) {
            return new Key(finding.rule(), finding.asset().uid());
        }

        @Override
        public int compareTo(Key other) {
            int byRule = rule.compareTo(other.rule);
            return byRule != 0 ? byRule : uid.compareTo(other.uid);
        }
    }

    static Seen of(Snapshot snapshot, RuleSet rules) {
        Map<String, Asset> assets = new TreeMap<>();
        snapshot.forEach(asset -> assets.put(asset.uid(), asset));
        Map<Key, Finding> findings = new TreeMap<>();
        new Evaluation(snapshot, Bench.TYPES, rules, Evaluation.timeOf(snapshot), 1).forEach(finding -> {
            if (findings.put(Key.of(finding), finding) != null) {
                throw new AssertionError("two findings for " + Key.of(finding));
            }
        });
        return new Seen(findings, assets, snapshot.units(), snapshot.ledger(), snapshot.isComplete());
    }

    /** The findings for whatever may be where a listing broke. */
    List<Finding> unlisted() {
        return findings.values().stream()
                .filter(finding -> finding.asset().isUnlisted())
                .toList();
    }

    Stream<LedgerRow> rowsOf(String call) {
        return ledger.stream().filter(row -> call.equals(row.service() + ":" + row.operation()));
    }
}
