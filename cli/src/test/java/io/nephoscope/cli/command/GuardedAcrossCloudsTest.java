package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.FollowedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Security products that a register brings in, and whom they guard on two clouds. */
class GuardedAcrossCloudsTest {
    private static final String AGENTS = """
            class,native_id,owner,protects
            security.host,agents-lake,soc@lake,id:i-good; id:i-windows
            security.host,agents-east,soc@lake,tag:team=harbour
            """;
    private static final String SITES = """
            class,native_id,domains,protects
            web.entry,shop,shop.hills.example,
            web.entry,intranet,intranet.lake.example,
            security.waf,waf-hills,none,域名:*.hills.example
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        rule("vm-has-host-security", "compute.vm", "size(related.hostSecurity) > 0");
        rule("entry-behind-waf", "web.entry", "size(related.waf) > 0");
        rule("guard-has-owner", "security.host", "facets.owner != '' && size(facets.protects) > 0");
        Files.writeString(folder.resolve("agents.csv"), AGENTS);
        Files.writeString(folder.resolve("sites.csv"), SITES);
        Files.writeString(folder.resolve("organisation.yaml"), """
                name: Lakeside Group
                accounts:
                  - {provider: jdcloud, name: lake, regions: [cn-north-1, cn-east-2], snapshot: "%1$s/lake-jdcloud"}
                  - {provider: azure, name: lighthouse, snapshot: "%1$s/lighthouse-azure"}
                  - {provider: files, name: agents, path: agents.csv}
                  - {provider: files, name: sites, path: sites.csv}
                """.formatted(
                        Path.of("../samples/recorded").toAbsolutePath().normalize()));
    }

    /** A register in each of two branches. */
    private void twoRegisters() throws IOException {
        Files.writeString(folder.resolve("agents.csv"), "class,native_id,protects\nsecurity.host,agents,id:far\n");
        Files.writeString(
                folder.resolve("machines.csv"),
                "class,native_id,protects\ncompute.vm,near,\ncompute.vm,far,\nsecurity.host,mine,id:near\n");
        Files.writeString(folder.resolve("organisation.yaml"), """
                name: Lakeside Group
                branches:
                  - name: A
                    accounts: [{provider: files, name: fa, path: machines.csv}]
                  - name: B
                    accounts: [{provider: files, name: fb, path: agents.csv}]
                """);
    }

    private void rule(String id, String kind, String pass) throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve(id + ".yaml"), """
                id: %s
                applies: %s
                severity: high
                title: {en: It is guarded, zh: 已受防护}
                why: {en: Attacks go unseen., zh: 攻击不会被发现。}
                failed: {en: Nothing guards it., zh: 没有任何防护。}
                pass: %s
                remediation:
                  any:
                    console: {en: Guard it., zh: 加以防护。}
                    cli: none
                    terraform: none
                references: [{name: manual, url: "https://example.org/"}]
                """.formatted(id, kind, pass));
    }

    /** By native id the verdict, and of an unknown one the calls that are missing. */
    private Map<String, String> verdicts(String rule, String... more) throws IOException {
        String[] scan = {
            "scan",
            "--org",
            folder.resolve("organisation.yaml").toString(),
            "--rules-dir",
            folder.resolve("rules").toString(),
            "--rule",
            rule,
            "-o",
            "json=-",
            "--quiet"
        };
        Cli cli = Cli.run(Stream.of(scan, more).flatMap(Arrays::stream).toArray(String[]::new));
        Map<String, String> verdicts = new TreeMap<>();
        for (JsonNode finding : FollowedReport.of(cli.out()).path("findings")) {
            String uid = finding.at("/asset/uid").asText();
            StringBuilder verdict = new StringBuilder(finding.path("verdict").asText());
            finding.path("missing")
                    .forEach(cause ->
                            verdict.append(' ').append(cause.at("/message/en").asText()));
            verdicts.put(uid.substring(uid.lastIndexOf(uid.contains("/") ? '/' : ':') + 1), verdict.toString());
        }
        return verdicts;
    }

    @Test
    void aMachineOfACloudIsGuardedByAnAgentThatARegisterKnows() throws IOException {
        assertThat(verdicts("vm-has-host-security"))
                .containsEntry("i-good", "PASS")
                .containsEntry("i-windows", "PASS")
                .as("a product of the cloud's own would not be seen")
                .containsEntry("i-bad", "UNKNOWN jdcloud has no type that tells of security.host")
                .containsEntry("i-east", "UNKNOWN jdcloud has no type that tells of security.host")
                .containsEntry("lamp", "UNKNOWN azure has no type that tells of security.host");
    }

    @Test
    void whereAProductIsLostFromTheRegisterNobodyIsKnownToGuardTheRest() throws IOException {
        Files.writeString(folder.resolve("agents.csv"), AGENTS + "security.host,,soc@lake,id:i-bad\n");

        assertThat(verdicts("vm-has-host-security"))
                .containsEntry("i-good", "PASS")
                .hasEntrySatisfying(
                        "i-bad", it -> assertThat(it).startsWith("UNKNOWN").contains("agents.csv, line 4"));
    }

    @Test
    void whereNoRegisterWasReadNobodyLookedForWhomeverGuards() throws IOException {
        assertThat(verdicts("vm-has-host-security", "--account", "lake"))
                .hasEntrySatisfying(
                        "i-good",
                        it -> assertThat(it).startsWith("UNKNOWN").contains("files.security.host was not looked for"));
    }

    @Test
    void whoMayBeGuardedFromOutsideThePartThatIsScannedIsNotKnownToBeGuardedByNobody() throws IOException {
        twoRegisters();

        assertThat(verdicts("vm-has-host-security"))
                .containsEntry("near", "PASS")
                .containsEntry("far", "PASS");
        for (String[] limit : List.of(new String[] {"--branch", "/A"}, new String[] {"--account", "fa"})) {
            assertThat(verdicts("vm-has-host-security", limit))
                    .hasEntrySatisfying(
                            "far",
                            it -> assertThat(it)
                                    .startsWith("UNKNOWN")
                                    .contains("is not in this part of the scan, which is that of"));
        }
    }

    @Test
    void anEntryIsGuardedByTheFirewallThatKnowsItsDomain() throws IOException {
        Files.writeString(folder.resolve("organisation.yaml"), """
                name: Lakeside Group
                accounts: [{provider: files, name: sites, path: sites.csv}]
                """);

        assertThat(verdicts("entry-behind-waf")).containsEntry("shop", "PASS").containsEntry("intranet", "FAIL");
    }

    /** The clouds list firewalls of their own, and do not say whom those guard. */
    @Test
    void aFirewallThatDoesNotSayWhomItGuardsLeavesItOpen() throws IOException {
        assertThat(verdicts("entry-behind-waf"))
                .containsEntry("shop", "PASS")
                .hasEntrySatisfying(
                        "intranet",
                        it -> assertThat(it).startsWith("UNKNOWN").contains("has no way to tell whom it guards"));
    }

    @Test
    void whoAnswersForAProductAndWhatItProtectsAreFacetsOfIt() throws IOException {
        assertThat(verdicts("guard-has-owner"))
                .containsEntry("agents-lake", "PASS")
                .containsEntry("agents-east", "PASS");
    }
}
