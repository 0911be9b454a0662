package io.nephoscope.cli.organisation;

import java.util.List;
import java.util.Optional;

/**
 * Every account to look at.
 *
 * @param name empty without an organisation file
 */
public record Organisation(String name, List<Account> accounts) {
    public Organisation {
        accounts = List.copyOf(accounts);
    }

    /** The same in these regions only: an account that lies in none of them is left out. Asked for no region, it stays as it is. */
    public Organisation in(List<String> regions) {
        return regions.isEmpty()
                ? this
                : new Organisation(
                        name,
                        accounts.stream()
                                .map(account -> account.in(regions))
                                .flatMap(Optional::stream)
                                .toList());
    }
}
