package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What changed between two scans, told apart by why. */
class DiffCommandTest {
    private static final String RULES = "src/test/resources/rules";

    @TempDir
    private Path folder;

    private String scan(String name, String world, String... options) {
        String snapshot = folder.resolve(name).toString();
        List<String> arguments = new ArrayList<>(List.of(
                "scan",
                "--provider=toy",
                "--set=world=" + world,
                "--rules-dir=" + RULES,
                "--snapshot=" + snapshot,
                "--quiet",
                "--allow-incomplete",
                "-ojson=" + snapshot + ".json"));
        arguments.addAll(
                options.length > 0
                        ? List.of(options)
                        : List.of("--rule=toy-bucket-closed", "--rule=toy-user-short-name"));
        assertThat(Cli.run(arguments.toArray(String[]::new)).code()).isZero();
        return snapshot;
    }

    private JsonNode diff(String before, String now) throws IOException {
        Path json = folder.resolve("diff.json");
        Cli cli = Cli.run("diff", before, now, "--quiet", "-ojson=" + json);
        assertThat(cli).isEqualTo(new Cli(0, "", ""));
        return new ObjectMapper().readTree(Files.readString(json));
    }

    /** As {@code gone a PASS>- asset}. */
    private List<String> changes(String before, String now) throws IOException {
        return StreamSupport.stream(diff(before, now).path("changes").spliterator(), false)
                .map(change -> String.join(
                        " ",
                        change.path("change").asText(),
                        change.at("/asset/name").asText(),
                        change.at("/before/verdict").asText("-") + ">"
                                + change.at("/now/verdict").asText("-"),
                        change.at("/reasons/0").asText()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            north/a=shut                | north/a=open            | new a PASS>FAIL asset
            north/a=open                | north/a=shut            | fixed a FAIL>PASS asset
            north/a=shut                | north/a=secret          | changed a PASS>UNKNOWN reading
            north/a=secret              | north/a=open            | revealed a UNKNOWN>FAIL reading
            north/a=shut                | north/a=shut north/b=open | new b ->FAIL asset
            north/a=shut north/b=open   | north/a=shut            | gone b FAIL>- asset
            """)
    void aFindingThatIsAnotherSaysWhatBecameOfItAndWhy(String before, String now, String change) throws IOException {
        assertThat(changes(scan("before", before), scan("now", now))).containsExactly(change);
    }

    @Test
    void aReportInJsonTellsTheSameAsItsSnapshot() throws IOException {
        String before = scan("before", "north/a=shut north/b=secret north/c=open south/d=open user/ann");
        String now = scan("now", "north/a=open north/b=shut south/d=open south/e=secret user/anna");
        List<String> changes = changes(before, now);
        assertThat(changes).hasSizeGreaterThan(4);
        assertThat(changes(before + ".json", now)).isEqualTo(changes);
        assertThat(changes(before, now + ".json")).isEqualTo(changes);
        assertThat(changes(before + ".json", now + ".json")).isEqualTo(changes);
    }

    @Test
    void whatWasNotLookedAtThisTimeIsNotGone() throws IOException {
        String before = scan("before", "north/a=open south/b=open");
        String[] north = {"--rule=toy-bucket-closed", "--rule=toy-user-short-name", "--region=north"};
        assertThat(changes(before, scan("now", "north/a=open south/b=open", north)))
                .containsExactly("out_of_scope b FAIL>- scope");
    }

    @Test
    void whatTheFormerScanCouldNotReadOrDidNotLookAtMayBeOldAndCounts() throws IOException {
        String[] refused = {"--rule=toy-bucket-closed", "--rule=toy-user-short-name", "--set=fail=users"};
        String[] north = {"--rule=toy-bucket-closed", "--rule=toy-user-short-name", "--region=north"};
        String blind = scan("blind", "south/a=open user/anna", refused);
        String narrow = scan("narrow", "south/a=open user/anna", north);
        String now = scan("now", "south/a=open user/anna");
        assertThat(changes(blind, now))
                .containsExactlyInAnyOrder("revealed anna ->FAIL reading", "changed * UNKNOWN>- reading");
        assertThat(changes(narrow, now)).containsExactly("revealed a ->FAIL scope");
        assertThat(Cli.run("diff", narrow, now, "--quiet", "--fail-on=high"))
                .isEqualTo(new Cli(
                        1, "", "exit 1: 1 high new FAIL, --fail-on high; of 1 of them the baseline did not know\n"));
    }

    @Test
    void aReportOfWhichSomethingIsCutOutIsRefused() throws IOException {
        Path json = Path.of(scan("now", "north/a=open north/b=shut") + ".json");
        String whole = Files.readString(json);
        ObjectNode cut = (ObjectNode) new ObjectMapper().readTree(whole);
        ((ArrayNode) cut.path("findings")).remove(0);
        Path less = Files.writeString(folder.resolve("less.json"), cut.toString());
        Cli cli = Cli.run("diff", json.toString(), less.toString());
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("findings holds ", ", and summary counts ");
        for (String field : List.of("findings", "coverage", "summary", "scan")) {
            ObjectNode without = (ObjectNode) new ObjectMapper().readTree(whole);
            without.remove(field);
            Path file = Files.writeString(folder.resolve("without.json"), without.toString());
            assertThat(Cli.run("diff", json.toString(), file.toString()).code())
                    .as(field)
                    .isEqualTo(2);
        }
    }

    @Test
    void whoNamesTheLaterScanFirstIsTold() {
        String before = scan("before", "north/a=open");
        String now = scan("now", "north/a=open");
        Path json = Path.of(now + ".json");
        assertThat(Cli.run("diff", later(json), before, "--quiet").err())
                .isEqualTo(json + " is the later scan of the two; name the former one first.\n");
    }

    /** The same report, of a scan in a hundred years. */
    private static String later(Path json) {
        try {
            Files.writeString(json, Files.readString(json).replaceFirst("\"startedAt\": \"20", "\"startedAt\": \"21"));
            return json.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatARuleDidNotJudgeThisTimeIsNotFixed() throws IOException {
        String before = scan("before", "north/a=open user/anna");
        assertThat(changes(before, scan("now", "north/a=open user/anna", "--rule=toy-user-short-name")))
                .containsExactly("out_of_scope a FAIL>- rule");
    }

    @Test
    void whatCouldNotBeReadThisTimeIsNotGone() throws IOException {
        String before = scan("before", "north/a=open user/anna");
        String[] refused = {"--rule=toy-bucket-closed", "--rule=toy-user-short-name", "--set=fail=users"};
        assertThat(changes(before, scan("now", "north/a=open user/anna", refused)))
                .containsExactlyInAnyOrder("not_collected anna FAIL>- reading", "changed * ->UNKNOWN reading");
    }

    @Test
    void theTerminalTellsTheWorstFirst() {
        String before = scan("before", "north/a=shut north/c=open");
        String now = scan("now", "north/a=open north/b=shut");
        Cli cli = Cli.run("diff", before, now);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out().replaceAll("[-0-9]{10} [:0-9]{8} UTC", "TIME")).isEqualTo("""
                From the scan of TIME to that of TIME
                new 1 · not known before 0 · fixed 0 · changed 0 · gone 1 · not collected this
                time 0 · out of scope now 0 · unchanged 0 · 1 more of what came since and is in
                order

                new
                  high      toy-bucket-closed · PASS → FAIL · a
                            toy.bucket  1 north (the asset)

                gone
                  high      toy-bucket-closed · FAIL → – · c
                            toy.bucket  1 north (the asset)
                """);
    }

    @Test
    void aPullRequestGetsATableForEachThingThatFindingsBecame() {
        String before = scan("before", "north/a=shut north/c=open");
        String now = scan("now", "north/a=open north/c=shut");
        assertThat(Cli.run("diff", before, now, "-omarkdown=-").out())
                .startsWith("## From the scan of ")
                .contains("""
                        ### new

                        | Severity | Rule | Asset | Verdict | Why |
                        |---|---|---|---|---|
                        | high | `toy-bucket-closed` | `toy:1:north:toy.bucket:a` | PASS → FAIL | the asset |

                        ### fixed
                        """);
    }

    @Test
    void aTableHoldsARowForEachChangeInTheLanguageAskedFor() {
        String before = scan("before", "north/a=shut");
        String now = scan("now", "north/a=open");
        assertThat(Cli.run("diff", before, now, "-ocsv=-", "--lang=zh").out().lines())
                .hasSize(2)
                .first(InstanceOfAssertFactories.STRING)
                .startsWith("\"变化\",\"原因\",\"当时\",\"本次\",\"严重程度\",\"规则\",\"资产标识\"");
        assertThat(Cli.run("diff", before, now, "-ocsv=-", "--lang=zh").out())
                .contains("\"新增\",\"资产\",\"合规\",\"不合规\",\"高危\",\"toy-bucket-closed\"");
    }

    @Test
    void aNewFailureIsAReasonAndAnOldOneIsNone() {
        String before = scan("before", "north/a=open");
        String now = scan("now", "north/a=open north/b=open");
        assertThat(Cli.run("diff", before, now, "--quiet", "--fail-on=high"))
                .isEqualTo(new Cli(1, "", "exit 1: 1 high new FAIL, --fail-on high\n"));
        assertThat(Cli.run("diff", now, before, "--quiet", "--fail-on=low").code())
                .isZero();
    }

    @Test
    void theGateOfAScanCountsWhatIsNewSinceItsBaselineInEitherForm() {
        String before = scan("before", "north/a=open");
        for (String baseline : List.of(before, before + ".json")) {
            assertThat(Cli.run(
                            "scan",
                            "--provider=toy",
                            "--set=world=north/a=open north/b=open",
                            "--rules-dir=" + RULES,
                            "--rule=toy-bucket-closed",
                            "--quiet",
                            "--baseline=" + baseline,
                            "--fail-on-new=high"))
                    .isEqualTo(new Cli(1, "", "exit 1: 1 high new FAIL, --fail-on-new high\n"));
        }
        assertThat(Cli.run("evaluate", before, "--rules-dir=" + RULES, "--fail-on-new=high", "--quiet"))
                .isEqualTo(new Cli(
                        2, "", "--fail-on-new needs --baseline: the former scan against which findings are new.\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"schemaVersion\":1}",
                "{\"schemaVersion\":3,\"rules\":{\"a\":1}}",
                "x",
                "{\"findings\":"
            })
    void aFileThatIsNoReportIsRefusedInOneSentence(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("no.json"), text);
        Cli cli = Cli.run("diff", file.toString(), file.toString());
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err())
                .startsWith(file + " is no JSON report of this version (")
                .endsWith("); name one, or the folder of a snapshot.\n")
                .hasLineCount(1);
    }

    @Test
    void aScanThatIsNotThereIsRefusedInOneSentence() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(Cli.run("diff", nowhere.toString(), nowhere.toString()))
                .isEqualTo(new Cli(
                        2,
                        "",
                        "There is no snapshot in " + nowhere
                                + ": manifest.json is missing; name the folder that a scan wrote with --snapshot.\n"));
    }
}
