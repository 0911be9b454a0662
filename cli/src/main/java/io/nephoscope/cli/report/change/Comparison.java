package io.nephoscope.cli.report.change;

import io.nephoscope.cli.report.CoverageStatus;
import io.nephoscope.cli.report.CurrentReading;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of the findings of one scan in another. A finding is the same where its fingerprint is: rule and asset, whatever the asset
 * is called now.
 *
 * @param changes the worst first
 * @param unchanged how many findings have the verdict that they had
 * @param appeared how many findings there are that were not there before and ask for nothing, as those of a new asset that is good
 */
public record Comparison(JudgedScan before, JudgedScan now, List<Changed> changes, long unchanged, long appeared) {
    private static final Comparator<Changed> ORDER = Comparator.comparing(Changed::change)
            .thenComparing(Changed::severity)
            .thenComparing(changed -> changed.asset().uid())
            .thenComparing(Changed::rule);

    public Comparison {
        changes = changes.stream().sorted(ORDER).toList();
    }

    public static Comparison of(JudgedScan before, JudgedScan now) {
        return new Comparing(Side.of(before), Side.of(now)).compare();
    }

    /** Whether the scan that is to be the former one began after the other. */
    public boolean isBackwards() {
        return Instant.parse(before.scan().startedAt())
                .isAfter(Instant.parse(now.scan().startedAt()));
    }

    /** Those that became one thing, the worst first. */
    public List<Changed> of(Change change) {
        return changes.stream().filter(it -> it.change() == change).toList();
    }

    /** How many failures of a severity are new; what was not known before may be, and counts. */
    public long newOf(Severity severity) {
        return Stream.of(Change.NEW, Change.REVEALED)
                .flatMap(change -> of(change).stream())
                .filter(it -> it.severity() == severity)
                .count();
    }

    /**
     * One of the two at work.
     *
     * @param branches of the accounts, by provider and id: assets may belong to branches below
     */
    private record Side(JudgedScan scan, CurrentReading reading, Map<String, String> branches) {
        static Side of(JudgedScan scan) {
            Map<String, String> branches = new HashMap<>();
            scan.scan()
                    .coverage()
                    .rows()
                    .forEach(row -> branches.put(
                            key(SeenAccount.of(row.unit())), row.unit().scope().branch()));
            return new Side(scan, new CurrentReading(scan.scan().coverage()), branches);
        }

        private static String key(SeenAccount account) {
            return account.provider() + "|" + account.id();
        }

        /** The branch of the account in which an asset is, by which an account that could not be reached is known. */
        String branch(Subject asset) {
            return branches.getOrDefault(
                    key(SeenAccount.of(asset)), asset.scope().branch());
        }

        /**
         * What became of the listing of an asset. One lives in a region and may be listed in that of the account as a whole.
         *
         * @param branch of its account
         */
        CoverageStatus status(Subject asset, String branch) {
            Scope scope = asset.scope().of(branch);
            return Stream.of(scope, scope.in(Scope.GLOBAL))
                    .map(it -> reading.status(new Unit(
                            SeenAccount.of(asset).provider(), it, asset.type(), Cause.notCollected("", ""), 0, 0)))
                    .filter(it -> it != CoverageStatus.SKIPPED)
                    .findFirst()
                    .orElse(CoverageStatus.SKIPPED);
        }
    }

    /** One comparison at work. */
    private record Comparing(Side before, Side now) {
        Comparison compare() {
            List<Changed> changes = new ArrayList<>();
            long unchanged = 0;
            long appeared = 0;
            for (Map.Entry<String, Result> entry : now.scan().results().entrySet()) {
                Result result = entry.getValue();
                Optional<Result> former =
                        Optional.ofNullable(before.scan().results().get(entry.getKey()));
                if (former.isPresent()) {
                    Optional<Changed> changed = changed(entry.getKey(), former.get(), result);
                    changed.ifPresent(changes::add);
                    unchanged += changed.isPresent() ? 0 : 1;
                } else if (result.isOpen()) {
                    changes.add(appeared(entry.getKey(), result));
                } else {
                    appeared++;
                }
            }
            before.scan().results().forEach((fingerprint, result) -> {
                if (!now.scan().results().containsKey(fingerprint)) {
                    changes.add(lost(fingerprint, result));
                }
            });
            return new Comparison(before.scan(), now.scan(), changes, unchanged, appeared);
        }

        private Changed appeared(String fingerprint, Result result) {
            Reason reason = listing(result, whyAbsent(result, now, before));
            Change change = !result.isFailure()
                    ? Change.CHANGED
                    : reason == Reason.READING || reason == Reason.SCOPE ? Change.REVEALED : Change.NEW;
            return new Changed(fingerprint, change, Set.of(reason), Optional.empty(), Optional.of(result));
        }

        private Optional<Changed> changed(String fingerprint, Result former, Result result) {
            if (former.verdict() == result.verdict() && former.isWaived() == result.isWaived()) {
                return Optional.empty();
            }
            Change change = Change.CHANGED;
            if (result.isFailure() && !former.isFailure()) {
                change = former.verdict() == Verdict.UNKNOWN ? Change.REVEALED : Change.NEW;
            } else if (former.isFailure() && isGood(result)) {
                change = Change.FIXED;
            }
            return Optional.of(new Changed(
                    fingerprint, change, reasons(former, result), Optional.of(former), Optional.of(result)));
        }

        private static boolean isGood(Result result) {
            return result.verdict() == Verdict.PASS || result.verdict() == Verdict.NOT_APPLICABLE;
        }

        private Set<Reason> reasons(Result former, Result result) {
            Set<Reason> reasons = EnumSet.noneOf(Reason.class);
            if (!before.scan()
                    .rules()
                    .getOrDefault(former.rule(), "")
                    .equals(now.scan().rules().getOrDefault(result.rule(), ""))) {
                reasons.add(Reason.RULE);
            }
            if (former.isWaived() != result.isWaived() || former.isAttested() != result.isAttested()) {
                reasons.add(Reason.STATEMENT);
            } else if (former.verdict() != result.verdict() && isUnknown(former, result)) {
                reasons.add(Reason.READING);
            } else if (former.evidence() != result.evidence()) {
                reasons.add(Reason.ASSET);
            }
            return reasons.isEmpty() ? Set.of(Reason.RELATED) : reasons;
        }

        private static boolean isUnknown(Result former, Result result) {
            return former.verdict() == Verdict.UNKNOWN || result.verdict() == Verdict.UNKNOWN;
        }

        private Changed lost(String fingerprint, Result former) {
            Reason reason = whyAbsent(former, before, now);
            Change change = switch (reason) {
                // What could not be listed then was listed now, or is no longer: that it is unknown has come to an end.
                case ASSET -> former.asset().isUnlisted() ? Change.CHANGED : Change.GONE;
                case READING -> Change.NOT_COLLECTED;
                case RULE, SCOPE, STATEMENT, RELATED -> Change.OUT_OF_SCOPE;
            };
            return new Changed(
                    fingerprint, change, Set.of(listing(former, reason)), Optional.of(former), Optional.empty());
        }

        /** What could not be listed is no asset that comes and goes. Who could not be reached has no id, and so is in no other scan. */
        private static Reason listing(Result result, Reason reason) {
            return result.asset().isUnlisted() && reason != Reason.RULE ? Reason.READING : reason;
        }

        /**
         * Why there is no finding like one of the other scan's.
         *
         * @param from the scan that has it
         */
        private static Reason whyAbsent(Result result, Side from, Side other) {
            if (!other.scan().rules().containsKey(result.rule())) {
                return Reason.RULE;
            }
            CoverageStatus status = other.status(result.asset(), from.branch(result.asset()));
            return status.isGap() ? Reason.READING : isLookedAt(status) ? Reason.ASSET : Reason.SCOPE;
        }

        private static boolean isLookedAt(CoverageStatus status) {
            return status.isRead() || status == CoverageStatus.NOT_ENABLED;
        }
    }
}
