package io.nephoscope.rules;

import java.util.Locale;

/** How bad a FAIL is; the first is the worst. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    /** As in YAML, options and reports: {@code critical}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAtLeast(Severity threshold) {
        return compareTo(threshold) <= 0;
    }
}
