package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was seen last time and is not seen now does not pass for an improvement. */
class BaselineTest {
    private static final String RULES = "src/test/resources/rules";
    private static final String WORLD = "north/a=shut north/b=shut north/c=shut north/d=shut south/e=shut user/ann";

    @TempDir
    private Path folder;

    private String baseline;

    @BeforeEach
    void before() {
        baseline = folder.resolve("before").toString();
        assertThat(scan(WORLD, "--snapshot", baseline).code()).isZero();
    }

    private static Cli scan(String world, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "scan",
                "--provider",
                "toy",
                "--set",
                "world=" + world,
                "--rules-dir",
                RULES,
                "--rule",
                "toy-bucket-closed",
                "--rule",
                "toy-user-short-name"));
        arguments.addAll(List.of(options));
        return Cli.run(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "north/a=shut north/b=shut north/c=shut north/d=shut south/e=shut user/ann, '',                     0",
        "north/a=shut south/e=shut user/ann,                                        '',                     3",
        "north/a=shut south/e=shut user/ann,                                        --allow-shrink,         0",
        "north/a=shut south/e=shut user/ann,                                        --allow-incomplete,     3",
        "north/a=shut south/e=shut user/ann,                                        --max-drop=60,          0",
        "north/a=open south/e=shut user/ann,                                        --fail-on=high,         1",
        "north/a=shut north/b=shut north/c=shut north/d=shut user/ann,              --region=north,         3"
    })
    void theExitCodeSaysThatLessWasSeen(String world, String option, int code) {
        String[] options = option.isEmpty()
                ? new String[] {"--baseline", baseline}
                : new String[] {"--baseline", baseline, option};
        assertThat(scan(world, options).code()).isEqualTo(code);
    }

    @Test
    void theSummaryNamesWhatIsGone() {
        Cli cli = scan("north/a=shut", "--baseline", baseline, "--region", "north");
        String summary = cli.out().replaceAll("[-0-9]{10} [:0-9]{8} UTC", "TIME");
        assertThat(summary.replace('\n', ' '))
                .contains("Less was seen than before.")
                .contains("1 account, region or type that the scan of TIME read was not read now.")
                .contains("There are far fewer assets of 2 types, counted by account, than in the scan of TIME.");
        assertThat(summary).endsWith("""

                        Since the scan of TIME
                          Read then, not read now:
                            1  south  skipped  1 asset
                          Far fewer assets:
                            1  toy.bucket  4 → 1
                            1  toy.user  1 → 0
                        """);
    }

    @Test
    void everyReportNamesIt() throws Exception {
        String files = folder.toString();
        Cli cli = scan(
                "north/a=shut",
                "--baseline=" + baseline,
                "--region=north",
                "-ojson=" + files + "/r.json",
                "-osummary-csv=" + files + "/r.csv",
                "-ohtml=" + files + "/r.html",
                "--quiet");
        assertThat(cli.code()).isEqualTo(3);
        JsonNode json = new ObjectMapper().readTree(Files.readString(folder.resolve("r.json")));
        assertThat(json.at("/baseline/shrunk").asBoolean()).isTrue();
        assertThat(json.at("/baseline/lost/0/region").asText()).isEqualTo("south");
        assertThat(json.at("/baseline/lost/0/now/0").asText()).isEqualTo("skipped");
        assertThat(json.at("/baseline/fewer/0/before").asInt()).isEqualTo(4);
        assertThat(json.at("/scan/complete").asBoolean()).isTrue();
        assertThat(Files.readString(folder.resolve("r.csv")))
                .contains("\"lost\",\"toy\",\"\",\"1\",\"south *\",\"skipped\",\"\",\"assets_before\",\"1\"")
                .contains("\"fewer\",\"toy\",\"\",\"1\",\"toy.bucket\",\"\",\"\",\"now\",\"1\"");
        assertThat(Files.readString(folder.resolve("r.html")))
                .contains("<section id=\"baseline\"", "Read then, not read now", "<td class=\"number unknown\">1</td>");
    }

    @Test
    void aSnapshotThatIsJudgedLaterIsHeldAgainstItToo() {
        String now = folder.resolve("now").toString();
        scan("user/ann", "--snapshot", now);
        Cli evaluated = Cli.run(
                "evaluate", now, "--rules-dir", RULES, "--rule=toy-bucket-closed", "--baseline", baseline, "--quiet");
        assertThat(evaluated.code()).isEqualTo(3);
        assertThat(Cli.run("report", now, "--rules-dir", RULES, "--baseline", baseline, "--allow-shrink", "--quiet")
                        .code())
                .isZero();
    }

    @Test
    void aBaselineThatIsNotThereIsFoundOutBeforeAnythingIsRead() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(scan(WORLD, "--baseline", nowhere.toString(), "--set", "fail=connect"))
                .isEqualTo(new Cli(
                        2,
                        "",
                        "There is no snapshot in " + nowhere
                                + ": manifest.json is missing; name the folder that a scan wrote with --snapshot.\n"));
    }

    @Test
    void aBaselineOfOtherProvidersIsRefused() throws Exception {
        Path assets = Files.writeString(folder.resolve("assets.csv"), "class,native_id\ncompute.vm,vm-1\n");
        assertThat(Cli.run("inventory", "--provider", "files", "--set", "path=" + assets, "--quiet")
                        .code())
                .isZero();
        assertThat(Cli.run("scan", "--provider", "files", "--set", "path=" + assets, "--baseline", baseline, "--quiet"))
                .isEqualTo(new Cli(
                        2,
                        "",
                        "The baseline in " + baseline + " is of toy, and this scan is of files; name a snapshot of the"
                                + " same accounts.\n"));
    }

    @Test
    void aThresholdThatIsNoPercentageIsRefused() {
        assertThat(scan(WORLD, "--baseline", baseline, "--max-drop", "101"))
                .isEqualTo(new Cli(2, "", "--max-drop must lie between 0 and 100.\n"));
    }
}
