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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
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
        return new Comparing(before, now).compare();
    }

    /** Those that became one thing, the worst first. */
    public List<Changed> of(Change change) {
        return changes.stream().filter(it -> it.change() == change).toList();
    }

    /** How many failures of a severity are new. */
    public long newOf(Severity severity) {
        return of(Change.NEW).stream().filter(it -> it.severity() == severity).count();
    }

    /** One comparison at work. */
    private record Comparing(JudgedScan before, JudgedScan now, CurrentReading readBefore, CurrentReading readNow) {
        Comparing(JudgedScan before, JudgedScan now) {
            this(
                    before,
                    now,
                    new CurrentReading(before.scan().coverage()),
                    new CurrentReading(now.scan().coverage()));
        }

        Comparison compare() {
            List<Changed> changes = new ArrayList<>();
            long unchanged = 0;
            long appeared = 0;
            for (Map.Entry<String, Result> entry : now.results().entrySet()) {
                Result result = entry.getValue();
                Optional<Result> former = Optional.ofNullable(before.results().get(entry.getKey()));
                if (former.isPresent()) {
                    Optional<Changed> changed = changed(entry.getKey(), former.get(), result);
                    changed.ifPresent(changes::add);
                    unchanged += changed.isPresent() ? 0 : 1;
                } else if (result.isOpen()) {
                    changes.add(new Changed(
                            entry.getKey(),
                            result.isFailure() ? Change.NEW : Change.CHANGED,
                            Set.of(listing(result, whyAbsent(result, before, readBefore))),
                            Optional.empty(),
                            Optional.of(result)));
                } else {
                    appeared++;
                }
            }
            before.results().forEach((fingerprint, result) -> {
                if (!now.results().containsKey(fingerprint)) {
                    changes.add(lost(fingerprint, result));
                }
            });
            return new Comparison(before, now, changes, unchanged, appeared);
        }

        private Optional<Changed> changed(String fingerprint, Result former, Result result) {
            if (former.verdict() == result.verdict() && former.isWaived() == result.isWaived()) {
                return Optional.empty();
            }
            Change change = result.isFailure() && !former.isFailure()
                    ? Change.NEW
                    : former.isFailure() && isGood(result) ? Change.FIXED : Change.CHANGED;
            return Optional.of(new Changed(
                    fingerprint, change, reasons(former, result), Optional.of(former), Optional.of(result)));
        }

        private static boolean isGood(Result result) {
            return result.verdict() == Verdict.PASS || result.verdict() == Verdict.NOT_APPLICABLE;
        }

        private Set<Reason> reasons(Result former, Result result) {
            Set<Reason> reasons = EnumSet.noneOf(Reason.class);
            if (!before.rules()
                    .getOrDefault(former.rule(), "")
                    .equals(now.rules().getOrDefault(result.rule(), ""))) {
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
            Reason reason = whyAbsent(former, now, readNow);
            Change change = switch (reason) {
                // What could not be listed then was listed now, or is no longer: that it is unknown has come to an end.
                case ASSET -> former.asset().isUnlisted() ? Change.CHANGED : Change.GONE;
                case READING -> Change.NOT_COLLECTED;
                case RULE, SCOPE, STATEMENT, RELATED -> Change.OUT_OF_SCOPE;
            };
            return new Changed(
                    fingerprint, change, Set.of(listing(former, reason)), Optional.of(former), Optional.empty());
        }

        /** What could not be listed is no asset that comes and goes. */
        private static Reason listing(Result result, Reason reason) {
            return result.asset().isUnlisted() && reason == Reason.ASSET ? Reason.READING : reason;
        }

        /** Why there is no finding like one of the other scan's. */
        private static Reason whyAbsent(Result result, JudgedScan scan, CurrentReading reading) {
            if (!scan.rules().containsKey(result.rule())) {
                return Reason.RULE;
            }
            CoverageStatus status = status(result.asset(), reading);
            return status.isGap() ? Reason.READING : isLookedAt(status) ? Reason.ASSET : Reason.SCOPE;
        }

        private static boolean isLookedAt(CoverageStatus status) {
            return status.isRead() || status == CoverageStatus.NOT_ENABLED;
        }

        /** An asset lives in a region and may be listed in that of the account as a whole. */
        private static CoverageStatus status(Subject asset, CurrentReading reading) {
            Scope scope = asset.scope();
            List<CoverageStatus> there = Stream.of(scope, scope.in(Scope.GLOBAL))
                    .map(it -> reading.status(new Unit(
                            SeenAccount.of(asset).provider(), it, asset.type(), Cause.notCollected("", ""), 0, 0)))
                    .toList();
            return there.stream()
                    .filter(it -> it != CoverageStatus.SKIPPED)
                    .findFirst()
                    .orElse(CoverageStatus.SKIPPED);
        }
    }
}
