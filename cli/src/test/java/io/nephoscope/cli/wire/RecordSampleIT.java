package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Records the sample anew: mvn verify -Dnephoscope.sample=write -Dit.test=RecordSampleIT. */
@EnabledIfSystemProperty(named = "nephoscope.sample", matches = "write")
class RecordSampleIT {
    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();

    @Test
    void theSampleIsRecordedFromTheEmulator() throws Exception {
        Path recording = SAMPLES.resolve("recorded").resolve("harbour-aws");
        if (Files.exists(recording)) {
            try (var files = Files.walk(recording)) {
                List<Path> old = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : old) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(recording.getParent());
        try (Moto moto = Moto.start()) {
            new HarbourWorld(moto).seed();
            Nephoscope.Run run = new Nephoscope(
                            SAMPLES,
                            Map.of(
                                    "AWS_ENDPOINT_URL", moto.endpoint().toString(),
                                    "AWS_ACCESS_KEY_ID", "test",
                                    "AWS_SECRET_ACCESS_KEY", "test"))
                    .run(
                            "scan",
                            "--provider",
                            "aws",
                            "--region",
                            "eu-west-1",
                            "--region",
                            "us-east-1",
                            "--snapshot",
                            recording.toString());
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
        leaveOutFindings(recording);
    }

    /** A recording is of what the cloud said; what rules say of it is told anew at each replay. */
    private static void leaveOutFindings(Path recording) throws IOException {
        Files.deleteIfExists(recording.resolve("findings.ndjson"));
    }
}
