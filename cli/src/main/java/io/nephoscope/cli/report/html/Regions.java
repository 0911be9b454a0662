package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How many regions of some accounts were looked at, be there assets or not. */
final class Regions {
    private Regions() {}

    /** A region is its provider's, whatever its name. */
    private record Region(String provider, String name) {}

    static String of(ReportData data, Collection<SeenAccount> accounts, Words words) {
        Set<Region> withAssets = accounts.stream()
                .flatMap(account -> data.snapshot().regions(account.provider(), account.id()).stream()
                        .map(region -> new Region(account.provider(), region)))
                .collect(Collectors.toSet());
        Set<Region> all = new HashSet<>(withAssets);
        data.snapshot().units().stream()
                .filter(unit -> accounts.contains(SeenAccount.of(unit)))
                .map(unit -> new Region(unit.provider(), unit.scope().region()))
                .filter(it -> !it.name().equals(Scope.GLOBAL) && !it.name().equals(Unit.ALL))
                .forEach(all::add);
        return words.of(Word.REGIONS_LOOKED_AT, all.size(), withAssets.size());
    }
}
