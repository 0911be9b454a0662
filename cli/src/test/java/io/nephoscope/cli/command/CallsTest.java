package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls planned beside those made, in every report. */
class CallsTest {
    @TempDir
    private Path folder;

    private Cli scan(String... more) {
        String[] command = new String[] {
            "scan",
            "--provider",
            "toy",
            "--set",
            "world=north/a=open north/b=secret south/c=shut",
            "--rule",
            "bucket-not-public",
            "--allow-incomplete",
            "--snapshot",
            folder.resolve("seen").toString()
        };
        String[] all = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return Cli.run(all);
    }

    private JsonNode calls(String file) throws Exception {
        return new ObjectMapper().readTree(folder.resolve(file).toFile()).path("calls");
    }

    @Test
    void everyReportTellsWhatWasPlannedAndWhatWasMade() throws Exception {
        Cli cli = scan("-o", "json=" + folder.resolve("a.json"), "-o", "html=" + folder.resolve("a.html"));

        JsonNode calls = calls("a.json");
        assertThat(calls.path("certain").asInt()).isEqualTo(2);
        assertThat(calls.path("expected").asInt()).isEqualTo(5);
        assertThat(calls.path("made").asInt()).isEqualTo(5);
        assertThat(calls.path("retries").asInt()).isZero();
        assertThat(calls.at("/byOperation/0"))
                .hasToString("{\"provider\":\"toy\",\"call\":\"toy:GetPolicy\",\"permission\":\"toy:GetPolicy\","
                        + "\"certain\":0,\"expected\":3,\"made\":3,\"retries\":0}");
        assertThat(cli.out()).contains("Calls: 5 expected for what was seen, 5 made, 0 tried again.\n");
        assertThat(Files.readString(folder.resolve("a.html")))
                .contains("<code>toy:GetPolicy</code>", "Calls planned and made");
    }

    @Test
    void aSnapshotTellsTheSameAgainInEitherLanguage() throws Exception {
        scan("-o", "json=" + folder.resolve("a.json"));
        Cli cli = Cli.run(
                "evaluate",
                folder.resolve("seen").toString(),
                "--rule",
                "bucket-not-public",
                "--lang",
                "zh",
                "-o",
                "json=" + folder.resolve("b.json"));
        assertThat(calls("b.json")).isEqualTo(calls("a.json"));
        assertThat(cli.out()).contains("调用：按所见资产预计 5 次，实际 5 次，重试 0 次。\n");
    }

    @Test
    void aBudgetThatIsSpentShowsInTheFigures() throws Exception {
        scan("--max-calls", "3", "-o", "json=" + folder.resolve("a.json"));
        assertThat(calls("a.json").path("expected").asInt())
                .isGreaterThan(calls("a.json").path("made").asInt());
        assertThat(calls("a.json").path("made").asInt()).isEqualTo(3);
    }
}
