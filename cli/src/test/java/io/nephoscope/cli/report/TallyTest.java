package io.nephoscope.cli.report;

import static io.nephoscope.cli.report.ToyScan.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.RuleException;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TallyTest {
    private static final Cause POLICY = denied("toy:GetPolicy", "toy:ReadPolicy");
    private static final Cause STATUS = denied("toy:GetPolicyStatus", "toy:ReadPolicy");
    private static final Cause LOGGING = denied("toy:GetLogging", "toy:ReadLogging");
    private static final Cause VERSIONS = denied("toy:GetVersions", "toy:ReadVersions");
    private static final Cause BROKEN = new Cause("toy:GetLogging", Status.FAILED, "toy:ReadLogging", Text.EMPTY);

    private final List<Finding> findings = new ArrayList<>();

    private static Cause denied(String call, String permission) {
        return new Cause(call, Status.DENIED, permission, Text.EMPTY);
    }

    private void unknown(String account, Cause... missing) {
        finding(account, Verdict.UNKNOWN, missing);
    }

    private void finding(String account, Verdict verdict, Cause... missing) {
        Finding.Subject asset = subject("toy.bucket", new Scope("", account, "north"), "a" + findings.size());
        findings.add(new Finding(
                "", "a-rule", "", asset, verdict, Severity.HIGH, List.of(), Arrays.asList(missing), Text.EMPTY));
    }

    private Tally tally() {
        return Tally.of(findings::forEach);
    }

    @Test
    void everyBreakdownAddsUpToAllFindings(@TempDir Path folder) {
        Tally tally = RichScan.in(folder).tally();
        for (Verdict verdict : Verdict.values()) {
            long all = tally.verdicts().of(verdict);
            assertThat(Arrays.stream(Severity.values())
                            .mapToLong(it -> tally.of(it).of(verdict))
                            .sum())
                    .isEqualTo(all);
            assertThat(tally.byBranch().values().stream()
                            .mapToLong(it -> it.verdicts().of(verdict))
                            .sum())
                    .isEqualTo(all);
            assertThat(tally.byAccount().values().stream()
                            .mapToLong(it -> it.of(verdict))
                            .sum())
                    .isEqualTo(all);
            assertThat(tally.byRule().values().stream()
                            .mapToLong(it -> it.of(verdict))
                            .sum())
                    .isEqualTo(all);
        }
        assertThat(tally.verdicts().total()).isPositive();
    }

    @Test
    void permissionsAreRankedByTheVerdictsThatWaitForThem() {
        unknown("1", POLICY);
        unknown("2", STATUS);
        unknown("1", POLICY, LOGGING);
        assertThat(tally().grants().ranked())
                .extracting(Grants.Ranked::permission, Grants.Ranked::verdicts, Grants.Ranked::alone)
                .containsExactly(tuple("toy:ReadPolicy", 3L, 2L), tuple("toy:ReadLogging", 1L, 0L));
        assertThat(tally().grants().ranked().get(0).calls()).containsExactly("toy:GetPolicy", "toy:GetPolicyStatus");
        assertThat(tally().grants().ranked().get(0).accounts()).containsExactly("1", "2");
    }

    @Test
    void whatThereIsNoApiForIsToldApart() {
        unknown("1", new Cause("", Status.NO_API, "", Text.quoted("host security")));
        unknown("1", new Cause("", Status.NO_API, "", Text.quoted("the vulnerability scan")));
        assertThat(tally().gaps())
                .extracting(it -> it.gap().what().en())
                .containsExactly("host security", "the vulnerability scan");
    }

    @Test
    void twoCallsForOnePermissionCountOnce() {
        unknown("1", POLICY, STATUS);
        assertThat(tally().grants().ranked())
                .singleElement()
                .satisfies(it -> assertThat(it.verdicts()).isEqualTo(1))
                .satisfies(it -> assertThat(it.alone()).isEqualTo(1));
    }

    @Test
    void noPermissionIsPromisedToMendWhatItDoesNot() {
        unknown("1", BROKEN);
        unknown("1", POLICY, BROKEN);
        assertThat(tally().grants().knowable()).isZero();
        assertThat(tally().grants().ranked())
                .singleElement()
                .satisfies(it -> assertThat(it.permission()).isEqualTo("toy:ReadPolicy"))
                .satisfies(it -> assertThat(it.alone()).isZero());
        assertThat(tally().gaps())
                .extracting(it -> it.gap().what().en(), Tally.RankedGap::verdicts)
                .containsExactly(tuple("toy:GetLogging", 2L), tuple("toy:GetPolicy", 1L));
    }

    @Test
    void permissionsAreRankedByWhatEachMakesKnownAfterThoseBeforeIt() {
        unknown("1", POLICY, LOGGING);
        unknown("1", POLICY, LOGGING);
        unknown("1", LOGGING, VERSIONS);
        unknown("1", VERSIONS);
        unknown("1", POLICY, BROKEN);
        assertThat(tally().grants().ranked())
                .extracting(Grants.Ranked::permission, Grants.Ranked::verdicts, Grants.Ranked::known)
                .containsExactly(
                        tuple("toy:ReadVersions", 2L, 1L),
                        tuple("toy:ReadLogging", 3L, 2L),
                        tuple("toy:ReadPolicy", 3L, 4L));
        assertThat(tally().grants().needed()).isEqualTo(3);
        assertThat(tally().grants().knowable()).isEqualTo(4);
    }

    @Test
    void aPermissionThatMendsNothingByItselfIsNotAmongThoseToGrant() {
        unknown("1", POLICY, BROKEN);
        unknown("1", VERSIONS);
        assertThat(tally().grants().ranked())
                .extracting(Grants.Ranked::permission, Grants.Ranked::known)
                .containsExactly(tuple("toy:ReadVersions", 1L), tuple("toy:ReadPolicy", 1L));
        assertThat(tally().grants().needed()).isEqualTo(1);
    }

    @Test
    void onlyUnknownFindingsWaitForPermissions() {
        finding("1", Verdict.FAIL, POLICY);
        assertThat(tally().grants().ranked()).isEmpty();
        assertThat(tally().gaps()).isEmpty();
    }

    @Test
    void findingsOfARuleThatIsNotInTheReportAreAnError(@TempDir Path folder) {
        ReportData data = Scans.small(folder);
        assertThatThrownBy(() -> ReportData.of(data.manifest(), data.snapshot(), List.of(), data.findings(), "1"))
                .isInstanceOf(RuleException.class)
                .hasMessage("There are findings of rules that did not judge; evaluate the snapshot anew.");
    }
}
