package io.nephoscope.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "version",
        description = "Shows the version.",
        footerHeading = "%nExample:%n",
        footer = "  nephoscope version")
final class VersionCommand extends Action {
    @Override
    ExitCode run() {
        terminal().out().println(new ToolVersion().getVersion()[0]);
        return ExitCode.OK;
    }
}
