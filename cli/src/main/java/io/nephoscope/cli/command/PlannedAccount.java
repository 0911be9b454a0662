package io.nephoscope.cli.command;

import io.nephoscope.cli.plan.Plan;
import io.nephoscope.inventory.Target;
import java.util.List;

/**
 * An account, and what reading it takes.
 *
 * @param isRecorded whether a recording is replayed in its place, so that nothing is sent
 */
record PlannedAccount(Target target, boolean isRecorded, Plan plan) {
    /** What accounts have in common that are told of together. */
    record Alike(String provider, List<String> regions, boolean isRecorded, Plan plan) {
        boolean asksForRegions() {
            return regions.isEmpty() && plan.certainInEachRegion() > 0;
        }

        /** The calls that are certain: without those in regions that only the cloud can name. */
        long certain() {
            return plan.certain() + regions.size() * plan.certainInEachRegion();
        }
    }

    Alike alike() {
        return new Alike(target.provider(), target.regions(), isRecorded, plan);
    }
}
