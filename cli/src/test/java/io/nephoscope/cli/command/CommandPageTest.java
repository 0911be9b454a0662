package io.nephoscope.cli.command;

import io.nephoscope.cli.pages.ReferencePage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** The reference page of commands is what each says of itself. */
class CommandPageTest {
    @Test
    void thePageOfCommandsIsCurrent() throws IOException {
        StringBuilder page = new StringBuilder("# Commands\n\nWhat `--help` prints of each.\n");
        HelpTest.commands()
                .forEach(command -> page.append("\n## ")
                        .append(command.getCommandSpec().qualifiedName())
                        .append("\n\n```\n")
                        .append(command.getUsageMessage(Ansi.OFF).strip())
                        .append("\n```\n"));
        new ReferencePage("cli/README.md").check(page.toString());
    }
}
