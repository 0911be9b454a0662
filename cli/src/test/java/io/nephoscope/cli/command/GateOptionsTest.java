package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateOptionsTest {
    @TempDir
    private Path folder;

    private static Cli scan(String world, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "scan",
                "--provider=toy",
                "--set=world=" + world,
                "--rules-dir=src/test/resources/rules",
                "--rule=toy-bucket-closed",
                "--rule=toy-user-short-name",
                "--quiet"));
        words.addAll(List.of(more));
        return Cli.run(words.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            north/a=open north/b=open | --fail-on=high | 1 | exit 1: 2 high FAIL, --fail-on high
            north/a=open user/anna | --fail-on=low | 1 | exit 1: 1 high, 1 low FAIL, --fail-on low
            north/a=open user/anna | --fail-on=critical | 0 | ''
            north/a=shut | --fail-on=low | 0 | ''
            north/a=secret | --fail-on=low --allow-incomplete | 0 | ''
            north/a=secret | --fail-on-unknown=critical --allow-incomplete | 0 | ''
            north/a=secret | --fail-on-unknown=high --allow-incomplete | 1 | exit 1: 1 high UNKNOWN, --fail-on-unknown high
            north/a=secret | --fail-on-unknown=low --fail-on=low | 1 | exit 1: 1 high UNKNOWN, --fail-on-unknown low
            north/a=secret north/b=open | --fail-on-unknown=low --fail-on=low | 1 | exit 1: 1 high FAIL, --fail-on low; 1 high UNKNOWN, --fail-on-unknown low
            north/a=open | --fail-on-unknown=low | 0 | ''
            north/a=open | --fail-on=high --lang=zh | 1 | 退出码 1：高危 1 项不合规，依据 --fail-on high
            north/a=secret | --fail-on-unknown=high --lang=zh | 1 | 退出码 1：高危 1 项未知，依据 --fail-on-unknown high
            """)
    void aGateSaysWhyHoweverQuietTheCommandIs(String world, String options, int code, String why) {
        assertThat(scan(world, options.split(" "))).isEqualTo(new Cli(code, "", why.isEmpty() ? "" : why + "\n"));
    }

    @Test
    void aFailureThatIsWaivedIsNoReason() throws IOException {
        Path waivers = Files.writeString(
                folder.resolve("waivers.yaml"),
                "waivers: [{rule: toy-bucket-closed, asset: {name: a}, reason: It airs., owner: Anna, until: %s}]"
                        .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(30)));

        assertThat(scan("north/a=open north/b=open", "--waivers=" + waivers, "--fail-on=low")
                        .err())
                .isEqualTo("exit 1: 1 high FAIL, --fail-on low\n");
        assertThat(scan("north/a=open", "--waivers=" + waivers, "--fail-on=low").code())
                .isZero();
    }

    @Test
    void whereNothingIsStoppedTheSummarySaysByWhichGatesAndWhereTheReportsAre() {
        String json = folder.resolve("report.json").toString();
        Cli cli = Cli.run(
                "scan",
                "--provider=toy",
                "--set=world=north/a=open user/ann",
                "--rules-dir=src/test/resources/rules",
                "--rule=toy-bucket-closed",
                "--rule=toy-user-short-name",
                "--exclude-rule=toy-bucket-closed",
                "--fail-on=low",
                "-ojson=" + json);
        assertThat(cli.code()).isZero();
        assertThat(cli.out().replace("\n", "")).endsWith("Nothing stops at --fail-on low.Written: " + json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            north/a=open user/anna | --exclude-rule=toy-bucket-closed --fail-on=low | exit 1: 1 low FAIL, --fail-on low
            north/a=open user/anna | --severity=high --fail-on=low | exit 1: 1 high FAIL, --fail-on low
            north/a=open | --severity=critical | No rule is left to judge by; name others with --rule, --exclude-rule or --severity.
            north/a=open | --exclude-rule=toy-bucket-close | There is no rule toy-bucket-close
            """)
    void rulesThatAreLeftOutStopNothing(String world, String options, String why) {
        assertThat(scan(world, options.split(" ")).err()).startsWith(why);
    }

    @Test
    void aGapIsAReason() {
        assertThat(scan("north/a=secret").err())
                .isEqualTo(
                        "exit 3: 1 call was refused or failed. 1 asset lacks a field that was asked for. 1 verdict is"
                                + " UNKNOWN. --allow-incomplete ends with 0.\n");
    }

    @Test
    void whatWasSeenBeforeAndIsNotSeenNowIsAReason() {
        String baseline = folder.resolve("baseline").toString();
        scan("north/a=shut north/b=shut north/c=shut north/d=shut", "--snapshot=" + baseline);

        Cli cli = scan("user/ann", "--baseline=" + baseline, "--max-drop=30");

        assertThat(cli.code()).isEqualTo(3);
        assertThat(cli.err())
                .startsWith("exit 3: There are far fewer assets of 1 type than in the scan of ")
                .endsWith(" By --max-drop 30; --allow-shrink ends with 0.\n");
    }

    @Test
    void otherCommandsThatEndWith3SayWhyWhereTheyAreToBeQuiet() throws IOException {
        assertThat(Cli.run(
                        "doctor",
                        "--provider=toy",
                        "--set=world=north/a=secret",
                        "--rules-dir=src/test/resources/rules",
                        "--rule=toy-bucket-closed",
                        "--quiet"))
                .isEqualTo(new Cli(3, "", "exit 3: 1 rule would be UNKNOWN.\n"));
        Path file = Files.writeString(folder.resolve("a.csv"), "class,native_id,facet:running\ncompute.vm,a,perhaps\n");
        assertThat(Cli.run("import", "check", file.toString(), "--quiet"))
                .isEqualTo(new Cli(3, "", "exit 3: 1 row does not come in whole.\n"));
    }
}
