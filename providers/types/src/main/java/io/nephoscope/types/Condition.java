package io.nephoscope.types;

import io.nephoscope.expression.Expression;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;

/** A question about the attributes of an asset that a file asks in an expression. */
public record Condition(Expression expression) {
    /** Whether it holds; unknown where what it reads is, or is not there. */
    public Tri of(Doc attributes) {
        Object answer = expression.derive(new AttributesSubject(attributes::get));
        return answer instanceof Unknown unknown ? Tri.unknown(unknown) : Tri.of(Boolean.TRUE.equals(answer));
    }

    /** Whether it does not surely fail: what nobody knows is asked about. */
    public boolean mayHold(Doc attributes) {
        return !of(attributes).isFalse();
    }
}
