package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Completeness;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import picocli.CommandLine.Option;

/** Whether gaps count. */
final class IncompleteOption {
    @Option(names = "--allow-incomplete", description = "End with 0, not with 3, where something could not be read.")
    private boolean allowed;

    Ending ending(Completeness completeness, Words words) {
        return completeness.isWhole() || allowed
                ? Ending.OK
                : new Ending(
                        ExitCode.INCOMPLETE,
                        words.of(Word.EXIT_INCOMPLETE, completeness.inSentences(words), "--allow-incomplete"));
    }
}
