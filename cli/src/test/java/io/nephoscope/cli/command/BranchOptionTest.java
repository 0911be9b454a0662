package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchOptionTest {
    @TempDir
    private Path folder;

    private String organisation = "";

    @BeforeEach
    void writeTheOrganisation() throws IOException {
        organisation =
                Files.writeString(folder.resolve("organisation.yaml"), """
                        name: Group
                        provider: toy
                        branches:
                          - name: Harbour
                            accounts:
                              - {name: harbour, account: '11', world: north/quay=open user/ann}
                          - name: Hills
                            accounts:
                              - {name: hills, account: '22', world: north/hut=shut user/bob}
                              - {name: lost, account: '33', fail: connect}
                          - name: Inland
                            accounts:
                              - {name: many, members: farms/one=44 farms/two=55 mills/three=66}
                        """).toString();
    }

    @Test
    void aBranchLimitsWhatIsListed() {
        Cli run = Cli.run("inventory", "--org", organisation, "--branch", "/Harbour");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("quay", "ann").doesNotContain("hut", "bob", "22");
        assertThat(run.err()).doesNotContain("lost", "hills");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "inventory", "plan", "doctor"})
    void aBranchThatDoesNotExistIsToldWithWhatWasMeant(String command) {
        Cli run = Cli.run(command, "--org", organisation, "--branch", "/Group/Harbuor");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("There is no branch /Group/Harbuor (did you mean /Group/Harbour?)");
    }

    @Test
    void oneAccountsFailureLeavesTheOthersWhatTheyAre() {
        Cli run = Cli.run("inventory", "--org", organisation);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("quay", "hut", "44", "55", "66");
        assertThat(run.err()).contains("lost: the toy cloud does not know us; check the credentials.");
    }

    @Test
    void theAccountsForWhichOneStandsAreReadEachAsItsOwn() {
        Cli run = Cli.run("inventory", "--org", organisation, "--branch", "Inland/farms");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("44", "55").doesNotContain("66", "11");
    }

    @Test
    void aBranchThatTurnsOutToHaveNoAccountIsSaid() {
        Cli run = Cli.run("inventory", "--org", organisation, "--branch", "Inland/fields");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("There is no account in /Group/Inland/fields; check the branch's name.");
    }

    @Test
    void membersThatCannotBeListedAreAGapOfTheBranchThatWasAskedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("members.yaml"), """
                        name: Group
                        accounts:
                          - {provider: toy, name: many, fail: members, members: farms/one=44}
                          - {provider: toy, name: other, account: '77', world: user/eve}
                        """);

        Cli run = Cli.run("inventory", "--org", file.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("eve");
        assertThat(run.err()).contains("many: the members cannot be listed; ask for toy:ListMembers.");
    }

    @Test
    void aTargetThatStandsForNoAccountIsAGapAndNotSilent() throws IOException {
        Path file = Files.writeString(folder.resolve("members.yaml"), """
                        name: Group
                        accounts:
                          - {provider: toy, name: many, members: none}
                          - {provider: toy, name: other, account: '77', world: user/eve}
                        """);

        Cli run = Cli.run("inventory", "--org", file.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("eve");
        assertThat(run.err()).contains("many: no account is to be seen there; check the credentials.");
    }

    @Test
    void credentialsThatARefusalRepeatsAreWrittenNowhere() throws IOException {
        Path file = Files.writeString(folder.resolve("credentials.yaml"), """
                        name: Group
                        provider: toy
                        accounts:
                          - {name: refused, credentials: {environment: REFUSED}}
                          - {name: other, account: '77', world: user/eve, credentials: {environment: OTHER}}
                        """);
        Map<String, String> environment = Map.of(
                "REFUSED_ACCESS_KEY", "canary-key-of-ours",
                "REFUSED_SECRET_KEY", "wrong-canary-secret",
                "OTHER_ACCESS_KEY", "canary-key-of-others",
                "OTHER_SECRET_KEY", "canary-secret-of-others");

        Cli run = Cli.run(
                environment,
                "scan",
                "--org",
                file.toString(),
                "--rule",
                "vm-has-no-public-address",
                "--verbose",
                "--snapshot",
                folder.resolve("snapshot").toString(),
                "-ojson=" + folder.resolve("report.json"));

        assertThat(run.err())
                .contains("refused: not with [redacted] and [redacted]")
                .doesNotContain("canary");
        assertThat(run.out()).doesNotContain("canary");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path written : files.filter(Files::isRegularFile).toList()) {
                assertThat(written).content().doesNotContain("canary");
            }
        }
    }

    @Test
    void aBranchGoesWithAnOrganisation() {
        assertThat(Cli.run("inventory", "--provider", "toy", "--branch", "/Harbour"))
                .isEqualTo(new Cli(2, "", "A branch is a part of an organisation; give --branch with --org.\n"));
    }
}
