package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.Resealed;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanCommandTest {
    private static final String RULES = "src/test/resources/rules";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "north/a=shut user/ann,              '',                              0",
        "north/a=open user/ann,              '',                              0",
        "north/a=open user/ann,              --fail-on=high,                  1",
        "north/a=open user/ann,              --fail-on=low,                   1",
        "north/a=open user/ann,              --fail-on=critical,              0",
        "north/a=shut user/anna,             --fail-on=medium,                0",
        "north/a=shut user/anna,             --fail-on=low,                   1",
        "north/a=secret user/ann,            '',                              3",
        "north/a=secret user/ann,            --allow-incomplete,              0",
        "north/a=secret user/ann,            --fail-on=low,                   3",
        "north/a=secret north/b=open user/ann, --fail-on=high,                1",
        "north/a=secret north/b=open user/ann, --fail-on=high --allow-incomplete, 1"
    })
    void theExitCodeSaysWhatWasFound(String world, String options, int code) {
        assertThat(scan(world, options.split(" ")).code()).isEqualTo(code);
    }

    @Test
    void aListingThatIsRefusedIsAGap() {
        assertThat(scan("user/ann", "--set", "fail=users").code()).isEqualTo(3);
    }

    @Test
    void onlyWhatTheRulesReadIsAskedFor() throws Exception {
        Cli cli = scan("north/a=open user/ann", "--rule=toy-user-short-name", "-o", "json=-");
        assertThat(strings(cli.out(), "ledger", "operation")).containsExactly("ListUsers");
        assertThat(strings(cli.out(), "assets", "name")).containsExactly("ann");
    }

    @Test
    void aRuleThatDoesNotExistIsRefusedBeforeAnythingIsRead() {
        assertThat(scan("north/a=open", "--rule=toy-bucket-close"))
                .isEqualTo(new Cli(2, "", "There is no rule toy-bucket-close (did you mean toy-bucket-closed?).\n"));
    }

    @Test
    void aFaultInARuleHasItsPlace() throws Exception {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(
                rules.resolve("toy-bucket-closed.yaml"),
                Files.readString(Path.of(RULES, "toy-bucket-closed.yaml"))
                        .replace("attributes.Policy !=", "attributes.Polcy !="));
        Cli cli = Cli.run("scan", "--provider", "toy", "--rules-dir", rules.toString());
        assertThat(cli)
                .isEqualTo(new Cli(
                        2,
                        "",
                        rules.resolve("toy-bucket-closed.yaml")
                                + ", line 7, column 18, field pass: attributes has no field Polcy (did you mean"
                                + " Policy?).\n"));
    }

    @Test
    void aReportThatCannotBeWrittenIsFoundOutBeforeAnythingIsRead() {
        Path file = folder.resolve("none/report.html");
        assertThat(scan("north/a=open", "-o", "html=" + file))
                .isEqualTo(new Cli(
                        2,
                        "",
                        "There is no folder " + folder.resolve("none/") + " for " + file + "; make it first.\n"));
    }

    @Test
    void aReportOnStandardOutputStandsThereAloneAndTheSummaryIsTalk() throws Exception {
        Cli cli = scan("north/a=open user/ann", "-o", "json=-");
        assertThat(DocJson.parse(cli.out())).isInstanceOf(Doc.class);
        assertThat(cli.err()).contains("FAIL");
    }

    @Test
    void theSummaryGoesToStandardOutput() {
        Cli cli = scan("north/a=open north/b=secret user/ann");
        assertThat(cli.err())
                .startsWith("exit 3: 1 call was refused or failed.")
                .hasLineCount(1);
        assertThat(cli.out().replaceAll("[-0-9]{10} [:0-9]{8} UTC", "TIME")).isEqualTo("""
                        Cloud posture report
                        1 account · 1 region · 3 assets · 2 rules · TIME

                        This report has gaps.
                        1 call was refused or failed. 1 asset lacks a field that was asked for. 1
                        verdict is UNKNOWN.

                                  ✕ FAIL  ? UNKNOWN  ✓ PASS  – N/A  ○ MANUAL
                        critical       0          0       0      0         0
                        high           1          1       0      0         0
                        medium         0          0       0      0         0
                        low            0          0       1      0         0
                        All            1          1       1      0         0

                        Worst assets
                          1 high  a
                                  toy.bucket · 1 · north

                        Worst rules
                          high  ✕ 1  Toy buckets are closed
                                     toy-bucket-closed

                        Coverage
                          1    read 2 · empty 1 · UNKNOWN 1 of 3

                        What could not be seen
                          Why verdicts are UNKNOWN:
                                 1  toy:GetPolicy  denied
                          Granting this permission would make 1 UNKNOWN verdict known.
                                +1  toy:GetPolicy  1 in all

                        Calls: 5 expected for what was seen, 5 made, 0 tried again.
                        """);
    }

    @Test
    void quietPrintsNothing() {
        assertThat(scan("north/a=open user/ann", "--quiet")).isEqualTo(new Cli(0, "", ""));
    }

    @Test
    void anAccountThatCannotBeReachedIsAGapWhereOthersCan() throws Exception {
        Path file = Files.writeString(folder.resolve("organisation.yaml"), """
                name: Group
                branches:
                  - name: Harbour
                    accounts: [{provider: toy, name: port, fail: connect}]
                  - name: Hills
                    accounts: [{provider: toy, world: user/ann}]
                """);
        Cli cli = Cli.run(
                "scan",
                "--org",
                file.toString(),
                "--rules-dir",
                RULES,
                "--rule=toy-user-short-name",
                "-o",
                "json=-",
                "--quiet");
        assertThat(cli.code()).isEqualTo(3);
        assertThat(cli.err())
                .isEqualTo("port: the toy cloud does not know us; check the credentials.\n"
                        + "exit 3: 1 listing was not answered, so assets may exist that appear nowhere below. 1 verdict is"
                        + " UNKNOWN. --allow-incomplete ends with 0.\n");
        assertThat(strings(cli.out(), "findings", "verdict")).containsExactlyInAnyOrder("PASS", "UNKNOWN");
    }

    @Test
    void aScanThatReachesNobodyEndsWith2() {
        assertThat(scan("", "--set", "fail=connect"))
                .isEqualTo(new Cli(2, "", "toy: the toy cloud does not know us; check the credentials.\n"));
    }

    @Test
    void aRecordingIsReplayed() throws Exception {
        Path recorded = folder.resolve("recorded");
        scan("north/a=open user/ann", "--snapshot", recorded.toString());
        Path file = Files.writeString(
                folder.resolve("organisation.yaml"),
                "name: Group\naccounts: [{provider: toy, fail: connect, snapshot: recorded}]\n");
        Cli cli = Cli.run(
                "scan",
                "--org",
                file.toString(),
                "--rules-dir",
                RULES,
                "--rule=toy-bucket-closed",
                "--fail-on=high",
                "-o",
                "json=-");
        assertThat(cli.code()).isEqualTo(1);
        assertThat(strings(cli.out(), "assets", "uid")).containsExactly("toy:1:north:toy.bucket:a");
    }

    @Test
    void aSnapshotIsJudgedAnewAndReported() {
        String snapshot = folder.resolve("snapshot").toString();
        Cli scanned = scan("north/a=open user/ann", "--snapshot", snapshot, "-o", "csv=-");
        Cli evaluated = Cli.run(
                "evaluate",
                snapshot,
                "--rules-dir",
                RULES,
                "--rule=toy-bucket-closed",
                "--rule=toy-user-short-name",
                "-o",
                "csv=-");
        Cli reported = Cli.run("report", snapshot, "--rules-dir", RULES, "-o", "csv=-");
        assertThat(scanned.code()).isZero();
        assertThat(evaluated).isEqualTo(scanned);
        assertThat(reported).isEqualTo(scanned);
    }

    @Test
    void theGateOfASnapshotIsTheSame() {
        String snapshot = folder.resolve("snapshot").toString();
        scan("north/a=open user/ann", "--snapshot", snapshot);
        assertThat(Cli.run("report", snapshot, "--rules-dir", RULES, "--fail-on", "high")
                        .code())
                .isEqualTo(1);
        assertThat(Cli.run("evaluate", snapshot, "--rules-dir", RULES, "--rule=toy-user-short-name", "--fail-on=low")
                        .code())
                .isZero();
    }

    @Test
    void rulesOnWhatASnapshotDoesNotHoldAreSaidAndEndWith3() {
        String snapshot = folder.resolve("snapshot").toString();
        scan("north/a=open user/ann", "--snapshot", snapshot, "--rule=toy-user-short-name");
        Cli cli = Cli.run("evaluate", snapshot, "--rules-dir", RULES, "--rule=toy-bucket-closed", "--quiet");
        assertThat(cli)
                .isEqualTo(new Cli(
                        3,
                        "",
                        "The snapshot does not hold toy.bucket, which the rules judge; scan again to read them.\n"
                                + "exit 3: 1 type that rules judge was not read; scan again to read it."
                                + " --allow-incomplete ends with 0.\n"));
    }

    @Test
    void aReportNeedsFindings() {
        String snapshot = folder.resolve("snapshot").toString();
        Cli.run("inventory", "--provider", "toy", "--snapshot", snapshot);
        assertThat(Cli.run("report", snapshot))
                .isEqualTo(new Cli(2, "", "There are no findings in " + snapshot + "; evaluate the snapshot first.\n"));
    }

    @Test
    void aReportNeedsTheRulesThatJudged() {
        String snapshot = folder.resolve("snapshot").toString();
        scan("user/ann", "--snapshot", snapshot, "--rule=toy-user-short-name");
        assertThat(Cli.run("report", snapshot))
                .isEqualTo(new Cli(
                        2,
                        "",
                        "The findings are of the rule toy-user-short-name, which is not here; give its folder with"
                                + " --rules-dir, or evaluate the snapshot anew.\n"));
    }

    @Test
    void aReportOfARuleThatHasChangedIsRefused() throws Exception {
        String snapshot = folder.resolve("snapshot").toString();
        scan("user/ann", "--snapshot", snapshot, "--rule=toy-user-short-name");
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(
                rules.resolve("toy-user-short-name.yaml"),
                Files.readString(Path.of(RULES, "toy-user-short-name.yaml")).replace("<= 3", "<= 4"));
        assertThat(Cli.run("report", snapshot, "--rules-dir", rules.toString()))
                .isEqualTo(new Cli(
                        2,
                        "",
                        "The rule toy-user-short-name has changed since the findings were made; evaluate the snapshot"
                                + " anew.\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "{\"findings\":\"a\",\"rules\":{\"b\":null}}", "{\"findings\":\"a\",\"rules\":{}}}"})
    void aDamagedJudgementIsRefused(String json) throws Exception {
        String snapshot = folder.resolve("snapshot").toString();
        scan("user/ann", "--snapshot", snapshot);
        Path judgement = Path.of(snapshot, "judgement.json");
        Files.writeString(judgement, json);
        assertThat(Cli.run("report", snapshot, "--rules-dir", RULES))
                .isEqualTo(new Cli(2, "", judgement + " is damaged; evaluate the snapshot anew.\n"));
    }

    @Test
    void findingsOfARuleThatDidNotJudgeAreRefused() throws Exception {
        String snapshot = folder.resolve("snapshot").toString();
        scan("user/ann", "--snapshot", snapshot);
        Path judgement = Path.of(snapshot, "judgement.json");
        Resealed.change(judgement, text -> text.replaceAll(",\\s*\"toy-user-short-name\" : \"[^\"]*\"", ""));
        assertThat(Cli.run("report", snapshot, "--rules-dir", RULES))
                .isEqualTo(new Cli(
                        2, "", "There are findings of rules that did not judge; evaluate the snapshot anew.\n"));
    }

    @Test
    void aFolderWithoutASnapshotIsRefused() {
        assertThat(Cli.run("evaluate", folder.toString()))
                .isEqualTo(new Cli(
                        2,
                        "",
                        "There is no snapshot in " + folder
                                + ": manifest.json is missing; name the folder that a scan wrote with --snapshot.\n"));
    }

    private static Cli scan(String world, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("scan", "--provider", "toy", "--set", "world=" + world, "--rules-dir", RULES));
        if (Stream.of(options).noneMatch(option -> option.startsWith("--rule="))) {
            arguments.addAll(List.of("--rule", "toy-bucket-closed", "--rule", "toy-user-short-name"));
        }
        Stream.of(options).filter(option -> !option.isEmpty()).forEach(arguments::add);
        return Cli.run(arguments.toArray(String[]::new));
    }

    private static List<String> strings(String json, String list, String field) throws Exception {
        return ((Doc) DocJson.parse(json))
                .list(list)
                .docs()
                .map(doc -> doc.text(field))
                .toList();
    }
}
