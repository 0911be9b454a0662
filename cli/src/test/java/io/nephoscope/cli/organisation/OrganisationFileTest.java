package io.nephoscope.cli.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nephoscope.cli.toy.ToyProvider;
import io.nephoscope.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationFileTest {
    @TempDir
    private Path folder;

    @Test
    void everyAccountOfEveryBranchBecomesATarget() throws IOException {
        Organisation organisation = read("""
                name: Lakeside Group
                accounts:
                  - provider: toy
                    world: head
                branches:
                  - name: Harbour
                    branches:
                      - name: Docks
                        accounts:
                          - provider: toy
                            name: docks production
                            regions: [north, south]
                            world: docks
                            fail: no
                  - name: Hills
                    accounts:
                      - provider: toy
                        snapshot: recorded/hills
                """);

        assertThat(organisation.name()).isEqualTo("Lakeside Group");
        assertThat(organisation.accounts())
                .extracting(
                        account -> account.target().branch(),
                        account -> account.target().label(),
                        account -> account.target().regions(),
                        account -> account.target().settings(),
                        Account::recording)
                .containsExactly(
                        tuple(
                                "Lakeside Group",
                                "toy in Lakeside Group",
                                List.of(),
                                Map.of("world", "head"),
                                Optional.empty()),
                        tuple(
                                "Lakeside Group/Harbour/Docks",
                                "docks production",
                                List.of("north", "south"),
                                Map.of("world", "docks", "fail", "no"),
                                Optional.empty()),
                        tuple(
                                "Lakeside Group/Hills",
                                "toy in Lakeside Group/Hills",
                                List.of(),
                                Map.of(),
                                Optional.of(folder.resolve("recorded/hills"))));
    }

    @Test
    void anUnknownKeyIsRefusedWithWhatWasMeant() {
        assertRefused(
                """
                name: Group
                acounts: []
                """,
                ", line 2, column 1, field acounts: there is no such field (did you mean accounts?); known here:"
                        + " account, accounts, branches, credentials, fail, kind, members, mlps-level, name, owner,"
                        + " provider, regions, toy, waivers, world.");
    }

    @Test
    void anUnknownSettingIsRefusedWithTheProvidersOwn() {
        assertRefused(
                """
                name: Group
                accounts:
                  - provider: toy
                    wrold: a
                """,
                ", line 4, column 5, field accounts[0].wrold: there is no such field (did you mean world?); known"
                        + " here: account, credentials, fail, members, name, provider, regions, snapshot, world.");
    }

    @Test
    void anUnknownProviderIsRefusedWithThoseInstalled() {
        assertRefused(
                """
                name: Group
                accounts:
                  - provider: toi
                """,
                ", line 3, column 15, field accounts[0].provider: there is no provider toi (did you mean toy?);"
                        + " installed: rest, toy.");
    }

    @Test
    void whatTheFileSaysDoesNotBreakTheSentenceInWhichItIsRefused() {
        assertRefused(
                """
                name: Group
                accounts:
                  - provider: "to\\a\\ni"
                """,
                ", line 3, column 15, field accounts[0].provider: there is no provider to? i; installed: rest, toy.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\x\"", "\"\\xé1\"", "\"\\u00\"", "\"\\U00110000\""})
    void anEscapeThatIsNoneIsNotYaml(String name) {
        assertThatThrownBy(() -> read("name: " + name))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("not YAML (");
    }

    @Test
    void anAccountWithoutAProviderIsRefused() {
        assertRefused("""
                name: Group
                accounts:
                  - world: a
                """, ", line 3, column 5, field accounts[0]: the field provider is missing; add it.");
    }

    @Test
    void aSettingThatIsAListIsRefused() {
        assertRefused("""
                name: Group
                accounts:
                  - provider: toy
                    world: [a, b]
                """, ", line 4, column 12, field accounts[0].world: here should be a single text.");
    }

    @Test
    void anEmptyListOfRegionsIsRefusedSinceItCouldMeanNoneOrAll() {
        assertRefused(
                """
                name: Group
                accounts:
                  - provider: toy
                    regions: []
                """,
                ", line 3, column 5, field accounts[0]: the list of regions is empty; name some, or leave regions out"
                        + " to look at all.");
    }

    @Test
    void twoBranchesOfOneNameAreRefused() {
        assertRefused(
                """
                name: Group
                branches:
                  - {name: Hills}
                  - {name: Hills}
                """, ", line 4, column 5, field branches[1]: a branch before this one is named Hills too; rename one.");
    }

    @Test
    void twoAccountsOfOneNameAreRefusedSinceMessagesCouldNotTellThemApart() {
        assertRefused(
                """
                name: Group
                accounts:
                  - {provider: toy, name: production}
                branches:
                  - name: Hills
                    accounts:
                      - {provider: toy, name: production}
                """,
                ", line 7, column 9, field branches[0].accounts[0]: an account before this one is named production too;"
                        + " give it another name.");
    }

    @Test
    void aNameWithASlashIsRefusedSinceItWouldReadAsTwoBranches() {
        assertRefused(
                "name: Group/Hills\n",
                ", line 1, column 7, field name: a branch's name is neither empty nor has a slash; change it.");
    }

    @Test
    void anOrganisationWithoutAccountsIsRefused() {
        assertRefused("name: Group\n", ", line 1, column 1: there are no accounts; add one below accounts.");
    }

    @Test
    void aTreeThatHoldsItselfIsRefused() {
        assertThatThrownBy(() -> read("name: Group\nbranches: &all [{name: Hills, branches: *all}]\n"))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("branches lie deeper than 32 levels here");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Path file = folder.resolve("none.yaml");
        assertThatThrownBy(() -> OrganisationFile.read(file, List.of(), Map.of()))
                .isInstanceOf(YamlException.class)
                .hasMessage("There is no file " + file + "; check its name.");
    }

    @Test
    void regionsThatAreAskedForNarrowAnAccountsOwn() throws IOException {
        Organisation organisation = read("""
                name: Group
                accounts:
                  - {provider: toy, name: everywhere}
                  - {provider: toy, name: both, regions: [north, south]}
                  - {provider: toy, name: elsewhere, regions: [south]}
                """);

        assertThat(organisation.in(List.of("north", "west")).accounts())
                .extracting(account ->
                        account.target().label() + " " + account.target().regions())
                .containsExactly("everywhere [north, west]", "both [north]");
        assertThat(organisation.in(List.of())).isEqualTo(organisation);
        assertThat(organisation.in(List.of("nowhere")).regions())
                .as("that accounts were left out, for which relations then stay open")
                .containsExactly("nowhere");
        assertThat(organisation.regions()).isEmpty();
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
