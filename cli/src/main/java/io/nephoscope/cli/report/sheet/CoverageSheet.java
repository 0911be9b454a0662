package io.nephoscope.cli.report.sheet;

import io.nephoscope.cli.report.Coverage;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.collect.Unit;
import java.util.List;
import java.util.function.Function;

/** What was read and what was not: a row for each account, region and type. */
public final class CoverageSheet {
    private CoverageSheet() {}

    public static Sheet<Coverage.Row> of(ReportData data, SheetWords words) {
        return new Sheet<>(
                List.of(
                        text(Heading.PROVIDER, Unit::provider),
                        text(Heading.BRANCH, unit -> unit.scope().branch()),
                        text(Heading.ACCOUNT, unit -> unit.scope().account()),
                        text(Heading.REGION, unit -> unit.scope().region()),
                        text(Heading.TYPE, Unit::type),
                        Column.<Coverage.Row>text(Heading.STATUS, row -> words.of(row.status()))
                                .toned(row -> row.told().isGap() ? Tone.OPEN : Tone.PLAIN),
                        number(Heading.ASSETS, Unit::assets),
                        number(Heading.OUTSIDE_REGIONS, Unit::skipped),
                        number(Heading.GONE, Unit::gone),
                        text(Heading.CALL, unit -> unit.listing().call()),
                        text(Heading.PERMISSION, unit -> unit.listing().permission()),
                        text(Heading.MESSAGE, unit -> words.in(unit.listing().message()))
                                .wide()),
                data.coverage().rows()::forEach);
    }

    private static Column<Coverage.Row> text(Heading heading, Function<Unit, String> cell) {
        return Column.text(heading, row -> cell.apply(row.told()));
    }

    private static Column<Coverage.Row> number(Heading heading, Function<Unit, Number> cell) {
        return Column.number(heading, row -> cell.apply(row.told()).longValue());
    }
}
