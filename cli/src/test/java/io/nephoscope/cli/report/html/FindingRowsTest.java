package io.nephoscope.cli.report.html;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.report.GroupScan;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.RichScan;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.FailingRule;
import io.nephoscope.cli.report.html.Page.UndecidedCause;
import io.nephoscope.cli.report.html.Page.UndecidedRule;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingRowsTest {
    @Test
    void noBranchIsLeftOutOfALargeOrganisation(@TempDir Path folder) {
        ReportData data = GroupScan.in(folder, 45);
        List<FailingRule> failing =
                FindingRows.of(data, new Lines(new Words(Language.EN))).failing();
        assertThat(failing).hasSize(5).allSatisfy(rule -> {
            Map<String, Long> rowsByBranch =
                    rule.assets().stream().collect(groupingBy(row -> row.asset().branch(), counting()));
            assertThat(rowsByBranch)
                    .hasSize(GroupScan.BRANCHES)
                    .allSatisfy((branch, rows) -> assertThat(rows).isEqualTo(10));
            assertThat(rule.count()).isEqualTo(9_000);
            assertThat(rule.more()).isEqualTo(7_000);
        });
    }

    @Test
    void rowsAndWhatIsLeftOutAddUpToAllFindings(@TempDir Path folder) {
        ReportData data = RichScan.in(folder);
        FindingRows rows = FindingRows.of(data, new Lines(new Words(Language.EN)));
        assertThat(rows.failing())
                .allSatisfy(
                        rule -> assertThat(rule.assets().size() + rule.more()).isEqualTo(rule.count()));
        assertThat(rows.failing().stream().mapToLong(FailingRule::count).sum())
                .isEqualTo(data.tally().verdicts().of(Verdict.FAIL));
        assertThat(rows.undecided())
                .allSatisfy(rule -> assertThat(rule.causes().stream()
                                .mapToLong(UndecidedCause::count)
                                .sum())
                        .isEqualTo(rule.count()));
        assertThat(rows.undecided().stream().mapToLong(UndecidedRule::count).sum())
                .isEqualTo(data.tally().verdicts().of(Verdict.UNKNOWN));
    }
}
