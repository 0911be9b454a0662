package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.report.AccountNames;
import io.nephoscope.cli.report.Branch;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.RichScan;
import io.nephoscope.cli.report.ToyScan;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchMapTest {
    @TempDir
    private Path folder;

    private static BranchMap map(ReportData data) {
        return BranchMap.of(data.branches(), new Lines(new Words(Language.EN), AccountNames.of(data.snapshot())));
    }

    private static BranchMap.Row row(BranchMap map, String name) {
        return map.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRowIsABranchWithAllBelowItAndTheLastColumnIsAllSeverities() {
        ReportData data = RichScan.in(folder);
        List<Branch> branches = data.branches();
        List<BranchMap.Row> rows = map(data).rows();
        assertThat(rows).hasSameSizeAs(branches);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).cells()).hasSize(Severity.values().length + 1);
            BranchMap.Cell all = rows.get(i).cells().get(Severity.values().length);
            assertThat(all.fails())
                    .isEqualTo("" + branches.get(i).tally().verdicts().of(Verdict.FAIL));
            assertThat(all.judged())
                    .isEqualTo("" + branches.get(i).tally().verdicts().judged());
        }
    }

    @Test
    void aCellSaysHowManyFailOfHowManyAndLeadsToThem() {
        BranchMap.Cell critical =
                row(map(RichScan.in(folder)), "Shipping").cells().get(0);
        assertThat(critical.text()).isEqualTo("2/7 ?3");
        assertThat(critical.spoken()).isEqualTo("Shipping, critical: 2 FAIL and 3 UNKNOWN of 7");
        assertThat(critical.link())
                .isEqualTo("#branch=Lakeside%20Group%2FHarbour%2FShipping&severity=critical&v=FAIL,UNKNOWN");
        assertThat(critical.style()).isEqualTo("fails6 open3");
    }

    @Test
    void whereNothingWasJudgedThereIsNoColourAndNoLink() {
        ToyScan scan = new ToyScan(folder).rule("a-rule", Severity.LOW, "A rule", "规则");
        scan.finding(
                "a-rule",
                ToyScan.subject("toy.bucket", new Scope("Group", "1", "north"), "a"),
                Verdict.PASS,
                List.of(),
                List.of(),
                Text.EMPTY);
        List<BranchMap.Cell> cells = map(scan.data()).rows().get(0).cells();
        assertThat(cells.get(0).style()).isEqualTo("none");
        assertThat(cells.get(0).link()).isEmpty();
        assertThat(cells.get(3).text()).isEqualTo("0/1");
        assertThat(cells.get(3).link()).isEqualTo("#branch=Group&severity=low&v=PASS");
    }

    @Test
    void theWorstIsWhereTheLargestShareOfTheWorstSeverityFails() {
        ToyScan scan = new ToyScan(folder)
                .rule("worst", Severity.CRITICAL, "Worst", "最")
                .rule("bad", Severity.HIGH, "Bad", "坏");
        judge(scan, "Group/Calm", "worst", 2, 40);
        judge(scan, "Group/Wild", "worst", 1, 1);
        judge(scan, "Group/Loud", "bad", 30, 0);
        BranchMap map = map(scan.data());
        assertThat(map.rows()).extracting(BranchMap.Row::name).containsExactly("Group", "Calm", "Loud", "Wild");
        assertThat(map.rows().stream()
                        .sorted(Comparator.comparingInt(BranchMap.Row::rank))
                        .map(BranchMap.Row::name))
                .containsExactly("Wild", "Group", "Calm", "Loud");
    }

    private static void judge(ToyScan scan, String branch, String rule, int fails, int passes) {
        for (int i = 0; i < fails + passes; i++) {
            scan.finding(
                    rule,
                    ToyScan.subject("toy.bucket", new Scope(branch, branch, "north"), "a" + i),
                    i < fails ? Verdict.FAIL : Verdict.PASS,
                    List.of(),
                    List.of(),
                    Text.EMPTY);
        }
    }
}
