package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchTreeTest {
    private static final Cause LISTED = new Cause("toy:ListBuckets", Status.VALUE, "toy:ListBuckets", Text.EMPTY);
    private static final Cause UNREACHED = new Cause("", Status.FAILED, "", Text.quoted("no way in"));
    private static final Cause CLOSED = new Cause("", Status.UNSUPPORTED, "", Text.quoted("the account is closed"));

    private static final AssetType BUCKET = ToyScan.bucket("toy.bucket");

    @TempDir
    private Path folder;

    @Test
    void aNodeCountsAllThatLiesBelowIt() {
        List<Branch> branches = scan().data().branches();

        assertThat(branches)
                .extracting(
                        Branch::path,
                        Branch::depth,
                        Branch::accounts,
                        Branch::reached,
                        Branch::lost,
                        Branch::allAssets,
                        branch -> branch.tally().verdicts().of(Verdict.FAIL) + " of "
                                + branch.tally().verdicts().judged() + ", "
                                + branch.tally().verdicts().of(Verdict.UNKNOWN) + " unknown")
                .containsExactly(
                        tuple("Group", 0, 4L, 2L, 1L, 3L, "2 of 4, 1 unknown"),
                        tuple("Group/A", 1, 3L, 2L, 1L, 3L, "2 of 4, 1 unknown"),
                        tuple("Group/A/inner", 2, 1L, 1L, 0L, 1L, "1 of 1, 0 unknown"),
                        tuple("Group/A B", 1, 1L, 0L, 0L, 0L, "0 of 0, 0 unknown"),
                        tuple("Group/empty", 1, 0L, 0L, 0L, 0L, "0 of 0, 0 unknown"));
    }

    @Test
    void theWorstRulesAreTheGravestAndThenTheMostFrequent() {
        Branch head = scan().data().branches().get(0);

        assertThat(head.worst())
                .extracting(
                        it -> it.rule().id(),
                        it -> it.counts().of(Verdict.FAIL),
                        it -> it.counts().judged())
                .containsExactly(tuple("grave", 1L, 2L), tuple("slight", 1L, 2L));
    }

    @Test
    void whatACloudAddsToTheTreeTakesOverLevelAndOwner() {
        List<Branch> branches = scan().data().branches();

        assertThat(branches)
                .extracting(
                        it -> it.declared().path(),
                        it -> it.declared().mlpsLevel(),
                        it -> it.declared().owner())
                .contains(tuple("Group/A/inner", 3, "team a"), tuple("Group/empty", 2, "office"));
    }

    @Test
    void withoutAnOrganisationThereIsOneNodeWithoutAName() {
        ToyScan scan = new ToyScan(folder).target("toy", "", "toy", List.of(), "");
        scan.unit("toy", new Scope("", "1", "north"), "toy.bucket", LISTED, 0);

        assertThat(scan.data().branches())
                .extracting(Branch::path, Branch::accounts)
                .containsExactly(tuple("", 1L));
    }

    private ToyScan scan() {
        ToyScan scan = new ToyScan(folder)
                .organisation("Group")
                .branch("Group", "group", 2, "office")
                .branch("Group/A", "branch", 3, "team a")
                .branch("Group/A B", "branch", 2, "office")
                .branch("Group/empty", "branch", 2, "office")
                .rule("grave", Severity.CRITICAL, "Grave", "严重")
                .rule("slight", Severity.LOW, "Slight", "轻微");
        account(scan, "Group/A", "1", 2);
        account(scan, "Group/A/inner", "2", 1);
        scan.unit("toy", new Scope("Group/A", "lost one", Unit.ALL), Unit.ALL, UNREACHED, 0);
        scan.unit("toy", new Scope("Group/A B", "closed one", Unit.ALL), Unit.ALL, CLOSED, 0);
        Scope home = new Scope("Group/A", "1", "north");
        find(scan, "grave", home, "b0", Verdict.FAIL);
        find(scan, "grave", home, "b1", Verdict.UNKNOWN);
        find(scan, "slight", home, "b0", Verdict.PASS);
        find(scan, "slight", home, "b1", Verdict.NOT_APPLICABLE);
        find(scan, "slight", new Scope("Group/A/inner", "2", "north"), "b0", Verdict.FAIL);
        return scan;
    }

    private static void account(ToyScan scan, String branch, String account, int buckets) {
        Scope scope = new Scope(branch, account, "north");
        scan.unit("toy", scope, "toy.bucket", LISTED, buckets);
        for (int i = 0; i < buckets; i++) {
            scan.asset(BUCKET, scope, Doc.of("Name", "b" + i, "Public", true), Map.of());
        }
    }

    private static void find(ToyScan scan, String rule, Scope scope, String id, Verdict verdict) {
        List<Cause> missing = verdict == Verdict.UNKNOWN ? List.of(UNREACHED) : List.of();
        scan.finding(rule, ToyScan.subject("toy.bucket", scope, id), verdict, List.of(), missing, Text.EMPTY);
    }
}
