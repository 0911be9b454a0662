package io.nephoscope.cli.matrix;

import io.nephoscope.cli.wire.Fault;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What is wrong with what a scan says under a fault, told from what it says in health and from the declarations alone. */
final class Judgement {
    private final Plan plan;
    private final Seen healthy;
    private final Cell cell;
    private final Seen now;
    private final Limits limits;
    private final List<String> wrong = new ArrayList<>();

    private Judgement(Plan plan, Seen healthy, Cell cell, Seen now, Limits limits) {
        this.plan = plan;
        this.healthy = healthy;
        this.cell = cell;
        this.now = now;
        this.limits = limits;
    }

    static List<String> of(Plan plan, Seen healthy, Cell cell, Cell.Result result, Limits limits) {
        Judgement judgement = new Judgement(plan, healthy, cell, result.seen(), limits);
        judgement.assets();
        judgement.units();
        judgement.findings();
        judgement.ledger();
        judgement.completeness();
        return judgement.wrong;
    }

    private void demand(boolean holds, String what) {
        if (!holds) {
            wrong.add(cell + ": " + what);
        }
    }

    /** Every asset is there, or the listing says that it may be; nothing is known of it that is not so. */
    private void assets() {
        healthy.assets().forEach((uid, before) -> {
            Asset after = now.assets().get(uid);
            if (after == null) {
                demand(isAccountedFor(before), uid + " vanished");
            } else {
                Set<String> calls = plan.failing(cell, before.type());
                Difference.between(uid, before.attributes(), after.attributes(), calls)
                        .forEach(difference -> demand(false, difference));
                Difference.between(uid + " tags", before.tags(), after.tags(), calls)
                        .forEach(difference -> demand(false, difference));
                Difference.between(uid + " name", before.named(), after.named(), calls)
                        .forEach(difference -> demand(false, difference));
            }
        });
        now.assets().keySet().forEach(uid -> demand(healthy.assets().containsKey(uid), uid + " is not there at all"));
    }

    private boolean isAccountedFor(Asset asset) {
        return now.units().stream()
                .filter(unit -> isOf(unit, asset))
                .anyMatch(unit -> unit.isGap() || (unit.isUnsupported() && isFactOf(asset.type())));
    }

    private static boolean isOf(Unit unit, Asset asset) {
        return unit.type().equals(asset.type().name())
                && unit.scope().account().equals(asset.scope().account())
                && (isEverywhere(asset.type(), unit.scope().region())
                        || unit.scope().region().equals(asset.scope().region()));
    }

    private static boolean isEverywhere(AssetType type, String region) {
        return region.equals(Unit.ALL) || type.reach() == AssetType.Reach.ACCOUNT;
    }

    private boolean isFactOf(AssetType type) {
        return cell.isFact() && cell.calls().stream().anyMatch(call -> plan.lists(call, type));
    }

    /** What does not need the calls is read as ever. */
    private void units() {
        healthy.units().stream()
                .filter(unit -> plan.types().stream()
                        .filter(type -> type.name().equals(unit.type()))
                        .flatMap(type -> type.listing().operations().stream())
                        .noneMatch(cell::fails))
                .filter(unit -> !now.units().contains(unit))
                .forEach(unit -> demand(areRegionsUnread(), "the unit is another: " + unit));
        now.units().stream()
                .filter(Unit::isGap)
                .forEach(unit -> named(
                        "the unit " + unit.type(),
                        List.of(unit.listing()),
                        Bench.TYPES
                                .named(unit.type())
                                .map(type -> plan.failing(cell, type))
                                .orElseGet(cell::calls)));
    }

    private boolean areRegionsUnread() {
        return now.units().stream().anyMatch(unit -> unit.scope().region().equals(Unit.ALL) && unit.isGap());
    }

    private void findings() {
        healthy.findings().forEach((key, before) -> {
            Finding after = now.findings().get(key);
            if (after == null) {
                demand(
                        now.unlisted().stream().anyMatch(it -> standsFor(it, before))
                                || healthy.assets().values().stream()
                                        .filter(asset -> asset.uid().equals(key.uid()))
                                        .anyMatch(asset -> isFactOf(asset.type())),
                        "silence: " + key);
            } else if (plan.needs(key.rule(), cell)) {
                changed(key, before, after);
            } else if (!after.equals(before)) {
                demand(false, key + " does not need the call and was " + before + " and is " + after);
            }
        });
        now.findings().forEach((key, after) -> {
            if (!healthy.findings().containsKey(key)) {
                demand(after.asset().isUnlisted(), "a new finding: " + key);
                demand(after.verdict() == Verdict.UNKNOWN, key + " is " + after.verdict());
                demand(plan.needs(key.rule(), cell) || areRegionsUnread(), key + " does not need the call");
                named(key.toString(), after.missing(), plan.failing(cell, key.rule()));
            }
        });
    }

    private boolean standsFor(Finding unlisted, Finding before) {
        AssetType type = Bench.TYPES.named(before.asset().type()).orElseThrow();
        return unlisted.rule().equals(before.rule())
                && unlisted.asset().type().equals(type.name())
                && unlisted.asset()
                        .scope()
                        .account()
                        .equals(before.asset().scope().account())
                && (isEverywhere(type, unlisted.asset().scope().region())
                        || unlisted.asset()
                                .scope()
                                .region()
                                .equals(before.asset().scope().region()));
    }

    private void changed(Seen.Key key, Finding before, Finding after) {
        if (after.verdict() == Verdict.UNKNOWN && !after.missing().equals(before.missing())) {
            named(key.toString(), after.missing(), plan.failing(cell, key.rule()));
        } else {
            demand(
                    after.verdict() == before.verdict(),
                    key + " was " + before.verdict() + " and is " + after.verdict());
            demand(
                    after.message().en().equals(before.message().en()),
                    key + " says " + after.message().en());
        }
        demand(
                after.evidence().size() == before.evidence().size() || after.verdict() == Verdict.UNKNOWN,
                key + " shows other evidence");
        for (Evidence was : before.evidence()) {
            Optional<Evidence> is = after.evidence().stream()
                    .filter(it -> it.path().equals(was.path()))
                    .findFirst();
            is.ifPresent(it -> Difference.between(
                            key + " " + was.path(), was.value(), it.value(), plan.failing(cell, key.rule()))
                    .forEach(difference -> demand(false, difference)));
        }
    }

    /** One of the calls that fail there is named, with its permission; nothing is blamed on ourselves. */
    private void named(String what, List<Cause> causes, Set<String> calls) {
        demand(
                causes.stream()
                        .anyMatch(cause -> calls.contains(cause.call())
                                && (plan.needs(cause.call(), cause.permission())
                                        || (mendsNoGrant(cause.outcome())
                                                && cause.permission().isEmpty())
                                        || (cell.isFact() && cause.outcome() == Status.OUTSIDE))),
                what + " does not name the call and its permission: " + causes);
        causes.forEach(cause -> demand(!cause.message().en().contains("internal error"), what + ": " + cause));
    }

    private static boolean mendsNoGrant(Status outcome) {
        return outcome == Status.BARRED || outcome == Status.SIGNED_OUT;
    }

    private void ledger() {
        for (LedgerRow row : now.ledger()) {
            String call = row.service() + ":" + row.operation();
            demand(!row.message().en().contains("internal error"), "ledger: " + row);
            if (!cell.calls().contains(call)) {
                // Where calls end by a short deadline, one more may now and then.
                boolean mayTakeTwo = cell.fault().equals(Optional.of(Fault.SILENCE));
                demand(!row.outcome().isGap() && (mayTakeTwo || row.retries() == 0), "another call failed: " + row);
            } else if (!isSpared(row) && !cell.isHidden()) {
                demand(isMeant(row), "the ledger calls it something else: " + row);
                retriesOf(row).ifPresent(retries -> demand(row.retries() == retries, "retries: " + row));
            }
        }
    }

    /** The first question who we are is answered. */
    private boolean isSpared(LedgerRow row) {
        return plan.reaches(row.service() + ":" + row.operation()) && row.outcome() == Status.VALUE && row.count() == 1;
    }

    private boolean isMeant(LedgerRow row) {
        String call = row.service() + ":" + row.operation();
        if (cell.fault().isEmpty()) {
            // The other regions have addresses.
            return row.outcome() == Status.FAILED || healthy.rowsOf(call).anyMatch(it -> it.outcome() == row.outcome());
        }
        return switch (cell.fault().get()) {
            case DENIED -> row.outcome() == Status.DENIED;
            case EXPIRED -> row.outcome() == Status.SIGNED_OUT;
            case BARRED -> row.outcome() == Status.BARRED;
            case THROTTLED -> row.outcome() == Status.THROTTLED;
            case NOT_SUBSCRIBED ->
                (row.outcome() == Status.FAILED && (plan.isDetail(call) || plan.reaches(call)))
                        || (row.outcome() == Status.UNSUPPORTED
                                && plan.types().stream().anyMatch(type -> plan.lists(call, type)));
            case SERVER_ERROR, HTML, PAGE_GZIP, ANOTHER, HALF_SAID, TRUNCATED, HALF, RESET, SILENCE ->
                row.outcome() == Status.FAILED;
        };
    }

    /** How many further tries the calls of a row must have taken; nothing where it does not matter. */
    private Optional<Long> retriesOf(LedgerRow row) {
        if (row.outcome() == Status.THROTTLED) {
            return Optional.of(row.count() * (limits.throttledTries() - 1));
        } else if (cell.fault().isEmpty()) {
            return Optional.of(row.outcome() == Status.FAILED ? row.count() * (limits.tries() - 1) : 0L);
        }
        return switch (cell.fault().get()) {
            case DENIED, EXPIRED, BARRED, NOT_SUBSCRIBED -> Optional.of(0L);
            case SERVER_ERROR, RESET, SILENCE, TRUNCATED -> Optional.of(row.count() * (limits.tries() - 1));
            default -> Optional.empty();
        };
    }

    private void completeness() {
        boolean mayBeWhole =
                cell.isFact() && cell.calls().stream().noneMatch(call -> plan.isDetail(call) || plan.reaches(call));
        demand(now.isComplete() == mayBeWhole, mayBeWhole ? "a fact is called a gap" : "it is called complete");
    }

    /** Whether a rule says of anything that it is not known, and says why. */
    static boolean isMoved(Seen healthy, Seen now, String rule) {
        return now.findings().values().stream()
                .filter(finding -> finding.rule().equals(rule) && finding.verdict() == Verdict.UNKNOWN)
                .anyMatch(finding -> !Objects.equals(healthy.findings().get(Seen.Key.of(finding)), finding));
    }
}
