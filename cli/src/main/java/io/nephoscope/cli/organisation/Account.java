package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One account of the organisation.
 *
 * @param recording the folder of a snapshot to replay in place of asking the provider
 * @param standsForOthers whether its provider will be asked for which accounts it stands
 * @param namesBranches whether what it holds may belong to branches below its own
 */
public record Account(Target target, Optional<Path> recording, boolean standsForOthers, boolean namesBranches) {
    /** One that stands for itself, all of it. */
    public Account(Target target, Optional<Path> recording) {
        this(target, recording, false, false);
    }

    /**
     * What of it may belong to a branch, or to one below that.
     *
     * @param isKnown whether the branch is one of the tree: none other can have accounts that only the provider knows
     */
    Optional<Account> within(String path, boolean isKnown) {
        if (BranchPath.isWithin(target.branch(), path)) {
            return Optional.of(this);
        }
        boolean isAbove = BranchPath.isWithin(path, target.branch());
        if (isAbove && namesBranches) {
            return Optional.of(new Account(target.only(path), recording, standsForOthers, true));
        }
        return isAbove && standsForOthers && !isKnown ? Optional.of(this) : Optional.empty();
    }

    /** The same in those of its regions that are among the ones given. */
    Optional<Account> in(List<String> regions) {
        List<String> both = target.regions().isEmpty()
                ? regions
                : regions.stream().filter(target.regions()::contains).toList();
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(new Account(target.in(both), recording, standsForOthers, namesBranches));
    }
}
