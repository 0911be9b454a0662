package io.nephoscope.cli.report;

import io.nephoscope.inventory.BranchPath;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.snapshot.Manifest.ManifestBranch;
import java.util.List;
import java.util.SortedMap;

/**
 * A branch of the organisation, with all that lies below it.
 *
 * @param declared as the organisation file declares it: empty names and no level where there is no organisation
 * @param depth how deep it lies below the first
 * @param reached how many accounts were read
 * @param lost how many could not be reached
 * @param assets how many there are of each kind
 * @param worst the rules that failed, the worst first, and no more than a few
 */
public record Branch(
        ManifestBranch declared,
        int depth,
        long accounts,
        long reached,
        long lost,
        SortedMap<String, Long> assets,
        BranchTally tally,
        List<WorstRule> worst) {
    public Branch {
        worst = List.copyOf(worst);
    }

    /** A rule that failed here, and how often it reached each verdict. */
    public record WorstRule(RuleInfo rule, Counts counts) {}

    /** As in an asset's scope: {@code Lakeside Group/Harbour}. */
    public String path() {
        return declared.path();
    }

    public String name() {
        return BranchPath.name(declared.path());
    }

    public long allAssets() {
        return assets.values().stream().mapToLong(Long::longValue).sum();
    }
}
