package io.nephoscope.cli.command;

import io.nephoscope.inventory.Types;
import io.nephoscope.rules.Statements;
import io.nephoscope.rules.statement.AttestationReader;
import io.nephoscope.rules.statement.WaiverReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What people answer for. */
final class StatementOptions {
    @ArgGroup(validate = false, order = 3, heading = "%nWhat people answer for:%n")
    private Given given = new Given();

    private static final class Given {
        @Option(
                names = "--attest",
                paramLabel = "FILE",
                description =
                        "Statements that stand in for what nobody could read, each with an owner and an end. Repeatable.")
        private List<Path> attestations = new ArrayList<>();

        @Option(
                names = "--waivers",
                paramLabel = "FILE",
                description = "Waivers: they mark a FAIL, so that --fail-on does not count it. Repeatable.")
        private List<Path> waivers = new ArrayList<>();
    }

    Statements read(Types types) {
        AttestationReader attestations = new AttestationReader(types);
        WaiverReader waivers = new WaiverReader(types);
        return new Statements(
                given.attestations.stream()
                        .flatMap(file -> attestations.read(file).stream())
                        .toList(),
                given.waivers.stream()
                        .flatMap(file -> waivers.read(file).stream())
                        .toList());
    }
}
