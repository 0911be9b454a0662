package io.nephoscope.inventory.doc;

import java.util.function.Function;
import java.util.function.Supplier;

/** A truth value that may be unknown; the causes travel with the unknown (Kleene's strong three-valued logic). */
public final class Tri {
    public static final Tri TRUE = new Tri(true);
    public static final Tri FALSE = new Tri(false);

    /** A Boolean or an {@link Unknown}. */
    private final Object field;

    private Tri(Object field) {
        this.field = field;
    }

    public static Tri of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public static Tri unknown(Unknown unknown) {
        return new Tri(unknown);
    }

    /** Asks a question of a field: an unknown field gives an unknown answer. Absent is handed on to the question. */
    public static Tri ask(Object field, Function<Object, Tri> question) {
        return field instanceof Unknown unknown ? unknown(unknown) : question.apply(field);
    }

    /** Whether a field is the Boolean true; an absent field is false. */
    public static Tri isTrue(Object field) {
        return ask(field, value -> of(Boolean.TRUE.equals(value)));
    }

    public Tri and(Supplier<Tri> right) {
        if (isFalse()) {
            return FALSE;
        }
        Tri other = right.get();
        return isTrue() || other.isFalse()
                ? other
                : other.isTrue() ? this : unknown(unknown().and(other.unknown()));
    }

    public Tri or(Supplier<Tri> right) {
        return not().and(() -> right.get().not()).not();
    }

    public Tri not() {
        return field instanceof Unknown ? this : of(!isTrue());
    }

    public boolean isTrue() {
        return Boolean.TRUE.equals(field);
    }

    public boolean isFalse() {
        return Boolean.FALSE.equals(field);
    }

    public boolean isUnknown() {
        return field instanceof Unknown;
    }

    private Unknown unknown() {
        return (Unknown) field;
    }

    /** The Boolean or the {@link Unknown}, as a document stores it. */
    public Object toField() {
        return field;
    }

    @Override
    public String toString() {
        return field.toString();
    }
}
