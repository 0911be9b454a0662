package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nephoscope.cli.report.AccountNames;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ToyScan;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.AccountMap.Account;
import io.nephoscope.cli.report.html.AccountMap.Cell;
import io.nephoscope.cli.report.html.AccountMap.Column;
import io.nephoscope.cli.report.html.AccountMap.Table;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountMapTest {
    private static final Scope NORTH = new Scope("Group", "1001", "north");
    private static final String ASSETS = "#view=assets&provider=toy&account=1001&type=toy.bucket";

    @TempDir
    private Path folder;

    private ToyScan scan;

    @BeforeEach
    void begin() {
        scan = new ToyScan(folder).rule("a-rule", Severity.LOW, "A rule", "规则");
    }

    private void unit(Scope scope, String type, Status outcome, int assets) {
        scan.unit(type.split("\\.", 2)[0], scope, type, new Cause("toy:List", outcome, "", Text.EMPTY), assets);
    }

    private void judge(Verdict verdict, String asset) {
        scan.finding("a-rule", ToyScan.subject("toy.bucket", NORTH, asset), verdict, List.of(), List.of(), Text.EMPTY);
    }

    private List<Table> tables() {
        ReportData data = scan.data();
        return AccountMap.of(data, new Lines(new Words(Language.EN), AccountNames.of(data.snapshot())))
                .tables();
    }

    private Cell onlyCell() {
        return tables().get(0).accounts().get(0).cells().get(0);
    }

    @Test
    void aCellShowsTheWorstOfAllRegionsAndSaysHowManyThereAreOfEach() {
        unit(NORTH, "toy.bucket", Status.VALUE, 7);
        unit(NORTH.in("south"), "toy.bucket", Status.VALUE, 5);
        unit(NORTH.in("east"), "toy.bucket", Status.THROTTLED, 0);
        unit(NORTH.in("west"), "toy.bucket", Status.DENIED, 0);
        unit(NORTH.in("moon"), "toy.bucket", Status.ABSENT, 0);
        assertThat(onlyCell())
                .isEqualTo(new Cell(
                        "denied part",
                        "D",
                        "denied in 1 region, throttled in 1 region, read in 2 regions, empty in 1 region, 12 assets",
                        ASSETS));
    }

    @Test
    void whatWasReadShowsHowMuchThereIsAndLeadsToItsAssets() {
        unit(NORTH.in(Scope.GLOBAL), "toy.bucket", Status.VALUE, 12_345);
        judge(Verdict.PASS, "a");
        assertThat(onlyCell()).isEqualTo(new Cell("read", "12k", "read, 12,345 assets", ASSETS));
    }

    @Test
    void whatNobodyJudgedLeadsToItsAssetsToo() {
        unit(NORTH, "toy.bucket", Status.VALUE, 2);
        assertThat(onlyCell().link()).isEqualTo(ASSETS);
    }

    @Test
    void whatWasReadIsHatchedWhereAVerdictOnItIsUnknown() {
        unit(NORTH, "toy.bucket", Status.VALUE, 3);
        judge(Verdict.PASS, "a");
        judge(Verdict.FAIL, "b");
        judge(Verdict.UNKNOWN, "c");
        assertThat(onlyCell())
                .extracting(Cell::style, Cell::text, Cell::spoken)
                .containsExactly("read open3", "3?", "read in 1 region, 3 assets, UNKNOWN 1 of 3");
    }

    @Test
    void eachProviderHasATableOfItsOwnTypes() {
        unit(NORTH, "toy.bucket", Status.VALUE, 1);
        unit(NORTH, "toy.queue", Status.VALUE, 1);
        unit(new Scope("Group", "g1", "here"), "game.level", Status.VALUE, 1);
        assertThat(tables())
                .extracting(Table::provider, Table::columns)
                .containsExactly(
                        tuple("game", List.of(new Column("level", "game.level"))),
                        tuple("toy", List.of(new Column("bucket", "toy.bucket"), new Column("queue", "toy.queue"))));
    }

    @Test
    void aTypeOfWhichThereIsNothingAnywhereIsNamedBelow() {
        unit(NORTH, "toy.bucket", Status.VALUE, 1);
        unit(NORTH, "toy.queue", Status.ABSENT, 0);
        unit(NORTH, "toy.topic", Status.UNSUPPORTED, 0);
        Table table = tables().get(0);
        assertThat(table.columns()).containsExactly(new Column("bucket", "toy.bucket"));
        assertThat(table.alike()).containsExactly("Everywhere empty: queue.", "Everywhere not enabled: topic.");
    }

    @Test
    void aTypeThatWasRefusedEverywhereIsNeverLeftOut() {
        unit(NORTH, "toy.queue", Status.DENIED, 0);
        Table table = tables().get(0);
        assertThat(table.columns()).containsExactly(new Column("queue", "toy.queue"));
        assertThat(table.accounts().get(0).cells()).extracting(Cell::style).containsExactly("denied");
    }

    @Test
    void anAccountThatWasNotReachedShowsItInAColumnForEveryType() {
        unit(NORTH, "toy.bucket", Status.VALUE, 1);
        scan.unit(
                "toy",
                new Scope("Group", "attic", Scope.GLOBAL),
                Unit.ALL,
                new Cause("toy:WhoAmI", Status.SIGNED_OUT, "", Text.EMPTY),
                0);
        Table table = tables().get(0);
        assertThat(table.columns()).extracting(Column::name).containsExactly("every type", "bucket");
        Account attic = table.accounts().get(1);
        assertThat(attic.cells()).extracting(Cell::text).containsExactly("S", "");
        assertThat(attic.rank()).isZero();
    }

    @Test
    void theAccountWithMostGapsRanksFirst() {
        unit(NORTH, "toy.bucket", Status.VALUE, 1);
        unit(new Scope("Group", "1002", "north"), "toy.bucket", Status.DENIED, 0);
        unit(new Scope("Group", "1003", "north"), "toy.bucket", Status.DENIED, 0);
        unit(new Scope("Group", "1003", "south"), "toy.bucket", Status.DENIED, 0);
        assertThat(tables().get(0).accounts()).extracting(Account::rank).containsExactly(2, 1, 0);
    }

    @Test
    void anAccountStandsUnderTheNameThatTheOrganisationFileGivesIt() {
        unit(NORTH, "toy.bucket", Status.VALUE, 1);
        scan.target("Group", "harbour production", "1001");
        assertThat(tables().get(0).accounts().get(0).place().name()).isEqualTo("harbour production");
    }
}
