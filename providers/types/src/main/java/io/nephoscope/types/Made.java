package io.nephoscope.types;

import io.nephoscope.expression.Expression;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlNode;
import java.util.Map;

/** A detail that is worked out of an answer, {@code is: size(answer)}: the asset is as its listing told it. */
final class Made {
    /** The name by which the expression knows what came. */
    private static final String ANSWER = "answer";

    private final Expression expression;
    private final Schema schema;

    private Made(Expression expression, Schema schema) {
        this.expression = expression;
        this.schema = schema;
    }

    /** @param schema what the expression gives */
    static Made read(YamlNode is, Schema schema, Schema answer, Struct listed, Declaration of) {
        Struct seen = listed.plus(of.name() + "." + ANSWER, Map.of(ANSWER, answer));
        return new Made(of.expression(is, seen), schema);
    }

    Detail of(Detail asked) {
        String call = asked.operations().get(0).call();
        return new Detail(
                asked.attribute(),
                schema,
                asked.uses(),
                (site, asset) -> asked.fetch().fetch(site, asset).then(answer -> made(asset, answer, call)));
    }

    private Outcome<Object> made(Doc asset, Object answer, String call) {
        Object value = Derived.named(
                expression.derive(new AttributesSubject(name -> name.equals(ANSWER) ? answer : asset.get(name))),
                call,
                read -> call);
        return value instanceof Unknown unknown
                ? Outcome.without(unknown.causes().get(0))
                : Outcome.value(value);
    }
}
