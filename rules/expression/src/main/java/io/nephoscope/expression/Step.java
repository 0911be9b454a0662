package io.nephoscope.expression;

import java.util.List;

/**
 * A part of an expression that can be evaluated by itself, for whoever wants to see how the whole came out.
 *
 * @param text as it is written, in the form of the language
 * @param parts what {@code &&}, {@code ||}, {@code !} and {@code ? :} join in it; none for anything else
 */
public record Step(String text, Expression expression, List<Step> parts) {
    public Step {
        parts = List.copyOf(parts);
    }
}
