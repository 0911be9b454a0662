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
                            "--rules-dir",
                            unjudged().toString(),
                            "--snapshot",
                            recording.toString());
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
        leaveOutFindings(recording);
    }

    /** Rules on the types that the catalogue does not judge, so that the recording holds every type and can be listed whole. */
    private static Path unjudged() throws IOException {
        Path rules = Files.createTempDirectory("unjudged");
        for (String type : List.of("aws.iam.group", "aws.iam.role")) {
            String id = type.replace('.', '-') + "-named";
            Files.writeString(rules.resolve(id + ".yaml"), """
                    id: %s
                    applies: %s
                    severity: low
                    title: {en: It has a name, zh: 有名称}
                    why: {en: To be listed., zh: 用于列出。}
                    failed: {en: It has no name., zh: 没有名称。}
                    pass: name != ""
                    remediation: {aws: {console: {en: Name it., zh: 命名。}, cli: none, terraform: none}}
                    references: [{name: none}]
                    examples:
                      - {name: named, verdict: PASS, attributes: {}}
                    """.formatted(id, type));
        }
        return rules;
    }

    /** A recording is of what the cloud said; what rules say of it is told anew at each replay. */
    private static void leaveOutFindings(Path recording) throws IOException {
        Files.deleteIfExists(recording.resolve("findings.ndjson"));
        Files.deleteIfExists(recording.resolve("judgement.json"));
    }
}
