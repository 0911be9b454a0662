package io.nephoscope.cli.report;

import io.nephoscope.collect.Unit;
import io.nephoscope.rules.Finding;
import java.util.Comparator;

/**
 * An account that was looked at or judged.
 *
 * @param provider as its types' names begin
 * @param tenant the path of branches; empty without an organisation file
 */
public record Account(String provider, String tenant, String id) implements Comparable<Account> {
    private static final Comparator<Account> ORDER = Comparator.comparing(Account::provider)
            .thenComparing(Account::tenant)
            .thenComparing(Account::id);

    public static Account of(Unit unit) {
        return new Account(unit.provider(), unit.scope().tenant(), unit.scope().account());
    }

    public static Account of(Finding.Subject asset) {
        return new Account(
                asset.type().split("\\.", 2)[0],
                asset.scope().tenant(),
                asset.scope().account());
    }

    /** The branch to which it belongs; outside an organisation each account is a branch of its own. */
    public String branch() {
        return tenant.isEmpty() ? id : tenant;
    }

    @Override
    public int compareTo(Account other) {
        return ORDER.compare(this, other);
    }
}
