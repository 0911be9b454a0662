package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    private static final String RULE = "bucket-not-public";

    @TempDir
    private Path folder;

    @Test
    void anAccountInGoodHealthEndsWith0() {
        assertThat(Cli.run("doctor", "--provider", "toy", "--set", "world=north/a=open", "--rule", RULE))
                .isEqualTo(new Cli(0, """
                        toy
                          credentials  accepted: account 1
                          endpoint     answers
                          clock        not compared, since the provider does not tell the time
                          regions      2, of which north was tried
                          calls        2 tried, all answered

                        No rule would be UNKNOWN for want of what was tried.
                        """, ""));
    }

    @Test
    void aCallThatIsDeniedIsNamedWithItsRulesAndEndsWith3() {
        Cli cli = Cli.run("doctor", "--provider", "toy", "--set", "world=north/a=secret north/b=shut", "--rule", RULE);
        assertThat(cli.code()).isEqualTo(3);
        assertThat(cli.out())
                .contains(
                        "calls        2 tried, 1 not answered\n",
                        "  toy:GetPolicy denied, it needs toy:GetPolicy (not you).\n",
                        "    UNKNOWN would be bucket-not-public.\n",
                        "1 of 1 rules would be UNKNOWN, at least in part");
    }

    @Test
    void credentialsThatEndWhileTheyAreTriedLeaveEveryRuleUnknownAndNothingToGrant() {
        Cli cli = Cli.run("doctor", "--provider", "toy", "--set", "fail=expired", "--rule", RULE);
        assertThat(cli.code()).isEqualTo(3);
        assertThat(cli.out())
                .contains(
                        "credentials  no longer accepted: account 1\n",
                        "  toy:ListBuckets signed out (the key ended).\n",
                        "Not tried, since the credentials are not accepted: toy:GetPolicy.\n",
                        "1 of 1 rules would be UNKNOWN, at least in part.\n")
                .doesNotContain("nephoscope permissions");
    }

    @Test
    void whatHasNoAssetToAskAboutIsNotTried() {
        Cli cli = Cli.run("doctor", "--provider", "toy", "--set", "world=user/ann", "--rule", RULE);
        assertThat(cli.code()).isZero();
        assertThat(cli.out()).contains("Not tried, for want of an asset that gives cause: toy:GetPolicy.");
    }

    @Test
    void withoutRegionsTheRulesOnWhatLiesInOneAreUnknown() {
        Cli cli = Cli.run("doctor", "--provider", "toy", "--set", "fail=regions", "--rule", RULE);
        assertThat(cli.code()).isEqualTo(3);
        assertThat(cli.out())
                .contains(
                        "regions      not known: nothing that lies in a region can be read\n",
                        "  toy:ListRegions denied, it needs toy:ListRegions (not you).\n",
                        "UNKNOWN would be bucket-not-public.");
    }

    @Test
    void anAccountThatCannotBeReachedEndsWith2WhateverTheOthersAreLike() throws Exception {
        assertThat(Cli.run("doctor", "--provider", "toy", "--set", "fail=connect"))
                .isEqualTo(new Cli(2, "", "toy: the toy cloud does not know us; check the credentials.\n"));

        Path organisation = Files.writeString(folder.resolve("organisation.yaml"), """
                name: Group
                accounts:
                  - {provider: toy, name: good, world: north/a=open}
                  - {provider: toy, name: bad, fail: connect}
                """);
        Cli cli = Cli.run("doctor", "--org", organisation.toString(), "--rule", RULE);
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).isEqualTo("bad: the toy cloud does not know us; check the credentials.\n");
        assertThat(cli.out()).contains("good\n", "1 of 2 accounts cannot be reached.");
    }

    @Test
    void aRecordingHasNothingToTry() {
        Cli cli = Cli.run("doctor", "--org", "../samples/organisation.yaml", "--account", "harbour production");
        assertThat(cli.code()).isZero();
        assertThat(cli.out()).isEqualTo("Every account is replayed from a recording: there is nothing to try.\n");
    }
}
