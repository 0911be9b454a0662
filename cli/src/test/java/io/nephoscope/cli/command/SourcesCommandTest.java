package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that files describe, on the command line: the sample's console, answered from what was recorded. */
class SourcesCommandTest {
    private static final Path SAMPLE = Path.of("..", "samples", "sources");
    private static final String URL = "url=https://waf.harbour.example:8443";

    @TempDir
    Path folder;

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

    private Cli tried(String... more) {
        String[] all = new String[more.length + 7];
        System.arraycopy(more, 0, all, 0, more.length);
        String[] rest = {
            folder.resolve(more[1].equals("try") ? "wallgate.site.yaml" : "").toString(),
            "--recorded",
            folder.resolve("wallgate.ndjson").toString(),
            "--set",
            URL,
            "--lang",
            "en"
        };
        System.arraycopy(rest, 0, all, more.length, rest.length);
        return Cli.run(all);
    }

    @Test
    void aTypeIsTriedAgainstItsRecordedAnswers() {
        Cli cli = tried("types", "try");
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("Account WG-77-0042", "wallgate.site in global: 3 came; the list is whole");
    }

    @Test
    void aCheckHoldsEachTypeAgainstThemToo() {
        Cli cli = tried("types", "check");
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("wallgate: 1 types", "  wallgate.site: wallgate:sites, wallgate:policy", "3 came");
    }

    @Test
    void aPagingThatNoAnswerHasIsDoubted() throws IOException {
        change(
                "wallgate.yaml",
                "paging: {page: body.pageNo, first: 1, size: {body.pageSize: 2}, total: total}",
                "paging: {token: body.pageNo, next: nextt, size: {body.pageSize: 2}}");
        change("wallgate.ndjson", "\\\"pageNo\\\":1,", "");
        assertThat(tried("types", "try").out())
                .contains("wallgate:sites, paging.next: no answer has nextt, and the last page is full;");
        assertThat(tried("types", "check").out()).contains("no answer has nextt");
    }

    @Test
    void anAnswerThatWasNotRecordedIsNamedWithTheFileThatLacksIt() throws IOException {
        change("wallgate.ndjson", "\\\"pageNo\\\":2", "\\\"pageNo\\\":9");
        Cli cli = tried("types", "try");
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
}
