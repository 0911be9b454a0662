package io.nephoscope.types;

import io.nephoscope.expression.Expression;
import io.nephoscope.expression.Library;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * The declaration that is being read.
 *
 * @param name of the type
 * @param file all of it
 * @param library the functions that its expressions may call
 * @param expressions compiles them
 * @param calls the call by which another type of the same source is listed, by the other type's name; empty where no call lists it, or
 *     it is not read yet: parents are read first
 */
public record Declaration(
        String name, YamlNode file, Library library, Expressions expressions, Function<String, Optional<Call>> calls) {
    /** Whether the build has checked this very file: nothing need be held against the model of a cloud at a start. */
    public boolean isChecked() {
        return expressions.areChecked();
    }

    /** One attribute or several, each of which somebody fills. */
    String[] known(YamlNode node, Struct attributes) {
        return TypeReader.each(node).stream()
                .map(it -> known(it, it.filled(), attributes))
                .toArray(String[]::new);
    }

    /** An attribute that somebody fills; where the build has checked that, the fields of a cloud's model need not be known. */
    String known(YamlNode node, String attribute, Struct attributes) {
        if (!isChecked() && attributes.field(attribute).isEmpty()) {
            throw node.error(Text.of(
                    "no listing and no detail fills {0}{1}.",
                    "没有列表或明细填充 {0}{1}。",
                    attribute,
                    Suggestion.didYouMean(attribute, attributes.fields().keySet())));
        }
        return attribute;
    }

    /** An expression over attributes. */
    public Expression expression(YamlNode source, Struct attributes) {
        return expressions.expression(source, attributes, library);
    }

    /** A question about the attributes of an asset. */
    public Condition condition(YamlNode source, Struct attributes) {
        return new Condition(expressions.condition(source, attributes, library));
    }
}
