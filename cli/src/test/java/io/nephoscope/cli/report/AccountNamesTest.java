package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Doc;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountNamesTest {
    private static final SeenAccount ACCOUNT = new SeenAccount("toy", "Group", "1001");
    private static final AssetType TYPE = AssetType.named("toy.account", "Toy account", Kinds.ACCOUNT)
            .oncePerAccount()
            .list(new Listing(
                    Schema.struct("toy.account.listed", "Id", Schema.Scalar.STRING),
                    List.of(ToyScan.LIST),
                    (site, each) -> Outcome.value(0)))
            .nativeId("Id")
            .neverTagged()
            .build();

    @TempDir
    private Path folder;

    private ToyScan read(String id, String name) {
        return new ToyScan(folder)
                .asset(TYPE, new Scope("Group", "1001", Scope.GLOBAL), Doc.of("Id", id), name, Doc.of());
    }

    private static String name(ToyScan scan) {
        return AccountNames.of(scan.data().snapshot()).of(ACCOUNT);
    }

    @Test
    void anAccountHasTheNameThatItsCloudGivesIt() {
        assertThat(name(read("/toys/1001", "Harbour Production"))).isEqualTo("Harbour Production");
    }

    @Test
    void whatTheOrganisationFileCallsItGoesFirst() {
        assertThat(name(read("1001", "Harbour Production").target("Group", "harbour", "1001")))
                .isEqualTo("harbour");
    }

    @Test
    void anIdIsNoName() {
        assertThat(name(read("1001", "1001"))).isEmpty();
    }

    @Test
    void anotherAccountThatIsAnAssetOfThisOneLendsItNoName() {
        assertThat(name(read("2002", "Someone Else"))).isEmpty();
    }

    @Test
    void aNameThatStandsForSeveralAccountsIsThatOfNone() {
        assertThat(name(new ToyScan(folder).target("Group", "everything", "1001", "2002")))
                .isEmpty();
    }
}
