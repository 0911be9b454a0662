package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CoverageTest {
    @TempDir
    private Path folder;

    private static Unit unit(Status outcome, int assets) {
        return new Unit("toy", Scans.NORTH, "toy.bucket", new Cause("toy:List", outcome, "", Text.EMPTY), assets, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "VALUE,         2, READ",
        "VALUE,         0, EMPTY",
        "ABSENT,        0, EMPTY",
        "DENIED,        0, DENIED",
        "THROTTLED,     7, THROTTLED",
        "FAILED,        0, FAILED",
        "OVER_BUDGET,   0, OVER_BUDGET",
        "UNSUPPORTED,   0, NOT_ENABLED",
        "NOT_COLLECTED, 0, SKIPPED"
    })
    void everyListingHasOneStatus(Status outcome, int assets, CoverageStatus status) {
        assertThat(CoverageStatus.of(unit(outcome, assets))).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void aStatusIsAGapWhereTheListingIs(Status outcome) {
        assertThat(CoverageStatus.of(unit(outcome, 0)).isGap()).isEqualTo(outcome.isGap());
    }

    @Test
    void aTypeThatNoChosenRuleReadsIsSkippedInEveryAccountThatWasReached() {
        assertThat(rows(new ToyScan(folder)
                        .rule(Scans.NOT_PUBLIC)
                        .asset(ToyScan.BUCKET, Scans.NORTH, Doc.of("Name", "a"), Map.of())
                        .type(ToyScan.account("toy.account"))
                        .unit("toy", Scans.NORTH, "toy.bucket", ToyScan.LISTED, 1)
                        .unit("toy", new Scope("", "lost", Unit.ALL), Unit.ALL, ToyScan.POLICY_DENIED, 0)))
                .containsExactly(
                        "lost * * denied AccessDenied: not authorised",
                        "1001 global toy.account skipped read by no chosen rule",
                        "1001 north toy.bucket read ");
    }

    /** As where a snapshot is judged by more rules than it was made for: of such a type there is no finding at all. */
    @Test
    void aTypeThatRulesJudgeAndNobodyReadIsAGapOfTheReport() {
        ReportData data = new ToyScan(folder)
                .rule(Scans.NOT_PUBLIC)
                .asset(ToyScan.bucket("toy.crate"), Scans.NORTH, Doc.of("Name", "a"), Map.of())
                .type(ToyScan.bucket("toy.barrel"))
                .unit("toy", Scans.NORTH, "toy.crate", ToyScan.LISTED, 1)
                .data();
        assertThat(data.completeness().types()).containsExactly("toy.barrel");
        assertThat(data.completeness().isWhole()).isFalse();
        assertThat(Opening.of(data, new Words(Language.EN)).completeness())
                .isEqualTo("1 type that rules judge was not read; scan again to read it.");
    }

    @Test
    void regionsThatNobodyAskedForAreSkippedWhereThatIsCertain() {
        ToyScan scan = new ToyScan(folder)
                .target("toy", Scans.NORTH.branch(), "harbour", List.of("north"), "")
                .unit("toy", Scans.NORTH, "toy.bucket", ToyScan.LISTED, 0);
        assertThat(rows(scan))
                .containsExactly("1001 * * skipped in regions that were not asked for", "1001 north toy.bucket empty ");
    }

    @Test
    void nothingIsSaidOfOtherRegionsWhereATargetOfTheBranchAskedForAll() {
        ToyScan scan = new ToyScan(folder)
                .target("toy", Scans.NORTH.branch(), "harbour", List.of("north"), "")
                .target("toy", Scans.NORTH.branch(), "docks", List.of(), "")
                .unit("toy", Scans.NORTH, "toy.bucket", ToyScan.LISTED, 0);
        assertThat(rows(scan)).containsExactly("1001 north toy.bucket empty ");
    }

    private static List<String> rows(ToyScan scan) {
        return scan.data().coverage().rows().stream()
                .map(row -> String.join(
                        " ",
                        row.unit().scope().account(),
                        row.unit().scope().region(),
                        row.unit().type(),
                        row.status().label(),
                        row.told().listing().message().en()))
                .toList();
    }
}
