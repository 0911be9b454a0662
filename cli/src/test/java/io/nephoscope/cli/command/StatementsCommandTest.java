package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.FollowedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementsCommandTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final LocalDate LATER = TODAY.plusDays(100);

    @TempDir
    private Path folder;

    private Path attestations;
    private Path waivers;

    @BeforeEach
    void write() throws IOException {
        attestations = Files.writeString(folder.resolve("attest.yaml"), """
                attestations:
                  - asset: {type: toy.bucket, name: b}
                    field: attributes.Policy
                    value: shut
                    statement: The lid was seen to be on.
                    owner: Li Wei
                    evidence: AUDIT-7
                    from: %1$s
                    until: %2$s
                  - asset: {type: toy.bucket, name: a}
                    field: attributes.Policy
                    value: shut
                    statement: The lid was seen to be on.
                    owner: Li Wei
                    evidence: AUDIT-7
                    from: %1$s
                    until: %2$s
                """.formatted(TODAY, LATER));
        waivers = Files.writeString(
                folder.resolve("waivers.yaml"),
                "waivers: [{rule: toy-bucket-closed, asset: {name: a}, reason: It airs., owner: Anna, until: %s}]"
                        .formatted(LATER));
    }

    @Test
    void aPassByStatementIsToldApartFromAPassByReadingInEveryFormat() throws Exception {
        Path json = folder.resolve("r.json");
        Path csv = folder.resolve("r.csv");
        Path html = folder.resolve("r.html");
        Path summary = folder.resolve("s.csv");
        Cli cli = scan(
                "--attest",
                attestations.toString(),
                "-o",
                "json=" + json,
                "-o",
                "csv=" + csv,
                "-o",
                "html=" + html,
                "-o",
                "summary-csv=" + summary);

        JsonNode report = FollowedReport.of(json);
        assertThat(report.at("/statements/attested/PASS").asInt()).isEqualTo(1);
        assertThat(report.at("/summary/verdicts/PASS").asInt()).isEqualTo(1);
        assertThat(report.at("/statements/warnings/0/line").asInt()).isEqualTo(10);
        JsonNode b = finding(report, "b");
        assertThat(b.at("/verdict").asText()).isEqualTo("PASS");
        assertThat(b.at("/attested/0/owner").asText()).isEqualTo("Li Wei");
        assertThat(b.at("/attested/0/evidence").asText()).isEqualTo("AUDIT-7");
        assertThat(b.at("/attested/0/until").asText()).isEqualTo(LATER.toString());
        assertThat(b.at("/evidence/0/call").asText()).isEqualTo("attest:AUDIT-7");
        assertThat(finding(report, "a").has("attested")).isFalse();

        assertThat(Files.readString(csv)).contains("\"attributes.Policy: Li Wei, AUDIT-7, " + LATER + "\"");
        assertThat(Files.readString(summary)).contains("\"attested\",\"\",\"\",\"\",\"\",\"\",\"\",\"PASS\",\"1\"");
        assertThat(Files.readString(html))
                .contains("id=\"statements\"", "1 verdict rests on a statement", "The lid was seen to be on.");
        assertThat(cli.out())
                .contains("1 verdict rests on a statement, for what the rule needs was not read: PASS")
                .contains("attest.yaml, line 10: The attestation of Li Wei about attributes.Policy");
    }

    @Test
    void whatAStatementAnswersIsStillAGapOfTheScan() {
        assertThat(scan("--attest", attestations.toString()).code()).isEqualTo(3);
    }

    @Test
    void aReportThatRestsOnStatementsDoesNotSayThatNothingIsMissing() throws Exception {
        Path cellar =
                Files.writeString(folder.resolve("cellar.csv"), "class,native_id,facet:encrypted\nstorage.disk,d-1,\n");
        Files.writeString(attestations, """
                attestations:
                  - {asset: {kind: storage.disk}, field: facets.encrypted, value: true, statement: So it is., owner: Li Wei,
                     evidence: AUDIT-7, from: %s, until: %s}
                """.formatted(TODAY, LATER));
        Cli cli = Cli.run(
                "scan",
                "--provider",
                "files",
                "--set",
                "path=" + cellar,
                "--rule",
                "disk-encrypted",
                "--attest",
                attestations.toString());

        assertThat(cli.code()).isZero();
        assertThat(cli.out().replaceAll("\\s+", " "))
                .contains("Every verdict is known, some by a statement alone.")
                .contains("1 verdict rests on a statement, and not on what was read.")
                .doesNotContain("Nothing is missing");
    }

    @Test
    void aWaivedFailureStaysAndNoGateCountsIt() throws Exception {
        Path json = folder.resolve("r.json");
        Path html = folder.resolve("r.html");
        String[] gate = {"--allow-incomplete", "--fail-on", "low"};
        assertThat(scan(gate).code()).isEqualTo(1);

        Cli cli = scan(
                "--allow-incomplete",
                "--fail-on",
                "low",
                "--waivers",
                waivers.toString(),
                "-o",
                "json=" + json,
                "-o",
                "html=" + html);
        assertThat(cli.code()).isZero();
        assertThat(cli.out()).contains("1 FAIL is waived, and no gate counts it: high 1.");
        JsonNode report = FollowedReport.of(json);
        assertThat(report.at("/summary/failures/high").asInt()).isEqualTo(1);
        assertThat(report.at("/statements/waived/high").asInt()).isEqualTo(1);
        assertThat(finding(report, "a").at("/waived/reason").asText()).isEqualTo("It airs.");
        assertThat(Files.readString(html)).contains("Waived until " + LATER + " by Anna: It airs.");
    }

    @Test
    void anEndedWaiverLetsTheGateCloseAgainAndSaysSo() throws Exception {
        Files.writeString(waivers, Files.readString(waivers).replace(LATER.toString(), "2026-01-01"));
        Cli cli = scan("--allow-incomplete", "--fail-on", "low", "--waivers", waivers.toString(), "--lang", "zh");

        assertThat(cli.code()).isEqualTo(1);
        assertThat(cli.out().replaceAll("\\s", "")).contains("Anna对规则toy-bucket-closed的豁免已于2026-01-01到期，不再生效；请续期或删除。");
    }

    @Test
    void evaluateJudgesAnewByStatementsAndReportKeepsThem() {
        Path snapshot = folder.resolve("snapshot");
        scan("--snapshot", snapshot.toString());
        Cli evaluated = Cli.run(
                "evaluate",
                snapshot.toString(),
                "--rules-dir",
                "src/test/resources/rules",
                "--rule",
                "toy-bucket-closed",
                "--attest",
                attestations.toString(),
                "--waivers",
                waivers.toString());

        assertThat(evaluated.out())
                .contains("1 verdict rests on a statement")
                .contains("1 FAIL is waived")
                .contains("attest.yaml, line 10");
        assertThat(Cli.run("report", snapshot.toString(), "--rules-dir", "src/test/resources/rules"))
                .isEqualTo(evaluated);
    }

    @Test
    void aFileThatSaysOtherThanItShouldIsRefusedBeforeAnythingIsRead() throws Exception {
        Files.writeString(attestations, "attestations: [{asset: {kind: storage.bucket}}]");
        assertThat(scan("--attest", attestations.toString()))
                .isEqualTo(new Cli(
                        2,
                        "",
                        attestations + ", line 1, column 16, field attestations[0]: the field field is missing;"
                                + " add it.\n"));
        assertThat(scan("--waivers", "none.yaml"))
                .isEqualTo(new Cli(2, "", "There is no file none.yaml; check its name.\n"));
    }

    @Test
    void aWaiverOfARuleThatThereIsNotIsRefusedBeforeAnythingIsRead() throws Exception {
        Files.writeString(waivers, Files.readString(waivers).replace("toy-bucket-closed", "toy-bucket-close"));

        assertThat(scan("--waivers", waivers.toString()))
                .isEqualTo(
                        new Cli(
                                2,
                                "",
                                waivers
                                        + ", line 1, column 18, field waivers[0].rule: there is no rule toy-bucket-close (did you mean"
                                        + " toy-bucket-closed?); the folder of a rule of your own is named with --rules-dir.\n"));
    }

    private static JsonNode finding(JsonNode report, String asset) {
        for (JsonNode finding : report.get("findings")) {
            if (finding.at("/asset/nativeId").asText().equals(asset)) {
                return finding;
            }
        }
        throw new AssertionError(asset);
    }

    private static Cli scan(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "scan",
                "--provider",
                "toy",
                "--set",
                "world=north/a=open north/b=secret",
                "--rules-dir",
                "src/test/resources/rules",
                "--rule",
                "toy-bucket-closed"));
        arguments.addAll(List.of(options));
        return Cli.run(arguments.toArray(String[]::new));
    }
}
