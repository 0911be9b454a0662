package io.nephoscope.cli.command;

import io.nephoscope.inventory.doc.Text;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description =
                "Prints a script that completes commands and options in your shell, which must read it at its start.",
        footerHeading = "%nExamples:%n",
        footer = {"  source <(nephoscope completion bash)", "  nephoscope completion zsh > ~/.nephoscope.zsh"})
final class CompletionCommand extends Action {
    /** One script serves both: in zsh it turns on the completion of bash by itself. */
    private static final List<String> SHELLS = List.of("bash", "zsh");

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private String shell = "";

    @Override
    ExitCode run() {
        if (!SHELLS.contains(shell)) {
            throw new UsageException(Text.of(
                    "There is no completion for {0}; choose one of {1}.",
                    "没有 {0} 的补全；可选：{1}。", shell, String.join(", ", SHELLS)));
        }
        terminal().out().print(Completion.script("nephoscope", Nephoscope.commandLine(terminal())));
        return ExitCode.OK;
    }
}
