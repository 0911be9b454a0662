package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingRowsTest {
    private static final Scope HARBOUR = new Scope("Lakeside/Harbour", "1001", "north");
    private static final Scope HILLS = new Scope("Lakeside/Hills", "2002", "north");
    private static final AssetType DISK = AssetType.named("toy.disk", "Toy disk", Kinds.DISK)
            .list(new Listing(
                    Schema.struct("toy.disk.listed", "Name", Schema.Scalar.STRING, "Owner", Schema.Scalar.STRING),
                    List.of(ToyScan.LIST),
                    (site, each) -> Outcome.value(0)))
            .nativeId("Name")
            .facet("owner", "Owner")
            .neverTagged()
            .build();

    @TempDir
    private Path folder;

    private ToyScan scan = new ToyScan(Path.of(""));

    @BeforeEach
    void twoBranches() {
        scan = new ToyScan(folder)
                .branch("Lakeside", "group", 2, "")
                .branch("Lakeside/Harbour", "branch", 2, "harbour office")
                .branch("Lakeside/Hills", "branch", 2, "")
                .rule("disk-encrypted", Severity.HIGH, "Encrypted", "已加密");
    }

    private void disk(Scope scope, String name, Object owner) {
        scan.asset(DISK, scope, Doc.of("Name", name, "Owner", owner), name, Doc.of());
        judged(scope, name);
    }

    private void judged(Scope scope, String name) {
        Subject disk = ToyScan.subject("toy.disk", scope, name);
        scan.finding("disk-encrypted", disk, Verdict.PASS, List.of(), List.of(), Text.EMPTY);
    }

    private List<JudgedAsset> assets() {
        List<JudgedAsset> assets = new ArrayList<>();
        FindingRows.of(scan.data()).forEach(row -> assets.add(row.asset()));
        return assets;
    }

    @Test
    void anAssetBelongsToItsOwnOwnerAndElseToThatOfItsBranch() {
        Unknown denied = Unknown.because(ToyScan.POLICY_DENIED);
        disk(HARBOUR, "a-owned", "payroll");
        disk(HARBOUR, "b-nobodys", Absent.ABSENT);
        disk(HARBOUR, "c-unread", denied);
        disk(HILLS, "d-nobodys", Absent.ABSENT);
        assertThat(assets())
                .extracting(JudgedAsset::owner)
                .containsExactly("payroll", "harbour office", denied, Absent.ABSENT);
    }

    @Test
    void anAccountGoesByTheNameThatTheOrganisationFileGivesIt() {
        scan.target("Lakeside/Harbour", "harbour production", "1001").target("Lakeside/Hills", "hills", "2002", "3003");
        disk(HARBOUR, "a", "x");
        disk(HILLS, "b", "x");
        assertThat(assets()).extracting(JudgedAsset::accountName).containsExactly("harbour production", "");
    }

    @Test
    void whatCouldNotBeListedIsARowOfItsKindWithNothingReadOfIt() {
        disk(HARBOUR, "a", "x");
        judged(HILLS, Subject.UNLISTED);
        assertThat(assets())
                .extracting(JudgedAsset::kind, it -> it.read().isPresent())
                .containsExactly(
                        tuple(DISK.kind().name(), true), tuple(DISK.kind().name(), false));
    }
}
