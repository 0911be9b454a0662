package io.nephoscope.cli.wire;

import io.nephoscope.jdcloud.fixture.JdCloudServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An organisation of two accounts on JD Cloud, and the scans of it. */
record TwoJdAccounts(JdCloudServer first, JdCloudServer second) {
    String organisation(Path into) throws IOException {
        return Files.writeString(into.resolve("organisation.yaml"), """
                name: Two accounts
                branches:
                  - name: First
                    accounts:
                      - provider: jdcloud
                        endpoint-url: %s
                        regions: [cn-north-1, cn-east-2]
                  - name: Second
                    accounts:
                      - provider: jdcloud
                        endpoint-url: %s
                        regions: [cn-north-1, cn-east-2]
                """.formatted(first.endpoint(), second.endpoint()))
                .toString();
    }

    String[] scanning(Path into) throws IOException {
        return new String[] {
            "scan",
            "--org",
            organisation(into),
            "-o",
            "json=" + into.resolve("report.json"),
            "-o",
            "html=" + into.resolve("report.html"),
            "-o",
            "csv=" + into.resolve("findings.csv"),
            "-o",
            "assets-csv=" + into.resolve("assets.csv"),
            "--snapshot",
            into.resolve("snapshot").toString(),
            "--verbose"
        };
    }

    Nephoscope.Run scan(Path into) throws IOException {
        return program(into).here(scanning(into));
    }

    Nephoscope program(Path into) {
        return new Nephoscope(
                into,
                Map.of("JDCLOUD_ACCESS_KEY", JdCloudServer.ACCESS_KEY, "JDCLOUD_SECRET_KEY", JdCloudServer.SECRET_KEY));
    }
}
