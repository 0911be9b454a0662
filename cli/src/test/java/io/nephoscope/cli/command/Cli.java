package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** How a command line ended, and what it said. */
record Cli(int code, String out, String err) {
    static Cli run(String... arguments) {
        return run(Map.of(), arguments);
    }

    static Cli run(Map<String, String> environment, String... arguments) {
        return in(Path.of(""), environment, arguments);
    }

    /** @param here the folder from which a configuration file is looked for */
    static Cli in(Path here, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(out, err, Terminal.Looks.PLAIN, environment);
        int code = Nephoscope.run(terminal, here, arguments);
        return new Cli(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
