package io.nephoscope.cli.report.sheet;

import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;

/** The colours of a cell, as the page has them: letters on their ground. A word always says the same. */
public enum Tone {
    PLAIN("1c1c1c", "ffffff"),
    /** Of the names of columns. */
    HEAD("ffffff", "34495e"),
    QUIET("595959", "f2f2f2"),
    GOOD("1b683a", "e6f4ea"),
    OPEN("7a4900", "fdf1dc"),
    BAD("b0241a", "fbe9e7"),
    WORST("ffffff", "b0241a");

    private final String letters;
    private final String ground;

    Tone(String letters, String ground) {
        this.letters = letters;
        this.ground = ground;
    }

    public static Tone of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> GOOD;
            case FAIL -> BAD;
            case UNKNOWN -> OPEN;
            case NOT_APPLICABLE, MANUAL -> QUIET;
        };
    }

    public static Tone of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> WORST;
            case HIGH -> BAD;
            case MEDIUM -> OPEN;
            case LOW -> QUIET;
        };
    }

    String letters() {
        return letters;
    }

    String ground() {
        return ground;
    }
}
