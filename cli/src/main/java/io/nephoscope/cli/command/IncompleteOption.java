package io.nephoscope.cli.command;

import picocli.CommandLine.Option;

/** Whether gaps count. */
final class IncompleteOption {
    @Option(names = "--allow-incomplete", description = "End with 0, not with 3, where something could not be read.")
    private boolean allowed;

    ExitCode code(boolean isComplete) {
        return isComplete || allowed ? ExitCode.OK : ExitCode.INCOMPLETE;
    }
}
