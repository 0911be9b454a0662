package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Loads the classes that commands need, for the launcher, which keeps them in an archive. Sends nothing. */
@Command(name = "warm-up", description = "Loads the classes that commands need.")
final class WarmUpCommand extends Action {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("version"),
            List.of("help", "scan"),
            List.of("types", "list"),
            List.of("rules", "list"),
            List.of("rules", "test"),
            List.of("typo"));

    @Override
    ExitCode run() {
        Terminal nowhere = new Terminal(
                OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Terminal.Looks.PLAIN, Map.of());
        COMMANDS.forEach(command -> Nephoscope.run(nowhere, command.toArray(String[]::new)));
        return ExitCode.OK;
    }
}
