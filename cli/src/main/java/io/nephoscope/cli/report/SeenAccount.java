package io.nephoscope.cli.report;

import io.nephoscope.collect.Unit;
import io.nephoscope.rules.Finding;
import java.util.Comparator;

/**
 * An account that was looked at or judged.
 *
 * @param provider as its types' names begin
 * @param branch the path of branches; empty without an organisation file
 */
public record SeenAccount(String provider, String branch, String id) implements Comparable<SeenAccount> {
    private static final Comparator<SeenAccount> ORDER = Comparator.comparing(SeenAccount::provider)
            .thenComparing(SeenAccount::branch)
            .thenComparing(SeenAccount::id);

    public static SeenAccount of(Unit unit) {
        return new SeenAccount(
                unit.provider(), unit.scope().branch(), unit.scope().account());
    }

    public static SeenAccount of(Finding.Subject asset) {
        return new SeenAccount(
                asset.type().split("\\.", 2)[0],
                asset.scope().branch(),
                asset.scope().account());
    }

    /** The branch to which it belongs; outside an organisation each account is a branch of its own. */
    public String branchOrId() {
        return branch.isEmpty() ? id : branch;
    }

    @Override
    public int compareTo(SeenAccount other) {
        return ORDER.compare(this, other);
    }
}
