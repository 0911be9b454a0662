package io.nephoscope.rules.expression;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;

/** Errors of an expression at run time. They are values: an unknown whose cause is the rule and not a call. */
public final class RuleError {
    /** The call that such causes name. */
    public static final String CALL = "rule";

    private RuleError() {}

    static Unknown of(String message) {
        return Unknown.because(new Cause(CALL, Status.FAILED, "", message));
    }

    static Unknown absent(String path) {
        return of(path + " is absent");
    }

    /** Whether an error of the rule is among the causes. */
    static boolean isIn(Unknown unknown) {
        return unknown.causes().stream().anyMatch(cause -> cause.call().equals(CALL));
    }

    /** One unknown of two values of which at least one is unknown. */
    static Unknown join(Object left, Object right) {
        if (left instanceof Unknown first) {
            return right instanceof Unknown second ? first.and(second) : first;
        }
        return (Unknown) right;
    }
}
