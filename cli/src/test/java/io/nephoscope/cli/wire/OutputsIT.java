package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program leaves behind where it cannot write, and who may read what it wrote. */
class OutputsIT {
    private static final String LOST =
            "Standard output cannot be written (No space left on device); what stands there is not whole.\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void assets() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "class,native_id,name,facet:running\ncompute.vm,vm-1,one,true\n");
    }

    private Nephoscope.Run shell(String before, String... arguments) throws Exception {
        return new Nephoscope(folder, Map.of()).run(List.of("sh", "-c", before, "sh"), process -> {}, arguments);
    }

    private Nephoscope.Run scan(String before, String... more) throws Exception {
        return shell(
                before,
                Stream.concat(
                                Stream.of("scan", "--provider", "files", "--set", "path=a.csv", "--quiet"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "--version",
                "--help",
                "help scan",
                "rules list",
                "rules show bucket-not-public",
                "types list",
                "completion bash",
                "import header",
                "import check a.csv",
                "organisation schema",
                "permissions --provider aws",
                "plan --provider aws",
                "plan --provider aws -o json=-",
                "inventory --provider files --set path=a.csv",
                "scan --provider files --set path=a.csv",
                "scan --provider files --set path=a.csv -o json=- --quiet",
                "doctor --provider files --set path=a.csv"
            })
    void aFullStandardOutputIsOneSentenceWhateverTheCommand(String command) throws Exception {
        Nephoscope.Run run = shell("exec \"$@\" >/dev/full", command.split(" "));

        assertThat(run.err()).endsWith(LOST).doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aReaderThatHasReadEnoughIsNoError() throws Exception {
        Nephoscope.Run run = shell("{ \"$@\"; echo \"code $?\" >&2; } | head -n 1", "rules", "list");

        assertThat(run.out()).startsWith("RULE").hasLineCount(1);
        assertThat(run.err()).isEqualTo("code 0\n");
    }

    @Test
    void aFullDeviceInPlaceOfAReportIsOneSentence() throws Exception {
        Nephoscope.Run run = scan("exec \"$@\"", "-o", "html=/dev/full");

        assertThat(run.err())
                .isEqualTo("The file /dev/full cannot be written (No space left on device); name another file.\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aReportThatDoesNotFitLeavesTheOneBeforeItAndNothingElse() throws Exception {
        Files.writeString(folder.resolve("report.json"), "before");

        Nephoscope.Run run = scan("ulimit -f 200; exec \"$@\"", "-o", "json=report.json");

        assertThat(run.err())
                .isEqualTo("The file report.json cannot be written (File too large); name another file.\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("report.json")).hasContent("before");
        assertThat(names()).containsExactly("a.csv", "report.json");
    }

    @Test
    void whatIsWrittenIsForItsOwnersEyesUnlessItIsWidened() throws Exception {
        assertThat(scan("umask 0; exec \"$@\"", "-o", "json=report.json", "--snapshot", "snapshot")
                        .err())
                .isEmpty();
        assertThat(permissions("report.json", "snapshot", "snapshot/assets.ndjson", "snapshot/findings.ndjson"))
                .containsExactly("rw-------", "rwx------", "rw-------", "rw-------");

        scan("umask 077; exec \"$@\"", "-o", "json=report.json", "--snapshot", "open", "--output-mode", "640");
        assertThat(permissions(
                        "report.json", "open", "open/assets.ndjson", "open/findings.ndjson", "open/judgement.json"))
                .containsExactly("rw-r-----", "rwxr-x---", "rw-r-----", "rw-r-----", "rw-r-----");
    }

    private List<String> permissions(String... files) throws IOException {
        java.util.ArrayList<String> permissions = new java.util.ArrayList<>();
        for (String file : files) {
            permissions.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))));
        }
        return permissions;
    }

    @Test
    void aPipeAndStandardOutputByItsNameAreWrittenInto() throws Exception {
        Nephoscope.Run run = scan("exec \"$@\" 3>&1", "-o", "summary-csv=/dev/stdout", "-o", "branches-csv=/dev/fd/3");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isNotEmpty();
        assertThat(names()).containsExactly("a.csv");
    }
}
