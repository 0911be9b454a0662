package io.nephoscope.types;

import io.nephoscope.expression.Expression;
import io.nephoscope.expression.RuleError;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.function.Function;

/** What an expression's value says of the answers behind it. */
final class Derived {
    private Derived() {}

    /** The attributes that an expression reads. */
    static List<String> inputs(Expression expression) {
        return expression.reads().stream()
                .map(path -> new ListPath(path).first())
                .distinct()
                .toList();
    }

    /** The value; absent where what was read was left out, and nothing else is unknown. */
    static Object orAbsent(Object value) {
        return value instanceof Unknown unknown && unknown.causes().stream().allMatch(RuleError::isAbsence)
                ? Absent.ABSENT
                : value;
    }

    /**
     * The value with the causes of what is unknown as a report names them: whose answer left out what was read.
     *
     * @param derived the calls whose answers cannot be read, or {@code derive:encrypted} where there are none
     * @param calls the call that fills an attribute
     */
    static Object named(Object value, String derived, Function<String, String> calls) {
        if (!(value instanceof Unknown unknown)) {
            return value;
        }
        return unknown.causes().stream()
                .map(cause -> Unknown.because(named(cause, derived, calls)))
                .reduce(Unknown::and)
                .orElseThrow();
    }

    private static Cause named(Cause cause, String derived, Function<String, String> calls) {
        if (RuleError.isAbsence(cause)) {
            String attribute = new ListPath(cause.message().en()).first();
            return new Cause(calls.apply(attribute), Status.NOT_SAID, "", cause.message());
        }
        return cause.call().equals(RuleError.CALL)
                ? new Cause(derived, cause.outcome(), cause.permission(), cause.message())
                : cause;
    }
}
