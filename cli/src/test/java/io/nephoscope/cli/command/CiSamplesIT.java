package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps of the templates for build servers, run as those run them. */
class CiSamplesIT {
    private static final Path JARS = Path.of("target/dist/lib").toAbsolutePath();

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new TreeMap<>();

    /** A release that is unpacked and run as any, with the jars where they are. */
    @BeforeEach
    void release() throws Exception {
        Path release = Files.createDirectories(folder.resolve("release/nephoscope-0.1.0"));
        Path launcher = Files.writeString(release.resolve("nephoscope"), """
                #!/bin/sh
                echo "$*" >> '%s'
                exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s/*' io.nephoscope.cli.Main "$@"
                """.formatted(
                        calls(), Path.of(System.getProperty("java.home"), "bin/java"), JARS));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path archive = folder.resolve("release.tar.gz");
        run(folder, "tar -czf release.tar.gz -C release nephoscope-0.1.0");
        environment.put("RELEASE_URL", archive.toUri().toString());
        environment.put("RELEASE_SHA256", sha256(archive));
        environment.put(
                "ORGANISATION",
                Path.of("../samples/organisation.yaml").toRealPath().toString());
        environment.put("NEPHOSCOPE_RULE", "bucket-not-public,vm-has-no-public-address");
        environment.put("HOME", folder.toString());
    }

    @ParameterizedTest
    @EnumSource
    void theStepsScanAndHoldTheNextScanAgainstTheFirst(CiSample sample) throws Exception {
        Path work = Files.createDirectory(folder.resolve("work"));
        environment.put("TOOLS", Files.createDirectory(folder.resolve("tools")).toString());
        environment.put("DATA", work.toString());
        environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
        environment.put("OIDC_TOKEN", "token");
        environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", folder.resolve("token").toString());

        for (String step : sample.steps()) {
            run(work, step);
        }
        assertThat(work.resolve("last/judgement.json")).exists();
        assertThat(work.resolve("today")).doesNotExist();
        assertThat(reports(work)).contains("report.html", "report.sarif", "summary.md");

        for (String step : sample.steps()) {
            run(work, step);
        }
        assertThat(Files.readAllLines(calls()))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("scan --org ").doesNotContain("--baseline"),
                        second -> assertThat(second).contains(" --baseline last --fail-on-new high "));
    }

    private static List<String> reports(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work.resolve("reports"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path calls() {
        return folder.resolve("calls");
    }

    private static String sha256(Path file) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    /** With a variable that is not set as a failure. */
    private void run(Path in, String step) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder process = new ProcessBuilder("sh", "-eu", "-c", step)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("NEPHOSCOPE_") || name.startsWith("AWS_"));
        process.environment().putAll(environment);
        int code = process.start().waitFor();
        assertThat(code).as(step + "\n" + Files.readString(said)).isZero();
    }
}
