package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.report.AccountNames;
import io.nephoscope.cli.report.GroupScan;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ToyScan;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.Worst;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorstRowsTest {
    @TempDir
    private Path folder;

    private static Worst worst(ReportData data) {
        return WorstRows.of(data, new Lines(new Words(Language.EN), AccountNames.of(data.snapshot())));
    }

    @Test
    void aHundredOfWhatFailedAreShownEachOfAnotherBranch() {
        Worst worst = worst(GroupScan.in(folder, 2));
        assertThat(worst.findings()).hasSize(100);
        assertThat(worst.findings().stream().map(row -> row.asset().place().branch()))
                .doesNotHaveDuplicates();
        assertThat(worst.leftOut()).isEqualTo(GroupScan.BRANCHES * 5 * 2 - 100);
    }

    @Test
    void fiftyOfWhatIsUnknownAreShownAndTheRestIsCounted() {
        ToyScan scan =
                new ToyScan(folder).rule("low", Severity.LOW, "Low", "低").rule("high", Severity.HIGH, "High", "高");
        judge(scan, "low", Verdict.UNKNOWN, 60);
        judge(scan, "high", Verdict.UNKNOWN, 3);
        Worst worst = worst(scan.data());
        assertThat(worst.unknown()).hasSize(50);
        assertThat(worst.unknown().subList(0, 3)).allMatch(row -> row.rule().severity() == Severity.HIGH);
        assertThat(worst.unknownLeftOut()).isEqualTo(13);
        assertThat(worst.findings()).isEmpty();
    }

    @Test
    void noFailureOfALowerSeverityTakesThePlaceOfAWorse() {
        ToyScan scan = new ToyScan(folder)
                .rule("low", Severity.LOW, "Low", "低")
                .rule("high", Severity.HIGH, "High", "高")
                .rule("critical", Severity.CRITICAL, "Critical", "严");
        fail(scan, "low", 60);
        fail(scan, "high", 90);
        fail(scan, "critical", 5);
        Worst worst = worst(scan.data());
        assertThat(worst.findings().stream().map(row -> row.rule().severity()).distinct())
                .containsExactly(Severity.CRITICAL, Severity.HIGH, Severity.LOW);
        assertThat(worst.findings().stream()
                        .filter(row -> row.rule().severity() == Severity.LOW)
                        .count())
                .isEqualTo(5);
        assertThat(worst.leftOut()).isEqualTo(55);
    }

    private static void fail(ToyScan scan, String rule, int count) {
        judge(scan, rule, Verdict.FAIL, count);
    }

    private static void judge(ToyScan scan, String rule, Verdict verdict, int count) {
        for (int i = 0; i < count; i++) {
            scan.finding(
                    rule,
                    ToyScan.subject("toy.bucket", new Scope("", "1", "north"), "asset-" + i),
                    verdict,
                    List.of(),
                    List.of(),
                    Text.EMPTY);
        }
    }
}
