package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that files describe, on the command line: the sample's console, answered from what was recorded. */
class SourcesCommandTest {
    private static final Path SAMPLE = Path.of("..", "samples", "sources");
    private static final String URL = "url=https://waf.harbour.example:8443";

    @TempDir
    Path folder;

    @TempDir
    Path snapshots;

    @BeforeEach
    void copy() throws IOException {
        for (String file : new String[] {"wallgate.yaml", "wallgate.site.yaml", "wallgate.ndjson"}) {
            Files.copy(SAMPLE.resolve(file), folder.resolve(file));
        }
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private Cli held(String command, String file) {
        String recorded = folder.resolve("wallgate.ndjson").toString();
        return Cli.run("types", command, folder.resolve(file).toString(), "--recorded", recorded, "--set", URL);
    }

    @Test
    void aTypeIsTriedAgainstItsRecordedAnswers() {
        Cli cli = held("try", "wallgate.site.yaml");
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("Account WG-77-0042", "wallgate.site in global: 3 came; the list is whole");
    }

    @Test
    void aCheckHoldsEachTypeAgainstThemToo() {
        Cli cli = held("check", "wallgate.yaml");
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("wallgate: 1 types", "  wallgate.site: wallgate:sites, wallgate:policy", "3 came");
    }

    @Test
    void aListThatEndsForWantOfAFieldThatNoAnswerHasIsNotWhole() throws IOException {
        change(
                "wallgate.yaml",
                "paging: {page: body.pageNo, first: 1, size: {body.pageSize: 2}, total: total}",
                "paging: {token: body.pageNo, next: nextt, size: {body.pageSize: 2}}");
        change("wallgate.ndjson", "\\\"pageNo\\\":1,", "");
        Cli tried = held("try", "wallgate.site.yaml");
        assertThat(tried.code()).isEqualTo(3);
        assertThat(tried.out())
                .contains("paging.next: no answer has nextt, and the last page is full; the list may go on");
        assertThat(held("check", "wallgate.yaml").out()).contains("no answer has nextt");
    }

    @Test
    void anAnswerThatWasNotRecordedIsNamedWithTheFileThatLacksIt() throws IOException {
        change("wallgate.ndjson", "\\\"pageNo\\\":2", "\\\"pageNo\\\":9");
        Cli cli = held("try", "wallgate.site.yaml");
        assertThat(cli.code()).isEqualTo(3);
        assertThat(cli.out())
                .contains("wallgate.ndjson holds no answer to POST https://waf.harbour.example:8443/api/v2/sites/search"
                        + " {\"enabled\":\"all\",\"pageNo\":2,\"pageSize\":2}");
    }

    @Test
    void aSourceThatTakesAProvidersNameIsRefusedWithItsFile() throws IOException {
        change("wallgate.yaml", "service: wallgate", "service: aws");
        Cli cli = Cli.run("types", "check", folder.toString());
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err())
                .contains("wallgate.yaml, line ", ", field service: there is a provider aws already; give the service");
    }

    @Test
    void theFolderOfASourceMayBeNamedTwice() {
        Cli cli = Cli.run(
                "types",
                "list",
                "--types-dir",
                folder.toString(),
                "--types-dir",
                folder.resolve("..").resolve(folder.getFileName()).toString());
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("wallgate.site");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "nobody.yaml"})
    void aServiceThatIsNoFileIsRefusedAndTheFolderAroundItIsNotRead(String service) throws IOException {
        Path organisation = Files.writeString(folder.resolve("organisation.yml"), """
                name: Harbour
                accounts:
                  - provider: rest
                    service: %s
                """.formatted(service));
        Cli cli = Cli.run("organisation", "check", organisation.toString());
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err().strip())
                .contains("organisation.yml, line 4", "field accounts[0].service: ", " is no file; name the file")
                .doesNotContain("\n");
    }

    @Test
    void whoeverNamesNoSourceButTheirProviderHearsHowOneIsNamed() {
        Cli cli = Cli.run("scan", "--provider", "rest");
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("{provider: rest, service: FILE, …}", "--types-dir DIR --provider NAME");
    }

    @Test
    void theDoctorTriesTheCallThatSaysWhoseAccountItIs() {
        Cli cli = Cli.run(
                "doctor",
                "--provider",
                "wallgate",
                "--types-dir",
                folder.toString(),
                "--set",
                URL,
                "--set",
                "replay=" + folder.resolve("wallgate.ndjson"));
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("accepted: account WG-77-0042").doesNotContain("Not tried");
    }

    private Path scanned() {
        Path snapshot = snapshots.resolve("seen");
        Cli cli = Cli.run(
                "scan",
                "--provider",
                "wallgate",
                "--types-dir",
                folder.toString(),
                "--set",
                URL,
                "--set",
                "replay=" + folder.resolve("wallgate.ndjson"),
                "--snapshot",
                snapshot.toString(),
                "--quiet");
        assertThat(cli.code()).as(cli.err()).isZero();
        return snapshot;
    }

    @Test
    void aSnapshotIsJudgedAndReportedTheSameWhereNobodyHasTheFilesOfItsSource() throws IOException {
        Path snapshot = scanned();
        Cli with =
                Cli.run("evaluate", snapshot.toString(), "--types-dir", folder.toString(), "-o", "json=-", "--quiet");
        Cli without = Cli.run("evaluate", snapshot.toString(), "-o", "json=-", "--quiet");
        assertThat(without.code()).as(without.err()).isEqualTo(with.code());
        assertThat(without.out()).contains("wallgate.site").isEqualTo(with.out());
        assertThat(Cli.run("report", snapshot.toString(), "-o", "json=-", "--quiet")
                        .out())
                .isEqualTo(with.out());
        assertThat(Files.readString(snapshot.resolve("sources/wallgate/wallgate.yaml")))
                .isEqualTo(Files.readString(SAMPLE.resolve("wallgate.yaml")));
    }

    @Test
    void filesOfASourceThatWereChangedOrAddedInASnapshotAreRefused() throws IOException {
        Path file = scanned().resolve("sources/wallgate/wallgate.site.yaml");
        String written = Files.readString(file);
        Files.writeString(file, written.replace("is: enabled && mode", "is: enabled || mode"));
        Cli changed = Cli.run("evaluate", snapshots.resolve("seen").toString());
        assertThat(changed.code()).isEqualTo(2);
        assertThat(changed.err()).contains("sources/wallgate: is not what the scan wrote");

        Files.writeString(file, written);
        Files.writeString(file.resolveSibling("more.yaml"), written.replace("wallgate.site", "wallgate.more"));
        assertThat(Cli.run("evaluate", snapshots.resolve("seen").toString()).err())
                .contains("sources/wallgate: is not what the scan wrote");
    }
}
