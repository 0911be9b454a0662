package io.nephoscope.cli.report;

import io.nephoscope.collect.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is read now, found by what was read before. In which branch an account lies does not matter, as long as it is there. */
public final class CurrentReading {
    private final Map<String, Coverage.Row> rows = new HashMap<>();
    private final Set<String> accounts = new HashSet<>();
    /** Who could not be reached has no id: an account that is missing in a branch with such a one may be it. */
    private final Map<String, CoverageStatus> unreached = new HashMap<>();

    public CurrentReading(Coverage coverage) {
        for (Coverage.Row row : coverage.rows()) {
            Unit unit = row.unit();
            rows.merge(
                    key(unit, unit.scope().region(), unit.type()),
                    row,
                    (one, other) -> one.status().isGap() ? one : other);
            accounts.add(account(unit));
            if (row.status().isGap() && unit.type().equals(Unit.ALL)) {
                unreached.putIfAbsent(branch(unit), row.status());
            }
        }
    }

    private static String key(Unit unit, String region, String type) {
        return String.join("|", account(unit), region, type);
    }

    private static String account(Unit unit) {
        return unit.provider() + "|" + unit.scope().account();
    }

    private static String branch(Unit unit) {
        return unit.provider() + "|" + unit.scope().branch();
    }

    private Optional<Coverage.Row> row(Unit unit) {
        return Stream.of(
                        key(unit, unit.scope().region(), unit.type()),
                        key(unit, Unit.ALL, unit.type()),
                        key(unit, Unit.ALL, Unit.ALL))
                .map(rows::get)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    public CoverageStatus status(Unit unit) {
        CoverageStatus nobodyAsked = CoverageStatus.SKIPPED;
        if (!accounts.contains(account(unit))) {
            return unreached.getOrDefault(branch(unit), nobodyAsked);
        }
        return row(unit).map(Coverage.Row::status).orElse(nobodyAsked);
    }

    long assets(Unit unit) {
        return row(unit).map(row -> row.unit().assets()).orElse(0);
    }
}
