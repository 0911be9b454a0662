package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;

/** Errors of an expression at run time. They are values: an unknown whose cause is the rule, or an answer that leaves something out. */
public final class RuleError {
    /** The call that such causes name. */
    public static final String CALL = "rule";

    private RuleError() {}

    static Unknown of(Text message) {
        return Unknown.because(new Cause(CALL, Status.FAILED, "", message));
    }

    /** Not the rule's fault: what it reads was answered without it. Whose answer it was, is told where the asset's type is known. */
    static Unknown absent(String path) {
        return Unknown.because(new Cause(CALL, Status.NOT_SAID, "", Text.quoted(path)));
    }

    /** Whether a cause is that of a field which was left out. */
    public static boolean isAbsence(Cause cause) {
        return cause.call().equals(CALL) && cause.outcome() == Status.NOT_SAID;
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
