package io.nephoscope.expression;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import java.util.List;

/** A call of a function of a {@link Library}. */
final class FunctionCall extends Node {
    private static final String RESULT = "result";

    private final Library.Function function;
    private final Node[] arguments;

    FunctionCall(Library.Function function, List<Node> arguments) {
        this.function = function;
        this.arguments = arguments.toArray(new Node[0]);
    }

    @Override
    Object evaluate(Frame frame) {
        Object made = field(frame);
        return made == Absent.ABSENT ? RuleError.absent(function.name() + "(...)") : made;
    }

    @Override
    Object field(Frame frame) {
        try {
            // What no document can hold is an error of the function, and not a value.
            return Doc.of(RESULT, function.body().apply(index -> arguments[index].field(frame)))
                    .get(RESULT);
        } catch (Unreadable e) {
            return RuleError.of(e.text());
        }
    }

    /** That there is none is an answer too, where the function gives it. */
    @Override
    Object derived(Frame frame) {
        return field(frame);
    }
}
