package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Failure;
import java.util.List;

/**
 * A normalised field, derived from attributes by a pure function: unknown in, unknown out.
 *
 * @param name a facet of the type's kind, or of the type itself
 * @param inputs the attributes that the function may read
 * @param seldom those of them that it seldom comes to read, since what it reads before decides
 * @param derive the function
 * @param calls those that fill the inputs
 */
public record Facet(String name, List<String> inputs, List<String> seldom, Derive derive, String calls) {
    public Facet {
        inputs = List.copyOf(inputs);
        seldom = List.copyOf(seldom);
        if (!inputs.containsAll(seldom)) {
            throw new IllegalArgumentException("facet " + name + " seldom reads what it never reads: " + seldom);
        }
    }

    /** One that belongs to no type yet. */
    public Facet(String name, List<String> inputs, Derive derive) {
        this(name, inputs, List.of(), derive, "");
    }

    /** One that reads all of its inputs, of which these calls tell. */
    public Facet(String name, List<String> inputs, Derive derive, String calls) {
        this(name, inputs, List.of(), derive, calls);
    }

    /** Derives a field from attributes. */
    @FunctionalInterface
    public interface Derive {
        Object derive(Attributes attributes);
    }

    /** The attributes that a facet declared as its inputs, and no others. */
    public interface Attributes {
        /**
         * The field of a declared input.
         *
         * @throws IllegalArgumentException for an attribute that was not declared
         */
        Object get(String attribute);
    }

    /** The derived field; what the function cannot read, or an error in it, is an unknown field, never a wrong one. */
    public Object of(Doc attributes) {
        return of(attributes::get);
    }

    /** The same where an attribute is fetched when the function reads it. What it does not read costs no call. */
    public Object of(Attributes attributes) {
        try {
            Object derived = derive.derive(attribute -> {
                if (!inputs.contains(attribute)) {
                    throw new IllegalArgumentException("facet " + name + " reads undeclared attribute " + attribute);
                }
                return attributes.get(attribute);
            });
            return Doc.of(name, derived).get(name);
        } catch (Unreadable e) {
            Text where = Text.of("{0} (read from {1})", "{0}（读取自 {1}）", e.text(), String.join(", ", inputs));
            return Unknown.because(Failure.internal(calls, new Unreadable(where)));
        } catch (RuntimeException e) {
            return Unknown.because(Failure.internal("derive:" + name, e));
        }
    }
}
