package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Loads the classes that commands need, for the launcher, which keeps them in an archive. Sends nothing over a network. */
@Command(name = "warm-up", description = "Loads the classes that commands need.")
final class WarmUpCommand extends Action {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("version"),
            List.of("help", "scan"),
            List.of("types", "list", Configuration.NO_CONFIG),
            List.of("rules", "list", Configuration.NO_CONFIG),
            List.of("rules", "test", Configuration.NO_CONFIG),
            List.of("typo"));

    @Override
    ExitCode run() {
        Terminal nowhere = new Terminal(
                OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Terminal.Looks.PLAIN, Map.of());
        COMMANDS.forEach(command -> Nephoscope.run(nowhere, command.toArray(String[]::new)));
        scan(nowhere);
        try (Installed installed = installed()) {
            installed.providers().values().forEach(Provider::warmUp);
        }
        return ExitCode.OK;
    }

    private static void scan(Terminal nowhere) {
        try {
            Path assets = Files.createTempFile("nephoscope", ".csv");
            try {
                Files.writeString(assets, "class,native_id\ncompute.vm,vm-1\n");
                String set = "path=" + assets;
                Nephoscope.run(
                        nowhere, "scan", Configuration.NO_CONFIG, "--provider", "files", "--set", set, "-o", "json=-");
            } finally {
                Files.delete(assets);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
