package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.FollowedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register of the group says of each row to which branch it belongs: whoever looks at one branch sees its rows. */
class ImportedBranchTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("register.csv"), """
                class,native_id,branch,domains,protects
                web.entry,at-hills,/Lakeside Group/Hills,shop.hills.example,
                web.entry,in-cellar,/Lakeside Group/Hills/Cellar,cellar.example,
                web.entry,at-harbour,/Lakeside Group/Harbour,harbour.example,
                compute.vm,vm-hills,/Lakeside Group/Hills,,
                compute.vm,nowhere,,,
                network.subnet,subnet-hills,/Lakeside Group/Hills,,
                security.waf,waf-hills,/Lakeside Group/Hills,none,domain:*.hills.example; domain:own.example
                security.waf,waf-harbour,/Lakeside Group/Harbour,none,domain:cellar.example
                """);
        Files.writeString(folder.resolve("own.csv"), "class,native_id,domains\nweb.entry,own,own.example\n");
        Files.writeString(Files.createDirectories(folder.resolve("rules")).resolve("entry-behind-waf.yaml"), """
                id: entry-behind-waf
                applies: web.entry
                severity: high
                title: {en: It is guarded, zh: 已受防护}
                why: {en: Attacks go unseen., zh: 攻击不会被发现。}
                failed: {en: Nothing guards it., zh: 没有任何防护。}
                pass: size(related.waf) > 0
                remediation:
                  any:
                    console: {en: Guard it., zh: 加以防护。}
                    cli: none
                    terraform: none
                references: [{name: manual, url: "https://example.org/"}]
                """);
        Files.writeString(folder.resolve("organisation.yaml"), """
                name: Lakeside Group
                accounts: [{provider: files, name: register, path: register.csv}]
                branches:
                  - name: Hills
                    accounts: [{provider: files, name: own, path: own.csv}]
                  - name: Harbour
                """);
    }

    private Cli scan(String... more) {
        return run(
                Stream.of(
                        "scan",
                        "--org",
                        folder.resolve("organisation.yaml").toString(),
                        "--rule",
                        "entry-behind-waf",
                        "--rule",
                        "vm-has-no-public-address"),
                more);
    }

    private Cli run(Stream<String> command, String... more) {
        Stream<String> usual = Stream.of("--rules-dir", folder.resolve("rules").toString(), "--quiet", "-o", "json=-");
        return Cli.run(
                Stream.of(command, usual, Arrays.stream(more)).flatMap(it -> it).toArray(String[]::new));
    }

    private static Map<String, String> findings(String report) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode finding : FollowedReport.of(report).path("findings")) {
            found.put(
                    finding.path("rule").asText() + " "
                            + finding.at("/asset/uid").asText(),
                    finding.path("verdict").asText());
        }
        return found;
    }

    @Test
    void aScanOfABranchFindsWhatAReportOfTheBranchTellsOfTheWhole() throws IOException {
        String whole = folder.resolve("whole").toString();
        scan("--snapshot", whole);
        Cli part = run(Stream.of("report", whole), "--branch", "/Hills");

        Map<String, String> scanned = findings(scan("--branch", "/Hills").out());

        assertThat(scanned).isEqualTo(findings(part.out()));
        assertThat(scanned.toString())
                .contains("at-hills=PASS", "own=PASS", "in-cellar=UNKNOWN", "vm-hills=UNKNOWN")
                .doesNotContain("at-harbour", "nowhere");
    }

    @Test
    void aBranchThatOnlyRowsNameIsFound() throws IOException {
        assertThat(findings(scan("--branch", "/Hills/Cellar").out()).toString())
                .contains("in-cellar")
                .doesNotContain("at-hills", "own");
        Cli nowhere = scan("--branch", "/Hlils");
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("/Lakeside Group/Hlils");
    }

    @Test
    void aRowThatCannotBeReadMayBelongToTheBranch() throws IOException {
        Files.writeString(
                folder.resolve("register.csv"),
                "class,native_id,branch\ncompute.vm,,/Lakeside Group/Hills\ncompute.vm,a,/Lakeside Group/Harbour\n");

        Cli hills = scan("--branch", "/Hills");

        assertThat(hills.code()).isEqualTo(3);
        assertThat(hills.out())
                .contains("1 of 2 rows could not be read: register.csv, line 2")
                .doesNotContain("\"a\"");
    }

    /** No rule reads subnets. */
    @Test
    void allRowsOfAFileAreInTheInventoryOfAScan() throws IOException {
        assertThat(FollowedReport.of(scan().out()).path("assets").findValuesAsText("nativeId"))
                .contains("subnet-hills", "vm-hills", "waf-harbour");
    }

    @Test
    void aRegisterThatHoldsNothingOfTheBranchIsNoPartOfItsScan() throws IOException {
        Files.writeString(
                folder.resolve("register.csv"), "class,native_id,branch\ncompute.vm,a,/Lakeside Group/Harbour\n");

        assertThat(scan("--branch", "/Hills").out()).contains("\"own\"").doesNotContain("register");
    }
}
