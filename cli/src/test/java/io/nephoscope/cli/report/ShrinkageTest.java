package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.report.Shrinkage.Fewer;
import io.nephoscope.cli.report.Shrinkage.Lost;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrinkageTest {
    @TempDir
    private Path folder;

    private ToyScan then;
    private ToyScan now;

    @BeforeEach
    void scans() {
        then = new ToyScan(folder.resolve("then"));
        now = new ToyScan(folder.resolve("now"));
    }

    private static void read(ToyScan scan, String account, String region, String type, int assets) {
        unit(scan, account, region, type, Status.VALUE, assets);
    }

    private static void unit(ToyScan scan, String account, String region, String type, Status outcome, int assets) {
        Cause cause = new Cause("toy:List", outcome, "toy:List", Text.EMPTY);
        scan.unit("toy", new Scope("Group", account, region), type, cause, assets);
    }

    private void readBoth(String account, String region, String type, int before, int after) {
        read(then, account, region, type, before);
        read(now, account, region, type, after);
    }

    private Shrinkage since(int maxDrop) {
        ReportData before = then.data();
        Baseline baseline = Baseline.of(before.snapshot());
        return now.data().since(baseline, maxDrop).shrinkage().orElseThrow();
    }

    private List<String> lost() {
        List<String> lines = new ArrayList<>();
        for (Lost lost : since(20).lost()) {
            lines.add(String.join(
                    " ",
                    lost.account().id(),
                    lost.region(),
                    lost.type(),
                    lost.now().toString(),
                    String.valueOf(lost.assets())));
        }
        return lines;
    }

    @Test
    void whatWasReadBothTimesIsNotLost() {
        readBoth("1", "north", "toy.bucket", 5, 5);
        readBoth("1", "north", "toy.crate", 0, 0);
        read(now, "2", "north", "toy.bucket", 3);
        assertThat(since(20).isShrunk()).isFalse();
    }

    @Test
    void anAccountThatIsNotThereAnyMoreIsNamedOnce() {
        readBoth("1", "north", "toy.bucket", 5, 5);
        read(then, "2", "north", "toy.bucket", 4);
        read(then, "2", "south", "toy.crate", 3);
        assertThat(lost()).containsExactly("2 * * [SKIPPED] 7");
    }

    /** A role that was taken away: the account cannot be reached, and has no id then. */
    @Test
    void anAccountThatCannotBeReachedAnyMoreIsNamedWithThat() {
        readBoth("1", "north", "toy.bucket", 5, 5);
        read(then, "2", "north", "toy.bucket", 4);
        unit(now, "harbour", Unit.ALL, Unit.ALL, Status.FAILED, 0);
        assertThat(lost()).containsExactly("2 * * [FAILED] 4");
    }

    @Test
    void aRegionThatIsLostIsNamedOnce() {
        readBoth("1", "north", "toy.bucket", 5, 5);
        read(then, "1", "south", "toy.bucket", 4);
        read(then, "1", "south", "toy.crate", 1);
        unit(now, "1", "south", "toy.bucket", Status.DENIED, 0);
        unit(now, "1", "south", "toy.crate", Status.THROTTLED, 0);
        assertThat(lost()).containsExactly("1 south * [DENIED, THROTTLED] 5");
    }

    @Test
    void aTypeThatIsLostEverywhereIsNamedOnce() {
        readBoth("1", "north", "toy.bucket", 5, 5);
        readBoth("1", "south", "toy.bucket", 5, 5);
        read(then, "1", "north", "toy.crate", 2);
        read(then, "1", "south", "toy.crate", 2);
        unit(now, "1", Unit.ALL, "toy.crate", Status.DENIED, 0);
        assertThat(lost()).containsExactly("1 * toy.crate [DENIED] 4");
    }

    @Test
    void oneListingThatIsLostIsNamedWithItsPlace() {
        readBoth("1", "north", "toy.bucket", 5, 5);
        readBoth("1", "south", "toy.bucket", 5, 5);
        readBoth("1", "north", "toy.crate", 2, 2);
        read(then, "1", "south", "toy.crate", 2);
        unit(now, "1", "south", "toy.crate", Status.UNSUPPORTED, 0);
        assertThat(lost()).containsExactly("1 south toy.crate [NOT_ENABLED] 2");
    }

    @Test
    void whatCouldNotBeReadThenIsNoLoss() {
        readBoth("1", "north", "toy.bucket", 5, 5);
        unit(then, "1", "south", "toy.bucket", Status.DENIED, 0);
        unit(now, "1", "south", "toy.bucket", Status.DENIED, 0);
        assertThat(since(20).isShrunk()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 80,  20, false",
        "100, 79,  20, true",
        "100, 79,  50, false",
        "5,   3,   20, false",
        "5,   2,   20, true",
        "1,   0,   20, true",
        "1,   0,  100, false",
        "0,   0,    0, false",
        "3,   9,    0, false",
        "100, 97,   0, true",
        "100, 98,   0, false"
    })
    void aTypeOfWhichTooManyAssetsAreGoneIsNamed(int before, int after, int maxDrop, boolean isTooFew) {
        readBoth("1", "north", "toy.bucket", before, after);
        assertThat(since(maxDrop).fewer())
                .isEqualTo(
                        isTooFew
                                ? List.of(new Fewer(new SeenAccount("toy", "Group", "1"), "toy.bucket", before, after))
                                : List.of());
    }

    @Test
    void assetsThatMoveToAnotherRegionAreNotGone() {
        readBoth("1", "north", "toy.bucket", 9, 0);
        readBoth("1", "south", "toy.bucket", 0, 9);
        assertThat(since(20).isShrunk()).isFalse();
    }

    @Test
    void whatIsLostAsAWholeDoesNotCountAgainAsFewer() {
        readBoth("1", "north", "toy.bucket", 5, 5);
        read(then, "1", "south", "toy.bucket", 50);
        assertThat(since(20))
                .satisfies(it -> assertThat(it.fewer()).isEmpty())
                .satisfies(it -> assertThat(it.lost()).hasSize(1));
    }
}
