package io.nephoscope.cli.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nephoscope.cli.toy.ToyProvider;
import io.nephoscope.snapshot.Manifest.ManifestBranch;
import io.nephoscope.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InheritanceTest {
    @TempDir
    private Path folder;

    @Test
    void whatANodeSetsHoldsForAllBelowUnlessItIsSetAgain() throws IOException {
        Organisation organisation = read("""
                name: Group
                provider: toy
                regions: [north]
                world: group
                branches:
                  - name: Harbour
                    world: harbour
                    accounts:
                      - {name: a}
                      - {name: b, world: own, regions: [south]}
                  - name: Hills
                    accounts:
                      - {name: c}
                """);

        assertThat(organisation.accounts())
                .extracting(
                        account -> account.target().label(),
                        account -> account.target().setting("world").orElse(""),
                        account -> account.target().regions())
                .containsExactly(
                        tuple("a", "harbour", List.of("north")),
                        tuple("b", "own", List.of("south")),
                        tuple("c", "group", List.of("north")));
    }

    @Test
    void whatStandsBelowAProvidersNameHoldsForItsAccountsAndWinsAtItsNode() throws IOException {
        Organisation organisation = read("""
                name: Group
                world: for all
                toy: {world: for toys, regions: [south]}
                accounts:
                  - {provider: toy, name: a}
                """);

        assertThat(organisation.accounts().get(0).target().settings()).containsEntry("world", "for toys");
        assertThat(organisation.accounts().get(0).target().regions()).containsExactly("south");
    }

    @Test
    void levelOwnerAndKindOfEachNodeAreKnownFromTheHeadDown() throws IOException {
        Organisation organisation = read("""
                name: Group
                owner: security office
                mlps-level: 2
                branches:
                  - name: Harbour
                    branches:
                      - name: Payroll
                        kind: system
                        mlps-level: 3
                        owner: payroll team
                        accounts: [{provider: toy}]
                """);

        assertThat(organisation.branches())
                .containsExactly(
                        new ManifestBranch("Group", "group", 2, "security office"),
                        new ManifestBranch("Group/Harbour", "branch", 2, "security office"),
                        new ManifestBranch("Group/Harbour/Payroll", "system", 3, "payroll team"));
    }

    @Test
    void aLevelThatDoesNotExistIsRefused() {
        assertRefused(
                "name: Group\nmlps-level: 6\n",
                ", line 2, column 13, field mlps-level: a level of the multi-level protection scheme is a number from 1 to"
                        + " 5.");
    }

    @Test
    void aKindThatDoesNotExistIsRefusedWithWhatWasMeant() {
        assertRefused(
                "name: Group\nkind: brunch\n",
                ", line 2, column 7, field kind: there is no kind brunch (did you mean branch?); a branch is a group,"
                        + " branch, system.");
    }

    @Test
    void aSettingThatNoInstalledProviderKnowsIsRefusedAtANodeToo() {
        assertThatThrownBy(() -> read("name: Group\nwrold: x\n"))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining(", line 2, column 1, field wrold: there is no such field (did you mean world?)");
        assertThatThrownBy(() -> read("name: Group\ntoy: {wrold: x}\n"))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining(
                        ", line 2, column 7, field toy.wrold: there is no such field (did you mean world?)");
    }

    @Test
    void aBranchKeepsItsNodesAndAccountsAndNoOthers() throws IOException {
        Organisation organisation = read("""
                name: Group
                branches:
                  - name: Harbour
                    accounts: [{provider: toy, name: a}]
                    branches:
                      - name: Docks
                        accounts: [{provider: toy, name: b}]
                  - name: Harbour East
                    accounts: [{provider: toy, name: c}]
                """);

        Organisation harbour = organisation.within("Group/Harbour");

        assertThat(harbour.branches())
                .extracting(ManifestBranch::path)
                .containsExactly("Group/Harbour", "Group/Harbour/Docks");
        assertThat(harbour.accounts())
                .extracting(account -> account.target().label())
                .containsExactly("a", "b");
    }

    @Test
    void belowWhatIsNoNodeThoseAccountsStayThatMayHaveMembersThere() throws IOException {
        Organisation organisation = read("""
                name: Group
                branches:
                  - name: Harbour
                    accounts:
                      - {provider: toy, name: many, members: docks/ann=1}
                      - {provider: toy, name: one}
                  - name: Hills
                    accounts: [{provider: toy, name: other, members: docks/ann=1}]
                """);

        assertThat(organisation.within("Group/Harbour/docks").accounts())
                .extracting(account -> account.target().label())
                .containsExactly("many");
    }

    @Test
    void aNodesWaiversHoldForAllBelowItAndMayStandInAFile() throws IOException {
        Files.writeString(folder.resolve("accepted.yaml"), """
                waivers:
                  - {rule: b, reason: Accepted., owner: a, until: 2026-12-31}
                """);
        Organisation organisation = read("""
                name: Group
                waivers: accepted.yaml
                branches:
                  - name: Harbour
                    waivers:
                      - {rule: a, asset: {type: toy.bucket}, reason: Toys., owner: b, until: 2026-12-31}
                    accounts: [{provider: toy}]
                """);

        assertThat(organisation.waivers())
                .extracting(waiver -> waiver.rule(), waiver -> waiver.asset().branch())
                .containsExactly(tuple("b", "Group"), tuple("a", "Group/Harbour"));
    }

    private void assertRefused(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(YamlException.class)
                .hasMessage(folder.resolve("organisation.yaml") + message);
    }

    private Organisation read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("organisation.yaml"), yaml);
        return OrganisationFile.read(file, List.of(new ToyProvider()), Map.of());
    }
}
