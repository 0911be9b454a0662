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

class WaiversCommandTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final LocalDate LATER = TODAY.plusDays(100);

    @TempDir
    private Path folder;

    @Test
    void eachStatementSaysWhetherItHoldsToday() throws Exception {
        Path waivers = waivers(
                waiver("toy-bucket-closed", "name: a", LATER),
                waiver("toy-bucket-closed", "name: a", TODAY.minusDays(1)));
        Path attestations = write("attest.yaml", """
                attestations:
                  - {asset: {type: toy.bucket}, field: attributes.Policy, value: shut, statement: So it is., owner: Li Wei,
                     evidence: A-7, from: %s, until: %s}
                """.formatted(TODAY, LATER));

        Cli cli = check(waivers.toString(), attestations.toString());

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out().lines().map(line -> line.replaceAll(" {2,}", "|")))
                .containsExactly(
                        "FILE|LINE|STATES|OWNER|STATE",
                        attestations + "|2|attributes.Policy|Li Wei|holds until " + LATER,
                        waivers + "|2|toy-bucket-closed|Anna|holds until " + LATER,
                        waivers + "|3|toy-bucket-closed|Anna|The waiver of toy-bucket-closed by Anna ended on "
                                + TODAY.minusDays(1) + " and does not count; renew it or remove it.");
    }

    @Test
    void whatMeetsNothingInASnapshotIsToldAndIsNoMistake() throws Exception {
        Path waivers = waivers(
                waiver("toy-bucket-closed", "name: a", LATER), waiver("toy-bucket-closed", "name: gone", LATER));
        Path snapshot = folder.resolve("snapshot");
        Cli.run("scan", "--provider", "toy", "--set", "world=north/a=open", "--snapshot", snapshot.toString());

        Cli cli = check(waivers.toString(), "--snapshot", snapshot.toString());

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out().lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("holds until " + LATER),
                        line -> assertThat(line).contains("meets no asset of this scan"));
    }

    @Test
    void oneRunTellsTheMistakesOfEveryFile() throws Exception {
        Path waivers = waivers(waiver("toy-bucket-close", "name: a", LATER));
        Path others =
                write("others.yaml", "waivers: [" + waiver("toy-bucket-closed", "kind: storage.bukket", LATER) + "]");
        Path neither = write("neither.yaml", "waiver: []");

        Cli cli = check(waivers.toString(), others.toString(), neither.toString());

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err().lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .startsWith(waivers + ", line 2")
                                .contains("did you mean toy-bucket-closed?"),
                        line -> assertThat(line)
                                .startsWith(others + ", line 1")
                                .contains("did you mean storage.bucket?"),
                        line -> assertThat(line)
                                .startsWith(neither + ", line 1")
                                .contains("did you mean waivers?"));
    }

    @Test
    void theWaiversOfAnOrganisationAreCheckedToo() throws Exception {
        Path organisation = write("organisation.yaml", """
                name: Group
                waivers: [%s]
                accounts: [{provider: toy, world: north/a=open}]
                """.formatted(waiver("no-such-rule-at-all", "name: a", LATER)));

        assertThat(check("--org", organisation.toString()).err())
                .startsWith(organisation + ", line 2")
                .contains("there is no rule no-such-rule-at-all;");
    }

    @Test
    void theSamplesHold() {
        Cli cli = Cli.run("waivers", "check", "../samples/waivers.yaml", "../samples/attest.yaml");

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).hasLineCount(3);
    }

    @Test
    void nothingToCheckIsAMistake() {
        assertThat(Cli.run("waivers", "check").code()).isEqualTo(2);
    }

    private static String waiver(String rule, String asset, LocalDate until) {
        return "{rule: %s, asset: {%s}, reason: It airs., owner: Anna, until: %s}".formatted(rule, asset, until);
    }

    private Path waivers(String... each) throws IOException {
        return write("waivers.yaml", "waivers:\n  - " + String.join("\n  - ", each) + "\n");
    }

    private Path write(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }

    private static Cli check(String... arguments) {
        List<String> all = new ArrayList<>(List.of("waivers", "check", "--rules-dir", "src/test/resources/rules"));
        all.addAll(List.of(arguments));
        return Cli.run(all.toArray(String[]::new));
    }
}
