package io.nephoscope.types;

import io.nephoscope.expression.Environment;
import io.nephoscope.expression.Expression;
import io.nephoscope.expression.Library;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.yaml.YamlNode;

/** Makes expressions of what files say. */
public interface Expressions {
    /** Each is checked and compiled when it is read. */
    Expressions COMPILED = new Expressions() {
        @Override
        public Expression expression(YamlNode source, Struct attributes, Library library) {
            return Environment.of(attributes, library).expression(source);
        }

        @Override
        public Expression condition(YamlNode source, Struct attributes, Library library) {
            return Environment.of(attributes, library).condition(source);
        }
    };

    /** Whether the build has checked the very files that are read: nothing need be held against the model of a cloud at a start. */
    default boolean areChecked() {
        return false;
    }

    /** @throws io.nephoscope.yaml.YamlException with every fault of the expression, each at its line and column */
    Expression expression(YamlNode source, Struct attributes, Library library);

    /** The same of an expression that must be true or false. */
    Expression condition(YamlNode source, Struct attributes, Library library);
}
