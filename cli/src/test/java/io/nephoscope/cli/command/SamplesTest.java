package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void theRuleHoldsItsExamples() {
        assertThat(Cli.run("rules", "test", "../samples/rules"))
                .isEqualTo(new Cli(0, "1 rules, 4 examples: all as they should be.\n", ""));
    }

    @Test
    void everyRowOfTheAssetsIsRead() {
        Cli cli = Cli.run("inventory", "--provider", "files", "--set", "path=../samples/hills-assets.csv");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        assertThat(cli.out()).hasLineCount(13).contains("人事系统");
    }

    @Test
    void theBranchWithoutACloudIsScanned() {
        Cli cli = Cli.run(
                "scan",
                "--org",
                "../samples/organisation.yaml",
                "--account",
                "hills cellar",
                "--rules-dir",
                "../samples/rules",
                "--rule",
                "vm-exposure-approved",
                "-o",
                "csv=-",
                "--quiet");
        assertThat(cli.out()).contains("\"FAIL\"", "\"UNKNOWN\"", "\"PASS\"", "hv-0103");
    }
}
