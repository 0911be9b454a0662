package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class CiSamplesTest {
    @Test
    void everyFileOfTheFolderIsATemplateThatTestsKnow() throws IOException {
        try (Stream<Path> files = Files.list(CiSample.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(CiSample.values())
                            .map(CiSample::fileName)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOptionOfAStepIsOneOfAScan(CiSample sample) throws IOException {
        CommandLine scan = Nephoscope.commandLine(new Terminal(
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream(),
                        Terminal.Looks.PLAIN,
                        Map.of()))
                .getSubcommands()
                .get("scan");

        assertThat(sample.options())
                .contains("--baseline", "--fail-on-new", "--snapshot", "--output")
                .allSatisfy(option -> assertThat(scan.getCommandSpec().findOption(option))
                        .as(option)
                        .isNotNull());
    }

    @Test
    void whatWasReportedIsKeptAlsoWhereTheScanFails() throws IOException {
        assertThat(CiSample.GITHUB.text()).containsPattern("upload-artifact@v\\d+\\s+if: always\\(\\)");
        assertThat(CiSample.GITLAB.text()).containsPattern("artifacts:\\s+when: always");
        assertThat(CiSample.JENKINS.text()).containsPattern("(?s)post \\{\\s+always \\{.*archiveArtifacts");
        assertThat(CiSample.KUBERNETES.text()).contains("persistentVolumeClaim");
    }
}
