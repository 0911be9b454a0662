package io.nephoscope.cli.report;

import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;

/** Whether a terminal is written to in colour. Nothing is said by colour alone. */
public enum Style {
    PLAIN,
    COLOURED;

    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String BLUE = "34";

    public String strong(String text) {
        return in(BOLD, text);
    }

    public String quiet(String text) {
        return in(DIM, text);
    }

    public String verdict(Verdict verdict, String text) {
        return switch (verdict) {
            case FAIL -> in(RED, text);
            case UNKNOWN -> in(YELLOW, text);
            case PASS -> in(GREEN, text);
            case MANUAL -> in(BLUE, text);
            case NOT_APPLICABLE -> in(DIM, text);
        };
    }

    public String severity(Severity severity, String text) {
        return switch (severity) {
            case CRITICAL -> in(BOLD + ";" + RED, text);
            case HIGH -> in(RED, text);
            case MEDIUM -> in(YELLOW, text);
            case LOW -> in(DIM, text);
        };
    }

    private String in(String code, String text) {
        return this == PLAIN || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
