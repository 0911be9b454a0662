package io.nephoscope.cli.command;

/** How a command ended, for whoever called it. Where several apply, the lower of {@link #FINDINGS} and {@link #INCOMPLETE} wins. */
public enum ExitCode {
    OK(0),
    /** A FAIL at or above {@code --fail-on}, or an UNKNOWN at or above {@code --fail-on-unknown}. */
    FINDINGS(1),
    /** Wrong usage, configuration or credentials: nothing was looked at. */
    USAGE(2),
    /** Something could not be read, and {@code --allow-incomplete} was not given. */
    INCOMPLETE(3),
    /** An error of ours. */
    INTERNAL(4),
    /** Stopped by the user: 128 and the number of SIGINT. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
