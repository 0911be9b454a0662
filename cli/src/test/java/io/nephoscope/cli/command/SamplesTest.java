package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.FollowedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {
    @Test
    void theRuleHoldsItsExamples() {
        assertThat(Cli.run("rules", "test", "../samples/rules"))
                .isEqualTo(new Cli(0, "1 rules, 5 examples: all as they should be.\n", ""));
    }

    @Test
    void everyRowOfTheAssetsIsRead() {
        Cli cli = Cli.run("inventory", "--provider", "files", "--set", "path=../samples/hills-assets.csv");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        assertThat(cli.out()).hasLineCount(14).contains("人事系统");
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

    /** One rule for every cloud, and for what no cloud lists. */
    @ParameterizedTest
    @ValueSource(strings = {"bucket-not-public", "database-not-public", "disk-encrypted", "firewall-restricts-ssh"})
    void oneRuleOnAKindJudgesAllFourSources(String rule) throws IOException {
        Cli cli = Cli.run("scan", "--org", "../samples/organisation.yaml", "--rule", rule, "-o", "json=-", "--quiet");
        assertThat(cli.code()).as(cli.err()).isZero();

        Map<String, Set<String>> verdicts = new TreeMap<>();
        for (JsonNode finding : FollowedReport.of(cli.out()).path("findings")) {
            String type = finding.at("/asset/type").asText();
            verdicts.computeIfAbsent(type.substring(0, type.indexOf('.')), key -> new TreeSet<>())
                    .add(finding.path("verdict").asText());
        }

        assertThat(verdicts.keySet()).containsExactly("aws", "azure", "files", "jdcloud");
        assertThat(verdicts.values()).allSatisfy(it -> assertThat(it).containsAnyOf("PASS", "FAIL"));
        assertThat(verdicts.values().stream().flatMap(Set::stream)).contains("PASS", "FAIL");
    }

    @ParameterizedTest
    @CsvSource({
        "harbour-aws, harbour production",
        "lighthouse-azure, lighthouse subscriptions",
        "lake-jdcloud, lake cloud"
    })
    void aRecordingIsJudgedInAnOrganisationAsItIsByItself(String recording, String account, @TempDir Path folder)
            throws IOException {
        Path copy = folder.resolve(recording);
        Files.createDirectory(copy);
        try (Stream<Path> files = Files.list(Path.of("../samples/recorded", recording))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Map<String, String> alone = verdicts(Cli.run("evaluate", copy.toString(), "-o", "json=-", "--quiet"));
        Path organisation = Files.writeString(
                folder.resolve("organisation.yaml"), """
                name: Lakeside Group
                branches:
                  - name: Harbour
                    accounts: [{provider: %s, name: %s, snapshot: "%s"}]
                """.formatted(recording.split("-")[1], account, copy));
        Map<String, String> within =
                verdicts(Cli.run("scan", "--org", organisation.toString(), "-o", "json=-", "--quiet"));
        assertThat(within).isNotEmpty().isEqualTo(alone);
    }

    private static Map<String, String> verdicts(Cli cli) throws IOException {
        assertThat(cli.code()).as(cli.err()).isIn(0, 3);
        Map<String, String> verdicts = new TreeMap<>();
        FollowedReport.of(cli.out())
                .path("findings")
                .forEach(finding -> verdicts.put(
                        finding.at("/rule/id").asText() + " "
                                + finding.at("/asset/uid").asText(),
                        finding.path("verdict").asText()));
        return verdicts;
    }
}
