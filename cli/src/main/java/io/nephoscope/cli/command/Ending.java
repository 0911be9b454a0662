package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.terminal.Terminal;

/**
 * How a command ends that did all it could.
 *
 * @param why what ends it with another code than 0, in the language of its report; empty where nothing does
 */
record Ending(ExitCode code, String why) {
    static final Ending OK = new Ending(ExitCode.OK, "");

    /** Of a command that has said why, unless it was to be quiet. */
    ExitCode sayIf(boolean quiet, Terminal terminal) {
        return quiet ? say(terminal) : code;
    }

    /** Says why, however quiet the command is to be: a code alone sends people looking. */
    ExitCode say(Terminal terminal) {
        if (code != ExitCode.OK) {
            terminal.say(Word.EXIT, code.number(), why);
        }
        return code;
    }
}
